"""What is moved, and where to: words of a sentence go in; the phrase for an issue, the one for a forum, and the move
that joins them come out. The words stand in tables/referrals.toml."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import read_cue
from rejoinder.reading.knowledge import word_set

Stretch = tuple[int, int]

PASSIVE = frozenset(["be", "been", "being", "was", "were", "is", "are"])
MODALS = frozenset(["will", "would", "should", "shall", "must", "may", "can", "could", "to"])
BESIDE_VERB = PASSIVE | MODALS | frozenset(["have", "has", "had", "not", "also", "now", "already", "again", "then"])
_NEAR = 3


def listed(*keys: str) -> frozenset[str]:
    """A list of words of tables/referrals.toml."""
    return word_set("referrals", *keys)


@dataclass(frozen=True, slots=True)
class Move:
    """A referral as words of a sentence: the verb, the ranges of what is moved and of the forum, where it leaves
    from, and whether what is moved is the subject of the verb."""

    words: Words
    verb: int
    what: Stretch | None
    where: Stretch
    whence: Stretch | None
    passive: bool

    @property
    def end(self) -> int:
        """Behind the last word of the move."""
        return max(self.where[1], self.what[1] if self.what else 0, self.whence[1] if self.whence else 0)


def subject_before(words: Words, verb: int) -> Stretch | None:
    """The noun phrase before a verb and its auxiliaries."""
    end = verb
    while end > words.first and words.low(end - 1) in BESIDE_VERB:
        end -= 1
    begin = words.phrase_begin(end)
    if words.low(begin) == "that" and begin + 1 < end and read_cue(words.low(begin - 1)).known:
        begin += 1  # "adding that rostering should"
    if words.low(begin - 1) in listed("third", "about") and words.is_one_of(begin - 2, listed("what", "nouns")):
        begin = words.phrase_begin(begin - 1)  # "the questions on the Red Cross"
    if begin == end and words.low(end - 1) in listed("what", "pronouns"):
        begin = end - 1
    return (begin, end) if begin < end else None


def is_movable(words: Words, what: Stretch) -> bool:
    """Whether a phrase means an issue: a pronoun, or a noun of the table somewhere in it."""
    first, last = what
    if last - first == 1 and words.low(first) in listed("what", "pronouns"):
        return True
    return any(words.is_one_of(at, listed("what", "nouns")) for at in range(first, last))


def may_be_matter(told: Told, words: Words, what: Stretch) -> bool:
    """Whether a phrase may name a matter by its own words ("rostering", "the copper clause"): nobody, no thing that is
    sent, no sum."""
    if is_movable(words, what):
        return True
    first, last = what
    lows = {words.low(at) for at in range(first, last)}
    if any(low[:1].isdigit() for low in lows) or not listed("what", "never").isdisjoint(lows | _bases(words, what)):
        return False
    heads = told.story.cast.story.page.heads_in(first, last)
    return words.all[last - 1].low.isalpha() and not heads and not told.named_in(words.span(first, last))


def _bases(words: Words, what: Stretch) -> set[str]:
    return {base for at in range(*what) for base in words.bases(at)}


def forum_at(told: Told, words: Words, begin: int) -> Stretch | None:
    """The forum whose noun phrase begins at a word: one that ends in a noun of the table, or names a body."""
    found = table_forum_at(words, begin)
    if found is not None:
        return found
    end = words.phrase_end(begin)
    named = told.story.cast.story.page.names_in(begin, end)
    is_body = any(name.body or (name.known is not None and not name.known.state) for name in named)
    return (begin, end) if is_body and told.named_in(words.span(begin, end)) else None


def table_forum_at(words: Words, begin: int) -> Stretch | None:
    """The forum whose noun phrase begins at a word and whose noun is one of the table."""
    end = words.phrase_end(begin)
    end = next((at for at in range(begin + 1, end) if words.low(at) in listed("where", "behind")), end)
    if end == begin:
        return None
    head = next((at for at in range(begin + 1, end) if words.low(at) == "of"), end) - 1
    nouns = listed("where", "nouns") | listed("where", "rounds")
    return (begin, end) if words.low(head) in nouns or words.low(end - 1) in nouns else None


def with_origin(move: Move) -> Move:
    """The move with the forum that it leaves: "rather than in the pay talks", ", not for negotiators"."""
    words, at = move.words, move.where[1]
    at += words.low(at) in (",", '"', "”", "'")
    at += words.low(at) in ("and", "but")
    if words.low(at) in ("rather", "instead") and words.low(at + 1) in ("than", "of"):
        at += 2
    elif words.low(at) == "not":
        at += 1
    else:
        return move
    begin = next((place + 1 for place in range(at, at + _NEAR) if words.low(place) in listed("by", "away")), None)
    end = words.phrase_end(begin) if begin is not None else at
    if begin is None or end == begin:
        return move
    return replace(move, whence=table_forum_at(words, begin) or (begin, end))
