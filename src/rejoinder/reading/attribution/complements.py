"""Where an indirect content begins and ends: drafts in, the same with what was asked, promised, refused alone, out.

"urged the government to buy" asks "to buy", and the government is the hearer; "hopes for a deal; Norway sees a way
out" hopes "for a deal".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model import Act, Span
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.clauses import announced_act, find_complement, goes_with_verb, is_finite, is_passive
from rejoinder.reading.attribution.drafts import Draft, without_marks
from rejoinder.reading.attribution.noun_phrases import Phrase, span_of
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import base_forms, read_cue, words_of
from rejoinder.reading.knowledge import load_table, word_set

_HEARER = 8
"""Words of a hearer before the "to" or "that" of what is asked or told."""
_DAY = 16
"""Words of when and where before the "to" of what is agreed."""
SCORE = 0.5
"""How sure a draft is at least whose doubtful parts are left out."""
_OTHER = re.compile(r";\s+(?!that\b|and\s+that\b)")


def with_complements(story: Prepared, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, indirect contents behind their cue without hearer and the next clause; what their speaker goes on to
    do has a draft of its own."""
    return [piece for draft in drafts for piece in _parted(story, _with_complement(story, draft))]


def _with_complement(story: Prepared, draft: Draft) -> Draft:
    draft = _within_sentence(story, draft)
    content = draft.content
    behind = draft.cue is not None and draft.cue.end <= content.start
    if not behind or len(draft.parts) > 1:
        return draft
    draft = _with_particle(story, draft)
    content = _without_day(story, replace(draft, parts=(_without_hearer(story, draft),)))
    return replace(draft, parts=(_without_next(story, content),))


def _with_particle(story: Prepared, draft: Draft) -> Draft:
    """The draft; where its content opens with the particle of its cue ("rules [out arms]"), with that in the cue."""
    words, cue = story.cast.story.page.words, draft.cue
    first, last = words_within(words, draft.content)
    if cue is None or last < first + 2 or words[first].low not in word_set("clauses", "particles"):
        return draft
    whole = Span(cue.start, words[first].end)
    if words_within(words, cue)[1] != first or read_cue(story.text[slice(*whole)]).act is None:
        return draft
    return replace(draft, cue=whole, parts=(Span(words[first + 1].start, draft.content.end),))


def _without_day(story: Prepared, draft: Draft) -> Span:
    """The content of an act from its "to" on, where it opens with a day: "agreed [on Monday in Oslo] to sign"."""
    content, words = draft.content, story.cast.story.page.words
    first, last = words_within(words, content)
    opens = first + (words[first].low in word_set("clauses", "prepositions"))
    is_day = opens < last and any(day.start == words[opens].start for day in story.dates_within(content))
    if draft.cue is None or not is_day or read_cue(story.text[slice(*draft.cue)]).act is None:
        return content
    to = next((at for at in range(opens + 1, min(last, opens + _DAY)) if words[at].low in ("to", "not", "that")), None)
    return Span(words[to].start, content.end) if to is not None and not story.quoted[words[to].start] else content


def _within_sentence(story: Prepared, draft: Draft) -> Draft:
    """Without unquoted parts in another sentence than the cue's, where others stand there."""
    if draft.cue is None or len(draft.parts) < 2:
        return draft
    sentence = story.sentence_at(draft.cue.start)
    near = tuple(part for part in draft.parts if story.quoted[part.start] or sentence.holds(part))
    if not near or len(near) == len(draft.parts):
        return draft
    return replace(draft, parts=near, score=max(draft.score, SCORE))


def _without_next(story: Prepared, content: Span) -> Span:
    """The content up to a semicolon, where it is no clause itself and could not go on with one."""
    first = words_of(story.text[slice(*content)])[:1]
    found = _OTHER.search(story.text, *content) if first and first[0] in word_set("narrated", "objects") else None
    if found is None or story.quoted[found.start()]:
        return content
    return without_marks(story.text, Span(content.start, found.start()))


