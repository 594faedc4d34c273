"""The verb groups that can bind somebody: a word of a sentence goes in, the clause of its verb comes out.

``will``, ``would`` and their kin with a verb; a verb of promising with "to" and a verb ("agreed in Geneva to
reply"); a noun of promising ("gave its word to", "repeated a pledge to"); "is committed to"; "is to".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from rejoinder.reading.business.phrases import Words
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_OBJECT = 9
"""Words that may stand between a verb of promising and its "to": "promised European mediators last month to"."""
_ADVERBS = 5
_ASIDE = 9
"""Words that an aside in commas between "will" and its verb has at most."""
_LONG_ASIDE = 26
"""Words that an aside between a verb of promising and its "to" has at most: "promised, in a letter of May, to"."""
_DAY = 6
_TERMS = 10
"""Words before a verb of obliging among which the agreement stands that obliges."""
_LONG = 40
_PAIRS = frozenset(
    [("in", "return"), ("in", "turn"), ("at", "least"), ("at", "once"), ("for", "now"), ("no", "longer")]
)
_OPENING = frozenset(["“", '"', "‘", "'"])
_VERBS_IN_ING = frozenset(["bring", "sing", "swing", "ring", "fling", "cling"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group: words are counted as in the story.

    ``modal``    "will", "would", "to" for an infinitive, "duty" for one behind a verb of obliging, "passive" for
                 "was promised", "expected" for what a side expects to deliver
    ``cue``      the verb or noun of promising before an infinitive, or None
    ``begin``    the first word of what is promised ("will", "to"); ``verb`` its verb
    ``negated``  "will not", "promised not to"
    ``subject``  the words before which the subject ends: those of the modal, or of the verb of promising
    ``thing``    where the words of what is promised end, if they stand before the verb of promising or are a noun's
    ``giver``    the words for who promises, where they are no subject ("a pledge from Oslo")
    """

    modal: str
    cue: int | None
    begin: int
    verb: int
    negated: bool
    subject: int
    thing: int | None = None
    giver: tuple[int, int] | None = None


def modal_at(words: Words, at: int) -> str | None:
    """Which modal the word is, or ends in: "will", "would", "refusing" ("won't")."""
    low = words.low(at)
    for name in ("will", "would", "refusing"):
        if low in word_set(_TABLE, "modals", name):
            return name
    return "will" if low.endswith(modal_endings()) else None


@cache
def modal_endings() -> tuple[str, ...]:
    return tuple(sorted(word_set(_TABLE, "modals", "endings")))


def _modal(words: Words, at: int) -> Clause | None:
    modal = modal_at(words, at)
    if modal is None or words.all[at].text in ("Will", "WILL"):
        return None
    verb, negated = _verb_after(words, at + 1)
    if verb is None or words.low(verb + 1) == "neither":
        return None
    subject = at + 1 if words.low(at).endswith(modal_endings()) else at
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
        elif (behind := _behind_aside(words, at)) is not None:
            at = behind - 1
        elif not (low in word_set(_TABLE, "modals", "adverbs") or is_in_ly(low)):
            break
        at += 1
    return (at, negated) if words.low(at).isalpha() else (None, negated)


def _behind_aside(words: Words, at: int) -> int | None:
    """Where the verb comes behind a few words in commas or a day: "will, by Friday, send", "would on May 2 send"."""
    if words.low(at) == ",":
        end = next((end for end in range(at + 2, at + _ASIDE) if words.low(end) == ","), at)
        hoped = any(words.is_one_of(word, word_set(_TABLE, "saying", "hoping")) for word in range(at, end))
        return end + 1 if end > at and not hoped else None
    end = at + 1
    while end < at + _DAY and (words.low(end) in word_set(_TABLE, "due", "inside") or _names_day(words, end)):
        end += 1
    day = words.low(at) in ("on", "in", "by", "before", "from", "next", "this", "within") and end > at + 1
    return end if day and words.low(end).isalpha() else None


def _names_day(words: Words, at: int) -> bool:
    low = words.low(at)
    return low[:1].isdigit() or (bool(low) and words.all[at].capital)


def _promise(words: Words, at: int) -> Clause | None:
    """As in "promised Russia to reply", "pledged a loan"."""
    if words.low(at) in word_set(_TABLE, "binding", "nouns") and is_noun(words, at):
        return _noun(words, at)
    if not words.is_one_of(at, promising_verbs()) or not _is_finite(words, at):
        return None
    subject = group_begin(words, at)
    deed = _to_do(words, at, subject) if words.is_one_of(at, binding_verbs()) else _accepted(words, at, subject)
    return deed or _thing_promised(words, at, subject)


