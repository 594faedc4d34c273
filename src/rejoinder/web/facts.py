"""Records and matters -> what pages say of them: a line that says what it is, and facts with their names.

Our words are translated; the words of others are handed on as they stand, and marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, singledispatch
from typing import Any

from django.utils import formats
from django.utils.translation import get_language, gettext, ngettext, pgettext

from rejoinder.docket.claims import Claim, ClaimKind
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
from rejoinder.model import (
    Actor,
    Answer,
    Characterisation,
    Commitment,
    Contingency,
    Due,
    Interval,
    Meeting,
    Passage,
    Referral,
    Release,
    Statement,
    TabledText,
)

LONG = 600


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known: its name, and what it is; ``quoted`` where these are the words of a source."""

    name: str
    said: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """What a matter is, in a line: who (our words), and what in the words of a source."""

    who: str
    words: str


def shown_day(value: date | None) -> str:
    """A day in the words of the reader's language: Wed 26 Jan 2022."""
    return _shown_day(value, get_language()) if value is not None else ""


@lru_cache(maxsize=8192)
def _shown_day(value: date, language: str | None) -> str:
    """The same, kept: a long page shows a few days hundreds of times."""
    del language
    return formats.date_format(value, "D j M Y")


def shown_days(interval: Interval | None) -> str:
    """An interval: one day, from a day to a day, or a limit."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return gettext("no date")
    if interval.earliest is None:
        return gettext("by {day}").format(day=shown_day(interval.latest))
    if interval.latest is None:
        return gettext("from {day}").format(day=shown_day(interval.earliest))
    if interval.earliest == interval.latest:
        return shown_day(interval.earliest)
    return f"{shown_day(interval.earliest)} – {shown_day(interval.latest)}"


def shown_actor(actor: Actor | None) -> str:
    """Ilse Varga, water minister (Lower Halvern)."""
    if actor is None:
        return ""
    post = actor.post if actor.post and actor.post.casefold() not in actor.name.casefold() else None
    name = f"{actor.name}, {post}" if post else actor.name
    return f"{name} ({actor.party})" if actor.party and actor.party != actor.name else name


def shown_actors(actors: Iterable[Actor | None]) -> str:
    """Actors, parted by commas or semicolons."""
    shown = [shown_actor(actor) for actor in actors if actor is not None]
    return ("; " if any("," in name for name in shown) else ", ").join(shown)


def side(actor: Actor | None) -> str:
    """The side that an actor stands for."""
    return (actor.party or actor.name) if actor is not None else ""


def shown_due(due: Due) -> str:
    """“next week”, read as 24 to 30 January."""
    return gettext("“{words}”, read as {days}").format(words=due.text, days=shown_days(due.interval))


_CALLED = {
    ("kind", "commitment"): "promise",
    ("kind", "contingency"): "next step",
    ("kind", "release"): "publication",
    ("kind", "characterisation"): "what a side calls it",
    ("kind", "answer"): "what a reply does with an item",
    ("disposition", "deflected"): "sent elsewhere",
    ("disposition", "deferred"): "put off",
    ("disposition", "accepted_with_change"): "accepted with a change",
    ("row", "not_addressed"): "not addressed by the replies in hand",
    ("row", "untold"): "a reply is in hand; what it does is not on record",
    ("row", "claimed"): "no reply in hand; what is said of it",
    ("row", "no_reply"): "no reply in hand, nothing said of it",
    ("row", "deflected"): "sent elsewhere",
    ("row", "deferred"): "put off",
    ("row", "accepted_with_change"): "accepted with a change",
    ("row", "introduces"): "only introduces other items",
    ("row", "agreed"): "agreed ad referendum",
    ("row", "dropped"): "not in the later version any more",
    ("field", "disposition"): "what the reply does with it",
    ("field", "passages"): "passages of the reply",
    ("field", "made_on"): "made on",
    ("field", "said_on"): "said on",
}
"""What people call a thing, where the docket has another word for it."""


def word(kind: str, value: object) -> str:
    """A value of the docket as a word of the reader's language."""
    name = str(getattr(value, "value", value))
    plain = name.replace("_", " ")
    told = pgettext(kind, plain)
    return told if told != plain else _CALLED.get((kind, name), plain)


