"""What is meant by a document: the record that does it, and its day."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.desk.judging import Verdict, judge, record_by_hand
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.desk.tying import day_of_document, document_of, words_of
from rejoinder.model import Actor, AskedError, Decision, Interval, Passage, TabledText, TextKind
from tests.desk.desks import DOCKET, add, added, new_desk
from tests.halvern import TEXT


def text_of(words, on, by="Ostmark"):
    start = TEXT.index(words)
    passage = Passage(start, start + len(words), words)
    return TabledText(Actor(by, None, by), (), TextKind.REPLY, None, Interval.day(on), (), passage, "so")


def test_a_source_stands_for_the_only_text_that_it_tells_of():
    desk = new_desk()
    source = added(desk).source
    live = snapshot_as_of(desk, DOCKET)
    for text in live.texts:
        judge(desk, DOCKET, text, Verdict(Decision.REJECT))
    with pytest.raises(AskedError, match="tells of no text"):
        document_of(desk, DOCKET, source)
    first = record_by_hand(desk, DOCKET, text_of("Halvern", date(2022, 5, 20)), source).entered.subject
    assert document_of(desk, DOCKET, source) == first
    assert document_of(desk, DOCKET, first) == first
    assert day_of_document(desk, DOCKET, first) == date(2022, 5, 20)
    record_by_hand(desk, DOCKET, text_of("sluices", date(2022, 3, 1), "Norland"), source)
    with pytest.raises(AskedError, match="several texts"):
        document_of(desk, DOCKET, source)


def test_a_statement_has_a_day_and_words_and_a_promise_has_no_day():
    desk = new_desk()
    add(desk, "Jan Reuter: " + "the sluices are sound " * 9)
    source, *_ = snapshot_as_of(desk, DOCKET).sources
    said, *_ = snapshot_as_of(desk, DOCKET).statements
    assert day_of_document(desk, DOCKET, said) is not None
    assert words_of(desk, DOCKET, said).endswith("…”")
    assert words_of(desk, DOCKET, source) == ""
    added(desk)
    promise, *_ = snapshot_as_of(desk, DOCKET).commitments
    assert day_of_document(desk, DOCKET, promise) is None
