"""The brief of one story for people: a Reading and a width in, styled lines out.

The order is that of the desk: where it comes from and its headline, what warns against using it, who promised what,
who said what, what was tabled, who met, what was moved elsewhere, what may become public, what hangs on what, what
each side calls answered or main, what is in doubt. A section with nothing in it is left out.

``head``        where the story comes from, its headline, what warns against using it
``promised``    commitments
``said``        statements
``utterances``  statements of one utterance folded, by speaker and setting, for ``said``
``tabled``      texts and their items
``met``         meetings
``moved``       referrals
``public``      releases and leaks
``hanging``     contingencies
``called``      characterisations
``problems``    doubts and notes
``page``        lines within a width, with their places in one column
``wording``     days, passages and actors in short words, cleaned of what could steer a terminal

Every record ends in its source, ``[line:column]``. Signs and words stand beside every colour.
"""

from __future__ import annotations

from rich.text import Text

from rejoinder.cli.brief.called import called
from rejoinder.cli.brief.hanging import hanging
from rejoinder.cli.brief.head import head, warnings
from rejoinder.cli.brief.met import met
from rejoinder.cli.brief.moved import moved
from rejoinder.cli.brief.page import Line, Page, set_places
from rejoinder.cli.brief.problems import problems
from rejoinder.cli.brief.promised import promised
from rejoinder.cli.brief.public import public
from rejoinder.cli.brief.said import said
from rejoinder.cli.brief.tabled import tabled
from rejoinder.model import Reading, Severity

SECTIONS = (promised, said, tabled, met, moved, public, hanging, called)


def render_brief(reading: Reading, width: int, path: str | None = None, *, why: bool = False) -> list[Text]:
    """The lines of the brief, none wider than ``width`` cells (60 at least).

    ``path`` stands over it if given; with ``why`` the reason of each record stands under it.
    """
    page = Page.of(reading, width, why=why)
    lines = [*head(page, path), *warnings(page), Line(Text())]
    for section in SECTIONS:
        lines.extend(section(page))
    for title, severity in (("DOUBTS", Severity.DOUBT), ("NOTES", Severity.NOTE)):
        lines.extend(problems(page, title, severity))
    return set_places(lines)
