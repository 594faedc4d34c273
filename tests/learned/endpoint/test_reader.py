"""Stories read by an endpoint on this machine: good answers, wrong ones, hostile ones, and lines that fail."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.formats.contract import reading_to_json, schema
from rejoinder.learned.endpoint import Endpoint, EndpointReader, sending
from rejoinder.learned.endpoint.asking import answer_schema, prompt_digest
from rejoinder.learned.endpoint.dealings import DEEPEST
from rejoinder.model import (
    Act,
    Actor,
    Document,
    EndpointError,
    Interval,
    MeetingStatus,
    Reading,
    RejoinderError,
    Severity,
)
from rejoinder.reading.reader import prepare
from tests.chat_server import Chat, Scripted, chat_server, saying

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

TODAY = date(2026, 1, 2)
CONTRACT = jsonschema.Draft202012Validator(schema())
TEXT = (
    "Lower Halvern promises a written answer\n\n"
    "BRENNAU, May 20 (Upland Wire) - Lower Halvern will answer the draft compact of Ostmark by Friday if the dam stays "
    "closed, water minister Ilse Varga told reporters on Thursday.\n\n"
    "“We have read every article,” she said. “We will not answer through the press,” she said. “It is too early.”\n\n"
    "The ministers met in Brennau on Wednesday. Ostmark asked that the fishing rights move from the River Council to the "
    "Coast Commission. The draft compact, handed over on 3 May, caps winter releases and ends night patrols, and Ostmark "
    "refused to have it published.\n"
)
REFUSED = saying("{}")


def quote(exact: str, before: str = "", after: str = "") -> dict[str, Any]:
    return {"exact": exact, "before": before, "after": after}


def side(name: str, party: str | None = None) -> dict[str, Any]:
    return {"name": name, "party": party}


VARGA = {"name": "Ilse Varga", "post": "water minister", "party": "Lower Halvern", "mention": quote("Ilse Varga")}


def said(exact: str, **changed: Any) -> dict[str, Any]:
    """A statement of Varga's with no more than it must have."""
    return {"id": "s1", "speaker": VARGA, "act": "state", "content": {**quote(exact), "parts": []}, **changed}


PROMISE = said(
    "Lower Halvern will answer the draft compact of Ostmark by Friday if the dam stays closed",
    act="promise",
    addressee="reporters",
    said_on=quote("on Thursday"),
    cue=quote("told"),
)
PRESS = said(
    "“We have read every article,” ... “It is too early.”",
    id="s2",
    speaker={**VARGA, "mention": quote("she", before="every article,”")},
    cue=quote("said", before="every article,” she"),
    content={
        **quote("“We have read every article,” ... “It is too early.”"),
        "parts": [
            quote("“We have read every article,”"),
            quote("“We will not answer through the press,”"),
            quote('"It is too early."'),
        ],
    },
)
COMMITMENT = {
    "debtor": side("Lower Halvern", "Lower Halvern"),
    "creditor": side("Ostmark", "Ostmark"),
    "action": quote("answer the draft compact of Ostmark"),
    "condition": quote("if the dam stays closed"),
    "made_on": quote("Thursday"),
    "due": quote("by Friday"),
    "reported_by": ["Ilse Varga"],
    "statements": ["s1", "s9"],
    "mentions": [quote("promises a written answer"), quote("answer the draft compact of Ostmark")],
}
MEETING = {
    "participants": [side("Ilse Varga", "Lower Halvern"), side("Ostmark", "Ostmark")],
    "place": "Brennau",
    "forum": None,
    "when": quote("on Wednesday"),
    "status": "held",
    "passage": quote("The ministers met in Brennau on Wednesday"),
}
TABLED = {
    "by": side("Ostmark", "Ostmark"),
    "to": [side("Lower Halvern", "Lower Halvern")],
    "kind": "draft",
    "title": "draft compact",
    "when": quote("3 May"),
    "items": [
        {"wording": quote("caps winter releases"), "items": []},
        {"wording": quote("ends night patrols"), "items": []},
    ],
    "passage": quote("The draft compact, handed over on 3 May"),
}
REFERRAL = {
    "what": quote("the fishing rights"),
    "from": "River Council",
    "to": "Coast Commission",
    "by": side("Ostmark", None),
    "tabler_agrees": None,
    "passage": quote("Ostmark asked that the fishing rights move"),
}
RELEASE = {
    "of": quote("it", before="refused to have", after="published"),
    "wanted_by": None,
    "consent_of": side("Ostmark"),
    "state": "refused",
    "passage": quote("Ostmark refused to have it published"),
}
WHOLE = {
    "statements": [PRESS, PROMISE],
    "commitments": [COMMITMENT],
    "meetings": [MEETING],
    "texts": [TABLED],
    "referrals": [REFERRAL],
    "releases": [RELEASE],
}


