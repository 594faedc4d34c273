"""The parts of a text: the words behind its noun, or the sentence after, go in; items with their items come out."""

from __future__ import annotations

from rejoinder.model import TextItem
from rejoinder.reading.business.clauses import speech_end
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.scenes import Scene
from rejoinder.reading.business.texts.edges import listed
from rejoinder.reading.business.texts.lists import is_content_verb, read_items
from rejoinder.reading.business.texts.nouns import TextNoun
from rejoinder.reading.cues import base_forms

_NEAR = 8
_FAR = 20
_ASIDE = 14
"""Words of an aside at most, and of what may stand before a colon."""
_DASHES = frozenset(["-", "–", "—"])
_COMMA = frozenset([","])
_PLACING = frozenset(["to", "from", "in", "by", "at", "under", "on", "for", "of", "with", "about"])
_BEFORE_NOUNS = frozenset(["with", "on", "the", "of", "for", "its"])
_JOINING = frozenset(["and", "or", "that", "who", "which"])
_STATES = frozenset(["was", "were", "had", "has", "is", "are", "said", "be"])


def items_behind(noun: TextNoun) -> tuple[TextItem, ...]:
    """The parts that the sentence of a noun lists: behind "that would", "demanding", "contains", "to", ":"."""
    scene, at = noun.scene, max([noun.last, *(item.last for item in noun.owners)])
    begin = _right_behind(noun, at)
    if begin is not None:
        limit = _main_verb(scene, begin, clause=scene.low(begin - 1) == "that")
        if scene.low(begin - 1) == "of":  # "the offer of 4%, tabled in March, still stands"
            comma = next((at for at in range(begin, scene.last) if scene.low(at) == ","), scene.last)
            limit = comma if scene.low(comma + 1) in listed("passive", "forms") else limit
        return _items_from(scene, begin, limit)
    begin = _behind_participle(scene, at, noun.end + 14)
    if begin is None:
        begin = _behind_inside(noun)
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


def _items_from(scene: Scene, begin: int | None, limit: int | None = None) -> tuple[TextItem, ...]:
    if begin is None or begin >= scene.last:
        return ()
    end = _content_end(scene, begin, limit)
    colon = next((at for at in range(begin, min(end, begin + _ASIDE)) if scene.low(at) == ":"), None)
    return read_items(scene, begin if colon is None else colon + 1, end)


# Where the parts begin


def _right_behind(noun: TextNoun, at: int) -> int | None:
    """As in "an offer to halve the duty", "a proposal that cars contain", "an offer of 612 pence", "worth 4%"."""
    scene = noun.scene
    low = scene.low(at)
    if low in ("to", "that", ":") and noun.word in listed("nouns", "offers"):
        other = (low == "to" and _is_hearer(scene, at + 1)) or (low == "that" and _is_relative(scene, at + 1))
        return None if other else at + 1
    if low == "of" and _has_amount(scene, at):
        return at + 1 if noun.word == "offer" else None
    if "worth" in scene.lows(at, at + 2):
        return at + 1 + (low == ",")
    return None


def _is_relative(scene: Scene, at: int) -> bool:
    """As in "a proposal that Washington made", "that she had sent": no content."""
    end = next((item.last for item in scene.mentions if item.first == at or item.first == at + 1), None)
    if end is None:
        return False
    while scene.low(end) in listed("verbs", "helping"):
        end += 1
    return scene.low(end).endswith(("ed", "e", "t")) and not listed("verbs", "table").isdisjoint(
        base_forms(scene.low(end))
    )


def _has_amount(scene: Scene, at: int) -> bool:
    return any(sign.isdigit() for word in scene.lows(at + 1, at + 4) for sign in word)


def _is_hearer(scene: Scene, at: int) -> bool:
    """Whether somebody stands behind "to", and no verb: "an offer to Spain", "to the airport's owners"."""
    heard = any(at <= item.first <= at + 3 for item in scene.mentions)
    heard = heard or not listed("nouns", "hearers").isdisjoint(scene.lows(at, at + 2))
    return heard or scene.low(at) in listed("not", "questions") or scene.low(at) in listed("nouns", "determiners")


def _behind_participle(scene: Scene, first: int, last: int) -> int | None:
    """As in "demanding that", "calling for", "that would", "under which"."""
    for at in range(first, min(scene.last, last)):
        low, after = scene.low(at), scene.low(at + 1)
        if low in listed("contents", "participles") and (low != "calling" or after == "for"):
            return _skip(scene, at + 1)
        if _opens_relative(low, after):
            return at + 2
        if low == "which" and after.endswith("s") and is_content_verb(after):
            return _skip(scene, at + 2)
        if low == ";" or low in listed("splits", "ends"):
            return None
    return None


def _opens_relative(low: str, after: str) -> bool:
    """Whether two words lead to what a text holds: "that would", "under which", "among them"."""
    if low in ("that", "which", "whom"):
        return after in listed("contents", "modals")
    return (low, after) in (("under", "which"), ("among", "them"), ("among", "which"))


