"""Paths, streams and bytes of every kind: a Document, or one InputError that names file, fault and remedy."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.formats import MAX_BYTES, document_from_bytes, open_document
from rejoinder.formats.recognise import Format, recognise
from rejoinder.model import Document, InputError
from tests.growth import grows_in_proportion

STORY = "The minister said that the reply is due this week."


def zipped(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "x")
    return buffer.getvalue()


def test_a_document_carries_the_digest_of_its_bytes_and_its_path(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    document = open_document(path)
    assert document.id == "sha256:" + hashlib.sha256(STORY.encode()).hexdigest()
    assert document.path == str(path)


def test_a_dash_stands_for_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_document("-", STORY.encode()).text == STORY
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert open_document("-").path == "-"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"Plain words.", "story.txt", Format.PLAIN),
        (b"Plain words.", "story.html", Format.PLAIN),
        (b"<quote> they said </quote>", "story.txt", Format.NEWSML),
        (b"< 3 days remain", "story.txt", Format.PLAIN),
        (b"<!-- saved --><!DOCTYPE HTML><html>", "story.txt", Format.WEB_PAGE),
        (b"\xef\xbb\xbf  <html>", "story", Format.WEB_PAGE),
        ("<html>".encode("utf-16"), "story", Format.WEB_PAGE),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "story.xml", Format.WEB_PAGE),
        (b'<?xml version="1.0"?><newsItem><html>', "story.html", Format.NEWSML),
        (b'{"uri": "x"}', "story.txt", Format.NINJS),
        (b"{he said}", "story.txt", Format.PLAIN),
        (b"[Updates with reaction]", "story.txt", Format.PLAIN),
        (b"nothing", "story.json", Format.NINJS),
        (b"Received: from a\r\nSubject: b\r\n\r\ntext", "story.txt", Format.MAIL),
        (b"From: a\nSubject: b\n\ntext", "story.eml", Format.MAIL),
        (b"Note: this is text.\n\nReceived: nothing.", "story.txt", Format.PLAIN),
    ],
)
def test_content_tells_the_format_before_the_suffix_does(data: bytes, name: str, expected: Format) -> None:
    assert recognise(data, name) is expected


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "empty", "empty"),
        (b" \r\n\t ", "empty", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty", "empty"),
        (b"%PDF-1.7\n...", "pdf-broken", "PDF"),
        (zipped("word/document.xml"), "docx-broken", "Word"),
        (zipped("story.txt"), "binary", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "binary", "JPEG"),
        (b"{\\rtf1\\ansi text}", "binary", "RTF"),
        (b"\0\1\2\3" * 50, "binary", "binary"),
    ],
)
def test_files_without_text_are_refused_by_name_with_a_remedy(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "input.bin")
    assert raised.value.code == code
    assert "input.bin" in raised.value.message
    assert said in raised.value.message
    assert raised.value.remedy.endswith(".")
    assert raised.value.path == "input.bin"


def test_paths_that_cannot_be_opened(tmp_path: Path) -> None:
    for path, code in [(tmp_path, "directory"), (tmp_path / "none.txt", "not-found"), (Path("a\0b"), "unreadable")]:
        with pytest.raises(InputError) as raised:
            open_document(path)
        assert raised.value.code == code


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(bytes(MAX_BYTES + 1), "big.txt")
    assert raised.value.code == "too-large"
    assert "64 MB" in raised.value.message


def document_or_error(data: bytes, name: str) -> Document | InputError:
    """The outcome; any other exception fails the test."""
    try:
        return document_from_bytes(data, name)
    except InputError as error:
        return error


OPENINGS = [
    b"",
    b"<html><body><p>",
    b"<newsItem>",
    b'{"uri": "u", "headline": ',
    b"Message-ID: x\nMIME-Version: 1.0\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
]
SUFFIXES = ["txt", "html", "json", "xml", "eml", ""]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(OPENINGS), st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_any_bytes_give_a_document_or_an_input_error(opening: bytes, rest: bytes, suffix: str) -> None:
    outcome = document_or_error(opening + rest, f"any.{suffix}")
    if isinstance(outcome, Document):
        assert outcome.text.encode().decode() == outcome.text
    else:
        assert all((outcome.code, outcome.message, outcome.remedy))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<a href=x>",
                "<table><tr><td>",
                "<br>",
                "text. ",
                "<script>",
                "<!--",
                "-->",
                "&lt;",
                "<time datetime=2>",
            ]
        )
    )
)
def test_any_page_gives_a_document_or_an_input_error(pieces: list[str]) -> None:
    page = f"<html><body>{''.join(pieces)}<p>{STORY * 3}</p></body></html>"
    outcome = document_or_error(page.encode(), "page.html")
    assert outcome.text if isinstance(outcome, Document) else outcome.code.startswith("html-")


HOSTILE = {
    "quotes.txt": lambda n: b'"' * n,
    "open.txt": lambda n: b"<" * n,
    "one_line.txt": lambda n: b"a" * n + b"\xe9",
    "blocks.html": lambda n: b"<html><body>" + b"<div>a</div>" * (n // 12) + b"</body></html>",
    "links.html": lambda n: b"<html><body>" + b"<a href=x>" * (n // 10) + b"</body></html>",
    "spaces.html": lambda n: b"<html><body><p>" + STORY.encode() + b" " * n + b"</p></body></html>",
    "arrays.json": lambda n: b"[" * n,
    "nested.xml": lambda n: b"<newsItem>" * (n // 10),
    "flat.xml": lambda n: b"<newsItem>" + b"<a/>" * (n // 4) + b"</newsItem>",
    "parameters.eml": lambda n: b"Message-ID: a\nContent-Type: text/plain" + b"; a=b" * (n // 5) + b"\n\ntext",
    "addresses.eml": lambda n: b"Message-ID: a\nFrom: " + b"(" * n + b"\n\ntext",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_time_in_proportion_to_its_size(name: str) -> None:
    assert grows_in_proportion(lambda size: partial(document_or_error, HOSTILE[name](size), name), 250_000)
