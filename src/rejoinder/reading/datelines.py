"""Datelines: a block's opening in, the place, day and agency that it names and where the story begins out.

One grammar reads all house styles: a prefix is a row of elements (places, a day, a time, an agency) with
marks between them, and it is believed when the elements and the mark that closes it go together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.calendar_forms import WrittenDay, match_day
from rejoinder.reading.knowledge import load_table, word_set
from rejoinder.reading.publishers import bare_pattern, is_masthead, known_publisher, publisher_name

LONGEST = 160
_SIGNED = re.compile(r"\((?P<round>[^()\n]{2,40})\)|/(?P<slash>[^\s/][^/\n]{1,30})/|\[(?P<square>[^\[\]\n]{2,40})\]")
_MARK = re.compile(r"\s*(?:[.,:;|/]\s*)?(?:-{2,3}|[—–―-]|_(?=\s))\s*|\s*[.,:;|]+\s*|\s+|(?=[(\[/])")
_CLOSING = re.compile(r"\s*\.?\s*(?:-|[—–―:.])|\s*$")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.]|-(?=\w))*")
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|MSK|CET|EST|EDT|BST|IST|JST|KST)\b)?|\d{4}\s(?:GMT|UTC)\b"
)
_JOIN = re.compile(r"\s?/\s?|,\s|\sand\s|\s&\s|\s?\[")
_POINTED = frozenset({"st", "ste", "mt", "ft"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, and by whom it is published.

    ``span``     the dateline as it stands, with its closing mark; where there is none, the words in the
                 byline, date line or closing line that say the same
    ``place``    the first place named, without its country, in ordinary capitals ("Moscow")
    ``weekday``  0 is Monday; ``month``, ``day``, ``year`` as written, each None if not
    """

    span: Span
    place: str | None = None
    place_span: Span | None = None
    date_span: Span | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    publisher: str | None = None
    publisher_span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Element:
    """One element of a prefix. ``form``: place, day, time, signed (an agency in brackets or slashes) or bare."""

    form: str
    span: Span
    day: WrittenDay | None = None
    mark: str = ""
    after: int = 0


def parse_dateline(text: str, span: Span) -> Dateline | None:
    """The dateline with which a block opens, or None; the story goes on at the dateline's end."""
    end = min(span.end, span.start + LONGEST)
    elements = _scan(text, span.start, end, span.end)
    while elements:
        if _believable(text, elements, span):
            return _assemble(text, Span(span.start, elements[-1].after), elements)
        elements.pop()
    return None


def _scan(text: str, at: int, end: int, block_end: int) -> list[_Element]:
    """The longest row of elements from ``at``."""
    elements: list[_Element] = []
    while at < end and len(elements) < 8:
        element = _element(text, at, end, elements)
        if element is None:
            break
        mark = _MARK.match(text, element.span.end, block_end)
        after = mark.end() if mark else element.span.end
        elements.append(_Element(element.form, element.span, element.day, text[element.span.end : after], after))
        if not mark:
            break
        at = after
    return elements


def _element(text: str, at: int, end: int, before: list[_Element]) -> _Element | None:
    forms = {element.form for element in before}
    if (signed := _SIGNED.match(text, at, end)) and not forms & {"signed", "bare"} and _is_signature(signed):
        return _Element("signed", Span(*signed.span()))
    day = match_day(text, at, end) if not ("day" in forms and any(e.day and e.day.month for e in before)) else None
    if day is not None:
        return _Element("day", day.span, day)
    if before and (time := _TIME.match(text, at, end)):
        return _Element("time", Span(*time.span()))
    if before and not forms & {"signed", "bare"} and (bare := bare_pattern().match(text, at, end)):
        return _Element("bare", Span(*bare.span()))
    if "place" in forms or forms & {"day", "time", "bare"}:
        return None
    place = _scan_place(text, at, end)
    return _Element("place", place) if place else None


def _is_signature(match: re.Match[str]) -> bool:
    """Whether bracketed words can be an agency's: "(AP)", "(Upland Wire)", not "(the third this year)"."""
    words = match[match.lastgroup or 0]
    if known_publisher(words) is not None:
        return True
    parts = words.split()
    return match["square"] is None and len(parts) <= 4 and all(part[0].isupper() for part in parts)


def _scan_place(text: str, at: int, end: int) -> Span | None:
    """One place or several: "GENEVA", "KHARTOUM, Sudan", "GENEVA/MOSCOW", "New Delhi [India]"."""
    name = _scan_name(text, at, end)
    if name is None:
        return None
    stop = name.end
    for _ in range(4):
        join = _JOIN.match(text, stop, end)
        if join is None:
            break
        if match_day(text, join.end(), end) or bare_pattern().match(text, join.end(), end):
            break
        further = _scan_name(text, join.end(), end)
        if further is None or further.length > 30:
            break
        if text[join.end() - 1] == "[" and text[further.end : further.end + 1] != "]":
            break
        stop = further.end + (text[join.end() - 1] == "[")
    return Span(at, stop)


def _scan_name(text: str, at: int, end: int) -> Span | None:
    """One name: up to five words with a capital, small words between; after capitals alone only capitals."""
    small = word_set("wires", "places", "small")
    stop, capitals, word = at, None, _WORD.match(text, at, end)
    for _ in range(6):
        if word is None:
            break
        words, stop_here = _whole_word(word)
        if words.lower() in small and stop > at and not words[0].isupper():
            word = _WORD.match(text, stop_here + 1, end) if text[stop_here : stop_here + 1] == " " else None
            continue
        if not words[0].isupper() or (capitals and not words.isupper()) or match_day(text, word.start(), end):
            break
        capitals = words.isupper() and len(words) > 1 if capitals is None else capitals
        stop = stop_here
        word = _WORD.match(text, stop + 1, end) if text[stop : stop + 1] == " " else None
    return Span(at, stop) if stop > at else None


