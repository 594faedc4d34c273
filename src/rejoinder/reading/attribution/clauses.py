"""Clauses: the words of a story in; who does a verb, where its complement begins and ends, out.

A little grammar for news prose, enough to find what the tagger leaves open: the subject of "Greece, for its part,
has ruled out", and the act of another side within a content.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rejoinder.model import Act
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import Word
from rejoinder.reading.attribution.noun_phrases import Phrase, noun_phrase_end
from rejoinder.reading.cues import base_forms, phrase_openers, read_cue
from rejoinder.reading.knowledge import word_set

_BACK = 24
"""Words before a verb among which its clause begins."""
_GAP = 9
"""Words between a subject and its verb: an adverb, a day, a place."""
_ASIDE = 22
"""Words of an aside between two commas."""
_CLAUSE = 120
"""Words of a clause, so that an endless sentence costs no more than a long one."""
_MEMBER = 8
"""Words of a member of "A and B"."""
_OBJECT = 5
"""Words of the object of a verb in which the noun of an act stands."""
_HEARER = 8
"""Words between a verb and the "that" or "to" of its complement: to whom, and when."""


class ReportedAct(NamedTuple):
    """Somebody's act in a clause: who does it, the verb with its auxiliaries, and what is promised, refused, asked."""

    subject: Phrase
    verb: Phrase
    content: Phrase
    act: Act


def find_reported_acts(page: Page, first: int, last: int, acts: frozenset[Act]) -> Iterator[ReportedAct]:
    """The acts of some kinds that are told in the words ``first`` to ``last``, in their order."""
    before: ReportedAct | None = None
    at = first
    while at < last:
        found = _act_at(page, at, first, last, acts, before) if _may_announce(page.words[at].low) else None
        if found is not None:
            yield found
            before = found
            at = found.verb.last
        else:
            at += 1


def _act_at(
    page: Page, at: int, first: int, last: int, acts: frozenset[Act], before: ReportedAct | None
) -> ReportedAct | None:
    """The act whose verb stands at a word."""
    announced = announced_act(page, at, last)
    if announced is None or announced[0] not in acts:
        return None
    begin = verb_start(page, at, first)
    helpers = {word.low for word in page.words[begin:at]}
    if is_passive(page, begin, at) or not is_finite(page, at, begin) or helpers & word_set("clauses", "may"):
        return None
    subject = find_subject(page, begin, first)
    if subject is not None and subject.first > first and _is_supposed(page, subject.first - 1):
        return None
    if subject is not None and _may_be_no_verb(page, at, begin, subject) and not is_somebody(page, subject):
        return None
    if subject is None and before is not None and _is_joined(page, begin, before):
        subject = before.subject
    content = find_complement(page, announced[1], last) if subject is not None else None
    if subject is None or content is None:
        return None
    return ReportedAct(subject, Phrase(begin, announced[1]), content, announced[0])


def _is_supposed(page: Page, at: int) -> bool:
    """Whether a clause is no more than supposed: "if the other side refused"."""
    return page.words[at].low in word_set("clauses", "suppositions")


def is_somebody(page: Page, subject: Phrase) -> bool:
    """Whether a name, the noun of a body or post, or a pronoun stands in a phrase."""
    pronoun = page.words[subject.first].low in word_set("clauses", "pronouns")
    return pronoun or bool(page.names_in(*subject) or page.heads_in(*subject))


def _may_be_no_verb(page: Page, at: int, begin: int, subject: Phrase) -> bool:
    """Whether a verb without an auxiliary could as well be a noun ("two parallel tables") or a participle ("jobs
    guaranteed for years")."""
    bare = page.words[subject.first].low not in word_set("titles", "edges", "determiners")
    return begin == at and (page.words[at].low.endswith("s") or (bare and page.words[at].low.endswith("ed")))


def announced_act(page: Page, at: int, last: int) -> tuple[Act, int] | None:
    """The act that the verb at a word announces, with the particle after it, and where the verb ends."""
    word = page.words[at]
    if (
        not _may_announce(word.low)
        or not word.low.isalpha()
        or page.name_over(at) is not None
        or (at + 1 < last and page.words[at + 1].low == "by")
    ):
        return None
    forms = base_forms(word.low)
    if not phrase_openers().isdisjoint(forms) and (announced := _announced_by_phrase(page, at, last)):
        return announced
    if not word_set("clauses", "light").isdisjoint(forms) and (announced := _announced_by_noun(page, at, last)):
        return announced
    act = next((read_cue(form).act for form in forms if form in _verbs()), None)
    return (act, at + 1) if act is not None else None


