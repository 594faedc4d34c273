"""Finding time phrases: a text -> every TIMEX3 extent in it with its meaning, not yet resolved.

The longest match of the grammar wins, the earliest first; words such as "early" or "the end of" before
a stretch of time are then taken in.
"""

from __future__ import annotations

from dataclasses import replace

from rejoinder.reading.dates.found import Found, make_point
from rejoinder.reading.dates.grammar import load_rules
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import (
    Clock,
    Edge,
    Holiday,
    Lasting,
    Meaning,
    Nth,
    Part,
    Point,
    Shift,
    Stretch,
    TimePhrase,
    Toward,
    Weekday,
)
from rejoinder.reading.dates.words import Words, cut_words

LEADS = frozenset(
    {
        "BY",
        "UNTIL",
        "SINCE",
        "BEFORE",
        "AFTER",
        "WITHIN",
        "FROM",
        "IN",
        "ON",
        "AT",
        "FOR",
        "DURING",
        "TO",
        "BETWEEN",
        "AND",
    }
)
EDGES = {"EARLY": Edge.START, "MID": Edge.MID, "LATE": Edge.END}
PARTS_OF = {"BEGIN": Edge.FIRST_DAY, "MIDDLE": Edge.MID, "END": Edge.LAST_DAY}
ADVERB = "adverb"
LONGEST_NAME = 4
"""Words in the name of a paper or a programme."""
Match = tuple[int, int, str, Meaning]
"""First token, last token (not included), rule, meaning."""


def find_time_phrases(text: str, *, adverbs: bool = False) -> tuple[TimePhrase, ...]:
    """Every time phrase of ``text`` in the order of the text; none overlaps another. Linear in the text.
    ``adverbs`` marks as widely as TimeML does: "now", "recently", "soon" too, and "nearly" with its two years."""
    words = cut_words(text)
    phrases = []
    before = 0
    for match in _with_spoken_years(words, _choose(words)):
        if match[2] == ADVERB and not adverbs:
            continue
        whole = _take_edge(words, match, before)
        first, last, rule, meaning = _take_limit(words, whole, before) if adverbs else whole
        start, end = words.starts[first], words.ends[last - 1]
        phrases.append(TimePhrase(start, end, text[start:end], meaning, rule, _lead(words, first)))
        before = last
        if phrases[-1].lead == "from" and (until := _until_day(words, last, meaning)):
            phrases.append(until)
    return tuple(phrases)


def _until_day(words: Words, last: int, meaning: Meaning) -> TimePhrase | None:
    """The bare number of "from Jan. 18 to 22"."""
    if not isinstance(meaning, Point) or meaning.day is None or meaning.month is None:
        return None
    if (
        words.kind(last) != "TO"
        or words.kind(last + 1) != "DNUM"
        or words.kind(last + 2) not in ("COMMA", "DOT", "STOP", "OTHER", "PARA")
    ):
        return None
    day = make_point(meaning.year, meaning.month, int(words.word(last + 1)))
    start, end = words.starts[last + 1], words.ends[last + 1]
    if day is None or not meaning.day < (day.day or 0):
        return None
    return TimePhrase(start, end, words.text[start:end], day, "day of a range", "to")


def _choose(words: Words) -> list[Match]:
    """The matches that stand: leftmost first, then longest, then in the order of the rules."""
    codes = words.codes
    candidates = [
        (match.start(), -match.end(), order)
        for order, rule in enumerate(load_rules())
        for match in rule.pattern.finditer(codes)
    ]
    chosen: list[Match] = []
    end = 0
    for first, minus_last, order in sorted(candidates):
        if first < end:
            continue
        rule = load_rules()[order]
        meaning = rule.build(Found(words, first, -minus_last))
        if meaning is not None and not _is_in_name(words, first, -minus_last):
            end = -minus_last
            chosen.append((first, end, rule.name, meaning))
    return chosen


def _is_in_name(words: Words, first: int, last: int) -> bool:
    """Whether the words stand in the name of a paper, a programme or the like ("USA Today", "60 Minutes")."""
    if not any(words.shown(index)[:1].isupper() for index in range(first, last)):
        return False
    return any(
        tuple(words.word(at + step) for step in range(len(name))) == name
        for at in range(max(0, first - LONGEST_NAME + 1), last)
        for name in load_lexicon().names.get(words.word(at), ())
        if at + len(name) > first
    )


