"""A letter and who wrote it -> the promises that it makes. Pure.

A letter needs no attribution: its author says all of it. So no tagger is asked; each sentence is taken for the author's
own words, and what these undertake is found by the rules that hold for stories. "Would" binds nobody here: in his own
words one who promises says "will".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rejoinder.model import Act, Actor, Commitment, Document, Interval, Passage, SaidOn, Statement
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.business import Told
from rejoinder.reading.business.commitments import find_commitments
from rejoinder.reading.reader import prepare

_UNDERTAKING = re.compile(r"\b(?:I|[Ww]e|will be)\b")
REASON = "The letter says so itself."


def find_promises(
    document: Document, author: Actor, addressee: Actor | None, today: date, written: date | None = None
) -> tuple[Commitment, ...]:
    """The commitments of ``author`` in a letter to ``addressee``, in the order of the text; never raises on any text.
    ``written`` is its day, where it is known from elsewhere: "next week" counts from it."""
    story = prepare(document, today, written)
    day = Interval.day(story.day.day) if story.day.day else None
    given = (author, addressee) if addressee else (author,)
    told = Told(story, tuple(_sentences(story, author, addressee, day)), story.dates, given)
    return tuple(
        replace(found, creditor=found.creditor or addressee, made_on=found.made_on or day, statements=(), reason=REASON)
        for found in find_commitments(told)
        if _binds(found, author)
    )


def _sentences(story: Prepared, author: Actor, addressee: Actor | None, day: Interval | None) -> Iterator[Statement]:
    """Each sentence of the letter, as a statement of its author."""
    for number, sentence in enumerate(story.sentences):
        yield Statement(
            id=f"s{number + 1}",
            speaker=author,
            mention=None,
            via=(),
            act=Act.PROMISE if _undertakes(story.text[slice(*sentence)], author) else Act.STATE,
            addressee=addressee.name if addressee else None,
            venue=None,
            direct=True,
            said_on=SaidOn(None, day) if day else None,
            cue=None,
            content=Passage.of(story.text, *sentence),
            parts=(),
            score=None,
            reason=REASON,
        )


def _undertakes(sentence: str, author: Actor) -> bool:
    """Whether a sentence may say what the author will do, or will let be done: "the figures will be published"."""
    return author.name in sentence or _UNDERTAKING.search(sentence) is not None


def _binds(found: Commitment, author: Actor) -> bool:
    """Whether it is the author that is bound, and in words that bind."""
    words = found.action.exact.lower().split()
    return author.name in (found.debtor.name, found.debtor.party) and "would" not in words
