"""Noun phrases that may name somebody: the words of a story in, where a phrase ends, out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rejoinder.model import Span
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.knowledge import word_set

Ends = Mapping[int, int]
"""Where the names (or the nouns of posts and bodies) that begin at some words end."""
_PHRASE = 10
"""Words of a noun phrase."""
_ARTICLES = frozenset(["the", "its", "his", "her", "their"])
_JOINING = frozenset(["of", "and", "for"])


class Phrase(NamedTuple):
    """The words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


def noun_phrase_end(page: Page, begin: int, limit: int) -> int:
    """Where the noun phrase that begins at a word ends; ``begin`` itself where none does that could name somebody."""
    words, limit = page.words, min(limit, begin + _PHRASE)
    if begin >= limit:
        return begin
    if words[begin].low in word_set("clauses", "pronouns"):
        return begin + 1
    names = {name.first: name.last for name in page.names_in(begin, limit)}
    heads = {head.first: head.last for head in page.heads_in(begin, limit)}
    at, named = begin, False
    if words[at].low in word_set("titles", "edges", "determiners"):
        at += 1
    while at < limit:
        step = names.get(at) or heads.get(at)
        if step is not None:
            at, named = min(step, limit), True
        elif (
            words[at].owner
            or _modifies(page, at, limit, names, heads)
            or (named and _joins(page, at, limit, names, heads))
        ):
            at += 1
        else:
            break
    if not named:
        return _plain_end(page, begin, limit)
    owned = words[at - 1].owner
    while at < limit and _is_plain(page, at) and not words[at].owner and (owned or words[at].low.endswith("s")):
        at += 1
    return at


def _modifies(page: Page, at: int, limit: int, names: Ends, heads: Ends) -> bool:
    """Whether the word goes before a name or the noun of a post: "senior US official"."""
    ahead = next((other for other in range(at + 1, min(at + 4, limit)) if other in names or other in heads), None)
    return ahead is not None and all(_is_plain(page, other) for other in range(at, ahead))


def _is_plain(page: Page, at: int) -> bool:
    word = page.words[at]
    stops = word_set("titles", "edges", "stops")
    return (word.text[0].isalpha() and word.low not in stops) or word.owner or word.text == "-"


def _joins(page: Page, at: int, limit: int, names: Ends, heads: Ends) -> bool:
    """Whether "of" or "and" go on with the phrase."""
    words = page.words
    skip = at + 2 if at + 1 < limit and words[at + 1].low in _ARTICLES else at + 1
    return words[at].low in _JOINING and (skip in names or skip in heads)


def _plain_end(page: Page, begin: int, limit: int) -> int:
    """A phrase of plain words that names a group: "the companies", "private creditors"; right before its verb."""
    words = page.words
    at = begin
    if words[at].low in word_set("titles", "edges", "determiners"):
        at += 1
    noun = at
    while at < min(limit, noun + 3) and _is_plain(page, at) and not words[at].owner:
        at += 1
    told = noun > begin or (at > noun and words[at - 1].low.endswith("s"))
    return at if at > noun and told and at == limit else begin


def span_of(page: Page, phrase: Phrase) -> Span:
    """The place of the words of a phrase."""
    return Span(page.words[phrase.first].start, page.words[phrase.last - 1].end)
