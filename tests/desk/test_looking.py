"""What pages ask of the desk: where things stand narrowed, likely matters, wordings, mentions, the log of entries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.desk.candidates import likely_matters, settling_matters
from rejoinder.desk.entrylog import entries_until
from rejoinder.desk.mentioning import mentions_of
from rejoinder.desk.narrowing import Asked, choices_as_of
from rejoinder.desk.snapshots import AsOf, narrowed_as_of, snapshot_as_of, standing_as_of
from rejoinder.desk.wordings import MOST_WORDS, Kept, Stretch, compare_wordings
from rejoinder.docket import all_matters
from tests.desk.desks import DOCKET, START, add, added, new_desk


@pytest.fixture
def desk():
    made = new_desk()
    added(made)
    return made


def subject(desk, words):
    return next(one.id for one in all_matters(snapshot_as_of(desk, DOCKET), desk.today) if words in one.words)


def test_nothing_asked_for_leaves_all(desk):
    standing = standing_as_of(desk, DOCKET)
    assert narrowed_as_of(desk, DOCKET, Asked()) == standing
    assert not Asked(confirmed=True).at_all
    assert Asked(party="Ostmark").at_all


def test_choices_are_what_there_is(desk):
    choices = choices_as_of(desk, DOCKET)
    assert choices.parties == ("Lower Halvern", "Ostmark")
    assert choices.forums == ("Basin Council",)
    assert choices.states[:2] == ("active", "conditional")


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (Asked(confirmed=True), 0),
        (Asked(party="Ostmark"), 2),
        (Asked(state="conditional"), 1),
        (Asked(words="SLUICES"), 1),
        (Asked(forum="Basin Council"), 0),
        (Asked(party="Ostmark", words="winter"), 1),
    ],
)
def test_promises_are_narrowed(desk, asked, left):
    assert len(narrowed_as_of(desk, DOCKET, asked).promises) == left


def test_likely_matters_are_those_of_its_kind_that_share_most(desk):
    promise = subject(desk, "will answer the draft compact point")
    add(desk, "Reuter: no record of business")
    likely = likely_matters(desk, DOCKET, promise)
    assert {one.kind.value for one in likely} == {"commitment"}
    assert promise not in {one.id for one in likely}
    assert len(likely_matters(desk, DOCKET, promise, most=1)) == 1
    statement = next(iter(snapshot_as_of(desk, DOCKET).statements))
    assert likely_matters(desk, DOCKET, statement) == ()
    assert likely_matters(desk, DOCKET, "commitment:00") == ()
    assert {one.kind.value for one in settling_matters(desk, DOCKET)} == {"text", "meeting"}


def test_mentions_are_counted_by_week_and_side(desk):
    item = subject(desk, "flow data every hour")
    assert mentions_of(desk, DOCKET, item) == ()
    add(desk, "Reuter: the flow data every hour")
    (mention,) = mentions_of(desk, DOCKET, item)
    assert (mention.week, mention.side, mention.count) == ("2022-W20", "Reuter", 1)


def test_the_log_is_whole_and_in_pages(desk):
    every = entries_until(desk, DOCKET)
    assert [event.seq for event in every.events] == list(range(21, 0, -1))
    assert (every.first, every.last, every.earlier, every.later) == (1, 21, None, None)
    page = entries_until(desk, DOCKET, 15, size=5)
    assert [event.seq for event in page.events] == [15, 14, 13, 12, 11]
    assert (page.earlier, page.later) == (10, 20)
    assert entries_until(desk, DOCKET, 99).last == 21
    assert entries_until(desk, DOCKET, at=AsOf(known=START.date().replace(day=1))).events == ()


def test_words_that_differ_are_told_apart():
    assert compare_wordings("at least ten days ahead", "at least five days ahead, in writing") == (
        Stretch(Kept.BOTH, "at least "),
        Stretch(Kept.OUT, "ten"),
        Stretch(Kept.IN, "five"),
        Stretch(Kept.BOTH, " days ahead"),
        Stretch(Kept.IN, ", in writing"),
    )
    long = "word " * MOST_WORDS
    assert compare_wordings(long, "short") == (Stretch(Kept.OUT, long), Stretch(Kept.IN, "short"))


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_wordings_are_in_the_comparison(before, after):
    stretches = compare_wordings(before, after)
    assert "".join(one.words for one in stretches if one.kept is not Kept.IN) == before
    assert "".join(one.words for one in stretches if one.kept is not Kept.OUT) == after
