"""Clauses: sentences, and who does what in them to which complement."""

from __future__ import annotations

import pytest

from rejoinder.model import Act
from rejoinder.reading.actors.cast import find_cast
from rejoinder.reading.attribution.clauses import clause_end, find_complement, find_reported_acts, find_subject
from rejoinder.reading.attribution.noun_acts import find_noun_acts
from rejoinder.reading.attribution.noun_phrases import noun_phrase_end
from rejoinder.reading.knowledge import load_table

ALL = frozenset(Act)
WHO = "Norway and Denmark met Anna Berg, the Norwegian foreign minister.\n\n"


def told(sentence: str) -> list[tuple[str, str, str, str]]:
    """Subject, verb, content and act of what verbs tell in a sentence, in a story that knows its names."""
    page = find_cast(WHO + sentence).story.page
    first = next(at for at, word in enumerate(page.words) if word.start >= len(WHO))
    acts = find_reported_acts(page, first, len(page.words), ALL)
    return [(*(page.slice(*phrase) for phrase in act[:3]), act.act.value) for act in acts]


VERBS = [
    ("Denmark has refused to sign it.", [("Denmark", "has refused", "to sign it", "reject")]),
    ("Denmark, for its part, has ruled out any toll.", [("Denmark", "has ruled out", "any toll", "reject")]),
    ("Denmark - or so we hear - refused.", []),
    ("Denmark (or its navy) rejected the plan.", [("Denmark (or its navy)"[:7], "rejected", "the plan", "reject")]),
    ("Denmark, rejected the plan.", []),
    ("Anna Berg on Monday welcomed the plan.", [("Anna Berg", "welcomed", "the plan", "support")]),
    ("Anna Berg Monday welcomed the plan.", [("Anna Berg", "welcomed", "the plan", "support")]),
    ("Anna Berg who in May welcomed the plan.", []),
    ("Berg in a place where nobody welcomed the plan.", []),
    (
        "The council's president, Jan Lind, promised her in March that it would open.",
        [("The council's president, Jan Lind", "promised", "that it would open", "promise")],
    ),
    ("The president, in truth, promised to go.", [("The president", "promised", "to go", "promise")]),
    ("The companies refused to set limits.", [("The companies", "refused", "to set limits", "reject")]),
    ("Private creditors demanded more.", [("Private creditors", "demanded", "more", "request")]),
    ("Denmark promised Norway last week to go.", [("Denmark", "promised", "to go", "promise")]),
    ("Denmark promised Norway, that is all.", [("Denmark", "promised", "Norway, that is all", "promise")]),
    ("Denmark promised Norway a boat that sails.", [("Denmark", "promised", "Norway a boat that sails", "promise")]),
    ("Denmark agreed in January to go.", [("Denmark", "agreed", "to go", "agree")]),
    ("Denmark agreed.", []),
    # several of one subject
    (
        "Denmark rejected the plan and demanded a new one.",
        [("Denmark", "rejected", "the plan", "reject"), ("Denmark", "demanded", "a new one", "request")],
    ),
    ("Denmark paused the talks and demanded a new plan.", [("Denmark", "demanded", "a new plan", "request")]),
    (
        "Those in Nordby grumbled, and Norway agreed to go and promised to pay.",
        [("Norway", "agreed", "to go", "agree"), ("Norway", "promised", "to pay", "promise")],
    ),
    ("Paris and The Hague wanted a list.", [("Paris and The Hague", "wanted", "a list", "request")]),
    ("It was late and The Hague wanted a list.", [("The Hague", "wanted", "a list", "request")]),
    # no verb of an act, or none with a subject
    ("The two parallel tables of May.", []),
    ("The plan was demanded by Denmark.", []),
    ("Demanding peace, they left.", []),
    ("To refuse it is hard.", []),
    ("and demanded peace.", []),
    ("Norway left, and if Denmark refused to go, it was late.", []),
    ("Denmark may agree to go.", []),
    ("Three boats were withdrawn from Norway.", []),
    ("Denmark was demanding peace.", [("Denmark", "was demanding", "peace", "request")]),
    ("Denmark wants to leave.", [("Denmark", "wants", "to leave", "request")]),
    ("the boats want to leave.", []),
    ("The boats' offers fell.", []),
    ("It wants peace.", [("It", "wants", "peace", "request")]),
]


