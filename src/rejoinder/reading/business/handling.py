"""The demand that something be handled elsewhere: words of a sentence go in, a move comes out.

"It must be discussed at the OSCE", "rostering should be dealt with by the safety committee rather than in the pay
talks", "a matter for the court", "the question of boundaries has to go to The Hague".
"""

from __future__ import annotations

from rejoinder.reading.business.forums import (
    BESIDE_VERB,
    MODALS,
    PASSIVE,
    Move,
    Stretch,
    forum_at,
    is_movable,
    listed,
    may_be_matter,
    subject_before,
    with_origin,
)
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told

_PRONOUNS = frozenset(["it", "they", "its", "his", "her", "their", "our", "my"])
_PAIRS = frozenset([("dealt", "with"), ("taken", "up"), ("looked", "at"), ("looked", "into"), ("sorted", "out")])
_BACK = 5
_ADVERBS = 2


def handled(told: Told, words: Words, verb: int) -> Move | None:
    """A verb of handling, passively, with the forum behind "by" or "in"; or where something belongs."""
    particle = _particle(words, verb)
    is_handled = particle is not None and words.low(verb - 1) in PASSIVE
    belongs = words.low(verb) in ("belongs", "belong")
    if not (is_handled or belongs) or not (belongs or _is_demanded(words, verb)):
        return None
    at = verb + 1 + (particle or 0)
    places = listed("by", "prepositions") | (listed("where", "prepositions") if belongs or particle else frozenset())
    place = next((place for place in range(at, at + _ADVERBS + 1) if words.low(place) in places), None)
    if place is None or not all(words.low(between).isalpha() for between in range(at, place)):
        return None
    return _of_subject(told, words, verb, forum_at(told, words, place + 1))


def _of_subject(told: Told, words: Words, verb: int, where: Stretch | None) -> Move | None:
    what = subject_before(words, verb) if where is not None else None
    if where is None or what is None or not may_be_matter(told, words, what):
        return None
    if what[1] - what[0] == 1 and words.low(what[0]).endswith("s") and is_movable(words, what):
        return None  # how "disputes" in general are settled
    return with_origin(Move(words, verb, what, where, None, passive=True))


def _particle(words: Words, verb: int) -> int | None:
    """How many words belong to a verb of handling behind it: none in "discussed", one in "dealt with"; None if it is no
    such verb."""
    if words.is_one_of(verb, listed("verbs", "handle")):
        return 0
    return 1 if (words.low(verb), words.low(verb + 1)) in _PAIRS else None


def _is_demanded(words: Words, verb: int) -> bool:
    """Whether it is to be so: "should be", "wants it to be", "suggested that it be"; or is so elsewhere: "is being"."""
    before = [words.low(at) for at in range(max(words.first, verb - 4), verb)]
    if not listed("by", "must").isdisjoint(before) or before[-2:-1] in (["is"], ["was"], ["are"], ["were"]):
        return not {"not", "n't", "n’t"}.intersection(before[-2:])
    return before[-1:] == ["be"] and (before[-2:-1] == ["to"] or not MODALS.intersection(before[-3:]))


def matter_for(told: Told, words: Words, at: int) -> Move | None:
    """As in "rents are a matter for the governors", "a question for the court, not for negotiators"."""
    if words.low(at) not in listed("by", "matters") or words.low(at + 1) != "for":
        return None
    begins = range(at - 1, max(words.first, at - 1 - _BACK), -1)
    verb = next((place for place in begins if words.low(place) in PASSIVE), None)
    if verb is None or words.low(verb + 1) in ("no", "not"):
        return None
    return _of_subject(told, words, verb, forum_at(told, words, at + 2))


def goes_to(told: Told, words: Words, verb: int) -> Move | None:
    """As in "it would go to court", where somebody goes; "boundaries should go to the court", where the matter does."""
    to = verb + 1 + (words.low(verb + 1) == "back")
    if words.low(verb) not in listed("third", "going") or words.low(to) != "to":
        return None
    asked = words.low(verb) == "go" and any(
        words.low(at) == "that" for at in range(max(words.first, verb - _BACK), verb)
    )
    where = forum_at(told, words, to + 1) if words.low(verb - 1) in BESIDE_VERB & MODALS or asked else None
    if where is None:
        return None
    what = subject_before(words, verb)
    owned = what is not None and words.low(what[0]) in _PRONOUNS
    if what is None or owned or not may_be_matter(told, words, what):
        return Move(words, verb, None, where, None, passive=False)
    return with_origin(Move(words, verb, what, where, None, passive=True))
