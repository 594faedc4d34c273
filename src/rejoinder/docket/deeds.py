"""Who did what on which day, in short: texts handed over and meetings held, to be asked for what discharges a promise.

They are read from what is kept by few fields, since every one of a docket is looked at with every view.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from rejoinder.docket.live import Live
from rejoinder.model import MeetingStatus

LATELY = timedelta(60)
"""How long a meeting that is planned without a day is still thought to come."""


class Deed(NamedTuple):
    """Something done on a day by a side, for or with ``others`` (empty where they are not named); the record that
    tells of it, what it is, and its matter."""

    on: date
    subject: str
    what: str
    others: frozenset[str]
    matter: str


@dataclass
class Deeds:
    """The deeds of a docket, in the order of their days."""

    live: Live

    @cached_property
    def texts(self) -> Mapping[tuple[str, str], list[Deed]]:
        """By side and sort: the texts it handed over. A text told of often stands once, on its earliest day."""
        found: dict[tuple[str, str], list[Deed]] = {}
        for matter, members in self.live.matters("texts"):
            for key, deed in self._read_text(matter, members):
                found.setdefault(key, []).append(deed)
        return {key: sorted(deeds) for key, deeds in found.items()}

    @cached_property
    def meetings(self) -> Mapping[str, list[Deed]]:
        """By side: the meetings held."""
        found: dict[str, list[Deed]] = {}
        for deed in self.held:
            for side in deed.others:
                found.setdefault(side, []).append(deed)
        return found

    @cached_property
    def held(self) -> list[Deed]:
        """All meetings held, by day."""
        kept = self.live.meetings
        found = []
        for matter, members in self.live.matters("meetings"):
            for subject in members:
                meeting = kept[subject]
                if meeting.status is MeetingStatus.HELD and meeting.on:
                    sides = frozenset(meeting.sides.splitlines())
                    found.append(Deed(meeting.on, subject, "meeting", sides, matter))
                    break
        return sorted(found)

    def planned(self, today: date) -> list[tuple[date, str]]:
        """The meetings still to come (day, matter): planned for ``today`` or later by what was said of them last, or
        lately planned without a day (these have the last of all days)."""
        kept = self.live.meetings
        found = []
        for matter, members in self.live.matters("meetings"):
            last = kept[members[-1]]
            if last.status is MeetingStatus.PLANNED:
                days = [day for subject in members if (day := kept[subject].on)]
                if days and days[-1] >= today:
                    found.append((days[-1], matter))
                elif not days and last.known.date() >= _before(today):
                    found.append((date.max, matter))
        return sorted(found)

    @cached_property
    def called(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """What is called so (standing and stem) -> the sides that do so, and the record in which each does."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for _, members in self.live.matters("characterisations"):
            for subject in members:
                for key in self.live.parts["characterisations"][subject].keys.splitlines():
                    side, standing, stem = key.rsplit("|", 2)
                    found.setdefault((standing, stem), {}).setdefault(side, subject)
        return found

    def _read_text(self, matter: str, members: tuple[str, ...]) -> Iterator[tuple[tuple[str, str], Deed]]:
        texts = self.live.texts
        told = [(text.on, subject) for subject in members if (text := texts[subject]).on and text.side]
        if told:
            on, subject = min(told)
            text = texts[subject]
            # One story tells that a reply was handed over, another to whom: a text went to all whom any of them names.
            others = frozenset(side for name in members for side in texts[name].to.splitlines())
            deed = Deed(on, subject, text.kind.value, others, matter)
            yield (text.side or "", text.sort), deed

    def text_by(self, side: str, sort: str, since: date, until: date, to: str | None = None) -> Iterator[Deed]:
        """The texts of a sort that a side handed over in these days, also those whose addressee is not told; those
        to whomever, where no addressee is asked for."""
        yield from _between(self.texts.get((side, sort), []), since, until, to)

    def last_text_by(self, side: str, sort: str, since: date, until: date, to: str | None = None) -> Deed | None:
        """The last of the texts that ``text_by`` gives."""
        deeds = self.texts.get((side, sort), [])
        for at in range(bisect_right(deeds, until, key=_day), 0, -1):
            if deeds[at - 1].on < since:
                return None
            if _is_for(deeds[at - 1], to):
                return deeds[at - 1]
        return None

    def last_texts(self, sort: str, since: date, until: date) -> Iterator[Deed]:
        """The last text of a sort of each side."""
        for side, other in self.texts:
            deed = self.last_text_by(side, sort, since, until) if other == sort else None
            if deed is not None:
                yield deed

    def meeting_of(self, side: str, since: date, until: date) -> Iterator[Deed]:
        """The meetings that a side held in these days."""
        yield from _between(self.meetings.get(side, []), since, until, None)


def _between(deeds: list[Deed], since: date, until: date, other: str | None) -> Iterator[Deed]:
    for deed in islice(deeds, bisect_left(deeds, since, key=_day), None):
        if deed.on > until:
            return
        if _is_for(deed, other):
            yield deed


def _is_for(deed: Deed, other: str | None) -> bool:
    return other is None or not deed.others or other in deed.others


def _day(deed: Deed) -> date:
    return deed.on


def _before(day: date) -> date:
    return day - LATELY if day > date.min + LATELY else date.min
