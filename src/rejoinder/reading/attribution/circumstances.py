"""The circumstances of an attribution: to whom, where, on which day. Words around the cue in, their reading out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model import Interval, SaidOn, Span, TimeExpression, TimexType
from rejoinder.reading.actors.cast import Cast
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.knowledge import word_set

_TOLD = re.compile(
    r"\b(?:told|telling|tell|tells|assured|informed|urged|urging|urges|asked|asking|asks|warned|warning|promised|briefed|"
    r"called on|calling on|calls on|pressed|demanded of|accused|accusing|accuses|blamed|thanked|invited|reminded|"
    r"(?:said|say|says|saying|wrote|writing|explained|suggested|proposed|offered|spoke|speaking|complained|replied|pledged) to|in an? (?:\w+ )?letter to)\s+",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:(?:the|a|an|his|her|its|their|its)\s+)?[^\s,.;:\"“”—–()]+(?:\s+(?!(?:that|on|in|at|after|before|during|to|for|of|as|he|she|they|it|who|which|from|over|by|when|while|about|with|not|against|late|early|earlier|and he|and she)\b)[^\s,.;:\"“”—–()]+){0,5}"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][^\s,.;:\"“”]+)?"
)
_VENUE = re.compile(
    r"\b(?:at|during|in)\s+(?P<words>(?:(?:the|a|an)\s+)?(?:[^\s,.;:\"“”]+\s+){0,3}?"
    r"(?:conference|briefing|interview|meeting|summit|session|hearing|speech|talks|rally|forum))\b(?:\s+(?:in|at)\s+(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))?"
)
_PLACE = re.compile(r"\b(?:in|at)\s+(?P<place>(?:the\s+)?[A-Z][\w’'-]+(?:\s(?:of\s)?[A-Z][\w’'-]+){0,2})")
_ARTICLE = re.compile(r"^(?:the|his|her|its|their)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """To whom, where and on which day something was said; each None where the story does not tell."""

    addressee: str | None
    venue: str | None
    said_on: SaidOn | None


def zone_of(sentence: Span, contents: Sequence[Span]) -> list[Span]:
    """The parts of the cue's sentence that are no content: where circumstances may stand."""
    cuts = sorted(span for span in contents if span.overlaps(sentence) and span != sentence)
    found, at = [], sentence.start
    for cut in cuts:
        if cut.start > at:
            found.append(Span(at, cut.start))
        at = max(at, cut.end)
    if at < sentence.end:
        found.append(Span(at, sentence.end))
    return found


def said_on(dates: Sequence[TimeExpression], zone: Sequence[Span], cue: Span) -> SaidOn | None:
    """The day in the zone nearest to the cue; None if there is none that covers a known stretch of days."""
    near = [
        item
        for item in dates
        if item.interval
        and item.type in (TimexType.DATE, TimexType.TIME)
        and any(span.holds(item.span) for span in zone)
    ]
    if not near:
        return None
    best = min(near, key=lambda item: max(item.start - cue.end, cue.start - item.end))
    return SaidOn(best.exact, best.interval or Interval(None, None))


def addressee(text: str, draft: Draft, zone: Sequence[Span], cast: Cast) -> str | None:
    """To whom: what follows "told", "urged", "said to". Sides by their names, others by the words."""
    if draft.cue is None:
        return None
    for span in zone:
        if not (span.start <= draft.cue.start < span.end):
            continue
        match = _TOLD.search(text, draft.cue.start, span.end)
        if match and match.start() <= draft.cue.end + 2:
            return _named(text, match.end(), span.end, cast)
    return None


def _named(text: str, start: int, end: int, cast: Cast) -> str | None:
    phrase = _PHRASE.match(text, start, end)
    if not phrase:
        return None
    words = _ARTICLE.sub("", phrase.group()).strip()
    if words.lower() in word_set("circumstances", "no_addressee"):
        return None
    actors = cast.parties_in(Span(phrase.start(), phrase.end()))
    whole = [actor for actor in actors if len(words) <= len(actor.name) + 12]
    if whole and words[0].isupper():
        return " and ".join(actor.name if actor.party != actor.name else actor.party for actor in whole[:3])
    if words.lower() in word_set("circumstances", "with_article"):
        return f"a {words}"
    return words or None


def venue(text: str, zone: Sequence[Span]) -> str | None:
    """Where: the place of the meeting or conference named in the zone, else the place itself."""
    for span in zone:
        match = _VENUE.search(text, span.start, span.end)
        if match and match.group("place"):
            return match.group("place")
    return None


def find_circumstances(story: Prepared, spoken: Sequence[Spoken]) -> list[Circumstances]:
    """The circumstances of each spoken draft, in the order given."""
    contents = [part for item in spoken if item.draft.outer is None for part in item.draft.parts]
    return [_one(story, item.draft, contents) for item in spoken]


def _one(story: Prepared, draft: Draft, contents: Sequence[Span]) -> Circumstances:
    if draft.cue is None:
        return Circumstances(None, None, None)
    sentence = draft.outer.content if draft.outer else story.sentence_at(draft.cue.start)
    zone = zone_of(sentence, draft.parts if draft.outer else contents)
    return Circumstances(
        addressee(story.text, draft, zone, story.cast),
        venue(story.text, zone),
        said_on(story.dates_within(sentence), zone, draft.cue),
    )
