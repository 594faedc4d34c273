"""An invented draft, its later version and a reply to it, as files that come to hand."""

from __future__ import annotations

from datetime import date

from rejoinder.desk.gathering import Gathered
from rejoinder.desk.tabling import SaidOfText, Tabled, table_text
from rejoinder.model import Actor, TextKind
from tests.desk.desks import DOCKET

LENN = """Draft Compact on the River Lenn

Article 1
Norland shall release at least forty cubic metres of water a second from the upper dam in every dry month.

Article 2
The Parties shall keep the fish ladders at the weirs open from March to May.

Article 3
1. No tolls shall be charged on barges that pass the lower locks.
2. The harbour masters shall tell each other by telephone when a lock is closed.

Article 4
The Parties shall read the river gauges together and publish the readings every week.
"""
LATER = (
    LENN.replace("forty cubic", "thirty cubic")
    .replace(
        """Article 2
The Parties shall keep the fish ladders at the weirs open from March to May.

Article 3
""",
        """Article 2
""",
    )
    .replace("Article 4", "Article 3")
)
ANSWER = """Reply of Norland to the draft compact

On Article 1: Norland cannot accept this. There is not that much water in the upper dam.

On Article 2: Norland agrees to this.

On Article 3, paragraph 1: Norland will come back to the tolls in the summer.

Norland thanks Ostmark for its patience.
"""
OSTMARK, NORLAND = Actor("Ostmark", None, "Ostmark"), Actor("Norland", None, "Norland")
DRAFTED = SaidOfText(TextKind.DRAFT, OSTMARK, (NORLAND,), None, date(2022, 5, 2))


def drafted(desk, words=LENN, name="draft.txt", published=None, **said) -> Tabled:
    """The draft, taken into the docket."""
    told = SaidOfText(**{**_values(DRAFTED), **said})
    return table_text(desk, DOCKET, Gathered(name, words.encode()), told, published)


def answered(desk, words=ANSWER, name="reply.txt", published=None, **said) -> Tabled:
    """The reply to the draft, taken into the docket."""
    values = {"kind": TextKind.REPLY, "by": NORLAND, "to": (OSTMARK,), "when": date(2022, 5, 10), **said}
    return table_text(desk, DOCKET, Gathered(name, words.encode()), SaidOfText(**values), published)


def _values(said: SaidOfText):
    return {"kind": said.kind, "by": said.by, "to": said.to, "title": said.title, "when": said.when}
