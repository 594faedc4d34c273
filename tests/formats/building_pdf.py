"""PDF files made from words at given places, for tests: one font, no compression."""

from __future__ import annotations

from collections.abc import Sequence

Placed = tuple[float, float, str]
"""Left edge and baseline in points, and the words."""


def pdf(*pages: Sequence[Placed], encrypted: bool = False, size: float = 11) -> bytes:
    """A PDF of A4 pages with these words in Helvetica; ``encrypted`` behind a password that nobody has."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for words in pages:
        stream = b"".join(_shown(left, base, text, size) for left, base, text in words)
        at = len(objects) + 1
        kids.append(f"{at} 0 R")
        resources = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at + 1} 0 R {resources} >>"
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    if encrypted:
        key = "<" + "41" * 32 + ">"
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -44 >>".encode())
    return _written(objects, encrypted=encrypted)


def _shown(left: float, base: float, text: str, size: float) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {left} {base} Td ({escaped}) Tj ET\n".encode("cp1252")


def _written(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R"
    if encrypted:
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'42' * 16}> <{'42' * 16}>]"
    start = len(written)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return written + head + table + f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def column(left: float, top: float, *lines: str, step: float = 14) -> list[Placed]:
    """Lines one under the other."""
    return [(left, top - at * step, line) for at, line in enumerate(lines)]
