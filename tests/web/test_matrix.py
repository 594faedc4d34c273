"""Matrix: items against replies, what no reply mentions first; judged by keys and by plain forms; taken along as files."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.snapshots import views_as_of
from rejoinder.docket.matters import Footing
from rejoinder.model import Act, Decision
from tests.desk.desks import DOCKET, add, added
from tests.desk.texts import LATER, answered, drafted
from tests.web.pages import HOME, links, read, text_of

MATRIX = f"{HOME}matrix"


@pytest.fixture
def draft(desk):
    """The draft, with a reply to it."""
    tabled = drafted(desk)
    answered(desk, answers=(tabled.text,))
    return tabled


def answers(desk):
    """The ids of the answers, by the names of their items."""
    views = views_as_of(desk, DOCKET)
    found = {}
    for item, names in views.answers.of_items.items():
        found[views.item(item).place.name] = names[0]
    return found


def press(client, address, **fields):
    """What a key of this page sends."""
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{MATRIX}"}
    return client.post(address, {"back": "matrix", **fields}, headers=headers)


def test_without_items_it_says_what_to_do(desk, client):
    page = read(client.get(MATRIX))
    assert "No item of a text is here yet." in text_of(page)
    assert f"{HOME}import" in links(page)
    past = read(client.get(f"{MATRIX}?as_of=2022-05-01"))
    assert f"{HOME}import" not in " ".join(links(past))


def test_what_no_reply_mentions_comes_first(desk, client, draft):
    page = read(client.get(MATRIX))
    bands = [" ".join(one.text_content().split()) for one in page.xpath("//tr[@class='group']")]
    assert bands[0].endswith("not addressed by the replies in hand 2")
    assert any("declined 1" in band for band in bands)
    rows = page.xpath("//table[contains(@class, 'matrix')]//tr[@id]")
    assert "Article 3, paragraph 2" in rows[0].text_content()
    assert "The reply does not mention it." in rows[0].text_content()
    declined = next(row for row in rows if "declined" in row.text_content())
    assert "Norland cannot accept this." in declined.text_content()
    (place, *_) = [link for link in declined.xpath("td[3]//a[contains(@class, 'src')]/@href") if "place=" in link]
    words = read(client.get(place.partition("#")[0]))
    assert "Norland cannot accept this." in text_of(words, "//mark[@id='words' or contains(@class, 'here')]")
    assert "Norland thanks Ostmark for its patience." in text_of(page)


def test_it_is_narrowed_and_as_of_a_day(desk, client, draft):
    added(desk)
    assert "no reply in hand" in text_of(read(client.get(f"{MATRIX}?as_of=2022-05-05")))
    page = read(client.get(f"{MATRIX}?text={draft.text}"))
    assert len(page.xpath("//table[contains(@class, 'matrix')]//tr[@id]")) == 5
    assert page.xpath("//select[@name='text']/option[@selected]/@value") == [draft.text]
    assert read(client.get(f"{MATRIX}?by=Nobody")).xpath("//table") == []
    record = text_of(read(client.get(f"{MATRIX}?confirmed=1")))
    assert "a reply is in hand; what it does is not on record" in record
    read(client.get(f"{MATRIX}?text=text:none"), 404)


@pytest.mark.parametrize(
    ("decision", "footing"),
    [("confirm", Footing.CONFIRMED), ("reject", Footing.REJECTED), ("unsure", Footing.UNSURE)],
)
def test_a_key_judges_and_gives_the_answer_as_it_stands_then(desk, client, draft, decision, footing):
    subject = answers(desk)["Article 1"]
    answer = press(client, f"{HOME}judge/{subject}", decision=decision, reason="I read it")
    assert answer["HX-Retarget"] == f'[data-finding="{subject}"]'
    part = read(answer)
    assert (part.get("data-finding"), part.get("data-open")) == (subject, "")
    assert "Ilse Varga" in text_of(part, "//*[@data-said]")
    assert "I read it" in text_of(part, "/*")
    assert views_as_of(desk, DOCKET).find(subject).backing.footing is footing
    page = read(client.get(MATRIX))
    assert page.xpath(f"//*[@data-finding='{subject}']")
    undone = press(client, f"{HOME}undo")
    assert undone["HX-Retarget"] == f'[data-finding="{subject}"]'
    assert views_as_of(desk, DOCKET).find(subject).backing.footing is Footing.FOUND


def test_an_amendment_leads_to_the_whole_table(desk, client, draft):
    subject = answers(desk)["Article 2"]
    form = read(client.get(f"{HOME}judge/{subject}?form=amend&back=matrix"))
    assert form.xpath("//select[@name='field-disposition']/option[@selected]/@value") == ["accepted"]
    assert form.xpath("//form[@method='post']//input[@name='back']/@value") == ["matrix"]
    assert f"{MATRIX}?mark=" in " ".join(links(form))
    sent = press(client, f"{HOME}judge/{subject}", decision="amend", **{"field-disposition": "noted"})
    assert (sent.status_code, sent["HX-Redirect"].startswith(f"{MATRIX}?mark=answer")) == (204, True)
    page = read(client.get(sent["HX-Redirect"]))
    assert "current" in page.xpath(f"//*[@data-finding='{subject}']/@class")[0]
    assert "noted" in text_of(page, f"//*[@data-finding='{subject}']")


def test_it_works_without_a_script(desk, client, draft):
    subject = answers(desk)["Article 4"]
    sent = client.post(f"{HOME}judge/{subject}", {"decision": "confirm", "back": "matrix"})
    assert sent.status_code == 302
    assert sent["Location"].endswith(f"#finding-{subject}")
    page = read(client.get(sent["Location"].partition("#")[0]))
    assert "confirmed by Ilse Varga" in text_of(page, f"//*[@data-finding='{subject}']")


def test_undoing_something_else_leads_to_the_whole_table(desk, client, draft):
    added(desk)
    promise = next(iter(views_as_of(desk, DOCKET).live.commitments))
    judge(desk, DOCKET, promise, Verdict(Decision.CONFIRM))
    assert press(client, f"{HOME}undo")["HX-Redirect"].startswith(f"{MATRIX}?mark=")


@pytest.mark.parametrize(
    ("suffix", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfItem"), ("html", b"<!doctype html>")]
)
def test_it_is_taken_along(desk, client, draft, suffix, begins):
    page = read(client.get(f"{MATRIX}?text={draft.text}"))
    (address,) = [link for link in links(page) if f"/export/{suffix}" in link]
    answer = client.get(address)
    assert answer.content.startswith(begins)
    assert f"lenn-table-2022-05-21.{suffix}" in answer["Content-Disposition"]
    read(client.get(f"{MATRIX}/export/odt"), 404)


def test_claims_and_versions_stand_in_it_and_on_the_page_of_the_item(desk, client, draft):
    drafted(desk, LATER, "later.txt", when=date(2022, 5, 12), replaces=draft.text)
    page = read(client.get(MATRIX))
    assert "one earlier wording" in text_of(page)
    assert "Not in the later version any more:" in text_of(page)
    views = views_as_of(desk, DOCKET)
    item = next(
        one for one in map(views.item, views.live.snapshot.items) if "thirty" in one.words or len(one.wordings) > 1
    )
    told = read(client.get(f"{HOME}{item.id}"))
    assert text_of(told, "//del") == "forty"
    assert text_of(told, "//ins") == "thirty"
    assert "declined" in text_of(told)
    assert "entered by hand" in text_of(told)
    text = read(client.get(f"{HOME}{draft.text}"))
    assert f"{MATRIX}?text=text" in " ".join(links(text)).replace("%3A", ":").replace("text:", "text")
    record = read(client.get(f"{HOME}{item.id}?confirmed=1"))
    assert "declined" not in text_of(record, "//ul")


def test_the_first_page_tells_what_was_replied(desk, client, draft):
    page = read(client.get(HOME))
    row = next(row for row in page.xpath("//table[contains(@class, 'items')]//tr") if "Article 1" in row.text_content())
    assert "declined" in row.text_content()
    assert "No reply to it on record" not in row.text_content()


def test_what_is_said_of_an_item_is_told_as_what_is_said(desk, client):
    drafted(desk)
    story = add(desk, "Norland: tolls on barges that pass the lower locks will be charged")[0]
    views = views_as_of(desk, DOCKET)
    assert not any(views.claims.exist(item) for item in views.live.items)
    subject = next(iter(views.live.statements))
    record = next(entry for entry in desk.ledger.about(DOCKET, [subject]))
    assert (record.entered.evidence[0].source, Act.REJECT) == (story.source, "reject")
    page = read(client.get(MATRIX))
    assert "No reply is in hand, and nothing is told of one." in text_of(page)
