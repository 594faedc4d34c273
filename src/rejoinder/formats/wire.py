"""What ninjs and NewsML-G2 have in common: an item's fields -> Document, with its status, embargo and corrections.

The values of the publication status are those of IPTC's NewsCodes (``usable``, ``withheld``, ``canceled``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from rejoinder.formats.markup import join_story
from rejoinder.formats.moments import read_moment
from rejoinder.model import Document, InputError, Problem, Severity, Source

_STATUSES = {"usable": "usable", "withheld": "withheld", "canceled": "canceled", "cancelled": "canceled"}
_CORRECTING = re.compile(r"\b(?:correct(?:s|ed|ing|ion|ions|ive)|clarif(?:y|ies|ied|ying|ication))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WireItem:
    """The fields of one item as its format gives them, in their own words; None where it gives none.

    ``created`` is when the first version was made, ``version_created`` when this one was; ``signals``
    are the local names of its signals (``correction``, ``update``); ``embargoed`` is empty where an
    embargo is put without a date.
    """

    media_type: str
    body: list[str]
    uri: str | None = None
    version: str | None = None
    version_created: str | None = None
    created: str | None = None
    status: str | None = None
    embargoed: str | None = None
    headline: str | None = None
    summary: str | None = None
    place: str | None = None
    publisher: str | None = None
    language: str | None = None
    slug: str | None = None
    editors_note: str | None = None
    signals: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def document_of(item: WireItem, name: str, basis: str) -> Document:
    """The document of one wire item; ``basis`` is what its format calls the time of the version.

    Raises InputError ``item-without-text`` for an item that is neither killed nor has any text.
    """
    status = _STATUSES.get((item.status or "usable").strip().lower(), "withheld")
    text, text_problems = _text_of(item, name, status)
    moment = read_moment(item.version_created)
    embargo, embargo_problems = _embargo_of(item)
    return Document(
        text=text,
        title=item.headline,
        publisher=item.publisher,
        place=item.place,
        published=moment.date() if moment else None,
        published_basis=f"metadata: {basis}" if moment else None,
        language=item.language,
        source=_source_of(item, status, embargo),
        problems=(
            *_status_problems(item, status),
            *embargo_problems,
            *_version_problems(item),
            *text_problems,
            *item.problems,
        ),
    )


def note(code: str, message: str, severity: Severity = Severity.NOTE) -> Problem:
    """A problem that concerns the whole document and so stands at its beginning."""
    return Problem(code, message, 0, 0, severity)


def _source_of(item: WireItem, status: str, embargo: datetime | None) -> Source:
    source = Source(
        media_type=item.media_type, uri=item.uri, version=item.version, status=status, embargoed=embargo, slug=item.slug
    )
    if "correction" in item.signals:
        return replace(source, corrects=item.editors_note or "an earlier version (signal: correction)")
    if item.editors_note and _CORRECTING.search(item.editors_note):
        return replace(source, corrects=item.editors_note)
    return source


def _text_of(item: WireItem, name: str, status: str) -> tuple[str, tuple[Problem, ...]]:
    if item.body:
        return join_story(item.headline, item.body), ()
    text = join_story(item.headline, [item.summary] if item.summary else [])
    if not text and status != "canceled":
        message = f"{name} holds a wire item without a headline or a text."
        raise InputError(
            name,
            "item-without-text",
            message,
            "Ask the agency for the item with its text; pictures and recordings are not read.",
        )
    return text, (
        note("no-body", "The item has no body; only its headline and description were read.", Severity.WARNING),
    )


def _status_problems(item: WireItem, status: str) -> tuple[Problem, ...]:
    if status == "canceled":
        return (
            note(
                "killed", "The agency has killed this story (status canceled): it must not be used.", Severity.WARNING
            ),
        )
    if status == "withheld":
        message = f"The agency withholds this story (status {item.status}): it must not be used until it is released."
        return (note("withheld", message, Severity.WARNING),)
    return ()


def _embargo_of(item: WireItem) -> tuple[datetime | None, tuple[Problem, ...]]:
    """The end of the embargo, always with a zone: without one it is read as UTC, and that is said."""
    if item.embargoed is None:
        return None, ()
    moment = read_moment(item.embargoed)
    if moment is None:
        said = f" (it reads '{item.embargoed.strip()[:40]}')" if item.embargoed.strip() else ""
        message = f"Under embargo without a date that can be read{said}: see the editor's note or ask the agency."
        return None, (note("embargo-open", message, Severity.WARNING),)
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    zone = "" if moment.tzinfo else " (no zone is given; UTC is supposed)"
    return zoned, (note("embargo", f"Under embargo: not to be published before {zoned.isoformat()}{zone}."),)


def _version_problems(item: WireItem) -> tuple[Problem, ...]:
    found = []
    if item.editors_note:
        found.append(note("editors-note", f"Editor's note: {item.editors_note}"))
    if "correction" in item.signals:
        found.append(note("correction", "The agency marks this version as a correction of an earlier one."))
    elif "update" in item.signals:
        found.append(note("update", "The agency marks this version as an update of an earlier one."))
    made, first = read_moment(item.version_created), read_moment(item.created)
    if made and first and made.date() != first.date():
        days = f"This version was published on {made.date()}, the first on {first.date()}"
        message = f"{days}; its weekdays may be those of the first."
        found.append(note("version-day", message))
    return tuple(found)
