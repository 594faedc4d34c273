"""A draft without numbers: its paragraphs become items. Blocks in, a tree of drafts and a problem that says so out."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.matching.outline import framing
from rejoinder.matching.outline.building import Built
from rejoinder.matching.outline.drafts import ROOT, Draft
from rejoinder.matching.outline.lines import Block, is_heading
from rejoinder.matching.outline.marks import Mark
from rejoinder.model import ItemKind, Problem, Severity, Span

CODE = "no-numbers"
_OPENING = 4
MESSAGE = "The text has no numbered items: its paragraphs are taken as the items, and their numbers are only counted."


def build_unnumbered(
    text: str, blocks: Sequence[Block], marks: Sequence[tuple[Mark, ...]], skipped: frozenset[int]
) -> Built:
    """The tree of a text whose items have no numbers."""
    words = [text[slice(*block.span)] for block in blocks]
    kept = [at for at in range(len(blocks)) if at not in skipped]
    title = framing.title_end(text, blocks, len(blocks))
    signing = next((at for at in kept if at > title and framing.opens_signatures(words[at])), len(blocks))
    preamble = _preamble_end(words, title, signing)
    headings = [at for at in kept if preamble <= at < signing and not marks[at] and is_heading(words[at])]
    root = Draft(None, ROOT)
    opening = preamble if preamble > title else _introduction_end(words, marks, title, signing)
    if preamble > title:
        _frame(root, blocks, words, range(title, preamble))
    elif opening > title:
        spans = [blocks[at].span for at in range(title, opening)]
        kind = ItemKind.INTRODUCTION
        root.items.append(Draft(kind, (str(kind), "frame"), (), spans[0].start, spans[-1].end, lead=spans))
    preamble = opening
    _items(root, blocks, marks, [at for at in kept if preamble <= at < signing], frozenset(headings), words)
    if signing < len(blocks):
        rest = [blocks[at].span for at in kept if at >= signing]
        root.items.append(
            Draft(ItemKind.SIGNATURES, ("signatures", "frame"), (), rest[0].start, rest[-1].end, lead=rest)
        )
    shown = Span(blocks[0].start, blocks[title - 1].end) if title else None
    problems = (Problem(CODE, MESSAGE, 0, 0, Severity.WARNING),) if root.items else ()
    return Built(root, shown, problems, numbered=False)


def _preamble_end(words: Sequence[str], title: int, signing: int) -> int:
    """Where the clauses of a preamble are over, or ``title`` if there are none."""
    recitals = [at for at in range(title, signing) if framing.opens_recital(words[at])]
    if recitals and (len(recitals) > 1 or framing.opens_preamble(words[title])):
        end = recitals[-1] + 1
        return end + 1 if end < signing and framing.closes_preamble(words[end]) else end
    return title


def _introduction_end(words: Sequence[str], marks: Sequence[tuple[Mark, ...]], title: int, signing: int) -> int:
    """Where the opening of a letter or a note is over: after its salutation, and after the words that announce what
    follows ("has the honour to propose the following:"), unless these are bullets."""
    end = title
    for at in range(title, min(title + _OPENING, signing - 1)):
        if framing.is_salutation(words[at]) or (words[at].endswith(":") and not marks[at + 1] and not marks[at]):
            end = at + 1
    return end


def _frame(root: Draft, blocks: Sequence[Block], words: Sequence[str], places: range) -> None:
    frame = Draft(ItemKind.PREAMBLE, ("preamble", "frame"), start=blocks[places[0]].start)
    root.items.append(frame)
    for at in places:
        span = blocks[at].span
        frame.end = span.end
        if framing.opens_recital(words[at]):
            frame.items.append(Draft(ItemKind.RECITAL, ("recital", "frame"), (), span.start, span.end, lead=[span]))
        else:
            frame.add(span)


def _items(
    root: Draft,
    blocks: Sequence[Block],
    marks: Sequence[tuple[Mark, ...]],
    places: Sequence[int],
    headings: frozenset[int],
    words: Sequence[str],
) -> None:
    """Sections by their headings, paragraphs, and the bullets below a paragraph that announces them."""
    section = root
    paragraph: Draft | None = None
    for at in places:
        span = blocks[at].span
        mark = marks[at][0] if marks[at] else None
        if at in headings:
            section = Draft(ItemKind.SECTION, ("section", "head"), (), span.start, span.end, heading=span)
            root.items.append(section)
            paragraph = None
        elif mark is not None and not mark.readings:
            kind = mark.kind or ItemKind.INDENT
            holder = paragraph or section
            begin = span.start if kind is ItemKind.DEFINITION else mark.end
            holder.items.append(
                Draft(kind, (str(kind), mark.wrapper), (), span.start, span.end, mark, lead=[Span(begin, span.end)])
            )
        elif not framing.is_salutation(words[at]):
            paragraph = Draft(ItemKind.PARAGRAPH, ("paragraph", "none"), (), span.start, span.end, lead=[span])
            section.items.append(paragraph)
