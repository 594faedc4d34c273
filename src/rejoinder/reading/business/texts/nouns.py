"""Noun phrases that name a text: a sentence goes in; the kind of each, its words and whose it is come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from rejoinder.model import TextKind
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.edges import kinds, listed, noun_words, phrase_end, phrase_start, stops
from rejoinder.reading.business.texts.owners import POSSESSIVES, owners_of
from rejoinder.reading.cues import base_forms

_GIVING = frozenset(["give", "gives", "gave", "given", "giving"])


class TextNoun(NamedTuple):
    """A noun phrase at the words ``begin`` to ``end`` of a sentence (``head``, ``last`` are those of its noun).

    ``owners``  those whose text it is by the noun phrase itself: "Moscow's drafts", "the American paper", "a plan by X"
    """

    scene: Scene
    begin: int
    head: int
    last: int
    end: int
    kind: TextKind
    owners: tuple[Mention, ...]

    @property
    def word(self) -> str:
        return self.scene.low(self.head)

    @property
    def definite(self) -> bool:
        """Whether it points back to a text that was told of."""
        opens = self.scene.low(self.begin)
        return opens in ("the", "this", "that", "these", "those", "both") or opens in POSSESSIVES


def find_nouns(scene: Scene) -> Iterator[TextNoun]:
    """The noun phrases of a sentence that name a text, in the order of the text."""
    for at in range(scene.first, scene.last):
        if scene.low(at) in noun_words() and (found := _noun_at(scene, at)) is not None:
            yield found


def _noun_at(scene: Scene, at: int) -> TextNoun | None:
    phrase = " ".join(scene.lows(at - 1, at + 1))
    head = at - 1 if phrase in kinds() else at
    kind = kinds().get(phrase) or kinds().get(scene.low(at))
    begin = phrase_start(scene, head)
    if kind is None or _has_other_sense(scene, begin, head, at):
        return None
    kind = _kind_here(scene, begin, at, kind)
    last = _drafted_end(scene, at + 1) if scene.low(at) == "draft" else at + 1
    return TextNoun(scene, begin, head, last, phrase_end(scene, last), kind, tuple(owners_of(scene, begin, head, last)))


def _drafted_end(scene: Scene, at: int) -> int:
    """Behind the word that tells what is drafted: "the draft code", "a draft operating manual"."""
    ends = (place + 1 for place in range(at, min(scene.last, at + 3)) if scene.low(place) in listed("nouns", "drafted"))
    end = next(ends, at)
    return end if stops().isdisjoint(scene.lows(at, end)) else at


def _kind_here(scene: Scene, begin: int, at: int, kind: TextKind) -> TextKind:
    """The kind by the words around the noun: a ministry's note, a letter of refusal, a rival draft."""
    low, inside = scene.low(at), scene.lows(begin, at)
    states = listed("nouns", "states")
    near = (*scene.lows(scene.first, scene.last), *("embassy" for _ in range(scene.low(at + 2) == "protest")))
    if low in ("note", "notes") and not states.isdisjoint(near):
        return TextKind.NOTE_VERBALE
    behind = scene.low(at + 2) if scene.low(at + 1) in ("of", "in") else ""
    if kind is TextKind.LETTER and (behind in listed("nouns", "answering") or "reply" in inside):
        return TextKind.REPLY
    if kind is TextKind.PROPOSAL and low != "platform" and not listed("nouns", "agreed").isdisjoint(inside):
        return TextKind.DRAFT
    offered = kind in (TextKind.PROPOSAL, TextKind.DRAFT)
    own = scene.low(begin) in POSSESSIVES and scene.low(begin + 1) == "own"  # "sent Spain its own draft"
    return TextKind.COUNTER if offered and (own or not listed("nouns", "rival").isdisjoint(inside)) else kind


def _has_other_sense(scene: Scene, begin: int, head: int, at: int) -> bool:
    """Whether it is no text: "no reply", "to answer", "a list of names", the first noun of two ("draft treaty")."""
    low, after = scene.low(at), scene.low(at + 1)
    if not listed("not", "before").isdisjoint(scene.lows(begin - 1, head)) or after in listed("not", "after"):
        return True
    if after == "of" and scene.low(at + 2) in listed("not", "of"):
        return True
    if (
        low in ("text", "texts", "copy", "copies")
        and after == "of"
        and not kinds().keys().isdisjoint(scene.lows(at + 2, at + 5))
    ):
        return True  # "the text of the letter"
    joined = (after in kinds() and after not in listed("nouns", "handed")) or f"{low} {after}" in kinds()
    return joined or (begin == head and scene.low(head - 1) in listed("not", "verbal")) or _is_other(scene, begin, at)


def _is_other(scene: Scene, begin: int, at: int) -> bool:
    """Whether a noun of several senses is no text here."""
    sense = _SENSES.get(scene.low(at))
    return sense is not None and sense(scene, begin, at)


def _is_no_proposal(scene: Scene, begin: int, at: int) -> bool:
    """As in "a report said so": a report is a text where it recommends."""
    del begin
    return listed("nouns", "reporting").isdisjoint(base_forms(scene.low(at + 1)))


def _lists_others(scene: Scene, begin: int, at: int) -> bool:
    """As in "a list of names"."""
    del begin
    return scene.low(at + 1) != "of" or listed("nouns", "listing").isdisjoint(scene.lows(at + 2, at + 6))


def _is_within(scene: Scene, begin: int, at: int) -> bool:
    """As in "a list of demands", "the petition demands", where another noun names the text."""
    del begin
    return scene.low(at - 1) == "of" or scene.low(at - 1) in kinds()


def _is_assertion(scene: Scene, begin: int, at: int) -> bool:
    """As in "the claim that": one that is lodged, or for pay, is a text."""
    return listed("nouns", "claimed").isdisjoint((*scene.lows(begin, at), *scene.lows(at + 1, at + 12)))


def _is_of_strike(scene: Scene, begin: int, at: int) -> bool:
    """As in "notice of a strike", "gave notice"."""
    near = scene.lows(begin - 1, at + 5)
    return not listed("not", "noticed").isdisjoint(near) or (begin == at and scene.low(at - 1) in _GIVING)


_SENSES: dict[str, Callable[[Scene, int, int], bool]] = {
    "report": _is_no_proposal,
    "list": _lists_others,
    "platform": _lists_others,
    "demands": _is_within,
    "claim": _is_assertion,
    "notice": _is_of_strike,
    "outline": lambda scene, _, at: scene.low(at + 1) == "of",
    "note": lambda scene, _, at: scene.low(at - 1) in listed("not", "taking"),
    "telegram": lambda scene, _, at: scene.words[at].capital,
    "text": lambda scene, begin, at: "full" in scene.lows(begin, at),
    "texts": lambda scene, begin, at: "full" in scene.lows(begin, at),
}
