"""To whom something is said: the words around a cue in, the hearer out, a side or person by its name.

The audience of an occasion ("told reporters") hears what its speaker adds too, and who gives an interview goes
on giving it; the object of a demand or offer ("urged Moscow") is that of one statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rejoinder.model import Act, Actor, Span, TimexType
from rejoinder.reading.actors.names import strip_article
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.attribution.surroundings import Surroundings
from rejoinder.reading.cues import base_forms, read_cue
from rejoinder.reading.knowledge import word_set

_LONGEST = 9
_BEHIND = ("to", "on", "upon", "of", "from", "with")
_FAR = 12
"""Words behind a cue in which the occasion may stand: "said late on Monday at a weekly news conference"."""


class Scope(Enum):
    """How far a hearer holds: for one statement, as long as its speaker goes on, or throughout the story."""

    STATEMENT = "statement"
    OCCASION = "occasion"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Hearer:
    """To whom something is said: the name as it is recorded, and how far it holds."""

    name: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is asked for to name a hearer: the story, who speaks, and who spoke before."""

    story: Prepared
    item: Spoken
    around: Surroundings
    outer: Actor | None
    before: Sequence[Actor]


def find_hearer(scene: Scene) -> Hearer | None:
    """The hearer that the words around the cue name; None where they name none."""
    return _spoken_to(scene) or _at_occasion(scene) or _interviewer(scene) or _in_content(scene)


def _words(kind: str) -> frozenset[str]:
    return word_set("circumstances", "hearers", kind)


def _spoken_to(scene: Scene) -> Hearer | None:
    """The object of "told", "urged", or what stands behind "said to", "called on", "a letter to"."""
    for at in range(*scene.around.cue):
        word = scene.around.words[at]
        for kind in _kinds(word.low):
            begin = _begin(scene.around, at, kind)
            name = _name_at(scene, begin) if begin is not None else None
            if name is not None:
                return Hearer(name, _scope(kind, name))
    return None


def _scope(kind: str, name: str) -> Scope:
    """A news conference is one occasion throughout the story; reporters may be told something twice."""
    if kind not in ("audience", "to", "with"):
        return Scope.STATEMENT
    return Scope.STORY if name.lower().endswith(tuple(word_set("circumstances", "occasions", "press"))) else Scope.OCCASION


def _kinds(word: str) -> Iterator[str]:
    bases = set(base_forms(word))
    yield from (kind for kind in ("audience", "object", *_BEHIND) if bases & _words(kind))


def _begin(around: Surroundings, at: int, kind: str) -> int | None:
    """Where the noun phrase of a hearer begins behind the verb ``at``; None where the preposition is not there."""
    if kind not in _BEHIND:
        return at + 1
    for place in (at + 1, at + 2):
        if around.first <= place < around.last and around.words[place].low == kind:
            return place + 1
    return None


def _at_occasion(scene: Scene) -> Hearer | None:
    """As in "said at a weekly news conference", "in a letter to": the occasion with its article, or the reader."""
    around = scene.around
    for at in range(around.cue[1], min(around.cue[1] + _FAR, around.last)):
        if not around.free(at) or around.words[at].low in word_set("circumstances", "occasions", "barriers"):
            return None
        if around.words[at].low in _words("to") and at + 1 < around.last and around.words[at + 1].low == "to":
            name = _name_at(scene, at + 2)
            return Hearer(name, Scope.OCCASION) if name is not None else None
        if around.words[at].low in ("at", "during"):
            end = phrase_end(around, at + 1, scene.story)
            phrase = _exact(scene, at + 1, end).lower()
            if any(phrase.endswith(occasion) for occasion in word_set("circumstances", "occasions", "press")):
                return Hearer(_with_article(_exact(scene, at + 1, end)), Scope.STORY)
    return None


def _interviewer(scene: Scene) -> Hearer | None:
    """As in "in an interview with", "quoted as saying by the ... portal"; a bare interview was given to the publisher."""
    around, words = scene.around, scene.around.words
    for at in range(around.first, around.last):
        if not around.free(at):
            continue
        follows = words[at + 1].low if at + 1 < around.last else ""
        if words[at].low == "interview" and words[at - 1].low != "the":
            if follows == "with":
                name = _name_at(scene, at + 2)
                return Hearer(name, Scope.STORY) if name is not None else None
            dateline = scene.story.layout.dateline
            publisher = scene.story.document.publisher or (dateline.publisher if dateline else None)
            return Hearer(publisher, Scope.STORY) if publisher else None
        if words[at].low == "by" and "quoted" in {word.low for word in words[around.cue[0] : around.cue[1]]}:
            end = phrase_end(around, at + 1, scene.story)
            if end > at + 1 and words[end - 1].low in word_set("circumstances", "phrases", "media"):
                return Hearer(strip_article(_exact(scene, at + 1, end - 1)), Scope.STATEMENT) if end > at + 2 else None
    return None


