"""A desk for tests: in memory or in a file, with a clock that is set by hand and a reader that needs no tagger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rejoinder.desk.adding import Added, Outcome, add_sources
from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import make_docket
from rejoinder.desk.gathering import Gathered
from rejoinder.matching.matrix import match_outline
from rejoinder.model import Act, Actor, Document, Passage, Reading, SaidOn, Statement
from rejoinder.store import MEMORY, open_ledger
from tests.halvern import FRIDAY, TEXT, reading

DOCKET = "lenn"
START = datetime(2022, 5, 21, 9, tzinfo=UTC)


class Clock:
    """Goes on by a second with every look; ``moment`` can be set."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
    """The invented story where a document is it; of any other, one statement: its first line, "Speaker: words"."""
    return [_read_one(document, published) for document in documents]


def _read_one(document: Document, published: date | None) -> Reading:
    day = published or date(2022, 5, 20)
    if document.text == TEXT:
        found = reading()
        return replace(found, document=replace(found.document, id=document.id, path=document.path, published=day))
    line = document.text.splitlines()[0]
    speaker, _, words = line.rpartition(": ")
    start = len(line) - len(words)
    said = Statement(
        id="s1",
        speaker=Actor(speaker, None, speaker) if speaker else None,
        mention=None,
        via=(),
        act=Act.STATE,
        addressee=None,
        venue=None,
        direct=False,
        said_on=SaidOn("Friday", FRIDAY.interval),
        cue=None,
        content=Passage(start, len(line), words),
        parts=(),
        score=0.9,
        reason="It stands behind a colon.",
    )
    return Reading(replace(document, title=line, published=day), (said,), (), (), "test")


def new_desk(address: str | Path = MEMORY, user: str = "Ilse Varga") -> Desk:
    """An open desk with one docket."""
    desk = Desk(open_ledger(address, create=True), user, Clock(), read, matcher=match_outline)
    make_docket(desk, DOCKET, "The river Lenn")
    return desk


def add(desk: Desk, *texts: str) -> list[Outcome]:
    """Add texts as plain files."""
    inputs = [Gathered(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    return list(add_sources(desk, DOCKET, inputs))


def added(desk: Desk, text: str = TEXT) -> Added:
    """Add one text that is not held yet."""
    (outcome,) = add(desk, text)
    assert isinstance(outcome, Added)
    return outcome
