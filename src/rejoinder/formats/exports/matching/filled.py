"""A matrix or a comparison -> its table. What was not addressed comes first, and what was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.formats.exports.matching.naming import (
    CHANGES,
    KINDS,
    file_name,
    name_item,
    one_line,
    wording_of,
)
from rejoinder.formats.exports.matching.view import ComparisonView, MatrixView
from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.model import (
    ChangeKind,
    Comparison,
    Disposition,
    Item,
    ItemChange,
    ItemRow,
    Link,
    Passage,
    Problem,
    WordChange,
    WordingNote,
)

MATRIX_COLUMNS = ("Item", "Wording tabled", "Reply", "Where it stands")
COMPARISON_COLUMNS = ("Item before", "Wording", "Item now", "What became of it")
FOUND = "found by the program, not confirmed"


def matrix_sheet(view: MatrixView) -> Sheet:
    """The four columns: item, wording tabled, reply, where it stands."""
    draft, reply = file_name(view.draft, "draft"), file_name(view.reply, "reply")
    silent = [row for row in view.matrix.rows if row.disposition is Disposition.NOT_ADDRESSED]
    answered = [row for row in view.matrix.rows if row.disposition is not Disposition.NOT_ADDRESSED]
    bands = (
        Band(f"Not addressed: {_counted(silent)}", tuple(_matrix_line(row, draft, reply) for row in silent)),
        Band(f"Answered: {len(answered)}", tuple(_matrix_line(row, draft, reply) for row in answered)),
    )
    unlinked = tuple(Cell((_quoted(passage),), cite(reply, passage)) for passage in view.matrix.unlinked)
    return Sheet(
        f"{draft} and {reply}",
        (("Draft", draft), (KINDS[view.matrix.kind].capitalize(), reply), ("Standing", FOUND), *_told(view)),
        MATRIX_COLUMNS,
        tuple(band for band in bands if band.lines),
        ((f"Sentences of the reply that answer no item: {len(unlinked)}", unlinked),) if unlinked else (),
    )


def _told(view: MatrixView) -> Iterator[tuple[str, str]]:
    counts = Counter({each: len(list(view.matrix.with_disposition(each))) for each in DISPOSITIONS})
    told = [f"{counts[each]} {words}" for each, (_, words) in DISPOSITIONS.items() if counts[each]]
    if told:
        yield ("Items", ", ".join(told))
    yield from _doubts(view.matrix.problems)


def _doubts(problems: Sequence[Problem]) -> Iterator[tuple[str, str]]:
    yield from (("Doubt", one_line(problem.message)) for problem in problems)


def _counted(rows: Sequence[ItemRow]) -> str:
    leading = sum(row.introduces for row in rows)
    return f"{len(rows) - leading}" + (f", and {leading} that only introduce others" if leading else "")


def _matrix_line(row: ItemRow, draft: str, reply: str) -> Line:
    name = Cell(
        ((Run(name_item(row.item, row.around), Look.STRONG),), *_heading(row.item)), f"{draft}, {row.item.label}"
    )
    wording = Cell(((Run(wording_of(row.item), Look.QUOTED),),), _item_source(draft, row.item))
    if not row.links:
        silence = "only introduces the items in it" if row.introduces else "The reply does not mention it."
        return Line((name, wording, Cell(((Run(silence, Look.ABSENT),),), reply), _standing(row)), row.disposition)
    sources = "; ".join(cite(reply, link.passage) for link in row.links)
    answer = Cell(tuple(_quoted(link.passage) for link in row.links), sources)
    return Line((name, wording, answer, _standing(row)), row.disposition)


def _standing(row: ItemRow) -> Cell:
    sign, words = DISPOSITIONS[row.disposition]
    paragraphs: list[tuple[Run, ...]] = [(Run(f"{sign} {words}", Look.STRONG),)]
    paragraphs += [(Run(_reason(link), Look.ASIDE),) for link in row.links]
    paragraphs += [(Run("Instead: "), *_quoted(link.counter)) for link in row.links if link.counter]
    return Cell(tuple(paragraphs))


def _reason(link: Link) -> str:
    return f"{one_line(link.reason)} Score {link.score:.2f}."


def _heading(item: Item) -> tuple[tuple[Run, ...], ...]:
    return ((Run(item.heading),),) if item.heading and item.number else ()


def _quoted(passage: Passage) -> tuple[Run, ...]:
    return (Run(one_line(passage.exact), Look.QUOTED),)


def cite(name: str, passage: Passage) -> str:
    """Where words are from: the file and the characters."""
    return f"{name}, characters {passage.start}–{passage.end}"


def _item_source(name: str, item: Item) -> str:
    return cite(name, item.wording or Passage(item.start, item.end, ""))


def comparison_sheet(view: ComparisonView) -> Sheet:
    """The four columns: item before, wording with what is gone and new, item now, what became of it."""
    old, new = file_name(view.old, "old"), file_name(view.new, "new")
    bands = []
    for kind, (_, words) in CHANGES.items():
        lines = tuple(_comparison_line(change, old, new) for change in view.comparison.of_kind(kind))
        if lines:
            bands.append(Band(f"{words.capitalize()}: {len(lines)}", lines))
    about = (("Before", old), ("Now", new), ("Standing", FOUND), ("Items", counted_changes(view.comparison)))
    return Sheet(f"{old} and {new}", (*about, *_doubts(view.comparison.problems)), COMPARISON_COLUMNS, tuple(bands))


def counted_changes(comparison: Comparison) -> str:
    """How many items were dropped, are new, and so on, in words."""
    counts = Counter(change.kind for change in comparison.changes)
    return ", ".join(f"{counts[kind]} {words}" for kind, (_, words) in CHANGES.items() if counts[kind])


def _comparison_line(change: ItemChange, old: str, new: str) -> Line:
    sign, words = CHANGES[change.kind]
    told = [(Run(f"{sign} {words}", Look.STRONG),)]
    told += [(Run(told_note(note), Look.ASIDE),) for note in change.notes]
    before, now = _item_cell(change.old, change.old_around, old), _item_cell(change.new, change.new_around, new)
    cells = (before, _wording_cell(change, old, new), now, Cell(tuple(told)))
    return Line(cells, change.kind)


def _item_cell(item: Item | None, around: Sequence[Item], name: str) -> Cell:
    if item is None:
        return Cell(((Run("none", Look.ABSENT),),), name)
    return Cell(((Run(name_item(item, around), Look.STRONG),), *_heading(item)), f"{name}, {item.label}")


def _wording_cell(change: ItemChange, old: str, new: str) -> Cell:
    item, name = (change.new, new) if change.new is not None else (change.old, old)
    if item is None:
        raise ValueError("A change is of an item of one of the versions.")
    source = _item_source(name, item)
    if change.old is not None and change.new is not None:
        source = f"{_item_source(old, change.old)}; {source}"
    return Cell((tuple(_wording_runs(change, item)),), source)


_LOOKS = {WordChange.KEPT: Look.QUOTED, WordChange.DROPPED: Look.GONE, WordChange.NEW: Look.NEW}
_CLOSING = (",", ".", ";", ":", ")", "!", "?")
_WHOLE = {ChangeKind.DROPPED: Look.GONE, ChangeKind.NEW: Look.NEW}


def _wording_runs(change: ItemChange, item: Item) -> Iterator[Run]:
    if not change.words:
        yield Run(wording_of(item), _WHOLE.get(change.kind, Look.QUOTED))
    for at, words in enumerate(change.words):
        if at and not words.passage.exact.startswith(_CLOSING):
            yield Run(" ", Look.QUOTED)
        yield Run(one_line(words.passage.exact), _LOOKS[words.change])


def told_note(note: WordingNote) -> str:
    """A change of words that bind, or of a term, as the words that it is."""
    before = f"“{one_line(note.before.exact)}”" if note.before else ""
    after = f"“{one_line(note.after.exact)}”" if note.after else ""
    if before and after:
        return f"{before} became {after}."
    return f"{before} is gone." if before else f"{after} is new."
