"""What a statement takes over from others: drafts with what each tells by itself in, filled up, out.

Hearer and place hold as long as their speaker goes on; the day holds for what the speaker says on the occasion
at any later point of the story, and the lead's day for those who speak for the lead's sides. A headline takes
all from the statement that it anticipates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from rejoinder.model import Act, Actor, Interval, SaidOn, Span, TimeExpression
from rejoinder.reading.actors.antecedents import is_person
from rejoinder.reading.actors.names import normalise_name
from rejoinder.reading.attribution.hearers import Hearer, Scope
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.cues import base_forms, read_cue, words_of
from rejoinder.reading.knowledge import word_set

_MODELS = 20
"""Statements of one speaker that a headline is compared with."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its circumstances as far as they are known.

    ``place``     where it is attributed, ``sentence`` the sentence around that
    ``cue``       the lower-case words of the cue, ``lead_in`` the few before it in its clause,
    ``follows`` the one after it
    ``heading``   whether it stands in the headline or a sub-headline
    ``day``       the expression in its own sentence that tells the day
    """

    item: Spoken
    place: Span
    sentence: Span
    cue: tuple[str, ...]
    lead_in: tuple[str, ...]
    follows: str
    heading: bool
    hearer: Hearer | None
    venue: str | None
    day: TimeExpression | None
    said_on: SaidOn | None

    @property
    def inner(self) -> bool:
        draft = self.item.draft
        return draft.outer is not None or draft.found == "grammar" or self.item.reporter is not None

    @property
    def speaker(self) -> str | None:
        return self.item.actor.name if self.item.actor else None

    @property
    def side(self) -> str | None:
        return self.item.actor.party if self.item.actor else None

    @property
    def passive(self) -> bool:
        """Whether it stands aside of what its sentence reports: "amendments requested by Lebanon"."""
        return self.follows == "by"

    @property
    def lasting(self) -> bool:
        """Whether it was said to an audience that hears what its speaker adds."""
        return self.hearer is not None and self.hearer.scope is not Scope.STATEMENT

    @property
    def act(self) -> Act | None:
        return read_cue(" ".join(self.cue)).act

    @property
    def standing(self) -> bool:
        """Whether the cue tells of a position or of an earlier time, not of this occasion: "wants", "has said"."""
        if {*self.lead_in, *self.cue} & word_set("circumstances", "days", "earlier"):
            return True
        present = bool(self.cue) and not self.cue[0].endswith(("ed", "ing")) and not read_past(self.cue[0])
        return present and bool(set(base_forms(self.cue[0])) & word_set("circumstances", "days", "positions"))


def read_past(word: str) -> bool:
    """Whether a word of saying is an irregular past form ("said", "told")."""
    return base_forms(word) != (word,) and len(base_forms(word)) == 1


def said_on(day: TimeExpression | None) -> SaidOn | None:
    """The day of speaking that an expression tells."""
    return SaidOn(day.exact, day.interval or Interval(None, None)) if day is not None else None


def is_one_day(said: SaidOn | None) -> bool:
    """Whether it is one day, known or not: what was said "last month" is background and goes no further."""
    return said is not None and said.interval.earliest == said.interval.latest


@dataclass(slots=True)
class _Occasion:
    """What a speaker's statements have told so far: audience, place, day. ``current`` as long as nobody else spoke;
    ``moved`` once there was a second occasion, ``spoken`` the sentence of the last one and to whom it was said."""

    hearer: Hearer | None = None
    venue: str | None = None
    said_on: SaidOn | None = None
    current: bool = False
    moved: bool = False
    spoken: tuple[Span, Hearer | None] | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The day that the story opens with, and the sides whose speakers it holds for; the ``heir`` is the first one to
    speak behind it, where that is the one whom the lead does not name ("a top official said on Monday"), or who speaks
    in public on the occasion that it reports."""

    said_on: SaidOn
    sides: frozenset[str]
    sentence: Span
    heir: str | None = None


