"""Tellings of texts -> records: several tellings of one text put together, a reply linked with what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from rejoinder.model import Actor, Span, TabledText, TextItem, TextKind
from rejoinder.reading.business.scenes import Scene, find_scenes
from rejoinder.reading.business.texts.contents import items_of_subject
from rejoinder.reading.business.texts.edges import listed, noun_words
from rejoinder.reading.business.texts.tellings import Telling, find_tellings
from rejoinder.reading.business.told import Told

_MOST = 400
_NEAR = 400
_BESIDE = 8
"""Code points between a text and what it answers, at most: " to ", " on the "."""
_PROPOSED = (TextKind.PROPOSAL, TextKind.DRAFT)
_ANSWERS = (TextKind.REPLY, TextKind.COUNTER)
_NEVER_GENERAL = (TextKind.REPLY, TextKind.LETTER)


@dataclass(slots=True)
class Gathered:
    """The tellings of one text so far; texts are numbered as they are first told of."""

    tellings: list[Telling] = field(default_factory=list)
    number: int = 0

    @property
    def best(self) -> Telling:
        """The telling that says most of how the text came."""
        return max(self.tellings, key=lambda one: (one.strength, not one.general, bool(one.when), -one.passage.start))

    @property
    def by(self) -> Actor | None:
        """The author, by his name rather than by his post alone: "Russia's foreign minister"."""
        found = [one.by for one in [self.best, *self.tellings] if one.by is not None]
        named = (actor for actor in found if actor.party == found[0].party and actor.post is not None)
        described = bool(found) and any(word.islower() for word in found[0].name.split())
        return next(named, found[0]) if described else next(iter(found), None)

    @property
    def kind(self) -> TextKind:
        told = (one.kind for one in [self.best, *self.tellings] if not one.general and (one.by or one.strength))
        return next(told, self.best.kind)


def find_texts(told: Told) -> tuple[TabledText, ...]:
    """The texts of a story, in the order of the text. Never raises on any text."""
    sides = told.main_sides
    kept = [one for one in _gather(told, sides) if one.best.strength > 0 and (one.by is not None or one.best.sure)]
    kept.sort(key=lambda one: (one.best.passage.start, one.number))
    return tuple(_record(one, sides, _asked_by(kept[:at], one, sides)) for at, one in enumerate(kept))


def find_authors(told: Told) -> list[tuple[Span, Actor]]:
    """The nouns by which a story tells of texts, each with the author of its text, where he is known."""
    gathered = _gather(told, told.main_sides)
    return [
        (one.noun, text.by) for text in gathered if text.by is not None for one in text.tellings if one.noun is not None
    ]


def _gather(told: Told, sides: Sequence[Actor]) -> list[Gathered]:
    """The tellings of a story, those of one text put together."""
    gathered: list[Gathered] = []
    last = None
    wanted = noun_words() | listed("verbs", "forms") | listed("nouns", "back")
    for scene in islice(find_scenes(told, wanted, headline=True), _MOST):
        tellings = _tellings_of(told, scene)
        for telling in tellings:
            last = _put(gathered, telling, sides) or last
        if not tellings and last is not None:
            _add_items(scene, last)
    return gathered


def _tellings_of(told: Told, scene: Scene) -> list[Telling]:
    """The tellings of a sentence; a headline only says whose a text is, and a sub-headline tells of it less than the
    sentence in the story does."""
    title, found, at = told.story.layout.headline, list(find_tellings(scene)), scene.words[scene.first].start
    if not told.story.in_headings(at):
        return found
    most = 0 if title is not None and title.holds_at(at) else 1
    return [
        replace(telling, strength=min(telling.strength, most), items=telling.items if most else ())
        for telling in found
        if telling.by is not None
    ]


def _add_items(scene: Scene, one: Gathered) -> None:
    """The parts that the sentence after a text tells of it: "It puts off the motorway and raises the tax"."""
    last = one.tellings[-1]
    near = scene.words[scene.first].start - last.passage.end < _NEAR
    if not near or not _points_to(scene, one) or (last.items and not last.subject):
        return
    items = items_of_subject(scene, scene.first + 1)
    if items:
        passage = scene.told.passage(scene.span(scene.first, scene.first + 1))
        one.tellings.append(replace(last, items=items, passage=passage, strength=0, subject=True, noun=None))


def _points_to(scene: Scene, one: Gathered) -> bool:
    """Whether a sentence opens with the pronoun for a text, in the same voice."""
    last = one.tellings[-1]
    many = {telling.word.endswith("s") for telling in one.tellings if telling.word} or {False}
    if (scene.low(scene.first) == "they") not in many or scene.low(scene.first) not in ("they", "it"):
        return False
    speech = scene.told.speech_at(scene.words[scene.first].start)
    return speech is None or not speech.direct or speech == scene.told.speech_at(last.passage.start)


def _put(gathered: list[Gathered], telling: Telling, sides: Sequence[Actor]) -> Gathered | None:
    """Add a telling to the text of which it tells again, or as one of its own; None where it tells of nobody's."""
    if telling.by is None and telling.kind is TextKind.REPLY and telling.strength == 2:
        telling = _by_the_asked(gathered, telling)
    if telling.by is None and telling.strength == 2 and not any(_is_same(one, telling) for one in gathered):
        telling = _by_the_other(telling, sides)
    if telling.guessed and any(_is_told_by(item, telling) for one in gathered for item in one.tellings):
        telling = replace(telling, by=None, strength=0)
    order = _last_first(gathered, telling)
    for at in (at for same in (_is_same, _is_letter_of) for at in order if same(gathered[at], telling)):
        one = gathered.pop(at)
        one.tellings.append(_as_told(one, telling))
        gathered.insert(_rank(gathered, telling), one)
        return gathered[-1]
    if telling.by is None and telling.strength < 2 and not telling.sure:
        return None
    gathered.insert(_rank(gathered, telling), Gathered([telling], len(gathered)))
    return gathered[-1]


