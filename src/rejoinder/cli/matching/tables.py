"""The table of a docket on the screen: what no reply mentions, then what stands otherwise, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import NARROWEST, Line, set_places
from rejoinder.cli.brief.wording import clean
from rejoinder.cli.matching.words import in_quotes, paragraph, title
from rejoinder.cli.standing.sheet import shown_id
from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.docket.matters import AnswerMatter
from rejoinder.docket.table import RowStanding, TableRow
from rejoinder.formats.exports.matching.naming import STANDINGS
from rejoinder.formats.exports.matching.phrases import (
    name_row,
    name_source,
    name_text,
    shown_day,
    tell_answer,
    tell_claim,
    tell_silence,
)
from rejoinder.formats.exports.matching.view import TableView
from rejoinder.model import Disposition

MOST_NAME = 18
"""So many letters of the name of a source stand at the end of a line."""
_STYLES = {
    RowStanding.DECLINED: "red",
    RowStanding.DEFLECTED: "yellow",
    RowStanding.DEFERRED: "yellow",
    RowStanding.COUNTERED: "blue",
    RowStanding.ACCEPTED_WITH_CHANGE: "green",
    RowStanding.ACCEPTED: "green",
}


def render_table(view: TableView, width: int) -> list[Text]:
    """The lines, none wider than ``width`` cells (60 at least)."""
    return set_places(list(_lines(view, max(width, NARROWEST))))


def _lines(view: TableView, width: int) -> Iterator[Line]:
    table = view.table
    yield from _head(view, width)
    for standing, (_, words) in STANDINGS.items():
        rows = [row for row in table.rows if row.standing is standing]
        if rows:
            yield from title(words, str(table.counts[standing]))
        for row in rows:
            yield from _row(row, view, width)
    if len(table.rows) < table.count:
        yield Line(Text())
        yield Line(Text(f"the first {len(table.rows)} of {table.count} items (--all)", "dim"))
    for reply in view.unlinked:
        if reply.passages:
            yield from title(
                "answer no item", f"{len(reply.passages)} sentences of the {clean(name_text(reply.reply))}"
            )
        for passage in reply.passages:
            yield from paragraph(
                "  ·", [(in_quotes(passage.exact), "")], width, _place(view, reply.source, passage.start)
            )


def _head(view: TableView, width: int) -> Iterator[Line]:
    table = view.table
    now = f"as of {shown_day(view.day)}" + (f", as recorded {view.recorded:%Y-%m-%d %H:%M}" if view.recorded else "")
    yield Line(Text.assemble((clean(view.title), "bold"), f"  {now}"))
    counts = [f"{table.counts[each]} {words}" for each, (_, words) in STANDINGS.items() if table.counts.get(each)]
    yield from paragraph("", [(f"{table.count} items: {', '.join(counts)}" if counts else "no items", "")], width)
    for text in dict.fromkeys((*table.texts, *table.replies)):
        hand = "in hand" if text.in_hand else "as told"
        name = f": {clean(text.titles[0])}" if text.titles else ""
        yield from paragraph("  ·", [(f"{clean(name_text(text))}, {hand}{name}", "")], width, shown_id(text.id))


def _row(row: TableRow, view: TableView, width: int) -> Iterator[Line]:
    sign = STANDINGS[row.standing][0]
    heading = clean(row.item.place.heading) if row.item.place and row.item.place.heading else ""
    name = Text.assemble(f"  {sign} ", (clean(name_row(row)), f"bold {_STYLES.get(row.standing, '')}".strip()))
    name.append(f"  {heading}" if heading else "")
    name.append(f"  {clean(name_text(row.text))}", "dim")
    yield Line(name, _short_id(row.item.id))
    first, *earlier = row.wordings
    yield from paragraph(
        "", [(in_quotes(first.passage.exact), "")], width, _place(view, first.source, first.passage.start)
    )
    for worded in earlier:
        day = shown_day(worded.on)
        lead = ("in the version of " + day if day else "in an earlier version") if worded.in_hand else "also told as"
        words = f"{lead}: {in_quotes(worded.passage.exact)}"
        yield from paragraph("", [(words, "")], width, _place(view, worded.source, worded.passage.start))
    if row.dropped is not None:
        yield from paragraph("", [(f"not in: {clean(name_text(row.dropped))}", "dim")], width)
    for answer in row.answers:
        yield from _answer(answer, view, width)
    for claim in row.claims:
        words = f"{clean(tell_claim(claim))}: {in_quotes(claim.passage.exact)}"
        yield from paragraph("    ›", [(words, "")], width, _place(view, claim.source, claim.passage.start))
    if row.unshown:
        yield from paragraph("    ›", [(f"and {row.unshown} earlier", "dim")], width)


def _answer(answer: AnswerMatter, view: TableView, width: int) -> Iterator[Line]:
    source = answer.reports[0].source
    if answer.disposition is Disposition.NOT_ADDRESSED:
        yield from paragraph("    ○", [(clean(tell_silence(answer)), "")], width, _place(view, source))
        return
    sign = DISPOSITIONS[answer.disposition][0]
    yield from paragraph(f"    {sign}", [(clean(tell_answer(answer)), "")], width)
    for link in answer.links:
        yield from paragraph("", [(in_quotes(link.passage.exact), "")], width, _place(view, source, link.passage.start))
        if link.counter:
            yield from paragraph("", [("instead:", "dim"), (in_quotes(link.counter.exact), "")], width)


def _place(view: TableView, source: str, start: int | None = None) -> str:
    """Where words are from, short enough to stand at the end of a line."""
    name = clean(name_source(view, source))
    shown = name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 1]}…"
    return shown if start is None else f"{shown} {start}"


def _short_id(item: str) -> str:
    """``[99f20f8b9f9e.c4ae3bf4]``: as many digits as lead to an item."""
    text, _, key = item.partition(":")[2].partition(".")
    return f"[{text}.{key[:8]}]"
