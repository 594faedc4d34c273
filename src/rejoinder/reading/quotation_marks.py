"""Quotation marks: a paragraph in, its marks paired with each other out. In linear time.

What a mark can be is told by its own form and by what stands on both sides of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby

from rejoinder.model import Span
from rejoinder.reading.knowledge import word_set

_MARK = re.compile(r"``|''|[\"“”„‟＂«»‹›‘’‚‛']")
_ELISION = re.compile(r"\d\ds?\b|(?P<word>[a-z]+)\b", re.IGNORECASE)
_FAMILIES = {"«": "angle", "»": "angle", "‹": "small angle", "›": "small angle"} | dict.fromkeys("‘’‚‛'", "single")
_OPENING_CONTEXT = "([{—–-/¿¡\"“„«‹‘'`”’"
_STRONG_BEFORE = ',.?!;:…)”"“—–-%'
NEAR = 45


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark. ``opens`` and ``closes``: whether what stands beside it lets it do so."""

    span: Span
    form: str
    opens: bool
    closes: bool
    before: str
    after: str

    @property
    def family(self) -> str:
        """The marks that it pairs with: double, angle, small angle or single."""
        return _FAMILIES.get(self.form, "double")


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark with the mark that closes it, or None if there is none."""

    opening: Mark
    closing: Mark | None


def find_marks(text: str, paragraph: Span) -> list[Mark]:
    """The marks of a paragraph, in order. An apostrophe within a word is none."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text, *paragraph):
        mark = read_mark(text, Span(*match.span()), paragraph)
        if mark.family != "single" or mark.opens or mark.closes:
            marks.append(mark)
    return marks


def read_mark(text: str, span: Span, paragraph: Span) -> Mark:
    """The mark at ``span`` with what its neighbours let it do."""
    form = text[slice(*span)]
    before = text[span.start - 1] if span.start > paragraph.start else ""
    after = text[span.end] if span.end < paragraph.end else ""
    opens = (not before or before.isspace() or before in _OPENING_CONTEXT) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and not after.isalnum()
    if _FAMILIES.get(form) == "single":
        opens = opens and form != "’" and not _is_elision(text, span.end, paragraph.end)
        closes = closes and form != "‚" and before not in "([{"
    return Mark(span, form, opens, closes, before, after)


def _is_elision(text: str, at: int, end: int) -> bool:
    """Whether an apostrophe stands for letters left out: '90s, 'tis."""
    match = _ELISION.match(text, at, min(end, at + 8))
    return match is not None and (match["word"] is None or match["word"].lower() in word_set("sentences", "elisions"))


def opening_family(text: str, paragraph: Span) -> str | None:
    """The family of the mark with which a paragraph opens a quotation, or None."""
    match = _MARK.match(text, *paragraph)
    if match is None:
        return None
    mark = read_mark(text, Span(*match.span()), paragraph)
    return mark.family if mark.opens else None


class _Opened:
    """The marks that are open at a place, by order and by family."""

    def __init__(self) -> None:
        self.stack: list[Mark] = []
        self.count: Counter[str] = Counter()
        self.left: list[Mark] = []

    def push(self, mark: Mark) -> None:
        self.stack.append(mark)
        self.count[mark.family] += 1

    def pop(self, family: str) -> Mark:
        """The last open mark of ``family``; those opened after it are left without a closing mark."""
        while True:
            mark = self.stack.pop()
            self.count[mark.family] -= 1
            if mark.family == family:
                return mark
            self.left.append(mark)

    def top(self, family: str) -> str:
        """The form of the last open mark if it is of ``family``, else nothing."""
        return self.stack[-1].form if self.stack and self.stack[-1].family == family else ""


def pair_doubles(marks: list[Mark]) -> list[Pair]:
    """The double and angle marks, paired; one pair may stand in another, none straddle."""
    opened = _Opened()
    pairs: list[Pair] = []
    for mark in marks:
        if mark.family == "single":
            continue
        pending = opened.count[mark.family] > 0
        if pending and _closes_now(mark, opened.top(mark.family)):
            pairs.append(Pair(opened.pop(mark.family), mark))
        elif _opens_now(mark, pending):
            opened.push(mark)
    pairs.extend(Pair(mark, None) for mark in [*opened.left, *opened.stack])
    return pairs