def _whole_word(match: re.Match[str]) -> tuple[str, int]:
    """A word and its end; its last point belongs to it only in "St." and in initials ("D.C.")."""
    words = match.group()
    bare = words.rstrip(".")
    if words != bare and (bare.lower() in _POINTED or "." in bare):
        return words, match.end()
    return bare, match.start() + len(bare)


def _believable(text: str, elements: list[_Element], block: Span) -> bool:
    """Whether the elements and the mark after them make a dateline and the story can begin there."""
    last = elements[-1]
    dash = any(mark in last.mark for mark in "-—–―:")
    if not _story_follows(text, last.after, block.end):
        return False
    forms = {element.form for element in elements}
    if "signed" in forms:
        return _signed_well(text, elements, dash)
    place = next((text[slice(*element.span)] for element in elements if element.form == "place"), None)
    if last.form == "bare":
        return dash or "." in last.mark
    if last.form in ("day", "time") and place is not None:
        point = "." in last.mark and (place.isupper() or is_city(place))
        alone = last.after == block.end and not is_masthead(place)
        return _has_month(elements) and (dash or point or alone)
    if last.form == "day":
        return dash and _has_month(elements) and len(last.mark) > 1
    return place is not None and _placed_well(text, place, last, dash, block)


def _story_follows(text: str, at: int, end: int) -> bool:
    """Whether what follows can begin a sentence: nothing, a capital, a figure or an opening mark."""
    return at >= end or not (text[at].islower() and not text[at : at + 2].startswith(("d'", "d’", "al", "el", "iP")))


def _has_month(elements: list[_Element]) -> bool:
    return any(element.day is not None and element.day.day is not None for element in elements)


def _signed_well(text: str, elements: list[_Element], dash: bool) -> bool:
    signed = next(element for element in elements if element.form == "signed")
    words = text[slice(*signed.span)]
    if elements[-1].form == "place" and not (dash and elements[-2].mark.strip()):
        return False
    if words[0] == "/" and len(elements) > 1:
        return True
    known = known_publisher(words[1:-1]) is not None
    place = next((text[slice(*element.span)] for element in elements if element.form == "place"), "")
    sure = _has_month(elements) or place.isupper() or is_city(place)
    if known:
        return len(elements) > 1 or dash or words[1:-1].isupper()
    return (sure and (dash or "." in signed.mark or place.isupper())) or (len(elements) == 1 and dash)


def _placed_well(text: str, place: str, last: _Element, dash: bool, block: Span) -> bool:
    """Whether a place alone is a dateline: "BRUSSELS —", "Doha, Qatar -", or a city on a line of its own."""
    if last.after == block.end:
        return is_city(place) and (place.isupper() or dash or "," in place or "/" in place)
    tight = last.mark[-1:] in "-—–" and last.mark.strip() == last.mark
    if not dash or (tight and not place.isupper()):
        return False
    if is_city(place):
        return place.isupper() or ":" not in last.mark
    kickers = word_set("furniture", "labels") | word_set("furniture", "advisories")
    if not kickers.isdisjoint((place.lower(), place.split(maxsplit=1)[0].lower())):
        return False
    sentence = text[block.end - 1] in ".!?\"”’'»" and block.length > 60
    named = (
        place.isupper()
        and len(place) > 3
        and place.count(" ") < 2
        and last.mark.strip() != last.mark
        and ":" not in last.mark
    )
    return sentence and named


def is_city(place: str) -> bool:
    cities = word_set("wires", "places", "cities")
    return bool(place) and all(
        part.strip().lower() in cities
        for part in re.split(r"\s?/\s?|\sand\s", re.split(r"[,\[(]", place, maxsplit=1)[0])
    )


@cache
def _exact_places() -> dict[str, str]:
    return {name.upper(): name for name in load_table("wires")["places"]["exact"]}


def place_name(words: str) -> str:
    """The first place of a dateline in ordinary capitals: "ST. PETERSBURG" is "St. Petersburg"."""
    first = re.split(r",|\s?/|\s?\[|\s?\(|\sand\s|\s&\s", words)[0].strip()
    if not first.isupper():
        return first
    if first in _exact_places():
        return _exact_places()[first]
    small = word_set("wires", "places", "small") - {"la", "las", "el", "los"}
    parts = first.split(" ")
    titled = [part.lower() if at and part.lower() in small else part for at, part in enumerate(parts)]
    return " ".join(part if part.islower() or "." in part[:-1] else _titled(part) for part in titled)


def _titled(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _assemble(text: str, span: Span, elements: list[_Element]) -> Dateline:
    spans = {element.form: element.span for element in reversed(elements)}
    days = [element.day for element in elements if element.day is not None]
    day = next((day for day in days if day.day is not None), days[0] if days else None)
    weekday = next((day.weekday for day in days if day.weekday is not None), None)
    place = spans.get("place")
    signed = spans.get("signed") or spans.get("bare")
    words = text[slice(*signed)].strip("()[]/ ") if signed else None
    return Dateline(
        span=span,
        place=place_name(text[slice(*place)]) if place else None,
        place_span=place,
        date_span=day.span if day else None,
        month=day.month if day else None,
        day=day.day if day else None,
        year=day.year if day else None,
        weekday=weekday,
        publisher=publisher_name(words) if words else None,
        publisher_span=_inside(text, signed) if signed else None,
    )


def _inside(text: str, span: Span) -> Span:
    """A signature without its brackets or slashes."""
    return Span(span.start + 1, span.end - 1) if text[span.start] in "([/" else span
