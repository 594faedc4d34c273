"""Whom the content itself speaks to: the side that it asks to act, whose offer it answers, or to whom it gives."""

from __future__ import annotations

from rejoinder.model import Act
from rejoinder.reading.attribution.phrases import Scene, other_side, phrase_end
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.cues import read_cue
from rejoinder.reading.knowledge import word_set

_FAR = 12
"""Words of a content in which its object stands."""


def find_answered(scene: Scene) -> str | None:
    """The name of the side that the content is directed to by its own words; None where it names none."""
    around = scene.around
    if not around.own:
        return None
    first, last = min(around.own), max(around.own) + 1
    cue = " ".join(word.low for word in around.words[around.cue[0] : around.cue[1]])
    act = read_cue(cue).act
    if act is None or act is Act.REQUEST:
        return _asked_to_act(scene, first, demanded=act is Act.REQUEST)
    author = _author(scene, first, last) if act in (Act.REJECT, Act.AGREE) else None
    gives = act in (Act.PROMISE, Act.PROPOSE, Act.AGREE)
    return author or (_receiver(scene, first, last) if gives else None)


def _asked_to_act(scene: Scene, first: int, *, demanded: bool) -> str | None:
    """As in "(demanded) that Moscow withdraw", "(wants) Washington to roll back", "(said) London must"."""
    around = scene.around
    begin = first + 1 if around.low(first) == "that" else first
    end = _before_verb(around, begin, phrase_end(around, begin, scene.story, content=True))
    verb = around.low(end)
    asks = verb in ("must", "should") or (demanded and (verb == "to" or _is_bare_verb(verb)))
    passive = around.low(end + 1) in ("be", "never")
    return other_side(scene, begin, end) if asks and not passive else None


def _is_bare_verb(word: str) -> bool:
    return word in word_set("circumstances", "answers", "bare")


def _before_verb(around: Surroundings, begin: int, end: int) -> int:
    """The end of a subject: where a bare verb follows that the noun phrase took in ("Moscow withdraw")."""
    return next((at for at in range(begin + 1, end) if _is_bare_verb(around.low(at))), end)


def _author(scene: Scene, first: int, last: int) -> str | None:
    """Whose offer, plan or demand is answered: "the Compact's offer", "amendments requested by Lebanon"."""
    around, things = scene.around, word_set("circumstances", "answers", "things")
    thing = next((at for at in range(first, min(last, first + _FAR)) if _singular(around.low(at)) in things), None)
    if thing is None:
        return None
    owner = next((at for at in range(first, thing) if around.words[at].owner), None)
    if owner is not None:
        return other_side(scene, first, owner)
    names = scene.story.cast.story.page.names_in(first, thing)
    if names:
        return other_side(scene, names[0].first, names[0].last)
    by = next((at for at in (thing + 1, thing + 2) if around.low(at) == "by"), None)
    return other_side(scene, by + 1, phrase_end(around, by + 1, scene.story, content=True)) if by is not None else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word != "terms" else word


def _receiver(scene: Scene, first: int, last: int) -> str | None:
    """To whom the content gives something: "to send a term sheet to the committee", "to share data with Brussels"."""
    around, gives = scene.around, word_set("circumstances", "answers", "gives")
    verb = next((at for at in range(first + 1, min(last, first + 6)) if around.low(at) in gives), last)
    for at in range(verb, min(last, verb + _FAR)):
        direct = at == verb and around.low(verb + 1) not in ("a", "an")
        name = _receiver_at(scene, at + 1) if direct or around.low(at) in ("to", "with") else None
        if name is not None:
            return name
    return None


def _receiver_at(scene: Scene, begin: int) -> str | None:
    """The side whose noun phrase begins at a word, or that is named in it ("EU customs officers")."""
    around = scene.around
    end = phrase_end(around, begin, scene.story, content=True)
    end = next((at for at in range(begin, end) if around.words[at].owner), end)
    names = scene.story.cast.story.page.names_in(begin, end)
    within = other_side(scene, names[0].first, names[0].last) if names else None
    return other_side(scene, begin, end) or within
