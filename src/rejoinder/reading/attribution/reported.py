"""What the tagger leaves open and grammar settles: drafts of a story in; sources filled in, further acts found, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model import Act, Span
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import Phrase, ReportedAct, find_reported_acts, find_subject, verb_start
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.inner import INNER_ACTS, OWN
from rejoinder.reading.attribution.noun_acts import find_noun_acts
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import read_cue, words_of

SCORE = 0.7
"""How sure an act is that grammar alone has found."""


def with_subjects(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a source with the subject of their cue."""
    return [_with_subject(story, draft) for draft in drafts]


def _with_subject(story: Prepared, draft: Draft) -> Draft:
    if draft.source is not None or draft.cue is None or draft.found != "tagger":
        return draft
    page = story.cast.story.page
    first = words_within(page.words, story.sentence_at(draft.cue.start))[0]
    cue = words_within(page.words, draft.cue)[0]
    begin = verb_start(page, cue, first)
    subject = find_subject(page, begin, first) if begin > first else None
    if subject is None:
        return draft
    source = span_of(page, subject)
    return draft if source.overlaps(draft.content) else replace(draft, source=source)


def find_inner_acts(story: Prepared, outer: Draft, known: Sequence[Draft]) -> list[Draft]:
    """The acts of others that grammar finds within the content of ``outer`` beside those ``known`` already."""
    page = story.cast.story.page
    found = []
    for part in outer.parts:
        first, last = words_within(page.words, part)
        direct = read_cue(story.text[slice(*outer.cue)]).act is None if outer.cue else True
        told_by_verb = find_reported_acts(page, first, last, INNER_ACTS)
        for told in [*told_by_verb, *find_noun_acts(page, first, last)]:
            draft = _draft(page, told, outer if direct else None)
            if draft is not None and not any(_same_cue(draft, other) for other in known):
                found.append(draft)
    return found


def _draft(page: Page, told: ReportedAct, outer: Draft | None) -> Draft | None:
    source, cue, content = (span_of(page, phrase) for phrase in (told.subject, told.verb, told.content))
    if OWN.intersection(words_of(page.text[slice(*source)])):
        return None
    return Draft(source, cue, (content,), SCORE, found="grammar", outer=outer)


def _same_cue(one: Draft, other: Draft) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)


def span_of(page: Page, phrase: Phrase) -> Span:
    """The place of the words of a phrase."""
    return Span(page.words[phrase.first].start, page.words[phrase.last - 1].end)
