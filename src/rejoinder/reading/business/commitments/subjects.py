"""Whose a verb group is: the words before it go in, the words of its subject and whom they mean come out."""

from __future__ import annotations

import re
from itertools import pairwise

from rejoinder.model import Actor, Span
from rejoinder.reading.actors.antecedents import gender_of, is_person
from rejoinder.reading.actors.parties import Form, joint_nouns, known_body
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.business.commitments.clauses import is_in_ly
from rejoinder.reading.business.commitments.groups import side_of_group
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_ASIDE = 18
"""Words of an aside between a subject and its verb: "Energean, the company that holds the licence, will"."""

_RELATIVE = 36
"""Words of a relative clause between commas: "Russia, whose delegate, Petr Ivanov, accused the others of it, will"."""
_OURS = frozenset(["we", "our", "us", "my"])
_THEIRS = frozenset(["it", "its", "their", "they", "his", "her"])

_RELATED = frozenset(
    ["neighbour", "neighbor", "rival", "foe", "counterpart", "opponent", "pilots", "workers", "staff", "union"]
)
"""Who is named by the one beside him: "Greece and its northern neighbour" are the two sides of the story."""
_BOTH = re.compile(
    r"\b(?:both|the two) (?:sides|parties|governments|countries|communities|capitals|delegations|neighbou?rs|nations|"
    r"states|leaders|presidents|ministers|companies|unions|armies|militaries|teams|groups|factions|rivals|foes|"
    r"entities|regions)$"
)
_LINKING = frozenset(["as", "versus", "across", "towards"])
_BODY = 9
"""Words that the name of a body has at most."""
_DAY = 5
"""Words that a day before a verb has at most."""

Range = tuple[int, int]


def subject_before(told: Told, words: Words, at: int) -> Range | None:
    """The words of the subject whose verb group begins at ``at``; None where no noun phrase stands there."""
    if words.low(at - 1).endswith(("'ll", "’ll")):
        return at - 1, at
    end = _without_adverbs(told, words, at)
    if words.low(end - 1) in word_set(_TABLE, "subjects", "pronouns"):
        return end - 1, end
    begin = _phrase(told, words, _before_aside(words, end))
    if begin is None:
        return None
    begin = _behind_plural(told, words, begin, end)
    if words.low(begin) == "that" and end - begin > 1:
        begin += 1
    return begin, end


def _behind_plural(told: Told, words: Words, begin: int, end: int) -> int:
    """Where a name begins that a plural stands just before, which ends other words: "without its allies Russia"."""
    name = told.story.cast.story.page.name_over(end - 1)
    if name is None or not begin < name.first < end:
        return begin
    before = words.all[name.first - 1]
    plural = before.low.endswith("s") and before.low.isalpha() and not before.capital and not before.owner
    return name.first if plural and words.low(name.first - 1) not in _LINKING else begin


def _without_adverbs(told: Told, words: Words, at: int) -> int:
    """Where the adverbs and the day before a verb begin: "France on Tuesday also"."""
    while at > words.first and _is_adverb(words, at - 1):
        at -= 1
    dates = told.dates_in(words.span(max(words.first, at - _DAY), at)) if at > words.first else ()
    if dates and dates[-1].end == words.all[at - 1].end:
        at = max(words.first, words_within(words.all, dates[-1].span)[0])
        at -= words.low(at - 1) in ("on", "in", "at", "late", "early")
    return at


def _is_adverb(words: Words, at: int) -> bool:
    low = words.low(at)
    names = word_set(_TABLE, "modals", "adverbs") - {"all", "both", "each", "first"}
    return low in names or (is_in_ly(low) and not words.all[at].capital)


def _before_aside(words: Words, end: int) -> int:
    """Where the subject ends if an aside between commas follows it; ``end`` itself if none does."""
    if words.low(end - 1) == ")":
        end = next((at for at in range(end - 2, max(words.first, end - _BODY), -1) if words.low(at) == "("), end)
    if words.low(end - 1) not in (",", "—", "–"):
        return end
    mark = words.low(end - 1)
    if mark == ",":
        far = range(end - 2, max(words.first, end - _RELATIVE), -1)
        relative = (at for at in far if words.low(at) == "," and words.low(at + 1) in ("whose", "who", "which"))
        found = next(relative, None)
        if found is not None:
            return found
    for at in range(end - 2, max(words.first, end - _ASIDE), -1):
        if words.low(at) == mark:
            return at
    return end


