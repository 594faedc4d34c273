"""``rejoinder text PATH``: the document's text, to which all offsets refer."""

from __future__ import annotations

from typing import Annotated

import typer

from rejoinder.cli.output import complain, put


def text(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A story; - for the standard input.", show_default=False)],
) -> None:
    """Print the text of a story, to which offsets refer.

    It is printed exactly as it is counted, in UTF-8 and with no line end added.
    """
    from rejoinder.formats import open_document
    from rejoinder.model import InputError

    try:
        document = open_document(path)
    except InputError as error:
        complain(error)
        raise typer.Exit(2) from None
    put(document.text)
