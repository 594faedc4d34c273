"""The signs by which a passage is told to answer an item: both sides in, a matrix for each sign out.

Each sign is a matrix of passages x items. What tells that a passage answers nothing is a vector over the passages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.align.cited import Citable
from rejoinder.matching.align.citing import Citation, find_citations
from rejoinder.matching.align.meaning import Embedder, shared_meanings
from rejoinder.matching.align.order import Opening
from rejoinder.matching.align.sides import Asked, Said
from rejoinder.matching.align.wording import shared_letters, shared_runs, shared_stems
from rejoinder.matching.phrases import phrases_of, plain

Matrix = NDArray[np.float64]
SIGNS = (
    "stems", "letters", "runs", "meaning", "part", "mutual", "heading", "around", "cited", "carried", "numbered"
)  # fmt: skip
IDLE_SIGNS = ("always", "courtesy", "speaks", "cites", "edge")
FEWEST_PARAGRAPHS = 3
FEWEST_PASSAGES = 3
FAR, FEWEST_AGAINST = 0.25, 2
NEAR = 0.2
"""By so much more alike another pair must be to count for less than half as much."""
SPEAKING = ("accepted", "countered", "declined", "deferred", "deflected", "noted")


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found: ``pairs`` (signs x passages x items, in the order of SIGNS), ``idle`` (passages x IDLE_SIGNS),
    and how each passage begins."""

    pairs: Matrix
    idle: Matrix
    openings: tuple[Opening, ...]


def find_signs(items: Sequence[Asked], passages: Sequence[Said], embedder: Embedder | None) -> Signs:
    """All signs. Without an ``embedder`` that of meaning is zero."""
    asked = [item.words or item.around for item in items]
    said = [passage.words for passage in passages]
    headings = [passage.heading for passage in passages]
    shape = (len(passages), len(items))
    cited, carried, numbered = _citations(items, passages)
    meaning, part = shared_meanings(asked, said, embedder) if embedder else (np.zeros(shape), np.zeros(shape))
    stems, letters = shared_stems(asked, said), shared_letters(asked, said)
    found = {
        "stems": stems,
        "letters": letters,
        "runs": shared_runs(asked, said),
        "meaning": meaning,
        "part": part,
        "mutual": _mutual(stems + letters + part, passages),
        "heading": shared_letters([f"{item.around} {item.words}" for item in items], headings),
        "around": shared_letters([item.around for item in items], said),
        "cited": _marked(cited, shape),
        "carried": _marked(carried, shape),
        "numbered": _trusted(_marked(numbered, shape), stems + letters + part),
    }
    edges = _edges(passages)
    idle = [_idle_signs(passage, here, edges) for passage, here in zip(passages, cited, strict=True)]
    return Signs(np.stack([found[name] for name in SIGNS]), np.array(idle, dtype=np.float64), _openings(passages))


def _trusted(numbered: Matrix, alike: Matrix) -> Matrix:
    """The items that numbers at the heads of paragraphs name; none where the reply has numbers of its own: where more
    of its passages are far more alike to another item than are most alike to the one that is named."""
    rows = np.flatnonzero(numbered.any(axis=1))
    named = np.where(numbered[rows] > 0, alike[rows], 0.0).max(axis=1, initial=0.0)
    best = alike[rows].max(axis=1, initial=0.0)
    against, bearing_out = int((best > named + FAR).sum()), int(((named >= best) & (named > FAR)).sum())
    return np.zeros_like(numbered) if against > max(bearing_out, FEWEST_AGAINST) else numbered


def _mutual(alike: Matrix, passages: Sequence[Said]) -> Matrix:
    """How near a passage and an item come to being most alike to each other: one where no other item is more alike to
    the passage, and no other passage to the item; the less, the more others are. Nothing where the paragraphs are not
    known: bare lists of sentences may have many to an item."""
    if passages[0].paragraph is None:
        return np.zeros_like(alike)
    found: Matrix = _nearest(alike, axis=0) * _nearest(alike, axis=1)
    return found


def _nearest(alike: Matrix, axis: int) -> Matrix:
    best = alike.max(axis=axis, keepdims=True)
    found: Matrix = np.exp((alike - best) / NEAR) * (best > 0)
    return found


