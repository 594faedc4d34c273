"""What a record may rest on: a story and one of its pieces -> places, names and days that are in it, and the doubts.

Whatever an answer names is looked for here. What is needed and is not there stops the record (``Unfit``); what could
be left out is left out. Both leave a Problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any, TypeVar

from rejoinder.learned.endpoint.answers import (
    MOST_RECORDS,
    Unfit,
    as_list,
    as_name,
    as_object,
    as_quote,
    malformed,
    shown,
)
from rejoinder.learned.endpoint.locating import Folded, Missing, Quote, fold, fold_words, holds_words, locate
from rejoinder.model import Actor, Interval, Passage, Problem, Severity, Span, TimeExpression
from rejoinder.reading.attribution.prepared import Prepared

Record = TypeVar("Record")
_UP_TO = re.compile(r"\b(?:by|until|till|(?:no|not) later than|at the latest by)(?:\s+the)?\s*$", re.IGNORECASE)
_SHORT_OF = re.compile(r"\b(?:before|ahead of|prior to)(?:\s+the)?\s*$", re.IGNORECASE)
_LEAD = 24
"""How far before a day the words are looked for that make it a limit."""


@dataclass(frozen=True)
class Known:
    """The names that a story knows: the words of its text, and what its cast calls persons and sides."""

    story: Prepared

    @cached_property
    def _text(self) -> str:
        return fold(self.story.text, [Span(0, len(self.story.text))]).text.lower()

    @cached_property
    def _cast(self) -> frozenset[str]:
        actors = self.story.cast.parties_in(Span(0, len(self.story.text)))
        return frozenset(name.casefold() for actor in actors for name in (actor.name, actor.party) if name)

    @cached_property
    def _asked(self) -> dict[str, bool]:
        return {}

    def holds(self, name: str) -> bool:
        """Whether the story says these words, in any case, or its cast goes by them."""
        if name not in self._asked:
            stands = holds_words(self._text, fold_words(name).lower())
            self._asked[name] = stands or name.casefold() in self._cast
        return self._asked[name]


@dataclass(frozen=True)
class Ground:
    """A piece of a story as the ground of records.

    ``doubts``  what could not be taken, gathered as the records are made
    """

    story: Prepared
    piece: Folded
    span: Span
    known: Known
    doubts: list[Problem] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.story.text

    def doubt(self, unfit: Unfit, severity: Severity = Severity.DOUBT) -> None:
        """Keep a doubt, with the piece of the story as its place; the same one is kept once."""
        problem = Problem(unfit.code, unfit.message, self.span.start, self.span.end, severity)
        if problem not in self.doubts[-MOST_RECORDS:]:
            self.doubts.append(problem)

    def passage(
        self, quote: Quote | None, what: str, near: Sequence[Span] = (), outside: Sequence[Span] = ()
    ) -> Passage:
        """The place of words that a record needs."""
        if quote is None:
            raise malformed(what)
        found = locate(self.text, self.piece, quote, near, outside)
        if isinstance(found, Passage):
            return found
        code = "endpoint-not-in-text" if found is Missing.NOT_FOUND else "endpoint-ambiguous"
        raise Unfit(code, f"The endpoint gives words of a {what} that are {found.value}: {shown(quote.exact)}.")

    def some_passage(
        self, value: Any, what: str, near: Sequence[Span] = (), outside: Sequence[Span] = ()
    ) -> Passage | None:
        """The place of words that a record can do without; None where there is none."""
        try:
            quote = as_quote(value, what)
            return None if quote is None else self.passage(quote, what, near, outside)
        except Unfit as unfit:
            self.doubt(unfit)
            return None

    def name(self, value: Any, what: str) -> str | None:
        """A name, if the story says it; None where it does not."""
        try:
            name = as_name(value, what)
        except Unfit as unfit:
            self.doubt(unfit, Severity.NOTE)
            return None
        if name is None or self.known.holds(name):
            return name
        message = f"The endpoint names a {what} that the story does not: {shown(name)}."
        self.doubt(Unfit("endpoint-not-in-text", message), Severity.NOTE)
        return None

    def actor(self, value: Any, what: str) -> Actor | None:
        """Somebody whom the story names, with the post and the side that it knows; None where there is nobody."""
        if value is None:
            return None
        given = as_object(value, what)
        name = self.name(given.get("name"), what)
        if name is None:
            return None
        post, party = self.name(given.get("post"), "post"), self.name(given.get("party"), "side")
        return Actor(name, post, party, named=not name[0].islower())

    def actors(self, value: Any, what: str) -> tuple[Actor, ...]:
        """Those of a list whom the story names, each once."""
        given = [{"name": item} if isinstance(item, str) else item for item in as_list(value, what)]
        return tuple(dict.fromkeys(actor for item in given if (actor := self.actor(item, what)) is not None))

    def around(self, span: Span) -> tuple[Span, ...]:
        """What is near a span, the narrowest first: itself, its sentences, its paragraphs."""
        first, last = self.story.sentence_at(span.start), self.story.sentence_at(max(span.start, span.end - 1))
        blocks = [block for block in self.story.blocks if block.overlaps(span)] or [span]
        return span, Span(first.start, last.end), Span(blocks[0].start, blocks[-1].end)

    def taken(self, value: Any, what: str, make: Callable[[Any], Record]) -> Iterable[Record]:
        """The records that ``make`` makes of a list; one that it cannot make is left out with a doubt."""
        try:
            given = as_list(value, what, most=10**9)
        except Unfit as unfit:
            self.doubt(unfit)
            return
        if len(given) > MOST_RECORDS:
            message = f"The endpoint gives {len(given)} {what}s; those after the first {MOST_RECORDS} are left out."
            self.doubt(Unfit("endpoint-too-many", message))
        for item in given[:MOST_RECORDS]:
            try:
                yield make(item)
            except Unfit as unfit:
                self.doubt(unfit)


def date_in(dates: Sequence[TimeExpression], passage: Passage) -> TimeExpression | None:
    """The one expression of time in a passage that has days; None where there is none, or several that differ."""
    found = [
        item for item in dates if item.interval is not None and passage.start < item.end and item.start < passage.end
    ]
    return found[0] if len({item.interval for item in found}) == 1 else None


def days_of(dates: Sequence[TimeExpression], passage: Passage | None) -> Interval | None:
    """The days that a passage tells, as the program reads them; None where it tells none."""
    date = date_in(dates, passage) if passage is not None else None
    return date.interval if date is not None else None


def limit_of(text: str, date: TimeExpression) -> Interval | None:
    """The days by which something is due: "by Monday" has only a latest one."""
    interval = date.interval
    if interval is None or interval.latest is None or interval.earliest is None:
        return interval
    lead = text[max(0, date.start - _LEAD) : date.start]
    if _UP_TO.search(lead):
        return Interval(None, interval.latest)
    if _SHORT_OF.search(lead) and interval.earliest.toordinal() > 1:
        return Interval(None, interval.earliest - timedelta(days=1))
    return interval
