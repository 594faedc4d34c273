"""Bytes and a file name -> the format they are in; what holds no text is refused by its own name."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from rejoinder.formats.tables import table
from rejoinder.formats.word.package import is_encrypted_office
from rejoinder.model import InputError

_HEAD = 4096
# PDF readers look for the header within the first 1,024 bytes (ISO 32000-1, annex H).
_PDF_HEAD = 1024
_PDF = re.compile(rb"^%PDF-|\n%PDF-\d")
_WORD_PART = re.compile(rb"word/(?:document|_rels)")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1|script|style)\b", re.IGNORECASE
)
_HEADER_LINE = re.compile(r"[!-9;-~]+:[ \t]|[!-9;-~]+:$|[ \t]")
# Headers that only mail programs write; a memorandum has From, To and Subject too.
_MAIL_HEADER = re.compile(
    r"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-transfer-encoding):",
    re.IGNORECASE | re.MULTILINE,
)


class Format(Enum):
    """The formats that are read."""

    PLAIN = "plain text"
    WEB_PAGE = "HTML"
    NINJS = "ninjs"
    NEWSML = "NewsML-G2"
    MAIL = "e-mail"
    WORD = "Word document"
    PDF = "PDF"
    AKOMA_NTOSO = "Akoma Ntoso"


def recognise(data: bytes, name: str) -> Format:
    """The format of ``data``, by its content first and by the suffix of ``name`` where the content leaves it open.

    Raises InputError ``binary`` for what is known to hold no text (workbooks, archives, images ...), saying what it is.
    """
    if _is_word(data, name) or is_encrypted_office(data):
        return Format.WORD
    if _PDF.search(data, 0, _PDF_HEAD):
        return Format.PDF
    refuse_known_binaries(data, name)
    head = _opening(data)
    suffix = name.rpartition(".")[2].lower()
    if _is_mail(head, suffix):
        return Format.MAIL
    if head.startswith("<"):
        return _marked_up(head, suffix)
    if suffix == "json" or re.match(r'\{\s*"|\[\s*\{\s*"', head):
        return Format.NINJS
    return Format.WEB_PAGE if suffix in ("html", "htm", "xhtml") and "<" in head else Format.PLAIN


def _is_word(data: bytes, name: str) -> bool:
    """Whether an archive is a Word document: by the names of its parts, or by its suffix where they are cut off."""
    return data.startswith(b"PK\x03\x04") and bool(
        _WORD_PART.search(data) or name.lower().endswith((".docx", ".docm", ".dotx"))
    )


def refuse_known_binaries(data: bytes, name: str) -> None:
    for kind in table("signatures")["kind"]:
        at = kind.get("at", 0)
        begins = data.startswith(bytes.fromhex(kind["bytes"]), at)
        if begins and kind.get("holds", "").encode() in data:
            raise InputError(name, "binary", f"{name} is {kind['name']}, not text.", kind["remedy"])


def _marked_up(head: str, suffix: str) -> Format:
    """A page, wire XML, or plain text that happens to begin with an angle bracket."""
    if re.search(r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem)\b", head):
        return Format.NEWSML
    if re.search(r"<(?:\w+:)?akomaNtoso\b", head):
        return Format.AKOMA_NTOSO
    if _PAGE.search(head):
        return Format.WEB_PAGE
    if suffix in ("html", "htm", "xhtml"):
        return Format.WEB_PAGE
    named = re.match(r"<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w.-]*(?::[\w.-]+)?(?:\s[^<>]*)?/?>)", head, re.IGNORECASE)
    return Format.NEWSML if named or suffix == "xml" else Format.PLAIN


def _is_mail(head: str, suffix: str) -> bool:
    """Whether a block of header lines comes first, with one that only mail programs write (or the suffix .eml)."""
    block = re.split(r"\r?\n\r?\n", head.removeprefix("From "), maxsplit=1)[0]
    lines = [line.rstrip("\r") for line in block.split("\n")][1 if head.startswith("From ") else 0 :]
    headers = len(lines) > 0 and all(_HEADER_LINE.match(line) for line in lines[:3]) and not lines[0][:1].isspace()
    return headers and (suffix == "eml" or bool(_MAIL_HEADER.search(block)))


def _opening(data: bytes) -> str:
    """The first characters, without a byte order mark and white space, good enough to tell formats apart."""
    head = data[:_HEAD]
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore").lstrip()
    return head.replace(b"\0", b"").decode("latin-1").lstrip()