def _closes_now(mark: Mark, top: str) -> bool:
    """Whether a mark closes, with a mark of its family open; ``top`` is the form of the innermost."""
    if mark.form in ("”", "''"):
        return True
    if mark.form in ("“", "‟"):
        return top == "„" or (mark.closes and not mark.opens)
    if mark.form in ("„", "``"):
        return False
    if mark.family != "double":
        reverse = top in ("»", "›")
        return mark.form in ("«", "‹") if reverse else mark.form in ("»", "›")
    return mark.closes or not mark.opens


def _opens_now(mark: Mark, pending: bool) -> bool:
    """Whether a mark that does not close opens."""
    if mark.form in ("“", "„", "‟", "``", "«", "‹"):
        return bool(mark.after)
    if mark.form in ('"', "＂", "''"):
        return mark.opens or (not pending and mark.before in ":,;.!?" and mark.after.isalnum())
    return mark.opens and not pending


def pair_singles(marks: list[Mark], doubles: list[Pair], reopened: bool) -> list[Pair]:
    """The single marks, paired within each level of the double ones.

    ``reopened``: the next paragraph opens with a single mark, so that the last quotation may go on there.
    """
    levels: defaultdict[int, list[Mark]] = defaultdict(list)
    for level, mark in _levels(marks, doubles):
        levels[level].append(mark)
    return [pair for level, group in levels.items() for pair in _pair_level(group, reopened and level < 0)]


def _levels(marks: list[Mark], doubles: list[Pair]) -> list[tuple[int, Mark]]:
    """Each single mark with the offset of the double mark it stands in, or -1."""
    closing = {pair.closing.span.start for pair in doubles if pair.closing}
    opening = {pair.opening.span.start for pair in doubles if pair.closing}
    stack = [-1]
    found: list[tuple[int, Mark]] = []
    for mark in marks:
        if mark.family == "single":
            found.append((stack[-1], mark))
        elif mark.span.start in opening:
            stack.append(mark.span.start)
        elif mark.span.start in closing:
            stack.pop()
    return found


def _pair_level(marks: list[Mark], reopened: bool) -> list[Pair]:
    """The pairs among the single marks of one level: an opening mark with a closing one before the next opening."""
    pairs: list[Pair] = []
    opening: Mark | None = None
    for opens, group in groupby(marks, key=lambda mark: mark.opens and not (mark.closes and mark.form == "‘")):
        if opens:
            *early, opening = group
            pairs.extend(Pair(mark, None) for mark in early if mark.form in "‘‚")
            continue
        closing = _choose_closing(opening, list(group), reopened) if opening else None
        if opening and (closing or _may_stand_open(opening, reopened)):
            pairs.append(Pair(opening, closing))
        opening = None
    if opening and _may_stand_open(opening, reopened):
        pairs.append(Pair(opening, None))
    return pairs


def _may_stand_open(mark: Mark, reopened: bool) -> bool:
    """Whether a mark that nothing closes is a quotation's: a straight one only if the next paragraph goes on."""
    return mark.form in "‘‚" or reopened


def _choose_closing(opening: Mark, closers: list[Mark], reopened: bool) -> Mark | None:
    """The first mark that can be no apostrophe; else the first, unless it is far off and the quotation goes on."""
    strong = next((mark for mark in closers if _is_strong(mark)), None)
    if strong is not None:
        return strong
    near = closers[0].span.start - opening.span.end <= NEAR
    return closers[0] if near or not reopened else None


def _is_strong(mark: Mark) -> bool:
    """Whether a closing mark can be no possessive: the workers' is one that can."""
    return mark.before in _STRONG_BEFORE or mark.before not in "sSxzZ" or not (mark.after.isspace() and mark.after)
