"""What was measured, on which data: figures by section, written to and read from one JSON file.

A section is one measurement on one set of data ("stories/dev", "polnear/dev"). Its figures are per cent, higher is
better. ``data`` is a digest over the names and bytes of the files it was measured on, so that figures of other data
are never compared unawares. Peers are other programs on the same data in the same run; they have no floors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SCHEMA = "rejoinder.evaluation/1"
CHUNK = 1 << 20

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """One section: its name, the digest of its data, its figures and those of its peers by name."""

    name: str
    data: str
    figures: Figures
    peers: Mapping[str, Figures] = field(default_factory=dict)


def data_digest(paths: Iterable[Path]) -> str:
    """``sha256:`` and a digest over file names and contents, whatever the order and the folder they are in."""
    lines = sorted(f"{path.name} {_digest_of(path)}" for path in paths)
    return "sha256:" + hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _digest_of(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
    return total.hexdigest()


def write_results(path: Path, sections: Iterable[Measured]) -> None:
    """Write the sections to ``path``; its folder is made if need be."""
    rows = {
        each.name: {"data": each.data, "figures": dict(each.figures)}
        | ({"peers": {name: dict(figures) for name, figures in each.peers.items()}} if each.peers else {})
        for each in sections
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"schema": SCHEMA, "sections": rows}, indent=1) + "\n", encoding="utf-8")


def load_results(path: Path) -> list[Measured]:
    """The sections in ``path``; ValueError if it holds something else."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if raw.get("schema") != SCHEMA:
        raise ValueError(f"{path} does not hold results of the evaluation ({SCHEMA})")
    return [Measured(name, row["data"], row["figures"], row.get("peers", {})) for name, row in raw["sections"].items()]


def table_of(section: Measured, floors: Figures | None = None) -> str:
    """The section as a table for people: a row per figure; ours, each peer's, and the floor."""
    columns = {"rejoinder": section.figures, **section.peers}
    if floors:
        columns["floor"] = floors
    rows = [f"{section.name:24}" + "".join(f"{name:>12}" for name in columns)]
    for figure in section.figures:
        cells = (column.get(figure) for column in columns.values())
        rows.append(f"  {figure:22}" + "".join(" " * 12 if cell is None else f"{cell:12.1f}" for cell in cells))
    return "\n".join(rows)
