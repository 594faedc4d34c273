"""Sides and bodies that the tables know: words go in, the country, organisation or organ they stand for comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from rejoinder.reading.actors.words import Word, split_words
from rejoinder.reading.knowledge import load_table, word_set


class Form(StrEnum):
    """How words stand for a body: by its name, an adjective, the noun for its people, or a seat."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SEAT = "seat"


class Known(NamedTuple):
    """A body of the tables: its full name, its party, how these words stand for it, its common nouns."""

    name: str
    party: str
    form: Form
    state: bool
    kinds: tuple[str, ...] = ()


def _people(entry: Mapping[str, Any]) -> list[str]:
    """The nouns for a people: those given, and the plurals of adjectives in -n and -i."""
    given: list[str] = list(entry.get("people", []))
    return given + [f"{word}s" for word in entry["adjectives"] if word.endswith(("n", "i", "r", "e"))]


def _countries() -> Iterator[tuple[str, Known]]:
    for name, entry in load_table("countries")["countries"].items():
        for word in entry.get("capitals", []):
            yield word, Known(name, name, Form.SEAT, True)
        for word in _people(entry):
            yield word, Known(name, name, Form.PEOPLE, True)
        for word in entry["adjectives"]:
            yield word, Known(name, name, Form.ADJECTIVE, True)
        for word in [name, *entry.get("aliases", [])]:
            yield word, Known(name, name, Form.NAME, True, ("country", *entry.get("kinds", [])))


def _organisations() -> Iterator[tuple[str, Known]]:
    for name, entry in load_table("bodies")["organisations"].items():
        kinds = tuple(entry.get("kinds", []))
        known = Known(name, entry.get("party", entry.get("short", name)), Form.NAME, False, kinds)
        for word in entry.get("seats", []):
            yield word, Known(name, known.party, Form.SEAT, False, kinds)
        for word in [name, *entry.get("aliases", []), *([entry["short"]] if "short" in entry else [])]:
            yield word, known


def _organs() -> Iterator[tuple[str, Known]]:
    for name, entry in load_table("bodies")["organs"].items():
        known = Known(name, entry["party"], Form.NAME, True, tuple(entry.get("kinds", [])))
        for word in [name, *entry.get("aliases", [])]:
            yield word, known


@cache
def known_bodies() -> Mapping[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """Every phrase of the tables by its first word, the longest first."""
    table: dict[str, dict[tuple[str, ...], Known]] = {}
    for source in (_organs(), _countries(), _organisations()):
        for phrase, known in source:
            words = tuple(word.text.replace("’", "'") for word in split_words(phrase, ()))
            table.setdefault(words[0], {})[words] = known
    return {first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in table.items()}


def _spelling(word: Word) -> str:
    """The word as the tables spell it: "MOSCOW" of a dateline as "Moscow"."""
    return word.text.replace("’", "'")


def match_body(words: Sequence[Word], at: int) -> tuple[int, Known] | None:
    """The longest known phrase that begins at the word ``at``: the index after it, and what it stands for."""
    first = _spelling(words[at])
    table = known_bodies()
    shouted = len(first) > 3 and first.isupper() and first not in table
    for phrase, known in table.get(first.title() if shouted else first, ()):
        end = at + len(phrase)
        said = [_spelling(word) for word in words[at:end]]
        if tuple(word.title() if shouted else word for word in said) == phrase:
            return end, known
    return None


def known_body(name: str) -> Known | None:
    """What ``name`` alone stands for ("U.S." is United States), or None."""
    words = split_words(name, ())
    found = match_body(words, 0) if words else None
    return found[1] if found is not None and found[0] == len(words) else None


def same_stem(adjective: str, name: str) -> bool:
    """Whether ``adjective`` may be formed from ``name``: "Halvernian" from "Halvern", "Ostmarker" from "Ostmark".

    They share at least four letters and all but a vowel or two of the name's; the rest of the
    adjective is an ending."""
    adjective, name = adjective.lower(), name.lower()
    shared = 0
    for left, right in zip(adjective, name, strict=False):
        if left != right:
            break
        shared += 1
    while shared >= 4 and name[shared:] in word_set("bodies", "demonyms", "dropped"):
        if adjective[shared:] in word_set("bodies", "demonyms", "endings"):
            return adjective != name
        shared -= 1
    return False


@cache
def state_nouns() -> frozenset[str]:
    """Common nouns for bodies that speak for a state."""
    return word_set("bodies", "nouns", "state")


@cache
def own_nouns() -> frozenset[str]:
    """Common nouns for bodies that are a side of their own."""
    return word_set("bodies", "nouns", "own")


@cache
def joint_nouns() -> frozenset[str]:
    """Phrases for several sides at once ("both sides")."""
    return word_set("bodies", "nouns", "joint")
