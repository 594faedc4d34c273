"""A reading becomes entries: the source first, then what was found in it, each with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rejoinder.docket.entering import entries_of, kind_of, known_at, passages_of, subject_of
from rejoinder.docket.payloads import Held, SourceReceived, read_payload, read_record
from rejoinder.model import (
    Act,
    Actor,
    Answer,
    Business,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Disposition,
    Document,
    EntryKind,
    Interval,
    Link,
    Meeting,
    MeetingStatus,
    Reading,
    RecordKind,
    Referral,
    Release,
    Standing,
    TabledText,
    TextKind,
)
from tests.halvern import TEXT, VARGA, passage, statement

NOW = datetime(2022, 6, 1, 9, 30, tzinfo=UTC)
FRIDAY = Interval.day(date(2022, 5, 20))
DOCUMENT = Document(TEXT, id="sha256:story", published=date(2022, 5, 20))
ACTION = passage("will answer the draft compact point by point")
OSTMARK = Actor("Ostmark", None, "Ostmark")
PROMISE = statement(1, Act.PROMISE, passage("Lower Halvern will answer", "June"))
AGAIN = replace(statement(2, Act.STATE, passage("We have read every article")), repeats="s1")
BUSINESS = Business(
    commitments=(
        Commitment("c1", VARGA, OSTMARK, ACTION, None, FRIDAY, None, (VARGA,), ("s1", "s9"), (ACTION,), "it says so"),
    ),
    contingencies=(Contingency(passage("draft compact"), ACTION, (VARGA,), None, "it hangs on it"),),
    meetings=(Meeting((VARGA,), None, None, FRIDAY, MeetingStatus.HELD, passage("told reporters"), "they met"),),
    texts=(TabledText(OSTMARK, (), TextKind.DRAFT, None, None, (), passage("the draft compact"), "it is tabled"),),
    referrals=(Referral(None, None, "court", None, None, passage("through the press"), "it moves"),),
    releases=(Release(None, None, None, Consent.ASKED, passage("point by point"), "it is wanted"),),
    characterisations=(
        Characterisation(Standing.MAIN, VARGA, None, passage("winter releases"), "s1", "she calls it so"),
        Characterisation(Standing.MAIN, None, None, passage("fair account"), None, "it is called so"),
    ),
)
READING = Reading(DOCUMENT, (PROMISE, AGAIN), (), (), "sha256:tagger", BUSINESS)
ENTRIES = entries_of(READING, "story.txt", NOW, "Ilse", "rejoinder 1")


def record(index: int):
    held = read_payload(EntryKind.FINDING, ENTRIES[index].payload)
    assert isinstance(held, Held)
    return read_record(held.kind, held.record)


def test_the_source_comes_first_and_then_a_finding_for_each_record():
    assert [entry.kind for entry in ENTRIES] == [EntryKind.SOURCE, *[EntryKind.FINDING] * 10]
    source = read_payload(EntryKind.SOURCE, ENTRIES[0].payload)
    assert isinstance(source, SourceReceived)
    assert (source.name, source.published, source.status) == ("story.txt", date(2022, 5, 20), "usable")
    assert {entry.known_at for entry in ENTRIES} == {datetime(2022, 5, 20, tzinfo=UTC)}
    assert len({entry.subject for entry in ENTRIES}) == len(ENTRIES)
    assert ENTRIES[1].produced_by == "rejoinder 1 sha256:tagger"


def test_every_finding_has_its_words():
    for entry in ENTRIES[1:]:
        assert entry.evidence
        assert all(item.source == "sha256:story" and item.passage.holds_in(TEXT) for item in entry.evidence)


def test_ids_within_the_reading_become_subjects():
    assert record(1).id == ENTRIES[1].subject
    assert record(2).repeats == ENTRIES[1].subject
    assert record(3).id == ENTRIES[3].subject
    assert record(3).statements == (ENTRIES[1].subject,)
    assert record(4).statement == ENTRIES[1].subject
    assert record(5).statement is None


def test_what_happened_when():
    happened = {entry.subject.partition(":")[0]: entry.happened for entry in ENTRIES}
    assert happened["meeting"] == happened["commitment"] == happened["sha256"] == FRIDAY
    assert happened["statement"] == FRIDAY
    assert happened["referral"] is None
    assert (
        entries_of(
            replace(READING, statements=(replace(PROMISE, said_on=None),), business=Business()), "a", NOW, "I", ""
        )[1].happened
        is None
    )


def test_the_same_reading_gives_the_same_subjects():
    again = entries_of(READING, "other.txt", NOW.replace(hour=12), "Jan", "rejoinder 2")
    assert [entry.subject for entry in again] == [entry.subject for entry in ENTRIES]


def test_records_that_rest_on_the_same_words_have_subjects_of_their_own():
    (text,), (meeting,) = BUSINESS.texts, BUSINESS.meetings
    alike = Business(
        texts=(text, replace(text, by=VARGA), replace(text, by=None)),
        meetings=(meeting, replace(meeting, participants=(VARGA, OSTMARK)), replace(meeting, when=None)),
    )
    said = (PROMISE, replace(PROMISE, id="s2", speaker=OSTMARK), replace(PROMISE, id="s3", speaker=None))
    entries = entries_of(Reading(DOCUMENT, said, (), (), "", alike), "story.txt", NOW, "Ilse", "rejoinder 1")
    assert len({entry.subject for entry in entries}) == len(entries) == 10


def test_subjects_tell_kinds_and_places_apart():
    assert subject_of(RecordKind.MEETING, "a", [ACTION]) != subject_of(RecordKind.TEXT, "a", [ACTION])
    assert subject_of(RecordKind.TEXT, "a", [ACTION]) != subject_of(RecordKind.TEXT, "b", [ACTION])
    assert kind_of(PROMISE) is RecordKind.STATEMENT
    assert passages_of(PROMISE) == (PROMISE.content, PROMISE.mention)


def test_an_answer_rests_on_the_passages_of_the_reply():
    link = Link(ACTION, Disposition.DECLINED, 0.9, "It says so.")
    answer = Answer("item:1.a", "text:1", "text:2", Disposition.DECLINED, (link,), ACTION, PROMISE.content, "So it is.")
    assert passages_of(answer) == (ACTION,)
    assert passages_of(replace(answer, links=())) == (PROMISE.content,)
    assert kind_of(answer) is RecordKind.ANSWER


@pytest.mark.parametrize(
    ("published", "moment"),
    [(date(2022, 5, 20), datetime(2022, 5, 20, tzinfo=UTC)), (date(2022, 6, 2), NOW), (None, NOW)],
)
def test_since_when_a_document_is_known(published, moment):
    assert known_at(replace(DOCUMENT, published=published), NOW) == moment


def test_a_text_without_bytes_is_no_source():
    with pytest.raises(ValueError, match="digest"):
        entries_of(replace(READING, document=Document("")), "a", NOW, "Ilse", "")
