"""Noun phrases that name a text: a sentence goes in; the kind of each, its words and whose it is come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rejoinder.model import TextKind
from rejoinder.reading.business.clauses import is_owner, mentions_on
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import load_table, word_set

_LONGEST = 9
_COMPLEMENT = 12
_POSSESSIVES = frozenset(["its", "their", "his", "her", "our", "my"])


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
        return opens in ("the", "this", "that", "these", "those", "both") or opens in _POSSESSIVES


def listed(*keys: str) -> frozenset[str]:
    """A list of the table of texts."""
    return word_set("texts", *keys)


@cache
def kinds() -> dict[str, TextKind]:
    """The nouns of a text, single words and phrases, and their kinds."""
    table = load_table("texts")
    return {word: TextKind(kind) for word, kind in (table["kinds"] | table["phrases"]).items()}


@cache
def noun_words() -> frozenset[str]:
    """The words, one of which stands in every noun of a text."""
    return frozenset(phrase.split()[-1] for phrase in kinds())


def find_nouns(scene: Scene) -> Iterator[TextNoun]:
    """The noun phrases of a sentence that name a text, in the order of the text."""
    for at in range(scene.first, scene.last):
        if scene.low(at) in noun_words() and (found := _noun_at(scene, at)) is not None:
            yield found


def _noun_at(scene: Scene, at: int) -> TextNoun | None:
    phrase = " ".join(scene.lows(at - 1, at + 1))
    head = at - 1 if phrase in kinds() else at
    kind = kinds().get(phrase) or kinds().get(scene.low(at))
    begin = _phrase_start(scene, head)
    if kind is None or _has_other_sense(scene, begin, head, at):
        return None
    kind = _kind_here(scene, begin, at, kind)
    return TextNoun(
        scene, begin, head, at + 1, _phrase_end(scene, at + 1), kind, tuple(_owners(scene, begin, head, at + 1))
    )


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
    if kind is TextKind.PROPOSAL and not listed("nouns", "agreed").isdisjoint(inside):
        return TextKind.DRAFT
    offered = kind in (TextKind.PROPOSAL, TextKind.DRAFT)
    return TextKind.COUNTER if offered and not listed("nouns", "rival").isdisjoint(inside) else kind


def _has_other_sense(scene: Scene, begin: int, head: int, at: int) -> bool:
    """Whether it is no text: "no reply", "to answer", "a list of names", the first noun of two ("draft treaty")."""
    low, after = scene.low(at), scene.low(at + 1)
    if not listed("not", "before").isdisjoint(scene.lows(begin - 1, head)) or after in listed("not", "after"):
        return True
    if after == "of" and scene.low(at + 2) in listed("not", "of"):
        return True
    joined = after in kinds() or f"{low} {after}" in kinds()
    return joined or (begin == head and scene.low(head - 1) in listed("not", "verbal")) or _is_other(scene, begin, at)


def _is_other(scene: Scene, begin: int, at: int) -> bool:
    """Whether a noun of several senses is no text here: "a report said", "took note", "the full text"."""
    low, after = scene.low(at), scene.low(at + 1)
    if low == "report":
        return listed("nouns", "reporting").isdisjoint(base_forms(after))
    if low == "list":
        return after != "of" or listed("nouns", "listing").isdisjoint(scene.lows(at + 2, at + 6))
    if low == "note":
        return scene.low(at - 1) in listed("not", "taking")
    if low == "telegram":
        return scene.words[at].capital
    return low in ("text", "texts") and "full" in scene.lows(begin, at)


# Where the noun phrase begins and ends


def _phrase_start(scene: Scene, head: int) -> int:
    """The first word of the noun phrase whose noun is at ``head``: its article or the possessor."""
    begin = head
    while begin > scene.first and head - begin < _LONGEST:
        low = scene.low(begin - 1)
        if low in listed("nouns", "determiners") and not scene.words[begin].owner:
            return begin - 1 - (scene.low(begin - 2) in listed("nouns", "articles"))
        if low == "of" and scene.low(begin - 2) in listed("nouns", "quantities"):
            begin -= 1
        elif _ends_phrase(scene, begin - 1):
            break
        begin -= 1
    return begin


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` stands before the noun phrase behind it."""
    word = scene.words[at]
    if not (word.text[0].isalnum() or word.owner):
        return True
    described = scene.low(at - 1) in listed("nouns", "determiners") or (at > scene.first and scene.words[at - 1].owner)
    adjective = word.low == "written" or (described and word.low.endswith(("ed", "ing", "en")))
    if adjective or (word.capital and not word.opens):
        return False
    verbs = listed("verbs", "table") if word.low in listed("verbs", "react") else _verbs()
    return word.low in _stops() or not verbs.isdisjoint(base_forms(word.low))


@cache
def _verbs() -> frozenset[str]:
    """The base forms of the verbs of which a text may be the object."""
    return listed("verbs", "table") | listed("verbs", "react")


@cache
def _stops() -> frozenset[str]:
    """The words at which a noun phrase ends, on either side."""
    return (word_set("titles", "edges", "stops") | listed("nouns", "stops")) - listed("nouns", "inner")


def _phrase_end(scene: Scene, last: int) -> int:
    """Where the noun phrase ends, with "of ...", "on ..." and "for ..." behind it."""
    if scene.low(last) not in ("of", "on", "for"):
        return last
    end = last + 1
    while end < min(scene.last, last + _COMPLEMENT) and _goes_on(scene, end):
        end += 1
    while end > last and scene.low(end - 1) in listed("nouns", "joining"):
        end -= 1
    return end


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` goes on with the complement: not with a day, not with somebody else's name."""
    word, joined = scene.words[at], scene.low(at - 1) in listed("nouns", "joining") or scene.words[at - 1].owner
    if any(day.first <= at < day.last for day in scene.days):
        return False
    if not joined and any(item.first == at for item in scene.mentions):
        return False
    inside = word.low in listed("nouns", "joining") or word.owner
    return inside or (word.text[0].isalnum() and word.low not in _stops())


# Whose it is


def _owners(scene: Scene, begin: int, head: int, last: int) -> list[Mention]:
    """Whose text it is: a possessor, those behind "of", "by", "from", or an adjective or name before the noun."""
    found = scene.mentions_in(begin, head)
    owning = [item for item in found if is_owner(scene, item) or scene.low(item.first) in _POSSESSIVES]
    return owning[-1:] or _behind_of(scene, last) or _behind_by(scene, last) or _before(found)


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
        if scene.low(at + 1) in _POSSESSIVES:
            return _described(scene, at + 1)
        return _near(scene, at + 1)
    return []


def _near(scene: Scene, at: int) -> list[Mention]:
    """Those named from a word on, where the first of them is no more than an article away."""
    found = mentions_on(scene, at, scene.last)
    near = at + (scene.low(at) in listed("nouns", "articles"))
    return found if found and found[0].first <= near else []


def _described(scene: Scene, at: int) -> list[Mention]:
    """Those whom "its creditors" means: not those to whom "its" points."""
    end = at + 1
    while end < min(scene.last, at + 5) and not _ends_phrase(scene, end):
        end += 1
    return [Mention(at, end, scene.told.whom(scene.span(at, end)), "role")]
