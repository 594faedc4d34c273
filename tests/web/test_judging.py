"""Judging: by keys (parts of a page) and by plain forms; amended fields, merged matters, ties, and taking it all back."""

from __future__ import annotations

import pytest

from rejoinder.desk.judging import Verdict, judge
from rejoinder.docket.matters import Footing
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, added
from tests.web.pages import HOME, matter, read, text_of

PROMISE = "will answer the draft compact"


def press(client, source, address, **fields):
    """What a key of the story's page sends."""
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{HOME}story/{source}"}
    return client.post(address, fields, headers=headers)


@pytest.mark.parametrize(
    ("decision", "footing", "word"),
    [
        ("confirm", Footing.CONFIRMED, "confirmed by Ilse Varga"),
        ("reject", Footing.REJECTED, "rejected by Ilse Varga"),
        ("unsure", Footing.UNSURE, "unsure, says Ilse Varga"),
    ],
)
def test_a_key_judges_and_gives_the_finding_as_it_stands_then(desk, client, decision, footing, word):
    story = added(desk)
    promise = matter(desk, PROMISE)
    answer = press(client, story.source, f"{HOME}judge/{promise.id}", decision=decision, reason=" I  read it ")
    assert answer["HX-Retarget"] == f'[data-finding="{promise.id}"]'
    part = read(answer)
    assert part.get("data-finding") == promise.id
    assert part.get("data-open") == ""
    assert word in text_of(part, "//*[@data-said]")
    assert "I read it" in text_of(part, "/*")
    page = read(client.get(f"{HOME}{promise.id}"))
    assert word in text_of(page)


def test_a_form_without_a_script_leads_to_the_next_open_finding(desk, client):
    story = added(desk)
    page = read(client.get(f"{HOME}story/{story.source}"))
    first, second = page.xpath("//@data-finding")[:2]
    answer = client.post(f"{HOME}judge/{first}", {"decision": "confirm"})
    assert answer.status_code == 302
    assert answer["Location"] == f"{HOME}story/{story.source}?mark={second.replace(':', '%3A')}#finding-{second}"
    (current,) = read(client.get(answer["Location"].split("#")[0])).xpath(
        "//*[contains(@class, 'finding') and contains(@class, 'current')]"
    )
    assert current.get("data-finding") == second


def test_undo_takes_the_last_judgement_back(desk, client):
    story = added(desk)
    promise = matter(desk, PROMISE)
    press(client, story.source, f"{HOME}judge/{promise.id}", decision="confirm")
    part = read(press(client, story.source, f"{HOME}undo"))
    assert part.get("data-finding") == promise.id
    assert part.get("data-open") == "1"
    answer = press(client, story.source, f"{HOME}undo")
    assert answer["HX-Retarget"] == "#message"
    assert "There is no judgement to undo." in text_of(read(answer, 400), "/*")


def test_what_was_undone_in_another_story_is_gone_to(desk, client):
    story = added(desk)
    promise = matter(desk, PROMISE)
    press(client, story.source, f"{HOME}judge/{promise.id}", decision="confirm")
    answer = press(client, "sha256:ff", f"{HOME}undo")
    assert answer.status_code == 204
    assert answer["HX-Redirect"].startswith(f"{HOME}story/{story.source}?mark=commitment")


def test_the_form_holds_what_stands_there_and_amends_what_is_typed(desk, client):
    story = added(desk)
    promise = matter(desk, PROMISE)
    form = read(client.get(f"{HOME}judge/{promise.id}", {"form": "amend"}, headers={"HX-Request": "true"}))
    fields = {field.get("name"): field.get("value") for field in form.xpath("//input[starts-with(@name, 'field-')]")}
    assert fields == {
        "field-due": "2022-06-01..2022-06-10",
        "field-debtor": "Lower Halvern (Lower Halvern)",
        "field-creditor": "Ostmark (Ostmark)",
        "field-made_on": "2022-05-20",
        "field-condition": "",
    }
    typed = {**fields, "field-due": "2022-06-03", "field-condition": "if the survey finds them sound"}
    part = read(press(client, story.source, f"{HOME}judge/{promise.id}", decision="amend", **typed))
    told = text_of(part, "/*")
    assert "amended by Ilse Varga" in told
    assert "“the first days of June”, read as Fri 3 Jun 2022" in told
    assert "if the survey finds them sound" in told
    amended = matter(desk, PROMISE)
    assert amended.due.due.interval.latest.isoformat() == "2022-06-03"
    assert amended.condition.exact == "if the survey finds them sound"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("due", "soon", "is no due"),
        ("debtor", "", "is no debtor"),
        ("condition", "if pigs fly", "does not stand in the source"),
        ("creditor", "Ostmark (Ostmark)", "Nothing was changed"),
    ],
)
def test_what_cannot_be_amended_so_is_said(desk, client, field, typed, said):
    story = added(desk)
    promise = matter(desk, PROMISE)
    answer = press(client, story.source, f"{HOME}judge/{promise.id}", **{"decision": "amend", f"field-{field}": typed})
    assert said in text_of(read(answer, 400), "/*")
    assert matter(desk, PROMISE).backing.footing is Footing.FOUND


