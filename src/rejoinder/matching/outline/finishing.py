"""Drafts made fast: the tree that was built in, items with labels, keys and exact passages out."""

from __future__ import annotations

import re
from bisect import bisect_left

from rejoinder.matching.outline.building import Built
from rejoinder.matching.outline.drafts import Draft
from rejoinder.matching.outline.naming import name_keys, name_labels
from rejoinder.model import Item, ItemKind, Outline, Passage, Span

_SIGNS = "[]"


def finish_outline(text: str, built: Built) -> Outline:
    """The outline of ``text`` from its drafts."""
    root = built.root
    order = _postorder(root)
    words = _words(text, order)
    labels, keys = name_labels(root), name_keys(root, words)
    brackets = _brackets(text)
    made: dict[int, Item] = {}
    for draft in order:
        made[id(draft)] = _finish(text, draft, labels[id(draft)], keys[id(draft)], brackets, made)
    title = Passage.of(text, *built.title) if built.title else None
    items = tuple(made[id(draft)] for draft in root.items)
    return Outline(title, items, tuple(sorted(built.problems, key=lambda problem: problem.start)))


def _postorder(root: Draft) -> list[Draft]:
    """All drafts, those in another before it."""
    order: list[Draft] = []
    waiting = list(root.items)
    while waiting:
        draft = waiting.pop()
        order.append(draft)
        waiting.extend(draft.items)
    order.reverse()
    return order


def _words(text: str, order: list[Draft]) -> dict[int, str]:
    """The own words of each draft; of one without any, those of the drafts in it."""
    words: dict[int, str] = {}
    for draft in order:
        spans = ([draft.heading] if draft.heading else []) + draft.own
        own = " ".join(text[slice(*span)] for span in spans)
        words[id(draft)] = own if own.strip() else " ".join(words[id(inner)] for inner in draft.items)
    return words


def _finish(text: str, draft: Draft, label: str, key: str, brackets: list[Span], made: dict[int, Item]) -> Item:
    items = tuple(made[id(inner)] for inner in draft.items)
    end = max([draft.end, *(item.end for item in items)])
    lead, rest = _joined(text, draft.lead), _joined(text, draft.rest)
    heading = " ".join(text[slice(*draft.heading)].split()).strip("*_# ") if draft.heading else None
    if heading and heading.startswith("(") and heading.endswith(")"):
        heading = heading[1:-1].strip()
    if heading is None and draft.kind is ItemKind.DEFINITION and draft.mark:
        heading = " ".join(text[slice(*draft.mark.shown)].split())
    numbered = draft.mark is not None and bool(draft.mark.number or draft.worded)
    return Item(
        key=key,
        label=label,
        kind=draft.kind or ItemKind.ITEM,
        number=draft.mark.number or None if draft.mark else None,
        heading=heading or None,
        start=draft.start,
        end=end,
        mark=Passage.of(text, *draft.mark.shown) if draft.mark and numbered else None,
        wording=Passage.of(text, *lead[0]) if lead else None,
        further=tuple(Passage.of(text, *span) for span in (*lead[1:], *rest)),
        bracketed=tuple(Passage.of(text, *span) for own in (*lead, *rest) for span in _within(own, brackets)),
        items=items,
    )


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans with those put together between which nothing but white space stands."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip(" \t\r\n\f\v*_"):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _brackets(text: str) -> list[Span]:
    """The outermost pairs of square brackets, in order; one that is not closed counts for nothing."""
    found: list[Span] = []
    opened: list[int] = []
    for sign in re.finditer(r"[\[\]]", text):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            while found and found[-1].start > start:
                found.pop()
            found.append(Span(start, sign.end()))
    return found


def _within(own: Span, brackets: list[Span]) -> list[Span]:
    """The parts of a passage that stand in square brackets."""
    at = bisect_left(brackets, own.start, key=lambda span: span.end)
    parts = []
    while at < len(brackets) and brackets[at].start < own.end:
        part = Span(max(own.start, brackets[at].start), min(own.end, brackets[at].end))
        if part.length > 2:
            parts.append(part)
        at += 1
    return parts
