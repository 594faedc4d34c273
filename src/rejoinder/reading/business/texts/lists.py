"""A stretch of words that lists the parts of a text goes in; the parts, each with those it includes, come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rejoinder.model import TextItem
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.scenes import Scene
from rejoinder.reading.business.texts.edges import listed
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

_MOST = 12
_LONGEST = 12
"""Words that a part of a list without articles has at most."""
_OPENING = "\"“‘'$€£"
_CLOSING = ",;:"

Stretch = tuple[int, int]


def read_items(scene: Scene, first: int, last: int) -> tuple[TextItem, ...]:
    """The parts in a range of words, each with those behind "including"; the first dozen. What only counts parts
    ("three of them") or says that one is passed over is none."""
    found = []
    for begin, end in list(_split(scene, first, last))[:_MOST]:
        cut = next((at for at in range(begin + 1, end - 1) if scene.low(at) == "including"), None)
        inner = [] if cut is None else list(_split(scene, cut + 1, end))
        whole = end if cut is None else cut - (scene.low(cut - 1) == ",")
        if cut is not None and _only_counts(scene, begin, whole):
            found += [_item(scene, *part) for part in inner]
        elif not (
            _only_counts(scene, begin, whole)
            or scene.low(begin) in listed("splits", "passing")
            or _says_nothing(scene, begin, whole)
        ):
            found.append(_item(scene, begin, whole, tuple(_item(scene, *part) for part in inner)))
    return tuple(found)


def is_content_verb(low: str) -> bool:
    """Whether a word is a verb behind which a text's parts are told."""
    return not listed("contents", "verbs").isdisjoint(base_forms(low))


def _only_counts(scene: Scene, first: int, last: int) -> bool:
    """As in "three of them", "20 provisions", "four of the 12 points"."""
    counting, nouns = listed("splits", "counts"), listed("splits", "counted")
    first += is_content_verb(scene.low(first))
    first += scene.low(first) in listed("contents", "skipped")
    lows = scene.lows(first, last)
    counted = any(low in counting or low.isdigit() for low in lows)
    return counted and all(low in counting or low in nouns or low.isdigit() for low in lows)


def _says_nothing(scene: Scene, first: int, last: int) -> bool:
    """As in "(setting) this out", "(sets out) a serious path forward": no more than a pronoun, or a word of praise."""
    if scene.low(first) in listed("splits", "pronouns"):
        return last - first < 3
    if _is_time(scene, first, last):
        return True
    if scene.low(first) == "be" and last - first < 3:  # "(turned out to) be disappointing"
        return True
    if is_content_verb(scene.low(first)) and last - first > 2:  # "set out how ..."
        first += 1 + (scene.low(first + 1) in listed("contents", "skipped"))
        if scene.low(first) in listed("splits", "passing"):
            return True
    end = min(Words(scene.words, first, last).phrase_end(first), last)
    return not listed("splits", "views").isdisjoint(scene.lows(first, end))


def _is_time(scene: Scene, first: int, last: int) -> bool:
    """Whether a part begins with an expression of time: "(guarantees) next week"."""
    dates = scene.told.dates_in(scene.span(first, last))
    return bool(dates) and dates[0].start == scene.words[first].start and not scene.low(first)[:1].isdigit()


def _item(scene: Scene, first: int, last: int, items: tuple[TextItem, ...] = ()) -> TextItem:
    return TextItem(scene.told.passage(scene.span(first, last)), items)


def _split(scene: Scene, first: int, last: int) -> Iterator[Stretch]:
    """The stretches between the cuts of a list, without the words that join them."""
    begin = first
    for at, step in _plain_cuts(scene, first, last) or _cuts(scene, first, last):
        if at > begin:
            yield from _trimmed(scene, begin, at)
            begin = at + step
    yield from _trimmed(scene, begin, last)


