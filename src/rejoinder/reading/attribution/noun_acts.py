"""Acts told by a noun: words of a story in; whose demand, refusal, offer, and for what, out.

"the insistent calls by the Union for a place", "its refusal to sign", "the ministry's demand that they leave", and
the participle that goes with a noun: "changes requested by Lebanon".
"""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.model import Act
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.attribution.clauses import ReportedAct, clause_end, noun_act
from rejoinder.reading.attribution.noun_phrases import Phrase, noun_phrase_end
from rejoinder.reading.cues import base_forms, read_cue
from rejoinder.reading.knowledge import word_set

_BACK = 6
"""Words before the noun among which its owner stands."""


def find_noun_acts(page: Page, first: int, last: int) -> Iterator[ReportedAct]:
    """The acts that nouns tell in the words ``first`` to ``last``, in their order."""
    for at in range(first + 1, last - 1):
        act = noun_act(page.words[at].low)
        found = _told(page, at, first, last, act) if act is not None else _passive(page, at, first, last)
        if found is not None:
            yield found


def _told(page: Page, at: int, first: int, last: int, act: Act) -> ReportedAct | None:
    """The act with its owner before or behind it, and its complement."""
    begin, owner = _owner_before(page, at, first)
    after = at + 1
    if page.words[after].low in ("by", "from"):
        end = noun_phrase_end(page, after + 1, last)
        owner, after = (Phrase(after + 1, end), end) if end > after + 1 else (None, after)
    if owner is None or after >= last or page.words[after].low not in word_set("clauses", "complements"):
        return None
    if page.words[after].low == "to" and (after + 1 == last or not _is_infinitive(page, after + 1)):
        return None
    begins = after + 1 if page.words[after].text == ":" else after
    end = clause_end(page, begins, last)
    return ReportedAct(owner, Phrase(begin, at + 1), Phrase(begins, end), act) if end > begins + 1 else None


def _is_infinitive(page: Page, at: int) -> bool:
    """Whether the word behind "to" can be a verb: not in "an invitation to NATO", "a threat to the peace"."""
    word = page.words[at]
    return not word.capital and word.low not in word_set("titles", "edges", "determiners")


def _owner_before(page: Page, at: int, first: int) -> tuple[int, Phrase | None]:
    """Where the phrase of the noun begins without its owner, and the owner: "the ministry's", "its", "a UK"."""
    words = page.words
    begin = at
    while begin > max(first, at - _BACK) and _modifies(page, begin - 1):
        begin -= 1
    before = begin - 1
    if before >= first and words[before].owner:
        starts = range(before - 1, max(first, before - _BACK) - 1, -1)
        start = next((at for at in starts if _is_phrase(page, at, before)), None)
        return begin, Phrase(start, before) if start is not None else None
    if before >= first and words[before].low in ("its", "his", "her", "their"):
        return before, Phrase(before, begin)
    name = page.name_over(before) if before >= first else None
    if name is not None and name.known is not None:
        return begin, Phrase(name.first, name.last)
    article = before >= first and words[before].low in ("the", "a", "an")
    return (before if article else begin), None


def _is_phrase(page: Page, begin: int, end: int) -> bool:
    """Whether a noun phrase fills the words, and no more could go before it."""
    opens = page.words[begin - 1].low if begin else ""
    more = opens in word_set("titles", "edges", "determiners") or page.name_over(begin - 1) is not None
    return noun_phrase_end(page, begin, end) == end and not more


def _modifies(page: Page, at: int) -> bool:
    """Whether a word is no more than an adjective before the noun."""
    word = page.words[at]
    plain = word.text[0].isalpha() and not word.capital and not word.owner
    barred = word_set("titles", "edges", "determiners") | word_set("titles", "edges", "stops")
    return plain and word.low not in barred


def _passive(page: Page, at: int, first: int, last: int) -> ReportedAct | None:
    """As in "amendments requested by Lebanon": a participle between what is asked for and who asks."""
    words = page.words
    if words[at + 1].low != "by" or not words[at].low.endswith("ed") or at + 2 >= last:
        return None
    forms = [form for form in base_forms(words[at].low) if form in word_set("clauses", "passive")]
    act = read_cue(forms[0]).act if forms else None
    end = noun_phrase_end(page, at + 2, last)
    begin = at
    while begin > max(first, at - _BACK) and _modifies(page, begin - 1):
        begin -= 1
    if act is None or end == at + 2 or begin == at:
        return None
    return ReportedAct(Phrase(at + 2, end), Phrase(at, at + 1), Phrase(begin, at), act)
