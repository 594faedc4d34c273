"""When two records tell of one matter: a record in, the keys that it shares with others of the same matter out.

Two records are of one matter if they share a key and stand near each other in time, unless their claims differ: two
creditors, two days, two places, two addressees that are both named. Four kinds of keys:

``word``    ties two records that both have it
``=word``   what an item of a text in hand is in all of its versions: ties them first, and to no other such item
``~word``   the record can be meant by one that says less
``?word``   the record says so little that it means the nearest earlier one with ``~word``, else the first later one
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Any

from rejoinder.docket.short import (
    Days,
    ShortAnswer,
    ShortCharacterisation,
    ShortCommitment,
    ShortContingency,
    ShortMeeting,
    ShortReferral,
    ShortRelease,
    ShortText,
    Side,
    Words,
)
from rejoinder.docket.weighty import determiners, drafting_stems, handing_stems, stem_of, stems_in, writing_words
from rejoinder.model import Actor, Interval, Publication, RecordKind, TextKind

Claims = dict[str, frozenset[str]]
REPLY, TEXT = "reply", "text"
"""The stems of the two sorts of text: those that answer, and those that are answered."""
MOST_DAYS = 7
_MOST_SIDES = 4
_MOST_STEMS = 4
_MOST_CARRYING = 6
_FEW = 4
"""Words that stand in more parts of a text than a quarter of them, and than this, are words of the text as a whole."""
_SORTS = {TextKind.DRAFT: TEXT, TextKind.PROPOSAL: TEXT, TextKind.REPLY: REPLY, TextKind.COUNTER: REPLY}


def side_of(actor: Actor | Side | None) -> str | None:
    """The side for which somebody acts, by the one name that it has in a docket."""
    return name_of_side(actor.party or actor.name) if actor else None


@lru_cache(16_384)
def name_of_side(name: str) -> str:
    """A name as it is compared: in lower case and with single blanks."""
    return " ".join(name.casefold().split())


def sort_of(kind: TextKind) -> str:
    """The sort of a kind of text: a reply, a text to be answered, or the kind itself."""
    return _SORTS.get(kind, kind.value)


def text_sort(kind: TextKind) -> str:
    """The sort of a text as deeds go: whoever promised a reply has kept it by a letter or a paper."""
    sort = sort_of(kind)
    return sort if sort != kind.value else REPLY


def deed_of(record: ShortCommitment) -> tuple[str, list[str]]:
    """What a commitment undertakes: the stem of its deed, and those of what it is about. To give, share or send a
    text is the deed of that text."""
    named, handing = _stems_of_names(record.debtor, record.creditor), handing_stems()
    stems = [stem for stem in stems_in(record.action.exact) if stem not in named]
    core = [stem for stem in stems if stem not in handing]
    handed = bool(stems) and stems[0] in handing
    if REPLY in core and core[0] != REPLY and handed:
        core = [REPLY, *(stem for stem in core if stem != REPLY)]
    if handed and REPLY not in core and not writing_words().isdisjoint(record.action.exact.lower().split()):
        core = [REPLY, *core]
    if core and core[0] in (REPLY, TEXT) and not handed and _is_object(record.action.exact, core[0]):
        core = [*core[1:], core[0]]
    return (core[0], core[1:]) if core else ("", [])


def _is_object(action: str, deed: str) -> bool:
    """Whether the word for a text is what something is done to, not what is done: "the reply will be published"."""
    words = action.lower().split()
    first = [stem_of(word) for word in words].index(deed)
    return first > 0 and words[first - 1] in determiners()


def commitment_keys(record: ShortCommitment) -> Iterator[str]:
    """Who does what about what; who does what by when; last who does what, for those that say no more."""
    deed, about = deed_of(record)
    who = f"{side_of(record.debtor)}|{deed}"
    yield from (f"{who}|{stem}" for stem in about)
    if record.due is not None:
        yield f"{who}|{record.due.interval.earliest}|{record.due.interval.latest}"
    yield f"~{who}" if about or record.due or not deed else f"?{who}"


def meeting_keys(record: ShortMeeting) -> Iterator[str]:
    """Which two sides meet on which day; who meets there on that day; for want of a day, which two plan to meet."""
    sides = sorted({side_of(actor) or "" for actor in record.participants})[:_MOST_SIDES]
    days = [*days_of(record.when), *days_of(record.moved_from)]
    where = [name_of_side(place) for place in (record.place, record.forum) if place]
    meets = [f"{one}+{other}" for one, other in combinations(sides, 2)]
    meets += [f"{side}@{place}" for side in sides for place in where]
    if days:
        yield from (f"{who}|{day.toordinal()}" for who in meets for day in days)
    else:
        yield from (f"{who}|{record.status}" for who in meets)


def meeting_claims(record: ShortMeeting) -> Claims:
    days = [*days_of(record.when), *days_of(record.moved_from)] if _is_one_day(record.when) else []
    claims = _claims(place=name_of_side(record.place) if record.place else None)
    if days:
        claims["day"] = frozenset(day.isoformat() for day in days)
    for actor in record.participants:
        if actor.party and actor.name.casefold() != actor.party.casefold() and actor.named and " " in actor.name:
            name = f"of {name_of_side(actor.party)}"
            claims[name] = claims.get(name, frozenset()) | {name_of_side(actor.name).split()[-1]}
    return claims


def text_keys(record: ShortText) -> Iterator[str]:
    """Whose text of which sort was handed over on which day, or goes by which words."""
    if record.by is None:
        return
    who = f"{side_of(record.by)}|{sort_of(record.kind)}"
    stems = _title_stems(record)
    days = [*days_of(record.when), *days_of(record.published)]
    yield from (f"{who}|{day.toordinal()}" for day in days)
    yield from (f"{who}|{stem}" for stem in stems)
    yield f"~{who}" if days or stems else f"?{who}"


def text_claims(record: ShortText) -> Claims:
    claims: Claims = {}
    named = frozenset(name_of_side(actor.party or actor.name) for actor in record.to if actor.named)
    if named:
        claims["to"] = named
    days = [day for when in (record.when, record.published) if _is_one_day(when) for day in days_of(when)]
    if days:
        claims["day"] = frozenset(
            (day + timedelta(by)).isoformat() for day in days for by in (-1, 0, 1) if _can_shift(day, by)
        )
    return claims


def item_keys(by: Side | None, stems: Sequence[str]) -> Iterator[str]:
    """Whose item has which two of the words that carry it, or which one where it has no more."""
    side = side_of(by) or ""
    if len(stems) == 1:
        yield f"{side}|{stems[0]}"
    yield from (f"{side}|{one}|{other}" for one, other in combinations(sorted(stems), 2))


def first_stems(wording: str) -> list[str]:
    """The first stems that carry an item as a story tells it."""
    return item_stems(wording)[:_MOST_STEMS]


def carrying_stems(record: ShortText) -> list[list[str]]:
    """The first stems that carry each part of a text in hand. Words that stand in many of its parts, the names of its
    sides and words of drafting carry none of them, unless a part has no others."""
    light = drafting_stems() | _stems_of_names(record.by, *record.to)
    each = [item_stems(item.own_words) for item in record.items]
    often = Counter(stem for stems in each for stem in stems)
    most = max(_FEW, len(each) // _FEW)
    heavy = ([stem for stem in stems if often[stem] <= most and stem not in light] or stems for stems in each)
    return [stems[:_MOST_CARRYING] for stems in heavy]


def place_key(line: str, key: str) -> str:
    """What an item of a text in hand is, in all versions of the text: whatever its words and its number are."""
    return f"={line}#{key}"


def item_stems(wording: str) -> list[str]:
    """The stems of the words that carry an item."""
    handing = handing_stems()
    return [stem for stem in stems_in(wording) if stem not in handing]


def referral_keys(record: ShortReferral) -> Iterator[str]:
    """What goes to which forum; who moves something there, where it is not said what."""
    to = name_of_side(record.destination or "")
    stems = _stems(record.what)
    yield from (f"{to}|{stem}" for stem in stems)
    if not stems:
        yield f"{to}|by {side_of(record.by)}"


def release_keys(record: ShortRelease) -> Iterator[str]:
    """Which text is to be public, by any of the words that it goes by."""
    stems = _stems(record.of)
    yield from stems
    if not stems and (record.consent_of or record.wanted_by):
        yield f"{side_of(record.wanted_by)}|{side_of(record.consent_of)}"


def release_claims(record: ShortRelease) -> Claims:
    """Whose consent it needs; what a side published by itself is no text of another that is still in question, and its
    letter is not its answer."""
    if record.publication is Publication.UNILATERAL:
        sort = "letter" if record.of is not None and "letter" in record.of.exact.lower() else "text"
        return _claims(consent=f"{sort} published by {side_of(record.wanted_by)}")
    return _claims(consent=side_of(record.consent_of))


def contingency_keys(record: ShortContingency) -> Iterator[str]:
    """Whose step hangs on what."""
    actors = sorted({side_of(actor) or "" for actor in record.actors})[:_MOST_SIDES] or [""]
    stems = _stems(record.trigger)[:_MOST_STEMS]
    words = ["|".join(pair) for pair in combinations(sorted(stems), 2)] or stems
    yield from (f"{actor}|{word}" for actor in actors for word in words)


def characterisation_keys(record: ShortCharacterisation) -> Iterator[str]:
    """Who calls what so."""
    yield from (f"{side_of(record.by)}|{record.standing}|{stem}" for stem in _stems(record.of))


def answer_keys(record: ShortAnswer) -> Iterator[str]:
    """None: an item and a reply make one answer, and its id is made of both."""
    del record
    yield from ()


def no_day(record: object) -> None:
    """Records of this kind have no day of their own."""
    del record


def days_of(interval: Days | None) -> list[date]:
    """The days of an interval of at most a week; none of a longer or an open one."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return []
    count = (interval.latest - interval.earliest).days + 1
    return [interval.earliest + timedelta(by) for by in range(count)] if count <= MOST_DAYS else []


