"""Floors under the figures: what was once reached is not lost unnoticed.

    python -m evaluation.floors check RESULTS.json     every measured figure is at its floor, on the same data
    python -m evaluation.floors raise RESULTS.json     floors follow the figures upwards

``floors.json`` beside this module is committed and holds each section's floors with the digest of the data they were
measured on. A floor is lowered only with ``--lower-deliberately "reason"``, and the reason stays in the file.
Sections that the results lack were not measured in that run and are passed over.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.results import Measured, load_results

FLOORS = Path(__file__).with_name("floors.json")
# The int8 sums of the tagger round differently from one processor to the next; so much is no loss.
MARGIN = 0.3


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was taken down deliberately."""

    section: str
    figure: str
    before: float
    after: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    """The floors of one section and the digest of the data they stand on."""

    data: str
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """All sections by name, and what was ever lowered, oldest first."""

    sections: Mapping[str, Section] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()


class LoweringError(ValueError):
    """Floors would go down without a reason."""


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors in ``path``."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    sections = {name: Section(row["data"], row["floors"]) for name, row in raw["sections"].items()}
    return Floors(sections, tuple(Lowered(**row) for row in raw["lowered"]))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors to ``path`` in a form that shows well in a diff."""
    raw = {
        "sections": {
            name: {"data": each.data, "floors": dict(each.floors)} for name, each in sorted(floors.sections.items())
        },
        "lowered": [{key: getattr(each, key) for key in Lowered.__slots__} for each in floors.lowered],
    }
    path.write_text(json.dumps(raw, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def failures(floors: Floors, results: Sequence[Measured]) -> Iterator[str]:
    """A sentence for each measured figure that is under its floor or missing, and each section on other data."""
    for measured in results:
        section = floors.sections.get(measured.name)
        if section is None:
            continue
        if section.data != measured.data:
            yield f"{measured.name}: measured on other data ({measured.data}) than its floors ({section.data})"
        for figure, floor in section.floors.items():
            value = measured.figures.get(figure)
            if value is None:
                yield f"{measured.name}: {figure} was not measured; its floor is {floor:.1f}"
            elif value < floor:
                yield f"{measured.name}: {figure} is {value:.1f}, under its floor of {floor:.1f}"


def raised(floors: Floors, results: Sequence[Measured], reason: str | None = None) -> Floors:
    """The floors after these results. New sections and figures get floors; others go up, never down.

    Results on other data take the section over where no figure is under its floor. What would be a lowering raises
    LoweringError, unless ``reason`` is given: then the floor follows the figure down and the reason is kept.
    """
    lowered = tuple(each for measured in results for each in _lowered(floors, measured, reason or ""))
    if lowered and not reason:
        names = ", ".join(f"{each.section} {each.figure}" for each in lowered)
        raise LoweringError(f'Floors would go down: {names}. Say why with --lower-deliberately "reason".')
    sections = dict(floors.sections)
    for measured in results:
        old = sections.get(measured.name, Section(measured.data, {})).floors
        down = {each.figure for each in lowered if each.section == measured.name}
        sections[measured.name] = Section(
            measured.data,
            {
                figure: new if figure in down else max(new, old.get(figure, new))
                for figure, new in _targets(measured).items()
            },
        )
    return Floors(sections, floors.lowered + lowered)


def _targets(measured: Measured) -> dict[str, float]:
    return {figure: round(max(value - MARGIN, 0.0), 1) for figure, value in measured.figures.items()}


def _lowered(floors: Floors, measured: Measured, reason: str) -> Iterator[Lowered]:
    """The floors that these results are under, and those whose figure is gone."""
    section = floors.sections.get(measured.name)
    targets = _targets(measured)
    for figure, floor in section.floors.items() if section else ():
        if figure not in targets:
            yield Lowered(measured.name, figure, floor, None, reason)
        elif measured.figures[figure] < floor:
            yield Lowered(measured.name, figure, floor, targets[figure], reason)


def run_check(results: Sequence[Measured], floors: Floors) -> int:
    """Print what fails, or that nothing does; the exit status."""
    found = list(failures(floors, results))
    for sentence in found:
        print(sentence)
    missing = sorted(set(floors.sections) - {each.name for each in results})
    if missing:
        print(f"Not measured in this run: {', '.join(missing)}.")
    print(f"{len(found)} figures under their floors or on other data." if found else "All floors hold.")
    return 1 if found else 0


def run_raise(results: Sequence[Measured], path: Path, reason: str | None) -> int:
    """Write the raised floors; 1 and a sentence where that would be a lowering without a reason."""
    before = load_floors(path)
    try:
        after = raised(before, results, reason)
    except LoweringError as error:
        print(error)
        return 1
    write_floors(after, path)
    print("The floors have changed." if after != before else "The floors stay where they are.")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or raise, as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.floors", description=__doc__.splitlines()[0])
    parser.add_argument("--floors", type=Path, default=FLOORS, help="another file of floors")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("check", "raise"):
        commands.add_parser(name).add_argument("results", type=Path)
    commands.choices["raise"].add_argument("--lower-deliberately", metavar="REASON")
    chosen = parser.parse_args(arguments)
    results = load_results(chosen.results)
    if chosen.command == "check":
        return run_check(results, load_floors(chosen.floors))
    return run_raise(results, chosen.floors, chosen.lower_deliberately)


if __name__ == "__main__":
    sys.exit(main())
