"""Words of asking, refusing and consenting: a sentence goes in, their places in it come out.

The words stand in tables/releases.toml.
"""

from __future__ import annotations

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.releases.publishing import REACH, listed
from rejoinder.reading.knowledge import word_set

_NO = frozenset(["not", "no", "never", "n't", "n’t"])
_YET = _NO | {"yet", "neither"}
_OBJECTING = frozenset(["object", "objection", "mind"])
_TURN = frozenset(["turn"])
_BRUSH = frozenset(["brush"])
_PASSIVE = frozenset(["been", "was", "were", "being"])
_BACK = 3


def consent_at(words: Words) -> int | None:
    """The noun for consent in a sentence: one of several senses only in "its approval", "the agreement of both"."""
    for at in range(words.first, words.last):
        if words.low(at) in listed("consent", "nouns"):
            owned = words.all[at - 1].owner or words.low(at - 1) in word_set("speakers", "possessives")
            of_both = words.low(at + 1) == "of" and words.low(at - 2) in ("with", "without")
            if words.low(at) not in listed("consent", "other") or owned or of_both:
                return at
    return None


def asking_at(words: Words, before: int) -> int | None:
    """The last word of asking before a word."""
    nouns = word_set("titles", "edges", "determiners")
    places = range(before - 1, words.first - 1, -1)
    return next((at for at in places if _asks(words, at) and words.low(at - 1) not in nouns), None)


def _asks(words: Words, at: int) -> bool:
    return words.is_one_of(at, listed("consent", "asking"))


def is_passive(words: Words, verb: int) -> bool:
    """Whether somebody is asked: "was never asked", "has been asked"."""
    return not _PASSIVE.isdisjoint(words.low(at) for at in range(verb - _BACK, verb))


def has_been_asked(words: Words) -> bool:
    """As in "once Ankara, which has been asked, consents"."""
    places = range(words.first, words.last)
    return any(_asks(words, at) and is_passive(words, at) and not _is_negated(words, at) for at in places)


def never_asked(words: Words) -> bool:
    """As in "was never asked whether it could be made public", "which had not been sought", "yet to be approached"."""
    return any(_asks(words, at) and _is_negated(words, at) for at in range(words.first, words.last))


def _is_negated(words: Words, at: int) -> bool:
    return not _YET.isdisjoint(words.low(back) for back in range(at - _BACK, at))


def has_asked(words: Words) -> bool:
    """Whether consent has been asked for: "asked", not "would ask", "will seek"."""
    asking = (words.low(at) for at in range(words.first, words.last) if _asks(words, at))
    return any(low.endswith("ed") or low == "sought" for low in asking)


def asks_not_to(words: Words) -> bool:
    """As in "The ministry has asked him not to."."""
    ends = [words.low(at) for at in range(max(words.first, words.last - 4), words.last)]
    return words.has(listed("consent", "asking")) and ends[-3:-1] == ["not", "to"]


# Refusing and consenting


def refusing_at(words: Words) -> int | None:
    """The first word of refusing in a sentence: not in "refused to say"."""
    refusing, saying = listed("consent", "refusing"), listed("consent", "saying")
    for at in range(words.first, words.last):
        said = at + 1 + (words.low(at + 1) == "to")
        if _turns_down(words, at) or (words.is_one_of(at, refusing) and not words.is_one_of(said, saying)):
            return at
    return None


def _turns_down(words: Words, at: int) -> bool:
    """As in "turned the request down", "brushed aside a request"."""
    if words.is_one_of(at, _TURN):
        return any(words.low(place) == "down" for place in range(at + 1, at + 5))
    return words.is_one_of(at, _BRUSH) and words.low(at + 1) == "aside"


def no_objection_at(words: Words) -> int | None:
    """The word of objecting in "Tehran would not object if he released it", "has no objection to its publication"."""
    for at in range(words.first, words.last):
        near = (words.low(at - 1), words.low(at - 2))
        if words.is_one_of(at, _OBJECTING) and not _NO.isdisjoint(near):
            return at
    return None


def grants(words: Words) -> bool:
    """Whether a word of granting stands in a sentence: the noun "consent" is none."""
    noun, granting = consent_at(words), listed("consent", "granting")
    return any(at != noun and words.is_one_of(at, granting) for at in range(words.first, words.last))


# Conditions


def objector(words: Words) -> tuple[int, int] | None:
    """As in "unless Skarra objects", "if nobody objects": who may refuse, as a range of words."""
    at = refusing_at(words)
    return None if at is None else _behind_condition(words, at)


def consenter(words: Words) -> tuple[int, int] | None:
    """As in "once she has given her consent", "once Ankara, which has been asked, consents": the words between."""
    consenting = listed("consent", "nouns") | listed("consent", "verbs")
    places = (at for at in range(words.first, words.last) if words.is_one_of(at, consenting))
    return next((found for at in places if (found := _behind_condition(words, at)) is not None), None)


def _behind_condition(words: Words, at: int) -> tuple[int, int] | None:
    """The words between a condition and a word soon behind it."""
    for back in range(at - 1, max(words.first, at - REACH) - 1, -1):
        if words.low(back) in listed("consent", "conditions"):
            return back + 1, at
    return None
