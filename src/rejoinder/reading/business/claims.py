"""Words that call a matter answered, not answered, played down, main or secondary.

A sentence goes in; these words and those for the matter come out. The phrases stand in tables/characterisations.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rejoinder.model import Standing
from rejoinder.reading.business.forums import PASSIVE, Stretch, subject_before
from rejoinder.reading.business.phrases import Words
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
_BE = PASSIVE | {"remain", "remains", "remained", "go", "went", "gone", "goes"}
_ASIDE = 14
_NEAR = 4
_INSIDE = frozenset(["for", "in", "to", "with", "from", "by", "at"])
_THESE = frozenset(["it", "them", "this"])
_MARKS = frozenset(["'", "‘", "’", '"', "“", "”"])
_NONE = frozenset(["not", "never", "none", "no", "n't", "n’t", "neither", "nobody", "nothing"])
_COMING = frozenset(["will", "would", "shall", "should", "must", "to", "can", "could", "may", "might", "'ll", "’ll"])


class Claim(NamedTuple):
    """The words ``first`` to ``last`` of a sentence that call a matter something; ``of`` are those for the matter."""

    standing: Standing
    words: Words
    first: int
    last: int
    of: Stretch | None


def listed(*keys: str) -> frozenset[str]:
    """A list of words of tables/characterisations.toml."""
    return word_set("characterisations", *keys)


def find_claims(words: Words) -> Iterator[Claim]:
    """What a sentence calls a matter, in the order of the text."""
    at = words.first
    while at < words.last:
        claim = _claim_at(words, at) if _may_claim(words.all[at].low) else None
        if claim is not None:
            yield claim
        at = claim.last if claim is not None else at + 1


def _claim_at(words: Words, at: int) -> Claim | None:
    return _said(words, at) or _ranked(words, at) or _at_heart(words, at) or _called(words, at)


@lru_cache(16_384)
def _may_claim(word: str) -> bool:
    """Whether a claim can begin with a word in lower case."""
    return not triggers().isdisjoint((word, *base_forms(word)))


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Standing], ...]:
    """The phrases, the longest first."""
    table = load_table("characterisations")["phrases"]
    rows = [(tuple(phrase.split()), standing) for standing, key in _SAID.items() for phrase in table[key]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(16_384)
def _opened_by(word: str) -> tuple[tuple[tuple[str, ...], Standing], ...]:
    """The phrases that begin with a word in lower case, the longest first."""
    bases = base_forms(word)
    return tuple(row for row in _phrases() if row[0][0] in bases)


@cache
def triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that calls a matter anything."""
    ranks = (word for key in _RANKED.values() for word in listed("rank", key))
    openers = (phrase[0] for phrase, _ in _phrases())
    return frozenset(openers) | frozenset(ranks) | listed("rank", "hearts")


# Answered or not


def _said(words: Words, at: int) -> Claim | None:
    """The phrase that begins at a word."""
    for phrase, standing in _opened_by(words.low(at)):
        if (end := _phrase_end(words, at, phrase)) is not None:
            before = {words.low(place) for place in range(max(words.first, at - _NEAR), at)}
            if standing is Standing.ANSWERED and not _NONE.isdisjoint(before):  # "not one has been answered"
                return Claim(Standing.NOT_ANSWERED, words, at, end, _of_said(words, at, end))
            if standing is Standing.ANSWERED and not _COMING.isdisjoint(before):
                return None
            behind = len(phrase) > 1 and phrase[-1] in listed("of", "prepositions")
            return Claim(standing, words, at, end - behind, _of_said(words, at, end))
    return None


def _phrase_end(words: Words, at: int, phrase: tuple[str, ...]) -> int | None:
    """Where the phrase ends that begins at a word; None where the words do not follow one another so."""
    at += 1
    for word in phrase[1:]:
        while words.low(at) in _BETWEEN and words.low(at) != word:
            at += 1
        if word not in words.bases(at):
            return None
        at += 1
    return at


