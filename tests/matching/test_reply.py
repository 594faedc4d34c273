"""A reply cut into what could answer something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.matching.reply import cut_reply

LETTER = """The River Office

Dear Colleague,

Scope. The first rule is fine; we would, however, keep the second as it stands. "One; two" is read as one.

Answer to Question 4
Yes

6-7. Both will be done.

3.1 The owner replies.

(b) Agreed

If plates are raised
- Not possible.

Yours sincerely,
E. Lind
"""


def test_a_letter():
    units, around = cut_reply(LETTER)
    told = [(unit.passage.exact, unit.heading, unit.number, unit.last) for unit in units]
    assert told == [
        ("The first rule is fine;", "Scope.", None, None),
        ("we would, however, keep the second as it stands.", "Scope.", None, None),
        ('"One; two" is read as one.', "Scope.", None, None),
        ("Yes", "Answer to Question 4", None, None),
        ("Both will be done.", "Answer to Question 4", "6", "7"),
        ("The owner replies.", "Answer to Question 4", "3.1", None),
        ("Agreed", "Answer to Question 4", "(b)", None),
        ("- Not possible.", "If plates are raised", None, None),
    ]
    assert [passage.exact for passage in around] == [
        "The River Office",
        "Dear Colleague,",
        "Answer to Question 4",
        "If plates are raised",
        "Yours sincerely,",
        "E. Lind",
    ]


def test_whole_sentences():
    units, _ = cut_reply("The owner gives the crew; the user gives the party.", whole_sentences=True)
    assert [unit.passage.exact for unit in units] == ["The owner gives the crew; the user gives the party."]


def test_a_numbered_heading_numbers_what_is_under_it():
    units, _ = cut_reply("4. Working hours\n\nWe cannot agree to this.")
    assert [(unit.passage.exact, unit.number) for unit in units] == [("We cannot agree to this.", "4")]


def test_a_long_line_over_a_letter_is_no_heading_of_it():
    line = "Letter from the Chair of the Group to the Foreign Minister of the Republic"
    units, around = cut_reply(f"{line}\n\nWe agree.")
    assert [unit.heading for unit in units] == [""]
    assert around[0].exact == line


@pytest.mark.parametrize("text", ["", "\n\n", "1."])
def test_next_to_nothing(text):
    assert len(cut_reply(text)[0]) <= 1


@given(st.text(alphabet=st.sampled_from('ab1.;:()-"\n A'), max_size=200))
def test_passages_hold(text):
    units, around = cut_reply(text)
    assert all(unit.passage.holds_in(text) for unit in units)
    assert all(passage.holds_in(text) for passage in around)
