"""What a letter promises: the letter, its author and the promises found, side by side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Actor, Document
from rejoinder.reading.letters import find_promises

NORLAND, OSTMARK = Actor("Norland", None, "Norland"), Actor("Ostmark", None, "Ostmark")
TODAY = date(2026, 11, 25)
WRITTEN = date(2022, 5, 10)


def promises(text, written=WRITTEN, to=OSTMARK):
    return find_promises(Document(text), NORLAND, to, TODAY, written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Article 3: Norland will come back to the tolls in the summer.", ["will come back to the tolls"]),
        ("The  Norland will come back to the tolls.", ["will come back to the tolls"]),
        (
            "We shall send the readings of both gauges every month.",
            ["shall send the readings of both gauges every month"],
        ),
        ("The readings will be published.", ["The readings will be published"]),
        ("I will not be in Sarn before June, but we'll write.", ["we'll write"]),
        # nobody is bound by what he would do, by what he proposes to both, or by what the others will do
        ("We would rather wait for the engineers.", []),
        ("Instead Norland proposes that both sides commit themselves to charge no tolls.", []),
        ("Ostmark will find that the water is lower in June.", []),
        ("Norland cannot accept this.", []),
        ("", []),
    ],
)
def test_promises_of_a_letter(text, expected):
    assert [found.action.exact for found in promises(text)] == expected


def test_a_promise_is_made_to_whom_the_letter_goes_on_its_day():
    (found,) = promises("We will send the readings next week.")
    assert (found.debtor, found.creditor, found.reported_by) == (NORLAND, OSTMARK, (NORLAND,))
    assert found.made_on is not None
    assert found.made_on.earliest == found.made_on.latest == WRITTEN
    assert found.due is not None
    assert (found.due.text, found.due.interval.earliest, found.due.interval.latest) == (
        "next week",
        date(2022, 5, 16),
        date(2022, 5, 22),
    )
    assert found.statements == ()
    assert found.reason


def test_a_letter_without_a_day_or_an_addressee():
    (found,) = promises("We will send the readings.", None, None)
    assert (found.creditor, found.made_on, found.due) == (None, None, None)


@given(st.text(max_size=300))
def test_any_text_is_read_and_its_passages_hold(text):
    for found in promises(text):
        assert text[found.action.start : found.action.end] == found.action.exact
