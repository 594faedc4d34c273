"""The dockets of a desk: making one, and finding the one that is meant."""

from __future__ import annotations

import re

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.model import AskedError

_NAME = re.compile(r"[^\W_][\w.\- ]{0,99}")


def make_docket(desk: Desk, docket: str, title: str | None = None) -> None:
    """A new docket without entries. AskedError for a name that is none, StoreError if there is one of that name."""
    ask(desk, Deed.MAKE, docket)
    if not _NAME.fullmatch(docket) or docket.endswith(" "):
        message = f"“{docket}” is no name for a docket."
        raise AskedError("docket-name", message, "Take letters and digits, and at most 100 of them: guarantees-2022")
    desk.ledger.create(docket, title or docket, desk.clock())


def only_docket(desk: Desk, address: str) -> str:
    """The docket of a desk that has only one. AskedError where there is none or several."""
    names = [name for name, _ in desk.ledger.dockets()]
    if len(names) == 1:
        return names[0]
    if not names:
        raise AskedError("docket-none", f"There is no docket in {address}.", f"Make one: rejoinder new {address}#NAME")
    listed = ", ".join(names)
    raise AskedError("docket-several", f"{address} holds {listed}.", f"Say which: {address}#{names[0]}")


def title_of(desk: Desk, docket: str) -> str:
    """The title of a docket, its name where it has none."""
    return dict(desk.ledger.dockets()).get(docket) or docket


def list_dockets(desk: Desk) -> list[tuple[str, str]]:
    """The names and titles of the dockets that the desk's user may read."""
    return [(name, title) for name, title in desk.ledger.dockets() if desk.permission(desk.user, Deed.READ, name)]
