"""Who publishes a story: words of a dateline, byline, credit or closing line in, the publisher's name out."""

from __future__ import annotations

import re
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.knowledge import load_table, word_set

_RIGHTS = re.compile(
    r"(?:\(c\)|©|\bcopyright\b)[\s:]*(?:\(c\)|©|by)?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^.,;|()\n]{0,60})",
    re.IGNORECASE,
)
_RIGHTS_TAIL = re.compile(r"\s+(?:all rights|(?:19|20)\d\d|\d|may not|limited|ltd|inc)\b.*", re.IGNORECASE)
_COINED = re.compile(r"[^\W\d_]*[^\W\d_A-Z][A-Z][^\W\d_]*")


@cache
def _known() -> dict[str, str]:
    return {form.lower(): name for name, forms in load_table("wires")["publishers"].items() for form in forms}


@cache
def bare_pattern() -> re.Pattern[str]:
    """Matches a publisher's name that can be believed without brackets around it."""
    never = word_set("wires", "bare", "never")
    forms = [form for forms in load_table("wires")["publishers"].values() for form in forms if form not in never]
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + r")(?!\w)")


@cache
def _any_pattern() -> re.Pattern[str]:
    forms = [form for forms in load_table("wires")["publishers"].values() for form in forms]
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + r")(?!\w)")


def known_publisher(words: str) -> str | None:
    """The name of the publisher that signs with ``words``, without regard to case, or None."""
    return _known().get(words.strip().lower())


def publisher_in(text: str, span: Span) -> tuple[str, Span] | None:
    """A known publisher named within a byline or credit, and where."""
    match = _any_pattern().search(text, *span)
    return (_known()[match.group().lower()], Span(*match.span())) if match else None


def rights_holder(text: str, span: Span) -> tuple[str, Span] | None:
    """Who is named in "(c) 2022 AFP" or "Copyright 2022 The Upland Post. All rights reserved.", and where."""
    match = _RIGHTS.search(text, span.start, min(span.end, span.start + 300))
    if match is None:
        return None
    words = _RIGHTS_TAIL.sub("", match["name"]).strip()
    if not words[:1].isupper() and known_publisher(words) is None:
        return None
    start = match.start("name")
    return publisher_name(words), Span(start, start + len(words))


def publisher_name(words: str) -> str:
    """The name to show: as the table has it, else the words themselves, turned from capitals if all are."""
    known = known_publisher(words)
    if known is not None:
        return known
    small = word_set("wires", "mastheads", "small")
    parts = words.split()
    if words.isupper() and (len(parts) > 1 or len(words) > 5):
        parts = [part.lower() if part.lower() in small and at else part.capitalize() for at, part in enumerate(parts)]
    return " ".join(parts)


def is_masthead(words: str) -> bool:
    """Whether a line is the name of a paper, a broadcaster or an issuing body: capitals and one telling word."""
    parts = words.split()
    small = word_set("wires", "mastheads", "small")
    if not 0 < len(parts) <= 10 or any(mark in words for mark in ".?!:,;\"“‘—"):
        return False
    if not all(part[:1].isupper() or part.lower() in small for part in parts):
        return False
    lowered = [part.lower() for part in parts]
    telling = word_set("wires", "mastheads", "words")
    pairs = {" ".join(pair) for pair in zip(lowered, lowered[1:], strict=False)}
    return known_publisher(words) is not None or not telling.isdisjoint({*lowered, *pairs})


def is_coined(word: str) -> bool:
    """Whether a word is coined as media names are: NorthNet, EuroWire."""
    return _COINED.fullmatch(word) is not None
