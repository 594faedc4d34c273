"""What the tagger leaves open and grammar settles: drafts of a story in; sources filled in, further acts found, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model import Act, Span
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import Phrase, ReportedAct, find_reported_acts, find_subject, verb_start
from rejoinder.reading.attribution.drafts import Draft, without_marks
from rejoinder.reading.attribution.inner import INNER_ACTS, is_own
from rejoinder.reading.attribution.noun_acts import find_noun_acts
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.whole_clauses import is_told_behind
from rejoinder.reading.cues import read_cue
from rejoinder.reading.knowledge import word_set

_AMONG = re.compile(r",? among other things,?", re.IGNORECASE)
_PAPER = 5
"""Words of a sentence within which a paper must be named for the sentence to be about it."""
SCORE = 0.7
"""How sure an act is that grammar alone has found."""


def with_lead(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a lead of two sentences whole: in "They promised a reply. It will come late, Berg said." the
    second sentence alone has a source, and the first belongs to it as well, unless somebody else says it."""
    if not story.layout.paragraphs:
        return list(drafts)
    opening = story.layout.paragraphs[0]
    within = [draft for draft in drafts if opening.holds(draft.content)]
    told = next((draft for draft in within if is_told_behind(story, draft) and is_neutral(story.text, draft)), None)
    first = story.sentence_at(opening.start) if told is not None else opening
    if told is None or told.content.start <= first.end or story.text[first.end : told.content.start].strip():
        return list(drafts)
    others = [draft for draft in within if first.holds(draft.content)]
    if any(story.quoted[first.start : first.end]) or any(is_neutral(story.text, draft) for draft in others):
        return list(drafts)
    lead = replace(told, parts=(without_marks(story.text, first),))
    return sorted([lead, *(draft for draft in drafts if draft not in others)], key=lambda draft: draft.content)


def with_documents(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and what papers envisage: "The draft treaty envisages a pledge by NATO to withdraw" is one proposal
    of those whose paper it is, and no promise of those who are named in it."""
    page = story.cast.story.page
    found = list(drafts)
    for word in page.words:
        sentence = story.sentence_at(word.start) if word.low in word_set("clauses", "envisages") else None
        if sentence is None or not sentence.length or story.in_headings(word.start):
            continue
        told = _envisaged(story, sentence, Span(word.start, word.end))
        inside = [draft for draft in found if sentence.holds(draft.content)]
        if told is not None and not any(is_neutral(story.text, draft) for draft in inside):
            found = [*(draft for draft in found if draft not in inside), told]
    return sorted(found, key=lambda draft: draft.content)


def _envisaged(story: Prepared, sentence: Span, verb: Span) -> Draft | None:
    """What the paper that opens a sentence envisages."""
    words = story.cast.story.page.words
    first, at = words_within(words, Span(sentence.start, verb.start))
    paper = next((n for n in range(first, min(at, first + _PAPER)) if words[n].low in word_set("speakers", "papers")), None)
    aside = _AMONG.match(story.text, verb.end)
    content = without_marks(story.text, Span(aside.end() if aside else verb.end, sentence.end))
    if paper is None or not content.length or story.quoted[verb.start]:
        return None
    return Draft(Span(sentence.start, words[paper].end), verb, (content,), SCORE, found="grammar")


def is_neutral(text: str, draft: Draft) -> bool:
    """Whether the cue leaves the act to the words: "said", "told"."""
    return draft.cue is not None and read_cue(text[slice(*draft.cue)]).act is None


def with_subjects(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a source with the subject of their cue."""
    return [_with_subject(story, draft) for draft in drafts]


def _with_subject(story: Prepared, draft: Draft) -> Draft:
    if draft.cue is None or draft.found != "tagger":
        return draft
    page = story.cast.story.page
    if draft.source is not None:
        return _with_whole_source(page, draft, draft.source)
    first = words_within(page.words, story.sentence_at(draft.cue.start))[0]
    cue = words_within(page.words, draft.cue)[0]
    begin = verb_start(page, cue, first)
    subject = find_subject(page, begin, first) if begin > first else None
    if subject is None:
        return draft
    source = span_of(page, subject)
    return draft if source.overlaps(draft.content) else replace(draft, source=source)


def _with_whole_source(page: Page, draft: Draft, source: Span) -> Draft:
    """The draft; where its source begins within a word ("Lavrov-[Blinken talks Moscow]"), with the name that ends it."""
    if not (source.start and page.text[source.start - 1] == "-" and page.text[source.start].isalnum()):
        return draft
    first, last = words_within(page.words, source)
    name = next((name for name in page.names_in(first, last) if name.last == last), None)
    return draft if name is None else replace(draft, source=span_of(page, Phrase(name.first, name.last)))


def find_inner_acts(story: Prepared, outer: Draft, known: Sequence[Draft]) -> list[Draft]:
    """The acts of others that grammar finds within the content of ``outer`` beside those ``known`` already."""
    page = story.cast.story.page
    found: list[Draft] = []
    for part in outer.parts if outer.found != "grammar" else ():
        first, last = words_within(page.words, part)
        direct = outer.cue is None or is_neutral(story.text, outer)
        told_by_verb = find_reported_acts(page, first, last, INNER_ACTS)
        for told in [*told_by_verb, *find_noun_acts(page, first, last)]:
            draft = _draft(page, told, outer if direct else None)
            if draft is not None and not any(_same_cue(draft, other) for other in known):
                found.append(draft)
    return found


def _draft(page: Page, told: ReportedAct, outer: Draft | None) -> Draft | None:
    source, cue, content = (span_of(page, phrase) for phrase in (told.subject, told.verb, told.content))
    if is_own(page.text[slice(*source)]):
        return None
    return Draft(source, cue, (content,), SCORE, found="grammar", outer=outer)


def _same_cue(one: Draft, other: Draft) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)


def span_of(page: Page, phrase: Phrase) -> Span:
    """The place of the words of a phrase."""
    return Span(page.words[phrase.first].start, page.words[phrase.last - 1].end)
