"""A reply -> the passages in it that could answer something, each with where it stands.

A passage is a sentence, or a part of one between semicolons. Headings, salutations, letterheads and signatures are no
passages; a heading says what those under it are on, and a number at the head of a paragraph may name an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.tables import table
from rejoinder.matching.words import words_of
from rejoinder.model import Passage, Span
from rejoinder.reading.blocks import find_blocks
from rejoinder.reading.sentences import split_sentences

_NUMBER = re.compile(
    r"(?:[-–—*•]\s+)?(?:(?P<kind>re|ad|q|a|question|item|point|paragraph|para|article|section|comment|no\.?)[\s.]*)?"
    r"(?:(?P<number>\(?\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?\([a-z]{1,3}\))?|\([a-z]{1,4}\)|(?-i:[a-z]|[ivx]{1,5}|[IVX]{1,5})(?=[.)]))"
    r"(?P<last>\s?(?:[-–]|to|and|&)\s?\d{1,3})?(?:[.):]+\s+|\s+[-–—:]\s+|(?<=\))\s+)|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[^\W\d_]))",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-–—*•▪●]|\*)\s+")
_ENDS = (".", "?", "!", ";", "…", '"', "”")
LONGEST_HEADING = 9
SHORTEST_CLAUSE = 4
LONGEST_RUN_IN = 6
LEAST_CLAUSE = 4
_SPEAKING = ("accepted", "countered", "declined", "deferred", "deflected", "noted")


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage of a reply and where it stands.

    ``paragraph``  the number of its paragraph, from 0
    ``heading``    the heading over it and the words at the head of its paragraph that work as one
    ``number``     the number at the head of its paragraph, or None
    ``last``       the last number of a range at that head ("6-7."), or None
    """

    passage: Passage
    paragraph: int
    heading: str
    number: str | None
    last: str | None = None


def cut_reply(text: str, *, whole_sentences: bool = False) -> tuple[list[Unit], list[Passage]]:
    """The passages of a reply, and the lines that stand around them: headings, salutations, signatures.

    With ``whole_sentences`` none is cut at a semicolon.
    """
    units: list[Unit] = []
    around: list[Passage] = []
    heading, over = "", None
    for paragraph, block in enumerate(find_blocks(text)):
        start, number, last = _head_of(text, block)
        rest = Span(start, block.end)
        if _is_loose(text, rest, number is not None):
            around.append(Passage.of(text, *block))
            words = text[slice(*block)]
            says = not _is_letter_form(words) and len(words_of(words)) <= LONGEST_HEADING
            heading, over = (words, number) if says else ("", None)
            continue
        found = _sentences_of(text, rest, paragraph, heading, (number or over, last))
        units.extend(found if whole_sentences else (part for unit in found for part in _parts_of(text, unit)))
    return units, around


def _head_of(text: str, block: Span) -> tuple[int, str | None, str | None]:
    """Where the words of a block begin, and the number and the end of a range before them."""
    match = _NUMBER.match(text, block.start, block.end)
    if match is None or match.end() >= block.end:
        return block.start, None, None
    last = re.sub(r"\D", "", match["last"]) if match["last"] else None
    return match.end(), match["number"] or match["decimal"], last


def _is_loose(text: str, span: Span, numbered: bool) -> bool:
    """Whether a block is a heading, a salutation or a line of a letterhead or signature."""
    words = text[slice(*span)]
    if _is_letter_form(words):
        return True
    if words.endswith(_ENDS) or _BULLET.match(words) or speaks(words):
        return False
    count = len(words_of(words))
    return (
        count <= SHORTEST_CLAUSE
        or words.isupper()
        or (count <= LONGEST_HEADING * 2 and not (numbered or _tells(words)))
    )


def _is_letter_form(words: str) -> bool:
    """Whether a line opens or closes a letter: "Dear Colleague," and "Yours sincerely,"."""
    return len(words) < 90 and re.match(table("reply")["letter_form"], words, re.IGNORECASE) is not None


def speaks(words: str) -> bool:
    """Whether words say by themselves what becomes of something: that it is accepted, declined, put off."""
    plainly = plain(words)
    return any(phrases_of("dispositions", kind, "strong").search(plainly) for kind in _SPEAKING)


def _tells(words: str) -> bool:
    """Whether words have a verb that tells something."""
    return phrases_of("reply", "verbs").search(plain(words)) is not None


def _sentences_of(
    text: str, span: Span, paragraph: int, heading: str, numbers: tuple[str | None, str | None]
) -> Iterator[Unit]:
    sentences = split_sentences(text, span)
    run_in = ""
    if len(sentences) > 1 and _is_run_in(text[slice(*sentences[0])]):
        run_in = text[slice(*sentences[0])]
        sentences = sentences[1:]
    over = " ".join(part for part in (heading, run_in) if part)
    for sentence in sentences:
        yield Unit(Passage.of(text, *sentence), paragraph, over, *numbers)


def _parts_of(text: str, unit: Unit) -> Iterator[Unit]:
    return (replace(unit, passage=Passage.of(text, *part)) for part in _clauses(text, unit.passage.span))


def _is_run_in(words: str) -> bool:
    """Whether the first sentence of a paragraph is its heading: "Rack spacing and vans."."""
    return (
        len(words_of(words)) <= LONGEST_RUN_IN
        and words.endswith((".", ":"))
        and not _tells(words)
        and not speaks(words)
    )


def _clauses(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons that stand outside quotation marks, none of few words."""
    found: list[Span] = []
    start = sentence.start
    for match in re.finditer(r";\s+", text[slice(*sentence)]):
        at = sentence.start + match.start()
        before = text[start : at + 1]
        after = text[sentence.start + match.end() : sentence.end]
        if before.count('"') % 2 == 0 and min(len(words_of(before)), len(words_of(after))) >= LEAST_CLAUSE:
            found.append(Span(start, at + 1))
            start = sentence.start + match.end()
    return [*found, Span(start, sentence.end)]
