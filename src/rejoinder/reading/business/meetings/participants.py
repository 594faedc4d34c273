"""Who meets: an occasion goes in, the persons or sides that its sentence or the story tells come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rejoinder.model import Actor
from rejoinder.reading.actors.parties import known_body
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.meetings.places import is_forum
from rejoinder.reading.business.scenes import Mention, Scene, persons_before
from rejoinder.reading.knowledge import load_table

_LINKS = frozenset(
    [",", "and", "with", "the", "as", "well", "alongside", "a", "an", "&", "mr", "mrs", "ms", ".", "his", "her"]
)
_INSIDE = frozenset(["of", "in", "at", "from", "to", "for", "by", "on", "about", "over", "against", "into", "under"])


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
        return [*_subjects(occasion, occasion.at), *_chain(scene, _object_start(occasion), last)]
    for at in range(occasion.end, min(last, occasion.end + 14)):
        if scene.low(at) == "between":
            return _chain(scene, at + 1, last)
        if scene.low(at) == "with" and (other := _chain(scene, at + 1, last)):
            return [*_subjects(occasion, occasion.begin), *_within(occasion), *other]
    within = _within(occasion)
    return within if len(within) > 1 else [*_subjects(occasion, occasion.begin), *within]


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
        found += _chain(scene, occasion.end + 1, occasion.clause.last)
    return [mention for mention in found if mention.kind != "pronoun"]


def _chain(scene: Scene, begin: int, limit: int) -> list[Mention]:
    """The mentions that begin near a word and go on with "and" and commas."""
    found: list[Mention] = []
    at = begin
    for mention in scene.mentions_in(begin, limit):
        if not _follows(scene.lows(at, mention.first), found[-1] if found else None, mention):
            break
        found.append(mention)
        at = mention.last
    return [mention for mention in found if not _is_owner(scene, mention)]


def _follows(between: list[str], before: Mention | None, mention: Mention) -> bool:
    """Whether a mention goes on with a list, by the words between it and the one before (or the start)."""
    if before is None:
        return len(between) <= 4
    if between == [","]:
        return before.kind == mention.kind
    post = len(between) <= 6 and ("and" in between or between[:1] == [","]) and _INSIDE.isdisjoint(between)
    return _LINKS.issuperset(between) or post


def _is_owner(scene: Scene, mention: Mention) -> bool:
    return mention.last < scene.last and scene.words[mention.last].owner


def _is_adjective(scene: Scene, mention: Mention) -> bool:
    """Whether an adjective stands for no side of its own; the first one of "Russian and American envoys" does."""
    return mention.kind == "adjective" and scene.low(mention.last) not in ("and", ",")


def _subjects(occasion: Occasion, limit: int) -> list[Mention]:
    """The mentions before a word in its clause that may be the subject: in no phrase of their own, no owners."""
    scene, (first, _, hole) = occasion.scene, occasion.clause
    found = [mention for mention in scene.mentions_in(first, limit) if not hole[0] <= mention.first < hole[1]]
    if scene.low(first - 1) == "who":
        found = [mention for mention in scene.mentions if first - 4 <= mention.last < first][-1:] + found
    return [mention for mention in found if _may_be_subject(scene, mention)]


def _may_be_subject(scene: Scene, mention: Mention) -> bool:
    before = scene.low(mention.first - 1)
    if before in ("the", "a", "an"):
        before = scene.low(mention.first - 2)
    return before not in _INSIDE and not _is_owner(scene, mention) and not _is_adjective(scene, mention)


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
    if noun not in listed("groups", "persons"):
        return sides
    sort = load_table("meetings")["groups"]["sorts"].get(noun)
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
