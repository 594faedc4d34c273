"""Statements: stories with what the tagger finds, and the records that come of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Act, Actor, Passage, Statement
from rejoinder.reading.attribution import statements
from rejoinder.reading.attribution.statements import build, candidates, number
from tests.halvern import VARGA
from tests.halvern import statement as halvern_statement
from tests.reading.marked import attributed, marked

OPENING = "OSLO, March 3, 2022 (Reuters) - [[Norwegian Foreign Minister Anna Berg]] {{said}} on Monday <<the talks failed>>.\n\n"


def told(words: str, acts: dict[str, Act] | None = None) -> list[Statement]:
    """Whatever could be a statement behind the opening, however unlikely."""
    found, _ = candidates(*attributed(marked(OPENING + words, acts)))
    return [entry.statement for entry in found][1:]


def shown(statement: Statement) -> tuple[str | None, list[str], str, str]:
    speaker = statement.speaker.name if statement.speaker else None
    return speaker, [actor.name for actor in statement.via], statement.act.value, statement.content.exact


# what follows the opening | speaker, via, act and content of its statements
TOLD = [
    ("[[She]] {{said}} <<it was over>>.", [("Anna Berg", [], "state", "it was over")]),
    ("[[She]] {{promised}} <<to come back>>.", [("Anna Berg", [], "promise", "to come back")]),
    ("“<<We go>>,” [[she]] {{said}}. “<<Now>>.”", [("Anna Berg", [], "state", "“We go,” she said. “Now.”")]),
    # nobody speaks, or nothing is said
    ("{{It was said}} <<that it was over>>.", []),
    ("[[She]] {{asked}} <<not to be named>>.", []),
    # who it is remains open: kept, and doubted
    ("[[He]] {{said}} <<all was over>>.", [(None, [], "state", "all was over")]),
    # speech inside speech: another party's act, and nothing else
    (
        "[[She]] {{said}} <<that [a[Denmark]a] {a{had refused}a} <a<to sign>a> the treaty>>.",
        [
            ("Anna Berg", [], "state", "that Denmark had refused to sign the treaty"),
            ("Denmark", ["Anna Berg"], "reject", "to sign the treaty"),
        ],
    ),
    (
        "[[She]] {{said}} <<[a[Anna Berg]a] {a{had refused}a} <a<to sign>a> the treaty of 2020>>.",
        [("Anna Berg", [], "state", "Anna Berg had refused to sign the treaty of 2020")],
    ),
    (
        "[[She]] {{said}} <<that [a[Denmark]a] {a{said}a} <a<it was late>a> and refused the treaty>>.",
        [
            ("Anna Berg", [], "state", "that Denmark said it was late and refused the treaty"),
            ("Denmark", ["Anna Berg"], "reject", "the treaty"),
        ],
    ),
    # nothing was said, or a text was passed on
    ("[[She]] {{did not say}} <<whether it was over>>.", []),
    ("[[She]] {{published}} <<the draft treaty>>.", []),
    (
        "[[She]] {{said}} <<that [a[his counterpart]a] {a{refused}a} <a<to sign it>a> on that day>>.",
        [("Anna Berg", [], "state", "that his counterpart refused to sign it on that day")],
    ),
    (
        "[[The nameless]] {{said}} <<that [a[Denmark]a] {a{had refused}a} <a<to sign>a> the treaty>>.",
        [
            ("nameless", [], "state", "that Denmark had refused to sign the treaty"),
            ("Denmark", ["nameless"], "reject", "to sign the treaty"),
        ],
    ),
]


@pytest.mark.parametrize(("words", "expected"), TOLD)
def test_who_says_what_with_which_act(words: str, expected: list[tuple[str | None, list[str], str, str]]) -> None:
    assert [shown(statement) for statement in told(words)] == expected


def test_a_statement_in_full() -> None:
    words = "“<<We go>>,” [[she]] {{told}} reporters in Geneva on Tuesday. “<<You stay>>.”"
    (statement,) = told(words)
    text = marked(OPENING + words).text
    assert statement.mention == Passage.of(text, text.index("she told"), text.index(" told"))
    assert statement.cue == Passage.of(text, text.index("told"), text.index(" reporters"))
    assert [part.exact for part in statement.parts] == ["“We go,”", "“You stay.”"]
    assert (statement.direct, statement.repeats, statement.plover) == (True, None, None)
    assert statement.addressee == "reporters"
    assert statement.reason.startswith("“she” is its source (")
    assert statement.reason.endswith("; “told” leaves the act to the words.")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            "[[She]] {{urged}} <<peace in our time>>.",
            "“She” is its source (the last person spoken of); “urged” says which act it is.",
        ),
        ("Talks will fail in May — Berg", "The headline sets it off as a claim: “Berg” is its source"),
    ],
)
def test_the_reason_is_a_sentence_for_people(words: str, reason: str) -> None:
    story = OPENING + words if "urged" in words else f"{words}\n\n{OPENING}"
    found, _ = candidates(*attributed(marked(story)))
    assert any(entry.statement.reason.startswith(reason) for entry in found)


# content of several sentences, and the act of some | acts and words of the statements that it is cut into
CUT = [
    (
        "“We talk. You must leave. You must pay. We will come back. We do.”",
        {"must": Act.REQUEST, "will": Act.PROMISE},
        [
            (Act.STATE, "“We talk."),
            (Act.REQUEST, "You must leave. You must pay."),
            (Act.PROMISE, "We will come back. We do.”"),
        ],
    ),
    (
        "“We will come. You broke your word. You lied. You must pay.”",
        {"will": Act.PROMISE, "broke": Act.ACCUSE, "lied": Act.ACCUSE, "must": Act.REQUEST},
        [
            (Act.PROMISE, "“We will come."),
            (Act.ACCUSE, "You broke your word. You lied."),
            (Act.REQUEST, "You must pay.”"),
        ],
    ),
    ("“You must leave. We talk.”", {"must": Act.REQUEST}, [(Act.REQUEST, "“You must leave. We talk.”")]),
    ("“We talk. You talk.”", {}, [(Act.STATE, "“We talk. You talk.”")]),
    (
        "“You must leave and we will come.”",
        {"must": Act.REQUEST},
        [(Act.REQUEST, "“You must leave and we will come.”")],
    ),
]


@pytest.mark.parametrize(("content", "acts", "expected"), CUT)
def test_a_quotation_is_cut_where_the_act_changes(
    content: str, acts: dict[str, Act], expected: list[tuple[Act, str]]
) -> None:
    found = told(f"<<{content}>> [[she]] {{{{said}}}}.", acts)
    assert [(statement.act, statement.content.exact) for statement in found] == expected


def test_a_cue_that_decides_holds_its_content_together() -> None:
    acts = {"must": Act.REQUEST, "will": Act.PROMISE}
    found = told("<<“You must leave. We will come.”>> [[she]] {{demanded}}.", acts)
    assert [statement.act for statement in found] == [Act.REQUEST]


def test_pieces_that_are_cut_keep_their_parts() -> None:
    words = "<<“You must leave.>> [[she]] {{said}}. <<You must pay. We will come. We will stay.”>>"
    request, promise = told(words, {"must": Act.REQUEST, "will": Act.PROMISE})
    assert [part.exact for part in request.parts] == ["“You must leave", "You must pay."]
    assert (promise.content.exact, promise.parts) == ("We will come. We will stay.”", ())


def test_speech_inside_speech_is_never_cut() -> None:
    words = "[[She]] {{said}} <<[a[Denmark]a]'s {a{demand}a} was: <a<“You must leave. We will come.”>a> and no more of it>>."
    found = told(words, {"You must leave. We": Act.REQUEST, "will": Act.PROMISE})
    assert "“You must leave. We will come.”" in [statement.content.exact for statement in found]


def test_what_is_unlikely_is_left_out_and_the_rest_is_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "worth", lambda evidence: 0.9 if evidence.decided else 0.1)
    words = "[[She]] {{urged}} <<peace>>. [1[She]1] {1{said}1} <1<it was late>1>. [2[She]2] {2{demanded}2} <2<an end of it>2>."
    found, doubts = build(*attributed(marked(OPENING + words)))
    assert [(statement.id, statement.content.exact) for statement in found] == [("s1", "peace"), ("s2", "an end of it")]
    assert doubts == []


def test_a_speaker_who_remains_open_is_a_doubt() -> None:
    words = "[[He]] {{said}} <<all was over>>."
    _, (doubt,) = candidates(*attributed(marked(OPENING + words)))
    assert marked(OPENING + words).text[doubt.start : doubt.end] == "He"


def said(words: str, speaker: Actor | None = VARGA) -> Statement:
    return replace(halvern_statement(0, Act.STATE, Passage(0, len(words), words)), speaker=speaker)


LIND = Actor("Jan Lind")


@pytest.mark.parametrize(
    ("utterances", "repeated"),
    [
        ([said("the river runs uphill"), said("“The river,” she said, “runs uphill.”")], [None, "s1"]),
        ([said("the river runs uphill"), said("the river ends here")], [None, None]),
        ([said("the river runs uphill"), said("the river runs uphill", LIND)], [None, None]),
        ([said("the river runs uphill", None), said("the river runs uphill", None)], [None, None]),
        ([said("no"), said("no")], [None, None]),
        # a third goes back to the first, also where it is nearer to the second
        (
            [said("river runs fast uphill"), said("river runs fast slowly"), said("runs fast slowly always")],
            [None, "s1", "s1"],
        ),
        ([said("one river less"), said("river runs uphill"), said("it runs uphill")], [None, None, "s2"]),
    ],
)
def test_a_repetition_points_to_the_first(utterances: list[Statement], repeated: list[str | None]) -> None:
    numbered = number(utterances)
    assert [statement.id for statement in numbered] == [f"s{place}" for place in range(1, len(utterances) + 1)]
    assert [statement.repeats for statement in numbered] == repeated


def test_words_used_over_and_over_tell_nothing_of_a_repetition(monkeypatch: pytest.MonkeyPatch) -> None:
    once = [said("river runs uphill"), said("river uphill")]
    assert number(once)[-1].repeats == "s1"
    monkeypatch.setattr(statements, "MANY", 2)
    often = [said("river mouth wide open"), said("river banks very green")]
    assert number([*often, *once])[-1].repeats is None


@given(st.lists(st.lists(st.sampled_from(["river", "runs", "uphill", "fast", "the"]), max_size=5), max_size=8))
def test_a_repetition_shares_most_words_with_an_earlier_utterance(contents: list[list[str]]) -> None:
    numbered = number([said(" ".join(words)) for words in contents])
    by_id = {statement.id: statement for statement in numbered}
    for place, statement in enumerate(numbered):
        words = {word for word in contents[place] if word != "the"}
        alike = [
            other
            for other in range(place)
            if words & set(contents[other])
            and len(words & set(contents[other])) >= 0.6 * max(len(words), len(set(contents[other]) - {"the"}))
            and words & set(contents[other]) - {"the"}
        ]
        assert (statement.repeats is not None) == bool(alike)
        assert statement.repeats is None or by_id[statement.repeats].repeats is None


def test_what_a_speaker_says_of_the_own_side_is_no_speech_of_another() -> None:
    found = told("[[She]] {{said}} <<that Norway had refused the treaty>>.")
    assert [statement.via for statement in found] == [()]
