"""What the words of a reply do with an item."""

import numpy as np
import pytest

from rejoinder.matching.dispositions import Passed, counter_text, judge, settle
from rejoinder.matching.dispositions.cues import find_cues
from rejoinder.matching.dispositions.stances import STANCES, Stances, shipped_stances
from rejoinder.matching.dispositions.traits import TRAITS
from rejoinder.model import Disposition, Link, Passage

RENT = "Rents are frozen at $900 for two years."


def judged(words, asked=RENT, *, question=False):
    (told,) = judge([Passed(words, asked, question)])
    return told


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
        ("Agreed, at $900.", "accepted"),
        ("We cannot accept this and would propose that the rule fall.", "countered"),
        ("Suggest instead a telephone link.", "countered"),
        ("We agree, though we would rather have a link.", "accepted_with_change"),
        ("The question rests on a misunderstanding.", "countered"),
        ("The figures are under study and we shall revert to them.", "deferred"),
        ("We are happy with the aim, but it is still being studied; we cannot agree yet.", "deferred"),
        ("The matter is properly dealt with in the Commission.", "deflected"),
        ("We take note of your wish.", "noted"),
        ("We will pay.", "accepted"),
        ("Unfortunately there is a war.", "declined"),
        ("Rents rise by 3 a month.", "accepted_with_change"),
        ("Rents are frozen.", "accepted"),
    ],
)
def test_dispositions(words, stands):
    assert judged(words).disposition == stands


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("We are ready to discuss it.", []),
        ("The union is prepared to begin without delay talks on it.", []),
        ("We are ready to pay.", ["accepted"]),
        ("It belongs in the council, where the principle was agreed.", ["deflected"]),
        ("We agree to talks.", []),
        ("We agree to it.", ["accepted"]),
    ],
)
def test_readiness_to_talk_and_what_was_agreed_before_are_no_consent(words, kinds):
    assert [cue.kind for cue in find_cues(words) if cue.strong or cue.kind == "accepted"] == kinds


def test_a_question_is_answered_by_an_assertion():
    told = judged("The manager was called at four.", "When was it known?", question=True)
    assert (told.disposition, told.reason) == (Disposition.ACCEPTED, "answers the question")
    put_off = judged("No decision has been taken.", "Is it so?", question=True)
    assert put_off.disposition == Disposition.DEFERRED


def test_reasons_quote_the_words():
    assert judged("We take\nnote of it.").reason == "says “take note”"


def test_without_passages_nothing_is_judged():
    assert judge([]) == []


def stances(meaning=(), **worth):
    """Stances in which each trait that is named speaks for one disposition, by its number."""
    traits = np.zeros((len(TRAITS), len(STANCES)))
    for name, stance in worth.items():
        traits[TRAITS.index(name), stance] = 2.0
    return Stances(np.zeros(len(STANCES)), traits, np.array(meaning).reshape(-1, len(STANCES)))


def test_other_figures_are_the_reason_where_they_tell():
    (told,) = judge([Passed("Rents rise by 3 a month.", RENT)], stances=stances(other_figures=1))
    assert (told.disposition, told.reason) == (Disposition.ACCEPTED_WITH_CHANGE, "has other figures (3)")
    assert not told.sure


class Mood:
    """An encoder that knows gloom from joy, for tests."""

    def embed(self, texts):
        return np.array([[1.0, 0.0] if "joy" in text else [0.0, 3.0] for text in texts])


def test_meaning_tells_what_no_phrase_does():
    meaning = np.zeros((2, len(STANCES)))
    meaning[0, 0] = meaning[1, 3] = 9.0
    told = judge([Passed("What joy.", ""), Passed("The sky is dark.", "")], Mood(), stances(meaning))
    assert [each.reason for each in told] == ["reads like consent", "reads like a refusal"]
    assert all(each.sure for each in told)


def test_the_shipped_numbers_know_every_trait():
    for meaning, width in ((True, 384), (False, 0)):
        shipped = shipped_stances(meaning)
        assert shipped.traits.shape == (len(TRAITS), len(STANCES))
        assert shipped.meaning.shape == (width, len(STANCES))


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
