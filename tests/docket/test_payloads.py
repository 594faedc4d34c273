"""Payloads and records: to canonical JSON and back."""

from __future__ import annotations

import pytest

from rejoinder.docket.payloads import (
    Judged,
    Linked,
    SourceReceived,
    SourceWithdrawn,
    encode,
    hold,
    read_payload,
    read_record,
)
from rejoinder.model import Act, Decision, EntryKind, RecordKind, Relation
from tests.halvern import passage, statement

STATEMENT = statement(1, Act.PROMISE, passage("Lower Halvern will answer", "June"))


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EntryKind.SOURCE, SourceReceived("a.txt", "text/plain", "sha256:0", title="Talks", status="canceled")),
        (EntryKind.WITHDRAWAL, SourceWithdrawn("a court order")),
        (EntryKind.LINK, Linked(Relation.DISCHARGES, "commitment:1", "the reply came")),
        (EntryKind.JUDGEMENT, Judged(Decision.MERGE, others=("commitment:2",))),
    ],
)
def test_a_payload_comes_back_as_it_went(kind, payload):
    assert read_payload(kind, encode(payload)) == payload


def test_a_record_comes_back_as_it_went():
    held = read_payload(EntryKind.FINDING, encode(hold(RecordKind.STATEMENT, STATEMENT)))
    assert read_record(held.kind, held.record) == STATEMENT


def test_equal_payloads_have_equal_bytes():
    assert encode(hold(RecordKind.STATEMENT, STATEMENT)) == encode(hold(RecordKind.STATEMENT, STATEMENT))


@pytest.mark.parametrize("text", ["", "[]", '{"kind":"statement"}', '{"kind":"treaty","record":{}}'])
def test_what_is_no_payload_is_a_value_error(text):
    with pytest.raises(ValueError, match=r".+"):
        read_payload(EntryKind.FINDING, text)


def test_an_amended_record_comes_back_as_it_went():
    said = Judged(Decision.AMEND, "the day", hold(RecordKind.STATEMENT, STATEMENT), RecordKind.STATEMENT)
    back = read_payload(EntryKind.JUDGEMENT, encode(said))
    assert read_record(back.kind, back.amended.record) == STATEMENT
