"""Reported speech is made of whole clauses: drafts whose contents the tagger cut short in, made whole out.

"They will come on Friday, Berg said" reports the sentence from its beginning; "said that they will come" goes on to
the end of its clause; and no span ends within a word ("item" of "item-by-item").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from rejoinder.model import Span
from rejoinder.reading.attribution.drafts import Draft, without_marks
from rejoinder.reading.attribution.prepared import Prepared

_BREAK = re.compile(r"[,;:\"“”«»—–()\n]|\s(?:and|but|while|although|after|before|because|when|as|which|who)\b")
_HEADING_BREAK = re.compile(r"[,;:]\s|\s(?:as|—|–|-)\s")
_REST = re.compile(r"(?:-\w+)+")
_CONJUNCTION = re.compile(r"\s+(?:and|but|or)$")
_BETWEEN = re.compile(r"\s*,\s+")
_TAIL = re.compile(r"[^,;:\"“”]{0,60}?[.!?…]?")
_ASIDE = re.compile(r",\s+an?\s+\w+(?:\s+\w+)?\s+(?:that|which|known|who|he|she|it|they|called)\b")
_JOINT = re.compile(r"\s(?:and|but)\s$")
_LED_IN = re.compile(r",\s+an?\s+\w+(?:\s+\w+)?\s+")
_THAT = re.compile(r"that\s", re.IGNORECASE)


def make_whole(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, indirect contents among them as whole clauses; what came to lie within one of these is left to it."""
    found = [_whole(story, draft) for draft in _without_next(story, drafts)]
    grown = sorted(
        after.content for before, after in zip(drafts, found, strict=True) if after.content != before.content
    )
    reach = list(accumulate((content.end for content in grown), max))
    return [draft for draft in found if not _lies_in(draft, grown, reach)]


def _without_next(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each content up to the "and" behind which the tagger sees somebody else speak: "said that it would
    go and Norway promised to pay"."""
    sources = sorted({draft.source.start for draft in drafts if draft.source is not None})
    return [_up_to_next(story, draft, sources) for draft in drafts]


def _up_to_next(story: Prepared, draft: Draft, sources: Sequence[int]) -> Draft:
    last = draft.parts[-1]
    place = bisect_left(sources, last.start + 1)
    start = sources[place] if place < len(sources) else last.end
    joint = _JOINT.search(story.text, max(last.start, start - 5), start) if start < last.end else None
    if joint is None or joint.start() <= last.start or story.quoted[start]:
        return draft
    return replace(draft, parts=(*draft.parts[:-1], without_marks(story.text, Span(last.start, joint.start()))))


def _lies_in(draft: Draft, grown: Sequence[Span], reach: Sequence[int]) -> bool:
    """Whether cue and content lie within one of the contents, whose ends so far at the farthest are ``reach``."""
    cue = draft.cue or draft.content
    before = bisect_left(grown, (min(cue.start, draft.content.start), 0))
    return before > 0 and reach[before - 1] >= max(cue.end, draft.content.end)


def _whole(story: Prepared, draft: Draft) -> Draft:
    parts = [_at_word_ends(story.text, part) for part in _without_aside(story, draft.parts)]
    if draft.cue is None or story.quoted[parts[-1].end - 1] or story.quoted[parts[0].start]:
        return replace(draft, parts=tuple(parts))
    if draft.cue.end <= parts[0].start:
        if _THAT.match(story.text, parts[-1].start) or story.in_headings(parts[-1].start):
            parts[-1] = Span(parts[-1].start, _clause_end(story, parts[-1]))
    elif is_told_behind(story, draft):
        parts = [_from_its_beginning(story, Span(parts[0].start, parts[-1].end))]
    return replace(draft, parts=tuple(parts))


def _without_aside(story: Prepared, parts: Sequence[Span]) -> list[Span]:
    """The parts without what the reporter adds in apposition: "to go, a step that nobody had expected"."""
    found: list[Span] = []
    for part in parts:
        if found and _LED_IN.fullmatch(story.text, found[-1].end, part.start):
            return found
        aside = _ASIDE.search(story.text, part.start, part.end)
        if aside is not None and not story.quoted[aside.start()]:
            return [*found, Span(part.start, aside.start())]
        found.append(part)
    return found


def _at_word_ends(text: str, part: Span) -> Span:
    """The part with the rest of a word at its end, without a conjunction there."""
    rest = _REST.match(text, part.end)
    end = rest.end() if rest else part.end
    hanging = _CONJUNCTION.search(text[part.start : end])
    return Span(part.start, part.start + hanging.start() if hanging else end)


def _clause_end(story: Prepared, part: Span) -> int:
    """Where the clause ends that the part breaks off: at the next comma or conjunction, or with the sentence."""
    sentence = story.sentence_at(part.start)
    if story.in_headings(part.start):
        stop = _HEADING_BREAK.search(story.text, part.start + 1, sentence.end)
    elif part.end < sentence.end and story.text[part.end : part.end + 2].strip()[:1].isalnum():
        stop = _BREAK.search(story.text, part.end, sentence.end)
    else:
        return part.end
    return without_marks(story.text, Span(part.start, stop.start() if stop else sentence.end)).end


def is_told_behind(story: Prepared, draft: Draft) -> bool:
    """Whether source and cue stand at the end of the sentence, behind a comma: "They will come, Berg said Friday"."""
    if draft.cue is None or draft.source is None:
        return False
    sentence = story.sentence_at(draft.cue.start)
    first, last = min(draft.source.start, draft.cue.start), max(draft.source.end, draft.cue.end)
    ends = _TAIL.fullmatch(story.text, last, sentence.end) is not None
    between = _BETWEEN.fullmatch(story.text, draft.content.end, first) is not None
    return sentence.start <= draft.content.start and ends and between


def _from_its_beginning(story: Prepared, content: Span) -> Span:
    """The content from the beginning of its sentence, where nothing quoted stands before it."""
    sentence = story.sentence_at(content.start)
    if any(story.quoted[sentence.start : content.start]):
        return content
    return without_marks(story.text, Span(sentence.start, content.end))