def _with_spoken_years(words: Words, matches: list[Match]) -> list[Match]:
    """The matches, with a year in words taken into the month or season before it ("June, nineteen ninety-four")."""
    joined: list[Match] = []
    for match in matches:
        if joined and (whole := _join_year(words, joined[-1], match)):
            joined[-1] = whole
        else:
            joined.append(match)
    return joined


def _join_year(words: Words, match: Match, year: Match) -> Match | None:
    first, last, rule, meaning = match
    gap = [words.kind(index) for index in range(last, year[0])]
    is_spoken = words.kind(year[0]) == "CARD" and gap in ([], ["COMMA"], ["OF"])
    if not is_spoken or not isinstance(year[3], Point):
        return None
    if isinstance(meaning, Point) and meaning.month and not meaning.year:
        return first, year[1], rule, replace(meaning, year=year[3].year)
    if isinstance(meaning, Stretch) and meaning.unit == "S" and not meaning.year:
        return first, year[1], rule, replace(meaning, year=year[3].year)
    return None


def _take_edge(words: Words, match: Match, before: int) -> Match:
    """The match with the words that name a part of it: "early", "mid-", "the end of", "earlier"."""
    first, last, rule, meaning = match
    at = first - 1
    edge = _edge_of_text(words, first, meaning)
    if edge is not None:
        width, part = edge
        if at - width + 1 >= before:
            return first - width, last, rule, Part(part, meaning)
    return match


def _take_limit(words: Words, match: Match, before: int) -> Match:
    """The match of a count with the words that say how near it is: "nearly", "more than"."""
    first, last, rule, meaning = match
    counted = isinstance(meaning, Lasting) or (isinstance(meaning, Shift) and meaning.counted)
    if not counted or words.kind(first) == "THE":
        return match
    width = _limits_before(words, first)
    return (first - width, last, rule, meaning) if first - width >= before else match


def _limits_before(words: Words, first: int) -> int:
    kinds = [words.kind(first - 3), words.kind(first - 2), words.kind(first - 1)]
    if kinds[2] == "NEARLY":
        return 1
    if kinds[1:] in (["MORE", "THAN"], ["LESS", "THAN"]):
        return 3 if kinds[0] == "NO" else 2
    return 2 if kinds[1:] in (["AT", "LEAST"], ["AT", "MOST"], ["UP", "TO"]) else 0


def _edge_of_text(words: Words, first: int, meaning: Meaning) -> tuple[int, Edge] | None:
    """How many tokens before ``first`` name a part of the meaning, and which."""
    kind = words.kind(first - 1)
    if kind in ("EARLIER", "LATER") and _is_this(meaning):
        return 1, Edge.SO_FAR if kind == "EARLIER" else Edge.STILL
    if kind in EDGES and _has_parts(meaning):
        return (2 if words.kind(first - 2) == "THE" and words.kind(first) != "THE" else 1), EDGES[kind]
    if kind == "HYPH" and words.kind(first - 2) in EDGES and _has_parts(meaning):
        is_decade = isinstance(meaning, Stretch) and meaning.unit == "E"
        return (3 if is_decade and words.kind(first - 3) == "THE" else 2), EDGES[words.kind(first - 2)]
    if kind == "OF" and words.kind(first - 2) in PARTS_OF and _has_parts(meaning) and not isinstance(meaning, Weekday):
        return (3 if words.kind(first - 3) == "THE" else 2), PARTS_OF[words.kind(first - 2)]
    return None


def _is_this(meaning: Meaning) -> bool:
    if isinstance(meaning, Point | Weekday):
        return meaning.toward is (Toward.THIS if isinstance(meaning, Point) else None)
    return isinstance(meaning, Shift) and meaning.amount == 0 and meaning.unit != "D"


def _has_parts(meaning: Meaning) -> bool:
    if isinstance(meaning, Clock):
        return meaning.clock[1:].isalpha()
    return isinstance(meaning, Point | Stretch | Shift | Weekday | Holiday | Nth)


def _lead(words: Words, first: int) -> str:
    """The preposition before token ``first``: "by" also for "no later than"."""
    kind = words.kind(first - 1)
    if kind == "THAN" and words.kind(first - 2) == "LATER":
        return "by"
    return words.word(first - 1) if kind in LEADS else ""
