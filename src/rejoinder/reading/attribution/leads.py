"""The day of the lead, and of a release: drafts with what each tells by itself in; for whom that day holds, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from rejoinder.model import Actor, Interval, SaidOn, Span
from rejoinder.reading.actors.antecedents import is_person
from rejoinder.reading.actors.names import normalise_name
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.tellings import Told, is_one_day, read_past, said_on
from rejoinder.reading.cues import words_of
from rejoinder.reading.knowledge import word_set


@dataclass(frozen=True, slots=True)
class Lead:
    """The day that the story opens with, and the sides whose speakers it holds for; the ``heir`` is the first one to
    speak behind it, where that is the one whom the lead does not name ("a top official said on Monday"), or who speaks
    in public on the occasion that it reports."""

    said_on: SaidOn
    sides: frozenset[str]
    sentence: Span
    heir: str | None = None


def with_own_words(story: Prepared, told: Sequence[Told]) -> list[Told]:
    """The drafts, those in which a release speaks for its publisher ("the Mission welcomes") with the day of the
    release."""
    published, dateline = story.day.day, story.layout.dateline
    publisher = story.document.publisher or (dateline.publisher if dateline else None)
    if published is None or publisher is None:
        return list(told)
    name = frozenset(normalise_name(publisher).split())
    own = next((entry.item.actor for entry in told if _is_called(entry, name)), None)
    day = SaidOn(None, Interval.day(published))
    return [
        replace(entry, said_on=day) if own is not None and _is_own_word(story, entry, name, own) else entry
        for entry in told
    ]


def _is_called(entry: Told, name: frozenset[str]) -> bool:
    words = frozenset(normalise_name(entry.speaker).split()) if entry.speaker is not None else frozenset()
    return bool(words) and (words <= name or name <= words)


def _is_own_word(story: Prepared, entry: Told, name: frozenset[str], own: Actor) -> bool:
    """Whether a statement without a day is made in the present by the publisher, or by the side it is part of."""
    if entry.said_on is not None or entry.heading or entry.inner or not entry.cue:
        return False
    actor = entry.item.actor
    is_side = actor is not None and actor.party == own.party is not None and not is_person(story.cast.story, actor)
    past = entry.cue[0].endswith(("ed", "ing")) or read_past(entry.cue[0])
    return not past and (is_side or _is_called(entry, name))


def find_lead(story: Prepared, told: Sequence[Told], event_day: SaidOn | None) -> Lead | None:
    """The day of the first paragraph and the sides it holds for.

    Those are the sides whose statements it reports; where it reports an event of that day (``event_day``), all
    that it and the headings name.
    """
    opening = story.layout.paragraphs[0] if story.layout.paragraphs else Span(0, 0)
    said = [
        entry for entry in told if opening.holds(entry.place) and not (entry.heading or entry.inner or entry.passive)
    ]
    first = next((entry for entry in said if entry.said_on is not None and "had" not in entry.cue), None)
    if first is None or first.said_on is None:
        return _lead_by_event(story, told, said, event_day)
    heir = _heir(story, told, first.sentence, unnamed=not _names_speaker(first))
    return Lead(first.said_on, _sides_of(story, said, first), first.sentence, heir)


def _sides_of(story: Prepared, said: Sequence[Told], first: Told) -> frozenset[str]:
    """The sides that speak in the lead's sentence; all that it names where several speak together."""
    sides = {entry.side for entry in said if entry.sentence == first.sentence and not entry.standing}
    told = frozenset(side for side in sides if side is not None)
    return told | _sides_in(story, [first.sentence]) if _speaks_for_all(story, first) else told


def _lead_by_event(
    story: Prepared, told: Sequence[Told], said: Sequence[Told], event_day: SaidOn | None
) -> Lead | None:
    """The lead of a story whose first paragraph tells no day of speaking."""
    opening = story.layout.paragraphs[0] if story.layout.paragraphs else Span(0, 0)
    sentence = story.sentence_at(opening.start)
    heir = _heir(story, told, sentence, unnamed=False)
    if event_day is not None:
        return Lead(event_day, _sides_in(story, [sentence, *story.headings]), sentence, heir)
    day = _reported_day(story, said, sentence)
    return Lead(day, frozenset(), sentence, heir) if day is not None else None


def _reported_day(story: Prepared, said: Sequence[Told], sentence: Span) -> SaidOn | None:
    """The day on which what the lead reports has happened, where its source stands behind: "Norway and Denmark agreed
    Thursday to meet again, the envoy said"."""
    first = next((entry for entry in said if entry.sentence == sentence), None)
    published = story.day.day
    if first is None or published is None or first.item.draft.content.start > first.place.start:
        return None
    for item in story.dates_within(first.item.draft.content):
        day = item.interval.earliest if item.interval is not None else None
        if day is not None and is_one_day(said_on(item)) and timedelta(0) <= published - day <= timedelta(1):
            return said_on(item)
    return None


def _names_speaker(first: Told) -> bool:
    """Whether the lead names who speaks, or speaks of several."""
    actor = first.item.actor
    return actor is None or actor.named or actor.name.endswith("s") or "people" in actor.name


def _heir(story: Prepared, told: Sequence[Told], sentence: Span, *, unnamed: bool) -> str | None:
    """The named person who speaks next to the lead's sentence, where it is the one not named there or in public."""
    behind = (entry for entry in told if entry.place.start >= sentence.end and not (entry.heading or entry.inner))
    entry = next(behind, None)
    if entry is None or entry.said_on is not None or entry.item.actor is None:
        return None
    public = entry.hearer is not None and entry.lasting and not entry.hearer.name[:1].isupper()
    is_somebody = entry.item.actor.named and is_person(story.cast.story, entry.item.actor)
    return entry.item.actor.name if is_somebody and (unnamed or public) else None


def _speaks_for_all(story: Prepared, first: Told) -> bool:
    """Whether the lead is told by several sides together ("both sides said", "Norway and Denmark said"), and not by
    somebody else ("two officials briefed on the talks")."""
    source, actor = first.item.draft.source, first.item.actor
    words = words_of(story.text[slice(*source)]) if source is not None else []
    several = actor is not None and actor.named and actor.party is None
    return several or not word_set("circumstances", "days", "together").isdisjoint(words)


def _sides_in(story: Prepared, spans: Sequence[Span]) -> frozenset[str]:
    actors = (actor for span in spans for actor in story.cast.parties_in(span))
    return frozenset(actor.party for actor in actors if actor.party)


def speaks_for(story: Prepared, entry: Told, lead: Lead) -> bool:
    """Whether a named person speaks for one of the lead's sides: for a state, or else on an occasion of its own."""
    actor = entry.item.actor
    if actor is not None and actor.name == lead.heir:
        return True
    if actor is None or not actor.named or actor.party not in lead.sides or entry.place < lead.sentence:
        return False
    cast = story.cast.story
    hearer = entry.hearer.name if entry.hearer is not None and entry.lasting else ""
    if hearer[:1].isupper() and entry.venue is None:  # told to one news medium at some time
        return False
    public = bool(hearer) or entry.venue is not None
    return is_person(cast, actor) and (public or actor.party in cast.standing.states)
