"""Reading many inputs: in order, in batches, each by itself; and one bare text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

import rejoinder
from rejoinder.desk import reading as desk
from rejoinder.desk.reading import BATCH_DOCUMENTS, BATCH_LENGTH, SIDE_BY_SIDE, Outcome, read_inputs
from rejoinder.model import Act, Document, InputError, ModelError, Reading, Span
from rejoinder.reading.tagging import TaggedAttribution, TaggedText

TODAY = date(2026, 1, 2)


class Recorder:
    """A reader that finds nothing and keeps what it was given."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.days: set[tuple[date | None, date]] = set()

    def __call__(self, documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        self.batches.append([document.text for document in documents])
        self.days.add((published, today))
        return [Reading(document, (), (), (), "test") for document in documents]


def write(folder: Path, *texts: str) -> list[str]:
    paths = [folder / f"{number:03}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def told(outcome: Outcome) -> str:
    return outcome.result.document.text if isinstance(outcome.result, Reading) else outcome.result.code


def test_one_bad_input_stops_no_other_and_all_come_in_order(tmp_path: Path) -> None:
    good = write(tmp_path, "First.", "Second.")
    paths = [str(tmp_path / "gone.txt"), good[0], str(tmp_path), good[1]]
    outcomes = list(read_inputs(paths, None, Recorder(), TODAY))
    assert [outcome.path for outcome in outcomes] == paths
    assert [told(outcome) for outcome in outcomes] == ["not-found", "First.", "directory", "Second."]


def test_no_input_and_none_that_can_be_read_ask_nothing_of_the_reader(tmp_path: Path) -> None:
    recorder = Recorder()
    assert list(read_inputs([], None, recorder, TODAY)) == []
    (outcome,) = read_inputs([str(tmp_path / "gone.txt")], None, recorder, TODAY)
    assert isinstance(outcome.result, InputError)
    assert recorder.batches == []


def test_the_days_are_passed_on(tmp_path: Path) -> None:
    recorder = Recorder()
    list(read_inputs(write(tmp_path, "One."), date(2022, 5, 20), recorder, TODAY))
    assert recorder.days == {(date(2022, 5, 20), TODAY)}


def test_batches_are_read_together_and_not_before_they_are_asked_for(tmp_path: Path) -> None:
    recorder = Recorder()
    paths = write(tmp_path, *(f"Story {number}." for number in range(BATCH_DOCUMENTS + 2)))
    outcomes = read_inputs(paths, None, recorder, TODAY)
    assert recorder.batches == []
    assert [told(outcome) for outcome in outcomes] == [f"Story {number}." for number in range(BATCH_DOCUMENTS + 2)]
    assert sorted(len(batch) for batch in recorder.batches) == [2, BATCH_DOCUMENTS]


def test_several_batches_are_read_side_by_side_and_given_in_order(tmp_path: Path) -> None:
    batches = 2 * SIDE_BY_SIDE
    paths = write(tmp_path, *(f"Story {number}." for number in range(batches * BATCH_DOCUMENTS)))
    meeting = Barrier(SIDE_BY_SIDE)

    def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        meeting.wait(timeout=60)
        return Recorder()(documents, published, today)

    assert [outcome.path for outcome in read_inputs(paths, None, read, TODAY)] == paths


def test_only_a_few_batches_are_read_ahead(tmp_path: Path) -> None:
    recorder = Recorder()
    paths = write(tmp_path, *(f"Story {number}." for number in range(3 * SIDE_BY_SIDE * BATCH_DOCUMENTS)))
    outcomes = read_inputs(paths, None, recorder, TODAY)
    assert told(next(outcomes)) == "Story 0."
    outcomes.close()
    assert len(recorder.batches) <= SIDE_BY_SIDE + 1


def test_a_long_document_closes_its_batch(tmp_path: Path) -> None:
    recorder = Recorder()
    list(read_inputs(write(tmp_path, "a" * BATCH_LENGTH, "b", "c"), None, recorder, TODAY))
    assert sorted(len(batch) for batch in recorder.batches) == [1, 2]


def test_without_a_tagger_nothing_can_be_read(tmp_path: Path) -> None:
    def broken(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        raise ModelError("model-damaged", "The tagger is damaged.", "Install Rejoinder again.")

    with pytest.raises(ModelError, match="damaged"):
        list(read_inputs(write(tmp_path, "One."), None, broken, TODAY))


@dataclass(frozen=True)
class Nothing:
    """What a tagger found that finds nothing."""

    attributions: tuple[TaggedAttribution, ...] = ()

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        del content, cue
        return dict.fromkeys(Act, 0.1)


class BlindTagger:
    """A tagger that finds nothing."""

    digest = "sha256:none"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        return [Nothing() for _ in texts]


STORY = "Reply due\n\nMOSCOW, January 26. /TASS/. The reply is due on Friday, the ministry said.\n"


@pytest.mark.parametrize("published", [date(2022, 1, 26), "2022-01-26"])
def test_the_verb_reads_a_bare_text(published: date | str) -> None:
    found = rejoinder.read(STORY, published, title="Reply due", tagger=BlindTagger(), today=TODAY)
    assert found.document.text == STORY
    assert (found.document.published, found.document.published_basis) == (date(2022, 1, 26), "given")
    assert (found.document.id, found.document.path, found.document.title) == (None, None, "Reply due")


def test_the_verb_refuses_what_is_no_day() -> None:
    with pytest.raises(ValueError, match="26 January"):
        rejoinder.read(STORY, "26 January", tagger=BlindTagger())


def test_the_shipped_reader_and_the_clock_are_what_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "shipped_tagger", BlindTagger)
    monkeypatch.setattr(desk, "today_here", lambda: TODAY)
    (found,) = desk.shipped_reader()([Document(STORY)], None, TODAY)
    assert found == rejoinder.read(STORY)


def test_the_day_by_the_clock_is_a_day() -> None:
    assert date(2025, 1, 1) < desk.today_here()
