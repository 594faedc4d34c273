"""The layout of a story: a text in, its headline, dateline, byline, paragraphs and furniture out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rejoinder.model import Span
from rejoinder.reading.blocks import find_blocks, trim
from rejoinder.reading.calendar_forms import WrittenDay
from rejoinder.reading.datelines import Dateline, parse_dateline, place_name
from rejoinder.reading.furniture import (
    byline_place,
    closing_mark,
    is_byline,
    is_furniture,
    is_tagline,
    opens_links,
    read_stamp,
)
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

HEAD_BLOCKS = 14
_STOP = re.compile(r"[.!?…:][\"”’'»)\]]*(?:\s?\([^()]{2,20}\))?$")
_LETTERS = re.compile(r"\w+")
_TOLD = re.compile(r"\btold (?:the )?(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the parts of a story are. All spans are trimmed, in order, and share no code point.

    ``paragraphs``  the body; the first one starts after the dateline
    ``furniture``   whatever stands around the story, the byline among it
    """

    headline: Span | None
    subheadlines: tuple[Span, ...]
    dateline: Dateline | None
    byline: Span | None
    paragraphs: tuple[Span, ...]
    furniture: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A block and what it is: text, furniture, byline, stamp, masthead, or dateline (alone on its line)."""

    span: Span
    kind: str = "text"
    dateline: Dateline | None = None
    days: tuple[WrittenDay, ...] = ()


def find_layout(text: str, title: str | None = None) -> Layout:
    """The layout of ``text``. ``title`` is the headline as metadata give it, to be found in the text.

    Any text has a layout; what has neither headline nor dateline is paragraphs.
    """
    spans = _split_single(text, find_blocks(text), title)
    blocks = _classify_all(text, spans)
    blocks = _mark_links(text, _mark_masthead(text, blocks))
    start = _body_start(text, blocks, title)
    headings = [block.span for block in blocks[:start] if block.kind == "text"]
    headline, subheadlines = _choose_headline(text, headings, title)
    paragraphs, cross = _paragraphs(text, blocks[start:])
    loose = [block.span for block in blocks if block.kind in ("furniture", "byline", "stamp", "masthead")]
    byline = next((block.span for block in blocks[: start + 2] if block.kind == "byline"), None)
    dateline = _complete(text, blocks, _first_dateline(blocks), byline, paragraphs)
    return Layout(headline, subheadlines, dateline, byline, paragraphs, tuple(sorted(loose + cross)))


def _split_single(text: str, spans: tuple[Span, ...], title: str | None) -> tuple[Span, ...]:
    """Blocks, with a headline that runs into the dateline of a text in one block parted from it."""
    if not spans or len(spans) > 1:
        return spans
    (span,) = spans
    if title and text.startswith(title.strip(), span.start) and span.length > len(title) + 1:
        head = Span(span.start, span.start + len(title.strip()))
        return (head, trim(text, head.end, span.end)) if head.length else spans
    if parse_dateline(text, span):
        return spans
    for match in re.compile(r"\s(?=[A-Z]{3})").finditer(text, span.start, min(span.end, span.start + 300)):
        rest = Span(match.end(), span.end)
        found = parse_dateline(text, rest)
        if found and found.publisher and found.place and found.span.end < span.end:
            return (Span(span.start, match.start()), rest)
    return spans


def _classify_all(text: str, spans: tuple[Span, ...]) -> list[_Block]:
    """The blocks with their kinds; a name alone is a byline only below a headline."""
    blocks: list[_Block] = []
    headed = False
    for at, span in enumerate(spans):
        block = _classify(text, span, at < HEAD_BLOCKS, headed)
        below_byline = bool(blocks) and blocks[-1].kind == "byline" and block.kind in ("text", "byline")
        if below_byline and is_masthead(text[slice(*span)]):
            block = replace(block, kind="masthead")
        blocks.append(block)
        headed = headed or block.kind == "text"
    return blocks


def _classify(text: str, span: Span, top: bool, headed: bool) -> _Block:
    """What a block is, by itself and by whether it stands near the top and below a headline."""
    if top and (block := _classify_at_top(text, span)):
        return block
    if is_furniture(text, span) or (top and _is_salutation(text, span)):
        return _Block(span, "furniture")
    return _Block(span, "byline" if top and is_byline(text, span, headed) else "text")


def _classify_at_top(text: str, span: Span) -> _Block | None:
    """What a block near the top is, if it is a date line, a byline with "By", or opens with a dateline."""
    if (days := read_stamp(text, span)) is not None:
        return _Block(span, "stamp", days=days)
    if days := _stamp_beside_masthead(text, span):
        return _Block(span, "masthead", days=days)
    if is_byline(text, span, headed=False):
        return _Block(span, "byline")
    dateline = parse_dateline(text, span)
    if dateline is None:
        return None
    return _Block(span, "dateline" if dateline.span.end == span.end else "text", dateline)


def _stamp_beside_masthead(text: str, span: Span) -> tuple[WrittenDay, ...]:
    """The days of a line like "MEDTRADE DAILY | 08:15 CET, Tuesday 4 February 2020"."""
    bar = text.find("|", *span)
    if bar < 0 or span.length > 150 or not is_masthead(text[span.start : bar].strip()):
        return ()
    return read_stamp(text, trim(text, bar + 1, span.end)) or ()


def _mark_masthead(text: str, blocks: list[_Block]) -> list[_Block]:
    """The blocks, the first ones mastheads if they name a medium or a body and a headline follows them.

    A line of capitals over a tagline ("News for members of the union") is a masthead whatever its words.
    """
    blocks = list(blocks)
    for at, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.kind != "text":
            continue
        after = [each for each in blocks[at + 1 : at + HEAD_BLOCKS] if each.kind == "text"]
        if len(after) < 2 or block.dateline or after[0].dateline or _is_sentence(text, after[0].span):
            break
        below = blocks[at + 1]
        tagline = below.kind == "furniture" and is_tagline(text, below.span) and block.span.length < 60
        if not tagline and not is_masthead(_without_place(text, block.span)):
            break
        blocks[at] = replace(block, kind="masthead")
    return blocks


def _is_salutation(text: str, span: Span) -> bool:
    """Whether a block greets its readers: "Friends,", "Dear colleagues,"."""
    return span.length < 50 and text[span.end - 1] == "," and len(text[slice(*span)].split()) <= 4


def _without_place(text: str, span: Span) -> str:
    """The words of a masthead without the seat after its comma: "Ministry of Health, Kirkmoor"."""
    words, _, place = text[slice(*span)].rpartition(",")
    return words if words and len(place.split()) <= 2 else text[slice(*span)]


def _mark_links(text: str, blocks: list[_Block]) -> list[_Block]:
    """The blocks, the short lines that close the text under "Read more:" as furniture."""
    tail = len(blocks)
    while tail > 0 and blocks[tail - 1].span.length < 120 and not opens_links(text, blocks[tail - 1].span):
        tail -= 1
    if tail == 0 or not opens_links(text, blocks[tail - 1].span):
        return blocks
    return [*blocks[:tail], *(replace(block, kind="furniture") for block in blocks[tail:])]


def _first_dateline(blocks: list[_Block]) -> Dateline | None:
    return next((block.dateline for block in blocks if block.dateline), None)


def _body_start(text: str, blocks: list[_Block], title: str | None) -> int:
    """The index of the block with which the body begins."""
    dated = next((at for at, block in enumerate(blocks) if block.dateline), None)
    if dated is not None and sum(block.kind == "text" for block in blocks[:dated]) <= 6:
        return dated if blocks[dated].kind == "text" else _after_head(text, blocks, dated + 1, title)
    return _after_head(text, blocks, 0, title)


def _after_head(text: str, blocks: list[_Block], start: int, title: str | None) -> int:
    """Where the body begins when no dateline shows it: after the byline or date line, or at the first sentence."""
    marks = [at for at, block in enumerate(blocks[:HEAD_BLOCKS]) if block.kind in ("byline", "stamp") and at >= start]
    texts = [at for at, block in enumerate(blocks) if block.kind == "text" and at >= start]
    if not texts:
        return len(blocks)
    for mark in reversed(marks):
        before = [at for at in texts if at < mark]
        after = [at for at in texts if at > mark]
        if after and len(before) <= 3 and _can_be_head(text, [blocks[at].span for at in before]):
            start = mark + 1
            texts = after
            break
    seen_head = any(block.kind == "text" for block in blocks[:start])
    for count, at in enumerate(texts):
        span = blocks[at].span
        if len(texts) == 1 or count == 4 or (_is_sentence(text, span) and not _is_title(text, span, title)):
            heading_first = count == 0 and not seen_head and _is_short_question(text, span) and len(texts) > 1
            if not heading_first:
                return at
    return texts[0]


def _can_be_head(text: str, spans: list[Span]) -> bool:
    """Whether blocks before a byline are headings: none is a paragraph of several sentences."""
    return all(span.length < 350 and len(re.findall(r"[.!?]\s+[A-Z\"“]", text[slice(*span)])) < 2 for span in spans)


def _is_sentence(text: str, span: Span) -> bool:
    """Whether a block reads as a paragraph: it ends like a sentence, or is far too long for a heading."""
    return _STOP.search(text, max(span.start, span.end - 30), span.end) is not None or span.length > 350


def _is_short_question(text: str, span: Span) -> bool:
    """Whether a first block with a closing mark may still be a headline: a question, a cry or a quotation."""
    return span.length < 130 and text[span.start : span.end].rstrip("\"”’'»")[-1:] in ("?", "!")


def _is_title(text: str, span: Span, title: str | None) -> bool:
    return title is not None and _likeness(text[slice(*span)], title) > 0.8


def _likeness(words: str, title: str) -> float:
    """The share of a heading's words that the title has, 0 to 1."""
    mine = _LETTERS.findall(words.lower())
    theirs = set(_LETTERS.findall(title.lower()))
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0


