"""Expected records: how a passage without offsets is found, and what is wrong with an expectation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.stories import StoryError, check_records, load_stories, load_story, locate, main, resolve

TEXT = "He said no. She said “no. And no.”"


@pytest.mark.parametrize(
    ("passage", "exact", "start"),
    [
        ({"exact": "said"}, "said", 3),
        ({"exact": "said", "nth": 2}, "said", 16),
        ({"first": "“no", "last": "no.”"}, "“no. And no.”", 21),
        ({"first": "no", "last": "no.”", "nth": 2}, "no. And no.”", 22),
        ({"start": 0, "end": 2, "exact": "He"}, "He", 0),
    ],
)
def test_a_passage_is_found_by_its_words(passage: dict[str, Any], exact: str, start: int) -> None:
    assert locate(TEXT, passage) == {"start": start, "end": start + len(exact), "exact": exact}


@pytest.mark.parametrize(
    ("passage", "message"),
    [
        ({"exact": "yes"}, "occurrence 1 of 'yes' is not in the text"),
        ({"exact": "said", "nth": 3}, "occurrence 3 of 'said' is not in the text"),
        ({"first": "And", "last": "She"}, "'She' does not follow 'And'"),
        ({"start": 0, "end": 2, "exact": "She"}, "offsets 0:2 do not hold 'She'"),
    ],
)
def test_a_passage_that_is_not_there(passage: dict[str, Any], message: str) -> None:
    with pytest.raises(StoryError, match=message):
        locate(TEXT, passage)


def test_every_passage_of_a_record_is_found_and_the_rest_kept() -> None:
    record = {"cue": {"exact": "said", "nth": 2}, "act": "state", "parts": [{"exact": "no", "note": 1}], "via": None}
    assert resolve(TEXT, record) == {
        "cue": {"start": 16, "end": 20, "exact": "said"},
        "act": "state",
        "parts": [{"start": 8, "end": 10, "exact": "no", "note": 1}],
        "via": None,
    }


def expected(**changes: Any) -> dict[str, Any]:
    statement = {"act": "state", "speaker": {"name": "He"}, "content": {"exact": "no"}}
    date = {"exact": "no", "type": "DATE", "from": "2022-01-01", "to": None}
    return {"statements": [statement], "dates": [date], "given": {"published": "2022-01-01"}} | changes


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"statements": [{"act": "nod"}]}, "unknown act 'nod'"),
        (
            {"statements": [{"act": "state", "speaker": {"name": ""}, "content": {"exact": "no"}}]},
            "without content or speaker",
        ),
        ({"statements": [{"act": "state", "speaker": {"name": "He"}, "content": {}}]}, "without content or speaker"),
        ({"dates": [{"exact": "no", "type": "DAY"}]}, "unknown type of date 'DAY'"),
        ({"dates": [{"exact": "no", "type": "DATE", "from": None, "to": "2022"}]}, "'no': to is not a day: '2022'"),
    ],
)
def test_a_record_that_lacks_what_the_contract_asks_for(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(StoryError, match=message):
        check_records(expected(**changes))


def write(folder: Path, name: str, record: object, text: str = TEXT) -> Path:
    path = folder / f"{name}.txt"
    path.write_bytes(text.encode())
    path.with_name(f"{name}.expected.json").write_text(json.dumps(record), encoding="utf-8")
    return path


def test_a_story_is_loaded_with_its_line_ends_and_the_day_given(tmp_path: Path) -> None:
    story = load_story(write(tmp_path, "a", expected(), f"{TEXT}\r\n"))
    assert (story.name, story.text, story.given) == ("a", f"{TEXT}\r\n", "2022-01-01")
    assert story.expected["statements"][0]["content"] == {"start": 8, "end": 10, "exact": "no"}
    assert load_story(write(tmp_path, "b", expected(given={}))).given is None


def test_stories_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path, name, expected())
    assert [story.name for story in load_stories(tmp_path, tmp_path)] == ["a", "b", "a", "b"]


@pytest.mark.parametrize("record", [[], {"statements": []}, expected(dates=[{"exact": "yes"}])])
def test_a_story_that_does_not_fit_is_named(tmp_path: Path, record: object) -> None:
    with pytest.raises(StoryError, match=r"a\.txt: "):
        load_story(write(tmp_path, "a", record))


def test_folders_are_checked_and_what_is_wrong_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a", expected())
    write(tmp_path, "b", [])
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    shown = capsys.readouterr().out
    assert "b.txt: " in shown
    assert "c.expected.json" in shown
    assert shown.endswith("3 stories, 2 wrong\n")
