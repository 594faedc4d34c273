"""Names made whole: the names of a story go in, those of which it says only a part come out with what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.parties import Form, known_body
from rejoinder.reading.actors.words import Word
from rejoinder.reading.knowledge import word_set


def make_whole(text: str, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """The names, with the adjective that begins the name of a union, and with "the North" as "North Korea"."""
    return _complete_halves(words, _join_adjectives(text, words, names))


def _join_adjectives(text: str, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """The names with the adjective or the country that begins a name of a union or public body: "British Medical
    Association", "China Securities Regulatory Commission"."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        forms = (Form.ADJECTIVE, Form.NAME) if " " in name.text else (Form.ADJECTIVE,)
        begins = before is not None and before.known is not None and before.known.form in forms
        own = name.body and bool({word.rstrip("'’") for word in name.text.split()} & _own_words())
        if before is not None and _is_of_country(words, before, name):
            whole = text[words[before.first].start : words[name.last - 1].end]
            joined[-1] = Name(before.first, name.last, whole, None, True)
            continue
        if before is not None and begins and own and before.last == name.first:
            whole = text[words[before.first].start : words[name.last - 1].end]
            joined[-1] = Name(before.first, name.last, whole, None, True)
        else:
            joined.append(name)
    return joined


def _is_of_country(words: Sequence[Word], body: Name, name: Name) -> bool:
    """As in "Atomic Energy Organization of Iran": a public body with its country behind it."""
    country = name.known is not None and name.known.state and name.known.form is Form.NAME
    public = body.body and not set(body.text.split()) & word_set("bodies", "words", "union")
    return country and public and name.first == body.last + 1 and words[body.last].low == "of"


def own_bodies(names: list[Name]) -> list[Name]:
    """The names with "the Commission" as that of the story, where it names another one ("5+5 Joint Military
    Commission") and not the European Union."""
    others = {name.text.split()[-1] for name in names if name.body}
    parties = {name.known.party for name in names if name.known is not None and name.text not in others}
    return [
        _as_own(name) if name.text in others and name.known and name.known.party not in parties else name
        for name in names
    ]


def _as_own(name: Name) -> Name:
    return Name(name.first, name.last, name.text, None, True)


def _own_words() -> frozenset[str]:
    return word_set("bodies", "words", "union") | word_set("bodies", "words", "public")


def _complete_halves(words: Sequence[Word], names: list[Name]) -> list[Name]:
    """The names with "the North" as "North Korea", where the story names one country in two halves, or one half."""
    halves = {half: whole for name in names for half, whole in _halves(name)}
    if not halves:
        return names
    inside = {at for name in names for at in range(name.first, name.last)}
    found = [
        Name(at, at + 1, halves[word.text].text, halves[word.text].known)
        for at, word in enumerate(words)
        if word.text in halves and at not in inside and _stands_for_a_side(words, at)
    ]
    return sorted([*names, *found], key=lambda name: name.first)


def _stands_for_a_side(words: Sequence[Word], at: int) -> bool:
    """Whether "the North" is told of as somebody who acts: no place, no part of a longer name."""
    if at + 1 >= len(words) or not at or words[at - 1].low != "the" or words[at + 1].capital:
        return False
    return at < 2 or words[at - 2].low not in ("in", "across", "throughout")


def _halves(name: Name) -> Iterator[tuple[str, Name]]:
    """Both halves of the country of which a name gives one, each as a name by its first word."""
    parts = (name.known.name if name.known is not None else name.text).split()
    other = {"North": "South", "South": "North", "East": "West", "West": "East"}.get(parts[0])
    if other is None or len(parts) != 2 or parts[1] in word_set("people_nouns", "openers", "things"):
        return
    opposite = known_body(f"{other} {parts[1]}")
    if (name.known is None) == (opposite is None):
        own = known_body(" ".join(parts))
        yield parts[0], Name(name.first, name.last, " ".join(parts), own)
        yield other, Name(name.first, name.last, f"{other} {parts[1]}", opposite)
