"""A path, a stream or bytes -> Document, whatever the format: the one place where the formats are wired."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rejoinder.formats.akoma_ntoso import read_akoma_ntoso
from rejoinder.formats.mail import read_mail
from rejoinder.formats.newsml import read_newsml
from rejoinder.formats.ninjs import read_ninjs
from rejoinder.formats.pdf import read_pdf
from rejoinder.formats.plain import read_plain
from rejoinder.formats.recognise import Format, recognise
from rejoinder.formats.web_page import read_web_page
from rejoinder.formats.word import read_word
from rejoinder.model import Document, InputError

MAX_BYTES = 64 * 1024 * 1024
READERS: dict[Format, Callable[[bytes, str], Document]] = {
    Format.PLAIN: read_plain,
    Format.WEB_PAGE: read_web_page,
    Format.NINJS: read_ninjs,
    Format.NEWSML: read_newsml,
    Format.MAIL: read_mail,
    Format.WORD: read_word,
    Format.PDF: read_pdf,
    Format.AKOMA_NTOSO: read_akoma_ntoso,
}


def open_document(path: str | Path, stdin: bytes | None = None) -> Document:
    """The document in the file ``path``, or in ``stdin`` (bytes; read from the standard input if None) for ``-``.

    Raises InputError ``not-found``, ``directory``, ``unreadable``, and what ``document_from_bytes`` raises.
    """
    name = str(path)
    return document_from_bytes(read_bytes(name) if stdin is None or name != "-" else stdin, name)


def read_bytes(name: str) -> bytes:
    """The bytes of the file ``name``, or of the standard input for ``-``: no more than tells that they are too many.

    Raises InputError ``not-found``, ``directory``, ``unreadable``.
    """
    return sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _bytes_of(Path(name), name)


def document_from_bytes(data: bytes, name: str) -> Document:
    """The document in ``data``; ``name`` stands in messages and its suffix helps to recognise the format.

    The ``id`` is the SHA-256 of the bytes. Raises InputError ``empty``, ``too-large``, ``binary`` or what
    the reader of the format raises, and nothing else.
    """
    if len(data) > MAX_BYTES:
        message = f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB, the most that one document may have."
        raise InputError(name, "too-large", message, "Split it into its stories and give those.")
    document = READERS[recognise(data, name)](data, name) if data.strip() else None
    if document is None or not (document.text.strip("\ufeff \t\r\n") or document.source.status == "canceled"):
        raise InputError(name, "empty", f"{name} is empty.", "Check that the file was saved or sent in full.")
    return replace(document, id=f"sha256:{hashlib.sha256(data).hexdigest()}", path=name)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(name, "not-found", f"There is no file {name}.", "Check the path.") from None
    except IsADirectoryError:
        raise InputError(
            name, "directory", f"{name} is a directory.", f"Give the files in it, for example {name}/*.txt."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            name, "unreadable", f"{name} cannot be read: {reason}.", "Check its permissions and that the disk is there."
        ) from None
