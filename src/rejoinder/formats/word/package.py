"""The parts of a DOCX file: bytes in, the XML trees that hold its words out, and nothing else of it.

Only the main document and the parts that it names for styles, numbers, notes and comments are unpacked, each up to a
limit. Macros, embedded files and pictures are not touched, and a relation to anything outside the file is not followed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from rejoinder.formats.markup import parse_xml
from rejoinder.model import InputError

MAX_PART = 48 * 1024 * 1024
MAX_ENTRIES = 20_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
_SAVE_AGAIN = "Open it in the word processor, save it again as .docx and give that file."


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The root of the main document, and those of the other parts by the last word of their relation's type."""

    document: etree._Element
    parts: dict[str, etree._Element] = field(default_factory=dict)
    properties: etree._Element | None = None


def is_encrypted_office(data: bytes) -> bool:
    """Whether bytes are an Office document behind a password: an OLE file that holds an encrypted package."""
    return data.startswith(_OLE) and _ENCRYPTED in data


def encrypted_office(name: str) -> InputError:
    message = f"{name} is an Office document that is protected by a password."
    return InputError(name, "encrypted", message, "Open it with its password, save it without one and give that file.")


def open_package(data: bytes, name: str) -> WordPackage:
    """The parts of a DOCX file.

    Raises InputError ``docx-broken`` for one that is cut off or damaged, ``too-large`` for parts that unpack without
    end, ``encrypted``, ``xml-entities``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_package(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "password" in str(error):
            raise encrypted_office(name) from None
        raise _broken(name, "it is cut off or damaged") from None


def _read_package(archive: zipfile.ZipFile, name: str) -> WordPackage:
    if len(archive.namelist()) > MAX_ENTRIES:
        raise _too_large(name)
    names = frozenset(archive.namelist())
    roots = _relations(archive, names, "_rels/.rels", "", name)
    main = roots.get("officeDocument", "word/document.xml")
    if main not in names:
        raise _broken(name, "it holds no document")
    folder, _, file = main.rpartition("/")
    related = _relations(archive, names, posixpath.join(folder, "_rels", f"{file}.rels"), folder, name)
    parts = {kind: _tree(archive, related[kind], name) for kind in _KINDS if related.get(kind) in names}
    core = roots.get("core-properties")
    properties = _tree(archive, core, name) if core in names and core else None
    return WordPackage(_tree(archive, main, name), parts, properties)


def _relations(archive: zipfile.ZipFile, names: frozenset[str], path: str, folder: str, name: str) -> dict[str, str]:
    """The targets within the file by the last word of their type; those outside are left out."""
    if path not in names:
        return {}
    found: dict[str, str] = {}
    for relation in _tree(archive, path, name):
        target, kind = relation.get("Target") or "", (relation.get("Type") or "").rpartition("/")[2]
        if relation.get("TargetMode") != "External" and kind not in found:
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[kind] = posixpath.normpath(inside)
    return found


def _tree(archive: zipfile.ZipFile, path: str, name: str) -> etree._Element:
    with archive.open(path) as stream:
        data = stream.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise _too_large(name)
    try:
        return parse_xml(data, name)
    except InputError as error:
        if error.code != "xml-broken":
            raise
        raise _broken(name, f"its part {path} is no sound XML") from None


def _broken(name: str, why: str) -> InputError:
    return InputError(name, "docx-broken", f"{name} is a Word document that cannot be read: {why}.", _SAVE_AGAIN)


def _too_large(name: str) -> InputError:
    message = f"{name} unpacks to more than {MAX_PART // 1024 // 1024} MB of text; no real document does."
    return InputError(name, "too-large", message, "Ask the sender for the text in another form; do not open the file.")
