"""All views of one docket as of a day: a snapshot in, any matter out by its id; what they share is worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rejoinder.docket.answers import PART as ANSWERS
from rejoinder.docket.answers import Answers
from rejoinder.docket.calendars import AS_SAID, Reckoning
from rejoinder.docket.claims import Claims
from rejoinder.docket.commitments import PART as COMMITMENTS
from rejoinder.docket.commitments import Commitments, Position
from rejoinder.docket.deeds import Deeds
from rejoinder.docket.live import ITEMS, PARTS, Live, part_of
from rejoinder.docket.matters import (
    CharacterisationMatter,
    CommitmentMatter,
    ContingencyMatter,
    ItemMatter,
    Matter,
    MeetingMatter,
    ReferralMatter,
    TextMatter,
)
from rejoinder.docket.meetings import view_meeting
from rejoinder.docket.next_steps import view_characterisation, view_contingency, view_referral
from rejoinder.docket.quiet import Mentions, count_mentions
from rejoinder.docket.releases import Releases
from rejoinder.docket.snapshot import Snapshot
from rejoinder.docket.spoken import Spoken
from rejoinder.docket.texts import Texts


@dataclass(frozen=True)
class Views:
    """The views of a docket as of ``today``."""

    snapshot: Snapshot
    today: date
    reckoning: Reckoning = AS_SAID

    @cached_property
    def live(self) -> Live:
        return Live(self.snapshot)

    @cached_property
    def deeds(self) -> Deeds:
        return Deeds(self.live)

    @cached_property
    def spoken(self) -> Spoken:
        return Spoken(self.live)

    @cached_property
    def commitments(self) -> Commitments:
        return Commitments(self.live, self.deeds, self.reckoning, self.today)

    @cached_property
    def releases(self) -> Releases:
        return Releases(self.live, self.deeds)

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.live, self.deeds, self.releases, self.spoken, self.answers)

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.live, self.spoken, self.texts, self.today)

    @cached_property
    def confirmed_claims(self) -> Claims:
        return Claims(self.live, self.spoken, self.texts, self.today, confirmed=True)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.live)

    @cached_property
    def stands(self) -> tuple[tuple[str, tuple[str, ...], Position], ...]:
        """Where each commitment stands: its id, the records that count, its position."""
        found = self.live.matters(COMMITMENTS)
        return tuple((matter, members, self.commitments.position(matter, members)) for matter, members in found)

    @cached_property
    def mentions(self) -> Mapping[str, Mentions]:
        """The mentions of all items, by their ids."""
        items = (matter for matter, _ in self.live.matters(ITEMS))
        return count_mentions(self.live, self.spoken, items, self.today)

    def commitment(self, matter: str) -> CommitmentMatter:
        return self.commitments.view(matter, self.live.members(COMMITMENTS, matter))

    def meeting(self, matter: str) -> MeetingMatter:
        return view_meeting(self.live, matter)

    def text(self, matter: str) -> TextMatter:
        return self.texts.view(matter)

    def item(self, matter: str) -> ItemMatter:
        return self.texts.view_item(matter)

    def referral(self, matter: str) -> ReferralMatter:
        return view_referral(self.live, matter)

    def contingency(self, matter: str) -> ContingencyMatter:
        return view_contingency(self.live, matter)

    def characterisation(self, matter: str) -> CharacterisationMatter:
        return view_characterisation(self.live, self.spoken, matter)

    def find(self, subject: str) -> Matter | None:
        """The matter with this id, or that the record with this id tells of, also where no record of it counts any
        more; None if there is none."""
        part = part_of(subject)
        if part is None or self.live.kept(subject) is None:
            return None
        view = {
            COMMITMENTS: self.commitment,
            "meetings": self.meeting,
            "texts": self.text,
            ITEMS: self.item,
            "referrals": self.referral,
            "releases": self.releases.view,
            "contingencies": self.contingency,
            "characterisations": self.characterisation,
            ANSWERS: self.answers.view,
        }[part]
        return view(self.live.matter_of(subject))

    def all(self) -> Iterator[Matter]:
        """Every matter of which a record counts, by kind, and then by the moment at which it became known."""
        for part in PARTS.values():
            found = [self.find(matter) for matter, _ in self.live.matters(part)]
            yield from sorted(filter(None, found), key=lambda matter: (matter.reports[0].known_at, matter.id))


def find_matter(snapshot: Snapshot, subject: str, today: date) -> Matter | None:
    """The matter with this id, or that the record with this id tells of; None if there is none."""
    return Views(snapshot, today).find(subject)


def all_matters(snapshot: Snapshot, today: date) -> tuple[Matter, ...]:
    """Every matter of the docket as of ``today``, by kind and then by the moment at which it became known: for
    exports and search."""
    return tuple(Views(snapshot, today).all())
