"""The end of a brief: what a person has to settle (DOUBTS) and what is good to know (NOTES)."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page
from rejoinder.cli.brief.wording import clean, fill
from rejoinder.model import Problem, Severity


def problems(page: Page, title: str, severity: Severity) -> Iterator[Line]:
    """The problems of one severity, numbered, each with its place; one that stands nowhere concerns the whole story."""
    found = [problem for problem in page.reading.problems if problem.severity is severity]
    if not found:
        return
    yield Line(Text(title, "bold"))
    digits = len(str(len(found)))
    for number, problem in enumerate(found, 1):
        yield from _problem(page, f"  {number:>{digits}}  ", problem)


def _problem(page: Page, label: str, problem: Problem) -> Iterator[Line]:
    lines = fill(clean(problem.message), page.beside(len(label)), 6)
    for index, words in enumerate(lines):
        last = index == len(lines) - 1 and problem.end > problem.start
        line = Text(label if index == 0 else " " * len(label)).append(words)
        yield Line(line, page.places.at(problem.start) if last else "")
