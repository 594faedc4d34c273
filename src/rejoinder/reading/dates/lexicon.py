"""The words of dates: tables/dates.toml, loaded once, as classes of words with their worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rejoinder.reading.knowledge import load_table

FORMS = (
    "OTHER",
    "STOP",
    "COMMA",
    "DOT",
    "HYPH",
    "LPAR",
    "RPAR",
    "SOLIDUS",
    "POSS",
    "ISO",
    "SLASH",
    "CLOCK",
    "AMPM",
    "DECADE",
    "SHORTDECADE",
    "SHORTYEAR",
)
"""Classes of tokens that are known by their form, not by a list of words."""
NUMERALS = ("DNUM", "YEARNUM", "NUM", "DEC", "FRAC", "ORDNUM", "QTR", "ZONE", "PARA")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``kinds`` word -> class; ``values`` word -> worth; ``codes`` class -> the one letter of the patterns;
    ``lists`` and ``tense`` the other lists of the table; ``names`` first word -> the names that hold words of time,
    word by word."""

    kinds: dict[str, str]
    values: dict[str, int | str]
    codes: dict[str, str]
    lists: dict[str, frozenset[str]]
    names: dict[str, tuple[tuple[str, ...], ...]]
    tense: dict[str, frozenset[str]]


@cache
def load_lexicon() -> Lexicon:
    """The table of the words of dates."""
    table = load_table("dates")
    kinds: dict[str, str] = {}
    values: dict[str, int | str] = {}
    for kind, words in table["values"].items():
        kinds.update(dict.fromkeys(words, kind))
        values.update(words)
    for kind, words in table["words"].items():
        kinds.update(dict.fromkeys(words, kind))
    classes = (*FORMS, *NUMERALS, *table["values"], *table["words"])
    codes = {name: chr(0xE000 + index) for index, name in enumerate(classes)}
    lists = {name: frozenset(words) for name, words in table["lists"].items()}
    tense = {name: frozenset(words) for name, words in table["tense"].items()}
    timed = [tuple(name.split()) for name in table["names"]["with_times"]]
    by_first = {first: tuple(name for name in timed if name[0] == first) for first, *_ in timed}
    return Lexicon(kinds, values, codes, lists, by_first, tense)
