"""Referrals: what is moved from one forum to another, by whom, and whether the tabling side agrees.

A told story goes in, its referrals come out in the order of the text. A referral is a verb of moving with
something that can be moved and a forum behind "to" ("referred the dispute to the court", "the matter has been passed
to the prime ministers", "the attempts to dump this issue onto the OSCE"), or the demand that it be handled in one
("must be discussed at the OSCE"). The words stand in tables/referrals.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.model import Act, Actor, Referral, Span
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

REACH = 18
"""Words between the verb and the forum at most."""
_REFUSING = frozenset({Act.REJECT, Act.ACCUSE})
_PASSIVE = frozenset(["be", "been", "being", "was", "were", "is", "are"])
_BEFORE_VERB = frozenset(
    ["have", "has", "had", "will", "would", "should", "shall", "must", "may", "can", "could", "not"]
)
_BESIDE_VERB = _PASSIVE | _BEFORE_VERB | frozenset(["to", "also", "now", "already", "once", "again", "then", "simply"])


def _list(*keys: str) -> frozenset[str]:
    return word_set("referrals", *keys)


@dataclass(frozen=True, slots=True)
class _Move:
    """A referral as words of a sentence: the verb, the ranges of what is moved and of the forum, where it leaves
    from, and whether what is moved is the subject of the verb."""

    words: Words
    verb: int
    what: tuple[int, int] | None
    where: tuple[int, int]
    whence: tuple[int, int] | None
    passive: bool


def find_referrals(told: Told) -> tuple[Referral, ...]:
    """The referrals of a story; one that is told again (the same forum by the same side) is one."""
    found: dict[tuple[str, str | None], Referral] = {}
    for sentence in told.story.sentences:
        for move in _moves(told, told.words_in(sentence)):
            referral = _record(told, move)
            by = referral.by.party or referral.by.name if referral.by else None
            key = ((referral.destination or "").lower(), by)
            held = found.get(key)
            if held is None or (held.what is None and referral.what is not None):
                found[key] = referral
    return tuple(sorted(found.values(), key=lambda referral: referral.passage.start))


def _moves(told: Told, words: Words) -> Iterator[_Move]:
    at = words.first
    while at < words.last:
        move = _moved(told, words, at) or _handled(told, words, at)
        if move is not None:
            yield move
        at = move.where[1] if move is not None else at + 1


def _moved(told: Told, words: Words, verb: int) -> _Move | None:
    """A verb of moving with its forum behind "to": what is moved stands between them, or before a passive one."""
    if not words.is_one_of(verb, _list("verbs", "move")) or words.all[verb].capital:
        return None
    for at in range(verb + 1, min(words.last, verb + REACH)):
        if words.low(at) in (".", ";", ":", "that"):
            return None
        if words.low(at) in _list("where", "prepositions"):
            where = _forum_at(told, words, at + 1)
            if where is not None:
                return _with_object(words, verb, at, where)
    return None


def _with_object(words: Words, verb: int, preposition: int, where: tuple[int, int]) -> _Move | None:
    """The move with what is moved: between verb and "to", or the subject of a passive verb."""
    end = preposition - 1 if words.low(preposition - 1) in ("back", "over", "up", "on", "away") else preposition
    whence = next((at for at in range(verb + 1, end) if words.low(at) == "from"), None)
    what = (verb + 1, whence if whence is not None else end)
    origin = (whence + 1, end) if whence is not None else None
    if what[0] < what[1]:
        return _Move(words, verb, what, where, origin, passive=False) if _is_movable(words, what) else None
    subject = _subject_before(words, verb)
    if subject is not None and _is_movable(words, subject):
        return _Move(words, verb, subject, where, origin, passive=True)
    return None


def _handled(told: Told, words: Words, verb: int) -> _Move | None:
    """As in "it must be discussed at the OSCE", "the question belongs to the court": a demand to move it there."""
    is_handled = words.is_one_of(verb, _list("verbs", "handle")) and words.low(verb - 1) in _PASSIVE
    belongs = words.low(verb) in ("belongs", "belong")
    if not (is_handled or belongs):
        return None
    must = any(words.low(at) in _list("by", "must") for at in range(max(words.first, verb - 4), verb + 1))
    places = _list("by", "prepositions") | (_list("where", "prepositions") if belongs else frozenset())
    if not must or words.low(verb + 1) not in places:
        return None
    where = _forum_at(told, words, verb + 2)
    what = _subject_before(words, verb)
    if where is None or what is None or not _is_movable(words, what):
        return None
    return _Move(words, verb, what, where, None, passive=True)


def _subject_before(words: Words, verb: int) -> tuple[int, int] | None:
    """The noun phrase before a verb and its auxiliaries."""
    end = verb
    while end > words.first and words.low(end - 1) in _BESIDE_VERB:
        end -= 1
    begin = words.phrase_begin(end)
    if begin == end and words.low(end - 1) in _list("what", "pronouns"):
        begin = end - 1
    return (begin, end) if begin < end else None


def _is_movable(words: Words, what: tuple[int, int]) -> bool:
    """Whether a phrase means an issue: a pronoun, or a noun of the table somewhere in it."""
    first, last = what
    if last - first == 1 and words.low(first) in _list("what", "pronouns"):
        return True
    return any(words.is_one_of(at, _list("what", "nouns")) for at in range(first, last))


def _forum_at(told: Told, words: Words, begin: int) -> tuple[int, int] | None:
    """The forum whose noun phrase begins at a word: one that ends in a noun of the table, or names a body."""
    end = words.phrase_end(begin)
    if end == begin:
        return None
    head = next((at for at in range(begin + 1, end) if words.low(at) == "of"), end) - 1
    if words.low(head) in _list("where", "nouns") or words.low(end - 1) in _list("where", "nouns"):
        return begin, end
    span = words.span(begin, end)
    named = told.story.cast.story.page.names_in(begin, end)
    is_body = any(name.body or (name.known is not None and not name.known.state) for name in named)
    return (begin, end) if is_body and told.named_in(span) else None


def _record(told: Told, move: _Move) -> Referral:
    words = move.words
    by = _mover(told, move)
    first = _lead(words, move)
    passage = told.passage(words.span(first, move.where[1]))
    destination = _name_of(told, words.span(*move.where))
    what = told.passage(words.span(*move.what)) if move.what else None
    return Referral(
        what=what,
        origin=_name_of(told, words.span(*move.whence)) if move.whence and move.whence[0] < move.whence[1] else None,
        destination=destination,
        by=by,
        tabler_agrees=_agreement(told, move),
        passage=passage,
        reason=f"“{words.all[move.verb].text}” moves {f'“{what.exact}”' if what else 'an issue'} to {destination}.",
    )


def _name_of(told: Told, span: Span) -> str:
    """The forum's name: that of a body where the words are no more than its name, else the words without an article."""
    words = " ".join(told.words(span).split())
    named = told.named_in(span)
    bare = strip_article(words)
    return named[0].name if len(named) == 1 and len(bare.split()) <= len(named[0].name.split()) else bare