@pytest.mark.parametrize(("sentence", "expected"), VERBS)
def test_who_does_what(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == expected


def test_a_subject_reaches_a_participle_over_the_sentence() -> None:
    page = find_cast("- Denmark broke off the talks, insisting that it was late.").story.page
    verb = next(at for at, word in enumerate(page.words) if word.low == "insisting")
    found = find_subject(page, verb, 0)
    assert found is not None
    assert page.slice(*found) == "Denmark"


def test_no_subject_opens_a_sentence_of_plain_words() -> None:
    page = find_cast("Slowly the talks went on, insisting that it was late.").story.page
    verb = next(at for at, word in enumerate(page.words) if word.low == "insisting")
    assert find_subject(page, verb, 0) is None


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("peace; and so on", "peace"),
        ("peace, and they left", "peace"),
        ("peace, love and trade", "peace, love and trade"),
        ("peace and has left", "peace"),
        ("peace and rejected it", "peace"),
        ("peace and", "peace and"),
        ("peace. They left", "peace"),
        ("peace “now”", "peace “now”"),
        ("peace “now and then", "peace “now and then"),
        ("peace, “now” they said", "peace"),
        ("peace ” now", "peace"),
        ("peace - now", "peace - now"),
    ],
)
def test_where_a_clause_ends(sentence: str, clause: str) -> None:
    page = find_cast(sentence).story.page
    assert page.slice(0, clause_end(page, 0, len(page.words))) == clause


def test_nothing_is_the_complement_at_the_end() -> None:
    page = find_cast("They refused.").story.page
    assert find_complement(page, 2, len(page.words)) is None


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Anna Berg of Norway left", "Anna Berg of Norway"),
        ("Anna Berg and the Norwegian government left", "Anna Berg and the Norwegian government"),
        ("the government of the Netherlands left", "the government of the Netherlands"),
        ("senior Norwegian officials left", "senior Norwegian officials"),
        ("Norway's largest lenders", "Norway's largest lenders"),
        ("Norway and", "Norway"),
        ("quickly left", ""),
        ("they left", "they"),
    ],
)
def test_where_a_noun_phrase_ends(words: str, phrase: str) -> None:
    page = find_cast(words).story.page
    end = noun_phrase_end(page, 0, len(page.words))
    assert page.slice(0, end) == phrase
    assert noun_phrase_end(page, len(page.words), len(page.words)) == len(page.words)


NOUNS = [
    (
        "the insistent calls by the European Union for a place",
        "the European Union",
        "the insistent calls",
        "for a place",
        "request",
    ),
    (
        "over the Norwegian government's flat refusal to sign",
        "the Norwegian government",
        "flat refusal",
        "to sign",
        "reject",
    ),
    ("over its demand that they leave", "its", "its demand", "that they leave", "request"),
    ("on Norway's main demand: an end to tolls", "Norway", "main demand", "an end to tolls", "request"),
    ("over a Norwegian offer to pay", "Norwegian", "offer", "to pay", "propose"),
    ("over tolls requested by Norway to pay", "Norway", "requested", "tolls", "request"),
]


@pytest.mark.parametrize(("words", "whose", "noun", "content", "act"), NOUNS)
def test_whose_noun_it_is_and_for_what(words: str, whose: str, noun: str, content: str, act: str) -> None:
    page = find_cast(words).story.page
    (found,) = find_noun_acts(page, 0, len(page.words))
    assert [page.slice(*phrase) for phrase in found[:3]] == [whose, noun, content]
    assert found.act.value == act


@pytest.mark.parametrize(
    "words",
    [
        "over a demand to leave",
        "over the demand of the day",
        "over the demand by nobody here to leave",
        "over the demand by.",
        "over its demand",
        "over its demand to",
        "over five's demand to leave",
        "requested by Norway to pay",
        "over tolls requested by us today",
        "over tolls rejected by Norway today",
        "over tolls requested by",
        "demand to leave here",
    ],
)
def test_a_noun_that_is_nobodys_tells_no_act(words: str) -> None:
    page = find_cast(words).story.page
    assert list(find_noun_acts(page, 0, len(page.words))) == []


def test_the_table_of_clauses_has_single_words_in_lower_case() -> None:
    table = load_table("clauses")
    assert all(word == word.lower() and " " not in word for words in table.values() for word in words)
    assert all(len(words) == len(set(words)) for words in table.values())
