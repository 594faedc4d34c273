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
_ASIDE = 14
_WITHIN = frozenset(["by", "on", "for", "over", "about", "in", "at", "around", "of", "between", "from"])
_BODIES = frozenset(["group", "committee", "sub-committee", "subcommittee", "commission", "panel", "team", "court"])


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
    if words.low(end - 1) == ",":
        end = _before_aside(words, end - 1)
    begin = words.phrase_begin(end)
    if words.low(begin) == "that" and begin + 1 < end and read_cue(words.low(begin - 1)).known:
        begin += 1  # "adding that rostering should"
    further = _begin_of_whole(words, begin)
    if further < begin and is_movable(words, (further, begin)):
        begin = further  # "the issue of data exclusivity for medicines"
    if begin == end and words.low(end - 1) in listed("what", "pronouns"):
        begin = end - 1
    return (begin, end) if begin < end else None


def _begin_of_whole(words: Words, begin: int) -> int:
    """Where a noun phrase begins to whose end another belongs: "the questions on the Red Cross"."""
    while words.low(begin - 1) in _WITHIN and words.phrase_begin(begin - 1) < begin - 1:
        begin = words.phrase_begin(begin - 1)
    return begin


def _before_aside(words: Words, comma: int) -> int:
    """Where a subject ends that an aside parts from its verb: "The tunnel, dear to the Liberals, has been sent"."""
    opens = next((at for at in range(comma - 2, max(words.first, comma - _ASIDE), -1) if words.low(at) == ","), None)
    return comma + 1 if opens is None else opens


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
    end = _over_and(words, words.phrase_end(begin))
    named = told.story.cast.story.page.names_in(begin, end)
    is_body = any(name.body or (name.known is not None and not name.known.state) for name in named)
    return (begin, end) if is_body and told.named_in(words.span(begin, end)) else None


def _over_and(words: Words, end: int) -> int:
    """With the rest of a name that holds "and": "the African Union Peace and Security Council"."""
    further = words.phrase_end(end + 1)
    goes_on = words.low(end) == "and" and end + 1 < further and all(words.all[at].capital for at in (end - 1, end + 1))
    return further if goes_on and words.low(further - 1) in listed("where", "nouns") else end


def table_forum_at(words: Words, begin: int) -> Stretch | None:
    """The forum whose noun phrase begins at a word and whose noun is one of the table."""
    end = words.phrase_end(begin)
    end = next((at for at in range(begin + 1, end) if words.low(at) in listed("where", "behind")), end)
    if end == begin:
        return None
    head = next((at for at in range(begin + 1, end) if words.low(at) == "of"), end) - 1
    nouns = listed("where", "nouns") | listed("where", "rounds")
    is_forum = words.low(head) in nouns or words.low(end - 1) in nouns or _is_round_table(words, head)
    return (begin, _with_name(words, end)) if is_forum else None


def _is_round_table(words: Words, at: int) -> bool:
    return words.low(at) == "table" and words.low(at - 1) in ("round", "negotiating", "bargaining")


def _with_name(words: Words, end: int) -> int:
    """With what else names a forum: "the working group on finance", "the court at the Chamber of Commerce"."""
    if words.low(end - 1) not in _BODIES or words.low(end) not in ("on", "at"):
        return end
    further = words.phrase_end(end + 1)
    if any(words.all[at].owner for at in range(end + 1, further)):
        return end  # "a committee at Spain's request"
    begins = end + 1 + (words.low(end + 1) in ("the", "a"))
    named = begins < further and words.all[begins].capital
    on = words.low(end) == "on" and further > end + 1 and not named
    return further if (named and words.low(end) == "at") or on or (named and words.all[end - 1].capital) else end


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
