"""What each side calls answered, not answered, played down, main or secondary: quoted, never judged by the program.

A told story goes in; the characterisations in its statements come out in the order of the text. The phrases stand in
tables/characterisations.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from rejoinder.model import Characterisation, Span, Standing, Statement
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import load_table, word_set

_SAID = {
    Standing.ANSWERED: "answered",
    Standing.NOT_ANSWERED: "not_answered",
    Standing.PLAYED_DOWN: "played_down",
}
_RANKED = {Standing.MAIN: "main", Standing.SECONDARY: "secondary"}
_BETWEEN = frozenset(["been", "yet", "ever", "even", "simply", "fully", "once", "really", "us", "it", "them", "this"])
"""Words that may stand between those of a phrase."""


def find_characterisations(told: Told) -> tuple[Characterisation, ...]:
    """The characterisations in what is said; of one speaker's with the same words the first."""
    found: dict[tuple[Standing, str | None, str], Characterisation] = {}
    for _, sentence in told.sentences_with(_triggers()):
        for standing, words, first, last in _matches(sentence):
            speech = told.speech_at(words.all[first].start)
            if speech is not None and speech.speaker is not None:
                record = _record(told, standing, words, Span(first, last), speech)
                found.setdefault((standing, speech.speaker.name, record.words.exact.lower()), record)
    return tuple(sorted(found.values(), key=lambda record: record.words.start))


def _matches(words: Words) -> Iterator[tuple[Standing, Words, int, int]]:
    at = words.first
    while at < words.last:
        match = _said(words, at) or _ranked(words, at) if _may_open(words.all[at].low) else None
        if match is not None:
            yield match[0], words, at, match[1]
        at = match[1] if match is not None else at + 1


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Standing], ...]:
    """The phrases, the longest first."""
    table = load_table("characterisations")["phrases"]
    rows = [(tuple(phrase.split()), standing) for standing, key in _SAID.items() for phrase in table[key]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that characterises anything."""
    ranks = (word for key in _RANKED.values() for word in word_set("characterisations", "rank", key))
    return frozenset([phrase[0] for phrase, _ in _phrases()]) | frozenset(ranks)


@lru_cache(16_384)
def _may_open(word: str) -> bool:
    """Whether a phrase or a rank can begin with a word in lower case."""
    return not _triggers().isdisjoint((word, *base_forms(word)))


def _said(words: Words, at: int) -> tuple[Standing, int] | None:
    """The phrase that begins at a word, and where it ends."""
    for phrase, standing in _phrases_from(words.all[at].low):
        if (end := _phrase_end(words, at, phrase)) is not None:
            return standing, end
    return None


@lru_cache(16_384)
def _phrases_from(word: str) -> tuple[tuple[tuple[str, ...], Standing], ...]:
    """The phrases that can begin with a word in lower case, the longest first."""
    bases = base_forms(word)
    return tuple(row for row in _phrases() if row[0][0] in bases)


def _phrase_end(words: Words, at: int, phrase: tuple[str, ...]) -> int | None:
    """Where the phrase ends that begins at a word; None where the words do not follow one another so."""
    at += 1
    for word in phrase[1:]:
        while words.low(at) in _BETWEEN and words.low(at) != word:
            at += 1
        if not words.is_one_of(at, frozenset([word])):
            return None
        at += 1
    return at


def _ranked(words: Words, at: int) -> tuple[Standing, int] | None:
    """As in "the main issue": an adjective of rank with a noun of the table behind it."""
    for standing, key in _RANKED.items():
        if words.low(at) in word_set("characterisations", "rank", key):
            for noun in (at + 1, at + 2):
                if words.is_one_of(noun, word_set("characterisations", "rank", "nouns")):
                    return standing, noun + 1
    return None


def _record(told: Told, standing: Standing, words: Words, place: Span, speech: Statement) -> Characterisation:
    quoted = told.passage(words.span(*place))
    of = _of(words, place) if standing in _SAID else (words.phrase_begin(place.end), place.end)
    name = speech.speaker.name if speech.speaker else ""
    return Characterisation(
        standing=standing,
        by=speech.speaker,
        of=told.passage(words.span(*of)) if of else None,
        words=quoted,
        statement=speech.id,
        reason=f"{name} speaks of “{quoted.exact}”.",
    )


def _of(words: Words, place: Span) -> tuple[int, int] | None:
    """What was answered or not: the noun phrase behind the phrase, or behind "to" or "on"."""
    begin = place.end
    if words.low(begin) in word_set("characterisations", "of", "prepositions"):
        begin += 1
    end = words.phrase_end(begin)
    return (begin, end) if begin < end else None
