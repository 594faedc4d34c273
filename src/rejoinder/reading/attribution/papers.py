"""Papers that speak: the texts that a story names go in; whose words "the letter says", "it adds" are comes out.

Which texts a story names, and whose they are, is found beside it (``business.texts``) and passed in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rejoinder.model import Actor, Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import words_of
from rejoinder.reading.knowledge import word_set

_LEAD = 5
"""Code points that may stand before a paper at the head of a sentence: a mark, "But"."""
_LONGEST = 4
_SEEN = re.compile(r"\b(?:seen|obtained|reviewed) by (?:the )?([A-Z][\w&-]*(?: [A-Z][\w&-]*)*)")


@dataclass(frozen=True, slots=True)
class Papers:
    """The noun phrases that name the texts of a story, in their order, each with the author of the text."""

    nouns: tuple[Span, ...] = ()
    authors: tuple[Actor, ...] = ()

    @classmethod
    def of(cls, found: Iterable[tuple[Span, Actor]]) -> Papers:
        """The papers of some nouns and authors, in any order."""
        rows = sorted(dict(found).items())
        return cls(tuple(noun for noun, _ in rows), tuple(actor for _, actor in rows))

    def speaking_in(self, text: str, source: Span) -> Actor | None:
        """The author of the paper that a source is: of "The letter, seen by Reuters,", not of "the letter writer"."""
        at = self._at(source)
        if at is None:
            return None
        behind = words_of(text[self.nouns[at].end : source.end])
        alone = not behind or behind[0] in word_set("speakers", "behind_papers") or text[self.nouns[at].end] == ","
        return self.authors[at] if alone else None

    def opening(self, sentence: Span) -> Actor | None:
        """The author of the paper with which a sentence opens as its subject."""
        at = self._at(sentence)
        return self.authors[at] if at is not None else None

    def _at(self, span: Span) -> int | None:
        """The paper with whose words a span begins."""
        at = bisect_left(self.nouns, (span.start, 0))
        begins = at < len(self.nouns) and self.nouns[at].start < span.start + _LEAD and self.nouns[at].end <= span.end
        return at if begins else None


def may_be_papers(text: str, drafts: Iterable[Draft]) -> bool:
    """Whether a source can be a paper at all, so that it is worth asking which papers the story names."""
    nouns = word_set("speakers", "documents") | word_set("speakers", "papers") | {"it"}
    return any(
        not nouns.isdisjoint(words_of(text[slice(*draft.source)])) for draft in drafts if draft.source is not None
    )


def names_document(words: Sequence[str], *, envisaging: bool) -> bool:
    """Whether the words of a source open with a document; ``envisaging`` a paper that puts something forward."""
    documents = word_set("speakers", "documents")
    if envisaging:
        documents |= word_set("speakers", "papers")
    return bool(documents.intersection(takewhile(lambda word: word != "of", words[:_LONGEST])))


def medium_of(story: Prepared, source: Span) -> Actor | None:
    """Who has seen the paper of a source and reports it: "The letter, seen by Reuters, says"."""
    sentence = story.sentence_at(source.start)
    found = _SEEN.search(story.text, source.start, max(source.end, sentence.end))
    return Actor(found[1], None, None) if found is not None else None


def sentence_before(story: Prepared, source: Span) -> Span | None:
    """The sentence before that which a source opens; None where the source opens none, or nothing stands before."""
    sentence = story.sentence_at(source.start)
    if story.text[sentence.start : source.start].strip():
        return None
    at = bisect_left(story.sentences, sentence) - 1
    return story.sentences[at] if at >= 0 else None
