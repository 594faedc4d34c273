"""Dockets of any length, as like real ones as can be made by chance: for benchmarks and for the tests of folds.

``generate(entries, seed)`` gives the entries of several negotiations as they would be found story by story: about six
in ten statements, then commitments (many of them told again by other stories), meetings, texts with items, and the
rest. The same seed gives the same docket. All names are invented or common; no sentence comes from a real story.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rejoinder.docket.chain import seal
from rejoinder.docket.payloads import Record, SourceReceived, encode, hold
from rejoinder.model import (
    Act,
    Actor,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Due,
    Entry,
    EntryKind,
    Evidence,
    Interval,
    Meeting,
    MeetingStatus,
    NewEntry,
    Passage,
    Publication,
    RecordKind,
    Referral,
    Release,
    SaidOn,
    Standing,
    Statement,
    TabledText,
    TextItem,
    TextKind,
)

FIRST_DAY = date(2015, 1, 5)
_OUTLETS = ("Upland Wire", "The Brennau Courier", "Example Agency", "Harbour Radio", "Daily Ledger", "Northern Post")
_ACTS = (Act.STATE, Act.STATE, Act.STATE, Act.PROPOSE, Act.REQUEST, Act.REJECT, Act.ACCUSE, Act.SUPPORT, Act.ANNOUNCE)
_KINDS = (
    *["statement"] * 60,
    *["commitment"] * 15,
    *["meeting"] * 10,
    *["text"] * 10,
    *["referral"] * 1,
    *["release"] * 1,
    *["contingency"] * 1,
    *["characterisation"] * 2,
)
_NEGOTIATIONS = (
    (
        ("Lower Halvern", "Ostmark", "Upper Halvern", "River Commission"),
        (
            "winter releases from northern reservoirs|salmon ladders at the three dams|flood warnings by telephone|"
            "joint inspection of sluices|irrigation quotas in dry years|compensation for drowned meadows|"
            "navigation below weirs|measurement of sediment|nuclear cooling water|fishing licences in border villages"
        ),
    ),
    (
        ("Russia", "United States", "NATO", "OSCE"),
        (
            "further enlargement of the alliance|deployment of intermediate missiles|military exercises near borders|"
            "notification of bomber flights|withdrawal of foreign troops|indivisible security commitments|"
            "inspection of launch sites|hotline between headquarters|limits on naval patrols|verification by satellites"
        ),
    ),
    (
        ("Harbour Workers Union", "Northline Rail", "Ports Ministry", "Arbitration Board"),
        (
            "wage increase for night shifts|pension contributions of temporary staff|automation of container cranes|"
            "safety helmets and gloves|overtime during holidays|parental leave arrangements|training of apprentices|"
            "reinstatement of dismissed stewards|lunch breaks on platforms|transfer of depot employees"
        ),
    ),
    (
        ("United Kingdom", "European Union", "Ireland", "Norway"),
        (
            "customs checks on parcels|jurisdiction of the court|mackerel catches in northern waters|"
            "veterinary certificates for sausages|recognition of qualifications|data protection adequacy|"
            "energy interconnector tariffs|state subsidies to shipyards|mobility of young musicians|steel quotas"
        ),
    ),
)
_PEOPLE = ("Anna", "Boris", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Irina", "Jonas")
_SURNAMES = ("Varga", "Reuter", "Lindqvist", "Okafor", "Petrov", "Marsh", "Duval", "Tanaka", "Keller", "Sorensen")
_PLACES = ("Geneva", "Brennau", "Vienna", "Lisk", "Brussels", "Oslo")
_POSTS = ("foreign minister", "chief negotiator", "deputy minister", "ambassador", "spokeswoman")
_PUT = (
    "The question of {} was not settled by the talks, which went on until late in the evening",
    "Progress on {} depended on what experts could measure before the spring",
    "There had been a misunderstanding about {}, and the delegation would explain its position again",
    "The proposal on {} deserved an answer that dealt with every paragraph",
    "Nobody in the capital wanted to give way on {} while the other side kept silent about costs",
)
_DEEDS = (
    "hand over a written reply on {}",
    "publish a report about {}",
    "study the proposal on {}",
    "convene experts on {}",
)


@dataclass(slots=True)
class _Story:
    """One story in the making: its day, its source, and where the next words go."""

    chance: random.Random
    day: date
    source: str
    at: int = 0

    def passage(self, words: str) -> Passage:
        start = self.at
        self.at = start + len(words) + 2
        return Passage(start, start + len(words), words)


def generate(entries: int, seed: int = 1) -> Iterator[NewEntry]:
    """So many new entries: sources, each followed by what was found in it, in the order of their days."""
    chance = random.Random(seed)  # noqa: S311 the same seed is to give the same docket
    made, number = 0, 0
    per_story = 14
    days = 3000
    while made < entries:
        day = FIRST_DAY + timedelta(number * per_story * days // max(entries, 1))
        for new in _tell(chance, day, number):
            if made < entries:
                made += 1
                yield new
        number += 1


def generate_docket(entries: int, seed: int = 1) -> list[Entry]:
    """The entries of a generated docket, sealed in one append for each story."""
    sealed: list[Entry] = []
    story: list[NewEntry] = []
    for new in generate(entries, seed):
        if new.kind is EntryKind.SOURCE and story:
            sealed += seal("generated", story, story[0].known_at, sealed[-1] if sealed else None)
            story = []
        story.append(new)
    return sealed + seal("generated", story, story[0].known_at, sealed[-1] if sealed else None)


def _tell(chance: random.Random, day: date, number: int) -> Iterator[NewEntry]:
    sides, topics = chance.choice(_NEGOTIATIONS)
    known = datetime(day.year, day.month, day.day, chance.randrange(24), tzinfo=UTC)
    digest = hashlib.sha256(f"{number}".encode()).hexdigest()
    story = _Story(chance, day, f"sha256:{digest}")
    received = SourceReceived(
        f"story-{number}.txt", "text/plain", story.source, f"Talks, day {number}", chance.choice(_OUTLETS), None, day
    )
    yield NewEntry(EntryKind.SOURCE, story.source, Interval.day(day), known, "desk", encode(received))
    for place in range(chance.randint(8, 18)):
        kind = RecordKind(chance.choice(_KINDS))
        record, passage, happened = _MAKERS[kind](story, sides, chance.choice(topics.split("|")))
        subject = f"{kind}:{hashlib.sha256(f'{digest}{place}'.encode()).hexdigest()[:12]}"
        evidence = (Evidence(story.source, passage),)
        yield NewEntry(
            EntryKind.FINDING,
            subject,
            happened,
            known,
            "desk",
            encode(hold(kind, record)),
            evidence,
            "rejoinder/generated",
        )


_Made = tuple[Record, Passage, Interval | None]


def _person(story: _Story, party: str) -> Actor:
    # A side has few speakers, and the same ones for years.
    number = sum(map(ord, party)) + story.chance.randrange(4) + story.day.year
    post = _POSTS[number % len(_POSTS)]
    return Actor(f"{_PEOPLE[number % 10]} {_SURNAMES[(number * 7) % 10]}", post, party)


def _two(story: _Story, sides: tuple[str, ...]) -> tuple[str, str]:
    one, other = story.chance.sample(sides, 2)
    return one, other


def _make_statement(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    speaker = _person(story, story.chance.choice(sides))
    content = story.passage(story.chance.choice(_PUT).format(topic))
    cue = story.passage("said")
    said_on = SaidOn("on that day", Interval.day(story.day)) if story.chance.random() < 0.5 else None
    record = Statement(
        "s", speaker, story.passage(speaker.name), (), story.chance.choice(_ACTS), "reporters", None, False, said_on,
        cue, content, (), 0.9, "The verb names a speaker.",
    )  # fmt: skip
    return record, content, Interval.day(story.day)


def _make_commitment(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    chance = story.chance
    debtor, creditor = _two(story, sides)
    action = story.passage(f"will {chance.choice(_DEEDS).format(topic)}")
    due = None
    if chance.random() < 0.6:
        monday = story.day - timedelta(story.day.weekday()) + timedelta(7 * chance.randrange(4))
        due = Due("next week", Interval(monday, monday + timedelta(6)), "ISO week of the utterance")
    condition = story.passage("if the other side agrees") if chance.random() < 0.15 else None
    record = Commitment(
        "c", _person(story, debtor), Actor(creditor, None, creditor) if chance.random() < 0.7 else None, action,
        condition, Interval.day(story.day), due, (_person(story, debtor),), (), (action,), "“will” binds it.",
    )  # fmt: skip
    return record, action, Interval.day(story.day)


def _make_meeting(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    chance = story.chance
    one, other = _two(story, sides)
    shift = chance.randint(-5, 12)
    when = Interval.day(story.day + timedelta(shift)) if chance.random() < 0.85 else None
    status = MeetingStatus.HELD if shift <= 0 else chance.choice((MeetingStatus.PLANNED, MeetingStatus.CANCELLED))
    passage = story.passage(f"delegations of {one} and {other} meet on {topic}")
    participants = (_person(story, one), _person(story, other))
    record = Meeting(participants, chance.choice(_PLACES), None, when, status, passage, "They meet.")
    return record, passage, when


def _make_text(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    chance = story.chance
    one, other = _two(story, sides)
    kind = chance.choice((TextKind.DRAFT, TextKind.PROPOSAL, TextKind.REPLY, TextKind.REPLY, TextKind.LETTER))
    passage = story.passage(f"{one} handed {other} its {kind.value} on {topic}")
    items = tuple(TextItem(story.passage(f"{topic} under article {number}")) for number in range(chance.randrange(4)))
    when = Interval.day(story.day - timedelta(chance.randrange(4))) if chance.random() < 0.8 else None
    record = TabledText(
        Actor(one, None, one), (Actor(other, None, other),), kind, f"{kind.value} on {topic}", when, items, passage,
        "It was handed over.",
    )  # fmt: skip
    return record, passage, when


def _make_referral(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    passage = story.passage(f"{topic} goes to the standing committee")
    what = Passage(passage.start, passage.start + len(topic), topic)
    by = Actor(sides[0], None, sides[0])
    return (
        Referral(what, None, "standing committee", by, story.chance.choice((True, False, None)), passage, "It goes."),
        passage,
        None,
    )


def _make_release(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    one, other = _two(story, sides)
    passage = story.passage(f"{one} wants the reply on {topic} to be public")
    of = story.passage(f"the reply on {topic}")
    publication = story.chance.choice((None, None, Publication.LEAKED, Publication.PUBLIC))
    wanted, asked = Actor(one, None, one), Actor(other, None, other)
    return (
        Release(of, wanted, asked, story.chance.choice(list(Consent)), passage, "It wants so.", publication),
        passage,
        None,
    )


def _make_contingency(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    step = story.passage(f"the cabinet will decide on {topic}")
    trigger = story.passage(f"depending on the reply on {topic}")
    return Contingency(trigger, step, (Actor(sides[0], None, sides[0]),), None, "It hangs on it."), step, None


def _make_characterisation(story: _Story, sides: tuple[str, ...], topic: str) -> _Made:
    words = story.passage("the main question")
    by = _person(story, story.chance.choice(sides))
    of = story.passage(topic)
    return Characterisation(story.chance.choice(list(Standing)), by, of, words, None, "So it is called."), words, None


_MAKERS = {
    RecordKind.STATEMENT: _make_statement,
    RecordKind.COMMITMENT: _make_commitment,
    RecordKind.MEETING: _make_meeting,
    RecordKind.TEXT: _make_text,
    RecordKind.REFERRAL: _make_referral,
    RecordKind.RELEASE: _make_release,
    RecordKind.CONTINGENCY: _make_contingency,
    RecordKind.CHARACTERISATION: _make_characterisation,
}
