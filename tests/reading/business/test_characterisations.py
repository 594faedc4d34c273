"""What speakers call answered, not answered, main or secondary."""

from __future__ import annotations

import pytest

from rejoinder.model import Standing
from rejoinder.reading.business.characterisations import find_characterisations
from tests.reading.business.building import told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "[[France]] {{said}} <<there was no positive reaction on the main issue>>.",
            [
                (Standing.NOT_ANSWERED, "no positive reaction", "the main issue"),
                (Standing.MAIN, "main issue", "the main issue"),
            ],
        ),
        (
            "[[France]] {{said}} <<that Spain had not yet answered its letter>>.",
            [(Standing.NOT_ANSWERED, "not yet answered", "its letter")],
        ),
        (
            "[[Spain]] {{said}} <<every point has been fully answered>>.",
            [(Standing.ANSWERED, "been fully answered", "every point")],
        ),
        (
            "[[Spain]] {{called}} nets <<a secondary technical matter>>.",
            [(Standing.SECONDARY, "secondary technical matter", "a secondary technical matter")],
        ),
        ("[[Spain]] {{said}} <<the main road was closed and there was no>>.", []),
        (
            "[[France]] {{said}} <<Spain was brushing it under the carpet>>.",
            [(Standing.PLAYED_DOWN, "brushing it under the carpet", "it")],
        ),
        ("There was no answer to the letter.", []),
        (
            "[[Spain]] {{said}} <<there was no answer>>. [[Spain]] {{said}} <<there was no answer>>.",
            [(Standing.NOT_ANSWERED, "no answer", None)],
        ),
        # passive: the subject
        ("[[Spain]] {{said}} <<that nets had been ignored>>.", [(Standing.NOT_ANSWERED, "ignored", "nets")]),
        (
            "[[Spain]] {{said}} <<that nets were “not mentioned once”>>.",
            [(Standing.NOT_ANSWERED, "not mentioned", "nets")],
        ),
        ("[[Spain]] {{said}} <<nets were simply ignored>>.", [(Standing.NOT_ANSWERED, "ignored", "nets")]),
        ("[[Spain]] {{said}} <<nets ‘ignored’>>.", [(Standing.NOT_ANSWERED, "ignored", "nets")]),
        ("[[Spain]] {{said}} <<‘ignored’>>.", [(Standing.NOT_ANSWERED, "ignored", None)]),
        ("[[Spain]] {{said}} <<not one has been answered>>.", [(Standing.NOT_ANSWERED, "been answered", None)]),
        ("[[Spain]] {{said}} <<every point will be answered>>.", []),
        ("[[Spain]] {{said}} <<the offer to France was ignored>>.", [(Standing.NOT_ANSWERED, "ignored", None)]),
        # what a text passes over
        (
            "[[Spain]] {{said}} <<the reply was silent on fishing around the reefs>>.",
            [(Standing.NOT_ANSWERED, "silent", "fishing around the reefs")],
        ),
        ("[[Spain]] {{said}} <<it makes no mention of nets in it>>.", [(Standing.NOT_ANSWERED, "no mention", "nets")]),
        ("[[Spain]] {{said}} <<they ignored during May>>.", [(Standing.NOT_ANSWERED, "ignored", None)]),
        # main, secondary
        ("[[Spain]] {{said}} <<nets were the main issue>>.", [(Standing.MAIN, "main issue", "nets")]),
        (
            "[[Spain]] {{said}} <<pots, which France will discuss, were a side issue>>.",
            [(Standing.SECONDARY, "side issue", "pots")],
        ),
        ("[[Spain]] {{said}} <<fish, say, were a side issue>>.", [(Standing.SECONDARY, "side issue", "a side issue")]),
        ("[[Spain]] {{said}} <<pots, were a side issue>>.", [(Standing.SECONDARY, "side issue", "pots")]),
        (
            "[[Spain]] {{said}} <<the draft leaves open the question of nets, which it sees as the main issue>>.",
            [(Standing.MAIN, "main issue", "the question of nets")],
        ),
        (
            "[[Spain]] {{said}} <<fishing around the reefs, which it considers a key question>>.",
            [(Standing.MAIN, "key question", "fishing around the reefs")],
        ),
        ("[[Spain]] {{said}} <<it considers a key question>>.", [(Standing.MAIN, "key question", "a key question")]),
        (
            "[[Spain]] {{said}} <<, which it considers a key question>>.",
            [(Standing.MAIN, "key question", "a key question")],
        ),
        ("[[Spain]] {{said}} <<nets were at the heart of its plan>>.", [(Standing.MAIN, "heart of its plan", "nets")]),
        ("[[Spain]] {{said}} <<the heart of its plan beats>>.", []),
        (
            "[[Spain]] {{said}} <<calling the rest of the paper secondary>>.",
            [(Standing.SECONDARY, "secondary", "the rest of the paper")],
        ),
        ("[[Spain]] {{said}} <<nets are secondary>>.", [(Standing.SECONDARY, "secondary", "nets")]),
        ("[[Spain]] {{said}} <<the secondary roads>>, <<a minor>>.", []),
    ],
)
def test_a_statement_and_its_characterisations(words, expected):
    found = find_characterisations(told(words))
    assert [(item.standing, item.words.exact, item.of and item.of.exact) for item in found] == expected
    assert all(item.by and item.statement and item.words.exact in item.reason for item in found)


