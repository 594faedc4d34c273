"""Judging, tying and recording by commands: what is entered, what is said, and that errors are one line."""

from __future__ import annotations

import re

import pytest

from rejoinder.desk.recording import BY_HAND, fields_of
from rejoinder.docket import find_matter
from rejoinder.docket.live import Live
from rejoinder.docket.matters import CommitmentState, Footing
from rejoinder.docket.payloads import RECORD_TYPES
from rejoinder.model import RecordKind
from tests.cli.test_docket_commands import run, snapshot
from tests.desk.desks import DOCKET
from tests.halvern import TEXT

ILSE = ("--user", "Ilse Varga")


@pytest.fixture
def place(tmp_path):
    """The address of a docket that holds the invented story."""
    (tmp_path / "halvern.txt").write_text(TEXT, encoding="utf-8")
    address = f"{tmp_path / 'desk.db'}#{DOCKET}"
    assert run("new", address).exit_code == run("add", address, tmp_path / "halvern.txt").exit_code == 0
    return address


@pytest.fixture
def ids(place):
    """The short ids of the records and of the source of the story."""
    held = snapshot(place)
    found = {
        part: next(iter(getattr(held, part))).partition(":")[2][:12] for part in ("commitments", "texts", "sources")
    }
    return {**found, "meetings": next(iter(held.meetings)).partition(":")[2]}


def said(*arguments):
    """What a command says when all is well."""
    result = run(*arguments, *ILSE)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*arguments):
    """What a command says when it is refused."""
    result = run(*arguments, *ILSE)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    return result.stderr.removeprefix("rejoinder: ").rstrip("\n")


def matter(address, digits):
    held = snapshot(address)
    subject = next(name for name in Live(held).parts["commitments"] if digits in name)
    return find_matter(held, subject, max(kept.known for kept in held.sources.values()).date())


def test_a_record_is_confirmed_amended_and_what_was_done_is_taken_back(place, ids):
    promise = ids["commitments"]
    assert re.fullmatch(
        rf"entry \d+  \[{promise}\] “.+”: confirmed, by Ilse Varga\n", said("judge", place, promise, "confirm")
    )
    assert matter(place, promise).backing.footing is Footing.CONFIRMED
    said(
        "judge", place, promise, "amend", "due=2022-07-01..2022-07-31", "debtor=Jan Reuter (Ostmark)", "--reason", "so"
    )
    amended = matter(place, promise)
    assert (amended.debtor.party, str(amended.dues[0].reckoned.latest)) == ("Ostmark", "2022-07-31")
    assert "took entry" in said("undo", place)
    assert matter(place, promise).debtor.party != "Ostmark"
    said("judge", place, promise, "reject", "--reason", "it says no such thing")
    assert matter(place, promise).backing.footing is Footing.REJECTED


def test_records_are_merged_and_split_with_others(place, ids):
    promise = ids["commitments"]
    added = said(
        "record",
        place,
        "commitment",
        "debtor=Ostmark",
        "--source",
        ids["sources"],
        "--words",
        "the sluices",
        "--nth",
        "1",
    )
    other = re.search(r"\[(\w+)\]", added)[1]
    said("judge", place, promise, "merge", "--with", other)
    assert matter(place, promise).id == matter(place, other).id
    said("judge", place, promise, "split", "--with", other)
    assert matter(place, promise).id != matter(place, other).id


def test_a_document_is_tied_to_the_promise_that_it_keeps(place, ids):
    promise = ids["commitments"]
    told = said("link", place, promise, ids["texts"], "--on", "2022-05-21")
    assert told.endswith(f": discharges [{promise}], by Ilse Varga\n")
    kept = matter(place, promise)
    assert (kept.state, str(kept.settled.on)) == (CommitmentState.DISCHARGED, "2022-05-21")
    said("undo", place, re.match(r"entry (\d+)", told)[1], "--reason", "another text")
    assert matter(place, promise).state is not CommitmentState.DISCHARGED
    said("link", place, promise, ids["meetings"], "--as", "partly-discharges")
    assert matter(place, promise).state is CommitmentState.PART_DISCHARGED


