"""The persons of one story: names and descriptions go in, each person once, with post and gender, comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rejoinder.reading.actors.appositions import appositions, chained, description_beside, name_begins
from rejoinder.reading.actors.names import Head, Name, first_names, surname_keys
from rejoinder.reading.actors.posts import Description, Page, describe, is_former, left_edge, post_text
from rejoinder.reading.actors.sides import is_thing
from rejoinder.reading.knowledge import load_table, word_set

_MOST = 100
_RANKS = ("official", "diplomat", "leader")


@dataclass(slots=True, eq=False)
class Person:
    """A person of the story. ``described`` are the descriptions that stand beside the name, ``owner`` the name
    of a side that stands before it ("China's Wang Yi"), ``among`` what "one of its delegates" tells, ``title`` the
    post of the form of address ("Sen."); ``sure`` whether more than a capital speaks for a person."""

    name: str
    described: list[Description] = field(default_factory=list)
    owners: list[Name] = field(default_factory=list)
    led: list[Head] = field(default_factory=list)
    among: list[Description] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    gender: str | None = None
    sure: bool = False
    placed: bool = False
    speaks: bool = False
    title: str | None = None
    post: str | None = None
    sort: str | None = None
    party: str | None = None

    @property
    def surnames(self) -> tuple[str, ...]:
        return surname_keys(self.name)


@dataclass(slots=True)
class People:
    """The persons of a story, by full name, by the short forms of it, and by the first word of a name."""

    full: dict[str, Person] = field(default_factory=dict)
    short: dict[str, list[Person]] = field(default_factory=dict)
    first: dict[str, list[Person]] = field(default_factory=dict)
    holders: dict[str, list[Person]] = field(default_factory=dict)

    def find(self, text: str) -> list[Person]:
        """Those whom a name of the story may mean: none, one, or several."""
        low = " ".join(text.lower().split())
        if low in self.full:
            return [self.full[low]]
        if low in self.short:
            return self.short[low][:_MOST]
        last = self.short.get(low.split()[-1], [])[:_MOST] if " " in low else []
        same = [person for person in last if _extends(person.name, text)]
        return same or self.first.get(low, [])[:_MOST]

    def holding(self, sorts: Iterable[str]) -> list[Person]:
        """The persons whose posts are of these classes, at most a hundred of each: no story has more."""
        return [person for sort in sorts for person in self.holders.get(sort, [])[:_MOST]]

    def __iter__(self) -> Iterator[Person]:
        return iter(self.full.values())


def _extends(name: str, text: str) -> bool:
    """Whether every word of ``text`` is in ``name``, or is an initial of a word of it."""
    parts = name.lower().split()
    return all(any(part == word or part[:1] == word.rstrip(".") for part in parts) for word in text.lower().split())


def find_people(page: Page) -> People:
    """The persons of a story. A full name needs two words, or one with an address or a post beside it."""
    people = People()
    short: list[tuple[int, Name]] = []
    for at, name in enumerate(page.names):
        if name.known is None and not name.body and not is_thing(name):
            if len(name.text.split()) > 1 and not _is_place(page, name):
                _note(page, people, name)
            elif len(name.text.split()) == 1:
                short.append((at, name))
    _describe_by_role(page, people)
    _note_pairs(page, people)
    _drop_places(people, {name.text for _, name in short})
    _drop_companies(people, {name.text for _, name in short})
    _index(people)
    for _, name in short:
        _note_short(page, people, name)
    return people


def _describe_by_role(page: Page, people: People) -> None:
    """As in "The leader of the council has set a date.", and then "Ann Cole told a meeting": whoever opens a sentence
    without a post, behind one whose subject is a post without a name, holds it."""
    taken = {mention for person in people.full.values() for mention in person.at}
    for person in people.full.values():
        first = min(person.at)
        if person.described or not page.words[first].opens or not (person.sure or person.speaks):
            continue
        role = _role_before(page, first, taken)
        if role is not None:
            person.described.append(role)
            person.sure = True


def _note_pairs(page: Page, people: People) -> None:
    """As in "Their trade chiefs, Tomas Hallgren and Odile Marchetti,": who is named beside somebody is somebody."""
    for one, other in pairwise(page.names):
        first, second = people.full.get(one.text.lower()), people.full.get(other.text.lower())
        joined = other.first == one.last + 1 and page.words[one.last].low == "and"
        if joined and first is not None and second is not None:
            first.sure = second.sure = first.sure or second.sure


def _role_before(page: Page, at: int, taken: set[int]) -> Description | None:
    """The one definite post without a name in the sentence before the word ``at``."""
    words, begin = page.words, at
    while begin > max(0, at - 60) and words[begin - 1].sentence >= words[at].sentence - 1:
        begin -= 1
    if any(name.first in taken for name in page.names_in(begin, at)):
        return None
    plural = word_set("titles", "plural", "heads")
    heads = [head for head in page.heads_in(begin, at) if not head.body and words[head.last - 1].low not in plural]
    found = [describe(page, head) for head in heads]
    return found[0] if len(found) == 1 and found[0].determiner == "the" else None


def _is_place(page: Page, name: Name) -> bool:
    """As in "Port Selwyn", "North Jorin": a name that begins like that of a place, without a form of address."""
    return name.text.split()[0] in word_set("people_nouns", "openers", "places") and _address(page, name) is None


def _note(page: Page, people: People, name: Name) -> None:
    text = " ".join(name.text.split())
    person = people.full.setdefault(text.lower(), Person(text))
    _add_evidence(page, person, name)


def _note_short(page: Page, people: People, name: Name) -> None:
    """A name of one word: another mention of somebody, or somebody new if an address or a post stands by it."""
    found = people.find(name.text)
    if len(found) == 1:
        _add_evidence(page, found[0], name)
        return
    if found or not (_address(page, name) or description_beside(page, name)):
        return
    person = people.full[name.text.lower()] = Person(name.text)
    people.short.setdefault(name.text.lower(), []).append(person)
    _add_evidence(page, person, name)


def _drop_places(people: People, alone: set[str]) -> None:
    """Names of several words that nothing shows to be persons: they neither speak nor return by a surname, or
    stand where places, states and companies do."""
    for key, person in list(people.full.items()):
        speaks = person.speaks or person.name.split()[-1] in alone
        if not person.sure and (person.placed or not speaks):
            del people.full[key]


def _drop_companies(people: People, alone: set[str]) -> None:
    """As in "Orvane Therapeutics", of which the story goes on to say "Orvane": people return by their last name."""
    for key, person in list(people.full.items()):
        parts = person.name.split()
        if not person.sure and parts[0] in alone and parts[-1] not in alone:
            del people.full[key]


def _index(people: People) -> None:
    """The short forms. A name that is part of a longer one ("Joe Biden", "Joe R Biden") is one person."""
    for person in sorted(people.full.values(), key=lambda person: -len(person.name)):
        held = people.short.setdefault(person.surnames[0], [])
        longer = [other for other in held[:8] if _extends(other.name, person.name)]
        if len(longer) == 1:
            _merge(people, longer[0], person)
            continue
        for key in person.surnames:
            people.short.setdefault(key, []).append(person)
        for word in person.name.lower().split()[:-1]:
            people.first.setdefault(word, []).append(person)


def _merge(people: People, into: Person, person: Person) -> None:
    people.full[person.name.lower()] = into
    into.described += person.described
    into.owners += person.owners
    into.led += person.led
    into.among += person.among
    into.at = sorted(into.at + person.at)
    into.gender = into.gender or person.gender
    into.title = into.title or person.title
    into.sure = into.sure or person.sure


def _add_evidence(page: Page, person: Person, name: Name) -> None:
    """What stands beside one mention of a person."""
    person.at.append(name.first)
    address = _address(page, name)
    person.title = person.title or load_table("people_nouns")["ranks"].get(address or "")
    beside = description_beside(page, name)
    if beside is not None:
        person.described.append(beside)
        person.described += chained(page, beside)
        person.described += [more for more in appositions(page, name) if more.head != beside.head]
    if name.first > 1 and page.words[name.first - 1].owner:
        person.owners += page.names_in(left_edge(page.words, name.first - 1), name.first)[:1]
    origin = _origin(page, name)
    person.owners += origin
    person.sure = person.sure or any(_is_side(place) for place in origin)
    person.among += _one_of_its(page, name)
    among = _among(page, name)
    person.owners += among
    person.owners += _spoken_for(page, name)
    names, heads = _led_by(page, name)
    person.owners += names
    person.led += heads
    first = name.text.split()[0]
    known = first_names().get(first) if len(name.text.split()) > 1 else None
    person.gender = person.gender or _gender_of(address, beside) or known
    person.sure = person.sure or bool(
        address or beside or known or among or person.among or _is_followed_by_who(page, name)
    )
    person.placed = person.placed or _is_placed(page, name)
    person.speaks = person.speaks or _speaks(page, name)


def _origin(page: Page, name: Name) -> tuple[Name, ...]:
    """As in "Rolf Ekholm of Sweden", "Mira Tov of the pressure group Tide Watch": the last name of the phrase."""
    if name.last >= len(page.words) or page.words[name.last].low not in ("of", "from"):
        return ()
    names = page.names_in(name.last + 1, name.last + 3)[:1]
    if names:
        return names
    heads = page.heads_in(name.last + 1, name.last + 5)
    return page.names_in(heads[-1].last, heads[-1].last + 1) if heads and heads[-1].body else ()


def _is_side(name: Name) -> bool:
    return name.body or (name.known is not None and name.known.state)


def _among(page: Page, name: Name) -> tuple[Name, ...]:
    """As in "Ernesto Quijano, one of the Panamanian negotiators,", "Luis Carrasco, of the Cuban delegation,"."""
    words = [word.low for word in page.words[name.last : name.last + 3]]
    if words[:3] != [",", "one", "of"] and words[:2] != [",", "of"]:
        return ()
    begin = name.last + (3 if words[1] == "one" else 2)
    return page.names_in(begin, begin + 3)[:1]


def _one_of_its(page: Page, name: Name) -> list[Description]:
    """As in "Josiah Chirwa, one of its delegates,": those among whom somebody is."""
    words = [word.low for word in page.words[name.last : name.last + 4]]
    if words[:3] != [",", "one", "of"] or words[3:] not in (["its"], ["their"]):
        return []
    return [describe(page, head, name.last + 3) for head in page.heads_in(name.last + 4, name.last + 7)[:1]]


def _spoken_for(page: Page, name: Name) -> tuple[Name, ...]:
    """As in "For the European Union, Ann Cole said": the name behind "for" at the head of the sentence."""
    words, end = page.words, name.first - 1
    if end < 1 or words[end].text != ",":
        return ()
    side = page.name_over(end - 1)
    if side is None or side.last != end:
        return ()
    at = side.first - 1 - (words[side.first - 1].low == "the")
    return (
        (side,) if at >= 0 and words[at].low == "for" and (words[at].opens or words[at - 1].low == "speaking") else ()
    )


def _led_by(page: Page, name: Name) -> tuple[tuple[Name, ...], tuple[Head, ...]]:
    """As in "Joao Belmiro, who heads the Hepatology Society": the body that a relative clause says one leads."""
    words = [word.low for word in page.words[name.last : name.last + 3]]
    if words[:2] != [",", "who"] or words[2:] == [] or words[2] not in word_set("people_nouns", "openers", "leads"):
        return (), ()
    end = name.last + 3
    while end < len(page.words) and end < name.last + 14 and page.words[end].text not in ",.;":
        end += 1
    names = page.names_in(name.last + 3, end)
    heads = tuple(head for head in page.heads_in(name.last + 3, end) if head.body)
    return tuple(sorted(names, key=lambda found: not found.body))[:1], heads[:1]


def _gender_of(address: str | None, beside: Description | None) -> str | None:
    words = ({address} if address else set()) | (set(beside.words) if beside else set())
    for gender in ("male", "female"):
        if words & (word_set("people_nouns", "address", gender) | word_set("titles", "gender", gender)):
            return gender
    return None


def _address(page: Page, name: Name) -> str | None:
    """The form of address right before a name ("Mr", "Gen.")."""
    begin = name_begins(page, name)
    at = name.first - 1 - (page.words[name.first - 1].text == ".")
    return page.words[at].text if begin < name.first else None


def _is_followed_by_who(page: Page, name: Name) -> bool:
    after = [word.low for word in page.words[name.last : name.last + 2]]
    return after[:2] in ([",", "who"], [",", "whose"]) or after[:1] == ["who"]


def _speaks(page: Page, name: Name) -> bool:
    """Whether a verb of speaking follows, or "said" or "according to" stands before."""
    after = page.words[name.last].low if name.last < len(page.words) else ""
    before = [word.low for word in page.words[max(0, name.first - 2) : name.first]]
    return (
        after in word_set("people_nouns", "openers", "speaks") | word_set("people_nouns", "openers", "utters")
        or before[-1:] == ["said"]
        or before == ["according", "to"]
    )


def _is_placed(page: Page, name: Name) -> bool:
    """Whether a name stands like that of a place or a state: "in X", "X's minister", "X officials"."""
    before = page.words[name.first - 1].low if name.first else ""
    after = name.last + 1 if name.last < len(page.words) and page.words[name.last].owner else name.last
    heads = page.heads_in(after, after + 3)
    noun = (
        bool(heads) and (heads[0].first == after or after > name.last) and page.words[name.last].low not in (",", ".")
    )
    return before in ("in", "from", "within", "across", "between", "the") or noun


def settle_posts(page: Page, people: People) -> None:
    """Give each person the post that describes it best: the first that is an office rather than a rank."""
    for person in dict.fromkeys(people):
        person.at.sort()
        for found in sorted(person.described, key=is_former):
            better = person.sort in _RANKS and found.head.sort not in _RANKS
            if found.head.sort != "counterpart" and (person.post is None or better):
                person.post, person.sort = post_text(page, found), found.head.sort
        if person.sort is None and person.title is not None:
            person.sort = load_table("titles")["heads"][person.title]
        if person.sort is not None:
            people.holders.setdefault(person.sort, []).append(person)
