"""Next steps that hang on something: a told story goes in, its contingencies come out.

A step with a condition ("depending on that reply we will draft our proposals"), whoever promises it or not, and what
hangs on something in so many words ("whether the talks go on will be decided after the vote", "hinges on").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rejoinder.model import Actor, Contingency
from rejoinder.reading.business.commitments.clauses import Clause, modal_at
from rejoinder.reading.business.commitments.extents import action_end, condition_of
from rejoinder.reading.business.commitments.searching import find_clauses
from rejoinder.reading.business.commitments.subjects import Range, is_agent, subject_before, whom
from rejoinder.reading.business.commitments.verbs import is_deed
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import load_table, word_set

_TABLE = "commitments"
_LONGEST = 40
"""Words that a step, or what it hangs on, has at most."""


def find_contingencies(told: Told) -> tuple[Contingency, ...]:
    """The contingencies of a story, in the order of the text, each once. Never raises on any text."""
    found: dict[tuple[int, int], Contingency] = {}
    for sentence in told.story.sentences:
        if _triggers().search(told.text, *sentence) is None or told.story.in_headings(sentence.start):
            continue
        words = told.words_in(sentence)
        for each in () if words.asks else (*_conditional(told, words), *_hanging(told, words)):
            found.setdefault(each.step.span, each)
    return tuple(sorted(found.values(), key=lambda each: min(each.step.start, each.trigger.start)))


@cache
def _triggers() -> re.Pattern[str]:
    """Any word that can open a condition or say that something hangs on something."""
    table = load_table(_TABLE)
    firsts = {phrase.split()[0] for phrase in table["conditions"]["openers"]} | set(table["contingencies"]["decided"])
    verbs = "|".join(sorted(table["contingencies"]["hangs"]))
    return re.compile(rf"\b(?:{'|'.join(sorted(firsts))}|(?:{verbs})(?:s|ed|ing)?)\b", re.IGNORECASE)


def _conditional(told: Told, words: Words) -> Iterator[Contingency]:
    """Steps with a condition."""
    clauses = [clause for clause in find_clauses(words) if not clause.negated and clause.thing is None]
    begins = frozenset(clause.begin for clause in clauses)
    for clause in clauses:
        subject = subject_before(told, words, clause.subject)
        if subject is None or not _is_step(told, words, clause, subject):
            continue
        end = action_end(told, words, clause, begins)
        trigger = condition_of(told, words, clause, subject[0], end)
        if trigger is None or words.low(trigger[0]) in word_set(_TABLE, "contingencies", "no_trigger"):
            continue
        first = subject[0] if subject[0] >= trigger[1] or subject[0] < trigger[0] else clause.begin
        speech = told.speech_at(words.all[clause.begin].start)
        doer = whom(told, words, subject, speech.speaker if speech is not None else None)
        yield _contingency(told, words, (first, end), trigger, doer)


def _is_step(told: Told, words: Words, clause: Clause, subject: Range) -> bool:
    """Whether a clause tells of a deed, of what will be done, or of proceedings that begin or go on."""
    bases = words.bases(clause.verb)
    if "be" in bases:
        return words.low(clause.verb + 1).endswith("ed")
    if not word_set(_TABLE, "contingencies", "steps").isdisjoint(bases):
        return True
    return is_agent(told, words, subject) and is_deed(words, clause, subject)


def _hanging(told: Told, words: Words) -> Iterator[Contingency]:
    """What "hinges on", "will be decided after" something."""
    for at in range(words.first, words.last - 1):
        behind = _hangs(words, at) or _is_decided(words, at)
        if behind is None:
            continue
        verb, first = behind
        step = _before(words, verb)
        end = _behind(words, first)
        if step is not None and step[1] - step[0] > 1 and end > first + 1:
            yield _contingency(told, words, step, (first, end), None)


def _hangs(words: Words, at: int) -> Range | None:
    """As in "X (will) depend(s) on Y": where the verb group begins and where Y does."""
    if words.low(at + 1) not in word_set(_TABLE, "contingencies", "hangs_on") or words.low(at).endswith("ing"):
        return None
    if not words.is_one_of(at, word_set(_TABLE, "contingencies", "hangs")):
        return None
    return (at - 1 if modal_at(words, at - 1) is not None else at), at + 1


def _is_decided(words: Words, at: int) -> Range | None:
    """As in "X will be decided after Y"."""
    decided = words.low(at) in word_set(_TABLE, "contingencies", "decided") and words.low(at - 1) == "be"
    if not decided or modal_at(words, at - 2) is None:
        return None
    when = words.low(at + 1) in word_set(_TABLE, "contingencies", "when")
    return (at - 2, at + 1) if when else None


def _before(words: Words, verb: int) -> Range | None:
    """The words of the step that ends before a verb, back to a mark or a verb of saying."""
    at = verb
    while at > max(words.first, verb - _LONGEST) and not _bounds(words, at - 1):
        at -= 1
    while at < verb and words.low(at) in ("that", "and", "but"):
        at += 1
    return (at, verb) if at < verb else None


def _behind(words: Words, first: int) -> int:
    """Where the words on which something hangs end."""
    at = first
    while at < min(words.last, first + _LONGEST) and not _bounds(words, at) and words.low(at) not in ("but", "while"):
        at += 1
    return at


def _bounds(words: Words, at: int) -> bool:
    word = words.all[at]
    mark = not word.text[0].isalnum() and not word.owner and word.text not in ("$", "£", "€", "%")
    return mark or words.is_one_of(at, frozenset(["say", "tell", "add", "stress", "note"]))


def _contingency(told: Told, words: Words, step: Range, trigger: Range, doer: Actor | None) -> Contingency:
    named = tuple(side for side in told.named_in(words.span(*step)) if side.party is not None)
    decider = _decider(told, words, step) or _decider(told, words, trigger)
    actors = (
        (doer,) if doer is not None else tuple(each for each in named if decider is None or each.name != decider.name)
    )
    on = " ".join(told.words(words.span(*trigger)).split())
    by = f", and {decider.name} decides" if decider is not None else ""
    return Contingency(
        trigger=told.passage(words.span(*trigger)),
        step=told.passage(words.span(*step)),
        actors=actors,
        decider=decider,
        reason=f"The step is told to hang on “{on}”{by}.",
    )


def _decider(told: Told, words: Words, part: Range) -> Actor | None:
    """Who decides: before whom a thing is laid, by whom it is approved, who gives his consent."""
    for at in range(*part):
        low, after = words.low(at), words.low(at + 1)
        laid = low in word_set(_TABLE, "contingencies", "laid_before") and after in ("to", "before")
        if laid or (low in word_set(_TABLE, "contingencies", "decided_by") and after == "by"):
            return _named_at(told, words, at + 2, part[1])
        if low in word_set(_TABLE, "contingencies", "consents") or (
            at > part[0] and words.is_one_of(at, word_set(_TABLE, "contingencies", "decides"))
        ):
            found = _named_at(told, words, part[0] + 1, at)
            if found is not None:
                return found
    return None


def _named_at(told: Told, words: Words, begin: int, limit: int) -> Actor | None:
    """Who is named first in a range of words, a person or a body."""
    if begin >= limit:
        return None
    named = told.named_in(words.span(begin, limit))
    return next((actor for actor in named if actor.party is not None or actor.named), None)
