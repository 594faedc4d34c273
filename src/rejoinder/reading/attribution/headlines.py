"""The headline's claim: "Talks will fail — Petrov", "Petrov: talks will fail". No cue, only a mark of punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable

from rejoinder.model import Span
from rejoinder.reading.attribution.drafts import Draft, without_marks

_AFTER = re.compile(r"(?:\s[—–-]{1,2}|\s\|)\s+(?P<source>[^\s—–:,|][^—–:,|]{1,59}?)\s*$")
_BEFORE = re.compile(r"^\s*(?P<source>[^—–:,'\"“‘]{2,45}):\s+(?=\S)")
_SCORE = 0.8
_SHORTEST = 12

Names = Callable[[Span], bool]


def claim_of(text: str, headline: Span, names_actor: Names) -> Draft | None:
    """The claim of a headline that ends or begins with its speaker, set off by a dash or a colon.

    ``names_actor`` says whether a span names somebody of the story: "Talks: what we know" claims nothing.
    """
    words = text[headline.start : headline.end]
    for pattern, is_after in ((_AFTER, True), (_BEFORE, False)):
        match = pattern.search(words)
        if not match or len(match.group("source").split()) > 6:
            continue
        source = Span(headline.start + match.start("source"), headline.start + match.end("source"))
        rest = (
            Span(headline.start, headline.start + match.start())
            if is_after
            else Span(headline.start + match.end(), headline.end)
        )
        content = without_marks(text, rest)
        if content.length >= _SHORTEST and text[source.start].isalnum() and names_actor(source):
            return Draft(source, None, (content,), _SCORE, found="headline")
    return None
