"""Sentences -> tellings of texts: by a noun that names one, or by a verb of writing or answering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rejoinder.model import Actor, Interval, Passage, Span, TextItem, TextKind
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.business.clauses import Clause, clause_around, is_owner, is_said_on, mentions_on
from rejoinder.reading.business.scenes import Day, Mention, Scene
from rejoinder.reading.business.texts.acts import Act, authors_of, hearers_at, is_base, mood_of, to_behind
from rejoinder.reading.business.texts.contents import items_behind, items_of_verb, items_put
from rejoinder.reading.business.texts.edges import kinds, listed, noun_words
from rejoinder.reading.business.texts.nouns import TextNoun, find_nouns
from rejoinder.reading.business.texts.standing import is_a_text
from rejoinder.reading.business.texts.tabling import find_act
from rejoinder.reading.cues import base_forms

_AHEAD = 14
_FAR = 8
_OBJECTS = frozenset(["a", "an", "the", "its", "their", "his", "her", "all", "both", "any"])
_BESIDE = 2
"""Words between a text of somebody's and its day, at most."""
_OPENING = 2
"""Words before a text that opens its sentence, at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a text by one author.

    ``published``  whether ``when`` is the day of publication
    ``strength``   as in ``tabling.Act``
    ``general``    whether its noun may mean any text of its author
    ``definite``   whether it points back
    ``sure``       whether it is told as a text although not whose it is
    ``word``       the noun of it
    ``side``       the side of whoever speaks
    ``subject``    whether it is the subject of the sentence
    ``noun``       where its noun phrase stands, or None where a verb tells of it
    ``answered``   whether it only says what another text answers: "a reply to the draft"
    ``fresh``      whether it is told as a new one: "a revised text", "a bridging text"
    ``guessed``    whether its author is only who speaks of it: "in the letter, the envoy said"
    """

    by: Actor | None
    to: tuple[Actor, ...]
    kind: TextKind
    title: str | None
    when: Interval | None
    published: bool
    announced: bool
    items: tuple[TextItem, ...]
    passage: Passage
    strength: int
    general: bool = False
    definite: bool = False
    sure: bool = False
    word: str = ""
    side: str | None = None
    subject: bool = False
    noun: Span | None = None
    answered: bool = False
    fresh: bool = False
    guessed: bool = False


def find_tellings(scene: Scene) -> Iterator[Telling]:
    """The tellings of a sentence: those by nouns first, then those by verbs."""
    nouns = list(find_nouns(scene))
    for noun, following in zip(nouns, [*nouns[1:], None], strict=False):
        yield from _of_noun(noun, following)
    heads = {noun.head for noun in nouns}
    for at in range(scene.first, scene.last):
        if at not in heads and _may_tell(scene.low(at)):
            yield from _of_verb(scene, at)


def _of_noun(noun: TextNoun, following: TextNoun | None) -> Iterator[Telling]:
    scene, clause = noun.scene, clause_around(noun.scene, noun.head, noun=True)
    items = items_behind(noun)
    act = find_act(noun, clause, has_items=bool(items))
    if act is None:
        return
    kind = _kind_told(noun, act, clause)
    speech = scene.told.speech_at(scene.words[noun.head].start)
    authors: Sequence[Actor | None] = _actors(act.authors, None) or _both_sides(noun, act) or [None]
    to = act.to or (to_behind(scene, noun.end) if noun.word in listed("nouns", "referring") else ())
    for by in authors:
        yield Telling(
            by,
            tuple(_asked_by(noun, following, by) or _hearers(scene, to, by)),
            kind,
            _title(noun),
            _day_of(noun, clause, act),
            act.published,
            act.announced,
            items,
            scene.told.passage(scene.span(act.first, act.last)),
            act.strength,
            noun.word in listed("nouns", "general"),
            noun.definite,
            by is None and is_a_text(noun),
            noun.word,
            speech.speaker.party if speech is not None and speech.speaker is not None else None,
            noun.begin - scene.first < _OPENING,
            scene.span(noun.begin, noun.last),
            _is_answered(noun),
            _is_fresh(noun),
            act.guessed,
        )


