"""The act of a statement: the signs in its words and its cue, weighed with what the tagger says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Act, Span
from rejoinder.reading.acts import NOUNS, Utterance, read_act, weigh_acts
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


def said(text: str, content: str, cue: str | None = "said", direct: bool = False) -> Utterance:
    """An utterance of ``text``, whose source is what stands before its cue."""
    at = text.index(cue) if cue else -1
    start = text.index(content)
    return Utterance(
        text=text,
        source=Span(0, at - 1) if at > 0 else None,
        cue=Span(at, at + len(cue)) if cue else None,
        parts=(Span(start, start + len(content)),),
        direct=direct,
    )


# what stands before the content, its cue, the content | what the tagger makes of it, and how sure | the act | why
READ = [
    (("She ", "said", "the mild weather"), Act.STATE, 0.9, Act.STATE, "“said” leaves the act to the words"),
    (
        ("She ", "said", "we will send it"),
        Act.PROMISE,
        0.9,
        Act.PROMISE,
        "“said” leaves the act to the words: “we will” speaks for a promise",
    ),
    (("He ", "promised", "to go"), Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    (("He has not ", "promised", "to go"), Act.STATE, 0.5, Act.REJECT, "“promised” says which act it is"),
    (("He ", "denied", "it"), Act.REJECT, 0.5, Act.STATE, "“denied” leaves the act to the words"),
    (("The talks failed. He ", "promised", "to go"), Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    (("It had failed, and he ", "promised", "to go"), Act.STATE, 0.5, Act.PROMISE, "“promised” says which act it is"),
    (
        ("He ", "announced", "it had been signed"),
        Act.ANNOUNCE,
        0.5,
        Act.ANNOUNCE,
        "“announced” says which act it is",
    ),
    (
        ("He ", "announced", "we will strike"),
        Act.THREATEN,
        0.99,
        Act.THREATEN,
        "“announced” suggests another act, but the words outweigh it: “strike” speaks for a threat",
    ),
    (
        ("", None, "You must leave"),
        Act.REQUEST,
        0.9,
        Act.REQUEST,
        "there is no cue, the words decide the act: “must” speaks for a request",
    ),
]


@pytest.mark.parametrize(("words", "leans", "score", "act", "why"), READ)
def test_the_act_and_why(words: tuple[str, str | None, str], leans: Act, score: float, act: Act, why: str) -> None:
    before, cue, content = words
    reading = read_act(said(f"{before}{cue or ''} {content}", content, cue), leaning(leans, score))
    assert (reading.act, reading.why) == (act, why)


# who speaks, and what | the act, where the tagger leans nowhere
CLEAR = [
    ("The minister", "we will not accept this", Act.REJECT),
    ("The minister", "that was a shameful provocation", Act.ACCUSE),
    ("The minister", "the government must withdraw its troops at once", Act.REQUEST),
    ("The minister", "we welcome this historic step", Act.SUPPORT),
    ("The minister", "if they do not leave we will close the border", Act.THREATEN),
    ("The minister", "that he would ask his colleague for consent", Act.PROMISE),
    ("The minister", "that it would be right to make the answers public", Act.REQUEST),
    ("Two people", "the two ministers were far apart", Act.STATE),
]


@pytest.mark.parametrize(("source", "content", "act"), CLEAR)
def test_words_alone_can_tell(source: str, content: str, act: Act) -> None:
    assert read_act(said(f"{source} said {content}", content), leaning(Act.STATE, 0.1)).act is act


@given(st.fixed_dictionaries({act: st.floats(0, 1) for act in Act}), st.sampled_from(["said", "urged", None]))
def test_the_scores_are_probabilities(scores: dict[Act, float], cue: str | None) -> None:
    utterance = said(f"{cue or ''} to open the border", "to open the border", cue)
    reading, chances = read_act(utterance, Scored(scores)), weigh_acts(utterance, Scored(scores))
    assert 0.099 < reading.score <= 1.001  # the likeliest of ten
    assert sum(chances.values()) == pytest.approx(1)
    assert chances[reading.act] == reading.score == max(chances.values())


def test_the_table_says_how_it_was_made_and_knows_every_act() -> None:
    table = json.loads((files("rejoinder.reading") / "tables" / "act_weights.json").read_bytes())
    assert "evaluation/acts.py" in table["about"]
    assert list(table["bias"]) == list(Act) == list(NOUNS)
    assert all(set(row) <= set(Act) for row in table["signs"].values())
