"""Tables of contents: blocks and their marks in, the numbers of the blocks that only list what comes later out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rejoinder.matching.outline.lines import Block, is_heading, is_leader
from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.tables import table
from rejoinder.model import Span

Marks = Sequence[tuple[Mark, ...]]
_FEWEST = 4


def find_contents(text: str, blocks: Sequence[Block], marks: Marks) -> frozenset[int]:
    """The blocks of tables of contents, by their places in ``blocks``."""
    found: set[int] = set()
    later = {name: at for at, each in enumerate(marks) if (name := _name(each))}
    titles = frozenset(table("outline")["headings"]["contents"])
    at = 0
    while at < len(blocks):
        named = text[slice(*blocks[at].span)].strip(" \t:*_#").lower() in titles if _is_short(blocks[at]) else False
        if not (named or marks[at] or is_leader(text, blocks[at].span)):
            at += 1
            continue
        end = _listed(text, blocks, marks, at + named)
        if (named and end > at + 1) or (end - at >= _FEWEST and _is_list(text, blocks, marks, Span(at, end), later)):
            found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _is_short(block: Block) -> bool:
    return block.end - block.start < 60


def _listed(text: str, blocks: Sequence[Block], marks: Marks, start: int) -> int:
    """Where a run of entries that starts at a block is over: at prose, or where its first mark comes again."""
    first: tuple[str, str] | None = None
    last = start
    for at in range(start, len(blocks)):
        name = _name(marks[at])
        if name and name == first and at > start:
            return last
        if not _is_entry(text, blocks[at], marks[at]):
            break
        first = first or name
        if name or is_leader(text, blocks[at].span):
            last = at + 1
        elif at - last > 2:
            break
    return last


def _is_entry(text: str, block: Block, marks: tuple[Mark, ...]) -> bool:
    """Whether a block can be a line of a table of contents: a heading, numbered or not, or dots and a page number."""
    if is_leader(text, block.span):
        return True
    words = text[marks[0].end if marks else block.start : block.end].rstrip("0123456789 \t.")
    return is_heading(words) if words else bool(marks)


def _is_list(text: str, blocks: Sequence[Block], marks: Marks, run: Span, later: Mapping[tuple[str, str], int]) -> bool:
    """Whether a run of entries without a title is a table: dots, or the marks all come again later."""
    if sum(is_leader(text, blocks[at].span) for at in range(*run)) * 2 > run.length:
        return True
    names = [name for at in range(*run) if (name := _name(marks[at])) and marks[at][0].kind]
    return len(names) >= _FEWEST and sum(later[name] >= run.end for name in names) * 10 >= 8 * len(names)


def _name(marks: tuple[Mark, ...]) -> tuple[str, str] | None:
    """What a block's mark would be cited by, or None if it has none."""
    if not marks or not marks[0].number:
        return None
    return (str(marks[0].kind or marks[0].wrapper), marks[0].number.casefold())
