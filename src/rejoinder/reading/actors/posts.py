"""Descriptions: the noun of a post or body goes in, the noun phrase around it comes out.

"the ministry's spokeswoman", "a senior US official", "the water minister of Lower Halvern": where the phrase
begins and ends, which names stand in it, and what it is of or for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rejoinder.reading.actors.names import Head, Name, match_head, strip_article
from rejoinder.reading.actors.parties import state_nouns
from rejoinder.reading.actors.words import Word
from rejoinder.reading.knowledge import word_set

PLACING = frozenset(["in", "at", "near", "from", "outside", "around", "to", "into", "via", "between"])
_LONGEST = 9
_DEPUTIES = frozenset(["deputy", "vice", "assistant", "former", "ex", "under", "shadow", "then"])
_FORMER = frozenset(["former", "ex", "late", "then", "retired"])
_RANKS = frozenset(["senior", "top", "veteran", "chief", "main", "own", "official", "western", "unnamed", "lead"])


class Description(NamedTuple):
    """A noun phrase at the words ``first`` to ``last`` (exclusive), with its complement.

    ``names`` stand before the head, ``inner`` are nouns for posts and bodies before it ("the ministry's"),
    ``link`` and ``of_names``, ``of_heads`` are the preposition after it and what stands behind that."""

    first: int
    last: int
    head: Head
    determiner: str | None
    names: tuple[Name, ...]
    inner: tuple[Head, ...]
    link: str | None
    of_names: tuple[Name, ...]
    of_heads: tuple[Head, ...]
    words: tuple[str, ...]

    @property
    def deputy(self) -> bool:
        """Whether it is not the office itself but one below or before it."""
        return any(word in _DEPUTIES for word in self.words)


class Page(NamedTuple):
    """The words of a story with the names and heads in them."""

    text: str
    words: Sequence[Word]
    names: Sequence[Name]
    heads: Sequence[Head]

    def names_in(self, first: int, last: int) -> tuple[Name, ...]:
        """The names that begin within a range of words."""
        start = bisect_left(self.names, (first,))
        return tuple(self.names[start : bisect_left(self.names, (last,), start)])

    def name_over(self, at: int) -> Name | None:
        """The name in which the word ``at`` stands, if there is one."""
        where = bisect_right(self.names, at, key=lambda name: name.first) - 1
        return self.names[where] if where >= 0 and at < self.names[where].last else None

    def heads_in(self, first: int, last: int) -> tuple[Head, ...]:
        """The heads that begin within a range of words."""
        start = bisect_left(self.heads, (first,))
        return tuple(self.heads[start : bisect_left(self.heads, (last,), start)])

    def slice(self, first: int, last: int) -> str:
        """The exact text of a range of words."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


def describe(page: Page, head: Head, floor: int = 0, ceiling: int | None = None) -> Description:
    """The description whose head is ``head``; it does not reach beyond the words ``floor`` and ``ceiling``."""
    first = left_edge(page.words, head.first, floor)
    link, begin, last = _complement(page.words, head.last, len(page.words) if ceiling is None else ceiling)
    determiner = page.words[first].low if page.words[first].low in word_set("titles", "edges", "determiners") else None
    if first == head.first:
        determiner = None
    said = tuple(word.low for word in page.words[first : head.last])
    before = page.names_in(first, head.first)
    inner = page.heads_in(first, head.first)
    return Description(
        first, last, head, determiner, before, inner, link, page.names_in(begin, last), page.heads_in(begin, last), said
    )


def left_edge(words: Sequence[Word], head: int, floor: int = 0) -> int:
    """The first word of the noun phrase whose head begins at ``head``."""
    determiners = word_set("titles", "edges", "determiners")
    stops = word_set("titles", "edges", "stops")
    at = head
    while at > floor and head - at < _LONGEST:
        word = words[at - 1]
        if word.sentence != words[head].sentence or word.quoted != words[head].quoted:
            break
        if word.low in determiners:
            return at - 1
        if not (word.text[0].isalnum() or word.owner) or word.low in stops or _is_verbal(word):
            break
        at -= 1
    return at + 1 if words[at].owner else at


def _is_verbal(word: Word) -> bool:
    """Lower-case words in -ed and -ly end a noun phrase to the left, save the few that stand inside one."""
    if word.capital or word.low in (
        "united",
        "retired",
        "unnamed",
        "elected",
        "appointed",
        "so-called",
        "armed",
        "allied",
    ):
        return False
    return len(word.low) > 4 and word.low.endswith(("ed", "ly")) and "-" not in word.low


