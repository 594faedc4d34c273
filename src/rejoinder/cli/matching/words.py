"""Wordings on the screen: quoted, cut to the width, with what is gone and new marked by signs as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from rejoinder.cli.brief.page import APART, GAP, Line, Piece, flow
from rejoinder.cli.brief.wording import clean
from rejoinder.model import WordChange, Words

HANG = 6
CLOSING = ",.;:)!?"
LINES = 3
_ENDS = '"“”'
_MARKS = {WordChange.KEPT: ("{}", ""), WordChange.DROPPED: ("[-{}-]", "red"), WordChange.NEW: ("{{+{}+}}", "green")}


def in_quotes(words: str) -> str:
    """Words in quotation marks, on one line; marks at their ends are not doubled."""
    return f"“{clean(words).strip(_ENDS)}”"


def title(words: str, told: str) -> Iterator[Line]:
    """The title of a section, and how much is in it."""
    yield Line(Text())
    yield Line(Text.assemble((words.upper(), "bold"), (f"  {told}", "dim")))


def paragraph(
    lead: str, pieces: Iterable[Piece], width: int, place: str = "", lines: int = LINES, apart: str = APART
) -> Iterator[Line]:
    """Pieces behind a lead, within the width less the place, which stands behind the last line."""
    room = max(26, width - HANG - GAP - len(place))
    rows = flow(pieces, (room, room), lines, apart)
    for at, row in enumerate(rows):
        start = Text(f"{lead:<{HANG}}" if at == 0 else " " * HANG)
        yield Line(start.append_text(row), place if at == len(rows) - 1 else "")


def marked_words(stretches: Iterable[Words]) -> list[Piece]:
    """The words of both versions: what is gone as [-gone-], what is new as {+new+}."""
    found: list[Piece] = []
    for stretch in stretches:
        form, style = _MARKS[stretch.change]
        words = form.format(clean(stretch.passage.exact))
        if found and not style and words[0] in CLOSING:
            found[-1] = (f"{found[-1][0]}{words}", found[-1][1])
        else:
            found.append((words, style))
    return found
