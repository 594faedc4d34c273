"""A text in hand -> its items with the keys under which a docket knows them; a later version keeps those of before.

The outline names each item by its wording. Of a later version the items that are the same, whatever their number, take
the keys of the version before (``matching.versions`` says which they are), so that an item has one life.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rejoinder.formats.exports.matching.naming import name_item
from rejoinder.model import Item, ItemPlace, Outline, Passage, TextItem

STRETCH = 160
"""So many characters at most stand for a text that has no title."""


def items_of(text: str, outline: Outline, before: tuple[str, Sequence[TextItem]] | None = None) -> tuple[TextItem, ...]:
    """The items that may be answered, in the order of the text. ``before`` is the text of the version before with the
    items that the docket has of it."""
    from rejoinder.matching.rows import rows_of

    kept = _kept_keys(text, outline, before) if before else {}
    taken = set(kept.values())
    found = []
    for row in rows_of(outline):
        wording = wording_of(text, row.item)
        key = kept.get(wording.start) or _free(row.item.key, taken)
        taken.add(key)
        name = name_item(row.item, row.around)
        place = ItemPlace(key, row.item.label, name, row.item.heading, row.item.further, row.introduces)
        found.append(TextItem(wording, (), place))
    return tuple(found)


def wording_of(text: str, item: Item) -> Passage:
    """The words of an item that stand for it: its own, else its heading."""
    if item.wording is not None:
        return item.wording
    whole = text[item.start : item.end]
    start = item.start + len(whole) - len(whole.lstrip())
    return Passage.of(text, start, max(start, item.start + len(whole.rstrip())))


def head_of(text: str, outline: Outline) -> Passage:
    """The words at the head of a text: its title, else its first line."""
    if outline.title is not None:
        return outline.title
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    line = text[start : start + STRETCH].partition("\n")[0].rstrip()
    return Passage.of(text, start, start + len(line))


def _kept_keys(text: str, outline: Outline, before: tuple[str, Sequence[TextItem]]) -> Mapping[int, str]:
    """The keys of the version before, by where the wordings of this one begin."""
    from rejoinder.matching.outline import outline_text
    from rejoinder.matching.versions import compare_outlines

    old, items = before
    keys = keys_by_start(items)
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for change in compare_outlines((old, outline_text(old)), (text, outline)).changes:
        if change.old is not None and change.new is not None:
            key = keys.get(wording_of(old, change.old).start)
            start = wording_of(text, change.new).start
            if key is not None and start not in kept and key not in taken:
                kept[start] = key
                taken.add(key)
    return kept


def _free(key: str, taken: set[str]) -> str:
    """The key, or with a number behind it where another item has it already."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


def keys_by_start(items: Sequence[TextItem]) -> dict[int, str]:
    """The keys of items by where their wordings begin."""
    return {item.wording.start: item.place.key for item in items if item.place is not None}
