"""A Word document (DOCX) -> Document: its paragraphs as they stand now, with the numbers that a reader sees.

``package``   bytes -> the XML parts that hold words; refuses what is damaged, encrypted or unpacks without end
``elements``  elements and attributes by their local names
``numbers``   list definitions and styles -> the number of each paragraph
``words``     the main part -> text, and tracked changes, comments and notes with their places

Headers and footers are left out. Macros, embedded files and links to the outside are not touched.
"""

from __future__ import annotations

from rejoinder.formats.word.elements import child
from rejoinder.formats.word.numbers import Numbering
from rejoinder.formats.word.package import encrypted_office, is_encrypted_office, open_package
from rejoinder.formats.word.words import Writer, comments_of, notes_of
from rejoinder.model import Document, Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(data: bytes, name: str) -> Document:
    """The current text of a DOCX file; deletions, insertions, comments and footnotes are notes with their places.

    Raises InputError ``docx-broken``, ``encrypted``, ``too-large`` or ``xml-entities``.
    """
    if is_encrypted_office(data):
        raise encrypted_office(name)
    package = open_package(data, name)
    parts = package.parts
    notes = notes_of(parts.get("footnotes"), "footnote") | notes_of(parts.get("endnotes"), "endnote")
    numbering = Numbering.of(parts.get("numbering"), parts.get("styles"))
    writer = Writer(numbering, notes, comments_of(parts.get("comments")))
    body = child(package.document, "body")
    if body is not None:
        writer.write_body(body)
    text = writer.text
    title = child(package.properties, "title")
    problems = [remark.problem() for remark in writer.remarks if remark.start <= len(text)]
    return Document(
        text=text,
        title=(" ".join((title.text or "").split()) or None) if title is not None else None,
        source=Source(media_type=MEDIA_TYPE),
        problems=tuple(sorted(problems, key=lambda problem: problem.start)),
    )


__all__ = ["MEDIA_TYPE", "is_encrypted_office", "read_word"]
