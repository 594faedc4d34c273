"""Matters -> a chronology in Markdown: what happened or was said on each day, each line with its words and source."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from rejoinder.docket.matters import CommitmentMatter, Matter, MeetingMatter, TextMatter
from rejoinder.formats.exports.rows import Row, one_line, row_of
from rejoinder.formats.exports.view import DocketView

_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
_VERBS = {
    "commitment": "promises",
    "meeting": "meet",
    "text": "tables",
    "item": "asks",
    "referral": "moves",
    "release": "wants public",
    "contingency": "next",
    "characterisation": "says",
    "answer": "replies",
}


def write_chronology(view: DocketView) -> bytes:
    """The chronology, oldest day first."""
    days: defaultdict[date, list[str]] = defaultdict(list)
    for matter in view.matters:
        row = row_of(matter, view)
        days[day_of(matter, row)].append(_line(row))
    lines = [f"# {_safe(view.title)}", "", f"As of {_shown(view.today)}.", ""]
    for day in sorted(days):
        lines += [f"## {_shown(day)}", "", *days[day], ""]
    return "\n".join(lines).encode("utf-8", "replace")


def day_of(matter: Matter, row: Row) -> date:
    """The day of a matter: when it was made, held, handed over; else when it was known."""
    interval = None
    if isinstance(matter, CommitmentMatter):
        interval = matter.made_on
    elif isinstance(matter, MeetingMatter):
        interval = matter.when
    elif isinstance(matter, TextMatter):
        interval = matter.handed_over or matter.published
    told = (interval.earliest or interval.latest) if interval else None
    return told or row.known_on


def _line(row: Row) -> str:
    who = " → ".join(part for part in (row.by, row.to) if part)
    date_said = f" ({row.said})" if row.said else ""
    return (
        f"- **{_safe(who or 'Nobody named')}** {_VERBS[row.kind]}: {_safe(row.what)}{_safe(date_said)}. "
        f"*{_safe(row.standing)}; {_safe(row.on_whose_word)}.* “{_safe(row.words)}” "
        f"({_safe(row.source)}, characters {row.start}–{row.end}) `{row.id}`"
    )


def _safe(words: str) -> str:
    """Words in which no sign is taken for markup."""
    return _MARKUP.sub(r"\\\1", one_line(words))


def _shown(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
