"""The reader against stories with expected records (tests/stories).

``python -m evaluation.reader FOLDER... [--show NAME]`` prints, over all stories of the folders:

content    F1 of contents (overlap by half both ways)
speaker    F1 of contents found with their speaker (the figure that counts)
act        share of those with the right act
date       F1 of dates: phrase (same words) and interval
said_on, addressee, direct, party    shares of the found statements that have them right
document   shares of title, publisher, place and day that are right
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.stories import Story, load_stories
from rejoinder.reading.actors.names import normalise_name

Record = dict[str, Any]


@dataclass
class Scores:
    """Counts over stories; ``figures`` turns them into percentages."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        return round(100 * self.counts[part] / self.counts[whole], 1) if self.counts[whole] else 0.0

    def f1(self, hits: str, expected: str, found: str) -> float:
        total = self.counts[expected] + self.counts[found]
        return round(200 * self.counts[hits] / total, 1) if total else 0.0

    def figures(self) -> dict[str, float]:
        shares = {
            name: self.share(f"right.{name}", "hit.speaker")
            for name in ("act", "said_on", "addressee", "direct", "party", "via")
        }
        document = {
            f"document.{name}": self.share(f"document.{name}", "stories")
            for name in ("title", "publisher", "place", "published")
        }
        return {
            "content.f1": self.f1("hit.content", "expected", "found"),
            "speaker.precision": self.share("hit.speaker", "found"),
            "speaker.recall": self.share("hit.speaker", "expected"),
            "speaker.f1": self.f1("hit.speaker", "expected", "found"),
            **shares,
            "date.phrase.f1": self.f1("date.phrase", "date.expected", "date.found"),
            "date.f1": self.f1("date.both", "date.expected", "date.found"),
            **document,
        }


def same_content(wanted: Record, got: Record) -> bool:
    """Whether two contents overlap by half both ways; content in parts is compared part by part."""
    one, other = spans_of(wanted["content"]), spans_of(got["content"])
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return 2 * shared >= max(sum(end - start for start, end in one), sum(end - start for start, end in other)) > 0


def spans_of(content: Record) -> list[tuple[int, int]]:
    return [(part["start"], part["end"]) for part in content.get("parts") or [content]]


def same_speaker(wanted: Record, got: Record) -> bool:
    """The same name after normalising, one name within the other ("Lavrov", "Sergey Lavrov"), or, for a body
    that is named by its side, the same side with the same words."""
    if not got["speaker"] or not got["speaker"]["name"]:
        return False
    one, other = (normalise_name(item["speaker"]["name"]).split() for item in (wanted, got))
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one))


