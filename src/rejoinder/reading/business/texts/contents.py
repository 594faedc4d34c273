"""The parts of a text: the words behind its noun, or the sentence after, go in; items with their items come out."""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.model import TextItem
from rejoinder.reading.business.clauses import speech_end
from rejoinder.reading.business.scenes import Scene
from rejoinder.reading.business.texts.nouns import TextNoun, listed
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

_MOST = 12
_NEAR = 8
_FAR = 20
_DASHES = frozenset(["-", "–", "—"])
_STATES = frozenset(["was", "were", "had", "has", "is", "are", "said", "be"])


def items_behind(noun: TextNoun) -> tuple[TextItem, ...]:
    """The parts that the sentence of a noun lists: behind "that would", "demanding", "contains", "to", ":"."""
    scene, at = noun.scene, max([noun.last, *(item.last for item in noun.owners)])
    begin = _right_behind(noun, at)
    if begin is None:
        begin = _behind_participle(scene, at, noun.end + 14)
    if begin is None:
        begin = _behind_verb(scene, max(at, noun.end))
    return _items_from(scene, begin if begin is not None else _behind_and(scene, noun.end))


def items_of_verb(scene: Scene, at: int) -> tuple[TextItem, ...]:
    """The parts behind a participle soon after a word: "wrote to the minister, asking him to open talks"."""
    return _items_from(scene, _behind_participle(scene, at, at + _NEAR))


def items_of_subject(scene: Scene, at: int) -> tuple[TextItem, ...]:
    """The parts that a sentence tells whose subject, which ends before the word ``at``, is a text."""
    return _items_from(scene, _behind_verb(scene, at))


def items_put(scene: Scene, first: int, last: int) -> tuple[TextItem, ...]:
    """The parts that are the object of a verb: "put forward 5.2% over two years and a joint committee"."""
    return read_items(scene, first, last) if first < last else ()


def _items_from(scene: Scene, begin: int | None) -> tuple[TextItem, ...]:
    return read_items(scene, begin, _content_end(scene, begin)) if begin is not None and begin < scene.last else ()


# Where the parts begin


def _right_behind(noun: TextNoun, at: int) -> int | None:
    """As in "an offer to halve the duty", "a proposal that cars contain", "an offer of 612 pence", "worth 4%"."""
    scene = noun.scene
    low = scene.low(at)
    if low in ("to", "that", ":") and noun.word in listed("nouns", "offers"):
        heard = scene.mentions_in(at + 1, at + 4) or scene.low(at + 1) in listed("not", "questions")
        return None if low == "to" and heard else at + 1
    if low == "of" and any(sign.isdigit() for word in scene.lows(at + 1, at + 4) for sign in word):
        return at + 1 if noun.word == "offer" else None
    if "worth" in scene.lows(at, at + 2):
        return at + 1 + (low == ",")
    return None


def _behind_participle(scene: Scene, first: int, last: int) -> int | None:
    """As in "demanding that", "calling for", "that would"."""
    for at in range(first, min(scene.last, last)):
        low, after = scene.low(at), scene.low(at + 1)
        if low in listed("contents", "participles") and (low != "calling" or after == "for"):
            return _skip(scene, at + 1)
        if low in ("that", "which") and after in listed("contents", "modals"):
            return at + 2
        if low == ";" or low in listed("splits", "ends"):
            return None
    return None


def _behind_verb(scene: Scene, at: int) -> int | None:
    """As in "envisage, among other things, ...", "would bar ...": where nobody else is the subject of the verb."""
    if scene.low(at) in _DASHES:
        at = next((end + 1 for end in range(at + 1, min(scene.last, at + 12)) if scene.low(end) in _DASHES), at + 1)
    taken = {word for item in scene.mentions_in(at, scene.last) for word in range(item.first, item.last)}
    for verb in range(at, min(scene.last, at + _NEAR)):
        low = scene.low(verb)
        if verb in taken or low in _STATES or low in (",", ";", "and"):
            return None
        if low in listed("contents", "modals"):
            return verb + 1 if scene.low(verb + 1) not in ("be", "not", "have") else None
        if _is_content_verb(low):
            return _skip(scene, verb + 1)
    return None


