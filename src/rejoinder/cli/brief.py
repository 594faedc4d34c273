"""The brief of one story for people: a Reading and a width in, styled lines out.

The order is that of the desk: where it comes from and its headline, what warns against using it, who said what,
what is in doubt. Every line ends in its source, ``[line:column]``. Signs and words stand beside every colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from rejoinder.cli.said import Folded, Group, group_statements
from rejoinder.cli.wording import ELLIPSIS, Places, clean, fill, shown_basis, shown_day, shown_words
from rejoinder.model import Act, Document, Problem, Reading, Severity

NARROWEST = 60
ONE_LINE_FROM = 120
UNSURE_BELOW = 0.5
GAP = 2

# The sign, the verb and the colour of each act.
ACTS: dict[Act, tuple[str, str, str]] = {
    Act.STATE: ("·", "says", ""),
    Act.ANNOUNCE: ("•", "announces", ""),
    Act.PROPOSE: ("+", "proposes", "cyan"),
    Act.REQUEST: ("?", "asks", "cyan"),
    Act.PROMISE: ("→", "promises", "yellow"),
    Act.AGREE: ("✓", "agrees", "green"),
    Act.SUPPORT: ("✓", "supports", "green"),
    Act.REJECT: ("✕", "rejects", "red"),
    Act.ACCUSE: ("!", "accuses", "magenta"),
    Act.THREATEN: ("▲", "threatens", "red"),
}
VERB_WIDTH = max(len(verb) for _, verb, _ in ACTS.values())


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page and, where it closes a finding, its place in the text."""

    text: Text
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the page needs: the reading, the width in cells, the places of its text, and the
    cells that the longest of them takes."""

    reading: Reading
    width: int
    places: Places
    place_width: int

    @classmethod
    def of(cls, reading: Reading, width: int) -> _Page:
        places = Places(reading.document.text)
        offsets = [item.content.start for item in reading.statements]
        offsets += [item.start for item in reading.problems]
        longest = max((len(places.at(offset)) for offset in offsets), default=0)
        return cls(reading, max(width, NARROWEST), places, longest)

    def beside(self, indent: int) -> int:
        """The width that is left for words between an indent and the place."""
        return max(26, self.width - indent - GAP - self.place_width)


def render_brief(reading: Reading, width: int, path: str | None = None) -> list[Text]:
    """The lines of the brief, none wider than ``width`` cells (60 at least); ``path`` stands over it if given."""
    page = _Page.of(reading, width)
    lines = [*_head(page, path), *_warnings(page), _Line(Text()), *_said(page)]
    for title, severity in (("DOUBTS", Severity.DOUBT), ("NOTES", Severity.NOTE)):
        lines.extend(_problems(page, title, severity))
    return _set_places(lines)


def _set_places(lines: list[_Line]) -> list[Text]:
    """The lines with their places in one column, as near to the words as the longest line allows."""
    edge = max((line.text.cell_len + GAP + len(line.place) for line in lines if line.place), default=0)
    for line in lines:
        if line.place:
            line.text.append(" " * (edge - line.text.cell_len - len(line.place)))
            line.text.append(line.place, "dim")
    return [line.text for line in lines]


def _head(page: _Page, path: str | None) -> Iterator[_Line]:
    document = page.reading.document
    if path is not None:
        yield _Line(Text(" ".join(fill(clean(path), page.width, 1)), "dim"))
    for words in fill(_provenance(document), page.width, 3):
        yield _Line(Text(words, "dim"))
    for words in fill(clean(document.title or ""), page.width, 3):
        yield _Line(Text(words, "bold"))


def _provenance(document: Document) -> str:
    """Publisher · place · day (how it is known)."""
    day = shown_day(document.published) if document.published else "day not known"
    basis = shown_basis(document.published_basis)
    parts = [clean(part) for part in (document.publisher, document.place) if part]
    return " · ".join([*parts, f"{day} ({basis})" if basis else day])


def _warnings(page: _Page) -> Iterator[_Line]:
    """What may forbid the use of the story stands before everything else."""
    for problem in page.reading.problems:
        if problem.severity is Severity.WARNING:
            for index, words in enumerate(fill(clean(problem.message), page.width - 9, 6)):
                yield _Line(Text.assemble(("WARNING  " if index == 0 else " " * 9, "bold red"), words))


def _said(page: _Page) -> Iterator[_Line]:
    groups = group_statements(page.reading.statements, page.reading.document.published)
    count = sum(len(group.utterances) for group in groups)
    found = f"{count} found, not confirmed" if count else "nothing found"
    yield _Line(Text.assemble(("SAID", "bold"), (f"  {found}", "dim")))
    for group in groups:
        yield from _heading(page, group)
        for folded in group.utterances:
            yield from _utterance(page, folded)


def _heading(page: _Page, group: Group) -> Iterator[_Line]:
    """Who speaks; beside it, or under it where the line is too short, to whom, where, when and by whose report."""
    about = f" ({group.about})" if group.about and group.first else ""
    who = fill(group.name + about, page.width - 2, 2)
    setting = " · ".join(group.setting)
    for index, words in enumerate(who):
        line = Text("  ")
        name = max(0, len(group.name) - sum(len(before) + 1 for before in who[:index]))
        line.append(words[:name], "bold").append(words[name:])
        if index == len(who) - 1 and setting and line.cell_len + GAP + cell_len(setting) <= page.width:
            line.append(f"  {setting}", "dim")
            setting = ""
        yield _Line(line)
    for words in fill(setting, page.width - 6, 3):
        yield _Line(Text(f"      {words}", "dim"))


def _utterance(page: _Page, folded: Folded) -> Iterator[_Line]:
    """The act and the words: on one line of a wide screen, on two of a narrow one."""
    statement = folded.statement
    sign, verb, style = ACTS[statement.act]
    words, quoted = shown_words(statement)
    tail = _tail(folded)
    indent = 4 + 2 + VERB_WIDTH + GAP
    lines = fill(
        f"“{words}”" if quoted else words,
        page.beside(indent),
        1 if page.width >= ONE_LINE_FROM else 2,
        cut=f"{ELLIPSIS}”" if quoted else ELLIPSIS,
        tail=tail,
    )
    for index, shown in enumerate(lines):
        last = index == len(lines) - 1
        line = Text("    ").append(f"{sign} {verb:<{VERB_WIDTH}}" if index == 0 else " " * (2 + VERB_WIDTH), style)
        end = len(shown) - len(tail) if last and tail else len(shown)
        line.append("  ").append(shown[:end]).append(shown[end:], "dim")
        yield _Line(line, page.places.at(statement.content.start) if last else "")


def _tail(folded: Folded) -> str:
    """What stands behind the words: how often the story says it, and whether the reader is unsure of it."""
    marks = [f"{folded.times} times"] if folded.times > 1 else []
    if folded.statement.score < UNSURE_BELOW:
        marks.append("unsure")
    return f"({', '.join(marks)})" if marks else ""


def _problems(page: _Page, title: str, severity: Severity) -> Iterator[_Line]:
    """The problems of one severity, numbered, each with its place; one that stands nowhere concerns the whole story."""
    problems = [problem for problem in page.reading.problems if problem.severity is severity]
    if not problems:
        return
    yield _Line(Text())
    yield _Line(Text(title, "bold"))
    digits = len(str(len(problems)))
    for number, problem in enumerate(problems, 1):
        yield from _problem(page, f"  {number:>{digits}}  ", problem)


def _problem(page: _Page, label: str, problem: Problem) -> Iterator[_Line]:
    lines = fill(clean(problem.message), page.beside(len(label)), 6)
    for index, words in enumerate(lines):
        last = index == len(lines) - 1 and problem.end > problem.start
        line = Text(label if index == 0 else " " * len(label)).append(words)
        yield _Line(line, page.places.at(problem.start) if last else "")
