"""How a sentence speaks of making a text public: words in, the word of publishing with its text out.

"make Washington's answers public", "the leaked draft", "publication of the letter"; also "put it on the website",
"turned up online", "asked to see the draft", "asked them to keep it private". The words stand in tables/releases.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

REACH = 9
"""Words between a word of publishing and the text at most."""
MODALS = frozenset(["will", "would", "should", "shall", "must", "may", "can", "could", "to", "'ll"])
_PASSIVE = MODALS | frozenset(["be", "been", "being", "was", "were", "is", "are", "not", "never", "has", "have", "had"])
_BESIDE_VERB = frozenset(
    ["be", "not", "never", "also", "now", "probably", "then", "soon", "only", "publicly", "therefore"]
)
_ITSELF = frozenset(["itself", "themselves"])
_WANTING = frozenset(["want", "demand", "like", "need"])
_AROUND = 30
_NEAR = 4
_FAR = 6


class Way(StrEnum):
    """What is spoken of: making a text public, seeing it, keeping it to oneself, or that it has come out."""

    PUBLISH = "publish"
    ACCESS = "access"
    KEEP = "keep"
    OUT = "out"
    LAID = "laid"


def listed(*keys: str) -> frozenset[str]:
    return word_set("releases", *keys)


@cache
def triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that speaks of publishing, as base forms."""
    return frozenset(base for word in _publishing_words() for base in base_forms(word))


@cache
def _publishing_words() -> frozenset[str]:
    kinds = ("verbs", "public", "nouns", "adjectives", "put", "arise", "access", "keep", "sight", "laid")
    return frozenset().union(*(listed("publish", kind) for kind in kinds))


@lru_cache(16_384)
def _may_publish(word: str) -> bool:
    """Whether a word in lower case can be one of publishing."""
    return not _publishing_words().isdisjoint((word, *base_forms(word)))


@dataclass(frozen=True, slots=True)
class Publishing:
    """A word of publishing with its text: the words of its sentence, the place of the word, the range of the text."""

    words: Words
    at: int
    of: tuple[int, int]
    way: Way = Way.PUBLISH

    def has(self, *keys: str) -> bool:
        """Whether an inflection of one of the words of a table stands in the sentence."""
        return self.words.has(listed(*keys))


def find_publishings(words: Words) -> Iterator[Publishing]:
    """The words of publishing of a sentence that have a text beside them, in their order."""
    for at in range(words.first, words.last):
        found = _publishing_at(words, at) if _may_publish(words.all[at].low) else None
        if found is not None:
            yield found


def _publishing_at(words: Words, at: int) -> Publishing | None:
    if words.all[at].capital and at > words.first:
        return None
    of = _text_beside(words, at) or _put_online(words, at)
    if of is not None:
        return Publishing(words, at, of)
    for way, read in _OTHER_WAYS.items():
        of = read(words, at)
        if of is not None:
            return Publishing(words, at, of, way)
    return None


def _text_beside(words: Words, at: int) -> tuple[int, int] | None:
    """The text that the word ``at`` publishes, if it is a word of publishing."""
    if words.is_one_of(at, listed("publish", "verbs")):
        wanted = any(words.is_one_of(back, _WANTING) for back in range(max(words.first, at - REACH), at))
        described = words.low(at - 1) in word_set("titles", "edges", "determiners")  # "its leaked reply"
        return (
            _object(words, at - 1 if described else at + 1, words.last)
            or _subject(words, at, active=wanted and words.low(at).endswith("ed"))
            or _behind_of(words, at)
        )
    if words.low(at) in listed("publish", "public"):
        return _made_public(words, at)
    if words.low(at) in listed("publish", "nouns"):
        return _behind_of(words, at)
    if words.low(at) in listed("publish", "adjectives") and is_out_near(words, at):
        return _object(words, min(at, words.phrase_begin(at)), words.last) or _subject(words, at)
    return None


def is_out_near(words: Words, at: int) -> bool:
    """Whether a word of printing or appearing stands around a word, as far as one reads at a glance."""
    near = range(max(words.first, at - _AROUND), min(words.last, at + _AROUND))
    return any(words.is_one_of(place, listed("publish", "out")) for place in near)


def _made_public(words: Words, at: int) -> tuple[int, int] | None:
    """The text before "public": between "make" and it, or the subject of "made"."""
    for made in range(at - 1, max(words.first, at - REACH) - 1, -1):
        if is_making(words, made):
            return (_object(words, made + 1, at) if made + 1 < at else None) or _subject(words, made)
    return None


# Other ways


def _put_online(words: Words, at: int) -> tuple[int, int] | None:
    """As in "would be put on the ministry's website", "posted the letter online"."""
    if not words.is_one_of(at, listed("publish", "put")) or not _names(words, at + 1, at + REACH, "sites"):
        return None
    return _object(words, at + 1, words.last) or _subject(words, at)


def _arisen(words: Words, at: int) -> tuple[int, int] | None:
    """As in "both answers appeared in a newspaper", "pages of it turned up online"."""
    behind = range(at + 1, at + _FAR)
    if not words.is_one_of(at, listed("publish", "arise")):
        return None
    out = any(words.low(place) in listed("publish", kind) for place in behind for kind in ("sites", "press"))
    return _subject(words, at, active=True) if out or "social" in map(words.low, behind) else None


