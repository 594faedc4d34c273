"""Where things stand, narrowed to what somebody asks for: a party, a forum, words of an item, a state, the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rejoinder.docket import Standing
from rejoinder.docket.matters import (
    CommitmentMatter,
    ContingencyMatter,
    Matter,
    MeetingMatter,
    QuietItem,
    ReferralMatter,
    TextMatter,
)
from rejoinder.model import Actor

M = TypeVar("M", bound=Matter)
NEEDING = ("overdue", "due", "disputed", "part discharged", "active", "conditional")


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


def narrow(standing: Standing, asked: Asked) -> Standing:
    """Where things stand with what is asked for. What changed, and the counts, stay as they are."""

    def kept(matters: Iterable[M]) -> tuple[M, ...]:
        return tuple(matter for matter in matters if asked.holds_for(matter))

    return replace(
        standing,
        promises=kept(standing.promises),
        settled=kept(standing.settled),
        items=kept(standing.items),
        meetings=kept(standing.meetings),
        quiet=tuple(item for item in standing.quiet if asked.holds_for(item.item)),
        public=kept(standing.public),
        releases=kept(standing.releases),
        referrals=kept(standing.referrals),
        contingencies=kept(standing.contingencies),
        characterised=kept(standing.characterised),
    )


def choices_of(standing: Standing) -> Choices:
    """The parties, forums and states that there are."""
    matters = [item.item if isinstance(item, QuietItem) else item for item in _all(standing)]
    states = {state_of(matter) for matter in matters} - {""}
    return Choices(
        tuple(sorted({side for matter in matters for side in sides_of(matter)})),
        tuple(sorted({forum for matter in matters for forum in forums_of(matter)})),
        tuple(sorted(states, key=lambda state: (NEEDING.index(state) if state in NEEDING else len(NEEDING), state))),
    )


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
