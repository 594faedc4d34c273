"""How likely a draft is a statement: evidence in, a calibrated probability out.

A logistic regression over a few readable signs, fitted on the development stories by evaluation/calibrate.py;
its weights stand in tables/worth.toml.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from rejoinder.reading.knowledge import load_table

THRESHOLD = 0.45
"""Below this probability a draft is not shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs that speak for or against a draft. A headline's dash or colon counts as a cue that is known."""

    tagger: float
    cue_known: bool
    decided: bool
    direct: bool
    named: bool
    resolved: bool
    words: int
    inner: bool
    headline: bool
    act: float
    grammar: bool


_NAMES = tuple(field.name for field in fields(Evidence))


def signs(evidence: Evidence) -> list[float]:
    """The evidence as numbers of like size, in the order of the fields."""
    values = {name: getattr(evidence, name) for name in _NAMES}
    values["tagger"] = math.log((evidence.tagger + 0.01) / (1.01 - evidence.tagger))
    values["words"] = math.log1p(evidence.words)
    return [float(value) for value in values.values()]


def worth(evidence: Evidence) -> float:
    """The probability (0 to 1) that the draft is a statement with this speaker."""
    table = load_table("worth")
    weights = [table["weights"][name] for name in _NAMES]
    total = table["bias"] + sum(weight * sign for weight, sign in zip(weights, signs(evidence), strict=True))
    return round(1 / (1 + math.exp(-total)), 3)
