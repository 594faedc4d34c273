"""The accounts of an installation: who may come in by an address, how they sign in, what programs of theirs may come in
with. Names, passwords and secrets in; accounts, tokens and desks at which somebody sits out.

Without any account the desk is its owner's: it answers on this machine alone, to whoever sits at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, account_may, ask, ask_about, nobody_may
from rejoinder.model import AccessError, AskedError, StoreError
from rejoinder.store import accounts_of

if TYPE_CHECKING:
    from rejoinder.store.accounts import Accounts
    from rejoinder.store.models import Account, Token

SHORTEST = 10
LONGEST = 1_000
WINDOW = timedelta(minutes=15)
LIMITS = {"pair": 5, "name": 60, "place": 40}
"""So many attempts to sign in are taken within the window: at a name from one place, at a name, from one place."""
_NAME = re.compile(r"[^\W_](?:[\w.'’\- ]{0,98}[\w.])?")


class Purpose(StrEnum):
    """What a token is for: the JSON API, or the feed and the calendar of one docket."""

    API = "api"
    FEED = "feed"


def has_accounts(desk: Desk) -> bool:
    """Whether the installation has accounts, so that nobody comes in without one."""
    held = accounts_of(desk.ledger)
    return held is not None and held.any()


def seat(desk: Desk, account: str | None) -> Desk:
    """The desk as somebody sits at it who came by an address: with an account, with none (None), or, where the
    installation has no accounts, as its owner."""
    held = accounts_of(desk.ledger)
    if held is None or not held.any():
        return desk
    if account is None:
        return replace(desk, user="", permission=nobody_may)
    return replace(desk, user=account, permission=account_may(held))


def add_account(desk: Desk, name: str, password: str) -> Account:
    """A new account, enabled. AskedError for a name or a password that will not do."""
    ask(desk, Deed.MANAGE)
    name = " ".join(name.split())
    if not _NAME.fullmatch(name):
        message = f"“{name}” is no name for an account."
        raise AskedError("account-name", message, "Take letters, digits and blanks, at most 100: Ilse Varga")
    _check_password(name, password)
    return _held(desk).add(name, password, desk.clock())


def list_accounts(desk: Desk) -> Sequence[Account]:
    """All accounts, by name."""
    ask(desk, Deed.MANAGE)
    held = accounts_of(desk.ledger)
    return held.all() if held is not None else ()


def change_password(desk: Desk, name: str, password: str, before: str | None = None) -> Account:
    """An account with another password. ``before`` is the one it has, which somebody else than its owner need not know.
    All sessions of the account end."""
    account = _account(desk, name)
    if before is not None and _held(desk).check(account.name, before) is None:
        raise AskedError("password-wrong", "The present password is not right.", "Try again; nothing was changed.")
    _check_password(account.name, password)
    _held(desk).set_password(account, password)
    return account


def enable_account(desk: Desk, name: str, enabled: bool) -> None:
    """Let an account in again, or not any more: then its sessions and tokens end at once."""
    ask(desk, Deed.MANAGE)
    _held(desk).enable(_account(desk, name), enabled)


def give_token(desk: Desk, name: str, purpose: Purpose, label: str = "", docket: str = "") -> str:
    """The secret of a new token, to be shown once."""
    account = _account(desk, name)
    if purpose is Purpose.FEED:
        ask(desk, Deed.READ, docket)
        desk.ledger.head(docket)
    return _held(desk).give_token(account, purpose.value, desk.clock(), " ".join(label.split())[:100], docket)


def list_tokens(desk: Desk, name: str) -> Sequence[Token]:
    """The tokens of an account, the latest first."""
    return _held(desk).tokens(_account(desk, name))


def revoke_token(desk: Desk, name: str, token: str) -> None:
    """Take a token back. AskedError where the account has none of this id."""
    if not _held(desk).revoke(_account(desk, name), token):
        raise AskedError("token-unknown", f"{name} has no token {token}.", "See the list of tokens.")


def sign_in(desk: Desk, name: str, password: str, place: str) -> Account:
    """The account with a name and a password. AccessError, the same for whatever is not right, and for one attempt too
    many from a ``place`` (an address of the network) or at a name."""
    from rejoinder.store.accounts import key_of

    held, now = _held(desk), desk.clock()
    key = key_of(name)[:300]
    limits = {f"pair {place} {key}": LIMITS["pair"], f"name {key}": LIMITS["name"], f"place {place}": LIMITS["place"]}
    made, counts = held.note_attempt(list(limits), now, now - WINDOW)
    if any(counts.get(one, 0) > limit for one, limit in limits.items()):
        held.forget_attempts(made)
        raise AccessError("sign-in-throttled", "There were too many attempts.", "Wait a quarter of an hour.")
    account = held.check(name, password) if len(password) <= LONGEST else None
    if account is None:
        message = "The name or the password is not right."
        raise AccessError("sign-in-refused", message, "Try again, or ask whoever keeps this desk for a new password.")
    held.forget_attempts(made, [next(iter(limits))])
    return account


def holder_of(desk: Desk, secret: str, purpose: Purpose, docket: str = "") -> str | None:
    """The name of the enabled account to which a token was given, None for one that is none or was taken back."""
    held = accounts_of(desk.ledger)
    account = held.holder(secret, purpose.value, desk.clock(), docket) if held is not None else None
    return account.name if account is not None else None


def account_numbered(desk: Desk, number: int) -> Account | None:
    """The enabled account with a number."""
    held = accounts_of(desk.ledger)
    return held.numbered(number) if held is not None else None


def _held(desk: Desk) -> Accounts:
    held = accounts_of(desk.ledger)
    if held is None:
        raise StoreError("accounts-nowhere", "A desk in memory has no accounts.", "Keep it in a file or a database.")
    return held


def _account(desk: Desk, name: str) -> Account:
    """The account of a name, for who may change it."""
    account = _held(desk).find(name)
    ask_about(desk, account.name if account else name)
    if account is None:
        raise AskedError("account-unknown", f"There is no account “{name}”.", "See them all: rejoinder account list")
    return account


def _check_password(name: str, password: str) -> None:
    """AskedError for a password that is easy to guess, as Django's validators see it."""
    from django.contrib.auth.password_validation import get_password_validators, validate_password
    from django.core.exceptions import ValidationError

    from rejoinder.store.models import Account

    named = "django.contrib.auth.password_validation."
    config: list[dict[str, Any]] = [
        {"NAME": f"{named}MinimumLengthValidator", "OPTIONS": {"min_length": SHORTEST}},
        {"NAME": f"{named}CommonPasswordValidator"},
        {"NAME": f"{named}NumericPasswordValidator"},
        {"NAME": f"{named}UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("name",)}},
    ]
    remedy = "Take ten characters or more that are no common word, not only digits, and not like the name."
    try:
        validate_password(password[:LONGEST], Account(name=name), get_password_validators(config))
    except ValidationError:
        raise AskedError("password-weak", "This password is easy to guess.", remedy) from None
    if len(password) > LONGEST:
        raise AskedError("password-long", "This password is too long.", f"Take at most {LONGEST} characters.")
