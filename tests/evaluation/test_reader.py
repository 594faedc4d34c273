"""The scorer of readings: expected records beside found ones, and what they count for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.reader import Scores, pair_up, right_parts, same_content, same_speaker, score_folders, score_story
from evaluation.running import read_stories
from evaluation.stories import Story
from rejoinder.learned.runtime import LearnedTagger
from tests.evaluation.test_stories import expected, write
from tests.reading.marked import MarkedTagger, marked

Record = dict[str, Any]
TEXT = "Berg said no on Monday. “Yes,” she said. “Later.”"


def statement(start: int, end: int, name: str | None = "Anna Berg", **changes: Any) -> Record:
    record = {
        "speaker": {"name": name, "party": "Norway"},
        "via": [],
        "act": "state",
        "addressee": None,
        "direct": False,
        "said_on": None,
        "cue": {"exact": "said"},
        "content": {"start": start, "end": end, "exact": "x" * (end - start)},
        "score": 0.9,
    }
    return record | changes


def in_parts(*parts: tuple[int, int]) -> Record:
    record = statement(parts[0][0], parts[-1][1])
    record["content"]["parts"] = [{"start": start, "end": end} for start, end in parts]
    return record


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        (statement(0, 10), statement(0, 10), True),
        (statement(0, 10), statement(5, 15), True),
        (statement(0, 10), statement(6, 16), False),
        (statement(0, 10), statement(0, 21), False),
        (statement(0, 10), statement(0, 0), False),
        (statement(0, 0), statement(0, 0), False),
        (in_parts((0, 10), (40, 50)), statement(0, 10), True),
        (in_parts((0, 10), (40, 51)), statement(0, 10), False),
        (in_parts((0, 10), (40, 50)), statement(0, 50), False),
        (in_parts((0, 10), (40, 50)), in_parts((0, 10), (40, 50)), True),
    ],
)
def test_contents_are_the_same_that_overlap_by_half_both_ways(wanted: Record, got: Record, same: bool) -> None:
    assert same_content(wanted, got) is same
    assert same_content(got, wanted) is same


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("Anna Berg", "Anna Berg", True),
        ("Anna Berg", "Berg", True),
        ("Berg", "Anna Berg", True),
        ("Anna Berg", "Jan Berg", False),
        ("Anna Berg", None, False),
        ("Anna Berg", "", False),
    ],
)
def test_speakers_are_the_same_whose_one_name_holds_the_other(wanted: str, got: str | None, same: bool) -> None:
    assert same_speaker(statement(0, 1, wanted), statement(0, 1, got)) is same


def test_nobody_is_no_speaker() -> None:
    assert not same_speaker(statement(0, 1), statement(0, 1, speaker=None))


def test_each_expected_statement_is_paired_once_same_speakers_first() -> None:
    wanted = [statement(0, 10, "Anna Berg"), statement(0, 10, "Jan Lind"), statement(90, 99)]
    got = [statement(0, 10, "Jan Lind"), statement(0, 10, "Ilse Varga"), statement(0, 10, "Jan Lind")]
    pairs = pair_up(wanted, got)
    assert [(wanted.index(one), [other is item for item in got].index(True)) for one, other in pairs] == [
        (1, 0),
        (0, 1),
    ]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"act": "promise"}, {"act"}),
        ({"addressee": "reporters"}, {"addressee"}),
        ({"direct": True}, {"direct"}),
        ({"said_on": {"from": "2022-01-01", "to": None}}, {"said_on"}),
        ({"via": [{"name": "Jan Lind"}]}, {"via"}),
        ({"speaker": {"name": "Anna Berg", "party": "Sweden"}}, {"party"}),
    ],
)
def test_the_fields_that_agree(changes: Record, wrong: set[str]) -> None:
    fields = {"act", "said_on", "addressee", "direct", "party", "via"}
    assert set(right_parts(statement(0, 10), statement(0, 10, **changes))) == fields - wrong


def date(start: int, end: int, first: str | None) -> Record:
    return {"start": start, "end": end, "exact": TEXT[start:end], "from": first, "to": first}


def test_a_story_is_counted_with_a_note_for_all_that_is_wrong() -> None:
    wanted = {
        "document": {"title": "No", "publisher": None, "place": "Oslo"},
        "statements": [statement(10, 12), statement(24, 30), statement(41, 48)],
        "dates": [date(16, 22, "2022-01-03"), date(0, 4, None)],
    }
    got = {
        "document": {"title": "No", "publisher": "", "place": None, "published": None},
        "statements": [statement(10, 12, act="reject"), statement(24, 30, "Jan Lind"), statement(0, 4)],
        "dates": [date(16, 22, "2022-01-10"), date(5, 9, None)],
    }
    scores = Scores()
    score_story(scores, Story("n", Path("n.txt"), TEXT, wanted, None), got)
    figures = scores.figures()
    assert figures["content.f1"] == pytest.approx(66.7)
    assert (figures["speaker.precision"], figures["speaker.recall"], figures["speaker.f1"]) == (33.3, 33.3, 33.3)
    assert (figures["act"], figures["party"]) == (0.0, 100.0)
    assert (figures["date.phrase.f1"], figures["date.f1"]) == (50.0, 0.0)
    assert (figures["document.title"], figures["document.place"], figures["document.published"]) == (100.0, 0.0, 100.0)
    assert sorted(" ".join(note.split()[1:3]) for note in scores.notes) == [
        *("ACT state", "DATE wanted", "DATE wanted", "DATE wanted", "DOC place:", "DOC publisher:"),
        *("EXTRA 0.9", "MISSED 'Anna", "SPEAKER 'Anna"),
    ]


def test_no_stories_give_no_figures_above_nothing() -> None:
    assert set(Scores().figures().values()) == {0.0}


def test_a_long_content_is_shortened_in_its_note() -> None:
    scores = Scores()
    long = statement(0, 300, cue=None)
    wanted = {"document": {}, "statements": [long], "dates": []}
    got = {"document": dict.fromkeys(("title", "publisher", "place", "published")), "statements": [], "dates": []}
    score_story(scores, Story("n", Path("n.txt"), TEXT, wanted, None), got)
    assert scores.notes == [f"n MISSED 'Anna Berg' via 0: [None] {'x' * 70} ... {'x' * 50}"]


STORY = marked("OSLO, March 3, 2022 (Reuters) - [[Anna Berg]] {{promised}} <<to come back next week>>.\n")


def test_folders_are_read_with_the_days_that_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = expected(statements=[], dates=[], document={})
    for name, given in (("a", {}), ("b", {"published": "2022-03-09"}), ("c", {})):
        write(tmp_path, name, record | {"given": given}, STORY.text)
    monkeypatch.setattr(LearnedTagger, "tag", lambda self, texts: MarkedTagger([STORY]).tag(texts))
    monkeypatch.setattr(LearnedTagger, "digest", "sha256:marked")
    found: list[Record] = []

    def read(stories: list[Story]) -> list[Record]:
        found.extend(read_stories(stories, tmp_path))
        return found

    scores = score_folders([tmp_path], read)
    assert [reading["document"]["published"] for reading in found] == ["2022-03-03", "2022-03-09", "2022-03-03"]
    assert [reading["document"]["path"] for reading in found] == ["a", "b", "c"]
    assert scores.counts["found"] == 3
