"""The blocks that a draft is made of: text in, its paragraphs, headings and loose lines out, without page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.matching.tables import table
from rejoinder.model import Span
from rejoinder.reading.blocks import find_blocks, trim

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page\s*|p\.\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?|\[page \d{1,4}\]", re.IGNORECASE
)
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|\t\s*\d{1,4}$|…\s*\d{1,4}$| {3,}\d{1,4}$")
_DECIMAL_LINE = re.compile(r"\n[ \t]*(\d{1,3}(?:\.\d{1,3})+[.)]?\s+[A-Z“\"\[])")
_LIST_OPENS = re.compile(r"\(\w{1,4}\)|[1aiAI][.)]\s|[a-zA-Z]{1,4}\)\s")
_SENTENCE_END = (".", ";", ":", ",")
_HEADER_LENGTH = 100
_SHORT_LINE = 60
_HEADING_LENGTH = 160
_HEADING_WORDS = 22


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or loose line. ``indent`` in code points; ``apart``: a blank line stands before it."""

    start: int
    end: int
    indent: int
    apart: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def cut_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in their order, without page numbers and the lines that stand at the head of each page."""
    spans = [part for span in find_blocks(text) for part in _split_at_numbers(text, span)]
    furniture = _find_furniture(text, spans)
    blocks: list[Block] = []
    end = 0
    for span, loose in zip(spans, furniture, strict=True):
        if not loose:
            line = max(text.rfind("\n", end, span.start), text.rfind("\f", end, span.start)) + 1
            apart = text.count("\n", end, span.start) != 1
            if blocks and not apart and _is_broken(text, blocks[-1].span, span):
                blocks[-1] = Block(blocks[-1].start, span.end, blocks[-1].indent, blocks[-1].apart)
            else:
                blocks.append(Block(span.start, span.end, span.start - max(line, end), apart))
        end = span.end
    return tuple(blocks)


def _split_at_numbers(text: str, span: Span) -> Iterator[Span]:
    """A block, parted before those of its lines that begin with a number like 2.1: below a sentence that is over, or
    below a heading."""
    start = span.start
    for found in _DECIMAL_LINE.finditer(text, *span):
        above = trim(text, max(start, text.rfind("\n", start, found.start()) + 1), found.start())
        heads = above.length < _SHORT_LINE and is_heading(text[slice(*above)])
        if above.length and (heads or text[above.end - 1] in ".;:"):
            yield trim(text, start, found.start())
            start = found.start(1)
    yield trim(text, start, span.end)


def _is_broken(text: str, above: Span, below: Span) -> bool:
    """Whether a line ends within a sentence that the next one goes on with: "as agreed in paragraph / 4. It ..."."""
    if text[below.start] in "-–—•*" or text[above.end - 1] in ".;:,!?":
        return False
    last = re.search(r"[\w-]+$", text[max(above.start, above.end - 20) : above.end])
    if last is None or text[max(above.start, above.end - 30) : above.end].isupper():
        return False
    words = table("outline")["references"]
    if last[0].lower() in words["nouns"] and not is_heading(text[slice(*above)]):
        return True
    listed = _LIST_OPENS.match(text, *below)
    return not listed and (last[0].lower() in words["small"] or text[below.start].islower())


def _find_furniture(text: str, spans: Sequence[Span]) -> list[bool]:
    """For each block whether it is furniture of the page: its number, and what is repeated beside the numbers."""
    numbers = [span.length < 30 and bool(_PAGE_NUMBER.fullmatch(text, *span)) for span in spans]
    fed = [at == 0 or "\f" in text[spans[at - 1].end : span.start] for at, span in enumerate(spans)]
    shapes = [_shape(text[slice(*span)]) if span.length <= _HEADER_LENGTH else "" for span in spans]
    beside = [
        bool(shape) and (fed[at] or any(numbers[max(at - 2, 0) : at + 3]) or (at + 1 < len(fed) and fed[at + 1]))
        for at, shape in enumerate(shapes)
    ]
    often = Counter(shape for shape, near in zip(shapes, beside, strict=True) if near)
    whole = Counter(shapes)
    repeated = {shape for shape, count in often.items() if count >= 3 and count * 3 >= whole[shape] * 2}
    return [number or (near and shape in repeated) for number, near, shape in zip(numbers, beside, shapes, strict=True)]


def _shape(words: str) -> str:
    """Words as they are compared from page to page: without numbers where they tell the page."""
    lower = words.casefold()
    return re.sub(r"\d+", "#", lower) if "page" in lower else lower


def is_leader(text: str, span: tuple[int, int]) -> bool:
    """Whether a line ends in dots and a page number, as in a table of contents."""
    return _LEADER.search(text, max(span[0], span[1] - 200), span[1]) is not None


def is_heading(words: str) -> bool:
    """Whether words can be a heading: short, no sentence, and no mark at the end."""
    words = words.strip().strip("*_#").strip()
    bare = words.rstrip('])”"')
    if not words or len(words) > _HEADING_LENGTH or not _opens_heading(words):
        return False
    parts = re.findall(r"\w+", words.lower())
    if not parts or len(parts) > _HEADING_WORDS:
        return False
    capitals = words.upper() == words
    if words.endswith(_SENTENCE_END) or bare.endswith((";", ",")):
        return capitals and words.endswith(".") and len(parts) <= 10
    return capitals or not _sentence_words().intersection(parts)


def _opens_heading(words: str) -> bool:
    first = words.lstrip("[(\"“‘'")[:1]
    return first.isupper() or first.isdigit()


def _sentence_words() -> frozenset[str]:
    return frozenset(table("outline")["headings"]["verbs"])
