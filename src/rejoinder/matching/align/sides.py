"""The two sides that are aligned: what is asked, item by item, and what is said, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to an item: what kind of part it is (``article``, ``paragraph``; None where nothing tells)
    and its number as printed."""

    kind: str | None
    number: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of a draft.

    ``words``   its own words
    ``around``  the headings that stand over it
    ``path``    the steps by which it is cited, outermost first
    """

    words: str
    around: str = ""
    path: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of a reply: a sentence, or a part of one.

    ``paragraph``  the number of the paragraph in which it stands; None where that is not known
    ``heading``    the words of the heading under which it stands
    ``number``     the number that the paragraph bears at its head, or None; ``last`` the end of a range of them
    """

    words: str
    paragraph: int | None = None
    heading: str = ""
    number: str | None = None
    last: str | None = None
