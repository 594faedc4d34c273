"""Small dockets for tests: stories with records made by hand, and what persons decide about them, folded to views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zlib import crc32

from rejoinder.docket import Views, fold
from rejoinder.docket.chain import seal
from rejoinder.docket.entering import entries_of, kind_of
from rejoinder.docket.payloads import Judged, Record, encode, hold
from rejoinder.model import (
    Act,
    Actor,
    Business,
    Commitment,
    Consent,
    Decision,
    Document,
    Due,
    EntryKind,
    Interval,
    Meeting,
    MeetingStatus,
    NewEntry,
    Passage,
    Publication,
    Reading,
    Release,
    SaidOn,
    Source,
    Statement,
    TabledText,
    TextItem,
    TextKind,
)

VARGA = Actor("Ilse Varga", "water minister", "Lower Halvern")
REUTER = Actor("Jan Reuter", "envoy", "Ostmark")
HALVERN = Actor("Lower Halvern", None, "Lower Halvern")
OSTMARK = Actor("Ostmark", None, "Ostmark")


def may(day: int) -> date:
    """A day of May 2022; those after the 31st are in June."""
    return date.fromordinal(date(2022, 5, 1).toordinal() + day - 1)


def on(day: int, last: int | None = None) -> Interval:
    return Interval(may(day), may(last or day))


def words(text: str) -> Passage:
    # Each text stands at a place of its own, so that records of one source are told apart.
    start = crc32(text.encode()) % 100_000
    return Passage(start, start + len(text), text)


def said(
    text: str, day: int | None = None, speaker: Actor | None = VARGA, act: Act = Act.STATE, number: int = 1
) -> Statement:
    return Statement(
        id=f"s{number}",
        speaker=speaker,
        mention=None,
        via=(),
        act=act,
        addressee=None,
        venue=None,
        direct=False,
        said_on=SaidOn("then", on(day)) if day else None,
        cue=None,
        content=words(text),
        parts=(),
        score=0.9,
        reason="It is said.",
    )


def promised(text: str, made: Interval | None = None, due: Interval | None = None) -> Commitment:
    """A promise of Lower Halvern to Ostmark."""
    told = Due("then", due) if due else None
    return Commitment("c1", HALVERN, OSTMARK, words(text), None, made, told, (VARGA,), (), (words(text),), "It binds.")


def met(
    text: str, when: Interval | None, status: MeetingStatus = MeetingStatus.HELD, place: str | None = "Brennau"
) -> Meeting:
    return Meeting((VARGA, REUTER), place, None, when, status, words(text), "They met.")


def tabled(
    text: str,
    when: Interval | None,
    items: Sequence[str] = (),
    by: Actor | None = OSTMARK,
    kind: TextKind = TextKind.DRAFT,
    title: str | None = "draft compact",
) -> TabledText:
    parts = tuple(TextItem(words(item)) for item in items)
    return TabledText(by, (HALVERN,), kind, title, when, parts, words(text), "It was handed over.")


def released(
    text: str, state: Consent = Consent.NOT_ASKED, publication: Publication | None = None, of: str = "draft compact"
) -> Release:
    return Release(words(of), REUTER, OSTMARK, state, words(text), "It is wanted public.", publication)


class Docket:
    """Entries that grow story by story."""

    def __init__(self) -> None:
        self.entries: list = []  # type: ignore[type-arg]
        self.number = 0

    def story(self, day: int, *records: Record, uri: str | None = None, source: Source | None = None) -> list[str]:
        """Add a story of a day; the subjects of its source and its records, in the order of the entries."""
        self.number += 1
        statements = tuple(replace(item, id=f"s{at}") for at, item in enumerate(records) if isinstance(item, Statement))
        others = {"commitments": Commitment, "meetings": Meeting, "texts": TabledText, "releases": Release}
        business = Business(**{
            name: tuple(item for item in records if isinstance(item, kind)) for name, kind in others.items()
        })  # fmt: skip
        told = source or Source(uri=uri, version=str(self.number))
        document = Document(
            "text", f"sha256:{self.number:064}", title=f"Story {self.number}", publisher="Upland Wire",
            published=may(day), source=told,
        )  # fmt: skip
        new = entries_of(Reading(document, statements, (), (), "test", business), "a.txt", self._at(40), "Ilse", "test")
        return self._enter(new)

    def judge(self, subject: str, decision: Decision = Decision.CONFIRM) -> None:
        payload = encode(Judged(decision))
        self._enter([NewEntry(EntryKind.JUDGEMENT, subject, None, self._at(1), "Jan", payload)])

    def by_hand(self, day: int, record: Record) -> str:
        """Enter a record by hand, without a source."""
        kind = kind_of(record)
        payload = encode(hold(kind, record))
        subject = f"{kind.value}:{len(self.entries):012}"
        self._enter([NewEntry(EntryKind.RECORD, subject, None, self._at(day), "Jan", payload)])
        return subject

    def views(self, day: int) -> Views:
        return Views(fold(self.entries), may(day))

    def _at(self, day: int) -> datetime:
        return datetime.combine(may(day), time(9), UTC)

    def _enter(self, new: Sequence[NewEntry]) -> list[str]:
        after = self.entries[-1] if self.entries else None
        sealed = seal("lenn", new, self._at(40), after)
        self.entries += sealed
        return [entry.entered.subject for entry in sealed]
