"""ninjs: three versions of one standard, and the status, embargo and corrections that they carry."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from rejoinder.formats import document_from_bytes
from rejoinder.model import Document, InputError

V1: dict[str, Any] = {
    "uri": "http://wire.example/20220126-7",
    "type": "text",
    "version": "2",
    "versioncreated": "2022-01-26T12:05:00+03:00",
    "firstcreated": "2022-01-26T11:40:00+03:00",
    "pubstatus": "usable",
    "headline": "Reply due this week - minister",
    "body_text": "MOSCOW, January 26. The reply is due this week.\n\nTalks go on in Geneva.",
    "located": "Moscow",
    "copyrightholder": "Example Wire",
    "slugline": "TALKS-REPLY",
    "language": "en",
}
V2 = {
    **{
        key: V1[key]
        for key in (
            "uri",
            "version",
            "versioncreated",
            "pubstatus",
            "language",
            "slugline",
            "copyrightholder",
            "located",
        )
    },
    "headlines": [{"role": "short", "value": "Reply due"}, {"role": "main", "value": V1["headline"]}],
    "bodies": [
        {
            "role": "html",
            "contenttype": "text/html",
            "value": "<p>MOSCOW, January 26. The reply is due this week.</p><p>Talks go on in <b>Geneva</b>.</p>",
        }
    ],
}
NITF = """<?xml version="1.0"?><nitf><head><title>x</title></head><body>
<body.head><hedline><hl1>Reply due this week - minister</hl1></hedline></body.head>
<body.content><p>MOSCOW, January 26. The reply is due this week.</p><p>Talks go on in Geneva.</p></body.content>
</body></nitf>"""
V3 = {
    "uri": V1["uri"],
    "version": "2",
    "versionCreated": V1["versioncreated"],
    "pubStatus": "usable",
    "copyrightHolder": "Example Wire",
    "language": "en",
    "slugline": "TALKS-REPLY",
    "located": "Moscow",
    "headlines": V2["headlines"],
    "bodies": [{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": NITF}],
}


def read(item: object, name: str = "item.json") -> Document:
    return document_from_bytes(json.dumps(item).encode(), name)


@pytest.mark.parametrize(
    "item", [V1, V2, V3, [V1], {"items": [V2]}], ids=["1.x", "2.x", "3.x", "a list of one", "an object with items"]
)
def test_every_version_gives_the_same_document(item: object) -> None:
    document = read(item)
    assert (
        document.text
        == "Reply due this week - minister\n\nMOSCOW, January 26. The reply is due this week.\n\nTalks go on in Geneva."
    )
    assert (document.title, document.publisher, document.place) == (
        "Reply due this week - minister",
        "Example Wire",
        "Moscow",
    )
    assert (document.published, document.published_basis) == (date(2022, 1, 26), "metadata: versioncreated")
    assert (document.source.uri, document.source.version, document.source.slug) == (V1["uri"], "2", "TALKS-REPLY")
    assert document.source.status == "usable"
    assert document.problems == ()


@pytest.mark.parametrize(
    ("fields", "status", "problem", "severity"),
    [
        ({"pubstatus": "canceled"}, "canceled", "killed", "warning"),
        ({"pubstatus": "Cancelled"}, "canceled", "killed", "warning"),
        ({"pubstatus": "withheld"}, "withheld", "withheld", "warning"),
        ({"pubstatus": "embargoed"}, "withheld", "withheld", "warning"),
        ({"embargoed": "2022-01-26T18:00:00+03:00"}, "usable", "embargo", "note"),
        ({"embargoed": "until the meeting"}, "usable", "embargo-open", "warning"),
        ({"ednote": "Adds background."}, "usable", "editors-note", "note"),
        ({"firstcreated": "2022-01-24T11:40:00+03:00"}, "usable", "version-day", "note"),
    ],
)
def test_the_wire_s_warnings_reach_the_reader(fields: dict[str, str], status: str, problem: str, severity: str) -> None:
    document = read({**V1, **fields})
    assert document.source.status == status
    assert [(found.code, found.severity) for found in document.problems] == [(problem, severity)]
    assert "The reply is due this week." in document.text


def test_an_embargo_keeps_its_zone_and_without_one_is_read_as_utc() -> None:
    zoned = read({**V1, "embargoed": "2022-01-26T18:00:00+03:00"}).source.embargoed
    assert str(zoned) == "2022-01-26 18:00:00+03:00"
    assert read({**V1, "embargoed": "2022-01-26T18:00:00"}).source.embargoed == datetime(2022, 1, 26, 18, tzinfo=UTC)


def test_an_editor_s_note_that_corrects_is_kept_as_such() -> None:
    note = "CORRECTS the day of the meeting in para 3."
    assert read({**V1, "ednote": note}).source.corrects == note
    assert read({**V1, "ednote": "Adds reaction."}).source.corrects is None


def test_a_kill_without_text_is_still_a_document() -> None:
    document = read({"uri": "u", "pubstatus": "canceled", "versioncreated": "2022-01-26T12:05:00Z"})
    assert document.source.status == "canceled"
    assert document.text == ""


def test_an_item_with_a_headline_alone_is_read_and_said_to_be_so() -> None:
    document = read({"uri": "u", "headline": "Minister: reply due this week"})
    assert document.text == "Minister: reply due this week"
    assert [problem.code for problem in document.problems] == ["no-body"]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b'{"uri": "u", "headline": "h"', "json-broken", "line 1"),
        (b'{"a": ' * 30_000, "json-broken", "item.json"),
        (b'{"a": 1}', "json-not-ninjs", "not a ninjs"),
        (b"[1, 2]", "json-not-ninjs", "not a ninjs"),
        (json.dumps([V1, {**V1, "uri": "other"}]).encode(), "several-texts", "2 stories"),
        (b'{"uri": "u", "pubstatus": "usable", "type": "picture"}', "item-without-text", "without a headline"),
        (b'{"uri": "u", "headline": "h", "bodies": [{"role": "nitf", "value": "<nitf>"}]}', "xml-broken", "line 1"),
    ],
)
def test_what_is_no_item_is_refused(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "item.json")
    assert raised.value.code == code
    assert said in raised.value.message


def test_half_a_surrogate_pair_cannot_enter_the_text() -> None:
    document = document_from_bytes(
        b'{"uri": "u", "headline": "h\\ud800", "body_text": "b\\udfff said so"}', "item.json"
    )
    assert document.text.encode()
