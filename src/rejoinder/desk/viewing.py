"""A docket and a moment -> the view of it that exports write, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import title_of
from rejoinder.desk.snapshots import NOW, AsOf, day_of, snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.docket.matters import Matter
from rejoinder.formats.exports import DocketView, export_docket


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


def export(desk: Desk, docket: str, path: Path, at: AsOf = NOW, *, confirmed: bool = False) -> DocketView:
    """Write a docket to a file in the format that its name asks for. InputError where that is not possible."""
    view = view_docket(desk, docket, at, confirmed=confirmed)
    export_docket(view, path)
    return view
