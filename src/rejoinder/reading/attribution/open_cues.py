"""Cues to which the tagger finds no content: what it found in a story in; a draft for each that grammar can fill, out.

"..., she announced.", "though he hoped that it would not come to that", "According to an official, ...".
"Berg said:" before a quotation announces all of it, whatever the tagger gives it to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rejoinder.model import Span
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import find_complement, find_subject, verb_start
from rejoinder.reading.attribution.drafts import Draft, without_marks
from rejoinder.reading.attribution.narrated import may_be_said, without_day
from rejoinder.reading.attribution.noun_phrases import Phrase, span_of
from rejoinder.reading.attribution.places import Places
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import read_cue, words_of
from rejoinder.reading.knowledge import word_set
from rejoinder.reading.quotations import Quotation
from rejoinder.reading.tagging import TaggedAttribution

SCORE = 0.6
"""How sure a draft is whose content grammar has found."""
_NEAR = 40
"""Code points between a colon and the quotation that it introduces."""
_BETWEEN = re.compile(r",\s+")
_END = re.compile(r"[^,;:\"“”]{0,40}[.!?…]?\s*")
_OPENS = re.compile(r",\s+")
_ACCORDING = re.compile(r"according to$", re.IGNORECASE)


def fill_open_cues(story: Prepared, tagged: Sequence[TaggedAttribution]) -> list[Draft]:
    """A draft for each cue with a source and without a content, where grammar tells the content."""
    return [draft for item in tagged if not item.content for draft in _filled(story, item)]


def _filled(story: Prepared, item: TaggedAttribution) -> Iterator[Draft]:
    if item.cue is None or item.source is None or not read_cue(story.text[slice(*item.cue.span)]).known:
        return
    cue, source = item.cue.span, item.source.span
    if story.in_headings(cue.start) or story.quoted[cue.start]:
        return
    content = _behind_paper(story, cue, source) or _before(story, cue, source) or _complement(story, cue)
    if content is not None and content.length > 1:
        yield Draft(without_marks(story.text, source), without_marks(story.text, cue), (content,), SCORE)


def _behind_paper(story: Prepared, cue: Span, source: Span) -> Span | None:
    """The rest of a sentence that opens with "According to" somebody."""
    sentence = story.sentence_at(cue.start)
    if _ACCORDING.search(story.text[slice(*cue)]) is None or cue.start > sentence.start + 5:
        return None
    end = _OPENS.search(story.text, source.end - 1, sentence.end)
    return without_marks(story.text, Span(end.end(), sentence.end)) if end is not None else None


def _before(story: Prepared, cue: Span, source: Span) -> Span | None:
    """The sentence up to the comma before its last words: "..., she announced."."""
    sentence = story.sentence_at(cue.start)
    first, last = min(cue.start, source.start), max(cue.end, source.end)
    comma = _BETWEEN.search(story.text, max(sentence.start, first - 3), first)
    if comma is None or comma.end() != first or not _END.fullmatch(story.text, last, sentence.end):
        return None
    return without_marks(story.text, Span(sentence.start, comma.start()))


def _complement(story: Prepared, cue: Span) -> Span | None:
    """What follows the cue: a clause behind "that" or "to", or the object of an act."""
    page = story.cast.story.page
    end = words_within(page.words, cue)[1]
    last = words_within(page.words, story.sentence_at(cue.start))[1]
    told = find_complement(page, end, last) if end < last else None
    if told is None:
        return None
    opening, decides = page.words[told.first].low, read_cue(story.text[slice(*cue)]).act is not None
    plain = decides and opening.isalpha() and opening not in word_set("narrated", "elsewhere")
    if opening != "that" and not (plain and may_be_said(words_of(story.text[slice(*cue)]), opening)):
        return None
    whole = read_cue(f"{story.text[slice(*cue)]} {opening}").word or ""
    begin = told.first + (whole.count(" ") > 1 and whole.endswith(f" {opening}") and told.last > told.first + 1)
    return without_day(story, span_of(page, Phrase(begin, told.last)))


def with_introduced(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each quotation behind a colon given to the cue before it: "Berg said:" and a paragraph."""
    quotations = [quotation for quotation in story.quotations if not quotation.depth]
    told = {quotation.span: draft for quotation in quotations if (draft := _introduced(story, quotation)) is not None}
    for draft in drafts:
        for part in draft.parts:
            if part in told and draft.cue is not None and draft.cue.overlaps(told[part].cue or part):
                del told[part]
    places = Places(sorted(told))
    others = [(draft, tuple(part for part in draft.parts if not places.hold(part))) for draft in drafts]
    kept = [replace(draft, parts=parts) for draft, parts in others if parts]
    return sorted([*kept, *told.values()], key=lambda draft: draft.content)


def _introduced(story: Prepared, quotation: Quotation) -> Draft | None:
    """The draft of a quotation behind a colon, where a cue without an act of its own and its subject stand before."""
    colon = len(story.text[max(0, quotation.span.start - _NEAR) : quotation.span.start].rstrip())
    colon += max(0, quotation.span.start - _NEAR) - 1
    if story.text[colon : colon + 1] != ":" or story.in_headings(colon):
        return None
    page = story.cast.story.page
    at = words_within(page.words, Span(colon, colon + 1))[0] - 1
    reading = read_cue(page.words[at].low) if at > 0 else None
    if reading is None or not reading.known or reading.act is not None:
        return None
    first = words_within(page.words, story.sentence_at(page.words[at].start))[0]
    begin = verb_start(page, at, first)
    subject = find_subject(page, begin, first)
    if subject is None:
        return None
    return Draft(span_of(page, subject), span_of(page, Phrase(begin, at + 1)), quotation.pieces, SCORE)
