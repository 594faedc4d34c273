"""A story with what was found in it, side by side: where every quotation leads, and where findings are judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.stories import Finding, StoryRead, story_of
from rejoinder.model import Passage, RecordKind, Span
from rejoinder.web.page import Page, number_given, open_page, show_page

BESIDE = 100
"""So many findings stand beside the text at a time."""
PLACE = "words"
"""The place that an address leads to if no record stands there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with one set of findings: ``kind`` that of the innermost, ``of`` their subjects, ``begins``
    the subjects of those that begin here (the places that addresses lead to), ``here`` whether it is looked at."""

    text: str
    kind: str = ""
    of: str = ""
    begins: tuple[str, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that is marked for a record."""

    start: int
    end: int
    subject: str
    kind: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The findings beside the text: those from number ``first`` on; ``before`` and ``behind``: where others begin."""

    findings: tuple[Finding, ...]
    first: int
    all: int
    before: int | None
    behind: int | None


@require_safe
def show(request: HttpRequest, docket: str, source: str) -> HttpResponse:
    """The page of one source; ``mark`` in the address says which record is looked at, ``place`` which words."""
    page = open_page(request, docket)
    story = story_of(page.desk, docket, source, page.at)
    shown = shown_findings(page, story)
    mark = request.GET.get("mark", "")
    marks = [*marks_of(shown), *_asked_place(request, story.text or "")]
    known = {each.subject for each in marks} | {finding.subject for finding in shown}
    context: dict[str, Any] = {
        "story": story,
        "beside": beside(shown, mark, request.GET.get("from")),
        "pieces": pieces_of(story.text or "", marks, mark or PLACE),
        "mark": mark,
        "current": current_of(shown, mark),
        "lost": bool(mark) and mark not in known,
    }
    return show_page(request, page, "story", "sources", **context)


def shown_findings(page: Page, story: StoryRead) -> tuple[Finding, ...]:
    """The findings that are shown: with "record only" those that a named person stands behind."""
    return tuple(finding for finding in story.findings if not page.confirmed or finding.backing.confirmed)


def current_of(findings: tuple[Finding, ...], mark: str) -> str:
    """The subject of the finding under the eye: the one in the address, else the first that nobody has judged."""
    held = next((item for item in findings if mark and mark in _ids(item)), None)
    found = held or next((item for item in findings if item.open and item.out is None), None)
    return found.subject if found else ""


def _ids(finding: Finding) -> set[str]:
    return {finding.subject, *(part.subject for part in finding.parts)}


def beside(findings: tuple[Finding, ...], mark: str, asked: str | None) -> Beside:
    """The window of findings in which the one that is looked at stands."""
    current = current_of(findings, mark)
    at = next((place for place, item in enumerate(findings) if item.subject == current), 0)
    first = min(number_given(asked, at // BESIDE * BESIDE), max(len(findings) - 1, 0))
    behind = first + BESIDE if first + BESIDE < len(findings) else None
    return Beside(
        findings[first : first + BESIDE], first + 1, len(findings), max(0, first - BESIDE) if first else None, behind
    )


def marks_of(findings: tuple[Finding, ...]) -> list[Mark]:
    """The passages to be marked. A statement is marked by its content alone; what is broken is not marked at all."""
    return [
        Mark(passage.start, passage.end, subject, kind)
        for finding in findings
        if finding.broken is None
        for subject, kind, passage in _marked(finding)
    ]


def _marked(finding: Finding) -> Iterator[tuple[str, str, Passage]]:
    own = finding.passages[:1] if finding.kind is RecordKind.STATEMENT else finding.passages
    yield from ((finding.subject, finding.kind.value, passage) for passage in own)
    yield from ((part.subject, "item", part.passage) for part in finding.parts)


def _asked_place(request: HttpRequest, text: str) -> list[Mark]:
    """The words that an address names by their offsets, ``place=120-180``."""
    first, _, last = request.GET.get("place", "").partition("-")
    span = Span(number_given(first, 0), min(number_given(last, 0), len(text)))
    return [Mark(*span, PLACE, PLACE)] if span.start < span.end else []


def pieces_of(text: str, marks: list[Mark], here: str = "") -> list[Piece]:
    """The text cut where marks begin and end."""
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, len(text), *(edge for mark in ordered for edge in (mark.start, mark.end))})
    pieces: list[Piece] = []
    open_now: list[Mark] = []
    seen: set[str] = set()
    coming = 0
    for start, end in pairwise(cuts):
        open_now = [mark for mark in open_now if mark.end > start]
        begins: list[str] = []
        while coming < len(ordered) and ordered[coming].start == start:
            mark = ordered[coming]
            open_now.append(mark)
            if mark.subject not in seen:
                seen.add(mark.subject)
                begins.append(mark.subject)
            coming += 1
        pieces.append(_piece(text[start:end], open_now, tuple(begins), here))
    return pieces


def _piece(words: str, marks: list[Mark], begins: tuple[str, ...], here: str) -> Piece:
    innermost = min(marks, key=lambda mark: mark.end - mark.start, default=None)
    of = list(dict.fromkeys(mark.subject for mark in marks))
    return Piece(words, innermost.kind if innermost else "", " ".join(of), begins, here in of)
