"""How a sentence says that an issue moves to a forum: words in, the move with its parts as ranges of words out.

Three ways: a verb of moving with the forum behind "to" ("referred the dispute to the court"); the demand that it be
handled in a forum ("must be discussed at the OSCE"); a third party that is called in ("accept binding arbitration",
"asked the council to examine the matter").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

REACH = 18
"""Words between the verb and the forum at most."""
NEAR = 5
"""Words between a verb that calls a third party in and the words for it."""
PASSIVE = frozenset(["be", "been", "being", "was", "were", "is", "are"])
_MODALS = frozenset(["will", "would", "should", "shall", "must", "may", "can", "could", "to"])
_BESIDE_VERB = PASSIVE | _MODALS | frozenset(["have", "has", "had", "not", "also", "now", "already", "again", "then"])


def listed(*keys: str) -> frozenset[str]:
    """A list of words of tables/referrals.toml."""
    return word_set("referrals", *keys)


@cache
def triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that moves anything, as base forms."""
    of_third = listed("third", "calling") | listed("third", "making") | listed("third", "going")
    return listed("verbs", "move") | listed("verbs", "handle") | {"belong"} | of_third


@dataclass(frozen=True, slots=True)
class Move:
    """A referral as words of a sentence: the verb, the ranges of what is moved and of the forum, where it leaves
    from, and whether what is moved is the subject of the verb."""

    words: Words
    verb: int
    what: tuple[int, int] | None
    where: tuple[int, int]
    whence: tuple[int, int] | None
    passive: bool

    @property
    def end(self) -> int:
        """Behind the last word of the move."""
        return max(self.where[1], self.what[1] if self.what else 0)


def find_moves(told: Told, words: Words) -> Iterator[Move]:
    at = words.first
    while at < words.last:
        move = _move_at(told, words, at) if _may_move(words.all[at].low) else None
        if move is not None:
            yield move
        at = move.end if move is not None else at + 1


def _move_at(told: Told, words: Words, verb: int) -> Move | None:
    return _moved(told, words, verb) or _handled(told, words, verb) or _called_in(told, words, verb)


@lru_cache(16_384)
def _may_move(word: str) -> bool:
    """Whether a word in lower case can be the verb of a move."""
    return not triggers().isdisjoint((word, *base_forms(word)))


def _moved(told: Told, words: Words, verb: int) -> Move | None:
    """A verb of moving with its forum behind "to": what is moved stands between them, or before a passive one."""
    if not words.is_one_of(verb, listed("verbs", "move")) or words.all[verb].capital:
        return None
    for at in range(verb + 1, min(words.last, verb + REACH)):
        if words.low(at) in (".", ";", ":", "that"):
            return None
        if words.low(at) in listed("where", "prepositions"):
            where = _forum_at(told, words, at + 1)
            if where is not None:
                return _with_object(words, verb, at, where)
    return None


def _with_object(words: Words, verb: int, preposition: int, where: tuple[int, int]) -> Move | None:
    """The move with what is moved: between verb and "to", or the subject of a passive verb."""
    end = preposition - 1 if words.low(preposition - 1) in ("back", "over", "up", "on", "away") else preposition
    whence = next((at for at in range(verb + 1, end) if words.low(at) == "from"), None)
    what = (verb + 1, whence if whence is not None else end)
    origin = (whence + 1, end) if whence is not None else None
    if what[0] < what[1]:
        return Move(words, verb, what, where, origin, passive=False) if _is_movable(words, what) else None
    subject = subject_before(words, verb)
    if subject is not None and _is_movable(words, subject):
        return Move(words, verb, subject, where, origin, passive=True)
    before = _antecedent(words, verb)
    return Move(words, verb, before, where, origin, passive=False) if before is not None else None