def test_an_act_is_chosen_from_a_list(desk, client):
    story = added(desk)
    page = read(client.get(f"{HOME}story/{story.source}"))
    statement = next(name for name in page.xpath("//@data-finding") if name.startswith("statement"))
    form = read(client.get(f"{HOME}judge/{statement}", {"form": "amend"}))
    assert len(form.xpath("//select[@name='field-act']/option")) == 10
    part = read(
        press(client, story.source, f"{HOME}judge/{statement}", **{"decision": "amend", "field-act": "announce"})
    )
    assert "announce" in text_of(part, "//dl")


def test_two_promises_are_merged_with_the_likeliest_offered_first(desk, client):
    story = added(desk)
    promise, other = matter(desk, PROMISE), matter(desk, "keep winter releases")
    form = read(client.get(f"{HOME}judge/{promise.id}", {"form": "merge"}, headers={"HX-Request": "true"}))
    offered = form.xpath("//input[@name='other']/@value")
    assert other.id in offered
    assert promise.id not in offered
    part = read(press(client, story.source, f"{HOME}judge/{promise.id}", decision="merge", other=other.id))
    assert "one matter, 2 reports" in text_of(part, "/*")
    page = read(client.get(f"{HOME}{promise.id}"))
    assert len(page.xpath("//mark")) == 2
    # Each of them can be told apart again.
    client.post(f"{HOME}judge/{promise.id}", {"decision": "split", "other": other.id, "back": "record"})
    assert len(read(client.get(f"{HOME}{promise.id}")).xpath("//mark")) == 1


def test_a_merge_without_another_and_odd_decisions_are_refused(desk, client):
    added(desk)
    promise = matter(desk, PROMISE)
    assert "needs what it is merged with" in text_of(
        read(client.post(f"{HOME}judge/{promise.id}", {"decision": "merge"}), 400)
    )
    assert "cannot be chosen" in text_of(read(client.post(f"{HOME}judge/{promise.id}", {"decision": "praise"}), 400))
    assert client.post(f"{HOME}judge/commitment:00", {"decision": "confirm"}).status_code == 404
    assert client.get(f"{HOME}undo").status_code == 405


def test_a_discharge_is_linked_by_hand_and_taken_back(desk, client):
    added(desk)
    promise, draft = matter(desk, PROMISE), matter(desk, "handed over the draft compact")
    page = read(client.get(f"{HOME}{promise.id}"))
    assert draft.id in page.xpath("//select[@name='chosen']/option/@value")
    tie = {"relation": "discharges", "chosen": draft.id, "on": "2022-05-21", "reason": "He says so."}
    answer = client.post(f"{HOME}tie/{promise.id}", tie)
    assert answer["Location"] == f"{HOME}{promise.id}"
    page = read(client.get(answer["Location"]))
    assert "discharged Sat 21 May 2022" in text_of(page, "//dl")
    assert "He says so." in text_of(page)
    seq = page.xpath("//input[@name='seq']/@value")[-1]
    client.post(f"{HOME}undo", {"seq": seq, "back": "record"})
    page = read(client.get(f"{HOME}{promise.id}"))
    assert "Nothing on record keeps it" in text_of(page)
    assert "taken back later" in text_of(page)


@pytest.mark.parametrize(
    "tie",
    [
        {"relation": "discharges"},
        {"relation": "adores", "other": "text:00"},
        {"relation": "discharges", "other": "text:00"},
        {"relation": "discharges", "other": "text:00", "on": "one day"},
    ],
)
def test_a_tie_that_is_none_is_refused(desk, client, tie):
    added(desk)
    assert client.post(f"{HOME}tie/{matter(desk, PROMISE).id}", tie).status_code in (400, 404)


def test_from_the_page_of_a_record_one_comes_back_to_it(desk, client):
    added(desk)
    promise = matter(desk, PROMISE)
    answer = client.post(f"{HOME}judge/{promise.id}", {"decision": "confirm", "back": "record"})
    assert answer["Location"] == f"{HOME}{promise.id}"


def test_confirmed_today_is_confirmed_in_the_past(desk, client):
    added(desk)
    judge(desk, DOCKET, matter(desk, PROMISE).id, Verdict(Decision.CONFIRM))
    page = read(client.get(HOME, {"as_of": "2022-05-20", "confirmed": "1"}))
    assert PROMISE in text_of(page)
