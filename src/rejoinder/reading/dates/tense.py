"""Which way a bare "Wednesday" or "March" points: the tense of the words near it, within its sentence.

A text and the place of a time phrase in, a ``Tense`` or None out. An infinitive looks ahead only behind a word that
does ("plans to meet", not "met to discuss"), and a word beyond a comma or a clause's opening word counts as farther.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rejoinder.model import Span
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.sentences import split_sentences

REACH = 200
"""Code points looked at on either side: a clause or two."""
BARRIER = 5
"""Words that a comma, or the opening word of a clause, counts for."""
DEED_REACH = 3
"""Words from a date to "did", which tells what became of it."""
CONDITION_REACH = 8
"""Words from "if" to the verb of its clause."""
MOVED_REACH = 4
"""Words from "moved" to the "to" before the new day."""
GOVERNOR_REACH = 6
"""Words between an infinitive and the word that it hangs on."""
WORD = re.compile(r"['’](?:ll|ve|re|s|d)\b|[^\W\d_]+(?:['’]t\b)?|[,;:–—]|--?(?=\s)")
NEGATED = {"won't": "will", "can't": "can", "shan't": "shall"}
"""What is left of a verb without "not", where that is not the rest of it."""
CONDITIONS = ("if", "unless")
"""What opens a clause that lies ahead, where no verb before its date tells otherwise ("if they win in March")."""
BLANK_LINE = re.compile(r"\n\s*\n")


class Tense(StrEnum):
    """Past or future; "will meet on Wednesday" is future for certain, "had filed by Wednesday" past for certain."""

    PAST = "past"
    FUTURE = "future"
    APPOINTED = "appointed"
    PERFECT = "past perfect"

    @property
    def is_ahead(self) -> bool:
        return self in (Tense.FUTURE, Tense.APPOINTED)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words on one side of the phrase, in the order of the text; ``lows`` are the same in lower case."""

    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts_sentence: bool

    def low(self, index: int) -> str:
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def is_name(self, index: int) -> bool:
        """Whether the word is a name or the like: in capitals, and not the first of its sentence."""
        return self.words[index][:1].isupper() and (index > 0 or not self.starts_sentence)


@lru_cache(1024)  # each phrase is read from the day of its story, and again from the day of speaking
def tense_near(text: str, start: int, end: int) -> Tense | None:
    """The tense of the nearest telling word in the sentence around ``text[start:end]``; None if there is none."""
    before, after = _sides(text, start, end)
    sides = (_tense_before(before), _tense_after(after, _opens_clause(before)))
    nearest = min((each for each in sides if each), key=lambda each: each[0], default=None)
    if nearest and _is_perfect(nearest[1], before.words[-6:]):
        return Tense.PERFECT
    if (
        nearest and nearest[1].is_ahead and "did" in after.words[:DEED_REACH]
    ):  # "planned for Monday, did not take place"
        return Tense.PERFECT
    return nearest[1] if nearest else None


def _is_perfect(tense: Tense, before: tuple[str, ...]) -> bool:
    """ "had replied", and what "had been due to end": the future of a past."""
    return "had" in before and (tense is Tense.PAST or before[before.index("had") + 1 :][:1] == ("been",))


