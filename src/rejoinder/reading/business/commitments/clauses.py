"""The verb groups of a sentence that can bind somebody: its words go in, clauses come out.

``will``, ``would`` and their kin with a verb; a verb of promising with "to" and a verb ("agreed in Geneva to
reply"); a noun of promising ("gave its word to", "repeated a pledge to"); "is committed to"; "is to".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_OBJECT = 9
"""Words that may stand between a verb of promising and its "to": "promised European mediators last month to"."""
_ADVERBS = 5
_PAIRS = frozenset(
    [("in", "return"), ("in", "turn"), ("at", "least"), ("at", "once"), ("for", "now"), ("no", "longer")]
)
_OTHER_OPENINGS = frozenset(["committed", "is", "are", "was", "were"])
_OPENING = frozenset(["“", '"', "‘", "'"])
_VERBS_IN_ING = frozenset(["bring", "sing", "swing", "ring", "fling", "cling"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group: words are counted as in the story.

    ``modal``    "will", "would", or "to" for an infinitive
    ``cue``      the verb or noun of promising before an infinitive, or None
    ``begin``    the first word of what is promised ("will", "to"); ``verb`` its verb
    ``negated``  "will not", "promised not to"
    ``subject``  the words before which the subject ends: those of the modal, or of the verb of promising
    """

    modal: str
    cue: int | None
    begin: int
    verb: int
    negated: bool
    subject: int


def find_clauses(words: Words) -> Iterator[Clause]:
    """The clauses of a sentence, in their order."""
    for at in range(words.first, words.last):
        if not _may_open(words.all[at].low):
            continue
        found = _modal(words, at) or _promise(words, at) or _committed(words, at) or _is_to(words, at)
        if found is not None:
            yield found


@lru_cache(16_384)
def _may_open(word: str) -> bool:
    """Whether a clause can begin with a word in lower case; what cannot is passed over without a closer look."""
    modal = any(word in word_set(_TABLE, "modals", name) for name in ("will", "would", "refusing"))
    promising = word in word_set(_TABLE, "binding", "nouns") or not _cues().isdisjoint(base_forms(word))
    return modal or promising or word in _OTHER_OPENINGS or word.endswith(_endings())


def modal_at(words: Words, at: int) -> str | None:
    """Which modal the word is, or ends in: "will", "would", "refusing" ("won't")."""
    low = words.low(at)
    for name in ("will", "would", "refusing"):
        if low in word_set(_TABLE, "modals", name):
            return name
    return "will" if low.endswith(_endings()) else None


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(word_set(_TABLE, "modals", "endings")))


def _modal(words: Words, at: int) -> Clause | None:
    modal = modal_at(words, at)
    if modal is None or words.all[at].text in ("Will", "WILL"):
        return None
    verb, negated = _verb_after(words, at + 1)
    if verb is None or words.low(verb + 1) == "neither":
        return None
    subject = at + 1 if words.low(at).endswith(_endings()) else at
    return Clause("would" if modal == "would" else "will", None, at, verb, negated or modal == "refusing", subject)


def _verb_after(words: Words, at: int) -> tuple[int | None, bool]:
    """The verb that follows from a word on, adverbs skipped, and whether a negation stands before it."""
    negated = False
    for _ in range(_ADVERBS):
        low = words.low(at)
        if (low, words.low(at + 1)) in _PAIRS:
            at += 1
        elif low in word_set(_TABLE, "modals", "negations"):
            negated = True
        elif not (low in word_set(_TABLE, "modals", "adverbs") or (low.endswith("ly") and low != "rely")):
            break
        at += 1
    return (at, negated) if words.low(at).isalpha() else (None, negated)