def _is_told_by(item: Telling, telling: Telling) -> bool:
    """Whether a text was told before by the noun that points back to it, or by a verb: "wrote to them"."""
    return item.word == telling.word or (not item.word and item.kind is telling.kind)


def _rank(gathered: Sequence[Gathered], telling: Telling) -> int:
    """Where a text goes among those spoken of: last, but one that another answers before that other."""
    return len(gathered) - (telling.answered and bool(gathered))


def _last_first(gathered: Sequence[Gathered], telling: Telling) -> list[int]:
    """The texts spoken of, the last one first; of two that one phrase told of, that of the side which speaks; what
    points back by a noun of its own ("the reply"), to those told by that noun before the others."""
    order = list(range(len(gathered) - 1, -1, -1))
    words = {item.word for one in gathered for item in one.tellings}
    if (
        telling.general and telling.word not in words
    ):  # "the document" is one that was handed over before it is one that is only spoken of
        order.sort(key=lambda at: all(item.strength < 2 for item in gathered[at].tellings))
    elif telling.by is None:
        order.sort(key=lambda at: all(item.word != telling.word for item in gathered[at].tellings))
    if len(order) > 1 and telling.by is None and telling.side is not None:
        last, before = gathered[-1], gathered[-2]
        together = last.tellings[0].passage == before.tellings[0].passage
        if together and before.by is not None and before.by.party == telling.side:
            order[:2] = order[1::-1]
    return order


def _as_told(one: Gathered, telling: Telling) -> Telling:
    """A telling as one of a text told before: "the paper" does not put on the table what was only spoken of."""
    other = telling.by is None and telling.strength == 1 and telling.word != one.tellings[-1].word
    return replace(telling, strength=0, items=()) if other and one.best.strength == 0 else telling


def _by_the_asked(gathered: Sequence[Gathered], telling: Telling) -> Telling:
    """A reply of which only is told that it came: it is by whom the last letter or proposal was sent."""
    tellings = (item for one in reversed(gathered) for item in one.tellings)
    asked = next((item for item in tellings if item.to and item.kind is not TextKind.REPLY), None)
    if asked is None or asked.to[0].party is None:
        return telling
    return replace(telling, by=asked.to[0], to=(asked.by,) if asked.by else ())


def _by_the_other(telling: Telling, sides: Sequence[Actor]) -> Telling:
    """A text of which only is told to which of the two sides it came: it is by the other."""
    parties = {actor.party for actor in telling.to}
    others = [side for side in sides if side.party not in parties]
    return replace(telling, by=others[0]) if len(sides) == 2 and len(others) == 1 else telling


