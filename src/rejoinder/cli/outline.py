"""``rejoinder outline PATH``: a draft in, its numbered parts out, indented for people or as JSON."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import complain, put, put_json

if TYPE_CHECKING:
    from rejoinder.model import Document, Item, Outline

WIDTH = 100
LEAST = 24


def outline(
    path: Annotated[
        str,
        typer.Argument(metavar="PATH", help="A draft, letter or reply; - for the standard input.", show_default=False),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    as_akn: Annotated[bool, typer.Option("--akn", help="Akoma Ntoso XML, with the words of the items.")] = False,
) -> None:
    """Show the numbered parts of a draft: articles, paragraphs, points, annexes, with their labels.

    What is doubtful in them is told below the outline.
    """
    from rejoinder.formats import open_document
    from rejoinder.formats.outline_json import outline_to_json
    from rejoinder.matching.outline import outline_text
    from rejoinder.model import InputError

    try:
        document = open_document(path)
    except InputError as error:
        complain(error)
        raise typer.Exit(2) from None
    if as_json and as_akn:
        raise typer.BadParameter("--json and --akn do not go together: give one of them.")
    found = outline_text(document.text)
    if as_akn:
        put(_akoma_ntoso(found, document))
    elif as_json:
        put_json(outline_to_json(found), indent=2)
    else:
        put("".join(f"{line}\n" for line in render_outline(found, document)))


def _akoma_ntoso(found: Outline, document: Document) -> str:
    """The draft as Akoma Ntoso, named after its file and dated with the day of its publication, else of today."""
    from rejoinder.desk.reading import today_here
    from rejoinder.formats.akoma_ntoso import write_akoma_ntoso

    stem = PurePath(document.path or "").stem
    name = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "draft"
    day = document.published or today_here()
    return write_akoma_ntoso(found, f"/akn/un/bill/{day.isoformat()}/{name}", day).decode()


def render_outline(found: Outline, document: Document) -> list[str]:
    """The lines of an outline for people: each item under the one that holds it, then what is doubtful."""
    lines = [" ".join(found.title.exact.split())] if found.title else []
    for item in found.items:
        lines.extend(_lines_of(item, 0))
    problems = (*document.problems, *found.problems)
    if problems:
        lines.extend(("", "DOUBTS", *(f"  {_place(document.text, each.start)}  {each.message}" for each in problems)))
    return lines


def _lines_of(item: Item, depth: int) -> list[str]:
    """An item and those in it: how it is called, what it begins with, and its label at the right."""
    indent = "  " * depth
    room = max(WIDTH - len(indent) - len(item.label) - 2, LEAST)
    words = _shortened(f"{_name(item)}  {_opening(item)}".strip(), room)
    lines = [f"{indent}{words.ljust(room)}  {item.label}"]
    for inner in item.items:
        lines.extend(_lines_of(inner, depth + 1))
    return lines


def _name(item: Item) -> str:
    """Its number as it stands, or what it is."""
    return " ".join(item.mark.exact.split()) if item.mark else str(item.kind)


def _opening(item: Item) -> str:
    if item.heading:
        return item.heading
    return f"“{' '.join(item.wording.exact.split())}”" if item.wording else ""


def _shortened(words: str, room: int) -> str:
    """Words cut at a space to fit, with an ellipsis."""
    if len(words) <= room:
        return words
    cut = words[: room - 2].rsplit(" ", 1)[0]
    return f"{cut}…” ".rstrip() if "“" in words else f"{cut}…"


def _place(text: str, offset: int) -> str:
    """Line and column of an offset, both from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"[{line}:{offset - text.rfind(chr(10), 0, offset)}]"
