"""Pages -> paragraphs: columns one after the other, without what is repeated at head and foot, words made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from rejoinder.formats.pdf.pages import HYPHEN, Line, Page

_EDGE = 0.12
_EDGE_LINES = 3
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page\s*|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})+\.?|[-–—•*]|(?:ARTICLE|Article|Art\.|PART|Part|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex)\s\S{1,6})(?:\s|$)"
)
_ENDED = (".", ";", ":", "?", "!", ".”", '."', ".)")
_COLUMN_LINES = 4
_COLUMN_SHARE = 0.8


class Placed(NamedTuple):
    """A line in reading order, and the right edge of the column that it stands in."""

    line: Line
    edge: float


def find_paragraphs(pages: Sequence[Page]) -> list[str]:
    """The paragraphs of all pages in reading order; one that goes on over the end of a page or column is one."""
    furniture = _find_furniture(pages)
    lines = [placed for page in pages for placed in _in_order([each for each in page.lines if each not in furniture])]
    known = frozenset(word for line, _ in lines for word in re.findall(r"\w+(?:-\w+)*", line.words.casefold()))
    return [_joined(group, known) for group in _groups(lines)]


def _find_furniture(pages: Sequence[Page]) -> frozenset[Line]:
    """The lines at head and foot that are page numbers, or the same but for numbers on many pages."""
    edges = [line for page in pages for line in _edge_lines(page)]
    counted = Counter((_shape(line), round(line.bottom / 6)) for line in edges)
    least = max(3 if len(pages) > 2 else 2, round(0.3 * len(pages)))
    repeated = {shape for shape, count in counted.items() if count >= least}
    return frozenset(
        line
        for line in edges
        if _PAGE_NUMBER.fullmatch(line.words) or (_shape(line), round(line.bottom / 6)) in repeated
    )


def _edge_lines(page: Page) -> list[Line]:
    by_height = sorted(page.lines, key=lambda line: line.bottom)
    low = [line for line in by_height[:_EDGE_LINES] if line.bottom < page.height * _EDGE]
    high = [line for line in by_height[-_EDGE_LINES:] if line.bottom > page.height * (1 - _EDGE)]
    return [*low, *(line for line in high if line not in low)]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words.casefold())


def _in_order(lines: list[Line]) -> list[Placed]:
    """The lines of a page as they are read: where it has two columns, the left one first, between what spans both."""
    gutter = _find_gutter(lines)
    if gutter is None:
        return _placed(lines)
    ordered: list[Placed] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda each: -each.bottom):
        if line.left < gutter < line.right:
            ordered.extend((*_placed(left), *_placed(right), *_placed([line])))
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*ordered, *_placed(left), *_placed(right)]


def _placed(lines: Sequence[Line]) -> list[Placed]:
    edge = max((line.right for line in lines), default=0.0)
    return [Placed(line, edge) for line in lines]


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the gap between two columns of prose, or None: lines on both sides, hardly any across."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    middle = (start + end) / 2
    starts = Counter(round(line.left) for line in lines if middle - 0.15 * (end - start) < line.left)
    if not starts:
        return None
    edge = starts.most_common(1)[0][0]
    gutter = edge - 2.0
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    prose = all(
        len(side) >= _COLUMN_LINES and median(line.right - line.left for line in side) > 0.25 * (end - start)
        for side in (left, right)
    )
    return gutter if prose and len(left) + len(right) >= _COLUMN_SHARE * len(lines) else None


def _groups(lines: Sequence[Placed]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    group: list[Line] = []
    spacing = _usual_spacing([line for line, _ in lines])
    edge = 0.0
    for line, its_edge in lines:
        if group and not _goes_on(group, edge, line, spacing):
            yield group
            group = []
        group.append(line)
        edge = its_edge
    if group:
        yield group


def _usual_spacing(lines: Sequence[Line]) -> float:
    """The distance from line to line within paragraphs, in heights of the letters."""
    steps = [
        (above.bottom - below.bottom) / above.size
        for above, below in pairwise(lines)
        if above.page == below.page and 0.5 * above.size < above.bottom - below.bottom < 4 * above.size
    ]
    return sorted(steps)[len(steps) // 10] if steps else 1.5


def _goes_on(group: Sequence[Line], edge: float, line: Line, spacing: float) -> bool:
    """Whether a line belongs to the paragraph above it, whose column ends at ``edge``."""
    above = group[-1]
    ended, full = above.words.endswith(_ENDED), _is_full(above, edge, line)
    if _NUMBERED.match(line.words) and (ended or not full):
        return False
    step = above.bottom - line.bottom
    if line.page != above.page or step < 0:
        parted = above.words.endswith((HYPHEN, "-", ","))
        return not ended and (line.words[:1].islower() or parted)
    if step < 0.5 * line.size:
        return True
    if step > (spacing + 0.45) * above.size or abs(line.size - above.size) > 0.35 * above.size:
        return False
    if ended and len(group) > 1 and line.left > min(each.left for each in group) + 0.8 * line.size:
        return False
    return full or line.words[:1].islower()


def _is_full(above: Line, edge: float, line: Line) -> bool:
    """Whether no room was left on a line for the first word of the next."""
    first = line.words.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.words), 1)
    return above.right + (len(first) + 1) * letter >= edge - letter


def _joined(group: Sequence[Line], known: frozenset[str]) -> str:
    """The words of a paragraph on one line; a word that was parted at the end of a line is one again."""
    pieces = [group[0].words]
    for line in group[1:]:
        pieces[-1], more = _join_lines(pieces[-1], line.words, known)
        pieces.append(more)
    return "".join(pieces).replace(HYPHEN, "-")


def _join_lines(words: str, more: str, known: frozenset[str]) -> tuple[str, str]:
    """Two lines as they stand side by side: a space between them, or the word that was parted made whole, unless it is
    written with a hyphen elsewhere and never without."""
    before = re.search(r"(\w+)[-\u00ad\x02]$", words)
    after = re.match(r"[^\W\d_]\w*", more)
    if before is None or after is None or not more[0].islower():
        return words, f" {more}"
    whole, parted = (f"{before[1]}{sign}{after[0]}".casefold() for sign in ("", "-"))
    return (words[:-1] if whole in known or parted not in known else f"{words[:-1]}-"), more
