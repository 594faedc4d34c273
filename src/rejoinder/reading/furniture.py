"""What stands around a story without being part of it: a block in, what kind of furniture it is out.

Labels, credits, buttons, captions, wire advisories and end marks are known by the words of
``tables/furniture.toml``; bylines and date lines by their make.
"""

from __future__ import annotations

import re
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.blocks import trim
from rejoinder.reading.calendar_forms import WrittenDay, day_pattern, find_days
from rejoinder.reading.datelines import is_city
from rejoinder.reading.knowledge import load_table, word_set
from rejoinder.reading.publishers import is_masthead

LONGEST_CAPTION = 500
LONGEST_CREDIT = 700
_ISSUE = re.compile(
    r"^(?:issue|number|no|volume|vol)\b\.?\s*\d+\b(?:[\s,]*(?:issue|no)\b\.?\s*\d+\b)?\s*[|,·–-]", re.IGNORECASE
)
_FIRST_PUBLISHED = re.compile(
    r"This (?:report|story|article)\b[^.\n]{0,60} was (?:first |originally )?published\b[^\n]{4,40}", re.IGNORECASE
)
_RATE = re.compile(r"\([^()=]{1,20}=[^()]{1,40}\)")
_ADVISORY = re.compile(r"[(\[]\s*(?P<word>[A-Za-z]+)(?P<rest>[^()]*)[)\]]?")
_INITIALS = re.compile(r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}|[a-z]{2,3}-[a-z]{2,3}/[a-z]{2,3}")
_RULE = re.compile(r"(?:[^\w\"'“”‘’«»„]|_)+")
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?:\s?[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}(?=\s?(?:gmt|utc|hrs))|[+-]\d\d:?\d\d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.]*:?|\d+")
_NUMBERED = re.compile(r"\s+(?:no\.?\s?)?\d+(?:/\d+)?$")
_HANDLE = re.compile(r"@\w+|\S+@\S+\.\w+|https?://\S+|www\.\S+|\+?\d[\d\s()-]{7,}\d")
_FROM_PLACE = re.compile(r"(?:\s(?:in|at)|\s?[/|])\s+(?P<place>[^\W\d_][^,|/()\d]*?)(?=\s+and\s|[,|/(.\d]|$)")
_BEAT = re.compile(r"\b[a-z-]+ (?=(?:correspondent|reporter|editor|writer|columnist|analyst)s?\b)")
_SPEECH_OPENING = "\"“«„'‘`"
_NAME = re.compile(r"[^\W\d_](?:[\w'’.]|-(?=\w))*")


def is_furniture(text: str, span: Span) -> bool:
    """Whether a block stands around the story: a label, credit, caption, advisory, end mark or button."""
    words = text[span.start : min(span.end, span.start + LONGEST_CAPTION)]
    lowered = words.lower().strip()
    return (
        _is_label(lowered)
        or is_tagline(text, span)
        or first_published(text, span)
        or (span.length <= LONGEST_CREDIT and _is_credit_line(lowered))
        or (span.length <= LONGEST_CAPTION and lowered.rstrip(".)").endswith(_endings()))
        or _RATE.fullmatch(words) is not None
        or _is_end_mark(lowered, span.length)
        or is_advisory(words)
        or (span.length <= LONGEST_CAPTION and _is_credit(lowered))
        or (span.length <= 120 and _HANDLE.fullmatch(words) is not None)
    )


def _is_credit_line(lowered: str) -> bool:
    return lowered.startswith(_openers()) or lowered.lstrip("*•-–— [(").startswith(_openers())


