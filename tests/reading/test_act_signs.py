"""The signs of acts: words, cue and source, and what is found in them."""

from __future__ import annotations

import pytest

from rejoinder.model import Span
from rejoinder.reading.act_signs import find_signs
from rejoinder.reading.act_words import find_act_words
from rejoinder.reading.cues import read_cue
from rejoinder.reading.knowledge import load_table


def signs(content: str, direct: bool = True, cue: str = "said", source: str = "She") -> dict[str, str | None]:
    """Every sign, with its words."""
    words = find_act_words(content, [Span(0, len(content))], direct, [])
    found = find_signs(words, direct, cue, read_cue(cue), source)
    return {sign: place and content[place[0].start : place[1].end] for sign, place in found.items()}


# content | a sign in it | the words that it rests on
FOUND = [
    ("We will not let them go", "frame OWN will not", "We will not"),
    ("We will not let them go", "frame OWN will not +", "We will not"),
    ("and so we will go", "subject OWN", "we will"),
    ("If they close it, we will go", "frame if noun -ed", None),
    ("If they closed it, we will go", "frame if they -ed", "they closed"),
    ("if we must go", "verb must", "we must"),
    ("it must be done", "frame it must be", "it must"),
    ("she is leaving", "frame she is -ing", "she is"),
    ("she had gone and taken it", "frame she had +", "she had"),
    ("she has taken it", "frame she has -en", "she has"),
    ("nobody will go", "frame nobody will", "nobody will"),
    ("our friends in the north will go", "subject OUR", "north will"),
    ("see if Peter must go", "subject NAME", "Peter must"),
    ("the men must go", "subject noun", "men must"),
    ("will we go", "subject none", "will"),
    ("no deal", "opens noun", "no"),
    ("if", "opens if noun", "if"),
    ("that was an insult to us", "class blame", "insult"),
    ("that was an insult to us", "class blame was", "insult"),
    ("that was an insult to us", "class blame that", "insult"),
    ("and that we must go", "subject OWN", "we must"),
    ("that we must go", "frame OWN must", "we must"),
    ("it is right to go", "frame IT is", "it is"),
    ("we go", "w ^ OWN", "we"),
    ("we go", "w OWN go", "we go"),
    ("the deal", "w the deal", "the deal"),
    ("in the end", "w in the", None),
    ("in the end", "w the", None),
    ("we go, or not", "w go or", "go, or"),
]


@pytest.mark.parametrize(("content", "sign", "words"), FOUND)
def test_signs_and_their_words(content: str, sign: str, words: str | None) -> None:
    assert signs(content).get(sign) == words


# content, whether quoted, cue, source | signs of the whole that are there | and not there
WHOLE = [
    (("we go", True, "said", "He"), {"direct", "short", "said say"}, {"long", "no cue", "nobody's own"}),
    (("the men went to the far north", False, "", ""), {"indirect", "long", "no cue", "no source", "nobody's own"}, set()),
    (("if so we would strike", True, "said", "He"), {"conditional", "conditional own", "conditional harm"}, set()),
    (("if so they go", True, "said", "He"), {"conditional"}, {"conditional own", "conditional harm"}),
    (("not before May 5", True, "said", "He"), {"negation", "figures"}, {"conditional"}),
    (("go", True, "urged", "the two ministers"), {"cue says request", "by two", "by nobody named"}, set()),
    (("go", True, "announced", "the Pope"), {"cue suggests announce", "by the"}, {"by nobody named", "by pope"}),
    (("", True, "said", "He"), {"direct", "short"}, {"w ^ OWN"}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "there", "missing"), WHOLE)
def test_signs_of_the_whole(given: tuple[str, bool, str, str], there: set[str], missing: set[str]) -> None:
    found = signs(*given)
    assert there <= found.keys()
    assert not missing & found.keys()


def test_the_tables_words_are_lower_case_and_stand_in_a_class_once() -> None:
    for words in load_table("acts")["classes"].values():
        assert len(words) == len(set(words))
        assert all(word == word.lower() for word in words)