def short(words: str) -> str:
    """Words on one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= LONG else f"{line[:LONG]} …"


def _between(one: Actor | None, others: Iterable[Actor | None]) -> str:
    to = ", ".join(side(other) for other in others if other is not None)
    return " → ".join(part for part in (side(one), to) if part)


@singledispatch
def headline(matter: Matter) -> Headline:
    """What a matter is."""
    return Headline("", short(matter.words))


@headline.register
def _(matter: CommitmentMatter) -> Headline:
    return Headline(_between(matter.debtor, [matter.creditor]), short(matter.action.exact))


@headline.register
def _(matter: MeetingMatter) -> Headline:
    names = shown_actors(matter.participants)
    place = ", ".join(part for part in (matter.forum, matter.place) if part)
    return Headline(" · ".join(part for part in (names, place) if part), short(matter.words))


@headline.register
def _(matter: TextMatter) -> Headline:
    title = matter.titles[0] if matter.titles else matter.words
    who = _between(matter.by, matter.to)
    kind = word("text", matter.text_kind)
    return Headline(f"{kind}, {who}" if who else kind, short(title))


@headline.register
def _(matter: ItemMatter) -> Headline:
    return Headline(side(matter.by), short(matter.wordings[-1].exact))


@headline.register
def _(matter: ReferralMatter) -> Headline:
    way = " → ".join(part for part in (matter.origin, matter.destination) if part)
    return Headline(": ".join(part for part in (side(matter.by), way) if part), short(_exact(matter.what, matter)))


@headline.register
def _(matter: ReleaseMatter) -> Headline:
    return Headline(side(matter.wanted_by), short(_exact(matter.of, matter)))


@headline.register
def _(matter: ContingencyMatter) -> Headline:
    return Headline(shown_actors(matter.actors), short(f"{matter.trigger.exact} → {matter.step.exact}"))


@headline.register
def _(matter: CharacterisationMatter) -> Headline:
    who = " ".join(part for part in (side(matter.by), word("called", matter.standing)) if part)
    return Headline(who, short(_exact(matter.of, matter)))


@headline.register
def _(matter: AnswerMatter) -> Headline:
    who = " ".join(part for part in (side(matter.by), word("disposition", matter.disposition)) if part)
    return Headline(who, short(matter.wording.exact))


def _exact(passage: Passage | None, matter: Matter) -> str:
    return passage.exact if passage is not None else matter.words


def facts_of(record: Any) -> tuple[Fact, ...]:
    """What a record says, fact by fact; what it leaves open is left out."""
    return tuple(fact for fact in _facts(record) if fact.said)


def words_of(record: Any) -> str:
    """The words that a record is about."""
    if isinstance(record, Statement):
        return short(record.content.exact)
    if isinstance(record, Answer) and not record.links:
        return short(record.wording.exact)
    for name in ("action", "step", "words", "passage"):
        passage = getattr(record, name, None)
        if passage is not None:
            return short(passage.exact)
    return ""


@singledispatch
def _facts(record: Any) -> Iterator[Fact]:
    del record
    yield from ()


@_facts.register
def _(record: Statement) -> Iterator[Fact]:
    yield Fact(gettext("Act"), word("act", record.act))
    yield Fact(gettext("Said by"), shown_actor(record.speaker) or gettext("somebody who is not clear"))
    yield Fact(gettext("Reported by"), shown_actors(record.via))
    yield Fact(gettext("To"), record.addressee or "", quoted=True)
    yield Fact(gettext("Where"), record.venue or "", quoted=True)
    yield Fact(gettext("On"), shown_days(record.said_on.interval) if record.said_on else "")


@_facts.register
def _(record: Commitment) -> Iterator[Fact]:
    yield Fact(gettext("Bound"), shown_actor(record.debtor))
    yield Fact(gettext("To"), shown_actor(record.creditor))
    yield Fact(gettext("Due"), shown_due(record.due) if record.due else gettext("no date"))
    yield Fact(gettext("If"), record.condition.exact if record.condition else "", quoted=True)
    yield Fact(gettext("Made on"), shown_days(record.made_on) if record.made_on else "")
    yield Fact(gettext("Reported by"), shown_actors(record.reported_by))
    mentions = len(record.mentions)
    if mentions > 1:
        yield Fact(
            gettext("Uttered"), ngettext("{count} time here", "{count} times here", mentions).format(count=mentions)
        )


@_facts.register
def _(record: Contingency) -> Iterator[Fact]:
    yield Fact(gettext("Hangs on"), record.trigger.exact, quoted=True)
    yield Fact(gettext("Who acts"), shown_actors(record.actors))
    yield Fact(gettext("Who decides"), shown_actor(record.decider))


@_facts.register
def _(record: Meeting) -> Iterator[Fact]:
    yield Fact(gettext("Status"), word("meeting", record.status))
    yield Fact(gettext("Who"), shown_actors(record.participants))
    yield Fact(gettext("Forum"), record.forum or "")
    yield Fact(gettext("Where"), record.place or "")
    yield Fact(gettext("When"), shown_days(record.when) if record.when else gettext("no date"))
    yield Fact(gettext("Moved from"), shown_days(record.moved_from) if record.moved_from else "")


@_facts.register
def _(record: TabledText) -> Iterator[Fact]:
    yield Fact(gettext("Kind"), word("text", record.kind))
    yield Fact(gettext("By"), shown_actor(record.by))
    yield Fact(gettext("To"), shown_actors(record.to))
    yield Fact(gettext("Called"), record.title or "", quoted=True)
    yield Fact(gettext("When"), shown_days(record.when) if record.when else "")
    yield Fact(gettext("Published"), shown_days(record.published) if record.published else "")


@_facts.register
def _(record: Referral) -> Iterator[Fact]:
    yield Fact(gettext("What"), record.what.exact if record.what else "", quoted=True)
    yield Fact(gettext("From"), record.origin or "")
    yield Fact(gettext("To"), record.destination or "")
    yield Fact(gettext("By"), shown_actor(record.by))
    agrees = {True: gettext("agrees"), False: gettext("does not agree"), None: ""}
    yield Fact(gettext("Its author"), agrees[record.tabler_agrees])


@_facts.register
def _(record: Release) -> Iterator[Fact]:
    yield Fact(gettext("What"), record.of.exact if record.of else "", quoted=True)
    yield Fact(gettext("Wanted by"), shown_actor(record.wanted_by))
    yield Fact(gettext("Consent of"), shown_actor(record.consent_of))
    yield Fact(gettext("Consent"), word("consent", record.state))
    yield Fact(gettext("Known how"), word("publication", record.publication) if record.publication else "")


@_facts.register
def _(record: Characterisation) -> Iterator[Fact]:
    yield Fact(gettext("Called"), word("called", record.standing))
    yield Fact(gettext("By"), shown_actor(record.by))
    yield Fact(gettext("What"), record.of.exact if record.of else "", quoted=True)


@_facts.register
def _(record: Answer) -> Iterator[Fact]:
    yield Fact(gettext("Where it stands"), word("disposition", record.disposition))
    yield Fact(gettext("As tabled"), short(record.wording.exact) if record.links else "", quoted=True)
    for link in record.links:
        yield Fact(gettext("Replied"), short(link.passage.exact), quoted=True)
        yield Fact(gettext("Instead"), short(link.counter.exact) if link.counter else "", quoted=True)


def shown_claim(claim: Claim) -> str:
    """Who says what of an item: Ada Lind (Ostmark), Sat 12 Mar 2022: calls it not answered."""
    who = shown_actor(claim.by) or gettext("the source")
    return gettext("{who}, {day}: {what}").format(who=who, day=shown_day(claim.on), what=_claimed(claim))


def _claimed(claim: Claim) -> str:
    if claim.kind is ClaimKind.CALLED:
        return gettext("calls it {what}").format(what=word("called", claim.what))
    if claim.kind is ClaimKind.SAID:
        return word("act", claim.what)
    forum = claim.what or gettext("another forum")
    moved = gettext("moves it to {forum}").format(forum=forum)
    agrees = {True: gettext("its author agrees"), False: gettext("its author does not agree"), None: ""}[claim.agrees]
    return f"{moved}; {agrees}" if agrees else moved


_SILENT = "The reply does not mention it."


def shown_silence(answer: AnswerMatter) -> str:
    """Why a reply is taken to be silent on an item."""
    return gettext("The reply does not mention it.") if answer.reason == _SILENT else answer.reason