def _openings(passages: Sequence[Said]) -> tuple[Opening, ...]:
    turns = [True, *(one.paragraph != other.paragraph for one, other in pairwise(passages))]
    return tuple(Opening(turn, goes_on(passage.words)) for turn, passage in zip(turns, passages, strict=True))


def goes_on(words: str) -> bool:
    """Whether words begin as those do that go on about what the sentence before them was on."""
    return phrases_of("reply", "goes_on", "words").match(plain(words)) is not None


def _edges(passages: Sequence[Said]) -> set[int | None]:
    """The first and the last paragraph, where there are some between: that is where courtesies stand."""
    paragraphs = [passage.paragraph for passage in passages]
    return {paragraphs[0], paragraphs[-1]} if len(set(paragraphs)) >= FEWEST_PARAGRAPHS else set()


def _idle_signs(passage: Said, cited: tuple[int, ...], edges: set[int | None]) -> tuple[float, ...]:
    words = plain(passage.words)
    courteous = phrases_of("dispositions", "courtesy", "phrases").search(words) is not None
    speaks = any(phrases_of("dispositions", kind, "strong").search(words) for kind in SPEAKING)
    return (1.0, float(courteous), float(speaks), float(bool(cited)), float(passage.paragraph in edges))


def _marked(chosen: Sequence[tuple[int, ...]], shape: tuple[int, int]) -> Matrix:
    """One where an item is chosen for a passage; less where it is one of many."""
    found = np.zeros(shape)
    for row, items in enumerate(chosen):
        if items:
            found[row, list(items)] = 1.0 / (1.0 + 0.1 * (len(items) - 1))
    return found


Chosen = list[tuple[int, ...]]


def _citations(items: Sequence[Asked], passages: Sequence[Said]) -> tuple[Chosen, Chosen, Chosen]:
    """For each passage the items that it cites, those that the heading or a sentence before it cites, and those that
    the number of its paragraph names."""
    citable = Citable(items)
    cited: Chosen = []
    carried: Chosen = []
    numbered: Chosen = []
    latest: tuple[int, ...] = ()
    before: Said | None = None
    for passage in passages:
        if before is None or passage.paragraph != before.paragraph or passage.paragraph is None:
            latest = tuple(_items_of(passage.heading, citable, ()))
        elif passage.heading != before.heading:
            latest = tuple(_items_of(passage.heading, citable, ())) or latest
        here = tuple(_items_of(passage.words, citable, latest))
        carried.append(() if here else latest)
        cited.append(here)
        latest = here or latest
        numbered.append(tuple(_numbered(passage, citable)))
        before = passage
    return cited, carried, numbered


def _items_of(words: str, citable: Citable, within: Sequence[int]) -> list[int]:
    """The items that words cite; where they cite a part and then one in it ("Article 1 ... its paragraph 2"), that."""
    found: list[int] = []
    for citation in find_citations(words):
        if _is_foreign(words, citation):
            continue
        items = citable.find(citation, found or within)
        inner = set(items) < set(found)
        found = items if inner else [*found, *(at for at in items if at not in found)]
    return found


_FOREIGN = re.compile(
    r"[^.;]{0,24}?\b(?:of|in|under)\s+(?:the|its|our|my)\s+(?:final|existing|current|charter|constitution|"
    r"convention of|act\b|statute|code|law|letter of|contract|treaty of|agreement of|protocol of|annexed|1\d{3}|20\d\d)"
)


def _is_foreign(words: str, citation: Citation) -> bool:
    """Whether the part that is cited is one of another text: "section 7 of the final rule"."""
    return _FOREIGN.match(words.lower(), citation.start) is not None


def _numbered(passage: Said, citable: Citable) -> list[int]:
    """The items that the number at the head of the paragraph names, or the numbers from that to ``last``."""
    if passage.number is None:
        return []
    first = passage.number.strip("(). ")
    if passage.last and first.isdecimal():
        numbers = [str(number) for number in range(int(first), min(int(passage.last), int(first) + 40) + 1)]
        return [at for number in numbers for at in citable.find_number(number)]
    return citable.find_number(passage.number)
