"""Promises that a noun or a passive tells: its words go in, a clause comes out.

"An answer was promised by Friday", "a pledge from Oslo to send food", "the promise they gave to reply", "came with
pledges of $5 million", "the aid which Oslo promised".
"""

from __future__ import annotations

from rejoinder.reading.business.commitments.clauses import (
    Clause,
    group_begin,
    infinitive_after,
    is_noun,
)
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_BACK = 6
"""Words between a verb that gives a promise and its noun: "came forward with fresh pledges"."""
_ASIDE = 14
"""Words that an aside between a promise and what is promised has at most."""
_SUBJECT = 5
"""Words of the subject of a relative clause."""
_OWN = frozenset(["its", "our", "their", "his", "her", "my"])
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def noun_promise(words: Words, at: int) -> Clause | None:
    """As in "a pledge from Oslo to send food", "the promise they gave to reply", "came with pledges of $5 million"."""
    if words.low(at) not in word_set(_TABLE, "binding", "nouns") or words.low(at - 1) in ("no", "any", "'s", "’s"):
        return None
    return _from_giver(words, at) or _given_in_clause(words, at) or _of_thing(words, at)


def _from_giver(words: Words, at: int) -> Clause | None:
    """As in "holds a pledge from the agency for a centre in Oslo", "a promise came from the army: to leave"."""
    first = next((step for step in range(at + 1, at + 4) if words.low(step) == "from"), None)
    if first is None:
        return None
    end = _name_end(words, first + 1)
    begin = _behind_asides(words, end)
    if end <= first + 1 or words.low(begin) not in ("to", "for"):
        return None
    if words.low(begin) == "to" and infinitive_after(words, begin) != begin:
        return None
    verb = begin + 1
    last = end - (words.low(end - 1) in ("alone", "only", "itself"))
    return Clause("to", at, begin, verb, negated=False, subject=at, giver=(first + 1, last))


def _name_end(words: Words, begin: int) -> int:
    """Where a noun phrase ends that may be a body's name of several: "the Office on Drugs and Crime"."""
    end = words.phrase_end(begin)
    while words.low(end) in ("on", "for", "and", "of") and end + 1 < words.last and words.all[end + 1].capital:
        end = words.phrase_end(end + 1)
    return end


def _behind_asides(words: Words, at: int) -> int:
    """Where words go on behind what stands in brackets or between commas, an adverb and a colon."""
    at += words.low(at) in ("alone", "only", "too")
    if words.low(at) == "(":
        at = _closing(words, at, ")")
    if words.low(at) == ",":
        at = _closing(words, at, ",")
    return at + (words.low(at) in (":", ",", "—", "–"))


def _closing(words: Words, at: int, mark: str) -> int:
    return next((end + 1 for end in range(at + 1, at + _ASIDE) if words.low(end) == mark), at)


def _given_in_clause(words: Words, at: int) -> Clause | None:
    """As in "the promise they gave in 2009 to mobilize money"."""
    gives = word_set(_TABLE, "binding", "gives")
    gave = next((step for step in range(at + 2, at + 2 + _SUBJECT) if words.is_one_of(step, gives)), None)
    if gave is None or any(not words.low(step).isalpha() for step in range(at + 1, gave)):
        return None
    to = infinitive_after(words, gave + 1)
    return Clause("to", at, to, to + 1, negated=False, subject=group_begin(words, gave)) if to is not None else None


def _of_thing(words: Words, at: int) -> Clause | None:
    """As in "came forward with fresh pledges of 120 million dollars"."""
    gives = word_set(_TABLE, "binding", "gives") | word_set(_TABLE, "binding", "comes")
    giver = next((back for back in range(at - 1, at - _BACK, -1) if words.is_one_of(back, gives)), None)
    first = at + 2 + (words.low(at + 2) in ("$", "£", "€"))
    end = words.phrase_end(first)
    if giver is None or words.low(at + 1) not in ("of", "for") or end <= first:
        return None
    things = word_set(_TABLE, "binding", "bare_things")
    counted = any(words.low(step)[:1].isdigit() or words.low(step)[:1] in "£$€" for step in range(at + 2, end))
    if not counted and not any(words.low(step) in things for step in range(at + 2, end)):
        return None
    return Clause("to", at, at, at, negated=False, subject=group_begin(words, giver), thing=end)


def passive_promise(words: Words, at: int) -> Clause | None:
    """As in "an answer was promised by the end of the week", "the aid which Oslo promised"."""
    firm = word_set(_TABLE, "binding", "thing")
    if not words.is_one_of(at, firm) or not words.low(at).endswith("ed") or is_noun(words, at):
        return None
    begin = group_begin(words, at)
    return _was_promised(words, at, begin) or _which_was_promised(words, at, begin)


def _was_promised(words: Words, at: int, begin: int) -> Clause | None:
    be = {words.low(step) for step in range(begin, at)}
    if be.isdisjoint(("was", "were", "been", "being")) or words.low(at + 1) in word_set(
        "titles", "edges", "determiners"
    ):
        return None
    first = words.phrase_begin(begin)
    if first >= begin or words.low(first) in word_set(_TABLE, "subjects", "none"):
        return None
    return Clause("passive", at, first, first, negated=False, subject=first, thing=begin)


def _which_was_promised(words: Words, at: int, begin: int) -> Clause | None:
    which = next((step for step in range(begin - 2, begin - 2 - _SUBJECT, -1) if words.low(step) == "which"), None)
    if (
        which is None
        or words.low(at + 1) in ("to", "that")
        or words.low(at + 1) in word_set("titles", "edges", "determiners")
    ):
        return None
    first = words.phrase_begin(which)
    while words.low(first - 1) == "," and words.low(first - 2).isdigit():
        first = words.phrase_begin(first - 1)
    return Clause("to", at, first, first, negated=False, subject=begin, thing=which) if first < which - 1 else None


def expected_delivery(words: Words, at: int) -> Clause | None:
    """As in "expects to hand over its written answer this week": a side can be held to the day by which it expects to
    deliver something of its own; without a day it binds itself to nothing (``binding``)."""
    if words.low(at) not in word_set(_TABLE, "binding", "expects") or words.low(at + 1) != "to":
        return None
    verb, subject = at + 2, group_begin(words, at)
    own = any(words.low(step) in _OWN for step in range(verb + 1, verb + 1 + _SUBJECT))
    if not own or not words.is_one_of(verb, word_set(_TABLE, "binding", "delivers")):
        return None
    before = {words.low(step) for step in range(subject - 1, at)}
    unreal = not before.isdisjoint(word_set(_TABLE, "binding", "unreal")) or not before.isdisjoint(_PASSIVE)
    return None if unreal else Clause("expected", at, at + 1, verb, negated=False, subject=subject)


def thing_assured(words: Words, at: int) -> Clause | None:
    """As in "had assured New Delhi of a revised offer"."""
    if not words.is_one_of(at, frozenset(["assure"])) or words.low(at) == "assured" == words.low(at + 1):
        return None
    of = next((step for step in range(at + 2, at + 6) if words.low(step) == "of"), None)
    negated = words.low(group_begin(words, at) - 1) in ("not", "never")
    if of is None or negated or words.phrase_end(of + 1) <= of + 2 or not words.low(at).endswith("ed"):
        return None
    begin = group_begin(words, at)
    passive = words.low(at - 1) in ("was", "were", "be", "been")
    return None if passive else Clause("to", at, of + 1, of + 1, negated=False, subject=begin)
