"""Referrals: what is moved from one forum to another, by whom, and whether the tabling side agrees.

A told story goes in, its referrals come out in the order of the text. A referral is a verb of moving with
something that can be moved and a forum behind "to", the demand that it be handled in one, or a third party that is
called in: ``moving`` finds these. The words stand in tables/referrals.toml.
"""

from __future__ import annotations

from rejoinder.model import Act, Actor, Referral, Span
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.moving import Move, find_moves, listed, subject_before, triggers
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told

_REFUSING = frozenset({Act.REJECT, Act.ACCUSE})


def find_referrals(told: Told) -> tuple[Referral, ...]:
    """The referrals of a story; one that is told again (the same forum by the same side) is one."""
    found: dict[tuple[str, str | None], Referral] = {}
    for _, words in told.sentences_with(triggers()):
        for move in find_moves(told, words):
            referral = _record(told, move)
            by = referral.by.party or referral.by.name if referral.by else None
            key = ((referral.destination or "").lower(), by)
            held = found.get(key)
            if held is None or (held.what is None and referral.what is not None):
                found[key] = referral
    return tuple(sorted(found.values(), key=lambda referral: referral.passage.start))


def _record(told: Told, move: Move) -> Referral:
    words = move.words
    by = _mover(told, move)
    first = _lead(words, move)
    passage = told.passage(words.span(first, move.end))
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


def _lead(words: Words, move: Move) -> int:
    """Where the words of the referral begin: at "the attempts to", at a passive verb's subject, or at the verb."""
    first = move.what[0] if move.passive and move.what else move.verb
    if words.low(first - 1) == "to" and words.is_one_of(first - 2, listed("nouns", "attempts")):
        return words.phrase_begin(first - 1)
    return first


def _mover(told: Told, move: Move) -> Actor | None:
    """Who moves it: the subject of an active verb, or the speaker who asks for it; nobody where no one is named."""
    words = move.words
    speech = told.speech_at(words.all[move.verb].start)
    if _lead(words, move) < move.verb and not move.passive:
        return None
    if not move.passive and words.low(move.verb - 1) != "to":
        subject = subject_before(words, move.verb)
        actor = told.whom(words.span(*subject)) if subject else None
        if actor is not None:
            return actor
    if speech is not None and speech.act not in _REFUSING:
        return speech.speaker
    return None


def _agreement(told: Told, move: Move) -> bool | None:
    """Whether the tabling side agrees, as far as the words say: both sides agreed; the speaker refuses or blames."""
    words = move.words
    speech = told.speech_at(words.all[move.verb].start)
    before = [words.low(at) for at in range(max(words.first, move.verb - 8), move.verb)]
    if words.is_one_of(move.verb, listed("verbs", "pejorative")) or (speech is not None and speech.act in _REFUSING):
        return False
    refused = any(words.is_one_of(at, listed("agreement", "refusals")) for at in range(words.first, move.verb))
    if refused:
        return False
    return True if listed("agreement", "words").intersection(before) else None