def _of_said(words: Words, first: int, last: int) -> Stretch | None:
    """What was answered or not: the noun phrase behind the phrase, or behind "to" or "on"; the subject of a passive."""
    verb = first - (words.low(first - 1) in _MARKS)
    while words.low(verb - 1) in _BETWEEN and words.low(verb - 1) not in _BE:
        verb -= 1
    if words.low(first) in _BE or (words.low(verb - 1) in _BE and _has_participle(words, first, last)):
        return _passive_subject(words, verb)
    if words.low(first - 1) in _MARKS and words.low(last) in _MARKS:  # "rostering 'ignored'"
        begin = words.phrase_begin(first - 1)
        return (begin, first - 1) if begin < first - 1 else None
    inside = next((at for at in range(first, last) if words.low(at) in _THESE), None)
    if inside is not None:  # "brushing them under the carpet"
        return inside, inside + 1
    begin = last + (words.low(last) in listed("of", "prepositions"))
    if words.low(begin) in _INSIDE | {"during", "after", "before"}:
        return None
    if words.low(begin) in ("it", "them", "this", "that"):
        return begin, begin + 1
    end = _with_complement(words, words.phrase_end(begin))
    return (begin, end) if begin < end else None


def _has_participle(words: Words, first: int, last: int) -> bool:
    return any(words.low(at).endswith(("ed", "en")) for at in range(first, last))


def _passive_subject(words: Words, verb: int) -> Stretch | None:
    """What "was ignored" is said of; nothing where the noun phrase before it only ends that of the subject."""
    subject = subject_before(words, verb)
    if subject is None or not _NONE.isdisjoint((words.low(subject[0]), words.low(subject[0] - 1))):
        return None
    return subject if words.low(subject[0] - 1) not in _INSIDE else None


def _with_complement(words: Words, end: int) -> int:
    """With "around the reefs" behind it, but no day and no clause."""
    if words.low(end) in listed("of", "complements"):
        further = words.phrase_end(end + 1)
        return further if further > end + 1 else end
    return end


# Main or secondary


def _ranked(words: Words, at: int) -> Claim | None:
    """As in "the main issue": an adjective of rank with a noun of the table behind it."""
    for standing, key in _RANKED.items():
        if words.low(at) in listed("rank", key):
            for noun in (at + 1, at + 2):
                if words.is_one_of(noun, listed("rank", "nouns")):
                    return Claim(standing, words, at, noun + 1, _of_rank(words, words.phrase_begin(noun + 1), noun + 1))
    return None


def _at_heart(words: Words, at: int) -> Claim | None:
    """As in "disarmament is the heart of our plan"."""
    if words.low(at) not in listed("rank", "hearts") or words.low(at + 1) != "of":
        return None
    begin = words.phrase_begin(at + 1)
    begin -= words.low(begin - 1) == "at"
    subject = _subject_of_being(words, begin)
    return Claim(Standing.MAIN, words, at, words.phrase_end(at), subject) if subject is not None else None


def _called(words: Words, at: int) -> Claim | None:
    """As in "calling the rest of the letter secondary", "nets are secondary"."""
    if words.low(at) not in listed("rank", "secondary") or words.phrase_end(at) > at + 1:
        return None
    begin = words.phrase_begin(at)
    subject = _subject_of_being(words, at)
    if subject is None and begin < at and words.is_one_of(begin - 1, listed("rank", "calling")):
        subject = (begin, at)
    return Claim(Standing.SECONDARY, words, at, at + 1, subject) if subject is not None else None


def _of_rank(words: Words, begin: int, end: int) -> Stretch:
    """What is called the main issue: the subject of "is", what "which" stands for, the words beside it, or itself."""
    subject = _subject_of_being(words, begin)
    if subject is None and words.is_one_of(begin - 1 - (words.low(begin - 1) == "as"), listed("rank", "calling")):
        subject = _called_so(words, begin - 1 - (words.low(begin - 1) == "as"))
    return subject or (begin, end)


def _subject_of_being(words: Words, begin: int) -> Stretch | None:
    """The subject before "is" and a phrase; a relative clause between them is stepped over."""
    if words.low(begin - 1) not in _BE:
        return None
    verb = begin - 1
    if words.low(verb - 1) == ",":
        opens = (at for at in range(verb - 2, max(words.first, verb - _ASIDE), -1) if words.low(at) in ("which", "who"))
        verb = next(opens, verb)
        verb -= words.low(verb - 1) == ","
    return subject_before(words, verb)


def _called_so(words: Words, verb: int) -> Stretch | None:
    """As in "wages, which the unions regard as the main issue"."""
    for at in range(verb - 1, max(words.first, verb - _ASIDE) - 1, -1):
        if words.low(at) in ("which", "that"):
            end = at - (words.low(at - 1) == ",")
            begin = words.phrase_begin(end)
            if words.low(begin - 1) in listed("of", "complements") and words.phrase_begin(begin - 1) < begin - 1:
                begin = words.phrase_begin(begin - 1)
            return (begin, end) if begin < end else None
    return None
