"""The accounts of an installation in its database: names and passwords, tokens for programs, attempts to sign in.

Who may do what is not decided here: ``desk.accounts`` asks for it, ``desk.permission`` decides.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.models import Count

from rejoinder.store import problems
from rejoinder.store.models import Account, Attempt, Token
from rejoinder.store.saying import said


def key_of(name: str) -> str:
    """A name as names are compared."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


class Accounts:
    """The accounts in a database: ``alias`` is its name to Django, ``shown`` its address for people."""

    def __init__(self, alias: str, shown: str) -> None:
        self.alias = alias
        self.shown = shown
        self._some = False

    def any(self) -> bool:
        """Whether there is an account, enabled or not. One that was made is never deleted."""
        if not self._some:
            with said(self.shown):
                self._some = Account.objects.using(self.alias).exists()
        return self._some

    def all(self) -> Sequence[Account]:
        """All of them, by name."""
        with said(self.shown):
            return list(Account.objects.using(self.alias).order_by("key"))

    def find(self, name: str) -> Account | None:
        """The account of a name, enabled or not."""
        with said(self.shown):
            return Account.objects.using(self.alias).filter(key=key_of(name)).first()

    def numbered(self, number: int) -> Account | None:
        """The account with a number, if it is enabled."""
        with said(self.shown):
            return Account.objects.using(self.alias).filter(pk=number, is_active=True).first()

    def enabled(self, name: str) -> bool:
        """Whether there is an enabled account of this name."""
        with said(self.shown):
            return Account.objects.using(self.alias).filter(key=key_of(name), is_active=True).exists()

    def add(self, name: str, password: str, now: datetime) -> Account:
        """A new account. StoreError ``account-exists``."""
        account = Account(name=name, key=key_of(name), created_at=now, password=make_password(password))
        with said(self.shown):
            try:
                with transaction.atomic(self.alias):
                    account.save(using=self.alias, force_insert=True)
            except IntegrityError as error:
                raise problems.account_exists(name) from error
        return account

    def set_password(self, account: Account, password: str) -> None:
        """Another password: sessions that were opened with the one before end."""
        with said(self.shown):
            account.set_password(password)
            account.save(using=self.alias, update_fields=["password"])

    def enable(self, account: Account, enabled: bool) -> None:
        """Let it in, or not any more."""
        with said(self.shown):
            account.is_active = enabled
            account.save(using=self.alias, update_fields=["is_active"])

    def check(self, name: str, password: str) -> Account | None:
        """The enabled account with this name and password. An unknown name takes as long as a wrong password."""
        account = self.find(name)
        if account is None:
            make_password(password)
            return None
        with said(self.shown):
            right = account.check_password(password)
        return account if right and account.is_active else None

    def give_token(self, account: Account, purpose: str, now: datetime, label: str = "", docket: str = "") -> str:
        """The secret of a new token, which is not kept."""
        secret = secrets.token_urlsafe(32)
        with said(self.shown):
            Token.objects.using(self.alias).create(
                id=secrets.token_hex(5),
                account_id=account.pk,
                purpose=purpose,
                docket=docket,
                label=label,
                digest=digest_of(secret),
                created_at=now,
            )
        return secret

    def tokens(self, account: Account) -> Sequence[Token]:
        """The tokens of an account, the latest first."""
        with said(self.shown):
            return list(Token.objects.using(self.alias).filter(account=account.pk).order_by("-created_at", "id"))

    def revoke(self, account: Account, token: str) -> bool:
        """Take a token back; False where the account has none of this id."""
        with said(self.shown):
            gone, _ = Token.objects.using(self.alias).filter(account=account.pk, id=token).delete()
        return gone > 0

    def holder(self, secret: str, purpose: str, now: datetime, docket: str = "") -> Account | None:
        """The enabled account to which a secret was given, for this purpose and docket."""
        with said(self.shown):
            token = (
                Token.objects.using(self.alias)
                .select_related("account")
                .filter(digest=digest_of(secret), purpose=purpose, docket=docket, account__is_active=True)
                .first()
            )
            if token is None:
                return None
            if token.used_on != now.date():
                Token.objects.using(self.alias).filter(pk=token.pk).update(used_on=now.date())
        return token.account

    def note_attempt(self, keys: Sequence[str], now: datetime, since: datetime) -> tuple[list[int], Mapping[str, int]]:
        """Note an attempt under each key. The numbers of the notes come back, and how many attempts there were since
        a moment, this one among them; older ones are forgotten."""
        digests = {digest_of(key): key for key in keys}
        with said(self.shown):
            held = Attempt.objects.using(self.alias)
            made = [held.create(key=digest, at=now).pk for digest in digests]
            held.filter(at__lt=since).delete()
            counted = held.filter(key__in=digests, at__gte=since).values("key").annotate(count=Count("id"))
            return made, {digests[row["key"]]: row["count"] for row in counted}

    def forget_attempts(self, numbers: Sequence[int], keys: Sequence[str] = ()) -> None:
        """Forget these notes, and all under these keys."""
        with said(self.shown):
            held = Attempt.objects.using(self.alias)
            held.filter(pk__in=numbers).delete()
            held.filter(key__in=[digest_of(key) for key in keys]).delete()


def digest_of(secret: str) -> str:
    """A secret as it is kept. It is long and drawn by chance, so a fast digest is safe."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
