"""A verb and its clause go in; who does it, to whom, and whether it is done or only announced comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model import Actor
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.clauses import Clause, mentions_on, subjects_before
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.edges import listed
from rejoinder.reading.cues import base_forms

_BACK = 9
_LONG = 6


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with a text, told by the words ``first`` to ``last``.

    ``strength``   2 where it is tabled, written or announced; 1 where it is told of as somebody's, on the table;
                   0 where it is only spoken of
    ``at``         the word near which the day stands
    ``guessed``    whether the author is only who speaks of it: "in the letter, the envoy said"
    """

    strength: int
    authors: Sequence[Mention]
    to: Sequence[Mention]
    first: int
    last: int
    at: int
    announced: bool = False
    published: bool = False
    guessed: bool = False


def is_base(scene: Scene, at: int, *keys: str) -> bool:
    """Whether the word ``at`` is an inflection of one of a list of verbs."""
    return not listed(*keys).isdisjoint(base_forms(scene.low(at)))


def mood_of(scene: Scene, verb: int, clause: Clause) -> bool | None:
    """Whether a verb tells of what is only announced; None where somebody else wants it, or it is denied."""
    group = scene.lows(max(clause.first, verb - 4), verb)
    if group[-1:] == ["to"] and group[-2:-1] in (["expects"], ["expect"]):
        return True
    if not listed("announced", "wanted").isdisjoint(group) or _is_demanded(scene, verb, clause):
        return None
    return not listed("announced", "coming").isdisjoint(group[-3:])


def _is_demanded(scene: Scene, verb: int, clause: Clause) -> bool:
    """As in "called on both governments of the island to publish"."""
    if scene.low(verb - 1) != "to":
        return False
    for at in range(verb - 2, max(clause.first, verb - _BACK) - 1, -1):
        if is_base(scene, at, "verbs", "demand"):
            return True
        if scene.low(at) in (",", "and", "but") or scene.low(at) in listed("announced", "coming"):
            return False
    return False


def authors_of(scene: Scene, verb: int, clause: Clause) -> list[Mention]:
    """The subject of a verb: the first behind the last verb of saying, with those joined to it by "and"."""
    found = subjects_before(scene, clause, verb) or _opening_subject(scene, verb)
    if not found:
        return _described_before(scene, verb)
    for end in scene.cue_ends:
        if clause.first < end < verb:
            found = [item for item in found if item.first >= end] or found
    joined = found[:1]
    for item in found[1:]:
        if not {"and", ","}.issuperset(scene.lows(joined[-1].last, item.first)):
            break
        joined.append(item)
    listed_so = "and" in scene.lows(joined[0].last, joined[-1].first)
    return joined if listed_so else joined[:1]  # "Pardo, a former judge, undertook"


def _opening_subject(scene: Scene, verb: int) -> list[Mention]:
    """The subject with which a sentence opens, for a verb that stands behind "and": "It regrets this and has sent"."""
    at = verb
    if scene.low(at - 1) == "to" and scene.low(at - 2) in ("is", "are", "was", "were"):
        at -= 2
    while scene.low(at - 1) in listed("verbs", "helping"):
        at -= 1
    if scene.low(at - 1) not in ("and", "but", ","):
        return []
    whole = Clause(scene.first, verb, (verb, verb))
    subjects = subjects_before(scene, whole, verb)
    alone = len({item.actor for item in subjects}) == 1
    opening = [item for item in subjects if alone or item.first <= scene.first + 1]
    quoted = any(mark in scene.lows(scene.first, verb) for mark in ('"', "“", "”", "‘"))
    return [] if quoted else opening


def _described_before(scene: Scene, verb: int) -> list[Mention]:
    """Somebody who is described right before a verb, though the story names him nowhere: "The city tabled"."""
    words, end = Words(scene.words, scene.first, scene.last), verb
    while words.low(end - 1) in listed("verbs", "helping") or words.low(end - 1) == "to":
        end -= 1
    begin = words.phrase_begin(end)
    last = next((at for at in range(begin + 1, end) if scene.low(at) == "of"), end)
    heads = scene.told.story.cast.story.page.heads_in(begin, last) if begin < last else []
    somebody = begin < end and (
        scene.low(last - 1) in listed("nouns", "doers") or any(head.last == last for head in heads)
    )
    named = somebody and end - begin < _LONG and not any(scene.words[at].owner for at in range(begin, end))
    return [Mention(begin, end, Actor(strip_article(scene.text(begin, end))), "role")] if named else []


def to_behind(scene: Scene, at: int) -> list[Mention]:
    """Those behind "to" or "with" soon after a word."""
    for start in range(at, min(scene.last, at + 6)):
        if scene.low(start) in ("to", "with"):
            return hearers_at(scene, start + 1)
        if scene.low(start) in (",", ";", "that"):
            break
    return []


def hearers_at(scene: Scene, at: int) -> list[Mention]:
    """Those named from a word on, or described there: "investors in London", "his counterparts", "the two leaders"."""
    named = mentions_on(scene, at, scene.last)
    described = _described_at(scene, at)
    if described is None:
        return named
    own = bool(named) and named[0].kind != "pronoun" and named[0].first <= at + 2
    return named if own else [described]


def _described_at(scene: Scene, at: int) -> Mention | None:
    """Somebody who is described where a noun phrase begins, though the story names him nowhere."""
    words = Words(scene.words, scene.first, scene.last)
    whole = words.phrase_end(at)
    end = next((place + 1 for place in range(at, whole) if scene.low(place) in listed("nouns", "hearers")), at)
    if end == at:
        return None
    end = whole if scene.low(end) == "of" else end
    kind = "group" if scene.low(at) in ("both", "all") or scene.lows(at, at + 2) == ["the", "two"] else "role"
    return Mention(at, end, Actor(strip_article(scene.text(at, end))) if kind == "role" else None, kind)
