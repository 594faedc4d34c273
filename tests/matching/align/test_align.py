"""Passages to items: by numbers, words, meaning and order."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.matching.align import Asked, Said, Step, align, score_pairs
from rejoinder.matching.align.meaning import parts_of, shared_meaning, shared_meanings
from rejoinder.matching.align.order import Moves, Opening, place_passages, run_chain
from rejoinder.matching.align.signs import SIGNS, find_signs
from rejoinder.matching.align.wording import shared_letters, shared_runs, shared_stems

ITEMS = [
    "1. The ferry shall run twice a day between the two ports.",
    "2. Both sides shall publish the tide tables every month.",
    "3. Fishing nets shall be marked with the owner's name.",
]


def best(found):
    return [row[0][0] if row else None for row in found]


@pytest.mark.parametrize(
    ("passages", "items"),
    [
        (["The ferry may run twice a day.", "Nets will be marked."], [0, 2]),
        (["On paragraph 3 we have nothing to say.", "On paragraph 1 neither."], [2, 0]),
        (["3. We agree.", "1. We do not."], [2, 0]),
        (["The tide tables are ready.", "They can be published."], [1, 1]),
    ],
)
def test_passages_are_aligned(passages, items):
    assert best(align(ITEMS, passages)) == items


def test_probabilities_are_listed_best_first():
    (row,) = align(ITEMS, ["The ferry shall run twice a day between the two ports."])
    scores = [score for _, score in row]
    assert scores == sorted(scores, reverse=True)
    assert 0.9 < scores[0] <= 1


def test_what_answers_nothing_lists_nothing():
    words = "Thank you for your letter; please accept the assurances of my highest consideration."
    assert align(["Fishing nets shall be marked."], [words]) == [[]]


@pytest.mark.parametrize(("items", "passages"), [([], ["We agree."]), (["1. This."], []), ([], [])])
def test_nothing_to_align(items, passages):
    assert align(items, passages) == [[] for _ in passages]


class Compass:
    """An encoder of two words, for tests."""

    def embed(self, texts):
        return np.array([[float("boat" in text or "ferry" in text), float("tide" in text), 0.1] for text in texts])


def test_meaning_is_weighed():
    assert shared_meaning(["ferry", "tide"], ["boat"], Compass()).round(1).tolist() == [[1.0, 0.0]]
    assert best(align(ITEMS, ["A boat at dawn and at dusk is fine."], Compass())) == [0]


def test_words_letters_and_runs():
    assert shared_stems(["red boats"], ["a boat", ""]).round(2).tolist() == [[0.55], [0.0]]
    assert shared_letters(["inspection"], ["inspected"])[0, 0] > 0.3
    assert shared_runs(["one two three four five"], ["one two three four", "two"]).round(2).tolist() == [[0.69], [0.0]]


def test_citations_are_carried_within_a_paragraph_and_from_headings():
    items = [Asked("boats", path=(Step("article", "1"),)), Asked("tides", path=(Step("article", "2"),))]
    passages = [
        Said("On Article 2 we agree.", 0),
        Said("It is wise.", 0),
        Said("Thank you.", 1),
        Said("So be it.", 2, "Article 1"),
        Said("Section 2 of the final rule is other.", 2, "Article 1"),
        Said("So too here.", 2, "Nothing"),
        Said("Both.", 3, number="1", last="2"),
        Said("One.", 4, number="II"),
    ]
    pairs = find_signs(items, passages, None).pairs
    cited, carried, numbered = (pairs[SIGNS.index(name)] for name in ("cited", "carried", "numbered"))
    assert np.argwhere(cited > 0).tolist() == [[0, 1]]
    assert np.argwhere(carried > 0).tolist() == [[1, 1], [3, 0], [4, 0], [5, 0]]
    assert np.argwhere(numbered > 0).tolist() == [[6, 0], [6, 1], [7, 1]]


def test_an_inner_part_goes_before_the_whole():
    items = [Asked("boats", path=(Step("article", "1"), Step("paragraph", number))) for number in "12"]
    signs = find_signs(items, [Said("As to Article 1, we agree to paragraph 2, not to Article 1.")], None)
    assert np.argwhere(signs.pairs[SIGNS.index("cited")]).tolist() == [[0, 1]]


MOVES = Moves(
    stay=1.0, turn=-0.5, goes_on=0.7, on=0.5, ahead=0.0, back=-1.0, far=-0.5,
    leave=0.0, enter=0.0, idle=0.0, jump=0.0, loose=-9.0,
)  # fmt: skip
NEW = Opening(turn=True, goes_on=False)


def test_order_tips_what_words_leave_open():
    scores = np.array([[3.0, 0.0, 0.0], [1.0, 1.1, 1.1], [0.0, 0.0, 3.0]])
    likely = place_passages(scores, np.zeros(3), [NEW] * 3, MOVES)
    assert likely.argmax(axis=1).tolist() == [0, 1, 2]
    assert (likely.sum(axis=1) < 1).all()


def test_order_tips_nothing_in_a_reply_that_does_not_follow_it():
    scores = np.array([[0.0, 0.0, 9.0], [9.0, 0.0, 0.0], [1.1, 1.0, 1.1], [0.0, 0.0, 9.0]])
    strict = place_passages(scores, np.zeros(4), [NEW] * 4, MOVES)
    loose = place_passages(scores, np.zeros(4), [NEW] * 4, replace(MOVES, loose=9.0))
    assert strict[2].argmax() == 1
    assert loose[2].argmax() != 1


def test_the_worth_of_all_ways_is_that_of_each_added():
    scores, idle = np.array([[1.0], [2.0]]), np.array([0.5, 0.0])
    stay = MOVES.stay + MOVES.turn
    ways = [1 + 2 + stay, 1 + 0 + MOVES.leave, 0.5 + 2 + MOVES.enter, 0.5 + 0 + MOVES.idle]
    assert run_chain(scores, idle, [NEW] * 2, MOVES).worth == pytest.approx(np.logaddexp.reduce(ways))


def test_words_that_go_on_stay_where_they_are():
    scores = np.array([[3.0, 0.0], [1.0, 1.5]])
    stays = [
        place_passages(scores, np.zeros(2), [NEW, Opening(turn=False, goes_on=goes_on)], MOVES)[1, 0]
        for goes_on in (False, True)
    ]
    assert stays[0] < stays[1]


def test_what_is_nearest_to_each_other_goes_before_what_is_alike():
    pairs = find_signs(
        [Asked("The red boats are counted each year."), Asked("The boats are red.")],
        [Said("The boats, all of them red, will be counted each year.", 0), Said("Boats have been red for long.", 1)],
        None,
    ).pairs
    mutual = pairs[SIGNS.index("mutual")]
    assert mutual[0, 0] == 1.0
    assert mutual[1].max() < 1.0


def test_bare_lists_of_sentences_may_have_many_to_an_item():
    pairs = find_signs([Asked("Boats are red.")], [Said("Boats are red."), Said("Boats were red.")], None).pairs
    assert not pairs[SIGNS.index("mutual")].any()


def test_parts_of_a_passage_are_compared_too():
    assert parts_of("Boats may sail, and the tide will be told. We agree") == [
        "Boats may sail",
        "and the tide will be told. We agree",
    ]
    assert parts_of("Yes, boats may sail") == []
    whole, part = shared_meanings(["a tide"], ["a boat is fine, and so are tide tables", "a boat"], Compass())
    assert part[0, 0] > whole[0, 0]
    assert part[1, 0] == whole[1, 0]


words = st.lists(st.text(alphabet="abc 1.()\n", max_size=12), max_size=4)


@settings(max_examples=60)
@given(words, words)
def test_any_texts_can_be_aligned(items, passages):
    found = align(items, passages)
    assert len(found) == len(passages)
    assert all(0 <= at < len(items) and 0 <= score <= 1 for row in found for at, score in row)


def test_a_large_draft_is_aligned_soon():
    items = [
        Asked(
            f"The subject {at} of rule {at % 17} shall be settled by side {at % 5}.", path=(Step("article", str(at)),)
        )
        for at in range(300)
    ]
    passages = [Said(f"Rule {at % 17} on subject {at // 2} can be settled by us.", at // 3) for at in range(600)]
    assert score_pairs(items, passages, None).shape == (600, 300)


def test_numbers_of_the_reply_s_own_name_no_items():
    subjects = ["ferry crossings", "tide tables", "fishing nets", "harbour lights", "customs sheds"]
    items = [
        Asked(f"The {subject} are settled.", path=(Step("paragraph", str(at)),))
        for at, subject in enumerate(subjects, 1)
    ]

    def numbered(shift):
        said = [Said(f"On the {subject} we agree.", at, number=str(at + shift)) for at, subject in enumerate(subjects)]
        return find_signs(items, said, None).pairs[SIGNS.index("numbered")]

    assert numbered(1).any()
    assert not numbered(2).any()
