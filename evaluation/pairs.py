r"""Drafts with their replies, and old texts with new ones: how what is expected is written down and checked.

A pair is a folder with draft.txt, reply.txt and expected.json:

    {"style": "diplomatic_note", "reply_kind": "full", "same_draft": true,
     "items": [{"label": "art_4__para_2", "number": "2.", "starts": "The first six words of the"}],
     "links": [{"item": "art_4__para_2", "exact": "words of the reply", "disposition": "declined"}],
     "not_addressed": ["art_4__para_3"],
     "unlinked": [{"exact": "A sentence that answers nothing."}]}

- ``items`` are the rows of a table in the order of the draft: the leaves, and what has words of its own above
  its leaves ("The Parties shall:"). Titles, bare headings, preambles and signatures are no rows. ``number`` is as
  printed ("Article 4", "2.", "(a)"), null where nothing is printed. ``starts`` follows number and heading.
  ``lead_in`` marks a row that does no more than introduce its points; if nothing answers it by itself it is in
  not_addressed, and who scores leaves it out of the count of rows answered or passed over.
  Labels follow Akoma Ntoso: art, para, point, sec, chp, part, annex, clause, qst ("Question 3"); a bare "3." is
  para_3, a number under a bare heading "4. Pay" is sec_4__para_2. Who scores does better to match by number and
  first words than by label where two labels would do.
- A passage is written as in evaluation.stories: words, and ``nth`` where the first occurrence is not meant. It
  runs on over as many sentences as one answer has. One passage may answer several items, several passages one
  item. What answers an article as a whole answers every row of it; "all the rest is acceptable" answers every row
  that is not taken up elsewhere.
- Dispositions: accepted; accepted_with_change (the item's own rule, amended, narrowed or made conditional);
  countered (another rule in its place); declined; deferred (an answer later); deflected (to another body or
  forum); noted (heard, no position). A question that is answered is accepted, answered in part or with a
  reservation accepted_with_change, its premise disputed countered. In a counter-draft, what repeats the wording is
  accepted, what keeps the rule in other words or with other figures accepted_with_change, another rule countered.
- ``unlinked`` are the sentences of the reply that answer nothing, courtesies and announcements too. Salutations,
  headings, signatures and the lines of a letterhead are in neither list.
- ``same_draft`` is false where the reply answers another draft; then there are no links.

Two versions of a text are a folder with old.txt, new.txt and expected.json:

    {"items": {"old": [...], "new": [...]},
     "changes": [{"old": "art_2", "new": "art_3", "kind": "kept"}]}

A renumbered item whose wording and neighbours stay is kept; one that stands among other neighbours is moved, even
if some words changed too; split and merged are one entry for each pair of items; dropped has no new, new no old.

``python -m evaluation.pairs FOLDER...`` checks every such folder in the folders and prints what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.stories import StoryError, locate
from evaluation.stories import resolve as resolve_passages

STYLES = (
    "diplomatic_note",
    "numbered_answer",
    "speaking_notes",
    "press_reply",
    "regulator_response",
    "answers_to_questions",
    "employer_letter",
    "holding_reply",
    "collective_reply",
    "corrected_reply",
    "counter_draft",
    "different_draft",
)
KINDS = ("full", "holding", "corrected", "collective")
DISPOSITIONS = ("accepted", "accepted_with_change", "countered", "declined", "deferred", "deflected", "noted")
CHANGES = ("kept", "changed", "moved", "split", "merged", "new", "dropped")
LABEL = re.compile(r"[a-z]+_[A-Za-z0-9.]+(?:__[a-z]+_[A-Za-z0-9.]+)*")


class PairError(ValueError):
    """An expectation that does not fit its texts."""


@dataclass(frozen=True)
class Pair:
    """A draft and a reply with what is expected of them; the passages of links and unlinked have offsets."""

    name: str
    draft: str
    reply: str
    expected: dict[str, Any]


@dataclass(frozen=True)
class Versions:
    """An old text and a new one with the changes expected between their items."""

    name: str
    old: str
    new: str
    expected: dict[str, Any]


def check_items(text: str, items: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with ``items``, which stand in ``text`` in their order, each after its number."""
    for label, count in Counter(item["label"] for item in items).items():
        if count > 1:
            yield f"label {label} stands {count} times"
        if not LABEL.fullmatch(label):
            yield f"label {label!r} is not one"
    words = " ".join(text.split())
    at = 0
    for item in items:
        start = words.find(" ".join(item["starts"].split()), at)
        if start < 0:
            yield f"{item['label']}: {item['starts']!r} does not follow the item before it"
        elif item["number"] is not None and item["number"] not in words[at:start]:
            yield f"{item['label']}: {item['number']!r} does not stand before its wording"
        at = max(at, start + 1)


def check_passages(reply: str, passages: list[dict[str, Any]]) -> Iterator[str]:
    """The passages whose words are not in ``reply``."""
    for passage in passages:
        try:
            locate(reply, passage)
        except StoryError as error:
            yield str(error)


