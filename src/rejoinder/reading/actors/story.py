"""A story's page, persons and sides put together: who stands where, as whom, and for which party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rejoinder.model import Actor
from rejoinder.reading.actors.names import Head, Name, strip_article
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.actors.people import People, Person
from rejoinder.reading.actors.posts import Description, Page, describe, post_text
from rejoinder.reading.actors.sides import Sides, is_thing, kinds_of
from rejoinder.reading.knowledge import word_set

_PLACING = frozenset(["in", "at", "near", "from", "outside", "around", "to", "into", "via", "between"])
_OBJECTS = frozenset(["to", "of", "with", "from", "by", "for", "about", "on", "against", "between", "over", "at", "in", "than", "as"])
_OUTWARD = frozenset(["envoy", "diplomat", "mediator", "representative", "coordinator"])
_OF_STATE = frozenset(
    ["minister", "foreign minister", "premier", "president", "secretary", "trade", "defence", "finance", "spokes", "lawmaker",
     "diplomat", "envoy", "negotiator", "officer", "vice-president", "vice-premier", "monarch", "speaker", "chief", "governor"]
)  # fmt: skip


class Entry(NamedTuple):
    """Somebody at a place of the story: ``kind`` is person, role (a person without a name), body or side.
    ``subject`` tells that the words may be the subject of their sentence."""

    at: int
    sentence: int
    actor: Actor
    kind: str
    subject: bool
    quoted: bool
    gender: str | None


@dataclass(slots=True)
class Story:
    """Everything that resolving needs to know of one story. ``settle`` must have run."""

    page: Page
    people: People
    sides: Sides
    home: str | None = None
    entries: list[Entry] = field(default_factory=list)
    bodies: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)

    def settle(self) -> None:
        """Work out the home of the story, the parties of its persons, its bodies, and who stands where."""
        self.home = self._find_home()
        for person in self.people:
            person.party = self._told_party(person)
        self._index_bodies()
        self.entries = self._find_entries(persons=False)
        for person in self.people:
            person.party = person.party or self._likely_party(person)
        self.entries = self._find_entries(persons=True)

    # Names

    def persons_named(self, name: Name) -> list[Person]:
        """Those whom a name may mean, if it is that of a person."""
        return [] if name.known is not None or name.body or is_thing(name) else self.people.find(name.text)

    def actor_of_person(self, person: Person) -> Actor:
        return Actor(person.name, person.post, person.party)

    def actor_of_name(self, name: Name) -> Actor | None:
        """The person, body or side of a name; None where it is no actor or could be several."""
        persons = self.persons_named(name)
        if persons:
            return self.actor_of_person(persons[0]) if len(persons) == 1 else None
        if is_thing(name):
            return None
        side = self.sides.side_of(name)
        return Actor(side.name, None, side.party)

    def party_of_name(self, name: Name) -> str | None:
        persons = self.persons_named(name)
        if persons:
            return persons[0].party if len(persons) == 1 else None
        return None if is_thing(name) else self.sides.side_of(name).party

    # Descriptions

    def party_of(self, found: Description) -> str | None:
        """The party that a description itself tells, by the first name, body or owner in it."""
        for name in found.names:
            party = self.party_of_name(name)
            if party is not None:
                return party
        for head in found.inner:
            actor = self.actor_of_body(head, found.first, found.head.first) if head.body else self._role_owner(head, found)
            if actor is not None and actor.party is not None:
                return actor.party
        if found.determiner in ("its", "their"):
            owner = self.nearest(found.first, ("side", "body"))
            return owner.party if owner is not None else None
        return self._party_behind(found)

    def _role_owner(self, head: Head, found: Description) -> Actor | None:
        """"Prime Minister's official spokesman": the one person of the story who holds the inner post."""
        owners = [person for person in self.people if person.sort == head.sort][:2] if head.sort in _OF_STATE else []
        return self.actor_of_person(owners[0]) if len(owners) == 1 else None

    def _party_behind(self, found: Description) -> str | None:
        """The party behind "of", "for", "in": not where the post is one towards somebody else."""
        outward = found.head.sort in _OUTWARD and found.link in ("for", "to", "on", "with")
        if found.link not in ("of", "for", "from", "at", "in", "within", "inside", "with") or outward:
            return None
        for name in found.of_names:
            party = self.party_of_name(name)
            if party is not None:
                return party
        begin = found.head.last + 1
        for head in found.of_heads:
            actor = self.actor_of_body(head, begin, found.last) if head.body else None
            if actor is not None and actor.party is not None:
                return actor.party
        if self.page.words[begin].low in ("its", "their"):
            owner = self.nearest(found.first, ("side", "body"))
            return owner.party if owner is not None else None
        return None

    def actor_of_body(self, head: Head, floor: int = 0, ceiling: int | None = None) -> Actor:
        """The body that a common noun stands for: as it is described, or the one that the story spoke of."""
        found = describe(self.page, head, floor, ceiling)
        party = self.party_of(found)
        if party is not None:
            return self._described_body(found, party)
        noun = head.sort.split()[-1]
        held = self.body_near(noun, head.first)
        if held is not None and (" " not in head.sort or self.home is None):
            return held
        near = self.home if noun in word_set("bodies", "nouns", "state") else None
        return Actor(self.phrase(found), None, near)

    def _described_body(self, found: Description, party: str) -> Actor:
        return Actor(self.phrase(found), None, party)

    def phrase(self, found: Description) -> str:
        """The words of a description without article, with the complement that it needs."""
        keeps = found.link is not None and found.link not in ("to", "with", "on") or found.head.sort == "source"
        return strip_article(self.page.slice(found.first, found.last if keeps else found.head.last))

    def body_near(self, noun: str, at: int) -> Actor | None:
        """The body of that common noun that was spoken of last before the word ``at``, or else first after it."""
        held = self.bodies.get(noun, [])
        where = bisect_left(held, at, key=lambda item: item[0])
        if where > 0:
            return held[where - 1][1]
        return held[0][1] if held else None

    def unnamed(self, found: Description) -> Actor:
        """The person without a name whom a description stands for."""
        party = self.party_of(found)
        if party is None and found.head.sort == "spokes":
            owner = self.nearest(found.first, ("side", "body"))
            party = owner.party if owner is not None else self.home
        return Actor(self.phrase(found), post_text(self.page, found), party, named=False)

    # Places

    def nearest(self, at: int, kinds: Sequence[str]) -> Actor | None:
        """Who of ``kinds`` was spoken of last before the word ``at``: the subject of the nearest of the last
        four sentences that has one, or else whoever stands last in it."""
        where = bisect_left(self.entries, at, key=lambda entry: entry.at) - 1
        sentence = self.page.words[at].sentence if at < len(self.page.words) else self._last_sentence()
        best: Entry | None = None
        while where >= 0 and self.entries[where].sentence >= sentence - 4:
            entry = self.entries[where]
            if best is not None and entry.sentence != best.sentence:
                break
            if entry.kind in kinds and (best is None or entry.subject):
                best = entry
            where -= 1
        return best.actor if best is not None else None

    def _last_sentence(self) -> int:
        return self.page.words[-1].sentence if self.page.words else 0

    def _find_home(self) -> str | None:
        """The country of the dateline: a capital that opens a paragraph and is followed as datelines are."""
        words = self.page.words
        for name in self.page.names[:40]:
            opens = name.known is not None and words[name.first].opens and name.known.form is not Form.ADJECTIVE
            after = words[name.last].text if name.last < len(words) else ""
            if opens and name.known is not None and (after in ",(.—–-" or words[name.first].text.isupper()) and after not in ("'s", ""):
                return name.known.party if name.known.form is Form.SEAT else None
        return None

    def _told_party(self, person: Person) -> str | None:
        for found in person.described:
            party = self.party_of(found)
            if party is not None:
                return party
        for name in person.owners:
            return self.party_of_name(name)
        return None

    def _likely_party(self, person: Person) -> str | None:
        """For one whose office is a side's but not said whose: the body spoken of right before, or the home."""
        if person.sort is None:
            return None
        near = self.nearest(person.at[0], ("side", "body"))
        if person.sort == "spokes" or self.home is None:
            return near.party if near is not None else self.home
        return self.home if person.sort in _OF_STATE or person.sort == "official" else None

    def _index_bodies(self) -> None:
        """The bodies by their common nouns, in the order of the text."""
        found: list[tuple[int, str, Actor]] = []
        for name in self.page.names:
            actor = None if self.persons_named(name) or is_thing(name) else self.actor_of_name(name)
            if actor is not None and not (name.known is not None and name.known.form in (Form.ADJECTIVE, Form.PEOPLE)):
                found += [(name.first, noun, actor) for noun in kinds_of(name, actor.party)]
        for head in self.page.heads:
            described = describe(self.page, head) if head.body else None
            party = self.party_of(described) if described is not None and (described.names or described.of_names) else None
            if described is not None and party is not None:
                found.append((head.first, head.sort.split()[-1], self._described_body(described, party)))
        for at, noun, actor in sorted(found, key=lambda item: item[0]):
            self.bodies.setdefault(noun, []).append((at, actor))

    def _find_entries(self, *, persons: bool) -> list[Entry]:
        """Who stands where, in the order of the text; with ``persons`` the persons too."""
        found = [entry for name in self.page.names if (entry := self._entry_of_name(name, persons=persons)) is not None]
        if persons:
            found += [entry for head in self.page.heads if (entry := self._entry_of_head(head)) is not None]
        else:
            found += [self._entry(head.first, self.actor_of_body(head), "body", head.last) for head in self._own_bodies()]
        return sorted(found, key=lambda entry: entry.at)

    def _own_bodies(self) -> list[Head]:
        return [head for head in self.page.heads if head.body and self.page.names_in(max(0, head.first - 4), head.first)]

    def _entry(self, at: int, actor: Actor, kind: str, end: int, gender: str | None = None) -> Entry:
        words = self.page.words
        before = words[at - 1].low if at else ""
        if before in word_set("titles", "edges", "determiners") and at > 1:
            before = words[at - 2].low
        owned = end < len(words) and words[end].owner
        subject = not owned and before not in _OBJECTS
        return Entry(at, words[at].sentence, actor, kind, subject, words[at].quoted, gender)

    def _entry_of_name(self, name: Name, *, persons: bool) -> Entry | None:
        actor = self.actor_of_name(name)
        if actor is None or (name.known is not None and name.known.form is Form.ADJECTIVE):
            return None
        people = self.persons_named(name)
        if people:
            return self._entry(name.first, actor, "person", name.last, people[0].gender) if persons else None
        seat = name.known is not None and name.known.form is Form.SEAT
        if seat and name.first and self.page.words[name.first - 1].low in _PLACING:
            return None
        return self._entry(name.first, actor, "side", name.last)

    def _entry_of_head(self, head: Head) -> Entry | None:
        """A body, or a person who is brought in without a name; nothing for a post that has its name beside it."""
        found = describe(self.page, head)
        if head.body:
            told = found.names or found.of_names or found.determiner == "the"
            return self._entry(found.first, self.actor_of_body(head), "body", head.last) if told else None
        named = self.page.names_in(head.last, head.last + 1)
        singular = self.page.words[head.last - 1].low not in word_set("titles", "plural", "heads")
        if named or not singular or found.determiner not in ("a", "an", "one", "another"):
            return None
        gender = next((g for g in ("male", "female") if set(found.words) & word_set("titles", "gender", g)), None)
        return self._entry(found.first, self.unnamed(found), "role", head.last, gender)
