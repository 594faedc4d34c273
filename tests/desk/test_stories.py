"""A source as it is read: its findings, its versions, its embargo; and the next one that waits to be judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rejoinder.desk.adding import add_sources
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.receiving import list_sources
from rejoinder.desk.snapshots import AsOf, first_day, snapshot_as_of
from rejoinder.desk.stories import next_to_review, story_of, story_with
from rejoinder.model import AskedError, Decision, RecordKind, Source
from tests.desk.desks import DOCKET, added, new_desk, read
from tests.halvern import TEXT


def wire(**source):
    """A reader that gives each story this wire status."""

    def read_wire(documents, published, today):
        return [
            replace(found, document=replace(found.document, source=replace(Source(), **source)))
            for found in read(documents, published, today)
        ]

    return read_wire


def add_version(desk, text, **source):
    inputs = [Gathered("wire.txt", text.encode())]
    (outcome,) = add_sources(replace(desk, reader=wire(**source)), DOCKET, inputs)
    return outcome.source


def test_findings_stand_in_the_order_of_the_text_with_what_they_rest_on():
    desk = new_desk()
    story = story_of(desk, DOCKET, added(desk).source)
    starts = [finding.passages[0].start for finding in story.findings]
    assert starts == sorted(starts)
    assert (story.text, story.left, len(story.findings), story.out) == (TEXT, 20, 20, None)
    draft = next(finding for finding in story.findings if finding.parts)
    assert draft.kind is RecordKind.TEXT
    assert [part.passage.exact for part in draft.parts] == [
        "flow data every hour",
        "those of the upper dam",
        "a survey of the old weirs",
    ]
    assert all(finding.broken is None and finding.open for finding in story.findings)
    assert all((finding.matter is None) == (finding.kind is RecordKind.STATEMENT) for finding in story.findings)


def test_a_source_that_is_not_known_then_is_said():
    desk = new_desk()
    source = added(desk).source
    for at, asked in ((AsOf(), "sha256:00"), (AsOf(known=date(2022, 5, 19)), source)):
        with pytest.raises(AskedError, match="does not hold this source"):
            story_of(desk, DOCKET, asked, at)
    assert story_with(desk, DOCKET, "commitment:00") is None


def test_a_later_version_takes_the_place_of_the_earlier_and_a_kill_of_all():
    desk = new_desk()
    first = add_version(desk, "Reuter: one", uri="urn:story", version="1")
    second = add_version(desk, "Reuter: one more", uri="urn:story", version="2", corrects="the number")
    story = story_of(desk, DOCKET, first)
    assert story.out == "a later version of the source took its place"
    assert [version.source for version in story.versions] == [second]
    assert story_of(desk, DOCKET, second).out is None
    assert story_of(desk, DOCKET, second).kept.corrects == "the number"
    add_version(desk, "Reuter: kill", uri="urn:story", version="3", status="canceled")
    assert story_of(desk, DOCKET, second).out == "the source was killed"
    assert {item.out for item in list_sources(desk, DOCKET)} == {"the source was killed"}


def test_an_embargo_is_told_until_it_lifts():
    desk = new_desk()
    source = add_version(desk, "Reuter: later", embargoed=datetime(2022, 5, 21, 12, tzinfo=UTC))
    assert story_of(desk, DOCKET, source).embargoed is not None
    assert list_sources(desk, DOCKET)[0].embargoed is not None
    desk.clock.moment = datetime(2022, 5, 21, 13, tzinfo=UTC)
    assert story_of(desk, DOCKET, source).embargoed is None
    assert story_of(desk, DOCKET, source, AsOf(known=date(2022, 5, 20))).embargoed is not None


def test_the_earliest_source_that_waits_is_next():
    desk = new_desk()
    assert next_to_review(desk, DOCKET) is None
    assert first_day(snapshot_as_of(desk, DOCKET)) is None
    source = added(desk).source
    snapshot = snapshot_as_of(desk, DOCKET)
    assert next_to_review(desk, DOCKET) == source
    assert first_day(snapshot) == date(2022, 5, 20)
    for finding in story_of(desk, DOCKET, source).findings:
        judge(desk, DOCKET, finding.subject, Verdict(Decision.CONFIRM))
    story = story_of(desk, DOCKET, source)
    assert story.left == 0
    assert next_to_review(desk, DOCKET) is None
    (received,) = list_sources(desk, DOCKET)
    assert (received.statements, received.records, received.left) == (6, 14, 0)
