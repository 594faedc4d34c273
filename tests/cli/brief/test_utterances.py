"""Which statements stand together on the page, and under which heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rejoinder.cli.brief.utterances import Group, fold_repeats, group_utterances, told_above
from rejoinder.model import Act, Actor, Statement
from tests.halvern import FRIDAY, REUTER, VARGA, commitments, passage, statement, statements

HOME = date(2022, 5, 20)


def said(number: int, **changes: object) -> Statement:
    return replace(statement(number, Act.STATE, passage("a fair account")), **{"said_on": None, **changes})  # type: ignore[arg-type]


def grouped(found: Sequence[Statement], home: date) -> list[Group]:
    return group_utterances(fold_repeats(found), home)


def test_repeats_are_one_utterance_told_by_the_fullest_report() -> None:
    found = (said(1), said(2, repeats="s1", said_on=FRIDAY), said(3, repeats="s2"), said(4))
    assert [(folded.statement.id, folded.times) for folded in fold_repeats(found)] == [("s2", 3), ("s4", 1)]


def test_a_quotation_is_fuller_than_a_report_and_the_first_wins_among_equals() -> None:
    found = (said(1), said(2, repeats="s1", direct=True), said(3, repeats="s1", direct=True))
    assert [folded.statement.id for folded in fold_repeats(found)] == ["s2"]


def test_a_repeat_of_what_is_not_there_stands_alone() -> None:
    assert [folded.statement.id for folded in fold_repeats((said(1, repeats="s9"), said(2)))] == ["s1", "s2"]


def test_speakers_in_the_order_of_their_first_words_and_settings_under_them() -> None:
    found = (said(1), said(2, speaker=REUTER), said(3, addressee="reporters", venue="Brennau"), said(4))
    shown = [(group.name, group.setting, group.first, len(group.utterances)) for group in grouped(found, HOME)]
    assert shown == [
        ("Ilse Varga", (), True, 2),
        ("Ilse Varga", ("to reporters", "Brennau"), False, 1),
        ("Jan Reuter", (), True, 1),
    ]


def test_a_chain_of_reports_is_told_from_the_outside() -> None:
    (group,) = grouped((said(1, via=(REUTER, Actor("Basin Council"))),), HOME)
    assert group.setting == ("as reported by Jan Reuter, citing Basin Council",)


def test_a_venue_that_is_the_addressee_is_named_once() -> None:
    (group,) = grouped((said(1, addressee="State Duma", venue="State Duma"),), HOME)
    assert group.setting == ("to State Duma",)


def test_what_is_known_of_the_speaker() -> None:
    nameless = replace(VARGA, post=None)
    found = (
        said(1, speaker=nameless),
        said(2),
        said(3, speaker=Actor("Ostmark", None, "Ostmark")),
        said(4, speaker=None, mention=passage("His counterpart")),
        said(5, speaker=None, mention=None),
    )
    assert [(group.name, group.about) for group in grouped(found, HOME)] == [
        ("Ilse Varga", "water minister, Lower Halvern"),
        ("Ostmark", None),
        ("“His counterpart”", "not clear who"),
        ("Nobody named", None),
    ]


def test_the_story() -> None:
    assert [(group.name, len(group.utterances)) for group in grouped(statements(), HOME)] == [
        ("Ilse Varga", 2),
        ("Ilse Varga", 1),
        ("Ilse Varga", 1),
        ("“His counterpart”", 1),
    ]


def test_what_is_told_as_a_promise_is_not_told_again() -> None:
    assert told_above(fold_repeats(statements()), commitments()) == {"s2", "s5"}
    assert told_above(fold_repeats(statements()), ()) == set()


def test_a_condition_is_told_with_its_promise() -> None:
    whole = passage("open the sluices within", "finds them sound")
    promise = replace(commitments()[2], statements=("s7",))
    assert told_above(fold_repeats((said(7, act=Act.PROMISE, content=whole),)), (promise,)) == {"s7"}


def test_an_assertion_or_a_promise_that_says_much_more_is_told_as_it_is() -> None:
    answer = passage("Lower Halvern will answer", "first days of June")
    much_more = passage("Lower Halvern will answer", "plays for time")
    found = (said(1, content=answer), said(2, act=Act.PROMISE, content=much_more))
    assert told_above(fold_repeats(found), commitments()) == set()
