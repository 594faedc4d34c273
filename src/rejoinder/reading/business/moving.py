"""How a sentence says that an issue moves to a forum: words in, the move with its parts as ranges of words out.

Three ways: a verb of moving with the forum behind "to" ("referred the dispute to the court"); the demand that it be
handled in a forum ("must be discussed at the OSCE"); a third party that is called in ("accept binding arbitration",
"asked the council to examine the matter").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

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
    table_forum_at,
    with_origin,
)
from rejoinder.reading.business.handling import goes_to, handled, matter_for
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import base_forms

REACH = 18
"""Words between the verb and the forum at most."""
NEAR = 5
"""Words between a verb that calls a third party in and the words for it."""
_PARTICLES = frozenset(["back", "over", "up", "on", "away", "off", "out", "down"])
_TO_A_JUDGE = frozenset(["take", "bring", "carry", "lay"])
_BURYING = frozenset(["bury"])
_LIGHT = frozenset(["belong", "dealt", "taken", "looked", "sorted"])


@cache
def triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that moves anything, as base forms."""
    of_third = listed("third", "calling") | listed("third", "making") | listed("third", "going")
    return listed("verbs", "move") | listed("verbs", "handle") | listed("by", "matters") | _LIGHT | of_third


def find_moves(told: Told, words: Words) -> Iterator[Move]:
    at = words.first
    while at < words.last:
        move = _move_at(told, words, at) if _may_move(words.all[at].low) else None
        if move is not None:
            yield move
            yield from _from_there(told, move)
        at = move.end if move is not None else at + 1


def _from_there(told: Told, move: Move) -> Iterator[Move]:
    """As in "to the board and from there to the Security Council": moved on."""
    words, at = move.words, move.where[1]
    if words.low(at) == "and" and words.low(at + 1) in ("from", "thence", "then"):
        to = next((place for place in range(at + 2, at + 5) if words.low(place) in ("to", "before")), None)
        where = forum_at(told, words, to + 1) if to is not None else None
        if where is not None:
            yield Move(words, at + 1, move.what, where, move.where, passive=False)


def _move_at(told: Told, words: Words, verb: int) -> Move | None:
    return next((move for read in _READERS if (move := read(told, words, verb)) is not None), None)


@lru_cache(16_384)
def _may_move(word: str) -> bool:
    """Whether a word in lower case can be the verb of a move."""
    return not triggers().isdisjoint((word, *base_forms(word)))


def _moved(told: Told, words: Words, verb: int) -> Move | None:
    """A verb of moving with its forum behind "to": what is moved stands between them, or before a passive one."""
    if not words.is_one_of(verb, listed("verbs", "move")) or words.all[verb].capital:
        return None
    places = listed("where", "prepositions") | ({"in"} if words.is_one_of(verb, _BURYING) else frozenset())
    for at in range(verb + 1, min(words.last, verb + REACH)):
        if words.low(at) in (".", ";", ":", "according") or (words.low(at) == "that" and at > verb + 1):
            return None
        if words.low(at) in places:
            where = forum_at(told, words, at + 1)
            if where is not None:
                return _with_object(told, words, verb, at, where)
    return None


def _with_object(told: Told, words: Words, verb: int, preposition: int, where: Stretch) -> Move | None:
    """The move with what is moved: between verb and "to", or the subject of a passive verb."""
    end = preposition - 1 if words.low(preposition - 1) in _PARTICLES else preposition
    if words.low(verb - 1) in PASSIVE:
        return _passively(told, words, verb, where)
    whence = next((at for at in range(verb + 1, end) if words.low(at) == "from"), None)
    what = (verb + 1, whence if whence is not None else end)
    origin = (whence + 1, end) if whence is not None else None
    if what[0] < what[1]:
        return (
            Move(words, verb, what, where, origin, passive=False) if _is_moved(told, words, verb, what, where) else None
        )
    before = _antecedent(words, verb)
    if before is not None:
        return Move(words, verb, before, where, origin, passive=False)
    return None


def _passively(told: Told, words: Words, verb: int, where: Stretch) -> Move | None:
    """What is moved is the subject: "pay was handed, at its request, to a panel", "were passed by it to a court"."""
    subject = subject_before(words, verb)
    if subject is None or not _is_moved(told, words, verb, subject, where):
        return None
    whence = next((at for at in range(verb + 1, where[0] - 1) if words.low(at) == "from"), None)
    end = words.phrase_end(whence + 1) if whence is not None else verb
    origin = (whence + 1, end) if whence is not None and end > whence + 1 else None
    return with_origin(Move(words, verb, subject, where, origin, passive=True))


