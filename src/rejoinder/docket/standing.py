"""Where things stand: a snapshot and a day in, what is open, due, moved, quiet, newly public and changed out.

The tool counts and quotes; whatever stands here carries its matter, its evidence, and on whose word it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from heapq import nlargest, nsmallest

from rejoinder.docket.calendars import AS_SAID, Reckoning
from rejoinder.docket.changes import Changed, Since, find_changes
from rejoinder.docket.commitments import PART as COMMITMENTS
from rejoinder.docket.commitments import Position
from rejoinder.docket.live import ITEMS, PARTS
from rejoinder.docket.matters import (
    CharacterisationMatter,
    CommitmentMatter,
    CommitmentState,
    ContingencyMatter,
    ItemMatter,
    MeetingMatter,
    QuietItem,
    ReferralMatter,
    ReleaseMatter,
    TextMatter,
)
from rejoinder.docket.quiet import Mentions, count_mentions, silence_of
from rejoinder.docket.snapshot import Snapshot
from rejoinder.docket.views import Views
from rejoinder.model import Consent

MOST = 100
"""How many lines of each part are listed unless more are asked for."""
_FIRST = (
    CommitmentState.OVERDUE,
    CommitmentState.DUE,
    CommitmentState.DISPUTED,
    CommitmentState.PART_DISCHARGED,
    CommitmentState.ACTIVE,
    CommitmentState.CONDITIONAL,
)
"""The order in which a desk needs what is open."""
_PLACES = {state: place for place, state in enumerate(_FIRST)}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand as of ``today`` (the end of that day).

    ``promises``    open commitments, in the order in which a desk needs them: overdue, due, disputed, those with a
                    later date by date, those with none; conditional ones last
    ``settled``     commitments that were settled (discharged, cancelled ...), the latest first
    ``items``       open items, by text and place
    ``meetings``    next meetings by day, those without a day last
    ``quiet``       open items that nobody spoke of since a meeting was held, the longest first
    ``public``      texts that came to be public, leaked ones among them, the latest first
    ``releases``    texts about whose publication the sides are not done
    ``referrals``   items on their way to another forum, contested ones first
    ``contingencies``   next steps that hang on what has not happened, and those whose trigger has
    ``characterised``   what each side calls answered, main or secondary, by side and time
    ``changed``     what changed since the moment that was asked for; empty if none was
    ``counts``      how many there are, also of those not listed: ``sources``, ``statements``, each part of the
                    docket, each state of a commitment, ``open items``, ``quiet items``, ``unconfirmed``

    No part lists more than was asked for, the first in its order.
    """

    today: date
    seq: int
    promises: tuple[CommitmentMatter, ...] = ()
    settled: tuple[CommitmentMatter, ...] = ()
    items: tuple[ItemMatter, ...] = ()
    meetings: tuple[MeetingMatter, ...] = ()
    quiet: tuple[QuietItem, ...] = ()
    public: tuple[TextMatter | ReleaseMatter, ...] = ()
    releases: tuple[ReleaseMatter, ...] = ()
    referrals: tuple[ReferralMatter, ...] = ()
    contingencies: tuple[ContingencyMatter, ...] = ()
    characterised: tuple[CharacterisationMatter, ...] = ()
    changed: tuple[Changed, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def where_it_stands(
    snapshot: Snapshot,
    today: date,
    since: Since | None = None,
    *,
    reckoning: Reckoning = AS_SAID,
    most: int = MOST,
) -> Standing:
    """What there is to know at the end of ``today``. The snapshot is one of entries known by then. ``since`` asks for
    what changed, ``reckoning`` tells the countries and zones of the parties, ``most`` how much is listed."""
    views = Views(snapshot, today, reckoning)
    counts = _count_parts(views)
    promises, settled = _list_promises(views, most, counts)
    items, quiet = _list_items(views, most, counts)
    return Standing(
        today,
        snapshot.seq,
        promises=promises,
        settled=settled,
        items=items,
        meetings=tuple(views.meeting(matter) for _, matter in views.deeds.planned(today)[:most]),
        quiet=quiet,
        public=_list_public(views, most),
        releases=_list_releases(views, most),
        referrals=_list_referrals(views, most),
        contingencies=tuple(views.contingency(name) for name in _latest(views, "contingencies", most)),
        characterised=_list_characterised(views, most),
        changed=tuple(find_changes(views, since)) if since is not None else (),
        counts=dict(counts),
    )


def _count_parts(views: Views) -> Counter[str]:
    counts = Counter({part: len(views.live.matters(part)) for part in PARTS.values()})
    counts["sources"] = len(views.snapshot.sources)
    counts["statements"] = len(views.snapshot.statements)
    judged = views.live.verdicts.backings
    by_hand = sum(kept.by is not None for part in views.live.parts.values() for kept in part.values())
    counts["unconfirmed"] = (
        sum(map(len, views.live.parts.values()))
        - by_hand
        - sum(subject in part for subject in judged for part in views.live.parts.values())
    )
    return counts


def _list_promises(
    views: Views, most: int, counts: Counter[str]
) -> tuple[tuple[CommitmentMatter, ...], tuple[CommitmentMatter, ...]]:
    stands = [
        (matter, members, views.commitments.position(matter, members))
        for matter, members in views.live.matters(COMMITMENTS)
    ]
    counts.update(position.state.value for _, _, position in stands)
    standing = nsmallest(
        most, (stand for stand in stands if stand[2].state.open), key=lambda stand: _urgency(stand[2], stand[0])
    )
    settled = nlargest(
        most,
        (stand for stand in stands if not stand[2].state.open),
        key=lambda stand: (stand[2].since or date.min, stand[0]),
    )
    return (
        tuple(views.commitments.view(matter, members) for matter, members, _ in standing),
        tuple(views.commitments.view(matter, members) for matter, members, _ in settled),
    )


def _urgency(position: Position, matter: str) -> tuple[int, date, str]:
    """Overdue first, the longest overdue before others; then due by the last day; those without a day last."""
    latest = position.term.latest if position.term else None
    return _PLACES[position.state], latest or date.max, matter


def _list_items(views: Views, most: int, counts: Counter[str]) -> tuple[tuple[ItemMatter, ...], tuple[QuietItem, ...]]:
    closed = views.texts.closed_items()
    still = [(matter, members[0]) for matter, members in views.live.matters(ITEMS) if matter not in closed]
    mentions = count_mentions(views.live, views.spoken, (matter for matter, _ in still), views.today)
    quiet = sorted(_find_quiet(views, still, mentions), key=lambda found: (-found[0], found[1]))
    counts["open items"], counts["quiet items"] = len(still), len(quiet)
    ordered = nsmallest(most, still, key=lambda item: _place_of_item(views, item[1]))
    return (
        tuple(views.texts.view_item(matter) for matter, _ in ordered),
        tuple(_show_quiet(views, matter, count, mentions[matter]) for count, matter in quiet[:most]),
    )


def _place_of_item(views: Views, name: str) -> tuple[int, str, int, str]:
    """The latest texts first, their items in their order."""
    item = views.live.items[name]
    return -views.live.parts["texts"][item.text].day, item.text, item.start, name


def _find_quiet(
    views: Views, items: Iterable[tuple[str, str]], mentions: Mapping[str, Mentions]
) -> Iterable[tuple[int, str]]:
    for matter, name in items:
        text = views.live.parts["texts"][views.live.items[name].text]
        side = text.keys.partition("|")[0].lstrip("~?") or None
        tabled = date.fromordinal(text.day)
        count = silence_of(views.deeds, side, tabled, mentions[matter], views.today)
        if count:
            yield count, matter


def _show_quiet(views: Views, matter: str, count: int, mentions: Mentions) -> QuietItem:
    on, statement = mentions.last or (None, None)
    return QuietItem(views.texts.view_item(matter), dict(sorted(mentions.weeks.items())), on, statement, count)


def _list_public(views: Views, most: int) -> tuple[TextMatter | ReleaseMatter, ...]:
    """Texts that are public, and releases that came out of which the text is not in the docket."""
    texts = {**views.texts.published(), **views.releases.of_text}
    alone = [one for one in views.releases.out if one.text is None]
    found = [(one.public_on or date.min, one.matter) for one in alone]
    found += [(told.public_on or date.min, text) for text, told in texts.items()]
    shown = (
        views.text(name) if name in texts else views.releases.view(name)
        for _, name in sorted(found, reverse=True)[:most]
    )
    return tuple(shown)


def _list_releases(views: Views, most: int) -> tuple[ReleaseMatter, ...]:
    shown = (views.releases.view(name) for name in _latest(views, "releases", most))
    return tuple(one for one in shown if one.publication is None and one.state is not Consent.LAPSED)


def _list_referrals(views: Views, most: int) -> tuple[ReferralMatter, ...]:
    shown = [views.referral(name) for name in _latest(views, "referrals", most)]
    return tuple(sorted(shown, key=lambda one: not one.contested))


def _list_characterised(views: Views, most: int) -> tuple[CharacterisationMatter, ...]:
    shown = [views.characterisation(name) for name in _latest(views, "characterisations", most)]
    return tuple(sorted(shown, key=lambda one: (one.by.party or one.by.name) if one.by else ""))


def _latest(views: Views, part: str, most: int) -> list[str]:
    """The matters of a part that were last told of, the latest first."""
    kept = views.live.parts[part]
    last = [(kept[members[-1]].known, matter) for matter, members in views.live.matters(part)]
    return [matter for _, matter in sorted(last, reverse=True)[:most]]
