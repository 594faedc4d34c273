"""Where a mark belongs: the marks of a text in, and for each in its turn, given the items that are open, its place out.

Open items form a path from the whole text down to the last item. A mark goes on with a list on that path if it is the
next number there, else it opens a list within the last item if it is a first number, else it is no item at all: the
"2014." or "(b)" that begins a line within a sentence fits nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rejoinder.matching.outline.drafts import Draft, Style
from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.outline.numerals import Reading, Value, follows, is_first
from rejoinder.matching.tables import table
from rejoinder.model import ItemKind

_AHEAD = 40
_GAP = 4
_ORDERED = (ItemKind.BOOK, ItemKind.PART, ItemKind.TITLE, ItemKind.CHAPTER, ItemKind.SECTION)
_ATTACHED = 2
"""The ranks up to this one are those of annexes, schedules, appendices and protocols."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark opens an item: how many items of the path stay open, how its number is read, and what is odd.

    ``doubt``  ``gap`` where numbers before it are missing, ``repeated`` where it came before, ``restarted`` where
               a list begins anew without a heading, or None
    """

    depth: int
    style: Style
    value: Value
    doubt: str | None = None


@dataclass(slots=True)
class Levels:
    """The marks of a text, asked in their order for their places.

    ``ranks``   how deep each kind that a word names stands in this text
    ``seen``    the last number of each list, wherever it stands
    """

    marks: Sequence[Mark]
    ranks: dict[ItemKind, int]
    seen: dict[Style, Value] = field(default_factory=dict)
    _ahead: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _passed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        for at, mark in enumerate(self.marks):
            self._ahead[mark.wrapper].append(at)

    def place(self, at: int, path: Sequence[Draft]) -> Place | None:
        """The place of mark number ``at`` on the path of open items (the text itself first); None if it opens none."""
        mark = self.marks[at]
        found = self._place(at, mark, path)
        if found is not None and mark.readings:
            self.seen[found.style] = found.value
        return found

    def _place(self, at: int, mark: Mark, path: Sequence[Draft]) -> Place | None:
        if mark.kind is ItemKind.ALTERNATIVE or not mark.readings:
            if mark.kind in self.ranks:
                return self._worded(mark, mark.kind, path)
            return _unnumbered(mark, path)
        if mark.kind in self.ranks:
            return self._worded(mark, mark.kind, path)
        if mark.readings[0].family == "decimal":
            return self._decimal(at, mark, path)
        return self._listed(at, mark, path)

    def _worded(self, mark: Mark, kind: ItemKind, path: Sequence[Draft]) -> Place | None:
        """The place of a mark whose kind a word names: beside the open one of its kind, else by rank."""
        style = (str(kind), "word")
        depth = self._depth_of(kind, path)
        value = _numeric(mark.readings)
        before = path[depth].value if depth < len(path) and path[depth].kind is kind else None
        begins = before is None and any(map(is_first, mark.readings))
        if mark.weak and not begins and not (value and follows(before or self.seen.get(style, (0, 0)), value)):
            return None
        return Place(depth, style, value)

    def _depth_of(self, kind: ItemKind, path: Sequence[Draft]) -> int:
        rank = self.ranks[kind]
        for depth in range(1, len(path)):
            held = path[depth]
            if held.kind is kind and held.worded:
                return depth
            if held.worded and held.kind is not None and self.ranks.get(held.kind, 99) >= rank:
                return depth
            if not held.worded and not self._holds(depth, path):
                return depth
        return len(path)

    def _holds(self, depth: int, path: Sequence[Draft]) -> bool:
        """Whether an item whose kind no word names may hold one whose kind a word does: a heading with nothing else, or
        one that held such items before."""
        held = path[depth]
        return held.kind is ItemKind.SECTION and (not held.own or any(item.worded for item in held.items))

    def _listed(self, at: int, mark: Mark, path: Sequence[Draft]) -> Place | None:
        floor = _floor(path)
        following = self._continuing(mark, path, floor)
        opening = next((reading for reading in mark.readings if is_first(reading)), None)
        if (
            following
            and opening
            and following.style[0].lower() == "letter"
            and self._next_is(at, mark, opening, following)
        ):
            following = None
        if following:
            return following
        if opening and self._can_open(at, mark, opening):
            return _opened(path, (opening.family, mark.wrapper), opening.value, floor)
        return self._irregular(at, mark, path, floor)

    def _continuing(self, mark: Mark, path: Sequence[Draft], floor: int) -> Place | None:
        """The innermost open list in which the mark is the next number."""
        for depth in range(len(path) - 1, 0, -1):
            beyond = depth <= floor
            if beyond and not (depth + 1 < len(path) and path[depth + 1].worded and not path[depth].worded):
                continue
            for reading in mark.readings:
                if path[depth].style == (reading.family, mark.wrapper) and follows(path[depth].value, reading.value):
                    return Place(depth, path[depth].style, reading.value)
        return None

    def _irregular(self, at: int, mark: Mark, path: Sequence[Draft], floor: int) -> Place | None:
        """The place of a number that is neither the next nor a first: a list that goes on under a new heading, one that
        skips or repeats a number, or the middle of a list in an excerpt."""
        if mark.inner or mark.weak:
            return None
        for reading in mark.readings:
            style = (reading.family, mark.wrapper)
            closed = style in self.seen and all(held.style != style for held in path[floor + 1 :])
            if closed and follows(self.seen[style], reading.value):
                return Place(len(path), style, reading.value)
        for depth in range(len(path) - 1, floor, -1):
            for reading in mark.readings:
                if path[depth].style == (reading.family, mark.wrapper):
                    return self._skipping(at, mark, Place(depth, path[depth].style, reading.value), path[depth].value)
        for reading in mark.readings:
            if self._is_followed(at, mark, reading) and (reading.family, mark.wrapper) not in self.seen:
                return Place(len(path), (reading.family, mark.wrapper), reading.value)
        return None

    def _skipping(self, at: int, mark: Mark, place: Place, last: Value) -> Place | None:
        ahead = place.value[0] - last[0]
        if ahead > 1 and self._is_followed(at, mark, Reading(place.style[0], last)):
            return None
        if 1 < ahead <= _GAP or (ahead > 1 and self._is_followed(at, mark, Reading(place.style[0], place.value))):
            return Place(place.depth, place.style, place.value, "gap")
        return Place(place.depth, place.style, place.value, "repeated") if place.value == last else None

    def _decimal(self, at: int, mark: Mark, path: Sequence[Draft]) -> Place | None:
        """The place of 1.2.3: in the list of 1.2, wherever that stands on the path."""
        (_, value), floor = mark.readings[0], _floor(path)
        style = ("decimal", str(len(value)))
        for depth in range(len(path) - 1, 0, -1):
            held = path[depth]
            if depth <= floor and not (held.worded and held.value[:1] == value[:-1]):
                continue
            if held.style == style and held.value[:-1] == value[:-1]:
                return Place(depth, style, value, _doubt(held.value, value)) if value > held.value else None
            if _is_parent(held, value) and (value[-1] <= 1 + _GAP or self._is_followed(at, mark, mark.readings[0])):
                return Place(depth + 1, style, value, None if value[-1] <= 1 else "gap")
            if held.style == style and follows(held.value, value):
                return Place(depth, style, value)
        if any(held.style[0] == "number" for held in path[floor + 1 :]):
            return None
        known = self.seen.get(style)
        if (is_first(mark.readings[0]) and len(value) == 2) or (known and follows(known, value)):
            depth = next(
                (depth for depth in range(floor + 1, len(path)) if path[depth].style[0] == "decimal"), len(path)
            )
            return Place(depth, style, value)
        return None

    def _can_open(self, at: int, mark: Mark, reading: Reading) -> bool:
        """Whether a first number opens a list: in doubtful forms only if the second comes soon."""
        doubtful = (
            mark.weak or (reading.family.isupper() and mark.wrapper != "()") or mark.wrapper in ("–", "—", "-", ":")
        )
        return not doubtful or self._is_followed(at, mark, reading)

    def _is_followed(self, at: int, mark: Mark, reading: Reading) -> bool:
        return any(
            family == reading.family and follows(reading.value, value)
            for later in self._later(at, mark)
            for family, value in later.readings
        )

    def _next_is(self, at: int, mark: Mark, opening: Reading, following: Place) -> bool:
        """Whether (i) after (h) opens a Roman list: (ii) comes before (j)."""
        for later in self._later(at, mark):
            if any(family == opening.family and follows(opening.value, value) for family, value in later.readings):
                return True
            if any(
                family == following.style[0] and follows(following.value, value) for family, value in later.readings
            ):
                return False
        return False

    def _later(self, at: int, mark: Mark) -> Iterator[Mark]:
        """The next marks with the same signs around them, as far as one looks ahead."""
        places = self._ahead[mark.wrapper]
        here = self._passed[mark.wrapper]
        while here < len(places) and places[here] <= at:
            here += 1
        self._passed[mark.wrapper] = here
        return (self.marks[each] for each in places[here : here + _AHEAD])


def rank_kinds(marks: Sequence[Mark]) -> dict[ItemKind, int]:
    """How deep each kind that a word names stands. Parts, titles, chapters and sections stand in the order in which the
    text brings them; a section that opens within articles stands below them."""
    ranks = {ItemKind(kind): rank for kind, rank in table("outline")["ranks"].items()}
    worded = [mark for mark in marks if mark.kind in ranks and not mark.weak and mark.number]
    firsts = list(dict.fromkeys(mark.kind for mark in worded if mark.kind in _ORDERED))
    for rank, kind in zip(sorted(ranks[kind] for kind in firsts if kind), firsts, strict=True):
        ranks[ItemKind(str(kind))] = rank
    if _sections_in_articles(worded):
        ranks[ItemKind.SECTION] = ranks[ItemKind.ARTICLE] + 1
    return ranks


def _sections_in_articles(worded: Sequence[Mark]) -> bool:
    """Whether sections are parts of articles: most first sections stand at the head of one."""
    within = around = 0
    for before, mark, after in zip([None, *worded], worded, [*worded[1:], None], strict=False):
        if mark.kind is ItemKind.SECTION and any(map(is_first, mark.readings)):
            within += before is not None and before.kind is ItemKind.ARTICLE and mark.block - before.block <= 2
            around += after is not None and after.kind is ItemKind.ARTICLE
    return within > around


def is_attached(mark: Mark) -> bool:
    """Whether a mark opens something that is attached to the text: an annex, schedule, appendix or protocol."""
    return mark.kind is not None and table("outline")["ranks"].get(str(mark.kind), 99) <= _ATTACHED


def _opened(path: Sequence[Draft], style: Style, value: Value, floor: int) -> Place:
    """The place of a first number: within the last item, or beside it where lists of the form are open already."""
    same = [depth for depth in range(floor + 1, len(path)) if path[depth].style == style]
    if same and (same[-1] == len(path) - 1 or len(same) > 1):
        return Place(same[-1], style, value, "restarted")
    return Place(len(path), style, value)


def _unnumbered(mark: Mark, path: Sequence[Draft]) -> Place:
    """The place of a bullet, a definition or an alternative: beside the last of its kind, else within the last item."""
    style = (str(mark.kind), mark.wrapper)
    floor = _floor(path)
    depth = next((depth for depth in range(len(path) - 1, floor, -1) if path[depth].style == style), len(path))
    return Place(depth, style, _numeric(mark.readings))


def _floor(path: Sequence[Draft]) -> int:
    """The depth of the innermost open item whose kind a word names; lists do not go on across it."""
    return next((depth for depth in range(len(path) - 1, 0, -1) if path[depth].worded), 0)


def _is_parent(held: Draft, value: Value) -> bool:
    """Whether 1.2 stands within this item: 1, Article 1, or for 1.2.3 the item 1.2."""
    family = held.mark.readings[0].family if held.mark and held.mark.readings else ""
    number = held.value if family == "decimal" else held.value[:1]
    return number == value[:-1] and (family in ("decimal", "number") or held.worded)


def _doubt(last: Value, value: Value) -> str | None:
    return None if value[-1] == last[-1] + 1 else "gap"


def _numeric(readings: Sequence[Reading]) -> Value:
    """The value of a number after a word: of I the Roman one, of A the letter."""
    by_family = dict(readings)
    for family in ("ROMAN", "roman"):
        if family in by_family:
            return by_family[family]
    return readings[0].value if readings else ()
