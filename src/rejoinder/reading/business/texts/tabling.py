"""What is done with a text: its noun phrase goes in; who hands it over or writes it, and to whom, comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rejoinder.model import TextKind
from rejoinder.reading.business.clauses import Clause, clause_around, is_owner, mentions_on
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.acts import Act, authors_of, is_base, mood_of, to_behind
from rejoinder.reading.business.texts.edges import listed, noun_words
from rejoinder.reading.business.texts.nouns import TextNoun
from rejoinder.reading.business.texts.standing import spoken_of

_BACK = 9
_BEHIND = 9
_BARRIERS = frozenset(
    [",", ";", "and", "that", "of", "on", "about", "from", "by", "with", "against", "as", "is", "was", "were", "are"]
)
_BE = frozenset(["was", "were", "been", "be", "is", "are", "being", ","])


def find_act(noun: TextNoun, clause: Clause, *, has_items: bool) -> Act | None:
    """What is done with a text; None where it is denied, or somebody else wants it.

    ``has_items``  whether the sentence lists what it holds
    """
    if is_denied(noun, clause):
        return None
    readers: tuple[Callable[[TextNoun, Clause], Act | None], ...] = (
        _handed,
        _relative,
        _written_in,
        _passive,
        _brought,
    )
    act = next((act for read in readers if (act := read(noun, clause)) is not None), None)
    act = act or spoken_of(noun, has_items=has_items)
    weak = act.at != noun.head and is_base(noun.scene, act.at, "verbs", "weak")
    drafted = "draft" in noun.scene.lows(noun.begin, noun.head)
    if (
        (noun.word in listed("nouns", "handed") and (weak or act.strength < 2))
        or (weak and noun.word in listed("nouns", "vague") and not has_items and not _has_day_behind(noun))
        or (noun.word in listed("nouns", "referring") and not drafted)
        or _is_medium(noun.scene, act.authors, noun.head)
        or _is_to_own(noun)
        or _names_nobody(noun, clause)
    ):
        act = replace(act, strength=0)
    last = max([act.last, *(item.last for item in noun.owners if item.first >= noun.last)])
    return replace(act, last=last)


def _has_day_behind(noun: TextNoun) -> bool:
    """As in "put forward an autonomy plan in 2007"."""
    return any(noun.last <= day.first <= noun.last + 1 for day in noun.scene.days)


def is_denied(noun: TextNoun, clause: Clause) -> bool:
    verb = _tabling_verb(noun, clause)
    if verb is None:
        return False
    around = clause if verb >= clause.first else clause_around(noun.scene, verb, noun=False)
    return mood_of(noun.scene, verb, around) is None


def _handed(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "London sent the Commission a new text", "received the replies of NATO"."""
    scene, verb = noun.scene, _tabling_verb(noun, clause)
    if verb is None:
        return None
    if verb < clause.first:
        clause = clause_around(scene, verb, noun=False)
    subjects = authors_of(scene, verb, clause)
    announced = bool(mood_of(scene, verb, clause)) or is_base(scene, verb, "verbs", "promise")
    published = is_base(scene, verb, "verbs", "publish")
    first, last = min(noun.begin, verb), noun.end
    if is_base(scene, verb, "verbs", "receive"):
        sent = bool(noun.owners) or noun.kind not in (TextKind.DRAFT, TextKind.PROPOSAL)
        return Act(2 if sent else 0, noun.owners, subjects, first, last, verb, announced)
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
    aside = _aside_before(scene, noun.begin)
    for at in range((aside or noun.begin) - 1, (aside or floor + _BACK) - 1 - _BACK, -1):
        low = scene.low(at)
        if at in named or scene.words[at].owner or low == "forward":
            continue
        if low == "with" and (
            countered := [word for word in range(at - 4, at) if is_base(scene, word, "verbs", "counter")]
        ):
            return countered[-1]
        if low == "of" and is_base(
            scene, assured := next((m.first for m in scene.mentions if m.last == at), at) - 1, "verbs", "assure"
        ):
            return assured
        if low == "with" and (
            given := [word for word in range(max(floor, at - 6), at) if is_base(scene, word, "verbs", "with")]
        ):
            return given[-1]
        if is_base(scene, at, "verbs", "table"):
            return at if _may_table(noun, at) else None
        infinitive = low == "to" and at + 1 not in named and scene.low(at + 1) != "the"
        if low in _BARRIERS or low in noun_words() or infinitive:
            return None
    return None


