"""What is news in a docket, and what is only said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rejoinder.docket.news import news_of
from rejoinder.docket.payloads import Judged, Linked, encode
from rejoinder.model import (
    Consent,
    Decision,
    EntryKind,
    Interval,
    MeetingStatus,
    NewEntry,
    Publication,
    Relation,
    TextKind,
)
from tests.docket.stories import HALVERN, Docket, may, met, on, promised, released, said, tabled


def news(docket: Docket, day: int, most: int = 20, *, confirmed: bool = False) -> list[tuple[str, date]]:
    return [(item.kind.value, item.on) for item in news_of(docket.views(day), most, confirmed=confirmed)]


def test_statements_are_no_news():
    docket = Docket()
    docket.story(4, said("low", 4), tabled("tabled", on(4)), met("they met", on(4)))
    assert news(docket, 30) == []


def test_a_promise_is_told_when_made_when_it_comes_near_and_when_it_is_late():
    docket = Docket()
    docket.story(4, promised("will answer the draft compact", on(4), on(20)))
    assert news(docket, 5) == [("promised", may(4))]
    assert news(docket, 14) == [("due soon", may(13)), ("promised", may(4))]
    assert news(docket, 22) == [("overdue", may(21)), ("promised", may(4))]


def test_a_promise_without_a_day_is_only_made():
    docket = Docket()
    docket.story(4, promised("will answer the draft compact", on(4)))
    docket.story(4, promised("will open the sluices", on(4), Interval(None, date(1, 1, 2))))
    assert ("promised", may(4)) in news(docket, 30)
    assert len(news(docket, 30)) == 3


def test_a_later_day_is_a_slip():
    docket = Docket()
    docket.story(4, promised("will answer the draft compact", on(4), on(20)))
    docket.story(10, promised("will answer the draft compact", on(4), on(28)))
    docket.story(11, promised("will answer the draft compact", on(4), on(25)))
    assert news(docket, 15) == [("slipped", may(10)), ("promised", may(4))]


@pytest.mark.parametrize(
    ("relation", "kind"),
    [(Relation.DISCHARGES, "discharged"), (Relation.CANCELS, "ended"), (Relation.RELEASES, "ended")],
)
def test_how_a_promise_ends(relation, kind):
    docket = Docket()
    _, promise = docket.story(4, promised("will answer the draft compact", on(4), on(20)))
    _, text = docket.story(18, tabled("sent its answer", on(18), by=HALVERN, kind=TextKind.REPLY))
    docket._enter([NewEntry(EntryKind.LINK, text, on(18), docket._at(18), "Jan", encode(Linked(relation, promise)))])
    assert (kind, may(18)) in news(docket, 30)


def test_meetings_are_told_when_called_moved_and_called_off():
    docket = Docket()
    docket.story(4, met("a meeting is due", on(20), MeetingStatus.PLANNED))
    first = docket.views(30).live.matters("meetings")[0][0]
    _, later = docket.story(8, met("the meeting is now due", on(24), MeetingStatus.PLANNED))
    _, off = docket.story(10, met("the meeting was called off", on(24), MeetingStatus.CANCELLED))
    for other in (later, off):
        payload = encode(Judged(Decision.MERGE, others=(first,)))
        docket._enter([NewEntry(EntryKind.JUDGEMENT, other, None, docket._at(10), "Jan", payload)])
    assert news(docket, 12) == [("called off", may(10)), ("slipped", may(8)), ("meeting", may(4))]


def test_texts_that_came_out():
    docket = Docket()
    docket.story(4, tabled("handed over the draft compact", on(4)))
    docket.story(9, released("printed the leaked draft compact", Consent.NOT_ASKED, Publication.LEAKED))
    text = tabled("put out its note", on(12), kind=TextKind.NOTE_VERBALE, title="note")
    docket.story(12, replace(text, published=on(13)))
    letter = tabled("put out a letter", None, by=HALVERN, kind=TextKind.LETTER, title="letter on the weirs")
    docket.story(14, replace(letter, published=Interval(None, None)))
    assert news(docket, 30) == [("published", may(13)), ("leaked", may(9))]


def test_a_release_of_a_text_that_is_not_held():
    docket = Docket()
    docket.story(12, released("the note was put out", Consent.GRANTED, Publication.PUBLIC, of="the note"))
    assert news(docket, 30) == [("published", may(12))]
    assert news(docket, 11) == []


def test_only_so_many_and_only_confirmed_ones():
    docket = Docket()
    _, first, second = docket.story(4, promised("will open the sluices"), promised("will answer the draft compact"))
    docket.judge(second)
    assert len(news(docket, 30, most=1)) == 1
    (item,) = news_of(docket.views(30), 5, confirmed=True)
    assert item.matter.id == second
    assert first != second