def _promise(words: Words, at: int) -> Clause | None:
    """As in "promised Russia to reply", "pledged a loan"."""
    if words.low(at) in word_set(_TABLE, "binding", "nouns") and is_noun(words, at):
        return _noun(words, at)
    if not words.is_one_of(at, _cues()) or not _is_finite(words, at):
        return None
    subject = _group_begin(words, at)
    deed = _to_do(words, at, subject) if words.is_one_of(at, binding_verbs()) else None
    return deed or _thing_promised(words, at, subject)


def _noun(words: Words, at: int) -> Clause | None:
    """As in "has given its word to reply", "cited Moscow's pledge to reply"."""
    if words.low(at - 1) in ("'s", "’s"):
        return _to_do(words, at, at - 1)
    giver = giver_before(words, at)
    return _to_do(words, at, _group_begin(words, giver)) if giver is not None else None


def giver_before(words: Words, at: int) -> int | None:
    """The verb that gives or repeats a promise told by a noun: "gave us its word"; None where the word is no noun."""
    if words.low(at) not in word_set(_TABLE, "binding", "nouns") or not is_noun(words, at):
        return None
    gives = word_set(_TABLE, "binding", "gives")
    return next((back for back in range(at - 1, at - 6, -1) if words.is_one_of(back, gives)), None)


def _to_do(words: Words, at: int, subject: int) -> Clause | None:
    to = _infinitive_after(words, at + 1)
    if to is None:
        return None
    negated = words.low(to - 1) == "not"
    verb = to + 1 + (words.low(to + 1) in _OPENING)
    return Clause("to", at, to - 1 if negated else to, verb, negated, subject)


@cache
def binding_verbs() -> frozenset[str]:
    """The base forms of the verbs of promising."""
    return word_set(_TABLE, "binding", "firm") | word_set(_TABLE, "binding", "others")


@cache
def _cues() -> frozenset[str]:
    """The base forms of the verbs behind which an infinitive or a thing may bind."""
    return binding_verbs() | word_set(_TABLE, "binding", "threats")


def is_noun(words: Words, at: int) -> bool:
    """Whether a determiner or an owner stands just before the word: "its pledge", "a firm promise"."""
    if words.low(at).endswith("ed"):
        return False
    edges = word_set("titles", "edges", "determiners")
    return any(words.low(back) in edges or words.low(back) in ("'s", "’s") for back in (at - 1, at - 2))


def _is_finite(words: Words, at: int) -> bool:
    """Whether a verb of promising tells what somebody did: no "to promise", "has not agreed", "was promised"."""
    low = words.low(at)
    before = [words.low(back) for back in range(at - 3, at)]
    if any(word in word_set(_TABLE, "binding", "unreal") or word.endswith(("n't", "n’t")) for word in before):
        return False
    if low.endswith("ing"):
        return before[-1] in (",", "and", "are", "is")
    passive = before[-1] in ("was", "were", "be", "been", "being", "is", "are")
    return not passive and not (is_noun(words, at) and low in ("offer", "plan", "plans", "offers", "vote", "votes"))


def _group_begin(words: Words, at: int) -> int:
    """The first word of the verb group that ends with a verb: "has also promised"."""
    while at > words.first and _is_auxiliary(words, at - 1):
        at -= 1
    return at


def _is_auxiliary(words: Words, at: int) -> bool:
    low = words.low(at)
    return low in _auxiliaries() or (low.endswith("ly") and len(low) > 4)


@cache
def _auxiliaries() -> frozenset[str]:
    """The words, save those in -ly, that may stand before the verb in its group."""
    return word_set(_TABLE, "binding", "auxiliaries") | word_set(_TABLE, "modals", "adverbs")


def _infinitive_after(words: Words, at: int) -> int | None:
    """The "to" before a verb that belongs to a verb of promising; None where "that" or a clause comes first."""
    for to in range(at, min(at + _OBJECT, words.last - 1)):
        low = words.low(to)
        if low == "to" and is_verb(words, to + 1 + (words.low(to + 1) in _OPENING)):
            return to
        if low in word_set(_TABLE, "subjects", "ends") - {"and", "as"} or low in (";", ":", "—", "."):
            return None
    return None


