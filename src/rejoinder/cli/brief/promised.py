"""PROMISED: who is bound to whom to do what, on what it depends, by when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import HANG, INDENT, Line, Page
from rejoinder.cli.brief.wording import (
    clean,
    listed,
    shown_actor,
    shown_as_read,
    shown_days,
    shown_undertaking,
    side_of,
)
from rejoinder.model import Commitment, Due


def promised(page: Page) -> Iterator[Line]:
    """The commitments of the story, each over two lines or more."""
    commitments = page.reading.business.commitments
    if commitments:
        yield page.heading("PROMISED", len(commitments))
    for commitment in commitments:
        yield from _promise(page, commitment)


def _promise(page: Page, commitment: Commitment) -> Iterator[Line]:
    sides = (commitment.debtor, commitment.creditor)
    who = " → ".join(shown_actor(actor) for actor in sides if actor is not None)
    action = shown_undertaking(commitment.action)
    yield from page.paragraph(Text(" " * INDENT), HANG, [(who, "bold yellow"), (action, "")])
    if commitment.condition is not None:
        condition = [(clean(commitment.condition.exact), "italic")]
        yield from page.paragraph(Text(" " * HANG), HANG, condition, commitment.condition.start)
    facts = [_due(commitment.due), *_source(page, commitment)]
    if len(commitment.mentions) > 1:
        facts[-1] += f" (told {len(commitment.mentions)} times)"
    yield from page.facts(HANG, facts, commitment.action.start)
    yield from page.reason(commitment.reason)


def _due(due: Due | None) -> str:
    """By when, as read and as said; what is tied to no known day says so."""
    if due is None:
        return "no date"
    if shown_days(due.interval, None) is None:
        return f"due “{clean(due.text)}” (no day known)"
    return f"due {shown_as_read(due.interval, due.text)}"


def _source(page: Page, commitment: Commitment) -> list[str]:
    """Who says so and since when it holds: the bound side itself, others only, or the story in its own voice."""
    day = shown_days(commitment.made_on, page.home) if commitment.made_on else None
    own, others = _reporters(commitment)
    if own:
        told = [f"said by {listed(own)}" + (f", {day}" if day else "")]
        return [*told, f"also told by {listed(others)}"] if others else told
    made = [f"made {day}"] if day else []
    return [*made, f"reported by {listed(others)} only" if others else "told by the story"]


def _reporters(commitment: Commitment) -> tuple[list[str], list[str]]:
    """Those who report it, of the side that is bound and others; a side that the line has named is not repeated."""
    bound = side_of(commitment.debtor)
    known = {side_of(actor) for actor in (commitment.debtor, commitment.creditor) if actor is not None}
    own: list[str] = []
    others: list[str] = []
    for actor in commitment.reported_by:
        shown = clean(actor.name) if side_of(actor) in known else shown_actor(actor)
        (own if side_of(actor) == bound else others).append(shown)
    return own, others
