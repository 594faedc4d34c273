"""The snapshot of a past moment, made from that of today: the same as the fold of the entries known by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rejoinder.docket import EMPTY, Since, all_matters, fold, where_it_stands
from rejoinder.docket.chain import seal
from rejoinder.docket.entering import entries_of
from rejoinder.docket.past import as_known
from rejoinder.docket.payloads import Judged, Linked, SourceWithdrawn, encode
from rejoinder.model import Decision, EntryKind, NewEntry, Relation
from tests.halvern import reading

NOON = datetime(2022, 6, 30, 12, tzinfo=UTC)


def told(number: int, day: date) -> list[NewEntry]:
    found = reading()
    document = replace(found.document, id=f"sha256:{number}", published=day)
    return entries_of(replace(found, document=document), f"{number}.txt", NOON, "Ilse", "test")


def subject_in(entries: list[NewEntry], kind: str) -> str:
    return next(entry.subject for entry in entries if entry.subject.startswith(f"{kind}:"))


FIRST, SECOND, THIRD = (told(number, date(2022, 5, 20 + number)) for number in range(3))
LATE = NOON - timedelta(days=30)


def decided(subject: str, known: datetime, *others: str, kind: EntryKind = EntryKind.JUDGEMENT) -> NewEntry:
    if kind is EntryKind.LINK:
        said: Judged | Linked = Linked(Relation.DISCHARGES, others[0])
    else:
        said = Judged(Decision.MERGE if others else Decision.CONFIRM, others=others)
    return NewEntry(kind, subject, None, known, "Jan", encode(said))


PROMISE, LATER = subject_in(FIRST, "commitment"), subject_in(SECOND, "commitment")
ENTRIES = seal(
    "lenn",
    [
        *SECOND,
        *FIRST,
        *THIRD,
        decided(PROMISE, FIRST[0].known_at),
        decided(PROMISE, SECOND[0].known_at, LATER),
        decided(subject_in(SECOND, "text"), SECOND[0].known_at, LATER, kind=EntryKind.LINK),
    ],
    NOON,
    None,
)
DAYS = [date(2022, 5, day) for day in (1, 20, 21, 22, 30)]


@pytest.mark.parametrize("day", DAYS)
def test_it_is_the_fold_of_what_was_known(day):
    until = datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)
    folded = fold(entry for entry in ENTRIES if entry.entered.known_at <= until)
    past = as_known(fold(ENTRIES), until)
    since = Since(known=until - timedelta(days=1))
    assert past.seq == folded.seq
    assert where_it_stands(past, day, since) == where_it_stands(folded, day, since)
    assert all_matters(past, day) == all_matters(folded, day)


def test_nothing_was_known_before_the_first_source():
    assert as_known(EMPTY, NOON).seq == 0


def test_since_when_a_source_is_withdrawn_is_not_told():
    gone = NewEntry(EntryKind.WITHDRAWAL, FIRST[0].subject, None, LATE, "Jan", encode(SourceWithdrawn("an order")))
    assert as_known(fold(seal("lenn", [*FIRST, gone], NOON, None)), NOON) is None
