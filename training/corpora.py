"""Labelled text -> word pieces with targets. Reads the corpora from a folder given from outside.

PolNeAR gives sources, cues and contents; our own stories (training/stories, the form of
evaluation/stories.py) give these, their acts, and the speech inside speech.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from evaluation.stories import ACTS, Story
from rejoinder.learned.features import Encoded, encode

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LAYERS = ("source", "cue", "content")
UNLEARNED = ("acts-o", "acts-p", "acts-q")
"""The files of act sentences that are kept from the encoder: the act head is fitted on them (``training.acts``)."""
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    """One attribution: the pieces of its source (may be empty), cue and content, and its act if known."""

    source: Pieces
    cue: Pieces
    content: Pieces
    act: str | None = None


@dataclass(frozen=True)
class Article:
    """A text with its attributions; ``complete`` is False where only the acts are to be learned from it."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    complete: bool = True


@dataclass
class Example:
    """An article in word pieces: a label a piece, for each cue the pieces of its source and content (of all that share
    it, as where a quotation changes its act), and for each known act the pieces of its cue and content."""

    name: str
    encoded: Encoded
    labels: np.ndarray
    links: list[tuple[int, np.ndarray, np.ndarray]] = field(default_factory=list)
    acts: list[tuple[np.ndarray, np.ndarray, int]] = field(default_factory=list)
    complete: bool = True


def pieces(spans: Iterable[Sequence[int]]) -> Pieces:
    return tuple((int(start), int(end)) for start, end in spans)


def read_polnear(path: Path) -> Iterator[Article]:
    """The articles of a PolNeAR file, with the acts of cues whose verb leaves no choice."""
    verbs = unambiguous_cues()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = []
            for item in row["attributions"]:
                if not item["content"] or not item["cue"]:
                    continue
                cue = " ".join(row["text"][start:end] for start, end in item["cue"]).lower()
                act = next((verbs[word] for word in cue.split() if word in verbs), None)
                found.append(Attribution(pieces(item["source"]), pieces(item["cue"]), pieces(item["content"]), act))
            yield Article(row["id"], row["text"], tuple(found))


def unambiguous_cues() -> dict[str, str]:
    """Verb form -> act, for the cues from which the act head learns what contents go with which act."""
    table = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))
    return {form: act for act, forms in table.items() for form in forms}


def is_validation(name: str) -> bool:
    """A fixed twentieth of the training articles, by the digest of their name, on which choices are made."""
    return hashlib.sha256(name.encode()).digest()[0] < 13


def to_example(article: Article, tokenizer: Tokenizer) -> Example:
    """The article in word pieces with its targets."""
    encoded = encode(article.text, tokenizer)
    example = Example(article.name, encoded, np.zeros(len(encoded.ids), dtype=np.int64), complete=article.complete)
    links: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for item in article.attributions:
        covered = {layer: covered_pieces(encoded, getattr(item, layer)) for layer in LAYERS}
        for layer, runs in covered.items():
            begin = LABELS.index(f"B-{layer}")
            for run in runs:
                example.labels[run] = begin + 1
                example.labels[run[0]] = begin
        joined = {layer: np.concatenate(runs) if runs else np.zeros(0, int) for layer, runs in covered.items()}
        if len(joined["cue"]):
            cue = int(joined["cue"][0])
            source, content = links.get(cue, (np.zeros(0, int), np.zeros(0, int)))
            links[cue] = np.union1d(source, joined["source"]), np.union1d(content, joined["content"])
        if item.act:
            example.acts.append((joined["cue"], joined["content"], ACTS.index(item.act)))
    example.links.extend((cue, *targets) for cue, targets in links.items())
    return example


def covered_pieces(encoded: Encoded, spans: Pieces) -> list[np.ndarray]:
    """For each span the indexes of the word pieces that it covers."""
    starts, ends = encoded.offsets[:, 0], encoded.offsets[:, 1]
    runs = [np.flatnonzero((starts < end) & (ends > start)) for start, end in spans]
    return [run for run in runs if len(run)]


def read_story(story: Story) -> Iterator[Article]:
    """A story of our own as articles: the story itself, then each content that holds speech of its own."""
    statements = story.expected["statements"]
    outer = [item for item in statements if not is_inner(item, statements)]
    yield Article(story.name, story.text, tuple(attributions_of(outer)))
    for item in outer:
        start, end = item["content"]["start"], item["content"]["end"]
        inner = [other for other in statements if other is not item and is_within(other, start, end)]
        yield Article(
            f"{story.name}:{start}",
            story.text[start:end],
            tuple(shift(attribution, -start) for attribution in attributions_of(inner)),
        )


def is_within(item: dict, start: int, end: int) -> bool:
    return bool(item["cue"]) and start <= item["content"]["start"] and item["content"]["end"] <= end


def is_inner(item: dict, statements: list[dict]) -> bool:
    """Whether the statement's content lies inside that of another one (speech inside speech)."""
    content = item["content"]
    return any(
        other is not item
        and other["content"]["start"] <= content["start"]
        and content["end"] <= other["content"]["end"]
        and (other["content"]["end"] - other["content"]["start"]) > content["end"] - content["start"]
        for other in statements
    )


def attributions_of(statements: list[dict]) -> Iterator[Attribution]:
    """The attributions of the statements, one for each."""
    for item in statements:
        mention, cue = item["speaker"].get("mention"), item["cue"]
        yield Attribution(
            pieces([(mention["start"], mention["end"])] if mention else []),
            pieces([(cue["start"], cue["end"])] if cue else []),
            pieces([(part["start"], part["end"]) for part in item["content"].get("parts") or [item["content"]]]),
            item["act"],
        )


def shift(item: Attribution, by: int) -> Attribution:
    """The attribution moved by ``by`` code points; pieces that would start before the text are left out."""
    moved = [
        tuple((start + by, end + by) for start, end in part if start + by >= 0)
        for part in (item.source, item.cue, item.content)
    ]
    return Attribution(*moved, act=item.act)


def read_acts(path: Path) -> Iterator[Article]:
    """Short attributed sentences with an act: ``act<TAB>sentence`` with [[source]] {{cue}} <<content>> marked."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line and not line.startswith("#"):
            act, sentence = line.split("\t", 1)
            text, spans = unmark(sentence)
            yield Article(f"{path.stem}:{number}", text, (Attribution(spans["["], spans["{"], spans["<"], act),))


def is_unlearned(name: str) -> bool:
    """Whether a text, or the file that it stands in, is kept from the encoder."""
    return name.startswith(UNLEARNED)


def unmark(sentence: str) -> tuple[str, dict[str, Pieces]]:
    """The sentence without its marks, and the spans that were marked."""
    closing = {"[": "]]", "{": "}}", "<": ">>"}
    text, spans, opened = "", dict.fromkeys(closing, ()), {}
    index = 0
    while index < len(sentence):
        pair = sentence[index : index + 2]
        if pair in ("[[", "{{", "<<"):
            opened[pair[0]] = len(text)
            index += 2
        elif pair in closing.values():
            mark = next(key for key, value in closing.items() if value == pair)
            spans[mark] = (*spans[mark], (opened.pop(mark), len(text)))
            index += 2
        else:
            text += sentence[index]
            index += 1
    return text, spans