def _without_hearer(story: Prepared, draft: Draft) -> Span:
    """The content from its "to" on, where it opens with the one who is asked."""
    content, cue = draft.content, draft.cue
    if cue is None or not _has_hearer(story.text[slice(*cue)]) or story.quoted[content.start]:
        return content
    page = story.cast.story.page
    first, last = words_within(page.words, content)
    start = _behind_hearer(page, first, last) if words_within(page.words, cue)[1] == first else first
    return Span(page.words[start].start, content.end)


def _behind_hearer(page: Page, first: int, last: int) -> int:
    """The word behind the hearer with which a content opens; its first word where it opens with none."""
    words = page.words
    if words[first].low in word_set("clauses", "openers") or words[first].low in word_set("clauses", "prepositions"):
        return first
    aside = _aside(page, first, last)
    for at in (at for at in range(first + 1, min(last, first + _HEARER + len(aside))) if at not in aside):
        low = words[at].low
        if low in ("that", "to"):
            return at - (words[at - 1].low == "not")
        plain = words[at].text[0].isalnum() or words[at].owner
        if not plain or low in word_set("clauses", "barriers") or low in word_set("clauses", "articles"):
            break
    return first


def _aside(page: Page, first: int, last: int) -> range:
    """The words between the commas that set off the name of a hearer: "his counterpart, Jan Lind, "."""
    commas = [at for at in range(first + 1, min(last, first + _HEARER)) if page.words[at].text == ","][:2]
    is_name = len(commas) == 2 and any(name.last == commas[1] for name in page.names_in(*commas))
    return range(commas[0], commas[1] + 1) if is_name else range(first, first)


def _has_hearer(cue: str) -> bool:
    """Whether the object of the cue is the one who is asked or told."""
    hearers = word_set("circumstances", "hearers", "object") | word_set("circumstances", "hearers", "audience")
    words = words_of(cue)
    forms = {form for word in words for form in base_forms(word)}
    called = read_cue(cue).act is Act.REQUEST and words[-1] in ("on", "upon", "to")
    return called or not forms.isdisjoint(hearers)


def _parted(story: Prepared, draft: Draft) -> list[Draft]:
    """The draft up to an "and" or "but" behind which its speaker does something else, and that: "has urged them to buy
    but wants the jobs guaranteed"."""
    cue, content = draft.cue, draft.content
    if cue is None or cue.end > content.start or story.quoted[content.start]:
        return [draft]
    page = story.cast.story.page
    first, last = words_within(page.words, content)
    if read_cue(story.text[slice(*cue)]).act is None or page.words[first].low in word_set("clauses", "openers"):
        return [draft]
    for at in range(first + 1, last - 1):
        told = _verb_behind(page, at, last)
        if told is not None and not page.words[at].quoted:
            begin, complement = told
            first_deed = without_marks(story.text, Span(content.start, page.words[at].start))
            rest = replace(draft, cue=span_of(page, begin), parts=(span_of(page, complement),))
            return [replace(draft, parts=(first_deed,)), rest]
    return [draft]


def _verb_behind(page: Page, at: int, last: int) -> tuple[Phrase, Phrase] | None:
    """The finite verb of an act that follows "and" or "but", and its complement."""
    if page.words[at].low not in ("and", "but"):
        return None
    verb = at + 1
    while verb < last and goes_with_verb(page, verb):
        verb += 1
    announced = announced_act(page, verb, last) if verb < last else None
    if announced is None or not is_finite(page, verb, at + 1) or is_passive(page, at + 1, verb):
        return None
    if verb == at + 1 and _is_noun(page.words[verb].low):
        return None
    complement = find_complement(page, announced[1], last)
    return (Phrase(at + 1, announced[1]), complement) if complement is not None else None


def _is_noun(word: str) -> bool:
    """Whether a form in -s is the plural of a noun of an act as well: "security and guarantees"."""
    nouns = load_table("cues")["nouns"].values()
    return word.endswith("s") and any(word.removesuffix("s") in row for row in nouns)
