"""Web archives (WARC, ISO 28500): a file in, the pages in it out, each with its address and its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rejoinder.formats import MAX_BYTES
from rejoinder.model import InputError

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc", ".warc.gz")
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
            for record in WARCIterator(stream):
                if _is_page(record):
                    yield record.rec_headers.get_header("WARC-Target-URI") or name, _data_of(record)
    except (FileNotFoundError, NotADirectoryError):
        yield name, InputError(name, "not-found", f"There is no file {name}.", "Check the path.")
    except OSError as error:
        reason = error.strerror or str(error)
        yield name, InputError(name, "unreadable", f"{name} cannot be read: {reason}.", "Check its permissions.")
    except (ArchiveLoadFailed, ValueError, EOFError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        yield name, InputError(name, "archive-broken", f"{name} is no whole web archive: {reason}.", "Get it anew.")


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type == "response" and record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or ""
        return record.http_headers.get_statuscode() == "200" and kind.lower().startswith(READABLE)
    kind = record.rec_headers.get_header("Content-Type") or ""
    return record.rec_type == "resource" and kind.lower().startswith(READABLE)


def _data_of(record: ArcWarcRecord) -> bytes:
    return bytes(record.content_stream().read(MAX_BYTES + 1))
