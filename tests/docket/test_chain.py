"""The hash chain: entries follow one another, and whatever is changed, left out or moved is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.docket.chain import GENESIS, check_chain, seal
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.model import EntryKind, Interval, NewEntry

NOON = datetime(2022, 1, 26, 12, tzinfo=UTC)


def new(number: int) -> NewEntry:
    return NewEntry(EntryKind.WITHDRAWAL, f"sha256:{number}", None, NOON, "Ilse", encode(SourceWithdrawn("order")))


CHAIN = seal("lenn", [new(number) for number in range(5)], NOON, None)


def test_entries_are_numbered_and_follow_one_another():
    assert [entry.seq for entry in CHAIN] == [1, 2, 3, 4, 5]
    assert CHAIN[0].prev_hash == GENESIS
    assert all(later.prev_hash == earlier.hash for earlier, later in pairwise(CHAIN))
    assert list(check_chain(CHAIN)) == []


def test_a_chain_goes_on_where_it_ended():
    assert [*CHAIN[:2], *seal("lenn", [new(2), new(3), new(4)], NOON, CHAIN[1])] == CHAIN


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (Interval(None, None), None),
        (Interval(NOON.date(), None), Interval(NOON.date(), None)),
        (Interval(None, NOON.date()), Interval(None, NOON.date())),
    ],
)
def test_days_of_which_neither_end_is_known_are_not_kept(said, kept):
    (entry,) = seal("lenn", [replace(new(0), happened=said)], NOON, None)
    assert entry.entered.happened == kept
    assert list(check_chain([entry])) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ([*CHAIN[:2], *CHAIN[3:]], "entry-missing"),
        ([replace(CHAIN[0], recorded_at=NOON.replace(hour=13)), *CHAIN[1:]], "entry-changed"),
        ([replace(CHAIN[0], entered=replace(new(0), recorded_by="Jan")), *CHAIN[1:]], "entry-changed"),
        ([CHAIN[0], *seal("lenn", [new(9)], NOON, CHAIN[0]), *CHAIN[2:]], "chain-broken"),
    ],
)
def test_what_is_changed_is_found_and_named(changed, code):
    assert code in [problem.code for problem in check_chain(changed)]


@given(st.integers(0, 4), st.sampled_from(["subject", "recorded_by", "payload", "produced_by"]), st.text(min_size=1))
def test_no_word_of_an_entry_can_be_changed(number, name, text):
    chain = list(CHAIN)
    entered = replace(chain[number].entered, **{name: getattr(chain[number].entered, name) + text})
    chain[number] = replace(chain[number], entered=entered)
    assert [problem.code for problem in check_chain(chain)] == ["entry-changed"]