def last_day(interval: Interval | Days | None) -> date | None:
    """The latest day of an interval, else its earliest, else None."""
    return (interval.latest or interval.earliest) if interval else None


def _is_one_day(interval: Days | None) -> bool:
    return interval is not None and interval.earliest is not None and interval.earliest == interval.latest


def _can_shift(day: date, by: int) -> bool:
    return date.min.toordinal() <= day.toordinal() + by <= date.max.toordinal()


def _claims(**named: str | None) -> Claims:
    return {name: frozenset([value]) for name, value in named.items() if value}


def _stems(passage: Words | None) -> list[str]:
    return item_stems(passage.exact) if passage else []


def _title_stems(record: ShortText) -> list[str]:
    if not record.title:
        return []
    named = _stems_of_names(record.by, *record.to)
    return [stem for stem in item_stems(record.title) if stem not in (REPLY, TEXT) and stem not in named]


def _stems_of_names(*actors: Side | None) -> set[str]:
    return {stem for actor in actors if actor for stem in _stems_of_name(actor.name, actor.party)}


@lru_cache(16_384)
def _stems_of_name(name: str, party: str | None) -> frozenset[str]:
    return frozenset([*stems_in(name), *stems_in(party or "")])


@dataclass(frozen=True, slots=True)
class Rule:
    """How the records of one kind are told apart: their keys, and how many days may lie between two that a key ties;
    their claims (None: no two exclude each other); the day by which their nearness is reckoned (None: that on which
    they were known)."""

    keys: Callable[[Any], Iterator[str]]
    claims: Callable[[Any], Claims] | None
    window: int
    day: Callable[[Any], date | None] = no_day


RULES: dict[RecordKind, Rule] = {
    RecordKind.COMMITMENT: Rule(commitment_keys, None, 45, lambda record: last_day(record.made_on)),
    RecordKind.CONTINGENCY: Rule(contingency_keys, None, 60),
    RecordKind.MEETING: Rule(meeting_keys, meeting_claims, 21),
    RecordKind.TEXT: Rule(text_keys, text_claims, 60, lambda record: last_day(record.when)),
    RecordKind.REFERRAL: Rule(referral_keys, None, 120),
    RecordKind.RELEASE: Rule(release_keys, release_claims, 30),
    RecordKind.CHARACTERISATION: Rule(characterisation_keys, None, 60),
    RecordKind.ANSWER: Rule(answer_keys, None, 0),
}
ITEM_WINDOW = 3660
"""Days: an item may be spoken of after years."""
