"""Sentences: paragraphs with a bar where a sentence must end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.sentences import split_sentences

PARAGRAPHS = [
    "The talks failed.| Nobody was surprised.",
    "U.S. President J. D. Vance met Gen. Ivanov at 5 p.m. on Jan. 26.| The talks failed.",
    "He said No. 5 was out.| No.| The answer was no.",
    "She left the U.S.| He stayed in the U.S. Navy.",
    "It meets at 5 p.m. Monday.| It met at 9 a.m.| Then it rose.",
    "The firm, Acme Inc., rose.| Acme Inc. said so.| Acme Inc.| It fell.",
    '"Why?" he said.| "We go!" Lavrov said.| "Really?"| The room fell silent.',
    "“Is it over?” Russian Foreign Minister Sergey Lavrov asked.| “No.”| He left.",
    "It rose 3.5 percent... and fell.| It ended...| Then it began.",
    "It fell … and rose…| Then it fell.",
    '"Depending on that.| There is a trend.| We will not let this happen," he said.',
    "(He said no.)| She said yes.| [Both agreed.]| They left.",
    "He said “no.”| Then he left.",
    "He said ``no.''| Then he left.",
    "1. The Ministry transmitted the reply.| 2. It was short.",
    "He and I.| I stayed; you, J. Doe, left.",
    "Sergei's iPhone rang.| iPhones ring!",
    "It is over.| 中文。|下一句！|End",
    "Prices (e.g. of oil) rose vs. last year.| See Art. 16 and para. 4.",
    "The figure of 2021.| Five of them left in 2021.| 5 people stayed.",
    "He came from St. Petersburg with Mrs. May.| Both left.",
    "no end",
    "a.b.c and x.y stay.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_sentences_end_where_they_should(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[slice(*span)] for span in split_sentences(text, Span(0, len(text)))]
    assert found == [sentence.strip() for sentence in marked.split("|")]


def test_a_sentence_lies_within_the_paragraph_asked_for() -> None:
    text = "One. Two. Three."
    assert split_sentences(text, Span(5, 9)) == (Span(5, 9),)


TEXTS = st.text(alphabet="aIU. S!?…\"'”)。\n5É|", max_size=80)


@given(TEXTS, st.integers(0, 10))
@example(" \n ", 0)
def test_sentences_cover_the_paragraph_but_for_white_space(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = split_sentences(text, span)
    assert all(span.holds(sentence) and sentence.length for sentence in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(text[slice(*each)].split()) for each in found) == "".join(text[slice(*span)].split())
