"""What is promised: who is bound to whom to do what, by when, and on what it depends.

After Singh's commitments C(debtor, creditor, antecedent, consequent): ``condition`` is the antecedent, ``action``
the consequent. Their states (due, overdue, discharged ...) are computed from a docket and never stored here.
"""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model.actors import Actor
from rejoinder.model.days import Interval
from rejoinder.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is promised: the words, the days they are read as ("by Monday" has only a latest day),
    and the rule by which they were read."""

    text: str
    interval: Interval
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking, however often the story utters it.

    ``debtor``       who is bound; a minister binds the state
    ``creditor``     to whom, or None where the story does not say
    ``action``       what is to be done: the words of its fullest utterance
    ``condition``    the words on which it depends, or None
    ``made_on``      the days in which it was undertaken (not the day of the report), or None
    ``reported_by``  those who say so; empty where the story tells it in its own voice
    ``statements``   the ids of the statements that utter it
    ``mentions``     every passage that utters it, the action among them, in the order of the text
    ``reason``       why it is there, in a sentence for people
    """

    id: str
    debtor: Actor
    creditor: Actor | None
    action: Passage
    condition: Passage | None
    made_on: Interval | None
    due: Due | None
    reported_by: tuple[Actor, ...]
    statements: tuple[str, ...]
    mentions: tuple[Passage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Contingency:
    """A next step that hangs on something ("depending on the contents of the reply", "once it is received").

    ``trigger``   the words that say on what the step hangs
    ``step``      the words of the step
    ``actors``    who acts
    ``decider``   who decides on it, or None where the story names nobody
    ``reason``    why it is there, in a sentence for people
    """

    trigger: Passage
    step: Passage
    actors: tuple[Actor, ...]
    decider: Actor | None
    reason: str
