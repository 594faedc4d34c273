"""Fit the weights of the signs from which reading/acts.py reads an act, and score how well they do.

``python -m evaluation.acts [--write]`` takes the labelled statements of training/stories (the stories and the act
sentences) and of tests/stories/dev, and fits a multinomial logistic regression from their signs to their acts (FISTA,
with a lasso that leaves out signs that tell nothing); --folds prints how often it is right over five folds, each with
whole stories held out. --write writes src/rejoinder/reading/tables/act_weights.json. How much the words and how much
the tagger count (``SHARES``) is chosen by ``python -m training.acts``, where both are fitted on other stories.
``--score FOLDER`` fits nothing: it prints how often the program as it stands is right on the statements of a folder,
and which acts it takes for which.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np

from evaluation.running import TODAY
from evaluation.stories import ACTS, load_stories
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Actor, Document, Span
from rejoinder.reading.acts import Utterance, read_act, read_utterance_cue, signs_of
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared, masked_text
from rejoinder.reading.attribution.utterances import utterance_of
from rejoinder.reading.reader import prepare
from training.corpora import read_acts

TABLE = Path("src/rejoinder/reading/tables/act_weights.json")
TRAINING, CHOOSING = Path("training/stories"), Path("tests/stories/dev")
ABOUT = (
    "How much each sign of reading/act_signs.py speaks for each act (natural logarithms), and how much the tagger's "
    "logarithms count beside them. Fitted by evaluation/acts.py on training/stories and tests/stories/dev; not to be "
    "edited by hand."
)
LASSO, RIDGE = 0.2, 4.0
"""The penalties on a weight and on its square, beside the sum over all statements."""
FEWEST = 3
"""Statements that a sign must stand in to be weighed."""
STRENGTH = {"cue says": 4.0, "cue suggests": 2.0, "said ": 2.0}
"""Signs that are penalised less, by how they begin."""
LIGHTEST = 0.02
"""Smaller weights are left out of the table."""
FOLDS = 5
SHARES = (0.6, 0.6)
"""How much the words and how much the tagger count: a little flatter than ``training.acts`` finds best, since a story
of other authors is less like those that were learned than they are like each other."""


@dataclass(frozen=True)
class Labelled:
    """A statement with its act, and the name of the story or sentence that it is from."""

    name: str
    said: Utterance
    act: int
    story: Prepared


def load_labelled(folder: Path) -> Iterator[Labelled]:
    """The statements of the stories and act sentences of a folder."""
    for story in load_stories(folder):
        prepared = prepare(Document(story.text), TODAY, date.fromisoformat(story.given) if story.given else None)
        before: list[Actor] = []
        for record in story.expected["statements"]:
            speaker = record["speaker"]
            told = Actor(speaker["name"], speaker.get("post"), speaker.get("party"))
            pieces = record["content"].get("parts") or [record["content"]]
            draft = Draft(span_of(speaker.get("mention")), span_of(record["cue"]), tuple(map(span_of, pieces)), 1.0)
            yield label(story.name, prepared, draft, record["act"], [*before, told], told)
            before.append(told)
    for path in sorted(folder.glob("*.tsv")):
        for article in read_acts(path):
            item = article.attributions[0]
            source, cue = (Span(*spans[0]) if spans else None for spans in (item.source, item.cue))
            draft = Draft(source, cue, tuple(Span(*span) for span in item.content), 1.0)
            yield label(article.name, prepare(Document(article.text), TODAY, None), draft, item.act or "", [], None)


def span_of(passage: dict | None) -> Span | None:
    return Span(passage["start"], passage["end"]) if passage else None


def label(name: str, story: Prepared, draft: Draft, act: str, before: Sequence[Actor], told: Actor | None) -> Labelled:
    """A labelled statement, its speaker resolved as in reading, else the one that is told."""
    found = story.cast.resolve(draft.source, before=before).actor if draft.source else None
    return Labelled(name, utterance_of(story, draft, found or told), ACTS.index(act), story)


@dataclass(frozen=True)
class Table:
    """The signs of statements as a sparse table: for each entry its row, its column and its value."""

    rows: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    shape: tuple[int, int]

    def times(self, weights: np.ndarray) -> np.ndarray:
        found = np.zeros((self.shape[0], weights.shape[1]))
        for act in range(weights.shape[1]):
            found[:, act] = np.bincount(self.rows, self.values * weights[self.columns, act], self.shape[0])
        return found

    def back(self, slopes: np.ndarray) -> np.ndarray:
        found = np.zeros((self.shape[1], slopes.shape[1]))
        for act in range(slopes.shape[1]):
            found[:, act] = np.bincount(self.columns, self.values * slopes[self.rows, act], self.shape[1])
        return found


def tabulate(signs: Sequence[Sequence[str]], names: Sequence[str]) -> Table:
    """The table of the signs of statements; signs that are not among ``names`` are left out."""
    index = {name: column for column, name in enumerate(names)}
    entries = [(row, index[sign], strength(sign)) for row, found in enumerate(signs) for sign in found if sign in index]
    rows, columns, values = np.array(entries, dtype=float).reshape(-1, 3).T
    return Table(rows.astype(int), columns.astype(int), values, (len(signs), len(names)))


def strength(sign: str) -> float:
    return next((value for start, value in STRENGTH.items() if sign.startswith(start)), 1.0)


def count_names(signs: Sequence[Sequence[str]]) -> list[str]:
    """The signs that stand in enough statements."""
    counts: dict[str, int] = {}
    for found in signs:
        for sign in found:
            counts[sign] = counts.get(sign, 0) + 1
    return sorted(sign for sign, count in counts.items() if count >= FEWEST)


def fit(table: Table, acts: np.ndarray, steps: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Weights (signs x acts) and bias of the regression, by FISTA (Beck and Teboulle 2009)."""
    wanted = np.eye(len(ACTS))[acts]
    weights, bias = np.zeros((table.shape[1], len(ACTS))), np.log(wanted.mean(0) + 1e-3)
    ahead, ahead_bias, pace = weights, bias, 1.0
    probe = np.random.default_rng(0).normal(size=(table.shape[1], 1))
    for _ in range(30):
        probe = table.back(table.times(probe / np.linalg.norm(probe)))
    step = 1 / (0.5 * (np.linalg.norm(probe) + table.shape[0] * 0.02) + RIDGE)
    for _ in range(steps):
        slopes = softmax(table.times(ahead) + ahead_bias) - wanted
        moved = ahead - step * (table.back(slopes) + RIDGE * ahead)
        moved = np.sign(moved) * np.maximum(np.abs(moved) - step * LASSO, 0)
        moved_bias = ahead_bias - step * slopes.sum(0)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + (pace - 1) / faster * (moved - weights)
        ahead_bias = moved_bias + (pace - 1) / faster * (moved_bias - bias)
        weights, bias, pace = moved, moved_bias, faster
    return weights, bias


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def fold_of(name: str) -> int:
    return hashlib.sha256(name.encode()).digest()[0] % FOLDS


