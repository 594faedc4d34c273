"""Sentences -> occasions: the nouns and verbs that tell of a meeting or a call, each within its clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rejoinder.reading.business.clauses import Clause, clause_around
from rejoinder.reading.business.scenes import Scene
from rejoinder.reading.knowledge import word_set

_LONGEST = 8
_BACK = 60


class Occasion(NamedTuple):
    """A noun or verb of meeting at the word ``at`` of a sentence, with its clause.

    ``begin``, ``end``  the words of the noun phrase before its complement, or of the verb
    ``verb``            whether it is told by a verb
    ``call``            whether it is by telephone
    ``mass``            whether the noun means talks in general unless more is told of them"""

    scene: Scene
    at: int
    begin: int
    end: int
    clause: Clause
    verb: bool
    call: bool
    mass: bool

    def ahead(self, count: int) -> list[str]:
        """So many words right before it, in lower case."""
        return self.scene.lows(self.begin - count, self.begin)

    def behind(self, count: int) -> list[str]:
        """So many words right behind it within its clause, in lower case."""
        return self.scene.lows(self.end, min(self.clause.last, self.end + count))

    def inside(self) -> list[str]:
        """The words of the noun phrase before the noun, in lower case."""
        return self.scene.lows(self.begin, self.at)


def listed(*keys: str) -> frozenset[str]:
    """A list of the table of meetings."""
    return word_set("meetings", *keys)


@cache
def trigger_words() -> frozenset[str]:
    """The words, one of which stands in every sentence that tells of a meeting."""
    return frozenset().union(
        *(listed("nouns", key) for key in ("single", "mass", "meals")),
        *(
            listed("verbs", key)
            for key in ("meet", "see", "phone", "sit", "speak", "line", "receive", "call", "convene")
        ),
        listed("verbs", "elided"),
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*(listed("nouns", key) for key in ("single", "mass", "meals")))


def find_occasions(scene: Scene) -> Iterator[Occasion]:
    """The occasions of a sentence, in the order of the text."""
    taken = scene.first
    for at in range(scene.first, scene.last):
        if at >= taken and scene.low(at) in trigger_words():
            found = _by_verb(scene, at) or _by_noun(scene, at) or _by_pronoun(scene, at) or _by_forum(scene, at)
            if found is not None:
                taken = found.end
                yield found


# Verbs


def _by_verb(scene: Scene, at: int) -> Occasion | None:
    low = scene.low(at)
    tells = (
        (low in listed("verbs", "meet") and _is_meeting_somebody(scene, at))
        or (low in listed("verbs", "see") and scene.low(at - 1) == "to" and _has_object(scene, at))
        or (low in listed("verbs", "phone") and bool(scene.mentions_in(at + 1, at + 6)))
        or (low in listed("verbs", "sit") and scene.low(at + 1) == "down")
        or (low in listed("verbs", "speak") and _is_speaking_with(scene, at))
        or (low in listed("verbs", "line") and _is_line(scene, at))
        or (low in listed("verbs", "receive") and _is_receiving(scene, at))
        or (low in listed("verbs", "call") and _is_calling_on(scene, at))
        or low in listed("verbs", "convene")
    )
    if not tells:
        return None
    end = at + 2 if low in listed("verbs", "sit") else at + 1
    clause = clause_around(scene, at, noun=False)
    lines = listed("nouns", "calls")
    call = low in lines or not lines.isdisjoint(scene.lows(end, min(end + 6, clause.last)))
    return Occasion(scene, at, at, end, clause, True, call, False)


def _is_meeting_somebody(scene: Scene, at: int) -> bool:
    """Whether "met", "meet" has the sense of people who meet; "meeting" only where somebody follows."""
    low, before, after = scene.low(at), scene.low(at - 1), scene.low(at + 1)
    if low == "meeting" and at == scene.first:
        return after in ("in", "on", "at", "for", "here")
    if low == "meeting":
        return before in listed("verbs", "before_meeting") and _has_object(scene, at)
    passive = low == "met" and before in ("was", "were", "be", "been")
    if passive or after in listed("not", "met") or (after == "with" and scene.low(at + 2) in listed("not", "met")):
        return False
    must = after in ("a", "an") or (before == "to" and after in ("the", "its", "their"))
    return before != "a" and (not must or _has_object(scene, at))


def _has_object(scene: Scene, at: int) -> bool:
    """Whether somebody who can be met follows the verb."""
    begin = at + 2 if scene.low(at + 1) == "with" else at + 1
    return any(item.kind != "adjective" and item.first <= begin + 4 for item in scene.mentions_in(begin, begin + 9))


def _is_speaking_with(scene: Scene, at: int) -> bool:
    """As in "spoke by telephone", "talked for eight hours", "consulted the European Union"."""
    if scene.low(at) in listed("verbs", "consult"):
        return bool(scene.mentions_in(at + 1, at + 7))
    rest = scene.lows(at + 1, at + 9)
    lasted = rest[:1] == ["for"] and not listed("nouns", "hours").isdisjoint(rest)
    by_line = not listed("nouns", "calls").isdisjoint(rest[:5]) and rest[0] in ("by", "on", "over", "with", "to")
    return lasted or by_line


def _is_receiving(scene: Scene, at: int) -> bool:
    """As in "received the minister", "will be received by Haldane": somebody, not a letter."""
    begin = at + 2 if scene.low(at + 1) == "by" else at + 1
    return any(
        item.kind in ("person", "group") and item.first <= begin + 4 for item in scene.mentions_in(begin, begin + 9)
    )


def _is_calling_on(scene: Scene, at: int) -> bool:
    """As in "called on the minister on Saturday": not "called on the minister to resign"."""
    persons = [item for item in scene.mentions_in(at + 2, at + 9) if item.kind == "person" and item.first <= at + 5]
    noun = scene.low(at - 1) in listed("nouns", "determiners") | listed("nouns", "by_line")
    return (
        scene.low(at + 1) == "on"
        and not noun
        and bool(persons)
        and scene.low(persons[0].last) not in ("to", "not", "for")
    )


def _is_line(scene: Scene, at: int) -> bool:
    """As in "congratulated both leaders by telephone": not where somebody tells reporters something by telephone."""
    by = scene.low(at - 1) == "by" or scene.lows(at - 2, at) in (["on", "the"], ["over", "the"])
    first, last, _ = clause_around(scene, at, noun=False)
    groups = [item for item in scene.mentions_in(first, at) if item.kind in ("group", "person")]
    return by and len(groups) > 1 and listed("verbs", "tell").isdisjoint(scene.lows(first, last))


# Nouns


def _by_pronoun(scene: Scene, at: int) -> Occasion | None:
    """As in "The next is due in Rome", "It will be held in Caracas" behind a sentence that tells of a meeting."""
    count = 2 if scene.low(scene.first) == "the" else 1
    begins = " ".join(scene.lows(scene.first, scene.first + count + 1)) in listed("verbs", "elided_subjects")
    before = scene.words[max(0, scene.first - _BACK) : scene.first]
    meeting = any(word.low in listed("nouns", "again") and word.sentence >= before[-1].sentence - 1 for word in before)
    if scene.low(at) in _nouns() or not begins or not meeting or at > scene.first + 8:
        return None
    end = scene.first + count
    return Occasion(scene, end - 1, scene.first, end, clause_around(scene, end, noun=True), False, False, False)


def _by_forum(scene: Scene, at: int) -> Occasion | None:
    """As in "after four hours of the NATO-Russia Council": a body in which sides meet, with how long it sat."""
    last = scene.mentions_in(at + 2, at + 8)[:1]
    if scene.low(at) not in ("hours", "hour") or scene.low(at + 1) != "of" or not last or last[0].kind != "side":
        return None
    name = scene.words[last[0].last - 1].text
    if name not in listed("forums", "last") or last[0].first > at + 3:
        return None
    clause = clause_around(scene, at, noun=True)
    return Occasion(scene, last[0].last, at - 1, last[0].last, clause, False, False, False)


def _by_noun(scene: Scene, at: int) -> Occasion | None:
    low = scene.low(at)
    if low not in _nouns():
        return None
    clause = clause_around(scene, at, noun=True)
    begin, end = _phrase_start(scene, at, clause.first), _phrase_end(scene, at)
    if _has_other_sense(scene, at, begin):
        return None
    call = not listed("nouns", "calls").isdisjoint(scene.lows(begin, end))
    mass = low in listed("nouns", "mass") or low in listed("nouns", "meals") or low == "table"
    return Occasion(scene, at, begin, end, clause, verb=False, call=call, mass=mass)


def _has_other_sense(scene: Scene, at: int, begin: int) -> bool:
    """Whether the noun is none of an occasion: "news conference", "no meeting", "round of cuts", "call for"."""
    low, after, inside = scene.low(at), scene.low(at + 1), scene.lows(begin, at)
    word = scene.words[at]
    if not listed("not", "before").isdisjoint(inside) or after in listed("not", "after"):
        return True
    if (
        scene.low(begin - 1) in listed("not", "governors")
        or scene.lows(begin - 3, begin) == ["no", "date", "for"]
        or (word.capital and not word.opens)
    ):
        return True
    if low == "meeting" and scene.low(at - 1) == "," and after in ("in", "at", "on"):
        return True
    if low in ("call", "round", "cycle", "table", "appointment"):
        return not _is_of_meeting(scene, at, inside)
    return False


def _is_of_meeting(scene: Scene, at: int, inside: list[str]) -> bool:
    """Whether a noun with many senses is one of meeting: "a phone call", "a round of talks", "a round table"."""
    low, after = scene.low(at), scene.low(at + 1)
    if low == "call":
        return _is_call(scene, at)
    if low == "appointment":
        return after not in ("of", "as", "to")
    return scene.low(at - 1) == "round" if low == "table" else _is_round(scene, at, inside)


def _is_call(scene: Scene, at: int) -> bool:
    """Whether "call" is one by telephone: "a phone call", "the call lasted", "in a call with"."""
    before, after = scene.low(at - 1), scene.low(at + 1)
    if before in listed("nouns", "by_line"):
        return True
    verbs = listed("status", "events")
    return before in ("a", "the") and (after in ("with", "between", ",", ".", "was") or after in verbs)


def _is_round(scene: Scene, at: int, inside: list[str]) -> bool:
    """Whether "round" is one of talks: with a number, "next" or "last", or with "of talks" behind it."""
    if scene.low(at + 1) == "of":
        return not listed("nouns", "mass").isdisjoint(scene.lows(at + 2, at + 6))
    return any(word in listed("nouns", "ordinals") or word[:1].isdigit() for word in inside)


def _phrase_start(scene: Scene, at: int, floor: int) -> int:
    """The first word of the noun phrase that ends in the noun ``at``."""
    begin = at
    while begin > floor and at - begin < _LONGEST:
        word = scene.words[begin - 1]
        if word.low in listed("nouns", "determiners"):
            return begin - 1
        if word.low == "of" and scene.low(begin - 2) in listed("nouns", "spans"):
            begin -= 1
        elif _ends_phrase(scene, begin - 1):
            break
        begin -= 1
    return begin


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` stands before the noun phrase behind it."""
    word = scene.words[at]
    if not (word.text[0].isalnum() or word.owner or word.text in "‘'’"):
        return True
    stops = word_set("titles", "edges", "stops") - listed("nouns", "inner")
    verbal = word.low in listed("nouns", "governors") and not word.text.isupper()
    return (word.low in stops and not word.capital) or verbal or word.low in listed("status", "cancelled")


def _phrase_end(scene: Scene, at: int) -> int:
    """Behind the noun, and behind "of ... talks" where it is a round of talks."""
    if scene.low(at) not in ("round", "session", "cycle") or scene.low(at + 1) != "of":
        return at + 1
    return next((end + 1 for end in range(at + 2, min(at + 6, scene.last)) if scene.low(end) in _nouns()), at + 1)