@dataclass(slots=True)
class _Course:
    """The state of one pass over a story."""

    story: Prepared
    lead: Lead | None
    occasions: dict[str, _Occasion] = field(default_factory=dict)
    last: Told | None = None
    sentence_day: tuple[Span, SaidOn] | None = None
    asker: Actor | None = None


def inherit(story: Prepared, told: Sequence[Told], event_day: SaidOn | None = None) -> list[Told]:
    """The drafts with what they inherit, in the order given, which is that of the text.

    ``event_day`` is the day on which the story's first sentence has something happen.
    """
    told = _with_own_words(story, told)
    course = _Course(story, find_lead(story, told, event_day))
    body = [entry if entry.heading else _filled(course, entry) for entry in told]
    models = _models(body)
    return [
        _anticipated(story, entry, models.get(entry.speaker or "", []), course.lead) if entry.heading else entry
        for entry in body
    ]


def _with_own_words(story: Prepared, told: Sequence[Told]) -> list[Told]:
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
    if entry.said_on is not None or entry.heading or entry.inner or not entry.cue or not entry.speaker:
        return False
    is_side = entry.side is not None and entry.side == own.party and not is_person(story.cast.story, entry.item.actor)
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
    if first is not None and first.said_on is not None:
        sides = {entry.side for entry in said if entry.sentence == first.sentence and not entry.standing}
        named = sides | _sides_in(story, [first.sentence]) if _speaks_for_all(story, first) else sides
        heir = _heir(story, told, first.sentence, unnamed=not _names_speaker(first))
        return Lead(first.said_on, frozenset(side for side in named if side), first.sentence, heir)
    sentence = story.sentence_at(opening.start)
    heir = _heir(story, told, sentence, unnamed=False)
    if event_day is not None:
        sides = frozenset(side for side in _sides_in(story, [sentence, *story.headings]) if side)
        return Lead(event_day, sides, sentence, heir)
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
    return actor is None or actor.named or words_of(actor.name)[-1:][0].endswith("s")


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


def _sides_in(story: Prepared, spans: Sequence[Span]) -> set[str | None]:
    return {actor.party for span in spans for actor in story.cast.parties_in(span)}


def _filled(course: _Course, entry: Told) -> Told:
    """The entry with what it inherits; the course learns what it tells."""
    if entry.inner:
        course.asker = entry.item.actor if entry.act is Act.REQUEST else course.asker
        return entry
    speaker = entry.speaker
    known = course.occasions.setdefault(speaker, _Occasion()) if speaker is not None else _Occasion()
    known.current = known.current and course.last is not None and course.last.speaker == speaker
    if _opens_occasion(entry, known):
        known.said_on, known.moved = None, True
    entry = _with_day(course, _with_hearer(course, entry, known), known)
    _learn(course, entry, known)
    return entry


def _opens_occasion(entry: Told, known: _Occasion) -> bool:
    """Whether the draft tells of an audience other than the one its speaker had before."""
    return entry.lasting and known.hearer is not None and known.hearer != entry.hearer


def _with_hearer(course: _Course, entry: Told, known: _Occasion) -> Told:
    if entry.standing:
        return entry
    if known.current and not entry.lasting:
        entry = replace(entry, venue=entry.venue or known.venue)
    if entry.hearer is not None:
        return entry
    return replace(entry, hearer=_of_occasion(entry, known) or _of_sentence(entry, known) or _asker(course, entry))


def _of_occasion(entry: Told, known: _Occasion) -> Hearer | None:
    """The audience, while its speaker goes on; one without a name has no more than one occasion."""
    unnamed = entry.item.actor is not None and not entry.item.actor.named
    hearer = known.hearer
    holds = hearer is not None and (known.current or unnamed or hearer.scope is Scope.STORY)
    return hearer if holds else None


def _of_sentence(entry: Told, known: _Occasion) -> Hearer | None:
    """As in "rejected the Compact's offer, calling it a trick": the hearer goes with the participle."""
    goes_on = bool(entry.cue) and entry.cue[0].endswith("ing")
    same = known.spoken is not None and known.spoken[0] == entry.sentence
    return known.spoken[1] if known.spoken is not None and goes_on and same else None


