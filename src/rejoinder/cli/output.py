"""Where the command writes: text and JSON to the standard output in UTF-8, errors to the standard error."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import typer

from rejoinder.model import RejoinderError

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
