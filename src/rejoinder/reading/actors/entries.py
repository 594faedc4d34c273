"""Who stands where in a story: entries in the order of the text, and the one of them spoken of last before a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import NamedTuple

from rejoinder.model import Actor

_FURTHEST = 4


class Entry(NamedTuple):
    """Somebody at a place of the story: ``kind`` is person, role (a person without a name), body or side.
    ``rank`` is 2 where the words may be the subject of their sentence, 1 behind a preposition, 0 for an owner."""

    at: int
    sentence: int
    actor: Actor
    kind: str
    rank: int
    quoted: bool
    gender: str | None

    @property
    def subject(self) -> bool:
        return self.rank == 2


def last_entry(
    entries: Sequence[Entry], at: int, sentence: int, kinds: Container[str], parties: Container[str] | None = None
) -> Actor | None:
    """Who of ``kinds`` was spoken of last before the word ``at`` of ``sentence``: the subject of the nearest of the
    last four sentences that has one, or else whoever stands last in it; with ``parties``, only who belongs to one."""
    where = bisect_left(entries, at, key=lambda entry: entry.at) - 1
    best: Entry | None = None
    while where >= 0 and entries[where].sentence >= sentence - _FURTHEST:
        entry = entries[where]
        if best is not None and entry.sentence != best.sentence:
            break
        fits = entry.kind in kinds and (parties is None or entry.actor.party in parties)
        if fits and (best is None or entry.subject or entry.rank > best.rank):
            best = entry
        where -= 1
    return best.actor if best is not None else None
