"""To whom something is said: the words around a cue in, the hearer out, a side or person by its name.

The audience of an occasion ("told reporters") hears what its speaker adds too, and who gives an interview goes
on giving it; the object of a demand or offer ("urged Moscow") is that of one statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.attribution.answered import find_answered
from rejoinder.reading.attribution.phrases import Scene, exact_words, name_at, phrase_end, with_article
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

_AUDIENCE = ("audience", "to", "with")
_BEHIND = ("to", "on", "upon", "of", "from", "with")
_FAR = 12
"""Words behind a cue in which the occasion may stand: "said late on Monday at a weekly news conference"."""


class Scope(Enum):
    """How far a hearer holds: for one statement, as long as its speaker goes on, or throughout the story."""

    STATEMENT = "statement"
    OCCASION = "occasion"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Hearer:
    """To whom something is said: the name as it is recorded, and how far it holds."""

    name: str
    scope: Scope


def find_hearer(scene: Scene) -> Hearer | None:
    """The hearer that the words around the cue name, or that the content itself speaks to; None without either."""
    found = _spoken_to(scene) or _at_occasion(scene) or _interviewer(scene) or _quoted_by(scene)
    return found or _hearer(find_answered(scene), Scope.STATEMENT)


def _hearer(name: str | None, scope: Scope) -> Hearer | None:
    return Hearer(name, scope) if name is not None else None


def _spoken_to(scene: Scene) -> Hearer | None:
    """The object of "told", "urged", or what stands behind "said to", "called on"."""
    for at in range(*scene.around.cue):
        for kind in _kinds(scene.around.words[at].low):
            begin = _begin(scene.around, at, kind)
            name = name_at(scene, begin) if begin is not None else None
            if name is not None:
                return Hearer(name, _scope(kind, name))
    return None


def _kinds(word: str) -> Iterator[str]:
    bases = set(base_forms(word))
    yield from (kind for kind in ("audience", "object", *_BEHIND) if bases & word_set("circumstances", "hearers", kind))


def _begin(around: Surroundings, at: int, kind: str) -> int | None:
    """Where the noun phrase of a hearer begins behind the verb ``at``; None where its preposition is not there."""
    if kind not in _BEHIND:
        return at + 1
    return next((place + 1 for place in (at + 1, at + 2) if around.low(place) == kind), None)


def _scope(kind: str, name: str) -> Scope:
    """A news conference is one occasion throughout the story; reporters may be told something twice."""
    if kind not in _AUDIENCE:
        return Scope.STATEMENT
    return Scope.STORY if _is_press(name) else Scope.OCCASION


def _is_press(phrase: str) -> bool:
    return phrase.lower().endswith(tuple(word_set("circumstances", "occasions", "press")))


def _at_occasion(scene: Scene) -> Hearer | None:
    """As in "said at a weekly news conference", "wrote in a letter to members"."""
    around = scene.around
    for at in range(around.cue[1], around.cue[1] + _FAR):
        word = around.low(at)
        if not around.free(at) or word in word_set("circumstances", "occasions", "barriers"):
            return None
        if word in word_set("circumstances", "hearers", "to") and around.low(at + 1) == "to":
            return _hearer(name_at(scene, at + 2), Scope.OCCASION)
        phrase = exact_words(scene, at + 1, phrase_end(around, at + 1, scene.story)) if word in ("at", "during") else ""
        if _is_press(phrase):
            return Hearer(with_article(phrase), Scope.STORY)
    return None


def _interviewer(scene: Scene) -> Hearer | None:
    """As in "in an interview with"; where none is named, the interview was given to the publisher."""
    around = scene.around
    found = (at for at in range(around.first, around.last) if around.free(at) and around.low(at) == "interview")
    at = next(found, None)
    if at is None or around.low(at - 1) == "the":
        return None
    if around.low(at + 1) == "with":
        return _hearer(name_at(scene, at + 2), Scope.STORY)
    dateline = scene.story.layout.dateline
    return _hearer(scene.story.document.publisher or (dateline.publisher if dateline else None), Scope.STORY)


def _quoted_by(scene: Scene) -> Hearer | None:
    """As in "was quoted as saying by the Hetk portal"."""
    around = scene.around
    if not any(around.low(at) == "quoted" for at in range(*around.cue)):
        return None
    by = next((at for at in range(around.cue[1], around.cue[1] + 3) if around.low(at) == "by"), None)
    end = phrase_end(around, by + 1, scene.story) if by is not None else 0
    if by is None or end <= by + 2 or around.low(end - 1) not in word_set("circumstances", "phrases", "media"):
        return None
    return Hearer(strip_article(exact_words(scene, by + 1, end - 1)), Scope.STATEMENT)
