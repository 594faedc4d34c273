"""Matrices against pairs of drafts and replies, comparisons against versions, beside BM25 and rapidfuzz.

``python -m evaluation.matching FOLDER... [--show]`` scores the pairs in folders such as tests/matching/pairs/dev and
the versions beside them (tests/matching/versions/dev). Figures, in per cent:

items          expected items that are rows, with the right number
links          expected answers that are linked to their item; a passage is found that shares half of the shorter one
links.right    found links that are expected
dispositions   expected answers whose item stands as expected
silent         items that the reply never mentions, shown as such (those that only introduce others are left out)
answered       items that it answers, not shown as never mentioned
kind           replies of the right kind, and said to answer another draft where they do
changes        changes between versions: F1 over (old item, new item, kind)

The peers link each passage to the item that scores best; what they do not tell is left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.pairs import Pair, Versions, load_all_versions, load_pairs
from evaluation.peers import bm25_scores, fuzz_scores
from evaluation.results import Measured, data_digest, table_of
from rejoinder.matching.matrix import match_texts
from rejoinder.matching.outline import outline_text
from rejoinder.matching.reply import cut_reply
from rejoinder.matching.rows import Row, rows_of
from rejoinder.matching.versions import compare_texts
from rejoinder.model import Disposition, ItemRow, Matrix, Passage

Matcher = Callable[[str, str], Matrix]
Scorer = Callable[[Sequence[str], Sequence[str]], NDArray[np.float64]]
FIGURES = ("items", "links", "links.right", "dispositions", "silent", "answered", "kind")


@dataclass
class Tally:
    """Right ones of all, by figure."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, figure: str, right: bool) -> None:
        self.right[figure] += right
        self.all[figure] += 1

    def figures(self) -> dict[str, float]:
        return {name: 100 * self.right[name] / self.all[name] for name in FIGURES if self.all[name]}


def overlap(one: Passage, other: Mapping[str, Any]) -> bool:
    """Whether two passages share half of the shorter one."""
    shared = min(one.end, other["end"]) - max(one.start, other["start"])
    return 2 * shared >= min(one.end - one.start, other["end"] - other["start"]) > 0


def find_rows(text: str, expected: Sequence[Mapping[str, Any]], rows: Sequence[Row]) -> dict[str, int]:
    """The number of the row of each expected item, by where its first words stand in the draft."""
    found: dict[str, int] = {}
    at = 0
    for item in expected:
        match = re.compile(r"\s+".join(re.escape(word) for word in item["starts"].split())).search(text, at)
        assert match is not None
        at = match.start() + 1
        number = next((number for number, row in enumerate(rows) if _begins(row, match.start())), None)
        if number is not None:
            found[item["label"]] = number
    return found


def _begins(row: Row, start: int) -> bool:
    item = row.item
    own = item.wording.start if item.wording else None
    if own is None:
        return item.start <= start < item.end and not any(inner.span.holds_at(start) for inner in item.items)
    return abs(own - start) <= 3


def same_number(printed: str | None, found: str | None) -> bool:
    """Whether a number as printed ("Article 4", "(a)") is the number that was found."""
    bare = re.sub(r"^\W*(?:[A-Za-z]{2,}\.?\s+)?|\W+$", "", printed or "")
    return bare.lower() == (found or "").strip("().").lower()


def score_pair(pair: Pair, matcher: Matcher, tally: Tally) -> Iterator[str]:
    """Count one pair; a line for each thing that is wrong."""
    matrix = matcher(pair.draft, pair.reply)
    places = find_rows(pair.draft, pair.expected["items"], rows_of(outline_text(pair.draft)))
    rows = {label: matrix.rows[at] for label, at in places.items()}
    for item in pair.expected["items"]:
        row = rows.get(item["label"])
        right = row is not None and same_number(item["number"], row.item.number)
        tally.add("items", right)
        if not right:
            yield f"ITEM {item['label']}: {item['starts']}"
    yield from _score_links(pair, rows, tally)
    yield from _score_silence(pair, rows, tally)
    other = any(problem.code == "another-draft" for problem in matrix.problems)
    right = other != pair.expected["same_draft"] and matrix.kind == pair.expected["reply_kind"]
    tally.add("kind", right)
    if not right:
        yield f"KIND {matrix.kind}, {'another draft' if other else 'this draft'}"


def _score_links(pair: Pair, rows: Mapping[str, ItemRow], tally: Tally) -> Iterator[str]:
    expected = pair.expected["links"]
    for link in expected:
        row = rows.get(link["item"])
        found = row is not None and any(overlap(each.passage, link) for each in row.links)
        stands = row is not None and found and row.disposition == link["disposition"]
        tally.add("links", found)
        tally.add("dispositions", stands)
        if not found:
            yield f"MISSED {link['item']}: {link['exact'][:90]}"
        elif row is not None and not stands:
            yield f"STANDS {link['item']}: {row.disposition}, not {link['disposition']}; {row.links[0].reason}"
    for label, row in rows.items():
        for each in row.links:
            right = any(link["item"] == label and overlap(each.passage, link) for link in expected)
            tally.add("links.right", right)
            if not right:
                yield f"EXTRA {label} {each.score:.2f}: {each.passage.exact[:90]}"


