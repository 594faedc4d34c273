"""Documents -> readings: the stages of this package in their order. Pure: the tagger and today are passed in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from rejoinder.model import Document, Reading, Span, Statement, TimeExpression
from rejoinder.reading.actors.cast import find_cast
from rejoinder.reading.attribution.complements import with_complements
from rejoinder.reading.attribution.drafts import Draft, absorb, adopt, find_drafts, without_overlaps
from rejoinder.reading.attribution.headlines import claim_of
from rejoinder.reading.attribution.inner import find_inner, inner_text, may_hold_speech
from rejoinder.reading.attribution.narrated import with_narrated, without_narrated
from rejoinder.reading.attribution.open_cues import fill_open_cues, with_introduced
from rejoinder.reading.attribution.papers import Papers, may_be_papers
from rejoinder.reading.attribution.places import Places, QuotationEdges
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.reported import is_label, with_documents, with_inner_acts, with_lead, with_subjects
from rejoinder.reading.attribution.statements import build
from rejoinder.reading.attribution.tagged_story import tag_stories
from rejoinder.reading.attribution.whole_clauses import make_whole
from rejoinder.reading.business import Told, find_business
from rejoinder.reading.business.texts import find_authors
from rejoinder.reading.dates import TimePhrase, find_time_phrases, resolve_phrases
from rejoinder.reading.day import document_day
from rejoinder.reading.layout import Layout, find_layout
from rejoinder.reading.quotations import find_quotations, inside_quotes, quotation_problems
from rejoinder.reading.sentences import split_sentences
from rejoinder.reading.tagging import TaggedText, Tagger


def read_documents(
    documents: Sequence[Document], tagger: Tagger, today: date, published: date | None = None
) -> list[Reading]:
    """The reading of each document, in order; the tagger reads all of them together. Never raises on any text.

    ``published`` is the day of publication as given from outside, which wins over what the documents say.
    """
    stories = [prepare(document, today, published) for document in documents]
    return [finish(*entry, tagger.digest) for entry in attribute(stories, tagger)]


def attribute(stories: Sequence[Prepared], tagger: Tagger) -> list[tuple[Prepared, list[Draft], TaggedText]]:
    """Each story with its drafts, the speech inside speech among them, and what the tagger found in it."""
    tagged = tag_stories(stories, tagger)
    drafts = [find_outer(story, found) for story, found in zip(stories, tagged, strict=True)]
    inner = find_all_inner(stories, drafts, tagger)
    return [
        (story, [*outer, *with_inner_acts(story, outer, within)], found)
        for story, outer, within, found in zip(stories, drafts, inner, tagged, strict=True)
    ]


def prepare(document: Document, today: date, published: date | None) -> Prepared:
    """What can be found before anybody is known to speak."""
    text = document.text
    layout = find_layout(text, document.title)
    metadata = (document.published, document.published_basis or "metadata") if document.published else None
    day = document_day(text, layout, published, metadata, today)
    headings = tuple(sorted([*([layout.headline] if layout.headline else []), *layout.subheadlines]))
    blocks = tuple(sorted([*headings, *layout.paragraphs]))
    quotations = find_quotations(text, blocks)
    phrases = story_phrases(text, layout, blocks)
    return Prepared(
        document=document,
        layout=layout,
        day=day,
        headings=headings,
        blocks=blocks,
        sentences=tuple(sentence for block in blocks for sentence in split_sentences(text, block)),
        quotations=quotations,
        quoted=bytes(inside_quotes(quotations, len(text))),
        cast=find_cast(text, blocks),
        phrases=phrases,
        dates=resolve_phrases(text, phrases, [day.day] * len(phrases)),
    )


def story_phrases(text: str, layout: Layout, blocks: Sequence[Span]) -> tuple[TimePhrase, ...]:
    """The time phrases of headings, dateline and paragraphs."""
    places = Places(blocks)
    dateline = layout.dateline.date_span if layout.dateline else None
    return tuple(
        phrase
        for phrase in find_time_phrases(text)
        if places.hold(phrase.span) or (dateline is not None and dateline.holds(phrase.span))
    )


def find_outer(story: Prepared, tagged: TaggedText) -> list[Draft]:
    """The attributions of the story's own level: the tagger's, the loose quotations, the headline's claim."""
    drafts, loose = find_drafts(story.text, tagged.attributions, QuotationEdges(story.quotations), story.blocks)
    drafts += fill_open_cues(story, tagged.attributions)
    drafts, loose = absorb(story.text, make_whole(story, with_subjects(story, drafts)), loose)
    drafts = with_introduced(story, with_complements(story, drafts))
    drafts = adopt(story.text, drafts, loose, story.layout.paragraphs)
    drafts = with_documents(story, with_lead(story, drafts))
    claims = [claim_of(story.text, heading, partial(names_speaker, story)) for heading in story.headings]
    claims = [claim if claim is not None and not is_label(story, claim) else None for claim in claims]
    claimed = Places([heading for heading, claim in zip(story.headings, claims, strict=True) if claim])
    others = [draft for draft in drafts if not claimed.touch(draft.content)]
    return with_narrated(story, without_overlaps([*others, *(claim for claim in claims if claim)]))


