"""Drafts -> statements: who speaks, which act, to whom, on which day; what is no statement is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.model import (
    Act,
    Actor,
    Passage,
    Problem,
    Span,
    Statement,
)
from rejoinder.reading.acts import ActReading, read_act
from rejoinder.reading.attribution.changes import split_by_act
from rejoinder.reading.attribution.circumstances import Circumstances, find_circumstances
from rejoinder.reading.attribution.drafts import Draft, is_direct
from rejoinder.reading.attribution.inner import INNER_ACTS
from rejoinder.reading.attribution.papers import Papers
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import NO_PAPERS, Spoken, resolve_speakers
from rejoinder.reading.attribution.utterances import utterance_of
from rejoinder.reading.attribution.worth import THRESHOLD, Evidence, worth
from rejoinder.reading.cues import is_no_saying, read_cue, tells_nothing, words_of
from rejoinder.reading.tagging import TaggedText

ALIKE = 0.6
"""The share of the weighty words of the longer of two contents from which on one repeats the other."""
MANY = 64
"""A word that a speaker has used in so many contents tells nothing of a further one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with its draft and the evidence for it, before it is numbered."""

    statement: Statement
    draft: Draft
    evidence: Evidence


def candidates(
    story: Prepared, drafts: Sequence[Draft], tagged: TaggedText, papers: Papers = NO_PAPERS
) -> tuple[list[Found], list[Problem]]:
    """Whatever could be a statement, likely or not, in the order of the content; and the doubts about speakers."""
    spoken = resolve_speakers(story, drafts, papers)
    found: list[Found] = []
    for item, around in zip(spoken, find_circumstances(story, spoken), strict=True):
        for piece in split_by_act(story, item, tagged):
            built = _statement(story, replace(item, draft=piece), around, tagged)
            if built is not None:
                found.append(built)
    found.sort(key=lambda entry: (entry.statement.content.start, -entry.statement.content.end))
    return found, [item.problem for item in spoken if item.problem is not None]


def build(
    story: Prepared, drafts: Sequence[Draft], tagged: TaggedText, papers: Papers = NO_PAPERS
) -> tuple[list[Statement], list[Problem]]:
    """The statements of a story, numbered in the order of their content, and the doubts about them."""
    found, problems = candidates(story, drafts, tagged, papers)
    kept = [entry for entry in found if worth(entry.evidence) >= THRESHOLD]
    return number([entry.statement for entry in kept]), problems


def _statement(story: Prepared, item: Spoken, around: Circumstances, tagged: TaggedText) -> Found | None:
    """The statement of a spoken draft; None where it cannot be one."""
    draft = item.draft
    content = story.text[slice(*draft.content)]
    if (item.actor is None and item.problem is None) or tells_nothing(content):
        return None
    if draft.cue is not None and is_no_saying(story.text[slice(*draft.cue)], content):
        return None
    act = read_act(utterance_of(story, draft, item.actor), tagged)
    if draft.outer is not None and not _is_other_party(item, act.act):
        return None
    evidence = _evidence(story, item, act)
    return Found(_record(story, item, act, around, evidence), draft, evidence)


def _record(story: Prepared, item: Spoken, act: ActReading, around: Circumstances, evidence: Evidence) -> Statement:
    """The statement itself, not yet numbered."""
    draft = item.draft

    def passage(span: Span) -> Passage:
        return Passage.of(story.text, *span)

    return Statement(
        id="",
        speaker=item.actor,
        mention=passage(draft.source) if draft.source else None,
        via=(item.reporter,) if item.reporter is not None else (),
        act=act.act,
        addressee=around.addressee,
        venue=around.venue,
        direct=evidence.direct,
        said_on=around.said_on,
        cue=passage(draft.cue) if draft.cue else None,
        content=passage(draft.content),
        parts=tuple(map(passage, draft.parts)) if len(draft.parts) > 1 else (),
        score=worth(evidence),
        reason=_reason(story, item, act),
    )


def _is_other_party(item: Spoken, act: Act) -> bool:
    """Whether speech inside speech is recorded: a speaker's report of the own words is one statement, not two."""
    own = item.actor is None or (item.reporter is not None and _is_of_side(item.actor, item.reporter))
    return act in INNER_ACTS and not own


def _is_of_side(actor: Actor, reporter: Actor) -> bool:
    """Whether an actor is the one who reports it, or the state or body for which that one speaks by name ("Berg said
    that Oslo would pay")."""
    speaks = reporter.named and actor.post is None and actor.party is not None
    return actor.name == reporter.name or (speaks and actor.party == reporter.party)


def _evidence(story: Prepared, item: Spoken, act: ActReading) -> Evidence:
    draft = item.draft
    cue = story.text[slice(*draft.cue)] if draft.cue else ""
    return Evidence(
        tagger=draft.score,
        cue_known=draft.found == "headline" or (bool(cue) and read_cue(cue).known),
        decided=read_cue(cue).act is not None if cue else False,
        direct=is_direct(draft.parts, story.quoted),
        named=item.actor is not None and item.actor.named,
        resolved=item.actor is not None,
        words=len(words_of(story.text[slice(*draft.content)])),
        inner=draft.outer is not None,
        headline=story.in_headings(draft.content.start),
        act=act.score,
        grammar=draft.found in ("grammar", "narrated", "paper"),
    )


def _reason(story: Prepared, item: Spoken, act: ActReading) -> str:
    """Why the statement is there, in a sentence for people."""
    source = item.draft.source
    words = f"“{story.text[slice(*source)]}” is its source ({item.rule})" if source else "its source goes on speaking"
    how = {"headline": "The headline sets it off as a claim", "quotation": "It goes on with the quotation before it"}
    lead = how.get(item.draft.found)
    return f"{lead}: {words}; {act.why}." if lead else f"{words[0].upper()}{words[1:]}; {act.why}."


def number(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with their ids, each repetition of an utterance pointing to the first."""
    return [
        replace(statement, id=f"s{index}", repeats=None if first is None else f"s{first + 1}")
        for index, (statement, first) in enumerate(zip(statements, _find_firsts(statements), strict=True), start=1)
    ]


def _find_firsts(statements: Sequence[Statement]) -> list[int | None]:
    """For each statement the first one whose utterance it repeats: of the same speaker, with mostly the same words."""
    heard: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    sizes: list[int] = []
    firsts: list[int | None] = []
    for index, statement in enumerate(statements):
        words = _weighty(statement)
        shared = Counter(other for word in words for other in heard[word])
        alike = [other for other, count in shared.items() if count >= ALIKE * max(len(words), sizes[other])]
        earliest = min(alike, default=None)
        firsts.append(earliest if earliest is None or firsts[earliest] is None else firsts[earliest])
        sizes.append(len(words))
        for word in words:
            if len(heard[word]) < MANY:
                heard[word].append(index)
    return firsts


def _weighty(statement: Statement) -> frozenset[tuple[str, str]]:
    """The words of a content that carry its meaning, each with its speaker; none without a speaker."""
    if statement.speaker is None:
        return frozenset()
    return frozenset((statement.speaker.name, word) for word in words_of(statement.content.exact) if len(word) > 3)