def cross_validate(labelled: Sequence[Labelled], signs: Sequence[Sequence[str]]) -> None:
    """Print how often the words alone are right over the folds, by what the cue announces."""
    right = _weigh_folds(labelled, signs).argmax(1) == [item.act for item in labelled]
    show("five folds, words alone", labelled, right)


def weigh_held_out(labelled: Sequence[Labelled], always: Sequence[Labelled]) -> np.ndarray:
    """How the signs weigh (statements x acts) where the fold of a statement is left out of the fit, which has the
    statements of ``always`` in every fold."""
    signs = [list(signs_of(item.said)) for item in (*labelled, *always)]
    return _weigh_folds([*labelled, *always], signs, held=len(labelled))[: len(labelled)]


def _weigh_folds(labelled: Sequence[Labelled], signs: Sequence[Sequence[str]], held: int | None = None) -> np.ndarray:
    """How the signs weigh for each of the first ``held`` statements (all, if it is left out), fitted on other folds."""
    folds = np.array([fold_of(item.name) for item in labelled])
    folds[held if held is not None else len(labelled) :] = FOLDS
    acts = np.array([item.act for item in labelled])
    found = np.zeros((len(labelled), len(ACTS)))
    for fold in range(FOLDS):
        kept, rest = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        names = count_names([signs[row] for row in kept])
        weights, bias = fit(tabulate([signs[row] for row in kept], names), acts[kept])
        found[rest] = tabulate([signs[row] for row in rest], names).times(weights) + bias
    return found


