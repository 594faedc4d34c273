"""Entries in, the snapshot of a docket out; and on from there.

``fold(a + b) == fold(b, fold(a))``. What the views make of a snapshot does not depend on the order in which sources
were entered, only on what is in them. A snapshot as of a past day is the fold of the entries known by then.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import fields, replace

from rejoinder.docket.grouping import group_all
from rejoinder.docket.kept import (
    HOLDING,
    RecordKept,
    StatementKept,
    keep_items,
    keep_judgement,
    keep_link,
    keep_record,
    keep_source,
    withdraw_source,
)
from rejoinder.docket.live import PARTS, Live
from rejoinder.docket.snapshot import EMPTY, Snapshot
from rejoinder.docket.sources import KILLED, find_superseded
from rejoinder.model import Entry, EntryKind

_TEXTS = "texts"


def fold(entries: Iterable[Entry], start: Snapshot = EMPTY) -> Snapshot:
    """The snapshot after ``entries``, which follow those that ``start`` was folded from. ``start`` is not changed.
    ValueError for a payload that is not one of its kind."""
    growing = Snapshot(**{part.name: copy(getattr(start, part.name)) for part in fields(start)})
    seq, own = start.seq, start.hash
    touched: set[str] = set()
    for entry in entries:
        seq, own = entry.seq, entry.hash
        if not growing.appended or growing.appended[-1][1] != entry.recorded_at:
            growing.appended.append((seq, entry.recorded_at))
        _take(growing, entry, touched)
    if seq == start.seq:
        return start
    touched |= _touched_by_judgement(growing, start) | _touched_by_kill(growing, start)
    return replace(growing, seq=seq, hash=own, matters=group_all(Live(growing), start.matters, touched))


def _take(growing: Snapshot, entry: Entry, touched: set[str]) -> None:
    entered = entry.entered
    kind, subject = entered.kind, entered.subject
    if kind in HOLDING:
        growing.payloads.hold(entry.seq, entered.payload)
        _take_record(growing, subject, keep_record(entry), touched)
    elif kind == EntryKind.SOURCE:
        growing.sources[subject] = keep_source(entry)
    elif kind == EntryKind.JUDGEMENT:
        growing.judgements[entry.seq] = keep_judgement(entry)
    elif kind == EntryKind.LINK:
        growing.links[entry.seq] = keep_link(entry)
    elif subject in growing.sources:
        growing.sources[subject] = withdraw_source(growing.sources[subject], entry)


def _take_record(growing: Snapshot, subject: str, kept: StatementKept | RecordKept, touched: set[str]) -> None:
    if isinstance(kept, StatementKept):
        growing.statements.add(subject, kept)
        return
    touched.add(subject)
    part = PARTS[subject.partition(":")[0]]
    if part == _TEXTS:
        _take_items(growing, subject, kept, touched)
    getattr(growing, part)[subject] = kept


def _take_items(growing: Snapshot, subject: str, kept: RecordKept, touched: set[str]) -> None:
    if subject in growing.texts:
        for name, _ in keep_items(subject, growing.payloads.of(growing.texts[subject].seq)):
            del growing.items[name]
            touched.add(name)
    for name, item in keep_items(subject, growing.payloads.of(kept.seq)):
        growing.items[name] = item
        touched.add(name)


def _touched_by_judgement(growing: Snapshot, start: Snapshot) -> set[str]:
    """The records that new judgements bear on, also those that are taken back by them, and the items of judged
    texts, those of before an amendment among them."""
    touched: set[str] = set()
    waiting = [seq for seq in growing.judgements if seq > start.seq]
    while waiting:
        judged = growing.judgements[waiting.pop()]
        touched.update((judged.subject, *judged.others))
        if judged.undoes in growing.judgements:
            waiting.append(judged.undoes)
    texts = {subject for subject in touched if subject in growing.texts}
    if texts:
        for snapshot in (start, growing):
            touched.update(name for name, item in Live(snapshot).items.items() if item.text in texts)
    return touched


def _touched_by_kill(growing: Snapshot, start: Snapshot) -> set[str]:
    """The records of sources that have been killed since."""
    if len(growing.sources) == len(start.sources):
        return set()
    before = find_superseded(start.sources)
    killed = {
        name for name, why in find_superseded(growing.sources).items() if why == KILLED and before.get(name) != KILLED
    }
    if not killed:
        return set()
    live = Live(growing)
    touched = {subject for part in live.parts.values() for subject, kept in part.items() if kept.source in killed}
    return touched | {name for name, item in live.items.items() if live.parts[_TEXTS][item.text].source in killed}
