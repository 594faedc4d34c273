"""Keys and lines from a person: single keys on a terminal, else the first letter of each line of the standard input."""

from __future__ import annotations

import sys
from typing import Protocol

END = ""
"""What is given where nothing more comes."""
_INTERRUPT = "\x03"
_END_OF_FILE = "\x04"
_ESCAPE = b"\x1b"


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str:
        """The next key, in lower case; ``END`` where there is none."""

    def line(self, prompt: str) -> str:
        """A line that is typed behind a prompt."""


class LineKeys:
    """The first letter of each line: for a pipe, and for terminals that give no single keys."""

    def key(self) -> str:
        """See ``Keys``; an empty line is ``s``, to leave a finding as it is."""
        line = sys.stdin.readline()
        return (line.strip()[:1].lower() or "s") if line else END

    def line(self, prompt: str) -> str:
        """See ``Keys``."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        return sys.stdin.readline().strip()


class TerminalKeys(LineKeys):
    """Single keys of a terminal, as they are pressed."""

    def key(self) -> str:
        """See ``Keys``. KeyboardInterrupt for Ctrl-C."""
        pressed = _pressed_on_windows() if sys.platform == "win32" else _pressed()
        if pressed == _INTERRUPT:
            raise KeyboardInterrupt
        return END if pressed == _END_OF_FILE else pressed.lower()


def _pressed() -> str:
    """One key. Keys that were pressed ahead are kept; of one that sends several characters (an arrow) only the first
    counts, and the others are dropped."""
    import os
    import termios
    import tty
    from select import select

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        pressed = os.read(terminal, 1)
        if pressed == _ESCAPE or pressed >= b"\x80":
            while select([terminal], [], [], 0)[0]:
                os.read(terminal, 1)
        return pressed.decode("ascii", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed_on_windows() -> str:
    import msvcrt

    return str(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore]  # there on Windows only


def keys_here() -> Keys:
    """Single keys where the standard input is a terminal, lines elsewhere."""
    return TerminalKeys() if sys.stdin.isatty() else LineKeys()