def _choose_headline(text: str, headings: list[Span], title: str | None) -> tuple[Span | None, tuple[Span, ...]]:
    """Headline and sub-headlines. Where metadata give a title, the heading that is most like it."""
    if not headings:
        return None, ()
    best = headings[0]
    if title and title.strip():
        best = max(headings, key=lambda span: (_likeness(text[slice(*span)], title), -span.start))
        if _likeness(text[slice(*best)], title) < 0.5:
            return None, tuple(headings)
    return best, tuple(span for span in headings if span != best)


def _paragraphs(text: str, blocks: list[_Block]) -> tuple[tuple[Span, ...], list[Span]]:
    """The body's paragraphs, without dateline and end marks; and the cross-heads and end marks between them."""
    paragraphs: list[Span] = []
    loose: list[Span] = []
    for at, block in enumerate(blocks):
        if block.kind != "text":
            continue
        if _is_cross_head(text, blocks, at):
            loose.append(block.span)
            continue
        start = block.dateline.span.end if block.dateline and not paragraphs else block.span.start
        end = closing_mark(text, Span(start, block.span.end))
        if end < block.span.end:
            loose.append(trim(text, end, block.span.end))
        paragraphs.append(trim(text, start, end))
    return tuple(span for span in paragraphs if span.length), loose


