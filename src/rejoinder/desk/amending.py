"""What a person may amend in a record: a record and words typed for one of its fields in, the amended record out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from rejoinder.docket.payloads import Record
from rejoinder.model import (
    Act,
    Actor,
    Answer,
    AskedError,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Disposition,
    Due,
    Interval,
    Meeting,
    MeetingStatus,
    Publication,
    Referral,
    Release,
    SaidOn,
    Standing,
    Statement,
    TabledText,
    TextKind,
)

NOTHING = ("", "-", "none")
_ACTOR = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<party>[^()]+)\))?")
_AGREES = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Field:
    """One field that may be amended: its name, what may be typed, and what is made of it (ValueError if nothing)."""

    name: str
    typed: str
    made: Callable[[str], Any]


def _one_of(kinds: type[Enum]) -> tuple[str, Callable[[str], Any]]:
    values = [str(kind.value) for kind in kinds]
    return ", ".join(values), lambda words: kinds(words.lower()) if words not in NOTHING else None


def read_actor(words: str) -> Actor | None:
    """An actor as one is typed: ``Name (Side)``. ValueError for what is none."""
    if words in NOTHING:
        return None
    found = _ACTOR.fullmatch(words)
    if found is None:
        raise ValueError(words)
    return Actor(found["name"], None, found["party"])


def _days(words: str) -> Interval | None:
    """A day, or two days with ``..`` between them; either may be left out."""
    if words in NOTHING:
        return None
    first, between, last = words.partition("..")
    start, end = (date.fromisoformat(day.strip()) if day.strip() else None for day in (first, last or ""))
    days = Interval(start, end) if between else Interval(start, start)
    if days.earliest and days.latest and days.latest < days.earliest:
        raise ValueError(words)
    return days


def _due(words: str) -> Due | None:
    days = _days(words)
    return Due(words, days, "as a person has it") if days else None


def _said_on(words: str) -> SaidOn | None:
    days = _days(words)
    return SaidOn(None, days) if days else None


def _words(words: str) -> str | None:
    return None if words in NOTHING else words


def _agrees(words: str) -> bool | None:
    return None if words in NOTHING else _AGREES[words.lower()]


A_DAY = "2022-01-24, or 2022-01-24..2022-01-30, or - for none"
AN_ACTOR = "Name (Side), or - for none"
FIELDS: dict[type[Record], tuple[Field, ...]] = {
    Statement: (
        Field("act", *_one_of(Act)),
        Field("speaker", AN_ACTOR, read_actor),
        Field("addressee", "words, or - for none", _words),
        Field("said_on", A_DAY, _said_on),
    ),
    Commitment: (
        Field("due", A_DAY, _due),
        Field("debtor", AN_ACTOR, read_actor),
        Field("creditor", AN_ACTOR, read_actor),
        Field("made_on", A_DAY, _days),
    ),
    Contingency: (Field("decider", AN_ACTOR, read_actor),),
    Meeting: (
        Field("status", *_one_of(MeetingStatus)),
        Field("when", A_DAY, _days),
        Field("place", "words, or - for none", _words),
        Field("forum", "words, or - for none", _words),
    ),
    TabledText: (
        Field("kind", *_one_of(TextKind)),
        Field("by", AN_ACTOR, read_actor),
        Field("title", "words, or - for none", _words),
        Field("when", A_DAY, _days),
    ),
    Referral: (
        Field("destination", "words, or - for none", _words),
        Field("origin", "words, or - for none", _words),
        Field("by", AN_ACTOR, read_actor),
        Field("tabler_agrees", "yes, no, or - for not known", _agrees),
    ),
    Release: (
        Field("state", *_one_of(Consent)),
        Field("publication", *_one_of(Publication)),
        Field("wanted_by", AN_ACTOR, read_actor),
        Field("consent_of", AN_ACTOR, read_actor),
    ),
    Characterisation: (Field("standing", *_one_of(Standing)), Field("by", AN_ACTOR, read_actor)),
    Answer: (Field("disposition", *_one_of(Disposition)),),
}
"""What may be amended in each kind of record. The words it rests on may not: they stand in the source."""
NEEDED = ("act", "debtor", "status", "kind", "state", "standing", "disposition")
"""Fields that no record is without."""


def amend(record: Record, name: str, typed: str) -> Record:
    """The record with one field as it was typed. AskedError where that is no value of the field."""
    field = next((field for field in FIELDS[type(record)] if field.name == name), None)
    if field is None:
        names = ", ".join(field.name for field in FIELDS[type(record)])
        raise AskedError("field-unknown", f"There is no {name} to amend.", f"Take one of {names}.")
    try:
        value = field.made(typed.strip())
    except (ValueError, KeyError):
        value = None if name in NEEDED else record
    if value is record or (value is None and name in NEEDED):
        raise AskedError("value-unknown", f"“{typed}” is no {name.replace('_', ' ')}.", f"Type {field.typed}.")
    amended: Record = replace(record, **{name: value})
    return _with_links(amended) if isinstance(amended, Answer) else amended


def _with_links(answer: Answer) -> Answer:
    """An answer whose passages do what it does as a whole; one that does not address the item has none."""
    if answer.disposition is Disposition.NOT_ADDRESSED:
        return replace(answer, links=())
    return replace(answer, links=tuple(replace(link, disposition=answer.disposition) for link in answer.links))
