"""The sentences of phrases.tsv: the words, type and value of every time expression, the vague adverbs too."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rejoinder.reading.dates import find_dates

PHRASES = Path(__file__).with_name("phrases.tsv")


def rows() -> Iterator[tuple[date, str, list[str]]]:
    """The day of printing, the sentence and what stands in it, row by row."""
    printed = date.min
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            printed = date.fromisoformat(line[1:])
        elif not line.startswith("#"):
            text, *found = line.split("\t")
            yield printed, text.replace("\\n", "\n"), found


@pytest.mark.parametrize(("printed", "text", "expected"), list(rows()))
def test_a_sentence_is_marked_as_timeml_marks_it(printed: date, text: str, expected: list[str]) -> None:
    found = find_dates(text, printed, adverbs=True)
    assert [f"{each.exact}|{each.type}|{each.value}" for each in found] == expected
