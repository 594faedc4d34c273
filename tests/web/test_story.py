"""A story with its findings beside it: marks at the right words, broken anchors, what was withdrawn, huge texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.desk.judging import Verdict, judge
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.model import Decision, EntryKind, NewEntry
from rejoinder.web.pages.story import Mark, pieces_of
from tests.desk.desks import DOCKET, add, added
from tests.halvern import TEXT, TITLE
from tests.web.pages import HOME, links, matter, read, text_of


def story_at(client, source, **asked):
    return read(client.get(f"{HOME}story/{source}", asked))


def words_marked(page, subject):
    return "".join(
        mark.text_content() for mark in page.xpath(f"//mark[contains(concat(' ', @data-of, ' '), ' {subject} ')]")
    )


def test_the_text_stands_whole_and_its_findings_beside_it(desk, client):
    story = added(desk)
    page = story_at(client, story.source)
    assert page.xpath("//article/bdi")[0].text_content() == TEXT
    assert len(page.xpath("//*[@data-finding]")) == 20
    assert "20 findings not judged" in text_of(page)
    assert page.xpath("//h1")[0].text_content() == TITLE


def test_each_finding_marks_its_exact_words(desk, client):
    story = added(desk)
    page = story_at(client, story.source)
    promise = matter(desk, "will answer the draft compact")
    assert "will answer the draft compact point by point" in words_marked(page, promise.id)
    item = matter(desk, "a survey of the old weirs")
    assert words_marked(page, item.id) == "a survey of the old weirs"
    assert page.xpath(f"//*[@id='{promise.id}']")
    assert page.xpath(f"//*[@id='{item.id}']")


def test_the_one_in_the_address_is_under_the_eye(desk, client):
    story = added(desk)
    survey = matter(desk, "a survey of the old weirs")
    page = story_at(client, story.source, mark=survey.id)
    assert (
        "".join(mark.text_content() for mark in page.xpath("//mark[contains(@class, 'here')]"))
        == "a survey of the old weirs"
    )
    (current,) = page.xpath("//*[contains(@class, 'finding current')]")
    assert current.get("data-finding").startswith("text:")


def test_a_record_that_is_not_there_is_said(desk, client):
    story = added(desk)
    page = story_at(client, story.source, mark="commitment:000000000000")
    assert "The record that this address names is not shown in this source." in text_of(page, "//*[@role='alert']")


def test_words_are_shown_by_their_offsets(desk, client):
    story = added(desk)
    start = TEXT.index("Basin Council")
    page = story_at(client, story.source, place=f"{start}-{start + 13}")
    assert page.xpath("//mark[@id='words']")[0].text_content() == "Basin Council"
    assert not story_at(client, story.source, place="9-4").xpath("//mark[@id='words']")


def test_with_the_record_only_findings_are_left_out(desk, client):
    story = added(desk)
    promise = matter(desk, "will answer the draft compact")
    judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM))
    page = story_at(client, story.source, confirmed="1")
    assert page.xpath("//@data-finding") == [promise.id]
    assert {name for mark in page.xpath("//mark/@data-of") for name in mark.split()} == {promise.id}


def test_in_the_past_nothing_is_judged(desk, client):
    story = added(desk)
    assert story_at(client, story.source).xpath("//button[@data-press]")
    assert not story_at(client, story.source, as_of="2022-05-20").xpath("//button[@data-press]")
    assert client.get(f"{HOME}story/{story.source}", {"as_of": "2022-05-19"}).status_code == 404


def test_a_broken_anchor_is_said_aloud_and_marks_nothing(desk, client, monkeypatch):
    story = added(desk)
    promise = matter(desk, "will answer the draft compact")
    kept = desk.ledger.source(story.source)
    changed = replace(kept, text=kept.text.replace("will answer the draft compact", "WILL ANSWER THE DRAFT COMPACT"))
    monkeypatch.setattr(type(desk.ledger), "source", lambda self, source: changed)
    page = story_at(client, story.source, mark=promise.id)
    told = text_of(page, "//*[@role='alert']")
    assert "Anchor broken" in told
    assert "will answer the draft compact point by point" in told
    assert words_marked(page, promise.id) == ""
    assert "anchor broken" in text_of(read(client.get(f"{HOME}{promise.id}")))


def test_a_withdrawn_source_keeps_its_findings(desk, client):
    story = added(desk)
    promise = matter(desk, "will answer the draft compact")
    withdrawn = NewEntry(
        EntryKind.WITHDRAWAL,
        story.source,
        None,
        datetime(2022, 5, 21, tzinfo=UTC),
        "Ilse Varga",
        encode(SourceWithdrawn("The court asked for it.")),
    )
    desk.ledger.append(DOCKET, [withdrawn], desk.clock())
    desk.ledger.withdraw(story.source)
    page = story_at(client, story.source, mark=promise.id)
    assert "The text of this source was withdrawn." in text_of(page)
    assert "The court asked for it." in text_of(page)
    assert "will answer the draft compact point by point" in text_of(page, f"//*[@data-finding='{promise.id}']")
    assert "withdrawn" in text_of(read(client.get(f"{HOME}sources")))
    assert "the source was withdrawn" in text_of(read(client.get(f"{HOME}{promise.id}")))


def test_a_text_of_a_million_characters_is_shown(desk, client):
    (story,) = add(desk, "Reuter: yes\n" + "The river runs on. " * 55_000)
    page = story_at(client, story.source)
    assert len(page.xpath("//article")[0].text_content()) > 1_000_000


def test_many_findings_come_page_by_page(desk, client, monkeypatch):
    monkeypatch.setattr("rejoinder.web.pages.story.BESIDE", 8)
    story = added(desk)
    seen = []
    page = story_at(client, story.source)
    while True:
        seen += page.xpath("//@data-finding")
        further = [link for link in page.xpath("//aside//a/@href") if "from=" in link]
        if "Further findings" not in text_of(page, "//aside"):
            break
        page = read(client.get(further[-1]))
    assert len(seen) == len(set(seen)) == 20
    assert any("from=8" in link for link in links(page))
    last = seen[-1]
    assert last in story_at(client, story.source, mark=last).xpath("//@data-finding")


@pytest.mark.parametrize("form", ["amend", "merge", "odd"])
def test_forms_are_pages_too(desk, client, form):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    page = read(client.get(f"{HOME}judge/{promise.id}", {"form": form}))
    assert page.xpath("//form[@class='judge']//input[@name='decision']/@value")[0] in ("amend", "merge")


@given(st.data())
def test_pieces_put_together_are_the_text_and_each_mark_its_words(data):
    text = data.draw(st.text(max_size=60))
    place = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(place, place), max_size=8))
    marks = [Mark(min(pair), max(pair), f"m{number}", "text") for number, pair in enumerate(drawn)]
    pieces = pieces_of(text, marks, "m0")
    assert "".join(piece.text for piece in pieces) == text
    for mark in marks:
        own = "".join(piece.text for piece in pieces if mark.subject in piece.of.split())
        assert own == text[mark.start : mark.end]
        assert sum(mark.subject in piece.begins for piece in pieces) == (mark.start < mark.end)
