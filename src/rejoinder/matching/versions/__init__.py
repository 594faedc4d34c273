"""Two versions of a text -> what became of each item, and of its words.

``pairing``  which item of the one is which of the other; what was split, merged or moved
``wording``  the words of an item in both: kept, dropped, new, and those of them that bind

Pure. What the changes mean is for people to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.matching.outline import outline_text
from rejoinder.matching.rows import Row, rows_of
from rejoinder.matching.versions.pairing import Pair, find_parts, moved_pairs, pair_rows
from rejoinder.matching.versions.wording import compare_words, note_wording, same_words, tokens_of
from rejoinder.model import ChangeKind, Comparison, ItemChange, Outline

__all__ = ["compare_outlines", "compare_texts"]


def compare_texts(old: str, new: str) -> Comparison:
    """What became of each item of the text ``old`` in ``new``. No text raises."""
    return compare_outlines((old, outline_text(old)), (new, outline_text(new)))


def compare_outlines(old: tuple[str, Outline], new: tuple[str, Outline]) -> Comparison:
    """The same for texts with their outlines."""
    before, after = rows_of(old[1]), rows_of(new[1])
    pairs = pair_rows(before, after)
    kinds = _kinds(before, after, pairs)
    texts = (old[0], new[0])
    changes = [_change(texts, kind, before[pair.old], after[pair.new]) for pair, kind in kinds.items()]
    found_old, found_new = {pair.old for pair in kinds}, {pair.new for pair in kinds}
    added = [row for at, row in enumerate(after) if at not in found_new]
    changes += [ItemChange(ChangeKind.NEW, None, row.item, new_around=row.around) for row in added]
    dropped = [(at, row) for at, row in enumerate(before) if at not in found_old]
    return Comparison(_in_order(changes, dropped, kinds, after), (*old[1].problems, *new[1].problems))


def _kinds(old: Sequence[Row], new: Sequence[Row], pairs: Sequence[Pair]) -> dict[Pair, ChangeKind]:
    """What each pair is, save whether the words of those that stay were changed (they are KEPT here)."""
    split = [Pair(*each) for each in find_parts(old, new, [(pair.old, pair.new) for pair in pairs])]
    merged = [Pair(part, whole) for whole, part in find_parts(new, old, [(pair.new, pair.old) for pair in pairs])]
    moved = moved_pairs([*pairs])
    kinds = {pair: ChangeKind.MOVED if pair in moved else ChangeKind.KEPT for pair in pairs}
    kinds |= dict.fromkeys(merged, ChangeKind.MERGED) | dict.fromkeys(split, ChangeKind.SPLIT)
    return kinds


def _change(texts: tuple[str, str], kind: ChangeKind, old: Row, new: Row) -> ItemChange:
    before, after = tokens_of(texts[0], old.item), tokens_of(texts[1], new.item)
    if kind is ChangeKind.KEPT and not (same_words(before, after) and old.item.heading == new.item.heading):
        kind = ChangeKind.CHANGED
    if kind is ChangeKind.KEPT or not before or not after:
        return ItemChange(kind, old.item, new.item, old_around=old.around, new_around=new.around)
    words = tuple(compare_words(texts, before, after))
    whole = kind in (ChangeKind.CHANGED, ChangeKind.MOVED)
    notes = tuple(note_wording(texts, before, after)) if whole else ()
    return ItemChange(kind, old.item, new.item, words, notes, old.around, new.around)


def _in_order(
    changes: Sequence[ItemChange],
    dropped: Sequence[tuple[int, Row]],
    kinds: dict[Pair, ChangeKind],
    new: Sequence[Row],
) -> tuple[ItemChange, ...]:
    """The changes in the order of the new version; a dropped item after what was before it and stayed."""
    places = {id(row.item): at for at, row in enumerate(new)}
    stayed = sorted((pair.old, pair.new) for pair, kind in kinds.items() if kind is not ChangeKind.MOVED)
    placed = [((places[id(change.new)], 0, at), change) for at, change in enumerate(changes)]
    after, waiting = -1, 0
    for at, row in dropped:
        while waiting < len(stayed) and stayed[waiting][0] < at:
            after = max(after, stayed[waiting][1])
            waiting += 1
        placed.append(((after, 1, at), ItemChange(ChangeKind.DROPPED, row.item, None, old_around=row.around)))
    return tuple(change for _, change in sorted(placed, key=lambda each: each[0]))
