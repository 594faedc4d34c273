"""Where and on which day something is said: the words around a cue in, the place and the day out."""

from __future__ import annotations

from rejoinder.model import Span, TimeExpression, TimexType
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.phrases import phrase_end
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.knowledge import word_set

_REACH = 16
_UNSURE = "_REF"
"""How the TIMEX3 value of a vague time ends (PAST_REF, "recently")."""


def _list(*keys: str) -> frozenset[str]:
    return word_set("circumstances", *keys)


def find_venue(story: Prepared, around: Surroundings, hearer: str | None) -> str | None:
    """The place named behind the cue or before it, else the body spoken to, else the place that opens the sentence."""
    begin = min(around.source[1], around.cue[0]) if around.source else around.cue[0]
    found = _place_from(story, around, around.cue[1], around.cue[1] + _REACH)
    found = found or _place_from(story, around, begin, around.cue[0])
    if found is not None:
        return found
    return hearer if hearer is not None and _is_body(hearer) else _place_at_head(story, around)


def _is_body(name: str) -> bool:
    """Whether it is a body before which one speaks: "State Duma"."""
    return name[:1].isupper() and name.lower().endswith(tuple(_list("occasions", "bodies")))


def _place_from(story: Prepared, around: Surroundings, begin: int, end: int) -> str | None:
    """The first place behind a preposition from the word ``begin`` on, up to what starts another matter."""
    occasion: str | None = None
    for at in range(max(begin, around.first), min(end, around.last)):
        word = around.low(at)
        if not around.free(at) or word in _list("occasions", "barriers"):
            break
        if word == "here":
            return _home(story)
        if word in _list("occasions", "prepositions") or _is_on_part(around, at):
            place = _place_at(story, around, at + 1)
            if place is not None:
                return place
            occasion = occasion or _occasion_at(story, around, at + 1)
    return occasion


def _home(story: Prepared) -> str | None:
    """The place of the dateline, which is "here" and "the capital"."""
    return story.layout.dateline.place if story.layout.dateline else None


def _is_on_part(around: Surroundings, at: int) -> bool:
    """As in "on the steps of the Old Customs House"."""
    head = (around.low(at), around.low(at + 1)) == ("on", "the")
    return head and around.low(at + 2) in _list("occasions", "parts")


def _place_at(story: Prepared, around: Surroundings, begin: int) -> str | None:
    """The place whose noun phrase begins at a word: "Geneva", "the White House", "the capital Ankara"."""
    end = phrase_end(around, begin, story)
    if end == begin or any(at in around.taken for at in range(begin, end)):
        return None
    if around.low(end - 1) in _list("occasions", "capital"):
        return _home(story)
    named = _named_place(story, begin, end)
    if named is not None:
        return named
    start = next((at for at in range(end, begin, -1) if not around.words[at - 1].capital), begin)
    known = start == end or _is_day(story, around, start) or _has_person(story, start, end)
    return None if known else story.cast.story.page.slice(start, end)


def _named_place(story: Prepared, begin: int, end: int) -> str | None:
    """The name that ends a phrase, or that opens it before a person's ("in Reykjavik Gudrun Falk said")."""
    names = story.cast.story.page.names_in(begin, end)
    if not names:
        return None
    if len(names) > 1 and _has_person(story, begin, end):
        return None if story.cast.story.persons_named(names[0]) else names[0].text
    return names[-1].text if names[-1].last == end else None


def _has_person(story: Prepared, begin: int, end: int) -> bool:
    held = story.cast.story
    return any(held.persons_named(name) for name in held.page.names_in(begin, end))


def _is_day(story: Prepared, around: Surroundings, at: int) -> bool:
    word = around.words[at]
    calendar = word.text in word_set("people_nouns", "openers", "calendar")
    return calendar or bool(story.dates_within(Span(word.start, word.end)))


def _occasion_at(story: Prepared, around: Surroundings, begin: int) -> str | None:
    """An occasion that is told by its noun alone ("the opening ceremony")."""
    end = phrase_end(around, begin, story)
    told = end > begin and around.low(end - 1) in _list("occasions", "place")
    return story.cast.story.page.slice(begin, end) if told else None


def _place_at_head(story: Prepared, around: Surroundings) -> str | None:
    """As in "In Washington, a spokesperson said"."""
    at = around.first
    if around.low(at) not in ("in", "at") or not around.free(at):
        return None
    comma = around.low(phrase_end(around, at + 1, story)) == ","
    return _place_at(story, around, at + 1) if comma else None


def find_day(story: Prepared, around: Surroundings) -> TimeExpression | None:
    """The day of speaking that stands nearest to the cue, outside of contents; None where the sentence tells none."""
    near = [item for item in story.dates_within(around.span) if _tells(story, around, item)]
    return min(near, key=lambda item: _distance(around, item), default=None)


def _distance(around: Surroundings, item: TimeExpression) -> int:
    """How many words stand between the cue and a day."""
    first, last = words_within(around.words, item.span)
    return max(first - around.cue[1], around.cue[0] - last)


def _tells(story: Prepared, around: Surroundings, item: TimeExpression) -> bool:
    """Whether a time expression can be the day of speaking: known, not to come, in no clause about something else."""
    first, last = words_within(around.words, item.span)
    if item.type not in (TimexType.DATE, TimexType.TIME) or not all(around.free(at) for at in range(first, last)):
        return False
    if not _is_known(story, item) or _is_to_come(story, item) or _describes(around, item, first):
        return False
    owner = last < around.last and around.words[last].owner
    return around.low(last + 1) in _list("days", "owned") if owner else not _is_bound(around, first)


def _describes(around: Surroundings, item: TimeExpression, first: int) -> bool:
    """Whether a month or year stands behind an article, to say which thing is meant: "the October figures"."""
    days = item.interval
    is_long = days is not None and days.earliest != days.latest
    return is_long and around.low(first - 1) in word_set("titles", "edges", "determiners")


def _is_known(story: Prepared, item: TimeExpression) -> bool:
    if item.interval is not None:
        return True
    return story.day.day is None and item.value is not None and not item.value.endswith(_UNSURE)


def _is_to_come(story: Prepared, item: TimeExpression) -> bool:
    earliest = item.interval.earliest if item.interval else None
    return story.day.day is not None and earliest is not None and earliest > story.day.day


def _is_bound(around: Surroundings, first: int) -> bool:
    """Whether a preposition ("until Friday") or a clause of its own ("who met him on Monday") holds the day."""
    words = [word.low for word in around.clause_before(first)]
    clauses = _list("days", "clauses")
    return not _list("days", "before").isdisjoint(words[:1]) or not clauses.isdisjoint(words)