def _score_silence(pair: Pair, rows: Mapping[str, ItemRow], tally: Tally) -> Iterator[str]:
    leading = {item["label"] for item in pair.expected["items"] if item.get("lead_in")}
    silent = set(pair.expected["not_addressed"])
    for label, row in rows.items():
        shown = row.disposition is Disposition.NOT_ADDRESSED
        if label in silent and label not in leading:
            tally.add("silent", shown)
        elif label not in silent:
            tally.add("answered", not shown)
        if label not in leading and shown != (label in silent):
            yield f"{'SILENT' if shown else 'ANSWERED'} {label}"


def score_peer(pairs: Sequence[Pair], scores_of: Scorer) -> dict[str, float]:
    """A peer on the same pairs: each passage is linked to the item that scores best."""
    tally = Tally()
    for pair in pairs:
        rows = rows_of(outline_text(pair.draft))
        places = find_rows(pair.draft, pair.expected["items"], rows)
        units, _ = cut_reply(pair.reply)
        words = [row.words or row.item.heading or "" for row in rows]
        best = scores_of(words, [unit.passage.exact for unit in units]).argmax(axis=1)
        for link in pair.expected["links"]:
            chosen = {int(at) for unit, at in zip(units, best, strict=True) if overlap(unit.passage, link)}
            tally.add("links", places.get(link["item"], -1) in chosen)
        for unit, at in zip(units, best, strict=True):
            links = [link for link in pair.expected["links"] if overlap(unit.passage, link)]
            tally.add("links.right", any(places.get(link["item"]) == int(at) for link in links))
    return tally.figures()


def score_versions(versions: Sequence[Versions]) -> tuple[float, list[str]]:
    """F1 of the changes over all versions, and a line for each that is missed or too much."""
    right, found, expected = 0, 0, 0
    wrong: list[str] = []
    for each in versions:
        sides = (
            _labels(each.old, each.expected["items"]["old"]),
            _labels(each.new, each.expected["items"]["new"]),
        )
        told = {
            (sides[0].get(change.old.label) if change.old else None,
             sides[1].get(change.new.label) if change.new else None,
             change.kind.value)
            for change in compare_texts(each.old, each.new).changes
        }  # fmt: skip
        wanted = {(change["old"], change["new"], change["kind"]) for change in each.expected["changes"]}
        right, found, expected = right + len(told & wanted), found + len(told), expected + len(wanted)
        wrong += [f"{each.name}: CHANGE missed {change}" for change in sorted(wanted - told, key=str)]
        wrong += [f"{each.name}: CHANGE too much {change}" for change in sorted(told - wanted, key=str)]
    return 200 * right / max(1, found + expected), wrong


def _labels(text: str, expected: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The expected label of each row, by the label that it was given."""
    rows = rows_of(outline_text(text))
    return {rows[at].item.label: label for label, at in find_rows(text, expected, rows).items()}


def own_matcher() -> Matcher:
    """The program's own, with its encoder."""
    from rejoinder.desk.matching import shipped_embedder

    return lambda draft, reply: match_texts(draft, reply, shipped_embedder())


def score_pairs(pairs: Sequence[Pair], matcher: Matcher) -> tuple[dict[str, float], list[str]]:
    """The figures over all pairs, and a line for each thing that is wrong."""
    tally = Tally()
    wrong = [f"{pair.name}: {line}" for pair in pairs for line in score_pair(pair, matcher, tally)]
    return tally.figures(), wrong


def measure(folder: Path, *, peers: bool = True) -> Measured:
    """The pairs in ``folder`` and the versions of the same part."""
    return _measure(folder, peers=peers)[0]


def _measure(folder: Path, *, peers: bool) -> tuple[Measured, list[str]]:
    pairs = list(load_pairs(folder))
    beside = folder.parent.parent / "versions" / folder.name
    versions = list(load_all_versions(beside)) if beside.is_dir() else []
    figures, wrong = score_pairs(pairs, own_matcher())
    if versions:
        figures["changes"], lines = score_versions(versions)
        wrong += lines
    scorers = {"BM25": bm25_scores, "rapidfuzz": fuzz_scores} if peers else {}
    others = {name: score_peer(pairs, scorer) for name, scorer in scorers.items()}
    others["words alone"] = score_pairs(pairs, match_texts)[0]
    read = [path for each in (folder, beside) if each.is_dir() for path in each.rglob("*") if path.is_file()]
    return Measured(f"matching/{folder.name}", data_digest(read), figures, others), wrong


def main() -> None:
    """Print the figures, and what is wrong where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.matching", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="list what is wrong; not for held-out pairs")
    chosen = parser.parse_args()
    for folder in chosen.folders:
        measured, wrong = _measure(folder, peers=True)
        print(table_of(measured, None), end="\n\n")
        if chosen.show:
            print("\n".join(wrong))


if __name__ == "__main__":
    main()
