"""A text cut into classed words: each token gets one letter, so that the grammar of dates can be written
as regular expressions over classes. Which number is a year and which "May" a month is settled here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rejoinder.reading.dates.lexicon import load_lexicon

TOKEN = re.compile(
    r"""(?P<PARA>\n\s*\n)
      | (?P<ISO>(?<![\w./-])[0-9]{4}(?P<between>[-/])[0-9]{2}(?P=between)[0-9]{2}
          (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![\w/-]))
      | (?P<SLASH>(?<![\w./-])[0-9]{1,2}(?P<sign>[/.])[0-9]{1,2}(?P=sign)(?:[0-9]{4}|[0-9]{2})(?![\w/]|\.[0-9]))
      | (?P<CLOCK>(?<![\w:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
      | (?P<AMPM>(?<![^\W\d_])(?:[ap]\.[ ]?m\b\.?|[ap]m\b)|(?<![^\W\d_])(?:[AP]\.[ ]?M\b\.?|[AP]M\b))
      | (?P<DECADE>(?:(?<!\w)[12][0-9]{2}0|['’][0-9]0)['’]?s\b)
      | (?P<SHORTDECADE>(?<![\w$£€.,/'’-])[5-9]0s\b)
      | (?P<SHORTYEAR>(?<![\w'’])['’‘][0-9]{2}(?![\w'’°%]|[.,][0-9]|\ (?:per|degrees)))
      | (?P<FRAC>(?<![\w/])[0-9]/[0-9](?![\w/]))
      | (?P<ORDNUM>(?<!\w)[0-9]{1,2}(?:st|nd|rd|th)\b)
      | (?P<QTR>\bQ[1-4]\b)
      | (?P<NUMBER>[0-9]+(?:[.,][0-9]+)*)
      | (?P<POSS>['’]s\b)
      | (?P<OCLOCK>\bo['’]clock\b)
      | (?P<WORD>[^\W\d_]+)
      | (?P<SIGN>[^\w\s]|[_\d])""",
    re.VERBOSE,
)
SIGNS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPH",
    "‐": "HYPH",
    "‑": "HYPH",
    "–": "HYPH",
    "—": "HYPH",
    "(": "LPAR",
    ")": "RPAR",
    "/": "SOLIDUS",
}
STOPS = frozenset("!?;:")
CURRENCY = frozenset("$£€¥#№")
LONGEST_NUMBER = 9
NAMED_OF_MONTHS = ("END", "BEGIN", "MIDDLE", "ORDNUM", "ORDW", "DNUM", "HALF", "UNIT", "WEEKDAY", "WEEKEND")
"""What may stand before "of May"."""
DATE_NEIGHBOURS = frozenset({"DNUM", "ORDNUM", "YEARNUM"})


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of ``text``: where each starts and ends, and ``codes``, one letter per token."""

    text: str
    starts: list[int]
    ends: list[int]
    kinds: list[str]

    def word(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]].lower()
        return ""

    def shown(self, index: int) -> str:
        """The token as it stands; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def kind(self, index: int) -> str:
        """The class of the token; ``PARA`` outside the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else "PARA"

    @property
    def codes(self) -> str:
        codes = load_lexicon().codes
        return "".join([codes[kind] for kind in self.kinds])


def cut_words(text: str) -> Words:
    """The classed tokens of ``text``, in linear time."""
    words = Words(text, [], [], [])
    for match in TOKEN.finditer(text):
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.kinds.append(_kind(match, text))
    _settle(words)
    return words


def _kind(match: re.Match[str], text: str) -> str:
    form = match.lastgroup or "OTHER"
    if form == "WORD":
        return _word_kind(match[0])
    if form == "NUMBER":
        return _number_kind(match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 2])
    if form == "SIGN":
        return SIGNS.get(match[0], "STOP" if match[0] in STOPS else "OTHER")
    return form


def _word_kind(word: str) -> str:
    lexicon = load_lexicon()
    if word.upper() == word and word in lexicon.lists["zones"]:
        return "ZONE"
    kind = lexicon.kinds.get(word.lower(), "OTHER")
    if kind in ("MONTH", "MABBR", "WDABBR", "HOLIDAY", "HOLIDAYDAY", "NEW") and not word[0].isupper():
        return "OTHER"
    return kind


def _number_kind(number: str, before: str, after: str) -> str:
    letter_after = after[:1].isalpha() and after.lower() not in ("am", "pm")
    glued = before.isalpha() or letter_after or "_" in (before, after[:1])
    if glued or before in CURRENCY or len(number) > LONGEST_NUMBER:
        return "OTHER"
    if not number.isdecimal():
        return "NUM" if "," in number else "DEC"
    if len(number) <= 2 and 1 <= int(number) <= 31:
        return "DNUM"
    return "YEARNUM" if len(number) == 4 and "1000" <= number <= "2199" else "NUM"


def _settle(words: Words) -> None:
    surnames = _people_named_as_months(words)
    for index, kind in enumerate(words.kinds):
        if kind == "MONTH" and not _is_month(words, index, surnames):
            words.kinds[index] = "OTHER"
        elif kind == "YEARNUM" and _counts_or_names(words, index):
            words.kinds[index] = "NUM"
        elif kind == "SHORTYEAR":
            words.kinds[index] = "YEARNUM" if _is_short_year(words, index) else "OTHER"


def _is_short_year(words: Words, index: int) -> bool:
    """Whether "'97" is a year; one of this century only behind a preposition or a month, for a quotation may begin
    with a number."""
    before = ("IN", "SINCE", "OF", "UNTIL", "MONTH", "MABBR", "SEASON")
    return words.shown(index)[1] >= "5" or words.kind(index - 1) in before


def _people_named_as_months(words: Words) -> frozenset[str]:
    """Month names that stand behind a title or a given name in this text ("Theresa May", "Mr March")."""
    titles = load_lexicon().lists["titles"]
    found = set()
    for index, kind in enumerate(words.kinds):
        if kind == "MONTH":
            before = index - 2 if words.kind(index - 1) == "DOT" else index - 1
            if words.word(before) in titles:
                found.add(words.word(index))
    return frozenset(found)


def _is_month(words: Words, index: int, surnames: frozenset[str]) -> bool:
    """Whether a month's name is the month: "May", "March", "April", "June" and "August" are names of people too."""
    name, lists = words.word(index), load_lexicon().lists
    has_noun = words.word(index + 1) in lists["dated_nouns"] and name not in surnames
    if name not in lists["month_names_of_people"] or has_noun or _has_date_beside(words, index):
        return True
    before = words.kind(index - 1)
    lead = words.word(index - 2) if before in ("HYPH", "PAST") else words.word(index - 1)
    if name in surnames:
        return lead in lists["sure_month_leads"]
    if before == "OF":
        return words.kind(index - 2) in NAMED_OF_MONTHS
    if _is_capitalised_name(words, index + 1) or (name == "march" and _is_event(words, index)):
        return False
    if name == "may" or before == "PARA":
        return lead in lists["month_leads"] or before in ("ITS", "POSS")
    return not _is_capitalised_name(words, index - 1)


def _is_event(words: Words, index: int) -> bool:
    """ "March for Life", "March on the capital": a name that goes on behind its preposition."""
    at = index + 3 if words.kind(index + 2) == "THE" else index + 2
    return words.kind(index + 1) in ("FOR", "OF", "ON") and words.kind(at) == "OTHER" and words.shown(at)[:1].isupper()


def _has_date_beside(words: Words, index: int) -> bool:
    before, after = words.kind(index - 1), words.kind(index + 1)
    if before in DATE_NEIGHBOURS or after in DATE_NEIGHBOURS or after in ("LAST", "NEXT"):
        return True
    if after == "COMMA" and words.kind(index + 2) == "YEARNUM":
        return True
    if before == "COMMA" and words.kind(index - 2) in ("WEEKDAY", "WDABBR") and after == "ORDW":
        return True
    return (after == "HYPH" and words.kind(index + 2) == "MONTH") or (
        before == "HYPH" and words.kind(index - 2) == "MONTH"
    )


def _is_capitalised_name(words: Words, index: int) -> bool:
    return words.kind(index) == "OTHER" and words.shown(index)[:1].isupper()


def _counts_or_names(words: Words, index: int) -> bool:
    """Whether a number of four figures counts something or is a name ("2000 troops", "resolution 1701")."""
    lists = load_lexicon().lists
    before, after = words.word(index - 1), words.word(index + 1)
    if before in ("least", "about") and _is_dated_limit(words, index):
        return False
    if _is_part_of_number(words, index) or (words.kind(index - 1) == "DOT" and words.word(index - 2) == "no"):
        return True
    if before in lists["numbered_before"] and not _follows_date(words, index):
        return True
    if after in lists["counted_after"] or after in ("%", "‰", "°"):
        return True
    stands_as_year = (
        _is_of_range(words, index)
        or before in lists["determiners"]
        or before in ("(", "'", "’")
        or _follows_date(words, index)
    )
    is_far = words.shown(index) < "1900" or words.shown(index) > "2050"
    return not stands_as_year and (is_far or _counts_plural(words, index))


def _is_dated_limit(words: Words, index: int) -> bool:
    """ "since at least 1997", "until about 1990"; but not "from about 2000 troops"."""
    lead = words.kind(index - 3) if words.word(index - 1) == "least" else words.kind(index - 2)
    return lead in ("SINCE", "UNTIL", "BY") and not _counts_plural(words, index)


def _is_of_range(words: Words, index: int) -> bool:
    """ "1887-1944"."""
    if words.kind(index + 1) == "HYPH" and words.kind(index + 2) == "YEARNUM":
        return words.shown(index) < words.shown(index + 2)
    return words.kind(index - 1) == "HYPH" and words.kind(index - 2) == "YEARNUM"


def _is_part_of_number(words: Words, index: int) -> bool:
    """ "17/2021", "800-555-1990", "1985 3/4"."""
    is_tail = words.kind(index - 1) == "HYPH" and words.kind(index - 2) in ("NUM", "OTHER")
    joined = is_tail and words.word(index - 2).isdecimal()
    return joined or words.kind(index - 1) == "SOLIDUS" or words.kind(index + 1) == "FRAC"


def _counts_plural(words: Words, index: int) -> bool:
    """ "2000 villages"; what is counted as exactly as "1992 protests" would have a comma."""
    after = words.word(index + 1)
    is_plural = words.kind(index + 1) == "OTHER" and after.endswith("s") and after.isalpha() and len(after) > 3
    return is_plural and int(words.shown(index)) % 50 == 0


def _follows_date(words: Words, index: int) -> bool:
    at = index - 2 if words.kind(index - 1) in ("COMMA", "DOT") else index - 1
    return words.kind(at) in ("MONTH", "MABBR", "DNUM", "ORDNUM", "SEASON", "UNIT", "QTR", "POSS")
