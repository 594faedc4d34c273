"""Headings: which words after a number are one, and which lines without a number head the lists below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.matching.outline.drafts import Draft
from rejoinder.matching.outline.lines import Block, is_heading
from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.outline.numerals import is_first
from rejoinder.model import ItemKind, Span

_RUN_IN = re.compile(r"([A-Z][^.:;?!\n]{1,80})(\.\s?[–—-]{1,2}\s+|\s[–—]\s+|:\*{0,2}\s+|\.\*{0,2}\s+)(?=\S)")
_PRONOUNS = frozenset(
    ("we", "i", "you", "they", "it", "he", "she", "this", "that", "yes", "no", "there", "first", "second")
)
_RUN_IN_WORDS = 8
_LABEL_WORDS = 5


def split_heading(text: str, draft: Draft, following: str) -> bool:
    """Make the words beside a number the heading if they are one and something follows them; whether they were.

    ``following``  what the next block is: ``mark``, ``nested`` (1.1 below 1), ``words`` or ``end``
    """
    words = text[slice(*draft.lead[0])]
    if not is_heading(words) or len(draft.lead) > 1:
        return False
    if not draft.worded and not (
        following in ("words", "nested") or draft.kind is ItemKind.SECTION or _is_short_title(words, following)
    ):
        return False
    _take_heading(draft, draft.lead[0].end, draft.lead[0].end)
    return True


def run_in_heading(text: str, draft: Draft) -> bool:
    """Make the opening words the heading where a sentence follows them on the line: "4. Wages: The employer ..."."""
    found = _RUN_IN.match(text, *draft.lead[0])
    if not found or not is_heading(found[1]) or not _can_run_in(found[1].split(), found[2], text[found.end()], draft):
        return False
    _take_heading(draft, found.end(1), found.end())
    return True


def _can_run_in(words: list[str], sign: str, following: str, draft: Draft) -> bool:
    """Whether a few words before a sentence are its heading: by how many they are, by the sign after them and by what
    follows. A full stop asks for a capital, a colon before a small letter for fewer words."""
    if draft.worded:
        return len(words) <= _RUN_IN_WORDS and not following.islower()
    if len(words) > _LABEL_WORDS or words[0].lower() in _PRONOUNS:
        return False
    dashed = "–" in sign or "—" in sign
    return dashed or not following.islower() or (sign.startswith(":") and len(words) <= _LABEL_WORDS - 2)


def _take_heading(draft: Draft, end: int, begin: int) -> None:
    """The words up to ``end`` are the heading, those from ``begin`` on the wording."""
    head = draft.lead[0]
    draft.heading = Span(head.start, end)
    draft.lead[:1] = [Span(begin, head.end)] if begin < head.end else []


def _is_short_title(words: str, following: str) -> bool:
    return following == "mark" and len(words.split()) <= _RUN_IN_WORDS and (words.isupper() or words.istitle())


def cross_heads(
    text: str, blocks: Sequence[Block], marks: Sequence[tuple[Mark, ...]], skipped: frozenset[int]
) -> dict[int, bool]:
    """Lines without a number that stand over numbered items; True where they open a section, as the numbers begin
    anew below each of them."""
    found: dict[int, bool] = {}
    words_named = any(each and each[0].kind and each[0].number and not each[0].weak for each in marks)
    for at in range(1, len(blocks) - 1):
        below = marks[at + 1][0] if marks[at + 1] else None
        plain = not marks[at] and at not in skipped and below is not None and below.wrapper in (".", ")", "()")
        if (
            plain
            and not marks[at - 1][:0]
            and is_heading(text[slice(*blocks[at].span)])
            and _is_apart(text, blocks, at)
        ):
            found[at] = below is not None and any(
                is_first(reading) and reading.family == "number" for reading in below.readings
            )
    restarting = [at for at, first in found.items() if first]
    if len(restarting) < 2 or words_named:
        return dict.fromkeys(found, False) if not words_named else {}
    return found


def _is_apart(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether the block before a line is over: the line does not go on with its sentence."""
    if blocks[at].apart:
        return True
    before = text[slice(*blocks[at - 1].span)].rstrip()
    return before.endswith((".", ";", ":", "!", "?", ")", "”", '"', ",")) or is_heading(before)
