"""Items found: how many of the items expected in the drafts of the pairs the outline has with the right number.

``python -m evaluation.outlines FOLDER... [--show]`` takes folders of pairs (see evaluation.pairs) or of
versions. An item is found where one of the outline has the same number and begins with the same words; those with words
of their own that no expected one stands for count against precision. --show prints what was missed, and is not for
held-out pairs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rejoinder.matching.outline import outline_text
from rejoinder.model import Item

LEAVES = ("draft.txt", "items"), ("old.txt", "old"), ("new.txt", "new")


@dataclass(frozen=True, slots=True)
class Expected:
    """One draft and the items that it should give, as (number, first words)."""

    name: str
    text: str
    items: tuple[tuple[str, str], ...]


def load_expected(folder: Path) -> Iterator[Expected]:
    """The drafts of all pairs and versions in ``folder``."""
    for path in sorted(folder.glob("*/expected.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        given: Any = raw["items"] if isinstance(raw["items"], dict) else {"items": raw["items"]}
        for name, key in LEAVES:
            if key in given:
                text = (path.parent / name).read_text(encoding="utf-8")
                items = tuple((bare_number(each["number"]), _first(each["starts"])) for each in given[key])
                yield Expected(f"{path.parent.name}/{name}", text, items)


def bare_number(printed: str | None) -> str:
    """A number as it is compared: without the word before it and the marks around it."""
    words = re.findall(r"[\w.-]*\w", printed or "")
    return words[-1].casefold() if words else ""


def _first(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _openings(item: Item) -> tuple[str, ...]:
    """What an item may be said to begin with: its words, or its heading where that is all."""
    wording = item.wording.exact if item.wording else ""
    heading = item.heading or ""
    return tuple(_first(each) for each in (wording, f"{heading} {wording}", heading) if each.strip())


def found_items(expected: Expected) -> tuple[list[tuple[str, str]], list[Item]]:
    """The expected items that the outline lacks, and its items that no expected one stands for."""
    given = [item for item in outline_text(expected.text).walk() if not item.kind.frames]
    left = list(given)
    missed = []
    for number, starts in expected.items:
        fits = (item for item in left if bare_number(item.number) == number)
        item = next((item for item in fits if any(each.startswith(starts) for each in _openings(item))), None)
        if item is None:
            missed.append((number, starts))
        else:
            left.remove(item)
    return missed, [item for item in left if item.wording]


def score_outlines(folders: Sequence[Path]) -> dict[str, float]:
    """The share of expected items that were found, and of found ones that were expected, per cent."""
    there = right = extra = 0
    for folder in folders:
        for expected in load_expected(folder):
            missed, left = found_items(expected)
            there += len(expected.items)
            right += len(expected.items) - len(missed)
            extra += len(left)
    return {"items.found": 100 * right / max(there, 1), "items.precision": 100 * right / max(right + extra, 1)}


def main() -> None:
    """Print the figures of each folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="what was missed and what was too much")
    options = parser.parse_args()
    for folder in options.folders:
        for expected in load_expected(folder) if options.show else ():
            missed, left = found_items(expected)
            print(f"{expected.name}: {len(expected.items)} items")
            for number, starts in missed:
                print(f"  MISSED {number:8} {starts}")
            for item in left:
                print(f"  EXTRA  {item.label:24} {item.own_words[:60]}")
        print(folder, {name: round(value, 1) for name, value in score_outlines([folder]).items()})


if __name__ == "__main__":
    main()
