"""The brief as it stands on the screen, beside the files of the folder golden."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.cli.brief import render_brief
from rejoinder.cli.brief.page import NARROWEST
from rejoinder.cli.brief.said import ACTS
from rejoinder.model import (
    Act,
    Actor,
    Business,
    Document,
    Interval,
    Passage,
    Problem,
    Reading,
    Severity,
    Statement,
)
from tests.halvern import TEXT, business, passage, reading, statement
from tests.shown import golden_briefs


def plain(found: Reading, width: int = 80, path: str | None = None, *, why: bool = False) -> str:
    return "".join(f"{line.plain}\n" for line in render_brief(found, width, path, why=why))


def titles(found: Reading) -> list[str]:
    """The titles of the sections: words in capitals at the beginning of a line."""
    return re.findall(r"^([A-Z]{3,})(?=  |$)", plain(found), re.MULTILINE)


@pytest.mark.parametrize(("path", "text"), list(golden_briefs()), ids=lambda item: getattr(item, "stem", ""))
def test_the_brief(path: Path, text: str) -> None:
    assert text == path.read_text(encoding="utf-8"), "make shown writes it anew"


def test_the_path_stands_over_it_where_there_are_several() -> None:
    assert plain(reading(), path="stories/halvern.txt").startswith("stories/halvern.txt\nUpland Wire ·")


def test_a_story_of_which_nothing_is_known() -> None:
    assert plain(Reading(Document("x"), (), (), (), "test")) == "day not known\n\nSAID  nothing found\n"


def test_sections_stand_in_the_order_of_the_desk_and_only_where_there_is_something() -> None:
    assert titles(reading()) == [
        "PROMISED",
        "SAID",
        "TABLED",
        "MET",
        "MOVED",
        "PUBLIC",
        "NEXT",
        "CALLED",
        "DOUBTS",
        "NOTES",
    ]
    few = replace(reading(), business=Business(meetings=business().meetings))
    assert titles(few) == ["SAID", "MET", "DOUBTS", "NOTES"]


def test_everything_that_was_found_is_said_to_be_found_only() -> None:
    lines = [line for line in plain(reading()).splitlines() if line.split(" ")[0] in titles(reading())]
    assert [line for line in lines if "found, not confirmed" not in line] == ["DOUBTS", "NOTES"]


def test_every_record_ends_in_its_place() -> None:
    lines = [line for line in plain(reading(), 120).splitlines() if line.endswith("]")]
    assert len(lines) == 23
    assert len({len(line) for line in lines}) == 1


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


def test_a_story_of_promises_only_says_nothing_else() -> None:
    promise = replace(statement(1, Act.PROMISE, passage("will answer the draft compact")), repeats=None)
    told = replace(reading([promise]), business=Business(commitments=business().commitments[:1]))
    assert "SAID  nothing but the promises above\n" in plain(told)


_WORDS = st.text(max_size=300)


def odd_business(words: Passage, name: str) -> Business:
    """The business of the story with odd words and names in all places."""
    whole, who, vague = business(), Actor(name, name, name), Interval(None, None)
    (promise, *_), (meeting, *_), (_, text) = whole.commitments, whole.meetings, whole.texts
    return Business(
        commitments=(replace(promise, debtor=who, creditor=who, action=words, condition=words, reported_by=(who,)),),
        contingencies=(replace(whole.contingencies[0], trigger=words, step=words, actors=(who, who), decider=who),),
        meetings=(replace(meeting, participants=(who,) * 9, place=name, forum=name, moved_from=vague, when=vague),),
        texts=(replace(text, by=who, to=(who, who, who), title=name, published=vague),),
        referrals=(replace(whole.referrals[0], what=words, origin=name, destination=name, by=who),),
        releases=tuple(replace(item, of=words, wanted_by=who, consent_of=who) for item in whole.releases),
        characterisations=(replace(whole.characterisations[0], by=who, of=words, words=words, reason=name),),
    )


@given(_WORDS, _WORDS, st.sampled_from(list(Act)), st.booleans(), st.integers(10, 220))
def test_any_words_fit_any_width(words: str, name: str, act: Act, direct: bool, width: int) -> None:
    text = TEXT + words
    found = Passage.of(text, len(TEXT), len(text))
    odd: Statement = replace(statement(1, act, found), direct=direct, addressee=name, repeats=None)
    document = replace(reading().document, text=text, title=words, publisher=name, place=words)
    page = replace(reading([odd]), document=document, problems=(Problem("odd", words, 0, 1),))
    page = replace(page, business=odd_business(found, name))
    lines = render_brief(page, width, name, why=True)
    assert all(line.cell_len <= max(width, NARROWEST) for line in lines)
    assert not any(character in "\x1b\n\r\u202e" for line in lines for character in line.plain)
