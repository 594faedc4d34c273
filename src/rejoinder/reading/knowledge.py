"""The tables of knowledge that the reading rests on: a table's name in, its parsed TOML out."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table ``tables/NAME.toml``, parsed once. FileNotFoundError if the package has no such table."""
    return tomllib.loads((files("rejoinder.reading") / "tables" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_set(table: str, *keys: str) -> frozenset[str]:
    """The list of words that stands in ``table`` under the path of ``keys``, as a set."""
    value: Any = load_table(table)
    for key in keys:
        value = value[key]
    return frozenset(value)
