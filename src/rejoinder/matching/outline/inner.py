"""Lists that run on within a paragraph: a block and the marks at its head in, the marks within it out.

"... undertakes: (a) to inform; (b) to consult; and (c) to pay" is a list; "under paragraphs (a) and (b)" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rejoinder.matching.outline.lines import Block
from rejoinder.matching.outline.marks import Mark, references
from rejoinder.matching.outline.numerals import Value, follows, is_first, read_number
from rejoinder.model import Span

_ROUND = re.compile(r"\(([a-z]{1,4}|\d{1,2})\)(?=\s)")
_DOTTED = re.compile(r"(?<=[.;:?!)\]”\"] )(\d{1,2})\.\s+(?=[A-Z\"“(\[])")
_PARTED = re.compile(r"[;,.:)](?:\s(?:and|or|and/or))?$")
_LEAD = 24
_SHORTEST = 6
_DEEPEST = 8


@dataclass(slots=True)
class _Run:
    """A list as far as it has been followed: the family of its numbers, its marks, and its last number."""

    family: str
    last: Value
    marks: list[Mark] = field(default_factory=list)


def inner_marks(text: str, at: int, block: Block, head: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks within a block that form lists: from a first number on each the next, parted by punctuation."""
    begin = head[-1].end if head else block.start
    found: list[Mark] = []
    for pattern, wrapper in ((_ROUND, "()"), (_DOTTED, ".")):
        candidates = list(_candidates(text, at, Span(begin, block.end), pattern, wrapper))
        if candidates:
            opened = [mark for mark in head if mark.wrapper == wrapper]
            found.extend(_in_sequence(text, block, opened, candidates))
    return tuple(sorted(found, key=lambda mark: mark.start))


def _candidates(text: str, at: int, span: Span, pattern: re.Pattern[str], wrapper: str) -> Iterator[Mark]:
    for found in pattern.finditer(text, span.start, span.end):
        if readings := read_number(found[1]):
            shown = Span(found.start(), found.end(1) + 1)
            end = found.end() if wrapper == "." else found.end() + 1
            yield Mark(at, found.start(), end, shown, found[1], readings, wrapper, inner=True)


def _in_sequence(text: str, block: Block, opened: Sequence[Mark], candidates: Sequence[Mark]) -> list[Mark]:
    runs = [_Run(family, value, [mark]) for mark in opened for family, value in mark.readings]
    accepted: set[Mark] = set()
    for mark in candidates:
        lead = text[max(block.start, mark.start - _LEAD) : mark.start].rstrip()
        at = _continued(runs, mark, lead)
        if at is not None:
            run = runs[at]
            run.last = next(value for family, value in mark.readings if family == run.family)
            run.marks.append(mark)
            accepted.update(run.marks[-2:])
            del runs[at + 1 :]
        elif mark.wrapper == "()" and _may_begin(lead):
            runs.extend(_Run(*reading, [mark]) for reading in mark.readings if is_first(reading))
            del runs[:-_DEEPEST]
    return [mark for mark in accepted if mark.inner]


def _continued(runs: Sequence[_Run], mark: Mark, lead: str) -> int | None:
    """Which of the lists a mark continues, the innermost first."""
    if not _PARTED.search(lead):
        return None
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        nears = mark.start - run.marks[-1].end < _SHORTEST
        if not nears and any(family == run.family and follows(run.last, value) for family, value in mark.readings):
            return at
    return None


def _may_begin(lead: str) -> bool:
    """Whether a list can begin after these words: not after "paragraph", "under" and the like."""
    words = re.findall(r"[\w-]+", lead.lower())
    return lead.endswith((":", ";", ",", "—", "–", "-", ".")) or bool(words and words[-1] not in references())
