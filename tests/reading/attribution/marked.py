"""Stories with their attributions marked in the text, so that a test shows both at once.

``{Lavrov} <told> reporters [that it was over]`` marks source, cue and content. Several attributions are told apart
by numbers (``{2:He} <2:added> [2:that ...]``); one within a content is speech inside speech.
"""

from __future__ import annotations

import re
from datetime import date

from rejoinder.model import Document, Span
from rejoinder.reading.attribution.circumstances import Circumstances, find_circumstances
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.speakers import resolve_speakers
from rejoinder.reading.reader import prepare

_MARK = re.compile(r"[{<\[](?:(\d):)?|[}>\]]")
_KINDS = {"{": "source", "<": "cue", "[": "content"}
PUBLISHED = date(2022, 1, 12)
"""A Wednesday."""


def unmarked(marked: str) -> tuple[str, list[Draft]]:
    """The text without its marks, and the drafts in the order of their numbers."""
    text, at, open_marks = "", 0, []
    spans: dict[tuple[int, str], list[Span]] = {}
    outer: dict[int, int] = {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group()[0] in _KINDS:
            number = int(match.group(1) or 1)
            around = [each for each, kind, _ in open_marks if kind == "content"]
            if around and around[-1] != number:
                outer[number] = around[-1]
            open_marks.append((number, _KINDS[match.group()[0]], len(text)))
        else:
            number, kind, start = open_marks.pop()
            spans.setdefault((number, kind), []).append(Span(start, len(text)))
    return text + marked[at:], _drafts(spans, outer)


def _drafts(spans: dict[tuple[int, str], list[Span]], outer: dict[int, int]) -> list[Draft]:
    drafts: dict[int, Draft] = {}
    for number in sorted({number for number, _ in spans}):
        source, cue = spans.get((number, "source"), [None])[0], spans.get((number, "cue"), [None])[0]
        within = drafts.get(outer.get(number, 0))
        drafts[number] = Draft(source, cue, tuple(spans[number, "content"]), 1.0, outer=within)
    return list(drafts.values())


def circumstances_of(
    marked: str, published: date | None = PUBLISHED, publisher: str | None = None
) -> list[Circumstances]:
    """The circumstances of the marked attributions, in the order of their numbers."""
    text, drafts = unmarked(marked)
    story = prepare(Document(text, publisher=publisher), date(2030, 1, 1), published)
    spoken = resolve_speakers(story, drafts)
    order = sorted(spoken, key=lambda item: [draft.parts for draft in drafts].index(item.draft.parts))
    return find_circumstances(story, order)