def _day_of(noun: TextNoun, clause: Clause, act: Act) -> Interval | None:
    """The day of a text; the day on which another one answers it is not its own."""
    around = clause if act.at < noun.end else clause_around(noun.scene, act.at, noun=False)
    found = _day(noun.scene, around, act)
    before = any(day.interval == found and day.last <= noun.begin for day in noun.scene.days)
    return None if before and _is_answered(noun) else found


def _is_answered(noun: TextNoun) -> bool:
    return noun.scene.low(noun.begin - 1) in ("to", "on") and noun.scene.low(noun.begin - 2) in kinds()


def _is_fresh(noun: TextNoun) -> bool:
    """Whether a text is told as one of its own: "a bridging text", "another draft"; the word alone tells the rest."""
    return noun.scene.low(noun.begin) in ("a", "an", "another", "one")


def _both_sides(noun: TextNoun, act: Act) -> list[Actor | None]:
    """The two sides of the story, who "exchanged drafts"."""
    both = is_base(noun.scene, act.at, "verbs", "exchange") and any(item.kind == "group" for item in act.authors)
    return list(noun.scene.told.main_sides) if both else []


def _kind_told(noun: TextNoun, act: Act, clause: Clause) -> TextKind:
    """The kind by what is done: countered with an offer, replied in a letter, sent a note in reply."""
    scene = noun.scene
    if noun.kind is TextKind.PROPOSAL and is_base(scene, act.at, "verbs", "counter_verbs"):
        return TextKind.COUNTER
    if noun.kind is not TextKind.LETTER or act.strength < 2:
        return noun.kind
    replied = any(is_base(scene, at, "verbs", "answer") for at in range(clause.first, noun.begin))
    in_reply = any(
        scene.low(at) == "in" and scene.low(at + 1) in listed("nouns", "answering")
        for at in range(noun.end, noun.end + 5)
    )
    return TextKind.REPLY if replied or in_reply else noun.kind


def _actors(mentions: Sequence[Mention], by: Actor | None) -> list[Actor]:
    """Whom some mentions mean, each once, without the author."""
    found = dict.fromkeys(item.actor for item in mentions if item.actor is not None)
    return [
        actor for actor in found if by is None or not (actor.name == by.name or actor.party == by.party is not None)
    ]


def _hearers(scene: Scene, mentions: Sequence[Mention], by: Actor | None) -> list[Actor]:
    """To whom a text goes: those named, the two sides of the story. Nobody writes to himself: "his counterparts" are
    others, of whom no more is known than these words."""
    found = _actors(mentions, by)
    if found or not mentions:
        return found
    party = by.party if by is not None else None
    sides = [side for side in scene.told.main_sides if side.party != party]
    if len(sides) > 1 and any(item.kind == "group" for item in mentions):
        return sides
    described = [item for item in mentions if item.kind == "group" or (item.kind == "role" and item.actor is not None)]
    return [Actor(strip_article(scene.text(item.first, item.last))) for item in described]


def _asked_by(noun: TextNoun, following: TextNoun | None, by: Actor | None) -> list[Actor]:
    """Whose text a reply answers by its own words, though it is handed to another: "hand Oman its reply to the American
    paper"."""
    if noun.kind is not TextKind.REPLY or following is None or by is None:
        return []
    between = noun.scene.lows(noun.last, following.begin)
    return _actors(following.owners, by) if between in (["to"], ["on"]) else []


def _title(noun: TextNoun) -> str:
    """What the story calls it: the noun phrase without article and possessor."""
    scene, begin = noun.scene, noun.begin
    for item in noun.owners:
        begin = item.last + is_owner(scene, item) if begin <= item.first < noun.head else begin
    while begin < noun.head and scene.low(begin) in listed("nouns", "determiners"):
        begin += 1
    return scene.text(begin, noun.end)