@pytest.mark.parametrize("kind", BY_HAND)
def test_every_kind_of_record_can_be_entered_by_hand(place, ids, kind):
    typed = {
        "statement": ["speaker=Jan Reuter (Ostmark)", "act=promise", "said_on=2022-05-20"],
        "commitment": ["debtor=Ostmark", "creditor=Lower Halvern", "due=2022-06-30", "condition=the sluices"],
        "contingency": ["trigger=the sluices", "actors=Ostmark; Jan Reuter (Lower Halvern)"],
        "meeting": ["participants=Ostmark;Lower Halvern", "status=planned", "when=2022-06-01"],
        "text": ["by=Ostmark", "kind=reply", "to=Lower Halvern", "when=2022-05-20"],
        "referral": ["destination=River Commission", "what=the sluices"],
        "release": ["state=asked", "of=the sluices", "wanted-by=Ostmark"],
        "characterisation": ["standing=main", "by=Ostmark", "of=the sluices"],
    }[kind.value]
    words = "Lower Halvern"
    told = said("record", place, kind.value, *typed, "--source", ids["sources"], "--words", words, "--nth", "1")
    held = snapshot(place)
    digits = re.search(r"\[(\w+)\]", told)[1]
    entered = f"{kind.value}:{digits}"
    assert told == f"entry {held.seq}  [{digits}] “{words}”: entered by hand, by Ilse Varga\n" or f"[{digits}]" in told
    live = Live(held)
    kept = live.statements.get(entered) or live.kept(entered)
    assert (kept.by, kept.source) == ("Ilse Varga", f"sha256:{next(iter(held.sources)).partition(':')[2]}")
    assert run("verify", place).exit_code == 0


def test_fields_are_told_for_every_kind():
    for kind in BY_HAND:
        assert all(fields_of(kind).values())
    assert set(RECORD_TYPES) - set(BY_HAND) == {RecordKind.ANSWER}


def test_what_cannot_be_entered_is_one_line(place, ids):
    promise, source = ids["commitments"], ids["sources"]
    assert refused("judge", place, promise, "bless").startswith("“bless” is no decision. Take one of confirm, amend")
    assert (
        refused("judge", place, promise, "confirm", "due=2022-06-30")
        == "To confirm takes no fields. To change fields: amend"
    )
    assert refused("judge", place, promise, "amend", "size=3").startswith(
        "There is no size to amend. Take one of condition"
    )
    assert refused("judge", place, promise, "amend", "due").startswith("“due” is no FIELD=VALUE.")
    assert refused("judge", place, promise, "amend").startswith("Nothing was changed in it.")
    assert refused("judge", place, source, "amend", "due=-").endswith("Take the id of a record.")
    assert "To merge needs" in refused("judge", place, promise, "merge")
    assert "There is no record ffff" in refused("judge", place, "ffff", "confirm")
    assert "no judgement to undo" in refused("undo", place)
    assert refused("link", place, promise, ids["texts"], "--as", "likes").startswith("“likes” is no relation.")
    words = ("--source", source, "--words")
    assert "no kind of record" in refused("record", place, "treaty", *words, "Lower Halvern")
    assert refused("record", place, "commitment", "debtor=A").startswith("A record rests on words of a source.")
    assert "does not stand in the source" in refused("record", place, "commitment", "debtor=A", *words, "never said")
    assert "times. Say which: --nth 1 to" in refused("record", place, "commitment", "debtor=A", *words, "Halvern")
    assert "times. Say which" in refused("record", place, "commitment", "debtor=A", *words, "Halvern", "--nth", "99")
    assert refused("record", place, "commitment", *words, "the sluices", "--nth", "1").startswith(
        "A commitment needs debtor."
    )
    assert "has no size" in refused(
        "record", place, "commitment", "debtor=A", "size=3", *words, "the sluices", "--nth", "1"
    )
    assert "is no due" in refused(
        "record", place, "commitment", "debtor=A", "due=soon", *words, "the sluices", "--nth", "1"
    )
    assert "is no participants" in refused(
        "record", place, "meeting", "participants=A;", "status=held", *words, "the sluices", "--nth", "1"
    )
    assert "is no participants" in refused(
        "record", place, "meeting", "participants=A(", "status=held", *words, "the sluices", "--nth", "1"
    )
    assert "is no source that the docket holds" in refused(
        "record", place, "commitment", "debtor=A", "--source", promise, "--words", "the sluices"
    )
