"""Releases: what counts in a docket in, for each text in question where consent stands and how it came out, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from rejoinder.docket.deeds import Deed, Deeds
from rejoinder.docket.kept import ReleaseKept
from rejoinder.docket.live import Live
from rejoinder.docket.matters import ConsentSaid, MatterKind, ReleaseMatter
from rejoinder.docket.sameness import REPLY, TEXT
from rejoinder.docket.telling import tell
from rejoinder.model import Consent, Publication, Release

PART = "releases"
_BACK = timedelta(60)
"""How long before it is spoken of a text whose publication is in question may have been handed over."""


class CameOut(NamedTuple):
    """A release that came out: of which text, how by the last telling, and on which day that was first known."""

    matter: str
    text: str | None
    publication: Publication | None
    public_on: date | None


@dataclass(frozen=True)
class Releases:
    """The releases of a docket."""

    live: Live
    deeds: Deeds

    def view(self, matter: str) -> ReleaseMatter:
        """One release, whole."""
        told = tell(self.live, PART, Release, matter)
        said = tuple(
            ConsentSaid(one.record.state, one.record.publication, one.report.known_at, one.report.subject)
            for one in told.counting
        )
        publication, public_on = came_out(said)
        return ReleaseMatter(
            id=matter,
            kind=MatterKind.RELEASE,
            reports=told.reports,
            backing=told.backing,
            of=told.first("of"),
            text=self.text_of(tuple(one.report.subject for one in told.counting)),
            wanted_by=told.first("wanted_by"),
            consent_of=told.first("consent_of"),
            state=consent_of(said),
            publication=publication,
            public_on=public_on,
            said=said,
        )

    @cached_property
    def out(self) -> list[CameOut]:
        """Those that have come out."""
        return list(self._find_out())

    @cached_property
    def of_text(self) -> dict[str, CameOut]:
        """Texts -> how they came to be known."""
        return {one.text: one for one in self.out if one.text is not None}

    def text_of(self, members: Sequence[str]) -> str | None:
        """The text in question: the latest one of its sort by the side whose consent is needed, or that wants it
        public, that was handed over by the time it is spoken of. None if there is none."""
        for subject in reversed(members):
            deed = self._find_text(self.live.releases[subject])
            if deed is not None:
                return deed.matter
        return None

    def _find_text(self, kept: ReleaseKept) -> Deed | None:
        known, stems = kept.known.date(), kept.of.split("\n")
        sorts = [sort for sort in (REPLY, TEXT) if sort in stems] or [REPLY, TEXT]
        sides = [side for side in (kept.consent_of, kept.wanted_by) if side]
        if not sides:
            return self._only_text(sorts, known)
        found = (self.deeds.last_text_by(side, sort, known - _BACK, known) for side in sides for sort in sorts)
        return next((deed for deed in found if deed is not None), None)

    def _only_text(self, sorts: Sequence[str], known: date) -> Deed | None:
        """The text that was handed over last, by whichever side; None if that may be one of several."""
        found = [deed for sort in sorts for deed in self.deeds.last_texts(sort, known - _BACK, known)]
        latest = [deed for deed in found if deed.on == max(found).on]
        return latest[0] if len(latest) == 1 else None

    def _find_out(self) -> Iterator[CameOut]:
        for matter, members in self.live.matters(PART):
            kept = [self.live.releases[name] for name in members]
            read = [(one.known.date(), one.publication) for one in kept if one.publication is not None]
            if read:
                yield CameOut(matter, self.text_of(members), read[-1][1], read[0][0])


def consent_of(said: Sequence[ConsentSaid]) -> Consent:
    """Where consent stands: as it was told last by a record that tells of it."""
    told = [one.state for one in said if one.state is not Consent.NOT_ASKED]
    return told[-1] if told else Consent.NOT_ASKED


def came_out(said: Sequence[ConsentSaid]) -> tuple[Publication | None, date | None]:
    """How a text came out, as it was told last, and the day on which it was first known to be out."""
    out = [one for one in said if one.publication is not None]
    return (out[-1].publication, out[0].known_at.date()) if out else (None, None)
