"""Folding: entries go in in any portions, the same snapshot comes out, and comes back from its bytes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rejoinder.docket import EMPTY, fold
from rejoinder.docket.chain import seal
from rejoinder.docket.payloads import Judged, SourceReceived, SourceWithdrawn, encode, hold
from rejoinder.model import Act, Decision, EntryKind, Evidence, NewEntry, RecordKind
from tests.docket.dockets import Drawer
from tests.halvern import passage, statement

NOON = datetime(2022, 5, 20, 12, tzinfo=UTC)
STATEMENT = statement(1, Act.PROMISE, passage("Lower Halvern will answer", "June"))
NEW = [
    NewEntry(EntryKind.SOURCE, "sha256:1", None, NOON, "Ilse", encode(SourceReceived("a", "text/plain", "sha256:2"))),
    NewEntry(
        EntryKind.FINDING,
        "statement:1",
        None,
        NOON,
        "Ilse",
        encode(hold(RecordKind.STATEMENT, STATEMENT)),
        (Evidence("sha256:1", STATEMENT.content),),
        "tagger",
    ),
    NewEntry(EntryKind.JUDGEMENT, "statement:1", None, NOON, "Jan", encode(Judged(Decision.CONFIRM))),
    NewEntry(EntryKind.WITHDRAWAL, "sha256:1", None, NOON, "Jan", encode(SourceWithdrawn("an order"))),
]
ENTRIES = seal("lenn", NEW[:2], NOON, None)
ENTRIES += seal("lenn", NEW[2:], NOON.replace(hour=13), ENTRIES[-1])


@pytest.mark.parametrize("cut", range(5))
def test_a_fold_goes_on_where_it_ended(cut):
    assert fold(ENTRIES[cut:], fold(ENTRIES[:cut])) == fold(ENTRIES)


def test_a_snapshot_comes_back_from_its_bytes():
    snapshot = fold(ENTRIES)
    assert Drawer(ENTRIES).keep(snapshot) == snapshot


def test_what_was_folded_first_is_not_changed():
    before = fold(ENTRIES[:2])
    fold(ENTRIES[2:], before)
    assert before == fold(ENTRIES[:2])
    assert fold([]) == EMPTY


def test_it_is_known_when_an_entry_was_made():
    snapshot = fold(ENTRIES)
    assert [snapshot.recorded_at(seq).hour for seq in (1, 2, 3, 4)] == [12, 12, 13, 13]
