"""The page of every kind of record: what it is, its words in context, its history, its citation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rejoinder.desk.judging import Verdict, judge, record_by_hand
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.model import Decision, Passage
from tests.desk.desks import DOCKET, added
from tests.halvern import commitments
from tests.web.pages import HOME, matter, read, text_of

TOLD = {
    "commitment": ["due", "the first days of June", "Uttered", "Discharge"],
    "contingency": ["Hangs on", "Depending on the answer", "cabinet of Ostmark"],
    "meeting": ["Brennau", "held", "Ilse Varga"],
    "text": ["draft", "draft compact", "Its items", "Handed over"],
    "item": ["tabled", "Its life", "Wordings", "Spoken of, by week and side"],
    "referral": ["the winter releases", "Basin Council", "does not agree"],
    "release": ["Consent", "asked", "Wanted by"],
    "characterisation": ["main", "Jan Reuter"],
}


def test_every_record_has_its_page(desk, client):
    story = added(desk)
    matters = all_matters(snapshot_as_of(desk, DOCKET), desk.today)
    assert {one.kind.value for one in matters} == set(TOLD)
    pages = {}
    for one in matters:
        page = read(client.get(f"{HOME}{one.id}"))
        pages[one.kind.value] = pages.get(one.kind.value, "") + text_of(page)
        assert "found, not confirmed" in text_of(page)
        assert page.xpath("//div[@class='card']//mark")[0].text_content() == one.words
        assert any(f"/story/{story.source}?mark=" in link for link in page.xpath("//main//a/@href"))
    for kind, words in TOLD.items():
        for word in words:
            assert word in pages[kind], (kind, word)


def test_a_statement_has_its_page_and_a_source_leads_to_its_story(desk, client):
    story = added(desk)
    statement = next(iter(snapshot_as_of(desk, DOCKET).statements))
    assert "Ilse Varga, water minister (Lower Halvern)" in text_of(read(client.get(f"{HOME}{statement}")))
    assert client.get(f"{HOME}{story.source}")["Location"] == f"{HOME}story/{story.source}"


@pytest.mark.parametrize("digits", [12, 4])
def test_an_id_may_be_given_in_short(desk, client, digits):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    short = promise.id.partition(":")[2][:digits]
    assert promise.id in text_of(read(client.get(f"{HOME}{short}")))


def test_the_citation_has_words_speaker_source_day_and_address(desk, client):
    story = added(desk)
    promise = matter(desk, "will answer the draft compact")
    cited = text_of(read(client.get(f"{HOME}{promise.id}")), "//*[@id='citation']")
    assert cited.startswith(
        "“will answer the draft compact point by point”, Ilse Varga, Upland Wire, “Lower Halvern says"
    )
    assert "Fri 20 May 2022. Docket “The river Lenn”, as known on Sat 21 May 2022." in cited
    assert f"{story.source}, characters" in cited
    assert cited.endswith(f"http://localhost{HOME}{promise.id}")


def test_the_history_tells_who_did_what(desk, client):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM, "I heard it."))
    history = text_of(read(client.get(f"{HOME}{promise.id}")), "//h2[.='History']/following-sibling::div[1]")
    assert "the program, for Ilse Varga" in history
    assert "confirmed" in history
    assert "(I heard it.)" in history
    past = read(client.get(f"{HOME}{promise.id}", {"as_of": "2022-05-20"}))
    assert not past.xpath("//main//form[@method='post']")


def test_a_record_entered_by_hand_without_a_source(desk, client):
    words = Passage(0, 9, "will send")
    made = replace(commitments()[0], action=words, mentions=(words,), statements=(), condition=None)
    entry = record_by_hand(desk, DOCKET, made)
    subject = entry.entered.subject
    page = read(client.get(f"{HOME}{subject}"))
    assert "entered by Ilse Varga" in text_of(page)
    assert "entered without a source" in text_of(page)
    assert client.post(f"{HOME}judge/{subject}", {"decision": "confirm"})["Location"] == f"{HOME}{subject}"
    assert client.get(f"{HOME}judge/{subject}", {"form": "amend"}).status_code == 404


def test_a_statement_is_shown_as_it_was_amended(desk, client):
    added(desk)
    statement = next(iter(snapshot_as_of(desk, DOCKET).statements))
    client.post(f"{HOME}judge/{statement}", {"decision": "amend", "field-act": "threaten", "back": "record"})
    assert "threaten" in text_of(read(client.get(f"{HOME}{statement}")), "//dl")
