"""Text that every store can keep: no lone surrogates (UTF-8 has none) and no zero characters (PostgreSQL has none).

Each becomes U+FFFD, one code point for one, so that no offset moves.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: T) -> T:
    """A text, or a record with all texts in it, as it can be kept."""
    made: Any = value
    if isinstance(value, str):
        made = _NOT_STORABLE.sub("\ufffd", value)
    elif isinstance(value, tuple):
        made = tuple(storable(item) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: storable(item) for name, item in old.items()}
        made = replace(value, **{name: item for name, item in new.items() if item is not old[name]})
    kept: T = made
    return kept
