"""Text and places in it.

A document's text never changes. A place in it is a Span (two offsets) or a Passage (two offsets and
the exact words, after the W3C TextPositionSelector and TextQuoteSelector), so that every record can
be checked against the words it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text: code points, half open (``text[start:end]``)."""

    start: int
    end: int

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other[0] and other[1] <= self.end

    def holds_at(self, offset: int) -> bool:
        """Whether the code point at an offset lies within this span."""
        return self.start <= offset < self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A span and its exact words: ``document.text[start:end] == exact``, always."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Passage:
        """The passage of ``text`` between two offsets."""
        return cls(start, end, text[start:end])

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def holds_in(self, text: str) -> bool:
        """Whether the words still stand where the passage says; if not, the anchor is broken."""
        return text[self.start : self.end] == self.exact


class Severity(StrEnum):
    """How much a problem matters: ``note`` for what a reader should know, ``doubt`` for what a person
    must settle, ``warning`` for what may have spoilt the reading of the whole document."""

    NOTE = "note"
    DOUBT = "doubt"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt, with its place: what is ambiguous or could not be read, in one sentence for people."""

    code: str
    message: str
    start: int
    end: int
    severity: Severity = Severity.DOUBT


@dataclass(frozen=True, slots=True)
class Source:
    """How a document reached us: its wire status beside its bytes.

    ``version``     the number of the take or correction, as the wire gives it
    ``status``      ninjs/NewsML-G2 publication status: ``usable``, ``withheld`` or ``canceled`` (a kill)
    ``embargoed``   not to be published before this moment (with its zone), or None
    ``corrects``    what an editor's note or a signal says this version corrects, or None
    ``encoding``    the character encoding that was found, for a file of plain text
    ``media_type``  the format that was recognised, e.g. ``text/html``
    """

    media_type: str = "text/plain"
    encoding: str | None = None
    uri: str | None = None
    version: str | None = None
    status: str = "usable"
    embargoed: datetime | None = None
    corrects: str | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a source and what is known about it before it is read.

    ``text``              the whole text; offsets everywhere refer to it
    ``id``                ``sha256:`` and the digest of the source's bytes, or None for a bare string
    ``published``         the day of publication; ``published_basis`` says how it is known
    ``title``             as the format's metadata give it; the reading may find it in the text
    """

    text: str
    id: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    published: date | None = None
    published_basis: str | None = None
    language: str | None = None
    source: Source = Source()
    problems: tuple[Problem, ...] = ()
