"""What a reply says of the whole draft, or of all that is not named: passages in, the rows they answer out.

"The two remaining provisions of Chapter III may be regarded as agreed." "Until their opinions have been received it
would be premature to comment on its substance." Such a passage answers every row that nothing else answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rejoinder.matching.align.cited import Citable
from rejoinder.matching.align.citing import find_citations
from rejoinder.matching.align.sides import Asked
from rejoinder.matching.dispositions.cues import find_cues
from rejoinder.matching.matrix.linking import Answer
from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.reply import Unit
from rejoinder.model import ReplyKind

SCORE = 0.6
_SPEAKS = ("accepted", "declined", "deferred", "deflected", "countered")


def answer_rest(
    items: Sequence[Asked], units: Sequence[Unit], answers: Sequence[Answer], kind: ReplyKind
) -> list[Answer]:
    """The answers, with those to the rows that only a passage on the whole or on the rest answers."""
    found = list(answers)
    for first, end in _stretches(units, kind):
        words = " ".join(unit.passage.exact for unit in units[first:end])
        within = _rows_named(words, items)
        found = [each for each in found if not first <= each.first < end]
        answered = {each.row for each in found}
        rows = [row for row in within if row not in answered]
        reason = "is on all that is not named" if _says_rest(words) else "is on the whole draft"
        found.extend(Answer(row, first, end, SCORE, reason) for row in rows)
    return sorted(found, key=lambda each: (each.first, each.row))


def _stretches(units: Sequence[Unit], kind: ReplyKind) -> Iterator[tuple[int, int]]:
    """The stretches of units that speak of all: those that say "the remaining", and in a holding reply those of one
    paragraph that put the draft off."""
    at = 0
    while at < len(units):
        end = at + 1
        if _says_rest(units[at].passage.exact) and _speaks(units[at]):
            yield at, end
        elif kind is ReplyKind.HOLDING and _puts_off_draft(units[at]):
            while end < len(units) and units[end].paragraph == units[at].paragraph:
                end += 1
            first = at
            while first and units[first - 1].paragraph == units[at].paragraph and _opens(units[first - 1]):
                first -= 1
            yield first, end
            return
        at = end


def _opens(unit: Unit) -> bool:
    """Whether a passage before one that puts off speaks of the draft too."""
    return phrases_of("reply", "wholes", "draft").search(plain(unit.passage.exact)) is not None


def _says_rest(words: str) -> bool:
    return phrases_of("reply", "wholes", "rest").search(plain(words)) is not None


def _speaks(unit: Unit) -> bool:
    return any(cue.strong and cue.kind in _SPEAKS for cue in find_cues(unit.passage.exact))


def _puts_off_draft(unit: Unit) -> bool:
    words = unit.passage.exact
    if phrases_of("reply", "wholes", "draft").search(plain(words)) is None:
        return False
    if phrases_of("reply", "kinds", "holding").search(plain(words)) and "receipt" in words:
        return False
    return any(cue.strong and cue.kind == "deferred" for cue in find_cues(words))


def _rows_named(words: str, items: Sequence[Asked]) -> list[int]:
    """The rows of the part that the words cite ("of Chapter III"), or all rows."""
    citable = Citable(items)
    named = [at for citation in find_citations(words) for at in citable.find(citation)]
    return sorted(set(named)) or list(range(len(items)))
