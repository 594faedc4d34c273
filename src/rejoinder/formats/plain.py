"""A file of plain text -> Document: the decoded text exactly as it stands, byte order mark and line ends included."""

from __future__ import annotations

from rejoinder.formats.encodings import decode
from rejoinder.model import Document, Source

MEDIA_TYPE = "text/plain"


def read_plain(data: bytes, name: str) -> Document:
    """The text of ``data``; title, day and place are left for the reading to find."""
    decoded = decode(data, name)
    source = Source(media_type=MEDIA_TYPE, encoding=decoded.encoding)
    return Document(text=decoded.text, source=source, problems=decoded.problems())
