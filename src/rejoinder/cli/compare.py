"""``rejoinder compare OLD NEW``: what became of each item of a text in a later version, and of its words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.match import Output
from rejoinder.cli.output import complain, put, put_json, rendered, screen
from rejoinder.model import RejoinderError


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier version.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later version.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    output: Output = None,
) -> None:
    """Compare two versions of a text item by item: dropped, new, changed, split, merged, moved, kept.

    Changes of words that bind ("shall", "should") and of terms are pointed out as the words that they are.
    """
    if as_json and output:
        raise typer.BadParameter("--json prints, and -o writes a file: give one of them.")
    try:
        from rejoinder.desk.matching import compare_files
        from rejoinder.formats.exports.matching import comparison_to_json, export_table

        view = compare_files(old, new)
        if output:
            export_table(view, Path(output))
    except RejoinderError as error:
        complain(error)
        raise typer.Exit(2) from None
    if as_json:
        put_json(comparison_to_json(view.comparison), indent=2)
    elif output:
        put(f"{len(view.comparison.changes)} changes, in {output}.\n")
    else:
        from rejoinder.cli.matching import render_comparison

        console = screen()
        put(rendered(render_comparison(view, console.width), console))
