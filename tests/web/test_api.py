"""The API: what it answers keeps to its own contract, what is unchanged is not sent again, and nobody else's page can
post."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import jsonschema
import pytest
from django.test import Client

from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.permission import Deed
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.model import Decision
from rejoinder.web.serving import settle
from rejoinder.web.settings import Serving
from tests.desk.desks import DOCKET, add, added
from tests.desk.texts import ANSWER, LENN, answered, drafted
from tests.halvern import TEXT
from tests.web.pages import matter, read, text_of

ROOT = "/api"
HERE = f"{ROOT}/dockets/{DOCKET}"
READ = [
    "standing",
    "table",
    "table?by=Norland&limit=2",
    "matters",
    "sources",
    "search?q=river",
    "search?speaker=Varga",
    "changes",
]


@pytest.fixture
def filled(desk):
    added(desk)
    add(desk, "Jan Reuter: the river is low")
    judge(desk, DOCKET, matter(desk, "point by point").id, Verdict(Decision.CONFIRM, "heard it"))
    return desk


def contract(client):
    return client.get(f"{ROOT}/openapi.json").json()


def check(client, address, answer, method="get"):
    """The answer keeps to the contract of its address."""
    whole = contract(client)
    path = f"/api/dockets/{{docket}}/{address.partition('?')[0].partition('/')[0]}"
    path += "/{record}" if address.startswith("records/") else ""
    told = whole["paths"][path][method]["responses"][str(answer.status_code)]["content"]["application/json"]["schema"]
    jsonschema.validate(answer.json(), {**told, "components": whole["components"]})


def post(client, address, body, **headers):
    return client.post(f"{HERE}/{address}", json.dumps(body), content_type="application/json", headers=headers)


@pytest.mark.parametrize("moment", ["", "as_of=2022-05-20", "recorded=2022-05-21", "confirmed=1"])
@pytest.mark.parametrize("address", READ)
def test_answers_keep_to_the_contract(filled, client, address, moment):
    asked = f"{address}{'&' if '?' in address else '?'}{moment}"
    answer = client.get(f"{HERE}/{asked}")
    assert answer.status_code == 200, answer.content
    check(client, asked, answer)


def test_every_record_keeps_to_the_contract(filled, client):
    snapshot = snapshot_as_of(filled, DOCKET)
    ids = [one["id"] for one in client.get(f"{HERE}/matters?limit=500").json()["matters"]]
    assert len(ids) > 15
    for record in [*ids, *snapshot.statements, *snapshot.sources]:
        answer = client.get(f"{HERE}/records/{record}")
        assert answer.status_code == 200, record
        check(client, f"records/{record}", answer)


def test_a_record_has_its_words_and_what_was_done_to_it(filled, client):
    promise = matter(filled, "point by point")
    told = client.get(f"{HERE}/records/{promise.id}").json()
    words = told["evidence"][0]["words"]
    assert words["passage"]["exact"] in TEXT
    assert words["broken"] is None
    assert told["history"][-1]["what"] == "confirmed"
    assert told["history"][-1]["reason"] == "heard it"
    assert told["matter"]["backing"]["by"] == "Ilse Varga"


def test_the_dockets_are_listed(filled, client):
    assert client.get(f"{ROOT}/dockets").json() == {"dockets": [{"name": DOCKET, "title": "The river Lenn"}]}


def test_pages_of_matters_hold_each_once(filled, client):
    every = client.get(f"{HERE}/matters?limit=500").json()
    assert every["cursor"] is None
    found, after = [], ""
    while after is not None:
        page = client.get(f"{HERE}/matters?limit=4&after={after}").json()
        found += [one["id"] for one in page["matters"]]
        after = page["cursor"]
    assert found == [one["id"] for one in every["matters"]]
    kinds = {one["kind"] for one in client.get(f"{HERE}/matters?kind=meeting").json()["matters"]}
    assert kinds == {"meeting"}


def test_changes_are_followed_with_a_cursor(filled, client):
    found, after, more = [], 0, True
    while more:
        page = client.get(f"{HERE}/changes?limit=7&after={after}").json()
        found += [one["seq"] for one in page["changes"]]
        after, more = page["cursor"], page["more"]
    assert found == list(range(1, len(found) + 1))
    assert client.get(f"{HERE}/changes?after={after}").json()["changes"] == []
    add(filled, "Ilse Varga: the river is high")
    (source, _) = client.get(f"{HERE}/changes?after={after}").json()["changes"]
    assert source["what"] == "received as 0.txt"


def test_sources_come_page_by_page(filled, client):
    first = client.get(f"{HERE}/sources?limit=1").json()
    assert first["cursor"] == 1
    second = client.get(f"{HERE}/sources?limit=1&after=1").json()
    assert second["cursor"] is None
    assert first["sources"][0]["id"] != second["sources"][0]["id"]


def test_only_the_record_is_told_where_that_is_asked(filled, client):
    told = client.get(f"{HERE}/matters?confirmed=1").json()
    assert [one["id"] for one in told["matters"]] == [matter(filled, "point by point").id]
    assert told["about"]["confirmed_only"] is True
    assert len(client.get(f"{HERE}/standing?confirmed=1").json()["promises"]) == 1


def test_the_past_is_told_as_it_was_known(filled, client):
    told = client.get(f"{HERE}/matters?as_of=2022-05-01").json()
    assert told["matters"] == []
    assert told["about"]["as_of"] == "2022-05-01"


@pytest.mark.parametrize("address", READ)
def test_what_is_unchanged_is_not_sent_again(filled, client, address):
    tag = client.get(f"{HERE}/{address}").headers["ETag"]
    again = client.get(f"{HERE}/{address}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    add(filled, "Ilse Varga: the river is high")
    assert client.get(f"{HERE}/{address}", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("dockets/other/standing", 404, "docket-unknown"),
        (f"dockets/{DOCKET}/records/promise:nothing", 400, "id-unknown"),
        (f"dockets/{DOCKET}/standing?as_of=soon", 400, "day-unclear"),
        (f"dockets/{DOCKET}/matters?limit=0", 422, "request-unclear"),
        (f"dockets/{DOCKET}/matters?kind=dog", 422, "request-unclear"),
        (f"dockets/{DOCKET}/changes?after=-1", 422, "request-unclear"),
    ],
)
def test_errors_say_what_to_do(filled, client, address, status, code):
    answer = client.get(f"{ROOT}/{address}")
    assert answer.status_code in (status, 404), answer.content
    error = answer.json()["error"]
    assert error["code"] == code
    assert error["message"]
    assert error["remedy"]


def test_a_judgement_is_entered_and_taken_back(filled, client):
    promise = matter(filled, "winter releases on the table")
    answer = post(client, "judgements", {"subject": promise.id, "decision": "reject", "reason": "hearsay"})
    assert answer.status_code == 201
    check(client, "judgements", answer, "post")
    entered = answer.json()
    assert snapshot_as_of(filled, DOCKET).judgements[entered["seq"]].reason == "hearsay"
    back = post(client, "judgements", {"decision": "undo", "seq": entered["seq"]})
    assert back.status_code == 201
    assert matter(filled, "winter releases on the table").reports[0].out is None


def test_a_record_is_amended(filled, client):
    promise = matter(filled, "winter releases on the table").id
    record = client.get(f"{HERE}/records/{promise}").json()["record"]
    amended = {"kind": "commitment", "record": {**record, "creditor": None}}
    answer = post(client, "judgements", {"subject": promise, "decision": "amend", "amended": amended})
    assert answer.status_code == 201, answer.content
    assert matter(filled, "winter releases on the table").creditor is None
    wrong = {"kind": "commitment", "record": {"debtor": 1}}
    refused = post(client, "judgements", {"subject": promise, "decision": "amend", "amended": wrong})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "record-unclear")


@pytest.mark.parametrize(
    "body",
    [
        {"decision": "confirm"},
        {"decision": "merge", "subject": "x"},
        {"decision": "confirm", "subject": "commitment:000000000000"},
    ],
)
def test_judgements_that_cannot_be_made(filled, client, body):
    assert post(client, "judgements", body).status_code in (400, 404)


def test_a_source_is_added_once(desk, client):
    body = {"name": "halvern.txt", "text": TEXT}
    answer = post(client, "sources", body)
    assert answer.status_code == 201
    check(client, "sources", answer, "post")
    assert answer.json()["found"]["commitment"] == 3
    again = post(client, "sources", {"name": "b.txt", "base64": base64.b64encode(TEXT.encode()).decode()})
    assert again.status_code == 200
    assert (again.json()["new"], again.json()["id"]) == (False, answer.json()["id"])


@pytest.mark.parametrize(
    "body",
    [
        {"name": "a.txt"},
        {"name": "a.txt", "text": "a", "base64": "YQ=="},
        {"name": "a.txt", "base64": "?"},
        {"name": "a.pdf", "base64": base64.b64encode(b"%PDF-1.4 broken").decode()},
    ],
)
def test_sources_that_cannot_be_read(desk, client, body):
    answer = post(client, "sources", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["remedy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize("address", ["judgements", "sources"])
def test_pages_of_others_cannot_post(filled, client, address, headers):
    before = filled.ledger.head(DOCKET).seq
    bodies = {
        "judgements": {"decision": "reject", "subject": matter(filled, "point by point").id},
        "sources": {"name": "a.txt", "text": "Ilse Varga: no"},
    }
    answer = post(client, address, bodies[address], **headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "other-origin")
    assert filled.ledger.head(DOCKET).seq == before


def test_our_own_pages_and_programs_can_post(desk, client):
    assert post(client, "sources", {"name": "a.txt", "text": "Ilse Varga: no"}).status_code == 201
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert post(client, "sources", {"name": "b.txt", "text": "Ilse Varga: yes"}, **own).status_code == 201


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_forms_cannot_post(desk, client, kind):
    body = json.dumps({"name": "a.txt", "text": "Ilse Varga: no"})
    answer = client.generic("POST", f"{HERE}/sources", body, content_type=kind)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not-json")
    assert desk.ledger.head(DOCKET) is None


def test_a_strange_host_is_refused(desk):
    assert Client(SERVER_NAME="evil.example").get(f"{ROOT}/dockets").status_code == 400


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', '{"name": 1}'])
def test_bodies_that_are_no_question(desk, client, body):
    answer = client.post(f"{HERE}/sources", body, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["code"] == "request-unclear"


def test_who_may_not_read_or_judge_may_not_here_either(filled):
    def nobody(user, deed, docket):
        return deed is Deed.ENTER or (deed is Deed.READ and docket != DOCKET)

    barred = replace(filled, permission=nobody)
    settle(lambda: barred, Serving(secret=""))
    client = Client(SERVER_NAME="localhost")
    assert client.get(f"{ROOT}/dockets").json() == {"dockets": []}
    for address in READ:
        assert client.get(f"{HERE}/{address}").status_code in (403, 404)
    assert post(client, "sources", {"name": "a.txt", "text": "Ilse Varga: no"}).status_code in (403, 404)

    settle(
        lambda: replace(filled, permission=lambda user, deed, docket: deed in (Deed.ENTER, Deed.READ)),
        Serving(secret=""),
    )
    body = {"decision": "reject", "subject": matter(filled, "point by point").id}
    assert post(client, "judgements", body).json()["error"]["code"] == "not-allowed"


def test_a_text_in_hand_is_added_as_what_it_is(desk, client):
    said = {"kind": "draft", "by": "Ostmark", "to": ["Norland"], "tabled": "2022-05-02"}
    draft = post(client, "sources", {"name": "draft.txt", "text": LENN, "in_hand": said})
    check(client, "sources", draft, "post")
    assert (draft.status_code, draft.json()["found"]) == (201, {"text": 1, "item": 5})
    reply = {"kind": "reply", "by": "Norland", "answers": [draft.json()["text"]]}
    told = post(client, "sources", {"name": "reply.txt", "text": ANSWER, "in_hand": reply})
    assert told.json()["found"] == {"text": 1, "commitment": 1, "answer": 5}
    assert post(client, "sources", {"name": "draft.txt", "text": LENN, "in_hand": said}).status_code == 200
    lost = {"kind": "reply", "by": "Norland", "answers": ["text:none"]}
    assert post(client, "sources", {"name": "x.txt", "text": ANSWER, "in_hand": lost}).status_code == 404


def test_the_table_comes_page_by_page_with_its_words(filled, client):
    answered(filled, answers=(drafted(filled).text,))
    for address in ("table", "table?confirmed=1", "table?as_of=2022-05-05"):
        check(client, address, client.get(f"{HERE}/{address}"))
    for row in client.get(f"{HERE}/table").json()["rows"]:
        for one in row["answers"]:
            check(client, f"records/{one['id']}", client.get(f"{HERE}/records/{one['id']}"))
    told = client.get(f"{HERE}/table?text=text:none")
    assert told.status_code == 404
    draft = next(one["id"] for one in client.get(f"{HERE}/table").json()["texts"] if one["in_hand"])
    first = client.get(f"{HERE}/table?text={draft}&limit=2").json()
    assert [row["standing"] for row in first["rows"]] == ["not_addressed", "not_addressed"]
    assert (first["count"], first["cursor"]) == (5, 2)
    rest = client.get(f"{HERE}/table?text={draft}&limit=3&after=2").json()
    assert (rest["cursor"], rest["rows"][0]["answers"][0]["disposition"]) == (None, "declined")
    assert rest["unlinked"][0]["passages"]


def test_the_page_for_people_tells_of_every_operation(desk, client):
    page = read(client.get(f"{ROOT}/"))
    told = text_of(page)
    for path, methods in contract(client)["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in told
    assert not page.xpath("//script[not(@src)] | //style | //*[@style]")


def test_the_contract_is_one(desk, client):
    whole = contract(client)
    assert whole["openapi"].startswith("3.")
    named = set(whole["components"]["schemas"])
    referred = {word.partition('"')[0] for word in json.dumps(whole).split('"#/components/schemas/')[1:]}
    assert referred <= named


@pytest.mark.parametrize("address", ["nowhere", "dockets/lenn/nowhere", "dockets/lenn/records/a/b", "docs"])
def test_where_nothing_is_that_is_said_in_json(desk, client, address):
    answer = client.get(f"{ROOT}/{address}")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["error"]["code"] == "address-unknown"
    assert answer.json()["error"]["remedy"]


def test_what_cannot_be_asked_so_is_said_in_json(desk, client, monkeypatch):
    answer = client.delete(f"{HERE}/standing")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method-unknown")
    assert "GET" in answer["Allow"]

    def fail(*_):
        raise ValueError("a fault")

    monkeypatch.setattr("rejoinder.web.api.reading.list_dockets", fail)
    client.raise_request_exception = False
    answer = client.get(f"{ROOT}/dockets")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "program-failed")
    assert client.get(f"{ROOT}/dockets", SERVER_NAME="elsewhere.example").json()["error"]["code"] == "request-unclear"