def _complement(words: Sequence[Word], at: int, ceiling: int) -> tuple[str | None, int, int]:
    """The link after a head, where the complement begins and where it ends; no link: both are ``at``."""
    if (
        at >= ceiling
        or words[at].low not in word_set("titles", "edges", "complements")
        or words[at].sentence != words[at - 1].sentence
    ):
        return None, at, at
    determiners = word_set("titles", "edges", "determiners")
    stops = word_set("titles", "edges", "stops")
    end = at + 1
    while end < ceiling and end - at < _LONGEST:
        word = words[end]
        inside = word.low in determiners or word.low in ("of", "to", "with", "on") or word.owner
        if not inside and _is_verb_behind_name(words, end):
            break
        if (not inside and (not word.text[0].isalnum() or word.low in stops)) or word.sentence != words[at].sentence:
            break
        end += 1
    return (words[at].low, at + 1, end) if end > at + 1 else (None, at, at)


def _is_verb_behind_name(words: Sequence[Word], at: int) -> bool:
    """As in "the board of the Coastal Resilience Fund | wound up": a word that stands in no name and before no noun
    that a name may tell apart."""
    if words[at].capital or not words[at].low.isalpha() or not words[at - 1].capital:
        return False
    ahead = range(at, min(at + 3, len(words)))
    return not any(match_head(words, place) for place in ahead)


def post_text(page: Page, found: Description) -> str:
    """The office as the story words it, without country and owner, with "of" and "for"."""
    first = found.head.first
    modifiers = word_set("titles", "modifiers", "words")
    while first > found.first and page.words[first - 1].low in modifiers and not _is_known(found, first - 1):
        first -= 1
    keeps = found.link in ("of", "for") and not (
        found.of_names and found.of_names[0].known is not None and found.link == "of"
    )
    return " ".join(page.slice(first, found.last if keeps else found.head.last).split())


def phrase_text(page: Page, found: Description) -> str:
    """The words of a description without article, with its complement."""
    keeps = found.link is not None and found.link != "from"
    return strip_article(page.slice(found.first, found.last if keeps else found.head.last))


def body_text(page: Page, found: Description) -> str:
    """The name of a described body: without article, without a state as its owner, with "of" and "for"."""
    first = found.first + 2 * _begins_with_day(found.words)
    if found.head.sort in state_nouns():
        for name in found.names:
            if name.first == first and name.last < found.head.first and page.words[name.last].owner:
                first = name.last + 1
    keeps = found.link in ("of", "for") and (found.of_names or found.of_heads)
    return strip_article(page.slice(first, found.last if keeps else found.head.last))


def is_joint(page: Page, found: Description) -> bool:
    """Whether a description is of several people of several sides: "the foreign ministers of both countries"."""
    words = [word.low for word in page.words[found.first : found.last]]
    plural = page.words[found.head.last - 1].low in word_set("titles", "plural", "heads")
    whose = words[found.head.last - found.first :]
    return plural and any(a in ("both", "two", "three", "several", "all") for a in whose)


def _begins_with_day(words: Sequence[str]) -> bool:
    """As in "Wednesday's board meeting"."""
    return len(words) > 2 and words[0].capitalize() in word_set("people_nouns", "openers", "calendar")


def is_told(found: Description) -> bool:
    """Whether a description of a body is more than its common noun: "the creditor committee", "Foreign Ministry"."""
    rest = [word for word in found.words if word not in word_set("titles", "edges", "determiners")]
    rest = rest[2 * _begins_with_day(found.words) :]
    return len(rest) > 1 or (found.link == "of" and bool(found.of_names)) or found.head.last - found.head.first > 2


def is_former(found: Description) -> bool:
    """Whether it tells what somebody was: "former Nigerian President"."""
    return not _FORMER.isdisjoint(found.words)


def _is_known(found: Description, at: int) -> bool:
    return any(name.first <= at < name.last for name in found.names)


def distinguishing(found: Description) -> frozenset[str]:
    """The words before the head that tell one post from another: neither ranks, names nor determiners."""
    names = {word for name in found.names for word in name.text.lower().split()}
    inner = {word for head in found.inner for word in head.sort.split()}
    rest = set(found.words[: len(found.words) - (found.head.last - found.head.first)])
    plain = word_set("titles", "edges", "determiners") | _RANKS | names | inner | {"'s", "’s", "'", "’"}
    return frozenset(rest - plain)
