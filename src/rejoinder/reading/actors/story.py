"""A story's page, persons and sides put together: who stands where, as whom, and for which party."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rejoinder.model import Actor
from rejoinder.reading.actors.belonging import (
    NOWHERE,
    Standing,
    likely_state,
    office_party,
)
from rejoinder.reading.actors.bodies import Bodies, business_nouns
from rejoinder.reading.actors.entries import Entry, last_entry
from rejoinder.reading.actors.names import Head, Name
from rejoinder.reading.actors.parties import own_nouns, state_nouns
from rejoinder.reading.actors.people import People, Person
from rejoinder.reading.actors.posts import (
    Description,
    Page,
    body_text,
    describe,
    is_joint,
    is_told,
    phrase_text,
    post_text,
)
from rejoinder.reading.actors.sides import Sides, is_thing
from rejoinder.reading.actors.surroundings import (
    names_apart,
    names_of_first_post,
    role_in_sentence,
    state_opening,
)
from rejoinder.reading.knowledge import word_set

_MOST = 12
_OUTWARD = frozenset(["envoy", "diplomat", "mediator", "representative", "coordinator"])


@dataclass(slots=True)
class Story:
    """Everything that resolving needs to know of one story. ``settling`` fills it."""

    page: Page
    people: People
    sides: Sides
    standing: Standing = NOWHERE
    entries: list[Entry] = field(default_factory=list)
    bodies: Bodies = field(default_factory=Bodies)

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
        if found.head.sort == "worker" and not any(name.known is not None for name in found.names):
            return self._party_of_workers(found)
        party = next((party for name in found.names if (party := self.party_of_name(name)) is not None), None)
        if party is not None:
            return party
        if found.determiner == "our" and not self.page.words[found.first].quoted:
            return self._publisher_party()
        if set(found.words) & word_set("bodies", "nouns", "rebel") and not found.head.body:
            held = self.bodies.near("rebels", found.first)
            return held.party if held is not None else None
        inner = (self._party_of_inner(head, found) for head in found.inner)
        return next((party for party in inner if party is not None), None) or self._party_owning(found)

    def _party_of_workers(self, found: Description) -> str | None:
        """The union that the story speaks of: those who work for a company are not of its side."""
        union = self.bodies.near("union", found.first)
        return union.party if union is not None else None

    def _party_of_inner(self, head: Head, found: Description) -> str | None:
        """The party of a post or body inside a description; none for that of which another body only consists."""
        if not head.body:
            return self._role_owner(head)
        minister = found.head.sort in word_set("titles", "of_state", "ministers")
        if (head.sort in business_nouns() and minister) or (head.sort, found.head.sort) == ("business", "secretary"):
            return None
        plural = head.sort in word_set("bodies", "nouns", "whole") or head.sort in ("unions", "employers")
        consists = plural and found.head.sort in own_nouns()
        return None if consists else self.told_body_party(head, found.first, found.head.first)

    def _party_owning(self, found: Description) -> str | None:
        """The party of whom "its", "their", "his" and "her" mean, or else that behind the head."""
        if found.determiner in ("its", "their"):
            return self._party_near(found.first)
        if found.determiner not in ("his", "her"):
            return self._party_whose(found) or self._party_behind(found)
        role = role_in_sentence(self.page, found.first)
        if role is not None:
            return self.party_of(role)
        owner = self.nearest(found.first, ("person",)) if self.entries else None
        if owner is not None:
            return owner.party if found.head.sort != "counterpart" else None
        return None if self.entries else self._party_behind(found)

    def _party_whose(self, found: Description) -> str | None:
        """As in "The joint committee, whose secretary, Ann Cole,": the party of what stands before "whose"."""
        words, at = self.page.words, found.first - 1
        if at < 1 or words[at].low != "whose":
            return None
        end = at - (words[at - 1].text == ",")
        name = next((name for name in self.page.names_in(max(0, end - 8), end) if name.last == end), None)
        if name is not None:
            return self.party_of_name(name)
        heads = [head for head in self.page.heads_in(max(0, end - 8), end) if head.body and head.last == end]
        return self.actor_of_body(heads[0], 0, end).party if heads else None

    def _publisher_party(self) -> str | None:
        """Whose own paper the story is, where it says "our general secretary": the union that it names most often."""
        counts = Counter(actor.party for _, actor in self.bodies.held.get("union", []) if actor.party is not None)
        return counts.most_common(1)[0][0] if counts else None

    def _party_near(self, at: int) -> str | None:
        """The party of the body or side that "its" and "their" mean at the word ``at``: of this sentence or the one
        before, also one that does nothing else in the story; else of those further before."""
        owner = self.nearest(at, ("side", "body"))
        sentence = self.page.words[at].sentence
        where = bisect_left(self.entries, at, key=lambda entry: entry.at)
        near = self.entries[max(0, where - 8) : where]
        if owner is None or not any(entry.sentence >= sentence - 1 and entry.actor == owner for entry in near):
            free = (name for name in names_apart(self.page, at) if not self.persons_named(name) and not is_thing(name))
            last = next(free, None)
            owner = self.actor_of_name(last) if last is not None else owner
        return owner.party if owner is not None else None

    def told_body_party(self, head: Head, floor: int, ceiling: int | None) -> str | None:
        """The party of a body inside a description, as far as the words or the story tell it."""
        found = describe(self.page, head, floor, ceiling)
        party = self.party_of(found)
        if party is not None:
            return party
        held = self.bodies.near(head.sort.split()[-1], head.first)
        if held is not None and not is_told(found):
            return held.party
        own = self._own_side(found)
        if own is not None:
            return own.party
        return body_text(self.page, found) if is_told(found) and head.sort not in state_nouns() else None

    def _role_owner(self, head: Head) -> str | None:
        """As in "Prime Minister's official spokesman": the one person of the story who holds the inner post."""
        state = head.sort in word_set("titles", "of_state", "posts")
        owners = self.people.holding([head.sort])[:2] if state else []
        return owners[0].party if len(owners) == 1 else None

    def _party_behind(self, found: Description) -> str | None:
        """The party behind "of", "for", "in": not where the post is one towards somebody else."""
        outward = found.head.sort in _OUTWARD and found.link in ("for", "to", "on", "with")
        if found.link is None or outward or (found.link in ("on", "with", "familiar", "briefed")):
            return None
        for name in found.of_names:
            party = self.party_of_name(name)
            organ = name.body and found.head.sort in word_set("bodies", "nouns", "organs")
            told = name.known is not None or party in self.standing.states or organ
            if party is not None and (not found.head.body or told):
                return party
        begin = found.head.last + 1
        for head in found.of_heads:
            party = self.told_body_party(head, begin, found.last) if head.body else None
            if party is not None:
                return party
        return self._party_near(found.first) if self.page.words[begin].low in ("its", "their") else None

    def actor_of_body(self, head: Head, floor: int = 0, ceiling: int | None = None) -> Actor:
        """The body that a common noun stands for: as it is described, or the one that the story spoke of."""
        found = describe(self.page, head, floor, ceiling)
        noun = head.sort.split()[-1]
        clear = self.called(head) or self._named_in(found) or self._own_side(found)
        clear = clear or self._office_of(found) or self._sole_union(found)
        if clear is not None:
            return clear
        party = self.party_of(found)
        if party is not None and found.determiner not in ("its", "their"):
            return Actor(body_text(self.page, found), None, party)
        held = self.bodies.near(noun, head.first)
        told = is_told(found)
        if held is not None and not told:
            return held
        if head.sort in state_nouns() or noun in state_nouns():
            party = party or self._state_near(head.first)
            return Actor(self.bodies.fullest(noun, body_text(self.page, found), party), None, party)
        phrase = body_text(self.page, found)
        if noun in word_set("bodies", "nouns", "organs") and not told:
            company = self.bodies.near("company", head.first)
            party = party or self.party_of_board(head.first) or (company.party if company is not None else None)
        return Actor(phrase, None, party or (phrase if told else None))

    def party_of_board(self, at: int) -> str | None:
        """The party of the board or committee of which the story speaks."""
        bodies = (self.bodies.near(noun, at) for noun in ("board", "committee", "commission", "council"))
        return next((body.party for body in bodies if body is not None), None)

    def _named_in(self, found: Description) -> Actor | None:
        """As in "Dock union" for the Dock Workers' Union: the one body of the noun in whose name the words stand."""
        words = {word for name in found.names if name.known is None for word in name.text.split()}
        if not words or len(found.names) > 1 or found.names[0].first != found.first + bool(found.determiner):
            return None
        held = self.bodies.held.get(found.head.sort, [])[:_MOST]
        fitting = {actor.name: actor for _, actor in held if words < set(actor.name.split())}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _office_of(self, found: Description) -> Actor | None:
        """The office of somebody who governs, which speaks for the state: "the president's office"."""
        posts = [head for head in found.inner if head.sort in word_set("titles", "of_state", "posts")]
        if found.head.sort != "office" or not posts or found.names:
            return None
        return Actor(body_text(self.page, found), None, self._role_owner(posts[0]) or self._state_near(found.first))

    def _own_side(self, found: Description) -> Actor | None:
        """A group that is a side by its whole name, whatever country stands in it: "the Shuar federation", "the
        Saudi-led coalition", "Peru's opposition", "the creditors"; one that "a" brings in is of no known side."""
        noun = found.head.sort.split()[-1]
        whole = noun in word_set("bodies", "nouns", "whole")
        if whole and found.link == "of" and found.of_names and found.of_names[0].body:
            return self.actor_of_name(found.of_names[0])
        joined = noun == "coalition" and any("-" in word for word in found.words)
        if not (whole or joined):
            return None
        text = body_text(self.page, found)
        held = self.bodies.near(noun, found.head.first)
        if held is not None and (not is_told(found) or found.names):
            return held
        return Actor(text, None, None if found.determiner in ("a", "an", "another", "one") else text)

    def _sole_union(self, found: Description) -> Actor | None:
        """The one union that the story knows by its letters, for "its cabin crew union"."""
        held = {actor.name: actor for _, actor in self.bodies.held.get("union", []) if found.head.sort == "union"}
        letters = [actor for name, actor in held.items() if name.isupper()]
        owned = found.determiner in ("its", "their", "the") and not found.names
        return letters[0] if len(held) == len(letters) == 1 and owned else None

    def called(self, head: Head) -> Actor | None:
        """As in "the pilots' union VdP", "the pilots' union, VdP,": the body by the name that follows its noun."""
        words = self.page.words
        comma = head.last + 1 < len(words) and words[head.last].text == ","
        for name in self.page.names_in(head.last, head.last + 1 + comma):
            closed = not comma or (name.last < len(words) and words[name.last].text in ",.")
            plain = name.known is None and not self.persons_named(name) and not is_thing(name)
            if (
                closed
                and plain
                and head.sort not in state_nouns()
                and words[name.first].sentence == words[head.first].sentence
            ):
                return self.actor_of_name(name)
        return None

    def _state_near(self, at: int) -> str | None:
        near = self.nearest(at, ("side",), states=True)
        speaking = (self.party_of_name(name) for name in names_of_first_post(self.page, at))
        told = next((party for party in speaking if party in self.standing.states), None)
        return state_opening(self.page, at) or told or likely_state(self.standing, near)

    def unnamed(self, found: Description) -> Actor:
        """The person without a name whom a description stands for; those of several sides are of none."""
        if is_joint(self.page, found):
            return Actor(phrase_text(self.page, found), post_text(self.page, found), None, named=False)
        party = self.party_of(found)
        organs = [head for head in (*found.inner, *found.of_heads) if head.body and head.sort in state_nouns()]
        if party is None and organs:
            party = self._state_near(found.first)
        if party is None and found.determiner not in ("a", "an"):
            party = office_party(post_text(self.page, found), self.standing)
        if party is None and found.head.sort in word_set("titles", "of_state", "ministers"):
            party = self._state_near(found.first)
        if party is None and not word_set("titles", "of_state", "adjectives").isdisjoint(found.words):
            party = self._state_near(found.first)
        if party is None and found.head.sort == "spokes":
            party = self._party_near(found.first) or self.standing.home
        return Actor(phrase_text(self.page, found), post_text(self.page, found), party, named=False)

    # Places

    def nearest(self, at: int, kinds: Sequence[str], *, states: bool = False) -> Actor | None:
        """Who of ``kinds`` was spoken of last before the word ``at``, with ``states`` countries only."""
        parties = self.standing.states if states else None
        return last_entry(self.entries, at, self.page.words[at].sentence, kinds, parties)
