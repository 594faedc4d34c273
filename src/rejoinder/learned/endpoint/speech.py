"""The statements of an answer -> Statements whose every passage stands in the story, not yet numbered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rejoinder.learned.endpoint.answers import Unfit, as_kind, as_list, as_name, as_object, as_quote
from rejoinder.learned.endpoint.ground import Ground, days_of
from rejoinder.learned.endpoint.locating import Quote
from rejoinder.model import Act, Actor, Interval, Passage, SaidOn, Span, Statement
from rejoinder.reading.attribution.drafts import is_direct

WIDEST_GAP = 400
"""Code points that may stand between two pieces of one content."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement, and the id by which its answer calls it."""

    given_id: str | None
    statement: Statement


def find_speech(ground: Ground, value: Any, reason: str) -> list[Heard]:
    """The statements of an answer. ``reason`` says who read them."""
    return list(ground.taken(value, "statement", lambda item: _heard(ground, item, reason)))


def _heard(ground: Ground, value: Any, reason: str) -> Heard:
    given = as_object(value, "statement")
    act = as_kind(given.get("act"), Act, "statement")
    content, parts = _content(ground, given.get("content"))
    pieces = [piece.span for piece in parts or (content,)]
    near = ground.around(content.span)[1:]
    speaker, mention = _speaker(ground, given.get("speaker"), near, pieces)
    statement = Statement(
        id="",
        speaker=speaker,
        mention=mention,
        via=ground.actors(given.get("via"), "reporter"),
        act=act,
        addressee=ground.name(given.get("addressee"), "hearer"),
        venue=ground.name(given.get("venue"), "venue"),
        direct=is_direct(pieces, ground.story.quoted),
        said_on=_said_on(ground, given.get("said_on"), near),
        cue=ground.some_passage(given.get("cue"), "cue", near, pieces),
        content=content,
        parts=parts,
        score=None,
        reason=reason,
    )
    return Heard(as_name(given.get("id"), "statement"), statement)


def _content(ground: Ground, value: Any) -> tuple[Passage, tuple[Passage, ...]]:
    """What was said, from its first piece to its last, and the pieces where there are several."""
    given = value if isinstance(value, Mapping) else {}
    whole = as_quote(value, "content")
    quotes = [as_quote(part, "content") for part in as_list(given.get("parts"), "content")]
    if len(quotes) < 2:
        return ground.passage(whole, "content"), ()
    parts = _in_order(ground, quotes, whole)
    return Passage.of(ground.text, parts[0].start, parts[-1].end), parts


def _in_order(ground: Ground, quotes: Sequence[Quote | None], whole: Quote | None) -> tuple[Passage, ...]:
    """The pieces of a content, each behind the one before it and near to it."""
    within: tuple[Span, ...] = ()
    if whole is not None:
        try:
            within = (ground.passage(whole, "content").span,)
        except Unfit:  # The pieces say it themselves.
            within = ()
    parts: list[Passage] = []
    for quote in quotes:
        behind = Span(parts[-1].end, parts[-1].end + WIDEST_GAP) if parts else None
        part = ground.passage(quote, "content", (*within, *((behind,) if behind else ())))
        if behind is not None and not behind.start <= part.start <= behind.end:
            raise Unfit("endpoint-malformed", "The endpoint gives pieces of a content that do not follow one another.")
        parts.append(part)
    return tuple(parts)


def _speaker(
    ground: Ground, value: Any, near: Sequence[Span], outside: Sequence[Span]
) -> tuple[Actor | None, Passage | None]:
    """Who speaks, and the words that name the speaker there. Unfit if there is neither."""
    given = as_object(value, "speaker")
    mention = ground.some_passage(given.get("mention"), "speaker", near, outside)
    actor = ground.actor(given, "speaker")
    if actor is None and mention is None:
        raise Unfit("endpoint-no-speaker", "The endpoint gives a statement without a speaker whom the story names.")
    return actor, mention


def _said_on(ground: Ground, value: Any, near: Sequence[Span]) -> SaidOn | None:
    """The day of speaking, where words tell it; the days are read by the rules of the program."""
    passage = ground.some_passage(value, "day of speaking", near)
    if passage is None:
        return None
    return SaidOn(passage.exact, days_of(ground.story.dates, passage) or Interval(None, None))
