"""The fit of the worth of drafts: signs and truth in, weights that give the chances back out."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.calibrate import as_record, fit, gather, predict, report
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Act
from tests.evaluation.test_stories import expected, write
from tests.halvern import passage, statement
from tests.reading.marked import MarkedTagger, marked

RNG = np.random.default_rng(7)
ROWS = RNG.normal(size=(4000, 3))
TRUE = np.array([0.5, 2.0, -1.0, 0.0])
TRUTH = (RNG.random(4000) < predict(TRUE, ROWS)).astype(float)


def test_the_weights_that_made_the_truth_are_found_again() -> None:
    assert fit(ROWS, TRUTH) == pytest.approx(TRUE, abs=0.2)


def test_a_ridge_keeps_weights_small_where_all_is_plain() -> None:
    rows = np.array([[-1.0], [1.0]] * 20)
    weights = fit(rows, np.array([0.0, 1.0] * 20))
    assert 1 < weights[1] < 10
    assert predict(weights, rows)[:2] == pytest.approx([0, 1], abs=0.15)


def test_the_report_tells_how_well_chances_hold(capsys: pytest.CaptureFixture[str]) -> None:
    report(ROWS, TRUTH, int(TRUTH.sum()))
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("4000 candidates, 0.")
    assert float(first.rsplit(maxsplit=1)[-1]) < 0.05
    assert [line.split()[0] for line in rest] == [
        "0.20",
        "0.25",
        "0.30",
        "0.35",
        "0.40",
        "0.45",
        "0.50",
        "0.55",
        "0.60",
    ]


def test_a_statement_is_compared_by_its_content_and_speaker() -> None:
    record = as_record(statement(1, Act.STATE, passage("We will not")))
    assert record["speaker"] == {"name": "Ilse Varga"}
    assert record["content"]["parts"] == []


def test_candidates_are_gathered_with_whether_they_are_expected(tmp_path, monkeypatch) -> None:
    story = marked(
        "OSLO, March 3, 2022 (Reuters) - [[Anna Berg]] {{promised}} <<to come back next week>>.\n\n[[She]] {{said}} <<no>>.\n"
    )
    right = {"act": "promise", "speaker": {"name": "Anna Berg"}, "content": {"exact": "to come back next week"}}
    missed = {"act": "state", "speaker": {"name": "Anna Berg"}, "content": {"exact": "OSLO"}}
    write(tmp_path, "a", expected(statements=[right, missed], dates=[]), story.text)
    monkeypatch.setattr(LearnedTagger, "tag", lambda self, texts: MarkedTagger([story]).tag(texts))
    rows, truth, count = gather([tmp_path], None)
    assert rows.shape == (2, 11)
    assert (truth.tolist(), count) == ([1.0, 0.0], 2)
