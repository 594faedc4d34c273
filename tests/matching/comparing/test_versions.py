"""Two versions side by side, and what became of each item."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.matching.versions import compare_texts
from rejoinder.model import ChangeKind

OLD = """1. Plots are let for one year from the first of March.
2. The committee shall inspect every plot in June.
3. Each tenant shall keep the path clear of weeds and shall trim the hedge twice a year.
4. Bonfires are not allowed between April and September.
5. Water may be drawn from the tanks with a can.
6. A plot that was not worked for three months goes to the next on the list.
"""


def told(old, new):
    changes = compare_texts(old, new).changes
    return [(c.old.number if c.old else None, c.new.number if c.new else None, str(c.kind)) for c in changes]


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        (OLD, [(str(n), str(n), "kept") for n in range(1, 7)]),
        (OLD.replace("in June", "in July"), [("2", "2", "changed")]),
        ("\n".join(OLD.splitlines()[1:]), [("1", None, "dropped")]),
        (OLD + "7. Dogs are to be kept on a lead at all times.\n", [(None, "7", "new")]),
        (
            OLD.replace(
                "weeds and shall trim the hedge twice a year.", "weeds.\n3a. The hedge shall be trimmed twice a year."
            ),
            [("3", "3", "split"), ("3", "3a", "split")],
        ),
    ],
)
def test_changes(new, changes):
    assert [each for each in told(OLD, new) if each[2] != "kept" or each in changes] == changes


def test_merged_and_moved():
    parts = OLD.replace(
        "weeds and shall trim the hedge twice a year.", "weeds.\n3a. The hedge shall be trimmed twice a year."
    )
    assert [change for change in told(parts, OLD) if change[2] != "kept"] == [
        ("3", "3", "merged"),
        ("3a", "3", "merged"),
    ]
    lines = OLD.splitlines()
    moved = "\n".join([*lines[1:], "7. Plots are let for one year from the first of March."])
    assert ("1", "7", "moved") in told(OLD, moved)


def test_a_part_of_an_item_whose_rest_went_elsewhere_is_new():
    old = "1. The boats carry grain, timber and coal over the lake.\n"
    new = "1. The boats carry grain, fish, salt, wine, oil over the lake.\n2. Timber, coal, grain.\n"
    assert ("1", "1", "split") not in told(old, new)


def test_words_that_bind_are_pointed_out_without_a_verdict():
    new = OLD.replace("shall inspect every plot in June", "should endeavour to inspect every plot")
    (change,) = compare_texts(OLD, new).of_kind(ChangeKind.CHANGED)
    notes = [(n.before.exact if n.before else None, n.after.exact if n.after else None) for n in change.notes]
    assert notes == [("shall", "should endeavour to"), ("in June", None)]
    assert [(str(w.change), w.passage.exact) for w in change.words] == [
        ("kept", "The committee"),
        ("dropped", "shall"),
        ("new", "should endeavour to"),
        ("kept", "inspect every plot"),
        ("dropped", "in June"),
        ("kept", "."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("The report is sent.", "The report is sent within 30 days.", [(None, "within 30 days")]),
        ("The report is blue.", "The report is green.", []),
        ("The report is sent.", "The report is sent before 3.", [(None, "before 3")]),
        ("The report is sent to all.", "The report is sent by post.", [("to all", "by post")]),
    ],
)
def test_terms_are_pointed_out(before, after, notes):
    (change,) = compare_texts(f"1. {before}\n2. Nothing else.", f"1. {after}\n2. Nothing else.").of_kind(
        ChangeKind.CHANGED
    )
    assert [(n.before.exact if n.before else None, n.after.exact if n.after else None) for n in change.notes] == notes


def test_a_heading_that_changed():
    old, new = "Article 1\nPurpose\nThe boats sail on.\n", "Article 1\nAims\nThe boats sail on.\n"
    assert told(old, new) == [("1", "1", "changed")]


def test_items_without_words_of_their_own():
    assert told("Question 1\nWho paid for the boats?\n", "Question 1\nWho paid for the boat?\n") == [
        ("1", "1", "changed")
    ]


def test_what_was_dropped_stands_where_it_stood():
    new = "\n".join(line for at, line in enumerate(OLD.splitlines()) if at not in (1, 4))
    assert [kind for *_, kind in told(OLD, new)] == ["kept", "dropped", "kept", "kept", "dropped", "kept"]


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", OLD), (OLD, "")])
def test_nothing_to_compare(old, new):
    assert {kind for *_, kind in told(old, new)} <= {"new", "dropped"}


lines = st.lists(
    st.sampled_from(["1. The boats sail.", "2. The boats shall sail at dawn.", "(a) at dawn;", "Article 3", ""]),
    max_size=7,
)


@settings(max_examples=80, deadline=None)
@given(lines, lines)
def test_every_item_has_a_change(old, new):
    texts = "\n".join(old), "\n".join(new)
    changes = compare_texts(*texts).changes
    assert all(words.passage.holds_in(texts[words.change != "dropped"]) for change in changes for words in change.words)
    assert all((change.old is None) == (change.kind is ChangeKind.NEW) for change in changes)
