r"""Stories with their expected records: how they are written down, loaded and checked.

A story is two files side by side: NAME.txt and NAME.expected.json. The expected records have the shape of
the contract (docs/reference/contract.md), save that a passage is written without offsets, as its words:

    {"exact": "said"}                        the first occurrence in the text
    {"exact": "said", "nth": 2}              the second one
    {"first": "\"We will", "last": "read it.\"", "nth": 1}    from the nth "first" to the next end of "last"

so that an expectation can be written and read without counting. A passage with offsets is taken as it is.
``python -m evaluation.stories FOLDER...`` checks every story of the folders and prints what is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rejoinder.model import Act

ACTS = [act.value for act in Act]


class StoryError(ValueError):
    """An expectation that does not fit its story."""


@dataclass(frozen=True)
class Story:
    """One story: its text, the expected records (all passages with offsets) and the day given, if any."""

    name: str
    path: Path
    text: str
    expected: dict[str, Any]
    given: str | None


def find_nth(text: str, words: str, nth: int) -> int:
    """Offset of the nth occurrence (1 is the first) of ``words``; StoryError if there is none."""
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise StoryError(f"occurrence {nth} of {words!r} is not in the text")
    return at


def locate(text: str, passage: dict[str, Any]) -> dict[str, Any]:
    """The passage with ``start``, ``end`` and ``exact``; StoryError if its words are not in the text."""
    if "start" in passage:
        if text[passage["start"] : passage["end"]] != passage["exact"]:
            raise StoryError(f"offsets {passage['start']}:{passage['end']} do not hold {passage['exact']!r}")
        return passage
    nth = passage.get("nth", 1)
    if "first" in passage:
        start = find_nth(text, passage["first"], nth)
        last = text.find(passage["last"], start)
        if last < 0:
            raise StoryError(f"{passage['last']!r} does not follow {passage['first']!r}")
        end = last + len(passage["last"])
    else:
        start = find_nth(text, passage["exact"], nth)
        end = start + len(passage["exact"])
    rest = {key: value for key, value in passage.items() if key not in ("first", "last", "nth")}
    return rest | {"start": start, "end": end, "exact": text[start:end]}


def resolve(text: str, value: Any) -> Any:
    """``value`` with every passage in it located."""
    if isinstance(value, list):
        return [resolve(text, item) for item in value]
    if not isinstance(value, dict):
        return value
    if "exact" in value or "first" in value:
        value = locate(text, value)
    return {name: resolve(text, item) for name, item in value.items()}


def load_story(path: Path) -> Story:
    """The story whose text is ``path``; StoryError names the story and what does not fit."""
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    expectation = path.with_name(path.stem + ".expected.json")
    try:
        raw = json.loads(expectation.read_text(encoding="utf-8"))
        expected = resolve(text, raw)
        check_records(expected)
    except (ValueError, KeyError, TypeError) as error:
        raise StoryError(f"{path.name}: {error}") from error
    return Story(path.stem, path, text, expected, raw.get("given", {}).get("published"))


def check_records(expected: dict[str, Any]) -> None:
    """StoryError where a record lacks what the contract asks for."""
    for statement in expected["statements"]:
        if statement["act"] not in ACTS:
            raise StoryError(f"unknown act {statement['act']!r}")
        if "exact" not in statement["content"] or not statement["speaker"]["name"]:
            raise StoryError(f"statement without content or speaker: {statement}")
    for when in expected["dates"]:
        if when["type"] not in ("DATE", "TIME", "DURATION", "SET"):
            raise StoryError(f"unknown type of date {when['type']!r}")
        for edge in ("from", "to"):
            if when[edge] is not None and len(when[edge]) != 10:
                raise StoryError(f"{when['exact']!r}: {edge} is not a day: {when[edge]!r}")


def load_stories(*folders: Path) -> Iterator[Story]:
    """Every story of the folders, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield load_story(path)


def main(folders: list[str]) -> int:
    """Check the stories of ``folders``; the number of those that do not fit."""
    wrong = 0
    count = 0
    for folder in folders:
        for path in sorted(Path(folder).glob("*.txt")):
            count += 1
            try:
                load_story(path)
            except (StoryError, OSError) as error:
                wrong += 1
                print(error)
    print(f"{count} stories, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