def _phrase(told: Told, words: Words, end: int) -> int | None:
    """Where the noun phrase that ends before a word begins, with what it hangs on by a preposition: "the pilots of"."""
    begin = _simple(told, words, end)
    for _ in range(3):
        if begin is None or words.low(begin - 1) not in word_set(_TABLE, "subjects", "prepositions"):
            break
        before = _simple(told, words, begin - 1)
        if before is None:
            return begin if begin - 1 == words.first or not words.low(begin - 2).isalnum() else None
        begin = before
    if begin is not None and words.low(begin - 1) in ("and", "or", "&"):
        return _joint(told, words, begin)
    return begin


def _simple(told: Told, words: Words, end: int) -> int | None:
    begin = min([words.phrase_begin(end), *_bodies_ending(told, words, end)])
    begin -= words.low(begin) == "two" and words.low(begin - 1) == "the"
    if begin >= end:
        return None
    dates = told.dates_in(words.span(begin, end))
    while begin < end and any(item.start <= words.all[begin].start < item.end for item in dates):
        begin += 1
    page = told.story.cast.story.page
    name = page.name_over(end - 1)
    if name is not None and begin < name.first and page.name_over(name.first - 1) is not None:
        return name.first
    return begin if begin < end else None


def _bodies_ending(told: Told, words: Words, end: int) -> list[int]:
    """Where the bodies begin whose names of several words end before a word: "Ministry of Health and Care"."""
    heads = told.story.cast.story.page.heads_in(max(words.first, end - _BODY), end)
    return [head.first for head in heads if head.last == end and head.last - head.first > 1]


def _joint(told: Told, words: Words, begin: int) -> int:
    """Where "A and B" begins, if A opens its clause; where B begins otherwise ("met A and B will")."""
    if words.low(begin - 2) in word_set(_TABLE, "subjects", "pronouns"):
        return begin - 2
    before = _simple(told, words, begin - 1)
    if before is None or not is_agent(told, words, (before, begin - 1)):
        return begin
    before += words.low(before) == "that"
    if words.low(before - 1) in ("between", "by", "from", "of"):
        outer = _simple(told, words, before - 1)
        return outer if outer is not None and outer < before - 1 else begin
    before = _listed(told, words, before)
    opens = (
        before == words.first
        or words.low(before - 1) in ("that", "said", "says")
        or not words.low(before - 1).isalnum()
    )
    return before if opens else begin


def _listed(told: Told, words: Words, begin: int) -> int:
    """Where a list begins whose last item but one begins at a word: "London, Georgetown and Caracas"."""
    while words.low(begin - 1) == ",":
        before = _simple(told, words, begin - 1)
        if before is None or before == begin - 1 or not _names_sides(told, words, (before, begin - 1)):
            break
        begin = before
    return begin


def _names_sides(told: Told, words: Words, part: Range) -> bool:
    """Whether a noun phrase is the name of a side, or of somebody who has one."""
    named = told.named_in(words.span(*part))
    return len(named) == 1 and named[0].party is not None and is_agent(told, words, part)


def sides_named(told: Told, span: Span) -> tuple[Actor, ...]:
    """Those of several sides whom a subject names with "and" between them: "President A of Egypt and Prime Minister B";
    none where it names one, or where it is not clear who stands beside whom."""
    words = told.words_in(span)
    stops = word_set(_TABLE, "subjects", "relative")
    last = next((at for at in range(words.first, words.last) if words.low(at) in stops), words.last)
    cuts = [at for at in range(words.first, last) if words.low(at) in ("and", ",")]
    if not any(words.low(at) == "and" for at in cuts):
        return ()
    edges = [words.first - 1, *cuts, last]
    parts = [told.named_in(words.span(one + 1, other)) for one, other in pairwise(edges) if other > one + 1]
    parties = [{actor.party for actor in part} for part in parts]
    apart = all(len(each) == 1 and None not in each for each in parties) and len(set().union(*parties)) == len(parts)
    return tuple(part[-1] for part in parts) if apart and len(parts) > 1 else ()