def _day(scene: Scene, clause: Clause, act: Act) -> Interval | None:
    """The day of tabling: that which stands nearest in the clause, none to come."""
    if act.announced or not act.strength:
        return None
    aside, last = clause.hole
    days = [
        day
        for day in scene.days
        if clause.first <= day.first < clause.last and not aside <= day.first < last and _may_be_day(scene, day, act)
    ]
    near = min(days, key=lambda day: min(abs(day.first - act.last), abs(act.first - day.last)), default=None)
    return near.interval if near is not None else None


def _may_be_day(scene: Scene, day: Day, act: Act) -> bool:
    """Whether a day can be that of tabling: not one to come, not that of saying, not an owner's."""
    today = scene.told.story.day.day
    coming = today is not None and day.interval.earliest is not None and day.interval.earliest > today
    owned = day.last < scene.last and scene.words[day.last].owner
    far = day.first - act.last > (_FAR if act.strength > 1 else _BESIDE) or act.first - day.last > _AHEAD
    far = far or _in_other_clause(scene, act.last, day.first)
    other = day.first > act.last + 1 and scene.low(day.first - 1) == "of"
    other = other or (
        scene.low(day.first - 1) == "dated" and not noun_words().isdisjoint(scene.lows(act.last, day.first))
    )
    return not (coming or owned or far or other or is_said_on(scene, day, act.at))