@lru_cache(16_384)
def _may_announce(word: str) -> bool:
    """Whether a word in lower case can be a verb that announces an act, or begin a phrase that does."""
    forms = base_forms(word)
    return not (_verbs() | phrase_openers() | word_set("clauses", "light")).isdisjoint(forms)


def _announced_by_phrase(page: Page, at: int, last: int) -> tuple[Act, int] | None:
    """The act of a verb with the words behind it that decide together, the longest first."""
    for end in (at + 3, at + 2):
        if end <= last and all(other.low.isalpha() for other in page.words[at:end]):
            reading = read_cue(" ".join(other.low for other in page.words[at:end]))
            if reading.act is not None and reading.word is not None and reading.word.count(" ") == end - at - 1:
                return reading.act, end
    return None


def _announced_by_noun(page: Page, at: int, last: int) -> tuple[Act, int] | None:
    """The act of the noun that is the object of a verb without a meaning of its own: "gave an assurance that"."""
    for noun in range(at + 1, min(last - 1, at + _OBJECT)):
        low = page.words[noun].low
        if (act := noun_act(low)) is not None and page.words[noun + 1].low in word_set("clauses", "complements"):
            return act, noun + 1
        if not low.isalpha() or low in word_set("titles", "edges", "stops"):
            return None
    return None


@lru_cache(16_384)
def noun_act(low: str) -> Act | None:
    """The act that a noun announces by itself."""
    nouns = word_set("clauses", "act_nouns")
    return read_cue(f"the {low}").act if low in nouns or low.removesuffix("s") in nouns else None


@cache
def _verbs() -> frozenset[str]:
    acts = [act.value for act in Act if act is not Act.STATE]
    return frozenset().union(*(word_set("cues", "verbs", act) for act in acts))


def verb_start(page: Page, at: int, first: int) -> int:
    """Where the verb at a word begins, with its auxiliaries and adverbs: "has always refused"."""
    begin = at
    while begin > first and goes_with_verb(page, begin - 1):
        begin -= 1
    return begin


def goes_with_verb(page: Page, at: int) -> bool:
    low = page.words[at].low
    auxiliary = low in word_set("clauses", "auxiliaries") or low.endswith(("n't", "n’t"))
    return auxiliary or low in word_set("clauses", "adverbs") or (low.endswith("ly") and not page.words[at].capital)


def is_passive(page: Page, begin: int, at: int) -> bool:
    """Whether the verb at a word, whose auxiliaries begin at ``begin``, is done to its subject: "it was rejected"."""
    helpers = {word.low for word in page.words[begin:at]}
    return not page.words[at].low.endswith("ing") and bool(helpers & word_set("clauses", "be"))


def is_finite(page: Page, at: int, begin: int) -> bool:
    """Whether the verb at a word has a subject of its own: an auxiliary before it, or an ending of a finite form."""
    word = page.words[at].low
    helped = any(page.words[other].low in word_set("clauses", "auxiliaries") for other in range(begin, at))
    return helped or (word not in _verbs() and not word.endswith("ing"))


def find_subject(page: Page, verb: int, first: int) -> Phrase | None:
    """The noun phrase that is the subject of the verb that begins at a word; the clause begins not before ``first``."""
    for begin in range(verb - 1, max(first, verb - _BACK) - 1, -1):
        if begin > first and not _opens_clause(page, begin - 1):
            continue
        end = noun_phrase_end(page, begin, verb)
        if end > begin and _reaches(page, end, verb):
            return Phrase(_with_first_of_two(page, begin, first), _with_name(page, end, verb))
    return _opening_subject(page, verb, first)


def _with_first_of_two(page: Page, begin: int, first: int) -> int:
    """With what stands before "and": "[Paris and] The Hague wanted", "[the army and] the rebels agreed"."""
    if begin < first + 2 or page.words[begin - 1].low != "and":
        return begin
    for at in range(max(first, begin - 1 - _MEMBER), begin - 1):
        opens = at == first or _opens_clause(page, at - 1)
        if opens and noun_phrase_end(page, at, begin - 1) == begin - 1 and is_somebody(page, Phrase(at, begin - 1)):
            return at
    return begin


def _with_name(page: Page, end: int, verb: int) -> int:
    """With the name that stands beside it between commas: "the council's president, Neil Ashworth, ..."."""
    if end + 1 >= verb or page.words[end].text != ",":
        return end
    name = next(iter(page.names_in(end + 1, end + 2)), None)
    return name.last if name is not None else end


def _opening_subject(page: Page, verb: int, first: int) -> Phrase | None:
    """The noun phrase that opens the sentence, for a later verb of the same subject: "paused it and asked", "...,
    insisting"."""
    words = page.words
    joined = words[verb - 1].low in ("and", "but") or (words[verb - 1].text == "," and words[verb].low.endswith("ing"))
    if verb <= first or not joined:
        return None
    at = first
    while at < verb and not words[at].text[0].isalnum():
        at += 1
    end = noun_phrase_end(page, at, verb)
    return Phrase(at, end) if end > at and words[verb].sentence == words[at].sentence else None


