"""Where and on which day something is said: the words around a cue in, the place and the day out."""

from __future__ import annotations

from rejoinder.model import Span, TimeExpression, TimexType
from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.hearers import phrase_end
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.knowledge import word_set

_REACH = 16
_UNSURE = "_REF"
"""How the TIMEX3 value of a vague time ends (PAST_REF, "recently")."""


def _list(*keys: str) -> frozenset[str]:
    return word_set("circumstances", *keys)


def find_venue(story: Prepared, around: Surroundings, hearer: str | None) -> str | None:
    """The place named behind the cue, before it, or at the head of the sentence; else the body spoken to."""
    begin = around.source[1] if around.source and around.source[1] < around.cue[0] else around.cue[0]
    found = _place_from(story, around, around.cue[1]) or _place_from(story, around, begin, around.cue[0])
    if found is not None:
        return found
    if hearer is not None and hearer.lower().split()[-1] in _list("occasions", "bodies") and hearer[:1].isupper():
        return hearer
    return _place_at_head(story, around)


def _place_from(story: Prepared, around: Surroundings, begin: int, end: int | None = None) -> str | None:
    """The first place behind a preposition from the word ``begin`` on, up to what starts another matter."""
    occasion: str | None = None
    stop = min(begin + _REACH, around.last) if end is None else end
    for at in range(begin, stop):
        word = around.words[at]
        if not around.free(at) or word.low in _list("occasions", "barriers"):
            break
        if word.low == "here" and story.layout.dateline is not None:
            return story.layout.dateline.place
        if word.low in _list("occasions", "prepositions") or _is_on_part(around, at):
            place = _place_at(story, around, at + 1)
            if place is not None:
                return place
            occasion = occasion or _occasion_at(story, around, at + 1)
    return occasion


def _is_on_part(around: Surroundings, at: int) -> bool:
    """As in "on the steps of the Old Customs House"."""
    follows = [word.low for word in around.words[at : min(at + 3, around.last)]]
    return follows[:2] == ["on", "the"] and follows[-1] in _list("occasions", "parts")


def _place_at(story: Prepared, around: Surroundings, begin: int) -> str | None:
    """The place whose noun phrase begins at a word: "Geneva", "the White House", "the capital Ankara"."""
    end = phrase_end(around, begin, story)
    page, words = story.cast.story.page, around.words
    if end == begin or any(at in around.taken for at in range(begin, end)):
        return None
    if words[end - 1].low in _list("occasions", "capital"):
        return story.layout.dateline.place if story.layout.dateline else None
    names = [name for name in page.names_in(begin, end) if name.last <= end and _may_be_place(story, name)]
    if names and names[-1].last == end:
        return names[-1].text
    start = next((at for at in range(end, begin, -1) if not words[at - 1].capital), begin)
    if start < end and not _is_day(story, around, start):
        return page.slice(start, end)
    return None


def _may_be_place(story: Prepared, name: Name) -> bool:
    return not story.cast.story.persons_named(name)


def _is_day(story: Prepared, around: Surroundings, at: int) -> bool:
    word = around.words[at]
    return word.text in word_set("people_nouns", "openers", "calendar") or bool(
        story.dates_within(Span(word.start, word.end))
    )


def _occasion_at(story: Prepared, around: Surroundings, begin: int) -> str | None:
    """An occasion that is told by its noun alone ("the opening ceremony")."""
    end = phrase_end(around, begin, story)
    if end == begin or around.words[end - 1].low not in _list("occasions", "place"):
        return None
    return story.cast.story.page.slice(begin, end)


def _place_at_head(story: Prepared, around: Surroundings) -> str | None:
    """As in "In Washington, a spokesperson said"."""
    at = around.first
    if at + 2 >= around.last or around.words[at].low not in ("in", "at") or not around.free(at):
        return None
    end = phrase_end(around, at + 1, story)
    comma = end < around.last and around.words[end].text == ","
    return _place_at(story, around, at + 1) if comma else None


def find_day(story: Prepared, around: Surroundings) -> TimeExpression | None:
    """The day of speaking that stands nearest to the cue, outside of contents; None where the sentence tells none."""
    near = [item for item in story.dates_within(_stretch(around)) if _tells(story, around, item)]
    if not near:
        return None
    begin, end = around.cue
    start, stop = around.words[begin].start, around.words[end - 1].end
    return min(near, key=lambda item: max(item.start - stop, start - item.end))


def _stretch(around: Surroundings) -> Span:
    if around.first >= around.last:
        return Span(0, 0)
    return Span(around.words[around.first].start, around.words[around.last - 1].end)


def _tells(story: Prepared, around: Surroundings, item: TimeExpression) -> bool:
    """Whether a time expression can be the day of speaking: known, not to come, in no clause about something else."""
    first, last = words_within(around.words, item.span)
    if item.type not in (TimexType.DATE, TimexType.TIME) or not all(around.free(at) for at in range(first, last)):
        return False
    if not _is_known(story, item) or _is_to_come(story, item):
        return False
    words = around.words
    if last < around.last and words[last].owner:
        return last + 1 < around.last and words[last + 1].low in _list("days", "owned")
    return not _is_bound(around, first)


def _is_known(story: Prepared, item: TimeExpression) -> bool:
    if item.interval is not None:
        return True
    return story.day.day is None and item.value is not None and not item.value.endswith(_UNSURE)


def _is_to_come(story: Prepared, item: TimeExpression) -> bool:
    earliest = item.interval.earliest if item.interval else None
    return story.day.day is not None and earliest is not None and earliest > story.day.day


def _is_bound(around: Surroundings, first: int) -> bool:
    """Whether a preposition ("until Friday") or a clause of its own ("who met him on Monday") holds the day."""
    for distance, word in enumerate(around.clause_before(first)):
        if distance == 0 and word.low in _list("days", "before"):
            return True
        if word.low in _list("days", "clauses"):
            return True
    return False
