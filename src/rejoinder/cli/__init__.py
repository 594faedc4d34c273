"""The command ``rejoinder``: arguments in, exit code out.

0  all was read            2    wrong usage, or an input or the tagger could not be read
130  ended with Ctrl-C     141  the reader of the output has gone (``| head``)
"""

from __future__ import annotations


def main() -> int:
    """Run the command with the arguments of the process. Leaves by SystemExit, as commands do."""
    try:
        from rejoinder.cli.app import app
        from rejoinder.desk.memory import let_dockets_stay

        let_dockets_stay()
        app(prog_name="rejoinder")
    except KeyboardInterrupt:
        pass
    return 130
