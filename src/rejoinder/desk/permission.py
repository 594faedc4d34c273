"""Who may do what: a person, a deed and a docket in, an AccessError out where it is not allowed.

Every use case asks here and nowhere else. Today the owner of the machine may do everything; roles come as another
``Permission`` that is put into the ``Desk``, without a change to the use cases.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from rejoinder.model import AccessError

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk


class Deed(StrEnum):
    """What a person may want to do. ``copy`` is to back a desk up or to restore one, ``publish`` to write a site
    of what is public in a docket."""

    READ = "read"
    ADD = "add to"
    JUDGE = "judge in"
    RECORD = "record in"
    MAKE = "make"
    COPY = "copy"
    PUBLISH = "publish"


Permission = Callable[[str, Deed, str | None], bool]
"""Whether a person (by name) may do a deed in a docket (None: in the whole desk)."""


def owner_may_all(user: str, deed: Deed, docket: str | None) -> bool:
    """The owner on their own machine may do everything."""
    del user, deed, docket
    return True


def ask(desk: Desk, deed: Deed, docket: str | None = None) -> None:
    """AccessError unless the desk's user may do it."""
    if not desk.permission(desk.user, deed, docket):
        where = f"docket “{docket}”" if docket else "this desk"
        raise AccessError(
            "not-allowed", f"{desk.user} may not {deed.value} {where}.", "Ask the owner of the docket for the right to."
        )
