"""One matter -> one row for people: the same columns for every kind of matter, empty where a kind has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import singledispatch

from rejoinder.docket.matters import (
    AnswerMatter,
    CharacterisationMatter,
    CommitmentMatter,
    ContingencyMatter,
    ItemMatter,
    Matter,
    MeetingMatter,
    ReferralMatter,
    ReleaseMatter,
    TextMatter,
)
from rejoinder.formats.exports.view import DocketView
from rejoinder.model import Actor, Interval, Passage


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind of matter puts into the columns that kinds share."""

    by: str = ""
    to: str = ""
    what: str = ""
    condition: str = ""
    said: str = ""
    first: date | None = None
    last: date | None = None
    standing: str = ""
    since: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A matter on one line.

    ``by``, ``to``          who does it, and to whom; several are parted by "; "
    ``what``                what is to be done, was met about, tabled, moved
    ``said``                the date as it is said; ``earliest`` and ``latest`` the days it is read as
    ``standing``, ``since`` where it stands, computed, and since which day
    ``on_whose_word``       found by the machine, or confirmed, and by whom
    ``words``               the exact words of its first report, ``start`` and ``end`` their offsets in ``source``
    ``reports``             how many records tell of it
    """

    id: str
    kind: str
    by: str
    to: str
    what: str
    condition: str
    said: str
    earliest: date | None
    latest: date | None
    standing: str
    since: date | None
    note: str
    on_whose_word: str
    known_on: date
    words: str
    source: str
    published: date | None
    start: int
    end: int
    reports: int
    source_id: str


COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(view: DocketView) -> Iterator[Row]:
    """A row for each matter, in the order of the view."""
    return (row_of(matter, view) for matter in view.matters)


def row_of(matter: Matter, view: DocketView) -> Row:
    """The row of a matter."""
    told = tell(matter)
    report = matter.reports[0]
    source = view.sources.get(report.source)
    return Row(
        id=matter.id,
        kind=matter.kind.value,
        by=told.by,
        to=told.to,
        what=one_line(told.what),
        condition=one_line(told.condition),
        said=one_line(told.said),
        earliest=told.first,
        latest=told.last,
        standing=told.standing,
        since=told.since,
        note=told.note,
        on_whose_word=on_whose_word(matter),
        known_on=report.known_at.date(),
        words=one_line(report.passage.exact),
        source=source_name(view, report.source),
        published=source.published if source else None,
        start=report.passage.start,
        end=report.passage.end,
        reports=len(matter.reports),
        source_id=report.source,
    )


def on_whose_word(matter: Matter) -> str:
    """ "found, not confirmed", or "confirmed by Ilse Varga"."""
    backing = matter.backing
    if not backing.confirmed:
        return "found, not confirmed" if backing.by is None else f"{backing.footing.value}, says {backing.by}"
    return f"{backing.footing.value} by {backing.by}"


def source_name(view: DocketView, source: str) -> str:
    """The publisher and the title of a source, or the name of its file."""
    kept = view.sources.get(source)
    if kept is None:
        return source or "entered by hand"
    return ": ".join(part for part in (kept.publisher, kept.title or kept.name) if part)


def one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())


def _names(actors: Iterable[Actor | None]) -> str:
    return "; ".join(actor.name for actor in actors if actor is not None)


def _exact(passage: Passage | None) -> str:
    return passage.exact if passage is not None else ""


def _days(interval: Interval | None) -> tuple[date | None, date | None]:
    return (interval.earliest, interval.latest) if interval is not None else (None, None)


@singledispatch
def tell(matter: Matter) -> Told:
    """What a kind of matter puts into the shared columns."""
    return Told(what=matter.words)


@tell.register
def _(matter: CommitmentMatter) -> Told:
    due = matter.due
    first, last = _days(due.reckoned if due else None)
    return Told(
        by=_names([matter.debtor]),
        to=_names([matter.creditor]),
        what=matter.action.exact,
        condition=_exact(matter.condition),
        said=due.due.text if due else "",
        first=first,
        last=last,
        standing=matter.state.value,
        since=matter.since,
        note=matter.reason,
    )


@tell.register
def _(matter: MeetingMatter) -> Told:
    first, last = _days(matter.when)
    place = ", ".join(part for part in (matter.forum, matter.place) if part)
    moved = f"moved {matter.slipped} times" if matter.slipped > 1 else "moved once" if matter.slipped else ""
    return Told(
        by=_names(matter.participants), what=place, first=first, last=last, standing=matter.status.value, note=moved
    )


@tell.register
def _(matter: TextMatter) -> Told:
    first, last = _days(matter.handed_over or matter.published)
    standing = "answered" if matter.answered_by else "superseded" if matter.superseded_by else "tabled"
    out = matter.publication.value if matter.publication else ""
    title = matter.titles[0] if matter.titles else matter.words
    return Told(
        by=_names([matter.by]),
        to=_names(matter.to),
        what=f"{matter.text_kind.value}: {title}",
        first=first,
        last=last,
        standing=standing,
        since=matter.public_on,
        note=out,
    )


@tell.register
def _(matter: ItemMatter) -> Told:
    return Told(by=_names([matter.by]), what=matter.wordings[-1].exact, standing=matter.state.value, since=matter.since)


@tell.register
def _(matter: ReferralMatter) -> Told:
    agrees = {True: "its author agrees", False: "its author does not agree", None: ""}[matter.tabler_agrees]
    way = " → ".join(part for part in (matter.origin, matter.destination) if part)
    note = "; ".join(part for part in (agrees, "contested" if matter.contested else "") if part)
    return Told(
        by=_names([matter.by]), to=way, what=_exact(matter.what) or matter.words, standing="referred", note=note
    )


@tell.register
def _(matter: ReleaseMatter) -> Told:
    return Told(
        by=_names([matter.wanted_by]),
        to=_names([matter.consent_of]),
        what=_exact(matter.of) or matter.words,
        standing=f"consent {matter.state.value.replace('_', ' ')}",
        since=matter.public_on,
        note=matter.publication.value if matter.publication else "",
    )


@tell.register
def _(matter: ContingencyMatter) -> Told:
    return Told(
        by=_names(matter.actors),
        what=matter.step.exact,
        condition=matter.trigger.exact,
        standing="trigger happened" if matter.happened else "waits",
        since=matter.happened.on if matter.happened else None,
        note=f"{matter.decider.name} decides" if matter.decider else "",
    )


@tell.register
def _(matter: CharacterisationMatter) -> Told:
    return Told(
        by=_names([matter.by]),
        what=_exact(matter.of),
        said=matter.quoted.exact,
        standing=f"called {matter.standing.value}",
    )


@tell.register
def _(matter: AnswerMatter) -> Told:
    first, last = _days(matter.on)
    return Told(
        by=_names([matter.by]),
        what=matter.wording.exact,
        said=" … ".join(link.passage.exact for link in matter.links),
        first=first,
        last=last,
        standing=matter.disposition.value.replace("_", " "),
        note=matter.reason,
    )
