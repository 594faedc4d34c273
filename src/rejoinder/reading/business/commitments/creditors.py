"""To whom something is promised: the words of a promise go in, the one to whom it is due comes out."""

from __future__ import annotations

from rejoinder.model import Actor
from rejoinder.reading.actors.parties import known_body
from rejoinder.reading.business.commitments.clauses import Clause, giver_before
from rejoinder.reading.business.commitments.grounds import Ground
from rejoinder.reading.business.commitments.subjects import Range, is_agent, is_known, is_seat, side_of, sides_named
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_SPEAKERS = frozenset(["us", "me", "him", "her"])
_ONESELF = frozenset(["it", "itself", "himself", "herself", "themselves", "its", "their"])


def creditor_of(told: Told, words: Words, clause: Clause, action: Range, ground: Ground) -> Actor | None:
    """The one to whom: the object of the promise ("promised Russia"), of the deed ("ask Blinken", "hand to
    Moscow"), else the one other who is bound to the same, or who is spoken to, or is named in what is promised, or the
    other of two sides."""
    debtor, speech = ground.debtor, ground.speech
    for found in (
        _promised_to(told, words, clause, ground),
        _done_to(told, words, clause, ground),
        _of_deed(told, words, clause, action),
    ):
        if found is not None and found.name not in (debtor.name, debtor.party):
            return found
    if len(ground.others) == 1 and are_opposed(told, debtor, ground.others[0]):
        return side_of(ground.others[0])
    addressee = speech.addressee if speech is not None else None
    found = _addressed(told, addressee, debtor) if addressee is not None else None
    return found or _named_side(told, words, action, debtor) or _other_side(told, debtor)


def _done_to(told: Told, words: Words, clause: Clause, ground: Ground) -> Actor | None:
    """Who is told of as the one to whom a thing is done: "an assurance that Seoul would be consulted"."""
    if ground.whole is None or ground.whole >= clause.begin:
        return None
    done = words.is_one_of(clause.verb + 1, word_set(_TABLE, "creditors", "done_to"))
    found = told.whom(words.span(ground.whole, clause.begin)) if done else None
    return side_of(found) if found is not None and is_known(found) else None


def are_opposed(told: Told, one: Actor, other: Actor) -> bool:
    """Whether two who are bound to the same are the two sides of the story, so that each owes it to the other."""
    return {side.party for side in told.main_sides} == {one.party, other.party}


def _named_side(told: Told, words: Words, action: Range, debtor: Actor) -> Actor | None:
    """The other of the two main sides, where what is promised names it: "will close its ports to Spain's boats"."""
    parties = {side.party for side in told.main_sides} - {debtor.party}
    here = told.named_in(words.span(*action))
    named = (actor for actor in here if actor.party in parties and not actor.name.islower())
    found = next(named, None)
    return side_of(found) if found is not None else None


def _other_side(told: Told, debtor: Actor) -> Actor | None:
    """Of the two main sides of the story the one that the debtor does not belong to."""
    pair = told.main_sides
    others = [side for side in pair if side.party != debtor.party]
    return others[0] if len(pair) == 2 and len(others) == 1 else None


def _promised_to(told: Told, words: Words, clause: Clause, ground: Ground) -> Actor | None:
    """Whom the words behind a verb or noun of promising name: "promised Spain to", "gave us its word that"."""
    cue = clause.cue if clause.cue is not None else ground.governor
    if cue is None:
        return None
    giver = giver_before(words, cue)
    begin = (giver if giver is not None else cue) + 1
    begin += words.low(begin) in ("with", "to")
    if words.low(begin) in _SPEAKERS:
        return _speaker_at(told, words.all[begin].start)
    if words.low(begin) in word_set(_TABLE, "creditors", "houses"):
        return Actor(words.all[begin].text, None, ground.debtor.party)
    if words.is_one_of(cue, word_set(_TABLE, "binding", "accepts")):
        begin = next((at + 1 for at in range(begin, clause.begin) if words.low(at) == "from"), begin)
    return _actor_at(told, words, begin, clause.begin)


def _speaker_at(told: Told, offset: int) -> Actor | None:
    """Who says that he was promised something: "the ministry gave us its word"."""
    speakers = (speech.speaker for speech in reversed(told.speech_around(offset)) if speech.speaker is not None)
    found = next(speakers, None)
    return found if found is not None and is_known(found) else None


def _of_deed(told: Told, words: Words, clause: Clause, action: Range) -> Actor | None:
    if words.is_one_of(clause.verb, word_set(_TABLE, "creditors", "object")):
        found = _actor_at(told, words, clause.verb + 1, action[1])
        if found is not None:
            return found
    gives = words.is_one_of(clause.verb, word_set(_TABLE, "creditors", "to"))
    for at in range(clause.verb + 1, action[1] - 1):
        if words.low(at) == "to" and (gives or words.low(at - 1) in word_set(_TABLE, "creditors", "addressed")):
            found = _actor_at(told, words, at + 1, action[1])
            if found is not None:
                return found
    return None


def _actor_at(told: Told, words: Words, begin: int, limit: int) -> Actor | None:
    """Whom the noun phrase that begins at a word names, if somebody with a name or a side."""
    end = min(words.phrase_end(begin), limit)
    if end <= begin or words.low(begin) in _ONESELF:
        return None
    names = told.story.cast.story.page.names_in(begin, end)
    if names and words.low(names[0].last) not in ("'s", "’s"):
        end = min(end, names[0].last)
    if not is_agent(told, words, (begin, end)):
        return None
    together = sides_named(told, words.span(begin, _list_end(told, words, end, limit)))
    if together:
        return Actor(" and ".join(actor.name for actor in together), None, None)
    found = told.whom(words.span(begin, end))
    known = found if found is not None and is_known(found) else None
    return side_of(known) if known is not None and is_seat(known) else known


def _deals(told: Told, actor: Actor) -> bool:
    """Whether somebody may be promised something: a person, a side that is known; no paper."""
    known = actor.party is not None and known_body(actor.party) is not None
    return known or actor.name != actor.party or any(side.party == actor.party for side in told.main_sides)


def _list_end(told: Told, words: Words, end: int, limit: int) -> int:
    """Where a list ends whose first name ends before a word: "the European Union, NATO and the OSCE"."""
    while words.low(end) in (",", "and"):
        behind = words.phrase_end(end + 1)
        if not end + 1 < behind <= limit or not told.named_in(words.span(end + 1, behind)):
            break
        end = behind
    return end


def _addressed(told: Told, name: str, debtor: Actor) -> Actor | None:
    """Who is spoken to, where that is a side of the story other than the debtor's."""
    for actor in told.sides:
        other = actor.party is not None and actor.party != debtor.party and _deals(told, actor)
        if name in (actor.name, actor.party) and other:
            return Actor(name, None, actor.party)
    return None
