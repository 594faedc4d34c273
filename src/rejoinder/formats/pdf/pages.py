"""A PDF file -> its lines with their places on the pages: bytes in, by pdfium; nothing is run, fetched or filled in.

pdfium may not be used from two threads at a time, so that one lock holds all calls together.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from rejoinder.model import InputError

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
HYPHEN = "\x02"
"""What pdfium gives for a hyphen that it takes to part a word at the end of a line."""
_WIDE_GAP = 2.2
_LOCK = Lock()
_PASSWORD = 4
_SAVE_AGAIN = "Ask the sender for the file again, or copy its text into a .txt file."


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page, in points from the lower left corner; ``size`` is the height of its letters."""

    page: int
    words: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order of the file, and its height."""

    lines: tuple[Line, ...]
    height: float


def read_pages(data: bytes, name: str) -> tuple[Page, ...]:
    """All pages of a PDF file.

    Raises InputError ``encrypted``, ``pdf-broken``, or ``too-large`` for pages or letters without end.
    """
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refused(error, name) from None
        try:
            if len(document) > MAX_PAGES:
                message = f"{name} has {len(document)} pages; at most {MAX_PAGES} are read."
                raise InputError(name, "too-large", message, "Split it into parts and give those.")
            return tuple(_read_all(document, name))
        except pypdfium2.PdfiumError:
            raise _broken(name) from None
        finally:
            document.close()


def _read_all(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    total = 0
    for number in range(len(document)):
        page = document[number]
        try:
            text = page.get_textpage()
            try:
                total += text.count_chars()
                if total > MAX_CHARACTERS:
                    message = f"{name} holds more than {MAX_CHARACTERS} letters; no real document does."
                    raise InputError(name, "too-large", message, "Split it into parts and give those.")
                yield Page(tuple(_lines(text.raw, text.count_chars(), number)), page.get_height())
            finally:
                text.close()
        finally:
            page.close()


class _Sign(NamedTuple):
    """One letter and the box of its font around it: as high for an "o" as for an "l"."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


def _lines(text: Any, count: int, page: int) -> Iterator[Line]:
    """The lines of a page: parted where pdfium parts them, and at gaps as wide as those between columns."""
    signs: list[_Sign] = []
    for each in _signs(text, count):
        if each.sign in ("\r", "\n") or (signs and _is_far(signs[-1], each)):
            yield from _line(signs, page)
            signs = []
        if each.sign not in ("\r", "\n") and (signs or not each.sign.isspace()):
            signs.append(each)
    yield from _line(signs, page)


def _signs(text: Any, count: int) -> Iterator[_Sign]:
    """The letters of a page; a space stands where the letter before it ends."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    before = (0.0, 0.0, 0.0)
    for at in range(count):
        sign = _letter(raw.FPDFText_GetUnicode(text, at))
        if sign.isspace():
            yield _Sign(sign, before[0], *before)
        elif sign:
            raw.FPDFText_GetLooseCharBox(text, at, pointer)
            before = (box.right, box.bottom, box.top)
            yield _Sign(sign, box.left, *before)


def _letter(code: int) -> str:
    if code in (0x02, 0xFFFE):
        return HYPHEN
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _is_far(before: _Sign, sign: _Sign) -> bool:
    """Whether a letter stands on another line than the one before it, or beyond a gap as wide as that between columns;
    pdfium runs on from line to line where a word is parted."""
    height = max(sign.top - sign.bottom, before.top - before.bottom, 4.0)
    return abs(sign.bottom - before.bottom) > 0.7 * height or sign.left - before.right > _WIDE_GAP * height


def _line(signs: Sequence[_Sign], page: int) -> Iterator[Line]:
    shown = [each for each in signs if not each.sign.isspace()]
    if shown:
        words = " ".join("".join(each.sign for each in signs).split())
        bottoms = sorted(each.bottom for each in shown)
        size = max(*(each.top - each.bottom for each in shown), 1.0)
        left, right = min(each.left for each in shown), max(each.right for each in shown)
        yield Line(page, words, left, right, bottoms[len(bottoms) // 2], size)


def _refused(error: Exception, name: str) -> InputError:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        message = f"{name} is a PDF that is protected by a password."
        return InputError(
            name, "encrypted", message, "Open it with its password, save it without one and give that file."
        )
    return _broken(name)


def _broken(name: str) -> InputError:
    return InputError(name, "pdf-broken", f"{name} is a PDF that is cut off or damaged.", _SAVE_AGAIN)
