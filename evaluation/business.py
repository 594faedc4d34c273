"""The business records against stories with expected ones (tests/stories).

``python -m evaluation.business FOLDER... [--show NAME]`` prints, over all stories of the folders, for each kind of
record its precision, recall and F1, and the shares of the found ones that have a field right. Found is

commitment  the same debtor's side, and an utterance that overlaps one of the expected ones
meeting     overlapping words, or the same sides on the same days
text        the same author's side and the same kind
referral    the same destination, or overlapping words
release     overlapping words for the text or the whole

Spans overlap where they share half of the shorter one. A record pairs with one other at most.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.reader import interval, normal
from evaluation.stories import Story, load_stories
from rejoinder.reading.actors.parties import known_body

Record = dict[str, Any]
Check = Callable[[Record, Record], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of record is scored: whether two records are of the same thing, whether they are surely so
    (such pairs are made first), and the fields that may be right."""

    name: str
    same: Check
    surely: Check
    parts: dict[str, Check]


def overlap(one: Record | None, other: Record | None) -> bool:
    """Whether two passages share half of the shorter one."""
    if not one or not other:
        return False
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return 2 * shared >= min(one["end"] - one["start"], other["end"] - other["start"]) > 0


def same_side(one: Record | None, other: Record | None) -> bool:
    """Nobody on both sides; else the same party, or names of which one holds the other."""
    if not one or not other:
        return not one and not other
    party, another = normal(one.get("party")), normal(other.get("party"))
    if party and another:
        return party == another
    names = (set(str(normal(item["name"])).split()) for item in (one, other))
    first, second = names
    return bool(first and second) and (first <= second or second <= first)


def sides(record: Record, key: str) -> set[object]:
    """The sides of a list of actors, by party or name."""
    return {normal(actor.get("party") or actor["name"]) for actor in record[key]}


def same_hearers(wanted: Sequence[Record], got: Sequence[Record]) -> bool:
    """Whether two lists, of which the first may only give names, are of the same actors: a name may stand for a party,
    by itself or in the tables; else one of two names holds the other."""
    return len(wanted) == len(pair_up(wanted, got, [_is_hearer])) == len(got)


def _is_hearer(wanted: Record, got: Record) -> bool:
    known = known_body(wanted["name"])
    party = known.party if known is not None else wanted["name"]
    return same_side(wanted, got) or same_side(wanted | {"party": party}, got)


def _utterances(record: Record) -> list[Record]:
    return [record["action"], *record.get("mentions", [])]


def _same_utterance(one: Record, other: Record) -> bool:
    return any(overlap(a, b) for a in _utterances(one) for b in _utterances(other))


def _equal(key: str) -> Check:
    return lambda one, other: normal(one[key]) == normal(other[key])


def _days(key: str) -> Check:
    return lambda one, other: interval(one[key]) == interval(other[key])


def _side(key: str) -> Check:
    return lambda one, other: same_side(one[key], other[key])


def _overlap(key: str) -> Check:
    return lambda one, other: overlap(one[key], other[key]) or (not one[key] and not other[key])


def _met(one: Record, other: Record) -> bool:
    alike = sides(one, "participants") == sides(other, "participants") and _days("when")(one, other)
    return overlap(one["passage"], other["passage"]) or alike


KINDS = (
    Kind(
        "commitment",
        lambda one, other: same_side(one["debtor"], other["debtor"]) and _same_utterance(one, other),
        lambda one, other: same_side(one["debtor"], other["debtor"]) and overlap(one["action"], other["action"]),
        {
            "due": _days("due"),
            "made_on": _days("made_on"),
            "creditor": _side("creditor"),
            "condition": _overlap("condition"),
        },
    ),
    Kind(
        "meeting",
        _met,
        lambda one, other: overlap(one["passage"], other["passage"]) and _days("when")(one, other),
        {
            "status": _equal("status"),
            "when": _days("when"),
            "place": _equal("place"),
            "sides": lambda one, other: sides(one, "participants") == sides(other, "participants"),
        },
    ),
    Kind(
        "text",
        lambda one, other: same_side(one["by"], other["by"]) and one["kind"] == other["kind"],
        lambda one, other: same_side(one["by"], other["by"]) and overlap(one["passage"], other["passage"]),
        {
            "when": _days("when"),
            "to": lambda one, other: same_hearers(one["to"], other["to"]),
            "items": lambda one, other: len(one["items"]) == len(other["items"]),
            "passage": _overlap("passage"),
        },
    ),
    Kind(
        "referral",
        lambda one, other: overlap(one["passage"], other["passage"]) or bool(one["to"] and _equal("to")(one, other)),
        lambda one, other: overlap(one["passage"], other["passage"]),
        {"to": _equal("to"), "by": _side("by"), "tabler_agrees": _equal("tabler_agrees")},
    ),
    Kind(
        "release",
        lambda one, other: overlap(one["passage"], other["passage"]) or overlap(one["of"], other["of"]),
        lambda one, other: overlap(one["passage"], other["passage"]),
        {"state": _equal("state"), "wanted_by": _side("wanted_by"), "consent_of": _side("consent_of")},
    ),
)