def _thing_promised(words: Words, at: int, subject: int) -> Clause | None:
    """As in "pledged £40,000 to the fund", "agreed to a joint appeal": what is promised is no deed but a thing."""
    begin = at + 1
    if words.is_one_of(at, word_set(_TABLE, "binding", "to_thing")):
        if words.low(begin) in ("in", "on") and words.low(begin + 1) in ("principle", "paper"):
            begin += 2
        if words.low(begin) != "to" or words.phrase_end(begin + 1) <= begin + 2:
            return None
        return Clause("to", at, begin, begin + 1, negated=False, subject=subject)
    if words.is_one_of(at, word_set(_TABLE, "binding", "threats")):
        return _threat(words, at, subject)
    if not words.is_one_of(at, word_set(_TABLE, "binding", "thing")):
        return None
    begin += words.low(begin) in ("him", "her", "us", "them", "me")
    first = words.low(begin)
    starts = first in word_set("titles", "edges", "determiners") - {"that"} or first[:1] in "£$€0123456789"
    if not first or not starts or words.phrase_end(begin) < begin + 2:
        return None
    return Clause("to", at, begin, begin, negated=False, subject=subject)


def _threat(words: Words, at: int, subject: int) -> Clause | None:
    """As in "threatens winter strikes", "is threatening us with a price of $418", "announced a protest for Sunday"."""
    begin = next((to + 1 for to in range(at + 1, at + 5) if words.low(to) == "with"), at + 1)
    end = words.phrase_end(begin, with_of=False)
    told = words.is_one_of(at, frozenset(["threaten"])) and begin > at + 1
    acts = words.low(end - 1) in word_set(_TABLE, "binding", "own_acts")
    if end <= begin or words.low(begin) == "that" or not (told or acts):
        return None
    return Clause("to", at, begin, begin, negated=False, subject=subject)


def _is_to(words: Words, at: int) -> Clause | None:
    """As in "the mediator is to present a proposal", "under its terms the Front was to move"."""
    if words.low(at) not in ("is", "are", "was", "were") or words.low(at + 1) != "to" or not is_verb(words, at + 2):
        return None
    past = words.low(at) in ("was", "were")
    if past and not opens_with_agreement(words, at):
        return None
    return Clause("will", None, at, at + 2, negated=False, subject=at)


def opens_with_agreement(words: Words, end: int) -> bool:
    """Whether a sentence begins with "under the deal", "as part of the agreement", before the word ``end``."""
    opening = [words.low(at) for at in range(words.first, min(words.first + 8, end))]
    agreements = word_set(_TABLE, "subjects", "agreements")
    return bool(opening) and opening[0] in ("under", "as", "in") and not agreements.isdisjoint(opening)


def is_verb(words: Words, at: int) -> bool:
    """Whether the word behind a "to" is a verb rather than a noun ("to Moscow", "to changes", "to the list")."""
    word = words.low(at)
    if not word.isalpha() or words.all[at].capital or word in word_set("titles", "edges", "determiners"):
        return False
    stops = word_set(_TABLE, "subjects", "prepositions") | {"them", "him", "us", "me", "whom", "which", "what"}
    return (
        word not in stops
        and (not word.endswith("ing") or word in _VERBS_IN_ING)
        and not (word.endswith("s") and not word.endswith("ss"))
    )


def _committed(words: Words, at: int) -> Clause | None:
    """As in "is committed to taking part": what it is committed to begins behind "to"."""
    if words.low(at) != "committed" or words.low(at + 1) != "to" or not words.low(at + 2).endswith("ing"):
        return None
    begin = _group_begin(words, at)
    if begin == at or words.low(at - 1) in word_set(_TABLE, "modals", "negations"):
        return None
    return Clause("to", at, at + 2, at + 2, negated=False, subject=begin)
