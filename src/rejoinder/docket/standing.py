"""Where things stand: a snapshot and a day in, what is open, due, moved, quiet, newly public and changed out.

The tool counts and quotes; whatever stands here carries its matter, its evidence, and on whose word it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nsmallest
from itertools import islice
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from rejoinder.docket.calendars import AS_SAID, Reckoning
from rejoinder.docket.changes import Changed, Since, find_changes
from rejoinder.docket.commitments import PART as COMMITMENTS
from rejoinder.docket.commitments import Position
from rejoinder.docket.live import ITEMS, PARTS, Live
from rejoinder.docket.matters import (
    AnswerMatter,
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
from rejoinder.docket.quiet import Mentions, silence_of
from rejoinder.docket.snapshot import Snapshot
from rejoinder.docket.views import Views
from rejoinder.model import Consent

T = TypeVar("T")
M = TypeVar("M")
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


class Wanted(Protocol):
    """What is asked for of a docket."""

    def may_hold(self, live: Live, part: str, members: Sequence[str]) -> bool:
        """Whether a matter may be asked for, by the little that is kept of its records."""

    def may_stand(self, state: CommitmentState) -> bool:
        """Whether a commitment in this state may be."""

    def holds_for(self, matter: Any) -> bool:
        """Whether it is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand as of ``today`` (the end of that day).

    ``promises``    open commitments, in the order in which a desk needs them: overdue, due, disputed, those with a
                    later date by date, those with none; conditional ones last
    ``settled``     commitments that were settled (discharged, cancelled ...), the latest first
    ``items``       open items, by text and place
    ``answers``     what replies in hand do with the items that are listed
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
    answers: tuple[AnswerMatter, ...] = ()
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
    standing = standing_of(views, most)
    return standing if since is None else replace(standing, changed=tuple(find_changes(views, since)))


