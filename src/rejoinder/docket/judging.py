"""What named persons decided: the judgements of a docket in, a verdict for each record out.

The last judgement that was not taken back holds: a confirmed record may be rejected later, and confirmed again. An
amendment stays until another one or an undo. An undo may itself be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rejoinder.docket.kept import JudgementKept
from rejoinder.docket.matters import Backing, Footing
from rejoinder.model import Decision

_FOOTINGS = {
    Decision.CONFIRM: Footing.CONFIRMED,
    Decision.AMEND: Footing.AMENDED,
    Decision.REJECT: Footing.REJECTED,
    Decision.UNSURE: Footing.UNSURE,
}
Pair = tuple[str, str]


@dataclass(slots=True)
class Verdicts:
    """What was decided, by the subjects of records.

    ``backings``  who stands behind a judged record
    ``amended``   the payload of a record as a person wants it
    ``merged``, ``split``   pairs of subjects (in their order) that are, or are not, of one matter
    ``undone``    numbers of the judgements and links that were taken back
    """

    backings: dict[str, Backing] = field(default_factory=dict)
    amended: dict[str, str] = field(default_factory=dict)
    merged: set[Pair] = field(default_factory=set)
    split: set[Pair] = field(default_factory=set)
    undone: set[int] = field(default_factory=set)

    def rejected(self, subject: str) -> bool:
        """Whether a person took the record out."""
        backing = self.backings.get(subject)
        return backing is not None and backing.footing is Footing.REJECTED

    def are_split(self, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """Whether a person said of any of these records that it has nothing to do with any of those."""
        return bool(self.split) and any(pair_of(one, other) in self.split for one in some for other in others)


def judge_all(judgements: Mapping[int, JudgementKept]) -> Verdicts:
    """The verdicts that hold after all judgements."""
    verdicts = Verdicts(undone=_find_undone(judgements))
    for seq in sorted(judgements):
        if seq not in verdicts.undone:
            _apply(verdicts, judgements[seq])
    return verdicts


def pair_of(one: str, other: str) -> Pair:
    """Two subjects in the order in which pairs are kept."""
    return (one, other) if one <= other else (other, one)


def _find_undone(judgements: Mapping[int, JudgementKept]) -> set[int]:
    undone: set[int] = set()
    for seq in sorted(judgements, reverse=True):
        undoes = judgements[seq].undoes
        if undoes is not None and seq not in undone:
            undone.add(undoes)
    return undone


def _apply(verdicts: Verdicts, judged: JudgementKept) -> None:
    decision = judged.decision
    if decision in _FOOTINGS:
        verdicts.backings[judged.subject] = Backing(_FOOTINGS[decision], judged.by, judged.at, judged.reason)
        if judged.amended is not None:
            verdicts.amended[judged.subject] = judged.amended
    for other in judged.others:
        pair = pair_of(judged.subject, other)
        into, out_of = (
            (verdicts.merged, verdicts.split) if decision is Decision.MERGE else (verdicts.split, verdicts.merged)
        )
        into.add(pair)
        out_of.discard(pair)
