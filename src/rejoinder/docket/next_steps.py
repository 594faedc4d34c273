"""What is sent elsewhere, what hangs on what, and what each side calls a thing: what counts in a docket in, referrals,
contingencies and characterisations out.
"""

from __future__ import annotations

from rejoinder.docket.live import Live
from rejoinder.docket.matters import (
    Backing,
    CharacterisationMatter,
    ContingencyMatter,
    Footing,
    MatterKind,
    ReferralMatter,
    Settlement,
)
from rejoinder.docket.sameness import item_stems, last_day
from rejoinder.docket.spoken import Spoken
from rejoinder.docket.telling import tell
from rejoinder.model import Characterisation, Contingency, Referral, Relation


def view_referral(live: Live, matter: str) -> ReferralMatter:
    """One referral, whole. It is contested if the side that tabled the item does not agree, in any telling."""
    told = tell(live, "referrals", Referral, matter)
    return ReferralMatter(
        id=matter,
        kind=MatterKind.REFERRAL,
        reports=told.reports,
        backing=told.backing,
        what=told.first("what"),
        origin=told.first("origin"),
        destination=told.first("destination"),
        by=told.first("by"),
        tabler_agrees=told.last("tabler_agrees"),
        contested=any(one.record.tabler_agrees is False for one in told.counting),
    )


def view_contingency(live: Live, matter: str) -> ContingencyMatter:
    """One next step, whole. Its trigger has happened when a person has said so by a link that detaches it."""
    told = tell(live, "contingencies", Contingency, matter)
    first = told.counting[0].record
    return ContingencyMatter(
        id=matter,
        kind=MatterKind.CONTINGENCY,
        reports=told.reports,
        backing=told.backing,
        trigger=first.trigger,
        step=first.step,
        actors=max((one.record.actors for one in told.counting), key=len),
        decider=told.first("decider"),
        happened=_happened(live, matter),
    )


def view_characterisation(live: Live, spoken: Spoken, matter: str) -> CharacterisationMatter:
    """What a side says of a thing, and the item that it says it of, if exactly one is spoken of."""
    told = tell(live, "characterisations", Characterisation, matter)
    first = told.counting[0].record
    items = spoken.find(item_stems(first.of.exact)) if first.of else set()
    return CharacterisationMatter(
        id=matter,
        kind=MatterKind.CHARACTERISATION,
        reports=told.reports,
        backing=told.backing,
        standing=first.standing,
        by=first.by,
        of=first.of,
        quoted=first.words,
        about=min(items) if len(items) == 1 else None,
    )


def _happened(live: Live, matter: str) -> Settlement | None:
    for link in live.links.get(matter, ()):
        if link.relation is Relation.DETACHES:
            backing = Backing(Footing.ENTERED, link.by, link.at, link.reason)
            reason = f"{link.by}: this has happened."
            return Settlement(link.relation, link.subject, last_day(link.happened), backing, reason)
    return None