def _seen(words: Words, at: int) -> tuple[int, int] | None:
    """As in "has asked to see the draft", "demanded sight of the study"."""
    if words.low(at) in listed("publish", "sight"):  # "demanded sight of the study"
        asked = any(words.is_one_of(back, listed("consent", "asking")) for back in range(at - _NEAR, at))
        return _object(words, at + 2, words.last) if asked and words.low(at + 1) in ("of", "to") else None
    asked = words.low(at - 1) == "to" and any(
        words.is_one_of(back, listed("consent", "asking") - {"want"}) for back in range(at - _FAR, at - 1)
    )
    return _object(words, at + 1, words.last) if asked and words.is_one_of(at, listed("publish", "access")) else None


def _laid_open(words: Words, at: int) -> tuple[int, int] | None:
    """As in "called for the minutes to be laid in the National Assembly"."""
    houses = any(words.low(place) in listed("publish", "houses") for place in range(at + 1, at + _FAR))
    laid = words.low(at - 1) == "be" and words.low(at) in listed("publish", "laid")
    return _subject(words, at) if houses and laid else None


def _kept(words: Words, at: int) -> tuple[int, int] | None:
    """As in "asked the union to keep it private", "the letter must remain confidential": where somebody wants it so."""
    if not words.is_one_of(at, listed("publish", "keep")) or not is_willed_at(words, at):
        return None
    of = _object(words, at + 1, words.last)
    behind = of[1] if of is not None else at + 1
    return (of or _subject(words, at, active=True)) if _names(words, behind, behind + _NEAR, "closed") else None


def _names(words: Words, first: int, last: int, key: str) -> bool:
    return any(words.low(place) in listed("publish", key) for place in range(first, last))


_OTHER_WAYS = {Way.OUT: _arisen, Way.ACCESS: _seen, Way.KEEP: _kept, Way.LAID: _laid_open}


# Which text


def _object(words: Words, begin: int, limit: int) -> tuple[int, int] | None:
    """The text whose noun phrase begins at a word and ends before ``limit``."""
    if words.low(begin) in listed("texts", "pronouns"):
        other = words.is_one_of(begin - 1, listed("publish", "other"))
        return None if other and _text_in(words, words.first, begin) is None else (begin, begin + 1)
    return _text_in(words, begin, min(words.phrase_end(begin), limit))


def _subject(words: Words, verb: int, *, active: bool = False) -> tuple[int, int] | None:
    """The text that is the subject of a passive verb: "the answer would be made public"; or of any, if ``active``."""
    end = verb
    while end > words.first and (words.low(end - 1) in _PASSIVE or words.low(end - 1) in _ITSELF | {"nevertheless"}):
        end -= 1
    if end == verb and not active:
        return None
    if words.low(end - 1) == ",":  # "the letter, he said, would be published"
        end = next((at for at in range(end - 2, max(words.first, end - 2 * REACH), -1) if words.low(at) == ","), end)
    begin = words.phrase_begin(end)
    if end - begin == 1 and words.low(begin) in listed("texts", "pronouns"):
        return begin, end
    if begin == end and words.low(end - 1) in listed("texts", "pronouns"):
        return end - 1, end
    return _text_in(words, begin, end)


def _behind_of(words: Words, at: int) -> tuple[int, int] | None:
    """The text behind "publication of"."""
    return _object(words, at + 2, words.last) if words.low(at + 1) == "of" else None


def _text_in(words: Words, begin: int, end: int) -> tuple[int, int] | None:
    """The part of a noun phrase, from its beginning on, that means a text: up to the last noun of the table."""
    for at in range(end - 1, begin - 1, -1):
        if words.low(at) in listed("texts", "nouns"):
            return begin, at + 1
    return None


def text_before(words: Words, at: int) -> tuple[int, int] | None:
    """The last noun phrase before a word that means a text by itself: what "it" there stands for."""
    for noun in range(at - 1, words.first - 1, -1):
        if words.low(noun) in listed("texts", "nouns") - listed("texts", "vague"):
            begin = words.phrase_begin(noun + 1)
            if words.low(begin - 1) in ("to", "on") and words.low(begin - 2) in listed("texts", "nouns"):
                continue  # "gave them an answer to the paper and made it public"
            return _behind_publication(words, begin, noun), noun + 1
    return None


def _behind_publication(words: Words, begin: int, noun: int) -> int:
    """Where a text is named in a phrase: behind "of" in "the release of the paper"."""
    published = listed("publish", "nouns") | listed("publish", "sight")
    for at in range(noun, begin, -1):
        if words.low(at) == "of" and words.low(at - 1) in published:
            return at + 1
    return min(begin, noun)


def points_back(found: Publishing) -> bool:
    """Whether only a pronoun tells which text is meant."""
    return found.of[1] - found.of[0] == 1 and found.words.low(found.of[0]) in listed("texts", "pronouns")


def is_making(words: Words, at: int) -> bool:
    """Whether a word is one of "make public", "go public"."""
    return words.is_one_of(at, listed("publish", "make"))


def is_willed_at(words: Words, at: int) -> bool:
    """Whether a verb tells of what is still to come: "will publish", "to keep"."""
    while words.low(at - 1) in _BESIDE_VERB:
        at -= 1
    return words.low(at - 1) in MODALS
