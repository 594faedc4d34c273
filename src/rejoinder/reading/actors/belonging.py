"""To which side somebody likely belongs where no words say so: the dateline, the states of the story, well-known
offices and persons go in, a party comes out, or None."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from rejoinder.model import Actor
from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.parties import Form, Known, known_body, state_nouns
from rejoinder.reading.actors.people import Person
from rejoinder.reading.actors.posts import PLACING, Page, is_former
from rejoinder.reading.actors.sides import Sides, governs, is_company_name
from rejoinder.reading.knowledge import load_table, word_set


class Standing(NamedTuple):
    """``home`` the state whose capital the dateline names, ``states`` how often each state is named, ``main``
    the one that is named at least twice as often as any other, ``first`` the one that is named first, ``between`` those
    that are said to mediate or to host, ``named`` all parties of the tables that are named."""

    home: str | None
    states: Counter[str]
    main: str | None
    first: str | None
    between: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


_DATELINE = 2
"""How often a dateline may name its state: "OSLO, Norway"."""
NOWHERE = Standing(None, Counter(), None, None)


def find_standing(page: Page, sides: Sides) -> Standing:
    """The home and the states of a story: a state weighs more the more it acts in it."""
    states = _weigh_states(page, sides)
    ranked = [*states.most_common(2), ("", 0), ("", 0)]
    main = ranked[0][0] if ranked[0][1] >= max(2, 2 * ranked[1][1]) else None
    named = (sides.side_of(name).party or "" for name in page.names)
    first = next((party for party in named if states[party] > 1 or (states[party] and len(states) == 1)), None)
    if ranked[0][1] > ranked[1][1] and len(states) > 1:
        first = ranked[0][0]
    home = _find_home(page, sides)
    between = _find_between(page, sides, states)
    known = frozenset(name.known.party for name in page.names if name.known is not None)
    away = home is not None and (2 * states[home] < ranked[0][1] or _only_hosts(home, states) or home in between)
    return Standing(None if away else home, states, main, first if states else _state_of_offices(page), between, known)


def _only_hosts(home: str, states: Counter[str]) -> bool:
    """Whether the state of the dateline is known for hosting others' talks and does little else in the story than
    that, beside a state that is named again and again."""
    others = max((count for party, count in states.items() if party != home), default=0)
    return home in word_set("countries", "hosting", "states") and states[home] <= _DATELINE + 1 and others >= _DATELINE


def _find_between(page: Page, sides: Sides, states: Counter[str]) -> frozenset[str]:
    """The states that are said to mediate or to host ("the Omani minister who mediates"), where two others are named
    as often."""
    mediates = word_set("countries", "hosting", "verbs")
    found = {
        sides.side_of(name).party or ""
        for name in page.names
        if not mediates.isdisjoint(word.low for word in page.words[name.last : name.last + 6])
    }
    return frozenset(
        party
        for party in found & states.keys()
        if sum(count >= states[party] for other, count in states.items() if other not in found) > 1
    )


def _weigh_states(page: Page, sides: Sides) -> Counter[str]:
    """How much each state takes part; an unknown name counts where it is said more often than any known state."""
    states: Counter[str] = Counter()
    for name in page.names:
        inside = known_body(name.text.split()[0]) if name.body else None
        if inside is not None and inside.state:
            states[inside.party] += 1
        side = sides.side_of(name)
        is_state = _is_state(name.known) if name.known is not None else side.name in sides.states
        if is_state and side.party is not None:
            states[side.party] += _weight(page, name)
    known = max((count for party, count in states.items() if party not in sides.states), default=0)
    known *= 2 if any(head.sort in word_set("bodies", "nouns", "against_states") for head in page.heads) else 1
    for text, count in sides.invented.most_common(3):
        weight = count + 2 * (text in sides.headed)
        enough = count > 2 or text in sides.states or text in sides.headed
        if count > 1 and enough and weight > known and text not in states and _may_be_state(text, sides):
            states[text] = weight
    return +states


def _is_state(known: Known) -> bool:
    """Whether a known name is that of a country or of an organ of one, not of an organ of the European Union."""
    return known.state and known.party not in load_table("bodies")["organisations"]


def _may_be_state(text: str, sides: Sides) -> bool:
    """Whether an unknown name that a story often says may be that of a state: it acts, and is no company."""
    prominent = text in sides.acting or text in sides.headed
    place = (
        " " not in text
        or text.split(maxsplit=1)[0] in word_set("people_nouns", "openers", "places")
        or text in sides.states
    )
    plural = text.endswith("s") and not text.endswith(("lands", "ss", "us", "is")) and text not in sides.states
    return (
        prominent
        and place
        and not plural
        and not text.isupper()
        and text not in sides.companies
        and not is_company_name(text)
    )


def _state_of_offices(page: Page) -> str | None:
    """The country that alone has an office which the story names: the United Kingdom a "health secretary"."""
    posts = (page.slice(max(0, head.first - 1), head.last).lower() for head in page.heads if not head.body)
    offices = load_table("titles")["offices"]
    return next((str(offices[post]) for post in posts if post in offices), None)


def _weight(page: Page, name: Name) -> int:
    """How much one mention says that a state takes part: not at all where a seat is a place, most where it is said
    to have a minister or a government."""
    before = page.words[name.first - 1].low if name.first else ""
    seat = name.known is not None and name.known.form is Form.SEAT
    if seat and (before in PLACING or _begins_line(page, name.first)):
        return 0
    return 2 if governs(page, name) else 1


def _find_home(page: Page, sides: Sides) -> str | None:
    """The country of the dateline: "MOSCOW, January 26", "PORT SELWYN, Maruna, April 19"."""
    words = page.words
    for at, name in enumerate(page.names[:40]):
        after = words[name.last].text if name.last < len(words) else "'"
        if (
            not _begins_line(page, name.first)
            or after[0] in "'’"
            or not (after in ",(.—–-" or words[name.first].text.isupper())
        ):
            continue
        if name.known is not None and name.known.form is Form.SEAT:
            return name.known.party if name.known.state else None
        second = page.names[at + 1] if at + 1 < len(page.names) else None
        if second is not None and words[name.first].text.isupper() and second.first == name.last + 1 and after == ",":
            return sides.side_of(second).party
    return None


def _begins_line(page: Page, at: int) -> bool:
    return at == 0 or "\n" in page.text[page.words[at - 1].end : page.words[at].start]


def likely_state(standing: Standing, near: Actor | None) -> str | None:
    """The state that an office or an organ without a country belongs to: the home, the main one, the nearest."""
    party = (
        near.party
        if near is not None and near.party not in word_set("titles", "of_state", "without_ministers")
        else None
    )
    return standing.home or standing.main or party or standing.first


def likely_party(person: Person, standing: Standing, near: Actor | None, state: Actor | None) -> str | None:
    """The party of a person of whom no words tell it; ``near`` is the side, ``state`` the country spoken of before."""
    known = load_table("people_nouns")["well_known"].get(person.name)
    if known is not None or person.sort is None:
        return str(known) if known is not None else None
    office = _office_party(person, standing)
    if office is not None:
        return office
    found = likely_state(standing, state) if _is_of_state(person, standing) else None
    if found is not None or _is_of_nobody(person):
        return found
    if person.sort == "mediator":
        return next((host for host in load_table("scenes")["groups"]["hosts"] if host in standing.named), None)
    return near.party if near is not None else standing.home


def _is_of_state(person: Person, standing: Standing) -> bool:
    """Whether the post of a person is likely that of a state."""
    organ = any(head.body and head.sort in state_nouns() for described in person.described for head in described.inner)
    commissioner = person.sort == "commissioner" and "European Union" not in standing.named
    return person.sort in word_set("titles", "of_state", "posts") or organ or commissioner


def _is_of_nobody(person: Person) -> bool:
    """Whether somebody acts for no company or union that is spoken of before: who only works somewhere ("a stunt
    coordinator"), who held an office, who holds one that only a state has."""
    if person.sort in ("expert", "worker", "resident", "source", "lawyer", "activist"):
        return True
    brought = all(found.determiner in ("a", "an") or is_former(found) for found in person.described)
    return person.sort in word_set("titles", "of_state", "plain") or (brought and bool(person.described))


def _office_party(person: Person, standing: Standing) -> str | None:
    """The country that alone has an office of this name, if the story names it or names no country at all."""
    return office_party(person.post or "", standing) or office_party(person.title or "", standing)


def office_party(post: str, standing: Standing) -> str | None:
    """The party of an office by its words alone."""
    for office, party in load_table("titles")["offices"].items():
        if post.lower().endswith(office) and (party in standing.named or not standing.states):
            return str(party)
    return None
