"""How well the cast is found: is the mention of each expected statement resolved to its speaker and party.

``python -m evaluation.cast FOLDER... [--errors]`` prints the accuracy of names and parties; ``before`` is filled with
the expected speakers in the order of the text, so that only the resolving itself is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.stories import Story, load_stories
from rejoinder.model import Actor, Span
from rejoinder.reading.actors import find_cast, normalise_name
from rejoinder.reading.blocks import find_blocks


@dataclass(frozen=True)
class Outcome:
    """One mention: what was expected, what was found, by which rule."""

    story: str
    mention: str
    expected: tuple[str, str | None]
    found: tuple[str | None, str | None]
    rule: str

    @property
    def name_right(self) -> bool:
        return self.found[0] is not None and normalise_name(self.found[0]) == normalise_name(self.expected[0])

    @property
    def name_exact(self) -> bool:
        return self.found[0] == self.expected[0]

    @property
    def party_right(self) -> bool:
        if self.found[1] is None or self.expected[1] is None:
            return self.found[1] == self.expected[1]
        return normalise_name(self.found[1]) == normalise_name(self.expected[1])


def expected_actor(record: dict[str, Any]) -> Actor:
    """The actor that an expected speaker stands for; a lower-case last word means that no name is given."""
    name = record["name"]
    return Actor(name, record.get("post"), record.get("party"), named=name.split()[-1][:1].isupper())


def judge(story: Story) -> Iterator[Outcome]:
    """The outcome of every mention of a story, in the order of the text."""
    cast = find_cast(story.text, find_blocks(story.text))
    statements = [s for s in story.expected["statements"] if s["speaker"].get("mention")]
    before: list[Actor] = []
    for statement in sorted(statements, key=lambda s: s["speaker"]["mention"]["start"]):
        record = statement["speaker"]
        place = Span(record["mention"]["start"], record["mention"]["end"])
        answer = cast.resolve(place, before=before)
        found = (answer.actor.name, answer.actor.party) if answer.actor is not None else (None, None)
        yield Outcome(story.name, record["mention"]["exact"], (record["name"], record.get("party")), found, answer.rule)
        before.append(expected_actor(record))


def main(arguments: list[str]) -> int:
    """Print the accuracies, and with ``--errors`` each wrong mention."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
    outcomes = [outcome for story in load_stories(*folders) for outcome in judge(story)]
    if "--errors" in arguments:
        for outcome in outcomes:
            if not (outcome.name_right and outcome.party_right):
                print(f"{outcome.story}: {outcome.mention!r} {outcome.expected} found {outcome.found} ({outcome.rule})")
    total = max(1, len(outcomes))
    for label, count in (
        ("name", sum(outcome.name_right for outcome in outcomes)),
        ("name, letter by letter", sum(outcome.name_exact for outcome in outcomes)),
        ("party", sum(outcome.party_right for outcome in outcomes)),
    ):
        print(f"{label}: {count} of {len(outcomes)}, {100 * count / total:.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
