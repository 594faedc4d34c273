"""Sentences: a paragraph's span in, the spans of its sentences out, exact and in order.

A sentence takes its closing quotation marks and brackets with it. What a point after an abbreviation means
is decided by the next word, from the lists of ``tables/sentences.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.blocks import trim
from rejoinder.reading.knowledge import load_table, word_set

_STOP = re.compile(r"(?P<stop>[.!?…]++(?!\w)|[。！？]++)(?P<close>(?:''|[\"'”’“»›)\]}])*+)(?=\s|$|(?<=[。！？]))")
_NEXT = re.compile(r"\s*[\"'“”‘„«‹(\[`]*(?P<word>\w[\w'’.-]{0,40})?")
_BEFORE = re.compile(r"[^\s\"'“”‘’„«»()\[\]/—–]+$")
_QUOTES = "\"'”’“»›"
LONGEST_WORD = 24


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of the paragraph ``span``: trimmed, none empty; only white space lies between them."""
    sentences: list[Span] = []
    start = span.start
    for match in _STOP.finditer(text, *span):
        if _ends(text, match, Span(start, span.end)):
            sentences.append(trim(text, start, match.end()))
            start = match.end()
    sentences.append(trim(text, start, span.end))
    return tuple(sentence for sentence in sentences if sentence.length)


def _ends(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether a stop ends the sentence that begins with ``span``."""
    following = _NEXT.match(text, match.end(), span.end)
    word = following["word"] if following else None
    if word is None or match["stop"][0] in "。！？":
        return True
    if word[0].islower() and not (word[0] == "i" and word[1:2].isupper()):
        return False
    if match["stop"] == ".":
        return _point_ends(text, match, span, word)
    return not (match["close"] and match["close"][0] in _QUOTES and _speaker_follows()(text, match.end(), span.end))


def _point_ends(text: str, match: re.Match[str], span: Span, following: str) -> bool:
    """Whether a single point ends the sentence, by the words on both sides of it."""
    at = match.start()
    before = _BEFORE.search(text[max(span.start, at - LONGEST_WORD) : at])
    word = before.group() if before else ""
    closed = bool(match["close"])
    if closed and match["close"][0] in _QUOTES:
        return True
    if word in word_set("sentences", "before_name"):
        return False
    if word in word_set("sentences", "before_number") and following[0].isdigit():
        return False
    if word in word_set("sentences", "either") or _is_initial(word):
        return _begins_sentence(following)
    return not (word.isdigit() and not text[span.start : at - len(word)].strip() and not closed)


def _is_initial(word: str) -> bool:
    """Whether a word is initials: "J" or "J.D"; "I" is a word."""
    return word != "I" and all(len(part) == 1 and part.isupper() for part in word.split("."))


def _begins_sentence(word: str) -> bool:
    return word.rstrip(".").lower().split("'")[0].split("’")[0] in word_set("sentences", "starters")


class _SpeakerFollows:
    """Whether "Lavrov asked" stands after a quotation that ends in ? or !."""

    def __init__(self, verbs: list[str]) -> None:
        self.pattern = re.compile(r"\s+(?:[\w'’.-]{1,30}\s+){1,5}?(?:" + "|".join(verbs) + r")\b")

    def __call__(self, text: str, start: int, end: int) -> bool:
        return self.pattern.match(text, start, end) is not None


@cache
def _speaker_follows() -> _SpeakerFollows:
    return _SpeakerFollows(load_table("sentences")["speaking"])
