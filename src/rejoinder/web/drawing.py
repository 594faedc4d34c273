"""Pictures drawn on the server: marks and counts in, shapes with their places out, for the templates to write as SVG.

Places along the line of days are shares of the width ("37.5%"), those across it are pixels: so a picture fits a phone
without a script, and its words keep their size. All places are texts, since a template would write numbers in the
manner of the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rejoinder.docket.course import Mark, MarkKind, Stretch
from rejoinder.docket.matters import QuietItem
from rejoinder.docket.mentions import week_of, weeks_between

ROW = 24
ROWS = 8
LANES = 8
LABEL = 20
AXIS = 26
APART = 1 / 18
"""Marks on one row stand so far apart, as a share of the width: on a phone they do not touch."""
TICKS = 6
HIGHEST = 28
BAR_WEEKS = 26
SHAPES: dict[MarkKind, str] = {
    MarkKind.STATEMENT: "round",
    MarkKind.TEXT: "square",
    MarkKind.PUBLIC: "square",
    MarkKind.MEETING: "diamond",
    MarkKind.PROMISE: "round",
    MarkKind.DUE: "round",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its place: ``x`` and ``width`` are shares of the width, ``y`` the middle of its row."""

    mark: Mark
    shape: str
    x: str
    y: str
    width: str
    bar: bool


@dataclass(frozen=True, slots=True)
class More:
    """Marks for which there was no room, counted where they would begin."""

    count: int
    x: str
    y: str
    anchor: str
    on: date


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of a party: its name ("" for all others), where it begins, its marks."""

    party: str
    top: str
    label: str
    marks: tuple[Placed, ...]
    more: tuple[More, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis. ``anchor`` says on which side of it its name stands."""

    on: date
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn course of a docket."""

    height: str
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis: str


def draw_course(marks: Sequence[Mark], stretch: Stretch) -> Picture:
    """Lanes by party, those with the most marks first; a mark of several parties stands in the lane of each."""
    by_party = _by_party(marks)
    lanes: list[Lane] = []
    top = AXIS
    for party, own in by_party.items():
        lane, rows = _draw_lane(party, own, stretch, top)
        lanes.append(lane)
        top += LABEL + rows * ROW
    return Picture(str(top + 4), tuple(lanes), _ticks(stretch), str(AXIS))


def _by_party(marks: Iterable[Mark]) -> Mapping[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        for party in mark.parties or ("",):
            found.setdefault(party, []).append(mark)
    named = sorted((party for party in found if party), key=lambda party: (-len(found[party]), party))
    lanes = {party: found[party] for party in named[:LANES]}
    shown = {id(mark) for own in lanes.values() for mark in own}
    others = [mark for mark in marks if id(mark) not in shown]
    return {**lanes, "": others} if others else lanes


def _draw_lane(party: str, marks: Iterable[Mark], stretch: Stretch, top: int) -> tuple[Lane, int]:
    """A lane whose first label stands at ``top``, and how many rows it has. A mark goes on the first row that is
    free at its place; where none is, it is counted."""
    ends: list[float] = []
    placed: list[Placed] = []
    crowded: dict[int, list[Mark]] = {}
    for mark in marks:
        x, width = _share(stretch, mark.on), _share(stretch, mark.until) - _share(stretch, mark.on)
        row = next((number for number, end in enumerate(ends) if x - end >= APART), len(ends))
        if row >= ROWS:
            crowded.setdefault(int(x / APART), []).append(mark)
            continue
        ends[row : row + 1] = [x + width]
        y = str(top + LABEL + row * ROW + ROW // 2)
        placed.append(Placed(mark, SHAPES[mark.kind], _percent(x), y, _percent(width), width > 0))
    last = str(top + LABEL + ROWS * ROW + ROW // 2)
    more = tuple(_more(some, stretch, last) for some in crowded.values())
    rows = max(1, len(ends)) + (1 if more else 0)
    return Lane(party, str(top), str(top + LABEL - 5), tuple(placed), more), rows


def _more(marks: Sequence[Mark], stretch: Stretch, y: str) -> More:
    x = _share(stretch, marks[0].on)
    return More(len(marks), _percent(x), y, "end" if x > 1 - APART else "middle", marks[0].on)


def _share(stretch: Stretch, day: date) -> float:
    """Where a day stands between the first and the last, with a margin for its mark."""
    inside = min(max(day, stretch.first), stretch.last)
    days = max(1, (stretch.last - stretch.first).days)
    return 0.03 + 0.94 * (inside - stretch.first).days / days


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"


def _ticks(stretch: Stretch) -> tuple[Tick, ...]:
    """A few days at even steps; the first and the last are among them."""
    days = (stretch.last - stretch.first).days
    count = min(TICKS, days + 1)
    steps = {round(number * days / max(1, count - 1)) for number in range(count)}
    ticks = []
    for step in sorted(steps):
        anchor = "start" if step == 0 else "end" if step == days else "middle"
        day = stretch.first + timedelta(step)
        ticks.append(Tick(day, _percent(_share(stretch, day)), anchor))
    return tuple(ticks)


@dataclass(frozen=True, slots=True)
class Bar:
    """The mentions of one week by one side: ``number`` is the place of the side among all sides, for its shade."""

    week: str
    side: str
    count: int
    number: int
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class WeekCount:
    """All mentions of one week, written over its bars."""

    week: str
    count: int
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The mentions of an item, week by week. ``weeks`` are those with mentions, for the table; ``sides`` all sides."""

    height: str
    base: str
    bars: tuple[Bar, ...]
    counts: tuple[WeekCount, ...]
    first: str
    last: str
    weeks: tuple[tuple[str, str, int], ...]
    sides: tuple[str, ...]


