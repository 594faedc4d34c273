"""Sentences that the desk makes in English are told in the reader's language; names, days and quotations stay."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import rejoinder
from rejoinder.desk.judging import Verdict, judge
from rejoinder.model import Decision
from rejoinder.web.sentences import LONGEST, PATTERNS, told
from tests.desk.desks import DOCKET, added
from tests.web.pages import HOME, matter, read, text_of

DESK = Path(rejoinder.__file__).parent


@pytest.mark.parametrize(
    ("words", "french"),
    [
        ("confirmed", "confirmé"),
        ("took entry 12 back", "a repris l’entrée 12"),
        ("No day is named for it.", "Aucun jour n’est indiqué."),
        ("“soon” is no day.", "« soon » n’est pas un jour."),
        ("It is due from 2022-01-24 until 2022-01-30.", "C’est dû du 2022-01-24 au 2022-01-30."),
        (
            "The latest reading of its date, 2022-01-30, has passed. Its letter of 2022-01-27 went to NATO, as it is told.",
            "La lecture la plus tardive de sa date, 2022-01-30, est passée. Ce qui a été remis le 2022-01-27 (letter) est allé à NATO, à ce qui est dit.",
        ),
        ("Nobody knows this sentence.", "Nobody knows this sentence."),
        ("", ""),
        (None, ""),
    ],
)
def test_a_sentence_is_told_in_the_readers_language(words, french):
    with translation.override("fr"):
        assert told(words) == french
    with translation.override("en"):
        assert told(words) == (words or "")


def test_a_word_of_the_docket_in_a_sentence_is_told_too():
    with translation.override("fr"):
        words = told("Ilse: it discharges this.")
    assert words.startswith("Ilse : ")
    assert "discharges" not in words


def test_what_is_very_long_is_not_looked_through():
    with translation.override("fr"):
        assert told("x" * LONGEST + " is empty.").endswith(" is empty.")


@given(st.text(max_size=300))
def test_in_english_every_sentence_stays_as_it_is(words):
    with translation.override("en"):
        assert told(words) == words


def _made() -> str:
    """All the words that stand in the code of the desk, the docket and the pages, with {} for what is put in."""
    found = []
    for folder in ("desk", "docket", "web", "store", "formats"):
        for path in (DESK / folder).rglob("*.py"):
            if path.name != "sentences.py":
                nodes = ast.walk(ast.parse(path.read_text("utf-8")))
                found += [
                    node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
                ]
    return "\n".join(found)


def test_no_pattern_is_of_a_sentence_that_nobody_makes():
    made = _made()
    for pattern in PATTERNS:
        fixed = max(re.split(r"\{\w+\}", pattern), key=len).strip(" .:“”")
        # "from" and "until" are put in, each where there is such a day.
        assert fixed.removesuffix(" from").removesuffix(" until") in made, pattern


def test_errors_history_and_reasons_are_told_so_on_a_page(desk, client):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM))
    french = {"HTTP_ACCEPT_LANGUAGE": "fr"}
    assert "« soon » n’est pas un jour." in text_of(read(client.get(HOME, {"as_of": "soon"}, **french), 400))
    assert "Ilse Varga confirmé" in text_of(read(client.get(f"{HOME}changes", **french)))
    assert "C’est dû" in text_of(read(client.get(f"{HOME}{promise.id}", **french)))
