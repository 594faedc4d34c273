"""Capitals that tell nothing: the names of a story in, those out that are names without a sentence opening there.

A word that opens a sentence, or stands in a headline in capitals, is a name only where the story shows it elsewhere.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.parties import same_stem
from rejoinder.reading.actors.words import Word
from rejoinder.reading.knowledge import word_set


def drop_openers(words: Sequence[Word], names: list[Name]) -> list[Name]:
    """The names without those that only a sentence opening or a headline in capitals makes look like one."""
    titled, shouted = _headline_sentences(words)
    inside = {word.text for word in words if word.capital and not word.opens and word.sentence not in titled}
    lower = {word.text for word in words if not word.capital}
    sure = {name.text for name in names if _stands_as_name(words, name)} | inside | _often_acting(words, names)
    known = {text[:4].lower(): text for text in sure if len(text) > 3}
    kept = []
    for name in names:
        word = words[name.first]
        if name.known is None and word.sentence in shouted:
            continue
        alone = name.known is None and name.last - name.first == 1
        acronym = word.text.isupper() and 1 < len(word.text) < 6
        doubtful = alone and not acronym and (word.opens or word.sentence in titled)
        if not doubtful or (_is_sure(word, sure, known) and word.low not in lower):
            kept.append(name)
    return kept


def _is_sure(word: Word, sure: Container[str], known: Mapping[str, str]) -> bool:
    """Whether a word that opens its sentence is a name elsewhere, or formed from one: "Sorvian ministers"."""
    return word.text in sure or same_stem(word.text, known.get(word.low[:4], ""))


def _stands_as_name(words: Sequence[Word], name: Name) -> bool:
    """Whether an owner's ending or a verb of speaking follows."""
    after = words[name.last] if name.last < len(words) else None
    return after is not None and (after.owner or after.low in word_set("people_nouns", "openers", "speaks"))


def _often_acting(words: Sequence[Word], names: Sequence[Name]) -> set[str]:
    """Words that stand at the head of two sentences or more with a verb that only somebody does or a day
    behind them: "Zambara on Tuesday threatened", "Zambara agrees"."""
    counts: dict[str, int] = {}
    for name in names:
        word = words[name.first]
        if name.known is None and name.last - name.first == 1 and word.opens and len(word.text) > 3:
            counts[word.text] = counts.get(word.text, 0) + _acts_behind(words, name.last)
    return {text for text, count in counts.items() if count > 1 and not text.endswith("s")}


def _acts_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a verb that only somebody does stands at a word, or a day before it."""
    if at + 1 >= len(words):
        return False
    at += words[at].low == "on"
    day = words[at].text in word_set("people_nouns", "openers", "calendar")
    return day or words[at].low in word_set("people_nouns", "openers", "does")


def _headline_sentences(words: Sequence[Word]) -> tuple[frozenset[int], frozenset[int]]:
    """The sentences in which four long words out of five have a capital, and those in capitals throughout:
    headlines and mastheads, where capitals tell nothing (they do in "REPUBLIC OF MARUNA")."""
    counts: dict[int, list[int]] = {}
    letters: dict[int, list[bool]] = {}
    organs = word_set("titles", "of_state", "organs")
    for word in words:
        if word.text[0].isalpha():
            letters.setdefault(word.sentence, []).append(word.text.isupper() and word.low not in organs)
        if word.text[0].isalpha() and len(word.text) > 3:
            held = counts.setdefault(word.sentence, [0, 0, 0])
            held[0] += 1
            held[1] += word.capital
            held[2] += word.text.isupper()
    titled = frozenset(at for at, (all_, high, _) in counts.items() if high > 3 and 5 * high >= 4 * all_)
    shouted = {at for at, (all_, _, loud) in counts.items() if loud > 3 and 5 * loud >= 4 * all_}
    mastheads = {at for at, loud in letters.items() if len(loud) > 1 and all(loud)}
    return titled, frozenset(shouted | mastheads)
