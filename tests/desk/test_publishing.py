"""What may be public: confirmed records from published sources alone, and nothing that shows through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rejoinder.desk.adding import Added, add_sources
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.judging import Tie, Verdict, judge, link, record_by_hand
from rejoinder.desk.publishing import (
    GIST_ONLY,
    NO_SOURCE,
    NOT_RELEASED,
    NOT_YET,
    SUGGESTED,
    UNCONFIRMED,
    UNPUBLISHED,
    UNUSABLE,
    WITHDRAWN,
    choose_public,
)
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import Views, all_matters
from rejoinder.docket.matters import MatterKind
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.model import (
    AccessError,
    Business,
    Consent,
    Decision,
    Document,
    EntryKind,
    Interval,
    NewEntry,
    Passage,
    Reading,
    Relation,
    Release,
    Source,
    TextKind,
)
from rejoinder.store import MEMORY, open_ledger
from tests.desk.desks import DOCKET, Clock
from tests.desk.texts import NORLAND, drafted
from tests.desk.texts import answered as replied
from tests.halvern import HALVERN, OSTMARK, TEXT, reading

PUBLISHED = Source()
MAY = date(2022, 5, 20)


class Told:
    """A reader that takes every story for the invented one, with a wire status of the test's own."""

    def __init__(self, source: Source = PUBLISHED, publisher: str | None = "Upland Wire", day: date = MAY) -> None:
        self.source, self.publisher, self.day = source, publisher, day
        self.business = reading().business

    def __call__(self, documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return [self.read(document) for document in documents]

    def read(self, document: Document) -> Reading:
        own = replace(document, publisher=self.publisher, published=self.day, source=self.source, title="A title")
        return replace(reading(), document=own, business=self.business)


def filled(reader: Told) -> tuple[Desk, str]:
    desk = Desk(open_ledger(MEMORY), "Ilse Varga", Clock(datetime(2022, 5, 25, 9, tzinfo=UTC)), reader)
    desk.ledger.create(DOCKET, "The river Lenn", desk.clock())
    (outcome,) = add_sources(desk, DOCKET, [Gathered("a.txt", TEXT.encode())])
    assert isinstance(outcome, Added)
    return desk, outcome.source


def matters(desk: Desk):
    return all_matters(snapshot_as_of(desk, DOCKET), desk.today)


def confirm(desk: Desk, *words: str) -> None:
    for matter in matters(desk):
        if matter.kind != "item" and (not words or any(word in matter.words for word in words)):
            for report in matter.reports:
                judge(desk, DOCKET, report.subject, Verdict(Decision.CONFIRM, "an internal note"))


def reasons(desk: Desk, **options) -> set[str]:
    return {item.why for item in choose_public(desk, DOCKET, **options).left_out}


def test_nothing_is_public_that_nobody_confirmed():
    desk, _ = filled(Told())
    public = choose_public(desk, DOCKET)
    assert public.matters == ()
    assert len(public.left_out) == len(matters(desk))
    assert reasons(desk) == {UNCONFIRMED}


def test_what_is_confirmed_is_public():
    desk, source = filled(Told())
    confirm(desk, "point by point")
    public = choose_public(desk, DOCKET)
    assert [matter.words for matter in public.matters] == ["will answer the draft compact point by point"]
    assert list(public.sources) == [source]
    assert public.day == date(2022, 5, 25)


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        (Told(Source(embargoed=datetime(2022, 5, 26, tzinfo=UTC))), "its source is under embargo until 2022-05-26T00:00:00+00:00"),
        (Told(Source(status="withheld")), UNUSABLE),
        (Told(publisher=None), UNPUBLISHED),
        (Told(day=date(2022, 5, 28)), NOT_YET),
    ],
)  # fmt: skip
def test_nothing_is_public_from_a_source_that_is_not(reader, why):
    desk, _ = filled(reader)
    confirm(desk)
    assert choose_public(desk, DOCKET).matters == ()
    assert why in reasons(desk)


def test_nothing_is_told_of_a_source_that_was_killed():
    desk, _ = filled(Told(Source(status="canceled")))
    confirm(desk)
    public = choose_public(desk, DOCKET)
    assert (public.matters, public.left_out) == ((), ())