def _asker(course: _Course, entry: Told) -> Hearer | None:
    """As in "turned down the request": whoever asked last, if it was another side."""
    content = words_of(course.story.text[slice(*entry.item.draft.content)][:40])
    asker = course.asker
    answers = entry.act in (Act.REJECT, Act.AGREE) and len(content) == 2 and content[0] == "the"
    if asker is None or not answers or content[1] not in word_set("circumstances", "answers", "definite"):
        return None
    return None if asker.party == entry.side else Hearer(asker.party or asker.name, Scope.STATEMENT)


def _with_day(course: _Course, entry: Told, known: _Occasion) -> Told:
    if entry.said_on is not None or entry.standing:
        return entry
    if course.sentence_day is not None and course.sentence_day[0] == entry.sentence:
        return replace(entry, said_on=course.sentence_day[1])
    if known.said_on is not None:
        return replace(entry, said_on=known.said_on)
    if course.lead is not None and entry.sentence == course.lead.sentence:
        return replace(entry, said_on=course.lead.said_on)
    if course.lead is not None and not known.moved and _speaks_for(course, entry, course.lead):
        return replace(entry, said_on=course.lead.said_on)
    return entry


def _speaks_for(course: _Course, entry: Told, lead: Lead) -> bool:
    """Whether a named person speaks for one of the lead's sides: for a state, or else on an occasion of its own."""
    actor = entry.item.actor
    if actor is not None and actor.name == lead.heir:
        return True
    if actor is None or not actor.named or actor.party not in lead.sides or entry.place < lead.sentence:
        return False
    cast = course.story.cast.story
    hearer = entry.hearer.name if entry.hearer is not None and entry.lasting else ""
    if hearer[:1].isupper() and entry.venue is None:  # told to one news medium at some time
        return False
    public = bool(hearer) or entry.venue is not None
    return is_person(cast, actor) and (public or actor.party in cast.standing.states)


def _learn(course: _Course, entry: Told, known: _Occasion) -> None:
    if entry.lasting:
        known.hearer, known.venue, known.current = entry.hearer, entry.venue, True
    elif entry.venue is not None:
        known.venue, known.current = entry.venue, True
    if not entry.standing and is_one_day(entry.said_on):
        known.said_on = entry.said_on
    if entry.day is not None and entry.said_on is not None:
        course.sentence_day = (entry.sentence, entry.said_on)
    if entry.act is Act.REQUEST:
        course.asker = entry.item.actor
    known.spoken = (entry.sentence, entry.hearer)
    course.last = entry


def _models(body: Sequence[Told]) -> dict[str, list[Told]]:
    """The statements of each speaker of the body."""
    found: dict[str, list[Told]] = {}
    for entry in body:
        if not entry.heading and not entry.inner and entry.speaker is not None:
            found.setdefault(entry.speaker, []).append(entry)
    return found


def _anticipated(story: Prepared, entry: Told, models: Sequence[Told], lead: Lead | None) -> Told:
    """A claim of the headline with all of the statement that it repeats, or its speaker's first day, or the lead's."""
    if entry.inner:
        return entry
    same = next((model for model in models[:_MODELS] if _repeats(story, entry, model)), None)
    if same is not None:
        entry = replace(entry, hearer=entry.hearer or same.hearer, venue=entry.venue or same.venue)
    days = [model.said_on for model in (*([same] if same else []), *models) if is_one_day(model.said_on)]
    if lead is not None and entry.side in lead.sides and entry.item.actor is not None and entry.item.actor.named:
        days.append(lead.said_on)
    return replace(entry, said_on=entry.said_on or next(iter(days), None))


def _repeats(story: Prepared, one: Told, other: Told) -> bool:
    """Whether two statements have most of their weighty words in common."""
    first, second = _weighty(story, one), _weighty(story, other)
    return bool(first) and 5 * len(first & second) >= 3 * max(len(first), len(second))


def _weighty(story: Prepared, entry: Told) -> frozenset[str]:
    content = entry.item.draft.content
    return frozenset(word for word in words_of(story.text[slice(*content)]) if len(word) > 3)
