"""Scores of the date reader on news with TIMEX3 marks, beside two other readers on the same texts.

``python -m evaluation.timex --data DIR`` reads DIR/tbaq-cleaned.tar.gz (TimeML files of TimeBank and AQUAINT) and
prints one row per reader. The figures are those of TempEval-3 (UzZaman et al. 2013): strict and relaxed F1 of the
extents, and F1 of those that match relaxedly and whose type, or value, is right. Held out from the writing of the
rules: every document whose SHA-256 of its file name begins with a byte under 77.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import re
import tarfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from rejoinder.reading.dates import find_dates

ARCHIVE = "tbaq-cleaned.tar.gz"
HELD_OUT_BELOW = 77
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Timex:
    """A marked time: its place in the text, its type and its value."""

    start: int
    end: int
    type: str
    value: str | None

    def overlaps(self, other: Timex) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Marked:
    """A document with its marks and its day."""

    name: str
    text: str
    day: date
    marks: tuple[Timex, ...]


Reader = Callable[[str, date], list[Timex]]


def is_held_out(name: str) -> bool:
    """Whether the document of this file name is kept from the writing of rules."""
    return hashlib.sha256(name.encode()).digest()[0] < HELD_OUT_BELOW


def load_marked(folder: Path) -> Iterator[Marked]:
    """Every document of the archive in ``folder``."""
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            if member.isfile() and name.endswith(".tml") and not name.startswith("."):
                file = archive.extractfile(member)
                assert file is not None
                yield parse_marked(name, file.read().decode("utf-8"))


def parse_marked(name: str, source: str) -> Marked:
    """A TimeML file as a text with marks; offsets are code points of the text without tags."""
    day = re.search(r'<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)', source, re.DOTALL)
    assert day is not None, name
    body = source[source.index("<TEXT>") + len("<TEXT>") : source.index("</TEXT>")]
    text, marks = "", []
    opened: list[tuple[int, dict[str, str]]] = []
    at = 0
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((len(text), dict(ATTRIBUTE.findall(tag[3]))))
        elif tag[2] == "TIMEX3":
            start, attributes = opened.pop()
            marks.append(Timex(start, len(text), attributes["type"], attributes["value"]))
    text += html.unescape(body[at:])
    return Marked(name, text, date(int(day[1]), int(day[2]), int(day[3])), tuple(marks))


def read_ours(text: str, day: date) -> list[Timex]:
    """The reader of this project."""
    return [Timex(each.start, each.end, str(each.type), each.value) for each in find_dates(text, day, adverbs=True)]


def make_dateparser() -> Reader:
    """dateparser's search_dates, with the document's day as its base; everything it finds is a DATE, or a TIME
    where it names a clock time."""
    from dateparser.search import search_dates

    def read(text: str, day: date) -> list[Timex]:
        found: list[Timex] = []
        settings = {"RELATIVE_BASE": datetime(day.year, day.month, day.day), "PREFER_DATES_FROM": "past"}
        for paragraph in re.finditer(r"[^\n]+", text):
            at = paragraph.start()
            for words, moment in search_dates(paragraph[0], languages=["en"], settings=settings) or ():
                start = text.find(words, at)
                if start >= 0:
                    at = start + len(words)
                    timed = (moment.hour, moment.minute) != (0, 0) and ":" in words
                    value = f"{moment:%Y-%m-%dT%H:%M}" if timed else f"{moment:%Y-%m-%d}"
                    found.append(Timex(start, at, "TIME" if timed else "DATE", value))
        return found

    return read


def make_timexy() -> Reader:
    """timexy in a blank English spaCy pipeline; midnight in its values is cut off, as it means a day."""
    import spacy
    import timexy  # noqa: F401 - registers the pipe

    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy")

    def read(text: str, day: date) -> list[Timex]:
        del day
        found = []
        for each in pipeline(text).ents:
            attributes = dict(ATTRIBUTE.findall(each.kb_id_))
            value = attributes["value"].removesuffix("T00:00:00")
            found.append(Timex(each.start_char, each.end_char, attributes["type"], value))
        return found

    return read


def match_relaxed(marks: tuple[Timex, ...], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of overlapping expressions, each used once, in the order of the text."""
    pairs, used = [], set()
    for mark in sorted(marks, key=lambda each: each.start):
        for index, each in enumerate(found):
            if index not in used and mark.overlaps(each):
                used.add(index)
                pairs.append((mark, each))
                break
    return pairs


def score_reader(reader: Reader, documents: list[Marked]) -> dict[str, float]:
    """Precision, recall and F1 (per cent) of one reader over all documents together."""
    counts = dict.fromkeys(("relaxed", "strict", "type", "value"), 0)
    marked = read = 0
    for document in documents:
        found = reader(document.text, document.day)
        marked, read = marked + len(document.marks), read + len(found)
        for mark, each in match_relaxed(document.marks, found):
            counts["relaxed"] += 1
            counts["strict"] += (mark.start, mark.end) == (each.start, each.end)
            counts["type"] += mark.type == each.type
            counts["value"] += mark.value == each.value
    scores = {f"{name} F1": 200 * count / max(marked + read, 1) for name, count in counts.items()}
    return scores | {
        "relaxed precision": 100 * counts["relaxed"] / max(read, 1),
        "relaxed recall": 100 * counts["relaxed"] / max(marked, 1),
    }


def score_timex(folder: Path, held_out: bool = True) -> dict[str, float]:
    """The figures of this project's reader on the held-out documents (or on the others) in ``folder``."""
    return score_reader(read_ours, [each for each in load_marked(folder) if is_held_out(each.name) is held_out])


def print_table(rows: dict[str, dict[str, float]]) -> None:
    """One row per reader, one column per figure."""
    columns = list(next(iter(rows.values())))
    print(f"{'reader':12}" + "".join(f"{column:>19}" for column in columns))
    for name, scores in rows.items():
        print(f"{name:12}" + "".join(f"{scores[column]:19.1f}" for column in columns))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help=f"the folder that holds {ARCHIVE}")
    parser.add_argument("--part", choices=("held-out", "open"), default="held-out")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    documents = [each for each in load_marked(options.data) if is_held_out(each.name) is (options.part == "held-out")]
    readers: dict[str, Any] = {"rejoinder": read_ours, "dateparser": make_dateparser(), "timexy": make_timexy()}
    print(f"{len(documents)} documents, {sum(len(each.marks) for each in documents)} expressions, {options.part}")
    print_table({name: score_reader(reader, documents) for name, reader in readers.items()})


if __name__ == "__main__":
    main()