def _antecedent(words: Words, verb: int) -> tuple[int, int] | None:
    """As in "the point on nets, which France wants to refer to": what stands before the relative pronoun."""
    for at in range(verb - 1, max(words.first, verb - REACH // 2) - 1, -1):
        if words.low(at) in ("which", "that"):
            end = at - 1 if words.low(at - 1) == "," else at
            begin = words.phrase_begin(end)
            while words.low(begin - 1) in listed("third", "about") and words.phrase_begin(begin - 1) < begin - 1:
                begin = words.phrase_begin(begin - 1)
            return (begin, end) if begin < end and _is_movable(words, (begin, end)) else None
    return None


def _handled(told: Told, words: Words, verb: int) -> Move | None:
    """As in "it must be discussed at the OSCE", "the question belongs to the court": a demand to move it there."""
    is_handled = words.is_one_of(verb, listed("verbs", "handle")) and words.low(verb - 1) in PASSIVE
    belongs = words.low(verb) in ("belongs", "belong")
    if not (is_handled or belongs):
        return None
    must = any(words.low(at) in listed("by", "must") for at in range(max(words.first, verb - 4), verb + 1))
    places = listed("by", "prepositions") | (listed("where", "prepositions") if belongs else frozenset())
    if not must or words.low(verb + 1) not in places:
        return None
    where = _forum_at(told, words, verb + 2)
    what = subject_before(words, verb)
    if where is None or what is None or not _is_movable(words, what):
        return None
    return Move(words, verb, what, where, None, passive=True)


def subject_before(words: Words, verb: int) -> tuple[int, int] | None:
    """The noun phrase before a verb and its auxiliaries."""
    end = verb
    while end > words.first and words.low(end - 1) in _BESIDE_VERB:
        end -= 1
    begin = words.phrase_begin(end)
    if begin == end and words.low(end - 1) in listed("what", "pronouns"):
        begin = end - 1
    return (begin, end) if begin < end else None


def _is_movable(words: Words, what: tuple[int, int]) -> bool:
    """Whether a phrase means an issue: a pronoun, or a noun of the table somewhere in it."""
    first, last = what
    if last - first == 1 and words.low(first) in listed("what", "pronouns"):
        return True
    return any(words.is_one_of(at, listed("what", "nouns")) for at in range(first, last))


def _forum_at(told: Told, words: Words, begin: int) -> tuple[int, int] | None:
    """The forum whose noun phrase begins at a word: one that ends in a noun of the table, or names a body."""
    end = words.phrase_end(begin)
    if end == begin:
        return None
    head = next((at for at in range(begin + 1, end) if words.low(at) == "of"), end) - 1
    if words.low(head) in listed("where", "nouns") or words.low(end - 1) in listed("where", "nouns"):
        return begin, end
    span = words.span(begin, end)
    named = told.story.cast.story.page.names_in(begin, end)
    is_body = any(name.body or (name.known is not None and not name.known.state) for name in named)
    return (begin, end) if is_body and told.named_in(span) else None


def _called_in(told: Told, words: Words, verb: int) -> Move | None:
    """A third party that is called in, set up or gone to, or asked to do something about the issue."""
    if words.all[verb].capital:
        return None
    if words.low(verb) in listed("third", "going") and words.low(verb + 1) == "to":
        where = _forum_at(told, words, verb + 2) if words.low(verb - 1) in _MODALS else None
        return Move(words, verb, None, where, None, passive=False) if where is not None else None
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
        ):
            return Move(words, verb, _task_of(words, end), (begin, end), None, passive=False)
        if words.low(begin) in (",", ";", ".", ":") or words.is_one_of(begin, listed("verbs", "move")):
            break
    return None


def _task_of(words: Words, at: int) -> tuple[int, int] | None:
    """What a third party is to look at: behind "on", behind "to examine"."""
    if words.low(at) in _MODALS:
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
    where = _forum_at(told, Words(words.all, words.first, task), begin)
    if where is None:
        return None
    does = where[1] + 1 if words.low(where[1]) in _BESIDE_VERB else where[1]
    what = _task_of(words, where[1]) if words.is_one_of(does, tasks) else None
    return Move(words, verb, what, where, None, passive=False) if what is not None else None
