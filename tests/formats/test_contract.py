"""The contract: one Reading beside its JSON, the schema, and that schema and reference are whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evaluation.stories import Story, load_stories
from rejoinder.formats.contract import CONTRACT, reading_to_json, schema
from rejoinder.model import Document, Reading
from tests.halvern import TEXT, dates, passage, reading, statements

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(schema())


def words(exact: str) -> dict[str, Any]:
    found = passage(exact)
    return {"start": found.start, "end": found.end, "exact": exact}


def test_the_document_and_the_keys_in_their_order() -> None:
    contract = reading_to_json(reading())
    lists = ["statements", "commitments", "meetings", "texts", "referrals", "releases", "dates", "problems"]
    assert list(contract) == ["schema", "document", *lists]
    assert contract["schema"] == CONTRACT == "rejoinder.reading/1"
    assert contract["document"] == {
        "id": "sha256:00",
        "path": "halvern.txt",
        "title": "Lower Halvern says answer on river compact will come in early June",
        "publisher": "Upland Wire",
        "place": "Brennau",
        "published": "2022-05-20",
        "published_basis": "dateline May 20, said on a friday; year from the weekday: 2022 is the latest that fits",
        "language": "en",
    }


def test_a_statement() -> None:
    assert reading_to_json(reading())["statements"][2] == {
        "id": "s3",
        "speaker": {
            "name": "Ilse Varga",
            "post": "water minister",
            "party": "Lower Halvern",
            "mention": words("Ilse Varga"),
        },
        "via": [],
        "act": "reject",
        "plover": None,
        "addressee": None,
        "venue": None,
        "direct": False,
        "said_on": {"text": "Friday", "from": "2022-05-20", "to": "2022-05-20"},
        "cue": words("rejecting"),
        "content": {**words("criticism that it plays for time"), "parts": []},
        "score": 0.9,
        "reason": "The verb names a speaker.",
    }


def test_a_repeated_utterance_is_said_to_be_one() -> None:
    first, second, *_ = reading_to_json(reading())["statements"]
    assert first["reason"] == "The verb names a speaker."
    assert second["reason"] == "The verb names a speaker. It reports the same utterance as s1."


def test_pieces_reports_and_a_speaker_who_is_not_clear() -> None:
    quoted, reported, unclear = reading_to_json(reading())["statements"][3:]
    assert [part["exact"][:9] for part in quoted["content"]["parts"]] == ["“We have ", "“We will "]
    assert (reported["via"], reported["said_on"]) == ([{"name": "Jan Reuter"}], None)
    assert unclear["speaker"] == {"name": None, "post": None, "party": None, "mention": words("His counterpart")}


def test_dates_and_problems() -> None:
    contract = reading_to_json(reading())
    june, vague = dates()
    assert contract["dates"] == [
        {
            "text": "the first days of June",
            "start": june.start,
            "end": june.end,
            "type": "DATE",
            "value": "2022-06",
            "from": "2022-06-01",
            "to": "2022-06-10",
        },
        {
            "text": "Friday",
            "start": vague.start,
            "end": vague.end,
            "type": "DATE",
            "value": None,
            "from": None,
            "to": None,
        },
    ]
    assert contract["problems"][1] == {
        "code": "update",
        "message": "The agency marks this version as an update of an earlier one.",
        "start": 0,
        "end": 0,
    }


def test_a_commitment_has_its_terms_and_no_reason() -> None:
    assert reading_to_json(reading())["commitments"][2] == {
        "id": "c3",
        "debtor": {"name": "Lower Halvern", "party": "Lower Halvern"},
        "creditor": None,
        "action": words("will open the sluices"),
        "condition": words("if the survey finds them sound"),
        "made_on": {"from": "2022-05-20", "to": "2022-05-20"},
        "due": {"text": "within 90 days of signature", "from": None, "to": None, "rule": None},
        "reported_by": ["Ilse Varga"],
        "statements": [],
        "mentions": [words("will open the sluices")],
    }


def test_meetings_texts_referrals_and_releases_have_the_keys_of_the_contract_only() -> None:
    contract = reading_to_json(reading())
    assert [meeting["status"] for meeting in contract["meetings"]] == ["held", "planned", "cancelled"]
    assert contract["texts"][1]["items"][0]["items"] == [{"wording": words("those of the upper dam"), "items": []}]
    assert contract["referrals"] == [
        {
            "what": words("the winter releases"),
            "from": None,
            "to": "Basin Council",
            "by": None,
            "tabler_agrees": False,
            "passage": words("would not have the winter releases passed on to the Basin Council"),
        }
    ]
    assert [release["state"] for release in contract["releases"]] == ["asked", "not_asked"]


def test_what_is_absent_is_null() -> None:
    contract = reading_to_json(Reading(Document("x"), (), (), (), "test"))
    assert set(contract["document"].values()) == {None}
    assert [value for key, value in contract.items() if key not in ("schema", "document")] == [[]] * 8
    VALIDATOR.validate(contract)


def test_a_reading_is_valid_after_a_round_trip_and_its_passages_hold() -> None:
    contract = json.loads(json.dumps(reading_to_json(reading())))
    VALIDATOR.validate(contract)
    passages = [found for found in _objects(contract) if "exact" in found]
    assert len(passages) == 41
    assert all(TEXT[found["start"] : found["end"]] == found["exact"] for found in passages)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("statements", 0, "act"), "hint"),
        (("statements", 0, "score"), 1.5),
        (("statements", 0, "content", "start"), -1),
        (("statements", 0, "surprise"), 1),
        (("document", "published"), "20 May"),
        (("dates", 0, "type"), "EPOCH"),
        (("schema",), "rejoinder.reading/2"),
    ],
)
def test_the_schema_refuses(where: tuple[Any, ...], value: object) -> None:
    contract = reading_to_json(reading())
    place: Any = contract
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value
    assert not VALIDATOR.is_valid(contract)


@pytest.mark.parametrize("key", ["releases", "problems"])
def test_the_schema_asks_for_every_key(key: str) -> None:
    contract = reading_to_json(reading())
    del contract[key]
    assert not VALIDATOR.is_valid(contract)


def test_the_schema_is_a_schema_whose_every_key_is_described_and_every_object_closed() -> None:
    VALIDATOR.check_schema(schema())
    closed = [found for found in _objects(schema()) if found.get("type") == "object"]
    assert len(closed) == 19
    for found in closed:
        assert found["additionalProperties"] is False
        assert found["description"]
        assert all(item["description"] for item in found["properties"].values())


def test_the_reference_names_every_key_and_every_value() -> None:
    page = (ROOT / "docs/reference/contract.md").read_text(encoding="utf-8")
    keys = {key for found in _objects(schema()) for key in found.get("properties", {})}
    values = {str(value) for found in _objects(schema()) for value in found.get("enum", [])}
    assert {name for name in keys | values if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("story", list(load_stories(ROOT / "tests/stories/dev")), ids=lambda story: story.name)
def test_records_made_by_hand_fit_the_schema(story: Story) -> None:
    expected = story.expected
    for kind in ("meetings", "texts", "referrals", "releases"):
        for record in expected.get(kind, []):
            _validate(kind[:-1], record)
    for number, record in enumerate(expected.get("commitments", []), 1):
        due = {"rule": None, **record["due"]} if record["due"] else None
        _validate("commitment", {"id": f"c{number}", "statements": [], **record, "due": due})


def _validate(kind: str, record: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator({"$defs": schema()["$defs"], "$ref": f"#/$defs/{kind}"}).validate(record)


def test_statements_that_repeat_another_are_all_given() -> None:
    found = [replace(statement, repeats="s1") for statement in statements()]
    assert len(reading_to_json(reading(found))["statements"]) == 6


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within a JSON value."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from _objects(item)
