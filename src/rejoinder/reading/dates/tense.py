"""Which way a bare "Wednesday" or "March" points: the tense of the words near it, within its sentence."""

from __future__ import annotations

import re
from enum import StrEnum

from rejoinder.reading.dates.lexicon import load_lexicon

REACH = 160
"""Code points looked at on either side: a clause or two."""
WORD = re.compile(r"['’]ll|['’]ve|[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]))\.$"
)


class Tense(StrEnum):
    """Past or future; "had filed by Wednesday" is past for certain."""

    PAST = "past"
    FUTURE = "future"
    PERFECT = "past perfect"


def tense_near(text: str, start: int, end: int) -> Tense | None:
    """The tense of the nearest telling word in the sentence around ``text[start:end]``; None if there is none."""
    before, after = _before(text, start), _after(text, end)
    nearest: tuple[int, Tense] | None = None
    for distance, word in _by_distance(before, after):
        tense = _tense_of(word)
        if tense and (nearest is None or distance < nearest[0]):
            nearest = distance, tense
    if nearest and _is_perfect(nearest[1], WORD.findall(before)[-6:]):
        return Tense.PERFECT
    return nearest[1] if nearest else None


def _is_perfect(tense: Tense, before: list[str]) -> bool:
    """ "had replied", and what "had been due to end": the future of a past."""
    return "had" in before and (tense is Tense.PAST or before[before.index("had") + 1 :][:1] == ["been"])


def _before(text: str, start: int) -> str:
    window = text[max(0, start - REACH) : start]
    cut = 0
    for stop in SENTENCE_END.finditer(window):
        if not ABBREVIATIONS.search(window[: stop.start() + 1][-6:]):
            cut = stop.end()
    return window[cut:]


def _after(text: str, end: int) -> str:
    window = text[end : end + REACH]
    stop = SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window


def _by_distance(before: str, after: str) -> list[tuple[int, str]]:
    """The words with how far they stand from the phrase; a comma between counts as far as five words."""
    found = []
    words = [(match.start(), match[0]) for match in WORD.finditer(before)]
    for place, (at, word) in enumerate(reversed(words)):
        index = len(words) - 1 - place
        ahead = (word == "to" and _is_infinitive(words, index)) or (word == "set" and _is_appointed(words, index))
        found.append((place + 5 * before.count(",", at), "will" if ahead else word.lower()))
    for place, match in enumerate(WORD.finditer(after)):
        found.append((place + 2 + 5 * after.count(",", 0, match.start()), match[0].lower()))
    return found


def _is_infinitive(words: list[tuple[int, str]], index: int) -> bool:
    """Whether the "to" at ``index`` stands before a verb, as far as lists can tell."""
    lists = load_lexicon().tense
    at = words[index][0]
    after = words[index + 1][1] if index + 1 < len(words) and words[index + 1][0] == at + 3 else "the"
    before = words[index - 1][1] if index else ""
    if not after.islower() or after in lists["not_after_to"] or before in lists["not_before_to"]:
        return False
    return not _follows_a_deed(words, index)


def _is_appointed(words: list[tuple[int, str]], index: int) -> bool:
    """ "set for", "set to"."""
    return index + 1 < len(words) and words[index + 1][1] in ("for", "to")


def _follows_a_deed(words: list[tuple[int, str]], index: int) -> bool:
    """Whether the infinitive only says what a thing done was for ("met to discuss")."""
    for _, word in reversed(words[max(0, index - 5) : index]):
        if word.lower() in load_lexicon().tense["deeds"]:
            return True
        if _tense_of(word.lower()):
            return False
    return False


def _tense_of(word: str) -> Tense | None:
    lists = load_lexicon().tense
    if word == "had":
        return Tense.PERFECT
    if word in lists["future"]:
        return Tense.FUTURE
    if word in lists["past"] or (word.endswith("ed") and word not in lists["not_past"]):
        return Tense.PAST
    return None
