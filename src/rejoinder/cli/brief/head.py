"""The head of a brief: where a story comes from, its headline, and what warns against using it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page
from rejoinder.cli.brief.wording import clean, fill, shown_basis, shown_day
from rejoinder.model import Document, Severity


def head(page: Page, path: str | None) -> Iterator[Line]:
    """The path (if given), where and when the story was published, who else than the program read it, its headline."""
    document = page.reading.document
    if path is not None:
        yield Line(Text(" ".join(fill(clean(path), page.width, 1)), "dim"))
    for words in fill(_provenance(document), page.width, 3):
        yield Line(Text(words, "dim"))
    if page.reading.read_by is not None:
        for words in fill(clean(f"read by {page.reading.read_by}"), page.width, 3):
            yield Line(Text(words, "dim"))
    for words in fill(clean(document.title or ""), page.width, 3):
        yield Line(Text(words, "bold"))


def _provenance(document: Document) -> str:
    """Publisher · place · day (how it is known)."""
    day = shown_day(document.published) if document.published else "day not known"
    basis = shown_basis(document.published_basis)
    parts = [clean(part) for part in (document.publisher, document.place) if part]
    return " · ".join([*parts, f"{day} ({basis})" if basis else day])


def warnings(page: Page) -> Iterator[Line]:
    """What may forbid the use of the story stands before everything else."""
    for problem in page.reading.problems:
        if problem.severity is Severity.WARNING:
            for index, words in enumerate(fill(clean(problem.message), page.width - 9, 6)):
                yield Line(Text.assemble(("WARNING  " if index == 0 else " " * 9, "bold red"), words))
