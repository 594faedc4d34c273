"""The matters of a docket, a page at a time: a kind and a cursor in, the next matters and the next cursor out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import NOW, AsOf, views_as_of
from rejoinder.docket.live import PARTS
from rejoinder.docket.matters import Matter, MatterKind


@dataclass(frozen=True, slots=True)
class Listed:
    """Some matters, in the order of their ids; ``cursor`` is the id after which the next page begins, None where this
    is the last one."""

    matters: tuple[Matter, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which matters are asked for: of one kind or all, after an id, at most so many, all or confirmed ones."""

    kind: MatterKind | None = None
    after: str = ""
    most: int = 100
    confirmed: bool = False


def list_matters(desk: Desk, docket: str, wanted: Wanted, at: AsOf = NOW) -> Listed:
    """The matters that are asked for. Ids do not change, so nothing is missed or told twice while a docket grows."""
    views = views_as_of(desk, docket, at)
    parts = [PARTS[wanted.kind.value]] if wanted.kind else list(PARTS.values())
    ids = sorted(name for part in parts for name, _ in views.live.matters(part) if name > wanted.after)
    found = (matter for name in ids if (matter := views.find(name)) is not None)
    kept = (matter for matter in found if matter.backing.confirmed or not wanted.confirmed)
    some = list(islice(kept, wanted.most + 1))
    shown = tuple(some[: wanted.most])
    return Listed(shown, shown[-1].id if len(some) > wanted.most else None)
