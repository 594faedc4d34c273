"""What changed: a docket and a moment in, what became known or was entered after it out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rejoinder.docket.live import Live
from rejoinder.docket.views import Views


@dataclass(frozen=True, slots=True)
class Since:
    """A moment since which changes are asked for: ``known`` (evidence that was out after it), ``recorded`` (entries
    made after it), or both."""

    known: datetime | None = None
    recorded: datetime | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A matter that changed since the moment asked for: what happened to it, in words of the docket (``new``,
    ``restated``, ``slipped``, ``held``, ``confirmed`` ...), and the record or entry that did it."""

    matter: str
    what: str
    words: str
    subject: str
    known_at: datetime
    recorded_at: datetime


def find_changes(views: Views, since: Since) -> Iterator[Changed]:
    """What changed since the moment, in the order of the entries that did it."""
    live = views.live
    after = _entry_after(live, since.recorded)
    found = [*_new_records(live, since, after), *_decided(live, after if since.recorded else None, since.known)]
    words: dict[str, str | None] = {}
    for seq, what, subject, known in sorted(found):
        matter = live.matter_of(subject)
        if matter not in words:
            shown = views.find(matter)
            words[matter] = shown.words if shown is not None else None
        told = words[matter]
        if told is not None:
            yield Changed(matter, what, told, subject, known, live.snapshot.recorded_at(seq))


_Found = tuple[int, str, str, datetime]


def _new_records(live: Live, since: Since, after: int) -> Iterator[_Found]:
    for part in live.parts.values():
        for subject, kept in part.items():
            if _is_after(kept.seq, kept.known, since, after):
                yield kept.seq, "new" if live.matter_of(subject) == subject else "told again", subject, kept.known


def _decided(live: Live, after: int | None, known: datetime | None) -> Iterator[_Found]:
    for seq, judged in live.snapshot.judgements.items():
        if (after is not None and seq > after) or (known is not None and judged.at > known):
            yield seq, judged.decision.value, judged.subject, judged.at
    for seq, link in live.snapshot.links.items():
        if (after is not None and seq > after) or (known is not None and link.known > known):
            yield seq, link.relation.value, link.object, link.known


def _is_after(seq: int, known: datetime, since: Since, after: int) -> bool:
    return (since.known is not None and known > since.known) or (since.recorded is not None and seq > after)


def _entry_after(live: Live, recorded: datetime | None) -> int:
    """The number of the last entry that was made by a moment."""
    if recorded is None:
        return live.snapshot.seq
    appended = live.snapshot.appended
    at = bisect_right(appended, recorded, key=lambda made: made[1])
    return appended[at][0] - 1 if at < len(appended) else live.snapshot.seq
