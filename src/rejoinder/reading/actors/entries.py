"""Who stands where in a story: entries in the order of the text, and the one of them spoken of last before a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rejoinder.model import Actor
from rejoinder.reading.actors.names import Head, Name
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.actors.posts import PLACING, Description, describe, is_told
from rejoinder.reading.knowledge import word_set

if TYPE_CHECKING:
    from rejoinder.reading.actors.story import Story

_FURTHEST = 4
_OBJECTS = frozenset(
    ["to", "of", "with", "from", "by", "for", "about", "on", "against", "between", "over", "at", "in", "than", "as"]
)
"""Prepositions behind which nobody is the subject."""


class Entry(NamedTuple):
    """Somebody at a place of the story: ``kind`` is person, role (a person without a name), body or side.
    ``rank`` is 2 where the words may be the subject of their sentence, 1 behind a preposition, 0 for an owner."""

    at: int
    sentence: int
    actor: Actor
    kind: str
    rank: int
    quoted: bool
    gender: str | None

    @property
    def subject(self) -> bool:
        return self.rank == 2


def last_entry(
    entries: Sequence[Entry], at: int, sentence: int, kinds: Container[str], parties: Container[str] | None = None
) -> Actor | None:
    """Who of ``kinds`` was spoken of last before the word ``at`` of ``sentence``: the subject of the nearest of the
    last four sentences that has one, or else whoever stands last in it; with ``parties``, only who belongs to one."""
    where = bisect_left(entries, at, key=lambda entry: entry.at) - 1
    best: Entry | None = None
    while where >= 0 and entries[where].sentence >= sentence - _FURTHEST:
        entry = entries[where]
        if best is not None and entry.sentence != best.sentence:
            break
        fits = entry.kind in kinds and (parties is None or entry.actor.party in parties)
        if fits and (best is None or entry.subject or entry.rank > best.rank):
            best = entry
        where -= 1
    return best.actor if best is not None else None


def find_entries(story: Story, *, persons: bool) -> list[Entry]:
    """Who stands where, in the order of the text; with ``persons`` the persons too."""
    found = [entry for name in story.page.names if (entry := _entry_of_name(story, name, persons=persons)) is not None]
    if persons:
        found += [entry for head in story.page.heads if (entry := _entry_of_head(story, head)) is not None]
    else:
        found += [
            _entry(story, head.first, story.actor_of_body(head), "body", head.last) for head in _own_bodies(story)
        ]
    return sorted(found, key=lambda entry: entry.at)


def _own_bodies(story: Story) -> list[Head]:
    whole = word_set("bodies", "nouns", "whole")
    heads = [head for head in story.page.heads if head.body]
    return [h for h in heads if h.sort in whole or story.page.names_in(max(0, h.first - 4), h.first)]


def _entry(story: Story, at: int, actor: Actor, kind: str, end: int, gender: str | None = None) -> Entry:
    words = story.page.words
    before = words[at - 1].low if at else ""
    if before in word_set("titles", "edges", "determiners") and at > 1:
        before = words[at - 2].low
    owned = end < len(words) and words[end].owner
    rank = 0 if owned else 1 if before in _OBJECTS else 2
    return Entry(at, words[at].sentence, actor, kind, rank, words[at].quoted, gender)


def _entry_of_name(story: Story, name: Name, *, persons: bool) -> Entry | None:
    actor = story.actor_of_name(name)
    if actor is None or (name.known is not None and name.known.form is Form.ADJECTIVE):
        return None
    people = story.persons_named(name)
    if people:
        return _entry(story, name.first, actor, "person", name.last, people[0].gender) if persons else None
    seat = name.known is None or name.known.form is Form.SEAT
    if name.known is None and actor.name not in story.sides.acting and actor.name not in story.standing.states:
        return None
    if seat and name.first and story.page.words[name.first - 1].low in PLACING:
        return None
    return _entry(story, name.first, actor, "side", name.last)


def _held_by(story: Story, found: Description) -> bool:
    """Whether a definite description is that of a person whom the story names."""
    return found.determiner == "the" and bool(story.people.holding([found.head.sort]))


def _entry_of_head(story: Story, head: Head) -> Entry | None:
    """A body, or a person who is brought in without a name; nothing for a post that has its name beside it."""
    found = describe(story.page, head)
    if head.body:
        told = is_told(found) or found.determiner in ("the", "its", "their")
        return _entry(story, found.first, story.actor_of_body(head), "body", head.last) if told else None
    named = story.page.names_in(head.last, head.last + 1)
    singular = story.page.words[head.last - 1].low not in word_set("titles", "plural", "heads")
    introduced = found.determiner in ("a", "an", "one", "another") or (
        found.determiner == "the" and bool(found.inner or found.names)
    )
    if named or not singular or not introduced or _held_by(story, found):
        return None
    gender = next((g for g in ("male", "female") if set(found.words) & word_set("titles", "gender", g)), None)
    return _entry(story, found.first, story.unnamed(found), "role", head.last, gender)
