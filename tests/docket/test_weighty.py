"""Weighty words: text on the left, the stems that carry it on the right; and what commitments and texts go by."""

from __future__ import annotations

import pytest

from rejoinder.docket.sameness import deed_of, release_keys
from rejoinder.docket.short import ShortCommitment, ShortRelease, Side, Words
from rejoinder.docket.weighty import determiners, handing_stems, stems_in, writing_words


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("", []),
        ("It is so.", []),
        ("The withdrawal of foreign troops", ["withdraw", "foreig", "troop"]),
        ("“Withdrawing” all troops", ["withdraw", "troop"]),
        ("pulled out; a pullback", ["withdraw"]),
        ("responses, answers and replies", ["reply"]),
        ("Russia's policies in article 4", ["russia", "policy", "articl", "4"]),
        ("crosses borders this week", ["cross", "border"]),
        ("famous pressed carried losses", ["famous", "press", "carry", "loss"]),
    ],
)
def test_stems(text, stems):
    assert stems_in(text) == stems


@pytest.mark.parametrize(
    ("action", "deed", "about"),
    [
        ("will give written replies to the proposals", "reply", ["text"]),
        ("will share its views on missiles in writing", "reply", ["view", "missil"]),
        ("will send Norland a list of names with its reply", "reply", ["list", "nam"]),
        ("will send a list of names", "list", ["nam"]),
        ("answer the draft", "reply", ["text"]),
        ("the reply will be published", "publish", ["reply"]),
        ("its draft treaty", "text", []),
        ("will study the replies", "study", ["reply"]),
        ("will", "", []),
        ("will give", "", []),
    ],
)
def test_a_commitment_has_a_deed(action, deed, about):
    record = ShortCommitment(Side("Ostmark"), Side("A", "Norland"), Words(0, 9, action), None, None, None)
    assert deed_of(record) == (deed, about)


def test_the_table_is_whole():
    assert "written" in writing_words()
    assert "the" in determiners()
    assert "delive" in handing_stems()
    assert "" not in handing_stems()


def test_a_release_without_any_words_ties_nothing():
    assert list(release_keys(ShortRelease(None, None, None, Words(0, 1, "x")))) == []
    assert list(release_keys(ShortRelease(None, Side("A"), None, Words(0, 1, "x")))) == ["a|None"]