class Waits(list[float]):
    """The seconds that were waited, without waiting."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def outcomes(
    *replies: Scripted, texts: tuple[str, ...] = (TEXT,), key: str | None = None, timeout: float = 5, **options: Any
) -> tuple[list[Reading | RejoinderError], Chat]:
    """What comes of some texts where a server gives these replies; and what it was asked."""
    with chat_server(replies) as chat:
        reader = EndpointReader(Endpoint.named(chat.address, "toy", key, timeout), **options)
        documents = [Document(text, path=f"{number}.txt") for number, text in enumerate(texts, 1)]
        return list(reader(documents, date(2022, 5, 20), TODAY)), chat


def read(answer: Any, text: str = TEXT, **options: Any) -> Reading:
    (found,), _ = outcomes(saying(answer), texts=(text,), **options)
    assert isinstance(found, Reading), found
    check(found)
    return found


def check(found: Reading) -> None:
    """Whatever an endpoint answers: the reading keeps the contract, and every passage stands in its text."""
    told = reading_to_json(found)
    CONTRACT.validate(told)
    assert all(found.document.text[item["start"] : item["end"]] == item["exact"] for item in passages(told))


def passages(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "exact" in value:
            yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else []:
        yield from passages(item)


def codes(found: Reading) -> list[str]:
    return [problem.code for problem in found.problems if problem.code != "endpoint-read"]


def failure(*replies: Scripted, **options: Any) -> EndpointError:
    (found,), _ = outcomes(*replies, **options)
    assert isinstance(found, EndpointError)
    return found


# Good answers


def test_a_good_answer_becomes_a_whole_reading() -> None:
    found = read(WHOLE)
    assert codes(found) == []
    promise, press = found.statements
    assert (promise.id, promise.act, promise.addressee) == ("s1", Act.PROMISE, "reporters")
    assert promise.speaker == Actor("Ilse Varga", "water minister", "Lower Halvern")
    assert promise.said_on is not None
    assert promise.said_on.interval == Interval.day(date(2022, 5, 19))
    assert [part.exact for part in press.parts][2] == "“It is too early.”"
    assert (press.direct, promise.direct, press.score) == (True, False, None)
    assert press.cue is not None
    assert TEXT[press.cue.start - 4 : press.cue.end] == "she said"
    assert press.mention is not None
    assert press.mention.end == press.cue.start - 1


def test_the_business_of_a_good_answer() -> None:
    business = read(WHOLE).business
    (commitment,) = business.commitments
    assert (commitment.id, commitment.debtor, commitment.statements) == (
        "c1",
        Actor("Lower Halvern", None, "Lower Halvern"),
        ("s1",),
    )
    assert [mention.exact for mention in commitment.mentions] == [
        "promises a written answer",
        "answer the draft compact of Ostmark",
    ]
    assert commitment.due is not None
    assert (commitment.due.text, commitment.due.interval) == ("by Friday", Interval(None, date(2022, 5, 20)))
    assert commitment.made_on == Interval.day(date(2022, 5, 19))
    (meeting,) = business.meetings
    assert (meeting.place, meeting.status, meeting.when) == (
        "Brennau",
        MeetingStatus.HELD,
        Interval.day(date(2022, 5, 18)),
    )
    (text,) = business.texts
    assert (text.title, text.when) == ("draft compact", Interval.day(date(2022, 5, 3)))
    assert [item.wording.exact for item in text.items] == ["caps winter releases", "ends night patrols"]
    (referral,) = business.referrals
    assert (referral.origin, referral.destination) == ("River Council", "Coast Commission")
    (release,) = business.releases
    assert release.of is not None
    assert (release.of.exact, release.wanted_by, release.consent_of) == ("it", None, Actor("Ostmark"))


def test_the_document_and_the_dates_are_the_programs_own_and_the_reading_says_who_read() -> None:
    found = read(WHOLE)
    assert (found.document.title, found.document.publisher) == (
        "Lower Halvern promises a written answer",
        "Upland Wire",
    )
    assert (found.document.published, found.document.published_basis) == (date(2022, 5, 20), "given")
    assert "on 3 May" in found.document.text
    assert [item.exact for item in found.dates] == ["May 20", "Friday", "Thursday", "Wednesday", "3 May"]
    note = next(problem for problem in found.problems if problem.code == "endpoint-read")
    assert note.severity is Severity.NOTE
    assert found.read_by is not None
    assert found.read_by.startswith("toy at http://127.0.0.1:")
    assert found.read_by in note.message
    assert found.produced_by == f"{found.read_by}, asked with {prompt_digest()}"
    assert all(item.reason == f"Read by {found.read_by}." for item in (*found.statements, *found.business.commitments))


def test_what_is_asked() -> None:
    _, chat = outcomes(saying(WHOLE), key="sk-hush", texts=(TEXT + "\nShare this article\n\ud800",))
    (asked,) = chat.asked
    assert (asked["model"], asked["stream"], chat.paths) == ("toy", False, ["/v1/chat/completions"])
    assert asked["response_format"]["json_schema"]["schema"] == answer_schema()
    assert chat.headers[0]["Authorization"] == "Bearer sk-hush"
    words = chat.user_words()
    assert all(
        line in words for line in ("Published: Friday 2022-05-20", "Publisher: Upland Wire", "“It is too early.”")
    )
    assert "part 1" not in words


def test_without_a_key_none_is_sent() -> None:
    _, chat = outcomes(saying(WHOLE))
    assert "Authorization" not in chat.headers[0]


def test_the_schema_that_is_asked_for_is_that_of_the_contract() -> None:
    asked, contract = answer_schema()["$defs"], schema()["$defs"]
    worked_out = {"statement": {"plover", "direct", "score", "reason"}, "commitment": {"id"}}
    for name in (
        "statement",
        "commitment",
        "meeting",
        "text",
        "item",
        "referral",
        "release",
        "side",
        "named",
        "speaker",
    ):
        keys = set(contract[name]["properties"]) - worked_out.get(name, set())
        assert set(asked[name]["properties"]) == keys
    for name, key in (("statement", "act"), ("meeting", "status"), ("release", "state")):
        assert asked[name]["properties"][key]["enum"] == contract[name]["properties"][key]["enum"]


@pytest.mark.parametrize(
    "words",
    [
        f"```json\n{json.dumps(WHOLE)}\n```",
        f"<think>The minister {{speaks}}.</think>Here it is:\n{json.dumps(WHOLE)} That is all.",
    ],
)
def test_an_answer_in_a_fence_or_behind_a_thought(words: str) -> None:
    assert len(read(words).statements) == 2


def test_an_answer_in_the_shape_of_the_contract_is_taken_and_its_offsets_and_days_are_not_looked_at() -> None:
    lying = {"start": 0, "end": 3, "exact": "“It is too early.”", "parts": []}
    day = {"text": "on Thursday", "from": "1999-01-01", "to": "1999-01-01"}
    found = read({"schema": "rejoinder.reading/1", "dates": [], "statements": [said("x", content=lying, said_on=day)]})
    (statement,) = found.statements
    assert codes(found) == []
    assert statement.content.start == TEXT.index("“It is too early.”")
    assert statement.said_on is not None
    assert statement.said_on.interval == Interval.day(date(2022, 5, 19))


def test_a_day_that_cannot_be_read_keeps_its_words() -> None:
    found = read(
        {
            "statements": [said("“It is too early.”", said_on="early")],
            "commitments": [{**COMMITMENT, "due": "if the dam stays closed"}],
        }
    )
    assert found.statements[0].said_on is not None
    assert (found.statements[0].said_on.text, found.statements[0].said_on.interval) == ("early", Interval(None, None))
    (commitment,) = found.business.commitments
    assert commitment.due is not None
    assert (commitment.due.interval, commitment.due.rule) == (Interval(None, None), None)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("by", Interval(None, date(2022, 5, 20))),
        ("no later than", Interval(None, date(2022, 5, 20))),
        ("before", Interval(None, date(2022, 5, 19))),
        ("on", Interval.day(date(2022, 5, 20))),
    ],
)
def test_by_when_something_is_due(lead: str, expected: Interval) -> None:
    text = TEXT.replace("by Friday", f"{lead} Friday")
    found = read({"commitments": [{**COMMITMENT, "due": quote("Friday")}]}, text)
    assert found.business.commitments[0].due is not None
    assert found.business.commitments[0].due.interval == expected


def test_pieces_of_a_content_may_stand_without_the_whole_and_statements_without_an_id() -> None:
    pieces = [quote("“We have read every article,”"), quote("“We will not answer through the press,”")]
    contents = [{"parts": pieces}, {"exact": "“We have read ... the press,”", "parts": pieces[:1]}]
    found = read({"statements": [said("x", id=None, content=content) for content in contents]})
    assert [len(statement.parts) for statement in found.statements] == [2]
    assert codes(found) == ["endpoint-not-in-text"]


def test_a_commitment_without_a_time() -> None:
    (commitment,) = read({"commitments": [{**COMMITMENT, "due": None, "made_on": None}]}).business.commitments
    assert (commitment.due, commitment.made_on) == (None, None)


def test_words_that_tell_two_times_tell_none() -> None:
    text = TEXT.replace("by Friday", "by Friday or by 1 June")
    found = read({"commitments": [{**COMMITMENT, "due": quote("by Friday or by 1 June")}]}, text)
    assert found.business.commitments[0].due is not None
    assert found.business.commitments[0].due.interval == Interval(None, None)


def test_what_is_given_twice_is_there_once() -> None:
    found = read(
        {
            "statements": [PROMISE, {**PROMISE, "id": "s7"}],
            "commitments": [{**COMMITMENT, "statements": ["s7"]}] * 2,
            "meetings": [MEETING] * 2,
        }
    )
    assert (len(found.statements), len(found.business.commitments), len(found.business.meetings)) == (1, 1, 1)
    assert found.business.commitments[0].statements == ("s1",)


def test_a_long_story_goes_in_pieces_and_each_answer_holds_for_its_own() -> None:
    first = {"statements": [PROMISE], "commitments": [{**COMMITMENT, "mentions": []}]}
    second = {"statements": [said("“It is too early.”", speaker={**VARGA, "mention": None}), PROMISE]}
    (found,), chat = outcomes(saying(first), saying(second), saying({}), size=210)
    assert isinstance(found, Reading)
    check(found)
    assert len(chat.asked) == 4
    assert "This is part 2 of 4" in chat.user_words(1)
    assert [(item.id, item.content.exact[:4]) for item in found.statements] == [("s1", "Lowe"), ("s2", "“It ")]
    assert codes(found) == ["endpoint-not-in-text"]
    assert found.business.commitments[0].statements == ("s1",)


def test_a_story_without_words_is_not_sent() -> None:
    (found,), chat = outcomes(saying(WHOLE), texts=("",))
    assert isinstance(found, Reading)
    assert (found.statements, chat.asked) == ((), [])


# What is not in the text


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"content": {**quote("“We accept the draft.”"), "parts": []}}, "endpoint-not-in-text"),
        ({"content": {**quote("she said"), "parts": []}}, "endpoint-ambiguous"),
        ({"content": None}, "endpoint-malformed"),
        ({"content": {"exact": 7}}, "endpoint-malformed"),
        ({"content": {"exact": "a" * 10_000}}, "endpoint-malformed"),
        (
            {"content": {**quote("x"), "parts": [quote("“It is too early.”"), quote("“We have read")]}},
            "endpoint-malformed",
        ),
        ({"act": "insinuate"}, "endpoint-unknown-kind"),
        ({"act": ["state"]}, "endpoint-unknown-kind"),
        ({"speaker": "Ilse Varga"}, "endpoint-malformed"),
        ({"via": "Reuters"}, "endpoint-malformed"),
        ({"via": [{"name": "Ilse Varga"}] * 50}, "endpoint-malformed"),
        ({"id": {}}, "endpoint-malformed"),
    ],
)
def test_a_statement_that_does_not_hold_is_dropped_with_a_problem(changed: dict[str, Any], code: str) -> None:
    found = read({"statements": [said("“It is too early.”", **changed), PROMISE]})
    assert [item.act for item in found.statements] == [Act.PROMISE]
    assert codes(found) == [code]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"speaker": {**VARGA, "party": "Atlantis"}}, "endpoint-not-in-text"),
        ({"speaker": {**VARGA, "mention": quote("he")}}, "endpoint-not-in-text"),
        ({"addressee": "the nation"}, "endpoint-not-in-text"),
        ({"venue": 3}, "endpoint-malformed"),
        ({"cue": quote("claimed")}, "endpoint-not-in-text"),
        ({"cue": []}, "endpoint-malformed"),
        ({"said_on": quote("on Tuesday")}, "endpoint-not-in-text"),
        ({"via": [{"name": "Xinhua"}]}, "endpoint-not-in-text"),
    ],
)
def test_what_a_statement_can_do_without_is_left_out_with_a_problem(changed: dict[str, Any], code: str) -> None:
    found = read({"statements": [said("“It is too early.”", **changed)]})
    (statement,) = found.statements
    assert codes(found) == [code]
    assert "Atlantis" not in str(statement)
    assert (statement.addressee, statement.venue, statement.via, statement.said_on) == (None, None, (), None)


def test_a_speaker_whom_the_story_does_not_name_is_not_named() -> None:
    stranger = {"name": "Jan Reuter", "post": None, "party": None, "mention": quote("she", before="every article,”")}
    found = read({"statements": [said("“It is too early.”", speaker=stranger)]})
    (statement,) = found.statements
    assert statement.speaker is None
    assert statement.mention is not None
    assert codes(found) == ["endpoint-not-in-text"]
    nobody = read({"statements": [said("“It is too early.”", speaker={"name": "Jan Reuter"})]})
    assert (nobody.statements, codes(nobody)) == ((), ["endpoint-not-in-text", "endpoint-no-speaker"])


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        ("commitments", {**COMMITMENT, "debtor": side("Atlantis")}, "endpoint-no-debtor"),
        ("commitments", {**COMMITMENT, "debtor": None}, "endpoint-no-debtor"),
        ("commitments", {**COMMITMENT, "action": quote("sign the draft")}, "endpoint-not-in-text"),
        ("commitments", "a promise", "endpoint-malformed"),
        ("meetings", {**MEETING, "participants": []}, "endpoint-nobody-meets"),
        ("meetings", {**MEETING, "status": "merry"}, "endpoint-unknown-kind"),
        ("texts", {**TABLED, "kind": "treaty"}, "endpoint-unknown-kind"),
        ("texts", {**TABLED, "passage": None}, "endpoint-malformed"),
        ("referrals", {**REFERRAL, "tabler_agrees": "no"}, "endpoint-malformed"),
        ("referrals", {**REFERRAL, "what": None, "from": None, "to": None}, "endpoint-nothing-moves"),
        ("releases", {**RELEASE, "state": None}, "endpoint-unknown-kind"),
    ],
)
def test_business_that_does_not_hold_is_dropped_with_a_problem(kind: str, given: Any, code: str) -> None:
    found = read({kind: [given]})
    assert getattr(found.business, kind) == ()
    assert codes(found)[-1] == code


def test_items_that_are_not_in_the_text_are_left_out() -> None:
    wrong = {"wording": quote("opens the sluices"), "items": []}
    found = read({"texts": [{**TABLED, "items": [wrong, *TABLED["items"]]}]})
    assert len(found.business.texts[0].items) == 2
    assert codes(found) == ["endpoint-not-in-text"]


# Hostile answers


def test_records_of_an_unknown_kind_are_said_to_be_so() -> None:
    found = read({"statements": [PROMISE], "secret\x1b[31m treaties": [1]})
    (problem,) = [item for item in found.problems if item.code == "endpoint-unknown-kind"]
    assert "\x1b" not in problem.message


@pytest.mark.parametrize("value", [7, "s1", {"s1": {}}, True, [None, 1, [], "x"]])
@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_lists_that_are_none_and_records_that_are_none(kind: str, value: Any) -> None:
    found = read({kind: value})
    assert set(codes(found)) == {"endpoint-malformed"}


def test_more_records_than_there_can_be() -> None:
    found = read(
        {
            "statements": [said("“It is too early.”")] * 5_000,
            "meetings": [{"passage": f"no {number}"} for number in range(5_000)],
        }
    )
    assert len(found.statements) == 1
    assert codes(found).count("endpoint-too-many") == 2
    assert len(found.problems) < 400


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.sampled_from(TEXT.split()),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(["exact", "name", "parts", "id"]), inside)
    ),
    max_leaves=5,
)


def spoilt(value: Any, data: st.DataObject) -> Any:
    """The value, with something else in some of its places."""
    if data.draw(st.integers(0, 19)) == 0:
        return data.draw(ANYTHING)
    if isinstance(value, dict):
        return {key: spoilt(item, data) for key, item in value.items()}
    return [spoilt(item, data) for item in value] if isinstance(value, list) else value


STORY = prepare(Document(TEXT), TODAY, date(2022, 5, 20))


@given(st.data())
def test_whatever_is_answered_gives_a_reading_that_holds(data: st.DataObject) -> None:
    answer = spoilt(WHOLE, data)
    line = SimpleNamespace(ask=lambda _: json.dumps(answer if isinstance(answer, dict) else {}))
    check(EndpointReader(Endpoint.named("http://127.0.0.1:1", "toy"))._read(line, STORY))


def test_items_within_items_without_end() -> None:
    item: dict[str, Any] = {"wording": quote("caps winter releases"), "items": []}
    for _ in range(60):
        item = {"wording": quote("ends night patrols"), "items": [item]}
    found = read({"texts": [{**TABLED, "items": [item]}]})
    depth, items = 0, found.business.texts[0].items
    while items:
        depth, items = depth + 1, items[0].items
    assert (depth, codes(found)) == (DEEPEST, ["endpoint-too-deep"])


@pytest.mark.parametrize("depth", [900, 200_000])
def test_nesting_that_breaks_a_parser(depth: int) -> None:
    (found,), _ = outcomes(saying('{"statements": ' + "[" * depth + "]" * depth + "}"))
    if isinstance(found, Reading):
        assert codes(found) == ["endpoint-malformed"]
    else:
        assert found.code == "endpoint-not-json"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I cannot help with that.",
        '{"statements": [{"id": "s1", "spea',
        "[1, 2]",
        '{"a": ' + "9" * 9_000 + "}",
    ],
)
def test_an_answer_that_is_no_object(words: str) -> None:
    error = failure(saying(words))
    assert error.code in ("endpoint-not-json", "endpoint-no-answer")
    assert error.message.startswith("1.txt was not read: ") or error.code == "endpoint-no-answer"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": null}]}',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": [{"text": "{}"}]}}]}',
        b'{"choices": "abc"}',
    ],
)
def test_a_body_that_is_no_answer(body: bytes) -> None:
    assert failure(Scripted(body)).code == "endpoint-no-answer"


def test_an_answer_without_end_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "LARGEST", 1_000)
    assert failure(saying(" " * 5_000)).code == "endpoint-too-large"
    packed = Scripted(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    assert failure(packed).code == "endpoint-no-answer"


def test_an_answer_that_was_cut_off() -> None:
    error = failure(saying('{"statements": []}', ended="length"))
    assert (error.code, "cut off" in error.message) == ("endpoint-cut-off", True)
    assert failure(Scripted(b'{"choices": ', cut=True)).code == "endpoint-broken"


# Lines that fail


def test_no_server_is_an_error_of_each_story() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        reader = EndpointReader(Endpoint.named(address, "toy"))
        found = list(reader([Document(TEXT, path="a.txt"), Document(TEXT)], None, TODAY))
    assert [error.code for error in found if isinstance(error, EndpointError)] == ["endpoint-unreachable"] * 2
    assert (
        str(found[0])
        == f"a.txt was not read: There is no connection to {address}. Check the address, and that its server runs."
    )
    assert str(found[1]).startswith("There is no connection")


def test_a_server_that_does_not_answer() -> None:
    error = failure(Scripted(b"{}", stall=True), timeout=0.2)
    assert (error.code, "within 0.2 seconds" in error.message) == ("endpoint-timeout", True)


def test_a_server_that_answers_drop_by_drop() -> None:
    ticks = iter(range(0, 10_000, 10))
    assert failure(saying(WHOLE), clock=lambda: float(next(ticks)), timeout=5).code == "endpoint-timeout"


def test_a_refused_key_is_asked_about_once_and_never_shown() -> None:
    reply = Scripted(b'{"error": "Incorrect API key: sk-hush"}', 401)
    found, chat = outcomes(reply, texts=(TEXT, TEXT, TEXT), key="sk-hush")
    assert [error.code for error in found if isinstance(error, EndpointError)] == ["endpoint-key-refused"] * 3
    assert len(chat.asked) == 1
    assert "sk-hush" not in " ".join(map(str, found))
    assert [str(error)[:5] for error in found] == ["1.txt", "2.txt", "3.txt"]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (403, "endpoint-key-refused"),
        (404, "endpoint-unknown"),
        (302, "endpoint-moved"),
        (500, "endpoint-refused"),
        (413, "endpoint-refused"),
    ],
)
def test_other_refusals(status: int, code: str) -> None:
    headers = {"Location": "http://127.0.0.1:1/"}
    error = failure(Scripted(b"too \x1b[2J bad", status, headers))
    assert (error.code, str(status) in error.message, "\x1b" in error.message) == (code, True, False)


def test_a_refusal_that_repeats_the_key_is_not_repeated() -> None:
    assert "sk-hush" not in str(failure(Scripted(b"no: sk-hush", 500), key="sk-hush"))


def test_one_story_that_fails_stops_no_other() -> None:
    found, _ = outcomes(Scripted(b"", 500), saying(WHOLE), texts=(TEXT, TEXT))
    assert isinstance(found[0], EndpointError)
    assert isinstance(found[1], Reading)


def test_a_refusal_holds_for_the_stories_that_come_later() -> None:
    with chat_server([Scripted(b"", 401)]) as chat:
        reader = EndpointReader(Endpoint.named(chat.address, "toy"))
        found = [outcome for _ in range(3) for outcome in reader([Document(TEXT)], None, TODAY)]
    assert (len(found), len(chat.asked)) == (3, 1)


def test_a_busy_server_is_asked_again_after_as_long_as_it_says() -> None:
    waits = Waits()
    busy = Scripted(b"", 429, {"Retry-After": "7"})
    (found,), chat = outcomes(busy, Scripted(b"", 503), saying(WHOLE), pause=waits)
    assert isinstance(found, Reading)
    assert (waits, len(chat.asked)) == ([7.0, 8.0], 3)


@pytest.mark.parametrize(
    ("header", "waited", "said"),
    [
        ("3", [3.0, 3.0], "asks to wait 3 seconds"),
        ("3600", [], "asks to wait 3600 seconds"),
        ("Wed, 21 Oct 2026 07:28:00 GMT", [2.0, 8.0], "status 429"),
    ],
)
def test_a_server_that_stays_busy(header: str, waited: list[float], said: str) -> None:
    waits = Waits()
    error = failure(Scripted(b"", 429, {"Retry-After": header}), pause=waits)
    assert (error.code, waits) == ("endpoint-busy", waited)
    assert said in error.message


def test_a_server_that_takes_no_schema_is_asked_without_and_that_is_kept() -> None:
    refused = Scripted(b"response_format is not supported", 400)
    found, chat = outcomes(refused, refused, saying(WHOLE), texts=(TEXT, TEXT))
    assert all(isinstance(item, Reading) for item in found)
    formats = [asked.get("response_format", {}).get("type") for asked in chat.asked]
    assert formats == ["json_schema", "json_schema", "json_object", "json_object"]
    plain, chat = outcomes(*[refused] * 3, saying(WHOLE))
    assert isinstance(plain[0], Reading)
    assert "response_format" not in chat.asked[3]
    error = failure(refused)
    assert (error.code, "is not supported" in error.message) == ("endpoint-refused", True)


def test_a_story_that_is_too_long_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rejoinder.learned.endpoint.reader.LONGEST", 100)
    (found,), chat = outcomes(saying(WHOLE))
    assert isinstance(found, EndpointError)
    assert (found.code, chat.asked) == ("endpoint-story-too-long", [])


def test_nothing_is_sent_before_a_story_is_read_and_the_key_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with chat_server([saying(WHOLE)]) as chat:
        reader = EndpointReader(Endpoint.named(chat.address, "toy", "sk-hush"))
        assert list(reader([], None, TODAY)) == []
        assert chat.asked == []
        assert len(list(reader([Document(TEXT)], None, TODAY))) == 1
    assert "sk-hush" not in caplog.text


def test_a_proxy_of_the_environment_is_not_used_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert isinstance(outcomes(saying(WHOLE))[0][0], Reading)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx2", None)
    with pytest.raises(EndpointError, match=r"pip install 'rejoinder\[llm\]'"):
        EndpointReader(Endpoint.named("http://127.0.0.1:1/v1", "toy"))
