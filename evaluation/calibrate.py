"""Fit the weights of attribution/worth.py on stories with expected records.

``python -m evaluation.calibrate FOLDER... --write`` fits a logistic regression (Newton's method, ridge 1.0)
from the evidence of every candidate to whether it matches an expected statement with its speaker, prints how
well the probabilities hold (five-fold), and writes src/rejoinder/reading/tables/worth.toml.
"""

from __future__ import annotations

import argparse
from dataclasses import fields
from datetime import date
from pathlib import Path

import numpy as np

from evaluation.reader import same_content, same_speaker
from evaluation.running import TODAY
from evaluation.stories import load_stories
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Document
from rejoinder.reading.attribution.statements import candidates
from rejoinder.reading.attribution.worth import Evidence, signs
from rejoinder.reading.reader import attribute, prepare

TABLE = Path("src/rejoinder/reading/tables/worth.toml")


def gather(folders: list[Path], model: Path | None) -> tuple[np.ndarray, np.ndarray, int]:
    """Signs and truth of every candidate, and how many statements are expected."""
    stories = list(load_stories(*folders))
    prepared = [
        prepare(Document(story.text), TODAY, date.fromisoformat(story.given) if story.given else None)
        for story in stories
    ]
    rows, truth, expected = [], [], 0
    for story, entry in zip(stories, attribute(prepared, LearnedTagger(model)), strict=True):
        wanted = story.expected["statements"]
        expected += len(wanted)
        for found in candidates(*entry)[0]:
            record = as_record(found.statement)
            rows.append(signs(found.evidence))
            truth.append(any(same_content(item, record) and same_speaker(item, record) for item in wanted))
    return np.array(rows), np.array(truth, dtype=float), expected


def as_record(statement: object) -> dict:
    """The few fields of a statement that are compared."""
    parts = [{"start": part.start, "end": part.end} for part in statement.parts]
    content = {"start": statement.content.start, "end": statement.content.end, "parts": parts}
    return {"content": content, "speaker": statement.speaker and {"name": statement.speaker.name}}


def fit(rows: np.ndarray, truth: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Bias and weights of the regression."""
    table = np.hstack([np.ones((len(rows), 1)), rows])
    penalty = np.diag([0.0] + [ridge] * rows.shape[1])
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (truth - chance) - penalty @ weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def predict(weights: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(weights[0] + rows @ weights[1:])))


def report(rows: np.ndarray, truth: np.ndarray, expected: int) -> None:
    """Five-fold: expected calibration error, and precision, recall and F1 at several thresholds."""
    folds = np.arange(len(rows)) * 5 // len(rows)
    chance = np.zeros(len(rows))
    for fold in range(5):
        chance[folds == fold] = predict(fit(rows[folds != fold], truth[folds != fold]), rows[folds == fold])
    bins = np.minimum((chance * 10).astype(int), 9)
    error = 0.0
    for index in set(bins):
        inside = bins == index
        error += abs(truth[inside].mean() - chance[inside].mean()) * inside.mean()
    print(f"{len(rows)} candidates, {truth.mean():.3f} right, calibration error {error:.3f}")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        kept = chance >= threshold
        hits = truth[kept].sum()
        precision, recall, f1 = hits / max(1, kept.sum()), hits / expected, 2 * hits / (kept.sum() + expected)
        print(f"{threshold:.2f} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows, truth, expected = gather(arguments.folders, arguments.model)
    report(rows, truth, expected)
    weights = fit(rows, truth)
    names = [field.name for field in fields(Evidence)]
    lines = [
        "# Weights of the logistic regression in attribution/worth.py,",
        "# fitted by evaluation/calibrate.py on tests/stories/dev.",
        f"bias = {weights[0]:.4f}",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(names, weights[1:], strict=True)),
    ]
    print(*lines, sep="\n")
    if arguments.write:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
