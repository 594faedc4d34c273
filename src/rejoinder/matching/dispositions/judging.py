"""The cues of a passage -> what it does with the item, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.matching.dispositions.cues import Cue, find_cues
from rejoinder.matching.words import figures_of
from rejoinder.model import Disposition

_AMOUNT = re.compile(r"[$€£¥]\s?\d[\d.,]*\d|\d[\d.,]*\s?(?:%|per\s?cent)")
_TELLS_NO = re.compile(r"\b(?:not|no|never|cannot|n't|nor|neither)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A disposition and the reason for it, in a sentence for people; ``sure`` if a phrase says so plainly."""

    disposition: Disposition
    reason: str
    sure: bool


def judge(words: str, asked: str, *, question: bool = False) -> Judgement:
    """What ``words`` of a reply do with an item of the wording ``asked``; ``question`` if that asks for information."""
    cues = find_cues(words)
    for strong in (True, False):
        found = _by_cues(cues, words, strong=strong)
        if found is not None and (strong or not question):
            return _with_amounts(found, words, asked)
    return _by_wording(words, asked, question=question)


def _by_cues(cues: Sequence[Cue], words: str, *, strong: bool) -> Judgement | None:
    """What the cues say: the strong ones, or all. What sends an item elsewhere or puts it off goes before refusals,
    since these say "not" too; a refusal with a proposal is a counter; consent with a reserve is consent with a change.
    """
    held: dict[str, Cue] = {}
    for cue in cues:
        if cue.strong or not strong:
            held.setdefault(cue.kind, cue)
    reserve = held.get("change") or next((cue for cue in cues if cue.kind == "change"), None)
    accepts, declines = held.get("accepted"), held.get("declined")
    decided: tuple[tuple[Disposition, Cue | None], ...] = (
        (Disposition.COUNTERED, held.get("premise")),
        (Disposition.DEFLECTED, held.get("deflected")),
        (Disposition.COUNTERED, _substitute(held)),
        (Disposition.DEFERRED, None if _is_settled(held) else held.get("deferred")),
        (Disposition.COUNTERED, held.get("countered") if not accepts or declines else None),
        (Disposition.ACCEPTED_WITH_CHANGE, reserve if accepts and not declines else None),
        (Disposition.ACCEPTED_WITH_CHANGE, (held.get("countered") or held.get("substitute")) if accepts else None),
        (Disposition.DECLINED, declines),
        (Disposition.ACCEPTED, accepts),
        (Disposition.DEFERRED, held.get("deferred")),
        (Disposition.NOTED, held.get("noted")),
    )
    told = next(((disposition, cue) for disposition, cue in decided if cue is not None), None)
    return Judgement(told[0], f"says “{_shown(words, told[1])}”", strong) if told else None


def _with_amounts(found: Judgement, words: str, asked: str) -> Judgement:
    """The judgement; one that accepts with another sum or rate than the item's accepts with a change."""
    own = set(_AMOUNT.findall(asked))
    other = [amount for amount in _AMOUNT.findall(words) if amount not in own]
    if found.disposition is Disposition.ACCEPTED and own and other:
        return Judgement(Disposition.ACCEPTED_WITH_CHANGE, f"{found.reason}, with {other[0]}", found.sure)
    return found


def _substitute(held: dict[str, Cue]) -> Cue | None:
    """What names something else in the place of the item, unless consent to the item stands before it."""
    cue, accepts = held.get("substitute"), held.get("accepted")
    consents = accepts is not None and cue is not None and accepts.start < cue.start and "declined" not in held
    return None if consents else cue


def _is_settled(held: dict[str, Cue]) -> bool:
    """Whether something is accepted, so that a day or a study that is named beside puts nothing off."""
    return "accepted" in held and "declined" not in held


def _by_wording(words: str, asked: str, *, question: bool) -> Judgement:
    """What no phrase tells: a question is answered by an assertion; other items are met, with other figures or not."""
    if question:
        return Judgement(Disposition.ACCEPTED, "answers the question", sure=False)
    if _TELLS_NO.search(words):
        return Judgement(Disposition.DECLINED, "says that it is not so", sure=False)
    other = set(figures_of(words)) - set(figures_of(asked))
    if other and figures_of(asked):
        return Judgement(
            Disposition.ACCEPTED_WITH_CHANGE, f"has other figures ({', '.join(sorted(other))})", sure=False
        )
    return Judgement(Disposition.ACCEPTED, "tells that it is so, and no phrase says otherwise", sure=False)


def _shown(words: str, cue: Cue) -> str:
    return " ".join(words[cue.start : cue.end].split())
