"""Who meets: an occasion goes in, the persons or sides that its sentence or the story tells come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rejoinder.model import Actor
from rejoinder.reading.actors.parties import known_body
from rejoinder.reading.business.clauses import mentions_on, subjects_before
from rejoinder.reading.business.meetings.occasions import Occasion
from rejoinder.reading.business.meetings.places import is_forum
from rejoinder.reading.business.scenes import Mention, persons_before
from rejoinder.reading.knowledge import load_table, word_set


def find_participants(occasion: Occasion, sides: Sequence[Actor]) -> tuple[tuple[Actor, ...], bool]:
    """Those who take part, each once, and whether the words themselves tell two of them.

    ``sides`` the two sides of the story, who are meant where the words tell nobody or one alone
    """
    mentions = _told(occasion)
    told = _distinct(_expand(occasion, mentions, sides))
    if len({actor.party or actor.name for actor in told}) > 1:
        return told, True
    grouped = any(mention.kind == "group" for mention in mentions)
    if occasion.verb and told and not grouped:
        return told, False
    return _completed(occasion, told, sides), False


def _told(occasion: Occasion) -> list[Mention]:
    """The mentions that the words around the occasion tell as taking part."""
    scene, last = occasion.scene, occasion.clause.last
    if occasion.verb:
        return [
            *subjects_before(scene, occasion.clause, occasion.at),
            *mentions_on(scene, _object_start(occasion), last),
        ]
    for at in range(occasion.end, min(last, occasion.end + 14)):
        if scene.low(at) == "between":
            return mentions_on(scene, at + 1, last)
        if scene.low(at) == "with" and (other := mentions_on(scene, at + 1, last)):
            return [*subjects_before(scene, occasion.clause, occasion.begin), *_within(occasion), *other]
    within = _within(occasion)
    return within if len(within) > 1 else [*subjects_before(scene, occasion.clause, occasion.begin), *within]


def _object_start(occasion: Occasion) -> int:
    at = occasion.end
    while occasion.scene.low(at) in ("with", "down", "by", "telephone", "phone", "on", "the", "again", "to"):
        at += 1
    return at


def _within(occasion: Occasion) -> list[Mention]:
    """As in "US-Russia talks", "a meeting of the two presidents"."""
    scene = occasion.scene
    found = scene.mentions_in(occasion.begin, occasion.at)
    if scene.low(occasion.end) == "of":
        found += mentions_on(scene, occasion.end + 1, occasion.clause.last)
    return [mention for mention in found if mention.kind != "pronoun"]


def _expand(occasion: Occasion, told: Iterable[Mention], sides: Sequence[Actor]) -> list[Actor]:
    """The actors of the mentions; a group stands for those of the story whom it means, a joint body for its sides."""
    found: list[Actor] = []
    for mention in told:
        if mention.kind == "group":
            found += _members(occasion, mention, sides)
        elif mention.actor is not None and (mention.actor.named or mention.actor.party):
            found += _parts_of(mention.actor)
    return found


def _parts_of(actor: Actor) -> list[Actor]:
    """The sides in the name of a joint body: NATO and Russia of the "NATO-Russia Council"; else the actor."""
    if "-" not in actor.name or not is_forum(actor.name):
        return [actor]
    names = [known_body(part) for part in actor.name.split()[0].split("-")]
    found = [Actor(known.name, None, known.party) for known in names if known is not None]
    return found if len(found) > 1 else [actor]


def _members(occasion: Occasion, group: Mention, sides: Sequence[Actor]) -> Sequence[Actor]:
    noun = occasion.scene.low(group.last - 1)
    if noun not in word_set("scenes", "groups", "persons"):
        return sides
    sort = load_table("scenes")["groups"]["sorts"].get(noun)
    return persons_before(occasion.scene.told, group.first, 2, sort) or sides


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each once; a side that is there as its person is left out."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.name, actor)
    others = {actor.party for actor in found.values() if actor.name != actor.party}
    return tuple(actor for actor in found.values() if actor.name != actor.party or actor.party not in others)


def _completed(occasion: Occasion, told: tuple[Actor, ...], sides: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those told with the other side: whoever speaks of the occasion, or the other of the story's two sides."""
    if not told:
        return tuple(sides)
    held, main = {actor.party for actor in told}, {side.party for side in sides}
    speech = occasion.scene.told.speech_at(occasion.scene.words[occasion.at].start)
    speaker = speech.speaker if speech else None
    if speaker is not None and speaker.party is not None and speaker.party in main - held:
        return (speaker, *told)
    others = [side for side in sides if side.party not in held]
    return (*told, *others) if len(others) == 1 else told
