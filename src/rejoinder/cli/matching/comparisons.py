"""A comparison as it is read on the screen: what was dropped, what is new, then each kind of change."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import NARROWEST, Line, set_places
from rejoinder.cli.brief.wording import Places, clean
from rejoinder.cli.matching.words import in_quotes, marked_words, paragraph, title
from rejoinder.formats.exports.matching.filled import counted_changes, told_note
from rejoinder.formats.exports.matching.naming import CHANGES, file_name, name_item, wording_of
from rejoinder.formats.exports.matching.view import ComparisonView
from rejoinder.model import ChangeKind, Item, ItemChange


def render_comparison(view: ComparisonView, width: int) -> list[Text]:
    """The lines, none wider than ``width`` cells (60 at least)."""
    return set_places(list(_lines(view, max(width, NARROWEST))))


def _lines(view: ComparisonView, width: int) -> Iterator[Line]:
    before, after = Places(view.old.text), Places(view.new.text)
    old, new = clean(file_name(view.old, "old")), clean(file_name(view.new, "new"))
    yield Line(Text.assemble((old, "bold"), " → ", (new, "bold")))
    yield Line(Text(counted_changes(view.comparison) or "no items"))
    yield Line(Text("found, not confirmed", "dim"))
    for kind, (_, words) in CHANGES.items():
        changes = list(view.comparison.of_kind(kind))
        if changes:
            yield from title(words, str(len(changes)))
        for change in changes:
            yield from _change(change, width, before, after)


def _change(change: ItemChange, width: int, before: Places, after: Places) -> Iterator[Line]:
    sides = ((change.old, change.old_around), (change.new, change.new_around))
    names = [clean(name_item(item, around)) for item, around in sides if item is not None]
    shown = names[:1] if len(set(names)) == 1 else names
    yield Line(Text.assemble(f"  {CHANGES[change.kind][0]} ", (" → ".join(shown), "bold")))
    if change.kind is ChangeKind.KEPT:
        return
    place = _place("new", change.new, after) or _place("old", change.old, before)
    if change.words:
        yield from paragraph("", marked_words(change.words), width, place, 6, " ")
    else:
        item = change.new or change.old
        yield from paragraph("", [(in_quotes(wording_of(item)) if item else "", "")], width, place)
    for note in change.notes:
        yield from paragraph("    ·", [(clean(told_note(note)), "")], width)


def _place(name: str, item: Item | None, places: Places) -> str:
    return f"{name} {places.at(item.start)}" if item is not None else ""
