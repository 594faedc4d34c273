"""What the tagger found -> drafts of statements with mended edges.

A draft is an attribution on its way to a statement: spans only, nobody resolved yet. Edges follow the
convention of PolNeAR: a content has its quotation marks and a leading "that", and no closing comma or
full stop that stands outside quotation marks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Span
from rejoinder.reading.attribution.places import Places, QuotationEdges
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan

OPENING = "\"“„«‘'`"
_NOT_FIRST, _NOT_LAST = ",;:.—–-)]", ",;:.—–-(["
_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its speaker, act and day are known.

    ``parts``   the pieces of the content in order, at least one
    ``score``   the tagger's confidence in spans and links together (0 to 1)
    ``found``   how it was found: by the ``tagger``, as a ``quotation`` (continues the one before it), as the claim of a
                ``headline``, by ``grammar`` within what another one says, ``narrated`` outside of all speech, or as
                what a ``paper`` envisages
    ``outer``   for speech inside speech, the draft within whose content it stands
    """

    source: Span | None
    cue: Span | None
    parts: tuple[Span, ...]
    score: float
    found: str = "tagger"
    outer: Draft | None = None

    @property
    def content(self) -> Span:
        """From the first piece to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def find_drafts(
    text: str, tagged: Sequence[TaggedAttribution], edges: QuotationEdges, blocks: Sequence[Span]
) -> tuple[list[Draft], list[Span]]:
    """Drafts with mended edges, in the order of their content; and the contents that no cue claims.

    ``blocks`` are the headings and paragraphs: no piece of a content goes over the edge of one.
    """
    places = Places(blocks)
    found: list[Draft] = []
    orphans: list[Span] = []
    for item in tagged:
        cue, source = _trimmed(text, item.cue), _trimmed(text, item.source)
        clipped = [piece for span in item.content for piece in places.cut(span.span)]
        pieces = [mend_content(text, piece, edges) for piece in places.beside(clipped, cue)]
        parts = tuple(_merged(text, sorted(piece for piece in pieces if piece.length > 1)))
        if cue is None:
            orphans.extend(parts)
        elif parts:
            found.append(Draft(source, cue, parts, _confidence(item)))
    return sorted(found, key=lambda draft: draft.content), sorted(orphans)


def _confidence(item: TaggedAttribution) -> float:
    """How sure the tagger is of the spans and links of an attribution together."""
    scores = [span.score for span in (item.cue, item.source, *item.content) if span]
    return min(scores) * math.sqrt(item.content_score * item.source_score)


def mend_content(text: str, span: Span, edges: QuotationEdges) -> Span:
    """The span with its quotation marks and its leading "that", without punctuation that is not its own."""
    start, end = without_marks(text, span)
    if start >= end:
        return Span(start, start)
    while start > 0 and start - 1 in edges.by_start and edges.by_start[start - 1].end >= min(end, start + 3):
        start -= 1
    for after in range(end, min(end + 3, len(text)) + 1):
        quotation = edges.by_end.get(after)
        if quotation and quotation.start < end and not text[end : after - 1].strip(",.;!?"):
            end = after
            break
    lead = _THAT.search(text[max(0, start - 8) : start])
    if lead:
        start -= len(text[max(0, start - 8) : start]) - lead.start()
    return Span(start, end)


def without_marks(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its edges; quotation marks and those of questions stay."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in _NOT_LAST):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in _NOT_FIRST):
        start += 1
    return Span(start, end)


def _trimmed(text: str, tagged: TaggedSpan | None) -> Span | None:
    """The trimmed span; None where nothing is left of it."""
    found = without_marks(text, tagged.span) if tagged else None
    return found if found and found.length else None


def _merged(text: str, parts: Sequence[Span]) -> list[Span]:
    """Parts with nothing but white space or a comma between them become one."""
    found: list[Span] = []
    for part in parts:
        if found and not text[found[-1].end : part.start].strip(" ,\t"):
            found[-1] = Span(found[-1].start, max(part.end, found[-1].end))
        else:
            found.append(part)
    return found


def absorb(text: str, drafts: Sequence[Draft], loose: Sequence[Span]) -> tuple[list[Draft], list[Span]]:
    """Indirect contents carried on over what follows them without a break, and what was not taken up so.

    A clause does not end in the middle: where "said that Orlov" is followed, with nothing but a space between,
    by the cue and content of "promised to go", these belong to what was said, and are read again as speech
    inside it.
    """
    following: dict[int, tuple[Span, int | None]]
    following = {span.start: (span, index) for index, draft in enumerate(drafts) for span in _spans(draft)}
    following |= {span.start: (span, None) for span in loose}
    taken: set[int] = set()
    covered: set[Span] = set()
    kept = list(drafts)
    for index, draft in enumerate(drafts):
        if index in taken or not _is_indirect(text, draft):
            continue
        end = draft.content.end
        while (step := following.get(_next_word(text, end))) and step[1] != index and step[0].end > end:
            end = step[0].end
            covered.add(step[0])
            if step[1] is not None:
                taken.add(step[1])
        if end > draft.content.end:
            last = without_marks(text, Span(draft.parts[-1].start, end))
            kept[index] = replace(draft, parts=(*draft.parts[:-1], last))
    return [draft for index, draft in enumerate(kept) if index not in taken], [
        span for span in loose if span not in covered
    ]


def _spans(draft: Draft) -> list[Span]:
    return [span for span in (draft.source, draft.cue, *draft.parts) if span is not None]


def _is_indirect(text: str, draft: Draft) -> bool:
    """Whether the content follows its cue and ends outside quotation marks."""
    content = draft.content
    return draft.cue is not None and draft.cue.end <= content.start and text[content.end - 1].isalnum()


def _next_word(text: str, end: int) -> int:
    """The offset after the one space that follows ``end``; -1 where something else follows."""
    return end + 1 if text[end : end + 1] == " " else -1


def adopt(text: str, drafts: Sequence[Draft], loose: Sequence[Span], paragraphs: Sequence[Span]) -> list[Draft]:
    """Loose contents given to the draft whose quotation they continue; both in the order of the text.

    A quotation without a cue of its own goes on where the one before it ended: in the same paragraph, or
    in the next one. What continues nothing is left out.
    """
    adopted = [list(draft.parts) for draft in drafts]
    places = Places(paragraphs)
    coming, before = 0, -1
    for span in loose:
        while coming < len(drafts) and drafts[coming].content.start < span.start:
            if before < 0 or adopted[coming][-1].end >= adopted[before][-1].end:
                before = coming
            coming += 1
        if before >= 0 and _goes_on(text, adopted[before][-1], span, places):
            adopted[before].append(span)
    return [replace(draft, parts=tuple(parts)) for draft, parts in zip(drafts, adopted, strict=True)]


def _goes_on(text: str, last: Span, span: Span, places: Places) -> bool:
    """Whether a quoted content follows the quoted piece ``last``, in its paragraph or the next one."""
    near = last.end <= span.start and places.of(span.start) - places.of(last.start) in (0, 1)
    return near and _is_quoted(text, last) and _is_quoted(text, span)


def _is_quoted(text: str, span: Span) -> bool:
    return text[span.start] in OPENING


def is_direct(parts: Sequence[Span], quoted: bytes) -> bool:
    """Whether the content is quoted: most of it stands within quotations, which ``quoted`` marks with a 1."""
    inside = sum(quoted.count(1, part.start, part.end) for part in parts)
    return inside > 0.8 * sum(part.length for part in parts)


def without_overlaps(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose contents do not lie across each other: of two that overlap by half, the surer one stays."""
    return [draft for group in _overlapping(drafts) for draft in _surest(group)]


def _overlapping(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts in the order of their content, in groups that share no code point with one another."""
    groups: list[list[Draft]] = []
    end = -1
    for draft in sorted(drafts, key=lambda item: item.content):
        if draft.content.start >= end:
            groups.append([])
        groups[-1].append(draft)
        end = max(end, draft.content.end)
    return groups


def _surest(group: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(group, key=lambda item: -item.score):
        if not any(_lies_across(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda item: item.content)


def _lies_across(one: Draft, other: Draft) -> bool:
    if one.outer is not other.outer:
        return False
    shared = min(one.content.end, other.content.end) - max(one.content.start, other.content.start)
    return shared * 2 > min(one.content.length, other.content.length)