def _accepted(words: Words, at: int, subject: int) -> Clause | None:
    """As in "has accepted the invitation to return"."""
    if not words.is_one_of(at, word_set(_TABLE, "binding", "accepts")):
        return None
    deed = _to_do(words, at, subject)
    asked = word_set(_TABLE, "binding", "asked")
    return deed if deed is not None and any(words.low(back) in asked for back in range(at + 1, deed.begin)) else None


def _noun(words: Words, at: int) -> Clause | None:
    """As in "has given its word to reply", "cited Moscow's pledge to reply"."""
    if words.low(at - 1) and words.all[at - 1].owner:
        found = _to_do(words, at, at - 1)
        return replace(found, giver=(_owner_begin(words, at - 1), at - 1)) if found is not None else None
    giver = giver_before(words, at)
    return _to_do(words, at, group_begin(words, giver)) if giver is not None else None


def _owner_begin(words: Words, end: int) -> int:
    """Where the owner begins whose "'s" is the word ``end``: "on the strength of the companies' promise"."""
    first = words.phrase_begin(end)
    inside = [at for at in range(first, end) if words.low(at - 1) == "of" or words.low(at) in ("the", "its", "their")]
    return inside[-1] if inside else first


def giver_before(words: Words, at: int) -> int | None:
    """The verb that gives or repeats a promise told by a noun: "gave us its word"; None where the word is no noun."""
    if words.low(at) not in word_set(_TABLE, "binding", "nouns") or not is_noun(words, at):
        return None
    gives = word_set(_TABLE, "binding", "gives")
    giver = next((back for back in range(at - 1, at - 6, -1) if words.is_one_of(back, gives)), None)
    about = ("on", "about", "over", "of", "for")
    return None if giver is None or any(words.low(step) in about for step in range(giver, at)) else giver


def _to_do(words: Words, at: int, subject: int) -> Clause | None:
    to = infinitive_after(words, at + 1)
    if to is None or (words.is_one_of(at, frozenset(["offer"])) and _offers_talks(words, at, to)):
        return None
    negated = words.low(to - 1) == "not"
    verb = to + 1 + (words.low(to + 1) in _OPENING)
    return Clause("to", at, to - 1 if negated else to, verb, negated, subject)


def _offers_talks(words: Words, at: int, to: int) -> bool:
    """Whether what is offered is a thing about which an infinitive stands: "offers talks on commitments not to"."""
    between = range(at + 1, to)
    named = any(words.all[step].capital for step in between)
    return not named and any(words.low(step) in ("on", "about") for step in between)


@cache
def binding_verbs() -> frozenset[str]:
    """The base forms of the verbs of promising."""
    return word_set(_TABLE, "binding", "firm") | word_set(_TABLE, "binding", "others")


@cache
def promising_verbs() -> frozenset[str]:
    """The base forms of the verbs behind which an infinitive or a thing may bind."""
    return binding_verbs() | word_set(_TABLE, "binding", "threats") | word_set(_TABLE, "binding", "accepts")


def is_noun(words: Words, at: int) -> bool:
    """Whether a determiner or an owner stands just before the word: "its pledge", "a firm promise"."""
    if words.low(at).endswith("ed"):
        return False
    edges = word_set("titles", "edges", "determiners")
    return any(words.low(back) in edges or words.low(back) in ("'s", "’s") for back in (at - 1, at - 2))


def _is_finite(words: Words, at: int) -> bool:
    """Whether a verb of promising tells what somebody did: no "to promise", "has not agreed", "was promised";
    but "did consent"."""
    low = words.low(at)
    before = [words.low(back) for back in range(at - 3, at)]
    if any(word in word_set(_TABLE, "binding", "unreal") or word.endswith(("n't", "n’t")) for word in before):
        return False
    if not {"did", "does", "do"}.isdisjoint(before[:-1]):
        return False
    if low.endswith("ing"):
        return before[-1] in (",", "and", "are", "is")
    passive = before[-1] in ("was", "were", "be", "been", "being", "is", "are")
    return not passive and not (is_noun(words, at) and low in ("offer", "plan", "plans", "offers", "vote", "votes"))


def group_begin(words: Words, at: int) -> int:
    """The first word of the verb group that ends with a verb: "has also promised"."""
    while at > words.first and _is_auxiliary(words, at - 1):
        at -= 1
    return at


def _is_auxiliary(words: Words, at: int) -> bool:
    low = words.low(at)
    if low in ("both", "all", "each") and (
        words.low(at - 1) in ("that", "and", "but") or not words.low(at - 1).isalnum()
    ):
        return False
    return low in _auxiliaries() or is_in_ly(low)


