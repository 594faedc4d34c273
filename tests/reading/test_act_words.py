"""The words of a content as acts are read from them: the words as they stand, and their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.act_words import Side, find_act_words


def forms(content: str, direct: bool = True, own: str = "", other: str = "") -> str:
    """The forms in a row; ``own`` is a name of the speaker's side, ``other`` one of another's."""
    named = [(content.index(name), name, name == own) for name in (own, other) if name]
    sides = [Side(Span(start, start + len(name)), is_own) for start, name, is_own in sorted(named)]
    return " ".join(word.form for word in find_act_words(content, [Span(0, len(content))], direct, sides))


# content | its forms where it is quoted | and where it is not
WORDS = [
    ("we will pay them", "OWN will pay them .", "OWN will pay OWN ."),
    ("they took our map", "they took OUR map .", "OWN took OUR map ."),
    ("their map", "their map .", "OUR map ."),
    ("that it would go", "that it would go .", "OWN would go ."),
    ("it would be right to go", "IT would be right to go .", "IT would be right to go ."),
    ("it would be ready to go", "it would be ready to go .", "OWN would be ready to go ."),
    ("We won't. He can't.", "OWN will not . he can not .", "OWN will not . OWN can not ."),
    ("haven't we'll it's let's", "have not OWN will it 's let OWN .", "have not OWN will OWN 's let OWN ."),
    ("o'clock", "o clock .", "o clock ."),
    ("don't", "do not .", "do not ."),
    ("in May it may go", "in DAY it may go .", "in DAY OWN may go ."),
    ("on 5 June 2022 at 10.30", "on NUM DAY NUM at NUM .", "on NUM DAY NUM at NUM ."),
    ("Talks with Peter Roe and I", "talks with NAME and OWN .", "talks with NAME and OWN ."),
    ("go; why? because, well: no", "go . why ? because , well . no .", "go . why ? because , well . no ."),
    ("…", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("content", "quoted", "told"), WORDS)
def test_the_forms_of_words(content: str, quoted: str, told: str) -> None:
    assert (forms(content), forms(content, direct=False)) == (quoted, told)


def test_sides_are_the_speakers_own_or_others() -> None:
    assert forms("The Russian Federation waits for NATO's reply", own="Russian Federation", other="NATO's") == (
        "the OWN waits for NAME 's reply ."
    )


def test_words_keep_their_places_and_pieces_end_sentences() -> None:
    text = "“Go,” he said, “now.”"
    words = find_act_words(text, [Span(0, 5), Span(15, 21)], True, [])
    assert [(word.form, text[word.start : word.end]) for word in words] == [
        ("go", "Go"),
        (",", ","),
        (".", ""),
        ("now", "now"),
        (".", "."),
    ]


@given(st.text(), st.booleans())
def test_any_text_has_words_in_it(text: str, direct: bool) -> None:
    words = find_act_words(text, [Span(0, len(text))], direct, [])
    assert all(0 <= word.start <= word.end <= len(text) and word.form for word in words)
