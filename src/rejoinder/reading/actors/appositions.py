"""A name of a person in, the descriptions that stand beside it out: "Foreign Minister Ann Cole", "Jan Reuter, the
president of the union,"."""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.reading.actors.names import Name, address_words
from rejoinder.reading.actors.posts import Description, Page, describe, left_edge
from rejoinder.reading.knowledge import word_set


def description_beside(page: Page, name: Name) -> Description | None:
    """The description of a person that stands right before the name, or beside it between commas."""
    for begin in (name.first, name_begins(page, name)):
        before = page.heads_in(max(0, begin - 8), begin)
        joined = bool(before) and not before[-1].body and _joins(page, before[-1].last, begin)
        if joined and page.words[before[-1].first].sentence == page.words[begin].sentence:
            return describe(page, before[-1], ceiling=begin)
    return next(appositions(page, name), None)


def appositions(page: Page, name: Name) -> Iterator[Description]:
    """The descriptions of a person between commas, before the name and behind it."""
    found = (_described_before(page, name), _described_after(page, name))
    return (beside for beside in found if beside is not None)


def chained(page: Page, found: Description) -> list[Description]:
    """As in "his Chinese counterpart, Vice Minister Shen Guolin": the description that stands before another one."""
    if found.first < 2 or page.words[found.first - 1].text != ",":
        return []
    before = page.heads_in(found.first - 2, found.first - 1)
    return [
        describe(page, head, ceiling=found.first - 1)
        for head in before
        if head.last == found.first - 1 and not head.body
    ]


def name_begins(page: Page, name: Name) -> int:
    """Where a name begins with its forms of address: "Dame Ann Cole", "Rear Adm. John Vance"."""
    begin = at = name.first
    while at > 0:
        at -= 1
        if at > 0 and page.words[at].text == "." and page.words[at - 1].text in address_words():
            at -= 1
        if page.words[at].text not in address_words():
            return begin
        begin = at
    return begin


def _joins(page: Page, last: int, begin: int) -> bool:
    """Whether a post stands right before a name, or only what it is of or for: "High Commissioner for Peace | Rodrigo",
    "Minister of Foreign Affairs of Djibouti | Abdi"."""
    modifiers = word_set("titles", "modifiers", "words")
    between = page.words[last:begin]
    if len(between) < 2 or between[0].low not in ("of", "for"):
        return not between
    country = page.names_in(last + 1, last + 2)
    of_country = bool(country) and country[0].known is not None and country[0].last == begin
    return of_country or all(word.low in modifiers for word in between[1:])


def _described_before(page: Page, name: Name) -> Description | None:
    """As in "Ostmark's chief negotiator, Jan Reuter,", "the president of the union, Ana Cole"."""
    begin = name_begins(page, name)
    if begin < 2 or page.words[begin - 1].text != ",":
        return None
    for head in reversed(page.heads_in(max(0, begin - 12), begin - 1)):
        found = None if head.body else describe(page, head, ceiling=begin - 1)
        if (
            found is not None
            and _reaches(page, found.last, begin - 1)
            and found.link in (None, "of", "for", "at", "in")
        ):
            follows = page.words[name.last].low if name.last < len(page.words) else "."
            closed = follows in word_set("people_nouns", "openers", "speaks") or _ends_apposition(page, name.last)
            return found if closed else None
    return None


def _reaches(page: Page, last: int, end: int) -> bool:
    """Whether only where somebody is stands between: "the head of the delegation | at the consultations,"."""
    stops = word_set("titles", "edges", "stops") - {"talks", "meeting"}
    rest = page.words[last:end]
    if not rest:
        return True
    plain = all(word.text[0].isalnum() and word.low not in stops for word in rest[1:])
    return rest[0].low in ("at", "in", "on", "to") and plain


def _ends_apposition(page: Page, at: int) -> bool:
    return (
        at >= len(page.words)
        or page.words[at].text in ',.;:)—–-"”'
        or page.words[at].sentence != page.words[at - 1].sentence
    )


def _described_after(page: Page, name: Name) -> Description | None:
    """As in "Ilse Varga, the water minister of Lower Halvern,", "Reuter (chief negotiator)"."""
    at = name.last
    if (
        at >= len(page.words)
        or page.words[at].text not in ",("
        or page.words[at].sentence != page.words[name.first].sentence
    ):
        return None
    for head in page.heads_in(at + 1, at + 9):
        if left_edge(page.words, head.first, at + 1) != at + 1:
            return None
        compound = _goes_into_post(page, head.last)
        found = None if head.body or compound else describe(page, head, at + 1)
        if found is not None and (found.link or _ends_apposition(page, found.last) or found.determiner):
            return None if _is_another(page, found) else found
    return None


def _goes_into_post(page: Page, last: int) -> bool:
    """Whether a post goes on into a longer one: "Deputy | Special Representative"."""
    modifiers = word_set("titles", "modifiers", "words")
    ahead = page.heads_in(last, last + 3)[:1]
    return any(all(word.low in modifiers for word in page.words[last : head.first]) for head in ahead)


def _is_another(page: Page, found: Description) -> bool:
    """As in "Lavrov, a minister and Blinken said" apart: a description right before another name belongs to that."""
    return bool(page.names_in(found.head.last, found.head.last + 1)) and found.link is None
