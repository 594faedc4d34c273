"""Who may do what: a person, a deed and a docket in, an AccessError out where it is not allowed.

Every use case asks here and nowhere else: pages, API, search, exports, feeds and commands alike. The owner on their
own machine may do everything; where an installation has accounts, whoever comes by an address must have one that is
enabled. Roles come as another ``Permission`` that is put into the ``Desk``, without a change to the use cases.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from rejoinder.model import AccessError

if TYPE_CHECKING:
    from rejoinder.store.accounts import Accounts


class Deed(StrEnum):
    """What a person may want to do. ``enter`` is to come in at all, ``copy`` to back a desk up or to restore one,
    ``publish`` to write a site of what is public in a docket, ``manage`` to make and change the accounts of others."""

    ENTER = "come into"
    READ = "read"
    ADD = "add to"
    JUDGE = "judge in"
    RECORD = "record in"
    MAKE = "make"
    COPY = "copy"
    PUBLISH = "publish"
    MANAGE = "manage the accounts of"


_OF_THE_OWNER = frozenset({Deed.COPY, Deed.MANAGE})
Permission = Callable[[str, Deed, str | None], bool]
"""Whether a person (by name) may do a deed in a docket (None: in the whole desk)."""


class Seated(Protocol):
    """Who sits at a desk, and what decides what they may do: what is asked of a ``Desk`` here."""

    @property
    def user(self) -> str: ...

    @property
    def permission(self) -> Permission: ...


def owner_may_all(user: str, deed: Deed, docket: str | None) -> bool:
    """The owner on their own machine may do everything."""
    del user, deed, docket
    return True


def nobody_may(user: str, deed: Deed, docket: str | None) -> bool:
    """Who is not signed in may do nothing."""
    del user, deed, docket
    return False


def account_may(held: Accounts) -> Permission:
    """An account may do everything in the dockets as long as it is enabled; what concerns the desk as a whole is left
    to the owner at the machine."""

    def may(user: str, deed: Deed, docket: str | None) -> bool:
        del docket
        return deed not in _OF_THE_OWNER and held.enabled(user)

    return may


def ask(desk: Seated, deed: Deed, docket: str | None = None) -> None:
    """AccessError unless the desk's user may do it."""
    if desk.permission(desk.user, deed, docket):
        return
    if not desk.user:
        raise AccessError("not-signed-in", "You are not signed in.", "Sign in with your name and password.")
    where = f"docket “{docket}”" if docket else "this desk"
    raise AccessError(
        "not-allowed", f"{desk.user} may not {deed.value} {where}.", "Ask the owner of the docket for the right to."
    )


def ask_about(desk: Seated, account: str) -> None:
    """AccessError unless the desk's user may change an account: their own, or any for who manages them."""
    if not (desk.user == account and desk.permission(desk.user, Deed.ENTER, None)):
        ask(desk, Deed.MANAGE)
