"""The signs by which an act is told: the words of a statement -> named signs, each with the words that it rests on.

A sign is a word or two in a row ("w OWN will"), a class of words ("class blame"), a frame, that is the subject,
auxiliary and negation of a clause ("frame OWN will not"), a word of the cue or of the source, or what the cue
announces. tables/acts.toml holds the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rejoinder.reading.act_words import COMMA, DAY, IT, NAME, NUM, OUR, OWN, STOP, ActWord
from rejoinder.reading.cues import CueReading, base_forms, words_of
from rejoinder.reading.knowledge import load_table, word_set

REACH = 20
"""How many words into a clause its auxiliary is looked for."""
SHORT = 6
"""A content of fewer words is a short one."""
Place = tuple[ActWord, ActWord]
"""The first and the last of the words that a sign rests on."""
Signs = dict[str, Place | None]


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each word."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in load_table("acts")["classes"].items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found


def find_signs(words: Sequence[ActWord], direct: bool, cue: str, reading: CueReading, source: str) -> Signs:
    """Every sign of a statement, with the place of its words (None where it rests on none of the content).

    ``words`` are those of the content, ``cue`` and ``source`` the words that these hold (empty where there are none).
    """
    found: Signs = {}
    for clause in _clauses(words):
        found.update(_of_clause(clause))
    spoken = [word for word in words if word.form != COMMA]
    found.update(_of_words(spoken))
    for sign in (*_of_whole(spoken, direct), *_of_cue(cue, reading), *_of_source(source)):
        found[sign] = None
    return found


def _clauses(words: Sequence[ActWord]) -> Iterator[list[ActWord]]:
    """The words before each stop or comma; a content ends with one."""
    clause: list[ActWord] = []
    for word in words:
        if word.form in (STOP, COMMA, "?"):
            if clause:
                yield clause
            clause = []
        else:
            clause.append(word)


def _of_clause(clause: Sequence[ActWord]) -> Iterator[tuple[str, Place]]:
    """The frame of a clause, alone and with the classes of the words after it."""
    first = _skip_joining(clause)
    lead = "if " if clause[first].form in word_set("acts", "grammar", "conditions") else ""
    first += bool(lead)
    at = _verb(clause, first)
    if at is None:
        opening = clause[min(first, len(clause) - 1)]
        yield f"opens {lead}{_kind(opening.form)}", (opening, opening)
        return
    subject = _subject([word.form for word in clause[first:at]])
    verb = clause[at].form if clause[at].form in word_set("acts", "grammar", "auxiliaries") else "-ed"
    rest = [word.form for word in clause[at + 1 :]]
    negated = " not" if word_set("acts", "grammar", "negations").intersection(rest[:3]) else ""
    after = next((form for form in rest if form not in word_set("acts", "grammar", "negations")), "")
    place = clause[max(first, at - 1)], clause[min(at + bool(negated), len(clause) - 1)]
    frame = f"{lead}{subject} {verb}{negated}"
    yield f"frame {frame}", place
    yield f"frame {frame} {_ending(after)}", place
    yield f"subject {lead}{subject}", place
    yield f"verb {verb}{negated}", place
    for word in clause[at:]:
        for name in _classes().get(word.form, ()):
            yield f"class {name} {lead}{subject}{negated}", (word, word)
            yield f"class {name} {verb}{negated}", (word, word)


def _skip_joining(clause: Sequence[ActWord]) -> int:
    """Where a clause begins behind "and", "but", "that"; "that was" has its subject in it."""
    joining, auxiliaries = word_set("acts", "grammar", "joining"), word_set("acts", "grammar", "auxiliaries")
    first = 0
    while first < len(clause) - 1 and clause[first].form in joining:
        if clause[first].form == "that" and clause[first + 1].form in auxiliaries:
            break
        first += 1
    return first


def _verb(clause: Sequence[ActWord], first: int) -> int | None:
    """The first word of a clause that is an auxiliary or looks like a past tense."""
    auxiliaries = word_set("acts", "grammar", "auxiliaries")
    for at in range(first, min(first + REACH, len(clause))):
        form = clause[at].form
        if form in auxiliaries or (at > first and len(form) > 4 and form.endswith("ed")):
            return at
    return None


def _subject(before: Sequence[str]) -> str:
    """What kind of subject stands before the verb of a clause."""
    if not before:
        return "none"
    if before[0] in word_set("acts", "grammar", "nobody"):
        return "nobody"
    told = next((form for form in (OWN, OUR, NAME) if form in before), None)
    return told or _kind(before[-1])


def _kind(form: str) -> str:
    known = form in (OWN, OUR, NAME, IT, NUM, DAY) or form in word_set("acts", "grammar", "pronouns")
    return form if known else "noun"


def _ending(form: str) -> str:
    """The part of a verb that follows an auxiliary, by its ending."""
    if form in ("been", "be", "being"):
        return "be"
    return next((f"-{ending}" for ending in ("ing", "ed", "en") if form.endswith(ending)), "+")


def _of_words(words: Sequence[ActWord]) -> Iterator[tuple[str, Place]]:
    """Words, two in a row, and classes; small words only beside others."""
    small, classes = word_set("acts", "grammar", "small"), _classes()
    for word in words:
        if word.form not in small:
            yield f"w {word.form}", (word, word)
        for name in classes.get(word.form, ()):
            yield f"class {name}", (word, word)
    if words:
        yield f"w ^ {words[0].form}", (words[0], words[0])
    for one, other in pairwise(words):
        if one.form not in small or other.form not in small:
            yield f"w {one.form} {other.form}", (one, other)


def _of_whole(words: Sequence[ActWord], direct: bool) -> Iterator[str]:
    """What the content is as a whole."""
    forms = {word.form for word in words}
    yield "direct" if direct else "indirect"
    yield "short" if len(words) < SHORT else "long"
    own = any(one.form in (OWN, NAME) and other.form in ("will", "would", "shall") for one, other in pairwise(words))
    if forms & word_set("acts", "grammar", "conditions"):
        yield "conditional"
        if own:
            yield "conditional own"
        if any("harm" in _classes().get(form, ()) for form in forms):
            yield "conditional harm"
    if NUM in forms or DAY in forms:
        yield "figures"
    if forms & word_set("acts", "grammar", "negations"):
        yield "negation"
    if not forms & {OWN, OUR}:
        yield "nobody's own"


def _of_cue(cue: str, reading: CueReading) -> Iterator[str]:
    """The act that the cue announces, and its words."""
    if not cue:
        yield "no cue"
    if reading.act is not None:
        yield f"cue {'suggests' if reading.weak else 'says'} {reading.act}"
    for word in words_of(cue):
        yield f"said {base_forms(word)[-1]}"


def _of_source(source: str) -> Iterator[str]:
    """The words of the source, save names."""
    if not source:
        yield "no source"
    for word in source.split():
        bare = word.strip(".,;:()'\"“”‘’")
        if bare.islower():
            yield f"by {bare}"
    if source and not any(letter.isupper() for letter in source[1:]):
        yield "by nobody named"
