"""What a snapshot leaves behind: it comes back when it is asked for, and no more of it than is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.dockets import generate_docket
from rejoinder.docket import EMPTY, all_matters, fold, where_it_stands
from rejoinder.docket.past import as_known
from rejoinder.docket.shelves import Payloads, Statements, sealed, unsealed
from rejoinder.docket.snapshot import PROJECTION, decode_snapshot, name_of_shelf
from rejoinder.model import Decision
from tests.docket.dockets import Docket, Drawer

LATER = date(2022, 6, 1)


def three_months():
    docket = Docket()
    for month in (1, 2, 3):
        story = docket.story(f"2022-0{month}-10")
        story.say("Ostmark", f"we wait since month {month}", f"2022-0{month}-09")
        story.promise("Ostmark", "Lower Halvern", "will answer", None, f"2022-0{month}-10")
    return docket


def kept(docket):
    drawer = Drawer(docket.entries())
    return drawer.keep(fold(drawer.made)), drawer


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 1000),
    st.integers(20, 250),
    st.lists(st.integers(1, 60), max_size=5),
    st.dates(date(2015, 1, 1), date(2024, 1, 1)),
)
def test_a_kept_snapshot_stands_as_the_fold_of_all_does(seed, count, portions, day):
    entries = generate_docket(count, seed)
    snapshot, drawer, at = EMPTY, Drawer(entries), 0
    for portion in [*portions, count]:
        snapshot = drawer.keep(fold(entries[at : at + portion], snapshot))
        at += portion
    whole, until = fold(entries), datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)
    assert where_it_stands(snapshot, day) == where_it_stands(whole, day)
    past = as_known(snapshot, until)
    folded = fold(entry for entry in entries if entry.entered.known_at <= until)
    assert (past.seq, past.statements) == (folded.seq, folded.statements)
    assert where_it_stands(past, day) == where_it_stands(folded, day)
    assert all_matters(past, day) == all_matters(folded, day)
    assert snapshot == whole


def test_nothing_is_asked_for_before_it_is_needed():
    snapshot, drawer = kept(three_months())
    assert (len(snapshot.statements), len(list(snapshot.statements)), drawer.asked) == (3, 3, [])
    assert "statement:2-0" in snapshot.statements
    assert "statement:9-0" not in snapshot.statements
    assert 9 not in snapshot.statements
    assert drawer.asked == []
    assert snapshot.statements["statement:2-0"].words == "we wait since month 2"
    assert drawer.asked == ["2022-02"]
    with pytest.raises(KeyError):
        snapshot.statements["statement:9-0"]


def test_of_some_days_only_their_months_are_asked_for():
    snapshot, drawer = kept(three_months())
    said = snapshot.statements.said_between(date(2022, 2, 1), date(2022, 2, 20))
    assert [subject for subject, _ in said] == ["statement:2-0"]
    assert drawer.asked == ["2022-02"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda rows, name: rows.pop(name),
        lambda rows, name: rows.update({name: rows[name][:-1]}),
        lambda rows, name: rows.update({name: b""}),
        lambda rows, name: rows.update({name: sealed(b"\xc1")}),
        lambda rows, name: rows.update({name: rows[name_of_shelf("2022-03")]}),
    ],
)
def test_a_shelf_that_is_damaged_is_made_of_the_entries_again(damage):
    docket = three_months()
    docket.judge("statement:2-0", Decision.CONFIRM)
    snapshot, drawer = kept(docket)
    damage(drawer.rows, name_of_shelf("2022-02"))
    assert snapshot.statements == fold(drawer.made).statements
    assert "entries" in drawer.asked


def test_a_shelf_into_which_more_was_put_since_is_read_as_it_was():
    docket = three_months()
    old, drawer = kept(docket)
    docket.stories[1].say("Ostmark", "we still wait")
    drawer.made = docket.entries()
    drawer.keep(fold(drawer.made))
    assert len(old.statements) == len(list(old.statements.items())) == 3
    assert "entries" not in drawer.asked


def test_only_months_with_something_new_are_kept_anew():
    docket = three_months()
    snapshot, drawer = kept(docket)
    before = dict(drawer.rows)
    docket.stories[1].say("Ostmark", "we still wait")
    drawer.made = docket.entries()
    assert drawer.keep(fold(drawer.made[snapshot.seq :], snapshot)) == fold(drawer.made)
    changed = {name for name, data in drawer.rows.items() if before.get(name) != data}
    assert changed == {PROJECTION, name_of_shelf("2022-02")}


def test_a_statement_may_take_the_place_of_one_in_a_shelf():
    docket = three_months()
    snapshot, drawer = kept(docket)
    story = docket.story("2022-04-10")
    said = story.say("Ostmark", "it is done")
    anew = fold(docket.entries()).statements[said]
    statements = snapshot.statements.with_others({"statement:2-0": anew})
    assert (len(statements), statements["statement:2-0"].words) == (3, "it is done")
    assert sorted(statements) == sorted(snapshot.statements)
    assert [kept.words for kept in statements.values()].count("we wait since month 2") == 0
    assert snapshot.statements["statement:2-0"].words == "we wait since month 2"
    known = statements.known_by(datetime(2022, 3, 31, tzinfo=UTC))
    assert sorted(known) == ["statement:1-0", "statement:3-0"]
    assert {month: sorted(said) for month, said in statements.months().items()} == {
        "2022-02": [],
        "2022-04": ["statement:2-0"],
    }
    again = drawer.keep(snapshot.__class__(**{**vars(snapshot), "statements": statements}))
    assert again.statements == statements
    assert [shelf.month for shelf in again.statements.shelves] == ["2022-01", "2022-03", "2022-04"]


def test_statements_are_a_mapping_like_any_other():
    snapshot, _ = kept(three_months())
    assert snapshot.statements == dict(snapshot.statements.items())
    assert snapshot.statements != {}
    assert snapshot.statements != 3
    assert Statements().last_seq() == 0


def test_what_nobody_kept_cannot_be_made():
    snapshot, drawer = kept(three_months())
    alone = Statements(snapshot.statements.shelves)
    with pytest.raises(KeyError):
        alone["statement:2-0"]
    drawer.made = [entry for entry in drawer.made if not entry.entered.subject.startswith("commitment:")]
    with pytest.raises(KeyError):
        Payloads(drawer).of(3)
    with pytest.raises(KeyError):
        Payloads().of(3)


def test_what_entries_say_is_asked_for_by_blocks_and_once():
    _, drawer = kept(three_months())
    payloads = Payloads(drawer)
    assert payloads.of(3) == drawer.made[2].entered.payload
    assert payloads.of(5) == drawer.made[4].entered.payload
    assert drawer.asked == [tuple(range(16))]


def test_bytes_that_are_not_whole_are_no_snapshot():
    _, drawer = kept(three_months())
    data = bytearray(drawer.rows[PROJECTION])
    data[len(data) // 2] ^= 1
    for broken in (bytes(data), b"", b"abc"):
        with pytest.raises(ValueError, match="not whole"):
            decode_snapshot(broken, drawer)
    assert bytes(unsealed(sealed(b"whole"))) == b"whole"
