"""Whose a text is by the noun phrase itself: its words in a sentence go in, the owners come out."""

from __future__ import annotations

from rejoinder.model import Actor
from rejoinder.reading.business.clauses import clause_around, is_owner, mentions_on, subjects_before
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.edges import ends_phrase, kinds, listed
from rejoinder.reading.cues import base_forms

_UNION = "European Union"
POSSESSIVES = frozenset(["its", "their", "his", "her", "our", "my"])


def owners_of(scene: Scene, begin: int, head: int, last: int) -> list[Mention]:
    """Whose text it is: a possessor, those behind "of", "by", "from", or an adjective or name before the noun."""
    found = scene.mentions_in(begin, head)
    owning = [item for item in found if is_owner(scene, item) or scene.low(item.first) in POSSESSIVES]
    if owning and scene.low(owning[-1].first) in POSSESSIVES:
        return [_of_the_answered(scene, begin, _of_the_subject(scene, owning[-1]))]
    return (
        owning[-1:]
        or _behind_of(scene, last)
        or _behind_by(scene, last)
        or _before(found)
        or _europe(scene, begin, head)
    )


def _europe(scene: Scene, begin: int, head: int) -> list[Mention]:
    """The Union, where it acts in the story, by "a European proposal"."""
    at = next((at for at in range(begin, head) if scene.low(at) == "european"), None)
    union = next((actor for actor in scene.told.sides if actor.party == _UNION), None)
    return [Mention(at, at + 1, Actor(_UNION, None, _UNION), "adjective")] if at is not None and union else []


def _of_the_subject(scene: Scene, owner: Mention) -> Mention:
    """The possessor that "its" means where the only side which is the subject of its clause is another than the one it
    was taken for: "told the council that Moscow had received no reply to its proposals"."""
    clause = clause_around(scene, owner.first, noun=False)
    named = [item for item in scene.mentions_in(clause.first, owner.first) if item.actor is not None]
    subjects = [item for item in subjects_before(scene, clause, owner.first) if item.actor is not None]
    if scene.low(owner.first) != "its" or len(subjects) != 1 or subjects[0].kind == "person":
        return owner
    if any(_side(item) == _side(owner) for item in named):
        return owner
    return Mention(owner.first, owner.last, subjects[0].actor, owner.kind)


def _before(found: list[Mention]) -> list[Mention]:
    """The adjective or the short name of a side nearest to the noun: "the American paper", "EU reads French papers"."""
    return [item for item in found if item.kind == "adjective" or (item.kind == "side" and item.last - item.first < 3)][
        -1:
    ]


def _behind_of(scene: Scene, last: int) -> list[Mention]:
    """As in "the replies of the United States"."""
    return _near(scene, last + 1) if scene.low(last) == "of" else []


def _behind_by(scene: Scene, last: int) -> list[Mention]:
    """As in "a plan by the mediator", "a letter from Oslo", "a list drawn up by its creditors"."""
    for at in range(last, min(scene.last, last + 6)):
        by = scene.low(at) == "by" and (at == last or scene.low(at - 1) in listed("nouns", "by"))
        if not by and (at > last or scene.low(at) != "from"):
            continue
        if scene.low(at + 1) in POSSESSIVES:
            return _described(scene, at + 1)
        return _near(scene, at + 1)
    return []


def _near(scene: Scene, at: int) -> list[Mention]:
    """Those named from a word on, where the first of them is no more than an article away."""
    found = mentions_on(scene, at, scene.last)
    near = at + (scene.low(at) in listed("nouns", "articles"))
    near += 2 * (scene.low(near) in ("state", "republic", "kingdom", "government") and scene.low(near + 1) == "of")
    return found if found and found[0].first <= near else []


def _described(scene: Scene, at: int) -> list[Mention]:
    """Those whom "its creditors" means: not those to whom "its" points."""
    end = at + 1
    while end < min(scene.last, at + 5) and not ends_phrase(scene, end):
        end += 1
    return [Mention(at, end, scene.told.whom(scene.span(at, end)), "role")]


# Whose it is that is answered


def _of_the_answered(scene: Scene, begin: int, owner: Mention) -> Mention:
    """Whose "its draft" is in "France sent Spain a reply to its draft", "France wrote to Spain, asking for time to
    study its draft": nobody answers a text of his own, so that of the other side."""
    answering = _answerer(scene, begin)
    if answering is None or owner.actor is None or _side(answering) != _side(owner):
        return owner
    named = [item for item in scene.mentions_in(answering.last, begin) if _side(item) not in (None, _side(answering))]
    sides = [side for side in scene.told.main_sides if side.party != _side(answering)]
    other = named[-1].actor if named else sides[0] if len(sides) == 1 else None
    return owner if other is None else Mention(owner.first, owner.last, other, owner.kind)


def _answerer(scene: Scene, begin: int) -> Mention | None:
    """Who answers the text whose noun phrase begins at a word: the subject of the verb, or whose reply it is."""
    before = scene.low(begin - 1)
    if before == "to" and scene.low(begin - 2) in kinds():
        owned = [item for item in scene.mentions_in(begin - 8, begin - 2) if is_owner(scene, item)]
        if owned or not listed("verbs", "receive").isdisjoint(_bases(scene, begin - 8, begin - 2)):
            return owned[-1] if owned else None
    elif listed("verbs", "others").isdisjoint(_bases(scene, begin - 2, begin)):
        return None
    return next((item for item in scene.mentions if item.last < begin and item.kind not in ("pronoun", "group")), None)


def _bases(scene: Scene, first: int, last: int) -> set[str]:
    return {base for low in scene.lows(first, last) for base in base_forms(low)}


def _side(mention: Mention) -> str | None:
    return (mention.actor.party or mention.actor.name) if mention.actor is not None else None
