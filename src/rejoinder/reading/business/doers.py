"""Who does what a verb says, without a parser: the words of a sentence and a verb go in, the actor comes out."""

from __future__ import annotations

from rejoinder.model import Actor
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told

_LONGEST = 6
"""Words by which somebody is described whom the story does not name."""
_FIRST = 4
_SELVES = frozenset(["we", "i", "us"])
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "which"])
_WITHIN = frozenset(["in", "of", "at", "from", "for"])
_HELPING = frozenset(
    ["has", "have", "had", "also", "again", "now", "would", "will", "is", "are", "was", "were", "not", "never", "been"]
)


def subject_of(told: Told, words: Words, verb: int) -> Actor | None:
    """Who does what a verb says, by the noun phrase before it; "we" is whoever speaks the sentence."""
    end = _behind_subject(told, words, verb)
    begin = words.phrase_begin(end)
    while words.low(begin - 1) in _WITHIN and words.phrase_begin(begin - 1) < begin - 1:  # "groups in Dili"
        end, begin = begin - 1, words.phrase_begin(begin - 1)
    if words.low(end - 1) in _SELVES:
        around = told.speech_around(words.all[end - 1].start)
        return around[0].speaker if around else None
    if begin == end:
        return meant(told, words, end - 1) if words.low(end - 1) in _PRONOUNS else None
    span = words.span(begin, end)
    named = told.named_in(span)
    if named:
        return named[-1]
    is_somebody = words.all[end - 1].low.isalpha() and end - begin <= _LONGEST
    return told.whom(span) or (Actor(strip_article(told.words(span))) if is_somebody else None)


def meant(told: Told, words: Words, at: int) -> Actor | None:
    """Whom a pronoun means; nobody speaks of himself as "they" in his own words."""
    actor, speech = told.whom(words.span(at, at + 1)), told.speech_at(words.all[at].start)
    return None if speech is not None and speech.direct and speech.speaker == actor else actor


def _behind_subject(told: Told, words: Words, verb: int) -> int:
    """Where the subject of a verb ends: before its helping verbs and a day."""
    end = verb
    while end > words.first and words.low(end - 1) in _HELPING:
        end -= 1
    day = next((place for place in range(end - 1, max(words.first, end - 4), -1) if words.low(place) == "on"), None)
    return day if day is not None and told.dates_in(words.span(day, end)) else end


def first_named(told: Told, words: Words, before: int) -> Actor | None:
    """Who is named first in the sentence before a word."""
    if before <= words.first:
        return None
    return next(iter(told.named_in(words.span(words.first, before))), None)


def opening_actor(told: Told, words: Words) -> Actor | None:
    """Who stands at the opening of a sentence: "The ministry refused.", else whoever is named in it first."""
    heads = told.story.cast.story.page.heads_in(words.first, min(words.last, words.first + _FIRST))
    meant = told.whom(words.span(words.first, heads[0].last)) if heads else None
    return meant or first_named(told, words, words.last)