def phrase_end(around: Surroundings, begin: int, story: Prepared, *, content: bool = False) -> int:
    """Where the noun phrase that begins at the word ``begin`` ends; ``begin`` itself where none begins."""
    words, at = around.words, begin
    ends = word_set("circumstances", "phrases", "ends")
    stops = word_set("titles", "edges", "stops") - {"one", "all", "two"}
    names = {name.first: name.last for name in story.cast.story.page.names_in(begin, begin + _LONGEST)}
    days = {item.start for item in story.dates_within(_stretch(around, begin)) if item.type is not TimexType.SET}
    limit = min(begin + _LONGEST, around.last)
    while at < limit and (content or at not in around.own):
        if at in names:
            at = min(names[at], limit)
            continue
        word = words[at]
        if word.start in days or not (word.text[0].isalnum() or word.owner):
            break
        ended = word.low in ends or (word.low in stops and not word.capital)
        if ended or (at > begin + 1 and word.low in word_set("titles", "edges", "determiners")):
            break
        at += 1
    return _with_complement(around, begin, at, names)


def _stretch(around: Surroundings, begin: int) -> Span:
    last = min(begin + _LONGEST, around.last)
    return Span(around.words[begin].start, around.words[last - 1].end) if begin < last else Span(0, 0)


def _with_complement(around: Surroundings, begin: int, end: int, names: dict[int, int]) -> int:
    """With "of ..." and "and ..." behind it, where a name follows: "leaders of Armenia", "Delmar and Farrant"."""
    words = around.words
    if begin < end < around.last and words[end].low in ("of", "and"):
        after = end + 2 if end + 1 < around.last and words[end + 1].low == "the" else end + 1
        if after in names and names[after] <= around.last and after not in around.own:
            end = names[after]
            while end < around.last and words[end].capital and end not in around.own:
                end += 1
    return end


def _exact(scene: Scene, first: int, last: int) -> str:
    return scene.story.cast.story.page.slice(first, last)


def _name_at(scene: Scene, begin: int, *, content: bool = False) -> str | None:
    """The name of the hearer whose noun phrase begins at the word ``begin``; None where nobody is named there."""
    around = scene.around
    if begin >= around.last or (begin in around.own and not content):
        return None
    end = phrase_end(around, begin, scene.story, content=content)
    low = around.words[begin].low
    if end == begin and low in word_set("circumstances", "phrases", "pronouns"):
        end = begin + 1
    if end == begin or low in word_set("circumstances", "phrases", "nobody"):
        return None
    return name_of(scene, begin, end)


def name_of(scene: Scene, first: int, last: int) -> str | None:
    """How a hearer is recorded: a person or side by its name, an occasion with its article, others by the words."""
    words = scene.around.words
    exact = _exact(scene, first, last)
    if first + 1 == last and words[first].low in word_set("circumstances", "phrases", "pronouns"):
        return _pronoun(scene, first)
    if is_occasion(exact):
        return _with_article(exact)
    if words[first].low == "each":
        return None
    if words[first].low in ("both", "all", "several", "some", "two", "three", "many", "a", "an"):
        return strip_article(exact)
    actor = _actor(scene, first, last)
    if actor is None or not actor.named:
        return strip_article(exact)
    return _recorded(scene, actor, last)


def _recorded(scene: Scene, actor: Actor, last: int) -> str:
    """The name of an actor whose words end before the word ``last``; behind "the government", its side."""
    if scene.around.words[last - 1].low in word_set("circumstances", "phrases", "for_side"):
        return actor.party or actor.name
    return actor.name


def is_occasion(exact: str) -> bool:
    """Whether words end in the noun of an occasion that is its own audience."""
    last = exact.lower().split()[-1]
    return last in word_set("circumstances", "occasions", "audience")


def _with_article(exact: str) -> str:
    """The occasion as it is recorded: with the indefinite article it has, without the definite one."""
    return exact if exact.lower().startswith(("a ", "an ")) else strip_article(exact)


def _actor(scene: Scene, first: int, last: int) -> Actor | None:
    words = scene.around.words
    place = Span(words[first].start, words[last - 1].end)
    return scene.story.cast.resolve(place, before=scene.before, speaker=scene.outer).actor


