"""NewsML-G2: items alone and in messages, NITF and XHTML content, signals, and XML that must not be opened."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.formats import document_from_bytes
from rejoinder.model import InputError

NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>
<hedline><hl1>Reply due this week</hl1></hedline><byline>By A. Reporter</byline></body.head>
<body.content><p>The reply is due
   this week, the <person>minister</person> said.</p>
<p>Talks go on in Geneva.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head>
<body><p>The reply is due this week, the minister said.</p><p>Talks go on in Geneva.</p></body></html></inlineXML>"""
PLAIN = """<inlineData contenttype="text/plain">The reply is due this week, the minister said.

Talks go on in Geneva.</inlineData>"""
HTML = """<inlineData contenttype="text/html">&lt;p&gt;The reply is due this week, the minister said.&lt;/p&gt;
&lt;p&gt;Talks go on in Geneva.&lt;/p&gt;</inlineData>"""


def item(content: str = NITF, meta: str = "", guid: str = "urn:newsml:wire.example:1", version: str = "3") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:EX"><name>Example Wire</name></provider>
<versionCreated>2022-01-26T12:05:00+03:00</versionCreated>{meta}</itemMeta>
<contentMeta><located qcode="city:MOW"><name>Moscow</name><broader qcode="c:RU"><name>Russia</name></broader></located>
<slugline>TALKS-REPLY</slugline><headline>Reply due this week</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> bytes:
    held = "".join(items)
    return f'<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{held}</itemSet></newsMessage>'.encode()


PICTURE = """<newsItem guid="p1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
<contentSet><remoteContent/></contentSet></newsItem>"""


@pytest.mark.parametrize("content", [NITF, XHTML, PLAIN, HTML], ids=["NITF", "XHTML", "plain text", "HTML"])
def test_every_kind_of_content_gives_the_same_text(content: str) -> None:
    document = document_from_bytes(item(content).encode(), "item.xml")
    assert (
        document.text
        == "Reply due this week\n\nThe reply is due this week, the minister said.\n\nTalks go on in Geneva."
    )


def test_the_metadata_of_an_item() -> None:
    document = document_from_bytes(item().encode(), "item.xml")
    assert (document.title, document.publisher, document.place) == ("Reply due this week", "Example Wire", "Moscow")
    assert (document.published, document.published_basis) == (date(2022, 1, 26), "metadata: versionCreated")
    assert (document.source.uri, document.source.version) == ("urn:newsml:wire.example:1", "3")
    assert (document.source.slug, document.language) == ("TALKS-REPLY", "en")
    assert document.source.media_type == "application/vnd.iptc.g2.newsitem+xml"
    assert document.problems == ()


@pytest.mark.parametrize(
    ("meta", "status", "codes"),
    [
        ('<pubStatus qcode="stat:usable"/>', "usable", []),
        ('<pubStatus qcode="stat:canceled"/>', "canceled", ["killed"]),
        ('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', "withheld", ["withheld"]),
        ("<embargoed>2022-01-26T18:00:00+03:00</embargoed>", "usable", ["embargo"]),
        ("<embargoed/>", "usable", ["embargo-open"]),
        ('<signal qcode="sig:update"/>', "usable", ["update"]),
        (
            '<edNote>Corrects the day.</edNote><signal qcode="sig:correction"/>',
            "usable",
            ["editors-note", "correction"],
        ),
    ],
)
def test_status_embargo_and_signals(meta: str, status: str, codes: list[str]) -> None:
    document = document_from_bytes(item(meta=meta).encode(), "item.xml")
    assert document.source.status == status
    assert [problem.code for problem in document.problems] == codes


def test_a_correction_says_what_it_corrects() -> None:
    noted = '<edNote>Corrects the day.</edNote><signal qcode="sig:correction"/>'
    assert document_from_bytes(item(meta=noted).encode(), "i.xml").source.corrects == "Corrects the day."
    bare = document_from_bytes(item(meta='<signal qcode="sig:correction"/>').encode(), "i.xml")
    assert bare.source.corrects == "an earlier version (signal: correction)"


def test_the_text_of_a_message_is_read_beside_its_pictures() -> None:
    document = document_from_bytes(message(PICTURE, item()), "message.xml")
    assert document.source.uri == "urn:newsml:wire.example:1"
    assert document.source.media_type == "application/vnd.iptc.g2.newsmessage+xml"
    assert [problem.code for problem in document.problems] == ["items-left-out"]


def test_of_several_versions_the_last_is_read() -> None:
    document = document_from_bytes(message(item(version="4"), item(PLAIN, version="3")), "message.xml")
    assert document.source.version == "4"


def test_a_dateline_in_the_metadata_opens_the_body() -> None:
    dated = item().replace("<slugline>", "<dateline>MOSCOW, Wednesday (Example)</dateline><slugline>")
    assert "\n\nMOSCOW, Wednesday (Example)\n\nThe reply" in document_from_bytes(dated.encode(), "item.xml").text


BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><newsItem>&c;</newsItem>"""
EXTERNAL = (
    b"""<?xml version="1.0"?><!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/hostname">]><newsItem><a>&x;</a></newsItem>"""
)
PARAMETER = b"""<!DOCTYPE n [<!ENTITY % p SYSTEM "http://wire.example/e.dtd"> %p;]><newsItem/>"""


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (BILLION_LAUGHS, "xml-entities", "'a' (line 1)"),
        (EXTERNAL, "xml-entities", "'x'"),
        (
            EXTERNAL.decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16"),
            "xml-entities",
            "'x'",
        ),
        (PARAMETER, "xml-entities", "'p'"),
        (b"<newsItem><a></newsItem>", "xml-broken", "line 1"),
        (item().encode()[:-40], "xml-broken", "line"),
        (b"<newsItem>&nothing;</newsItem>", "xml-broken", "nothing"),
        (b'<?xml version="1.0" encoding="x-none"?><newsItem/>', "xml-broken", "encoding"),
        (b"<rss><channel/></rss>", "xml-unknown", "<rss>"),
        (message(PICTURE), "item-without-text", "no text item"),
        (message(item(), item(guid="urn:2")), "several-texts", "2 different stories"),
    ],
)
def test_xml_that_cannot_or_must_not_be_read(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "item.xml")
    assert raised.value.code == code
    assert said in raised.value.message


def test_a_named_character_of_an_absent_dtd_is_read_and_the_dtd_is_not_fetched() -> None:
    data = '<!DOCTYPE newsItem SYSTEM "absent.dtd">' + item().replace("Geneva", "Geneva&nbsp;and Z&uuml;rich")
    assert document_from_bytes(data.encode(), "item.xml").text.endswith("Talks go on in Geneva\xa0and Zürich.")
