"""What is done with a text: its noun phrase goes in; who hands it over or writes it, and to whom, comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rejoinder.model import TextKind
from rejoinder.reading.business.clauses import Clause, is_owner, mentions_on, subjects_before
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.nouns import TextNoun, listed, noun_words
from rejoinder.reading.cues import base_forms

_BACK = 9
_BEHIND = 9
_BARRIERS = frozenset(
    [",", ";", "and", "that", "of", "on", "about", "from", "by", "with", "against", "as", "is", "was", "were", "are"]
)
_BE = frozenset(["was", "were", "been", "be", "is", "are", "being", ","])


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with a text, told by the words ``first`` to ``last``.

    ``strength``   2 where it is tabled, written or announced; 1 where it is told of as somebody's, on the table;
                   0 where it is only spoken of
    ``at``         the word near which the day stands
    """

    strength: int
    authors: Sequence[Mention]
    to: Sequence[Mention]
    first: int
    last: int
    at: int
    announced: bool = False
    published: bool = False


def find_act(noun: TextNoun, clause: Clause, *, has_items: bool) -> Act | None:
    """What is done with a text; None where it is denied, or somebody else wants it.

    ``has_items``  whether the sentence lists what it holds
    """
    if is_denied(noun, clause):
        return None
    readers: tuple[Callable[[TextNoun, Clause], Act | None], ...] = (_handed, _relative, _passive, _written_in)
    act = next((act for read in readers if (act := read(noun, clause)) is not None), None)
    act = act or _spoken_of(noun, has_items=has_items)
    vague = noun.word in listed("nouns", "vague") and is_base(noun.scene, act.at, "verbs", "weak") and not has_items
    if (
        vague
        or noun.word in listed("nouns", "referring")
        or _is_medium(noun.scene, act.authors)
        or _names_nobody(noun, clause)
    ):
        act = replace(act, strength=0)
    last = max([act.last, *(item.last for item in noun.owners if item.first >= noun.last)])
    return replace(act, last=last)


def is_base(scene: Scene, at: int, *keys: str) -> bool:
    """Whether the word ``at`` is an inflection of one of a list of verbs."""
    return not listed(*keys).isdisjoint(base_forms(scene.low(at)))


# By a verb before the noun


def is_denied(noun: TextNoun, clause: Clause) -> bool:
    verb = _tabling_verb(noun, clause)
    return verb is not None and mood_of(noun.scene, verb, clause) is None


