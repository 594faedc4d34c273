"""Sources that hold a relative clause: drafts in, the same with the source that speaks, out.

In "The Federation, whose delegate, Volkonsky, accused the West, would table changes" the delegate accuses; in "The
minister, who had met Kemp on Tuesday, said" the minister speaks, and not Kemp.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.model import Span
from rejoinder.reading.attribution.drafts import Draft

_RELATIVE = re.compile(r",\s+(?:who|which|whose)\s+")
_NEXT = re.compile(r",?\s*")


def without_relative(text: str, draft: Draft) -> Draft:
    """The draft; where its source holds a relative clause, with the part of it that speaks."""
    source = draft.source
    clause = _RELATIVE.search(text, *source) if source is not None else None
    if source is None or draft.cue is None or clause is None or clause.start() == source.start:
        return draft
    owned = clause[0].strip(", \n") == "whose" and _NEXT.fullmatch(text, source.end, draft.cue.start) is not None
    if owned and clause.end() < source.end:
        return replace(draft, source=Span(clause.end(), source.end))
    return replace(draft, source=Span(source.start, clause.start()))
