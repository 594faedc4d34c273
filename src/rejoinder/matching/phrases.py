"""The small language of the phrase tables: a list of phrases in, one pattern out that finds any of them.

A phrase is words in their order. ``accept~`` is every word that begins so, ``...`` up to six words between, ``a|b``
either of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rejoinder.matching.tables import table

JOINT = r"(?:,\s+(?:however|therefore|unfortunately|regrettably|alas|at present|of course|in principle|for now),)?\s+"
GAP = r"(?:\s+[^\s.;]+){0,6}?"


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for texts in small letters with straight apostrophes; longer phrases go before their
    beginnings. Without phrases it finds nothing."""
    ordered = sorted(phrases, key=len, reverse=True)
    if not ordered:
        return re.compile(r"(?!)")
    return re.compile(r"(?<![\w'-])(?:" + "|".join(_pattern_of(phrase) for phrase in ordered) + ")")


def plain(text: str) -> str:
    """A text as the patterns read it: small letters, straight apostrophes; as long as it was."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).replace("’", "'")


@cache
def phrases_of(name: str, *keys: str) -> re.Pattern[str]:
    """The pattern of the phrases that stand in the table ``name`` under ``keys``."""
    found = table(name)
    for key in keys:
        found = found[key]
    return phrase_pattern(found)


def _pattern_of(phrase: str) -> str:
    pieces = phrase.split()
    found = _word(pieces[0])
    for piece in pieces[1:]:
        found += GAP if piece == "..." else JOINT + _word(piece)
    return found


def _word(piece: str) -> str:
    forms = [re.escape(form.rstrip("~")) + (r"[\w-]*" if form.endswith("~") else "") for form in piece.split("|")]
    end = r"(?![\w'-])" if piece[-1].isalnum() else ""
    return (forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})") + end
