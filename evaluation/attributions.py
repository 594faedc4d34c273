"""Whole attributions and how they are scored: pieces of text in, counts and F1 out; PolNeAR files are read here."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LAYERS = ("source", "cue", "content")
WORD = re.compile(r"\w+|[^\w\s]")
Pair = tuple[int, int]
Spans = Mapping[str, Iterable[Pair]]


@dataclass(frozen=True)
class Attribution:
    """Pieces of source (may be empty), cue and content, in code points."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


@dataclass
class Count:
    """Hits among the expected and among the found."""

    expected: int = 0
    found: int = 0
    recalled: int = 0
    precise: int = 0

    @property
    def f1(self) -> float:
        recall = self.recalled / self.expected if self.expected else 0.0
        precision = self.precise / self.found if self.found else 0.0
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass
class Tally:
    """All counts of a run."""

    token: dict[str, Count] = field(default_factory=lambda: {layer: Count() for layer in LAYERS})
    exact: dict[str, Count] = field(default_factory=lambda: {layer: Count() for layer in LAYERS})
    overlap: dict[str, Count] = field(default_factory=lambda: {layer: Count() for layer in LAYERS})
    whole: Count = field(default_factory=Count)

    def figures(self) -> dict[str, float]:
        """Every F1 by name, e.g. ``token.source``."""
        rows = {
            f"{kind}.{layer}": round(getattr(self, kind)[layer].f1, 1)
            for kind in ("token", "exact", "overlap")
            for layer in LAYERS
        }
        return rows | {"whole": round(self.whole.f1, 1)}


def read_articles(path: Path) -> list[tuple[str, str, list[Attribution]]]:
    """(name, text, attributions) of a PolNeAR file."""
    articles = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = [
                Attribution(*(tuple((start, end) for start, end in item[layer]) for layer in LAYERS))
                for item in row["attributions"]
            ]
            articles.append((row["id"], row["text"], found))
    return articles


def overlap(one: Sequence[Pair], other: Sequence[Pair]) -> int:
    """How many code points two sets of pieces share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def size(pieces: Iterable[Pair]) -> int:
    return sum(end - start for start, end in pieces)


def matches(wanted: Attribution, got: Attribution) -> bool:
    """The content overlaps by half both ways, and the source overlaps (or neither has one)."""
    shared = overlap(wanted.content, got.content)
    if not shared or 2 * shared < size(wanted.content) or 2 * shared < size(got.content):
        return False
    return bool(overlap(wanted.source, got.source)) or not (wanted.source or got.source)


def count(tally: Tally, text: str, wanted: list[Attribution], got: list[Attribution], spans: Spans) -> None:
    """Add one article to the tally. ``spans`` are all that was found of each layer, joined up or not."""
    words = [match.span() for match in WORD.finditer(text)]
    for layer in LAYERS:
        gold = {piece for item in wanted for piece in getattr(item, layer)}
        mine = {(start, end) for start, end in spans[layer]}
        gold_words, my_words = covered(words, gold), covered(words, mine)
        add(tally.token[layer], gold_words, my_words, gold_words.__contains__, my_words.__contains__)
        add(tally.exact[layer], gold, mine, gold.__contains__, mine.__contains__)
        add(tally.overlap[layer], gold, mine, touching(gold), touching(mine))
    add(
        tally.whole,
        wanted,
        got,
        lambda item: any(matches(other, item) for other in wanted),
        lambda item: any(matches(item, other) for other in got),
    )


def add(
    total: Count,
    gold: Iterable[Any],
    mine: Iterable[Any],
    in_gold: Callable[[Any], bool],
    in_mine: Callable[[Any], bool],
) -> None:
    gold, mine = list(gold), list(mine)
    total.expected += len(gold)
    total.found += len(mine)
    total.recalled += sum(map(in_mine, gold))
    total.precise += sum(map(in_gold, mine))


def touching(pieces: set[Pair]) -> Callable[[Pair], bool]:
    return lambda piece: bool(overlap([piece], list(pieces)))


def covered(words: list[Pair], pieces: set[Pair]) -> set[Pair]:
    """The words that lie in the pieces; both lists in order of the text."""
    found, index = set(), 0
    for start, end in sorted(pieces):
        while index < len(words) and words[index][1] <= start:
            index += 1
        at = index
        while at < len(words) and words[at][0] < end:
            found.add(words[at])
            at += 1
    return found
