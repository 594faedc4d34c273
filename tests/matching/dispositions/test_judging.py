"""What the words of a reply do with an item."""

import pytest

from rejoinder.matching.dispositions import counter_text, judge, settle
from rejoinder.model import Disposition, Link, Passage

RENT = "Rents are frozen at $900 for two years."


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("We agree to this.", "accepted"),
        ("The Ministry raises no objection.", "accepted"),
        ("Your request is met in full.", "accepted"),
        ("We do not agree to this.", "declined"),
        ("We cannot, however, accept this.", "declined"),
        ("It is not least acceptable.", "accepted"),
        ("We cannot go so far. Your point is well taken; we agree.", "accepted"),
        ("We can agree, provided that the costs are shared.", "accepted_with_change"),
        ("Agreed, at $950.", "accepted_with_change"),
        ("Agreed, at $900.", "accepted"),
        ("We cannot accept this and would propose that the rule fall.", "countered"),
        ("Suggest instead a telephone link.", "countered"),
        ("We agree, though we would rather have a link.", "accepted_with_change"),
        ("We accept it and would propose that it start in May.", "accepted_with_change"),
        ("The question rests on a misunderstanding.", "countered"),
        ("The figures are under study and we shall revert to them.", "deferred"),
        ("We are happy with the aim, but it is still being studied; we cannot agree yet.", "deferred"),
        ("The matter is properly dealt with in the Commission.", "deflected"),
        ("We take note of your wish.", "noted"),
        ("We will pay.", "accepted"),
        ("Unfortunately there is a war.", "declined"),
        ("There is no house there.", "declined"),
        ("Rents rise by 3 a month.", "accepted_with_change"),
        ("Rents are frozen.", "accepted"),
        ('The words "we agree" stand in the old text only.', "accepted"),
    ],
)
def test_dispositions(words, stands):
    assert judge(words, RENT).disposition == stands


def test_a_question_is_answered_by_an_assertion():
    told = judge("The manager was called at four.", "When was it known?", question=True)
    assert (told.disposition, told.sure) == (Disposition.ACCEPTED, False)
    assert judge("No decision has been taken.", "Is it so?", question=True).disposition == Disposition.DEFERRED


def test_reasons_quote_the_words():
    assert judge("We take\nnote of it.", RENT).reason == "says “take note”"


def link(disposition):
    return Link(Passage(0, 1, "x"), Disposition(disposition), 0.9, "Because.")


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ([], "not_addressed"),
        (["noted", "accepted"], "accepted"),
        (["accepted", "declined"], "accepted_with_change"),
        (["deferred", "declined"], "declined"),
        (["countered", "noted"], "countered"),
    ],
)
def test_links_are_settled(said, stands):
    assert settle([link(each) for each in said]) == stands


@pytest.mark.parametrize(
    ("words", "counter"),
    [
        ('It should read: "Vessels of war shall not enter."', "Vessels of war shall not enter."),
        ("It should read as follows: vessels may enter.", "vessels may enter."),
        ('They spoke of "vessels of war" at length.', None),
        ('"Vessels of war" should read', None),
        ("We agree.", None),
    ],
)
def test_counter_text(words, counter):
    passage = Passage(2, 2 + len(words), words)
    found = counter_text(f"  {words}", passage)
    assert (found.exact if found else None) == counter