def test_an_embargo_lifts():
    desk, _ = filled(Told(Source(embargoed=datetime(2022, 5, 26, tzinfo=UTC))))
    confirm(desk)
    desk.clock.moment = datetime(2022, 5, 27, tzinfo=UTC)
    assert choose_public(desk, DOCKET).matters


def test_a_person_vouches_for_a_source():
    desk, source = filled(Told(publisher=None))
    confirm(desk, "point by point")
    assert len(choose_public(desk, DOCKET, frozenset([source])).matters) == 1


def test_nobody_vouches_an_embargo_away():
    desk, source = filled(Told(Source(embargoed=datetime(2022, 5, 26, tzinfo=UTC)), publisher=None))
    confirm(desk)
    assert choose_public(desk, DOCKET, frozenset([source])).matters == ()


def test_a_withdrawn_source_takes_its_records_along():
    desk, source = filled(Told())
    confirm(desk)
    payload = encode(SourceWithdrawn("an order of a court"))
    entry = NewEntry(EntryKind.WITHDRAWAL, source, None, desk.clock(), "Ilse Varga", payload)
    desk.ledger.append(DOCKET, [entry], desk.clock())
    desk.ledger.withdraw(source)
    assert choose_public(desk, DOCKET).matters == ()
    assert reasons(desk) == {WITHDRAWN}


def test_what_was_rejected_or_left_unsure_is_not_public():
    desk, _ = filled(Told())
    confirm(desk, "point by point", "sluices")
    for matter in matters(desk):
        if "point by point" in matter.words:
            judge(desk, DOCKET, matter.id, Verdict(Decision.REJECT))
        if "sluices" in matter.words:
            judge(desk, DOCKET, matter.id, Verdict(Decision.UNSURE))
    assert choose_public(desk, DOCKET).matters == ()


def test_no_name_and_no_note_of_those_who_judged_is_in_what_the_site_is_made_of():
    desk, _ = filled(Told())
    confirm(desk, "point by point")
    (matter,) = choose_public(desk, DOCKET).matters
    assert all(report.out is None for report in matter.reports)


def test_what_is_entered_by_hand_without_a_source_is_not_public():
    desk, _ = filled(Told())
    record_by_hand(desk, DOCKET, replace(reading().business.commitments[0], id="c9"))
    assert choose_public(desk, DOCKET).matters == ()
    assert NO_SOURCE in reasons(desk)


def test_what_is_entered_by_hand_from_a_public_source_is():
    desk, source = filled(Told())
    record_by_hand(desk, DOCKET, reading().business.meetings[0], source)
    assert [matter.kind for matter in choose_public(desk, DOCKET).matters] == ["meeting"]


def answered(consent: Consent = Consent.GRANTED) -> Told:
    """The answer is handed over in June, and its publication waits for a consent."""
    reader = Told()
    business = reader.business
    reply = replace(
        business.texts[0], when=Interval.day(date(2022, 5, 20)), by=HALVERN, to=(OSTMARK,), kind=TextKind.REPLY
    )
    release = replace(business.releases[0], state=consent)
    reader.business = Business(commitments=business.commitments[:1], texts=(reply,), releases=(release,))
    return reader


def test_a_state_that_only_the_machine_suggests_is_not_public():
    desk, _ = filled(answered())
    confirm(desk)
    promise = next(matter for matter in matters(desk) if matter.kind == "commitment")
    text = next(matter for matter in matters(desk) if matter.kind == "text")
    assert promise.settled is not None
    assert SUGGESTED in reasons(desk)
    link(desk, DOCKET, Tie(text.id, Relation.DISCHARGES, promise.id, Interval.day(date(2022, 5, 20))))
    assert SUGGESTED not in reasons(desk)
    assert promise.id in {matter.id for matter in choose_public(desk, DOCKET).matters}


