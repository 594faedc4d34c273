"""What items, dispositions and changes are called for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.docket.table import RowStanding
from rejoinder.model import ChangeKind, Disposition, Document, Item, ReplyKind

STANDINGS = {
    RowStanding.NOT_ADDRESSED: ("○", "not addressed by the replies in hand"),
    RowStanding.UNTOLD: ("?", "a reply is in hand; what it does is not on record"),
    RowStanding.CLAIMED: ("?", "no reply in hand; what is said of it"),
    RowStanding.NO_REPLY: ("·", "no reply in hand, nothing said of it"),
    **{RowStanding(each.value): told for each, told in DISPOSITIONS.items() if each is not Disposition.NOT_ADDRESSED},
    RowStanding.INTRODUCES: (":", "only introduces other items"),
    RowStanding.AGREED: ("=", "agreed ad referendum"),
    RowStanding.WITHDRAWN: ("←", "withdrawn"),
    RowStanding.DROPPED: ("−", "not in the later version any more"),
}
"""The sign and the words of what an item of a docket stands as, in the order in which they are told."""

CHANGES = {
    ChangeKind.DROPPED: ("−", "dropped"),
    ChangeKind.NEW: ("+", "new"),
    ChangeKind.CHANGED: ("±", "changed"),
    ChangeKind.SPLIT: ("<", "split"),
    ChangeKind.MERGED: (">", "merged"),
    ChangeKind.MOVED: ("↕", "moved"),
    ChangeKind.KEPT: ("=", "kept"),
}

KINDS = {
    ReplyKind.FULL: "reply",
    ReplyKind.HOLDING: "holding reply",
    ReplyKind.CORRECTED: "corrected reply",
    ReplyKind.COLLECTIVE: "collective reply",
}


def name_item(item: Item, around: Sequence[Item] = ()) -> str:
    """An item as people cite it: "Article 4, paragraph 2"; by its heading or label where it has no number."""
    parts = [_part(each) for each in (*around, item) if each.number is not None]
    name = ", ".join(parts) or item.heading or item.label.replace("_", " ")
    return name[:1].upper() + name[1:]


def _part(item: Item) -> str:
    number = item.number or ""
    return f"{item.kind} ({number})" if len(number) == 1 and number.islower() else f"{item.kind} {number}"


def one_line(words: str) -> str:
    return " ".join(words.split())


def wording_of(item: Item) -> str:
    """An item's own words on one line; its heading where it has none."""
    passages = (item.wording, *item.further)
    return one_line(" ".join(passage.exact for passage in passages if passage is not None)) or item.heading or ""


def file_name(document: Document, otherwise: str) -> str:
    """The name of a document's file without its folders."""
    return PurePath(document.path).name if document.path and document.path != "-" else otherwise
