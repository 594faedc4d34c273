"""Records read in short: the payload of a held record in, the few fields that tell one matter from another out.

These are msgspec structs that mirror the records of ``rejoinder.model`` name by name: every record of a docket is read
so when it is folded, and many again with every view, and whole records would take several times as long.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from rejoinder.model import Disposition, MeetingStatus, Publication, RecordKind, Standing, TextKind


class Side(msgspec.Struct, gc=False):
    """An actor."""

    name: str
    party: str | None = None
    named: bool = True


class Words(msgspec.Struct, gc=False):
    """A passage."""

    start: int
    end: int
    exact: str


class Days(msgspec.Struct, gc=False):
    """An interval."""

    earliest: date | None
    latest: date | None


class ShortDue(msgspec.Struct, gc=False):
    """By when something is due."""

    text: str
    interval: Days


class ShortCommitment(msgspec.Struct, gc=False):
    """A commitment."""

    debtor: Side
    creditor: Side | None
    action: Words
    condition: Words | None
    made_on: Days | None
    due: ShortDue | None


class ShortContingency(msgspec.Struct, gc=False):
    """A contingency."""

    trigger: Words
    step: Words
    actors: tuple[Side, ...]


class ShortMeeting(msgspec.Struct, gc=False):
    """A meeting."""

    participants: tuple[Side, ...]
    place: str | None
    forum: str | None
    when: Days | None
    status: MeetingStatus
    passage: Words
    moved_from: Days | None = None


class ShortPlace(msgspec.Struct, gc=False):
    """Where a part stands in a text in hand."""

    key: str
    heading: str | None = None


class ShortItem(msgspec.Struct, gc=False):
    """A part of a text."""

    wording: Words
    items: tuple[ShortItem, ...] = ()
    place: ShortPlace | None = None

    @property
    def own_words(self) -> str:
        """Its heading, where it has one of its own, and its words."""
        heading = self.place.heading if self.place else None
        return f"{heading}. {self.wording.exact}" if heading else self.wording.exact


class ShortText(msgspec.Struct, gc=False):
    """A text."""

    by: Side | None
    to: tuple[Side, ...]
    kind: TextKind
    title: str | None
    when: Days | None
    items: tuple[ShortItem, ...]
    passage: Words
    published: Days | None = None
    in_hand: bool = False
    line: str | None = None


class ShortReferral(msgspec.Struct, gc=False):
    """A referral."""

    what: Words | None
    destination: str | None
    by: Side | None
    passage: Words


class ShortRelease(msgspec.Struct, gc=False):
    """A release."""

    of: Words | None
    wanted_by: Side | None
    consent_of: Side | None
    passage: Words
    publication: Publication | None = None


class ShortCharacterisation(msgspec.Struct, gc=False):
    """A characterisation."""

    standing: Standing
    by: Side | None
    of: Words | None
    words: Words


class ShortAnswer(msgspec.Struct, gc=False):
    """An answer."""

    item: str
    text: str
    reply: str
    disposition: Disposition
    passage: Words


class ShortSpeaker(msgspec.Struct, gc=False):
    """A speaker, with the post."""

    name: str
    post: str | None = None
    party: str | None = None


class ShortSaidOn(msgspec.Struct, gc=False):
    """A day of speaking."""

    interval: Days


class ShortStatement(msgspec.Struct, gc=False):
    """A statement."""

    speaker: ShortSpeaker | None
    via: tuple[Side, ...]
    act: str
    venue: str | None
    said_on: ShortSaidOn | None
    content: Words


class HeldStatement(msgspec.Struct, tag_field="kind", tag="statement", gc=False):
    """A statement that is held."""

    record: ShortStatement


class HeldCommitment(msgspec.Struct, tag_field="kind", tag="commitment", gc=False):
    """A commitment that is held."""

    record: ShortCommitment


class HeldContingency(msgspec.Struct, tag_field="kind", tag="contingency", gc=False):
    """A contingency that is held."""

    record: ShortContingency


class HeldMeeting(msgspec.Struct, tag_field="kind", tag="meeting", gc=False):
    """A meeting that is held, here in the docket."""

    record: ShortMeeting


class HeldText(msgspec.Struct, tag_field="kind", tag="text", gc=False):
    """A text that is held."""

    record: ShortText


class HeldReferral(msgspec.Struct, tag_field="kind", tag="referral", gc=False):
    """A referral that is held."""

    record: ShortReferral


class HeldRelease(msgspec.Struct, tag_field="kind", tag="release", gc=False):
    """A release that is held."""

    record: ShortRelease


class HeldCharacterisation(msgspec.Struct, tag_field="kind", tag="characterisation", gc=False):
    """A characterisation that is held."""

    record: ShortCharacterisation


class HeldAnswer(msgspec.Struct, tag_field="kind", tag="answer", gc=False):
    """An answer that is held."""

    record: ShortAnswer


ShortBusiness = (
    ShortCommitment
    | ShortContingency
    | ShortMeeting
    | ShortText
    | ShortReferral
    | ShortRelease
    | ShortCharacterisation
    | ShortAnswer
)
KINDS: dict[type[Any], RecordKind] = {
    ShortCommitment: RecordKind.COMMITMENT,
    ShortContingency: RecordKind.CONTINGENCY,
    ShortMeeting: RecordKind.MEETING,
    ShortText: RecordKind.TEXT,
    ShortReferral: RecordKind.REFERRAL,
    ShortRelease: RecordKind.RELEASE,
    ShortCharacterisation: RecordKind.CHARACTERISATION,
    ShortAnswer: RecordKind.ANSWER,
}
_ANY = msgspec.json.Decoder(
    HeldStatement
    | HeldCommitment
    | HeldContingency
    | HeldMeeting
    | HeldText
    | HeldReferral
    | HeldRelease
    | HeldCharacterisation
    | HeldAnswer
)
_TEXT = msgspec.json.Decoder(HeldText)


def read_short(payload: str) -> ShortStatement | ShortBusiness:
    """The record of a payload, in short. ValueError if it is of no known kind."""
    read: ShortStatement | ShortBusiness = _ANY.decode(payload).record
    return read


def short_text(payload: str) -> ShortText:
    """The text of a payload, in short."""
    return _TEXT.decode(payload).record
