"""The small TOML tables of knowledge that drafts and replies are read by: a table's name in, its parsed TOML out."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``name`` (without ``.toml``), read once."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
