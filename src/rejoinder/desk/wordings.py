"""Two wordings of an item in, what was taken out and what was put in between them out, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 4_000
"""Longer wordings are shown whole, one out and one in: to compare them would take too long."""
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Kept(StrEnum):
    """Whether a stretch stands in both wordings, in the earlier one alone, or in the later one alone."""

    BOTH = "both"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that share a fate."""

    kept: Kept
    words: str


def compare_wordings(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches of both, in the order of reading."""
    return tuple(stretch for stretch in _stretches(before, after) if stretch.words)


def _stretches(before: str, after: str) -> Iterator[Stretch]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        yield from (Stretch(Kept.OUT, before), Stretch(Kept.IN, after))
        return
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch(Kept.BOTH, "".join(new[start:end]))
        else:
            yield Stretch(Kept.OUT, "".join(old[first:last]))
            yield Stretch(Kept.IN, "".join(new[start:end]))