def bars(item: QuietItem, today: date, sides: Sequence[str] = ()) -> Bars:
    """Bars for the weeks up to ``today``, the last ``BAR_WEEKS`` of them; ``sides`` are those by which shades are
    given (those of the item itself where none are named)."""
    known = tuple(sides) or tuple(sorted({side for _, side in item.weeks}))
    weeks = _weeks(item, today)
    by_week: dict[str, list[tuple[str, int]]] = {}
    for (week, side), count in item.weeks.items():
        by_week.setdefault(week, []).append((side, count))
    most = max((sum(count for _, count in by_week[week]) for week in weeks if week in by_week), default=1)
    drawn: list[Bar] = []
    counts: list[WeekCount] = []
    for number, week in enumerate(weeks):
        top = float(HIGHEST + 14)
        for side, count in sorted(by_week.get(week, [])):
            height = HIGHEST * count / most
            top -= height
            place = (_percent((number + 0.1) / len(weeks)), f"{top:.1f}", _percent(0.8 / len(weeks)), f"{height:.1f}")
            drawn.append(Bar(week, side, count, known.index(side) % LANES if side in known else 0, *place))
        if week in by_week:
            total = sum(count for _, count in by_week[week])
            counts.append(WeekCount(week, total, _percent((number + 0.5) / len(weeks)), f"{top - 3:.1f}"))
    base = str(HIGHEST + 14)
    told = tuple((week, side, count) for (week, side), count in sorted(item.weeks.items()))
    return Bars(str(HIGHEST + 16), base, tuple(drawn), tuple(counts), weeks[0], weeks[-1], told, known)


def _weeks(item: QuietItem, today: date) -> list[str]:
    """The weeks that are drawn: from the first mention, and no fewer than twelve, to today; where the last mention is
    longer ago than there is room for, those up to it."""
    last_said = max((week for week, _ in item.weeks), default=week_of(today))
    span = timedelta(weeks=BAR_WEEKS - 1)
    weeks = list(weeks_between(max(today, date.min + span) - span, today))
    if last_said < weeks[0]:
        last = date.fromisocalendar(int(last_said[:4]), int(last_said[6:]), 7)
        weeks = list(weeks_between(max(last, date.min + span) - span, last))
    first = min((week for week, _ in item.weeks if week >= weeks[0]), default=weeks[-1])
    return weeks[min(weeks.index(first), max(0, len(weeks) - 12)) :]
