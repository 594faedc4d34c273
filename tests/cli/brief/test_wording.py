"""Short strings for the screen: the words of a statement, days, places, and lines that are filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rejoinder.cli.brief.wording import (
    Places,
    clean,
    fill,
    shown_basis,
    shown_days,
    shown_said_on,
    shown_undertaking,
    shown_words,
)
from rejoinder.model import Act, Interval, Passage, SaidOn
from tests.halvern import passage, statement

HOME = date(2022, 1, 26)


@pytest.mark.parametrize(
    ("content", "direct", "shown"),
    [
        ("that it would reply", False, ("it would reply", False)),
        ("That is how it stands", True, ("is how it stands", True)),
        ('"We will not let them,"', True, ("We will not let them", True)),
        ('We will not let them,"', True, ("We will not let them", True)),
        ("“It stands.”", True, ("It stands.", True)),
        ("‘It stands.’", True, ("It stands.", True)),
        ('that "no mediator will dictate the wording."', False, ("no mediator will dictate the wording.", True)),
        ('that the plan was "dead" for now', True, ('the plan was "dead" for now', False)),
        ('"dead" it was, and "buried"', True, ('"dead" it was, and "buried"', False)),
        ("“One.\n\n“Two.”", True, ("One. Two.", True)),
        ("it  would\n\treply", False, ("it would reply", False)),
        ('"', True, ('"', False)),
    ],
)
def test_words_without_quotation_marks_and_leading_that(content: str, direct: bool, shown: tuple[str, bool]) -> None:
    found = replace(statement(1, Act.STATE, Passage(0, len(content), content)), direct=direct)
    assert shown_words(found) == shown


def test_pieces_are_joined_by_an_ellipsis() -> None:
    pieces = (passage("“We have read every article,”"), passage("“We will not answer", "the press,"))
    quoted = replace(statement(1, Act.STATE, passage("“We have")), direct=True, parts=pieces)
    joined = "We have read every article … We will not answer through the press"
    assert shown_words(quoted) == (joined, True)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a \x1b[31mred\x07 trap", "a [31mred trap"),
        ("turned\u202eround", "turnedround"),
        ("half\ud800", "half"),
        (" a\u00a0b\r\nc ", "a b c"),
        ("[bold]kept[/bold]", "[bold]kept[/bold]"),
    ],
)
def test_what_could_steer_a_terminal_is_taken_out(words: str, shown: str) -> None:
    assert clean(words) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2022-01-21", "2022-01-21", "Fri 21 Jan"),
        ("2021-12-17", "2021-12-17", "Fri 17 Dec 2021"),
        ("2022-01-24", "2022-01-30", "24–30 Jan"),
        ("2021-12-01", "2021-12-31", "1–31 Dec 2021"),
        ("2022-01-28", "2022-02-03", "28 Jan – 3 Feb"),
        ("2021-12-28", "2022-01-03", "28 Dec 2021 – 3 Jan 2022"),
        (None, "2022-01-31", "by Mon 31 Jan"),
        ("2022-01-31", None, "from Mon 31 Jan"),
        (None, None, None),
    ],
)
def test_days(first: str | None, last: str | None, shown: str | None) -> None:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert shown_days(Interval(*days), HOME) == shown


@pytest.mark.parametrize(
    ("text", "interval", "shown"),
    [
        ("Wednesday", Interval.day(HOME), "Wed 26 Jan"),
        (None, Interval.day(HOME), "Wed 26 Jan"),
        ("this week", Interval(date(2022, 1, 24), date(2022, 1, 30)), "24–30 Jan (“this week”)"),
        ("recently", Interval(None, None), "“recently”"),
        (None, Interval(None, None), None),
    ],
)
def test_the_day_of_speaking_as_said_and_as_read(text: str | None, interval: Interval, shown: str | None) -> None:
    assert shown_said_on(SaidOn(text, interval), HOME) == shown
    assert shown_said_on(None, HOME) is None


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        ("dateline May 20, said on a friday; year from the weekday: 2022 is the latest", "year from the weekday"),
        ("dateline May 20, 2022", "dateline"),
        ("metadata: Date header", "metadata"),
        ("given", "given"),
        (None, None),
    ],
)
def test_the_basis_of_a_day(basis: str | None, shown: str | None) -> None:
    assert shown_basis(basis) == shown


@pytest.mark.parametrize(
    ("offset", "shown"), [(0, "[1:1]"), (1, "[1:2]"), (2, "[2:1]"), (4, "[3:1]"), (6, "[4:1]"), (7, "[4:2]")]
)
def test_places_are_lines_and_columns_from_one(offset: int, shown: str) -> None:
    assert Places("a\n\r\nb\rcd").at(offset) == shown


@pytest.mark.parametrize(
    ("words", "width", "lines", "tail", "shown"),
    [
        ("one two three", 13, 1, "", ["one two three"]),
        ("one two three", 12, 1, "", ["one two…"]),
        ("one, two three", 6, 1, "", ["one…"]),
        ("one two three four", 8, 2, "", ["one two", "three…"]),
        ("one two three", 20, 1, "(2 times)", ["one two… (2 times)"]),
        ("one two three", 13, 2, "(2 times)", ["one two three", "(2 times)"]),
        ("unbreakable", 6, 3, "", ["unbrea", "kable"]),
        ("協定の草案", 6, 1, "", ["協定…"]),
        ("", 10, 1, "", []),
    ],
)
def test_lines_are_filled_at_words(words: str, width: int, lines: int, tail: str, shown: list[str]) -> None:
    assert fill(words, width, lines, tail=tail) == shown


@given(st.text(), st.integers(16, 90), st.integers(1, 3), st.sampled_from(["", "(2 times)"]))
def test_filled_lines_fit(words: str, width: int, lines: int, tail: str) -> None:
    filled = fill(clean(words), width, lines, tail=tail)
    assert len(filled) <= lines
    assert all(cell_len(line) <= width for line in filled)
    assert not tail or filled[-1].endswith(tail)


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        ("will reply in writing", "reply in writing"),
        ("to reply in writing", "reply in writing"),
        ("is to consult its allies", "consult its allies"),
        ("would not reply", "would not reply"),
    ],
)
def test_an_undertaking_is_shown_without_the_words_that_bind(action, shown):
    assert shown_undertaking(Passage(0, len(action), action)) == shown
