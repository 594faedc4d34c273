"""An e-mail message (.eml) -> Document: the plain text part if there is one, else the HTML part as paragraphs."""

from __future__ import annotations

import email
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from rejoinder.formats.encodings import Decoded, decode
from rejoinder.formats.markup import paragraphs, parse_html
from rejoinder.formats.moments import read_moment
from rejoinder.formats.wire import note
from rejoinder.model import Document, InputError, Problem, Source

MEDIA_TYPE = "message/rfc822"
_MAX_PARTS = 200
_MAX_HEADER = 8192
_DESCRIPTION = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)


def read_mail(data: bytes, name: str) -> Document:
    """The subject is the title, the sender the publisher, the Date header the day (in the sender's zone).

    Raises InputError ``mail-broken`` or ``mail-without-text``.
    """
    message = _parsed(data, name)
    parts = [part for part in message.walk() if not part.is_multipart()]
    text, text_problems = _text_of(parts, name)
    sent = read_moment(_header(message, "Date"))
    return Document(
        text=text,
        title=_header(message, "Subject"),
        publisher=_sender(message),
        published=sent.date() if sent else None,
        published_basis="metadata: Date header" if sent else None,
        language=_header(message, "Content-Language"),
        source=Source(media_type=MEDIA_TYPE, uri=_identity(message)),
        problems=(*text_problems, *_attachment_problems(parts)),
    )


def _parsed(data: bytes, name: str) -> Message:
    broken = InputError(
        name,
        "mail-broken",
        f"{name} is not a sound e-mail message.",
        "Save the message again from the mail program, or give its text in a .txt file.",
    )
    # Parts within parts, and parameters without end, cost the parser time out of proportion; no real message has them.
    described = _DESCRIPTION.findall(data)
    multiparts = sum(b"multipart/" in value.lower() for value in described)
    if multiparts > _MAX_PARTS or any(len(value) > _MAX_HEADER for value in described):
        raise broken
    try:
        return email.message_from_bytes(data)
    except (MessageError, ValueError, LookupError, AttributeError, RecursionError):
        raise broken from None


def _text_of(parts: list[Message], name: str) -> tuple[str, tuple[Problem, ...]]:
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and not _filename(part):
                decoded = _decoded(part, name)
                text = _paragraphs_of(decoded.text) if wanted == "text/html" else decoded.text
                if text.strip():
                    return text, decoded.problems()
    message = f"{name} is an e-mail message without any text."
    raise InputError(
        name,
        "mail-without-text",
        message,
        "Save its attachment as a file and give that, or copy the text into a .txt file.",
    )


def _decoded(part: Message, name: str) -> Decoded:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return decode(payload if isinstance(payload, bytes) else b"", name, charset)


def _paragraphs_of(markup: str) -> str:
    tree = parse_html(markup)
    return "\n\n".join(paragraphs(tree, skip=frozenset(("head",)))) if tree is not None else ""


def _attachment_problems(parts: list[Message]) -> tuple[Problem, ...]:
    names = [f"{filename} ({part.get_content_type()})" for part in parts if (filename := _filename(part))]
    if not names:
        return ()
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return (note("attachments", f"Not read, attached to the message: {', '.join(names[:10])}{more}."),)


def _filename(part: Message) -> str | None:
    """The name of an attachment; an attachment without one goes by ``unnamed``."""
    attached = part.get_content_disposition() == "attachment"
    try:
        return _plain(part.get_filename() or "") or ("unnamed" if attached else None)
    except (ValueError, LookupError, TypeError):
        return "unnamed"


def _sender(message: Message) -> str | None:
    """The name that the sender goes by, else the address."""
    written = _header(message, "From")
    try:
        shown, address = parseaddr(written or "")
    except RecursionError:
        return written
    return shown or address or written


def _header(message: Message, name: str) -> str | None:
    """A header on one line, its encoded words decoded (RFC 2047)."""
    return _plain(str(message.get(name) or "")[:_MAX_HEADER])


def _plain(raw: str) -> str | None:
    try:
        pieces = [
            piece.decode(charset or "utf-8", "replace") if isinstance(piece, bytes) else piece
            for piece, charset in decode_header(raw)
        ]
    except (MessageError, ValueError, LookupError):
        pieces = [raw]
    return " ".join("".join(pieces).encode("utf-8", "replace").decode().split()) or None


def _identity(message: Message) -> str | None:
    """The message's address after RFC 2392 (``mid:``)."""
    identity = (_header(message, "Message-ID") or "").strip("<> ")
    return f"mid:{identity}" if identity else None
