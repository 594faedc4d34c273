"""DOCX files made from a few lines of WordprocessingML, for tests."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """A DOCX file with this body, and further parts (``numbering``, ``styles`` ...) by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels", relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"})
        )
        archive.writestr("word/document.xml", rooted("document", f"<w:body>{body}</w:body>"))
        archive.writestr("word/_rels/document.xml.rels", relations({kind: f"{kind}.xml" for kind in parts}))
        archive.writestr("docProps/core.xml", "<c:p xmlns:c='c' xmlns:d='d'><d:title>The Compact</d:title></c:p>")
        for kind, inner in parts.items():
            archive.writestr(f"word/{kind}.xml", rooted(kind, inner))
    return buffer.getvalue()


def relations(targets: dict[str, str], mode: str = "Internal") -> str:
    held = "".join(
        f"<Relationship Id='r{at}' Type='{R}/{kind}' Target='{target}' TargetMode='{mode}'/>"
        for at, (kind, target) in enumerate(targets.items())
    )
    return f"<Relationships xmlns='{PACKAGE}'>{held}</Relationships>"


def rooted(name: str, inner: str) -> str:
    return f"<w:{name} xmlns:w='{W}'>{inner}</w:{name}>"


def paragraph(
    words: str = "", list_of: str | None = None, level: int = 0, style: str | None = None, inner: str = ""
) -> str:
    """A paragraph of one run, in a list and a style if they are given; ``inner`` is put after the run as it is."""
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    listed = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_of}'/></w:numPr>" if list_of else ""
    run = f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>" if words else ""
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{run}{inner}</w:p>"


def definition(name: str, *levels: tuple[str, str], more: str = "", start: int = 1, extra: str = "") -> str:
    """A list definition with the format and the text of each level; ``extra`` goes into every level."""
    held = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/>{extra}<w:lvlText w:val='{shown}'/></w:lvl>"
        for at, (form, shown) in enumerate(levels)
    )
    return f"<w:abstractNum w:abstractNumId='{name}'>{more}{held}</w:abstractNum>"


def numbered(name: str, abstract: str, overrides: str = "") -> str:
    return f"<w:num w:numId='{name}'><w:abstractNumId w:val='{abstract}'/>{overrides}</w:num>"


def restart(level: int, start: int) -> str:
    return f"<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='{start}'/></w:lvlOverride>"
