"""What kind of reply it is: one that only says an answer will come, one in place of an earlier one, one for several."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.reply import Unit
from rejoinder.model import Passage, ReplyKind

ORDER = (ReplyKind.CORRECTED, ReplyKind.COLLECTIVE, ReplyKind.HOLDING)
LIKELY_HOLDING = 2


def kind_of(units: Sequence[Unit], around: Sequence[Passage]) -> tuple[ReplyKind, Passage | None]:
    """The kind of a reply and the passage that says so. Receipt that is acknowledged makes no holding reply by itself:
    two passages must speak of an answer to come, or one of an interim reply."""
    passages = [*around, *(unit.passage for unit in units)]
    for kind in ORDER:
        found = [each for each in passages if phrases_of("reply", "kinds", kind).search(plain(each.exact))]
        if found and (kind is not ReplyKind.HOLDING or len(found) >= LIKELY_HOLDING):
            return kind, found[-1] if kind is ReplyKind.HOLDING else found[0]
    return ReplyKind.FULL, None
