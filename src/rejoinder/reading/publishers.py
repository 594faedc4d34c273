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
_OWN_PICTURE = re.compile(r"\((?:the )?(?P<name>[A-Z][^()/\n]{2,40})/[A-Z][^()/\n]{1,40}\)\]?$")
_ISSUE = re.compile(r"[\s,|]*(?:\b(?:no|issue|vol|number|volume)\b\.?|#)\s*\d.*$", re.IGNORECASE)
_TAGLINE = re.compile(
    r"\b(?:newsletter|bulletin|journal|magazine|newspaper|paper|organ) of (?:the )?(?P<name>[^,.|\n]{3,60})",
    re.IGNORECASE,
)
_COINED = re.compile(r"[^\W\d_]*[^\W\d_A-Z][A-Z][^\W\d_]*")


@cache
def _known() -> dict[str, str]:
    return {form.lower(): name for name, forms in load_table("wires")["publishers"].items() for form in forms}


def _match_forms(without: frozenset[str]) -> re.Pattern[str]:
    forms = {form for forms in load_table("wires")["publishers"].values() for form in forms} - without
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in longest_first) + r")(?!\w)")


@cache
def bare_pattern() -> re.Pattern[str]:
    """Matches a publisher's name that can be believed without brackets around it."""
    return _match_forms(word_set("wires", "bare", "never"))


@cache
def _any_pattern() -> re.Pattern[str]:
    return _match_forms(frozenset())


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
    words = _ISSUE.sub("", words)
    small = word_set("wires", "mastheads", "small")
    parts = words.split()
    if words.isupper() and (len(parts) > 1 or len(words) > 5):
        parts = [part.lower() if part.lower() in small and at else part.capitalize() for at, part in enumerate(parts)]
    return " ".join(parts)


def is_masthead(words: str) -> bool:
    """Whether a line is the name of a paper, a broadcaster or an issuing body: capitals and one telling word."""
    words = _ISSUE.sub("", words)
    if known_publisher(words) is not None:
        return True
    parts = words.split()
    small = word_set("wires", "mastheads", "small")
    if not 1 < len(parts) <= 10 or any(mark in words for mark in '.?!:,;|"“‘—'):
        return False
    if not all(part[:1].isupper() or part.lower() in small for part in parts):
        return False
    lowered = [part.lower() for part in parts]
    of = next((at for at, part in enumerate(lowered) if part in ("of", "for", "to", "in", "at")), 0)
    body = of > 0 and lowered[of - 1] in word_set("wires", "mastheads", "bodies")
    return body or (len(parts) <= 5 and lowered[-1] in word_set("wires", "mastheads", "media"))


def employer_in(text: str, span: Span) -> tuple[str, Span] | None:
    """Who employs the writer in "Jane Roe, health reporter, Westland Broadcasting" or "By Jane Roe | Westland News",
    and where it is named."""
    at = span.start
    for part in re.split("[,|]", text[slice(*span)]):
        start, words = at + len(part) - len(part.lstrip()), part.strip()
        if at > span.start and is_masthead(words):
            return publisher_name(words), Span(start, start + len(words))
        at += len(part) + 1
    return None


def source_in(text: str, span: Span) -> tuple[str, Span] | None:
    """The publisher of a line "Source: Xinhua" or "Reuters Staff", and where it is named."""
    opened = text[span.start : span.start + 20].lower().startswith(("source:", "reuters staff"))
    return publisher_in(text, span) if opened else None


def own_picture(text: str, span: Span) -> tuple[str, Span] | None:
    """The paper whose own photographer took a picture: "(Bay Courier/Luis Amado)"; an agency's tells nothing."""
    match = _OWN_PICTURE.search(text, max(span.start, span.end - 90), span.end)
    if match is None or match["name"].split()[-1].lower() not in word_set("wires", "mastheads", "media"):
        return None
    return match["name"], Span(*match.span("name"))


def tagline_holder(text: str, span: Span) -> tuple[str, Span] | None:
    """Who issues what calls itself "the newsletter of the Dockers' Union", and where it is named."""
    match = _TAGLINE.search(text, *span)
    return (match["name"].strip(), Span(*match.span("name"))) if match else None


def cased_elsewhere(text: str, name: str) -> str:
    """A name that stood in capitals, as the story writes it elsewhere, if it does."""
    match = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return next((found.group() for found in match.finditer(text) if not found.group().isupper()), name)


def is_coined(word: str) -> bool:
    """Whether a word is coined as media names are: NorthNet, EuroWire."""
    return _COINED.fullmatch(word) is not None
