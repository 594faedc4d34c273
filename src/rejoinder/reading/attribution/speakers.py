"""Who speaks: drafts in, the same drafts with their speakers out, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Actor, Problem, Span
from rejoinder.reading.actors.antecedents import Resolved, class_of, is_person
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.noun_phrases import Phrase, noun_phrase_end, span_of
from rejoinder.reading.attribution.papers import Papers, medium_of, names_document, sentence_before
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import read_cue, words_of
from rejoinder.reading.knowledge import word_set

NO_PAPERS = Papers()
_PAPER = "the author of the text"
_PHRASE = 10
"""Words of what stands before a relative pronoun."""
RECENT = 12
"""How many speakers back a pronoun or a role may reach."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft whose speaker is known (None where nobody is named or the words are ambiguous).

    ``reporter``  for speech inside speech, who speaks the draft around it, if that is known
    """

    draft: Draft
    actor: Actor | None
    rule: str
    problem: Problem | None
    reporter: Actor | None = None


def resolve_speakers(story: Prepared, drafts: Sequence[Draft], papers: Papers = NO_PAPERS) -> list[Spoken]:
    """Who speaks each draft, in the order of the text; a cue without source goes on with the speaker before it.

    ``papers``  the texts that the story names, which speak for their authors
    """
    spoken: list[Spoken] = []
    places: list[int] = []
    actors: list[Actor] = []
    reporters: dict[int, Actor | None] = {}
    for draft in sorted((draft for draft in drafts if draft.outer is None), key=_place):
        found = _of_paper(story, draft, spoken, papers) or _speaker(story, draft, actors, None)
        if found.actor is None and draft.source is None:
            found = _carried_on(story, draft, spoken) or found
        if found.actor is not None:
            found = _relayed(story, found, found.actor, actors) or found
        spoken.append(found)
        reporters[id(draft)] = found.actor if found.rule == _PAPER else found.reporter or found.actor
        if found.actor is not None and not story.in_headings(draft.content.start):
            places.append(_place(draft))
            actors.append(found.actor)
    for draft in sorted((draft for draft in drafts if draft.outer is not None), key=_place):
        known = bisect_right(places, _place(draft))
        reporter = reporters[id(draft.outer)]
        found = _speaker(story, draft, actors[max(0, known - RECENT) : known], reporter)
        spoken.append(replace(found, reporter=reporter))
    return spoken


def _place(draft: Draft) -> int:
    return (draft.source or draft.cue or draft.content).start


def _speaker(story: Prepared, draft: Draft, recent: Sequence[Actor], outer: Actor | None) -> Spoken:
    if draft.source is None:
        return Spoken(draft, None, "no source", None)
    words = words_of(story.text[slice(*draft.source)])
    if len(words) == 1 and words[0] in word_set("speakers", "relative"):
        return _antecedent(story, draft, draft.source, recent)
    if names_document(words, envisaging=draft.found == "paper"):
        author = _author(story, draft.source, words, recent)
        if author is not None:
            return Spoken(draft, author, "the author of the document", None)
    found = story.cast.resolve(draft.source, before=recent, speaker=outer)
    if found.actor is not None and not is_named_person(story, found.actor):
        found = _named_behind(story, draft.source) or found
    if draft.found == "headline" and found.actor is not None and not found.actor.named:
        named = story.cast.parties_in(draft.source)
        return Spoken(draft, named[0] if named else found.actor, "named in the headline", None)
    return Spoken(draft, found.actor, found.rule, found.problem)


def _named_behind(story: Prepared, source: Span) -> Resolved | None:
    """The person or body whose name ends a source behind a comma: "His opposite number in Oslo, Anna Berg", "A smaller
    union, the Teachers' League"."""
    page = story.cast.story.page
    first, last = words_within(page.words, source)
    name = next((name for name in page.names_in(first, last) if name.last == last and name.first > first), None)
    if name is None:
        return None
    begin = name.first - (page.words[name.first - 1].low == "the")
    if begin <= first or page.words[begin - 1].text != ",":
        return None
    found = story.cast.resolve(span_of(page, Phrase(name.first, name.last)))
    return found if found.actor is not None and found.actor.named else None


def _of_paper(story: Prepared, draft: Draft, spoken: Sequence[Spoken], papers: Papers) -> Spoken | None:
    """What a text of the story says, in its author's name: by its noun, or by "it" after a sentence about it."""
    source = draft.source
    if source is None or not papers.nouns:
        return None
    author = papers.speaking_in(story.text, source) or _it_goes_on(story, source, spoken, papers)
    if author is None:
        return None
    last = next((item.actor for item in reversed(spoken) if item.actor is not None), None)
    if last is not None and last.party == author.party is not None and not is_person(story.cast.story, last):
        author = last  # the ministry that speaks for the side whose reply it is
    return Spoken(draft, author, _PAPER, None, medium_of(story, source))


