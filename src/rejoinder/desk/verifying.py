"""Verifying a docket: a desk in, what is changed, missing or damaged out, each named; nothing where all is as it was.

The hash chain, the digests of sources and of their texts, every passage against its text, the guards of the database,
and the kept snapshot against the entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.snapshots import kept_snapshot
from rejoinder.docket import Snapshot, fold
from rejoinder.docket.chain import check_chain
from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.docket.payloads import SourceReceived, read_payload
from rejoinder.model import Entry, EntryError, EntryKind, StoreError


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in a sentence, with its code; ``docket`` is empty for what concerns the whole desk."""

    code: str
    message: str
    docket: str = ""


def verify_desk(desk: Desk, dockets: list[str] | None = None) -> Iterator[Fault]:
    """Everything that is wrong with these dockets of a desk (None: with all of them)."""
    ask(desk, Deed.READ)
    yield from (Fault("store-damaged", line) for line in desk.ledger.damage())
    for docket in dockets if dockets is not None else [name for name, _ in desk.ledger.dockets()]:
        yield from _verify_docket(desk.ledger, docket)


def _verify_docket(ledger: Ledger, docket: str) -> Iterator[Fault]:
    entries: list[Entry] = []
    for item in _readable(ledger, docket):
        if isinstance(item, Fault):
            yield item
        else:
            entries.append(item)
    for problem in check_chain(entries):
        yield Fault(problem.code, problem.message, docket)
    for fault in _Sources(ledger).check(entries):
        yield Fault(fault.code, fault.message, docket)
    yield from _check_kept(ledger, docket, entries)


def _readable(ledger: Ledger, docket: str) -> Iterator[Entry | Fault]:
    """The entries that can be read, and a fault for each that cannot."""
    last: int | None = 0
    while last is not None:
        after, last = last, None
        try:
            yield from ledger.entries(docket, after=after)
        except EntryError as error:
            yield Fault(error.code, error.message, docket)
            last = error.seq


class _Sources:
    """Checks what entries rest on; each source is fetched once, and forgotten when the next one is asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._id = ""
        self._text: str | None = None
        self._withdrawn: set[str] = set()

    def check(self, entries: list[Entry]) -> Iterator[Fault]:
        """What is wrong with the sources of a docket, and with the passages that its entries rest on."""
        self._withdrawn = {item.entered.subject for item in entries if item.entered.kind is EntryKind.WITHDRAWAL}
        for entry in entries:
            if entry.entered.kind is EntryKind.SOURCE:
                yield from self._check_source(entry)
            yield from self._check_passages(entry)

    def _check_source(self, entry: Entry) -> Iterator[Fault]:
        source = entry.entered.subject
        try:
            kept = self._ledger.source(source)
            said = read_payload(EntryKind.SOURCE, entry.entered.payload)
        except (StoreError, ValueError):
            yield Fault("source-changed", f"Source {source} cannot be read any more: it has been changed.")
            return
        if kept is None or kept.data is None:
            if kept is None or source not in self._withdrawn:
                yield Fault("source-missing", f"The bytes of source {source} ({_name(said)}) are missing.")
            return
        yield from _check_digests(kept, said)

    def _check_passages(self, entry: Entry) -> Iterator[Fault]:
        for evidence in entry.entered.evidence:
            text = self._text_of(evidence.source)
            if text is not None and not evidence.passage.holds_in(text):
                message = f"Anchor broken: “{evidence.passage.exact[:60]}” does not stand where entry {entry.seq} says."
                yield Fault("anchor-broken", f"{message} ({entry.entered.subject}, {evidence.source})")

    def _text_of(self, source: str) -> str | None:
        if source != self._id:
            try:
                kept = self._ledger.source(source)
            except StoreError:
                kept = None
            self._id, self._text = source, kept.text if kept else None
        return self._text


def _name(said: object) -> str:
    return said.name if isinstance(said, SourceReceived) else "?"


def _check_digests(kept: KeptSource, said: object) -> Iterator[Fault]:
    if _digest(kept.data or b"") != kept.id:
        yield Fault("source-changed", f"The bytes of source {kept.id} ({_name(said)}) have been changed.")
    if isinstance(said, SourceReceived) and _digest((kept.text or "").encode("utf-8", "surrogatepass")) != said.text:
        yield Fault("text-changed", f"The text of source {kept.id} ({said.name}) has been changed.")


def _digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def _check_kept(ledger: Ledger, docket: str, entries: list[Entry]) -> Iterator[Fault]:
    """The kept snapshot is what the entries make, or is not there."""
    kept = kept_snapshot(ledger, docket)
    if not kept.seq:
        return
    try:
        made: Snapshot | None = fold(entry for entry in entries if entry.seq <= kept.seq)
    except ValueError:
        made = None
    if made != kept:
        yield Fault("projection-changed", "What is kept of the docket for speed does not fit its entries.", docket)
