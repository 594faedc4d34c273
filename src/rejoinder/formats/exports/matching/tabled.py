"""The table of a docket -> its sheet: item, wording tabled, reply, where it stands. What no reply mentions comes first,
and each cell says from which source its words are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.docket.matters import AnswerMatter
from rejoinder.docket.table import RowStanding, TableRow
from rejoinder.formats.exports.matching.filled import MATRIX_COLUMNS, cite
from rejoinder.formats.exports.matching.naming import STANDINGS, one_line
from rejoinder.formats.exports.matching.phrases import (
    counted,
    name_reply,
    name_row,
    name_source,
    name_text,
    shown_day,
    tell_answer,
    tell_claim,
    tell_silence,
)
from rejoinder.formats.exports.matching.view import TableView
from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.model import Disposition, Passage

Paragraph = tuple[Run, ...]


def table_sheet(view: TableView) -> Sheet:
    """The four columns, in bands of where the items stand."""
    bands = []
    for standing, (_, words) in STANDINGS.items():
        lines = tuple(_line(row, view) for row in view.table.rows if row.standing is standing)
        if lines:
            bands.append(Band(f"{words.capitalize()}: {view.table.counts.get(standing, len(lines))}", lines))
    below = tuple(_unlinked(view))
    return Sheet(view.title, tuple(_about(view)), MATRIX_COLUMNS, tuple(bands), below)


def _about(view: TableView) -> Iterator[tuple[str, str]]:
    yield "As of", shown_day(view.day)
    if view.recorded is not None:
        yield "Record of", view.recorded.isoformat(" ", "minutes")
    inside = "confirmed records only" if view.confirmed else "records, and findings marked as not confirmed"
    yield "What is in it", inside
    yield from (("Text", f"{name_text(text)}: {_title(text.titles)}") for text in view.table.texts)
    others = (text for text in view.table.replies if text not in view.table.texts)
    yield from (("Reply in hand", f"{name_text(text)}: {_title(text.titles)}") for text in others)
    told = counted((words, view.table.counts.get(standing, 0)) for standing, (_, words) in STANDINGS.items())
    if told:
        yield "Items", told


def _title(titles: Sequence[str]) -> str:
    return one_line(titles[0]) if titles else "without a title"


def _line(row: TableRow, view: TableView) -> Line:
    return Line((_item(row), _wording(row, view), _reply(row, view), _standing(row)), row.standing)


def _item(row: TableRow) -> Cell:
    paragraphs: list[Paragraph] = [(Run(name_row(row), Look.STRONG),)]
    heading = row.item.place.heading if row.item.place else None
    if heading:
        paragraphs.append((Run(one_line(heading)),))
    paragraphs.append((Run(name_text(row.text), Look.ASIDE),))
    return Cell(tuple(paragraphs), row.item.id)


def _wording(row: TableRow, view: TableView) -> Cell:
    paragraphs: list[Paragraph] = []
    for at, worded in enumerate(row.wordings):
        words = " ".join(one_line(passage.exact) for passage in (worded.passage, *worded.further))
        lead = _lead(at, worded.in_hand, shown_day(worded.on))
        paragraphs.append((*((Run(f"{lead}: ", Look.ASIDE),) if lead else ()), Run(words, Look.QUOTED)))
    places = (cite(name_source(view, one.source), one.passage) for one in row.wordings)
    return Cell(tuple(paragraphs), "; ".join(dict.fromkeys(places)))


def _lead(at: int, in_hand: bool, day: str) -> str:
    """What stands before a wording that is not the last one, or that is only told of."""
    if not in_hand:
        return "told as"
    return (f"in the version of {day}" if day else "in an earlier version") if at else ""


def _reply(row: TableRow, view: TableView) -> Cell:
    paragraphs: list[Paragraph] = []
    places: list[str] = []
    for answer in row.answers:
        paragraphs += _answered(answer)
        source = name_source(view, answer.reports[0].source)
        places += [cite(source, link.passage) for link in answer.links] or [source]
    for claim in row.claims:
        paragraphs.append((Run(f"{tell_claim(claim)}: ", Look.ASIDE), Run(one_line(claim.passage.exact), Look.QUOTED)))
        places.append(cite(name_source(view, claim.source), claim.passage))
    if row.unshown:
        paragraphs.append((Run(f"and {row.unshown} earlier", Look.ABSENT),))
    if not paragraphs:
        paragraphs.append((Run("No reply is in hand, and nothing is told of one.", Look.ABSENT),))
    return Cell(tuple(paragraphs), "; ".join(dict.fromkeys(places)))


def _answered(answer: AnswerMatter) -> Iterator[Paragraph]:
    if answer.disposition is Disposition.NOT_ADDRESSED:
        yield (Run(tell_silence(answer), Look.ABSENT),)
        return
    yield (Run(f"{name_reply(answer)}:", Look.OWN),)
    yield from ((Run(one_line(link.passage.exact), Look.QUOTED),) for link in answer.links)
    yield from (
        (Run("Instead: "), Run(one_line(link.counter.exact), Look.QUOTED)) for link in answer.links if link.counter
    )


def _standing(row: TableRow) -> Cell:
    sign, words = STANDINGS[row.standing]
    paragraphs: list[Paragraph] = [(Run(f"{sign} {words}", Look.STRONG),)]
    if row.dropped is not None:
        paragraphs.append((Run(f"not in: {name_text(row.dropped)}", Look.ASIDE),))
    paragraphs += [
        (Run(f"{DISPOSITIONS[answer.disposition][0]} {tell_answer(answer)}"),)
        for answer in row.answers
        if answer.disposition is not Disposition.NOT_ADDRESSED
    ]
    if row.standing is RowStanding.CLAIMED:
        paragraphs += [(Run(tell_claim(claim), Look.ASIDE),) for claim in row.claims]
    return Cell(tuple(paragraphs))


def _unlinked(view: TableView) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    for reply in view.unlinked:
        if reply.passages:
            source = name_source(view, reply.source)
            cells = tuple(
                Cell(((Run(one_line(one.exact), Look.QUOTED),),), cite(source, one)) for one in _whole(reply.passages)
            )
            title = f"Sentences that answer no item, in the {name_text(reply.reply)}: {len(cells)}"
            yield title, cells


def _whole(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Sentences that have words."""
    return (passage for passage in passages if passage.exact.strip())
