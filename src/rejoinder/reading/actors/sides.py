"""The sides and bodies of one story: its names go in, the full name and the party of each come out.

States, unions and companies that no table knows are found from the story itself: "Halvernian" belongs to the
"Halvern" of the story, "NUHW" to the "National Union of Harbour Workers", "Northline" to "Northline Rail".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rejoinder.reading.actors.names import Name, is_body_name
from rejoinder.reading.actors.parties import Form, known_body, own_nouns, same_stem
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.knowledge import load_table, word_set


class Side(NamedTuple):
    """A body or side: its fullest name in the story and its party, None where the story does not tell."""

    name: str
    party: str | None


@dataclass(slots=True)
class Sides:
    """What the names of one story stand for, where they are not persons."""

    fullest: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str | None] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    invented: Counter[str] = field(default_factory=Counter)
    companies: set[str] = field(default_factory=set)
    headed: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)
    settled: dict[str, Side] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)

    def side_of(self, name: Name) -> Side:
        """The side that a name of the story stands for, if it is no person."""
        if name.known is not None:
            known = name.known
            if known.form is Form.SEAT:
                return Side(name.text, self.instead.get(known.party, known.party))
            return Side(self.fullest.get(known.name, known.name), known.party)
        if name.text not in self.settled:
            self.settled[name.text] = self._settle(name.text)
        return self.settled[name.text]

    def side_called(self, text: str) -> Side:
        """The side that words of the story mean which were not found as a name: "ORVANE" of a headline."""
        for said in (text, text.title()):
            if said in self.aliases or said in self.settled:
                return self._settle(said)
        return self._settle(text)

    def _settle(self, text: str) -> Side:
        full = self._base_of(text)
        full = self.aliases.get(full) or full
        return Side(full, self._state_of(full) or full)

    def _state_of(self, text: str) -> str | None:
        """The state of a public body whose name an adjective begins: "Russian Energy Agency"."""
        parts = text.split()
        of_country = known_body(text.rpartition(" of ")[2]) if " of " in text else None
        if of_country is not None and of_country.state and not set(parts) & word_set("bodies", "words", "union"):
            return of_country.party
        if len(parts) < 2 or parts[-1] not in word_set("bodies", "words", "public"):
            return None
        known = known_body(parts[0])
        if known is not None:
            return known.party if known.form is Form.ADJECTIVE or (known.state and len(parts) > 2) else None
        base = self._base_of(parts[0])
        return base if base != parts[0] else None

    def _base_of(self, text: str) -> str:
        """The name from which an invented adjective is formed, if the story holds exactly one; else the text."""
        bases = {
            name for name in self.stems.get(_stem(text), ()) if same_stem(text.rsplit(maxsplit=1)[-1], name.split()[-1])
        }
        bases = {name for name in bases if name.split()[-1] == name or name.split()[-1] not in bases}
        shortest = {name for name in bases if not any(name != other and same_stem(name, other) for other in bases)}
        if len(shortest) == 1:
            return shortest.pop()
        plural = f"{text}s"
        if plural in self.stems.get(_stem(plural), ()):
            return plural
        return _derived(text) if text in self.adjectives else text


def _derived(text: str) -> str:
    """The country of an adjective that the story alone gives: "Tarvian" of Tarvia, "Dorvani" of Dorvan."""
    ends = text.endswith(("ian", "ani", "eni", "oni"))
    return text[:-1] if ends else text


def _stem(text: str) -> str:
    """The first letters of the last word; none where there is no word."""
    return "".join(text.rsplit(maxsplit=1)[-1:])[:4].lower()


def find_sides(page: Page, persons: frozenset[str]) -> Sides:
    """The sides of a story; ``persons`` are the names and surnames that are taken by people."""
    sides = Sides()
    seen: dict[str, Name] = {}
    for at, name in enumerate(page.names):
        if name.known is not None:
            _keep_fullest(sides, name)
        elif name.text not in persons and not is_thing(name):
            seen.setdefault(name.text, name)
        _note_abbreviation(page, sides, at)
    unknown = [name.text for name in seen.values()]
    sides.instead.update(_stand_ins(page))
    _index_stems(sides, unknown)
    sides.adjectives.update(text for text in unknown if text.isalpha() and len(text) > 5)
    sides.adjectives.difference_update(name.text for name in page.names if not _precedes_noun(page, name))
    governed = frozenset(name.text for name in page.names if name.known is None and _owns_state(page, name))
    _index_parts(sides, seen.values(), governed)
    for name in page.names:
        if name.text in seen:
            _note_conduct(page, sides, name)
    return sides


def _stand_ins(page: Page) -> dict[str, str]:
    """The party for which a seat stands in this story instead of its own: Moscow for the Soviet Union where that acts,
    Nicosia for the Greek Cypriots."""
    named = {name.known.party for name in page.names if name.known is not None}
    own = {name.known.party for name in page.names if name.known is not None and name.known.form is not Form.SEAT}
    gone = own & word_set("countries", "successors", "states")
    table: dict[str, str] = load_table("countries")["instead"]
    return {party: other for party, other in table.items() if other in named and party not in gone}


def _is_governed(page: Page, name: Name) -> bool:
    """As in "the government of Maruna", "the finance minister of Lower Halvern"."""
    if name.first < 2 or page.words[name.first - 1].low != "of":
        return False
    heads = page.heads_in(name.first - 3, name.first)
    if not heads or heads[-1].last != name.first - 1:
        return False
    return heads[-1].sort in word_set("titles", "of_state", "organs" if heads[-1].body else "plain")


def is_company_name(text: str) -> bool:
    """Whether a name by its form is that of a company rather than of a state: "AirHalden", "Moravgaz"."""
    return any(one.islower() and two.isupper() for one, two in pairwise(text)) or text.endswith(
        tuple(word_set("bodies", "words", "company_endings"))
    )


def governs(page: Page, name: Name) -> bool:
    """Whether a name is said to have a government or a minister: "the government of Vesmark", "Vesmark's minister",
    "Vesmarkian minister"."""
    if _is_governed(page, name):
        return True
    heads = page.heads_in(name.last, name.last + 4)
    if not heads or not all(word.text[0].isalpha() or word.owner for word in page.words[name.last : heads[0].first]):
        return False
    return heads[0].sort in word_set("titles", "of_state", "organs" if heads[0].body else "plain")


def _owns_state(page: Page, name: Name) -> bool:
    return governs(page, name) and (_is_governed(page, name) or page.words[name.last].owner)


def _precedes_noun(page: Page, name: Name) -> bool:
    """Whether a name stands like an adjective: no verb of speaking, mark or possessive ending follows."""
    word = page.words[name.last] if name.last < len(page.words) else None
    return word is not None and word.low[0].isalpha() and word.low not in word_set("people_nouns", "openers", "speaks")


def _note_conduct(page: Page, sides: Sides, name: Name) -> None:
    """Whether an unknown name acts ("Ostmark said") and whether it is a state ("Ostmark's foreign minister")."""
    side = sides.side_of(name).name
    before = page.words[name.first - 1].low if name.first else ""
    if not is_body_name(side.split()) and before not in ("in", "at", "to", "from", "near"):
        sides.invented[side] += 1
        if page.words[name.first].sentence < 2 and not name.text.isupper():
            sides.headed.add(side)
        sides.states.update([side] if _is_governed(page, name) else [])
    word = page.words[name.last] if name.last < len(page.words) else None
    if (
        name.body
        or side != name.text
        or (word is not None and word.low in word_set("people_nouns", "openers", "speaks"))
    ):
        sides.acting.add(side)
    heads = page.heads_in(name.last, name.last + 5)
    if not heads or not all(w.text[0].isalpha() or w.owner for w in page.words[name.last : heads[0].first]):
        return
    if heads[0].sort in word_set("titles", "of_company", "posts"):
        sides.companies.add(side)
    if heads[0].first - name.last < 2 or (word is not None and word.owner):
        sides.acting.add(side)
        offices = word_set("titles", "of_state", "organs" if heads[0].body else "plain")
        if heads[0].sort in offices and not name.body and not is_body_name(side.split()):
            sides.states.add(side)


def _keep_fullest(sides: Sides, name: Name) -> None:
    known = name.known
    if known is not None and known.form is Form.NAME:
        held = sides.fullest.get(known.name, "")
        if len(name.text) > len(held):
            sides.fullest[known.name] = " ".join(name.text.split())


def _note_abbreviation(page: Page, sides: Sides, at: int) -> None:
    """As in "National Union of Harbour Workers (NUHW)": the second name is short for the first."""
    if at + 1 >= len(page.names):
        return
    name, after = page.names[at], page.names[at + 1]
    bracketed = (
        after.first == name.last + 1 and page.words[name.last].text == "(" and page.words[after.last : after.last + 1]
    )
    country = name.known is not None and name.known.state
    if (
        bracketed
        and page.words[after.last].text == ")"
        and after.text.isupper()
        and after.known is None
        and not country
    ):
        sides.aliases[after.text] = " ".join(name.text.split())


def _index_stems(sides: Sides, texts: Iterable[str]) -> None:
    for text in texts:
        held = sides.stems.setdefault(_stem(text), [])
        if len(held) < 20:
            held.append(text)


def _index_parts(sides: Sides, names: Iterable[Name], governed: frozenset[str]) -> None:
    """Short forms of the bodies: initials, first words, last words; None where two bodies share one. A name that is
    ``governed`` is that of a state, not short for a body of it ("Vesmark" beside "Vesmark Boatowners' Association")."""
    taken: dict[str, str | None] = {}
    for name in names:
        parts = name.text.split()
        place = parts[0] in word_set("people_nouns", "openers", "places") and not is_body_name(parts)
        if len(parts) < 2 or place:
            continue
        forms = {" ".join(parts[:count]) for count in range(1, len(parts))}
        forms |= {" ".join(parts[start:]) for start in range(1, len(parts))}
        forms.add(f"{parts[0]} {parts[-1]}")
        forms.add("".join(part[0] for part in parts if part[0].isupper()))
        for form in forms:
            taken[form] = name.text if form not in taken else None
    for form, full in taken.items():
        if form not in governed:
            sides.aliases.setdefault(form, full)


def kinds_of(name: Name, *, is_state: bool, acts: bool) -> frozenset[str]:
    """The common nouns by which the story may come back to a name: "alliance" for NATO, "airline" for a company.

    ``is_state`` the name is that of a country; ``acts`` it says or does something somewhere in the story."""
    rebels = _rebels()
    if name.known is not None:
        kinds = frozenset(name.known.kinds)
        return kinds | rebels if kinds & rebels else kinds
    words = frozenset(name.text.split())
    own = frozenset(word.lower() for word in words) & own_nouns()
    own = own | rebels if own & rebels else own
    if words & word_set("bodies", "words", "union") and len(words) > 1:
        return own | {"union"}
    if is_state:
        return own | {"country", "state", "republic", "kingdom"}
    public = own - {"group", "company", "corporation", "railway", "bank", "business"}
    business = acts or name.body or is_company_name(name.text)
    return own if public or not business else own | word_set("bodies", "nouns", "business")


@cache
def _rebels() -> frozenset[str]:
    """The nouns for bodies that stand against a state."""
    return word_set("bodies", "nouns", "against_states") - {"union", "unions", "dissidents"}


def is_thing(name: Name) -> bool:
    """Whether a name is neither a person nor a side ("Black Sea", "Good Friday Agreement")."""
    return (
        name.known is None and not name.body and name.text.split()[-1] in word_set("people_nouns", "openers", "things")
    )
