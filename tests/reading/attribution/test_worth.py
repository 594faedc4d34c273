"""The worth of a draft: every sign counts for what the table says, and the outcome is a probability."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.reading.attribution.worth import THRESHOLD, Evidence, signs, worth
from rejoinder.reading.knowledge import load_table

SURE = Evidence(
    tagger=0.95,
    cue_known=True,
    decided=False,
    direct=False,
    named=True,
    resolved=True,
    words=12,
    inner=False,
    headline=False,
    act=0.9,
    grammar=False,
)
EVIDENCE = st.builds(
    Evidence,
    tagger=st.floats(0, 1),
    cue_known=st.booleans(),
    decided=st.booleans(),
    direct=st.booleans(),
    named=st.booleans(),
    resolved=st.booleans(),
    words=st.integers(0, 10_000),
    inner=st.booleans(),
    headline=st.booleans(),
    act=st.floats(0, 1),
    grammar=st.booleans(),
)


def test_what_is_sure_is_shown_and_what_is_unsure_is_not() -> None:
    assert worth(SURE) > THRESHOLD
    assert worth(replace(SURE, tagger=0.001, cue_known=False, resolved=False, named=False)) < THRESHOLD


def test_the_table_weighs_every_sign() -> None:
    table = load_table("worth")
    assert set(table) == {"bias", "weights"}
    assert list(table["weights"]) == [field.name for field in fields(Evidence)]


def test_signs_are_of_like_size() -> None:
    assert signs(SURE) == pytest.approx([2.77, 1, 0, 0, 1, 1, 2.56, 0, 0, 0.9, 0], abs=0.01)


@given(EVIDENCE)
def test_a_probability_comes_of_any_evidence(evidence: Evidence) -> None:
    assert 0 <= worth(evidence) <= 1
    assert len(signs(evidence)) == len(fields(Evidence))


@given(EVIDENCE, st.floats(0, 1))
def test_a_surer_tagger_is_worth_more(evidence: Evidence, tagger: float) -> None:
    low, high = sorted((evidence.tagger, tagger))
    assert worth(replace(evidence, tagger=low)) <= worth(replace(evidence, tagger=high))