def _is_moved(told: Told, words: Words, verb: int, what: Stretch, where: Stretch) -> bool:
    """Whether what stands there is moved to a forum: an issue by its noun; by words of its own ("rostering") where the
    verb is one of referring, or a passive, and the forum one by its noun."""
    tabled = words.is_one_of(verb, listed("verbs", "tabling")) and any(
        words.is_one_of(at, listed("verbs", "texts")) for at in range(*what)
    )
    by_noun = table_forum_at(words, where[0]) is not None
    if tabled and not (words.low(what[0]) == "the" and words.is_one_of(verb, _TO_A_JUDGE) and by_noun):
        return False
    if is_movable(words, what):
        return True
    sure = words.is_one_of(verb, listed("verbs", "sure")) or words.low(verb - 1) in PASSIVE
    return sure and by_noun and words.low(what[0]) not in BESIDE_VERB and may_be_matter(told, words, what)


def _antecedent(words: Words, verb: int) -> Stretch | None:
    """As in "the point on nets, which France wants to refer to": what stands before the relative pronoun."""
    for at in range(verb - 1, max(words.first, verb - REACH // 2) - 1, -1):
        if words.low(at) in ("which", "that"):
            end = at - 1 if words.low(at - 1) == "," else at
            begin = words.phrase_begin(end)
            while words.low(begin - 1) in listed("third", "about") and words.phrase_begin(begin - 1) < begin - 1:
                begin = words.phrase_begin(begin - 1)
            return (begin, end) if begin < end and is_movable(words, (begin, end)) else None
    return None


def _called_in(told: Told, words: Words, verb: int) -> Move | None:
    """A third party that is called in, set up or gone to, or asked to do something about the issue."""
    if words.all[verb].capital:
        return None
    if words.is_one_of(verb, listed("third", "making")):
        return _third_party(words, verb, "made")
    if words.is_one_of(verb, listed("third", "calling")):
        return _asked_to(told, words, verb) or _third_party(words, verb, "nouns")
    return None


def _third_party(words: Words, verb: int, nouns: str) -> Move | None:
    """The third party whose noun phrase begins soon behind a verb, and what it is to look at."""
    for begin in range(verb + 1, verb + NEAR):
        end = words.phrase_end(begin, with_of=False)
        if (
            begin < end
            and not words.is_one_of(begin, listed("third", "calling"))
            and words.low(end - 1) in listed("third", nouns)
            and not (nouns == "made" and _task_of(words, end) is None)
        ):
            return Move(words, verb, _task_of(words, end), (begin, end), None, passive=False)
        if words.low(begin) in (",", ";", ".", ":") or words.is_one_of(begin, listed("verbs", "move")):
            break
    return None


def _task_of(words: Words, at: int) -> Stretch | None:
    """What a third party is to look at: behind "on", behind "to examine"."""
    if words.low(at) in MODALS:
        at += 1
    if words.is_one_of(at, listed("third", "tasks")):
        at += 1
    if words.low(at) in listed("third", "about"):
        at += 1
    elif not words.is_one_of(at - 1, listed("third", "tasks")):
        return None
    end = words.phrase_end(at)
    return (at, end) if at < end else None


def _asked_to(told: Told, words: Words, verb: int) -> Move | None:
    """As in "asked the council to examine the matter", "suggested that a panel look at the road"."""
    begin = verb + 2 if words.low(verb + 1) in ("that", "for", "on") else verb + 1
    tasks = listed("third", "tasks")
    task = next((at for at in range(begin + 1, words.phrase_end(begin)) if words.is_one_of(at, tasks)), words.last)
    where = forum_at(told, Words(words.all, words.first, task), begin)
    if where is None:
        return None
    behind = where[1]
    if words.low(behind) == "in":  # "asked the council in a letter to take up the dispute"
        behind = next((at for at in range(behind, behind + NEAR) if words.low(at) == "to"), behind)
    does = behind + 1 if words.low(behind) in BESIDE_VERB else behind
    what = _task_of(words, behind) if words.is_one_of(does, tasks) else None
    return Move(words, verb, what, where, None, passive=False) if what is not None else None


_READERS = (_moved, handled, matter_for, goes_to, _called_in)
