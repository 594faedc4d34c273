"""What every ledger must do: one suite for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rejoinder.docket.chain import check_chain
from rejoinder.docket.ledger import Found, KeptSource
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.model import EntryKind, Evidence, Interval, NewEntry, Passage, StoreError

NOON = datetime(2022, 1, 26, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1, microseconds=7)
TEXT = "Moscow received the reply.\n\n  It is twelve pages long.  \nNobody published “the reply” – so far.\n"
STORY = KeptSource("sha256:" + "a" * 64, "story.txt", TEXT.encode(), TEXT)


def new(subject: str, known_at: datetime = NOON, **others: object) -> NewEntry:
    entered = NewEntry(EntryKind.WITHDRAWAL, subject, None, known_at, "Ilse Varga", encode(SourceWithdrawn("order")))
    return replace(entered, **others)


@pytest.fixture
def docket(ledger):
    ledger.create("lenn", "The river Lenn", NOON)
    return ledger


def subjects(ledger, **until: object) -> list[str]:
    return [entry.entered.subject for entry in ledger.entries("lenn", **until)]


def test_dockets_are_made_and_listed(ledger):
    assert list(ledger.dockets()) == []
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.create("dock", "Dockers’ pay", NOON)
    assert list(ledger.dockets()) == [("dock", "Dockers’ pay"), ("lenn", "The river Lenn")]
    with pytest.raises(StoreError, match=r"docket “lenn” already"):
        ledger.create("lenn", "Again", NOON)


@pytest.mark.parametrize("ask", ["head", "entries", "append", "search"])
def test_a_docket_that_is_not_there_is_named(ledger, ask):
    calls = {
        "head": lambda: ledger.head("gone"),
        "entries": lambda: list(ledger.entries("gone")),
        "append": lambda: ledger.append("gone", [new("a")], NOON),
        "search": lambda: ledger.search("gone", "reply", 5),
    }
    with pytest.raises(StoreError, match=r"no docket “gone”.*rejoinder new gone"):
        calls[ask]()


def test_entries_come_back_as_they_went_and_in_order(docket):
    full = new(
        "commitment:1",
        happened=Interval(date(2022, 1, 24), None),
        evidence=(
            Evidence(STORY.id, Passage(0, 6, "Moscow")),
            Evidence(STORY.id, Passage(54, 74, "“the reply”\u00a0\U0001f4dc")),
        ),
        produced_by="sha256:tagger",
        supersedes=7,
    )
    assert docket.head("lenn") is None
    first = docket.append("lenn", [full, new("b", known_at=LATER)], NOON)
    second = docket.append("lenn", [new("c")], LATER)
    held = list(docket.entries("lenn"))
    assert held == [*first, *second]
    assert [entry.seq for entry in held] == [1, 2, 3]
    assert held[0].entered == full
    assert docket.head("lenn") == held[-1]
    assert list(check_chain(held)) == []


def test_a_moment_in_another_zone_is_the_same_moment(docket):
    here = LATER.astimezone(timezone(timedelta(hours=3)))
    (entry,) = docket.append("lenn", [new("a", known_at=here)], here)
    (held,) = docket.entries("lenn", known_until=LATER)
    assert held == entry
    assert list(check_chain([held])) == []


def test_days_that_are_open_at_an_end_or_at_both_come_back_as_they_were_sealed(docket):
    days = [Interval(None, None), Interval(None, NOON.date()), Interval(NOON.date(), None), None]
    sealed = docket.append("lenn", [new(f"{number}", happened=item) for number, item in enumerate(days)], NOON)
    assert [entry.entered.happened for entry in sealed] == [None, *days[1:]]
    held = list(docket.entries("lenn"))
    assert held == sealed
    assert list(check_chain(held)) == []


def test_entries_are_asked_by_what_was_known_and_recorded(docket):
    docket.append("lenn", [new("early"), new("late", known_at=LATER)], NOON)
    docket.append("lenn", [new("early too")], LATER)
    assert subjects(docket) == ["early", "late", "early too"]
    assert subjects(docket, known_until=NOON) == ["early", "early too"]
    assert subjects(docket, recorded_until=NOON) == ["early", "late"]
    assert subjects(docket, known_until=NOON, recorded_until=NOON) == ["early"]
    assert subjects(docket, after=1) == ["late", "early too"]
    assert subjects(docket, known_until=NOON - timedelta(microseconds=1)) == []


def test_nothing_is_entered_where_the_docket_has_moved_on(docket):
    docket.append("lenn", [new("a")], NOON, expected_seq=0)
    with pytest.raises(StoreError, match=r"last entry is number 1, not 0"):
        docket.append("lenn", [new("b")], NOON, [STORY], expected_seq=0)
    assert subjects(docket) == ["a"]
    assert docket.source(STORY.id) is None
    docket.append("lenn", [new("b")], NOON, expected_seq=1)


def test_what_is_written_as_a_whole_is_there_whole_or_not_at_all(ledger):
    with ledger.whole() as writing:
        writing.create("lenn", "The river Lenn", NOON)
        writing.append("lenn", [new("a")], NOON, [STORY])
        assert writing.head("lenn").seq == 1
    assert ledger.head("lenn").seq == 1
    with pytest.raises(RuntimeError), ledger.whole() as writing:  # noqa: PT012 - what was written before the error counts
        writing.create("dock", "The dock", NOON)
        writing.append("lenn", [new("b")], NOON)
        raise RuntimeError
    assert ledger.head("lenn").seq == 1
    assert [name for name, _ in ledger.dockets()] == ["lenn"]


def test_dockets_do_not_mix(docket):
    docket.create("dock", "Dockers", NOON)
    docket.append("dock", [new("x")], NOON)
    (entry,) = docket.append("lenn", [new("a")], NOON)
    assert entry.seq == 1
    assert subjects(docket) == ["a"]


def test_a_source_is_kept_with_its_bytes_until_it_is_withdrawn(docket):
    docket.append("lenn", [], NOON, [STORY])
    assert docket.source(STORY.id) == STORY
    docket.append("lenn", [], NOON, [replace(STORY, name="again.txt")])
    assert docket.source(STORY.id) == STORY
    docket.withdraw(STORY.id)
    assert docket.source(STORY.id) == KeptSource(STORY.id, "story.txt", None, None)
    docket.append("lenn", [], NOON, [STORY])
    assert docket.source(STORY.id).data is None
    assert docket.source("sha256:none") is None
    docket.withdraw("sha256:none")


def test_a_projection_is_kept_in_place_of_the_one_before(docket):
    assert docket.projection("lenn", "snapshot") is None
    docket.keep_projections("lenn", 3, {"snapshot": b"\x00\xff", "shelf": b"old"})
    docket.keep_projections("lenn", 4, {"snapshot": b"new"})
    assert docket.projection("lenn", "snapshot") == (4, b"new")
    assert docket.projection("lenn", "shelf") == (3, b"old")


def test_words_are_found_with_their_places(docket):
    received = new(STORY.id, kind=EntryKind.SOURCE)
    docket.append("lenn", [received], NOON, [STORY])
    found = docket.search("lenn", "REPLY the", 5)
    assert {TEXT[item.start : item.end] for item in found} == {
        "Moscow received the reply.",
        "Nobody published “the reply” – so far.",
    }
    assert all(item.source == STORY.id for item in found)
    (one,) = docket.search("lenn", "twelve pages", 5)
    assert one == Found(STORY.id, TEXT.index("It is"), TEXT.index("long.") + 5)
    assert len(docket.search("lenn", "reply", 1)) == 1


@pytest.mark.parametrize(
    "words", ["", "treaty", "reply treaty", '"', "reply OR", "NEAR(", "repl*", "' OR 1=1 --", "words:reply"]
)
def test_what_is_not_there_is_not_found_whatever_is_asked(docket, words):
    docket.append("lenn", [new(STORY.id, kind=EntryKind.SOURCE)], NOON, [STORY])
    assert list(docket.search("lenn", words, 5)) == []


def test_a_withdrawn_source_is_found_no_more(docket):
    docket.append("lenn", [new(STORY.id, kind=EntryKind.SOURCE)], NOON, [STORY])
    docket.withdraw(STORY.id)
    assert list(docket.search("lenn", "reply", 5)) == []


def test_entries_about_subjects_come_in_order(docket):
    docket.append("lenn", [new("a"), new("b"), new("a"), new("c")], NOON)
    assert [entry.seq for entry in docket.about("lenn", ["c", "a"])] == [1, 3, 4]
    assert docket.about("lenn", []) == []
    assert len(docket.about("lenn", [*(f"x{number}" for number in range(1200)), "b", "b"])) == 1


def test_a_store_that_is_whole_finds_no_damage(docket):
    assert list(docket.damage()) == []


def test_what_entries_say_is_asked_for_by_their_numbers(docket):
    made = docket.append("lenn", [new("a"), new("b"), new("c")], NOON)
    said = {entry.seq: entry.entered.payload for entry in made}
    assert docket.payloads("lenn", range(9)) == said
    assert docket.payloads("lenn", [2]) == {2: said[2]}
    assert docket.payloads("lenn", [4, 0]) == docket.payloads("lenn", []) == {}
