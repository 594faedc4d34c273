"""The blocks of a text: a text goes in, the spans of its paragraphs, headings and loose lines come out.

Paragraphs may be parted by blank lines or by single line ends, or be wrapped at a fixed width by a mail
program; a wrapped paragraph is put together again from its lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from rejoinder.model import Span

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = "\ufeff\u200b\u2060"
WIDEST_WRAP = 132
_BULLET = re.compile(r"[*•▪●◦‣■□>]|[-–—]\s|\(?[0-9a-z]{1,3}[.)]\s")


class Line(NamedTuple):
    """A line without its margins; ``indent`` in code points; ``follows``: no blank line stands before it."""

    start: int
    end: int
    indent: int
    follows: bool


def trim(text: str, start: int, end: int) -> Span:
    """The part of ``text[start:end]`` without white space at either end; empty at ``start`` if all is white."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in _BLANK):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in _BLANK):
        start += 1
    return Span(start, end)


def find_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank."""
    lines: list[Line] = []
    last = -1
    for match in _LINE.finditer(text):
        span = trim(text, match.start(), match.end())
        if span.length:
            follows = last >= 0 and text[last : match.start()] in ("\n", "\r\n", "\r", "\v", "\x85", "\u2028")
            lines.append(Line(span.start, span.end, span.start - match.start(), follows))
            last = match.end()
    return lines


def find_blocks(text: str) -> tuple[Span, ...]:
    """The paragraphs, headings and loose lines of ``text``: trimmed, in order, none empty."""
    lines = find_lines(text)
    width = wrap_width(text, lines)
    blocks: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and line.follows and _goes_on(text, before, line, width):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(Span(line.start, line.end))
    return tuple(blocks)


def wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which ``text`` was wrapped, or 0 if it was not.

    In wrapped prose most lines that follow another begin in small letters; among paragraphs of one line
    each hardly any does.
    """
    pairs = [(before, line) for before, line in pairwise(lines) if line.follows]
    if not pairs or sum(text[line.start].islower() for _, line in pairs) < 0.4 * len(pairs):
        return 0
    lengths = sorted(before.indent + before.end - before.start for before, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    return width if width <= WIDEST_WRAP else 0


def _goes_on(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether a wrapped line goes on in the next: no room was left on it for the next line's first word."""
    if not width or line.indent > before.indent + 1 or _BULLET.match(text, line.start, line.end):
        return False
    if text[line.start].islower():
        return True
    first = re.compile(r"\S+").match(text, line.start, min(line.end, line.start + WIDEST_WRAP))
    room = width - (before.indent + before.end - before.start)
    return first is not None and len(first.group()) >= room
