"""Utterances: a draft and its speaker, and whose names stand in the content."""

from __future__ import annotations

from rejoinder.model import Actor
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.utterances import utterance_of
from tests.reading.marked import attributed, marked

TEXT = "[[Anna Berg of Spain]] {{said}} <<“Spain and Anna Berg waited for Albania. Spain will go.”>>"
STORY, DRAFTS, _ = attributed(marked(TEXT))
BERG = Actor("Anna Berg", None, "Spain")


def own_names(speaker: Actor | None, draft: Draft = DRAFTS[0]) -> list[tuple[str, bool]]:
    said = utterance_of(STORY, draft, speaker)
    return [(said.text[slice(*side.span)], side.own) for side in said.sides]


def test_names_of_the_speaker_and_the_side_are_the_speakers_own() -> None:
    assert own_names(BERG) == [("Spain", True), ("Anna Berg", True), ("Albania", False), ("Spain", True)]
    assert own_names(Actor("Anna Berg")) == [
        ("Spain", False),
        ("Anna Berg", True),
        ("Albania", False),
        ("Spain", False),
    ]


def test_nothing_is_the_own_side_of_nobody() -> None:
    assert not any(own for _, own in own_names(None))


def test_a_part_of_the_content_has_only_the_names_in_it() -> None:
    start = STORY.text.rindex("Spain")
    part = DRAFTS[0].parts[0]._replace(start=start)
    said = utterance_of(STORY, DRAFTS[0], BERG, [part])
    assert said.parts == (part,)
    assert [side.span.start for side in said.sides] == [start]
    assert said.direct
