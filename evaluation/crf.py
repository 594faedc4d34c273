"""The peer of the tagger: a linear-chain CRF over words (python-crfsuite), trained on the same articles.

Its attributions join each content to the nearest cue and each cue to the nearest source.
"""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

from evaluation.attributions import LAYERS, WORD, Attribution, Pair, Tally, count, read_articles


def score_crf(train: Path, dev: Path) -> dict[str, float]:
    """Train on one PolNeAR file, score on the other; the same figures as for the tagger."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": 60, "feature.minfreq": 2})
    for _, text, wanted in read_articles(train):
        for words, labels in labelled_paragraphs(text, wanted):
            trainer.append(features(text, words), labels)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "polnear.crfsuite")
        trainer.train(model)
        chain = pycrfsuite.Tagger()
        chain.open(model)
        for _, text, wanted in read_articles(dev):
            found: list[Attribution] = []
            spans: dict[str, list[Pair]] = {layer: [] for layer in LAYERS}
            for words, _ in labelled_paragraphs(text, []):
                here = spans_of(words, chain.tag(features(text, words)))
                found.extend(joined(here))
                for layer in LAYERS:
                    spans[layer] += here[layer]
            count(tally, text, wanted, found, spans)
        chain.close()
    return tally.figures()


def labelled_paragraphs(text: str, wanted: list[Attribution]) -> list[tuple[list[Pair], list[str]]]:
    """The words of each paragraph with their BIO labels."""
    starts: dict[int, str] = {}
    inside: dict[int, str] = {}
    for item in wanted:
        for layer in LAYERS:
            for start, end in getattr(item, layer):
                starts[start] = layer
                inside.update(dict.fromkeys(range(start, end), layer))
    found, words, labels, last = [], [], [], 0
    for match in WORD.finditer(text):
        if "\n\n" in text[last : match.start()] and words:
            found.append((words, labels))
            words, labels = [], []
        last = match.end()
        words.append(match.span())
        layer = inside.get(match.start())
        labels.append("O" if layer is None else f"{'B' if match.start() in starts else 'I'}-{layer}")
    return [*found, (words, labels)] if words else found


def features(text: str, words: list[Pair]) -> list[list[str]]:
    """For each word: itself, its shape and suffix, whether it is quoted, and its neighbours up to three away."""
    forms = [text[start:end] for start, end in words]
    quoted, rows = False, []
    for form in forms:
        if form in '"“”':
            quoted = not quoted
        rows.append([f"w={form.lower()}", f"s={shape(form)}", f"x={form[-3:].lower()}", f"q={quoted}"])
    return [row + neighbours(rows, index) for index, row in enumerate(rows)]


def neighbours(rows: list[list[str]], index: int) -> list[str]:
    found = ["bias"]
    for step in (-3, -2, -1, 1, 2, 3):
        at = index + step
        found += [f"{step}{name}" for name in rows[at][:2]] if 0 <= at < len(rows) else [f"{step}=edge"]
    for step in (-1, 0):
        if index + step >= 0 and index + step + 1 < len(rows):
            found.append(f"{step}b={rows[index + step][0]}|{rows[index + step + 1][0]}")
    return found


def shape(form: str) -> str:
    return (
        "X"
        if form.isupper()
        else "Xx"
        if form[:1].isupper()
        else "d"
        if form.isdigit()
        else "x"
        if form.isalpha()
        else "."
    )


def spans_of(words: list[Pair], labels: list[str]) -> dict[str, list[Pair]]:
    """The spans of a label path, by layer."""
    spans: dict[str, list[Pair]] = {layer: [] for layer in LAYERS}
    edges = [index for index, (before, after) in enumerate(pairwise(["O", *labels])) if begins(before, after)]
    for index in edges:
        layer, end = labels[index][2:], index + 1
        while end < len(labels) and labels[end] == f"I-{layer}":
            end += 1
        spans[layer].append((words[index][0], words[end - 1][1]))
    return spans


def joined(spans: dict[str, list[Pair]]) -> list[Attribution]:
    """Each content joined to the nearest cue, each cue to the nearest source."""
    by_cue: dict[Pair, list[Pair]] = {}
    for content in spans["content"]:
        if spans["cue"]:
            by_cue.setdefault(nearest(content, spans["cue"]), []).append(content)
    return [
        Attribution((nearest(cue, spans["source"]),) if spans["source"] else (), (cue,), tuple(by_cue.get(cue, ())))
        for cue in spans["cue"]
    ]


def begins(before: str, after: str) -> bool:
    return after.startswith("B-") or (after.startswith("I-") and before[2:] != after[2:])


def nearest(span: Pair, others: list[Pair]) -> Pair:
    return min(others, key=lambda other: max(other[0] - span[1], span[0] - other[1]))
