"""Noun phrases and whom they name: words of a story in, the name as it is recorded out.

Persons and sides are recorded by their names, an occasion with its article, others by the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model import Actor, Span, TimexType
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.knowledge import word_set

_LONGEST = 9
_SEVERAL = frozenset(["both", "all", "several", "some", "two", "three", "many", "a", "an"])
_UNFINISHED = frozenset(["own", "a", "an", "the", "its", "his", "her", "their", "each"])


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is asked for to name a hearer: the story, who speaks, within whose speech, and who spoke before."""

    story: Prepared
    item: Spoken
    around: Surroundings
    outer: Actor | None
    before: Sequence[Actor]


def phrase_end(around: Surroundings, begin: int, story: Prepared, *, content: bool = False) -> int:
    """Where the noun phrase that begins at the word ``begin`` ends; ``begin`` itself where none begins.

    It does not go on into the draft's own content, unless ``content`` says that it stands there.
    """
    at, limit = begin, min(begin + _LONGEST, around.last)
    names = {name.first: name.last for name in story.cast.story.page.names_in(begin, limit)}
    days = _days(around, begin, limit, story)
    while at < limit and (content or at not in around.own):
        if at in names:
            at = min(names[at], limit)
        elif at in days or _ends(around, at, at - begin):
            break
        else:
            at += 1
    return _with_complement(around, begin, at, names)


def _ends(around: Surroundings, at: int, length: int) -> bool:
    """Whether the word ``at`` does not go on with a noun phrase of so many words."""
    word = around.words[at]
    if not (word.text[0].isalnum() or word.owner) or word.low in word_set("circumstances", "phrases", "ends"):
        return True
    if length > 1 and word.low in word_set("titles", "edges", "determiners"):
        return True
    stops = word_set("titles", "edges", "stops") - word_set("circumstances", "phrases", "goes_on")
    return word.low in stops and not word.capital


def _days(around: Surroundings, begin: int, limit: int, story: Prepared) -> frozenset[int]:
    """The words at which a day begins: it is no part of the phrase ("told reporters Monday"), "weekly" is."""
    if begin >= limit:
        return frozenset()
    stretch = Span(around.words[begin].start, around.words[limit - 1].end)
    starts = {item.start for item in story.dates_within(stretch) if item.type is not TimexType.SET}
    return frozenset(at for at in range(begin, limit) if around.words[at].start in starts)


def _with_complement(around: Surroundings, begin: int, end: int, names: dict[int, int]) -> int:
    """With "of ..." and "and ..." behind it, where a name follows: "leaders of Armenia", "Delmar and Farrant"."""
    if end == begin or around.low(end) not in ("of", "and"):
        return end
    after = end + 2 if around.low(end + 1) == "the" else end + 1
    named = after in names or (around.low(end) == "of" and after < around.last and around.words[after].capital)
    if not named or after in around.own:
        return end
    end = min(names.get(after, after + 1), around.last)
    while around.free(end) and around.words[end].capital:
        end += 1
    return end


def exact_words(scene: Scene, first: int, last: int) -> str:
    """The exact text of the words ``first`` to ``last``."""
    return scene.story.cast.story.page.slice(first, last)


def name_at(scene: Scene, begin: int) -> str | None:
    """The name of the hearer whose noun phrase begins at the word ``begin``; None where nobody is named there."""
    around = scene.around
    if begin >= around.last or begin in around.own:
        return None
    end = phrase_end(around, begin, scene.story)
    if end == begin or around.low(begin) in word_set("circumstances", "phrases", "nobody"):
        return None
    return name_of(scene, begin, end)


def name_of(scene: Scene, first: int, last: int) -> str | None:
    """How the hearer at these words is recorded; None where they are cut short ("told its ...")."""
    around, exact = scene.around, exact_words(scene, first, last)
    if last == first + 1 and _is_pronoun(around, first):
        return _pronoun(scene, first)
    is_paper = around.low(last - 1) in word_set("speakers", "papers")  # "its reply to the proposal"
    if is_paper or around.low(first) == "each" or around.low(last - 1) in _UNFINISHED:
        return None
    if around.low(last - 1) in word_set("circumstances", "occasions", "audience"):
        return with_article(exact)
    actor = _actor(scene, first, last) if around.low(first) not in _SEVERAL else None
    return _recorded(scene, actor, last) if actor is not None and actor.named else strip_article(exact)


def with_article(exact: str) -> str:
    """An occasion as it is recorded: with the indefinite article it has, without the definite one."""
    return exact if exact.lower().startswith(("a ", "an ")) else strip_article(exact)


def _recorded(scene: Scene, actor: Actor, last: int) -> str:
    """The name of an actor whose words end before the word ``last``; behind "the government", its side."""
    behind = scene.around.low(last - 1) in word_set("circumstances", "phrases", "for_side")
    return actor.party if behind and actor.party is not None else actor.name


def _actor(scene: Scene, first: int, last: int, before: Sequence[Actor] | None = None) -> Actor | None:
    words = scene.around.words
    place = Span(words[first].start, words[last - 1].end)
    known = scene.before if before is None else before
    return scene.story.cast.resolve(place, before=known, speaker=scene.outer).actor


def _is_pronoun(around: Surroundings, at: int) -> bool:
    word = around.words[at]
    return word.low in word_set("circumstances", "phrases", "pronouns") and not word.text.isupper()  # "US" is a state


def _pronoun(scene: Scene, at: int) -> str | None:
    """Whom "him", "them", "us" means; "me" is the reporter's own word outside of speech."""
    low, speaker = scene.around.low(at), scene.item.actor
    if low in ("me", "us") and scene.outer is None:
        return low
    others = [actor for actor in scene.before if speaker is None or actor.name != speaker.name]
    actor = _actor(scene, at, at + 1, others)
    if actor is None or (speaker is not None and actor.name == speaker.name):
        return None
    return actor.party if low == "us" and actor.party is not None else actor.name


def other_side(scene: Scene, first: int, last: int) -> str | None:
    """The side or person at these words, where it is a named one and not the speaker's own."""
    actor = _actor(scene, first, last) if first < last else None
    speaker = scene.item.actor
    if actor is None or not actor.named or actor.party is None:
        return None
    if speaker is not None and actor.party == speaker.party:
        return None
    return _recorded(scene, actor, last)