def _opens_clause(page: Page, at: int) -> bool:
    """Whether a clause may begin after the word: after "that", a comma, a dash, a quotation mark."""
    word = page.words[at]
    return not (word.text[0].isalnum() or word.owner) or word.low in word_set("clauses", "openers")


def _reaches(page: Page, end: int, verb: int) -> bool:
    """Whether nothing stands between a subject and its verb but asides, places and days."""
    words = page.words
    if end < verb and words[end].text in (",", "-", "–", "—", "("):
        closing = ")" if words[end].text == "(" else words[end].text
        close = next((at for at in range(end + 1, min(verb, end + _ASIDE)) if words[at].text == closing), None)
        if close is None:
            return False
        end = close + 1
    gap = words[end:verb]
    if not gap:
        return True
    opens = gap[0].low in word_set("clauses", "prepositions") or gap[0].text in _calendar()
    return len(gap) <= _GAP and opens and not any(_bars(word) for word in gap)


def _bars(word: Word) -> bool:
    """Whether a word shows that another clause stands between."""
    plain = word.text[0].isalnum() or word.owner or word.text in "-.,"
    return not plain or word.low in word_set("clauses", "barriers")


def _calendar() -> frozenset[str]:
    return word_set("people_nouns", "openers", "calendar")


def _is_joined(page: Page, begin: int, before: ReportedAct) -> bool:
    """Whether a verb goes on with the subject of the verb before it: "has ruled out ... and told"."""
    words = page.words
    return words[begin - 1].low in ("and", "but") and words[begin].sentence == words[before.verb.first].sentence


def find_complement(page: Page, begin: int, last: int) -> Phrase | None:
    """What the verb that ends before the word ``begin`` has for its object: from its "that" or "to", where a hearer
    stands before them, to the end of the clause."""
    words = page.words
    end = clause_end(page, begin, last)
    if end <= begin:
        return None
    skips = words[begin].low in word_set("clauses", "prepositions") or _takes_hearer(words[begin - 1].low)
    for at in range(begin, min(end, begin + _HEARER) if skips else begin):
        low = words[at].low
        if low in ("that", "to"):
            return Phrase(at, end)
        broken = not (words[at].text[0].isalnum() or words[at].owner)
        if broken or low in word_set("clauses", "barriers") or low in word_set("clauses", "articles"):
            break
    return Phrase(begin, end)


def _takes_hearer(verb: str) -> bool:
    """Whether the object of the verb may be the one to whom it is said: "promised Russia that"."""
    hearers = word_set("circumstances", "hearers", "object") | word_set("circumstances", "hearers", "audience")
    return bool(hearers.intersection(base_forms(verb)))


def clause_end(page: Page, begin: int, last: int) -> int:
    """Where the clause in which a word stands ends: at the sentence's end or before the next clause. A quotation that
    stands within it is part of it ("to release them “without bargaining”")."""
    words = page.words
    at, last = begin, min(last, begin + _CLAUSE)
    while at < last and words[at].sentence == words[begin].sentence and not _ends_clause(page, at, last):
        at = _behind_quotation(page, at, last) if begin < at else at + 1
    while at > begin and not (words[at - 1].text[0].isalnum() or words[at - 1].owner or words[at - 1].text in '"”'):
        at -= 1
    return at


def _behind_quotation(page: Page, at: int, last: int) -> int:
    """The word behind a quotation that opens at a word; the next word where none does."""
    words = page.words
    if words[at].text not in '"“' or not words[at].quoted:
        return at + 1
    close = next((end for end in range(at + 1, last) if words[end].text in '"”'), last - 1)
    return close + 1


def _ends_clause(page: Page, at: int, last: int) -> bool:
    """Whether the clause ends before the word: at a colon or a quotation mark, or where another clause follows."""
    word = page.words[at]
    after = page.words[at + 1].low if at + 1 < last else ""
    if word.text in ";:" or (word.text in '"“”' and not _is_within(page, at)):
        return True
    if word.text in ",—–":
        return after in word_set("clauses", "next")
    goes_on = after == "that" or after in word_set("clauses", "auxiliaries")
    return word.low in ("and", "but") and (goes_on or (bool(after) and announced_act(page, at + 1, last) is not None))


def _is_within(page: Page, at: int) -> bool:
    """Whether a mark opens a quotation within a clause: right behind a word of it."""
    return page.words[at].quoted and at > 0 and page.words[at - 1].text[0].isalnum()
