"""The words that carry a matter: text in, the stems of its weighty words out. Knowledge in tables/weighty.toml.

A stem is the first six letters of a word without its commonest endings: coarse, but the same for "withdraw" and
"withdrawal", and quick. Words that one thing goes by ("answer", "response") share a stem.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_MARKS = "\"'“”‘’«»().,;:!?…[]{}*_/\\-–—"
_LONGEST = 6
_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("rejoinder.docket") / "tables" / "weighty.toml").read_text(encoding="utf-8"))


@cache
def _weightless() -> frozenset[str]:
    return frozenset(_table()["empty"].split()) | frozenset(_table()["time"].split())


@cache
def _same() -> dict[str, str]:
    return {word: stem for stem, words in _table()["same"].items() for word in words}


@cache
def handing_stems() -> frozenset[str]:
    """The stems of words for handing a text over, and of words that only qualify it."""
    return frozenset(stem_of(word) for word in _table()["handing"].split()) - {""}


@lru_cache(65_536)
def stem_of(word: str) -> str:
    """The stem of a word in lower case, as it stands between blanks; empty for one that weighs nothing."""
    bare = word.strip(_MARKS).removesuffix("'s").removesuffix("’s")
    if bare in _same():
        return _same()[bare]
    if len(bare) < 4 and not bare.isdigit():
        return ""
    if bare in _weightless():
        return ""
    for ending, instead in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 4 - len(instead) and not bare.endswith(("ss", "us")):
            bare = bare.removesuffix(ending) + instead
            break
    return bare.rstrip("e")[:_LONGEST]


def stems_in(text: str) -> list[str]:
    """The stems of the weighty words of a text, each once, in the order of the text."""
    return [stem for stem in dict.fromkeys(map(stem_of, text.lower().split())) if stem]


@cache
def drafting_stems() -> frozenset[str]:
    """The stems of words that stand in any part of a tabled text."""
    return frozenset(stem_of(word) for word in _table()["drafting"].split()) - {""}


@cache
def writing_words() -> frozenset[str]:
    """The words that say of something that it is handed over in writing."""
    return frozenset(_table()["writing"].split())


@cache
def determiners() -> frozenset[str]:
    """The words before a noun that tell it from a verb: "the reply", not "reply"."""
    return frozenset(_table()["determiners"].split())
