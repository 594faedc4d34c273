"""The utterances of a story that bind somebody: a told story goes in, its undertakings come out, one for each debtor
and each thing that he is to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Actor, Due, Interval, Span, Statement
from rejoinder.reading.business.commitments.clauses import Clause, binding_verbs
from rejoinder.reading.business.commitments.creditors import creditor_of
from rejoinder.reading.business.commitments.dues import due_ahead, due_in, without_due
from rejoinder.reading.business.commitments.extents import action_end, condition_of, reach_end, second_actions
from rejoinder.reading.business.commitments.grounds import Ground, bases_of, ground_of
from rejoinder.reading.business.commitments.making import made_on
from rejoinder.reading.business.commitments.searching import find_clauses
from rejoinder.reading.business.commitments.subjects import Range, each_of, plainly, subject_before
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told

_TRIGGER = re.compile(
    r"\b(?:will|would|shall|won['’]t|to|promises?|promised|pledges?|pledged|threaten\w*|announce[ds]?|must|going|agreed|assur\w+|undertak\w+|commitments?|vow\w*|word|guarantee[ds]?)\b|['’]ll\b",
    re.IGNORECASE,
)
_TOLD_OF = frozenset(["decide", "plan", "intend", "warn"])
"""Verbs of promising by which somebody still speaks for himself."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One utterance of a commitment: ``binds`` are the words that bind, ``reported_by`` the one who says so."""

    debtor: Actor
    creditor: Actor | None
    action: Span
    condition: Span | None
    made_on: Interval | None
    due: Due | None
    reported_by: Actor | None
    statement: Statement | None
    binds: str


@dataclass(frozen=True, slots=True)
class _Deed:
    """One thing to be done: its clause, the words of it, those of its condition and of the subject just before it;
    ``reach``: the words that may tell by when, where these are not the action's."""

    clause: Clause
    action: Range
    condition: Range | None
    subject: Range | None
    reach: Range | None = None


def find_undertakings(told: Told) -> Iterator[Undertaking]:
    """Every utterance that binds somebody, in the order of the text."""
    for sentence in told.story.sentences:
        if _TRIGGER.search(told.text, *sentence) is not None:
            words = told.words_in(sentence)
            if not words.asks:
                yield from _in_sentence(told, words)


def _in_sentence(told: Told, words: Words) -> Iterator[Undertaking]:
    clauses = list(find_clauses(words))
    subjects = [subject_before(told, words, clause.subject) for clause in clauses]
    firsts = [subject[0] if subject else clause.subject for clause, subject in zip(clauses, subjects, strict=True)]
    begins = frozenset([*firsts, *(clause.begin for clause in clauses)])
    carried: Range | None = None
    for clause, subject in zip(clauses, subjects, strict=True):
        carried = subject or carried
        ground = ground_of(told, words, clause, carried)
        if ground is not None:
            for deed in _deeds(told, words, clause, subject, begins):
                if _binds(deed, ground, words):
                    found = _for_each(told, words, deed, ground)
                    yield from (one for one in found if one.due is not None or clause.modal != "expected")


def _for_each(told: Told, words: Words, deed: _Deed, ground: Ground) -> Iterator[Undertaking]:
    """The undertaking of each of those who are bound together."""
    debtors = each_of(told, ground.debtor, ground.named)
    for debtor in debtors:
        others = tuple(other for other in debtors if other is not debtor)
        yield _undertaking(told, words, deed, replace(ground, debtor=plainly(debtor), others=others))


def _deeds(told: Told, words: Words, clause: Clause, subject: Range | None, begins: frozenset[int]) -> Iterator[_Deed]:
    """What a clause says its subject will do, and what follows behind "and"."""
    first = subject[0] if subject is not None else clause.subject
    if clause.thing is not None and clause.cue is not None:
        end = reach_end(told, words, clause)
        condition = condition_of(told, words, clause, first, end)
        yield _Deed(clause, (clause.begin, clause.thing), condition, None, (clause.cue + 1, end))
        return
    end = action_end(told, words, clause, begins)
    condition = condition_of(told, words, clause, first, end)
    yield _Deed(clause, (clause.begin, end), condition, subject)
    for second in second_actions(words, clause, end):
        stop = action_end(told, words, second, begins)
        yield _Deed(second, (second.begin, stop), condition_of(told, words, second, first, stop) or condition, None)


def _binds(deed: _Deed, ground: Ground, words: Words) -> bool:
    """A refusal binds to nothing, nor does "will only sign what is fair"; a promise to refrain does, also one for as
    long as something lasts, and a refusal on a condition is a threat."""
    if deed.condition is None and words.low(deed.clause.verb - 1) == "only" and deed.clause.cue is None:
        return False
    if _is_offer_to_host(words, deed.clause) or _does_nothing(words, deed):
        return False
    if not deed.clause.negated or ground.firm or deed.clause.cue is not None:
        return True
    if deed.condition is None:
        return False
    opening = words.low(deed.condition[0])
    return opening == "if" or "long" in [words.low(at) for at in range(*deed.condition)][:3]


def _is_offer_to_host(words: Words, clause: Clause) -> bool:
    """Whether somebody offers to host a meeting, which the others have yet to accept."""
    return (
        clause.cue is not None
        and words.is_one_of(clause.cue, frozenset(["offer"]))
        and words.low(clause.verb) == "host"
    )


def _does_nothing(words: Words, deed: _Deed) -> bool:
    """Whether what will be done is nothing: "would give up nothing until trucks could move"."""
    return any(words.low(at) == "nothing" for at in range(deed.clause.verb + 1, deed.action[1]))


def _undertaking(told: Told, words: Words, deed: _Deed, ground: Ground) -> Undertaking:
    undertaken = made_on(told, words, deed.clause, ground)
    said_on = undertaken.latest if undertaken is not None else None
    since = said_on or told.story.day.day
    found = due_in(told, words, deed.reach or deed.action, since)
    action = without_due(words, deed.action, deed.clause.verb, found)
    if found is None and deed.subject is not None:
        found = due_ahead(told, words, deed.clause, deed.subject, since)
    around = told.speech_around(words.all[deed.clause.begin].start)
    return Undertaking(
        debtor=ground.debtor,
        creditor=creditor_of(told, words, deed.clause, action, ground),
        action=words.span(action[0] if ground.whole is None else min(ground.whole, action[0]), action[1]),
        condition=words.span(*deed.condition) if deed.condition else None,
        made_on=undertaken,
        due=found.due if found else None,
        reported_by=_reporter(around),
        statement=around[-1] if around else None,
        binds=ground.binds,
    )


def _reporter(around: Sequence[Statement]) -> Actor | None:
    """Who says so: the outermost speaker; nobody where the story itself tells of a promise."""
    told_of = not around or (len(around) == 1 and _tells_of_promise(around[0]))
    return None if told_of else around[0].speaker


def _tells_of_promise(statement: Statement) -> bool:
    """Whether a verb of promising brings in a statement: the story tells of the promise in its own voice."""
    return statement.cue is not None and not bases_of(statement.cue.exact).isdisjoint(binding_verbs() - _TOLD_OF)
