"""The page of a brief: lines of styled text, each with its place in the story, laid out within a width.

A Reading and a width in cells make a ``Page``; a section asks it for paragraphs and rows and gives ``Line``s;
``set_places`` puts the places into one column. Nothing here knows what a line is about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from rejoinder.cli.brief.wording import ELLIPSIS, Places, breakable, clean
from rejoinder.model import Reading

NARROWEST = 60
ONE_LINE_FROM = 120
GAP = 2
INDENT = 2
HANG = 6
APART = "   "
BETWEEN_FACTS = " · "
_LEFT_TO_RIGHT = "\u200e"

Piece = tuple[str, str]
"""Words and the style in which they stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page and, where it closes a finding, its place in the text."""

    text: Text
    place: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What every section needs: the reading, the width in cells, the places of its text, the cells that the longest
    of them takes, and whether reasons are told."""

    reading: Reading
    width: int
    places: Places
    place_width: int
    why: bool = False

    @classmethod
    def of(cls, reading: Reading, width: int, *, why: bool = False) -> Page:
        places = Places(reading.document.text)
        return cls(reading, max(width, NARROWEST), places, places.widest, why)

    @property
    def home(self) -> date | None:
        """The day of the story; days of speaking leave out its year."""
        return self.reading.document.published

    @property
    def is_wide(self) -> bool:
        return self.width >= ONE_LINE_FROM

    def beside(self, indent: int) -> int:
        """The width that is left for words between an indent and the place."""
        return max(26, self.width - indent - GAP - self.place_width)

    def heading(self, title: str, count: int) -> Line:
        """The title of a section of findings, with what they are: nobody may take them for the record."""
        found = f"{count} found, not confirmed" if count else "nothing found"
        return Line(Text.assemble((title, "bold"), (f"  {found}", "dim")))

    def paragraph(
        self, lead: Text, hang: int, pieces: Iterable[Piece], start: int | None = None, apart: str = APART
    ) -> Iterator[Line]:
        """Pieces behind a lead, over three lines at most (two of a wide page) that hang ``hang`` cells in; the last
        one ends in the place of the offset ``start``."""
        widths = (self.beside(lead.cell_len), self.beside(hang))
        rows = flow(pieces, widths, 2 if self.is_wide else 3, apart)
        for index, row in enumerate(rows):
            line = lead.copy() if index == 0 else Text(" " * hang)
            closes = start is not None and index == len(rows) - 1
            yield Line(line.append_text(row), self.places.at(start or 0) if closes else "")

    def row(self, label: Text, pieces: Sequence[Piece], facts: Sequence[str], start: int) -> Iterator[Line]:
        """A record: who and what behind its label, and the facts beside it, or under it where the line is too short."""
        lead = Text(" " * INDENT).append_text(label)
        hang = lead.cell_len if label else HANG
        told = BETWEEN_FACTS.join(facts)
        size = sum(cell_len(words) for words, _ in pieces) + len(APART) * len(pieces) + cell_len(told)
        if size <= self.beside(hang) or not facts:
            yield from self.paragraph(lead, hang, [*pieces, (told, "")], start)
        else:
            yield from self.paragraph(lead, hang, pieces)
            yield from self.facts(hang, facts, start)

    def facts(self, indent: int, facts: Sequence[str], start: int) -> Iterator[Line]:
        """Facts on lines of their own."""
        return self.paragraph(Text(" " * indent), indent, [(fact, "") for fact in facts], start, BETWEEN_FACTS)

    def reason(self, reason: str) -> Iterator[Line]:
        """Why a record is there, where reasons are asked for."""
        if self.why and reason:
            width = self.width - HANG
            for row in flow([(f"why: {clean(reason)}", "dim")], (width, width), 4):
                yield Line(Text(" " * HANG).append_text(row))


def flow(pieces: Iterable[Piece], widths: tuple[int, int], lines: int, apart: str = APART) -> list[Text]:
    """Pieces over at most ``lines`` lines, broken between words; ``widths`` are the cells of the first line and of the
    others. ``apart`` stands between two pieces on one line. What does not fit ends in an ellipsis."""
    rows: list[Text] = []
    for words, style in pieces:
        between = apart
        for word in breakable(words, min(widths)):
            width = widths[len(rows) > 1]
            if rows and rows[-1].cell_len + len(between) + cell_len(word) <= width:
                rows[-1].append(between, style if between == " " else "")
            elif len(rows) == lines:
                return [*rows[:-1], _cut(rows[-1], width)]
            else:
                rows.append(Text())
            rows[-1].append(word, style)
            between = " "
    return rows


def _cut(row: Text, width: int) -> Text:
    """The row with an ellipsis behind its last word that leaves room for one."""
    if row.cell_len + 1 > width:
        last_space = row.plain.rfind(" ")
        row.truncate(width - 1 if last_space < 1 else cell_len(row.plain[:last_space]))
    row.truncate(cell_len(row.plain.rstrip(" ,;:—–-·")))
    return row.append(ELLIPSIS)


def set_places(lines: Sequence[Line]) -> list[Text]:
    """The lines with their places in one column, as near to the words as the longest line allows."""
    edge = max((line.text.cell_len + GAP + len(line.place) for line in lines if line.place), default=0)
    for line in lines:
        if line.place:
            line.text.append(" " * (edge - line.text.cell_len - len(line.place)))
            # Behind Hebrew or Arabic words a terminal would draw the numbers from the right.
            line.text.append(_LEFT_TO_RIGHT if _runs_right_to_left(line.text.plain) else "")
            line.text.append(line.place, "dim")
    return [line.text for line in lines]


def _runs_right_to_left(words: str) -> bool:
    return not words.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)


def padded(words: Sequence[str]) -> int:
    """The width of a column of labels: that of the longest of them."""
    return max((cell_len(word) for word in words), default=0)
