"""OPEN ITEMS: what was tabled and waits; QUIET: what nobody speaks of, counted and not characterised."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import clean, shown_actor, shown_day
from rejoinder.cli.standing.phrases import confirmed_among, facts_of, in_quotes, shown_interval
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket import Standing
from rejoinder.docket.matters import AnswerMatter, ItemMatter, QuietItem


def open_items(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Items that wait for an answer or an agreement."""
    if standing.items:
        yield sheet.heading("OPEN ITEMS", confirmed_among(standing.items))
    width = padded([item.state.value for item in standing.items])
    for item in standing.items:
        label = Text(f"○ {item.state.value:<{width}}  ", "cyan")
        pieces = [(in_quotes(item.wordings[-1].exact), "")]
        yield from sheet.row(label, pieces, facts_of(item, item_facts(sheet, item), sheet.today), item.id)


def item_facts(sheet: Sheet, item: ItemMatter) -> list[str | None]:
    """Who tabled an item, where it stands in the text in hand, and since when it stands as it does."""
    place = clean(item.place.name) if item.place else None
    by = f"tabled by {shown_actor(item.by)}" if item.by else None
    since = f"{item.state.value} since {shown_day(item.since, sheet.today)}" if item.since else None
    return [place, by, since]


def answer_facts(sheet: Sheet, answer: AnswerMatter) -> list[str | None]:
    """What a reply does with an item, in which words, and why it is taken so."""
    days = shown_interval(answer.on, sheet.today)
    words = [in_quotes(link.passage.exact) for link in answer.links]
    counters = [f"instead: {in_quotes(link.counter.exact)}" for link in answer.links if link.counter]
    what = answer.disposition.value.replace("_", " ")
    return [what, f"reply of {days}" if days else None, *words, *counters, clean(answer.reason)]


def quiet(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Open items that were last spoken of before a meeting was held."""
    if standing.quiet:
        yield sheet.heading(
            "QUIET",
            f"{standing.counts.get('quiet items', len(standing.quiet))} open items, last spoken of before a meeting",
        )
    for item in standing.quiet:
        pieces = [(in_quotes(item.item.wordings[-1].exact), "")]
        facts = facts_of(item.item, _counts(sheet, item), sheet.today)
        yield from sheet.row(Text("· "), pieces, facts, item.item.id)


def _counts(sheet: Sheet, item: QuietItem) -> list[str | None]:
    last = f"not mentioned since {shown_day(item.last_on, sheet.today)}" if item.last_on else "not mentioned"
    return [last, f"0 of {item.meetings_since} meetings since"]
