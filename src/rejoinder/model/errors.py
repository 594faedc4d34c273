"""The one small tree of exceptions.

RejoinderError          something the user can mend; carries code, message and remedy
├── InputError          a file or stream that cannot be read: names it, the place, the remedy
├── ModelError          the shipped tagger is missing or damaged
├── EndpointError       a reader elsewhere, named by the user, cannot be reached, refuses, or answers badly
├── AccessError         a person asks for what they may not do
├── AskedError          what is asked for is not there, or could be several things
└── StoreError          a desk or docket that cannot be opened, or an entry that cannot be made: nothing was changed
    └── EntryError      an entry that cannot be read any more: names its number

Text never raises: a doubt about what a text says is a ``Problem``, not an exception.
"""

from __future__ import annotations


class RejoinderError(Exception):
    """An error with a stable ``code``, a ``message`` for people and a ``remedy``."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class InputError(RejoinderError):
    """An input that cannot be read. ``path`` is the name that the user gave it (``-`` for a stream)."""

    def __init__(self, path: str, code: str, message: str, remedy: str) -> None:
        super().__init__(code, message, remedy)
        self.path = path


class ModelError(RejoinderError):
    """The model file of the tagger is missing, damaged or of another version."""


class EndpointError(RejoinderError):
    """An endpoint that the user named cannot be reached, refuses to read, or gives an answer that is none."""


class AccessError(RejoinderError):
    """A person asks for what they may not do in a docket."""


class AskedError(RejoinderError):
    """What is asked for (a record, an address of a docket, a value) is not there, or could be several things."""


class StoreError(RejoinderError):
    """A desk or docket cannot be opened or written: locked, read-only, full, foreign, newer, or moved on meanwhile.
    Nothing was changed."""


class EntryError(StoreError):
    """Entry number ``seq`` cannot be read: what is kept of it is no entry any more."""

    def __init__(self, seq: int, message: str, remedy: str) -> None:
        super().__init__("entry-changed", message, remedy)
        self.seq = seq
