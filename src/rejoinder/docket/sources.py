"""Which sources count: the sources of a docket in, those that something took the place of out, with why.

Versions of one wire story share its address (ninjs, NewsML-G2): the latest one counts, a version that is canceled
kills them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from rejoinder.docket.kept import SourceKept

SUPERSEDED = "a later version of the source took its place"
KILLED = "the source was killed"
_CANCELED = "canceled"


def find_superseded(sources: Mapping[str, SourceKept]) -> dict[str, str]:
    """The ids of sources that no longer count, and why."""
    versions: dict[str, list[str]] = {}
    for name, source in sources.items():
        versions.setdefault(source.uri or name, []).append(name)
    out: dict[str, str] = {}
    for names in versions.values():
        ordered = sorted(names, key=lambda name: _place(name, sources[name]))
        killed = any(sources[name].status == _CANCELED for name in ordered)
        out.update(dict.fromkeys(ordered if killed else ordered[:-1], KILLED if killed else SUPERSEDED))
    return out


def embargo_of(source: SourceKept | None, now: datetime) -> datetime | None:
    """Until when a source may not be published, or None once it may."""
    if source is None or source.embargoed is None or source.embargoed <= now:
        return None
    return source.embargoed


def _place(name: str, source: SourceKept) -> tuple[int, datetime, str]:
    version = source.version or ""
    return int(version) if version.isdecimal() else 0, source.known, name
