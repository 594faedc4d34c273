"""What the tagger leaves open and grammar settles: drafts of a story in; sources filled in, further acts found, out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model import Span
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import (
    ReportedAct,
    announced_act,
    find_reported_acts,
    find_subject,
    is_passive,
    verb_start,
)
from rejoinder.reading.attribution.drafts import Draft, without_marks
from rejoinder.reading.attribution.inner import INNER_ACTS, is_own
from rejoinder.reading.attribution.noun_acts import find_noun_acts
from rejoinder.reading.attribution.noun_phrases import Phrase, noun_phrase_end, span_of
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.relatives import without_relative
from rejoinder.reading.attribution.whole_clauses import is_told_behind
from rejoinder.reading.cues import read_cue
from rejoinder.reading.knowledge import word_set

SCORE = 0.7
"""How sure an act is that grammar alone has found."""
_GOES_ON = re.compile(r" [a-z]")
_AMONG = re.compile(r",? among other things,?", re.IGNORECASE)
_SUBJECT = 5
"""Words of a heading after its topic among which the first verb stands."""
_PAPER = 5
"""Words of a sentence within which a paper must be named for the sentence to be about it."""


def is_label(story: Prepared, claim: Draft) -> bool:
    """Whether what stands before the colon of a heading is its topic: no name ends it ("Rail strikes"), or the rest
    tells who does what ("Nile: Egypt rejects the plan") or who speaks ("Nile: a deal is near, says Egypt")."""
    source, content = claim.source, claim.content
    if source is None or source.end > content.start:
        return False
    page = story.cast.story.page
    first, last = words_within(page.words, content)
    verbs = range(first + 1, min(last, first + _SUBJECT))
    does = any(announced_act(page, at, last) and noun_phrase_end(page, first, at) == at for at in verbs)
    return does or not _ends_with_name(page, *words_within(page.words, source)) or _tells_speaker(page, first, last)


def _ends_with_name(page: Page, first: int, last: int) -> bool:
    ends = [name.last for name in page.names_in(first, last)] + [head.last for head in page.heads_in(first, last)]
    return last in ends


def _tells_speaker(page: Page, first: int, last: int) -> bool:
    """Whether a heading ends with a cue and whose it is, behind a comma."""
    comma = next((at for at in range(last - 1, first, -1) if page.words[at].text == ","), None)
    return comma is not None and comma + 2 < last and read_cue(page.words[comma + 1].low).known


def with_subjects(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a source with the subject of their cue."""
    return [_with_subject(story, draft) for draft in drafts]


def _with_subject(story: Prepared, draft: Draft) -> Draft:
    page = story.cast.story.page
    if draft.cue is None or draft.source is not None:
        return without_relative(story.text, _with_whole_source(page, draft))
    first = words_within(page.words, story.sentence_at(draft.cue.start))[0]
    cue, end = words_within(page.words, draft.cue)
    begin = verb_start(page, cue, first)
    is_told = begin > first and not is_passive(page, begin, max(cue, end - 1))
    subject = find_subject(page, begin, first) if is_told else None
    source = span_of(page, subject) if subject is not None else None
    return draft if source is None or source.overlaps(draft.content) else replace(draft, source=source)


def _with_whole_source(page: Page, draft: Draft) -> Draft:
    """The draft; where its source begins within a word ("Orlov-[Reuter talks Nordby]"), with the name that ends it."""
    source = draft.source
    if source is None or page.text[max(0, source.start - 1) : source.start] != "-":
        return draft
    first, last = words_within(page.words, source)
    name = next((name for name in page.names_in(first, last) if name.last == last), None)
    return draft if name is None else replace(draft, source=span_of(page, Phrase(name.first, name.last)))