@cache
def _openers() -> tuple[str, ...]:
    return tuple(word_set("furniture", "openers"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word_set("furniture", "endings"))


def is_tagline(text: str, span: Span) -> bool:
    """Whether a block says what the masthead above it is: "News for members of the union"."""
    return text[slice(*span)].lower().startswith(tuple(load_table("furniture")["taglines"]))


def first_published(text: str, span: Span) -> bool:
    """Whether a block is a closing line that says when: "This report was first published Nov. 18, 2025."."""
    return _FIRST_PUBLISHED.fullmatch(text, *span) is not None


def is_release_label(text: str, span: Span) -> bool:
    """Whether a block is the label under the name of the body whose release it is: "Press release"."""
    return text[slice(*span)].lower().strip(" :|") in word_set("furniture", "releases")


def opens_links(text: str, span: Span) -> bool:
    """Whether a block is the label over links to other stories."""
    return span.length < 60 and text[slice(*span)].lower().strip(" :>»›→") in word_set("furniture", "links")


def _is_label(lowered: str) -> bool:
    lowered = _NUMBERED.sub("", lowered)
    return len(lowered) < 60 and lowered.strip(" :>»›→|-–—[]()•*") in word_set("furniture", "labels")


def _is_end_mark(lowered: str, length: int) -> bool:
    if length > 20:
        return length < 80 and _RULE.fullmatch(lowered) is not None
    marks = word_set("furniture", "enders")
    return lowered.rstrip(".") in marks or bool(_RULE.fullmatch(lowered)) or bool(_INITIALS.fullmatch(lowered))


def is_advisory(words: str) -> bool:
    """Whether a line is a wire's note on what a version changes: "(Adds quotes, background)"."""
    match = _ADVISORY.fullmatch(words.strip())
    if match is None or (match["rest"].endswith(".") and len(words.split()) > 8):
        return False
    return match["word"].lower() in word_set("furniture", "advisories")


def _is_credit(lowered: str) -> bool:
    """Whether a block ends in a picture credit."""
    tail = lowered[-60:]
    if lowered[0] in _SPEECH_OPENING or tail.endswith((" said", " said.")):
        return False
    return any(credit in tail for credit in load_table("furniture")["credits"]) and lowered.count(". ") <= 2


def read_stamp(text: str, span: Span) -> tuple[WrittenDay, ...] | None:
    """The days on a line that says nothing but when ("Published 14:05, 3 May 2021"), or None if it is none."""
    if span.length > 120:
        return None
    words = _ISSUE.sub("", text[slice(*span)])
    days = tuple(find_days(text, *span))
    rest = _TIME.sub(" ", day_pattern().sub(" ", words))
    allowed = word_set("furniture", "stamp_words") | word_set("furniture", "zones")
    left = [word for word in _WORD.findall(rest) if word.lower().strip(":.") not in allowed]
    figures = sum(word.isdigit() for word in left)
    if len(left) > figures or figures > 1 or not (days or _TIME.search(words) or _counts_minutes(words)):
        return None
    return days


def _counts_minutes(words: str) -> bool:
    return re.search(r"\d+\s?(?:min|minutes?|hours?|mins)\b", words, re.IGNORECASE) is not None


def is_byline(text: str, span: Span, headed: bool = True) -> bool:
    """Whether a block names the writers: "By Jane Roe in Geneva", "Jane Roe, Diplomatic Correspondent".

    ``headed``: a headline stands before it; without one, only a line with "By" is believed.
    """
    words = text[slice(*span)]
    if span.length > 200 or words[-1] in '?!:;"”’' or (words[-1] == "." and len(words.split()) > 6):
        return False
    opened = _byline_opening().match(words)
    if opened:
        return _only_names(words[opened.end() :]) and not day_pattern().match(words, opened.end())
    return headed and _only_names(words) and (_closes_as_byline(words) or _is_person(words))


@cache
def _byline_opening() -> re.Pattern[str]:
    openers = load_table("furniture")["bylines"]["openers"]
    longest_first = "|".join(sorted(openers, key=len, reverse=True))
    return re.compile(rf"(?i:{longest_first})[:\s]\s*(?=[^\W\d_a-z]|our\s|a staff\s)")


def _only_names(words: str) -> bool:
    """Whether all words are names, roles or days; a verb would be a small word that is no role."""
    rest = _BEAT.sub("", _TIME.sub(" ", day_pattern().sub(" ", words)))
    roles = word_set("furniture", "bylines", "roles") | word_set("furniture", "stamp_words")
    found = _NAME.findall(rest)
    return bool(found) and all(not word[0].islower() or word.lower().rstrip(".") in roles for word in found)


def _closes_as_byline(words: str) -> bool:
    lowered = words.lower()
    return any(lowered.endswith(closer) for closer in load_table("furniture")["bylines"]["closers"])


def _is_person(words: str) -> bool:
    """Whether a short line is a name and no more: "Jane Roe", "Jane Roe in Geneva", "Jane Roe and Omar Haddad"."""
    parts = re.split(r"\s+(?:and|in|&|at)\s+|,\s*", words)
    names = [part for part in parts if part]
    proper = all(1 <= len(name.split()) <= 3 and not name.isupper() for name in names)
    return proper and len(parts[0].split()) >= 2 and len(names) <= 3


def byline_place(text: str, span: Span) -> Span | None:
    """The place in "By Jane Roe in Geneva" or "Jane Roe / ANKARA", or None."""
    match = _FROM_PLACE.search(text, *span)
    named = match is not None and len(match["place"].split()) <= 4 and match["place"][0].isupper()
    if match is not None and named and not is_masthead(match["place"]):
        return Span(*match.span("place"))
    last = text.rfind(",", *span) + 1
    place = trim(text, last, span.end)
    return place if last and is_city(text[slice(*place)]) else None


def closing_mark(text: str, span: Span) -> int:
    """Where the paragraph's own words end: before an "Enditem" or "(END)" on its last line."""
    tail = text[max(span.start, span.end - 12) : span.end].lower()
    for mark in load_table("furniture")["trailing"]:
        if tail.endswith((mark, mark + ".")):
            end = span.end - len(mark) - tail.endswith(".")
            before = text[span.start : end].rstrip()
            if before and before[-1] in ".!?\"”’'»)":
                return span.start + len(before)
    return span.end