@dataclass
class Scores:
    """Counts over stories; ``figures`` turns them into percentages."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for kind in KINDS:
            hits, wanted, got = (self.counts[f"{kind.name}.{part}"] for part in ("hit", "wanted", "got"))
            found[f"{kind.name}.precision"] = _share(hits, got)
            found[f"{kind.name}.recall"] = _share(hits, wanted)
            found[f"{kind.name}.f1"] = _share(2 * hits, wanted + got)
            found |= {f"{kind.name}.{part}": _share(self.counts[f"{kind.name}.{part}"], hits) for part in kind.parts}
        return found


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def pair_up(wanted: Sequence[Record], got: Sequence[Record], checks: Iterable[Check]) -> list[tuple[int, int]]:
    """The numbers of the records that are of the same thing, one to one; pairs of the first check come first."""
    pairs: dict[int, int] = {}
    for check in checks:
        for row, item in enumerate(wanted):
            used = pairs.values()
            fitting = (at for at, other in enumerate(got) if row not in pairs and at not in used and check(item, other))
            if (at := next(fitting, None)) is not None:
                pairs[row] = at
    return sorted(pairs.items())


def score_story(scores: Scores, story: Story, reading: Record) -> None:
    """Add one story's counts; what is wrong goes to the notes. A story without labels of business is left out."""
    for kind in KINDS:
        if f"{kind.name}s" not in story.expected:
            continue
        wanted, got = story.expected[f"{kind.name}s"], reading[f"{kind.name}s"]
        pairs = pair_up(wanted, got, (lambda a, b, k=kind: k.surely(a, b) and k.same(a, b), kind.same))
        scores.counts[f"{kind.name}.wanted"] += len(wanted)
        scores.counts[f"{kind.name}.got"] += len(got)
        scores.counts[f"{kind.name}.hit"] += len(pairs)
        for row, at in pairs:
            _score_parts(scores, story.name, kind, wanted[row], got[at])
        rows, places = {row for row, _ in pairs}, {at for _, at in pairs}
        missed = [item for row, item in enumerate(wanted) if row not in rows]
        extra = [item for at, item in enumerate(got) if at not in places]
        scores.notes += [f"{story.name} {kind.name} MISSED {brief(item)}" for item in missed]
        scores.notes += [f"{story.name} {kind.name} EXTRA {brief(item)}" for item in extra]


def _score_parts(scores: Scores, name: str, kind: Kind, wanted: Record, got: Record) -> None:
    for part, right in kind.parts.items():
        if right(wanted, got):
            scores.counts[f"{kind.name}.{part}"] += 1
        else:
            scores.notes.append(f"{name} {kind.name} {part.upper()} {brief(wanted)} GOT {brief(got)}")


def brief(record: Record) -> str:
    """A record on one line: passages as their words, actors as their names, days as they are."""
    return "; ".join(f"{key}: {_short(value)}" for key, value in record.items() if value and key != "statements")


def _short(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_short, value))
    if not isinstance(value, dict):
        return str(value)
    if "exact" in value:
        words = " ".join(value["exact"].split())
        return f"“{words if len(words) < 110 else words[:70] + ' … ' + words[-35:]}”"
    if "wording" in value:
        return _short(value["wording"])
    if "name" in value:
        return f"{value['name']} ({value.get('party')})"
    return f"{value.get('text') or ''} {value.get('from')}..{value.get('to')}".strip()


def score_folders(folders: Sequence[Path], read: Any) -> Scores:
    """Scores of ``read`` (a list of stories -> a list of contract objects) over the stories of the folders."""
    stories = [story for story in load_stories(*folders) if "commitments" in story.expected]
    scores = Scores()
    for story, reading in zip(stories, read(stories), strict=True):
        scores.counts["stories"] += 1
        score_story(scores, story, reading)
    return scores


def main() -> None:
    from evaluation.running import read_stories

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", default="", help="print the notes that contain these words (all: '.')")
    arguments = parser.parse_args()
    scores = score_folders(arguments.folders, read_stories)
    if arguments.show:
        print(*(note for note in scores.notes if arguments.show == "." or arguments.show in note), sep="\n")
    for name, value in scores.figures().items():
        print(f"{name:24} {value:6.1f}")
    print(dict(scores.counts))


if __name__ == "__main__":
    main()
