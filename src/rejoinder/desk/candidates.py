"""With what a record could be one: a record in, other matters of its kind out, the likeliest first."""

from __future__ import annotations

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import views_as_of
from rejoinder.docket.kept import RecordKept
from rejoinder.docket.live import PARTS, part_of
from rejoinder.docket.matters import Matter

MOST = 30
TYING = ("text", "meeting")
"""The kinds of record by which a promise is kept."""


def likely_matters(desk: Desk, docket: str, subject: str, most: int = MOST) -> tuple[Matter, ...]:
    """The matters with which a record shares the most of what ties records together, then those near it in time."""
    views = views_as_of(desk, docket)
    own, part = views.live.kept(subject), part_of(subject)
    if own is None or part is None or part not in views.live.parts:
        return ()
    kept = views.live.parts[part]
    matter = views.live.matter_of(subject)
    others = ((_distance(own, kept[members[0]]), name) for name, members in views.live.matters(part) if name != matter)
    found = (views.find(name) for _, name in sorted(others)[:most])
    return tuple(one for one in found if one is not None)


def settling_matters(desk: Desk, docket: str, most: int = MOST) -> tuple[Matter, ...]:
    """The texts and meetings by which something may be kept, those told of last first."""
    views = views_as_of(desk, docket)
    last = [
        (views.live.parts[PARTS[kind]][members[-1]].known, name)
        for kind in TYING
        for name, members in views.live.matters(PARTS[kind])
    ]
    found = (views.find(name) for _, name in sorted(last, reverse=True)[:most])
    return tuple(one for one in found if one is not None)


def _distance(own: RecordKept, other: RecordKept) -> tuple[int, int]:
    shared = _words(own) & _words(other)
    return -len(shared), abs(own.day - other.day)


def _words(kept: RecordKept) -> set[str]:
    """The words in the keys of a record."""
    return {word.lstrip("~?") for key in kept.keys.split("\n") for word in key.split("|")} - {""}
