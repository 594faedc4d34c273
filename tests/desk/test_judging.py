"""Judgements, ties and records by hand: each a further entry, under a name; and what they need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rejoinder.desk.amending import FIELDS, amend
from rejoinder.desk.history import history_of
from rejoinder.desk.judging import Tie, Verdict, judge, last_judgement, link, record_by_hand, undo
from rejoinder.desk.reviewing import Review
from rejoinder.desk.showing import record_with_id, show
from rejoinder.desk.snapshots import AsOf, snapshot_as_of
from rejoinder.desk.verifying import verify_desk
from rejoinder.docket.payloads import RECORD_TYPES
from rejoinder.model import Actor, AskedError, Decision, Interval, Passage, RecordKind, Relation
from tests.desk.desks import DOCKET, added, new_desk
from tests.halvern import TEXT, commitments, meetings


@pytest.fixture
def desk():
    desk = new_desk()
    added(desk)
    return desk


def first(desk, kind: str = "commitments") -> str:
    return next(iter(getattr(snapshot_as_of(desk, DOCKET), kind)))


def test_a_judgement_is_an_entry_with_a_name_and_the_time_of_what_it_judges(desk):
    subject = first(desk)
    entry = judge(desk, DOCKET, subject, Verdict(Decision.CONFIRM, "I was there"))
    assert entry.entered.recorded_by == "Ilse Varga"
    assert entry.entered.known_at == snapshot_as_of(desk, DOCKET).commitments[subject].known
    assert entry.recorded_at > entry.entered.known_at
    kept = snapshot_as_of(desk, DOCKET).judgements[entry.seq]
    assert (kept.decision, kept.by, kept.reason) == (Decision.CONFIRM, "Ilse Varga", "I was there")
    assert list(verify_desk(desk)) == []


def test_what_is_recorded_today_is_not_in_the_record_of_yesterday(desk):
    before = desk.clock()
    judge(desk, DOCKET, first(desk), Verdict(Decision.CONFIRM))
    assert len(snapshot_as_of(desk, DOCKET, AsOf(known=date(2022, 5, 20))).judgements) == 1
    assert len(snapshot_as_of(desk, DOCKET, AsOf(recorded=before)).judgements) == 0


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Decision.MERGE),
        Verdict(Decision.SPLIT),
        Verdict(Decision.AMEND),
        Verdict(Decision.UNDO),
        Verdict(Decision.CONFIRM, others=("commitment:1",)),
        Verdict(Decision.REJECT, amended=meetings()[0]),
    ],
)
def test_a_verdict_without_what_it_needs_is_refused(desk, verdict):
    seq = desk.ledger.head(DOCKET).seq
    with pytest.raises(AskedError):
        judge(desk, DOCKET, first(desk), verdict)
    assert desk.ledger.head(DOCKET).seq == seq


def test_a_record_that_is_not_there_is_named(desk):
    with pytest.raises(AskedError, match="no record commitment:none"):
        judge(desk, DOCKET, "commitment:none", Verdict(Decision.CONFIRM))
    with pytest.raises(AskedError, match="no record commitment:none"):
        judge(desk, DOCKET, first(desk), Verdict(Decision.MERGE, others=("commitment:none",)))


def test_undo_takes_back_the_last_of_ones_own(desk):
    subject = first(desk)
    mine = judge(desk, DOCKET, subject, Verdict(Decision.REJECT))
    judge(replace(desk, user="Jan"), DOCKET, subject, Verdict(Decision.CONFIRM))
    assert undo(desk, DOCKET).entered.supersedes == mine.seq
    with pytest.raises(AskedError, match="no judgement to undo"):
        undo(desk, DOCKET)
    assert last_judgement(snapshot_as_of(desk, DOCKET), "Jan") is not None


def test_a_tie_is_told_in_the_history_of_both(desk):
    text, promise = first(desk, "texts"), first(desk)
    entry = link(desk, DOCKET, Tie(text, Relation.DISCHARGES, promise, Interval.day(date(2022, 6, 3)), "it came"))
    snapshot = snapshot_as_of(desk, DOCKET)
    for subject in (text, promise):
        (event,) = [event for event in history_of(desk, DOCKET, snapshot, (subject,)) if event.seq == entry.seq]
        assert (event.what, event.others, event.reason) == ("discharges", (promise,), "it came")
    undo(desk, DOCKET, entry.seq)
    (event,) = [e for e in show(desk, DOCKET, promise).history if e.seq == entry.seq]
    assert event.undone


def test_an_amended_record_is_kept_beside_the_one_that_was_found(desk):
    subject = first(desk)
    found = record_with_id(desk, DOCKET, subject)
    amended = amend(found, "due", "2022-06-01..2022-06-05")
    judge(desk, DOCKET, subject, Verdict(Decision.AMEND, amended=amended))
    assert record_with_id(desk, DOCKET, subject) == found
    (kept,) = snapshot_as_of(desk, DOCKET).judgements.values()
    assert "2022-06-05" in kept.amended


def test_a_record_by_hand_rests_on_its_words(desk):
    source = next(iter(snapshot_as_of(desk, DOCKET).sources))
    entry = record_by_hand(desk, DOCKET, meetings()[0], source)
    assert [item.source for item in entry.entered.evidence] == [source]
    alone = record_by_hand(desk, DOCKET, meetings()[1])
    assert alone.entered.evidence == ()
    assert len(snapshot_as_of(desk, DOCKET).meetings) == 5
    wrong = replace(meetings()[0], passage=Passage(0, 5, "Wrong"))
    with pytest.raises(AskedError, match="does not stand at 0"):
        record_by_hand(desk, DOCKET, wrong, source)
    with pytest.raises(AskedError, match="does not hold the source"):
        record_by_hand(desk, DOCKET, meetings()[0], "sha256:none")
    assert list(verify_desk(desk)) == []


def test_what_may_be_amended_is_known_for_each_kind():
    assert set(FIELDS) == set(RECORD_TYPES.values())
    assert set(RECORD_TYPES) == set(RecordKind)


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("debtor", "Ostmark", Actor("Ostmark")),
        ("creditor", "Jan Reuter (Ostmark)", Actor("Jan Reuter", None, "Ostmark")),
        ("creditor", "-", None),
        ("made_on", "2022-05-20", Interval.day(date(2022, 5, 20))),
        ("made_on", "..2022-05-20", Interval(None, date(2022, 5, 20))),
    ],
)
def test_a_field_is_amended_as_it_is_typed(name, typed, expected):
    assert getattr(amend(commitments()[0], name, typed), name) == expected


@pytest.mark.parametrize(
    ("name", "typed"), [("debtor", ""), ("due", "soon"), ("due", "2022-05-20..2022-05-01"), ("mood", "fair"), ("debtor", "((")]
)  # fmt: skip
def test_what_is_no_value_is_said_with_what_is_one(name, typed):
    with pytest.raises(AskedError) as caught:
        amend(commitments()[0], name, typed)
    assert caught.value.remedy


def test_a_sitting_goes_through_statements_and_back(desk):
    sitting = Review(desk, DOCKET, statements=True)
    seen = sitting.next_finding()
    sitting.decide(seen.subject, Verdict(Decision.CONFIRM))
    other = sitting.next_finding()
    assert (other.subject != seen.subject, other.left) == (True, seen.left - 1)
    sitting.skip(other.subject)
    assert sitting.undo() == other.subject
    assert sitting.undo() == seen.subject
    assert sitting.next_finding().subject == seen.subject
    with pytest.raises(AskedError, match="nothing to undo"):
        sitting.undo()
    assert seen.place.passage.holds_in(TEXT)
    assert sitting.find(seen.subject.partition(":")[2]) == seen.subject