def standing_of(views: Views, most: int = MOST, wanted: Wanted | None = None) -> Standing:
    """The same of a docket of which there are views already; of what is ``wanted``, the first of all those and not
    those among the first. The counts are those of the whole docket."""
    today = views.today
    counts = _count_parts(views)
    some = _Some(views, most, wanted)
    promises, settled = _list_promises(some, counts)
    items, quiet = _list_items(some, counts)
    meetings = [matter for _, matter in views.deeds.planned(today)]
    return Standing(
        today,
        views.snapshot.seq,
        promises=promises,
        settled=settled,
        items=items,
        answers=tuple(views.answers.view(name) for item in items for name in item.answers),
        meetings=some.first(meetings, views.meeting),
        quiet=quiet,
        public=_list_public(some),
        releases=_list_releases(some),
        referrals=_list_referrals(some),
        contingencies=some.first(_latest(some, "contingencies"), views.contingency),
        characterised=_list_characterised(some),
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


@dataclass(frozen=True, slots=True)
class _Some:
    """So many of what is wanted, in the order in which it is given."""

    views: Views
    most: int
    wanted: Wanted | None

    def may(self, part: str, members: Sequence[str]) -> bool:
        return self.wanted is None or self.wanted.may_hold(self.views.live, part, members)

    def may_stand(self, position: Position) -> bool:
        return self.wanted is None or self.wanted.may_stand(position.state)

    def matters(self, part: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(matter, members) for matter, members in self.views.live.matters(part) if self.may(part, members)]

    def ordered(self, found: Iterable[T], key: Callable[[T], Any]) -> list[T]:
        """In order: no more than are listed, where none of them is left out for what it turns out to be."""
        return nsmallest(self.most, found, key) if self.wanted is None else sorted(found, key=key)

    def first(self, names: Iterable[str], view: Callable[[str], M]) -> tuple[M, ...]:
        wanted = self.wanted
        shown = map(view, names)
        return tuple(islice((one for one in shown if wanted is None or wanted.holds_for(one)), self.most))


def _list_promises(
    some: _Some, counts: Counter[str]
) -> tuple[tuple[CommitmentMatter, ...], tuple[CommitmentMatter, ...]]:
    views = some.views
    counts.update(position.state.value for _, _, position in views.stands)
    stands = [stand for stand in views.stands if some.may(COMMITMENTS, stand[1]) and some.may_stand(stand[2])]
    standing = some.ordered(
        (stand for stand in stands if stand[2].state.open), key=lambda stand: _urgency(stand[2], stand[0])
    )
    # By name, then by day: the order of equals stays, so that the latest day comes first and of one day the last name.
    settled = sorted((stand for stand in stands if not stand[2].state.open), key=itemgetter(0), reverse=True)
    settled = some.ordered(settled, key=lambda stand: -(stand[2].since or date.min).toordinal())
    return (
        some.first((matter for matter, _, _ in standing), views.commitment),
        some.first((matter for matter, _, _ in settled), views.commitment),
    )


def _urgency(position: Position, matter: str) -> tuple[int, date, str]:
    """Overdue first, the longest overdue before others; then due by the last day; those without a day last."""
    latest = position.term.latest if position.term else None
    return _PLACES[position.state], latest or date.max, matter


def _list_items(some: _Some, counts: Counter[str]) -> tuple[tuple[ItemMatter, ...], tuple[QuietItem, ...]]:
    views = some.views
    closed = views.texts.closed_items()
    still = [(matter, members[0]) for matter, members in views.live.matters(ITEMS) if matter not in closed]
    mentions = views.mentions
    quiet = sorted(_find_quiet(views, still, mentions), key=lambda found: (-found[0], found[1]))
    counts["open items"], counts["quiet items"] = len(still), len(quiet)
    asked = {matter for matter, _ in some.matters(ITEMS)}
    still = [item for item in still if item[0] in asked]
    ordered = some.ordered(still, key=lambda item: _place_of_item(views, item[1]))
    silent = {matter: count for count, matter in quiet if matter in asked}
    shown = some.first(silent, views.texts.view_item)
    return (
        some.first((matter for matter, _ in ordered), views.texts.view_item),
        tuple(_show_quiet(one, silent[one.id], mentions[one.id]) for one in shown),
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


def _show_quiet(item: ItemMatter, count: int, mentions: Mentions) -> QuietItem:
    on, statement = mentions.last or (None, None)
    return QuietItem(item, dict(sorted(mentions.weeks.items())), on, statement, count)


def _list_public(some: _Some) -> tuple[TextMatter | ReleaseMatter, ...]:
    """Texts that are public, and releases that came out of which the text is not in the docket."""
    views = some.views
    texts = {**views.texts.published(), **views.releases.of_text}
    alone = [one for one in views.releases.out if one.text is None]
    found = [(one.public_on or date.min, one.matter) for one in alone]
    found += [(told.public_on or date.min, text) for text, told in texts.items()]

    def view(name: str) -> TextMatter | ReleaseMatter:
        return views.text(name) if name in texts else views.releases.view(name)

    return some.first((name for _, name in sorted(found, reverse=True)), view)


def _list_releases(some: _Some) -> tuple[ReleaseMatter, ...]:
    shown = some.first(_latest(some, "releases"), some.views.releases.view)
    return tuple(one for one in shown if one.publication is None and one.state is not Consent.LAPSED)


def _list_referrals(some: _Some) -> tuple[ReferralMatter, ...]:
    shown = some.first(_latest(some, "referrals"), some.views.referral)
    return tuple(sorted(shown, key=lambda one: not one.contested))


def _list_characterised(some: _Some) -> tuple[CharacterisationMatter, ...]:
    shown = some.first(_latest(some, "characterisations"), some.views.characterisation)
    return tuple(sorted(shown, key=lambda one: (one.by.party or one.by.name) if one.by else ""))


def _latest(some: _Some, part: str) -> list[str]:
    """The matters of a part that were last told of, the latest first."""
    kept = some.views.live.parts[part]
    last = [(kept[members[-1]].known, matter) for matter, members in some.matters(part)]
    return [matter for _, matter in sorted(last, reverse=True)]
