"""One invented story and its Reading, made by hand, for the tests of what is done with a Reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rejoinder.model import (
    Act,
    Actor,
    Business,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Document,
    Due,
    Interval,
    Meeting,
    MeetingStatus,
    Passage,
    Problem,
    Publication,
    Reading,
    Referral,
    Release,
    SaidOn,
    Severity,
    Standing,
    Statement,
    TabledText,
    TextItem,
    TextKind,
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
    "“a fair account.”\n\n"
    "The two met in Brennau on Friday; a second meeting, first called for June 7, is due on June 14, and a session of "
    "the Basin Council was called off. Reuter handed over the draft compact on May 9. It provides for flow data every "
    "hour, including those of the upper dam, and for a survey of the old weirs.\n\n"
    "Lower Halvern will open the sluices within 90 days of signature if the survey finds them sound, Varga said. "
    "Depending on the answer, Ostmark's ministries will prepare a counter-draft for its cabinet to decide on.\n\n"
    "Reuter would not have the winter releases passed on to the Basin Council. He wants the answer made public and has "
    "asked Varga for her consent; the Morning Ledger printed the leaked draft compact. He called the flow data “the main "
    "issue” and said his letter of March had not been answered.\n"
)
FRIDAY = SaidOn("Friday", Interval.day(date(2022, 5, 20)))
VARGA = Actor("Ilse Varga", "water minister", "Lower Halvern")
REUTER = Actor("Jan Reuter", None, "Ostmark")
HALVERN = Actor("Lower Halvern", None, "Lower Halvern")
OSTMARK = Actor("Ostmark", None, "Ostmark")


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


def on(month: int, day: int) -> Interval:
    """A day of the year of the story."""
    return Interval.day(date(2022, month, day))


def commitments() -> tuple[Commitment, ...]:
    """Told twice with a due date; reported by the other side only; on a condition and tied to no known day."""
    answer = passage("will answer the draft compact point by point")
    days = Due("the first days of June", Interval(date(2022, 6, 1), date(2022, 6, 10)), "first days of a month")
    sluices = Due("within 90 days of signature", Interval(None, None))
    told = Commitment(
        id="c1",
        debtor=HALVERN,
        creditor=OSTMARK,
        action=answer,
        condition=None,
        made_on=on(5, 20),
        due=days,
        reported_by=(VARGA,),
        statements=("s1", "s2"),
        mentions=(passage("answer on river compact will come"), answer),
        reason="“will answer” binds Lower Halvern; the headline tells it too.",
    )
    kept, opened = passage("to keep winter releases on the table"), passage("will open the sluices")
    survey = passage("if the survey finds them sound")
    return (
        told,
        replace(told, id="c2", action=kept, made_on=None, due=None, reported_by=(REUTER,), statements=("s5",),
                mentions=(kept,), reason="“had promised” binds Lower Halvern; only Jan Reuter says so."),
        replace(told, id="c3", creditor=None, action=opened, condition=survey, due=sluices, statements=(),
                mentions=(opened,), reason="“will open” binds Lower Halvern."),
    )  # fmt: skip


def meetings() -> tuple[Meeting, ...]:
    """Held, planned after its date was moved, and called off."""
    held = Meeting(
        participants=(VARGA, REUTER),
        place="Brennau",
        forum=None,
        when=on(5, 20),
        status=MeetingStatus.HELD,
        passage=passage("The two met in Brennau on Friday"),
        reason="“met” tells of a meeting of the two.",
    )
    again = passage("a second meeting, first called for June 7, is due on June 14")
    council = passage("a session of the Basin Council was called off")
    return (
        held,
        replace(held, place=None, when=on(6, 14), status=MeetingStatus.PLANNED, passage=again, moved_from=on(6, 7),
                reason="“is due” tells of a meeting to come."),
        replace(held, participants=(), place=None, forum="Basin Council", when=None, status=MeetingStatus.CANCELLED,
                passage=council, reason="“called off” cancels the session."),
    )  # fmt: skip


def texts() -> tuple[TabledText, ...]:
    """A draft with items, one of them within another, and an answer that is only announced."""
    dam = TextItem(passage("those of the upper dam"))
    draft = TabledText(
        by=OSTMARK,
        to=(HALVERN,),
        kind=TextKind.DRAFT,
        title="draft compact",
        when=on(5, 9),
        items=(TextItem(passage("flow data every hour"), (dam,)), TextItem(passage("a survey of the old weirs"))),
        passage=passage("handed over the draft compact on May 9"),
        reason="“handed over” names a text.",
    )
    answer = passage("will answer the draft compact")
    return (
        replace(
            draft,
            by=HALVERN,
            to=(OSTMARK,),
            kind=TextKind.REPLY,
            title=None,
            when=None,
            items=(),
            passage=answer,
            reason="“will answer” announces a text.",
        ),
        draft,
    )


def releases() -> tuple[Release, ...]:
    """An answer for which consent was asked, and a leak."""
    wanted = Release(
        of=passage("the answer", "the answer"),
        wanted_by=REUTER,
        consent_of=VARGA,
        state=Consent.ASKED,
        passage=passage("He wants the answer made public", "for her consent"),
        reason="“made public” speaks of the answer.",
    )
    leak = passage("printed the leaked draft compact")
    leaked = replace(wanted, of=passage("draft compact"), wanted_by=None, consent_of=None, state=Consent.NOT_ASKED)
    return wanted, replace(leaked, passage=leak, publication=Publication.LEAKED, reason="“leaked” tells of a leak.")


def characterisations() -> tuple[Characterisation, ...]:
    """A main issue, and a letter that is said to be unanswered."""
    main = passage("“the main issue”")
    bare = Passage.of(TEXT, main.start + 1, main.end - 1)
    letter = Characterisation(
        standing=Standing.NOT_ANSWERED,
        by=REUTER,
        of=passage("his letter of March"),
        words=passage("had not been answered"),
        statement=None,
        reason="Jan Reuter says “had not been answered”.",
    )
    return replace(letter, standing=Standing.MAIN, of=bare, words=bare, reason="Jan Reuter says “main issue”."), letter


def business() -> Business:
    """A record or more of each kind."""
    moved = Referral(
        what=passage("the winter releases"),
        origin=None,
        destination="Basin Council",
        by=None,
        tabler_agrees=False,
        passage=passage("would not have the winter releases passed on to the Basin Council"),
        reason="“passed on to” names a forum.",
    )
    step = Contingency(
        trigger=passage("Depending on the answer"),
        step=passage("will prepare a counter-draft"),
        actors=(OSTMARK,),
        decider=Actor("cabinet of Ostmark", None, "Ostmark"),
        reason="“Depending on” ties the step to the answer.",
    )
    return Business(
        commitments=commitments(),
        contingencies=(step,),
        meetings=meetings(),
        texts=texts(),
        referrals=(moved,),
        releases=releases(),
        characterisations=characterisations(),
    )


def reading(found: Sequence[Statement] | None = None) -> Reading:
    """The story's Reading with its business; with ``found``, if given, in the place of its statements, and no business."""
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
        business=business() if found is None else Business(),
    )
