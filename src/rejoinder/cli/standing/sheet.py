"""Lines within a width: what a record is, its facts, and its id at the end. Nothing here knows what a line is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from rejoinder.cli.brief.page import APART, BETWEEN_FACTS, GAP, INDENT, NARROWEST, Line, Piece, flow

ID_WIDTH = 16
HANG = 6


def shown_id(subject: str) -> str:
    """``[33b69a184c96]``: the digits of an id, by which ``show`` finds it; a source by its first twelve, an item of
    a text in hand by eight of its key."""
    digits = subject.partition(":")[2] or subject
    source, point, key = digits.partition(".")
    return f"[{digits[:12] if len(digits) == 64 else f'{source}{point}{key[:8]}'}]"


def first_shown(shown: int, count: int) -> list[str]:
    """What a heading adds where not all are shown: how many of them are, and how to see the others."""
    return [f"the first {shown} shown (--all)"] if shown < count else []


@dataclass(frozen=True, slots=True)
class Sheet:
    """The width in cells, and the day as of which all is told."""

    width: int
    today: date

    @classmethod
    def of(cls, width: int, today: date) -> Sheet:
        return cls(max(width, NARROWEST), today)

    def heading(self, title: str, told: str) -> Line:
        """The title of a section, and how much is in it."""
        return Line(Text.assemble((title, "bold"), (f"  {told}", "dim")))

    def row(self, label: Text, pieces: Sequence[Piece], facts: Sequence[str], subject: str) -> Iterator[Line]:
        """A record: its label and what it is, its facts behind or under it, its id at the end."""
        lead = Text(" " * INDENT).append_text(label)
        told = BETWEEN_FACTS.join(facts)
        pieces = [piece for piece in pieces if piece[0]]
        size = sum(cell_len(words) for words, _ in pieces) + len(APART) * len(pieces) + cell_len(told)
        place = shown_id(subject)
        if size <= self.room(lead.cell_len, place) or not facts:
            yield from self._flow(lead, [*pieces, (told, "")] if told else pieces, APART, place)
            return
        yield from self._flow(lead, pieces, APART, "")
        yield from self._flow(Text(" " * HANG), [(fact, "") for fact in facts], BETWEEN_FACTS, place)

    def room(self, indent: int, place: str = "") -> int:
        """The cells that are left for words behind an indent and before an id."""
        return max(26, self.width - indent - GAP - max(ID_WIDTH, len(place)))

    def _flow(self, lead: Text, pieces: Sequence[Piece], apart: str, place: str) -> Iterator[Line]:
        rows = flow(pieces, (self.room(lead.cell_len, place), self.room(HANG, place)), 4, apart)
        for index, row in enumerate(rows):
            line = lead.copy() if index == 0 else Text(" " * HANG)
            yield Line(line.append_text(row), place if index == len(rows) - 1 else "")
