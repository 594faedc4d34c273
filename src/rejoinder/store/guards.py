"""The guards of a database against changes: the kind of database in, the names of the triggers it should have out."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TRIGGER = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)


@cache
def guards_of(vendor: str) -> frozenset[str]:
    """The triggers that refuse changes, by name."""
    script = files("rejoinder.store") / "sql" / f"append_only_{vendor}.sql"
    return frozenset(_TRIGGER.findall(script.read_text(encoding="utf-8")))
