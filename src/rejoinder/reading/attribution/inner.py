"""Speech inside speech: what a speaker says that another one promised, proposed, refused or asked.

The content of a statement is given to the tagger as a text of its own; what it finds there is the inner
level. Only acts of another party count (docs/reference/records.md), which is settled when speakers are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rejoinder.model import Act, Span
from rejoinder.reading.attribution.drafts import OPENING, Draft, find_drafts
from rejoinder.reading.attribution.places import QuotationEdges
from rejoinder.reading.attribution.tagged_story import shifted
from rejoinder.reading.cues import read_cue, words_of
from rejoinder.reading.knowledge import word_set
from rejoinder.reading.tagging import TaggedText

INNER_ACTS = frozenset({Act.PROPOSE, Act.PROMISE, Act.AGREE, Act.REQUEST, Act.REJECT, Act.ACCUSE, Act.THREATEN})
"""The acts of another party that are recorded inside somebody's speech."""
OWN = frozenset({"i", "we", "our", "my", "us", "me", "ourselves", "myself"})
"""With one of these in its source, the inner speech is the outer speaker's own."""
_MARKS = frozenset('"“”')
SHORTEST = 5
"""Words that a content needs to hold an attribution of its own."""


def is_own(source: str) -> bool:
    """Whether the words name the speaker: "we", "our delegation"; "US" is a state."""
    return not OWN.isdisjoint(words_of(source.replace("US", "")))


def may_hold_speech(text: str, draft: Draft) -> bool:
    """Whether it is worth asking: the content is long enough and holds a word that announces such an act; a noun behind
    a determiner ("the offer") announces none, unless the content holds further speech in quotation marks."""
    words = words_of(text[draft.content.start : draft.content.end])
    if len(words) < SHORTEST:
        return False
    announcing = [before for before, word in pairwise(words) if read_cue(word).act in INNER_ACTS]
    determiners = word_set("titles", "edges", "determiners") - {"that"}
    return any(before not in determiners for before in announcing) or (
        bool(announcing) and not _MARKS.isdisjoint(text[draft.content.start + 1 : draft.content.end - 2])
    )


def inner_text(text: str, draft: Draft) -> Span:
    """The content without its opening mark and its leading "that": what the tagger reads as a text."""
    start, end = draft.content
    while start < end and text[start] in OPENING:
        start += 1
    if text[start : start + 5].lower() == "that ":
        start += 5
    return Span(start, end)


def find_inner(text: str, outer: Draft, tagged: TaggedText, at: int, edges: QuotationEdges) -> list[Draft]:
    """The drafts that the tagger found in the content of ``outer``, which it read from offset ``at`` on."""
    within = [shifted(item, at) for item in tagged.attributions]
    found, _ = find_drafts(text, within, edges, [outer.content])
    return [
        Draft(draft.source, draft.cue, _clipped(draft.parts, outer.content), draft.score, outer=outer)
        for draft in found
        if draft.source
        and draft.content.length < 0.95 * outer.content.length
        and not is_own(text[slice(*draft.source)])
    ]


def _clipped(parts: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    return tuple(Span(max(part.start, bounds.start), min(part.end, bounds.end)) for part in parts)
