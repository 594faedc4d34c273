"""NEXT: the steps that hang on something, who acts then, and who decides."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import HANG, INDENT, Line, Page
from rejoinder.cli.brief.wording import clean, listed, shown_actor, shown_undertaking
from rejoinder.model import Contingency


def hanging(page: Page) -> Iterator[Line]:
    """The contingencies of the story: on what a step hangs, and under it the step."""
    contingencies = page.reading.business.contingencies
    if contingencies:
        yield page.heading("NEXT", len(contingencies))
    for contingency in contingencies:
        yield from _step(page, contingency)


def _step(page: Page, contingency: Contingency) -> Iterator[Line]:
    trigger = [(clean(contingency.trigger.exact), "italic")]
    yield from page.paragraph(Text(" " * INDENT), HANG, trigger, contingency.trigger.start)
    lead = Text(" " * (HANG - 2)).append("→ ")
    who = listed([shown_actor(actor) for actor in contingency.actors]) or "nobody named"
    pieces = [(who, "bold"), (shown_undertaking(contingency.step), "")]
    if contingency.decider is not None:
        pieces.append((f"{shown_actor(contingency.decider)} decides", ""))
    yield from page.paragraph(lead, HANG, pieces, contingency.step.start)
    yield from page.reason(contingency.reason)
