"""What may open an item: blocks in, the numbers and words in them that could be marks out.

A mark is a candidate. Whether it opens an item depends on the numbers around it, which ``levels`` looks at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rejoinder.matching.outline.lines import Block, is_heading
from rejoinder.matching.outline.numerals import Reading, read_number, read_word
from rejoinder.matching.tables import table
from rejoinder.model import ItemKind, Span

_BEFORE = r"[\[{\s*_#>]{0,8}"
_BARE = re.compile(
    rf"(?P<before>{_BEFORE})(?:"
    r"(?P<section>§{1,2}\s?)(?P<paragraphed>\d{1,4}(?:\.\d{1,3})*[a-z]?)[.):]?"
    r"|\((?P<round>\d{1,3}(?:\s?(?:bis|ter|quater)|[a-z])?|[a-z]{1,5}|[A-Z]{1,5})\)"
    r"|\[(?P<square>[a-z]|\d{1,3})\](?=\s)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,5})(?P<point>[.):]?)(?=[\s*_]|$)"
    r"|(?P<dotted>\d{1,3}(?:\s?(?:bis|ter|quater)|[a-z])?|[a-z]{1,4}|[A-Z]{1,5})(?P<mark>[.)]|\s?[–—:]|\s-)"
    r"(?=\s|$|[*_\"“‘(A-Z])"
    r"|(?P<naked>\d{1,3})(?=\s{1,4}[A-Z]))\s*"
)
_BULLET = re.compile(r"(?:[-–—]\s|[•▪●◦‣■□*·]\s|o\s(?=[A-Z]))\s*")
_QUESTION = re.compile(
    r"[\[\s*_#]{0,6}Q(?:uestion)?\s?\.?\s?(\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*(?:[.):–—-]|\s(?=[A-Z]))\s*[*_]{0,2}\s*"
)
_SEPARATOR = re.compile(r"\s*(?:[.:)\]}]{1,2}\s?[-–—]?|[-–—])(?=[\s*_]|$|[A-Z(\"“])\s*")
_EMPHASIS = "*_ \t"


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate for the opening of an item.

    ``start``    where the item would begin; ``end`` where its number is over, with the marks and spaces after it
    ``shown``    the number as it stands, with the word before it and the marks around it
    ``number``   as printed, without these; "" for a bullet, a definition, or a word without a number
    ``wrapper``  what stands around it: ``()``, ``.``, ``)``, a bullet's sign, or the kind that a word names
    ``kind``     what the word before it names, or None
    ``weak``     whether it opens an item only where it is the next number
    ``inner``    whether it stands within a block
    """

    block: int
    start: int
    end: int
    shown: Span
    number: str
    readings: tuple[Reading, ...]
    wrapper: str
    kind: ItemKind | None = None
    weak: bool = False
    inner: bool = False


def marks_of(text: str, at: int, block: Block) -> tuple[Mark, ...]:
    """The candidates at the head of a block, in their order."""
    head: list[Mark] = []
    start = block.start
    while len(head) < 4 and (mark := _head_mark(text, at, start, block, first=not head)):
        head.append(mark)
        if mark.end <= start or mark.end >= block.end or mark.kind in (ItemKind.DEFINITION, ItemKind.INDENT):
            break
        start = mark.end
    return tuple(head)


def _head_mark(text: str, at: int, start: int, block: Block, *, first: bool) -> Mark | None:
    if first:
        found = _question(text, at, start, block) or _worded(text, at, start, block) or _bullet(text, at, start, block)
        found = found or _definition(text, at, start, block)
        if found:
            return found
    return _bare(text, at, start, block, first=first)


def _worded(text: str, at: int, start: int, block: Block) -> Mark | None:
    """``ARTICLE 4``, ``Art. IV -``, ``Annex``: a word that names a kind, with or without a number."""
    found = _word_pattern().match(text, start, min(block.end, start + 200))
    if not found:
        return None
    kind = _kinds()[found["word"].lower()]
    number, readings = _number_of(found)
    end = found.end()
    if not number and not _stands_without_number(text, found, kind, block):
        return None
    separator = _SEPARATOR.match(text, end, block.end)
    rest = text[separator.end() if separator else end : block.end].lstrip(_EMPHASIS + "\n")
    verdict = _opens(rest, text[end : end + 1], bool(separator))
    if verdict is None:
        return None
    shown = Span(found.start("word"), end)
    after = _skip(text, separator.end() if separator else end, block.end)
    return Mark(at, start, after, shown, number, readings, str(kind), kind, weak=verdict)


def _opens(rest: str, next_sign: str, separated: bool) -> bool | None:
    """Whether what follows a word and its number lets them be a heading: False for surely, True for perhaps, None for
    no. "Article 4 of the Convention" and "Annex II shall" are the openings of sentences."""
    if not rest:
        return False
    if next_sign and not separated and not next_sign.isspace():
        return None
    opening = rest.lstrip("[\"“‘'*_")[:1]
    if separated:
        return None if opening.islower() and not is_heading(rest[:1].upper() + rest[1:]) else False
    if rest.startswith("("):
        inner = rest[1:2]
        return None if inner.isdigit() or re.match(r"\([a-z]{1,4}\)", rest) else (False if is_heading(rest) else None)
    if not opening.isupper():
        return None
    return not (is_heading(rest) or "\n" in rest[:80])


