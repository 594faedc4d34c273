"""The words of an answer -> its JSON object; and each value in it -> what it must be, or ``Unfit``.

An answer may be of any size, shape and depth: nothing in it is taken before it is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from rejoinder.learned.endpoint.locating import Quote
from rejoinder.model import EndpointError

MOST_RECORDS = 300
"""Records of one kind that are taken from one answer."""
MOST_PARTS = 40
"""Participants, mentions, items or other parts that are taken from one record."""
LONGEST_WORDS = 6_000
LONGEST_NAME = 300
SHOWN = 60
"""How much of an answer's own words a message repeats."""
Kind = TypeVar("Kind", bound=StrEnum)


class Unfit(Exception):  # noqa: N818 - what an answer is, not what went wrong in the program
    """A value that cannot be taken: why, as the code and the message of a Problem. It never leaves this package."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def parse_answer(words: str) -> dict[str, Any]:
    """The JSON object in an answer, which may stand behind a line of thought or in a fence. EndpointError if there is
    none: half an answer would look like a whole one."""
    bare = words.lstrip()
    if bare.startswith("<think>"):
        bare = bare.partition("</think>")[2]
    try:
        found, _ = json.JSONDecoder().raw_decode(bare, bare.find("{") if "{" in bare else 0)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        message = "What the endpoint answered is not JSON; it may have been cut off."
        raise EndpointError("endpoint-not-json", message, "Read this story again, or try another model.")
    return found


def as_object(value: Any, what: str) -> Mapping[str, Any]:
    """The value, if it is an object."""
    if not isinstance(value, dict):
        raise malformed(what)
    return value


def as_list(value: Any, what: str, most: int = MOST_PARTS) -> list[Any]:
    """The value, if it is a list of no more than ``most``; nothing is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > most:
        raise malformed(what)
    return value


def as_kind(value: Any, kinds: type[Kind], what: str) -> Kind:
    """The value, if it is one of the kinds there are."""
    for kind in kinds:
        if value == kind.value:
            return kind
    raise Unfit("endpoint-unknown-kind", f"The endpoint gives a {what} of a kind that there is not: {shown(value)}.")


def as_name(value: Any, what: str) -> str | None:
    """The value on one line, if it is a short string; None for an empty one or none."""
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        raise malformed(what)
    return " ".join(value.split()) or None


def as_truth(value: Any, what: str) -> bool | None:
    """The value, if it is true, false or null."""
    if value is None or isinstance(value, bool):
        return value
    raise malformed(what)


def as_quote(value: Any, what: str) -> Quote | None:
    """The words that a value gives: as an object with ``exact`` (or ``text``), or as a bare string. Offsets are not
    looked at: the words alone say where they stand."""
    if value is None:
        return None
    if isinstance(value, str):
        value = {"exact": value}
    given = as_object(value, what)
    exact, before, after = (given.get(key) or "" for key in ("exact", "before", "after"))
    exact = exact or given.get("text") or ""
    if not all(isinstance(words, str) and len(words) <= LONGEST_WORDS for words in (exact, before, after)):
        raise malformed(what)
    return Quote(exact, before, after) if exact.strip() else None


def malformed(what: str) -> Unfit:
    """The doubt about a value of the wrong shape."""
    return Unfit("endpoint-malformed", f"The endpoint gives a {what} that is not as it should be.")


def shown(value: Any) -> str:
    """A little of a value of an answer, for a message: printable, on one line, in quotation marks."""
    words = value if isinstance(value, str) else type(value).__name__
    bare = " ".join("".join(mark if mark.isprintable() else " " for mark in words[: 4 * SHOWN]).split())
    return f"“{bare[:SHOWN]}…”" if len(bare) > SHOWN else f"“{bare}”"
