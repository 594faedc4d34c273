"""A record as a form: its fields with what stands in them in, what a person typed in, the amended record out.

``amending`` says what may be typed; here all fields stand side by side, and what was left alone stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from rejoinder.desk.amending import FIELDS, NEEDED, amend
from rejoinder.docket.payloads import Record
from rejoinder.model import Actor, Answer, AskedError, Commitment, Disposition, Due, Interval, Link, Passage, SaidOn

CONDITION = "condition"
PASSAGES = "passages"
APART = " | "
"""What stands between the passages of a reply where several are typed."""


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a form: its name, what stands in it, what may be typed, and what may be chosen (empty: anything)."""

    name: str
    value: str
    hint: str
    choices: tuple[str, ...]
    needed: bool


def form_of(record: Record) -> tuple[Input, ...]:
    """The fields of a record that may be amended."""
    fields = [
        Input(
            field.name,
            typed_value(getattr(record, field.name)),
            field.typed,
            _choices(field.typed),
            field.name in NEEDED,
        )
        for field in FIELDS[type(record)]
    ]
    if isinstance(record, Commitment):
        words = record.condition.exact if record.condition else ""
        fields.append(Input(CONDITION, words, "words as they stand in the source, or nothing", (), needed=False))
    if isinstance(record, Answer):
        words = APART.join(" ".join(link.passage.exact.split()) for link in record.links)
        hint = "words of the reply as they stand there, parted by | where there are several"
        fields.append(Input(PASSAGES, words, hint, (), needed=False))
    return tuple(fields)


def _choices(typed: str) -> tuple[str, ...]:
    """What may be chosen, where it can be told one by one."""
    if typed.startswith("yes, no"):
        return ("yes", "no")
    return tuple(typed.split(", ")) if " or " not in typed and ".." not in typed else ()


def typed_value(value: Any) -> str:
    """A value as it would be typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Actor):
        return f"{value.name} ({value.party})" if value.party else value.name
    if isinstance(value, Due | SaidOn):
        return typed_value(value.interval)
    if isinstance(value, Interval):
        first, last = value.earliest, value.latest
        return str(first or "") if first == last else f"{first or ''}..{last or ''}"
    return "" if value is None else str(value)


def correct(record: Record, typed: Mapping[str, str], text: str | None) -> Record:
    """The record with what was typed for its fields; ``text`` is that of its source. AskedError for a value that is
    none, or where nothing was changed."""
    corrected = record
    for field in form_of(record):
        words = " ".join(typed.get(field.name, field.value).split())
        if words != " ".join(field.value.split()):
            corrected = _changed(corrected, field.name, words, text)
    if corrected == record:
        raise AskedError("nothing-amended", "Nothing was changed in it.", "Change a field, or confirm it as it is.")
    return corrected


def _changed(record: Record, name: str, words: str, text: str | None) -> Record:
    if name == CONDITION and isinstance(record, Commitment):
        return replace(record, condition=_passage(words, record.action, text) if words else None)
    if name == PASSAGES and isinstance(record, Answer):
        return _answered_by(record, tuple(_links(record, words, text)))
    old = getattr(record, name)
    made: Any = amend(record, name, words)
    new = getattr(made, name)
    if isinstance(old, Due | SaidOn) and new is not None:
        # The words stay as they were said: only how they are read is amended.
        made = replace(made, **{name: replace(old, interval=new.interval)})
    if isinstance(old, Actor) and isinstance(new, Actor) and new.name == old.name:
        made = replace(made, **{name: replace(old, party=new.party)})
    changed: Record = made
    return changed


def _passage(words: str, near: Passage, text: str | None) -> Passage:
    """The words where they stand nearest to others. AskedError if they do not stand in the text."""
    places = find_places(words, text or "")
    if not places:
        raise AskedError(
            "words-unknown", f"“{words[:80]}” does not stand in the source.", "Copy the words as they stand there."
        )
    start, end = min(places, key=lambda place: abs(place[0] - near.start))
    return Passage.of(text or "", start, end)


def _answered_by(answer: Answer, links: tuple[Link, ...]) -> Answer:
    """The answer with these passages. AskedError where it is still said to be none."""
    if links and answer.disposition is Disposition.NOT_ADDRESSED:
        message = "A passage that answers an item does something with it."
        raise AskedError("disposition-missing", message, "Choose what it does: declined, accepted ...")
    return replace(answer, links=links, passage=links[0].passage if links else answer.passage)


def _links(answer: Answer, typed: str, text: str | None) -> Iterator[Link]:
    """The passages of a reply that are typed, those that were there before as they were."""
    known = {" ".join(link.passage.exact.split()): link for link in answer.links}
    for words in filter(None, (part.strip() for part in typed.split(APART.strip()))):
        if words in known:
            yield known[words]
        else:
            passage = _passage(words, answer.passage, text)
            yield Link(passage, answer.disposition, 1.0, "A person says that it answers the item.")


def find_places(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whatever white space is between them."""
    form = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(form, text)] if form else []
