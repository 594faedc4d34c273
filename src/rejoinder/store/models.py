"""The tables of a desk. ``Entry`` is the truth; the database itself refuses to change or delete a row of it
(migration 0002). The bytes of a source stand apart, so that they can be lawfully withdrawn. Beside the dockets stands
who may come in: accounts, their tokens and sessions, and attempts to sign in."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Docket(models.Model):
    """The record of one negotiation."""

    name = models.CharField(primary_key=True, max_length=100)
    title = models.TextField()
    created_at = models.DateTimeField()


class Source(models.Model):
    """That something was received; never changed. ``id`` is ``sha256:`` and the digest of its bytes."""

    id = models.CharField(primary_key=True, max_length=71)
    name = models.TextField()


class SourceContent(models.Model):
    """The bytes of a source and the text that its offsets refer to; gone when it is withdrawn."""

    source = models.OneToOneField(Source, primary_key=True, on_delete=models.PROTECT, related_name="content")
    data = models.BinaryField()
    text = models.TextField()


class Entry(models.Model):
    """One entry of a docket (``rejoinder.model.Entry``). ``evidence`` is JSON: sources, offsets and exact words."""

    pk = models.CompositePrimaryKey("docket_id", "seq")
    docket = models.ForeignKey(Docket, on_delete=models.PROTECT, db_index=False)
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=100)
    happened_from = models.DateField(null=True)
    happened_to = models.DateField(null=True)
    known_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    payload = models.TextField()
    evidence = models.TextField()
    produced_by = models.TextField(blank=True)
    supersedes = models.PositiveBigIntegerField(null=True)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["docket", "subject"], name="entry_subject")]


class Projection(models.Model):
    """What can be worked out again from the entries up to ``seq`` at any time."""

    pk = models.CompositePrimaryKey("docket_id", "name")
    docket = models.ForeignKey(Docket, on_delete=models.CASCADE, db_index=False)
    name = models.CharField(max_length=100)
    seq = models.PositiveBigIntegerField()
    data = models.BinaryField()


class Account(AbstractBaseUser):
    """A person who may sign in; its password is hashed by Django. ``key`` is the name as names are compared, without
    regard to case."""

    name = models.CharField(max_length=100)
    key = models.CharField(max_length=300, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "key"


class Token(models.Model):
    """What lets a program in under an account's name: ``digest`` is that of a secret which is shown once and not kept.
    One for feeds holds for one docket."""

    id = models.CharField(primary_key=True, max_length=16)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    purpose = models.CharField(max_length=10)
    docket = models.CharField(max_length=100, blank=True)
    label = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    used_on = models.DateField(null=True)


class Attempt(models.Model):
    """An attempt to sign in that was not followed by success; ``key`` is the digest of what is counted."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "at"], name="attempt_key")]


class Session(AbstractBaseSession):
    """A browser that is signed in."""

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """Where it is kept: here."""
        from rejoinder.store.sessions import SessionStore

        return SessionStore
