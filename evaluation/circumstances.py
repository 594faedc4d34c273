"""How well the circumstances of speech are found: is each expected statement given its day, addressee and venue.

``python -m evaluation.circumstances FOLDER... [--errors [FIELD]]`` prints the shares that are right over all expected
statements. Drafts and speakers are taken from the expected records, so that only the circumstances are measured.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.cast import expected_actor
from evaluation.running import TODAY
from evaluation.stories import Story, load_stories
from rejoinder.model import Document, Interval, SaidOn, Span
from rejoinder.reading.actors.names import normalise_name
from rejoinder.reading.attribution.circumstances import Circumstances, find_circumstances
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.reader import prepare

Record = dict[str, Any]
FIELDS = ("said_on", "addressee", "venue")


@dataclass(frozen=True)
class Outcome:
    """One field of one statement: what was expected and what was found."""

    place: str
    field: str
    expected: object
    found: object

    @property
    def right(self) -> bool:
        return self.expected == self.found


def span_of(passage: Record | None) -> Span | None:
    return Span(passage["start"], passage["end"]) if passage else None


def spoken_of(records: Sequence[Record]) -> list[Spoken]:
    """The expected statements as drafts with their speakers; speech inside speech hangs on the draft around it."""
    outer = {index: _draft(record, None) for index, record in enumerate(records)}
    drafts = [
        _draft(record, next((outer[at] for at, other in enumerate(records) if _holds(other, record)), None))
        if record["via"]
        else outer[index]
        for index, record in enumerate(records)
    ]
    return [
        Spoken(draft, expected_actor(record["speaker"]), "expected", None)
        for draft, record in zip(drafts, records, strict=True)
    ]


def _draft(record: Record, outer: Draft | None) -> Draft:
    content = record["content"]
    parts = tuple(Span(part["start"], part["end"]) for part in content.get("parts") or [content])
    return Draft(span_of(record["speaker"].get("mention")), span_of(record.get("cue")), parts, 1.0, outer=outer)


def _holds(outer: Record, inner: Record) -> bool:
    """Whether ``inner`` is reported within the content of ``outer``, by its speaker."""
    place = inner.get("cue") or inner["content"]
    told = span_of(outer["content"])
    return (
        not outer["via"]
        and inner["via"][0]["name"] == outer["speaker"]["name"]
        and told is not None
        and told.holds((place["start"], place["end"]))
    )


def judge(story: Story) -> Iterator[Outcome]:
    """The outcomes of every statement of a story, three for each."""
    given = date.fromisoformat(story.given) if story.given else None
    records = story.expected["statements"]
    prepared = prepare(Document(story.text), TODAY, given)
    for record, found in zip(records, find_circumstances(prepared, spoken_of(records)), strict=True):
        place = f"{story.name}: {record['content']['exact'][:50]!r}"
        for name in FIELDS:
            yield Outcome(place, name, _wanted(record, name), _got(found, name))


def _wanted(record: Record, name: str) -> object:
    value = record.get(name)
    if name == "said_on":
        return (value["from"], value["to"]) if value else (None, None)
    return normalise_name(value) if value else None


def _got(found: Circumstances, name: str) -> object:
    value = getattr(found, name)
    if name == "said_on":
        return _days(value)
    return normalise_name(value) if value else None


def _days(value: SaidOn | None) -> tuple[str | None, str | None]:
    interval = value.interval if value else Interval(None, None)
    earliest, latest = interval.earliest, interval.latest
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


def main() -> None:
    """Print the shares, and with ``--errors`` every wrong field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", nargs="?", const="", help="print what is wrong (with FIELD, in that field alone)")
    arguments = parser.parse_args()
    outcomes = [outcome for story in load_stories(*arguments.folders) for outcome in judge(story)]
    for outcome in outcomes:
        if arguments.errors is not None and not outcome.right and arguments.errors in outcome.field:
            print(f"{outcome.place} {outcome.field}: {outcome.found} for {outcome.expected}")
    total = Counter(outcome.field for outcome in outcomes)
    right = Counter(outcome.field for outcome in outcomes if outcome.right)
    told = Counter(item.field for item in outcomes if _is_told(item.expected))
    found = Counter(item.field for item in outcomes if _is_told(item.expected) and item.right)
    for name in FIELDS:
        print(
            f"{name:10} {right[name]:4} of {total[name]:4}, {100 * right[name] / max(1, total[name]):5.1f} %"
            f"    told: {found[name]:4} of {told[name]:4}"
        )


def _is_told(value: object) -> bool:
    return value not in (None, (None, None))


if __name__ == "__main__":
    main()
