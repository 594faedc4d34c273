"""The table of a docket as of a moment, as pages show it and exports write it: a row for each item of all texts, the
sources that its cells cite, and the sentences of replies that answer nothing."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path

from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import title_of
from rejoinder.desk.records import find_id
from rejoinder.desk.snapshots import NOW, AsOf, of_snapshot, views_as_of
from rejoinder.docket import Views
from rejoinder.docket.entering import subject_of
from rejoinder.docket.matters import TextMatter
from rejoinder.docket.table import Asked, Table, table_of
from rejoinder.formats.exports.matching.view import TableView, Unlinked
from rejoinder.model import AskedError, Link, RecordKind


def table_as_of(desk: Desk, docket: str, asked: Asked | None = None, at: AsOf = NOW) -> TableView:
    """The table then. ``asked.text`` may be the id of a text, of its source, or the first digits of either; AskedError
    for one that the docket does not hold."""
    views = views_as_of(desk, docket, at)
    asked = _whole(views, asked or Asked())
    table = of_snapshot(desk, ("table", docket, at, views.today, asked), views.snapshot, lambda: table_of(views, asked))
    unlinked = of_snapshot(
        desk, ("unlinked", docket, at, views.today, asked), views.snapshot, lambda: tuple(_unlinked(desk, views, table))
    )
    sources = views.snapshot.sources
    return TableView(
        docket, title_of(desk, docket), views.today, at.recorded, asked.confirmed, table, sources, unlinked
    )


def texts_as_of(
    desk: Desk, docket: str, most: int, at: AsOf = NOW, *, with_items: bool = False
) -> tuple[TextMatter, ...]:
    """The texts of a docket, those in hand first, then the latest told of; those alone that have items, if asked."""
    views = views_as_of(desk, docket, at)
    key = ("texts", docket, at, views.today, most, with_items)
    return of_snapshot(desk, key, views.snapshot, lambda: _latest_texts(views, most, with_items))


def _latest_texts(views: Views, most: int, with_items: bool) -> tuple[TextMatter, ...]:
    kept = views.live.texts
    having = {item.text for item in views.live.items.values()} if with_items else kept.keys()
    places = [
        (any(kept[name].in_hand for name in members), kept[members[-1]].known, matter)
        for matter, members in views.live.matters("texts")
        if not having.isdisjoint(members)
    ]
    return views.texts.view_all([matter for _, _, matter in nlargest(most, places)])


def export_table_as_of(desk: Desk, docket: str, path: Path, asked: Asked | None = None, at: AsOf = NOW) -> TableView:
    """Write the table to a file in the format that its name asks for. InputError where that is not possible."""
    from rejoinder.formats.exports.matching import export_table

    view = table_as_of(desk, docket, asked, at)
    export_table(view, path)
    return view


def _whole(views: Views, asked: Asked) -> Asked:
    """What is asked for, with the whole id of the text."""
    if asked.text is None:
        return asked
    found = find_id(views.snapshot, asked.text, views.today)
    if found.startswith("sha256:"):
        found = subject_of(RecordKind.TEXT, found, (), "in hand")
    if found not in views.live.texts:
        raise AskedError("text-unknown", f"{asked.text} is no text in the docket then.", "Take an id from the table.")
    return Asked(views.live.matter_of(found), asked.by, asked.confirmed, asked.first, asked.most)


def _unlinked(desk: Desk, views: Views, table: Table) -> Iterator[Unlinked]:
    """For each reply in hand, its sentences that answer no item."""
    from rejoinder.matching.reply import cut_reply

    for reply in table.replies:
        for name in reply.in_hand:
            kept = desk.ledger.source(views.live.texts[name].source)
            if kept is not None and kept.text is not None:
                used = [link.passage.span for link in _links(views, name)]
                units, _ = cut_reply(kept.text)
                passages = (unit.passage for unit in units)
                free = tuple(one for one in passages if not any(one.span.overlaps(span) for span in used))
                yield Unlinked(reply, kept.id, free)


def _links(views: Views, reply: str) -> Iterator[Link]:
    for names in views.answers.of_items.values():
        for name in names:
            if views.live.answers[name].reply == reply:
                yield from views.answers.view(name).links