def _in_other_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb of its own stands between a text and a day: "a text to replace the protocol signed in 2019"."""
    return any(scene.low(at) == "to" and scene.low(at + 2) in _OBJECTS for at in range(first, last - 2))


# Verbs of writing and answering


@lru_cache(16_384)
def _may_tell(word: str) -> bool:
    """Whether a word in lower case can be a verb of writing or answering, or the end of "put forward"."""
    verbs = listed("verbs", "write") | listed("verbs", "ask") | listed("verbs", "answer")
    return word == "forward" or not verbs.isdisjoint(base_forms(word))


def _of_verb(scene: Scene, at: int) -> Iterator[Telling]:
    """As in "wrote to the minister", "asked both companies in writing", "would answer it in writing"."""
    noun = scene.low(at - 1) == "in" or scene.low(at - 1) in listed("not", "verbless")
    if noun or (scene.low(at) == "written" and not _is_done(scene, at)):
        return
    if is_base(scene, at, "verbs", "write") and (to := _written_to(scene, at)) is not None:
        kind = TextKind.REPLY if scene.low(at + 1) == "back" else TextKind.LETTER
        yield from _written(scene, at, kind, hearers_at(scene, to))
    elif is_base(scene, at, "verbs", "write") and _is_for_others(scene, at):
        yield from _written(scene, at, TextKind.LETTER, (), to_nobody=True)
    elif is_base(scene, at, "verbs", "ask") and "writing" in scene.lows(at, at + 8):
        yield from _written(scene, at, TextKind.LETTER, mentions_on(scene, at + 1, scene.last))
    elif scene.low(at) == "forward" and is_base(scene, at - 1, "verbs", "put"):
        yield from _put_forward(scene, at)
    elif is_base(scene, at, "verbs", "answer"):
        clause = clause_around(scene, at, noun=False)
        if _is_in_kind(scene, at, clause):
            yield from _written(scene, at, TextKind.COUNTER, ())
        elif _is_answer(scene, at, clause):
            near = scene.mentions_in(at + 1, min(clause.last, at + 8))
            yield from _written(
                scene, at, TextKind.REPLY, [item for item in near if item.kind in ("person", "side")][:1]
            )


def _day_written(scene: Scene, at: int) -> Interval | None:
    """The day on which a quotation was written: "“I replied on behalf of the club,” she wrote on 10 May"."""
    speech = scene.told.speech_at(scene.words[at].start)
    if speech is None or not speech.direct or speech.cue is None or speech.said_on is None:
        return None
    written = {base for word in speech.cue.exact.lower().split() for base in base_forms(word)}
    return speech.said_on.interval if not listed("verbs", "write").isdisjoint(written) else None


def _is_done(scene: Scene, at: int) -> bool:
    """Whether a participle tells what somebody has done: "has since written", not "has sent written proposals"."""
    back = at - 1
    while scene.low(back) in listed("verbs", "between"):
        back -= 1
    return scene.low(back) in ("has", "have", "had", "'ve", "’ve")


def _written_to(scene: Scene, at: int) -> int | None:
    """The word behind "to" in "wrote on 9 May to Spain", "has written again to Spain"; that behind "back"."""
    if scene.low(at + 1) == "back":
        return at + 2 + (scene.low(at + 2) == "to")
    behind = at + 1
    while (day := next((day.last for day in scene.days if day.first <= behind < day.last), None)) is not None or (
        scene.low(behind) in listed("verbs", "between")
    ):
        behind = day or behind + 1
    return behind + 1 if scene.low(behind) == "to" else None


def _is_for_others(scene: Scene, at: int) -> bool:
    """As in "wrote for the allies", "wrote on behalf of the union": a letter, though to nobody who is named."""
    if scene.lows(at + 1, at + 4) == ["on", "behalf", "of"]:
        return True
    return scene.low(at + 1) == "for" and any(at + 2 <= item.first <= at + 3 for item in scene.mentions)


def _is_in_kind(scene: Scene, at: int, clause: Clause) -> bool:
    """As in "answered in May with a demand of its own"."""
    behind = scene.lows(at + 1, min(clause.last, at + _AHEAD))
    own = any(behind[word - 2] == "of" for word in range(2, len(behind)) if behind[word] == "own")
    return own and "with" in behind


def _put_forward(scene: Scene, at: int) -> Iterator[Telling]:
    """As in "has put forward a lump sum of £600": an offer, though no noun names it one."""
    clause = clause_around(scene, at, noun=False)
    items = items_put(scene, at + 1, clause.last)
    amount = any(low[:1] in "0123456789$€£" for low in scene.lows(at + 1, min(clause.last, at + _FAR)))
    if not items or not amount or not noun_words().isdisjoint(scene.lows(at + 1, at + _FAR)):
        return
    yield from (replace(found, items=items) for found in _written(scene, at - 1, TextKind.PROPOSAL, ()))


def _is_answer(scene: Scene, at: int, clause: Clause) -> bool:
    """Whether a verb of answering tells of a text: in writing, to a text, or promised by a day."""
    behind = scene.lows(at + 1, min(clause.last, at + 8))
    if not listed("verbs", "written").isdisjoint(scene.lows(at + 1, min(clause.last, at + _AHEAD))):
        return True
    if behind[:2] == ["on", "behalf"]:
        return True
    if behind[:1] == ["to"] and not noun_words().isdisjoint(behind):
        return True
    promised = not listed("announced", "promised").isdisjoint(scene.lows(max(clause.first, at - 5), at))
    timed = not {"within", "by", "before", "it", "them"}.isdisjoint(behind[:4])
    dated = any(at < day.first <= at + (_AHEAD if behind[:1] == ["to"] else 6) for day in scene.days)
    direct = behind[:1] and behind[0] in _OBJECTS and not noun_words().isdisjoint(behind[1:3])
    return promised and (timed or dated or bool(direct))


def _written(
    scene: Scene, at: int, kind: TextKind, to: Sequence[Mention], *, to_nobody: bool = False
) -> Iterator[Telling]:
    """A letter or a reply that is told by its verb; none without somebody who writes, or a letter to nobody."""
    clause = clause_around(scene, at, noun=False)
    announced, authors = mood_of(scene, at, clause), authors_of(scene, at, clause)
    if announced is None or not authors or (kind is TextKind.LETTER and not (to or to_nobody)):
        return
    ends = [
        word + 1 for word in range(at, min(clause.last, at + _AHEAD)) if scene.low(word) in listed("verbs", "written")
    ]
    act = Act(2, authors, to, authors[0].first, max([at + 1, *(item.last for item in to), *ends]), at, announced)
    by = authors[0].actor
    yield Telling(
        by,
        tuple(_hearers(scene, to, by)),
        kind,
        None,
        _day(scene, clause, act) or _day_written(scene, at),
        published=False,
        announced=announced,
        items=items_of_verb(scene, act.last) if kind is TextKind.LETTER else (),
        passage=scene.told.passage(scene.span(act.first, act.last)),
        strength=2,
    )
