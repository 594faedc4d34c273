"""The example stories in a docket: the same in whatever order they come, and as one could know it on any past day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from rejoinder.desk.adding import Added, HeldAlready, add_sources
from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import make_docket
from rejoinder.desk.gathering import Gathered, gather
from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.reading import shipped_reader
from rejoinder.desk.snapshots import AsOf, snapshot_as_of, standing_as_of
from rejoinder.desk.tables import table_as_of
from rejoinder.desk.tabling import SaidOfText, table_text
from rejoinder.docket import Standing
from rejoinder.docket.matters import CommitmentMatter, CommitmentState
from rejoinder.docket.table import Asked, RowStanding, TableRow
from rejoinder.model import Actor, Decision, Document, Publication, Reading, TextKind
from rejoinder.store import MEMORY, open_ledger
from tests.desk.desks import Clock

STORIES = sorted(Path(__file__).parents[2].glob("examples/2021-22/*"))
DOCKET = "guarantees"
START = datetime(2022, 3, 1, 9, tzinfo=UTC)


@cache
def readings() -> dict[str | None, Reading]:
    """Each story read once by the shipped reader, for all tests."""
    found: dict[str | None, Reading] = {}

    def remember(documents: Sequence[Document], published: date | None, today: date) -> list[object]:
        told = list(shipped_reader()(documents, published, today))
        found.update({item.document.id: item for item in told if isinstance(item, Reading)})
        return told

    fill(Desk(open_ledger(MEMORY), "Ilse", Clock(START), remember), STORIES)
    return found


def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
    return [readings()[document.id] for document in documents]


def fill(desk: Desk, stories: Sequence[Path]) -> Desk:
    make_docket(desk, DOCKET, "Security guarantees")
    outcomes = list(add_sources(desk, DOCKET, gather([str(path) for path in stories])))
    assert all(isinstance(outcome, Added) for outcome in outcomes)
    return desk


def example(stories: Sequence[Path] = STORIES) -> Desk:
    return fill(Desk(open_ledger(MEMORY), "Ilse", Clock(START), read), stories)


def bare(standing: Standing) -> Standing:
    """Without what tells when it was entered."""
    changed = tuple(replace(item, recorded_at=START) for item in standing.changed)
    return replace(standing, seq=0, changed=changed)


def on(desk: Desk, month: int, day: int) -> Standing:
    return standing_as_of(desk, DOCKET, AsOf(known=date(2022, month, day)))


def promise(standing: Standing) -> CommitmentMatter:
    """The one commitment of the United States to reply in writing."""
    told = [*standing.promises, *standing.settled]
    (found,) = [item for item in told if item.debtor.party == "United States" and _is_of_replies(item)]
    return found


def _is_of_replies(item: CommitmentMatter) -> bool:
    return any("written replies" in one.action.exact for one in item.utterances)


@pytest.mark.parametrize("step", [-1, 3, 7])
def test_the_order_in_which_stories_come_makes_no_difference(step):
    first = example()
    other = example([STORIES[(index * step) % len(STORIES)] for index in range(len(STORIES))])
    for day in (date(2022, 1, 22), date(2022, 1, 27), None):
        at = AsOf(known=day)
        assert bare(standing_as_of(first, DOCKET, at)) == bare(standing_as_of(other, DOCKET, at))


def test_adding_a_story_twice_changes_nothing():
    desk = example()
    before, entries = standing_as_of(desk, DOCKET), list(desk.ledger.entries(DOCKET))
    again = list(add_sources(desk, DOCKET, gather([str(path) for path in STORIES])))
    assert all(isinstance(outcome, HeldAlready) for outcome in again)
    assert list(desk.ledger.entries(DOCKET)) == entries
    assert standing_as_of(desk, DOCKET) == before


def test_on_22_january_the_promise_is_open_and_not_overdue():
    found = promise(on(example(), 1, 22))
    assert found.state is CommitmentState.ACTIVE
    assert found.due.due.text == "next week"
    assert (found.due.reckoned.earliest, found.due.reckoned.latest) == (date(2022, 1, 24), date(2022, 1, 30))


def test_on_25_january_it_is_restated_still_one_promise_and_due():
    found = promise(on(example(), 1, 25))
    assert found.state is CommitmentState.DUE
    assert len({one.report.source for one in found.utterances}) == 2
    assert {said.due.text for said in found.dues} == {"next week", "this week"}
    assert {(said.reckoned.earliest, said.reckoned.latest) for said in found.dues} == {
        (date(2022, 1, 24), date(2022, 1, 30))
    }
    assert not found.backing.confirmed


def test_on_27_january_it_was_kept_on_the_26th_by_the_reply_in_time():
    found = promise(on(example(), 1, 27))
    assert found.state is CommitmentState.DISCHARGED
    assert found.settled.on == date(2022, 1, 26)
    assert found.settled.suggested


def test_on_3_february_the_leak_is_seen_and_the_day_before_it_is_not():
    desk = example()
    assert any(item.publication is Publication.LEAKED for item in on(desk, 2, 3).public)
    assert not any(item.publication is Publication.LEAKED for item in on(desk, 2, 1).public)


def test_what_comes_later_changes_what_is_known_now_and_not_what_was_known_then():
    few, all_of_them = example(STORIES[:4]), example()
    assert bare(on(few, 1, 22)) == bare(on(all_of_them, 1, 22))
    assert bare(standing_as_of(few, DOCKET)) != bare(standing_as_of(all_of_them, DOCKET))


def test_the_record_as_it_was_says_what_it_said_then():
    desk = example()
    before = standing_as_of(desk, DOCKET)
    then = desk.clock()
    subject = next(iter(snapshot_as_of(desk, DOCKET).commitments))
    desk.clock.moment += timedelta(days=1)
    judge(desk, DOCKET, subject, Verdict(Decision.CONFIRM))
    assert bare(standing_as_of(desk, DOCKET)) != bare(before)
    assert bare(standing_as_of(desk, DOCKET, AsOf(known=before.today, recorded=then))) == bare(before)


TEXTS = Path(__file__).parents[2] / "examples" / "2021-22-texts"


def test_the_texts_of_the_example_make_its_table():
    desk = example()

    def hand_in(
        name: str, kind: TextKind, by: str, to: str, days: tuple[date, date], answers: tuple[str, ...] = ()
    ) -> str:
        given = Gathered(name, (TEXTS / name).read_bytes())
        said = SaidOfText(kind, Actor(by, None, by), (Actor(to, None, to),), None, days[0], answers)
        return table_text(desk, DOCKET, given, said, days[1]).text

    tabled = (date(2021, 12, 15), date(2021, 12, 17))
    treaty = hand_in("draft-treaty-with-the-united-states.txt", TextKind.DRAFT, "Russia", "United States", tabled)
    hand_in("draft-agreement-with-nato.txt", TextKind.DRAFT, "Russia", "NATO", tabled)
    replied = (date(2022, 1, 26), date(2022, 2, 2))
    hand_in("reply-of-the-united-states.txt", TextKind.REPLY, "United States", "Russia", replied, (treaty,))

    def rows(day: date, text: str | None = None) -> dict[str | None, TableRow]:
        table = table_as_of(desk, DOCKET, Asked(text), AsOf(day)).table
        return {row.wordings[0].name: row for row in table.rows}

    found = rows(date(2022, 2, 17), treaty)
    standings = {name: row.standing for name, row in found.items()}
    silent = [name for name, standing in standings.items() if standing is RowStanding.NOT_ADDRESSED]
    assert silent == [
        "Article 2", "Article 3", "Article 5, paragraph 1", "Article 7, paragraph 1", "Article 7, paragraph 2",
        "Article 8",
    ]  # fmt: skip
    assert standings["Article 4, paragraph 1"] is RowStanding.DECLINED
    assert standings["Article 1"] is RowStanding.DEFLECTED
    claims = found["Article 4, paragraph 1"].claims
    assert ("not answered", "Sergey Lavrov") in {(claim.what, claim.by.name) for claim in claims if claim.by}
    # The reply was handed over in January and printed in February: before that nothing of it was known.
    before = {row.standing for row in rows(date(2022, 2, 1), treaty).values()}
    assert before <= {RowStanding.CLAIMED, RowStanding.NO_REPLY}
    assert RowStanding.NOT_ADDRESSED not in {row.standing for row in rows(date(2022, 2, 1)).values()}
