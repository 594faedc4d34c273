"""Pairs of drafts and replies, each scored with numbers that were fitted on the others (cross-validation).

``python -m evaluation.crosswise FOLDER [--show]`` leaves out the pairs of one style after the other, fits alignment
(``fit_align``) and dispositions (``fit_stances``) on those of all other styles, and scores the ones left out as
``evaluation.matching`` does. This is the figure to look at while working on matching: what is fitted on a pair says
nothing about others. It is still too good for phrases and bounds that somebody wrote with these pairs before him.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evaluation.fit_align import fit_weights, load_example, teaches_order, weights_of
from evaluation.fit_stances import fit_stances, load_answers, load_sentences
from evaluation.matching import Tally, score_pair
from evaluation.pairs import Pair, load_pairs
from evaluation.results import Measured, data_digest, table_of
from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.fitted import Fitted
from rejoinder.matching.matrix import match_texts


def cross_validate(pairs: Sequence[Pair], embedder: Embedder | None) -> tuple[dict[str, float], list[str]]:
    """The figures of ``evaluation.matching`` and a line for each thing that is wrong."""
    teaching = [pair for pair in pairs if teaches_order(pair)]
    examples = {pair.name: load_example(pair, embedder) for pair in teaching}
    answers = {pair.name: load_answers(pair, embedder) for pair in teaching}
    sentences = load_sentences(embedder)
    tally, wrong = Tally(), []
    for style in sorted({pair.expected["style"] for pair in pairs}):
        others = [pair.name for pair in teaching if pair.expected["style"] != style]
        values, final = fit_weights([examples[name] for name in others], meaning=embedder is not None)
        stances = fit_stances([sentences, *(answers[name] for name in others)])
        fitted = Fitted(weights_of(values, tuple(final)), stances)
        for pair in (each for each in pairs if each.expected["style"] == style):
            matcher = partial(match_texts, embedder=embedder, fitted=fitted)
            wrong += [f"{pair.name}: {line}" for line in score_pair(pair, matcher, tally)]
    return tally.figures(), wrong


def measure(folder: Path) -> tuple[Measured, list[str]]:
    """The figures with an encoder and by the words alone, and what is wrong with the encoder."""
    from rejoinder.desk.matching import shipped_embedder

    pairs = list(load_pairs(folder))
    figures, wrong = cross_validate(pairs, shipped_embedder())
    others = {"words alone": cross_validate(pairs, None)[0]}
    read = [path for path in folder.rglob("*") if path.is_file()]
    return Measured(f"matching/{folder.name} crosswise", data_digest(read), figures, others), wrong


def main() -> None:
    """Print the figures, and what is wrong where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.crosswise", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    chosen = parser.parse_args()
    measured, wrong = measure(chosen.folder)
    print(table_of(measured, None))
    if chosen.show:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
