"""Acts that the narration tells and the tagger leaves out: drafts of a story in; the same with these acts, out.

"Delegates have asked the secretariat to post a summary", "an offer by Kenya to host the talks": whatever a verb or a
noun of an act tells outside of all speech, where nothing that the tagger found has the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rejoinder.model import Act, Span, Statement
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import ReportedAct, find_reported_acts, is_somebody
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.noun_acts import find_noun_acts
from rejoinder.reading.attribution.noun_phrases import span_of
from rejoinder.reading.attribution.places import Places
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

SCORE = 0.7
"""How sure an act is that grammar alone has found."""
TOLD = frozenset(set(Act) - {Act.ANNOUNCE})


def with_narrated(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the acts that the narration tells beside them, in the order of their content."""
    taken = Places(_merged(drafts))
    found = [draft for sentence in story.sentences for draft in _in_sentence(story, sentence, taken)]
    return sorted([*drafts, *found], key=lambda draft: draft.content)


def without_narrated(statements: Sequence[Statement], drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The statements of speech alone: what the narration tells, the finders of business read there themselves."""
    narrated = {draft.cue for draft in drafts if draft.found == "narrated"}
    return tuple(one for one in statements if one.cue is None or one.cue.span not in narrated)


def _merged(drafts: Sequence[Draft]) -> list[Span]:
    """The stretches that the cues and contents of drafts cover."""
    found: list[Span] = []
    for span in sorted(span for draft in drafts for span in (draft.cue, *draft.parts) if span is not None):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _in_sentence(story: Prepared, sentence: Span, taken: Places) -> Iterator[Draft]:
    page = story.cast.story.page
    first, last = words_within(page.words, sentence)
    verbs = (act for act in find_reported_acts(page, first, last, TOLD) if _is_said(page, act))
    for act in [*verbs, *find_noun_acts(page, first, last)]:
        source, cue, content = (span_of(page, phrase) for phrase in (act.subject, act.verb, act.content))
        if page.words[act.verb.first].quoted or any(taken.touch(span) for span in (source, cue, content)):
            continue
        yield Draft(source, cue, (without_day(story, content),), SCORE, found="narrated")


def without_day(story: Prepared, content: Span) -> Span:
    """The content without the day at its end: "the demand [on Thursday]"."""
    day = next(
        (day for day in story.dates_within(content) if day.end == content.end and day.start > content.start), None
    )
    words = story.cast.story.page.words
    first, last = words_within(words, Span(content.start, day.start)) if day is not None else (0, 0)
    if last < first + 2 or words[first].low in word_set("narrated", "openers"):
        return content
    end = last - (words[last - 1].low in word_set("clauses", "prepositions"))
    return Span(content.start, words[end - 1].end)


def _is_said(page: Page, act: ReportedAct) -> bool:
    """Whether the verb tells of words: not "ordered two ships", "walked out of the talks", "rejected at the time"."""
    opening = page.words[act.content.first].low
    if not is_somebody(page, act.subject) or opening in word_set("narrated", "elsewhere"):
        return False
    return may_be_said([word.low for word in page.words[slice(*act.verb)]], opening)


def may_be_said(verb: Sequence[str], opening: str) -> bool:
    """Whether the words of a verb tell of words: some only where their complement opens with "to" or "that"."""
    forms = {form for word in verb if word not in word_set("clauses", "particles") for form in base_forms(word)}
    return not forms & word_set("narrated", "deeds") or opening in word_set("narrated", "openers")
