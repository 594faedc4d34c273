"""The layout of a story: a text in, its headline, dateline, byline, paragraphs and furniture out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rejoinder.model import Span
from rejoinder.reading.block_kinds import HEAD_BLOCKS, Block, classify_blocks, is_sentence
from rejoinder.reading.blocks import find_blocks, trim
from rejoinder.reading.datelines import Dateline, parse_dateline
from rejoinder.reading.furniture import closing_mark
from rejoinder.reading.provenance import complete_dateline

_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the parts of a story are. All spans are trimmed, in order, and share no code point.

    ``paragraphs``  the body; the first one starts after the dateline
    ``furniture``   whatever stands around the story, the byline among it
    """

    headline: Span | None
    subheadlines: tuple[Span, ...]
    dateline: Dateline | None
    byline: Span | None
    paragraphs: tuple[Span, ...]
    furniture: tuple[Span, ...]


def find_layout(text: str, title: str | None = None) -> Layout:
    """The layout of ``text``. ``title`` is the headline as metadata give it, to be found in the text.

    Any text has a layout; what has neither headline nor dateline is paragraphs.
    """
    spans = _split_single(text, find_blocks(text), title)
    blocks = classify_blocks(text, spans)
    start = _body_start(text, blocks, title)
    headings = [block.span for block in blocks[:start] if block.kind == "text"]
    headline, subheadlines = _choose_headline(text, headings, title)
    paragraphs, cross = _paragraphs(text, blocks[start:])
    loose = [block.span for block in blocks if block.kind in ("furniture", "byline", "stamp", "masthead")]
    byline = next((block.span for block in blocks[: start + 2] if block.kind == "byline"), None)
    dateline = complete_dateline(text, blocks, _first_dateline(blocks), byline, paragraphs)
    return Layout(headline, subheadlines, dateline, byline, paragraphs, tuple(sorted(loose + cross)))


def _split_single(text: str, spans: tuple[Span, ...], title: str | None) -> tuple[Span, ...]:
    """Blocks, with a headline that runs into the dateline of a text in one block parted from it."""
    if not spans or len(spans) > 1:
        return spans
    (span,) = spans
    if title and text.startswith(title.strip(), span.start) and span.length > len(title) + 1:
        head = Span(span.start, span.start + len(title.strip()))
        return (head, trim(text, head.end, span.end)) if head.length else spans
    if parse_dateline(text, span):
        return spans
    for match in re.compile(r"\s(?=[A-Z]{3})").finditer(text, span.start, min(span.end, span.start + 300)):
        rest = Span(match.end(), span.end)
        found = parse_dateline(text, rest)
        if found and found.publisher and found.place and found.span.end < span.end:
            return (Span(span.start, match.start()), rest)
    return spans


def _first_dateline(blocks: list[Block]) -> Dateline | None:
    return next((block.dateline for block in blocks if block.dateline), None)


def _body_start(text: str, blocks: list[Block], title: str | None) -> int:
    """The index of the block with which the body begins."""
    dated = next((at for at, block in enumerate(blocks) if block.dateline), None)
    if dated is not None and sum(block.kind == "text" for block in blocks[:dated]) <= 6:
        return dated if blocks[dated].kind == "text" else _after_head(text, blocks, dated + 1, title)
    return _after_head(text, blocks, 0, title)


def _after_head(text: str, blocks: list[Block], start: int, title: str | None) -> int:
    """Where the body begins when no dateline shows it: after the byline or date line, or at the first sentence."""
    marks = [at for at, block in enumerate(blocks[:HEAD_BLOCKS]) if at >= start and _closes_head(block)]
    texts = [at for at, block in enumerate(blocks) if block.kind == "text" and at >= start]
    if not texts:
        return len(blocks)
    for mark in reversed(marks):
        before = [at for at in texts if at < mark]
        after = [at for at in texts if at > mark]
        if after and len(before) <= 3 and _can_be_head(text, [blocks[at].span for at in before]):
            start = mark + 1
            texts = after
            break
    seen_head = any(block.kind == "text" for block in blocks[:start])
    for count, at in enumerate(texts):
        span = blocks[at].span
        if len(texts) == 1 or count == 4 or (is_sentence(text, span) and not _is_title(text, span, title)):
            heading_first = count == 0 and not seen_head and _is_short_question(text, span) and len(texts) > 1
            if not heading_first:
                return at
    return texts[0]


def _closes_head(block: Block) -> bool:
    """Whether a block may stand between headings and body: a byline, or a line that says when."""
    return block.kind in ("byline", "stamp") or (block.kind == "masthead" and bool(block.days))


def _can_be_head(text: str, spans: list[Span]) -> bool:
    """Whether blocks before a byline are headings: none is a paragraph of several sentences."""
    return all(span.length < 350 and len(re.findall(r"[.!?]\s+[A-Z\"“]", text[slice(*span)])) < 2 for span in spans)


def _is_short_question(text: str, span: Span) -> bool:
    """Whether a first block with a closing mark may still be a headline: a question, a cry or a quotation."""
    return span.length < 130 and text[span.start : span.end].rstrip("\"”’'»")[-1:] in ("?", "!")


def _is_title(text: str, span: Span, title: str | None) -> bool:
    return title is not None and _likeness(text[slice(*span)], title) > 0.8


def _likeness(words: str, title: str) -> float:
    """The share of a heading's words that the title has, 0 to 1."""
    mine = _LETTERS.findall(words.lower())
    theirs = set(_LETTERS.findall(title.lower()))
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0


def _choose_headline(text: str, headings: list[Span], title: str | None) -> tuple[Span | None, tuple[Span, ...]]:
    """Headline and sub-headlines. Where metadata give a title, the heading that is most like it."""
    if not headings:
        return None, ()
    best = headings[0]
    if title and title.strip():
        best = max(headings, key=lambda span: (_likeness(text[slice(*span)], title), -span.start))
        if _likeness(text[slice(*best)], title) < 0.5:
            return None, tuple(headings)
    return best, tuple(span for span in headings if span != best)


def _paragraphs(text: str, blocks: list[Block]) -> tuple[tuple[Span, ...], list[Span]]:
    """The body's paragraphs, without dateline and end marks; and the cross-heads and end marks between them."""
    paragraphs: list[Span] = []
    loose: list[Span] = []
    for at, block in enumerate(blocks):
        if block.kind != "text":
            continue
        if _is_cross_head(text, blocks, at):
            loose.append(block.span)
            continue
        start = block.dateline.span.end if block.dateline and not paragraphs else block.span.start
        end = closing_mark(text, Span(start, block.span.end))
        if end < block.span.end:
            loose.append(trim(text, end, block.span.end))
        paragraphs.append(trim(text, start, end))
    return tuple(span for span in paragraphs if span.length), loose


def _is_cross_head(text: str, blocks: list[Block], at: int) -> bool:
    """Whether a block is a heading within the body: a few words, no mark at the end, a paragraph on both sides."""
    span = blocks[at].span
    if at == 0 or at + 1 >= len(blocks) or span.length > 60 or blocks[at].dateline:
        return False
    words = text[slice(*span)]
    before = next((block for block in blocks[at - 1 :: -1] if block.kind == "text"), blocks[0])
    after = blocks[at + 1]
    plain = words[0].isupper() and words[-1].isalnum() and len(words.split()) <= 7
    between = is_sentence(text, before.span) and after.kind == "text" and is_sentence(text, after.span)
    return plain and between and text[before.span.end - 1] != ":"
