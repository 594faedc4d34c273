"""Bytes in any encoding -> the exact text, the name of the encoding, and whether it is in doubt.

A byte order mark decides; then UTF-8, which other encodings hardly ever resemble; then UTF-16 by its
zero bytes; then what the format declares; only then statistics. The text is kept exactly: line ends
as they are, and a byte order mark as U+FEFF, so that offsets are those of the file.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

import charset_normalizer

from rejoinder.formats.tables import table
from rejoinder.model import InputError, Problem, Severity

SAVE_AS_UTF8 = "Open it in the program that made it and save it again as UTF-8."
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 32_768
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# What Latin text never does: a capital after a small letter (MacRoman quotation marks read as cp1252),
# a sign within a word, a superscript or fraction after a letter (Polish and Czech read as cp1252), three
# accented letters in a row (Cyrillic read as cp1252).
_UNLIKELY_LATIN = re.compile(
    "[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽ]|[^\\W\\d_][¡-©«-´¶¸»-¿×÷ƒˆ˜†‡‰€][^\\W\\d_]|[^\\W\\dm_][¹³¼¾¿¡¤¥¦]|[À-ÖØ-öø-ÿ]{3}"
)
# Letters of Icelandic alone in cp1252, which are the commonest of Turkish and Lithuanian in their own encodings.
_SHARED_LETTERS = re.compile("[ðþ]")
_ENOUGH_LETTERS = 10
_CERTAIN_COHERENCE = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the Python name of the codec that gives exactly it, and whether that was a guess."""

    text: str
    encoding: str
    doubtful: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """A note that names the encoding, where it was a guess that could be wrong."""
        if not self.doubtful:
            return ()
        message = f"The encoding is not stated and was taken to be {self.encoding}; some letters could be wrong."
        return (Problem("encoding-guessed", message, 0, 0, Severity.NOTE),)


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of ``data``; ``declared`` is the encoding that the format states, if any.

    Raises InputError ``binary`` for bytes that are no text, ``undecodable`` for text that is damaged
    or in no known encoding, naming the first byte that does not fit.
    """
    decoded = _by_mark(data, name) or _as_utf8(data, name) or _as_utf16(data, name)
    decoded = decoded or _as_declared(data, declared) or _by_statistics(data, name)
    if len(_CONTROLS.findall(decoded.text)) * 20 > len(decoded.text):
        raise binary_error(name)
    return decoded


def binary_error(name: str) -> InputError:
    message = f"{name} is not text: it holds binary data."
    return InputError(
        name, "binary", message, "Give the story as plain text, HTML, Word, PDF, ninjs, NewsML-G2 or e-mail."
    )


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(data, name, error.start, f"begins as {encoding}") from None
    return None


def _as_utf8(data: bytes, name: str) -> Decoded | None:
    """UTF-8, or None if it is another encoding; a damaged UTF-8 file is refused, not misread."""
    if b"\0" in data:
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        lenient = data.decode("utf-8", errors="surrogateescape")
        broken = len(re.findall("[\udc80-\udcff]", lenient))
        sound = len(re.findall("[^\x00-\x7f\udc80-\udcff]", lenient))
        if sound > broken:
            raise _undecodable(data, name, error.start, "is UTF-8 but damaged") from None
    return None


def _as_utf16(data: bytes, name: str) -> Decoded | None:
    """UTF-16 without a mark: its zero bytes (of Latin letters, spaces, line ends) all stand on one side."""
    if b"\0" not in data:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if even * 20 < odd else "utf-16-be" if odd * 20 < even else None
    if encoding is None or (even + odd) * 200 < len(data):
        raise binary_error(name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise binary_error(name) from None
    strange = sum(
        unicodedata.category(character) in ("Cn", "Co", "Cc") for character in text[:4096] if character not in "\t\r\n"
    )
    if strange * 20 > min(len(text), 4096):
        raise binary_error(name)
    return Decoded(text, encoding)


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        codec = codecs.lookup((declared or "").strip().lower())
        # Pages that declare ISO 8859-1 mean its superset (WHATWG Encoding Standard, section 4.2).
        encoding = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, ValueError, TypeError):
        return None


def _by_statistics(data: bytes, name: str) -> Decoded:
    sample = _foreign_lines(data)
    latin = _as_latin(sample)
    if latin is not None:
        try:
            return Decoded(data.decode("cp1252"), "cp1252", latin)
        except UnicodeDecodeError:
            pass
    matches = charset_normalizer.from_bytes(sample, cp_isolation=table("encodings")["candidates"])
    found = [(match.encoding, match.chaos, match.coherence) for match in matches]
    for place, (encoding, _, coherence) in enumerate(found):
        try:
            text = data.decode(encoding)
        except ValueError:
            continue
        return Decoded(
            text, codecs.lookup(encoding).name, place > 0 or coherence < _CERTAIN_COHERENCE or _has_rival(sample, found)
        )
    start = next(place for place, byte in enumerate(data) if byte > 127)
    raise _undecodable(data, name, start, "is in no encoding that is known here")


def _has_rival(sample: bytes, found: list[tuple[str, float, float]]) -> bool:
    """Whether a second encoding reads the sample about as well, and differently."""
    encoding, chaos, coherence = found[0]
    best = sample.decode(encoding, errors="replace")
    return any(
        other_chaos <= chaos + 0.05
        and other_coherence >= coherence - 0.1
        and sample.decode(other, errors="replace") != best
        for other, other_chaos, other_coherence in found[1:]
    )


def _foreign_lines(data: bytes) -> bytes:
    """The first lines that are not all ASCII, up to 32 KB: what tells encodings apart."""
    kept: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        if not line.isascii():
            kept.append(line[:_SAMPLE])
            size += len(kept[-1])
            if size >= _SAMPLE:
                break
    return b"\n".join(kept)


def _as_latin(sample: bytes) -> bool | None:
    """Whether cp1252 is in doubt; None if the sample is not Western European text at all."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = sum(character > "\x7f" for character in text)
    letters = sum("a" <= character <= "z" for character in text.lower())
    if high * 4 > letters or len(_UNLIKELY_LATIN.findall(text)) * 20 > high or _SHARED_LETTERS.search(text):
        return None
    if "õ" in text:  # Portuguese and Estonian, but also what Hungarian becomes
        return True
    accented = sum(character > "\x7f" and character.isalpha() for character in text)
    rivals = (sample.decode(rival, errors="replace") for rival in table("encodings")["latin_rivals"])
    return accented < _ENOUGH_LETTERS and any(rival != text for rival in rivals)


def _undecodable(data: bytes, name: str, start: int, what: str) -> InputError:
    line = data.count(b"\n", 0, start) + 1
    message = f"{name} {what}: byte {start} (line {line}) does not fit."
    return InputError(name, "undecodable", message, SAVE_AS_UTF8)
