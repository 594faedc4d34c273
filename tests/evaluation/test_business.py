"""How business records are scored against expected ones."""

import json
from pathlib import Path

import pytest

from evaluation.business import Scores, brief, overlap, pair_up, same_hearers, same_side, score_folders, score_story
from evaluation.stories import Story

TEXT = "Ostmark will reply in May. Varga and Reuter met in Lisk. The draft went to the court."


def passage(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def side(name: str, party: str | None = None) -> dict[str, object]:
    return {"name": name, "party": party or name}


DAY = {"from": "2022-05-20", "to": "2022-05-20"}
PROMISE = {
    "debtor": side("Ostmark"),
    "creditor": None,
    "action": passage("will reply"),
    "condition": None,
    "made_on": DAY,
    "due": {"text": "May", "from": "2022-05-01", "to": "2022-05-31", "rule": None},
    "mentions": [passage("will reply")],
}
MEETING = {
    "participants": [side("Varga", "Halvern"), side("Reuter", "Ostmark")],
    "place": "Lisk",
    "forum": None,
    "when": DAY,
    "status": "held",
    "passage": passage("Varga and Reuter met in Lisk"),
}
EMPTY: dict[str, list[object]] = {"commitments": [], "meetings": [], "texts": [], "referrals": [], "releases": []}


def scored(expected: dict[str, object], got: dict[str, object]) -> Scores:
    scores = Scores()
    score_story(scores, Story("lisk", Path("lisk.txt"), TEXT, EMPTY | expected, None), EMPTY | got)
    return scores


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        (side("Ostmark"), None, False),
        (side("Jan Reuter", "Ostmark"), side("Ostmark"), True),
        (side("Jan Reuter", "Ostmark"), side("Ilse Varga", "Halvern"), False),
        ({"name": "the guild"}, side("dock union", "Dockers"), False),
        ({"name": "Dock Union"}, {"name": "dock union of Lisk"}, True),
    ],
)
def test_sides_are_the_same_by_party_or_by_name(one, other, same):
    assert same_side(one, other) is same


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ([], [], True),
        ([{"name": "Moscow"}], [side("Russian delegation", "Russia")], True),
        ([{"name": "Jan Reuter"}], [side("Reuter", "Ostmark")], True),
        ([{"name": "Ostmark"}], [side("Jan Reuter", "Ostmark")], True),
        ([{"name": "Ostmark"}], [side("Ilse Varga", "Halvern")], False),
        ([{"name": "Ostmark"}, {"name": "Halvern"}], [side("Ilse Varga", "Halvern")], False),
    ],
)
def test_hearers_are_the_same_by_what_their_names_stand_for(wanted, got, same):
    assert same_hearers(wanted, got) is same


def test_overlap_is_half_of_the_shorter():
    assert overlap(passage("will reply in May"), passage("reply"))
    assert not overlap(passage("will reply in"), passage("in May"))
    assert not overlap(None, passage("May"))


def test_a_right_record_counts_with_its_fields():
    figures = scored({"commitments": [PROMISE]}, {"commitments": [PROMISE]}).figures()
    assert [figures[f"commitment.{name}"] for name in ("f1", "due", "made_on", "creditor", "condition")] == [100.0] * 5


def test_what_is_missed_what_is_extra_and_what_is_wrong_are_noted():
    late = PROMISE | {"due": None, "creditor": side("Halvern")}
    scores = scored({"commitments": [PROMISE], "meetings": [MEETING]}, {"commitments": [late, late]})
    figures = scores.figures()
    assert (figures["commitment.precision"], figures["commitment.recall"], figures["commitment.due"]) == (
        50.0,
        100.0,
        0,
    )
    assert [note.split(" ")[2] for note in scores.notes] == ["DUE", "CREDITOR", "EXTRA", "MISSED"]
    assert "due: May 2022-05-01..2022-05-31" in scores.notes[0]


def test_a_meeting_told_in_other_words_is_the_same_by_its_sides_and_day():
    other = MEETING | {"passage": passage("The draft"), "place": None}
    figures = scored({"meetings": [MEETING]}, {"meetings": [other]}).figures()
    assert (figures["meeting.f1"], figures["meeting.place"], figures["meeting.sides"]) == (100.0, 0.0, 100.0)


def test_texts_referrals_and_releases_have_measures_of_their_own():
    text = {
        "by": side("Ostmark"),
        "to": [],
        "kind": "draft",
        "when": None,
        "items": [],
        "passage": passage("The draft"),
    }
    move = {"what": None, "to": "Court", "by": None, "tabler_agrees": None, "passage": passage("went to the court")}
    release = {"of": passage("The draft"), "state": "asked", "wanted_by": None, "consent_of": None, "passage": None}
    records = {"texts": [text], "referrals": [move], "releases": [release]}
    figures = scored(records, records).figures()
    assert all(figures[f"{kind}.f1"] == 100.0 for kind in ("text", "referral", "release"))
    elsewhere = move | {"to": "court", "passage": passage("met")}
    assert scored({"referrals": [move]}, {"referrals": [elsewhere]}).figures()["referral.f1"] == 100.0


def test_surer_pairs_come_first():
    same = [(lambda a, b: a == b), (lambda a, b: True)]
    assert pair_up(["x", "y"], ["z", "x"], same) == [(0, 1), (1, 0)]


def test_a_story_without_labels_is_left_out(tmp_path):
    bare = {"document": {}, "statements": [], "dates": []}
    for name, expected in (("a", bare), ("b", bare | EMPTY)):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{name}.expected.json").write_text(json.dumps(expected), encoding="utf-8")
    scores = score_folders([tmp_path], lambda stories: [EMPTY for _ in stories])
    assert scores.counts["stories"] == 1
    partly = Story("a", Path("a"), TEXT, {"commitments": []}, None)
    score_story(scores, partly, EMPTY)
    assert not scores.notes


def test_a_long_passage_is_shown_short():
    words = "word " * 40
    shown = brief({"what": {"exact": words}, "items": [{"wording": {"exact": "a part"}, "items": []}]})
    assert "…" in shown
    assert "“a part”" in shown
    assert len(shown) < 160
