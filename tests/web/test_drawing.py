"""Pictures: where marks and bars stand, and that none are lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.docket.course import Mark, MarkKind, Stretch, course_of
from rejoinder.docket.matters import Backing, Footing, QuietItem
from rejoinder.docket.mentions import count_all
from rejoinder.web.drawing import APART, BAR_WEEKS, LANES, ROWS, Picture, bars, draw_course
from tests.docket.stories import Docket, may, met, on, promised, said, tabled

YEAR = Stretch(date(2022, 1, 1), date(2022, 12, 31))
FOUND = Backing(Footing.FOUND)


def mark(day: date, *parties: str, until: date | None = None, number: int = 0) -> Mark:
    words = ("state", "Varga", "words", f"statement:{number}", "sha256:1", f"statement:{number}")
    return Mark(MarkKind.STATEMENT, day, until or day, parties, *words, FOUND)


def share(percent: str) -> float:
    assert percent.endswith("%")
    return float(percent[:-1]) / 100


def test_a_mark_stands_in_the_lane_of_each_of_its_parties():
    picture = draw_course([mark(may(4), "A", "B"), mark(may(5), "A"), mark(may(6))], YEAR)
    assert [(lane.party, len(lane.marks)) for lane in picture.lanes] == [("A", 2), ("B", 1), ("", 1)]


def test_there_are_so_many_lanes_and_one_for_the_others():
    marks = [mark(may(1 + number % 30), f"party {number}") for number in range(LANES + 3)]
    picture = draw_course(marks, YEAR)
    assert len(picture.lanes) == LANES + 1
    assert len(picture.lanes[-1].marks) == 3


def test_marks_of_a_day_stand_below_one_another_until_there_is_no_room():
    picture = draw_course([mark(may(4), "A", number=number) for number in range(ROWS + 5)], YEAR)
    (lane,) = picture.lanes
    assert len({placed.y for placed in lane.marks}) == ROWS
    (more,) = lane.more
    assert (more.count, more.on) == (5, may(4))


def test_what_lasts_is_a_bar_and_what_goes_beyond_ends_at_the_edge():
    picture = draw_course([mark(may(4), "A", until=date(2023, 5, 1))], YEAR)
    placed = picture.lanes[0].marks[0]
    assert placed.bar
    assert share(placed.x) + share(placed.width) <= 0.971


@given(st.lists(st.tuples(st.integers(0, 364), st.integers(0, 40), st.sampled_from("ABC")), max_size=60))
def test_no_mark_is_lost_and_none_touch(days):
    first = YEAR.first
    marks = [
        mark(first + timedelta(day), party, until=first + timedelta(day + length), number=number)
        for number, (day, length, party) in enumerate(sorted(days))
    ]
    picture = draw_course(marks, YEAR)
    assert sum(len(lane.marks) + sum(more.count for more in lane.more) for lane in picture.lanes) == len(marks)
    assert all(0 <= share(placed.x) <= 1 for placed in _all(picture))
    rows: dict[str, list[tuple[float, float]]] = {}
    for placed in _all(picture):
        rows.setdefault(placed.y, []).append((share(placed.x), share(placed.x) + share(placed.width)))
    for row in rows.values():
        row.sort()
        assert all(later[0] - before[1] >= APART - 1e-3 for before, later in pairwise(row))


def _all(picture: Picture):
    return [placed for lane in picture.lanes for placed in lane.marks]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_the_axis_names_the_first_and_the_last_day(first, days):
    stretch = Stretch(first, first + timedelta(days))
    ticks = draw_course([], stretch).ticks
    assert ticks[0].on == stretch.first
    assert ticks[-1].on == stretch.last
    assert len(ticks) <= 6


def test_a_docket_is_drawn_whole():
    docket = Docket()
    docket.story(10, said("low", 4), met("met", on(9)), tabled("tabled", on(2)), promised("will", on(3), on(7, 9)))
    marks = course_of(docket.views(40), YEAR)
    assert sum(len(lane.marks) for lane in draw_course(marks, YEAR).lanes) == len(marks) + 1


def item(weeks: Mapping[tuple[str, str], int]) -> QuietItem:
    docket = Docket()
    docket.story(2, tabled("handed over the draft compact", on(2), ("flow data every hour",)))
    ((found,), _) = count_all(docket.views(30), 1)
    return QuietItem(found.item, weeks, None, None, 0)


def test_bars_stand_upon_one_another_by_side_with_their_sum():
    drawn = bars(item({("2022-W18", "B"): 1, ("2022-W18", "A"): 3, ("2022-W20", "A"): 2}), date(2022, 5, 22))
    assert [(bar.week, bar.side, bar.count, bar.number) for bar in drawn.bars] == [
        ("2022-W18", "A", 3, 0),
        ("2022-W18", "B", 1, 1),
        ("2022-W20", "A", 2, 0),
    ]
    assert [(total.week, total.count) for total in drawn.counts] == [("2022-W18", 4), ("2022-W20", 2)]
    low, high = drawn.bars[0], drawn.bars[1]
    assert float(high.y) + float(high.height) == float(low.y)
    assert drawn.last == "2022-W20"
    assert len(drawn.weeks) == 3


def test_sides_keep_their_shade_from_item_to_item():
    drawn = bars(item({("2022-W18", "B"): 1}), date(2022, 5, 22), ("A", "B"))
    assert [bar.number for bar in drawn.bars] == [1]


def test_mentions_of_long_ago_are_shown_where_they_were():
    drawn = bars(item({("2020-W10", "A"): 1}), date(2022, 5, 22))
    assert drawn.last == "2020-W10"
    assert [bar.week for bar in drawn.bars] == ["2020-W10"]


def test_nothing_said_is_drawn_as_nothing():
    drawn = bars(item({}), date(2022, 5, 22))
    assert drawn.bars == ()
    assert drawn.weeks == ()


@given(st.dictionaries(st.tuples(st.integers(0, 120), st.sampled_from("ABC")), st.integers(1, 9), max_size=30))
def test_bars_stay_within_their_picture(weeks):
    start = date(2020, 1, 6)
    named = {}
    for (week, side), count in weeks.items():
        year, number, _ = (start + timedelta(weeks=week)).isocalendar()
        named[f"{year}-W{number:02}", side] = count
    drawn = bars(item(named), start + timedelta(weeks=120))
    assert all(0 <= float(bar.y) <= float(drawn.base) for bar in drawn.bars)
    assert all(share(bar.x) >= 0 and share(bar.x) + share(bar.width) <= 1.001 for bar in drawn.bars)
    assert len({bar.week for bar in drawn.bars}) <= BAR_WEEKS
    assert sum(count for _, _, count in drawn.weeks) == sum(named.values())
