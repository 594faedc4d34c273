"""Records by hand: the words of a source and what is typed for the fields of a record in, the record out.

Whatever a document shows can be recorded, tied to the exact words in which it is shown. The words are looked for as
they are typed, whatever white space stands between them; a record of words that do not stand in the source is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rejoinder.desk.amending import AN_ACTOR, FIELDS, amend, read_actor
from rejoinder.desk.correcting import find_places
from rejoinder.desk.desk import Desk
from rejoinder.desk.judging import record_by_hand
from rejoinder.desk.records import find_id
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket.payloads import RECORD_TYPES, Record
from rejoinder.model import (
    Act,
    Actor,
    AskedError,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Entry,
    Meeting,
    MeetingStatus,
    Passage,
    RecordKind,
    Referral,
    Release,
    Standing,
    Statement,
    TabledText,
    TextKind,
)

BY_HAND = tuple(kind for kind in RecordKind if kind is not RecordKind.ANSWER)
"""The kinds of record that can be entered so; what a reply does with an item is entered with the table."""
NOBODY = Actor("")
APART = ";"
"""What stands between several actors."""
_REASON = "A person entered it."


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a record of a kind is made: with nothing but the words it rests on; its fields that hold words of the source,
    and those that hold several actors; of which fields it cannot be without."""

    bare: Callable[[Passage], Record]
    words: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


_KINDS: dict[RecordKind, _Kind] = {
    RecordKind.STATEMENT: _Kind(
        lambda said: Statement("s", None, None, (), Act.STATE, None, None, False, None, None, said, (), None, _REASON),
        needed=("speaker", "act"),
    ),
    RecordKind.COMMITMENT: _Kind(
        lambda action: Commitment("c", NOBODY, None, action, None, None, None, (), (), (action,), _REASON),
        words=("condition",),
        needed=("debtor",),
    ),
    RecordKind.CONTINGENCY: _Kind(
        lambda step: Contingency(step, step, (), None, _REASON),
        words=("trigger",),
        several=("actors",),
        needed=("trigger",),
    ),
    RecordKind.MEETING: _Kind(
        lambda words: Meeting((), None, None, None, MeetingStatus.HELD, words, _REASON),
        several=("participants",),
        needed=("participants", "status"),
    ),
    RecordKind.TEXT: _Kind(
        lambda words: TabledText(None, (), TextKind.DRAFT, None, None, (), words, _REASON),
        several=("to",),
        needed=("by", "kind"),
    ),
    RecordKind.REFERRAL: _Kind(
        lambda words: Referral(None, None, None, None, None, words, _REASON), words=("what",), needed=("destination",)
    ),
    RecordKind.RELEASE: _Kind(
        lambda words: Release(None, None, None, Consent.NOT_ASKED, words, _REASON), words=("of",), needed=("state",)
    ),
    RecordKind.CHARACTERISATION: _Kind(
        lambda words: Characterisation(Standing.MAIN, None, None, words, None, _REASON),
        words=("of",),
        needed=("standing", "by"),
    ),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that a record rests on, in a source that is given by its id or the first digits of it; which of the
    places it is where they stand in several (the first is 1)."""

    source: str
    words: str
    place: int | None = None


def fields_of(kind: RecordKind) -> dict[str, str]:
    """The fields of a kind of record, each with what may be typed for it; those it cannot be without first."""
    how = _KINDS[kind]
    fields = {field.name: field.typed for field in FIELDS[RECORD_TYPES[kind]]}
    fields.update(dict.fromkeys(how.words, "words as they stand in the source"))
    fields.update(dict.fromkeys(how.several, f"{AN_ACTOR}; several with {APART} between them"))
    return {name: fields[name] for name in (*how.needed, *(name for name in fields if name not in how.needed))}


def record(desk: Desk, docket: str, kind: RecordKind, quoted: Quoted, typed: Mapping[str, str]) -> Entry:
    """Enter a record that the desk's user makes of the words of a source. AskedError for a source that the docket does
    not hold, words that do not stand in it, a field that is none, or one that is missing."""
    snapshot = snapshot_as_of(desk, docket)
    source = find_id(snapshot, quoted.source, desk.today)
    kept = desk.ledger.source(source)
    if source not in snapshot.sources or kept is None or kept.text is None:
        raise AskedError(
            "source-unknown", f"{quoted.source} is no source that the docket holds.", "See: rejoinder search"
        )
    made = make_record(kind, find_passage(kept.text, quoted), typed, kept.text)
    return record_by_hand(desk, docket, made, source)


def make_record(kind: RecordKind, passage: Passage, typed: Mapping[str, str], text: str) -> Record:
    """A record of a kind that rests on a passage of ``text``."""
    how = _KINDS[kind]
    missing = [name for name in how.needed if not typed.get(name, "").strip()]
    if missing:
        told = "; ".join(f"{name}={fields_of(kind)[name]}" for name in missing)
        raise AskedError("field-missing", f"A {kind.value} needs {' and '.join(missing)}.", f"Give {told}")
    made = how.bare(passage)
    for name, value in typed.items():
        if name in how.words:
            made = _with(made, name, find_passage(text, Quoted("", value), passage))
        elif name in how.several:
            made = _with(made, name, _actors(name, value))
        elif name in fields_of(kind):
            made = amend(made, name, value)
        else:
            raise AskedError(
                "field-unknown", f"A {kind.value} has no {name}.", f"Take one of {', '.join(fields_of(kind))}."
            )
    return made


def find_passage(text: str, quoted: Quoted, near: Passage | None = None) -> Passage:
    """Where words stand in a text: at the place that is asked for, else nearest to ``near``, else at the only one."""
    places = find_places(quoted.words, text)
    if not places:
        message = f"“{quoted.words[:80]}” does not stand in the source."
        raise AskedError("words-unknown", message, "Copy the words as they stand there.")
    if near is not None:
        return Passage.of(text, *min(places, key=lambda place: abs(place[0] - near.start)))
    place = quoted.place or 1
    if place > len(places) or (quoted.place is None and len(places) > 1):
        message = f"“{quoted.words[:80]}” stands in the source {len(places)} times."
        raise AskedError("words-ambiguous", message, f"Say which: --nth 1 to {len(places)}; or give more of the words.")
    return Passage.of(text, *places[place - 1])


def _with(made: Record, name: str, value: Any) -> Record:
    changed: Record = replace(made, **{name: value})
    return changed


def _actors(name: str, value: str) -> tuple[Actor, ...]:
    try:
        found = [read_actor(words.strip()) for words in value.split(APART)]
    except ValueError:
        found = [None]
    if None in found:
        raise AskedError(
            "value-unknown", f"“{value}” is no {name}.", f"Type {AN_ACTOR}; several with {APART} between them."
        )
    return tuple(actor for actor in found if actor is not None)


def split_typed(typed: Sequence[str]) -> dict[str, str]:
    """``FIELD=VALUE`` as it is typed -> fields and values. AskedError for what has no ``=``."""
    fields = {}
    for one in typed:
        name, between, value = one.partition("=")
        if not between or not name.strip():
            raise AskedError("field-unclear", f"“{one}” is no FIELD=VALUE.", 'Type for example debtor="Name (Side)".')
        fields[name.strip().replace("-", "_").replace(" ", "_")] = value
    return fields
