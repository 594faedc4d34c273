"""To which side somebody likely belongs where no words say so: the dateline, the states of the story, well-known
offices and persons go in, a party comes out, or None."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from rejoinder.model import Actor
from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.parties import Form, known_body, state_nouns
from rejoinder.reading.actors.people import Person
from rejoinder.reading.actors.posts import PLACING, Page
from rejoinder.reading.actors.sides import Sides, governs, is_company_name
from rejoinder.reading.knowledge import load_table, word_set


class Standing(NamedTuple):
    """``home`` the state whose capital the dateline names, ``states`` how often each state is named, ``main``
    the one that is named at least twice as often as any other, ``first`` the one that is named first."""

    home: str | None
    states: Counter[str]
    main: str | None
    first: str | None


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
    home = _find_home(page, sides)
    away = home is not None and (2 * states[home] < ranked[0][1] or _only_hosts(home, states))
    return Standing(None if away else home, states, main, first if states else _state_of_offices(page))


def _only_hosts(home: str, states: Counter[str]) -> bool:
    """Whether the state of the dateline is known for hosting others' talks and does little else in the story than
    that, beside a state that is named again and again."""
    others = max((count for party, count in states.items() if party != home), default=0)
    return home in word_set("countries", "hosting", "states") and states[home] <= _DATELINE + 1 and others >= _DATELINE


def _weigh_states(page: Page, sides: Sides) -> Counter[str]:
    """How much each state takes part; an unknown name counts where it is said more often than any known state."""
    states: Counter[str] = Counter()
    for name in page.names:
        inside = known_body(name.text.split()[0]) if name.body else None
        if inside is not None and inside.state:
            states[inside.party] += 1
        side = sides.side_of(name)
        is_state = name.known.state if name.known is not None else side.name in sides.states
        if is_state and side.party is not None:
            states[side.party] += _weight(page, name)
    known = max((count for party, count in states.items() if party not in sides.states), default=0)
    known *= 2 if any(head.sort in word_set("bodies", "nouns", "against_states") for head in page.heads) else 1
    for text, count in sides.invented.most_common(3):
        weight = count + 2 * (text in sides.headed)
        if count > 1 and weight > known and text not in states and _may_be_state(text, sides):
            states[text] = weight
    return +states


def _may_be_state(text: str, sides: Sides) -> bool:
    """Whether an unknown name that a story often says may be that of a state: it acts, and is no company."""
    prominent = text in sides.acting or text in sides.headed
    return prominent and not text.isupper() and text not in sides.companies and not is_company_name(text)


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
    organ = any(head.body and head.sort in state_nouns() for described in person.described for head in described.inner)
    if (person.sort in word_set("titles", "of_state", "posts") or organ) and (
        found := likely_state(standing, state)
    ) is not None:
        return found
    if person.sort in ("expert", "worker", "resident", "source", "lawyer", "activist") or _of_unknown_state(person):
        return None
    return near.party if near is not None else standing.home


def _of_unknown_state(person: Person) -> bool:
    """Whether somebody holds an office that only a state has, and no company or union that is spoken of before."""
    return person.sort in word_set("titles", "of_state", "plain")


def _office_party(person: Person, standing: Standing) -> str | None:
    """The country that alone has an office of this name, if the story names it or names no country at all."""
    return office_party(person.post or person.title or "", standing)


def office_party(post: str, standing: Standing) -> str | None:
    """The party of an office by its words alone."""
    for office, party in load_table("titles")["offices"].items():
        if post.lower().endswith(office) and (party in standing.states or not standing.states):
            return str(party)
    return None
