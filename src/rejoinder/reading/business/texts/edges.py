"""The edges of noun phrases that name a text: a sentence goes in, where the phrase begins and ends comes out.

The words for texts and their kinds stand in tables/texts.toml.
"""

from __future__ import annotations

from functools import cache

from rejoinder.model import Span, TextKind
from rejoinder.reading.business.scenes import Scene
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import load_table, word_set

_LONGEST = 9
_COMPLEMENT = 12
_DATE = 20
"""Code points of an expression of time at most."""


def listed(*keys: str) -> frozenset[str]:
    """A list of the table of texts."""
    return word_set("texts", *keys)


@cache
def kinds() -> dict[str, TextKind]:
    """The nouns of a text, single words and phrases, and their kinds."""
    table = load_table("texts")
    return {word: TextKind(kind) for word, kind in (table["kinds"] | table["phrases"]).items()}


@cache
def noun_words() -> frozenset[str]:
    """The words, one of which stands in every noun of a text."""
    return frozenset(phrase.split()[-1] for phrase in kinds())


def phrase_start(scene: Scene, head: int) -> int:
    """The first word of the noun phrase whose noun is at ``head``: its article or the possessor."""
    begin = head
    while begin > scene.first and head - begin < _LONGEST:
        low = scene.low(begin - 1)
        if low in listed("nouns", "determiners") and not scene.words[begin].owner:
            return begin - 1 - (scene.low(begin - 2) in listed("nouns", "articles"))
        if low == "of" and scene.low(begin - 2) in listed("nouns", "quantities"):
            begin -= 1
        elif ends_phrase(scene, begin - 1):
            break
        begin -= 1
    return begin


def ends_phrase(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` stands before the noun phrase behind it."""
    word = scene.words[at]
    if not (word.text[0].isalnum() or word.owner):
        return True
    described = scene.low(at - 1) in listed("nouns", "determiners") or (at > scene.first and scene.words[at - 1].owner)
    adjective = word.low == "written" or (described and word.low.endswith(("ed", "ing", "en")))
    if adjective or (word.capital and not word.opens):
        return False
    verbs = listed("verbs", "table") if word.low in listed("verbs", "react") else _verbs()
    return word.low in stops() or not verbs.isdisjoint(base_forms(word.low))


@cache
def _verbs() -> frozenset[str]:
    """The base forms of the verbs of which a text may be the object."""
    return listed("verbs", "table") | listed("verbs", "react")


@cache
def stops() -> frozenset[str]:
    """The words at which a noun phrase ends, on either side."""
    return (word_set("titles", "edges", "stops") | listed("nouns", "stops")) - listed("nouns", "inner")


def phrase_end(scene: Scene, last: int) -> int:
    """Where the noun phrase ends, with "of ...", "on ..." and "for ..." behind it."""
    if scene.low(last) not in ("of", "on", "for") or _is_date(scene, last + 1):
        return last
    end = last + 1
    while end < min(scene.last, last + _COMPLEMENT) and _goes_on(scene, end):
        end += 1
    while end > last and scene.low(end - 1) in listed("nouns", "joining"):
        end -= 1
    return end


def _is_verb(low: str) -> bool:
    """Whether a word can be a verb of the table in its third person or past: "considers", "rejected"."""
    verbs = listed("verbs", "react") | listed("verbs", "table") | listed("contents", "verbs")
    return low.endswith(("s", "ed")) and not verbs.isdisjoint(base_forms(low))


def _is_date(scene: Scene, at: int) -> bool:
    """Whether an expression of time begins at a word, though it may tell no day."""
    if at >= scene.last:
        return False
    word = scene.words[at]
    return any(item.start == word.start for item in scene.told.dates_in(Span(word.start, word.end + _DATE)))


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` goes on with the complement: not with a day, not with somebody else's name."""
    word, joined = scene.words[at], scene.low(at - 1) in listed("nouns", "joining") or scene.words[at - 1].owner
    if any(day.first <= at < day.last for day in scene.days):
        return False
    if not joined and any(item.first == at for item in scene.mentions):
        return False
    if word.low == "and" and _is_verb(scene.low(at + 1)):
        return False  # "its own draft of a contract and considers"
    inside = word.low in listed("nouns", "joining") or word.owner or word.text == "%"
    return inside or (word.text[0].isalnum() and word.low not in stops())
