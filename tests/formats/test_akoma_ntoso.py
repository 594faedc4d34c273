"""Akoma Ntoso: an outline written as XML, and read back as the same items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import rejoinder
from rejoinder.formats import document_from_bytes
from rejoinder.formats.akoma_ntoso import NAMESPACE, write_akoma_ntoso
from rejoinder.model import InputError, Outline

CASES = sorted((Path(__file__).parents[1] / "matching" / "outline" / "cases").glob("*.txt"))
URI, DAY = "/akn/un/bill/2022-05-20/draft", date(2022, 5, 20)
DRAFT = """THE COMPACT

The Parties,

Recalling the talks of 1931,

Have agreed as follows:

Article 1
Data

1. They share:
(a) levels; and
(b) flows,
every hour.

2. They meet.

Done at Brennau, 3 May 2022.

Annex A
Gauges

The upper gauge.
"""


def written(outline: Outline) -> etree._Element:
    return etree.fromstring(write_akoma_ntoso(outline, URI, DAY))


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.findall(path, {"a": NAMESPACE})
    return ["".join(map(str, each.itertext())).strip() for each in found]


def test_items_stand_in_the_elements_that_the_standard_has_for_them() -> None:
    root = written(rejoinder.outline(DRAFT))
    assert texts(root, "a:bill/a:preface/a:p/a:docTitle") == ["THE COMPACT"]
    assert texts(root, ".//a:recital/a:p") == ["Recalling the talks of 1931,"]
    assert texts(root, "a:bill/a:preamble/a:p") == ["The Parties,", "Have agreed as follows:"]
    assert texts(root, "a:bill/a:body/a:article/a:num") == ["Article 1"]
    assert texts(root, "a:bill/a:body/a:article/a:heading") == ["Data"]
    assert texts(root, ".//a:paragraph/a:intro/a:p") == ["They share:"]
    assert texts(root, ".//a:point/a:content/a:p") == ["levels; and", "flows,"]
    assert texts(root, ".//a:paragraph/a:wrapUp/a:p") == ["every hour."]
    assert texts(root, "a:bill/a:conclusions/a:p") == ["Done at Brennau, 3 May 2022."]
    assert texts(root, ".//a:attachment/a:doc/a:mainBody/a:hcontainer/a:heading") == ["Gauges"]


def test_a_label_is_the_eid_and_each_is_there_once() -> None:
    outline = rejoinder.outline(DRAFT)
    names = [str(name) for name in written(outline).xpath("//@eId")]
    assert len(set(names)) == len(names)
    assert {item.label for item in outline.walk()} <= set(names)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_written_is_read_back_as_the_same_items(path: Path) -> None:
    outline = rejoinder.outline(path.read_text(encoding="utf-8"))
    document = document_from_bytes(write_akoma_ntoso(outline, URI, DAY), "draft.xml")
    again = rejoinder.outline(document.text)
    assert document.source.uri == URI
    assert [(item.kind, item.number) for item in again.walk() if item.number] == [
        (item.kind, item.number) for item in outline.walk() if item.number
    ]


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    assert len(written(rejoinder.outline(f"1. {text}\n"))) == 1


def test_notes_and_metadata_are_no_text_and_inline_elements_are() -> None:
    xml = f"""<akomaNtoso xmlns="{NAMESPACE}"><act name="a"><meta><identification source="#x"/></meta>
    <body><article eId="art_1"><num>Article 1</num><heading>The <i>Senn</i></heading>
    <content eId="c"><p>It<authorialNote><p>Not this.</p></authorialNote> flows<br/>south.</p></content></article>
    <article><num>Article 2</num></article></body></act></akomaNtoso>"""
    assert document_from_bytes(xml.encode(), "act.xml").text == "Article 1\nThe Senn\n\nIt flows south.\n\nArticle 2"


def test_xml_without_a_text_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(f'<akomaNtoso xmlns="{NAMESPACE}"><act><body/></act></akomaNtoso>'.encode(), "act.xml")
    assert raised.value.code == "item-without-text"
