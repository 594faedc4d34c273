"""The tables of countries and bodies, the words of a text, and names as they are compared."""

from __future__ import annotations

import pytest

from rejoinder.model import Span
from rejoinder.reading.actors import normalise_name
from rejoinder.reading.actors.names import surname_keys
from rejoinder.reading.actors.parties import known_bodies, known_body, same_stem
from rejoinder.reading.actors.words import split_words, words_within
from rejoinder.reading.knowledge import load_table


def party_of(name: str) -> str | None:
    known = known_body(name)
    return known.party if known else None


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Russia", "Russia"),
        ("MOSCOW", "Russia"),
        ("Ukrainian", "Ukraine"),
        ("U.S.", "United States"),
        ("Kiev", "Ukraine"),
        ("The Hague", "Netherlands"),
        ("Poles", "Poland"),
        ("Foggy Bottom", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Élysée", "France"),
        ("Berlaymont", "European Union"),
        ("Brussels", "European Union"),
        ("Nato", "NATO"),
        ("Security Council", "United Nations"),
        ("Atlantis", None),
        ("Russia and China", None),
        ("", None),
    ],
)
def test_known_body(name: str, party: str | None) -> None:
    assert party_of(name) == party


def test_every_member_of_the_united_nations_is_in_the_table() -> None:
    countries = load_table("countries")["countries"]
    assert len(countries) > 193 + 2
    assert all(party_of(name) == name for name in countries)


def test_every_capital_is_that_of_one_party() -> None:
    for country, entry in load_table("countries")["countries"].items():
        for capital in entry["capitals"]:
            assert party_of(capital) is not None, country
    assert len(known_bodies()) > 500


@pytest.mark.parametrize(
    ("adjective", "name", "same"),
    [
        ("Halvernian", "Halvern", True),
        ("Ostmarker", "Ostmark", True),
        ("Varrolish", "Varrola", True),
        ("Tavorian", "Tavoria", True),
        ("Halvern", "Halvern", False),
        ("Greens", "Green", False),
        ("Northern", "Norway", False),
        ("Ostrich", "Ostmark", False),
        ("Ostm", "Ostmark", False),
    ],
)
def test_same_stem(adjective: str, name: str, same: bool) -> None:
    assert same_stem(adjective, name) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the European Union", "EU"),
        ("Mr Lavrov", "lavrov"),
        ("Élysée", "elysee"),
        ("The U.S.", "United States"),
        ("a British official", "British official"),
        ("Moscow’s", "Russia"),
        ("No 10", "Downing Street"),
    ],
)
def test_normalise_name(one: str, other: str) -> None:
    assert normalise_name(one) == normalise_name(other)


def test_normalise_name_keeps_an_organ_apart_from_its_side() -> None:
    assert normalise_name("Kremlin") != normalise_name("Russia")
    assert normalise_name("") == normalise_name("...") or normalise_name("") == ""


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Sergey Lavrov", ("lavrov",)),
        ("Ursula von der Leyen", ("leyen", "der leyen", "von der leyen")),
        ("Abdel Fattah al-Sisi", ("al-sisi", "sisi")),
        ("de Gaulle", ("gaulle",)),
    ],
)
def test_surname_keys(name: str, keys: tuple[str, ...]) -> None:
    assert surname_keys(name) == keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's workers' union", ["Russia", "'s", "workers", "'", "union"]),
        ("'the workers' he said", ["'", "the", "workers", "'", "he", "said"]),
        ("U.S. UPDATE 2-UK", ["U.S.", "UPDATE", "2", "-", "UK"]),
        ("it's", ["it", "'s"]),
        ("’s", ["’", "s"]),
        ("", []),
    ],
)
def test_split_words(text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text, ())] == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", 2),
        ("Mr. Lind left. St. Ives.", 2),
        ('"Go." He left.', 2),
        ("J. Lind met Gen. Dahl.", 1),
        ("A line\nwrapped\n\nA paragraph", 2),
        ("Why? Because!", 2),
        (". . left", 3),
        ("Lind . Left", 2),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert split_words(text, ())[-1].sentence == sentences - 1


def test_paragraphs_start_sentences() -> None:
    text = "One line\nAnother line"
    assert split_words(text, (Span(0, 8), Span(9, 21)))[-1].sentence == 1


def test_quotation_marks_of_all_styles() -> None:
    text = "He “said so” and «too» and 'this' and \"that\" here"
    quoted = [word.text for word in split_words(text, ()) if word.quoted and word.text.isalpha()]
    assert quoted == ["said", "so", "too", "this", "that"]


def test_words_within_touches_cut_words() -> None:
    words = split_words("Sergey Lavrov left", ())
    assert words_within(words, (2, 9)) == (0, 2)
    assert words_within(words, (9, 9)) == (1, 2)
    assert words_within(words, (18, 30)) == (3, 3)