def _sides(text: str, start: int, end: int) -> tuple[_Words, _Words]:
    """The words before and behind ``text[start:end]`` in its sentence, as far as they reach."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    cuts = [match.end() for match in BLANK_LINE.finditer(text, low, start)]
    low = cuts[-1] if cuts else low
    stop = BLANK_LINE.search(text, end, high)
    sentences = split_sentences(text, Span(low, stop.start() if stop else high))
    first = max((each.start for each in sentences if each.start <= start), default=low)
    last = min((each.end for each in sentences if each.end >= end), default=high)
    is_whole = first > start - REACH or start <= REACH
    return _words_of(text, first, start, is_whole), _words_of(text, end, last, starts_sentence=False)


def _words_of(text: str, start: int, end: int, starts_sentence: bool) -> _Words:
    """The words of ``text[start:end]``, verbs without "not": "will" for "won't", "did" for "didn't"."""
    words = (word.replace("’", "'") if word[-1:] == "t" else word for word in WORD.findall(text, start, end))
    plain = tuple(NEGATED.get(word.lower(), word.removesuffix("n't")) for word in words)
    return _Words(plain, tuple(word.lower() for word in plain), starts_sentence)


def _tense_before(side: _Words) -> tuple[int, Tense] | None:
    """The nearest telling word before the phrase: its distance and what it tells."""
    barriers = 0
    if _is_moved(side):
        return 0, Tense.APPOINTED
    for steps, index in enumerate(range(len(side.words) - 1, -1, -1)):
        tense = _tense_at(side, index)
        if tense is Tense.PAST and _is_condition(side, index):
            tense = Tense.FUTURE
        if tense is Tense.APPOINTED and barriers:
            tense = Tense.FUTURE
        if steps <= 1 and _stands_at(side, index, tense):
            tense = Tense.APPOINTED
        if side.low(index) in CONDITIONS:
            tense = Tense.FUTURE
        if tense:
            return steps + BARRIER * barriers, tense
        barriers += _is_barrier(side, index)
    return None


def _is_moved(side: _Words) -> bool:
    """Whether the date is the one something was moved to: "pushed back to Monday", "postponed until March"."""
    last = len(side.words) - 1
    if side.low(last) not in ("to", "until", "till", "for"):
        return False
    return any(side.low(at) in load_lexicon().tense["moved"] for at in range(last - MOVED_REACH, last))


def _is_condition(side: _Words, index: int) -> bool:
    """Whether the verb in the past stands in a clause with "if": "if no deal was signed in March" lies ahead."""
    for at in range(index - 1, max(-1, index - 1 - CONDITION_REACH), -1):
        if side.low(at) in CONDITIONS:
            return side.low(at - 1) not in load_lexicon().tense["asks"]
        if _is_barrier(side, at):
            return False
    return False


def _stands_at(side: _Words, index: int, tense: Tense | None) -> bool:
    """Whether the verb stands straight before its day: "talks resume Monday", "the vote is on Monday"."""
    lists, word = load_lexicon().tense, side.low(index)
    if word in ("is", "are"):
        return side.low(index + 1) in ("", "on", "for")
    return tense is Tense.FUTURE and (word in lists["begin"] or word in lists["begins"])


def _tense_after(side: _Words, opens_clause: bool) -> tuple[int, Tense] | None:
    """The nearest telling word behind the phrase. Where that opens its clause ("On Monday voters will"), their verb is
    its own; elsewhere a subject straight behind it opens another clause ("said Monday it will")."""
    subjects = load_lexicon().tense["subjects"]
    barriers = int(not opens_clause and side.low(0) in subjects)
    for index in range(len(side.words)):
        barriers += _is_barrier(side, index)
        tense = _tense_at(side, index)
        if tense is Tense.APPOINTED and not opens_clause:
            tense = Tense.FUTURE
        if tense:
            return index + 2 + BARRIER * barriers, tense
    return None


def _opens_clause(before: _Words) -> bool:
    """Whether nothing but a word or two stands between the phrase and the start of its clause."""
    return any(_is_barrier(before, at) for at in range(len(before.words) - 2, len(before.words))) or (
        len(before.words) <= 2 and before.starts_sentence
    )


def _is_barrier(side: _Words, index: int) -> bool:
    word = side.low(index)
    return not word[-1:].isalpha() or word in load_lexicon().tense["openers"]


def _tense_at(side: _Words, index: int) -> Tense | None:
    """What the word at ``index`` says of the time, among its neighbours."""
    lists, word = load_lexicon().tense, side.low(index)
    if word == "to":
        return _infinitive(side, index)
    if word in lists["modal"]:
        return _modal(side, index)
    if word in lists["appointed"] or (word == "set" and side.low(index + 1) in ("for", "to")):
        return _appointed(side, index)
    if word in lists["certain"] or (word == "ahead" and side.low(index + 1) == "of"):
        return Tense.APPOINTED
    return Tense.FUTURE if _looks_ahead(side, index) else _of_verb(side, index)


def _looks_ahead(side: _Words, index: int) -> bool:
    """ "plans", "before" (but not "before the court"), "as soon as"."""
    lists, word = load_lexicon().tense, side.low(index)
    if word == "before":
        return side.low(index - 1) not in lists["appears"] and not _is_forum(side, index + 1)
    return word in lists["ahead"] or (word == "as" and side.low(index - 1) in ("soon", "early"))


def _is_forum(side: _Words, index: int) -> bool:
    """Whether a court or the like stands there: "brought the case before the International Court"."""
    at = index + (side.low(index) in load_lexicon().tense["determiners"])
    return any(side.low(near) in load_lexicon().tense["forums"] for near in range(at, at + 3))


def _modal(side: _Words, index: int) -> Tense | None:
    """ "would meet" lies ahead; "would have met" does not, and the month of May is no verb."""
    if side.words[index] == "May" or side.is_name(index):
        return None
    return Tense.PAST if side.low(index + 1) == "have" else Tense.FUTURE


def _appointed(side: _Words, index: int) -> Tense:
    """ "is due", "a rally planned for"; what "was due" may have been."""
    past = any(side.low(at) in ("was", "were") for at in range(index - 3, index))
    return Tense.FUTURE if past else Tense.APPOINTED


def _infinitive(side: _Words, index: int) -> Tense | None:
    """The tense of "to meet": ahead where it hangs on a word that looks ahead, none where it tells what for."""
    lists = load_lexicon().tense
    follower = side.low(index + 1)
    if not follower or side.words[index + 1][:1].isupper() or follower in lists["not_after_to"]:
        return None
    before = side.low(index - 1)
    if before in ("is", "are", "am", "'s", "’s", "'re", "’re"):
        return Tense.APPOINTED
    if before in ("was", "were"):
        return Tense.FUTURE
    for at in range(index - 1, max(-1, index - 1 - GOVERNOR_REACH), -1):
        if side.low(at) in lists["appointed"] or side.low(at) == "set":
            return _appointed(side, at)
        if side.low(at) in lists["governors"]:
            return Tense.APPOINTED if side.low(at) in lists["ahead"] else Tense.FUTURE
        if _is_barrier(side, at) or _is_past(side, at):  # "the proposal prompted them to call a vote"
            break
    return Tense.FUTURE if follower == "be" else None  # "a text to be tabled Friday"


def _of_verb(side: _Words, index: int) -> Tense | None:
    """The tense of a verb by its form: "begins" and "voters go" of what comes, "-ed" and the like of what was."""
    lists, word, before = load_lexicon().tense, side.low(index), side.low(index - 1)
    if side.is_name(index):
        return None
    if word == "had":
        return Tense.PERFECT
    if _is_of_what_comes(side, index):
        return Tense.FUTURE
    if "to" in (before, side.low(index - 2)) and "have" in (before, word):  # "was to have called"
        return None
    if word in ("has", "have"):
        return _of_have(side, index)
    # "will be counted", "will cut"
    is_bare = before in ("be", "to") or before in lists["certain"] or before in lists["modal"]
    return Tense.PAST if _is_past(side, index) and not is_bare else None


def _is_of_what_comes(side: _Words, index: int) -> bool:
    """ "begins", "voters go", "is meeting"."""
    lists, word = load_lexicon().tense, side.low(index)
    if word in lists["begins"] or (word in lists["begin"] and _has_plural_subject(side, index)):
        return True
    return _is_be(side, index) and _is_under_way(side, index)


def _is_past(side: _Words, index: int) -> bool:
    """Whether the word is a verb in the past by its form; "a contested vote" is none."""
    lists, word = load_lexicon().tense, side.low(index)
    if word.endswith("ed") and word not in lists["not_past"]:
        return side.low(index - 1) not in lists["determiners"]
    return word in lists["past"]


def _of_have(side: _Words, index: int) -> Tense | None:
    """ "has met" was, "has until Friday" is to come, "has a meeting" is neither."""
    after = side.low(index + 1)
    if after in ("to", "until"):
        return Tense.FUTURE
    return None if after in load_lexicon().tense["not_after_to"] else Tense.PAST


def _is_be(side: _Words, index: int) -> bool:
    """Whether the word is "is" or "are"; "'s" only behind a pronoun, for elsewhere it owns ("Friday's trading")."""
    word = side.low(index)
    if word in ("'s", "’s"):
        return side.low(index - 1) in load_lexicon().tense["subjects"]
    return word in ("is", "are", "'re", "’re")


def _is_under_way(side: _Words, index: int) -> bool:
    """Whether "is meeting", "are not leaving" stands there: with its day it tells of what comes."""
    at = index + 1 + (side.low(index + 1) in ("not", "also", "now", "still"))
    return side.low(at).endswith("ing") and side.low(at) not in load_lexicon().tense["not_under_way"]


def _has_plural_subject(side: _Words, index: int) -> bool:
    before = side.low(index - 1)
    if index and side.is_name(index - 1):  # "Arafat and Albright meet"
        return "and" in (side.low(at) for at in range(index - 6, index))
    return before in ("they", "we", "and") or (before.endswith("s") and len(before) > 3 and not before.endswith("ss"))
