"""A table of few columns whose every cell says where its words are from: what all formats of it are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How words are to be shown: our own, those of a document, words that are gone or new, an absence, an aside."""

    OWN = "own"
    QUOTED = "quoted"
    GONE = "gone"
    NEW = "new"
    ABSENT = "absent"
    ASIDE = "aside"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    words: str
    look: Look = Look.OWN


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, in paragraphs, and where they are from (file and characters), or empty for our own."""

    paragraphs: tuple[tuple[Run, ...], ...]
    source: str = ""

    @property
    def text(self) -> str:
        """The words without looks: what is gone in [- -], what is new in {+ +}; the source in brackets below."""
        lines = ["".join(_marked(run) for run in paragraph) for paragraph in self.paragraphs]
        return "\n".join((*lines, f"[{self.source}]") if self.source else lines)


def _marked(run: Run) -> str:
    marks = {Look.GONE: "[-{}-]", Look.NEW: "{{+{}+}}"}
    return marks.get(run.look, "{}").format(run.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; ``standing`` is the value by which it is coloured and counted."""

    cells: tuple[Cell, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table: its title, what is to be known of it (names and values), the headings of its columns, its bands, and
    what stands below it (a title and cells), such as the sentences that answer nothing."""

    title: str
    about: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    bands: tuple[Band, ...]
    below: tuple[tuple[str, tuple[Cell, ...]], ...] = ()