def show(title: str, labelled: Sequence[Labelled], right: np.ndarray) -> None:
    cues = [read_utterance_cue(item.said) for item in labelled]
    kinds = np.array(["neutral" if cue.act is None else "weak" if cue.weak else "telling" for cue in cues])
    shares = [f"{kind} {right[kinds == kind].mean():.3f} of {(kinds == kind).sum()}" for kind in sorted(set(kinds))]
    print(f"{title}: {right.mean():.3f} of {len(right)}; by cue {', '.join(shares)}")


def choose_shares(words: np.ndarray, tagged: np.ndarray, acts: np.ndarray) -> tuple[float, float]:
    """How much the words and how much the tagger count: the pair under which the acts are likeliest."""
    grid = np.arange(0.1, 1.51, 0.05).round(2)
    place = np.arange(len(acts))

    def doubt(pair: tuple[float, float]) -> float:
        return float(-np.log(softmax(pair[0] * words + pair[1] * tagged)[place, acts]).mean())

    return min(product(grid.tolist(), grid.tolist()), key=doubt)


def calibration_error(chances: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten bins."""
    bins = np.minimum((chances * 10).astype(int), 9)
    return float(
        sum(
            abs(right[bins == index].mean() - chances[bins == index].mean()) * (bins == index).mean()
            for index in set(bins)
        )
    )


def score(folder: Path, tagger: LearnedTagger) -> tuple[int, Counter[tuple[str, str]]]:
    """How many statements of a folder get their act, and how often another one (the true one, that which was read)."""
    wrong: Counter[tuple[str, str]] = Counter()
    labelled = list(load_labelled(folder))
    texts = {item.name: masked_text(item.story.text, item.story.blocks) for item in labelled}
    tagged = dict(zip(texts, tagger.tag(list(texts.values())), strict=True))
    for item in labelled:
        act = read_act(item.said, tagged[item.name]).act
        if act != ACTS[item.act]:
            wrong[ACTS[item.act], act.value] += 1
    return len(labelled) - wrong.total(), wrong


def write_table(names: Sequence[str], weights: np.ndarray, bias: np.ndarray, share: float) -> None:
    """The table of the signs that tell something, one a line."""
    strengths = np.array([strength(name) for name in names])[:, None]
    lines = []
    for name, row in zip(names, np.round(weights * strengths, 2).tolist(), strict=True):
        telling = {act: weight for act, weight in zip(ACTS, row, strict=True) if abs(weight) >= LIGHTEST}
        if telling:
            lines.append(f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(telling)}")
    head = {"about": ABOUT, "tagger": round(share, 3), "bias": dict(zip(ACTS, np.round(bias, 3).tolist(), strict=True))}
    opening = json.dumps(head, indent=1).removesuffix("\n}")
    TABLE.write_text(opening + ',\n "signs": {\n' + ",\n".join(lines) + "\n }\n}\n", encoding="utf-8")
    print(f"{len(lines)} signs written to {TABLE}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", action="store_true", help="cross-validate, which takes five times as long")
    parser.add_argument("--score", type=Path, metavar="FOLDER", help="only score what is in this folder")
    arguments = parser.parse_args()
    if arguments.score:
        right, wrong = score(arguments.score, LearnedTagger())
        print(f"right {right} of {right + wrong.total()}")
        print(*(f"{count:4} {true} read as {read}" for (true, read), count in wrong.most_common()), sep="\n")
        return
    labelled = [item for folder in (TRAINING, CHOOSING) for item in load_labelled(folder)]
    signs = [list(signs_of(item.said)) for item in labelled]
    if arguments.folds:
        cross_validate(labelled, signs)
    names = count_names(signs)
    weights, bias = fit(tabulate(signs, names), np.array([item.act for item in labelled]))
    if arguments.write:
        write_table(names, SHARES[0] * weights, SHARES[0] * bias, SHARES[1])


if __name__ == "__main__":
    main()
