"""CALLED: what each side calls answered or not, main or secondary, by quotation. The program itself judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page, padded
from rejoinder.cli.brief.wording import clean, shown_actor
from rejoinder.model import Characterisation


def called(page: Page) -> Iterator[Line]:
    """The characterisations of the story: how it is called, by whom, in which words."""
    characterisations = page.reading.business.characterisations
    if characterisations:
        yield page.heading("CALLED", len(characterisations))
    width = padded([found.standing.value for found in characterisations])
    for found in characterisations:
        label = Text(f"{found.standing.value:<{width}}  ")
        by = shown_actor(found.by) if found.by else "the story"
        yield from page.row(label, [(f"by {by}", "bold"), (_words(found), "")], (), found.words.start)
        yield from page.reason(found.reason)


def _words(found: Characterisation) -> str:
    """The words that characterise, and what they are said of where they do not name it themselves."""
    words, of = found.words, found.of
    if of is None or words.span.holds(of.span):
        return f"“{clean(words.exact)}”"
    if of.span.holds(words.span):
        return f"“{clean(of.exact)}”"
    return f"“{clean(of.exact)}”: “{clean(words.exact)}”"
