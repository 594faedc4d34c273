"""Where one utterance is two statements: a spoken draft in, its pieces out, cut where the act changes.

"They have given us a date. We will answer within a week" reports and then promises; so does "said that she supported
the plan and would pay for it". A piece is cut off where the words tell clearly of another act.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rejoinder.model import Act, Span
from rejoinder.reading.acts import weigh_acts
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.attribution.utterances import utterance_of
from rejoinder.reading.cues import read_cue
from rejoinder.reading.sentences import split_sentences
from rejoinder.reading.tagging import TaggedText

SURE = 0.7
"""How likely another act must be for a sentence to be a statement of its own."""
SURE_OF_CLAUSE = 0.5
"""How likely it must be for a clause: "said that she supported the plan and would pay"."""
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_STOP = re.compile(r"[.!?…]\s*$")
_GOES_ON = re.compile(r"[\"'“‘«]?(?:and|but)\s")
_JOINT = re.compile(
    r",?\s{1,9}(?:and|but)\s{1,9}(?=(?:that|would|will|cannot|could|must|should|had|has|was|were|is|are|did|does|do|never)\b)"
)


class _Piece(NamedTuple):
    """A sentence, in its parts where source or cue stand between; or a ``clause`` of one, behind "and" or "but"."""

    parts: tuple[Span, ...]
    clause: bool


def split_by_act(story: Prepared, item: Spoken, tagged: TaggedText) -> list[Draft]:
    """The draft of ``item``, cut where it changes from one act to another."""
    draft = item.draft
    if draft.outer is not None or (draft.cue is not None and read_cue(story.text[slice(*draft.cue)]).act is not None):
        return [draft]
    pieces = _pieces(story, draft.parts)
    if len(pieces) < 2:
        return [draft]
    chances = [weigh_acts(utterance_of(story, draft, item.actor, piece.parts), tagged) for piece in pieces]
    cuts = [at for at, pair in enumerate(pairwise(chances), 1) if _changes(*pair, clause=pieces[at].clause)]
    if not cuts:
        return [draft]
    rows = [pieces[first:last] for first, last in pairwise([0, *cuts, len(pieces)])]
    return [replace(draft, parts=_joined(story, [part for piece in row for part in piece.parts])) for row in rows]


def _changes(before: Mapping[Act, float], after: Mapping[Act, float], *, clause: bool) -> bool:
    """Whether the likeliest act is another one than before, and clearly more than an assertion."""
    act = max(after, key=lambda key: after[key])
    same = act is max(before, key=lambda key: before[key])
    return not same and act is not Act.STATE and after[act] >= (SURE_OF_CLAUSE if clause else SURE)


def _pieces(story: Prepared, parts: Sequence[Span]) -> list[_Piece]:
    """The sentences of a content, those of reported speech in their clauses; a sentence that source or cue interrupt
    goes on in the next part."""
    found: list[_Piece] = []
    for part in parts:
        for at, sentence in enumerate(split_sentences(story.text, part)):
            if found and at == 0 and _is_same_sentence(story.text, found[-1].parts[-1], sentence):
                found[-1] = _Piece((*found[-1].parts, sentence), found[-1].clause)
            else:
                found += _clauses(story, sentence)
    return found


def _is_same_sentence(text: str, before: Span, after: Span) -> bool:
    ended = _ENDED.search(text, *before) or _STOP.search(text, before.end, after.start)
    return not ended and not _GOES_ON.match(text, after.start)


def _clauses(story: Prepared, sentence: Span) -> list[_Piece]:
    """The clauses of a sentence of reported speech; a quoted one stays whole."""
    joints = [match for match in _JOINT.finditer(story.text, *sentence) if not story.quoted[match.start()]]
    edges = [sentence.start, *(edge for match in joints for edge in match.span()), sentence.end]
    spans = [Span(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
    return [_Piece((span,), clause=at > 0) for at, span in enumerate(spans)]


def _joined(story: Prepared, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The parts, those with no more than a joint between them as one."""
    found: list[Span] = []
    for part in parts:
        if found and (
            not story.text[found[-1].end : part.start].strip()
            or _JOINT.fullmatch(story.text, found[-1].end, part.start)
        ):
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
    return tuple(found)
