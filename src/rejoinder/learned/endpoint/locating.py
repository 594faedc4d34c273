"""Words as they were given back -> the one place of the story where they stand.

Words must stand in the story as they are given; only white space and the shape of quotation marks, dashes and dots
may differ, as models write these in their own way. What stands there several times is told apart by the words before
and behind it, then by what must be near. What remains ambiguous has no place: nothing is moved to a lookalike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rejoinder.model import Passage, Span

MOST = 50
"""Words that stand in a piece more often than this are ambiguous without a look at each place."""
CONTEXT = 80
"""How many code points before and behind the words are compared, at most."""
_SHAPES = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


class Missing(StrEnum):
    """Why words have no place."""

    NOT_FOUND = "not in the text"
    AMBIGUOUS = "in the text more than once"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as an answer gives them, with a little of what stands before and behind them."""

    exact: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in plain shapes: white space made one space, marks made plain; ``offsets`` are where each of its code
    points stands in the document. ``known`` keeps the places of words that were looked for."""

    text: str
    offsets: Sequence[int]
    known: dict[str, list[tuple[int, int]]] = field(default_factory=dict, compare=False, repr=False)

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a stretch of the folded text."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold(text: str, spans: Sequence[Span]) -> Folded:
    """The folded text of some spans of a document, in their order, with a space between them."""
    shown: list[str] = []
    offsets = array("q")
    for start, end in spans:
        for at in range(start, end):
            mark = text[at]
            plain = " " if mark.isspace() else _SHAPES.get(mark, mark)
            if plain == " " and (not shown or shown[-1] == " "):
                continue
            shown.extend(plain)
            offsets.extend([at] * len(plain))
        if shown and shown[-1] != " ":
            shown.append(" ")
            offsets.append(max(start, end - 1))
    return Folded("".join(shown), offsets)


def fold_words(words: str) -> str:
    """Words in the same plain shapes, without space at their ends."""
    return fold(words, [Span(0, len(words))]).text.strip()


def locate(
    text: str, piece: Folded, quote: Quote, near: Sequence[Span] = (), outside: Sequence[Span] = ()
) -> Passage | Missing:
    """The place of a quote in a piece of the document ``text``.

    ``near``     where it is to be looked for if it stands in several places: the narrowest first
    ``outside``  where it is not, if it stands elsewhere as well
    """
    words = fold_words(quote.exact)
    if words and words not in piece.known:
        piece.known[words] = list(_places(text, piece, words))
    found = piece.known.get(words, [])
    if not found:
        return Missing.NOT_FOUND
    if len(found) > MOST:
        return Missing.AMBIGUOUS
    left = [piece.span(*place) for place in _in_context(piece.text, found, quote)]
    left = [span for span in left if not any(around.holds(span) for around in outside)] or left
    for around in near if len(left) > 1 else ():
        within = [span for span in left if around.holds(span)]
        if within:
            left = within
            break
    return Passage.of(text, *left[0]) if len(left) == 1 else Missing.AMBIGUOUS


def _places(text: str, piece: Folded, words: str) -> Iterator[tuple[int, int]]:
    """Where the folded words stand in a piece, whole words only; one more than ``MOST`` at most."""
    count, at = 0, piece.text.find(words)
    while at >= 0 and count <= MOST:
        place = (at, at + len(words))
        if _is_whole(piece.text, *place) and _is_unbroken(text, piece, place, words):
            yield place
            count += 1
        at = piece.text.find(words, at + 1)


def holds_words(text: str, words: str) -> bool:
    """Whether folded words stand in a folded text, as whole words."""
    at = text.find(words) if words else -1
    while at >= 0 and not _is_whole(text, at, at + len(words)):
        at = text.find(words, at + 1)
    return at >= 0


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends between words."""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _is_unbroken(text: str, piece: Folded, place: tuple[int, int], words: str) -> bool:
    """Whether the document says these words and nothing else between the two ends."""
    return fold_words(text[slice(*piece.span(*place))]) == words


def _in_context(text: str, places: list[tuple[int, int]], quote: Quote) -> list[tuple[int, int]]:
    """Those places that have the words of the quote before and behind them; if none has both, those that have one."""
    before, after = fold_words(quote.before)[-CONTEXT:], fold_words(quote.after)[:CONTEXT]
    if len(places) == 1 or not (before or after):
        return places
    fits = [
        (
            text[max(0, start - CONTEXT - 1) : start].rstrip().endswith(before) if before else None,
            text[end : end + CONTEXT + 1].lstrip().startswith(after) if after else None,
        )
        for start, end in places
    ]
    both = [place for place, fit in zip(places, fits, strict=True) if False not in fit]
    return both or [place for place, fit in zip(places, fits, strict=True) if True in fit] or places
