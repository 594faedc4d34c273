"""Who meets: an occasion goes in, the persons or sides that its sentence or the story tells come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rejoinder.model import Actor
from rejoinder.reading.actors.parties import known_body
from rejoinder.reading.business.clauses import clause_around, mentions_on, subjects_before
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.meetings.places import is_forum, place_inside
from rejoinder.reading.business.scenes import Mention, persons_before
from rejoinder.reading.knowledge import load_table, word_set


def find_participants(occasion: Occasion, sides: Sequence[Actor]) -> tuple[tuple[Actor, ...], bool]:
    """Those who take part, each once, and whether the words themselves tell two of them.

    ``sides`` the sides of the story, who are meant where the words tell nobody or one alone
    """
    mentions = _told(occasion)
    told = _distinct(_expand(occasion, mentions, sides))
    if told and (_attend(occasion, mentions) or _convenes(occasion)):
        return _distinct((*sides, *told)), True
    if len(told) == 1 and _is_own_meeting(occasion, told[0]):
        return told, True
    persons = sum(mention.kind == "person" for mention in mentions)
    if len({actor.party or actor.name for actor in told}) > 1 or (persons > 1 and len(told) > 1):
        return told, True
    grouped = any(mention.kind == "group" for mention in mentions)
    if occasion.verb and told and not grouped:
        return told, False
    return _completed(occasion, told, sides), False


def _told(occasion: Occasion) -> list[Mention]:
    """The mentions that the words around the occasion tell as taking part."""
    scene, last = occasion.scene, occasion.clause.last
    comma = next((at for at in range(occasion.end, scene.last) if scene.low(at) == ","), None)
    if occasion.verb and occasion.at == scene.first and comma is not None:
        return mentions_on(scene, comma + 1, scene.last)
    if occasion.verb:
        return [*subjects_before(scene, occasion.clause, occasion.at), *_objects(occasion)]
    for at in range(occasion.end, min(last, occasion.end + 14)):
        if scene.low(at) == "between":
            return mentions_on(scene, at + 1, last)
        if scene.low(at) == "with" and (other := _others_with(occasion, at)):
            return other if _attend(occasion, other) else [*_subjects(occasion), *_within(occasion), *other]
    within = _within(occasion)
    if _is_of_forum(within):
        return []
    return within if len(within) > 1 else [*subjects_before(scene, occasion.clause, occasion.begin), *within]


def _objects(occasion: Occasion) -> list[Mention]:
    """Those who are met: right behind the verb, or else behind "with" in its clause."""
    scene, last = occasion.scene, occasion.clause.last
    found = mentions_on(scene, _object_start(occasion), last)
    withs = (at for at in range(occasion.end, min(last, occasion.end + 12)) if scene.low(at) == "with")
    return found or next((others for at in withs if (others := _others_with(occasion, at))), [])


def _others_with(occasion: Occasion, at: int) -> list[Mention]:
    """Those named behind "with": not in "with an agreement on the bank"."""
    scene = occasion.scene
    found = mentions_on(scene, at + 1, occasion.clause.last)
    plain = found and listed("places", "apart").isdisjoint(scene.lows(at + 1, found[0].first))
    return found if plain else []


def _attend(occasion: Occasion, mentions: Sequence[Mention]) -> bool:
    """As in "with the United Nations in attendance": those named only look on, beside the sides."""
    behind = occasion.scene.lows(mentions[-1].last, mentions[-1].last + 3) if mentions else []
    return behind[:2] in (["in", "attendance"], ["in", "the"], ["as", "observers"], ["as", "observer"]) and (
        behind[:2] != ["in", "the"] or behind[2:] in (["room"], ["chair"])
    )


def _convenes(occasion: Occasion) -> bool:
    """Whether the subject only brings the sides together: "the Union, which convened the talks"."""
    return not occasion.verb and not listed("status", "convening").isdisjoint(occasion.ahead(1))


def _subjects(occasion: Occasion) -> list[Mention]:
    """The subjects of the clause, or of the one on which it hangs: "X said so, speaking after talks with Y"."""
    scene, clause = occasion.scene, occasion.clause
    found = subjects_before(scene, clause, occasion.begin)
    hangs = scene.low(clause.first - 1) in listed("places", "hangs")
    if found or not hangs or clause.first - 2 <= scene.first:
        return found
    return subjects_before(scene, clause_around(scene, clause.first - 2, noun=True), clause.first - 1)[:1]


def _is_of_forum(within: Sequence[Mention]) -> bool:
    """Whether it is a meeting of a body in which sides meet: "the committee's next session"."""
    last = within[-1].actor if within else None
    joint = last is not None and not listed("forums", "joint").isdisjoint(last.name.lower().split())
    return last is not None and len(within) == 1 and is_forum(last.name.title()) and joint


def _is_own_meeting(occasion: Occasion, actor: Actor) -> bool:
    """Whether a body meets by itself: "the board wound up its meeting", "the committee's session"."""
    own = occasion.scene.low(occasion.begin) == "its" or bool(_within(occasion))
    bodies = listed("forums", "alone")
    return own and not occasion.mass and not occasion.verb and not bodies.isdisjoint(actor.name.lower().split())


def _object_start(occasion: Occasion) -> int:
    at = occasion.end
    while occasion.scene.low(at) in ("with", "down", "by", "telephone", "phone", "on", "the", "again", "to"):
        at += 1
    return at


def _within(occasion: Occasion) -> list[Mention]:
    """As in "US-Russia talks", "a meeting of the two presidents"."""
    scene, place = occasion.scene, place_inside(occasion)
    found = [one for one in scene.mentions_in(occasion.begin, occasion.at) if place is None or one.first != place.first]
    if scene.low(occasion.end) == "of":
        found += mentions_on(scene, occasion.end + 1, occasion.clause.last)
    return [mention for mention in found if mention.kind != "pronoun"]


def _expand(occasion: Occasion, told: Iterable[Mention], sides: Sequence[Actor]) -> list[Actor]:
    """The actors of the mentions; a group stands for those of the story whom it means, a joint body for its sides."""
    found: list[Actor] = []
    for mention in told:
        group = mention if mention.kind == "group" else _group_of(occasion, mention)
        if group is not None:
            found += _members(occasion, group, sides)
        elif mention.actor is not None and (mention.actor.named or mention.actor.party):
            found += _parts_of(mention.actor)
    return found


def _group_of(occasion: Occasion, mention: Mention) -> Mention | None:
    """The group that "they" means, which stands before it in its sentence."""
    scene = occasion.scene
    if mention.kind != "pronoun" or scene.low(mention.first) not in ("they", "them"):
        return None
    before = [one for one in scene.mentions_in(scene.first, mention.first) if one.kind == "group"]
    return before[-1] if before else None


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
    others = {actor.party for actor in found.values() if not _is_side(actor)}
    return tuple(actor for actor in found.values() if not _is_side(actor) or actor.party not in others)


def _is_side(actor: Actor) -> bool:
    """Whether an actor is a side as a whole, by its name or its seat."""
    known = known_body(actor.name)
    return actor.name == actor.party or (known is not None and known.party == actor.party and actor.post is None)


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
    return (*told, _person_of(occasion, told, others[0])) if len(others) == 1 else told


def _person_of(occasion: Occasion, told: tuple[Actor, ...], side: Actor) -> Actor:
    """The person of a side whom the sentence names before the occasion, where a person meets; else the side."""
    scene = occasion.scene
    persons = [one for one in scene.mentions_in(scene.first, occasion.begin) if one.kind == "person" and one.actor]
    of_side = [one.actor for one in persons if one.actor is not None and one.actor.party == side.party]
    meets = any(
        actor.post is not None or actor.name.lower() in scene.told.story.cast.story.people.full for actor in told
    )
    return of_side[-1] if of_side and meets else side
