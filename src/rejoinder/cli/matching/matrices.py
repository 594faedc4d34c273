"""A matrix on the screen: what the reply passes over, then each disposition, then what answers nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import NARROWEST, Line, set_places
from rejoinder.cli.brief.wording import Places, clean
from rejoinder.cli.matching.words import in_quotes, paragraph, title
from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.formats.exports.matching.naming import KINDS, file_name, name_item, wording_of
from rejoinder.formats.exports.matching.view import MatrixView
from rejoinder.model import Disposition, ItemRow, Link

ORDER = tuple(DISPOSITIONS)
_STYLES = {
    Disposition.DECLINED: "red",
    Disposition.DEFLECTED: "yellow",
    Disposition.DEFERRED: "yellow",
    Disposition.COUNTERED: "blue",
    Disposition.ACCEPTED_WITH_CHANGE: "green",
    Disposition.ACCEPTED: "green",
}


def render_matrix(view: MatrixView, width: int) -> list[Text]:
    """The lines, none wider than ``width`` cells (60 at least)."""
    return set_places(list(_lines(view, max(width, NARROWEST))))


def _lines(view: MatrixView, width: int) -> Iterator[Line]:
    tabled, replied = Places(view.draft.text), Places(view.reply.text)
    yield from _head(view)
    for disposition in ORDER:
        rows = list(view.matrix.with_disposition(disposition))
        if rows:
            yield from title(DISPOSITIONS[disposition][1], str(len(rows)))
        for row in rows:
            yield from _row(row, width, tabled, replied)
    if view.matrix.unlinked:
        yield from title("answer no item", f"{len(view.matrix.unlinked)} sentences")
        for passage in view.matrix.unlinked:
            yield from paragraph("  ·", [(in_quotes(passage.exact), "")], width, replied.at(passage.start), 2)
    if view.matrix.problems:
        yield from title("doubts", str(len(view.matrix.problems)))
        for problem in view.matrix.problems:
            yield from paragraph("  !", [(clean(problem.message), "")], width, replied.at(problem.start))


def _head(view: MatrixView) -> Iterator[Line]:
    draft, reply = clean(file_name(view.draft, "draft")), clean(file_name(view.reply, "reply"))
    yield Line(Text.assemble((draft, "bold"), "  answered by  ", (reply, "bold"), f"  ({KINDS[view.matrix.kind]})"))
    counts = Counter({each: len(list(view.matrix.with_disposition(each))) for each in ORDER})
    told = [f"{counts[each]} {DISPOSITIONS[each][1]}" for each in ORDER if counts[each]]
    yield Line(Text(f"{counts.total()} items: {', '.join(told)}" if told else "no items"))
    yield Line(Text("found, not confirmed", "dim"))


def _row(row: ItemRow, width: int, tabled: Places, replied: Places) -> Iterator[Line]:
    sign = DISPOSITIONS[row.disposition][0]
    heading = f"  {clean(row.item.heading)}" if row.item.heading and row.item.number else ""
    name = clean(name_item(row.item, row.around))
    yield Line(Text.assemble(f"  {sign} ", (name, f"bold {_STYLES.get(row.disposition, '')}".strip()), heading))
    lines = 2 if row.links else 3
    yield from paragraph(
        "", [(in_quotes(wording_of(row.item)), "")], width, f"draft {tabled.at(row.item.start)}", lines
    )
    for link in row.links:
        yield from _link(link, width, replied)


def _link(link: Link, width: int, replied: Places) -> Iterator[Line]:
    yield from paragraph(
        "    →", [(in_quotes(link.passage.exact), "")], width, f"reply {replied.at(link.passage.start)}"
    )
    if link.counter:
        yield from paragraph("", [("instead:", "dim"), (in_quotes(link.counter.exact), "")], width)
    yield from paragraph("", [(f"{clean(link.reason)} ({link.score:.2f})", "dim")], width)