def pronoun_of(words: Words, subject: Range) -> str | None:
    """The pronoun that a subject is ("we", also in "we'll"), or None."""
    low = words.low(subject[0]).removesuffix("'ll").removesuffix("’ll")
    alone = subject[1] - subject[0] == 1
    return low if alone and low in word_set(_TABLE, "subjects", "pronouns") else None


def is_agent(told: Told, words: Words, subject: Range) -> bool:
    """Whether a noun phrase names somebody who can act: its last word before "of ..." ends a name or a head."""
    first, last = subject
    stops = word_set(_TABLE, "subjects", "prepositions")
    end = next(
        (at for at in range(first + 1, last) if words.low(at) in stops or words.low(at) in (",", "—", "–", "(")), last
    )
    text = " ".join(told.words(words.span(first, end)).split()).lower()
    last_word = words.low(end - 1)
    if (
        text in joint_nouns()
        or pronoun_of(words, subject) is not None
        or last_word in word_set(_TABLE, "subjects", "people")
        or told.given_by(words.span(first, end)) is not None
    ):
        return True
    if any(begin - first in (0, 1) for begin in _bodies_ending(told, words, last)):
        return True
    page = told.story.cast.story.page
    name = page.name_over(end - 1)
    return (name is not None and name.last >= end) or any(
        head.last == end for head in page.heads_in(max(0, end - 4), end)
    )


def whom(told: Told, words: Words, subject: Range, speaker: Actor | None, *, described: bool = False) -> Actor | None:
    """Whom a subject means; None where it is nobody who can act, or not clear who.

    "We" and "our members" are the side of the ``speaker``, and so are "it" and "his fighters" where he is quoted
    indirectly; "the airline" is his where the story knows no other. Those of whom the story tells neither a name nor
    a side ("two funds") are somebody only where they may be ``described``.
    """
    if not is_agent(told, words, subject):
        return None
    low = pronoun_of(words, subject) or words.low(subject[0])
    own = _own(told, low, speaker) if speaker is not None else None
    if own is not None or low == "i":
        return own
    found = _joined(told, words, subject) or _found(told, words, subject)
    if found is None or not (is_known(found) or is_joint(found)):
        return _unnamed(told, words, subject, speaker) or (found if described else None)
    return side_of(found) if is_seat(found) or low in _THEIRS | _OURS else found


def _joined(told: Told, words: Words, subject: Range) -> Actor | None:
    """Several who are told as one: "the leaders of the two communities", "Berg and Foreign Minister Ruiz"."""
    together = sides_named(told, words.span(*subject))
    if together:
        return Actor(" and ".join(actor.name for actor in together), None, None)
    text = " ".join(told.words(words.span(*subject)).split())
    return Actor(text, None, None, named=False) if _BOTH.search(text.lower()) is not None else None


def _unnamed(told: Told, words: Words, subject: Range, speaker: Actor | None) -> Actor | None:
    """The side of those who are only described: of "the army" in a president's speech his, of "the pilots" that of the
    one union of the story."""
    noun = words.low(subject[1] - 1)
    group = side_of_group(told, noun, speaker)
    if group is not None or noun in word_set(_TABLE, "subjects", "apart"):
        return group
    own = words.low(subject[0]) == "the" and speaker is not None and speaker.party is not None
    return side_of(speaker) if own and speaker is not None else None


def is_known(actor: Actor) -> bool:
    """Whether an actor is a side, or one of a name, rather than somebody who is described ("rebels")."""
    return actor.party is not None or (actor.named and not actor.name.islower())


def _own(told: Told, low: str, speaker: Actor) -> Actor | None:
    """The speaker or his side, where the first word of a subject in his speech means that."""
    if low == "i":
        return speaker
    if low in _OURS or (low in _THEIRS and _speaks_for_side(told, speaker, low)):
        return side_of(speaker)
    return speaker if low in ("he", "she") and _is_own(told, speaker, low) else None


