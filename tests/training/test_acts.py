"""The act head, fitted on the states of the encoder and put into the graph; runs where onnx is installed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from evaluation.acts import load_labelled
from evaluation.stories import ACTS
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Act
from rejoinder.reading.attribution.prepared import masked_text
from tests.evaluation.test_acts import folder

onnx = pytest.importorskip("onnx")

from training.acts import fit, gather, open_states, score, score_held_out, write_head  # noqa: E402
from training.corpora import is_unlearned  # noqa: E402
from training.package import MODEL, digest  # noqa: E402


def test_states_that_tell_acts_apart_are_told_apart() -> None:
    truth = np.array([0, 4, 0, 4] * 5)
    states = np.where(truth[:, None] == 4, 3.0, -3.0) + np.zeros((len(truth), 8))
    assert (score(states.astype(np.float32), fit(states.astype(np.float32), truth)).argmax(1) == truth).all()


def test_the_head_in_the_file_says_what_was_fitted(tmp_path: Path) -> None:
    labelled = list(load_labelled(folder(tmp_path)))
    model = tmp_path / "model"
    shutil.copytree(MODEL, model)
    states = gather(labelled, open_states(onnx.load(model / "tagger.onnx")), LearnedTagger(model))
    weights = fit(states, np.array([item.act for item in labelled]))
    assert score_held_out(states, labelled).shape == (len(labelled), len(ACTS))
    write_head(model, weights)
    assert json.loads((model / "card.json").read_text())["files"]["tagger.onnx"] == digest(model / "tagger.onnx")
    tagger = LearnedTagger(model)
    for item, expected in zip(labelled, np.exp(score(states, weights)), strict=True):
        tagged = tagger.tag([masked_text(item.story.text, item.story.blocks)])[0]
        scores = tagged.acts(item.said.content, item.said.cue)
        assert [scores[act] for act in Act] == pytest.approx(expected, abs=0.1)


def test_some_sentences_are_kept_from_the_encoder() -> None:
    assert is_unlearned("acts-o:7")
    assert not is_unlearned("acts-e")