def _handed(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "London sent the Commission a new text", "received the replies of NATO"."""
    scene, verb = noun.scene, _tabling_verb(noun, clause)
    if verb is None:
        return None
    subjects = authors_of(scene, verb, clause)
    announced = bool(mood_of(scene, verb, clause)) or is_base(scene, verb, "verbs", "promise")
    published = is_base(scene, verb, "verbs", "publish")
    first, last = min(noun.begin, verb), noun.end
    if is_base(scene, verb, "verbs", "receive"):
        return Act(2 if noun.owners else 0, noun.owners, subjects, first, last, verb, announced)
    owners, addressed = list(noun.owners), list[Mention]()
    if owners and verb == noun.begin - 1 and owners[0].kind == "side" and not is_owner(scene, owners[0]):
        owners, addressed = [], owners
    to = addressed or _addressees(scene, verb + 1, noun.begin) or to_behind(scene, noun.end)
    authors = _settle(owners, subjects)
    return Act(2, authors, to, first, last, verb, announced, published)


def _tabling_verb(noun: TextNoun, clause: Clause) -> int | None:
    """The verb of tabling whose object the noun is; None where there is none."""
    scene, floor = noun.scene, max(clause.first, noun.begin - _BACK)
    named = {at for item in scene.mentions_in(floor, noun.begin) for at in range(item.first, item.last)}
    for at in range(noun.begin - 1, floor - 1, -1):
        low = scene.low(at)
        if at in named or scene.words[at].owner or low == "forward":
            continue
        if low == "with" and (
            countered := [word for word in range(at - 4, at) if is_base(scene, word, "verbs", "counter")]
        ):
            return countered[-1]
        if is_base(scene, at, "verbs", "table"):
            return at if _may_table(noun, at) else None
        infinitive = low == "to" and at + 1 not in named and scene.low(at + 1) != "the"
        if low in _BARRIERS or low in noun_words() or infinitive:
            return None
    return None


def _may_table(noun: TextNoun, verb: int) -> bool:
    """Whether a verb is of tabling here: one of many senses is not before "the paper" or "an answer"."""
    if not is_base(noun.scene, verb, "verbs", "weak") or is_base(noun.scene, verb, "verbs", "receive"):
        return True
    opens = noun.scene.low(noun.begin)
    written = "written" in noun.scene.lows(noun.begin, noun.head)
    return opens != "the" and (noun.kind is not TextKind.REPLY or opens not in ("a", "an") or written)


def mood_of(scene: Scene, verb: int, clause: Clause) -> bool | None:
    """Whether a verb tells of what is only announced; None where somebody else wants it, or it is denied."""
    group = scene.lows(max(clause.first, verb - 4), verb)
    if not listed("announced", "wanted").isdisjoint(group):
        return None
    return not listed("announced", "coming").isdisjoint(group[-3:])


def authors_of(scene: Scene, verb: int, clause: Clause) -> list[Mention]:
    """The subject of a verb: the first behind the last verb of saying, with those joined to it by "and"."""
    found = subjects_before(scene, clause, verb)
    for end in scene.cue_ends:
        if clause.first < end < verb:
            found = [item for item in found if item.first >= end] or found
    joined = found[:1]
    for item in found[1:]:
        if not {"and", ","}.issuperset(scene.lows(joined[-1].last, item.first)):
            break
        joined.append(item)
    return joined


def _addressees(scene: Scene, first: int, last: int) -> list[Mention]:
    """As in "sent the Commission a new text", "hand to Moscow its replies"."""
    return [item for item in scene.mentions_in(first, last) if not is_owner(scene, item) and item.kind != "adjective"]


def to_behind(scene: Scene, at: int) -> list[Mention]:
    """Those behind "to" or "with" soon after a word."""
    for start in range(at, min(scene.last, at + 6)):
        if scene.low(start) in ("to", "with"):
            return mentions_on(scene, start + 1, scene.last)
        if scene.low(start) in (",", ";", "that"):
            break
    return []


def _settle(owners: Sequence[Mention], subjects: Sequence[Mention]) -> Sequence[Mention]:
    """The authors: the possessors of the text, or who tables it where he is of their side or there are none."""
    told = [item for item in subjects if item.actor is not None]
    own = [item for item in owners if item.actor is not None]
    same = bool(told and own) and _party(told[0]) is not None and _party(told[0]) == _party(own[0])
    return told if told and (same or not own) else own


def _party(mention: Mention) -> str | None:
    return mention.actor.party if mention.actor else None


# By words behind the noun


def _relative(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "the replies that Nato and the United States handed to Moscow"."""
    del clause
    scene = noun.scene
    if scene.low(noun.end) not in ("that", "which"):
        return None
    found = mentions_on(scene, noun.end + 1, min(scene.last, noun.end + 14))
    for at in range(found[-1].last, min(scene.last, found[-1].last + 4)) if found else ():
        if is_base(scene, at, "verbs", "table") and not is_base(scene, at, "verbs", "receive"):
            return Act(2, found, to_behind(scene, at + 1), noun.begin, at + 1, at)
    return None


def _passive(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "the offer had been sent to Calder Port", "a paper tabled in January", "the non-papers arrived"."""
    del clause
    scene = noun.scene
    for at in range(noun.last, min(scene.last, noun.end + _BEHIND)):
        formed = scene.low(at) in listed("passive", "forms") and (scene.low(at - 1) in _BE or at == noun.last)
        if formed or scene.low(at) in listed("passive", "arrives"):
            before = scene.lows(noun.end, at)
            if not listed("announced", "wanted").isdisjoint(before):
                return None
            announced = not {"will", "would"}.isdisjoint(before)
            return Act(
                2, noun.owners, to_behind(scene, at + 1), noun.begin, max(noun.end, at + 1), noun.head, announced
            )
        if scene.low(at) in (";", "that", "and"):
            return None
    return None


# As somebody's text


def _written_in(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "in a letter to both sides", "in its reply", "in a 14-page note": the subject writes it."""
    scene = noun.scene
    others = any(item.kind != "pronoun" for item in noun.owners)
    written = noun.kind not in (TextKind.PROPOSAL, TextKind.DRAFT, TextKind.COUNTER)
    if scene.low(noun.begin - 1) != "in" or others or not (written or noun.word in listed("nouns", "written")):
        return None
    authors = authors_of(scene, noun.begin - 1, clause) or _subject_behind(noun) or noun.owners
    return Act(2, authors[:1], to_behind(scene, noun.last), noun.begin, noun.end, noun.head) if authors else None


def _subject_behind(noun: TextNoun) -> list[Mention]:
    """Who writes, where the letter opens the sentence: "In a note, the chairman proposed"."""
    scene = noun.scene
    comma = next((at for at in range(noun.end, min(scene.last, noun.end + 12)) if scene.low(at) == ","), scene.last)
    return [item for item in scene.mentions_in(comma, min(scene.last, comma + 8)) if not is_owner(scene, item)][:1]


def _spoken_of(noun: TextNoun, *, has_items: bool) -> Act:
    """A text that is somebody's: on the table where its noun, its day, its parts or what others do with it say so."""
    scene, told = noun.scene, bool(noun.owners)
    sure = noun.word in listed("nouns", "sure") or _is_dated(noun)
    stands = sure or _is_reply_in_writing(noun) or _is_reacted_to(noun) or has_items
    helping = noun.word == "offer" and scene.low(noun.last) == "of" and not has_items
    return Act(
        int((told and stands and not helping) or is_a_text(noun)), noun.owners, (), noun.begin, noun.end, noun.head
    )


def _is_dated(noun: TextNoun) -> bool:
    """As in "her proposal of 29 March"."""
    scene = noun.scene
    near = any(noun.last <= day.first <= noun.last + 1 for day in scene.days)
    return near and scene.low(noun.last) in ("of", "from", "dated")


def _is_reply_in_writing(noun: TextNoun) -> bool:
    """As in "written reply", "answer to the proposals"."""
    scene = noun.scene
    written = not listed("nouns", "in_writing").isdisjoint(scene.lows(noun.begin, noun.head))
    return noun.kind is TextKind.REPLY and (written or (scene.low(noun.last) == "to" and noun.word != "response"))


def _is_reacted_to(noun: TextNoun) -> bool:
    """As in "rejected the players' offer", "Kyiv's plan was welcomed": the text is on the table."""
    around = (*range(noun.begin - 5, noun.begin), *range(noun.end, noun.end + 4))
    return noun.kind is not TextKind.REPLY and any(is_base(noun.scene, at, "verbs", "react") for at in around)


def is_a_text(noun: TextNoun) -> bool:
    """Whether it is told as a text although not whose: "a 62-page draft", "an agreed text", "a paper called ..."."""
    scene = noun.scene
    inside = scene.lows(noun.begin, noun.head)
    pages = any(low.endswith("-page") for low in inside) or "pages" in scene.lows(noun.end, noun.end + 6)
    made = scene.low(noun.begin) in ("a", "an") and not listed("nouns", "made").isdisjoint(inside)
    titled = scene.low(noun.last) in ("called", "entitled", "titled")
    return noun.kind in (TextKind.DRAFT, TextKind.PROPOSAL) and not noun.owners and (pages or made or titled)


def _is_medium(scene: Scene, authors: Sequence[Mention]) -> bool:
    """Whether a newspaper or a broadcaster prints the text."""
    media = listed("not", "media")
    return any(not media.isdisjoint(scene.lows(item.first, item.last + 1)) for item in authors)


def _names_nobody(noun: TextNoun, clause: Clause) -> bool:
    return "neither" in noun.scene.lows(clause.first, noun.begin)