def _it_goes_on(story: Prepared, source: Span, spoken: Sequence[Spoken], papers: Papers) -> Actor | None:
    """The author of the text that "it" means at the head of a sentence: where the sentence before was about the text,
    and nobody else spoke in it."""
    before = sentence_before(story, source) if story.text[slice(*source)].lower() == "it" else None
    if before is None:
        return None
    others = False
    for item in reversed(spoken):
        at = _place(item.draft)
        if at < before.start:
            break
        if item.rule == _PAPER and at == before.start:
            return item.actor
        others = others or at < before.end
    return papers.opening(before) if not others else None


def _relayed(story: Prepared, found: Spoken, relay: Actor, recent: Sequence[Actor]) -> Spoken | None:
    """ "Her spokesman said she would sign": the words of the principal, by way of the one who relays them."""
    content, source = found.draft.content, found.draft.source
    if source is None or story.quoted[content.start] or not _relays(story, source, relay):
        return None
    page = story.cast.story.page
    first, last = words_within(page.words, content)
    first += first < last and page.words[first].low == "that"
    end = noun_phrase_end(page, first, last) if first < last else first
    if end == first or end >= last:
        return None
    owner = _owner(story, source, recent)
    principal = story.cast.resolve(Span(page.words[first].start, page.words[end - 1].end), before=recent).actor
    by_role = not page.names_in(first, end)
    if class_of(relay) == "spokes" and by_role and owner is not None:
        principal = owner
    elif by_role or principal is None or principal.name == relay.name or not is_named_person(story, principal):
        return None
    told = (owner is not None and owner.name == principal.name) or _is_of_post(story, source)
    if not told and (principal.party != relay.party or not read_cue(page.words[end].low).known):
        return None
    return replace(found, actor=principal, rule="whose words are relayed", reporter=relay)


def _relays(story: Prepared, source: Span, relay: Actor) -> bool:
    words = words_of(story.text[slice(*source)])
    return class_of(relay) == "spokes" or not word_set("speakers", "relays").isdisjoint(words)


def _owner(story: Prepared, source: Span, recent: Sequence[Actor]) -> Actor | None:
    """The person whose spokesperson or office a source names: "Tekin's spokesman", "his office"."""
    words = story.cast.story.page.words
    first, last = words_within(words, source)
    end = next((at for at in range(first, last) if words[at].owner or words[at].low in ("his", "her")), None)
    if end is None:
        return None
    owner = story.cast.resolve(Span(words[first].start, words[max(first, end - words[end].owner)].end), before=recent)
    return owner.actor if owner.actor is not None and is_named_person(story, owner.actor) else None


def _is_of_post(story: Prepared, source: Span) -> bool:
    """Whether a spokesperson is that of an office held by one person: "the Prime Minister's spokesman"."""
    page = story.cast.story.page
    heads = page.heads_in(*words_within(page.words, source))
    return any(not head.body and head.last < len(page.words) and page.words[head.last].owner for head in heads)


def is_named_person(story: Prepared, actor: Actor) -> bool:
    """Whether an actor is a person with a name."""
    return actor.named and is_person(story.cast.story, actor)


def _author(story: Prepared, source: Span, words: Sequence[str], recent: Sequence[Actor]) -> Actor | None:
    """Whose words a document gives: who is named with it, whose it is, or who spoke last."""
    named = story.cast.parties_in(source)
    if named:
        return named[0]
    if words[0] in word_set("speakers", "possessives"):
        owner = story.cast.resolve(Span(source.start, source.start + len(words[0])), before=recent).actor
        if owner is not None and owner.named:
            return owner
    return recent[-1] if recent else None


def _antecedent(story: Prepared, draft: Draft, source: Span, recent: Sequence[Actor]) -> Spoken:
    """ "Frost, who said": the noun phrase right before the relative pronoun, or the last one named in its sentence."""
    page = story.cast.story.page
    first, at = words_within(page.words, Span(story.sentence_at(source.start).start, source.start))
    end = at - (at > first and page.words[at - 1].text == ",")
    starts = range(max(first, end - _PHRASE), end)
    begin = next((start for start in starts if noun_phrase_end(page, start, end) == end), end)
    if begin < end:
        found = story.cast.resolve(span_of(page, Phrase(begin, end)), before=recent)
        if found.actor is not None and found.actor.named:
            return Spoken(draft, found.actor, "what stands before the relative pronoun", None)
    sentence = story.sentence_at(source.start)
    named = story.cast.parties_in(Span(min(sentence.start, source.start), source.start))
    return Spoken(draft, named[-1] if named else None, "the one named before it", None)


def _carried_on(story: Prepared, draft: Draft, spoken: Sequence[Spoken]) -> Spoken | None:
    """ "..., adding that": the speaker of the nearest draft before it in the same sentence."""
    sentence = story.sentence_at(_place(draft))
    for other in reversed(spoken):
        if _place(other.draft) < sentence.start:
            break
        if other.actor is not None:
            return Spoken(replace(draft, source=other.draft.source), other.actor, "goes on speaking", None)
    return None