def _lead(words: Words, move: _Move) -> int:
    """Where the words of the referral begin: at "the attempts to", at a passive verb's subject, or at the verb."""
    first = move.what[0] if move.passive and move.what else move.verb
    if words.low(first - 1) == "to" and words.is_one_of(first - 2, _list("nouns", "attempts")):
        return words.phrase_begin(first - 1)
    return first


def _mover(told: Told, move: _Move) -> Actor | None:
    """Who moves it: the subject of an active verb, or the speaker who asks for it; nobody where no one is named."""
    words = move.words
    speech = told.speech_at(words.all[move.verb].start)
    if _lead(words, move) < move.verb and not move.passive:
        return None
    if not move.passive and words.low(move.verb - 1) != "to":
        subject = _subject_before(words, move.verb)
        actor = told.whom(words.span(*subject)) if subject else None
        if actor is not None:
            return actor
    if speech is not None and speech.act not in _REFUSING:
        return speech.speaker
    return None


def _agreement(told: Told, move: _Move) -> bool | None:
    """Whether the tabling side agrees, as far as the words say: both sides agreed; the speaker refuses or blames."""
    words = move.words
    speech = told.speech_at(words.all[move.verb].start)
    before = [words.low(at) for at in range(max(words.first, move.verb - 8), move.verb)]
    if words.is_one_of(move.verb, _list("verbs", "pejorative")) or (speech is not None and speech.act in _REFUSING):
        return False
    refused = any(words.is_one_of(at, _list("agreement", "refusals")) for at in range(words.first, move.verb))
    if refused:
        return False
    return True if _list("agreement", "words").intersection(before) else None