def _behind_and(scene: Scene, at: int) -> int | None:
    """As in "The offer had been sent on 9 May and contained three parts"."""
    for joined in range(at, min(scene.last, at + _FAR)):
        if scene.low(joined) == "and" and _is_content_verb(scene.low(joined + 1)):
            return _skip(scene, joined + 2)
    return None


def _is_content_verb(low: str) -> bool:
    return not listed("contents", "verbs").isdisjoint(base_forms(low))


def _skip(scene: Scene, at: int) -> int:
    """Behind the words that stand between a verb and the parts: "for", "among other things", "him to"."""
    while scene.low(at) in listed("contents", "skipped"):
        at += 1
    addressed = [item.last for item in scene.mentions if item.first == at and scene.low(item.last) == "to"]
    return addressed[0] + 1 if addressed else at + (scene.low(at) == "to")


# Where they end, and how they are parted


def _content_end(scene: Scene, begin: int) -> int:
    """Where contents that begin at a word end: with the sentence, with somebody's speech, before an aside."""
    end = speech_end(scene, begin)
    ends = listed("splits", "ends")
    end = next((at for at in range(begin + 1, end) if scene.low(at) in ends and not _is_as_well(scene, at)), end)
    while end > begin and not (scene.words[end - 1].text[0].isalnum() or scene.words[end - 1].text in "%)\"”'’"):
        end -= 1
    return end


def _is_as_well(scene: Scene, at: int) -> bool:
    return "well" in (scene.low(at - 1), scene.low(at + 1))


def read_items(scene: Scene, first: int, last: int) -> tuple[TextItem, ...]:
    """The parts in a range of words, each with those behind "including"; the first dozen."""
    found = []
    for begin, end in list(_split(scene, first, last))[:_MOST]:
        cut = next((at for at in range(begin + 1, end - 1) if scene.low(at) == "including"), None)
        inner = [] if cut is None else list(_split(scene, cut + 1, end))
        whole = end if cut is None else cut - (scene.low(cut - 1) == ",")
        found.append(_item(scene, begin, whole, tuple(_item(scene, *part) for part in inner)))
    return tuple(found)


def _item(scene: Scene, first: int, last: int, items: tuple[TextItem, ...] = ()) -> TextItem:
    return TextItem(scene.told.passage(scene.span(first, last)), items)


def _split(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between the cuts of a list, without the words that join them."""
    begin, at = first, first
    listing = _is_comma_list(scene, first, last)
    while at < last:
        step = _cut(scene, at, last, listing=listing) if at > begin else 0
        if step:
            yield from _trimmed(scene, begin, at)
            begin = at + step
        at += max(step, 1)
    yield from _trimmed(scene, begin, last)


def _trimmed(scene: Scene, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without marks at its edges; none where nothing is left."""
    while begin < end and not (scene.words[begin].text[0].isalnum() or scene.words[begin].text in "\"“‘'$€£"):
        begin += 1
    while end > begin and scene.words[end - 1].text in ",;:":
        end -= 1
    if end > begin:
        yield begin, end


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
    verb = low in word_set("circumstances", "answers", "bare") or _is_content_verb(low)
    return verb or low in listed("splits", "openers") or low[:1].isdigit() or low in ("$", "€", "£")


def _is_comma_list(scene: Scene, first: int, last: int) -> bool:
    """Whether commas part the list: behind each a part opens, and behind the last one stands "and"."""
    lows = [*scene.lows(first, last), ""]
    behind = [lows[at + 1] for at, low in enumerate(lows) if low == ","]
    if not behind or "including" in lows or "and" not in lows[len(lows) - 1 - lows[::-1].index(",") :]:
        return False
    return all(low == "and" or _opens_part(low) for low in behind)
