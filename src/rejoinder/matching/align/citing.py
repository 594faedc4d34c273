"""Numbers that a reply cites: the words of a passage in, the parts that it names out.

"Article 4 (2)", "paragraph 2 of Article 4", "paragraphs 3 to 5", "Articles 2 and 7 respectively", "your point (c)",
"the second question", "the last two paragraphs". What a citation names is looked up in the draft by ``cited``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rejoinder.matching.align.sides import Step
from rejoinder.matching.tables import table

MOST = 40
"""A range of more parts than this is no citation ("1914 to 1918")."""
_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:(?-i:[a-z])(?!\w))?|\b{_ROMAN}\b|\([a-z]{{1,4}}\)|\b(?-i:[A-Z])\b(?!['’]))"
    r"(?:\s?\([a-z0-9]{1,4}\))*+"
)
_BETWEEN = r"\s*(?:,?\s*(?:and|or|to|through|&)\s+|\s*[–—-]\s*|,\s*)(?:and\s+)?"
_PIECE = re.compile(r"\(([a-z0-9]{1,4})\)|(\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]{1,6})")


@dataclass(frozen=True, slots=True)
class Citation:
    """One part as a reply names it.

    ``path``   the steps that are named, outermost first
    ``start``  where the words of the citation begin in the passage
    ``own``    whether it says whose it is ("section 7 of the final rule" is not the draft's)
    """

    path: tuple[Step, ...]
    start: int


def find_citations(words: str) -> list[Citation]:
    """The parts that ``words`` cite, in their order; those of a range each by itself."""
    groups = [(match.start(), match.end(), _parts(match)) for match in _citation().finditer(words)]
    found: list[Citation] = []
    at = 0
    while at < len(groups):
        start, end, parts = groups[at]
        if at + 1 < len(groups):
            joint = words[end : groups[at + 1][0]]
            if _OF.fullmatch(joint):
                parts = [outer + inner for outer in groups[at + 1][2] for inner in parts]
                at += 1
            elif _UNDER.fullmatch(joint) and _is_inner(parts[0][0].kind, groups[at + 1][2][0][0].kind):
                parts = [*parts[:-1], *(parts[-1] + inner for inner in groups[at + 1][2])]
                at += 1
        found.extend(Citation(path, start) for path in parts)
        at += 1
    return found


_OF = re.compile(r",?\s+(?:of|in|under)\s+(?:the\s+|your\s+)?", re.IGNORECASE)
_UNDER = re.compile(r"\s*,?\s*")


def _is_inner(outer: str | None, inner: str | None) -> bool:
    """Whether a part of one kind may stand within one of another."""
    depths = (
        "part",
        "title",
        "chapter",
        "annex",
        "article",
        "rule",
        "section",
        "paragraph",
        "clause",
        "subparagraph",
        "point",
    )
    return outer in depths and inner in depths and depths.index(outer) < depths.index(inner)


@cache
def _kind_words() -> dict[str, str]:
    return {word: kind for kind, words in table("citing")["kinds"].items() for word in words}


@cache
def _citation() -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(_kind_words(), key=len, reverse=True))
    ordinals = "|".join(table("citing")["ordinals"])
    return re.compile(
        rf"(?<![\w-])(?:(?P<kind>{names})(?:s|\(s\))?\.?\s*(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*+)"
        rf"|(?P<ordinal>{ordinals})\s+(?:(?P<count>two|three|four)\s+)?(?:of\s+your\s+|of\s+the\s+)?(?P<counted>{names})s?\b"
        rf"|(?:your|point|item)\s+(?P<bare>\([a-z0-9]{{1,4}}\)))",
        re.IGNORECASE,
    )


def _parts(match: re.Match[str]) -> list[tuple[Step, ...]]:
    """The parts of one group of numbers, each with its steps."""
    if match["ordinal"]:
        return _counted(match)
    if match["bare"]:
        return [(Step(None, match["bare"].strip("()").lower()),)]
    kind = _kind_words()[match["kind"].lower()]
    numbers = match["numbers"]
    found: list[tuple[Step, ...]] = []
    at = 0
    for piece in re.finditer(_NUMBER, numbers, re.IGNORECASE):
        if re.fullmatch("[a-z]", piece.group()):
            break  # "the request i made": a letter by itself is a number only as a capital
        steps = _steps(kind, piece.group().lower())
        joint = numbers[at : piece.start()]
        if found and re.search(r"\b(?:to|through)\b|[–—-]", joint):
            found.extend(_range(found[-1], steps))
        elif found and len(steps) == 1 and steps[0].kind is None and len(found[-1]) > 1:
            found.append((*found[-1][:-1], steps[0]))
        else:
            found.append(steps)
        at = piece.end()
    return found


def _steps(kind: str, number: str) -> tuple[Step, ...]:
    """The steps of "4(2)(a)": the first of the kind that is named, the inner ones of any."""
    pieces = [first or second for first, second in _PIECE.findall(number)]
    outer = None if number.startswith("(") and kind in ("article", "section") else kind
    return (Step(outer, pieces[0]), *(Step(None, piece) for piece in pieces[1:]))


def _range(first: tuple[Step, ...], last: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """The parts after ``first`` up to ``last``, where both are counted in the same way."""
    one, other = first[-1].number, last[-1].number
    step = Step(first[-1].kind, "")
    if one.isdecimal() and other.isdecimal():
        numbers = [str(number) for number in range(int(one) + 1, int(other) + 1)]
    elif len(one) == len(other) == 1:
        numbers = [chr(code) for code in range(ord(one) + 1, ord(other) + 1)]
    else:
        numbers = [other]
    return [(*first[:-1], Step(step.kind, number)) for number in numbers[:MOST]]


def _counted(match: re.Match[str]) -> list[tuple[Step, ...]]:
    """The parts that are counted: "the second question", "the last two points"."""
    at = table("citing")["ordinals"][match["ordinal"].lower()]
    many = {"two": 2, "three": 3, "four": 4}.get((match["count"] or "").lower(), 1)
    kind = _kind_words()[match["counted"].lower()]
    places = range(at, at + many) if at > 0 else range(at - many + 1, at + 1)
    return [(Step(kind, f"#{place}"),) for place in places]
