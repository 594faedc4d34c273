"""Meetings: what counts in a docket in, each meeting out with its days and status over time; slipped days are kept."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.docket.dues import change_of
from rejoinder.docket.live import Live
from rejoinder.docket.matters import Change, MatterKind, MeetingMatter, MeetingSaid
from rejoinder.docket.sameness import side_of
from rejoinder.docket.telling import Telling, tell
from rejoinder.model import Actor, Interval, Meeting, MeetingStatus

PART = "meetings"
_MOVES = (Change.SLIPPED, Change.ADVANCED)


def view_meeting(live: Live, matter: str) -> MeetingMatter:
    """One meeting, whole."""
    told = tell(live, PART, Meeting, matter)
    said = _days_said(told.counting)
    held = any(one.status is MeetingStatus.HELD for one in said)
    return MeetingMatter(
        id=matter,
        kind=MatterKind.MEETING,
        reports=told.reports,
        backing=told.backing,
        participants=_everybody([one.record for one in told.counting]),
        place=told.last("place"),
        forum=told.last("forum"),
        when=told.last("when"),
        status=MeetingStatus.HELD if held else said[-1].status,
        said=tuple(said),
        slipped=sum(one.change in _MOVES for one in said),
    )


def _days_said(told: Sequence[Telling[Meeting]]) -> list[MeetingSaid]:
    said: list[MeetingSaid] = []
    before: Interval | None = None
    for one in told:
        record = one.record
        before = before or record.moved_from
        change = change_of(before, record.when, extended=False) if record.when else Change.RESTATED
        said.append(MeetingSaid(record.when, record.status, one.report.known_at, one.report.subject, change))
        before = record.when or before
    return said


def _everybody(records: Sequence[Meeting]) -> tuple[Actor, ...]:
    """Those who meet: of each side as many as the record names that names most of its people."""
    by_side: dict[str, list[Actor]] = {}
    for record in records:
        for side in {side_of(actor) or "" for actor in record.participants}:
            named = [actor for actor in record.participants if side_of(actor) == side]
            held = by_side.get(side, [])
            if not held or _persons(named) > _persons(held):
                by_side[side] = named
    return tuple(actor for side in sorted(by_side) for actor in by_side[side])


def _persons(actors: Sequence[Actor]) -> int:
    return sum(actor.name != actor.party for actor in actors)