def _behind_verb(scene: Scene, at: int) -> int | None:
    """As in "envisage, among other things, ...", "would bar ...": where nobody else is the subject of the verb."""
    aside = _DASHES if scene.low(at) in _DASHES else _COMMA
    if scene.low(at) in aside:
        at = next((end + 1 for end in range(at + 1, min(scene.last, at + _ASIDE)) if scene.low(end) in aside), at + 1)
    beyond = at
    taken = {word for item in scene.mentions_in(at, scene.last) for word in range(item.first, item.last)}
    for verb in range(at, min(scene.last, at + _NEAR)):
        low = scene.low(verb)
        if verb < beyond:
            continue
        if low in _PLACING:
            beyond = Words(scene.words, scene.first, scene.last).phrase_end(verb + 1)
            continue
        if verb in taken or low in _STATES or low in (",", ";", "and"):
            return None
        if low in listed("contents", "modals"):
            own = scene.low(verb + 1) not in ("be", "not", "have") and "says" not in scene.lows(at, verb)
            return verb + 1 if own else None
        if is_content_verb(low) and not _is_noun(scene, verb):
            return _skip(scene, verb + 1)
    return None


def _behind_inside(noun: TextNoun) -> int | None:
    """As in "in his letter, the minister urges them to answer", "in a paper circulated at the talks, offered a lease",
    "in the letter, he said, she made three requests: ...", "under the plan, handed over in May, all would go"."""
    scene, before = noun.scene, noun.scene.low(noun.begin - 1)
    comma = next((at for at in range(noun.last, min(scene.last, noun.end + _ASIDE)) if scene.low(at) == ","), None)
    if before not in ("in", "under") or comma is None:
        return None
    if before == "under":
        commas = [at for at in range(comma + 1, min(scene.last, comma + _ASIDE)) if scene.low(at) == ","]
        aside = scene.low(comma + 1) in listed("passive", "forms")
        begin = commas[0] + 1 if aside and commas else comma + 1
        would = any(
            scene.low(at) in listed("contents", "modals") for at in range(begin, min(scene.last, begin + _NEAR))
        )
        return begin if would and noun.begin - scene.first <= 2 else None
    colon = next((at for at in range(comma, scene.last) if scene.low(at) == ":"), None)
    if colon is not None:
        return colon + 1
    verbs = range(comma + 1, min(scene.last, comma + _NEAR))
    verb = next((at for at in verbs if is_content_verb(scene.low(at)) and not _is_noun(scene, at)), None)
    return _skip(scene, verb + 1) if verb is not None else None


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a word that may be a verb is a noun: "with seven demands", "the calls"."""
    before = scene.low(at - 1)
    return (
        before in listed("splits", "counts") or before.isdigit() or before in ("with", "on", "the", "of", "for", "its")
    )


def _behind_and(scene: Scene, at: int) -> int | None:
    """As in "The offer had been sent on 9 May and contained three parts"."""
    for joined in range(at, min(scene.last, at + _FAR)):
        if scene.low(joined) == "and" and is_content_verb(scene.low(joined + 1)) and not _is_light(scene, joined + 1):
            return _skip(scene, joined + 2)
    return None


def _is_light(scene: Scene, at: int) -> bool:
    """Whether a verb is of so many senses that it tells what a text holds only right behind the text."""
    return not listed("contents", "light").isdisjoint(base_forms(scene.low(at)))


def _skip(scene: Scene, at: int) -> int:
    """Behind the words that stand between a verb and the parts: "for", "among other things", "him to"."""
    skipped, counted = listed("contents", "skipped"), listed("contents", "counted")
    while scene.low(at) in skipped or scene.lows(at, at + 2) == ["the", "following"]:
        at += 1
    if scene.low(at + 1) in counted and scene.low(at + 2) == ":":  # "three parts: a duty, an audit"
        at += 3
    heard = next((item.last for item in scene.mentions if item.first == at), at)
    if scene.low(heard) == "to":
        return heard + 1
    return heard if heard > at and _opens_object(scene, heard) else at


def _opens_object(scene: Scene, at: int) -> bool:
    """Whether what is offered follows the one to whom: "offers Spain talks", not "offers Spain and Norway"."""
    low = scene.low(at)
    return low[:1].isalnum() and not scene.words[at].capital and low not in listed("splits", "binding") | _JOINING


# Where they end, and how they are parted


def _main_verb(scene: Scene, begin: int, *, clause: bool) -> int | None:
    """The verb of which a text with what it offers is the subject: "was" in "an offer to halve the duty was rejected",
    behind the verb of its own in "a proposal that the duty be halved was rejected"."""
    for at in range(begin, min(scene.last, begin + _FAR)):
        low = scene.low(at)
        if low in listed("splits", "joints"):
            return None
        if low in listed("splits", "finite"):
            if not clause:
                return at
            clause = False
    return None


def _content_end(scene: Scene, begin: int, limit: int | None = None) -> int:
    """Where contents that begin at a word end: with the sentence, with somebody's speech, before an aside."""
    end = speech_end(scene, begin) if limit is None else limit
    ends = listed("splits", "ends")
    end = next((at for at in range(begin + 1, end) if scene.low(at) in ends and not _is_as_well(scene, at)), end)
    hanging = listed("splits", "binding") | {"until"}
    while end > begin and (scene.low(end - 1) in hanging or not _may_end(scene.words[end - 1].text)):
        end -= 1
    return end


def _may_end(text: str) -> bool:
    return text[0].isalnum() or text in "%)\"”'’"


def _is_as_well(scene: Scene, at: int) -> bool:
    return "well" in (scene.low(at - 1), scene.low(at + 1))
