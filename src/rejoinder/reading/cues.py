"""Words of saying: which act a cue announces by itself. Knowledge in tables/cues.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.model import Act
from rejoinder.reading.knowledge import load_table

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", re.UNICODE)
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
_HEAD = 4
"""Words at the head of a content among which the noun for what is denied stands."""
_REFUSED = {Act.PROMISE, Act.AGREE, Act.PROPOSE, Act.SUPPORT, Act.ANNOUNCE}


@dataclass(frozen=True, slots=True)
class CueReading:
    """What a cue says by itself: its act (None where it leaves that to the content), the word that says so,
    whether the table knows the cue at all, and whether the words can easily overrule the act."""

    act: Act | None
    word: str | None
    known: bool
    weak: bool = False


@dataclass(frozen=True)
class _Table:
    words: dict[str, Act | None]
    nouns: dict[str, Act | None]
    phrases: tuple[tuple[tuple[str, ...], Act], ...]
    irregular: dict[str, str]
    negations: frozenset[str]
    weak: frozenset[str]
    determiners: frozenset[str]


@cache
def _table() -> _Table:
    raw = load_table("cues")
    phrases = tuple((tuple(phrase.split()), Act(act)) for act, rows in raw["phrases"].items() for phrase in rows)
    return _Table(
        words=_by_word(raw["verbs"]),
        nouns=_by_word(raw["nouns"]),
        phrases=tuple(sorted(phrases, key=lambda row: -len(row[0]))),
        irregular=raw["irregular"],
        negations=frozenset(raw["negations"]["words"]),
        weak=frozenset(raw["weak"]["verbs"]),
        determiners=frozenset(raw["determiners"]["words"]),
    )


def _by_word(rows: dict[str, list[str]]) -> dict[str, Act | None]:
    return {word: None if act == "neutral" else Act(act) for act, words in rows.items() for word in words}


@lru_cache(16_384)
def base_forms(word: str) -> tuple[str, ...]:
    """The base forms that a word may be an inflection of, the word itself among them, likeliest first."""
    irregular = _table().irregular.get(word)
    if irregular:
        return (irregular,)
    found = [word]
    for ending, heads in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found += [stem + head for head in heads]
            if stem[-1] == stem[-2] and ending in ("ed", "ing"):
                found.append(stem[:-1])
    return tuple(found)


@cache
def phrase_openers() -> frozenset[str]:
    """The base forms with which the phrases of several words begin that announce an act."""
    return frozenset(phrase[0] for phrase, _ in _table().phrases)


def words_of(text: str) -> list[str]:
    """The lower-case words of a text."""
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(16_384)
def read_cue(cue: str, before: str = "") -> CueReading:
    """The act that a cue announces. ``before`` is the text just ahead of it, where a negation may stand."""
    table = _table()
    words = words_of(cue)
    bases = [base_forms(word) for word in words]
    lead = words_of(before)[-3:]
    negated = any(word in table.negations or word.endswith(("n't", "n’t")) for word in [*lead, *words[:-1]])
    for phrase, act in table.phrases:
        if len(phrase) <= len(bases) and _holds(bases, phrase):
            return CueReading(act, " ".join(phrase), known=True)
    neutral: str | None = None
    is_noun = bool(words) and words[0] in table.determiners
    for word, forms in zip(words, bases, strict=True):
        for base in forms:
            source = table.nouns if base not in table.words or (base in table.nouns and is_noun) else table.words
            if base not in source:
                continue
            announced = source[base]
            if announced is not None:
                refused = negated and announced in _REFUSED
                return CueReading(Act.REJECT if refused else announced, word, known=True, weak=base in table.weak)
            neutral = neutral or word
    return CueReading(None, neutral, known=neutral is not None)


def _holds(bases: list[tuple[str, ...]], phrase: tuple[str, ...]) -> bool:
    """Whether the words of the phrase stand in the cue in their order (others may stand between)."""
    at = 0
    for forms in bases:
        if at < len(phrase) and phrase[at] in forms:
            at += 1
    return at == len(phrase)


def denies_fact(cue: str, content: str) -> bool:
    """Whether a cue denies that something is so ("denied any link"), rather than a request ("denied entry")."""
    asked = load_table("cues")["denials"]["asked"]
    return _denies(cue) and set(words_of(content)[:_HEAD]).isdisjoint(asked)


@lru_cache(16_384)
def _denies(cue: str) -> bool:
    """Whether a verb of denying stands in a cue."""
    verbs = load_table("cues")["denials"]["verbs"]
    return any(not set(base_forms(word)).isdisjoint(verbs) for word in words_of(cue))


def is_no_saying(cue: str, content: str) -> bool:
    """Whether a cue tells that nothing was said ("did not say whether"), or that a text was passed on ("published
    the drafts")."""
    words, table = words_of(cue), load_table("cues")["no_statement"]
    forms = {base for word in words for base in base_forms(word)}
    negated = any(word in ("not", "never") or word.endswith(("n't", "n’t")) for word in words)
    if negated and not forms.intersection(table["refused"]) and not forms.isdisjoint(table["unsaid"]):
        return True
    told = words_of(content)
    if not forms.isdisjoint(table["bare"]) and set(told) <= set(table["pronouns"]):
        return True
    if told[:1] in (["that"], ["to"]) or not content[:1].isalnum():
        return False
    if not forms.isdisjoint(table["named"]):
        return True
    return not forms.isdisjoint(table["passes_on"]) and not set(told[:4]).isdisjoint(table["documents"])


def tells_nothing(content: str) -> bool:
    """Whether a content tells only how the source wants to be treated ("asked not to be named")."""
    words = " ".join(words_of(content))
    phrases = load_table("cues")["no_statement"]["contents"]
    return any(
        words == phrase
        or words.startswith(f"not to {phrase} ")
        or (len(words) < 3 * len(phrase) and " " in phrase and f" {phrase} " in f" {words} ")
        for phrase in phrases
    )
