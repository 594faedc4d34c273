"""Attributed speech acts: who said what to whom, in which words, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actors import Actor
from rejoinder.model.days import Interval
from rejoinder.model.passages import Passage


class Act(StrEnum):
    """What a speaker does with the words. The ten acts of the docket.

    ``promise`` undertakes to do something; ``agree`` accepts or announces agreement; ``propose`` puts
    forward; ``request`` asks, urges, demands; ``reject`` refuses or rules out; ``accuse`` blames or
    criticises; ``threaten`` warns of a harmful act of its own; ``support`` praises or backs;
    ``announce`` reports an event or decision of its own side; ``state`` is any other assertion.
    """

    STATE = "state"
    PROPOSE = "propose"
    PROMISE = "promise"
    AGREE = "agree"
    REQUEST = "request"
    REJECT = "reject"
    ACCUSE = "accuse"
    THREATEN = "threaten"
    SUPPORT = "support"
    ANNOUNCE = "announce"


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day of speaking: its words, where the story gives any, and the days they are read as."""

    text: str | None
    interval: Interval


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with one act.

    ``mention``   the words that name the speaker at this place, or None
    ``via``       the names of those who report it, outermost first
    ``cue``       the words that attribute ("said", "according to"), or None
    ``content``   what was said as it stands, with quotation marks and a leading "that"; ``parts`` are
                  its pieces where source or cue stand between them
    ``direct``    whether the content is quoted
    ``score``     calibrated probability that the statement is right (0 to 1); None where nobody has measured it
    ``reason``    why it is there, in a sentence for people
    ``repeats``   the id of an earlier statement of the story that reports the same utterance, or None
    """

    id: str
    speaker: Actor | None
    mention: Passage | None
    via: tuple[Actor, ...]
    act: Act
    addressee: str | None
    venue: str | None
    direct: bool
    said_on: SaidOn | None
    cue: Passage | None
    content: Passage
    parts: tuple[Passage, ...]
    score: float | None
    reason: str
    repeats: str | None = None
    plover: str | None = None