@cache
def _auxiliaries() -> frozenset[str]:
    """The words, save those in -ly, that may stand before the verb in its group."""
    return word_set(_TABLE, "binding", "auxiliaries") | word_set(_TABLE, "modals", "adverbs")


def is_in_ly(word: str) -> bool:
    """Whether a word in lower case is an adverb by its ending: "certainly", not "reply" or "assembly"."""
    return word.endswith("ly") and len(word) > 4 and word not in word_set(_TABLE, "modals", "not_adverbs")


def infinitive_after(words: Words, at: int) -> int | None:
    """The "to" before a verb that belongs to a verb of promising; None where "that" or a clause comes first."""
    if words.low(at) == ",":
        at = next((end + 1 for end in range(at + 1, at + _LONG_ASIDE) if words.low(end) == ","), at)
    for to in range(at, min(at + _OBJECT, words.last - 1)):
        low = words.low(to)
        if low == "to" and is_verb(words, to + 1 + (words.low(to + 1) in _OPENING)):
            return to
        if low == "that" and words.low(to + 1) in word_set(_TABLE, "due", "units"):
            continue
        if low in word_set(_TABLE, "subjects", "ends") - {"and", "as"} or low in (";", ":", "—", "."):
            return None
    return None


def _thing_promised(words: Words, at: int, subject: int) -> Clause | None:
    """As in "pledged £40,000 to the fund", "agreed to a joint appeal": what is promised is no deed but a thing."""
    begin = at + 1
    if words.is_one_of(at, word_set(_TABLE, "binding", "to_thing")):
        if words.low(begin) in ("in", "on") and words.low(begin + 1) in ("principle", "paper"):
            begin += 2
        end = words.phrase_end(begin + 1)
        deeds = word_set(_TABLE, "binding", "deed_nouns")
        on = words.low(begin) == "on" and any(words.low(noun) in deeds for noun in range(begin + 1, end))
        if (words.low(begin) != "to" and not on) or end <= begin + 2:
            return None
        return Clause("to", at, begin, begin + 1, negated=False, subject=subject)
    if words.is_one_of(at, word_set(_TABLE, "binding", "threats")):
        return _threat(words, at, subject)
    if not words.is_one_of(at, word_set(_TABLE, "binding", "thing")):
        return None
    thing = _thing_begin(words, begin)
    return Clause("to", at, thing, thing, negated=False, subject=subject) if thing is not None else None


def _thing_begin(words: Words, at: int) -> int | None:
    """Where the thing begins that is promised, behind the one to whom it is: "promised Moscow an answer"."""
    at += words.low(at) in ("him", "her", "us", "them", "me")
    behind = words.phrase_end(at)
    if _is_thing(words, at) and not (behind > at + 1 and words.low(behind) in ("a", "an")):
        return at
    if behind > at and _is_thing(words, behind) and words.low(behind) != "all":
        return behind
    things = word_set(_TABLE, "binding", "bare_things") | word_set(_TABLE, "binding", "own_acts")
    return at if behind > at and words.low(behind - 1) in things else None


def _is_thing(words: Words, at: int) -> bool:
    """Whether a noun phrase of several words with an article or a number begins at a word."""
    first = words.low(at)
    if first[:1] in ("£", "$", "€"):
        return first[1:2].isdigit() or words.low(at + 1)[:1].isdigit()
    starts = first in word_set("titles", "edges", "determiners") - {"that"} or first[:1].isdigit()
    return bool(first) and starts and (words.phrase_end(at) >= at + 2 or words.low(at + 1).isalpha())


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
    """As in "the mediator is to present a proposal", "under its terms the Front was to move", "must move"."""
    low, to = words.low(at), words.low(at + 1) == "to"
    verb = at + 1 + to
    had = low in ("has", "have") and modal_at(words, at - 1) is None
    duty = low == "must" or (to and (had or low in ("was", "were")))
    if not (duty or (to and low in ("is", "are"))) or not is_verb(words, verb):
        return None
    if duty and not under_terms(words, at):
        return None
    return Clause("will", None, at, verb, negated=False, subject=at)


def is_duty(words: Words, clause: Clause) -> bool:
    """Whether a clause is one of "is to": "the commission, which is to give the presidents an update"."""
    return clause.cue is None and words.low(clause.begin) in ("is", "are")


