"""TABLED: drafts, proposals and replies, from whom to whom, on which day, with the items that the story lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from rejoinder.cli.brief.page import INDENT, Line, Page, padded
from rejoinder.cli.brief.wording import clean, listed, shown_actor, shown_days
from rejoinder.model import TabledText, TextItem

DEEPEST = 4
"""Levels of items that are indented one under the other."""


def tabled(page: Page) -> Iterator[Line]:
    """The texts of the story by kind, author and addressees, and under each its items."""
    texts = page.reading.business.texts
    if texts:
        yield page.heading("TABLED", len(texts))
    width = padded([text.kind.value for text in texts])
    for text in texts:
        label = Text(f"{text.kind.value:<{width}}  ", "cyan")
        yield from page.row(label, [(_sides(text), "bold"), (_title(text), "")], _days(text), text.passage.start)
        indent = INDENT + width + 2
        yield from page.reason(text.reason)
        yield from _items(page, text.items, indent, 0)


def _sides(text: TabledText) -> str:
    by = shown_actor(text.by) if text.by else "by nobody named"
    to = listed([shown_actor(actor) for actor in text.to])
    return f"{by} → {to}" if to else by


def _title(text: TabledText) -> str:
    return f"“{clean(text.title)}”" if text.title else ""


def _days(text: TabledText) -> list[str]:
    """When it was handed over or published; a text that is only announced has no date."""
    days = [shown_days(text.when, None) if text.when else None]
    if text.published is not None and (published := shown_days(text.published, None)):
        days.append(f"published {published}")
    return [day for day in days if day] or ["no date"]


def _items(page: Page, items: Sequence[TextItem], indent: int, depth: int) -> Iterator[Line]:
    for item in items:
        lead = Text(" " * (indent + 2 * min(depth, DEEPEST))).append("– " if depth else "· ")
        words = clean(item.wording.exact)
        yield from page.paragraph(lead, lead.cell_len, [(words, "")], item.wording.start)
        yield from _items(page, item.items, indent, depth + 1)
