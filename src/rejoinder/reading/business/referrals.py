"""Referrals: what is moved from one forum to another, by whom, and whether the tabling side agrees.

A told story goes in, its referrals come out in the order of the text. A referral is a verb of moving with
something that can be moved and a forum behind "to", the demand that it be handled in one, or a third party that is
called in: ``moving`` finds these. The words stand in tables/referrals.toml.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from rejoinder.model import Act, Actor, Referral, Span
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.doers import opening_actor, subject_of
from rejoinder.reading.business.forums import Move, listed
from rejoinder.reading.business.matters import Matters, find_matters
from rejoinder.reading.business.moving import find_moves, triggers
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told

_REFUSING = frozenset({Act.REJECT, Act.ACCUSE})
_POINTING = frozenset(["that", "this", "it", "the", "idea", "suggestion", "proposal", "to", ".", ","])
_NEVER = frozenset(["never", "not", "nobody"])
_BEHIND = 12
"""Words behind a move in which is told by whose wish it is, and who consents."""
_WISHED = 22
"""Words before a move in which is told by whose wish it is: "It was at the suggestion of Acas that ..."."""
_SENTENCES = 2
_OPENING = 9
_NEXT = 400
"""Code points behind the sentence of a move within which it may be refused."""
_MOST = 6


def find_referrals(told: Told, matters: Matters | None = None) -> tuple[Referral, ...]:
    """The referrals of a story, those of its headline only where it tells of no other; one that is told again (the same
    forum by the same side, or by nobody) is one."""
    matters = find_matters(told) if matters is None else matters
    moves = [move for _, words in told.sentences_with(triggers()) for move in find_moves(told, words)]
    below = [move for move in moves if not told.story.in_headings(move.words.all[move.verb].start)]
    found: dict[str, list[Referral]] = {}
    for move in below or moves:
        _add(found.setdefault((_destination(told, move)).lower(), []), _record(told, move, matters))
    return tuple(sorted((item for items in found.values() for item in items), key=lambda item: item.passage.start))


def _add(held: list[Referral], referral: Referral) -> None:
    """Add a referral to those to its forum, or put it in the place of one that says less."""
    side = _side(referral.by)
    for at, other in enumerate(held[:_MOST]):
        if _matter(other) and _matter(other) == _matter(referral):  # told again, maybe by who refuses it
            held[at] = replace(other, tabler_agrees=False if referral.tabler_agrees is False else other.tabler_agrees)
            return
        if side == _side(other.by) or (None in (side, _side(other.by)) and _points_back(other, referral)):
            vague = other.what is None or (other.by is None and side is not None)
            held[at] = referral if vague and referral.what is not None else other
            return
    held.append(referral)


def _matter(referral: Referral) -> str:
    """The words for what is moved; none where they are a pronoun."""
    words = referral.what.exact.lower() if referral.what is not None else ""
    return words if words not in listed("what", "pronouns") else ""


def _points_back(one: Referral, other: Referral) -> bool:
    """Whether one of two tells by a pronoun what the other moves."""
    return any(item.what is not None and item.what.exact.lower() in listed("what", "pronouns") for item in (one, other))


def _side(actor: Actor | None) -> str | None:
    return (actor.party or actor.name) if actor is not None else None


def _destination(told: Told, move: Move) -> str:
    return _name_of(told, move.words.span(*move.where))


def _record(told: Told, move: Move, matters: Matters) -> Referral:
    words = move.words
    by = _mover(told, move)
    first = _lead(words, move)
    passage = told.passage(words.span(first, move.end))
    destination = _destination(told, move)
    matter = matters.meant(words, move.what)
    what = told.passage(matter) if matter is not None else None
    return Referral(
        what=what,
        origin=_name_of(told, words.span(*move.whence)) if move.whence and move.whence[0] < move.whence[1] else None,
        destination=destination,
        by=by,
        tabler_agrees=_agreement(told, move, by),
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
    """Who moves it: by whose wish it is said to be, the subject of an active verb, or the speaker who asks for it;
    nobody where no one is named."""
    words = move.words
    wished = _wisher(told, move) or _suggested_by(told, move)
    if wished is not None:
        return wished
    speech = told.speech_at(words.all[move.verb].start)
    if _lead(words, move) < move.verb and not move.passive:
        return None
    blamed = words.is_one_of(move.verb, listed("verbs", "pejorative"))
    infinitive = words.low(move.verb - 1) == "to"
    intended = infinitive and words.is_one_of(move.verb - 2, listed("agreement", "intending"))
    if not move.passive and (not infinitive or blamed or intended):
        wanting = move.verb - 2 if infinitive else move.verb
        wanting -= 2 * (words.low(wanting - 1) == "by")  # "has reacted by asking the regulator to rule"
        actor = subject_of(told, words, wanting)
        if actor is not None:
            return actor
    if move.passive:
        doer = _agent(told, move) or _who_proposes(told, move)
        if doer is not None:
            return doer
    if speech is not None and speech.act not in _REFUSING and not blamed:
        return speech.speaker
    return None


def _agent(told: Told, move: Move) -> Actor | None:
    """As in "were passed by the government to a round table"."""
    words = move.words
    if words.low(move.verb + 1) != "by" or words.low(move.verb) in ("discussed", "taken"):
        return None
    end = words.phrase_end(move.verb + 2)
    return told.whom(words.span(move.verb + 2, end)) if end > move.verb + 2 and end <= move.where[0] else None


def _who_proposes(told: Told, move: Move) -> Actor | None:
    """As in "Djibouti has proposed that the border be referred", "wants the question to be decided by a court"."""
    words = move.words
    first = move.what[0] if move.what else move.verb
    for at in range(first - 1, max(words.first, first - _BEHIND) - 1, -1):
        if words.is_one_of(at, listed("agreement", "proposing")):
            return subject_of(told, words, at)
    return None


def _wisher(told: Told, move: Move) -> Actor | None:
    """As in "at her suggestion", "at the union's own request"."""
    words = move.words
    first = move.what[0] if move.what and move.passive else move.verb
    behind = (
        *range(move.verb + 1, min(words.last, move.end + _BEHIND)),
        *range(max(words.first, first - _WISHED), first),
    )
    for at in behind:
        if words.low(at) == "at":
            noun = next(
                (place for place in range(at + 2, at + 6) if words.low(place) in listed("behind", "wishes")), None
            )
            if noun is not None and words.low(noun + 1) == "of":
                return told.whom(words.span(noun + 2, max(noun + 3, words.phrase_end(noun + 2))))
            end = next((place for place in range(at + 1, noun or at) if words.all[place].owner), at + 2)
            if noun is not None:
                return told.whom(words.span(at + 1, end))
    return None


def _suggested_by(told: Told, move: Move) -> Actor | None:
    """As in "before the panel, a route that the board's lawyers suggested", "an idea she raised in a letter"."""
    words = move.words
    for at in range(move.end, min(words.last, move.end + _BEHIND // 2)):
        if words.low(at) in listed("behind", "ideas") and words.low(at - 1) in ("a", "an"):
            begin = at + 1 + (words.low(at + 1) in ("that", "which"))
            verbs = range(begin + 1, min(words.last, begin + _BEHIND // 2))
            verb = next((place for place in verbs if words.is_one_of(place, listed("behind", "raising"))), None)
            return subject_of(told, words, verb) if verb is not None else None
    return None


def _agreement(told: Told, move: Move, by: Actor | None) -> bool | None:
    """Whether the tabling side agrees, as far as the words say: both sides agreed; the speaker refuses or blames, or
    the other side does, in this sentence or in what is said next."""
    words = move.words
    speech = told.speech_at(words.all[move.verb].start)
    before = [words.low(at) for at in range(max(words.first, move.verb - 8), move.verb)]
    if words.is_one_of(move.verb, listed("verbs", "pejorative")) or (speech is not None and speech.act in _REFUSING):
        return False
    refused = any(words.is_one_of(at, listed("agreement", "refusals")) for at in range(words.first, move.verb))
    if refused or _is_denied(words, move.end) or _is_refused_next(told, move, by) or _is_over_objections(words, move):
        return False
    answer = _answer_next(told, move, by)
    if answer is not None:
        return answer
    consented = any(
        words.low(at) == "with" and words.low(at + 2) in listed("behind", "consents")
        for at in range(move.end, min(words.last, move.end + _BEHIND))
    )
    return True if consented or not listed("agreement", "words").isdisjoint(before) else None


def _is_over_objections(words: Words, move: Move) -> bool:
    """As in "over the objections of the unions", "despite protests"."""
    behind = range(move.end, min(words.last, move.end + _BEHIND))
    before = ("over", "despite", "against", "amid")
    return any(
        words.low(at) in before
        and not listed("agreement", "against").isdisjoint((words.low(at + 1), words.low(at + 2)))
        for at in behind
    )


def _answer_next(told: Told, move: Move, by: Actor | None) -> bool | None:
    """What another side answers to the move in the next two sentences: "The rebels accepted the move", "Eritrea rejects
    such a step", "The government wants it to stay there"; None where nobody answers it."""
    sentences = told.story.sentences
    at = bisect_left(sentences, move.words.all[move.verb].start, key=lambda sentence: sentence.end)
    for sentence in sentences[at + 1 : at + 1 + _SENTENCES]:
        words = told.words_in(sentence)
        answer = _answer_of(words)
        if answer is not None and _side(opening_actor(told, words)) != _side(by):
            return answer
    return None


