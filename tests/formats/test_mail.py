"""E-mail: subject, sender and day from the headers, the text from the part that is meant to be read."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from rejoinder.formats import document_from_bytes
from rejoinder.model import InputError

HEADERS = """Message-ID: <7@press.example>
From: =?utf-8?q?Minist=C3=A8re?= <press@press.example>
To: desk@paper.example
Date: Wed, 26 Jan 2022 23:45:00 +0300
MIME-Version: 1.0
"""


def mail(rest: str) -> bytes:
    return (HEADERS + rest).encode()


def test_the_headers_of_a_message() -> None:
    document = document_from_bytes(mail("Subject: =?koi8-r?b?79TXxdQ=?= due\n\nThe reply is due.\n"), "release.eml")
    assert document.text == "The reply is due.\n"
    assert document.publisher == "Ministère"
    assert (document.published, document.published_basis) == (date(2022, 1, 26), "metadata: Date header")
    assert document.source.uri == "mid:7@press.example"
    assert document.source.media_type == "message/rfc822"
    assert document.title == "Ответ due"


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        (
            (
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                "Caf=C3=A9 talks go=\n on."
            ),
            "Café talks go on.",
        ),
        ("Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: base64\n\nz/Do4uXy\n", "Привет"),
        ("Content-Type: text/plain; charset=no-such\n\nThe talks go on.", "The talks go on."),
        (
            "Content-Type: text/html\n\n<html><style>p{}</style><p>The talks<br>go on.</p><p>They said.</p></html>",
            "The talks\ngo on.\n\nThey said.",
        ),
    ],
)
def test_transfer_encodings_and_charsets(rest: str, text: str) -> None:
    assert document_from_bytes(mail(rest), "release.eml").text == text


def test_the_plain_part_is_preferred_and_attachments_are_named() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@press.example", "Reply", "<1@press.example>"
    message.set_content("The plain text.")
    message.add_alternative("<p>The HTML text.</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="note.pdf")
    document = document_from_bytes(bytes(message), "mail")
    assert document.text.strip() == "The plain text."
    (problem,) = document.problems
    assert problem.code == "attachments"
    assert "note.pdf (application/pdf)" in problem.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (mail("Subject: x\n\n"), "mail-without-text"),
        (mail("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n"), "mail-without-text"),
        (
            mail(
                "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 300
            ),
            "mail-broken",
        ),
        (mail("Content-Type: text/plain" + "; a=b" * 9000 + "\n\ntext"), "mail-broken"),
    ],
)
def test_a_message_without_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "release.eml")
    assert raised.value.code == code


def test_a_memorandum_in_a_text_file_is_not_taken_for_mail() -> None:
    memo = b"From: The Ministry\nTo: The press\nSubject: The reply\n\nThe reply is due this week.\n"
    document = document_from_bytes(memo, "memo.txt")
    assert document.source.media_type == "text/plain"
    assert document.text == memo.decode()


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("desk@press.example", "desk@press.example"),
        ("(" * 3000, "(" * 3000),
        ("=?no-such?q?Press?= <a@press.example>", "=?no-such?q?Press?="),
    ],
)
def test_a_sender_that_cannot_be_taken_apart_is_given_as_written(sender: str, publisher: str) -> None:
    data = f"Message-ID: <1@a>\nFrom: {sender}\n\nThe reply is due.".encode()
    assert document_from_bytes(data, "release.eml").publisher == publisher


def test_an_attachment_without_a_name_is_counted() -> None:
    parts = "--b\n\nThe reply is due.\n--b\nContent-Disposition: attachment\n\nx\n--b--"
    document = document_from_bytes(mail(f"Content-Type: multipart/mixed; boundary=b\n\n{parts}"), "release.eml")
    assert document.text.strip() == "The reply is due."
    assert "unnamed" in document.problems[0].message