def test_an_unconfirmed_text_does_not_discharge_in_public():
    desk, _ = filled(answered())
    promise = next(matter for matter in matters(desk) if matter.kind == "commitment")
    judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM))
    (shown,) = choose_public(desk, DOCKET).matters
    assert shown.settled is None


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.ASKED, Consent.REFUSED, Consent.LAPSED])
def test_a_text_is_not_public_before_the_other_side_consents(consent):
    desk, _ = filled(answered(consent))
    confirm(desk)
    assert "text" not in {matter.kind for matter in choose_public(desk, DOCKET).matters}
    assert NOT_RELEASED in reasons(desk)


def test_a_text_is_public_when_the_other_side_has_consented():
    desk, _ = filled(answered(Consent.GRANTED))
    confirm(desk)
    assert "text" in {matter.kind for matter in choose_public(desk, DOCKET).matters}


def test_a_consent_to_the_gist_keeps_the_items_in():
    reader = answered(Consent.GRANTED_GIST_ONLY)
    draft = reading().business.texts[1]
    reader.business = replace(reader.business, texts=(replace(reader.business.texts[0], items=draft.items),))
    desk, _ = filled(reader)
    confirm(desk)
    kinds = {matter.kind for matter in choose_public(desk, DOCKET).matters}
    assert "text" in kinds
    assert "item" not in kinds
    assert GIST_ONLY in reasons(desk)


def test_merges_and_ties_with_what_is_not_public_do_not_show():
    desk, _ = filled(Told())
    first, second = (
        matter for matter in matters(desk) if matter.kind == "commitment" and "sluices" not in matter.words
    )
    judge(desk, DOCKET, first.id, Verdict(Decision.MERGE, others=(second.id,)))
    judge(desk, DOCKET, first.id, Verdict(Decision.CONFIRM))
    public = choose_public(desk, DOCKET)
    assert [len(matter.reports) for matter in public.matters] == [1]
    assert public.partly == 1


def test_it_is_asked_whether_one_may():
    desk, _ = filled(Told())
    with pytest.raises(AccessError):
        choose_public(replace(desk, permission=lambda user, deed, docket: deed != "publish"), DOCKET)


def test_what_a_reply_does_is_public_only_where_both_texts_are():
    desk, _ = filled(Told())
    draft = drafted(desk, published=MAY)
    reply = replied(desk, answers=(draft.text,), published=MAY)
    answers = [one.id for one in all_matters(snapshot_as_of(desk, DOCKET), desk.today) if one.kind is MatterKind.ANSWER]
    judge(desk, DOCKET, answers[0], Verdict(Decision.CONFIRM))
    shown = choose_public(desk, DOCKET)
    assert not any(one.kind in (MatterKind.ANSWER, MatterKind.ITEM) for one in shown.matters)
    assert UNPUBLISHED in {left.why for left in shown.left_out if left.matter.kind is MatterKind.ANSWER}
    half = choose_public(desk, DOCKET, frozenset([reply.source]))
    assert not any(one.kind is MatterKind.ANSWER for one in half.matters)
    both = choose_public(desk, DOCKET, frozenset([draft.source, reply.source]))
    assert [one.id for one in both.matters if one.kind is MatterKind.ANSWER] == answers[:1]
    assert len([one for one in both.matters if one.kind is MatterKind.ITEM]) >= 5


def test_a_reply_whose_publication_is_not_consented_to_keeps_its_answers_in():
    desk, _ = filled(Told())
    draft = drafted(desk, published=MAY)
    reply = replied(desk, answers=(draft.text,), published=MAY, title="Reply on the river Lenn")
    for one in all_matters(snapshot_as_of(desk, DOCKET), desk.today):
        if one.kind is MatterKind.ANSWER:
            judge(desk, DOCKET, one.id, Verdict(Decision.CONFIRM))
    words = Passage(0, 5, "Reply")
    release = Release(Passage(0, 8, "Reply of"), NORLAND, OSTMARK, Consent.REFUSED, words, "It is said.")
    entry = record_by_hand(desk, DOCKET, release, reply.source)
    views = Views(snapshot_as_of(desk, DOCKET), desk.today)
    assert views.releases.view(entry.entered.subject).text == views.live.matter_of(reply.text)
    shown = choose_public(desk, DOCKET, frozenset([draft.source, reply.source]))
    assert not any(one.kind is MatterKind.ANSWER for one in shown.matters)
