"""The fit of the signs of acts: signs and acts in, weights that tell them apart out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from evaluation import acts
from evaluation.acts import (
    calibration_error,
    choose_shares,
    count_names,
    cross_validate,
    fit,
    load_labelled,
    score,
    softmax,
    tabulate,
    weigh_held_out,
    write_table,
)
from evaluation.stories import ACTS
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.reading.acts import signs_of
from tests.evaluation.test_stories import expected, write

SIGNS = [["w will", "direct"], ["w must", "direct"], ["w will"], ["w must"]] * 10
TRUTH = np.array([ACTS.index(act) for act in ("promise", "request", "promise", "request")] * 10)
SENTENCES = """promise\t[[Spain]] {{said}} <<it would pay>>.
request\t[[She]]: <<you must pay>>
"""


def folder(path: Path) -> Path:
    statement = {
        "speaker": {"name": "Anna Berg", "party": "Spain", "mention": {"exact": "She"}},
        "act": "request",
        "cue": {"exact": "said"},
        "content": {"exact": "no"},
    }
    write(path, "a", expected(statements=[statement, statement | {"speaker": {"name": "Anna Berg"}}]), "She said no.")
    (path / "acts.tsv").write_text(SENTENCES, encoding="utf-8")
    return path


def test_signs_that_tell_acts_apart_are_weighed_and_others_are_not() -> None:
    names = count_names(SIGNS)
    weights, bias = fit(tabulate(SIGNS, names), TRUTH)
    found = softmax(tabulate(SIGNS, names).times(weights) + bias)
    assert (found.argmax(1) == TRUTH).all()
    assert np.abs(weights[names.index("direct")]).max() < 0.05
    assert weights[names.index("w will"), ACTS.index("promise")] > 0.3


def test_signs_that_are_rare_are_left_out() -> None:
    assert count_names([["a", "b"], ["a"], ["a"]]) == ["a"]


def test_the_stronger_evidence_counts_more() -> None:
    right = np.log(np.full((40, 10), 0.02) + 0.8 * np.eye(10)[TRUTH])
    words, tagger = choose_shares(right, np.zeros_like(right), TRUTH)
    assert (words, tagger) == (1.5, 0.1)


def test_chances_that_hold_have_no_calibration_error() -> None:
    assert calibration_error(np.array([0.75] * 4), np.array([1, 1, 1, 0])) == 0
    assert calibration_error(np.array([0.95] * 4), np.array([0, 0, 0, 0])) == pytest.approx(0.95)


def test_statements_of_stories_and_sentences_are_labelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled = list(load_labelled(folder(tmp_path)))
    assert [ACTS[item.act] for item in labelled] == ["request", "request", "promise", "request"]
    assert [item.said.source is None for item in labelled] == [False, True, False, False]
    assert [item.said.cue is None for item in labelled] == [False, False, False, True]
    monkeypatch.setattr(acts, "FEWEST", 1)
    assert weigh_held_out(labelled[:2], labelled[2:]).shape == (2, len(ACTS))
    cross_validate(labelled, [list(signs_of(item.said)) for item in labelled])
    assert capsys.readouterr().out.startswith("five folds, words alone: ")


def test_the_table_holds_what_tells_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "TABLE", tmp_path / "table.json")
    weights = np.zeros((2, len(ACTS)))
    weights[0, 1] = 0.5
    write_table(["cue says propose", "w a"], weights, np.zeros(len(ACTS)), 0.3)
    table = json.loads((tmp_path / "table.json").read_text(encoding="utf-8"))
    assert table["signs"] == {"cue says propose": {"propose": 2.0}}
    assert table["tagger"] == 0.3
    assert list(table["bias"]) == ACTS


def test_most_sentences_that_nothing_was_fitted_on_get_their_act() -> None:
    right, wrong = score(Path("tests/act_sentences"), LearnedTagger())
    assert right + wrong.total() == 376
    assert right >= 294
