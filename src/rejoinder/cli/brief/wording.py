"""Words for the screen: passages, days and places of a Reading -> short strings. Nothing here colours or lays out.

What comes from a story is cleaned before it is shown: a control character could steer the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, chop_cells

from rejoinder.model import Actor, Interval, Passage, SaidOn, Statement

ELLIPSIS = "…"
LONGEST = 2_000
_QUOTES = "\"“”„‟«»'‘’‚‹›"
_DOUBLE = re.compile('["“”„‟«»]')
_OPENING = re.compile(rf"^[{_QUOTES}\s]*[{_QUOTES}](?=\S)")
_CLOSING = re.compile(rf"(?<=\S)[{_QUOTES}]+[\s.,;:]*$")
_WHOLE = re.compile('(?:that\\s+)?["“„«][^"“”„«»]*["”“»][.,]?\\s*$')
_THAT = re.compile(r"^that\s+", re.IGNORECASE)
_MODAL = re.compile(
    r"^(?:to|(?:is|are) to|(?:will|would|shall|should)(?: then| also| now)?)\s+(?!not\b|never\b)(?=\w)", re.IGNORECASE
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def clean(words: str) -> str:
    """``words`` on one line: white space runs made one space, control and steering characters taken out."""
    kept = (" " if character.isspace() else character for character in words[:LONGEST])
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).split())


def shown_words(statement: Statement) -> tuple[str, bool]:
    """What a statement says, without its quotation marks and leading "that", and whether to put it in quotes.

    Pieces are joined by an ellipsis. Words that are only partly quoted keep their marks.
    """
    pieces = statement.parts or (statement.content,)
    quoted = statement.direct or all(_WHOLE.match(piece.exact[:LONGEST]) for piece in pieces)
    return _in_quotes(pieces) if quoted else (_indirect(pieces), False)


def _indirect(pieces: tuple[Passage, ...]) -> str:
    words = f" {ELLIPSIS} ".join(clean(piece.exact).strip(" ,;:") for piece in pieces)
    return _THAT.sub("", words)


def _in_quotes(pieces: tuple[Passage, ...]) -> tuple[str, bool]:
    bare = [_unquote(piece.exact) for piece in pieces]
    if any(_DOUBLE.search(piece) for piece in bare):
        return _indirect(pieces), False
    return f" {ELLIPSIS} ".join(piece for piece in bare if piece), True


def _unquote(words: str) -> str:
    """A piece of a quotation without its outer marks, those that open its paragraphs, and the comma at its end."""
    paragraphs = [_OPENING.sub("", paragraph) for paragraph in _LINE_END.split(_THAT.sub("", words[:LONGEST]))]
    return clean(_CLOSING.sub("", " ".join(paragraphs).strip())).rstrip(" ,;:")


def shown_undertaking(action: Passage) -> str:
    """What is to be done, without the "will" or "to" that opens it."""
    return _MODAL.sub("", clean(action.exact))


def shown_actor(actor: Actor) -> str:
    """A name, and its side where the name does not hold it."""
    name, party = clean(actor.name), clean(actor.party or "")
    return f"{name} ({party})" if party not in name else name


def side_of(actor: Actor) -> str:
    """The side of an actor: its party, or its own name where that is not known."""
    return actor.party or actor.name


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def shown_as_read(interval: Interval, text: str) -> str:
    """Days with their year, as read and as said."""
    return f"{shown_days(interval, None)} (“{clean(text)}”)"


def shown_said_on(said: SaidOn | None, home: date | None) -> str | None:
    """The day of speaking as it is read, with the words where they cover more than one day or could not be read."""
    if said is None:
        return None
    days = shown_days(said.interval, home)
    words = f"“{clean(said.text)}”" if said.text else None
    if days is None or words is None:
        return days or words
    return days if said.interval.earliest == said.interval.latest else f"{days} ({words})"


def shown_days(interval: Interval, home: date | None) -> str | None:
    """An interval in short; its year is left out where it is that of ``home``. None if both ends are open."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        end = first or last
        return f"{'from' if first else 'by'} {shown_day(end, home)}" if end else None
    if first == last:
        return shown_day(first, home)
    year = "" if home and first.year == last.year == home.year else f" {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b}{year}"
    start = f"{first.day} {first:%b}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} – {last.day} {last:%b}{year}"


def shown_day(day: date, home: date | None = None) -> str:
    """``Wed 26 Jan 2022``, without the year where it is that of ``home``."""
    return f"{day:%a} {day.day} {day:%b}" + ("" if home and home.year == day.year else f" {day.year}")


def shown_basis(basis: str | None) -> str | None:
    """How the day of a story is known, in three or four words."""
    if not basis:
        return None
    if "year from the weekday" in basis:
        return "year from the weekday"
    start = basis.partition(":")[0]
    return "dateline" if start.startswith("dateline") else clean(start)


class Places:
    """Lines and columns of a text, both counted from 1, as an editor counts them.

    ``widest`` is the length that no place of the text exceeds.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        ends = [*self._starts[1:], len(text) + 1]
        longest = max(end - start for start, end in zip(self._starts, ends, strict=True))
        self.widest = len(f"[{len(self._starts)}:{longest}]")

    def at(self, offset: int) -> str:
        """``[line:column]`` of an offset; the column counts code points."""
        line = bisect_right(self._starts, offset)
        return f"[{line}:{offset - self._starts[line - 1] + 1}]"


def fill(words: str, width: int, lines: int, cut: str = ELLIPSIS, tail: str = "") -> list[str]:
    """``words`` over at most ``lines`` lines of ``width`` cells, broken between words.

    What does not fit ends with ``cut``; ``tail`` follows the words in any case. Both must fit a line.
    """
    words_and_tail = [*breakable(words, width), *([tail] if tail else [])]
    full = _break(words_and_tail, width)
    if len(full) <= lines:
        return full
    kept = full[: lines - 1]
    rest = words_and_tail[sum(len(line.split(" ")) for line in kept) : len(words_and_tail) - bool(tail)]
    ending = cut + (f" {tail}" if tail else "")
    room = max(1, width - cell_len(ending))
    last = _break(breakable(" ".join(rest), room), room)[0]
    return [*kept, last.rstrip(" ,;:—–-") + ending]


def breakable(words: str, width: int) -> list[str]:
    """The words, those that are longer than a line chopped to its width."""
    pieces = []
    for word in words.split():
        pieces.extend(chop_cells(word, width) if cell_len(word) > width else [word])
    return pieces


def _break(words: list[str], width: int) -> list[str]:
    """Lines of as many words as fit; no line is without a word."""
    lines: list[list[str]] = []
    used = 0
    for word in words:
        size = cell_len(word)
        if lines and used + 1 + size <= width:
            lines[-1].append(word)
            used += 1 + size
        else:
            lines.append([word])
            used = size
    return [" ".join(line) for line in lines]
