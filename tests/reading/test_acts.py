"""The act of a statement: what the cue announces, weighed with what the words do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Act, Span
from rejoinder.reading.acts import read_act
from rejoinder.reading.tagging import TaggedAttribution


@dataclass(frozen=True)
class Scored:
    """A text of which the tagger knows the acts alone."""

    scores: Mapping[Act, float]
    attributions: tuple[TaggedAttribution, ...] = ()

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        return self.scores


def leaning(act: Act, score: float) -> Scored:
    """A tagger that gives one act a score, and the others what is left."""
    return Scored({each: score if each is act else (1 - score) / (len(Act) - 1) for each in Act})


CONTENT = "to open the border"

# before the cue | the cue | what the tagger makes of the words, and how sure | the act | why
READ = [
    ("He ", "said", Act.PROMISE, 0.9, Act.PROMISE, "“said” leaves the act to the words"),
    ("He ", "promised", Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    ("He has not ", "promised", Act.STATE, 0.5, Act.REJECT, "“promised” says which act it is"),
    (
        "He ",
        "announced",
        Act.THREATEN,
        0.9,
        Act.THREATEN,
        "“announced” suggests another act, but the words outweigh it",
    ),
    ("The talks failed. He ", "promised", Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    ("It had failed, and he ", "promised", Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    ("He ", "announced", Act.STATE, 0.2, Act.ANNOUNCE, "“announced” says which act it is"),
    ("", None, Act.REQUEST, 0.9, Act.REQUEST, "there is no cue, the words decide the act"),
]


@pytest.mark.parametrize(("before", "cue", "leans", "score", "act", "why"), READ)
def test_the_act_and_why(before: str, cue: str | None, leans: Act, score: float, act: Act, why: str) -> None:
    text = f"{before}{cue or ''} {CONTENT}"
    span = None if cue is None else Span(len(before), len(before) + len(cue))
    reading = read_act(text, span, Span(len(text) - len(CONTENT), len(text)), leaning(leans, score))
    assert (reading.act, reading.why) == (act, why)


@given(st.fixed_dictionaries({act: st.floats(0.001, 1) for act in Act}), st.sampled_from(["said", "urged", None]))
def test_the_score_is_a_probability(scores: dict[Act, float], cue: str | None) -> None:
    text = f"{cue or ''} {CONTENT}"
    reading = read_act(text, cue and Span(0, len(cue)), Span(len(text) - len(CONTENT), len(text)), Scored(scores))
    assert 0.099 < reading.score <= 1  # the likeliest of ten