def _is_same(one: Gathered, telling: Telling) -> bool:
    """Whether a telling is of a text told before: of the same author and kind, or pointing back to it."""
    if telling.by is None:
        if one.by is not None and any(actor.party == one.by.party is not None for actor in telling.to):
            return False  # nobody receives his own text
        if _answers(one.tellings[-1], telling):
            return False
        named = telling.kind not in _NEVER_GENERAL and all(item.general for item in one.tellings)
        return telling.definite and (telling.kind is one.kind or telling.general or named)
    by = one.by
    if by is None or (by.party or by.name) != (telling.by.party or telling.by.name):
        return False
    return not _is_another(one, telling) and _is_of_kind(one, telling)


def _answers(one: Telling, telling: Telling) -> bool:
    """Whether a telling is of what another in its phrase answers: "comments on the proposal"."""
    if not telling.answered or one.noun is None or telling.noun is None:
        return False
    return 0 <= telling.noun.start - one.noun.end < _BESIDE


def _is_of_kind(one: Gathered, telling: Telling) -> bool:
    """Whether a text and a telling of its author are of one kind, or one of them may be of any."""
    if telling.kind is one.kind or (telling.general and telling.definite):
        return True
    if one.best.strength < 2 and telling.kind is TextKind.REPLY and all(item.general for item in one.tellings):
        return True  # "US paper" in the headline, "its written answer" in the story
    return one.kind in _PROPOSED and telling.kind in _PROPOSED


def _is_another(one: Gathered, telling: Telling) -> bool:
    """Whether a text is told as a new one beside one that its author has tabled: "will put forward a bridging text"."""
    words = {item.word for item in one.tellings}
    return telling.fresh and telling.strength == 2 and one.best.strength == 2 and telling.word not in words


def _is_letter_of(one: Gathered, telling: Telling) -> bool:
    """Whether "the letter" is a reply told before, which came as one."""
    by = telling.by or one.by
    same = one.by is not None and by is not None and (one.by.party or one.by.name) == (by.party or by.name)
    return same and telling.definite and telling.kind is TextKind.LETTER and one.kind in _ANSWERS


def _asked_by(before: Sequence[Gathered], one: Gathered, sides: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whose text a reply answers where the story does not say: the last one that went to the side which replies."""
    by = one.by
    if one.kind is not TextKind.REPLY or by is None or by.party is None:
        return ()
    asked = {by.party, None}
    for other in reversed(before):
        heard = {actor.party for item in other.tellings for actor in item.to} or {side.party for side in sides}
        if other.by is not None and other.by.party != by.party and not heard.isdisjoint(asked):
            return (other.by,)
    return ()


def _record(one: Gathered, sides: Sequence[Actor], asked_by: tuple[Actor, ...]) -> TabledText:
    best, by, told = one.best, one.by, one.tellings
    to = next((item.to for item in [best, *told] if item.to), ()) or asked_by or _other_side(one, sides)
    items = _items(told)
    dated = sorted((item for item in told if item.when), key=lambda item: -item.strength)
    handed = next((item.when for item in dated if not item.published), None)
    published = next((item.when for item in dated if item.published), None)
    title = best.title or next((item.title for item in told if item.title and item.kind is one.kind), None)
    how = "tells of a text that is announced" if best.announced else "tells of a text"
    often = "" if len(told) == 1 else f"; it is spoken of {len(told)} times"
    reason = f"“{' '.join(best.passage.exact.split())}” {how}{often}."
    when = handed or published
    return TabledText(by, to, one.kind, title, when, items, best.passage, reason, published if handed else None)


def _items(told: Sequence[Telling]) -> tuple[TextItem, ...]:
    """The parts by the telling that lists most, with those of the sentences of which the text is the subject."""
    most = max((one.items for one in told), key=len)
    listed_ones = [most, *(one.items for one in told if one.subject and one.items != most)]
    items = {item.wording.span: item for items in listed_ones for item in items}
    return tuple(item for _, item in sorted(items.items()))


def _other_side(one: Gathered, sides: Sequence[Actor]) -> tuple[Actor, ...]:
    """To whom a text goes where the story does not say: to the other of its two sides, from a third to both; what is
    published goes to nobody."""
    by = one.by
    if any(item.published for item in one.tellings):
        return ()
    others = tuple(side for side in sides if by is None or side.party != by.party)
    if len(sides) < 2 or by is None:
        return others if one.kind is TextKind.REPLY and len(others) == 1 else ()
    third = len(others) == 2 and one.kind in _PROPOSED and by.party is not None
    return others if len(others) == 1 or third else ()
