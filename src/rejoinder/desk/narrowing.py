"""Where things stand, narrowed to what somebody asks for: a party, a forum, words of an item, a state, the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import NOW, AsOf, of_snapshot, standing_as_of, views_as_of
from rejoinder.docket import Standing, Views
from rejoinder.docket.kept import CommitmentKept, MeetingKept, ReleaseKept, TextKept
from rejoinder.docket.live import ITEMS, Live
from rejoinder.docket.matters import (
    CommitmentMatter,
    CommitmentState,
    ContingencyMatter,
    ItemState,
    Matter,
    MeetingMatter,
    ReferralMatter,
    TextMatter,
)
from rejoinder.docket.reports import backing_of
from rejoinder.docket.sameness import name_of_side
from rejoinder.docket.standing import MOST
from rejoinder.model import Actor, Consent, MeetingStatus

NEEDING = ("overdue", "due", "disputed", "part discharged", "active", "conditional")


_STATES: Mapping[str, frozenset[str]] = {
    part: frozenset(state.value for state in states)
    for part, states in {
        "commitments": CommitmentState,
        "items": ItemState,
        "meetings": MeetingStatus,
        "releases": Consent,
    }.items()
}
"""In which states the matters of a part may be; of the others nothing is told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; an empty text asks for nothing. ``source`` is what sources are called that tell of it,
    ``confirmed``: only what a named person stands behind."""

    party: str = ""
    forum: str = ""
    words: str = ""
    state: str = ""
    source: str = ""
    confirmed: bool = False

    @property
    def at_all(self) -> bool:
        """Whether something is asked for beside the record."""
        return bool(self.told)

    @property
    def told(self) -> tuple[str, ...]:
        """What is asked for, without the record."""
        return tuple(filter(None, (self.party, self.forum, self.words, self.state, self.source)))

    def may_hold(self, live: Live, part: str, members: Sequence[str]) -> bool:
        """Whether that may be so, by the little that is kept of a matter's records: they need not be read whole."""
        if self.confirmed and not any(backing_of(live, member).confirmed for member in members):
            return False
        if self.state and self.state not in _STATES.get(part, ()):
            return False
        return not self.party or any(_may_name(live, part, member, name_of_side(self.party)) for member in members)

    def may_stand(self, state: CommitmentState) -> bool:
        """Whether that may be so of a commitment in this state."""
        return not self.state or self.state == state.value

    def holds_for(self, matter: Matter) -> bool:
        """Whether a matter is one of those asked for."""
        return (
            (not self.confirmed or matter.backing.confirmed)
            and (not self.party or self.party in sides_of(matter))
            and (not self.forum or self.forum in forums_of(matter))
            and (not self.state or self.state == state_of(matter))
            and (not self.words or self.words.casefold() in _words_of(matter))
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """By what a docket can be narrowed."""

    parties: tuple[str, ...]
    forums: tuple[str, ...]
    states: tuple[str, ...]


def _may_name(live: Live, part: str, member: str, side: str) -> bool:
    """Whether a record may name a side, told as sides are compared."""
    kept = live.texts[live.items[member].text] if part == ITEMS else live.parts[part][member]
    if isinstance(kept, CommitmentKept):
        return side in (kept.debtor, kept.creditor)
    if isinstance(kept, MeetingKept):
        return side in kept.sides.splitlines()
    if isinstance(kept, TextKept):
        return side == kept.side or (part != ITEMS and side in kept.to.splitlines())
    if isinstance(kept, ReleaseKept):
        return side in (kept.wanted_by, kept.consent_of)
    return True


def choices_as_of(desk: Desk, docket: str, at: AsOf = NOW, most: int = MOST) -> Choices:
    """By what a docket can be narrowed then, as far as the first ``most`` matters of each part tell."""
    standing, views = standing_as_of(desk, docket, at, most=most), views_as_of(desk, docket, at)
    return of_snapshot(
        desk, ("choices", docket, at, views.today, most), views.snapshot, lambda: choices_of(standing, views)
    )


def choices_of(standing: Standing, views: Views) -> Choices:
    """The parties and states of all promises, and what there is beside in the first matters of each part."""
    matters = list(_all(standing))
    states = {state_of(matter) for matter in matters} - {""}
    states |= {state.value for state in CommitmentState if standing.counts.get(state.value)}
    return Choices(
        tuple(sorted({side for matter in matters for side in sides_of(matter)} | _sides_bound(views, matters))),
        tuple(sorted({forum for matter in matters for forum in forums_of(matter)})),
        tuple(sorted(states, key=lambda state: (NEEDING.index(state) if state in NEEDING else len(NEEDING), state))),
    )


def _sides_bound(views: Views, matters: Iterable[Matter]) -> set[str]:
    """The sides that promise something or are promised it, named as in the first promise of each that is found,
    without those of these matters."""
    known = {name_of_side(side) for matter in matters for side in sides_of(matter)}
    found: set[str] = set()
    for matter, members in views.live.matters("commitments"):
        kept = views.live.commitments[members[0]]
        if kept.debtor not in known or (kept.creditor or kept.debtor) not in known:
            found |= sides_of(views.commitment(matter))
            known |= {name_of_side(side) for side in found} | {kept.debtor, kept.creditor or kept.debtor}
    return found


def _all(standing: Standing) -> Iterator[Any]:
    for name in ("promises", "settled", "items", "meetings", "public", "releases", "referrals"):
        yield from getattr(standing, name)


def sides_of(matter: Matter) -> set[str]:
    """The sides that a matter names."""
    names = ("debtor", "creditor", "by", "wanted_by", "consent_of", "decider")
    actors: list[Actor | None] = [getattr(matter, name, None) for name in names]
    if isinstance(matter, MeetingMatter):
        actors.extend(matter.participants)
    elif isinstance(matter, TextMatter):
        actors.extend(matter.to)
    elif isinstance(matter, ContingencyMatter):
        actors.extend(matter.actors)
    return {actor.party or actor.name for actor in actors if actor is not None}


def forums_of(matter: Matter) -> set[str]:
    """The forums that a matter names."""
    if isinstance(matter, MeetingMatter):
        return {matter.forum} if matter.forum else set()
    if isinstance(matter, ReferralMatter):
        return {forum for forum in (matter.origin, matter.destination) if forum}
    if isinstance(matter, CommitmentMatter):
        return {utterance.venue for utterance in matter.utterances if utterance.venue}
    return set()


def state_of(matter: Matter) -> str:
    """The word for where a matter stands."""
    state = getattr(matter, "state", None) or getattr(matter, "status", None)
    return str(state.value) if state is not None else ""


def _words_of(matter: Matter) -> str:
    return " ".join(report.passage.exact for report in matter.reports).casefold()