def _aside_before(scene: Scene, begin: int) -> int | None:
    """Where an aside begins that stands right before a noun phrase: "tabling, no later than Friday, their comments"."""
    if scene.low(begin - 1) != ",":
        return None
    opens = next((at for at in range(begin - 2, max(scene.first, begin - _BACK), -1) if scene.low(at) == ","), None)
    return opens if opens is not None and is_base(scene, opens - 1, "verbs", "table") else None


def _may_table(noun: TextNoun, verb: int) -> bool:
    """Whether a verb is of tabling here: one of many senses is not before "the paper" or "an answer"."""
    if is_base(noun.scene, verb, "verbs", "sign"):
        return noun.kind is TextKind.LETTER
    if not is_base(noun.scene, verb, "verbs", "weak") or is_base(noun.scene, verb, "verbs", "receive"):
        return True
    opens = noun.scene.low(noun.begin)
    if is_base(noun.scene, verb, "verbs", "publish") and noun.kind in (TextKind.LETTER, TextKind.REPLY):
        return True
    if noun.word in ("comments", "remarks"):
        return False
    written = "written" in noun.scene.lows(noun.begin, noun.head)
    return opens != "the" and (noun.kind is not TextKind.REPLY or opens not in ("a", "an") or written)


def _addressees(scene: Scene, first: int, last: int) -> list[Mention]:
    """As in "sent the Commission a new text", "hand to Moscow its replies"."""
    return [item for item in scene.mentions_in(first, last) if not is_owner(scene, item) and item.kind != "adjective"]


def _settle(owners: Sequence[Mention], subjects: Sequence[Mention]) -> Sequence[Mention]:
    """The authors: the possessors of the text, or who tables it where he is of their side or there are none."""
    told = [item for item in subjects if item.actor is not None]
    own = [item for item in owners if item.actor is not None and not (told and item.kind == "pronoun")]
    same = bool(told and own) and _party(told[0]) is not None and _party(told[0]) == _party(own[0])
    return (told if told and (same or not own) else own) or subjects


def _party(mention: Mention) -> str | None:
    return mention.actor.party if mention.actor else None


