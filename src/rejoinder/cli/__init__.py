"""The command ``rejoinder``: arguments in, exit code out.

0  all was read            2    wrong usage, or an input or the tagger could not be read
130  ended with Ctrl-C     141  the reader of the output has gone (``| head``)
"""

from __future__ import annotations

import gc


def main() -> int:
    """Run the command with the arguments of the process. Leaves by SystemExit, as commands do."""
    # A docket is some hundred thousand objects that stay: looking through them for rubbish again and again costs a
    # tenth of the time of a command, and finds nothing.
    gc.set_threshold(200_000)
    try:
        from rejoinder.cli.app import app

        app(prog_name="rejoinder")
    except KeyboardInterrupt:
        pass
    return 130