def _is_cross_head(text: str, blocks: list[_Block], at: int) -> bool:
    """Whether a block is a heading within the body: a few words, no mark at the end, a paragraph on both sides."""
    span = blocks[at].span
    if at == 0 or at + 1 >= len(blocks) or span.length > 60 or blocks[at].dateline:
        return False
    words = text[slice(*span)]
    before = next((block for block in blocks[at - 1 :: -1] if block.kind == "text"), blocks[0])
    after = blocks[at + 1]
    plain = words[0].isupper() and words[-1].isalnum() and len(words.split()) <= 7
    between = _is_sentence(text, before.span) and after.kind == "text" and _is_sentence(text, after.span)
    return plain and between and text[before.span.end - 1] != ":"


def _complete(
    text: str, blocks: list[_Block], dateline: Dateline | None, byline: Span | None, paragraphs: tuple[Span, ...]
) -> Dateline | None:
    """The dateline, with what the byline, the date line and the closing lines add to it."""
    found = dateline or Dateline(Span(0, 0))
    seat = next((block.span for block in blocks if block.kind == "masthead" and "," in text[slice(*block.span)]), None)
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


def _add_day(found: Dateline, stamp: _Block) -> Dateline:
    """The dateline with the day of a date line, where its own day is not written or lacks the year."""
    day = next((day for day in stamp.days if day.date), stamp.days[0])
    fits = found.month is None or (found.year is None and (day.month, day.day) == (found.month, found.day))
    if not fits or (found.weekday is not None and day.day is None):
        return found
    weekday = day.weekday if day.weekday is not None else found.weekday
    full = replace(found, date_span=day.span, month=day.month, day=day.day, year=day.year, weekday=weekday)
    return _based(full, stamp.span)


def _find_publisher(text: str, blocks: list[_Block], paragraphs: tuple[Span, ...]) -> tuple[str, Span] | None:
    """The publisher by masthead, byline, closing line or, last, by "told NorthNet" in the story."""
    loose = [block for block in blocks if block.kind in ("furniture", "byline")]
    tagline = next((found for block in loose[:6] if (found := tagline_holder(text, block.span))), None)
    masthead = [block.span for block in blocks if block.kind == "masthead"]
    if tagline or masthead:
        return tagline or _name_masthead(text, masthead[-1])
    for block in loose:
        if block.kind == "byline" and (named := publisher_in(text, block.span) or employer_in(text, block.span)):
            return named
    for block in reversed(loose):
        if holder := rights_holder(text, block.span) or source_in(text, block.span):
            return holder
    return _told(text, paragraphs) or next((found for block in loose if (found := own_picture(text, block.span))), None)


def _name_masthead(text: str, span: Span) -> tuple[str, Span]:
    """The publisher's name from its masthead, in ordinary capitals, and where it stands."""
    words = _without_place(text, span).partition("|")[0].strip()
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