def _relative(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "the replies that Nato and the United States handed to Moscow", "the paper she had sent"."""
    del clause
    scene = noun.scene
    begin = noun.end + (scene.low(noun.end) == ",")
    if scene.low(begin) in ("that", "which"):
        found = mentions_on(scene, begin + 1, min(scene.last, begin + 14))
    else:
        found = [item for item in scene.mentions_in(noun.end, noun.end + 5) if item.first == noun.end]
    for at in range(found[-1].last, min(scene.last, found[-1].last + 4)) if found else ():
        if scene.low(at) in listed("announced", "wanted") or scene.low(at) in _BE:
            return None
        if is_base(scene, at, "verbs", "table") and not is_base(scene, at, "verbs", "receive"):
            announced = not listed("announced", "coming").isdisjoint(scene.lows(found[-1].last, at))
            published = is_base(scene, at, "verbs", "publish")
            authors = (_speaker_before(noun) or found) if scene.low(found[0].first) == "it" else found
            return Act(2, authors, to_behind(scene, at + 1), noun.begin, at + 1, at, announced, published)
    return None


def _speaker_before(noun: TextNoun) -> list[Mention]:
    """Whom "it" means in "the ministry said in the document, which it published"."""
    before = [item for item in noun.scene.mentions if noun.begin - 4 < item.last < noun.begin]
    said = [item for item in before if noun.scene.lows(item.last, noun.begin) in (["said", "in"], ["wrote", "in"])]
    return [item for item in said if item.kind != "pronoun"]


def _passive(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "the offer had been sent to Calder Port", "a paper tabled in January", "the non-papers arrived"."""
    del clause
    scene = noun.scene
    if scene.low(noun.last) in ("on", "for") and not noun_words().isdisjoint(scene.lows(noun.last, noun.end)):
        return None  # "comments on a proposal which was sent"
    for at in range(noun.last, min(scene.last, noun.end + _BEHIND)):
        formed = scene.low(at) in listed("passive", "forms") and (scene.low(at - 1) in _BE or at == noun.last)
        if formed or _arrives(noun, at):
            before = scene.lows(noun.end, at)
            if not listed("announced", "wanted").isdisjoint(before):
                return None
            announced = not {"will", "would"}.isdisjoint(before) or is_base(scene, at, "verbs", "promise")
            authors, last = noun.owners or _doers(scene, at + 1), max(noun.end, at + 1)
            if announced and not authors and noun.kind is TextKind.REPLY:
                authors = mentions_on(scene, scene.first, noun.begin)[
                    :1
                ]  # "Oslo has yet to react; an answer was promised"
            published = is_base(scene, at, "verbs", "publish")
            return Act(2, authors, to_behind(scene, at + 1), noun.begin, last, noun.head, announced, published)
        if scene.low(at) in (";", "and") or (scene.low(at) == "that" and scene.low(at + 1) not in _BE):
            return None
    return None


def _arrives(noun: TextNoun, at: int) -> bool:
    """As in "the non-papers arrived": not behind a comma, as in "carried papers to and fro, came closer"."""
    return noun.scene.low(at) in listed("passive", "arrives") and "," not in noun.scene.lows(noun.end, at)


def _doers(scene: Scene, at: int) -> list[Mention]:
    """Those behind "by" soon after a passive: "was circulated on Monday by the French presidency"."""
    by = next((word for word in range(at, min(scene.last, at + 6)) if scene.low(word) == "by"), None)
    return mentions_on(scene, by + 1, scene.last) if by is not None else []


def _brought(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "flew to London with an offer of 612 pence": who comes brings it."""
    scene = noun.scene
    if scene.low(noun.begin - 1) != "with" or scene.low(noun.begin) in ("the", "no"):
        return None
    coming = [
        at
        for at in range(max(clause.first, noun.begin - _BEHIND), noun.begin - 1)
        if is_base(scene, at, "verbs", "come")
    ]
    authors = noun.owners or (authors_of(scene, coming[0], clause) if coming else ())
    return Act(2, authors, to_behind(scene, noun.end), noun.begin, noun.end, coming[0]) if coming and authors else None


def _written_in(noun: TextNoun, clause: Clause) -> Act | None:
    """As in "in a letter to both sides", "in its reply", "in a 14-page note": the subject writes it."""
    scene = noun.scene
    others = any(item.kind != "pronoun" for item in noun.owners)
    before, opens = scene.low(noun.begin - 1), scene.low(noun.begin)
    written = noun.kind not in (TextKind.PROPOSAL, TextKind.DRAFT, TextKind.COUNTER)
    another = opens == "the" and not (written and noun.begin - 1 == scene.first)
    inside = before == "in" or (before == "by" and scene.lows(noun.begin, noun.last) in (["letter"], ["note"]))
    if not inside or others or another or not (written or noun.word in listed("nouns", "written")):
        return None
    hearer = next(
        (item for item in scene.mentions if item.last == noun.begin - 1 and item.first in scene.cue_ends), None
    )
    limit = noun.begin - 1 if hearer is None else hearer.first - 1
    authors = authors_of(scene, limit, clause) or _subject_behind(noun) or noun.owners
    if not authors:
        return None
    to = [hearer] if hearer is not None else to_behind(scene, noun.last)  # "asked the council in a letter"
    return Act(2, authors[:1], to, noun.begin, noun.end, noun.head, guessed=opens == "the")


def _subject_behind(noun: TextNoun) -> list[Mention]:
    """Who writes, where the letter opens the sentence: "In a note, the chairman proposed"."""
    scene = noun.scene
    comma = next((at for at in range(noun.end, min(scene.last, noun.end + 12)) if scene.low(at) == ","), scene.last)
    return [item for item in scene.mentions_in(comma, min(scene.last, comma + 8)) if not is_owner(scene, item)][:1]


def _is_medium(scene: Scene, authors: Sequence[Mention], head: int) -> bool:
    """Whether a newspaper or a broadcaster prints the text."""
    media = listed("not", "media")
    return any(not media.isdisjoint(scene.lows(item.first, item.last + (item.last != head))) for item in authors)


def _is_to_own(noun: TextNoun) -> bool:
    """Whether a message goes to reporters, or to the author's own people: "in an e-mail to staff"."""
    own = listed("not", "addressees")
    return noun.kind is TextKind.LETTER and not own.isdisjoint(noun.scene.lows(noun.last, noun.last + 5))


def _names_nobody(noun: TextNoun, clause: Clause) -> bool:
    return "neither" in noun.scene.lows(clause.first, noun.begin)


_READERS: tuple[Callable[[TextNoun, Clause], Act | None], ...] = (_handed, _relative, _written_in, _passive, _brought)
