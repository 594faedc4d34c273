"""The command line of what is fitted: a folder of pairs in, a table of numbers printed or written."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def print_or_write(module: str, told: str | None, fit: Callable[[Path], str], table: Path) -> None:
    """Fit on the folder that the command line names; with ``--write`` the numbers go into their table."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=(told or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {table}")
    chosen = parser.parse_args()
    numbers = fit(chosen.folder)
    if chosen.write:
        table.write_text(numbers, encoding="utf-8")
    else:
        print(numbers)
