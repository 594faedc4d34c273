"""Which sentences a reply answers, on DISAPERE (only measured, nothing is fitted on it), beside BM25 and rapidfuzz.

``python -m evaluation.aligning DATA`` reads DATA/disapere/dev.jsonl.gz: reviews and rebuttals in sentences, each
sentence of a rebuttal aligned to those of the review that it answers. Figures, in per cent, over the rebuttal
sentences that are aligned to sentences:

MRR     the mean of one over the rank of the first right sentence; zero where none is listed
P@1     the share whose first sentence is right
silent  of the rebuttal sentences that answer no single sentence, the share for which none is listed
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.peers import bm25_scores, fuzz_scores
from evaluation.results import Measured, data_digest, table_of

Ranked = list[list[int]]
Aligner = Callable[[Sequence[str], Sequence[str]], Ranked]


def load_pairs(path: Path) -> Iterator[dict[str, Any]]:
    """The pairs of a review and a rebuttal."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def score_aligner(path: Path, aligner: Aligner) -> dict[str, float]:
    """The figures of one aligner."""
    ranks: list[float] = []
    silent: list[bool] = []
    for pair in load_pairs(path):
        review = [sentence["text"] for sentence in pair["review_sentences"]]
        rebuttal = pair["rebuttal_sentences"]
        ranked = aligner(review, [sentence["text"] for sentence in rebuttal])
        for found, sentence in zip(ranked, rebuttal, strict=True):
            kind, right = sentence["alignment"]
            if kind == "context_sentences":
                ranks.append(next((1 / place for place, at in enumerate(found, 1) if at in right), 0.0))
            else:
                silent.append(not found)
    return {
        "MRR": 100 * float(np.mean(ranks)),
        "P@1": 100 * float(np.mean(np.array(ranks) == 1)),
        "silent": 100 * float(np.mean(silent)),
    }


def own_aligner(*, meaning: bool = True) -> Aligner:
    """The program's own, with the encoder or by the words alone."""
    from rejoinder.desk.matching import shipped_embedder
    from rejoinder.matching.align import align

    embedder = shipped_embedder() if meaning else None
    return lambda items, passages: [[at for at, _ in found] for found in align(items, passages, embedder)]


def ranked_by(scores_of: Callable[[Sequence[str], Sequence[str]], NDArray[np.float64]]) -> Aligner:
    """An aligner that lists all items by their scores."""
    return lambda items, passages: np.argsort(-scores_of(items, passages), axis=1, kind="stable").tolist()


def measure(folder: Path, *, peers: bool = True) -> Measured:
    """The figures on the dev part in ``folder``, with those of the peers."""
    path = folder / "dev.jsonl.gz"
    others: dict[str, Mapping[str, float]] = {"words alone": score_aligner(path, own_aligner(meaning=False))}
    if peers:
        others["BM25"] = score_aligner(path, ranked_by(bm25_scores))
        others["rapidfuzz"] = score_aligner(path, ranked_by(fuzz_scores))
    figures = score_aligner(path, own_aligner())
    return Measured("disapere/dev", data_digest([path]), figures, others)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.aligning", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder that holds disapere/")
    print(table_of(measure(parser.parse_args().data / "disapere"), None))


if __name__ == "__main__":
    main()
