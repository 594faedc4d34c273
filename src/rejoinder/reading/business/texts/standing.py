"""A text as somebody's: its noun phrase goes in; whether it is spoken of as one that is there comes out."""

from __future__ import annotations

from rejoinder.model import TextKind
from rejoinder.reading.business.clauses import mentions_on
from rejoinder.reading.business.scenes import Mention
from rejoinder.reading.business.texts.acts import Act, is_base, to_behind
from rejoinder.reading.business.texts.edges import listed
from rejoinder.reading.business.texts.nouns import TextNoun

_AMOUNTS = frozenset("0123456789$€£")


def spoken_of(noun: TextNoun, *, has_items: bool) -> Act:
    """A text that is somebody's: on the table where its noun, its day, its parts or what others do with it say so."""
    scene, told = noun.scene, bool(noun.owners)
    if _is_due(noun):
        return Act(2, noun.owners, (), noun.begin, noun.end, noun.head, announced=True)
    if noun.kind is TextKind.REPLY and "ready" in _behind_hearers(noun):
        return Act(2, _speaker(noun), to_behind(scene, noun.end), noun.begin, noun.end, noun.head, announced=True)
    sure = noun.word in listed("nouns", "sure") or _is_dated(noun)
    has_terms = has_items or _has_amount(noun)
    stands = sure or _is_reply_in_writing(noun) or _is_reacted_to(noun) or has_terms or _is_on_table(noun)
    helping = noun.word == "offer" and scene.low(noun.last) in ("of", "to") and not _has_amount(noun) and not has_items
    behind = max([noun.last, *(item.last for item in noun.owners)])  # "a proposal by Washington to bring them together"
    helping = helping or (scene.low(behind) == "to" and scene.low(behind + 1) in listed("not", "help"))
    known = told or (noun.definite and stands and noun.kind is not TextKind.REPLY)
    return Act(
        int((known and stands and not helping) or is_a_text(noun)), noun.owners, (), noun.begin, noun.end, noun.head
    )


def _is_due(noun: TextNoun) -> bool:
    """As in "the Spanish reply is due on Friday", "the army's reply is on its way", "a ten-page answer was ready"."""
    behind = noun.scene.lows(noun.end, noun.end + 4)
    due = "due" in behind[:3] or "way" in behind or "ready" in _behind_hearers(noun)
    return bool(noun.owners) and noun.kind is not TextKind.PROPOSAL and due and "not" not in behind


def _speaker(noun: TextNoun) -> list[Mention]:
    """Whoever says that an answer is ready: it is his side's."""
    speech = noun.scene.told.speech_at(noun.scene.words[noun.head].start)
    speaker = speech.speaker if speech is not None else None
    return [Mention(noun.begin, noun.begin + 1, speaker, "person")] if speaker is not None else []


def _behind_hearers(noun: TextNoun) -> list[str]:
    """The words behind a text and those to whom it goes: "is ready"."""
    scene, end = noun.scene, noun.end
    if scene.low(end) == "to":
        end = max([end, *(item.last for item in mentions_on(scene, end + 1, scene.last))])
    return scene.lows(end, end + 3) if scene.low(end) in ("is", "was", "are", "were") else []


def _has_amount(noun: TextNoun) -> bool:
    """As in "the £900 offer", "a 4.1% pay offer", "its price proposal, $201 per ton"."""
    scene = noun.scene
    at = noun.last + (scene.low(noun.last) in (",", ":"))
    behind = scene.low(at)[:1] if at > noun.last else ""
    inside = (low for low in scene.lows(noun.begin, noun.head) if not low.endswith("-page"))
    priced = noun.word in listed("nouns", "priced")
    return priced and (any(low[:1] in _AMOUNTS for low in inside) or (behind != "" and behind in _AMOUNTS))


def _is_on_table(noun: TextNoun) -> bool:
    """Whether a text is spoken of as one that is there: "its plan remains on the table", "the French paper is long"."""
    scene = noun.scene
    behind = scene.lows(noun.end, noun.end + 8)
    if noun.kind is TextKind.REPLY or noun.word in listed("nouns", "vague") - {"offer"}:
        return False
    if not listed("nouns", "lies").isdisjoint(behind[:2]) or "on the table" in " ".join(behind):
        return True
    owned = any(item.first < noun.head for item in noun.owners)
    if owned and scene.low(min(noun.begin, noun.owners[0].first) - 1) == "under":
        return True
    return owned and behind[:1] != [] and behind[0] in listed("nouns", "states_of") and behind[1:2] != ["to"]


def _is_dated(noun: TextNoun) -> bool:
    """As in "her proposal of 29 March"."""
    scene = noun.scene
    near = any(noun.last <= day.first <= noun.last + 1 for day in scene.days)
    return near and scene.low(noun.last) in ("of", "from", "dated")


def _is_reply_in_writing(noun: TextNoun) -> bool:
    """As in "written reply", "answer to the proposals"."""
    scene = noun.scene
    written = not listed("nouns", "in_writing").isdisjoint(scene.lows(noun.begin, noun.head))
    behind = scene.lows(noun.last, noun.last + 6)
    to_text = behind[:1] == ["to"] and listed("not", "questions").isdisjoint(behind)
    return noun.kind is TextKind.REPLY and (written or (to_text and noun.word not in listed("nouns", "spoken")))


def _is_reacted_to(noun: TextNoun) -> bool:
    """As in "rejected the players' offer", "Kyiv's plan was welcomed": the text is on the table."""
    begin = max([noun.begin, *(item.first for item in noun.owners if item.first < noun.head)])
    around = (*range(begin - 5, begin), *range(noun.end, noun.end + 4))
    return noun.kind is not TextKind.REPLY and any(is_base(noun.scene, at, "verbs", "react") for at in around)


def is_a_text(noun: TextNoun) -> bool:
    """Whether it is told as a text although not whose: "a 62-page draft", "an agreed text", "a paper called ..."."""
    scene = noun.scene
    inside = scene.lows(noun.begin, noun.head)
    pages = any(low.endswith("-page") for low in inside) or "pages" in scene.lows(noun.end, noun.end + 6)
    made = scene.low(noun.begin) in ("a", "an") and not listed("nouns", "made").isdisjoint(inside)
    titled = scene.low(noun.last) in ("called", "entitled", "titled")
    return noun.kind in (TextKind.DRAFT, TextKind.PROPOSAL) and not noun.owners and (pages or made or titled)
