"""The commitments, meetings, texts, referrals and releases of an answer -> Business that stands in the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rejoinder.learned.endpoint.answers import Unfit, as_kind, as_list, as_object, as_quote, as_truth
from rejoinder.learned.endpoint.ground import Ground, date_in, days_of, limit_of
from rejoinder.model import (
    Actor,
    Business,
    Commitment,
    Consent,
    Due,
    Interval,
    Meeting,
    MeetingStatus,
    Passage,
    Referral,
    Release,
    Span,
    Statement,
    TabledText,
    TextItem,
    TextKind,
    TimeExpression,
)

DEEPEST = 4
"""How deep items stand within items, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dealings of one answer are made with.

    ``statements``  by the ids that the answer gave them
    ``dates``       of the story, those in speech read from the day of speaking
    ``reason``      who read it
    """

    ground: Ground
    statements: Mapping[str, Statement]
    dates: Sequence[TimeExpression]
    reason: str

    def near(self, span: Span) -> tuple[Span, ...]:
        return self.ground.around(span)


def find_dealings(asked: Asked, answer: Mapping[str, Any]) -> Business:
    """The business that one answer gives; what is in doubt goes to the doubts of its ground."""
    taken = asked.ground.taken
    return Business(
        commitments=tuple(taken(answer.get("commitments"), "commitment", lambda item: _commitment(asked, item))),
        meetings=tuple(taken(answer.get("meetings"), "meeting", lambda item: _meeting(asked, item))),
        texts=tuple(taken(answer.get("texts"), "text", lambda item: _text(asked, item))),
        referrals=tuple(taken(answer.get("referrals"), "referral", lambda item: _referral(asked, item))),
        releases=tuple(taken(answer.get("releases"), "release", lambda item: _release(asked, item))),
    )


def _commitment(asked: Asked, value: Any) -> Commitment:
    ground, given = asked.ground, as_object(value, "commitment")
    debtor = ground.actor(given.get("debtor"), "debtor")
    if debtor is None:
        raise Unfit("endpoint-no-debtor", "The endpoint gives a commitment of nobody whom the story names.")
    ids = [item for item in as_list(given.get("statements"), "commitment") if isinstance(item, str)]
    uttered = {item: asked.statements[item] for item in ids if item in asked.statements}
    speech = [statement.content.span for statement in uttered.values()]
    action = ground.passage(as_quote(given.get("action"), "action"), "action", speech)
    near = asked.near(action.span)
    return Commitment(
        id="",
        debtor=debtor,
        creditor=ground.actor(given.get("creditor"), "creditor"),
        action=action,
        condition=ground.some_passage(given.get("condition"), "condition", near),
        made_on=_days(asked, given.get("made_on"), "day of undertaking", near),
        due=_due(asked, given.get("due"), near),
        reported_by=ground.actors(given.get("reported_by"), "reporter"),
        statements=tuple(statement.id for statement in uttered.values()),
        mentions=_mentions(asked, given.get("mentions"), action, speech),
        reason=asked.reason,
    )


def _mentions(asked: Asked, value: Any, action: Passage, near: Sequence[Span]) -> tuple[Passage, ...]:
    """All passages that utter a commitment, the action among them, in the order of the text."""
    given = [asked.ground.some_passage(item, "mention", near) for item in as_list(value, "commitment")]
    return tuple(sorted({action, *(item for item in given if item is not None)}, key=lambda item: item.span))


def _due(asked: Asked, value: Any, near: Sequence[Span]) -> Due | None:
    """By when: the words, and the days as the program reads them; words that it cannot read stand without days."""
    passage = asked.ground.some_passage(value, "time", near)
    if passage is None:
        return None
    date = date_in(asked.dates, passage)
    if date is None:
        return Due(passage.exact, Interval(None, None))
    return Due(passage.exact, limit_of(asked.ground.text, date) or Interval(None, None), date.rule)


def _days(asked: Asked, value: Any, what: str, near: Sequence[Span]) -> Interval | None:
    return days_of(asked.dates, asked.ground.some_passage(value, what, near))


def _meeting(asked: Asked, value: Any) -> Meeting:
    ground, given = asked.ground, as_object(value, "meeting")
    passage = ground.passage(as_quote(given.get("passage"), "meeting"), "meeting")
    participants = ground.actors(given.get("participants"), "participant")
    if not participants:
        raise Unfit("endpoint-nobody-meets", "The endpoint gives a meeting of nobody whom the story names.")
    return Meeting(
        participants=participants,
        place=ground.name(given.get("place"), "place"),
        forum=ground.name(given.get("forum"), "forum"),
        when=_days(asked, given.get("when"), "day of a meeting", asked.near(passage.span)),
        status=as_kind(given.get("status"), MeetingStatus, "meeting"),
        passage=passage,
        reason=asked.reason,
    )


def _text(asked: Asked, value: Any) -> TabledText:
    ground, given = asked.ground, as_object(value, "text")
    passage = ground.passage(as_quote(given.get("passage"), "text"), "text")
    return TabledText(
        by=ground.actor(given.get("by"), "author"),
        to=ground.actors(given.get("to"), "receiver"),
        kind=as_kind(given.get("kind"), TextKind, "text"),
        title=ground.name(given.get("title"), "title"),
        when=_days(asked, given.get("when"), "day of a text", asked.near(passage.span)),
        items=_items(asked, given.get("items"), 1),
        passage=passage,
        reason=asked.reason,
    )


def _items(asked: Asked, value: Any, depth: int) -> tuple[TextItem, ...]:
    """The items of a text whose words stand in the story; deeper ones than there can be are left out."""
    if value and depth > DEEPEST:
        asked.ground.doubt(Unfit("endpoint-too-deep", f"The endpoint gives items deeper than {DEEPEST} within others."))
        return ()
    return tuple(asked.ground.taken(value, "item", lambda item: _item(asked, item, depth)))


def _item(asked: Asked, value: Any, depth: int) -> TextItem:
    given = as_object(value, "item")
    wording = asked.ground.passage(as_quote(given.get("wording"), "item"), "item")
    return TextItem(wording, _items(asked, given.get("items"), depth + 1))


def _referral(asked: Asked, value: Any) -> Referral:
    ground, given = asked.ground, as_object(value, "referral")
    passage = ground.passage(as_quote(given.get("passage"), "referral"), "referral")
    origin, destination = ground.name(given.get("from"), "forum"), ground.name(given.get("to"), "forum")
    what = ground.some_passage(given.get("what"), "thing referred", asked.near(passage.span))
    if origin is None and destination is None and what is None:
        raise Unfit("endpoint-nothing-moves", "The endpoint gives a referral of nothing, from nowhere to nowhere.")
    return Referral(
        what=what,
        origin=origin,
        destination=destination,
        by=ground.actor(given.get("by"), "mover"),
        tabler_agrees=as_truth(given.get("tabler_agrees"), "referral"),
        passage=passage,
        reason=asked.reason,
    )


def _release(asked: Asked, value: Any) -> Release:
    ground, given = asked.ground, as_object(value, "release")
    passage = ground.passage(as_quote(given.get("passage"), "release"), "release")
    return Release(
        of=ground.some_passage(given.get("of"), "text to be released", asked.near(passage.span)),
        wanted_by=_anyone(asked, given, "wanted_by"),
        consent_of=_anyone(asked, given, "consent_of"),
        state=as_kind(given.get("state"), Consent, "release"),
        passage=passage,
        reason=asked.reason,
    )


def _anyone(asked: Asked, given: Mapping[str, Any], key: str) -> Actor | None:
    return asked.ground.actor(given.get(key), "side of a release")