def _answer_of(words: Words) -> bool | None:
    """Whether a sentence accepts or refuses what was told before it."""
    for at in range(words.first, min(words.last, words.first + _OPENING)):
        accepts = words.is_one_of(at, listed("agreement", "accepting"))
        refuses = words.is_one_of(at, listed("agreement", "refusals"))
        if accepts or refuses:
            behind = {words.low(place) for place in range(at + 1, min(words.last, at + 5))}
            return (
                accepts
                if not listed("agreement", "pointing").isdisjoint(behind) or words.last - at < 4 or refuses
                else None
            )
    stays = any(words.is_one_of(at, listed("agreement", "stay")) for at in range(words.first, words.last))
    return False if stays and words.has(frozenset(["want"])) else None


def _is_denied(words: Words, end: int) -> bool:
    """As in ", which Leal denied", ", a suggestion that Manila turned down"."""
    for at in range(end, min(words.last, end + 2 * _BEHIND)):
        if words.low(at) in ("which", "that") and words.low(at - 1) != "in":
            behind = range(at + 2, min(words.last, at + 7))
            return any(words.is_one_of(place, listed("behind", "denials")) for place in behind)
    return False


def _is_refused_next(told: Told, move: Move, by: Actor | None) -> bool:
    """Whether somebody of another side refuses it in what is said next: "Leal rejected that", "that was untrue"."""
    end = move.words.span(move.verb, move.words.last).end
    here = told.speech_at(move.words.all[move.verb].start)
    own = _side(here.speaker if here is not None and here.speaker is not None else by)
    for speech in told.speeches_in(Span(end, end + _NEXT))[:_MOST]:
        said = told.words_in(speech.content.span)
        denied = speech.cue is not None and told.words_in(speech.cue.span).has(listed("behind", "denials"))
        if speech.speaker is not None and _side(speech.speaker) != own and _refuses(said, speech.act, denied=denied):
            return True
    return False


def _refuses(said: Words, act: Act, *, denied: bool) -> bool:
    """Whether what is said is no more than a refusal of what was said before it."""
    lows = {said.low(at) for at in range(said.first, min(said.last, said.first + _BEHIND))}
    asked = not listed("behind", "asked").isdisjoint(lows)
    if not listed("behind", "untrue").isdisjoint(lows) or (asked and (denied or not _NEVER.isdisjoint(lows))):
        return True
    return act in _REFUSING and bool(lows) and lows <= _POINTING
