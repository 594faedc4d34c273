"""The clause around a word of a sentence, without a parser: where it begins and ends, and who stands in it."""

from __future__ import annotations

from typing import NamedTuple

from rejoinder.reading.business.scenes import Day, Mention, Scene
from rejoinder.reading.knowledge import word_set

_BACK = 30
_ON = 40
_SUBJECTS = frozenset(["i", "he", "she", "it", "they", "we"])
_MARKS = frozenset([",", ":", ";", '"', "“", "”", "'", "‘", "’", "—", "–", ".", ""])
_LINKS = frozenset(
    [",", "and", "with", "the", "as", "well", "alongside", "a", "an", "&", "mr", "mrs", "ms", ".", "his", "her"]
)
_INSIDE = frozenset(["of", "in", "at", "from", "to", "for", "by", "on", "about", "over", "against", "into", "under"])


class Clause(NamedTuple):
    """The words ``first`` to ``last`` of a clause; ``hole`` are those of a relative clause within it."""

    first: int
    last: int
    hole: tuple[int, int]


def clause_around(scene: Scene, at: int, *, noun: bool) -> Clause:
    """The clause in which the word ``at`` stands; it does not reach into or out of anybody's speech."""
    floor = max([scene.first, *(edge for edge in scene.edges if edge <= at and parts_clauses(scene, edge))])
    ceiling = speech_end(scene, at)
    first, hole = _clause_start(scene, at, max(floor, at - _BACK), noun=noun)
    relative = scene.low(first - 1) in word_set("scenes", "clauses", "relative") and scene.low(first - 2) == ","
    last = at + 1
    while last < min(ceiling, at + _ON) and not _closes(scene, last, noun=noun, relative=relative):
        last += 1
    return Clause(first, last, hole)


def speech_end(scene: Scene, at: int) -> int:
    """Where the speech around a word ends, or speech behind it begins; else where the sentence ends."""
    return min([scene.last, *(edge for edge in scene.edges if edge > at and parts_clauses(scene, edge))])


def parts_clauses(scene: Scene, edge: int) -> bool:
    """Whether a clause begins or ends where speech does: not in "promised to reply", "proposed a meeting"."""
    return scene.low(edge) in _MARKS or scene.low(edge) == "that" or scene.low(edge - 1) in _MARKS


def _clause_start(scene: Scene, at: int, floor: int, *, noun: bool) -> tuple[int, tuple[int, int]]:
    """Where the clause begins, and the relative clause that it steps over."""
    first, hole = at, (at, at)
    while first > floor and not _opens_clause(scene, first - 1):
        if noun and scene.lows(first - 2, first) == [",", "and"]:
            break
        first -= 1
        if scene.low(first) == ")":
            first = next((begin for begin in range(first, floor - 1, -1) if scene.low(begin) == "("), first)
        elif scene.low(first) == "," and hole[0] == hole[1] and (opened := _relative_before(scene, first, floor)):
            first, hole = opened, (opened, first)
    return first, hole


def _opens_clause(scene: Scene, at: int) -> bool:
    """Whether a word opens a clause of its own: not "since" in "had since sent a letter"."""
    low = scene.low(at)
    return low in word_set("scenes", "clauses", "before") and not (
        low == "since" and scene.low(at - 1) in ("has", "had", "have")
    )


def _relative_before(scene: Scene, comma: int, floor: int) -> int | None:
    """Where the relative clause begins that ends at a comma ("Holloway, who leads the team, met"), or None."""
    for at in range(comma - 1, max(floor, comma - 20), -1):
        if scene.low(at) in word_set("scenes", "clauses", "relative"):
            return at - 1 if scene.low(at - 1) == "," else None
        if scene.low(at) == ",":
            return None
    return None