def pair_up(wanted: Sequence[Record], got: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Each expected statement with the found one of the same content, one to one, same speakers first."""
    pairs, used = [], set()
    for check in (lambda a, b: same_content(a, b) and same_speaker(a, b), same_content):
        for item in wanted:
            if any(item is pair[0] for pair in pairs):
                continue
            for index, other in enumerate(got):
                if index not in used and check(item, other):
                    used.add(index)
                    pairs.append((item, other))
                    break
    return pairs


def score_story(scores: Scores, story: Story, reading: Record) -> None:
    """Add one story's counts; what is wrong goes to the notes."""
    wanted, got = story.expected["statements"], reading["statements"]
    pairs = pair_up(wanted, got)
    hits = [(item, other) for item, other in pairs if same_speaker(item, other)]
    scores.counts.update({"stories": 1, "expected": len(wanted), "found": len(got)})
    scores.counts.update({"hit.content": len(pairs), "hit.speaker": len(hits)})
    for item, other in hits:
        scores.counts.update(f"right.{name}" for name in right_parts(item, other))
        if item["act"] != other["act"]:
            scores.notes.append(f"{story.name} ACT {item['act']} not {other['act']}: {brief(other)}")
    note_misses(scores, story, pairs, wanted, got)
    score_dates(scores, story, reading)
    for name in ("title", "publisher", "place", "published"):
        if (story.expected["document"].get(name) or None) == reading["document"][name]:
            scores.counts[f"document.{name}"] += 1
        else:
            scores.notes.append(
                f"{story.name} DOC {name}: {reading['document'][name]!r} for {story.expected['document'].get(name)!r}"
            )


def right_parts(wanted: Record, got: Record) -> Iterable[str]:
    """The names of the fields that agree."""
    if wanted["act"] == got["act"]:
        yield "act"
    if interval(wanted["said_on"]) == interval(got["said_on"]):
        yield "said_on"
    for name in ("addressee", "direct"):
        if normal(wanted[name]) == normal(got[name]):
            yield name
    if normal(wanted["speaker"].get("party")) == normal(got["speaker"]["party"]):
        yield "party"
    if [normal(item["name"]) for item in wanted["via"]] == [normal(item["name"]) for item in got["via"]]:
        yield "via"


def normal(value: object) -> object:
    return normalise_name(value) if isinstance(value, str) else value


def interval(value: Record | None) -> tuple[str | None, str | None]:
    return (value.get("from"), value.get("to")) if value else (None, None)


def note_misses(
    scores: Scores,
    story: Story,
    pairs: Sequence[tuple[Record, Record]],
    wanted: Sequence[Record],
    got: Sequence[Record],
) -> None:
    for item, other in pairs:
        if not same_speaker(item, other):
            name = other["speaker"] and other["speaker"]["name"]
            scores.notes.append(f"{story.name} SPEAKER {item['speaker']['name']!r} not {name!r}: {brief(other)}")
    for item in wanted:
        if not any(item is pair[0] for pair in pairs):
            scores.notes.append(
                f"{story.name} MISSED {item['speaker']['name']!r} via {len(item['via'])}: {brief(item)}"
            )
    for item in got:
        if not any(item is pair[1] for pair in pairs):
            name = item["speaker"] and item["speaker"]["name"]
            scores.notes.append(f"{story.name} EXTRA {item['score']} {name!r} via {len(item['via'])}: {brief(item)}")


def brief(item: Record) -> str:
    cue = item["cue"]["exact"] if item["cue"] else None
    words = item["content"]["exact"].replace("\n", " ")
    return f"[{cue}] {words if len(words) < 130 else words[:70] + ' ... ' + words[-50:]}"


def score_dates(scores: Scores, story: Story, reading: Record) -> None:
    wanted = {(item["start"], item["end"]): item for item in story.expected["dates"]}
    got = {(item["start"], item["end"]): item for item in reading["dates"]}
    scores.counts.update({"date.expected": len(wanted), "date.found": len(got)})
    for place in sorted({*wanted, *got}):
        one, other = wanted.get(place), got.get(place)
        if one and other:
            scores.counts["date.phrase"] += 1
            scores.counts["date.both"] += interval(one) == interval(other)
        if not one or not other or interval(one) != interval(other):
            shown = [item and (item.get("text", item.get("exact")), *interval(item)) for item in (one, other)]
            scores.notes.append(f"{story.name} DATE wanted {shown[0]} got {shown[1]}")


def score_folders(folders: Sequence[Path], read: Any) -> Scores:
    """Scores of ``read`` (a list of stories -> a list of contract objects) over the stories of the folders."""
    stories = list(load_stories(*folders))
    scores = Scores()
    for story, reading in zip(stories, read(stories), strict=True):
        score_story(scores, story, reading)
    return scores


def main() -> None:
    from evaluation.running import read_stories

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", default="", help="print the notes that contain these words (all: '.')")
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args()
    scores = score_folders(arguments.folders, lambda stories: read_stories(stories, arguments.model))
    if arguments.show:
        print(*(note for note in scores.notes if arguments.show == "." or arguments.show in note), sep="\n")
    for name, value in scores.figures().items():
        print(f"{name:20} {value:6.1f}")
    print(dict(scores.counts))


if __name__ == "__main__":
    main()
