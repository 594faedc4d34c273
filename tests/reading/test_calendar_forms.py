"""The days that a text names, each beside how it is written."""

from __future__ import annotations

import pytest

from rejoinder.reading.calendar_forms import find_days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday, Jan. 21 they met; on 2022-01-26 they wrote.", ["Friday, Jan. 21", "2022-01-26"]),
        ("26January and 3rd of May, 2021", ["26January", "3rd of May, 2021"]),
        ("due Thursday (MOSCOW26 Jan) or 1/26/2022", ["Thursday", "26 Jan", "1/26/2022"]),
        ("to his dismay 5 of them, the someday 12 May", ["12 May"]),
        ("Feb 31", []),
        ("", []),
    ],
)
def test_the_days_of_a_text(text: str, expected: list[str]) -> None:
    assert [text[slice(*day.span)] for day in find_days(text, 0, len(text))] == expected