def _is_going_to(words: Words, at: int) -> Clause | None:
    """As in "we are going to publish it"."""
    be = at - 1 - (words.low(at - 1) in word_set(_TABLE, "modals", "negations"))
    going = words.low(at) == "going" and words.low(at + 1) == "to" and is_verb(words, at + 2)
    if not going or words.low(be) not in ("is", "are", "am", "'re", "’re", "'m", "’m", "'s", "’s"):
        return None
    return Clause("will", None, be, at + 2, negated=be < at - 1, subject=be)


def _has_until(words: Words, at: int) -> Clause | None:
    """As in "Brazil has until Friday to reply"."""
    if words.low(at) not in ("has", "have", "had") or words.low(at + 1) != "until":
        return None
    to = infinitive_after(words, at + 3)
    return Clause("will", None, at, to + 1, negated=False, subject=at) if to is not None else None


def _bound_by_terms(words: Words, at: int) -> Clause | None:
    """As in "the deal commits both sides to opening", "an accord which requires Iran to ship out": a side that the
    verb has as its object, with the agreement before it."""
    if not words.is_one_of(at, word_set(_TABLE, "binding", "oblige")) or not _has_terms_before(words, at):
        return None
    first = at + 1 + (words.low(at + 1) == "for")
    for to in range(first + 1, first + _OBJECT):
        if words.low(to) == "to" and (is_verb(words, to + 1) or words.low(to + 1).endswith("ing")):
            begin = to + words.low(to + 1).endswith("ing")
            return Clause("duty", None, begin, to + 1, negated=False, subject=to)
        if words.low(to) in (",", ";", "that", "which", "who"):
            return None
    return None


def _has_terms_before(words: Words, at: int) -> bool:
    """Whether an agreement stands before a verb of obliging, just before one in -ing, and none of a year long past."""
    agreements = word_set(_TABLE, "subjects", "agreements")
    before = [words.low(back) for back in range(at - _TERMS, at)]
    near = before[-1:] if words.low(at).endswith("ing") else before
    old = any(word[:2] in ("19", "20") and word.isdigit() for word in before)
    return not agreements.isdisjoint(near) and not old


def under_terms(words: Words, end: int) -> bool:
    """Whether a sentence tells of what is due "under the deal", "as part of the agreement"."""
    return any(terms_at(words, at) for at in range(words.first, min(words.last, end + _LONG)))


def ends_with_terms(words: Words, begin: int) -> bool:
    """Whether "under a deal" follows a verb within its sentence."""
    return any(words.low(at) == "under" and terms_at(words, at) for at in range(begin, min(words.last, begin + _LONG)))


def terms_at(words: Words, at: int) -> bool:
    """Whether "under the deal", "as part of the agreement" begins at a word."""
    if words.low(at) not in ("under", "by") and (words.low(at), words.low(at + 1)) != ("part", "of"):
        return False
    agreements = word_set(_TABLE, "subjects", "agreements")
    return not agreements.isdisjoint(words.low(on) for on in range(at + 1, at + 6))


def opens_with_agreement(words: Words, end: int) -> bool:
    """Whether a sentence begins with "under the deal", "as part of the agreement", before the word ``end``."""
    opening = [words.low(at) for at in range(words.first, min(words.first + 8, end))]
    agreements = word_set(_TABLE, "subjects", "agreements")
    return bool(opening) and opening[0] in ("under", "as", "in") and not agreements.isdisjoint(opening)


def is_verb(words: Words, at: int) -> bool:
    """Whether the word behind a "to" is a verb rather than a noun ("to Moscow", "to changes", "to the list")."""
    word = words.low(at)
    none = word_set("titles", "edges", "determiners") | word_set(_TABLE, "verbs", "numbers")
    if not word.isalpha() or words.all[at].capital or word in none:
        return False
    stops = word_set(_TABLE, "subjects", "prepositions") | {"them", "him", "us", "me", "whom", "which", "what"}
    return (
        word not in stops
        and (not word.endswith("ing") or word in _VERBS_IN_ING)
        and not (word.endswith("s") and not word.endswith("ss"))
    )


def _committed(words: Words, at: int) -> Clause | None:
    """As in "is committed to taking part", "has committed itself to": what it is committed to begins behind "to"."""
    if words.low(at) != "committed":
        return None
    to = at + 1 + (words.low(at + 1) in ("itself", "themselves", "himself", "herself"))
    if words.low(to) != "to" or not words.low(to + 1).endswith("ing"):
        return None
    begin = group_begin(words, at)
    if (begin == at and to == at + 1) or words.low(at - 1) in word_set(_TABLE, "modals", "negations"):
        return None
    return Clause("to", at, to + 1, to + 1, negated=False, subject=begin)


CLAUSE_FINDERS = (_modal, _promise, _committed, _is_to, _is_going_to, _has_until, _bound_by_terms)
