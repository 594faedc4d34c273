"""Where one utterance is two statements."""

from __future__ import annotations

import pytest

from rejoinder.model import Act
from rejoinder.reading.attribution.statements import candidates
from tests.reading.attribution.told import NAMES, OPENING
from tests.reading.marked import attributed, marked

ACTS = {"pay": Act.PROMISE, "never": Act.REJECT, "thank": Act.SUPPORT}
CASES = [
    # sentences, also where source and cue stand between them
    ("<<“It is late. We will pay.”>> [[Berg]] {{said}}.", ["“It is late.", "We will pay.”"]),
    ("<<“It is late,”>> [[Berg]] {{said}}. <<“We will pay.”>>", ["“It is late,”", "“We will pay.”"]),
    ("<<“It is late,”>> [[Berg]] {{said}}, <<“and we will pay.”>>", ["“It is late,”", "“and we will pay.”"]),
    (
        "<<“It is late, ”>> [[Berg]] {{said}}, <<“so late that we pay.”>>",
        ["“It is late, ” Berg said, “so late that we pay.”"],
    ),
    ("<<“We will pay. It is late.”>> [[Berg]] {{said}}.", ["“We will pay. It is late.”"]),
    (
        "<<“It is late. It is cold. We will pay. It will pay.”>> [[Berg]] {{said}}.",
        [
            "“It is late. It is cold.",
            "We will pay. It will pay.”",
        ],
    ),
    # clauses of reported speech
    ("[[Berg]] {{said}} <<that it was late and that Oslo would pay>>.", ["that it was late", "that Oslo would pay"]),
    (
        "[[Berg]] {{said}} <<that it was late and was cold but would pay>>.",
        ["that it was late and was cold", "would pay"],
    ),
    ("[[Berg]] {{said}} <<that it “was late and would pay”>>.", ["that it “was late and would pay”"]),
    ("[[Berg]] {{promised}} <<that it was late and would pay>>.", ["that it was late and would pay"]),
]


@pytest.mark.parametrize(("words", "contents"), CASES)
def test_where_the_act_changes(words: str, contents: list[str]) -> None:
    found, _ = candidates(*attributed(marked(OPENING + words + NAMES, ACTS)))
    assert [entry.statement.content.exact for entry in found] == contents