def _pronoun(scene: Scene, at: int) -> str | None:
    """Whom "him", "them", "us" means; "me" is the reporter's own word outside of speech."""
    low = scene.around.words[at].low
    if low in ("me", "us") and scene.outer is None:
        return low
    speaker = scene.item.actor
    before = [actor for actor in scene.before if speaker is None or actor.name != speaker.name]
    place = Span(scene.around.words[at].start, scene.around.words[at].end)
    actor = scene.story.cast.resolve(place, before=before, speaker=scene.outer).actor
    if actor is None or (speaker is not None and actor.name == speaker.name):
        return None
    return (actor.party if low == "us" else None) or actor.name


def _in_content(scene: Scene) -> Hearer | None:
    """The side that the content itself asks to act, or whose offer it answers."""
    around = scene.around
    if not around.own:
        return None
    first, last = min(around.own), max(around.own) + 1
    cue = scene.story.text[around.words[around.cue[0]].start : around.words[around.cue[1] - 1].end] if _has_cue(around) else ""
    act = scene.item.draft.act or (read_cue(cue).act if cue else None)
    name = None
    if act is Act.REQUEST or act is None:
        name = _asked_to_act(scene, first, strict=act is None)
    elif act in (Act.REJECT, Act.AGREE):
        name = _author(scene, first, last)
    if name is None and act in (Act.PROMISE, Act.PROPOSE, Act.AGREE):
        name = _receiver(scene, first, last)
    return Hearer(name, Scope.STATEMENT) if name is not None else None


def _has_cue(around: Surroundings) -> bool:
    return around.cue[0] < around.cue[1]


def _asked_to_act(scene: Scene, first: int, *, strict: bool) -> str | None:
    """As in "(demanded) that Moscow withdraw", "(wants) Washington to roll back", "(said) London must"."""
    around = scene.around
    begin = first + 1 if around.words[first].low == "that" else first
    if begin >= around.last:
        return None
    end = phrase_end(around, begin, scene.story, content=True)
    end = _before_verb(around, begin, end)
    follows = around.words[end].low if end < around.last else ""
    asks = follows in ("must", "should") if strict else follows in ("must", "should", "to") or _is_bare_verb(follows)
    negated = end + 1 < around.last and around.words[end + 1].low in ("be", "never")
    return _other_side(scene, begin, end) if asks and not negated and end > begin else None


def _is_bare_verb(word: str) -> bool:
    return word in word_set("circumstances", "answers", "bare")


def _before_verb(around: Surroundings, begin: int, end: int) -> int:
    """The end of a subject: where a bare verb follows that the noun phrase took in ("Moscow withdraw")."""
    return next((at for at in range(begin + 1, end) if _is_bare_verb(around.words[at].low)), end)


def _other_side(scene: Scene, first: int, last: int) -> str | None:
    """The side or person at these words, where it is a named one and not the speaker's own."""
    actor = _actor(scene, first, last)
    speaker = scene.item.actor
    if actor is None or not actor.named or actor.party is None:
        return None
    if speaker is not None and actor.party == speaker.party:
        return None
    return _recorded(scene, actor, last)


def _author(scene: Scene, first: int, last: int) -> str | None:
    """Whose offer, plan or demand is answered: "the Compact's offer", "amendments requested by Lebanon"."""
    words, page = scene.around.words, scene.story.cast.story.page
    things = word_set("circumstances", "answers", "things")
    thing = next((at for at in range(first, min(last, first + _FAR)) if _singular(words[at].low) in things), None)
    if thing is None:
        return None
    for at in range(first, thing):
        if words[at].owner:
            return _other_side(scene, first, at)
    for name in page.names_in(first, thing):
        return _other_side(scene, name.first, name.last)
    for at in range(thing + 1, min(thing + 3, last - 1)):
        if words[at].low == "by":
            return _other_side(scene, at + 1, phrase_end(scene.around, at + 1, scene.story, content=True))
    return None


def _receiver(scene: Scene, first: int, last: int) -> str | None:
    """To whom the content gives something: "to send a term sheet to the committee", "to share data with Brussels"."""
    words, gives = scene.around.words, word_set("circumstances", "answers", "gives")
    verb = next((at for at in range(first + 1, min(last, first + 6)) if words[at].low in gives), last)
    for at in range(verb, min(last, verb + _FAR)):
        if at == verb or words[at].low in ("to", "with"):
            name = _receiver_at(scene, at + 1)
            if name is not None:
                return name
    return None


def _receiver_at(scene: Scene, begin: int) -> str | None:
    words = scene.around.words
    end = phrase_end(scene.around, begin, scene.story, content=True)
    end = next((at for at in range(begin, end) if words[at].owner), end)
    if end == begin:
        return None
    names = scene.story.cast.story.page.names_in(begin, end)
    within = _other_side(scene, names[0].first, names[0].last) if names else None
    return _other_side(scene, begin, end) or within


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word != "terms" else word