def with_lead(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a lead of two sentences whole: in "They promised a reply. It will come late, Berg said." the
    second sentence alone has a source, and the first belongs to it as well, unless somebody else says it."""
    opening = next(iter(story.layout.paragraphs), Span(0, 0))
    within = [draft for draft in drafts if opening.holds(draft.content)]
    told = next((draft for draft in within if is_told_behind(story, draft) and is_neutral(story.text, draft)), None)
    first = story.sentence_at(opening.start)
    if told is None or told.content.start <= first.end or story.text[first.end : told.content.start].strip():
        return list(drafts)
    others = [draft for draft in within if first.holds(draft.content)]
    if any(story.quoted[slice(*first)]) or any(is_neutral(story.text, draft) for draft in others):
        return list(drafts)
    lead = replace(told, parts=(without_marks(story.text, first),))
    return sorted(
        [lead, *(draft for draft in drafts if not first.holds(draft.content))], key=lambda draft: draft.content
    )


def is_neutral(text: str, draft: Draft) -> bool:
    """Whether the cue leaves the act to the words: "said", "told"."""
    return draft.cue is not None and read_cue(text[slice(*draft.cue)]).act is None


def with_documents(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and what papers envisage: "The draft treaty envisages a pledge by NATO to withdraw" is one proposal
    of those whose paper it is, and no promise of those who are named in it."""
    within: defaultdict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        within[story.sentence_at(draft.content.start)].append(draft)
    for sentence, told in _envisaged(story).items():
        if not any(is_neutral(story.text, draft) for draft in within[sentence]):
            within[sentence] = [told]
    return sorted((draft for found in within.values() for draft in found), key=lambda draft: draft.content)


def _envisaged(story: Prepared) -> dict[Span, Draft]:
    """What papers envisage, by sentence of the paragraphs."""
    found: dict[Span, Draft] = {}
    for word in story.cast.story.page.words:
        if word.low in word_set("clauses", "envisages") and not (word.quoted or story.in_headings(word.start)):
            sentence = story.sentence_at(word.start)
            told = _of_paper(story, sentence, Span(word.start, word.end))
            if told is not None:
                found.setdefault(sentence, told)
    return found


def _of_paper(story: Prepared, sentence: Span, verb: Span) -> Draft | None:
    """What the paper that opens a sentence envisages."""
    words, papers = story.cast.story.page.words, word_set("speakers", "papers")
    first, at = words_within(words, Span(sentence.start, verb.start))
    paper = next((place for place in range(first, min(at, first + _PAPER)) if words[place].low in papers), None)
    aside = _AMONG.match(story.text, verb.end)
    content = without_marks(story.text, Span(aside.end() if aside else verb.end, sentence.end))
    if paper is None or content.length < 1:
        return None
    return Draft(Span(sentence.start, words[paper].end), verb, (content,), SCORE, found="paper")


def with_inner_acts(story: Prepared, outer: Sequence[Draft], within: Sequence[Draft]) -> list[Draft]:
    """The speech inside speech that the tagger found (``within``) with that which grammar finds.

    Where both find the same verb, grammar tells better where source and content begin.
    """
    told = sorted((act for draft in outer for act in _inner_acts(story, draft)), key=_cue_of)
    cues = [_cue_of(act) for act in told]
    taken: set[int] = set()
    found: list[Draft] = []
    for draft in within:
        at = bisect_left(cues, (_cue_of(draft).end, 0)) - 1
        same = at >= 0 and cues[at].overlaps(_cue_of(draft))
        taken.update([at] if same else [])
        found.append(_with_edges(story.text, draft, told[at]) if same else draft)
    return [*found, *(act for at, act in enumerate(told) if at not in taken)]


def _with_edges(text: str, draft: Draft, told: Draft) -> Draft:
    """The draft with the source that grammar tells, and where its content begins; it ends where the tagger says,
    unless that is within a word."""
    first, last = told.content.start, draft.content.end
    goes_on = text[last : last + 1] == "-" or _GOES_ON.match(text, last) is not None
    if not draft.content.start <= first < last or goes_on:
        return replace(draft, source=told.source, parts=told.parts)
    return replace(draft, source=told.source, parts=(Span(first, last),))


def _cue_of(draft: Draft) -> Span:
    return draft.cue or draft.content


def _inner_acts(story: Prepared, outer: Draft) -> list[Draft]:
    """The acts of others that grammar finds within the content of ``outer``."""
    if outer.found == "paper":
        return []
    page = story.cast.story.page
    level = outer if outer.cue is None or is_neutral(story.text, outer) else None
    ranges = [words_within(page.words, part) for part in outer.parts]
    told = [act for first, last in ranges for act in find_reported_acts(page, first, last, INNER_ACTS)]
    told += [act for first, last in ranges for act in find_noun_acts(page, first, last)]
    drafts = [_draft(page, act, level) for act in told]
    return [draft for draft in drafts if draft.source is not None and not is_own(story.text[slice(*draft.source)])]


def _draft(page: Page, told: ReportedAct, outer: Draft | None) -> Draft:
    source, cue, content = (span_of(page, phrase) for phrase in (told.subject, told.verb, told.content))
    return Draft(source, cue, (content,), SCORE, found="grammar", outer=outer)
