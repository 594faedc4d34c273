"""The words of a content as its act is read from them: who is meant counts, not by which name.

A content goes in; its words come out in lower case, with "OWN" for whoever speaks and the side that is spoken for
("we", "Moscow" in the mouth of a Russian minister, "it" in indirect speech), "OUR" for what is theirs, "NAME" for other
names, "IT" where that stands for nobody, "NUM" for figures, "DAY" for days and months, and contractions written out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rejoinder.model import Span
from rejoinder.reading.knowledge import load_table, word_set

OWN, OUR, NAME, IT, NUM, DAY, STOP, COMMA = "OWN", "OUR", "NAME", "IT", "NUM", "DAY", ".", ","
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)*(?:[’'][^\W\d_]+)?|[.;:!,—–]|\?")
_STOPS = ".;:!"
_AFTER_IT = re.compile(r"\s+(?:\w+\s+){0,2}?(?:be|been|is|was|’s|'s)\s+(?:\w+\s+)?(\w+)", re.IGNORECASE)
_MERGED = frozenset({OWN, NAME, NUM, DAY})


class ActWord(NamedTuple):
    """A word in the form in which acts are read, and the place where it stands."""

    form: str
    start: int
    end: int


class Side(NamedTuple):
    """A name within a content, and whether it is the speaker's own side."""

    span: Span
    own: bool


def find_act_words(text: str, parts: Sequence[Span], direct: bool, sides: Sequence[Side]) -> list[ActWord]:
    """The words of the pieces of a content; ``direct`` where they are quoted, ``sides`` the names in them in order."""
    found: list[ActWord] = []
    starts = [side.span.start for side in sides]
    for part in parts:
        for match in _TOKEN.finditer(text, *part):
            index = bisect_right(starts, match.start()) - 1
            named = index >= 0 and match.start() < sides[index].span.end
            _add(found, text, match, direct, sides[index] if named else None)
        if found and found[-1].form != STOP:
            found.append(ActWord(STOP, part.end, part.end))
    if found and found[0].form == "that" and not direct:
        del found[0]
    return found


def _add(found: list[ActWord], text: str, match: re.Match[str], direct: bool, side: Side | None) -> None:
    """Add the word of a match, or the two that it is short for; a name of several words once."""
    start, end = match.span()
    if side is not None:
        forms: tuple[str, ...] = (OWN if side.own else NAME,)
        if text[end - 2] in "’'" and text[end - 1] in "sS":
            forms = (*forms, "'s")
    else:
        opens = not found or found[-1].form == STOP
        forms = (IT,) if _is_impersonal(text, match) else _forms(match.group(), direct, opens)
    for form in forms:
        if found and form in _MERGED and found[-1].form == form:
            continue
        found.append(ActWord(form, start, end))


def _is_impersonal(text: str, match: re.Match[str]) -> bool:
    """Whether "it" stands for nobody, as in "it would be right to publish them"."""
    if match.group().lower() != "it":
        return False
    after = _AFTER_IT.match(text, match.end(), match.end() + 60)
    return after is not None and not word_set("acts", "words", "impersonal").isdisjoint(after.group().lower().split())


@lru_cache(16_384)
def _forms(word: str, direct: bool, opens: bool) -> tuple[str, ...]:
    """The form of a word that is not the name of a side, or of the words that a contraction stands for."""
    low = word.lower().replace("’", "'")
    if not word[0].isalpha():
        return (_of_mark(word),)
    if low in word_set("acts", "words", "days") and (word[0].isupper() or low != "may"):
        return (DAY,)
    if "'" in low:
        return _of_contraction(low, direct)
    named = word[0].isupper() and not opens and low not in word_set("acts", "words", "first")
    return (NAME if named else _of_word(low, direct),)


def _of_contraction(low: str, direct: bool) -> tuple[str, ...]:
    """The words that "won't", "we'll", "haven't" stand for."""
    full = load_table("acts")["short"]
    if low in full:
        return tuple(full[low].split())
    whole, _, short = low.partition("'")
    if short == "t" and whole.endswith("n"):
        return (_of_word(whole[:-1], direct), "not")
    return (_of_word(whole, direct), full.get(short, short))


def _of_mark(word: str) -> str:
    if word[0].isdigit():
        return NUM
    return STOP if word in _STOPS else word if word == "?" else COMMA


def _of_word(low: str, direct: bool) -> str:
    """Pronouns by who is meant: in indirect speech "it" and "they" are mostly the speaker's side."""
    table = "first" if direct else "own"
    if low in word_set("acts", "words", "first") or low in word_set("acts", "words", table):
        return OWN
    if low in word_set("acts", "words", "ours") or (not direct and low in word_set("acts", "words", "owned")):
        return OUR
    return low
