"""Cues: words of saying, and the act that each announces by itself."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Act
from rejoinder.reading.cues import base_forms, denies_fact, is_no_saying, read_cue, tells_nothing, words_of
from rejoinder.reading.knowledge import load_table

# what stands before the cue | the cue | its act, None where it leaves that to the content | the word that says so
CUES = [
    ("", "said", None, "said"),
    ("", "was quoted as saying", None, "quoted"),
    ("he ", "promised to", Act.PROMISE, "promised"),
    ("", "vows", Act.PROMISE, "vows"),
    ("", "tried", None, None),
    ("", "", None, None),
    ("", "urging", Act.REQUEST, "urging"),
    ("", "proposes", Act.PROPOSE, "proposes"),
    ("", "rejected", Act.REJECT, "rejected"),
    ("", "threatened", Act.THREATEN, "threatened"),
    ("", "its demand for", Act.REQUEST, "demand"),
    ("", "the refusal of", Act.REJECT, "refusal"),
    # a verb and a noun in one: the article tells
    ("", "their call for", Act.REQUEST, "call for"),
    ("", "its call", Act.REQUEST, "call"),
    ("", "called it", None, "called"),
    # several words decide before single ones
    ("", "called for", Act.REQUEST, "call for"),
    ("", "called again for", Act.REQUEST, "call for"),
    ("", "ruled out", Act.REJECT, "rule out"),
    ("", "was committed to", Act.PROMISE, "be committed to"),
    # a negation turns what would be done into a refusal, and nothing else
    ("has ", "not promised", Act.REJECT, "promised"),
    ("he would not ", "accept", Act.REJECT, "accept"),
    ("The minister didn’t ", "agree", Act.REJECT, "agree"),
    ("did not ", "reject", Act.REJECT, "reject"),
    ("never ", "demanded", Act.REQUEST, "demanded"),
    ("no one in the room said he ", "promised", Act.PROMISE, "promised"),
    ("did not ", "say", None, "say"),
]


@pytest.mark.parametrize(("before", "cue", "act", "word"), CUES)
def test_the_act_that_a_cue_announces(before: str, cue: str, act: Act | None, word: str | None) -> None:
    reading = read_cue(cue, before)
    assert (reading.act, reading.word, reading.known) == (act, word, word is not None)


def test_the_words_can_overrule_a_weak_cue_only() -> None:
    assert read_cue("announced").weak
    assert not read_cue("promised").weak
    assert not read_cue("said").weak


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("says", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("refuses", "refuse"),
        ("presses", "press"),
        ("accused", "accuse"),
        ("demanded", "demand"),
        ("accusing", "accuse"),
        ("demanding", "demand"),
        ("committed", "commit"),
        ("begging", "beg"),
        ("said", "say"),
        ("sought", "seek"),
        ("demand", "demand"),
    ],
)
def test_the_base_forms_of_an_inflected_word(word: str, base: str) -> None:
    assert base in base_forms(word)


@given(st.text(max_size=30))
def test_any_word_is_a_base_form_or_irregular(word: str) -> None:
    forms = base_forms(word)
    assert forms[0] == word or len(forms) == 1
    assert all(forms) or not word


def test_words_are_found_in_lower_case_without_numbers() -> None:
    assert words_of("“We didn’t, in 2022,” said Counter-Admiral O'Neil.") == [
        *("we", "didn’t", "in", "said", "counter-admiral", "o'neil"),
    ]


@pytest.mark.parametrize(
    ("content", "empty"),
    [
        ("not to be named", True),
        ("maybe named", False),
        ("be named", True),
        ("to be named", True),
        ("so", True),
        ("so it was", False),
        ("on condition of anonymity", True),
        ("anonymity", True),
        ("that the chair should be named before the talks begin in Geneva", False),
        ("", False),
        ("not to be named because the talks are private", True),
    ],
)
def test_a_content_may_tell_only_how_the_source_wants_to_be_treated(content: str, empty: bool) -> None:
    assert tells_nothing(content) is empty


def test_no_word_of_the_table_announces_two_acts() -> None:
    for kind in ("verbs", "nouns"):
        words = Counter(word for rows in load_table("cues")[kind].values() for word in rows)
        assert [word for word, times in words.items() if times > 1] == []


def test_every_verb_of_the_table_is_found_by_its_inflections() -> None:
    table = load_table("cues")
    for act, verbs in table["verbs"].items():
        expected = None if act == "neutral" else Act(act)
        for verb in verbs:
            assert read_cue(verb).act in (expected, read_cue(f"the {verb}").act)
            assert read_cue(verb).known


def test_weak_verbs_stand_in_the_table_of_verbs() -> None:
    table = load_table("cues")
    assert set(table["weak"]["verbs"]) <= {verb for rows in table["verbs"].values() for verb in rows}


@pytest.mark.parametrize(
    ("cue", "content", "unsaid"),
    [
        ("did not say", "whether it was over", True),
        ("didn’t immediately respond", "to a letter", True),
        ("never commented on", "leaks", True),
        ("would not say", "whether it was over", False),
        ("does not accept", "that", False),
        ("citing", "a report", True),
        ("citing", "“a report”", False),
        ("published", "drafts of two treaties", True),
        ("published", "that the drafts were ready", False),
        ("published", "to all who asked", False),
        ("published", "its view of the draft", False),
        ("said", "the draft was ready", False),
        ("has explained", "why", True),
        ("rejected", "it", False),
    ],
)
def test_what_is_not_said_is_no_statement(cue: str, content: str, unsaid: bool) -> None:
    assert is_no_saying(cue, content) is unsaid


@pytest.mark.parametrize(
    ("cue", "content", "denies"),
    [
        ("denied", "it", True),
        ("has always denied", "that a figure was named", True),
        ("denies", "any part in a request for help", True),
        ("denied", "the union's request for another year", False),
        ("denied", "entry to the province", False),
        ("disputed", "that account", False),
        ("", "", False),
    ],
)
def test_a_fact_is_denied_otherwise_than_a_request(cue: str, content: str, denies: bool) -> None:
    assert denies_fact(cue, content) is denies
