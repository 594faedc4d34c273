"""Where the command writes: text and JSON to the standard output in UTF-8, errors to the standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from rejoinder.model import RejoinderError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PIPED_WIDTH = 100
BROKEN_PIPE = 141  # 128 and the number of SIGPIPE, as the shells count it


def put(text: str, errors: str = "replace") -> None:
    """Write ``text`` to the standard output as UTF-8, whatever the locale, and with its line ends as they are.

    What UTF-8 cannot hold (a lone surrogate) becomes ``?``, one code point for one. Leaves quietly with 141
    if nobody reads the output any more.
    """
    rest = memoryview(text.encode("utf-8", errors))
    try:
        while rest:  # An unbuffered stream (python -u) may take less than it is given.
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def put_json(value: Any, indent: int | None = None) -> None:
    """Write ``value`` as JSON and a line end; a lone surrogate is written as its JSON escape."""
    put(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", errors="backslashreplace")


def complain(error: RejoinderError) -> None:
    """Write an error and its remedy to the standard error, on one line."""
    typer.echo(f"rejoinder: {error}", err=True)


def piped_width() -> int:
    """The width where no terminal tells one: that of COLUMNS if it is set."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH


def screen() -> Console:
    """What lays lines out for the standard output: as wide as a terminal and coloured on one, else plain."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(force_terminal=None if terminal else False, width=None if terminal else piped_width())


def rendered(lines: Iterable[Text], console: Console) -> str:
    """Styled lines as they go to the standard output."""
    with console.capture() as capture:
        for line in lines:
            console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False)
    return capture.get()
