"""What the blocks of a text are, each by itself and by where it stands: blocks in, the same with their kinds out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Span
from rejoinder.reading.blocks import trim
from rejoinder.reading.calendar_forms import WrittenDay
from rejoinder.reading.datelines import Dateline, parse_dateline
from rejoinder.reading.furniture import (
    first_published,
    is_byline,
    is_furniture,
    is_release_label,
    is_tagline,
    opens_links,
    read_stamp,
)
from rejoinder.reading.publishers import is_masthead

HEAD_BLOCKS = 14
"""How many blocks from the top a masthead, byline or date line may stand."""
LONGEST_STAMP = 150
LONGEST_NAME = 80
_PARTS = re.compile(r"[|,]")
_ENDS = re.compile(r"[|,]|\bpublished\b")
_STOP = re.compile(r"[.!?…:][\"”’'»)\]]*(?:\s?\([^()]{2,20}\))?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block and what it is: text, furniture, byline, stamp, masthead, or dateline (alone on its line)."""

    span: Span
    kind: str = "text"
    dateline: Dateline | None = None
    days: tuple[WrittenDay, ...] = ()


def classify_blocks(text: str, spans: Sequence[Span]) -> list[Block]:
    """The blocks of ``text`` with their kinds, in order."""
    blocks = _mark_masthead(text, _classify_all(text, spans))
    return _mark_links(text, _mark_signature(text, blocks))


def _classify_all(text: str, spans: Sequence[Span]) -> list[Block]:
    """The blocks with their kinds; a name alone is a byline only below a headline."""
    blocks: list[Block] = []
    headed = False
    for at, span in enumerate(spans):
        block = _classify(text, span, at < HEAD_BLOCKS, headed)
        below_byline = bool(blocks) and blocks[-1].kind == "byline" and block.kind in ("text", "byline")
        if below_byline and is_masthead(text[slice(*span)]):
            block = replace(block, kind="masthead")
        blocks.append(block)
        headed = headed or block.kind == "text"
    return blocks


def _classify(text: str, span: Span, top: bool, headed: bool) -> Block:
    """What a block is, by itself and by whether it stands near the top and below a headline."""
    if top and (block := _classify_at_top(text, span)):
        return block
    if is_furniture(text, span) or (top and _is_salutation(text, span)):
        dated = is_tagline(text, span) or first_published(text, span)
        return Block(span, "furniture", days=_closing_stamp(text, span) if dated else ())
    return Block(span, "byline" if top and is_byline(text, span, headed) else "text")


def _classify_at_top(text: str, span: Span) -> Block | None:
    """What a block near the top is, if it is a date line, a byline with "By", or opens with a dateline."""
    if (days := read_stamp(text, span)) is not None:
        return Block(span, "stamp", days=days)
    if days := _stamp_beside_masthead(text, span):
        return Block(span, "masthead", days=days)
    if is_byline(text, span, headed=False):
        return Block(span, "byline", days=_closing_stamp(text, span))
    dateline = None if is_tagline(text, span) else parse_dateline(text, span)
    if dateline is None:
        return None
    return Block(span, "dateline" if dateline.span.end == span.end else "text", dateline)


def _stamp_beside_masthead(text: str, span: Span) -> tuple[WrittenDay, ...]:
    """The days of a line like "MEDTRADE DAILY | 08:15 CET, Tuesday 4 February 2020", "Lisk Weekly, 12 June 2024"."""
    if span.length > LONGEST_STAMP or not is_masthead(masthead_words(text, span)):
        return ()
    return _closing_stamp(text, span)


def _closing_stamp(text: str, span: Span) -> tuple[WrittenDay, ...]:
    """The days with which a line ends behind a bar or a comma: "By Jane Roe | Lisk Post, Thursday 25 November 2021"."""
    for mark in _ENDS.finditer(text, span.start, min(span.end, span.start + LONGEST_STAMP)):
        if days := read_stamp(text, trim(text, mark.end(), span.end)):
            return days
    return ()


def masthead_words(text: str, span: Span) -> str:
    """The words of a masthead before its first bar or comma: "Lisk Weekly, 12 June 2024"."""
    mark = _PARTS.search(text, *span)
    return text[span.start : mark.start() if mark else span.end].strip()


def _is_salutation(text: str, span: Span) -> bool:
    """Whether a block greets its readers: "Friends,", "Dear colleagues,"."""
    return span.length < 50 and text[span.end - 1] == "," and len(text[slice(*span)].split()) <= 4


def _mark_signature(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, a medium's name between the headline and the body a masthead where it stands beside a date line."""
    blocks = list(blocks)
    for at, block in enumerate(blocks[1 : HEAD_BLOCKS - 1], 1):
        beside = "stamp" in (blocks[at - 1].kind, blocks[min(at + 1, len(blocks) - 1)].kind)
        headed = any(before.kind == "text" for before in blocks[:at])
        if beside and headed and block.kind in ("text", "byline") and is_masthead(text[slice(*block.span)]):
            blocks[at] = replace(block, kind="masthead")
    return blocks


def _mark_masthead(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, the first ones mastheads if they name a medium or a body and a headline follows them.

    A line of capitals over a tagline ("News for members of the union") is a masthead whatever its words, and so is one
    over "Press release".
    """
    blocks = list(blocks)
    for at, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.kind != "text":
            continue
        after = [each for each in blocks[at + 1 : at + HEAD_BLOCKS] if each.kind == "text"]
        if len(after) < 2 or block.dateline or after[0].dateline or is_sentence(text, after[0].span):
            break
        below = blocks[at + 1]
        told = is_tagline(text, below.span) or is_release_label(text, below.span)
        tagline = below.kind == "furniture" and told and block.span.length < LONGEST_NAME
        if not tagline and not is_masthead(without_place(text, block.span)):
            break
        blocks[at] = replace(block, kind="masthead")
    return blocks


def without_place(text: str, span: Span) -> str:
    """The words of a masthead without the seat after its comma: "Ministry of Health, Kirkmoor"."""
    words, _, place = text[slice(*span)].rpartition(",")
    return words if words and len(place.split()) <= 2 else text[slice(*span)]


def _mark_links(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, the short lines that close the text under "Read more:" as furniture."""
    tail = len(blocks)
    while tail > 0 and blocks[tail - 1].span.length < 120 and not opens_links(text, blocks[tail - 1].span):
        tail -= 1
    if tail == 0 or not opens_links(text, blocks[tail - 1].span):
        return blocks
    return [*blocks[:tail], *(replace(block, kind="furniture") for block in blocks[tail:])]


def is_sentence(text: str, span: Span) -> bool:
    """Whether a block reads as a paragraph: it ends like a sentence, or is far too long for a heading."""
    return _STOP.search(text, max(span.start, span.end - 30), span.end) is not None or span.length > 350
