"""The words around a cue: a story and a draft in, the stretch of words out in which its circumstances may stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.model import Span
from rejoinder.reading.actors.words import Word, words_within
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared

_COMMAS = frozenset([",", ";", ":", "—", "–", "(", ")"])
_REACH = 60
"""Words on either side of a cue that are looked at, so that an endless sentence costs no more than a long one."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words ``first`` to ``last`` of a cue's sentence (as far as speech reaches, for speech inside speech).

    ``cue``     the range of the words of the cue
    ``source``  the range of the words of the source, or None
    ``own``     the words of the draft's own content; ``taken`` those of anybody's, where no circumstance stands
    """

    words: Sequence[Word]
    first: int
    last: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    own: frozenset[int]
    taken: frozenset[int]

    @property
    def span(self) -> Span:
        """The stretch of text from the first word to the last."""
        return _span_of(self.words, self.first, self.last)

    def free(self, at: int) -> bool:
        """Whether the word ``at`` lies in the sentence and in nobody's content."""
        return self.first <= at < self.last and at not in self.taken

    def low(self, at: int) -> str:
        """The word ``at`` in lower case; nothing outside of the sentence."""
        return self.words[at].low if self.first <= at < self.last else ""

    def clause_before(self, at: int) -> Iterable[Word]:
        """The words before ``at``, the nearest first, back to a comma, the cue, or content."""
        while at > self.first and self.words[at - 1].text not in _COMMAS:
            at -= 1
            if at in self.taken or self.cue[0] <= at < self.cue[1]:
                return
            yield self.words[at]


class Contents:
    """All contents of a story's own level, to be asked for those in a range without going through all of them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        parts = sorted(part for draft in drafts if draft.outer is None for part in draft.parts)
        self._spans: list[Span] = []
        for part in parts:
            if self._spans and part.start < self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(part.end, self._spans[-1].end))
            else:
                self._spans.append(part)

    def within(self, span: Span) -> list[Span]:
        """The stretches of content that overlap a span."""
        at = max(0, bisect_right(self._spans, (span.start, span.start)) - 1)
        found = []
        while at < len(self._spans) and self._spans[at].start < span.end:
            if self._spans[at].overlaps(span):
                found.append(self._spans[at])
            at += 1
        return found


def look_around(story: Prepared, draft: Draft, cue: Span, contents: Contents) -> Surroundings:
    """The surroundings of a draft's cue."""
    words = story.cast.story.page.words
    sentence = story.sentence_at(cue.start)
    if draft.outer is not None:
        whole = draft.outer.content
        sentence = Span(max(sentence.start, whole.start), max(sentence.start, min(sentence.end, whole.end)))
    begin, end = words_within(words, cue)
    first, last = words_within(words, sentence)
    if draft.outer is not None and first < last and words[first].low == "that":
        first += 1
    first, last = max(first, begin - _REACH), min(last, end + _REACH)
    window = _span_of(words, first, last)
    own = _inside(words, draft.parts, window)
    spans = draft.parts if draft.outer is not None else [*contents.within(window), *draft.parts]
    source = words_within(words, draft.source) if draft.source is not None else None
    return Surroundings(words, first, last, (begin, end), source, own, _inside(words, spans, window))


def _span_of(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last - 1].end) if first < last else Span(0, 0)


def _inside(words: Sequence[Word], spans: Iterable[Span], window: Span) -> frozenset[int]:
    """The words of some spans, as far as they stand in the window."""
    found: set[int] = set()
    for span in spans:
        start, end = max(span.start, window.start), min(span.end, window.end)
        if start < end:
            found.update(range(*words_within(words, Span(start, end))))
    return frozenset(found)
