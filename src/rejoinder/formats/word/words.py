"""The words of a DOCX document as they stand now: the main part in, its paragraphs and remarks with their places out.

What tracked changes put in is part of the text; what they take out, comments and notes are remarks at their places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rejoinder.formats.word.elements import attribute, child, children, is_on, tag_of
from rejoinder.formats.word.numbers import Numbering
from rejoinder.model import Problem, Severity

_GONE = frozenset(("del", "moveFrom"))
_NEW = frozenset(("ins", "moveTo"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SKIPPED = frozenset(
    ("pPr", "rPr", "instrText", "delInstrText", "Fallback", "tblPr", "trPr", "tcPr", "sectPr", "annotationRef")
)
_LONGEST = 300
PARTED = "\n\n"


@dataclass(slots=True)
class Remark:
    """Something beside the text: its kind, who made it, and the words; ``end`` is None until it is known."""

    kind: str
    author: str | None
    start: int
    end: int | None = None
    words: str = ""

    def problem(self) -> Problem:
        """The remark as a note with its place."""
        who = f" by {self.author}" if self.author else ""
        words = " ".join(self.words.split())
        shown = f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(' ', 1)[0] + '…'}”"
        message = {
            "tracked-insertion": f"Inserted as a tracked change{who}; it is part of the text.",
            "tracked-deletion": f"Deleted as a tracked change{who}; it is not part of the text: {shown}.",
            "comment": f"Comment{who}: {shown}.",
            "footnote": f"Footnote: {shown}.",
        }[self.kind]
        return Problem(self.kind, message, self.start, self.end if self.end is not None else self.start, Severity.NOTE)


@dataclass(slots=True)
class Writer:
    """Writes the text of a document piece by piece and keeps what stands beside it."""

    numbering: Numbering
    notes: dict[str, str]
    comments: dict[str, tuple[str | None, str]]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    remarks: list[Remark] = field(default_factory=list)
    joined: bool = False
    ranges: dict[str, int] = field(default_factory=dict)

    def write_body(self, body: etree._Element) -> None:
        """Write all paragraphs, those in tables and frames too, without recursion into their nesting."""
        for paragraph, gone in _paragraphs(body):
            self._paragraph(paragraph, gone)

    @property
    def text(self) -> str:
        return "".join(self.pieces).rstrip("\n")

    def _paragraph(self, paragraph: etree._Element, gone: bool) -> None:
        """Write one paragraph after its number. One whose mark was deleted goes on in the next."""
        mark = child(paragraph, "pPr", "rPr")
        mark_gone = any(tag_of(each) in _GONE for each in (mark if mark is not None else ()))
        words = list(_inline(paragraph))
        empty = not any(kind == "text" and piece.strip() and not out for kind, piece, out, _ in words)
        if not (empty and (mark_gone or gone)) and not self.joined and not empty:
            self._put(self.numbering.next_number(paragraph))
        before = self.length
        for kind, piece, out, change in words:
            self._piece(kind, piece, change, out=out or gone)
        self.joined = mark_gone and (self.length > before or self.joined)
        if self.length > before and not self.joined:
            self._put(PARTED)

    def _piece(self, kind: str, piece: str, change: etree._Element | None, *, out: bool) -> None:
        if kind == "text" and out:
            self._changed("tracked-deletion", change, piece)
        elif kind == "text":
            start = self.length
            self._put(piece)
            if change is not None:
                self._changed("tracked-insertion", change, piece, start)
        elif kind == "comment-start":
            self.ranges[piece] = self.length
        elif kind == "comment" and piece in self.comments:
            author, words = self.comments[piece]
            self.remarks.append(Remark("comment", author, self.ranges.get(piece, self.length), self.length, words))
        elif kind == "note" and piece in self.notes and not out:
            self.remarks.append(Remark("footnote", None, self.length, self.length, self.notes[piece]))

    def _changed(self, kind: str, change: etree._Element | None, words: str, start: int | None = None) -> None:
        """Note a tracked change, together with the one that it goes on from."""
        author = attribute(change, "author")
        start = self.length if start is None else start
        last = self.remarks[-1] if self.remarks else None
        if last and last.kind == kind and last.author == author and (last.end or last.start) == start:
            last.words += words
            last.end = self.length
        else:
            self.remarks.append(Remark(kind, author, start, self.length, words))

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


def plain_words(root: etree._Element) -> str:
    """All words of a note or a comment, its paragraphs on one line."""
    written = (
        piece
        for paragraph, _ in _paragraphs(root)
        for kind, piece, out, _ in _inline(paragraph)
        if kind == "text" and not out
    )
    return " ".join("".join(written).split())


def notes_of(part: etree._Element | None, name: str) -> dict[str, str]:
    """The words of the footnotes (or endnotes) of a part by their ids; separators are none."""
    return {
        f"{name}{attribute(note, 'id')}": words
        for note in children(part, name)
        if attribute(note, "type") in (None, "normal") and (words := plain_words(note))
    }


def comments_of(part: etree._Element | None) -> dict[str, tuple[str | None, str]]:
    """Author and words of each comment by its id."""
    return {
        attribute(each, "id") or "": (attribute(each, "author"), plain_words(each))
        for each in children(part, "comment")
    }


def _paragraphs(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Every paragraph under ``root`` in order, and whether what holds it was deleted; those in a frame after the
    paragraph that the frame is tied to."""
    waiting = [(root, False)]
    while waiting:
        element, gone = waiting.pop()
        name = tag_of(element)
        if name == "p":
            yield element, gone
            waiting.extend((frame, gone) for frame in reversed(_frames(element)))
        elif name not in _SKIPPED:
            deleted = gone or name in _GONE or (name == "tr" and child(element, "trPr", "del") is not None)
            waiting.extend((each, deleted) for each in reversed(element))


def _frames(paragraph: etree._Element) -> list[etree._Element]:
    """The text boxes that are tied to a paragraph, without the copies for older programs."""
    frames: list[etree._Element] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if tag_of(element) == "txbxContent":
            frames.append(element)
        elif tag_of(element) not in _SKIPPED:
            waiting.extend(reversed(element))
    return frames


_Piece = tuple[str, str, bool, etree._Element | None]


def _inline(paragraph: etree._Element) -> Iterator[_Piece]:
    """The pieces of a paragraph: words, and marks of comments and notes; whether deleted, and by which change."""
    waiting: list[tuple[etree._Element, bool, etree._Element | None]] = [(paragraph, False, None)]
    while waiting:
        element, out, change = waiting.pop()
        name = tag_of(element)
        if name in ("t", "delText"):
            yield "text", element.text or "", out, change
        elif name in _SIGNS:
            yield "text", "" if attribute(element, "type") in ("page", "column") else _SIGNS[name], out, change
        elif name in ("commentRangeStart", "commentReference"):
            yield "comment-start" if name.endswith("Start") else "comment", attribute(element, "id") or "", out, change
        elif name in ("footnoteReference", "endnoteReference"):
            yield "note", name.removesuffix("Reference") + (attribute(element, "id") or ""), out, change
        elif name not in _SKIPPED and name != "txbxContent" and not (name == "r" and _is_hidden(element)):
            changed = element if name in _GONE or name in _NEW else change
            waiting.extend((each, out or name in _GONE, changed) for each in reversed(element))


def _is_hidden(run: etree._Element) -> bool:
    return is_on(child(run, "rPr", "vanish"))
