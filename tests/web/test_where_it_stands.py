"""Where it stands: what is first, what is hidden in the past, what the record alone holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, added
from tests.web.pages import HOME, links, matter, read, text_of


def test_a_docket_without_sources_says_what_to_do(client):
    page = read(client.get(HOME))
    assert "Nothing is in this docket yet." in text_of(page)
    assert f"{HOME}import" in links(page)


def test_the_strip_tells_what_is_due_and_the_next_meeting(desk, client):
    added(desk)
    page = read(client.get(HOME))
    facts = text_of(page, "//div[@class='strip']")
    assert "Nothing is overdue." in facts
    assert "Lower Halvern → Ostmark" in facts
    assert "“the first days of June”, read as Wed 1 Jun 2022 – Fri 10 Jun 2022" in facts
    assert "Next meeting found, not confirmed" in facts
    assert "Tue 14 Jun 2022" in facts
    assert "moved once" in facts


def test_it_is_overdue_only_after_the_latest_reading_of_the_date(desk, client):
    added(desk)
    desk.clock.moment += timedelta(days=20)  # 10 June
    assert "Nothing is overdue." in text_of(read(client.get(HOME)))
    desk.clock.moment += timedelta(days=1)
    assert "Nothing is overdue." not in text_of(read(client.get(HOME)))


def test_every_line_leads_to_its_words(desk, client):
    story = added(desk)
    promise = matter(desk, "will answer the draft compact")
    page = read(client.get(HOME))
    assert f"{HOME}{promise.id}" in links(page)
    place = f"{HOME}story/{story.source}?mark={promise.id.replace(':', '%3A')}#{promise.id}"
    assert place in links(page)


def test_the_items_stand_in_four_columns(desk, client):
    added(desk)
    page = read(client.get(HOME))
    heads = [head.text_content() for head in page.xpath("//table[contains(@class, 'items')]/thead//th")]
    assert heads == ["Item", "As tabled", "What was replied", "Where it stands"]
    assert "No reply to it on record" in text_of(page, "//table[contains(@class, 'items')]")


def test_the_past_hides_what_came_later_and_says_so(desk, client):
    added(desk)
    page = read(client.get(HOME, {"as_of": "2022-05-19"}))
    assert "As known on Thu 19 May 2022. What came out later is hidden." in text_of(
        page, "//form[@role='status' or @aria-label='As of which day']"
    )
    assert "On Thu 19 May 2022 nothing was known" in text_of(page)
    page = read(client.get(HOME, {"as_of": "2022-05-20"}))
    assert "will answer the draft compact" in text_of(page)
    assert all("as_of=2022-05-20" in link for link in page.xpath("//nav//a/@href"))
    assert page.xpath("//a[@data-today-link]/@href") == [HOME]


def test_a_day_that_is_none_is_said(client):
    assert "“soon” is no day." in text_of(read(client.get(HOME, {"as_of": "soon"}), 400))
    assert "is no moment" in text_of(read(client.get(HOME, {"recorded": "soon"}), 400))


def test_a_day_to_come_is_today(desk, client):
    added(desk)
    page = read(client.get(HOME, {"as_of": "2022-05-21"}))
    assert "As known today" in text_of(page, "//form[@data-slider]")


def test_the_record_alone_holds_what_a_person_stands_behind(desk, client):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    page = read(client.get(HOME, {"confirmed": "1"}))
    assert "No open promise on record." in text_of(page)
    judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM))
    page = read(client.get(HOME, {"confirmed": "1"}))
    table = text_of(page, "//table[contains(@class, 'promises')]")
    assert "will answer the draft compact" in table
    assert "confirmed by Ilse Varga" in table
    assert "keep winter releases" not in table
    assert "found, not confirmed" not in text_of(page)


def test_as_our_record_stood_before_anything_was_entered(desk, client):
    added(desk)
    page = read(client.get(HOME, {"recorded": "2022-05-20"}))
    assert "As our record stood on" in text_of(page, "//form[@data-slider]")
    assert "will answer the draft compact" not in text_of(page)


def test_it_is_narrowed_by_party_forum_words_and_standing(desk, client):
    added(desk)
    promises = "//table[contains(@class, 'promises')]"
    assert "sluices" in text_of(read(client.get(HOME, {"state": "conditional"})), promises)
    assert "will answer" not in text_of(read(client.get(HOME, {"state": "conditional"})), promises)
    assert "winter releases" in text_of(read(client.get(HOME, {"words": "WINTER"})), promises)
    assert text_of(read(client.get(HOME, {"words": "WINTER"})), "//table[contains(@class, 'items')]") == ""
    assert "will answer" in text_of(read(client.get(HOME, {"party": "Ostmark"})), promises)
    page = read(client.get(HOME, {"forum": "Basin Council"}))
    assert "Basin Council" in text_of(page, "//h2[@id='referrals']/following-sibling::ul[1]")
    assert text_of(page, promises) == ""


@pytest.mark.parametrize(
    "asked", [{"state": "conditional"}, {"words": "sluices"}, {"party": "Ostmark"}, {"confirmed": "1"}]
)
def test_what_is_asked_for_is_found_wherever_it_would_be_listed(desk, client, monkeypatch, asked):
    added(desk)
    judge(desk, DOCKET, matter(desk, "sluices").id, Verdict(Decision.CONFIRM))
    rows = "//table[contains(@class, 'promises')]/tbody/tr"
    before = [text_of(row, ".") for row in read(client.get(HOME, asked)).xpath(rows)]
    assert before
    monkeypatch.setattr("rejoinder.web.pages.where_it_stands.LISTED", 1)
    page = read(client.get(HOME, asked))
    found = [text_of(row, ".") for row in page.xpath(rows)]
    assert found == before[:1]
    assert "at least: no more were counted" in text_of(page)
    assert [text_of(row, ".") for row in read(client.get(HOME, {**asked, "all": "1"})).xpath(rows)] == before


def test_the_strip_tells_also_what_stands_behind_all_that_is_listed(desk, client, monkeypatch):
    added(desk)
    monkeypatch.setattr("rejoinder.web.pages.where_it_stands.LISTED", 1)
    monkeypatch.setattr("rejoinder.web.pages.where_it_stands.MOST", 1)
    desk.clock.moment += timedelta(days=365)
    page = read(client.get(HOME))
    strip = text_of(page, "//div[@class='strip']")
    first = text_of(page, "//table[contains(@class, 'promises')]/tbody/tr")
    told = {
        one.state.value: one
        for one in all_matters(snapshot_as_of(desk, DOCKET), desk.today)
        if hasattr(one, "utterances")
    }
    assert "overdue" in told
    assert told["overdue"].action.exact in first
    assert told["overdue"].action.exact in strip
    desk.clock.moment -= timedelta(days=365)
    page = read(client.get(HOME))
    assert "Nothing is overdue." in text_of(page, "//div[@class='strip']")


def test_what_changed_since_the_last_visit_stays_for_that_visit(desk, client):
    added(desk)
    changed = "//details[@class='changed']"
    assert text_of(read(client.get(HOME)), changed) == ""
    judge(desk, DOCKET, matter(desk, "will answer the draft compact").id, Verdict(Decision.CONFIRM))
    assert text_of(read(client.get(HOME)), changed) == ""
    desk.clock.moment += timedelta(hours=2)
    judge(desk, DOCKET, matter(desk, "keep winter releases").id, Verdict(Decision.CONFIRM))
    for _ in range(2):
        told = text_of(read(client.get(HOME)), changed)
        assert "keep winter releases" in told
        assert "will answer" not in told


def test_in_the_past_it_tells_what_became_known_in_the_week_before(desk, client):
    added(desk)
    page = read(client.get(HOME, {"as_of": "2022-05-20"}))
    assert "What became known in the week before" in text_of(page, "//details[@class='changed']")


def test_the_first_thing_to_do_is_to_judge_findings(desk, client):
    story = added(desk)
    assert f"{HOME}story/{story.source}" in links(read(client.get(HOME)))


def test_long_parts_are_cut_until_all_is_asked_for(desk, client, monkeypatch):
    monkeypatch.setattr("rejoinder.web.pages.where_it_stands.MOST", 1)
    added(desk)
    page = read(client.get(HOME))
    rows = "//table[contains(@class, 'promises')]/tbody/tr"
    assert len(page.xpath(rows)) == 1
    assert "3 open promises · 3 open items" in text_of(page)
    (more,) = [link for link in links(page) if link.endswith("all=1")]
    assert len(read(client.get(HOME + more)).xpath(rows)) == 3
