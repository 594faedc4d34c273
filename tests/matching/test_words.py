"""Words, stems and letter groups; the small language of phrases."""

import pytest

from rejoinder.matching.phrases import phrase_pattern, plain
from rejoinder.matching.words import figures_of, letter_groups, stem, stems_of, words_of


def test_words_are_small_and_figures_whole():
    assert words_of("The Party’s 2,500 wagons, at 06.00") == ["the", "party's", "2,500", "wagons", "at", "06.00"]


@pytest.mark.parametrize(
    ("word", "bare"),
    [("inspections", "inspect"), ("ten", "10"), ("party's", "part"), ("ice", "ice"), ("annual", "yearly")],
)
def test_stems(word, bare):
    assert stem(word) == bare


def test_stems_leave_out_what_says_nothing():
    assert stems_of("It is to be inspected by them") == [stem("inspected")]


def test_figures_in_words_and_in_figures():
    assert figures_of("thirty days, or 45 at the first call") == ["30", "45", "1st"]


def test_letters_are_grouped_over_spaces():
    assert letter_groups("ab c") == [" ab ", "ab c", "b c "]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["accept~"], "we accepted it", "accepted"),
        (["set ... aside"], "to set section 3(b) aside until june", "set section 3(b) aside"),
        (["agree to|with"], "we agree with it", "agree with"),
        (["cannot agree"], "we cannot, however, agree", "cannot, however, agree"),
        (["accept"], "acceptable", None),
        (["no, "], "no, sir", "no,"),
        ([], "anything", None),
    ],
)
def test_phrases(phrases, text, found):
    match = phrase_pattern(phrases).search(text)
    assert (match.group().strip() if match else None) == found


def test_texts_stay_as_long_as_they_are():
    assert plain("İt isn’t") == "İt isn't"
    assert plain("It isn’t") == "it isn't"
