"""Adding: what is acknowledged is kept whole, what is held is recognised, what fails stops no other."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

from rejoinder.desk.adding import Added, Failed, HeldAlready, add_sources
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.permission import Deed
from rejoinder.desk.storable import storable
from rejoinder.model import AccessError, EntryKind, InputError, ModelError, StoreError
from rejoinder.store import open_ledger
from tests.desk.desks import DOCKET, add, new_desk
from tests.halvern import TEXT


def kinds(outcomes):
    return [type(outcome).__name__ for outcome in outcomes]


def test_a_source_is_kept_with_its_findings_in_one_append():
    desk = new_desk()
    (outcome,) = add(desk, TEXT)
    assert isinstance(outcome, Added)
    assert outcome.title.startswith("Lower Halvern says")
    assert outcome.found == {
        "statement": 6, "commitment": 3, "characterisation": 2, "contingency": 1,
        "meeting": 3, "text": 2, "referral": 1, "release": 2,
    }  # fmt: skip
    entries = list(desk.ledger.entries(DOCKET))
    assert [entries[0].entered.kind, entries[0].entered.subject] == [EntryKind.SOURCE, outcome.source]
    assert {entry.recorded_at for entry in entries} == {entries[0].recorded_at}
    assert {entry.entered.recorded_by for entry in entries} == {"Ilse Varga"}
    assert desk.ledger.source(outcome.source).data == TEXT.encode()


def test_what_is_held_is_said_also_within_one_call():
    desk = new_desk()
    assert kinds(add(desk, "A: one", "B: two", "A: one")) == ["Added", "Added", "HeldAlready"]
    before = list(desk.ledger.entries(DOCKET))
    again = add(desk, "B: two", "A: one", "C: three")
    assert kinds(again) == ["HeldAlready", "HeldAlready", "Added"]
    assert list(desk.ledger.entries(DOCKET))[: len(before)] == before


def test_what_fails_stops_no_other_and_all_come_in_order():
    desk = new_desk()
    gone = InputError("gone.txt", "not-found", "There is no file gone.txt.", "Check the path.")
    inputs = [
        Gathered("a.txt", b"A: one"),
        Gathered("gone.txt", gone),
        Gathered("empty.txt", b"  "),
        Gathered("b.txt", b"B: two"),
    ]
    outcomes = list(add_sources(desk, DOCKET, inputs))
    assert kinds(outcomes) == ["Added", "Failed", "Failed", "Added"]
    assert [outcome.name for outcome in outcomes] == ["a.txt", "gone.txt", "empty.txt", "b.txt"]
    assert isinstance(outcomes[2], Failed)
    assert outcomes[2].error.code == "empty"


def test_a_story_that_its_reader_gives_up_is_a_failure_and_is_not_kept():
    def gives_up(documents, published, today):
        return [ModelError("too-hard", "It cannot be read.", "Try another.") for _ in documents]

    desk = replace(new_desk(), reader=gives_up)
    (outcome,) = add(desk, "A: one")
    assert isinstance(outcome, Failed)
    assert list(desk.ledger.entries(DOCKET)) == []


def test_an_acknowledgement_comes_after_its_entry_and_before_the_next_batch():
    desk = new_desk()
    texts = [f"A: {number}" for number in range(40)]
    inputs = (Gathered(f"{text}.txt", text.encode()) for text in texts)
    for count, outcome in enumerate(add_sources(desk, DOCKET, inputs), start=1):
        assert isinstance(outcome, Added)
        assert desk.ledger.head(DOCKET).seq == 2 * count


def test_nothing_is_kept_of_a_source_where_the_store_is_full(monkeypatch):
    desk = new_desk()
    add(desk, "A: one")

    def full(*arguments, **options):
        raise StoreError("store-full", "There is no room left.", "Make room.")

    monkeypatch.setattr(desk.ledger, "append", full)
    with pytest.raises(StoreError, match="no room left"):
        add(desk, "B: two")
    assert desk.ledger.head(DOCKET).seq == 2


def test_text_that_no_store_takes_is_replaced_code_point_for_code_point():
    assert storable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    desk = new_desk()
    story = json.dumps(
        {"uri": "urn:x", "headline": "A: o\ud800ne", "body_text": "A: o\ud800ne and \u0000 more.", "type": "text"}
    )
    (outcome,) = add_sources(desk, DOCKET, [Gathered("a.json", story.encode())])
    assert isinstance(outcome, Added)
    assert "\ufffd" in desk.ledger.source(outcome.source).text


def test_who_may_not_add_is_told_so():
    asked = []

    def refuse(user, deed, docket):
        asked.append((user, deed, docket))
        return False

    desk = replace(new_desk(), permission=refuse)
    with pytest.raises(AccessError, match=r"Ilse Varga may not add to docket “lenn”\. Ask the owner"):
        add(desk, "A: one")
    assert asked == [("Ilse Varga", Deed.ADD, DOCKET)]


@pytest.mark.parametrize("kind", ["sqlite", "memory"])
def test_two_who_add_the_same_at_once_keep_it_once(tmp_path, kind):
    desk = new_desk(tmp_path / "desk.db" if kind == "sqlite" else "memory:")
    texts = [f"A: {number}" for number in range(30)]
    outcomes: dict[str, list[object]] = {}

    def work(name):
        ledger = open_ledger(tmp_path / "desk.db") if kind == "sqlite" else desk.ledger
        outcomes[name] = add(replace(desk, user=name, ledger=ledger), *texts)
        if kind == "sqlite":
            ledger.close()

    workers = [threading.Thread(target=work, args=(name,)) for name in ("Ilse", "Jan")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    told = kinds(outcomes["Ilse"]) + kinds(outcomes["Jan"])
    assert told.count("Added") == 30
    assert told.count("HeldAlready") == 30
    subjects = [entry.entered.subject for entry in desk.ledger.entries(DOCKET)]
    assert len(subjects) == len(set(subjects)) == 60
    assert HeldAlready("0.txt", subjects[0]) in outcomes["Ilse"] + outcomes["Jan"]
