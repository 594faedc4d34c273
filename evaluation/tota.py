"""Where articles begin: agreements whose headings are known, written out in the forms that agreements use, in.

``python -m evaluation.tota --data DIR`` reads DIR/agreements.tar.gz (Texts of Trade Agreements, XML), writes
each agreement as a plain text with its heading lines put back, in one form that a seeded choice gives it ("ARTICLE 4",
"Article 4. Scope", "Article 4" over "Scope", wrapped lines ...), and scores the beginnings of the articles in the
outline. An article counts where item and heading begin at the same place and the number is right.
Nothing is trained on the corpus; only figures are printed.
"""

from __future__ import annotations

import argparse
import random
import tarfile
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from rejoinder.matching.outline import outline_text
from rejoinder.model import ItemKind

ARCHIVE = "agreements.tar.gz"
SEED = 20220126
WIDTH = 78


@dataclass(frozen=True, slots=True)
class Written:
    """An agreement as plain text, and where its articles begin with their numbers."""

    name: str
    text: str
    articles: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """How an agreement writes its headings: ``word`` before the number, ``parted`` between it and the name."""

    word: str
    parted: str
    wrapped: bool


FORMS = [
    Form(word, parted, wrapped)
    for word in ("ARTICLE", "Article", "Art.")
    for parted in ("\n", ". ", " - ", ": ", "\n\n")
    for wrapped in (False, True)
]


def load_agreements(folder: Path) -> Iterator[Written]:
    """Every agreement of the archive in ``folder``, written out; its form follows from its name and the seed."""
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in sorted(archive, key=lambda member: member.name):
            file = archive.extractfile(member)
            assert file is not None
            form = random.Random(f"{SEED} {member.name}").choice(FORMS)  # noqa: S311 - a seeded choice, no secret
            yield write_agreement(member.name, etree.fromstring(file.read()), form)


def write_agreement(name: str, root: Any, form: Form) -> Written:
    """The plain text of one agreement: chapter and article headings over their text."""
    pieces: list[str] = []
    articles: set[tuple[int, str]] = set()
    length = 0

    def put(words: str) -> None:
        nonlocal length
        pieces.append(words + "\n\n")
        length += len(words) + 2

    for chapter in root.iter("chapter"):
        title = [chapter.get("number") or "", chapter.get("name") or ""]
        if title[0]:
            put("\n".join(filter(None, (" ".join(each.split()) for each in title))))
        for article in chapter.iter("article"):
            number = " ".join((article.get("number") or "").split())
            if number:
                bare = number.split(" ", 1)[-1].lstrip("- ")
                articles.add((length, bare.casefold()))
                heading = " ".join((article.get("name") or "").split())
                put(f"{form.word} {bare}" + (f"{form.parted}{heading}" if heading else ""))
            for paragraph in _paragraphs("".join(map(str, article.itertext())), form):
                put(paragraph)
    return Written(name, "".join(pieces), frozenset(articles))


def _paragraphs(words: str, form: Form) -> Iterator[str]:
    for line in words.splitlines():
        if folded := " ".join(line.split()):
            yield textwrap.fill(folded, WIDTH, break_on_hyphens=False) if form.wrapped else folded


def found_articles(text: str) -> set[tuple[int, str]]:
    """Where the outline has articles, with their numbers."""
    items = outline_text(text).walk()
    return {(item.start, (item.number or "").casefold()) for item in items if item.kind is ItemKind.ARTICLE}


def score_agreements(agreements: list[Written]) -> dict[str, float]:
    """Precision, recall and F1 (per cent) of the beginnings of articles over all agreements; the worst F1 of one."""
    counts = [
        (len(each.articles & (found := found_articles(each.text))), len(found), len(each.articles))
        for each in agreements
    ]
    right, found, there = (sum(column) for column in zip(*counts, strict=True))
    return {
        "articles.precision": 100 * right / max(found, 1),
        "articles.recall": 100 * right / max(there, 1),
        "articles.f1": 200 * right / max(found + there, 1),
        "articles.f1 of the worst": min(200 * hits / max(got + had, 1) for hits, got, had in counts),
    }


def main() -> None:
    """Print the figures; with ``--each`` the F1 of every agreement, by its name alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help=f"the folder that holds {ARCHIVE}")
    parser.add_argument("--each", action="store_true", help="a line for each agreement")
    options = parser.parse_args()
    agreements = list(load_agreements(options.data))
    for each in agreements if options.each else ():
        figures = score_agreements([each])
        print(f"{each.name:16}" + "".join(f"{value:8.1f}" for value in figures.values()) + f"{len(each.articles):6}")
    for name, value in score_agreements(agreements).items():
        print(f"{name:28}{value:6.1f}")


if __name__ == "__main__":
    main()