def _stands_without_number(text: str, found: re.Match[str], kind: ItemKind, block: Block) -> bool:
    """Whether a word without a number can open a part: ANNEX alone on a line, or ANNEX TO THE AGREEMENT."""
    if kind not in (ItemKind.ANNEX, ItemKind.SCHEDULE, ItemKind.APPENDIX, ItemKind.PROTOCOL):
        return False
    rest = text[found.end() : block.end].strip(_EMPHASIS)
    if kind is ItemKind.PROTOCOL:
        return found["word"].isupper() and is_heading(rest or "P")
    return not rest or (found["word"].isupper() and is_heading(rest[:1].upper() + rest[1:]))


def _number_of(found: re.Match[str]) -> tuple[str, tuple[Reading, ...]]:
    if number := found["number"]:
        return number, read_number(number) or read_number(number.replace(" ", ""))
    if word := found["spelled"]:
        return word, read_word(word)
    return "", ()


def _question(text: str, at: int, start: int, block: Block) -> Mark | None:
    found = _QUESTION.match(text, start, block.end)
    if not found:
        return None
    number = found[1]
    shown = Span(found.start() + text[slice(*found.span())].index("Q"), found.end(1))
    return Mark(at, start, found.end(), shown, number, read_number(number), "question", ItemKind.QUESTION)


def _bare(text: str, at: int, start: int, block: Block, *, first: bool) -> Mark | None:
    """``1.``, ``(a)``, ``iv)``, ``1.2.3``, ``§ 4``, or a number alone before a heading."""
    found = _BARE.match(text, start, block.end)
    if not found:
        return None
    name = next(group for group in ("paragraphed", "round", "square", "decimal", "dotted", "naked") if found[group])
    number = found[name]
    readings = read_number(number)
    if not readings or (name == "naked" and not first):
        return None
    wrapper = {"paragraphed": "§", "round": "()", "square": "[]", "decimal": "", "naked": ""}.get(name)
    if wrapper is None:
        wrapper = (found["mark"] or "").strip()
    if found["section"]:
        return Mark(
            at,
            start,
            found.end(),
            Span(found.start("section"), found.end(name)),
            number,
            readings,
            wrapper,
            ItemKind.SECTION,
        )
    weak = name in ("naked", "square") or (not first and name in ("decimal", "dotted") and wrapper not in (".", ")"))
    shown = Span(found.end("before"), found.start() + len(found[0].rstrip()))
    return Mark(at, start, _skip(text, found.end(), block.end), shown, number, readings, wrapper, weak=weak)


def _bullet(text: str, at: int, start: int, block: Block) -> Mark | None:
    found = _BULLET.match(text, start, block.end)
    if not found or found.end() >= block.end:
        return None
    definition = _defined_term(text, found.end(), block)
    sign = text[start]
    if definition:
        return Mark(at, start, found.end(), definition, "", (), "definition", ItemKind.DEFINITION)
    return Mark(at, start, found.end(), Span(start, start + 1), "", (), sign, ItemKind.INDENT)


def _definition(text: str, at: int, start: int, block: Block) -> Mark | None:
    term = _defined_term(text, start, block)
    return Mark(at, start, start, term, "", (), "definition", ItemKind.DEFINITION) if term else None


def _defined_term(text: str, start: int, block: Block) -> Span | None:
    """The term in quotation marks that a block defines, or None."""
    found = _defining().match(text, start, block.end)
    return Span(*found.span("term")) if found else None


def references() -> frozenset[str]:
    """The words after which a number belongs to the sentence."""
    words = table("outline")["references"]
    return frozenset((*words["nouns"], *words["small"]))


def _skip(text: str, start: int, end: int) -> int:
    """Past the spaces and signs of emphasis that follow a mark, but not past the block."""
    while start < end and text[start] in " \t*_\n":
        start += 1
    return start


@cache
def _kinds() -> dict[str, ItemKind]:
    return {word: ItemKind(kind) for kind, words in table("outline")["words"].items() for word in words}


@cache
def _word_pattern() -> re.Pattern[str]:
    """A word of the table with a capital, and the number after it."""
    words = sorted(_kinds(), key=len, reverse=True)
    capital = "|".join(re.escape(form) for word in words for form in (word.capitalize(), word.upper()))
    spelled = "|".join(
        sorted((*table("outline")["numbers"]["words"], *table("outline")["numbers"]["ordinals"]), key=len, reverse=True)
    )
    spelled = spelled.replace("-", "[ -]")
    return re.compile(
        rf"{_BEFORE}(?P<word>{capital})(?![\w])(?:[\s–—-]{{0,3}}(?:No\.?\s|Nr\.?\s|№\s?)?\s?"
        rf"(?:(?P<number>\d{{1,4}}(?:[.-]\d{{1,4}}){{0,5}}(?:\s?-?(?:bis|ter|quater|quinquies|sexies)\b|[A-Za-z]\b)?"
        rf"|[IVXLC]{{1,8}}\b(?:-[A-Z0-9]\b)?|[ivxlc]{{1,6}}\b|[A-Z]\b)|(?P<spelled>(?i:{spelled})\b)))?(?:\*{{1,2}}|_{{1,2}})?"
    )


@cache
def _defining() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in table("outline")["headings"]["means"])
    return re.compile(
        rf"[\s*_]{{0,4}}[\"“‘«'](?P<term>[^\"”’»\n]{{1,80}})[\"”’»'][*_]{{0,2}},?\s(?:\([^()\n]{{1,60}}\)\s|[^\"“.;:\n]{{1,60}}\s)?(?:{verbs})\b"
    )