def _speaks_for_side(told: Told, speaker: Actor, low: str) -> bool:
    """Whether "it" and "their" in somebody's speech may be his side: one that is known, or a body without a name."""
    if speaker.party is not None:
        return True
    withheld = not word_set("titles", "withheld", "heads").isdisjoint(speaker.name.lower().split())
    body = not withheld and not is_person(told.story.cast.story, speaker)
    return body and low in ("it", "its", "they", "their")


def _is_own(told: Told, speaker: Actor, pronoun: str) -> bool:
    """Whether "he" in somebody's indirect speech is himself: a person with a name of that gender."""
    return speaker.named and gender_of(told.story.cast.story, speaker) == {"he": "male", "she": "female"}[pronoun]


def _found(told: Told, words: Words, subject: Range) -> Actor | None:
    """Whom the words mean in the story; "the 27 EU states" the side that is named among them."""
    span = words.span(*subject)
    if words.low(subject[1] - 1) in word_set(_TABLE, "subjects", "people"):
        named = [actor for actor in told.named_in(span) if actor.party is not None]
        if named:
            inside = words.all[subject[0] : subject[1]]
            return side_of(named[-1 if any(word.owner for word in inside) else 0])
    return told.whom(span)


def side_of(actor: Actor) -> Actor:
    """The side that an actor speaks for; the actor where none is known."""
    return actor if actor.party is None else Actor(actor.party, None, actor.party)


def plainly(actor: Actor) -> Actor:
    """The side of somebody told of by a common noun that stands for it: "the government" of the United States."""
    common = actor.name.lower() in word_set(_TABLE, "subjects", "own_sides")
    return side_of(actor) if common and actor.name.islower() else actor


def first_subject(told: Told, words: Words, at: int) -> Range | None:
    """The subject with which a stretch of words begins, for a verb far behind it: "She regrets it and would go"."""
    begin = words.first
    while begin < at and (not words.all[begin].text[0].isalnum() or words.low(begin) in ("that", "and", "but")):
        begin += 1
    if words.low(begin) in word_set(_TABLE, "subjects", "pronouns"):
        return begin, begin + 1
    page = told.story.cast.story.page
    name = page.name_over(begin)
    heads = page.heads_in(begin, begin + 5)
    end = name.last if name is not None else heads[0].last if heads else words.phrase_end(begin)
    return (begin, end) if begin < end <= at and is_agent(told, words, (begin, end)) else None


def is_joint(actor: Actor) -> bool:
    """Whether the words mean several at once: "both sides", "the two governments"."""
    name = actor.name.lower()
    return (
        name in ("both", "the two")
        or name in joint_nouns()
        or f"the {name}" in joint_nouns()
        or _BOTH.search(name) is not None
    )


def each_of(told: Told, actor: Actor, span: Span | None) -> tuple[Actor, ...]:
    """Each of several who are bound together ("both sides", "Paris and The Hague"); the actor alone if he is one."""
    if is_joint(actor):
        pair = told.main_sides
        return pair if len(pair) == 2 else (actor,)
    if " and " not in actor.name or actor.name == actor.party:
        return (actor,)
    together = sides_named(told, span) if span is not None else ()
    if together:
        return together
    named = [each for each in told.named_in(span) if each.party is not None] if span is not None else []
    named = named or _named_as(told, actor.name)
    parties = {each.party for each in named}
    if len(parties) == len(named) > 1:
        return tuple(named)
    pair = told.main_sides
    related = span is not None and not _RELATED.isdisjoint(told.words(span).lower().split())
    return pair if related and parties < {side.party for side in pair} else (actor,)


def _named_as(told: Told, names: str) -> list[Actor]:
    """The sides of the story that names joined by "and" and commas are those of."""
    parts = names.replace(" and ", ", ").split(", ")
    return [side for part in parts if (side := _called(told, part)) is not None and side.party is not None]


def _called(told: Told, name: str) -> Actor | None:
    """The side of a name, or of the adjective that begins it ("Irish government")."""
    named = next((side for side in told.sides if side.name == name), None)
    known = known_body(name.split(maxsplit=1)[0]) if named is None and name else None
    return named if known is None else Actor(known.party, None, known.party)


def is_seat(actor: Actor) -> bool:
    """Whether an actor is a capital or a seat that stands for its side ("Moscow", "the Kremlin")."""
    known = known_body(actor.name)
    return known is not None and known.form is Form.SEAT