def _closes(scene: Scene, at: int, *, noun: bool, relative: bool) -> bool:
    """Whether the clause ends before the word ``at``."""
    low, after = scene.low(at), scene.low(at + 1)
    if low == ",":
        return relative or after == "and"
    if low not in word_set("scenes", "clauses", "after"):
        return False
    if low == "as":
        return after not in word_set("scenes", "clauses", "planned")
    if low in ("before", "after", "until"):
        return not any(at < day.first <= at + 3 for day in scene.days)
    return not (noun and low == "that" and after in word_set("scenes", "clauses", "goes_on"))


def is_said_on(scene: Scene, day: Day, at: int) -> bool:
    """Whether a day stands right behind a verb of saying, and the word ``at`` not between them."""
    return any(
        0 <= day.first - end <= 3 and not end <= at < day.first and "," not in scene.lows(end, day.first)
        for end in scene.cue_ends
    )


def subjects_before(scene: Scene, clause: Clause, limit: int) -> list[Mention]:
    """The mentions before a word in its clause that may be the subject: in no phrase of their own, no owners."""
    first, _, hole = clause
    found = [mention for mention in scene.mentions_in(first, limit) if not hole[0] <= mention.first < hole[1]]
    if scene.low(first - 1) in ("who", "which"):
        found = _joined_before(scene, first) + found
    return [mention for mention in found if _may_be_subject(scene, mention)]


def _joined_before(scene: Scene, first: int) -> list[Mention]:
    """Who stands before ", who", with whom "and" joins to them: "Tora and Vice President Lund, who met"."""
    before = [mention for mention in scene.mentions if mention.last < first]
    if not before or before[-1].last < first - 4:
        return []
    other = before[-2:-1]
    joined = bool(other) and other[0].last + 8 > before[-1].first and scene.low(other[0].last) == "and"
    return [*other, before[-1]] if joined else before[-1:]


def _may_be_subject(scene: Scene, mention: Mention) -> bool:
    before = scene.low(mention.first - 1)
    if before in ("the", "a", "an"):
        before = scene.low(mention.first - 2)
    if mention.kind == "pronoun" and scene.low(mention.first) not in _SUBJECTS:
        return False
    return before not in _INSIDE and not is_owner(scene, mention) and not _is_adjective(scene, mention)


def is_owner(scene: Scene, mention: Mention) -> bool:
    """Whether an owner's ending follows ("Moscow's")."""
    return mention.last < scene.last and scene.words[mention.last].owner


def _is_adjective(scene: Scene, mention: Mention) -> bool:
    """Whether an adjective stands for no side of its own; the first one of "Russian and American envoys" does."""
    return mention.kind == "adjective" and scene.low(mention.last) not in ("and", ",")


def mentions_on(scene: Scene, begin: int, limit: int) -> list[Mention]:
    """The mentions that begin near a word and go on with "and" and commas."""
    found: list[Mention] = []
    at = begin
    for mention in scene.mentions_in(begin, limit):
        before = found[-1] if found else None
        if not _follows(scene.lows(at, mention.first), before, mention) and not _goes_on(scene, before, mention):
            break
        found.append(mention)
        at = mention.last
    return [mention for mention in found if not is_owner(scene, mention)]


def _goes_on(scene: Scene, before: Mention | None, mention: Mention) -> bool:
    """As in "officials of the European Union, NATO and the OSCE": a side behind those of another one, in a list."""
    listed = before is not None and scene.lows(before.last, mention.first) == [","]
    roles = before is not None and (before.kind, mention.kind) == ("role", "side")
    return listed and roles and scene.low(mention.last) in ("and", ",")


def _follows(between: list[str], before: Mention | None, mention: Mention) -> bool:
    """Whether a mention goes on with a list, by the words between it and the one before (or the start)."""
    if before is None:
        return len(between) <= 4
    if mention.kind == "pronoun":
        return between == ["and"]
    if between == ["and", "of"]:
        return True
    if between == [","]:
        return before.kind == mention.kind
    post = len(between) <= 6 and ("and" in between or between[:1] == [","]) and _INSIDE.isdisjoint(between)
    return _LINKS.issuperset(between) or post