def names_speaker(story: Prepared, span: Span) -> bool:
    """Whether a span of a heading names who may speak: somebody of the story, not the place it is filed from."""
    dateline = story.layout.dateline
    is_place = dateline is not None and dateline.place is not None and story.text[slice(*span)] == dateline.place
    return not is_place and bool(story.cast.parties_in(span))


def find_all_inner(stories: Sequence[Prepared], drafts: Sequence[Sequence[Draft]], tagger: Tagger) -> list[list[Draft]]:
    """For each story the speech inside its speech; one call of the tagger for all."""
    asked = [
        (row, draft, inner_text(story.text, draft))
        for row, (story, outer) in enumerate(zip(stories, drafts, strict=True))
        for draft in outer
        if draft.found != "paper" and may_hold_speech(story.text, draft)
    ]
    found: list[list[Draft]] = [[] for _ in stories]
    texts = [stories[row].text[span.start : span.end] for row, _, span in asked]
    edges = [QuotationEdges(story.quotations) for story in stories]
    for (row, draft, span), tagged in zip(asked, tagger.tag(texts) if texts else [], strict=True):
        found[row].extend(find_inner(stories[row].text, draft, tagged, span.start, edges[row]))
    return found


def finish(story: Prepared, drafts: Sequence[Draft], tagged: TaggedText, digest: str) -> Reading:
    """The reading of a story from its drafts."""
    statements, doubts = build(story, drafts, tagged, find_papers(story, drafts))
    dates = spoken_dates(story, statements)
    business = find_business(Told(story, without_narrated(statements, drafts), dates))
    problems = [*story.document.problems, *story.day.problems, *quotation_problems(story.quotations), *doubts]
    return Reading(
        document=described(story),
        statements=tuple(statements),
        dates=dates,
        problems=tuple(sorted(problems, key=lambda problem: problem.start)),
        produced_by=digest,
        business=business,
    )


def find_papers(story: Prepared, drafts: Sequence[Draft]) -> Papers:
    """The texts that a story names, with their authors, where one of them may speak."""
    if not may_be_papers(story.text, drafts):
        return Papers()
    return Papers.of(find_authors(Told(story, (), story.dates)))


def spoken_dates(story: Prepared, statements: Sequence[Statement]) -> tuple[TimeExpression, ...]:
    """The dates of the story; those in speech are resolved from the day of the innermost speech around them,
    where that is one day. What one speaker retells of another in his own words counts from his own day: "he recalled
    that she promised on May 3 to reply this week" is the week of his speaking."""
    spoken = [
        (statement.content.span, statement.said_on.interval.earliest)
        for statement in statements
        if statement.said_on
        and statement.said_on.interval.earliest == statement.said_on.interval.latest
        and (statement.direct or not statement.via)
    ]
    anchors = [story.day.day] * len(story.phrases)
    for span, day in sorted(spoken, key=lambda item: -item[0].length):
        first = bisect_left(story.phrases, span.start, key=lambda phrase: phrase.start)
        last = bisect_right(story.phrases, span.end, key=lambda phrase: phrase.end)
        anchors[first:last] = [day or story.day.day] * (last - first)
    return resolve_phrases(story.text, story.phrases, anchors)


def described(story: Prepared) -> Document:
    """The document with the title, publisher, place and day that the reading found."""
    document, layout, text = story.document, story.layout, story.text
    dateline = layout.dateline
    title = " ".join(text[slice(*layout.headline)].split()) if layout.headline else document.title
    return replace(
        document,
        title=document.title or title,
        publisher=document.publisher or (dateline.publisher if dateline else None),
        place=document.place or (dateline.place if dateline else None),
        published=story.day.day,
        published_basis=story.day.basis,
        language=document.language or "en",
    )
