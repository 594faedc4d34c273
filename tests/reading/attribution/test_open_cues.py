"""Cues to which the tagger finds no content, and quotations behind a colon."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import said

OPEN = [
    ("The pact is off, [[Berg]] {{announced}}.", [("Berg", "announced", "The pact is off")]),
    ("The pact is off, [[Berg]] {{announced}}, and so on and on.", []),
    ("The pact is off [[Berg]] {{announced}}.", []),
    ("Though [[Berg]] {{hoped}} that it would end.", [("Berg", "hoped", "that it would end")]),
    ("[[Berg]] {{hoped}} for it.", []),
    ("[[Berg]] {{hoped}}", []),
    ("[[Berg]] {{rejects}} the plan.", [("Berg", "rejects", "the plan")]),
    ("{{According to}} [[an official, who is old]], Norway left.", [("an official", "According to", "Norway left")]),
    ("{{According to}} [[an official]] Norway left.", []),
    ("Norway left early {{according to}} [[an official]] of old, long ago.", []),
    ("[[Berg]] {{pushed back}} on the demand on Thursday.", [("Berg", "pushed back", "the demand")]),
    ("[[Berg]] {{rejects}} the plan Thursday.", [("Berg", "rejects", "the plan")]),
    ("[[Berg]] {{rejects}} Thursday.", [("Berg", "rejects", "Thursday")]),
    ("[[Berg]] {{wants}} to go on Thursday.", [("Berg", "wants", "to go on Thursday")]),
    ("[[Berg]] {{sang}} that it would end.", []),
    ("{{Hoped}} that it would end.", []),
    ("“[[Berg]] {{hoped}} that it would end.”", []),
]


@pytest.mark.parametrize(("words", "expected"), OPEN)
def test_grammar_fills_an_open_cue(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(words) == expected


def test_the_cue_of_a_heading_stays_open() -> None:
    assert said("It rained.\n\n[[Berg]] {{hopes}} that it ends\n\nIt rained on.") == []


COLON = [
    ("Berg said:\n\n“It is late.”", [("Berg", "said", "“It is late.”")]),
    ("Berg said:\n\n<<“It is late.”>>", [("Berg", "said", "“It is late.”")]),
    (
        "{1{Commenting on}1} [1[the reply]1], Berg said:\n\n<1<“It is late.”>1>",
        [("Berg", "said", "“It is late.”")],
    ),
    ("[1[Anna Berg]1] {1{said}1}:\n\n<1<“It is late.”>1>", [("Anna Berg", "said", "“It is late.”")]),
    (
        "[1[Lind]1] {1{said}1} <1<that it was early>1>. Berg said: “It is late.”",
        [
            ("Lind", "said", "that it was early"),
            ("Berg", "said", "“It is late.”"),
        ],
    ),
    ("Berg sang: “It is late.”", []),
    ("Berg rejected: “It is late.”", []),
    ("said: “It is late.”", []),
    ("Of late, said: “It is late.”", []),
]


@pytest.mark.parametrize(("words", "expected"), COLON)
def test_a_quotation_behind_a_colon(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(words) == expected
