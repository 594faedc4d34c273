"""Web archives (WARC, ISO 28500): a file in, the pages in it out, each with its address and its bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING

from rejoinder.formats import MAX_BYTES
from rejoinder.model import InputError

if TYPE_CHECKING:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc", ".warc.gz")
_STUMBLES = (ValueError, EOFError, AttributeError, LookupError, TypeError, zlib.error)
"""What the library raises where a record lacks what it relies on."""
READABLE = ("text/", "application/json", "application/xml", "application/xhtml+xml", "application/rss+xml")


def is_archive(name: str) -> bool:
    """Whether a file is named as a web archive."""
    return name.lower().endswith(SUFFIXES)


def read_archive(name: str) -> Iterator[tuple[str, bytes | InputError]]:
    """(address, bytes) of each page in an archive; an error under its own name where it breaks off."""
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with open(name, "rb") as stream:  # noqa: PTH123 - a name as it was given, also one that is no path
            records = iter(WARCIterator(stream))
            while (page := _next_page(records, name)) is not None:
                yield page
    except (FileNotFoundError, NotADirectoryError):
        yield name, InputError(name, "not-found", f"There is no file {name}.", "Check the path.")
    except OSError as error:
        reason = error.strerror or str(error)
        yield name, InputError(name, "unreadable", f"{name} cannot be read: {reason}.", "Check its permissions.")
    except (ArchiveLoadFailed, *_STUMBLES) as error:
        reason = _reason_of(error) if isinstance(error, ArchiveLoadFailed) else "a record in it is broken"
        yield name, InputError(name, "archive-broken", f"{name} is no whole web archive: {reason}.", "Get it anew.")


def _next_page(records: Iterator[ArcWarcRecord], name: str) -> tuple[str, bytes] | None:
    """The next page in an archive. What the library writes of its own to the standard error is not for people."""
    with redirect_stderr(StringIO()):
        for record in records:
            if _is_page(record):
                return record.rec_headers.get_header("WARC-Target-URI") or name, _data_of(record)
    return None


def _reason_of(error: ArchiveLoadFailed) -> str:
    """What is wrong, without the bytes that were found instead."""
    return " ".join(str(error).partition(", first line")[0].split()).rstrip(".") or "a record in it is broken"


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type == "response" and record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or ""
        return record.http_headers.get_statuscode() == "200" and kind.lower().startswith(READABLE)
    kind = record.rec_headers.get_header("Content-Type") or ""
    return record.rec_type == "resource" and kind.lower().startswith(READABLE)


def _data_of(record: ArcWarcRecord) -> bytes:
    return bytes(record.content_stream().read(MAX_BYTES + 1))
