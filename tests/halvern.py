"""One invented story and its Reading, made by hand, for the tests of what is done with a Reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rejoinder.model import (
    Act,
    Actor,
    Document,
    Interval,
    Passage,
    Problem,
    Reading,
    SaidOn,
    Severity,
    Statement,
    TimeExpression,
    TimexType,
)

TITLE = "Lower Halvern says answer on river compact will come in early June"
TEXT = (
    f"{TITLE}\n\n"
    "BRENNAU, May 20 (Upland Wire) - Lower Halvern will answer the draft compact point by point in the first days of "
    "June, water minister Ilse Varga said on Friday, rejecting criticism that it plays for time.\n\n"
    "“We have read every article,” she told reporters. “We will not answer through the press, and whoever waits for us "
    "to lose our patience will wait until the river runs uphill.”\n\n"
    "Jan Reuter of Ostmark said Varga had promised to keep winter releases on the table. His counterpart called that "
    "“a fair account.”\n"
)
FRIDAY = SaidOn("Friday", Interval.day(date(2022, 5, 20)))
VARGA = Actor("Ilse Varga", "water minister", "Lower Halvern")
REUTER = Actor("Jan Reuter", None, "Ostmark")


def passage(words: str, last: str | None = None) -> Passage:
    """The first passage of the story with these words, or from ``words`` to the first ``last`` behind them."""
    start = TEXT.index(words)
    end = TEXT.index(last, start) + len(last) if last else start + len(words)
    return Passage.of(TEXT, start, end)


def statement(number: int, act: Act, content: Passage) -> Statement:
    """A statement of Varga's on Friday, to be changed with ``dataclasses.replace``."""
    return Statement(
        id=f"s{number}",
        speaker=VARGA,
        mention=passage("Ilse Varga"),
        via=(),
        act=act,
        addressee=None,
        venue=None,
        direct=False,
        said_on=FRIDAY,
        cue=None,
        content=content,
        parts=(),
        score=0.9,
        reason="The verb names a speaker.",
    )


def statements() -> tuple[Statement, ...]:
    """Repeated, direct in two pieces, reported by another, and by somebody who is not clear."""
    answer = passage("Lower Halvern will answer", "first days of June")
    pieces = (passage("“We have read every article,”"), passage("“We will not answer", "uphill.”"))
    quoted = Passage.of(TEXT, pieces[0].start, pieces[1].end)
    told = statement(4, Act.STATE, quoted)
    kept = statement(5, Act.PROMISE, passage("to keep winter releases on the table"))
    fair = statement(6, Act.AGREE, passage("“a fair account.”"))
    return (
        replace(statement(1, Act.PROMISE, passage("answer on river compact will come in early June")), said_on=None),
        replace(statement(2, Act.PROMISE, answer), cue=passage("said"), repeats="s1"),
        replace(statement(3, Act.REJECT, passage("criticism that it plays for time")), cue=passage("rejecting")),
        replace(told, addressee="reporters", direct=True, parts=pieces, cue=passage("told")),
        replace(kept, addressee="Jan Reuter", said_on=None, via=(REUTER,), cue=passage("promised")),
        replace(
            fair,
            speaker=None,
            mention=passage("His counterpart"),
            said_on=None,
            direct=True,
            score=0.4,
            cue=passage("called"),
        ),
    )


def dates() -> tuple[TimeExpression, ...]:
    june, vague = passage("the first days of June"), passage("Friday")
    days = Interval(date(2022, 6, 1), date(2022, 6, 10))
    return (
        TimeExpression(june.start, june.end, june.exact, TimexType.DATE, "2022-06", days),
        TimeExpression(vague.start, vague.end, vague.exact, TimexType.DATE, None, None),
    )


def reading(found: Sequence[Statement] | None = None) -> Reading:
    """The story's Reading, with ``found`` in the place of its statements if given."""
    who = passage("His counterpart")
    basis = "dateline May 20, said on a friday; year from the weekday: 2022 is the latest that fits"
    return Reading(
        document=Document(
            TEXT,
            id="sha256:00",
            path="halvern.txt",
            title=TITLE,
            publisher="Upland Wire",
            place="Brennau",
            published=date(2022, 5, 20),
            published_basis=basis,
            language="en",
        ),
        statements=statements() if found is None else tuple(found),
        dates=dates(),
        problems=(
            Problem("actor.ambiguous", "“His counterpart” could be two people.", who.start, who.end),
            Problem("update", "The agency marks this version as an update of an earlier one.", 0, 0, Severity.NOTE),
        ),
        produced_by="rejoinder 0.1.0",
    )
