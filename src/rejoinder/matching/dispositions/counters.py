"""The wording that a reply puts in the place of the item's: in quotation marks, or after "should read"."""

from __future__ import annotations

import re

from rejoinder.model import Passage

_QUOTED = re.compile(r"[\"“]([^\"“”]{8,})[\"”]?")
_READS = re.compile(
    r"\b(?:(?:should|would|might|could|shall|to)\s+(?:now\s+)?read|read(?:s|ing)?|as follows|replaced (?:by|with)|"
    r"propos\w+ that|instead that)\b(?:\s+as follows)?[:,]?\s+",
    re.IGNORECASE,
)


def counter_text(text: str, passage: Passage) -> Passage | None:
    """The words within ``passage`` that are proposed: the last quotation that a word of proposing stands before, or
    what follows that word; None where nothing is."""
    told = list(_READS.finditer(passage.exact))
    quoted = list(_QUOTED.finditer(passage.exact))
    after = [match for match in quoted if any(sign.start() < match.start() for sign in told)]
    if after:
        return _passage(text, passage, after[-1].span(1))
    if told and not quoted:
        return _passage(text, passage, (told[-1].end(), len(passage.exact)))
    return None


def _passage(text: str, passage: Passage, span: tuple[int, int]) -> Passage:
    return Passage.of(text, passage.start + span[0], passage.start + span[1])