def check_overlaps(reply: str, expected: dict[str, Any]) -> Iterator[str]:
    """The sentences said to answer nothing that share words with an answer."""
    answers = [locate(reply, link) for link in expected["links"]]
    for passage in expected["unlinked"]:
        found = locate(reply, passage)
        if any(found["start"] < link["end"] and link["start"] < found["end"] for link in answers):
            yield f"{found['exact']!r} is both linked and unlinked"


def check_account(expected: dict[str, Any]) -> Iterator[str]:
    """The items that are in neither or in both of links and not_addressed, and labels that no item has."""
    labels = {item["label"] for item in expected["items"]}
    linked = {link["item"] for link in expected["links"]}
    passed_over = set(expected["not_addressed"])
    for label in sorted((linked | passed_over) - labels):
        yield f"no item has the label {label}"
    for label in sorted(linked & passed_over):
        yield f"{label} is both answered and not addressed"
    for label in sorted(labels - linked - passed_over):
        yield f"{label} is neither answered nor not addressed"


def check_values(expected: dict[str, Any]) -> Iterator[str]:
    """The words of ``expected`` that are none of the words agreed on."""
    if expected["style"] not in STYLES:
        yield f"unknown style {expected['style']!r}"
    if expected["reply_kind"] not in KINDS:
        yield f"unknown kind of reply {expected['reply_kind']!r}"
    if not isinstance(expected["same_draft"], bool):
        yield "same_draft is neither true nor false"
    if not expected["same_draft"] and expected["links"]:
        yield "a reply to another draft has links"
    for link in expected["links"]:
        if link["disposition"] not in DISPOSITIONS:
            yield f"{link['item']}: unknown disposition {link['disposition']!r}"


def check_pair(draft: str, reply: str, expected: dict[str, Any]) -> list[str]:
    """All that is wrong with ``expected``, empty if it fits."""
    wrong = [*check_values(expected), *check_items(draft, expected["items"]), *check_account(expected)]
    missing = list(check_passages(reply, [*expected["links"], *expected["unlinked"]]))
    return wrong + (missing or list(check_overlaps(reply, expected)))


def check_changes(expected: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the changes: kinds, labels, sides that are missing, items without a change."""
    for change in expected["changes"]:
        if change["kind"] not in CHANGES:
            yield f"unknown kind of change {change['kind']!r}"
        if (change["old"] is None) != (change["kind"] == "new") or (change["new"] is None) != (
            change["kind"] == "dropped"
        ):
            yield f"{change['kind']} with old {change['old']} and new {change['new']}"
    for side in ("old", "new"):
        labels = {item["label"] for item in expected["items"][side]}
        named = {change[side] for change in expected["changes"]} - {None}
        yield from (f"{side}: no item has the label {label}" for label in sorted(named - labels))
        yield from (f"{side}: {label} has no change" for label in sorted(labels - named))


def check_versions(old: str, new: str, expected: dict[str, Any]) -> list[str]:
    """All that is wrong with ``expected``, empty if it fits."""
    items = expected["items"]
    return [*check_items(old, items["old"]), *check_items(new, items["new"]), *check_changes(expected)]


def read_text(path: Path) -> str:
    """The text as it stands, line ends kept."""
    return path.read_bytes().decode("utf-8")


def load_pair(folder: Path) -> Pair:
    """The pair in ``folder``; PairError names it and says all that does not fit."""
    try:
        draft, reply = read_text(folder / "draft.txt"), read_text(folder / "reply.txt")
        expected = json.loads(read_text(folder / "expected.json"))
        wrong = check_pair(draft, reply, expected)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PairError(f"{folder.name}: {error!r}") from error
    if wrong:
        raise PairError("\n".join(f"{folder.name}: {problem}" for problem in wrong))
    return Pair(folder.name, draft, reply, resolve_passages(reply, expected))


def load_versions(folder: Path) -> Versions:
    """The versions in ``folder``; PairError names them and says all that does not fit."""
    try:
        old, new = read_text(folder / "old.txt"), read_text(folder / "new.txt")
        expected = json.loads(read_text(folder / "expected.json"))
        wrong = check_versions(old, new, expected)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PairError(f"{folder.name}: {error!r}") from error
    if wrong:
        raise PairError("\n".join(f"{folder.name}: {problem}" for problem in wrong))
    return Versions(folder.name, old, new, expected)


def load_pairs(*folders: Path) -> Iterator[Pair]:
    """Every pair in the folders, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.glob("*/draft.txt")):
            yield load_pair(path.parent)


def load_all_versions(*folders: Path) -> Iterator[Versions]:
    """Every two versions in the folders, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.glob("*/old.txt")):
            yield load_versions(path.parent)


def main(folders: list[str]) -> int:
    """Check what is in ``folders``; the number of pairs and versions that do not fit."""
    wrong = 0
    paths = sorted(path for folder in folders for path in Path(folder).iterdir() if path.is_dir())
    for path in paths:
        try:
            if (path / "old.txt").exists():
                load_versions(path)
            else:
                load_pair(path)
        except PairError as error:
            wrong += 1
            print(error)
    print(f"{len(paths)} pairs, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
