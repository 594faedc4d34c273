"""What is worked out of a story before anybody asks: its home, the parties of its persons, its bodies, and who stands
where. A story whose names, persons and sides are found goes in, and is filled."""

from __future__ import annotations

from collections import Counter

from rejoinder.model import Actor
from rejoinder.reading.actors.belonging import find_standing, likely_party
from rejoinder.reading.actors.bodies import business_nouns
from rejoinder.reading.actors.entries import Entry
from rejoinder.reading.actors.names import Head, Name
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.actors.people import Person
from rejoinder.reading.actors.posts import PLACING, Description, body_text, describe, is_former, is_told
from rejoinder.reading.actors.sides import Side, kinds_of
from rejoinder.reading.actors.story import Story
from rejoinder.reading.actors.surroundings import role_brought_in, state_of_paragraph, state_opening
from rejoinder.reading.knowledge import word_set

_OBJECTS = frozenset(
    ["to", "of", "with", "from", "by", "for", "about", "on", "against", "between", "over", "at", "in", "than", "as"]
)
"""Prepositions behind which nobody is the subject."""


def settle_story(story: Story) -> None:
    """Work out the home of the story, the parties of its persons, its bodies, and who stands where."""
    story.standing = find_standing(story.page, story.sides)
    _note_acronyms(story)
    _index_named_bodies(story)
    for person in story.people:
        person.party = _told_party(story, person)
    _index_led_unions(story)
    _index_described_bodies(story)
    story.entries = _find_entries(story, persons=False)
    for person in story.people:
        person.party = person.party or _told_party(story, person)
        near = story.nearest(person.at[0], ("side", "body"))
        state = story.nearest(person.at[0], ("side",), states=True)
        if person.sort in word_set("titles", "of_company", "heads"):
            near = story.bodies.near("company", person.at[0]) or near
        elif person.sort == "unionist":
            near = story.bodies.near("union", person.at[0]) or near
        elif person.sort in word_set("titles", "of_state", "posts"):
            person.party = person.party or _state_of_scene(story, person)
        person.party = person.party or likely_party(person, story.standing, near, state)
    story.entries = _find_entries(story, persons=True)
    _settle_counterparts(story)


def _settle_counterparts(story: Story) -> None:
    """Give those whom only "his counterpart" brings in the party across from that of whose counterpart they are."""
    across = [person for person in story.people if person.described and _is_counterpart(story, person)]
    if not across:
        return
    times = Counter(entry.actor.party for entry in story.entries if entry.actor.party)
    for person in across:
        owner = story.nearest(person.at[0], ("person",))
        others = [party for party, _ in times.most_common() if owner is None or party != owner.party]
        person.party = next((party for party in others if party in story.standing.states), person.party)
    story.entries = _find_entries(story, persons=True)


def _is_counterpart(story: Story, person: Person) -> bool:
    first = person.described[0]
    return first.head.sort == "counterpart" and _told_party(story, person) is None


def _state_of_scene(story: Story, person: Person) -> str | None:
    """The country that the sentence or the paragraph sets as the scene in which somebody is first named."""
    opening = state_opening(story.page, person.at[0])
    if opening is not None or person.sort not in word_set("titles", "of_state", "ministers") | {"spokes"}:
        return opening
    return state_of_paragraph(story.page, person.at[0])


def _told_party(story: Story, person: Person) -> str | None:
    if person.described and person.described[0].head.sort == "chair":
        chaired = story.party_of(person.described[0]) or story.party_of_board(person.at[0])
        if chaired is not None or not story.entries:
            return chaired
    envoy = any(found.head.sort in ("mediator", "envoy") and not is_former(found) for found in person.described)
    for found in sorted(person.described, key=is_former):
        if envoy and is_former(found):
            break
        party = story.party_of(found)
        if party is not None:
            return party
        earlier = role_brought_in(story.page, found)
        party = story.party_of(earlier) if earlier is not None else None
        if party is not None:
            return party
    among = [story.party_of(found) for found in person.among]
    owners = among + [story.party_of_name(name) for name in person.owners]
    owners += [story.told_body_party(head, 0, None) for head in person.led]
    return next((party for party in owners if party is not None), None)


def _note_acronyms(story: Story) -> None:
    """As in "China's Ministry of Commerce (MOC)": the abbreviation in brackets stands for the body before it."""
    words = story.page.words
    for name in story.page.names:
        if name.known is not None or name.last >= len(words) or not name.first or words[name.first - 1].text != "(":
            continue
        heads = [head for head in story.page.heads_in(max(0, name.first - 8), name.first - 1) if head.body]
        before = story.page.name_over(name.first - 2) if name.first > 1 else None
        if before is not None and before.body:
            continue
        if words[name.last].text == ")" and name.text.isupper() and heads:
            found = describe(story.page, heads[-1], ceiling=name.first - 1)
            if name.first - 1 in (found.last, found.head.last):
                text = body_text(story.page, found)
                own = text if heads[-1].sort == "government" else None
                story.sides.settled[name.text] = Side(text, story.party_of(found) or own)


def _index_named_bodies(story: Story) -> None:
    """The bodies that have a name, by the common nouns for them, in the order of the text."""
    called = {
        actor.name
        for head in story.page.heads
        if head.body and (actor := story.called(head)) and head.sort not in business_nouns()
    }
    for name in story.page.names:
        adjective = name.known is not None and name.known.form in (Form.ADJECTIVE, Form.PEOPLE)
        actor = None if adjective or story.persons_named(name) else story.actor_of_name(name)
        if actor is not None:
            acts = (
                actor.name in story.sides.acting
                and actor.name not in story.standing.states
                and actor.name not in called
            )
            for noun in kinds_of(name, is_state=actor.party in story.standing.states, acts=acts):
                story.bodies.add(noun, name.first, actor)


def _index_led_unions(story: Story) -> None:
    """The letters that stand nowhere but before the post of whoever leads them ("SNPA president Marta Leal"), where
    a union without a name is spoken of: they are its name."""
    if "union" in story.bodies.held or not any(head.sort == "union" for head in story.page.heads):
        return
    officers = word_set("titles", "of_company", "officers")
    places: dict[str, list[tuple[Name, bool]]] = {}
    for name in story.page.names:
        if name.known is None and name.text.isupper() and len(name.text) > 1:
            led = any(head.sort in officers for head in story.page.heads_in(name.last, name.last + 1))
            places.setdefault(name.text, []).append((name, led))
    only = [found for found in places.values() if all(led for _, led in found)]
    for name, _ in only[0] if len(only) == 1 else ():
        side = story.sides.side_of(name)
        story.bodies.add("union", name.first, Actor(side.name, None, side.party))


def _index_described_bodies(story: Story) -> None:
    """The bodies that are described ("the Azerbaijani Foreign Ministry"), merged in among those with a name."""
    touched = set()
    for head in story.page.heads:
        found = describe(story.page, head) if head.body else None
        if found is not None and (is_told(found) or story.called(head) is not None):
            noun = head.sort.split()[-1]
            story.bodies.add(noun, head.first, story.actor_of_body(head))
            touched.add(noun)
    story.bodies.set_in_order(touched)


# Who stands where


def _find_entries(story: Story, *, persons: bool) -> list[Entry]:
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
    unions = [h for h in heads if h.sort == "union" and is_told(describe(story.page, h))]
    return [h for h in heads if h.sort in whole or h in unions or story.page.names_in(max(0, h.first - 4), h.first)]


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
