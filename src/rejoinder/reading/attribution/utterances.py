"""A draft and its speaker -> the utterance whose act is read: whose names stand in the content is found out here."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.model import Actor, Span
from rejoinder.reading.act_words import Side
from rejoinder.reading.acts import Utterance
from rejoinder.reading.attribution.drafts import Draft, is_direct
from rejoinder.reading.attribution.prepared import Prepared


def utterance_of(story: Prepared, draft: Draft, speaker: Actor | None, parts: Sequence[Span] = ()) -> Utterance:
    """What ``speaker`` says in ``draft``, or in some ``parts`` of its content alone."""
    pieces = tuple(parts) or draft.parts
    named = story.cast.mentions_in(Span(pieces[0].start, pieces[-1].end))
    return Utterance(
        text=story.text,
        source=draft.source,
        cue=draft.cue,
        parts=pieces,
        direct=is_direct(draft.parts, story.quoted),
        sides=tuple(Side(span, _is_own(actor, speaker)) for span, actor in named),
    )


def _is_own(actor: Actor, speaker: Actor | None) -> bool:
    """Whether an actor is the speaker, or of the side that the speaker speaks for."""
    if speaker is None:
        return False
    return actor.name == speaker.name or (actor.party is not None and actor.party == speaker.party)