def _trimmed(scene: Scene, begin: int, end: int) -> Iterator[Stretch]:
    """A stretch without marks at its edges; none where nothing is left."""
    while begin < end and not (scene.words[begin].text[0].isalnum() or scene.words[begin].text in _OPENING):
        begin += 1
    if end - begin > 1 and scene.low(begin) in listed("contents", "modals"):  # "and would limit nets"
        begin += 1
    while end > begin and scene.words[end - 1].text in _CLOSING:
        end -= 1
    if end > begin:
        yield begin, end


# A list by its openers: "a duty, a joint audit and a review"


def _cuts(scene: Scene, first: int, last: int) -> Iterator[Stretch]:
    """Where a part ends, and how many words join it to the next."""
    listing = _is_comma_list(scene, first, last)
    for at in range(first + 1, last):
        step = _cut(scene, at, last, listing=listing)
        if step:
            yield at, step


def _cut(scene: Scene, at: int, last: int, *, listing: bool) -> int:
    """How many words join two parts at a word: 0 where none ends there."""
    lows = [*scene.lows(at, min(at + 4, last)), "", "", "", ""]
    if lows[0] == ";":
        return 1 + (lows[1] == "and")
    if lows[:4] == [",", "as", "well", "as"]:
        return 4
    if lows[:2] == [",", "and"] or lows[:2] == ["and", "also"]:
        return 2 + (lows[2] == "also")
    if lows[0] == "and":
        return int(_opens_part(lows[1]))
    return int(listing and lows[0] == ",")


def _opens_part(low: str) -> bool:
    """Whether a word may open a part of its own: an article, a number, a verb."""
    verb = low in word_set("circumstances", "answers", "bare") or is_content_verb(low)
    opens = verb or low in listed("splits", "openers") or low in listed("splits", "passing")
    return opens or low[:1].isdigit() or low in ("$", "€", "£")


def _is_comma_list(scene: Scene, first: int, last: int) -> bool:
    """Whether commas part the list: behind each a part opens, and behind the last one stands "and"."""
    lows = [*scene.lows(first, last), ""]
    behind = [lows[at + 1] for at, low in enumerate(lows) if low == ","]
    if not behind or "including" in lows or "and" not in lows[len(lows) - 1 - lows[::-1].index(",") :]:
        return False
    return all(low == "and" or _opens_part(low) for low in behind)


# A list without articles: "new money, simpler access and a review every two years"


def _plain_cuts(scene: Scene, first: int, last: int) -> list[Stretch]:
    """The commas of a plain list and the "and" that ends it, each with how many words join; none if it is no list."""
    commas = [at for at in range(first + 1, last) if scene.low(at) == ","]
    joins = [at for at in range(commas[-1] + 1, last) if scene.low(at) in ("and", "or")] if commas else []
    if not joins:
        return []
    join = next((at for at in reversed(joins) if _opens_part(scene.low(at + 1))), joins[0])
    join = commas[-1] + 1 if commas[-1] + 1 in joins else join
    oxford = join == commas[-1] + 1
    edges = [*commas[: len(commas) - oxford], join]
    parts = [(begin + 1, end) for begin, end in pairwise([first - 1, *edges, last])]
    if oxford:
        parts[-2] = (parts[-2][0], commas[-1])
    return [(at, 1) for at in edges] if _is_plain(scene, parts) else []


def _is_plain(scene: Scene, parts: Sequence[Stretch]) -> bool:
    """Whether short phrases without clauses stand in a row: not "a ban in Lyon, Nice and Metz", "pay for nurses, cooks
    and porters", whose members belong to the end of the first."""
    no_part = listed("splits", "clauses") | {"including"}
    if any(not 0 < end - begin <= _LONGEST or not no_part.isdisjoint(scene.lows(begin, end)) for begin, end in parts):
        return False
    names = all(scene.words[begin].capital for begin, _ in parts[1:]) and not scene.words[parts[0][0]].capital
    bound = not listed("splits", "binding").isdisjoint(scene.lows(*parts[0]))
    return not names and not (bound and any(end - begin == 1 for begin, end in parts[1:]))
