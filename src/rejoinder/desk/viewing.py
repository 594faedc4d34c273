"""A docket and a moment -> the view of it that exports write, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import title_of
from rejoinder.desk.narrowing import Asked
from rejoinder.desk.receiving import is_called
from rejoinder.desk.snapshots import NOW, AsOf, day_of, snapshot_as_of
from rejoinder.docket import Snapshot, all_matters
from rejoinder.docket.matters import Matter
from rejoinder.formats.exports import DocketView, export_docket

ALL = Asked()


def view_docket(
    desk: Desk, docket: str, at: AsOf = NOW, *, confirmed: bool = False, matters: tuple[Matter, ...] | None = None
) -> DocketView:
    """All matters of a docket as of a moment, or those given; with ``confirmed`` those alone that a named person stands
    behind."""
    snapshot = snapshot_as_of(desk, docket, at)
    day = day_of(desk, at)
    matters = all_matters(snapshot, day) if matters is None else matters
    if confirmed:
        matters = tuple(matter for matter in matters if matter.backing.confirmed)
    view = DocketView(docket, title_of(desk, docket), day, matters, {}, at.recorded, confirmed)
    told = {report.source for matter in matters for report in matter.reports}
    return replace(view, sources={source: kept for source, kept in snapshot.sources.items() if source in told})


def view_part(desk: Desk, docket: str, at: AsOf = NOW, asked: Asked = ALL) -> DocketView:
    """The matters that are asked for; the title says that they are a part of the docket."""
    snapshot = snapshot_as_of(desk, docket, at)
    every = all_matters(snapshot, day_of(desk, at))
    found = tuple(matter for matter in every if asked.holds_for(matter) and _told_in(matter, snapshot, asked.source))
    view = view_docket(desk, docket, at, confirmed=asked.confirmed, matters=found)
    return replace(view, title=" · ".join([view.title, *asked.told])) if asked.at_all else view


def _told_in(matter: Matter, snapshot: Snapshot, words: str) -> bool:
    """Whether a matter is told of in a source that is called so."""
    if not words:
        return True
    kept = (snapshot.sources.get(report.source) for report in matter.reports)
    return any(one is not None and is_called(one, words) for one in kept)


def export(desk: Desk, docket: str, path: Path, at: AsOf = NOW, asked: Asked = ALL) -> DocketView:
    """Write a docket, or what is asked for of it, to a file in the format that its name asks for. InputError where that
    is not possible."""
    view = view_part(desk, docket, at, asked)
    export_docket(view, path)
    return view
