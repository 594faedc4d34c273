"""Who speaks: drafts in, the same drafts with their speakers out, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rejoinder.model import Actor, Problem, Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.cues import words_of
from rejoinder.reading.knowledge import word_set

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


def resolve_speakers(story: Prepared, drafts: Sequence[Draft]) -> list[Spoken]:
    """Who speaks each draft, in the order of the text; a cue without source goes on with the speaker before it."""
    spoken: list[Spoken] = []
    places: list[int] = []
    actors: list[Actor] = []
    reporters: dict[int, Actor | None] = {}
    for draft in sorted((draft for draft in drafts if draft.outer is None), key=_place):
        found = _speaker(story, draft, actors, None)
        if found.actor is None and draft.source is None:
            found = _carried_on(story, draft, spoken) or found
        spoken.append(found)
        reporters[id(draft)] = found.actor
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
        return _antecedent(story, draft, draft.source)
    if word_set("speakers", "documents").intersection(takewhile(lambda word: word != "of", words[:4])):
        author = _author(story, draft.source, words, recent)
        if author is not None:
            return Spoken(draft, author, "the author of the document", None)
    found = story.cast.resolve(draft.source, before=recent, speaker=outer)
    if draft.found == "headline" and found.actor is not None and not found.actor.named:
        named = story.cast.parties_in(draft.source)
        return Spoken(draft, named[0] if named else found.actor, "named in the headline", None)
    return Spoken(draft, found.actor, found.rule, found.problem)


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


def _antecedent(story: Prepared, draft: Draft, source: Span) -> Spoken:
    """ "Frost, who said": the last one named before the relative pronoun in its sentence."""
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
