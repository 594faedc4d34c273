"""The numbers of list paragraphs as a reader sees them: definitions and styles in, "2.1", "(a)", "Article 4" out.

WordprocessingML keeps no numbers, only list definitions (ECMA-376, part 1, 17.9): a paragraph names a list (``num``)
and a level; the list names its definition (``abstractNum``), in which lists share their counts unless an override
restarts one; a style can name the list instead of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rejoinder.formats.word.elements import attribute, child, children, is_on, number, value

BULLET = "•"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CARDINALS = (
    *(
        "Zero",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
    ),
    *("Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"),
)
_ORDINALS = (
    *(
        "Zeroth",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Seventh",
        "Eighth",
        "Ninth",
        "Tenth",
        "Eleventh",
    ),
    *(
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth",
        "Twentieth",
    ),
)
_LEVELS = 9
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what is shown. ``restart``: the level (from 1) after which it begins anew,
    0 for never, None for any above it."""

    start: int = 1
    form: str = "decimal"
    shown: str = ""
    legal: bool = False
    suffix: str = "tab"
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """One list: the definition whose counts it shares, its levels, and where an override makes it begin."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts through the paragraphs of a document in their order."""

    lists: dict[str, ListOf]
    styles: dict[str, etree._Element]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
        """The numbering of a document with these two parts."""
        named = {attribute(style, "styleId") or "": style for style in children(styles, "style")}
        return cls(_read_lists(numbering, named), named)

    def next_number(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph as it is shown, with the space after it; empty if it has none."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        name, at = found
        held = self.lists[name]
        level = held.levels.get(at)
        if level is None:
            return ""
        counts = self.counts.setdefault(held.abstract, {})
        self._count(name, held, level, at, counts)
        shown = _show(held, level, counts)
        return f"{shown} " if shown and level.suffix != "nothing" else shown

    def _count(self, name: str, held: ListOf, level: Level, at: int, counts: dict[int, int]) -> None:
        if at in held.starts and (name, at) not in self.begun:
            self.begun.add((name, at))
            counts[at] = held.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        for deeper in range(at + 1, _LEVELS):
            below = held.levels.get(deeper)
            restart = below.restart if below else None
            if restart is None or (restart and at < restart):
                counts.pop(deeper, None)

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else those of its style."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        style = value(properties, "pStyle")
        name, level = value(own, "numId"), value(own, "ilvl")
        if name is None:
            name, styled = self._list_of_style(style)
            level = level or styled
        if name is None or name == "0" or name not in self.lists:
            return None
        return name, min(max(number(level), 0), _LEVELS - 1)

    def _list_of_style(self, style: str | None) -> tuple[str | None, str | None]:
        """What a style, or one that it is based on, says of lists. The level that names the style wins over its own."""
        for held in _chain(style, self.styles):
            properties = child(held, "pPr", "numPr")
            name = value(properties, "numId")
            if name is not None:
                levels = self.lists[name].levels if name in self.lists else {}
                linked = next((at for at, level in levels.items() if level.style == attribute(held, "styleId")), None)
                return name, value(properties, "ilvl") if linked is None else str(linked)
        return None, None


def format_number(count: int, form: str) -> str:
    """A count as a format shows it (ECMA-376, ST_NumberFormat); formats of other scripts as plain digits."""
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("none", "bullet"):
        return ""
    return _in_words(count, form) or str(count)


def _in_words(count: int, form: str) -> str | None:
    if form == "decimalZero":
        return f"{count:02}"
    if form == "ordinal":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th") if count % 100 not in (11, 12, 13) else "th"
        return f"{count}{ending}"
    words = {"cardinalText": _CARDINALS, "ordinalText": _ORDINALS}.get(form, ())
    return words[count] if 0 <= count < len(words) else None


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    shown = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            shown += letters
            count -= worth
    return shown


def _show(held: ListOf, level: Level, counts: dict[int, int]) -> str:
    """The text of a level with the counts in it; a bullet of whatever sign as one sign."""
    if level.form == "bullet":
        return BULLET if level.shown else ""

    def counted(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        other = held.levels.get(place, Level())
        form = "decimal" if level.legal and other.form not in ("none", "bullet") else other.form
        return format_number(counts.get(place, held.starts.get(place, other.start)), form)

    return re.sub(r"%([1-9])", counted, level.shown).strip()


def _read_lists(numbering: etree._Element | None, styles: dict[str, etree._Element]) -> dict[str, ListOf]:
    abstracts = {attribute(each, "abstractNumId") or "": each for each in children(numbering, "abstractNum")}
    named = {attribute(each, "numId") or "": each for each in children(numbering, "num")}
    lists: dict[str, ListOf] = {}
    for name, held in named.items():
        abstract = _definition(value(held, "abstractNumId") or "", abstracts, named, styles)
        levels = dict(_read_levels(abstracts.get(abstract)))
        starts: dict[int, int] = {}
        for override in children(held, "lvlOverride"):
            at = number(attribute(override, "ilvl"))
            levels.update(_read_levels(override))
            if (start := value(override, "startOverride")) is not None:
                starts[at] = number(start, 1)
        lists[name] = ListOf(abstract, levels, starts)
    return lists


def _definition(
    name: str, abstracts: dict[str, etree._Element], named: dict[str, etree._Element], styles: dict[str, etree._Element]
) -> str:
    """The definition that holds the levels: one that is only a link to a list style leads to another."""
    for _ in range(_LONGEST_CHAIN):
        linked = value(abstracts.get(name), "numStyleLink")
        target = value(styles.get(linked or ""), "pPr", "numPr", "numId")
        further = value(named.get(target or ""), "abstractNumId")
        if linked is None or further is None or further == name:
            break
        name = further
    return name


def _read_levels(held: etree._Element | None) -> Iterator[tuple[int, Level]]:
    for each in children(held, "lvl"):
        restart = value(each, "lvlRestart")
        yield (
            number(attribute(each, "ilvl")),
            Level(
                start=number(value(each, "start"), 1) if child(each, "start") is not None else 1,
                form=value(each, "numFmt") or "decimal",
                shown=value(each, "lvlText") or "",
                legal=is_on(child(each, "isLgl")),
                suffix=value(each, "suff") or "tab",
                restart=None if restart is None else number(restart),
                style=value(each, "pStyle"),
            ),
        )


def _chain(style: str | None, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """A style and those that it is based on."""
    for _ in range(_LONGEST_CHAIN):
        held = styles.get(style or "")
        if held is None:
            return
        yield held
        style = value(held, "basedOn")
