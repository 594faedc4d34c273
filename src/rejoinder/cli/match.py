"""``rejoinder match DRAFT REPLY``: what a reply answers of a draft, item by item, for people, as JSON or as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.output import complain, put, put_json, rendered, screen
from rejoinder.model import RejoinderError

Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="By its name: .docx .pdf .html .xlsx .csv .json", show_default=False
    ),
]


def match(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="What was tabled.", show_default=False)],
    reply: Annotated[str, typer.Argument(metavar="REPLY", help="What came in answer to it.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    output: Output = None,
) -> None:
    """Match a reply to a draft: what it accepts, counters, declines, puts off, sends elsewhere, or never mentions.

    One of the two may be - for the standard input. What the reply passes over comes first.
    """
    if as_json and output:
        raise typer.BadParameter("--json prints, and -o writes a file: give one of them.")
    try:
        from rejoinder.desk.matching import match_files
        from rejoinder.formats.exports.matching import export_table, matrix_to_json

        view = match_files(draft, reply)
        if output:
            export_table(view, Path(output))
    except RejoinderError as error:
        complain(error)
        raise typer.Exit(2) from None
    if as_json:
        put_json(matrix_to_json(view.matrix), indent=2)
    elif output:
        put(f"{len(view.matrix.rows)} items, in {output}.\n")
    else:
        from rejoinder.cli.matching import render_matrix

        console = screen()
        put(rendered(render_matrix(view, console.width), console))
