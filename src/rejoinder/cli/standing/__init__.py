"""Where a docket stands, for people: a ``Standing`` and a width in, styled lines out.

What a desk needs first stands first; a section with nothing in it is left out. Every record ends in its id, and says
whether it is found or confirmed, and by whom.

``heads``      which docket, as of when, what it holds
``promises``   commitments that are open, and those that were settled
``items``      open items, and those that nobody speaks of
``meetings``   the next meetings
``published``  what came to be public, and whose consent is open
``moves``      what goes to another forum, what hangs on what, what each side calls main or answered
``changes``    what changed since a day
``single``     one matter, record or source, with its words in context and its history
``sheet``      lines within a width, with their ids in one column
``phrases``    whose word something stands on, days and sides in short words
"""

from __future__ import annotations

from rich.text import Text

from rejoinder.cli.brief.page import set_places
from rejoinder.cli.standing.changes import changed
from rejoinder.cli.standing.heads import Head, head
from rejoinder.cli.standing.items import open_items, quiet
from rejoinder.cli.standing.meetings import next_meetings
from rejoinder.cli.standing.moves import called, hanging, moved
from rejoinder.cli.standing.promises import promised, settled
from rejoinder.cli.standing.published import public, releases
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket import Standing

SECTIONS = (promised, settled, open_items, next_meetings, quiet, public, releases, moved, hanging, called, changed)


def render_standing(standing: Standing, told: Head, width: int) -> list[Text]:
    """The lines of where a docket stands, none wider than ``width`` cells (60 at least)."""
    sheet = Sheet.of(width, standing.today)
    lines = [*head(sheet, standing, told)]
    for section in SECTIONS:
        lines.extend(section(sheet, standing))
    return set_places(lines)


def render_due(standing: Standing, told: Head, width: int) -> list[Text]:
    """The open promises alone."""
    sheet = Sheet.of(width, standing.today)
    return set_places([*head(sheet, standing, told), *promised(sheet, standing)])
