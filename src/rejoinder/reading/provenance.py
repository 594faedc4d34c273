"""Where a story comes from: its blocks in, its dateline out, with the day, place and publisher that they tell."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.model import Span
from rejoinder.reading.block_kinds import Block, masthead_words, without_place
from rejoinder.reading.blocks import trim
from rejoinder.reading.datelines import Dateline, place_name
from rejoinder.reading.furniture import byline_place
from rejoinder.reading.publishers import (
    cased_elsewhere,
    employer_in,
    is_coined,
    is_masthead,
    known_publisher,
    own_picture,
    publisher_in,
    publisher_name,
    rights_holder,
    source_in,
    tagline_holder,
)

_TOLD = re.compile(r"\b(?:told|tells) (?:the )?(?P<name>[A-Z][\w-]*(?: (?:& )?[A-Z][\w-]*){0,3})")


def complete_dateline(
    text: str, blocks: list[Block], dateline: Dateline | None, byline: Span | None, paragraphs: tuple[Span, ...]
) -> Dateline | None:
    """The dateline, with what the byline, the date line and the closing lines add to it."""
    found = dateline or Dateline(Span(0, 0))
    seats = [block.span for block in blocks if block.kind == "masthead" and not block.days]
    seat = next((span for span in seats if "," in text[slice(*span)]), None)
    stamp = next((block for block in blocks if block.days and any(day.date for day in block.days)), None)
    if stamp is None:
        stamp = next((block for block in blocks if block.days), None)
    if stamp is not None:
        found = _add_day(found, stamp)
    if byline is not None and found.place is None and (place := byline_place(text, byline)):
        found = _based(replace(found, place=place_name(text[slice(*place)]), place_span=place), byline)
    if found.place is None and seat is not None and "|" not in text[slice(*seat)]:
        place_span = trim(text, text.rfind(",", *seat) + 1, seat.end)
        found = _based(replace(found, place=place_name(text[slice(*place_span)]), place_span=place_span), seat)
    if found.publisher is None and (named := _find_publisher(text, blocks, paragraphs)):
        found = _based(replace(found, publisher=named[0], publisher_span=named[1]), named[1])
    return found if found != Dateline(Span(0, 0)) else None


def _based(dateline: Dateline, span: Span) -> Dateline:
    """The dateline, standing on ``span`` if it stood nowhere."""
    return dateline if dateline.span.length else replace(dateline, span=span)


def _add_day(found: Dateline, stamp: Block) -> Dateline:
    """The dateline with the day of a date line, where its own day is not written or lacks the year."""
    day = next((day for day in stamp.days if day.date), stamp.days[0])
    fits = found.month is None or (found.year is None and (day.month, day.day) == (found.month, found.day))
    if not fits or (found.weekday is not None and day.day is None):
        return found
    weekday = day.weekday if day.weekday is not None else found.weekday
    full = replace(found, date_span=day.span, month=day.month, day=day.day, year=day.year, weekday=weekday)
    return _based(full, stamp.span)


def _find_publisher(text: str, blocks: list[Block], paragraphs: tuple[Span, ...]) -> tuple[str, Span] | None:
    """The publisher by masthead, byline, closing line or, last, by "told NorthNet" in the story."""
    loose = [block for block in blocks if block.kind in ("furniture", "byline")]
    tagline = next((found for block in loose[:6] if (found := tagline_holder(text, block.span))), None)
    masthead = [block for block in blocks if block.kind == "masthead"]
    if tagline or masthead:
        return tagline or _name_masthead(text, masthead[-1])
    for block in loose:
        if block.kind == "byline" and (named := publisher_in(text, block.span) or employer_in(text, block.span)):
            return named
    for block in reversed(loose):
        if holder := rights_holder(text, block.span) or source_in(text, block.span):
            return holder
    return _told(text, paragraphs) or next((found for block in loose if (found := own_picture(text, block.span))), None)


def _name_masthead(text: str, block: Block) -> tuple[str, Span]:
    """The publisher's name from its masthead, in ordinary capitals, and where it stands."""
    span = block.span
    words = masthead_words(text, span) if block.days else without_place(text, span).partition("|")[0].strip()
    name = publisher_name(words)
    return cased_elsewhere(text, name) if words.isupper() else name, Span(span.start, span.start + len(words))


def _told(text: str, paragraphs: tuple[Span, ...]) -> tuple[str, Span] | None:
    """A medium that speakers of the story "told": a known agency or a name coined as media names are."""
    for paragraph in paragraphs:
        for match in _TOLD.finditer(text, *paragraph):
            name = match["name"]
            if known_publisher(name) is not None or is_coined(name) or is_masthead(name):
                return publisher_name(name), Span(*match.span("name"))
    return None
