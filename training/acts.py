"""Fit the act head anew on the finished encoder, and find out how much it and the signs of the words count together.

``python -m training.acts [--write]`` takes the statements that the encoder has not learned: those of tests/stories/dev
and the sentences of ``corpora.UNLEARNED``. What it has learned it is too sure of. The head is linear in the mean states
of cue and content. Each fold of whole stories is held out once, both from the head and from the signs
(evaluation.acts), and what both say of the statements held out shows how right they are and which shares of both are
best. --write puts the head, fitted on all, into the model file. Needs onnx, not torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.acts import (
    CHOOSING,
    FOLDS,
    TRAINING,
    Labelled,
    calibration_error,
    choose_shares,
    fold_of,
    load_labelled,
    show,
    softmax,
    weigh_held_out,
)
from evaluation.stories import ACTS
from rejoinder.learned.features import Encoded, encode, windows
from rejoinder.learned.runtime import CLS, SEP, WINDOW, LearnedTagger
from rejoinder.model import Span
from rejoinder.reading.attribution.prepared import masked_text
from training.corpora import is_unlearned
from training.graph import quantise_columns
from training.package import MODEL, digest

STATES = "encoder.layers.5.norm"
"""What the graph calls the states of the encoder, which the heads read."""
RIDGE = 30.0
"""The penalty on half the squares of the weights, beside the sum over all statements."""
STEPS = 50

Matrix = NDArray[np.float64]


def open_states(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    """A session that tells the states of the graph; ``model`` gains an output."""
    shape = ["batch", "length", "width"]
    model.graph.output.append(onnx.helper.make_tensor_value_info(STATES, onnx.TensorProto.FLOAT, shape))
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def find_states(text: Encoded, session: onnxruntime.InferenceSession) -> NDArray[np.float32]:
    """The states of the pieces of a text (pieces x width), each from the window in which it stands deepest."""
    found: list[NDArray[np.float32] | None] = [None] * len(text.ids)
    depths = [0] * len(text.ids)
    for start, end in windows(text.marks, WINDOW):
        ids = np.array([[CLS, *text.ids[start:end], SEP]], dtype=np.int64)
        marks = np.array([[0, *text.marks[start:end], 0]], dtype=np.int64)
        rows = session.run([STATES], {"ids": ids, "marks": marks})[0][0, 1:-1]
        for at, row in enumerate(rows, start):
            depth = min(at - start, end - 1 - at) + 1
            if depth > depths[at]:
                found[at], depths[at] = row, depth
    return np.array(found, dtype=np.float32)


def gather(
    labelled: Sequence[Labelled], session: onnxruntime.InferenceSession, tagger: LearnedTagger
) -> NDArray[np.float32]:
    """The mean states of the cue, then those of the content, of each statement; those of one story stand together."""
    rows, name = [], ""
    for item in labelled:
        if item.name != name:
            name = item.name
            text = encode(masked_text(item.story.text, item.story.blocks), tagger.tokenizer)
            states = find_states(text, session)
        rows.append(np.concatenate([_mean(text, states, span) for span in (item.said.cue, item.said.content)]))
    return np.array(rows)


def _mean(text: Encoded, states: NDArray[np.float32], span: Span | None) -> NDArray[np.float32]:
    """The mean state of the pieces of a span, as the runtime takes it; nothing where there are none."""
    first, last = (0, 0) if span is None else _pieces(text, span)
    rows = states[first:last]
    return rows.mean(0) if len(rows) else np.zeros(states.shape[1], dtype=np.float32)


def _pieces(text: Encoded, span: Span) -> tuple[int, int]:
    first = text.offsets[:, 1].searchsorted(span.start, "right")
    return int(first), int(text.offsets[:, 0].searchsorted(span.end))


def fit(states: NDArray[np.float32], acts: NDArray[np.int64]) -> Matrix:
    """Weights and, in the last row, bias of the multinomial regression from states to acts."""
    middle = states.mean(0)
    table = np.hstack([states - middle, np.ones((len(states), 1))])
    wanted = np.eye(len(ACTS))[acts]

    def loss(values: Matrix) -> tuple[float, Matrix]:
        weights = values.reshape(table.shape[1], len(ACTS))
        chances = softmax(table @ weights)
        held = np.vstack([weights[:-1], np.zeros(len(ACTS))])
        slope = table.T @ (chances - wanted) + RIDGE * held
        return float(-np.log((chances * wanted).sum(1)).sum() + RIDGE / 2 * (held**2).sum()), slope.ravel()

    start = np.vstack([np.zeros((states.shape[1], len(ACTS))), np.log(wanted.mean(0) + 1e-3)])
    solved = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights = solved.x.reshape(start.shape)
    weights[-1] -= middle @ weights[:-1]
    return np.asarray(weights)


def score(states: NDArray[np.float32], weights: Matrix) -> Matrix:
    return np.asarray(np.log(softmax(states @ weights[:-1] + weights[-1])))


def score_held_out(states: NDArray[np.float32], labelled: Sequence[Labelled]) -> Matrix:
    """What heads say of the statements of stories that they were not fitted on (logarithms; statements x acts)."""
    folds, acts = folds_and_acts(labelled)
    found = np.zeros((len(labelled), len(ACTS)))
    for fold in range(FOLDS):
        found[folds == fold] = score(states[folds == fold], fit(states[folds != fold], acts[folds != fold]))
    return found


def folds_and_acts(labelled: Sequence[Labelled]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return np.array([fold_of(item.name) for item in labelled]), np.array([item.act for item in labelled])


def put_head(model: onnx.ModelProto, weights: Matrix) -> None:
    """Put the head into the graph, in whole numbers like its other weights."""
    width = (len(weights) - 1) // 2
    columns, scales = quantise_columns(np.hstack([weights[:width], weights[width:-1]]).astype(np.float32))
    bias = np.concatenate([np.zeros(len(ACTS)), weights[-1]]).astype(np.float32)
    values = {"acts.columns": columns, "acts.scales": scales, "acts.bias": bias}
    for tensor in model.graph.initializer:
        if tensor.name in values:
            tensor.CopyFrom(onnx.numpy_helper.from_array(values[tensor.name], tensor.name))


def write_head(folder: Path, weights: Matrix) -> None:
    """The model file of a folder with the head, and its digest on the card."""
    path, card = folder / "tagger.onnx", folder / "card.json"
    model = onnx.load(path)
    put_head(model, weights)
    onnx.save(model, path)
    told = json.loads(card.read_text(encoding="utf-8"))
    told["files"][path.name] = digest(path)
    card.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def load_unlearned() -> tuple[list[Labelled], list[Labelled]]:
    """The statements that the encoder has not learned, and the others of the training stories."""
    learned: list[Labelled] = []
    unlearned = list(load_labelled(CHOOSING))
    for item in load_labelled(TRAINING):
        (unlearned if is_unlearned(item.name) else learned).append(item)
    return unlearned, learned


def fit_acts(folder: Path = MODEL, write: bool = True) -> None:
    """Print how right head and signs are where they are held out, and write the head fitted on all."""
    unlearned, learned = load_unlearned()
    states = gather(unlearned, open_states(onnx.load(folder / "tagger.onnx")), LearnedTagger(folder))
    chosen = np.array([not is_unlearned(item.name) for item in unlearned])
    tried = [item for item, is_chosen in zip(unlearned, chosen, strict=True) if is_chosen]
    acts = folds_and_acts(tried)[1]
    tagged = score_held_out(states, unlearned)[chosen]
    words = weigh_held_out(unlearned, learned)[chosen]
    report(tried, acts, words, tagged)
    if write:
        write_head(folder, fit(states, folds_and_acts(unlearned)[1]))


def report(labelled: Sequence[Labelled], acts: NDArray[np.int64], words: Matrix, tagged: Matrix) -> None:
    for title, scores in (("the head alone", tagged), ("words alone", words)):
        show(title, labelled, scores.argmax(1) == acts)
    pair = choose_shares(words, tagged, acts)
    chances = softmax(pair[0] * words + pair[1] * tagged)
    show(f"words x {pair[0]:.2f} and tagger x {pair[1]:.2f}", labelled, chances.argmax(1) == acts)
    print(f"calibration error {calibration_error(chances.max(1), chances.argmax(1) == acts):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    fit_acts(write=parser.parse_args().write)


if __name__ == "__main__":
    main()
