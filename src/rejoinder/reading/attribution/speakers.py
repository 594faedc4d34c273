"""Who speaks: drafts in, the same drafts with their speakers out, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Actor, Problem, Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared

RELATIVE = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft whose speaker is known (None where nobody is named or the words are ambiguous)."""

    draft: Draft
    actor: Actor | None
    rule: str
    problem: Problem | None


def resolve_speakers(story: Prepared, drafts: Sequence[Draft]) -> list[Spoken]:
    """Who speaks each draft, in the order of the text; a cue without source goes on with the speaker before it."""
    order = sorted(drafts, key=lambda draft: (draft.outer is not None, _place(draft)))
    before: list[tuple[int, Actor]] = []
    spoken: list[Spoken] = []
    outer_speakers: dict[int, Actor | None] = {}
    for draft in order:
        recent = [actor for place, actor in before if place <= _place(draft)]
        found = _speaker(story, draft, recent, outer_speakers.get(id(draft.outer)))
        if found.actor is None and draft.source is None and draft.outer is None:
            found = _carried_on(story, draft, spoken) or found
        spoken.append(found)
        if draft.outer is None:
            outer_speakers[id(draft)] = found.actor
            if found.actor is not None and not story.in_headings(draft.content.start):
                before.append((_place(draft), found.actor))
                before.sort(key=lambda pair: pair[0])
    return spoken


def _place(draft: Draft) -> int:
    return (draft.source or draft.cue or draft.content).start


def _speaker(story: Prepared, draft: Draft, recent: Sequence[Actor], outer: Actor | None) -> Spoken:
    if draft.source is None:
        return Spoken(draft, None, "no source", None)
    if story.text[slice(*draft.source)].lower() in RELATIVE:
        return _antecedent(story, draft, draft.source)
    found = story.cast.resolve(draft.source, before=recent, speaker=outer)
    return Spoken(draft, found.actor, found.rule, found.problem)


def _antecedent(story: Prepared, draft: Draft, source: Span) -> Spoken:
    """ "Frost, who said": the last one named before the relative pronoun in its sentence."""
    sentence = story.sentence_at(source.start)
    named = story.cast.parties_in(Span(min(sentence.start, source.start), source.start))
    return Spoken(draft, named[-1] if named else None, "the one named before it", None)


def _carried_on(story: Prepared, draft: Draft, spoken: Sequence[Spoken]) -> Spoken | None:
    """ "..., adding that": the speaker of the nearest draft before it in the same sentence."""
    sentence = story.sentence_at(_place(draft))
    for other in reversed(spoken):
        if other.actor is not None and other.draft.outer is None and sentence.holds_at(_place(other.draft)):
            source = other.draft.source
            return Spoken(replace(draft, source=source), other.actor, "goes on speaking", None)
    return None
