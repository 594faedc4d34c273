"""The brief as it stands on the screen, beside the files of tests/cli/golden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.cli.brief import ACTS, NARROWEST, render_brief
from rejoinder.model import Act, Document, Passage, Problem, Reading, Severity, Statement
from tests.halvern import TEXT, passage, reading, statement

GOLDEN = Path(__file__).parent / "golden"


def plain(found: Reading, width: int = 80, path: str | None = None) -> str:
    return "".join(f"{line.plain}\n" for line in render_brief(found, width, path))


@pytest.mark.parametrize("width", [80, 120])
def test_the_brief(width: int) -> None:
    assert plain(reading(), width) == (GOLDEN / f"brief-{width}.txt").read_text(encoding="utf-8")


def test_the_reference_shows_the_same_brief() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/cli.md").read_text(encoding="utf-8")
    assert plain(reading()) in page


def test_the_path_stands_over_it_where_there_are_several() -> None:
    assert plain(reading(), path="stories/halvern.txt").startswith("stories/halvern.txt\nUpland Wire ·")


def test_a_story_of_which_nothing_is_known() -> None:
    assert plain(Reading(Document("x"), (), (), (), "test")) == "day not known\n\nSAID  nothing found\n"


def test_what_forbids_the_use_of_a_story_stands_before_what_it_says() -> None:
    killed = Problem("killed", "The agency has killed this story.", 0, 0, Severity.WARNING)
    lines = plain(replace(reading(), problems=(killed,))).splitlines()
    assert lines[2] == "WARNING  The agency has killed this story."
    assert not {"DOUBTS", "NOTES"} & set(lines)


def test_doubts_are_numbered_and_end_in_their_place() -> None:
    doubts = tuple(Problem("day", f"Doubt {number}.", 0, 5) for number in range(1, 11))
    lines = plain(replace(reading([]), problems=doubts)).splitlines()
    assert lines[-10:][::9] == ["   1  Doubt 1.   [1:1]", "  10  Doubt 10.  [1:1]"]


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_sign_and_a_verb(act: Act) -> None:
    sign, verb, _ = ACTS[act]
    lines = plain(reading([statement(1, act, passage("a fair account"))])).splitlines()
    assert f"    {sign} {verb:<9}  a fair account" in [line.partition("  [7:")[0].rstrip() for line in lines]


def test_colour_never_stands_alone() -> None:
    coloured = [style for _, _, style in ACTS.values() if style]
    assert len({verb for _, verb, _ in ACTS.values()}) == len(ACTS) > len(set(coloured))


_WORDS = st.text(max_size=300)


@given(_WORDS, _WORDS, st.sampled_from(list(Act)), st.booleans(), st.integers(10, 220))
def test_any_words_fit_any_width(words: str, name: str, act: Act, direct: bool, width: int) -> None:
    text = TEXT + words
    found = Passage.of(text, len(TEXT), len(text))
    odd: Statement = replace(statement(1, act, found), direct=direct, addressee=name, repeats=None)
    document = replace(reading().document, text=text, title=words, publisher=name, place=words)
    page = replace(reading([odd]), document=document, problems=(Problem("odd", words, 0, 1),))
    assert all(line.cell_len <= max(width, NARROWEST) for line in render_brief(page, width, name))
    assert not any(character in "\x1b\n\r" for line in render_brief(page, width) for character in line.plain)