MEANT = [
    ("[[Spain]] {{said}} <<the reply makes no mention of nets. The main point has been ignored>>.", ["nets", "nets"]),
    ("[[Spain]] {{said}} <<“nets were top of our list. They ignored it”>>.", ["nets"]),
    ("[[Spain]] {{said}} <<“nets were our first question. They ignored it”>>.", ["nets"]),
    ("[[Spain]] {{said}} <<“nets are item one. They ignored it”>>.", ["nets"]),
    ("[[Spain]] {{said}} <<“nets are at the top of our list. They ignored it”>>.", ["nets"]),
    ("[[Spain]] {{said}} <<“they are item one. They ignored it”>>.", ["it"]),
    ("[[Spain]] {{said}} <<“the reply is item one. They ignored it”>>.", ["it"]),
    ("[[Spain]] {{said}} <<“France is item one. They ignored it”>>.", ["it"]),
    ("Nets were passed to the council. [[Spain]] {{said}} <<the issue was ignored>>.", ["Nets"]),
    (
        "[[Spain]] {{said}} <<no answer on the main issue, the growth of the fleet to the east>>.",
        ["the growth of the fleet to the east"] * 2,
    ),
    ("[[Spain]] {{said}} <<no answer on the main issue, the minister laughed>>.", ["the main issue"] * 2),
    ("[[Spain]] {{said}} <<no answer on the main issue, fish>>.", ["the main issue"] * 2),
    ("Nets were passed to the council. [[Spain]] {{said}} <<every question was ignored>>.", ["every question"]),
]


@pytest.mark.parametrize(("words", "expected"), MEANT)
def test_what_points_back_is_the_matter_named_before(words, expected):
    found = find_characterisations(told(words))
    assert sorted({item.of.exact for item in found}) == sorted(set(expected))


def test_what_two_persons_of_one_side_say_of_a_matter_is_one():
    words = (
        "Spain's minister Ortega and Spain's envoy Ruiz met. [[Ortega]] {{said}} <<nets were ignored>>. "
        "[1[Ruiz]1] {1{said}1} <1<nets had been passed over>1>."
    )
    assert len(find_characterisations(told(words))) == 1


PASSED_OVER = [
    ("Spain sent a reply. The reply makes no mention of nets.", [("nets", "The story tells “no mention” of “nets”.")]),
    ("Spain sent a reply. It does not touch on nets.", [("nets", "The story tells “not touch” of “nets”.")]),
    ("Spain makes no mention of nets.", []),
    ("The reply ignores nets.", []),
    ("The reply makes no mention.", []),
]


@pytest.mark.parametrize(("words", "expected"), PASSED_OVER)
def test_what_the_story_itself_tells_a_text_to_pass_over(words, expected):
    found = find_characterisations(told(words))
    assert [(item.of.exact, item.reason) for item in found] == expected
    assert all(item.by is None and item.statement is None for item in found)


@pytest.mark.parametrize(
    "headline",
    ["Reply is silent on the main issue: Spain", "[1[Spain]1] {1{says}1} <1<reply is silent on the main issue>1>"],
)
def test_what_the_headline_calls_so_is_told_in_the_story(headline):
    story = (
        f"{headline}\n\nLISK, May 20, 2022 (Reuters) - [[Spain]] {{{{said}}}} "
        "<<there was no answer on the main issue, the growth of the fleet>>.\n"
    )
    found = find_characterisations(told(story))
    assert [item.words.exact for item in found] == ["no answer", "main issue"]
