"""Folds go on where they ended, whatever is decided; the order in which stories are added changes no matter."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.dockets import generate, generate_docket
from rejoinder.docket import EMPTY, find_matter, fold, where_it_stands
from rejoinder.docket.chain import seal
from rejoinder.docket.payloads import Judged, Linked, SourceReceived, encode, read_payload
from rejoinder.docket.views import Views
from rejoinder.model import Decision, EntryKind, NewEntry, Relation
from tests.docket.dockets import Docket, Drawer

TODAY = date(2019, 6, 1)
NOON = datetime(2022, 3, 1, 12, tzinfo=UTC)
DECISIONS = [decision for decision in Decision if decision is not Decision.UNDO]


def decide(new, chance):
    """One more entry that bears on the others: a judgement, an undo, a tie, a new version or a kill of a source."""
    subjects = [item.subject for item in new if item.kind is EntryKind.FINDING]
    subjects += [f"item:{subject[5:]}.1" for subject in subjects if subject.startswith("text:")]
    one = chance.choice(subjects)
    alike = [subject for subject in subjects if subject.partition(":")[0] == one.partition(":")[0]]
    what = chance.randrange(6)
    if what == 0:
        return NewEntry(
            EntryKind.JUDGEMENT,
            one,
            None,
            NOON,
            "Ilse",
            encode(Judged(Decision.UNDO)),
            supersedes=chance.randint(1, len(new)),
        )
    if what == 1:
        link = Linked(chance.choice(list(Relation)), chance.choice(subjects))
        return NewEntry(EntryKind.LINK, one, None, NOON, "Ilse", encode(link))
    if what == 2:
        source = chance.choice([item for item in new if item.kind is EntryKind.SOURCE])
        received = read_payload(EntryKind.SOURCE, source.payload)
        status = chance.choice(["usable", "canceled"])
        payload = encode(replace(received, uri=chance.choice("abc"), version=chance.choice("123"), status=status))
        return replace(source, subject=f"sha256:{len(new)}", payload=payload)
    decision = chance.choice(DECISIONS)
    others = tuple(chance.sample(alike, min(2, len(alike)))) if decision in (Decision.MERGE, Decision.SPLIT) else ()
    return NewEntry(EntryKind.JUDGEMENT, one, None, NOON, "Ilse", encode(Judged(decision, others=others)))


def docket_with_decisions(seed, stories, decisions):
    chance = random.Random(seed)  # noqa: S311 hypothesis gives the seed
    new = list(generate(stories, seed))
    # Three addresses, so that some sources are versions of others.
    for at, item in enumerate(new):
        if item.kind is EntryKind.SOURCE and chance.random() < 0.3:
            received = read_payload(EntryKind.SOURCE, item.payload)
            new[at] = replace(item, payload=encode(replace(received, uri=chance.choice("abc"), version="1")))
    for _ in range(decisions):
        new.append(decide(new, chance))
    return seal("lenn", new, NOON, None)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 120), st.integers(0, 30), st.integers(0, 150))
def test_a_fold_goes_on_where_it_ended(seed, stories, decisions, cut):
    entries = docket_with_decisions(seed, stories, decisions)
    whole = fold(entries)
    assert fold(entries[cut:], fold(entries[:cut])) == whole
    step, drawer = EMPTY, Drawer(entries)
    for at in range(0, len(entries), 7):
        step = fold(entries[at : at + 7], drawer.keep(step))
    assert step == whole
    standing = where_it_stands(whole, TODAY)
    assert where_it_stands(step, TODAY) == standing
    for matter in Views(whole, TODAY).all():
        assert {found.id for report in matter.reports if (found := find_matter(whole, report.subject, TODAY))} == {
            matter.id
        }


def story_by_story(new):
    stories = []
    for item in new:
        if item.kind is EntryKind.SOURCE:
            stories.append([])
        stories[-1].append(item)
    return stories


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 200), st.randoms(use_true_random=False))
def test_the_order_of_stories_changes_no_matter(seed, entries, chance):
    stories = story_by_story(generate(entries, seed))
    in_order = fold(seal("lenn", [item for story in stories for item in story], NOON, None))
    chance.shuffle(stories)
    shuffled = fold(seal("lenn", [item for story in stories for item in story], NOON, None))
    assert shuffled.matters == in_order.matters
    one, other = where_it_stands(in_order, TODAY), where_it_stands(shuffled, TODAY)
    assert one == other


def test_a_fold_of_nothing_is_what_it_began_with():
    snapshot = fold(generate_docket(30))
    assert fold([], snapshot) is snapshot


def told():
    """Three stories that tell of one promise."""
    docket = Docket()
    made = [
        docket.story(day, uri="urn:1", version=version).promise("Ostmark", "Norland", "will open the sluices", made=day)
        for day, version in (("2022-01-21", "1"), ("2022-01-22", "2"))
    ]
    return docket, [*made, docket.story("2022-01-23").promise("Ostmark", None, "would open all sluices")]


def test_a_later_version_takes_the_place_of_the_one_before():
    docket, (first, second, third) = told()
    snapshot = docket.fold()
    (matter,) = where_it_stands(snapshot, date(2022, 1, 25)).promises
    assert [(report.subject, report.out) for report in matter.reports] == [
        (first, "a later version of the source took its place"),
        (second, None),
        (third, None),
    ]
    assert matter.id == first
    then = docket.fold("2022-01-21")
    assert where_it_stands(then, date(2022, 1, 21)).promises[0].reports[0].out is None


def test_a_kill_takes_out_what_all_versions_said():
    docket, (first, second, third) = told()
    docket.story("2022-01-24", uri="urn:1", version="3", status="canceled")
    snapshot = docket.fold()
    (matter,) = where_it_stands(snapshot, date(2022, 1, 25)).promises
    assert [report.subject for report in matter.reports] == [third]
    assert [find_matter(snapshot, subject, date(2022, 1, 25)).reports[0].out for subject in (first, second)] == [
        "the source was killed",
        "the source was killed",
    ]
    (before,) = where_it_stands(docket.fold("2022-01-23"), date(2022, 1, 25)).promises
    assert len(before.reports) == 3


def test_versions_without_numbers_go_by_when_they_were_known():
    docket = Docket()
    for day in ("2022-01-21", "2022-01-22"):
        docket.story(day, uri="urn:1").promise("Ostmark", "Norland", f"will open {day}")
    (matter,) = where_it_stands(docket.fold(), date(2022, 1, 25)).promises
    assert matter.words == "will open 2022-01-22"


def test_an_embargo_is_told_of_and_a_withdrawal_is_kept():
    docket = Docket()
    lifts = datetime(2022, 1, 23, tzinfo=UTC)
    made = docket.story("2022-01-21", embargoed=lifts).promise("Ostmark", "Norland", "will open the sluices")
    docket.withdraw("sha256:1")
    docket.withdraw("sha256:gone")
    snapshot = docket.fold()
    assert find_matter(snapshot, made, date(2022, 1, 22)).reports[0].embargoed == lifts
    assert snapshot.sources["sha256:1"].withdrawn == "a court order"


def test_a_payload_of_no_known_kind_is_a_value_error():
    entry = NewEntry(EntryKind.FINDING, "treaty:1", None, NOON, "desk", '{"kind":"treaty","record":{}}')
    with pytest.raises(ValueError, match="treaty"):
        fold(seal("lenn", [entry], NOON, None))


def test_a_source_is_what_its_entry_says():
    payload = encode(SourceReceived("a.txt", "text/plain", "sha256:0", corrects="the date"))
    entries = seal("lenn", [NewEntry(EntryKind.SOURCE, "sha256:1", None, NOON, "desk", payload)], NOON, None)
    assert fold(entries).sources["sha256:1"].corrects == "the date"
