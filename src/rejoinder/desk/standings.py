"""Where a large docket stands now, kept from one command to the next: what was asked and found in, the same out again
as long as no entry was made, the day is the same and the program too. It can be worked out anew at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import get_type_hints

import msgspec

import rejoinder.docket
from rejoinder.docket import Since, Standing
from rejoinder.docket.ledger import Ledger
from rejoinder.docket.matters import ReleaseMatter, TextMatter
from rejoinder.docket.shelves import sealed, unsealed
from rejoinder.model import Entry, StoreError

LARGE = 2_000
"""From so many entries on it is worth while to keep it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a docket: where it stands on a day, what changed since a moment, and how much is listed."""

    day: date
    since: Since | None
    most: int

    @property
    def name(self) -> str:
        """Under which name the answer is kept: one for each length of list, and for those that tell of changes."""
        return f"standing/{self.most}{'' if self.since is None else '/changed'}"


class _Kept(msgspec.Struct, array_like=True):
    """An answer: which program gave it, after which entry, to what. Of the parts of the standing, texts and releases
    that are public stand by their places, since bytes do not tell the one from the other."""

    program: str
    seq: int
    hash: str
    question: Question
    parts: msgspec.Raw
    texts: dict[int, TextMatter]
    releases: dict[int, ReleaseMatter]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


def is_large(ledger: Ledger, docket: str) -> bool:
    """Whether it is worth while to keep where a docket stands."""
    head = ledger.head(docket)
    return head is not None and head.seq >= LARGE


def standing_kept(ledger: Ledger, docket: str, question: Question, find: Callable[[], Standing]) -> Standing:
    """Where a docket stands now: as it is kept, else as it is found, which is then kept."""
    head = ledger.head(docket)
    if head is None or head.seq < LARGE:
        return find()
    kept = ledger.projection(docket, question.name)
    standing = None if kept is None else _read(kept[1], head, question)
    if standing is None:
        standing = find()
        if standing.seq == head.seq:
            _keep(ledger, docket, head, question, standing)
    return standing


def _keep(ledger: Ledger, docket: str, head: Entry, question: Question, standing: Standing) -> None:
    texts = {place: one for place, one in enumerate(standing.public) if isinstance(one, TextMatter)}
    releases = {place: one for place, one in enumerate(standing.public) if isinstance(one, ReleaseMatter)}
    parts = msgspec.Raw(_ENCODER.encode({name: getattr(standing, name) for name in _parts().__struct_fields__}))
    kept = _Kept(program(), head.seq, head.hash, question, parts, texts, releases)
    try:
        ledger.keep_projections(docket, head.seq, {question.name: sealed(_ENCODER.encode(kept))})
    except StoreError:
        return


def _read(data: bytes, head: Entry, question: Question) -> Standing | None:
    """The answer to this very question, if it is one."""
    try:
        kept = _DECODER.decode(unsealed(data))
        if (kept.program, kept.seq, kept.hash, kept.question) != (program(), head.seq, head.hash, question):
            return None
        parts = msgspec.msgpack.decode(kept.parts, type=_parts())
    except ValueError:
        return None
    public: dict[int, TextMatter | ReleaseMatter] = {**kept.texts, **kept.releases}
    return Standing(**msgspec.structs.asdict(parts), public=tuple(public[place] for place in sorted(public)))


@cache
def _parts() -> type[msgspec.Struct]:
    """The parts of a standing, but for what is public, as they are decoded."""
    hints = get_type_hints(Standing)
    return msgspec.defstruct(
        "Parts", [(part.name, hints[part.name]) for part in fields(Standing) if part.name != "public"]
    )


@cache
def program() -> str:
    """What tells one program from another: the sizes and times of the files that make views of a docket."""
    told = blake2b(digest_size=16)
    for path in sorted(Path(rejoinder.docket.__file__).parent.rglob("*.*")):
        if path.suffix in (".py", ".toml"):
            about = path.stat()
            told.update(f"{path.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return told.hexdigest()
