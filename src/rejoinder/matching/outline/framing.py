"""What stands around the items: blocks in; title, preamble or introduction, and signatures out, by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rejoinder.matching.outline.lines import Block, is_heading
from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.tables import table

_DATED = re.compile(
    r"(?:[A-Z]\w+(?:[ -][A-Z]\w+)?, )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)? \d{4}"
    r"|\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting"
)
_TITLE_BLOCKS = 8
_SIGN_HEAD = 60


def title_end(text: str, blocks: Sequence[Block], body: int) -> int:
    """How many blocks at the head are the title: headings, before the preamble and the first item."""
    at = 0
    while at < min(body, _TITLE_BLOCKS, len(blocks) - 1):
        words = text[slice(*blocks[at].span)]
        if (
            not (is_heading(words) or (at and _goes_on(words)))
            or opens_preamble(words)
            or is_salutation(words)
            or opens_recital(words)
        ):
            break
        at += 1
    return at


def _goes_on(words: str) -> bool:
    """Whether a line goes on with a title: "between Ostmark and Lower Halvern"."""
    return words[:1].islower() and is_heading(words[:1].upper() + words[1:])


def opens_preamble(words: str) -> bool:
    """Whether a block names the sides as the head of a preamble does, or is headed as one."""
    return _starts(words, tuple(table("outline")["preamble"]["openings"]))


def closes_preamble(words: str) -> bool:
    """Whether a block says that the sides have agreed as follows."""
    lower = " ".join(words.lower().split())
    return len(lower) < 300 and any(phrase in lower for phrase in table("outline")["preamble"]["agreed"])


def opens_recital(words: str) -> bool:
    """Whether a block is a clause of a preamble: it opens with "Recalling", "Deeply concerned", and is no sentence."""
    first = re.findall(r"[A-Za-z]+", words[:_SIGN_HEAD])
    if not first or not first[0][0].isupper():
        return False
    openers, adverbs = _recitals()
    opener = next((word.lower() for word in first if word.lower() not in adverbs), "")
    return opener in openers and (
        first[0].isupper() or words.rstrip(" *_])").endswith((",", ";", ":", ", and", "; and"))
    )


def is_salutation(words: str) -> bool:
    """Whether a block greets the one to whom a letter goes."""
    return len(words) < 80 and words.rstrip().endswith((",", ":", "!")) and _starts(words, _salutations())


def opens_signatures(words: str) -> bool:
    """Whether a block begins what stands after the last item: testimonium, close of a letter, signatures."""
    if _starts(words, _signature_openings()) or _DATED.fullmatch(words.strip()):
        return True
    return any(phrase in words for phrase in table("outline")["signatures"]["holds"])


def closings(blocks: Sequence[Block], marks: Sequence[Sequence[Mark]], attached: Sequence[bool]) -> list[bool]:
    """For each block whether what stands after the last item can begin here: no item comes between it and the next
    annex, or the end."""
    free = [True] * len(blocks)
    open_end = True
    for at in range(len(blocks) - 1, -1, -1):
        if attached[at]:
            open_end = True
        elif any(_opens_item(mark) for mark in marks[at]):
            open_end = False
        free[at] = open_end
    return free


def _opens_item(mark: Mark) -> bool:
    numbered = bool(mark.readings) and mark.readings[0].family in ("number", "decimal") and not mark.weak
    return numbered and not mark.inner


def _starts(words: str, phrases: tuple[str, ...]) -> bool:
    lower = " ".join(words[:_SIGN_HEAD].lower().lstrip('*_[("“ \t').split())
    return any(lower.startswith(phrase) and not lower[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


@cache
def _signature_openings() -> tuple[str, ...]:
    return tuple(table("outline")["signatures"]["openings"])


@cache
def _salutations() -> tuple[str, ...]:
    return tuple(table("outline")["signatures"]["salutations"])


@cache
def _recitals() -> tuple[frozenset[str], frozenset[str]]:
    preamble = table("outline")["preamble"]
    return frozenset(preamble["recitals"]), frozenset(preamble["adverbs"])
