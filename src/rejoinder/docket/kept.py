"""What a snapshot keeps of each entry: the entry comes in, the little that views need goes out, decoded once.

They are msgspec structs rather than dataclasses, for there are a hundred thousand of them in a docket and they go to
bytes and back with every command. Full entries stay in the ledger: ``seq`` says where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from rejoinder.docket.payloads import Judged, Linked, SourceReceived, SourceWithdrawn, encode
from rejoinder.docket.sameness import (
    RULES,
    Claims,
    carrying_stems,
    first_stems,
    item_keys,
    item_stems,
    last_day,
    name_of_side,
    place_key,
    side_of,
    text_sort,
)
from rejoinder.docket.short import (
    KINDS,
    ShortAnswer,
    ShortBusiness,
    ShortCharacterisation,
    ShortCommitment,
    ShortContingency,
    ShortItem,
    ShortMeeting,
    ShortReferral,
    ShortRelease,
    ShortStatement,
    ShortText,
    Side,
    Words,
    read_short,
    short_text,
)
from rejoinder.model import (
    Decision,
    Disposition,
    Entry,
    EntryKind,
    Interval,
    MeetingStatus,
    Publication,
    RecordKind,
    Relation,
    TextKind,
)


class SourceKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A source: the number of its entry, when it was known, what it says of itself, and why its bytes are gone."""

    seq: int
    known: datetime
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    uri: str | None
    version: str | None
    status: str
    embargoed: datetime | None
    corrects: str | None
    withdrawn: str | None = None


class StatementKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement: who said what, through whom and where; ``on`` is the day of speaking, else the day on which it was
    known. ``by`` is who entered it by hand."""

    seq: int
    source: str
    known: datetime
    by: str | None
    name: str | None
    post: str | None
    party: str | None
    via: tuple[str, ...]
    venue: str | None
    act: str
    on: date
    start: int
    end: int
    words: str


class RecordKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A record of the business of a docket. ``source`` is empty for one entered by hand without evidence, ``by`` who
    entered it so (None: the machine found it). ``amended`` is the payload of one as a person wants it; None: the whole
    record is what its entry says. The rest is what it is put together with others by (``sameness``): where its passage
    begins, the day (an ordinal) near which it stands, its keys, one a line, and its claims (``read_claims``)."""

    seq: int
    source: str
    known: datetime
    by: str | None
    amended: str | None
    start: int
    day: int
    keys: str
    claims: str


class CommitmentKept(RecordKept, frozen=True, array_like=True, gc=False):
    """A commitment: the sides by the names that they are compared by, the deed (``sameness.deed_of``), the first day on
    which it may have been made, the days by which it is due as they were read, whether it has a date at all, whether
    it has a condition, and whether it is something not to be done."""

    debtor: str
    creditor: str | None
    deed: str
    made: date | None
    earliest: date | None
    latest: date | None
    dated: bool
    conditional: bool
    refrains: bool


class MeetingKept(RecordKept, frozen=True, array_like=True, gc=False):
    """A meeting: the sides, one a line, the last day that it may be on, and its status."""

    sides: str
    on: date | None
    status: MeetingStatus


class TextKept(RecordKept, frozen=True, array_like=True, gc=False):
    """A text: whose it is, its sort and kind, to which sides it goes, one a line, when it was handed over, and whether
    it is in hand itself; whether and on which day it was published."""

    side: str | None
    sort: str
    kind: TextKind
    to: str
    on: date | None
    in_hand: bool
    published: bool
    published_on: date | None


class ReferralKept(RecordKept, frozen=True, array_like=True, gc=False):
    """A referral: the stems of what it moves, one a line."""

    what: str


class ReleaseKept(RecordKept, frozen=True, array_like=True, gc=False):
    """A release: the stems of the words for the text, one a line, who wants it public and whose consent is needed, and
    how it has come out."""

    of: str
    wanted_by: str | None
    consent_of: str | None
    publication: Publication | None


class AnswerKept(RecordKept, frozen=True, array_like=True, gc=False):
    """An answer: the item, the records of the text it stands in and of the reply, and what the reply does with it."""

    item: str
    text: str
    reply: str
    disposition: Disposition


class ItemKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of a text: the subject of the text's record, the words of the part, and its keys."""

    text: str
    start: int
    end: int
    exact: str
    keys: str


class JudgementKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A judgement about ``subject``; ``amended`` is the payload of the record as it should be, ``undoes`` the number
    of the entry that the judgement takes back."""

    subject: str
    decision: Decision
    by: str
    at: datetime
    reason: str | None
    others: tuple[str, ...]
    amended: str | None
    undoes: int | None


class LinkKept(msgspec.Struct, frozen=True, array_like=True):
    """A tie from ``subject`` to ``object``, as a person made it, and on which days it came about."""

    subject: str
    relation: Relation
    object: str
    by: str
    at: datetime
    known: datetime
    reason: str | None
    happened: Interval | None


HOLDING = (EntryKind.FINDING, EntryKind.RECORD)
"""The kinds of entries that hold a record."""
_SOURCE = msgspec.json.Decoder(SourceReceived)
_WITHDRAWN = msgspec.json.Decoder(SourceWithdrawn)
_JUDGED = msgspec.json.Decoder(Judged)
_LINKED = msgspec.json.Decoder(Linked)


_REFRAINING = frozenset(["not", "never", "no", "refrain", "abstain"])
"""Words of an action that say that something is not to be done."""
_PLACES = {ShortCommitment: "action", ShortContingency: "step", ShortCharacterisation: "words"}
"""Where the passage of a record stands in it, if not under ``passage``."""


def keep_record(entry: Entry) -> StatementKept | RecordKept:
    """A finding or a record entered by hand as it is kept. ValueError if its payload is of no known kind."""
    entered = entry.entered
    source = entered.evidence[0].source if entered.evidence else ""
    by = None if entered.kind == EntryKind.FINDING else entered.recorded_by
    record = read_short(entered.payload)
    if isinstance(record, ShortStatement):
        return _keep_statement(entry.seq, source, entered.known_at, by, record)
    return _keep_business(entry.seq, source, entered.known_at, by, record)


def _keep_business(
    seq: int, source: str, known: datetime, by: str | None, record: ShortBusiness, amended: str | None = None
) -> RecordKept:
    rule = RULES[KINDS[type(record)]]
    day = (rule.day(record) or known.date()).toordinal()
    start: int = getattr(record, _PLACES.get(type(record), "passage")).start
    claims = {} if rule.claims is None else rule.claims(record)
    if isinstance(record, ShortText) and record.in_hand:
        # Two files are two texts until a person merges them.
        claims["in hand"] = frozenset([source])
    keys = "\n".join(rule.keys(record))
    common = (seq, source, known, by, amended, start, day, keys, _write_claims(claims))
    keep = _KEEPERS.get(type(record))
    return RecordKept(*common) if keep is None else keep(common, record)


def _stems(passage: Words | None) -> str:
    return "\n".join(item_stems(passage.exact)) if passage else ""


def _write_claims(claims: Claims) -> str:
    """Claims as they are kept: one a line, its name and what is claimed with tabs between."""
    return "\n".join("\t".join([name, *sorted(claims[name])]) for name in sorted(claims))


def read_claims(kept: RecordKept) -> Claims:
    """What a record claims, as it is kept."""
    told = (line.split("\t") for line in kept.claims.split("\n") if line)
    return {name: frozenset(values) for name, *values in told}


_Common = tuple[int, str, datetime, str | None, str | None, int, int, str, str]


def _keep_commitment(common: _Common, record: ShortCommitment) -> CommitmentKept:
    made, due = record.made_on, record.due
    return CommitmentKept(
        *common,
        side_of(record.debtor) or "",
        side_of(record.creditor),
        common[-2].rpartition("\n")[2].rpartition("|")[2],  # its last key ends in its deed
        (made.earliest or made.latest) if made else None,
        due.interval.earliest if due else None,
        due.interval.latest if due else None,
        due is not None,
        record.condition is not None,
        not _REFRAINING.isdisjoint(record.action.exact.lower().split()),
    )


def _keep_meeting(common: _Common, record: ShortMeeting) -> MeetingKept:
    return MeetingKept(*common, _sides(record.participants), last_day(record.when), record.status)


def _keep_text(common: _Common, record: ShortText) -> TextKept:
    # An addressee who is not named ("the allies") may be anybody.
    to = _sides(tuple(actor for actor in record.to if actor.named))
    sort, on = text_sort(record.kind), last_day(record.when)
    published = (record.published is not None, last_day(record.published))
    return TextKept(*common, side_of(record.by), sort, record.kind, to, on, record.in_hand, *published)


def _keep_referral(common: _Common, record: ShortReferral) -> ReferralKept:
    return ReferralKept(*common, _stems(record.what))


def _keep_release(common: _Common, record: ShortRelease) -> ReleaseKept:
    sides = (side_of(record.wanted_by), side_of(record.consent_of))
    return ReleaseKept(*common, _stems(record.of), *sides, record.publication)


def _keep_answer(common: _Common, record: ShortAnswer) -> AnswerKept:
    return AnswerKept(*common, record.item, record.text, record.reply, record.disposition)


_KEEPERS: dict[type[Any], Callable[[_Common, Any], RecordKept]] = {
    ShortCommitment: _keep_commitment,
    ShortMeeting: _keep_meeting,
    ShortText: _keep_text,
    ShortReferral: _keep_referral,
    ShortRelease: _keep_release,
    ShortAnswer: _keep_answer,
}


def _sides(actors: tuple[Side, ...]) -> str:
    return "\n".join(sorted({name_of_side(actor.party or actor.name) for actor in actors}))


def amend_record(kept: RecordKept, kind: RecordKind, payload: str) -> RecordKept:
    """A record of business of a kind as a person wants it, in the place of what was found; one of another kind takes no
    place."""
    record = read_short(payload)
    if isinstance(record, ShortStatement) or KINDS[type(record)] is not kind:
        return kept
    return _keep_business(kept.seq, kept.source, kept.known, kept.by, record, payload)


def amend_statement(kept: StatementKept, payload: str) -> StatementKept:
    """A statement as a person wants it; a record of business takes no place."""
    record = read_short(payload)
    if not isinstance(record, ShortStatement):
        return kept
    return _keep_statement(kept.seq, kept.source, kept.known, kept.by, record)


def keep_items(subject: str, payload: str) -> Iterator[tuple[str, ItemKept]]:
    """The parts of a text, with the subjects by which they go: that of the text and the number of each part
    (``item:0f3a...``, ``.2.1`` for the first part of the second); the key of each part where the text is in hand."""
    text = short_text(payload)
    above = f"item:{subject.partition(':')[2]}"
    if text.in_hand:
        yield from _place_items(subject, above, text)
    else:
        yield from _number_items(subject, above, text.by, text.items)


def _number_items(
    subject: str, above: str, by: Side | None, items: tuple[ShortItem, ...]
) -> Iterator[tuple[str, ItemKept]]:
    for number, item in enumerate(items, start=1):
        name, words = f"{above}.{number}", item.wording
        yield (
            name,
            ItemKept(subject, words.start, words.end, words.exact, "\n".join(item_keys(by, first_stems(words.exact)))),
        )
        yield from _number_items(subject, name, by, item.items)


def _place_items(subject: str, above: str, text: ShortText) -> Iterator[tuple[str, ItemKept]]:
    """The parts of a text in hand: they lie in one row, whatever stands in what, and are known by the words that few
    other parts have."""
    carrying = carrying_stems(text)
    for item, stems in zip(text.items, carrying, strict=True):
        if item.place is not None:
            words, key = item.wording, item.place.key
            keys = [place_key(text.line or subject, key), *item_keys(text.by, stems)]
            yield f"{above}.{key}", ItemKept(subject, words.start, words.end, words.exact, "\n".join(keys))


def _keep_statement(seq: int, source: str, known: datetime, by: str | None, said: ShortStatement) -> StatementKept:
    speaker, content = said.speaker, said.content
    on = last_day(said.said_on.interval) if said.said_on else None
    return StatementKept(
        seq,
        source,
        known,
        by,
        speaker.name if speaker else None,
        speaker.post if speaker else None,
        speaker.party if speaker else None,
        tuple([name.name for name in said.via]) if said.via else (),
        said.venue,
        said.act,
        on or known.date(),
        content.start,
        content.end,
        content.exact,
    )


def keep_source(entry: Entry) -> SourceKept:
    """A source as it is kept."""
    said = _SOURCE.decode(entry.entered.payload)
    return SourceKept(
        entry.seq,
        entry.entered.known_at,
        said.name,
        said.title,
        said.publisher,
        said.published,
        said.uri,
        said.version,
        said.status,
        said.embargoed,
        said.corrects,
    )


def withdraw_source(source: SourceKept, entry: Entry) -> SourceKept:
    """The source after its bytes were withdrawn."""
    return msgspec.structs.replace(source, withdrawn=_WITHDRAWN.decode(entry.entered.payload).reason)


def keep_judgement(entry: Entry) -> JudgementKept:
    """A judgement as it is kept."""
    said = _JUDGED.decode(entry.entered.payload)
    return JudgementKept(
        entry.entered.subject,
        said.decision,
        entry.entered.recorded_by,
        entry.recorded_at,
        said.reason,
        said.others,
        encode(said.amended) if said.amended is not None else None,
        entry.entered.supersedes if said.decision is Decision.UNDO else None,
    )


def keep_link(entry: Entry) -> LinkKept:
    """A link as it is kept."""
    said = _LINKED.decode(entry.entered.payload)
    entered = entry.entered
    return LinkKept(
        entered.subject,
        said.relation,
        said.object,
        entered.recorded_by,
        entry.recorded_at,
        entered.known_at,
        said.reason,
        entered.happened,
    )
