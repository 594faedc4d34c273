"""Dates as formats write them -> datetime or date; None for what cannot be read, never a guess."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

# After ISO 8601 and the e-mail form: what news sites put into <meta>, only where the order is beyond doubt.
_WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")


def read_moment(words: str | None) -> datetime | None:
    """A moment in ISO 8601 or RFC 5322 form, with its zone if one is given."""
    stripped = (words or "").strip()[:64]
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(stripped)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def read_day(words: str | None) -> date | None:
    """The calendar day, in the zone in which it is written."""
    moment = read_moment(words)
    if moment is not None:
        return moment.date()
    stripped = " ".join((words or "").split())[:32]
    for form in _WRITTEN:
        try:
            return datetime.strptime(stripped, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None
