"""OPEN ITEMS: what was tabled and waits; QUIET: what nobody speaks of, counted and not characterised."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import clean, shown_actor, shown_day
from rejoinder.cli.standing.phrases import confirmed_among, facts_of, in_quotes, shown_backing, shown_interval
from rejoinder.cli.standing.sheet import Sheet, first_shown
from rejoinder.docket import Standing
from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.docket.matters import AnswerMatter, ItemMatter, ItemState, QuietItem
from rejoinder.model import Disposition

LONGEST = 120
"""So many characters of an item are shown in a list."""


def open_items(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Items that wait for an answer or an agreement."""
    if standing.items:
        count = standing.counts.get("open items", len(standing.items))
        shown = first_shown(len(standing.items), count)
        yield sheet.heading("OPEN ITEMS", ", ".join([str(count), *shown]) if shown else confirmed_among(standing.items))
    width = padded([item.state.value for item in standing.items])
    answers = {answer.id: answer for answer in standing.answers}
    for item in standing.items:
        label = Text(f"○ {item.state.value:<{width}}  ", "cyan")
        pieces = [(clean(item.place.name) if item.place else "", "bold"), (_begun(item), "")]
        told = [_replied(sheet, answers[name]) for name in item.answers if name in answers]
        yield from sheet.row(label, pieces, facts_of(item, [*told, *_since_when(sheet, item)], sheet.today), item.id)


def _begun(item: ItemMatter) -> str:
    """The words of an item, cut where they are long: the table has them whole."""
    words = clean(item.wordings[-1].exact)
    return in_quotes(words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …")


def _replied(sheet: Sheet, answer: AnswerMatter) -> str:
    """What a reply in hand does with an item, and on whose word."""
    days = shown_interval(answer.on, sheet.today)
    reply = f"the reply of {days}" if days else "the reply"
    what = DISPOSITIONS[answer.disposition][1]
    how = f"{what} in" if answer.disposition is Disposition.NOT_ADDRESSED else f"{what} by"
    return f"{how} {reply} ({shown_backing(answer.backing)})"


def item_facts(sheet: Sheet, item: ItemMatter) -> list[str | None]:
    """Where an item stands in the text in hand, who tabled it, and since when it stands as it does."""
    return [clean(item.place.name) if item.place else None, *_since_when(sheet, item)]


def _since_when(sheet: Sheet, item: ItemMatter) -> list[str | None]:
    by = f"tabled by {shown_actor(item.by)}" if item.by else "tabled"
    if item.state is ItemState.TABLED:
        return [f"{by} on {shown_day(item.since, sheet.today)}" if item.since else by]
    since = f"{item.state.value} since {shown_day(item.since, sheet.today)}" if item.since else None
    return [by if item.by else None, since]


def answer_facts(sheet: Sheet, answer: AnswerMatter) -> list[str | None]:
    """What a reply does with an item, in which words, and why it is taken so."""
    days = shown_interval(answer.on, sheet.today)
    words = [in_quotes(link.passage.exact) for link in answer.links]
    counters = [f"instead: {in_quotes(link.counter.exact)}" for link in answer.links if link.counter]
    what = DISPOSITIONS[answer.disposition][1]
    return [what, f"reply of {days}" if days else None, *words, *counters, clean(answer.reason)]


def quiet(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Open items that were last spoken of before a meeting was held."""
    if standing.quiet:
        yield sheet.heading(
            "QUIET",
            f"{standing.counts.get('quiet items', len(standing.quiet))} open items, last spoken of before a meeting",
        )
    for item in standing.quiet:
        pieces = [(clean(item.item.place.name) if item.item.place else "", "bold"), (_begun(item.item), "")]
        facts = facts_of(item.item, _counts(sheet, item), sheet.today)
        yield from sheet.row(Text("· "), pieces, facts, item.item.id)


def _counts(sheet: Sheet, item: QuietItem) -> list[str | None]:
    last = f"not mentioned since {shown_day(item.last_on, sheet.today)}" if item.last_on else "not mentioned"
    return [last, f"0 of {item.meetings_since} meetings since"]
