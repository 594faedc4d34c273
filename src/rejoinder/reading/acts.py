"""The act of a statement: the signs in its words and its cue, weighed together with what the tagger says of it.

The weights of the signs stand in tables/act_weights.json, which ``evaluation.acts`` fits; a sign that is not among them
weighs nothing. What comes out is the likeliest act, its probability, and why.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rejoinder.model import Act, Span
from rejoinder.reading.act_signs import Signs, find_signs
from rejoinder.reading.act_words import Side, find_act_words
from rejoinder.reading.cues import CueReading, denies_fact, read_cue
from rejoinder.reading.tagging import TaggedText

LEAST = 1e-6
"""No act is less likely to the tagger than this."""
DENIAL = 3.0
"""How much the denial of a fact speaks for a bare statement (a natural logarithm)."""
TELLING = 0.3
"""How much a sign must speak for an act to be named as the reason."""
NOUNS = {
    Act.STATE: "a bare statement",
    Act.PROPOSE: "a proposal",
    Act.PROMISE: "a promise",
    Act.AGREE: "agreement",
    Act.REQUEST: "a request",
    Act.REJECT: "a refusal",
    Act.ACCUSE: "an accusation",
    Act.THREATEN: "a threat",
    Act.SUPPORT: "support",
    Act.ANNOUNCE: "an announcement",
}
_ACTS = {act.value: act for act in Act}
_CLAUSE_END = re.compile(r"[.,;:!?\n\"“”]")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is known of a statement when its act is read.

    ``parts``   the pieces of the content, at least one
    ``direct``  whether they are quoted
    ``sides``   the names in the content, in order, and which of them are the speaker's own side
    """

    text: str
    source: Span | None
    cue: Span | None
    parts: tuple[Span, ...]
    direct: bool = False
    sides: tuple[Side, ...] = ()

    @property
    def content(self) -> Span:
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class ActReading:
    """The act, how sure (0 to 1), and why in a few words."""

    act: Act
    score: float
    why: str


@dataclass(frozen=True)
class _Weights:
    """How much the tagger's logarithms count, the bias of each act, and what a sign weighs for the acts it tells of."""

    tagger: float
    bias: Mapping[str, float]
    signs: Mapping[str, Mapping[str, float]]


@cache
def _weights() -> _Weights:
    """The table; its acts are the words that name them."""
    raw = json.loads((files("rejoinder.reading") / "tables" / "act_weights.json").read_bytes())
    return _Weights(raw["tagger"], raw["bias"], raw["signs"])


def read_act(said: Utterance, tagged: TaggedText) -> ActReading:
    """The act of an utterance (without a cue where nothing announces the claim)."""
    signs = signs_of(said)
    chances = _weigh(said, signs, tagged)
    act = max(chances, key=lambda key: chances[key])
    why = _why(_words(said, said.cue), read_utterance_cue(said), act, _telling(said.text, signs, act))
    return ActReading(act, chances[act], why)


def weigh_acts(said: Utterance, tagged: TaggedText) -> dict[Act, float]:
    """How likely each act is for an utterance; together they make 1."""
    return _weigh(said, signs_of(said), tagged)


def _weigh(said: Utterance, signs: Signs, tagged: TaggedText) -> dict[Act, float]:
    weights, scores = _weights(), tagged.acts(said.content, said.cue)
    totals = {
        name: weights.bias[name] + weights.tagger * math.log(max(scores[act], LEAST)) for name, act in _ACTS.items()
    }
    for sign in signs:
        if sign in weights.signs:
            for name, weight in weights.signs[sign].items():
                totals[name] += weight
    if denies_fact(_words(said, said.cue), _words(said, said.content)):
        totals[Act.STATE.value] += DENIAL
    highest = max(totals.values())
    powers = {act: math.exp(totals[name] - highest) for name, act in _ACTS.items()}
    whole = sum(powers.values())
    return {act: power / whole for act, power in powers.items()}


def signs_of(said: Utterance) -> Signs:
    """The signs of an utterance, as they are weighed."""
    words = find_act_words(said.text, said.parts, said.direct, said.sides)
    return find_signs(words, said.direct, _words(said, said.cue), read_utterance_cue(said), _words(said, said.source))


def read_utterance_cue(said: Utterance) -> CueReading:
    """What the cue of an utterance says by itself, the words just before it heeded."""
    if said.cue is None:
        return CueReading(None, None, known=False)
    return read_cue(_words(said, said.cue), _clause_before(said.text, said.cue.start))


def _words(said: Utterance, span: Span | None) -> str:
    return said.text[slice(*span)] if span else ""


def _clause_before(text: str, offset: int) -> str:
    """The last words before an offset within its clause: "The talks failed. She promised" negates no promise."""
    return _CLAUSE_END.split(text[max(0, offset - 24) : offset])[-1]


def _telling(text: str, signs: Signs, act: Act) -> str | None:
    """The words of the content that speak most for an act, with the subject and verb around them where these speak
    for it too; None where none speaks for it much."""
    known = _weights().signs
    found = [
        (weight, sign, Span(place[0].start, place[1].end))
        for sign, place in signs.items()
        if place is not None and sign in known and (weight := known[sign].get(act.value, 0.0)) > 0 and _is_worded(sign)
    ]
    best, _, place = max(found, default=(0.0, "", Span(0, 0)))
    if best < TELLING:
        return None
    frame = next((around for _, sign, around in found if sign.startswith("frame") and around.holds(place)), place)
    return " ".join(text[slice(*frame)].split())


@lru_cache(16_384)
def _is_worded(sign: str) -> bool:
    """Whether a sign is more than somebody's name."""
    return any(part.islower() for part in sign.split()[1:])


def _why(cue: str, reading: CueReading, act: Act, telling: str | None) -> str:
    """Why it is this act, for people."""
    if cue and reading.act is act:
        return f"“{reading.word}” says which act it is"
    if not cue:
        lead = "there is no cue, the words decide the act"
    elif reading.act is None:
        lead = f"“{cue}” leaves the act to the words"
    else:
        lead = f"“{cue}” suggests another act, but the words outweigh it"
    return f"{lead}: “{telling}” speaks for {NOUNS[act]}" if telling else lead
