"""Which matter "the issue", "the main point" or "it" means: a told story goes in; the matters that it names by words of
their own, each with its place, come out, to be asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.model import Span
from rejoinder.reading.business.claims import find_claims, listed
from rejoinder.reading.business.claims import triggers as claiming
from rejoinder.reading.business.forums import PASSIVE, Stretch, subject_before
from rejoinder.reading.business.moving import find_moves
from rejoinder.reading.business.moving import triggers as moving
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.texts.edges import noun_words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import read_cue

_FAR = 1500
"""Code points back within which a matter must be named."""
_LONGEST = 9
_PRONOUNS = frozenset(["it", "this", "that", "them", "these"])


@dataclass(frozen=True, slots=True)
class Matters:
    """The matters that a story names by words of their own, in the order of the text."""

    spans: tuple[Span, ...] = ()

    def meant(self, words: Words, stretch: Stretch | None) -> Span | None:
        """The words for a matter: those given, or, where they only point back, the last before them that name it."""
        if stretch is None:
            return None
        span = words.span(*stretch)
        if not points_back(words, stretch):
            return span
        beside = _named_beside(words, stretch)
        if beside is not None:
            return beside
        at = bisect_left(self.spans, span) - 1
        return self.spans[at] if at >= 0 and span.start - self.spans[at].end < _FAR else span


def _named_beside(words: Words, stretch: Stretch) -> Span | None:
    """As in "the main issue, the further expansion of the alliance to the east": what the words right behind name."""
    last = stretch[1]
    if words.low(last) != "," or words.low(last + 1) not in ("the", "that", "a", "an"):
        return None
    end = words.phrase_end(last + 1)
    while words.low(end) in ("to", "on", "in", "for", "from", "of") and words.phrase_end(end + 1) > end + 1:
        end = words.phrase_end(end + 1)
    says = any(words.low(at).endswith("ed") or read_cue(words.low(at)).known for at in range(last + 2, end))
    ends = end > last + 2 and words.low(end) in (",", ".", ";", "")
    return words.span(last + 1, end) if ends and not says else None


def points_back(words: Words, stretch: Stretch) -> bool:
    """Whether words only point back to a matter: "it", "the issue", "our main demand"."""
    first, last = stretch
    lows = [words.low(at) for at in range(first, last)]
    if len(lows) == 1 and lows[0] in _PRONOUNS:
        return True
    light = listed("rank", "main") | listed("back", "words")
    definite = lows[0] in listed("back", "definite") and words.is_one_of(last - 1, listed("rank", "nouns"))
    return definite and all(low in light for low in lows[1:-1])


def find_matters(told: Told) -> Matters:
    """The matters of a story. Never raises on any text."""
    found = {
        words.span(*stretch)
        for _, words in told.sentences_with(claiming() | moving() | {"item", "top", "first"})
        for stretch in _named(told, words)
    }
    return Matters(tuple(sorted(found)))


def _named(told: Told, words: Words) -> Iterator[Stretch]:
    """The matters of a sentence that are named: by what it calls or moves, and as an item of a list."""
    stretches = [claim.of for claim in find_claims(words)]
    stretches += [move.what for move in find_moves(told, words)]
    stretches += [_numbered(words, at) for at in range(words.first, words.last)]
    for stretch in stretches:
        if stretch is not None and _is_specific(told, words, stretch):
            yield stretch


def _numbered(words: Words, at: int) -> Stretch | None:
    """As in "rostering is item one", "noise was top of our list", "the limit was our first question"."""
    if words.low(at) not in PASSIVE:
        return None
    one, two = words.low(at + 1), words.low(at + 2)
    item = one in ("item", "point") and two in listed("back", "numbers")
    first = one in listed("back", "ours") and two == "first" and words.is_one_of(at + 3, listed("rank", "nouns"))
    top = any((words.low(near), words.low(near + 1)) == ("top", "of") for near in range(at + 1, at + 4))
    return subject_before(words, at) if item or first or top else None


def _is_specific(told: Told, words: Words, stretch: Stretch) -> bool:
    """Whether words name a matter by themselves: no text, nobody, and nothing that only points back."""
    first, last = stretch
    lows = {words.low(at) for at in range(first, last)}
    text = not noun_words().isdisjoint(lows) or not {"who", "we", "i", "he", "she", "they", "you"}.isdisjoint(lows)
    named = told.story.cast.story.page.names_in(first, last)
    whole = any(name.first == first and name.last == last for name in named)
    return last - first <= _LONGEST and not text and not whole and not points_back(words, stretch)
