"""Commitments: what counts in a docket and a day in, each commitment with its state out, computed and never stored.

After Singh's life of a commitment: conditional until its condition happens (detached), then active; discharged,
cancelled by the debtor, released by the creditor; violated (overdue) only after the latest reading of its date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rejoinder.docket.calendars import AS_SAID, Reckoning
from rejoinder.docket.deeds import Deed, Deeds
from rejoinder.docket.dues import Term, change_of, holding
from rejoinder.docket.kept import CommitmentKept, StatementKept
from rejoinder.docket.live import Live
from rejoinder.docket.matters import (
    Backing,
    CommitmentMatter,
    CommitmentState,
    DueSaid,
    Footing,
    MatterKind,
    Settlement,
    Utterance,
)
from rejoinder.docket.reports import firmest, read_as, report_of
from rejoinder.docket.sameness import REPLY, TEXT, last_day
from rejoinder.model import Commitment, Interval, Relation, Standing

PART = "commitments"
_AFTER = timedelta(60)
"""How long after the last day for it something may still be taken for what was promised."""
_ENDS = {
    Relation.CANCELS: CommitmentState.CANCELLED,
    Relation.RELEASES: CommitmentState.RELEASED,
    Relation.PARTLY_DISCHARGES: CommitmentState.PART_DISCHARGED,
}
_SETTLES = (Relation.DISCHARGES, *_ENDS)
_MEET = "meet"
_CAN_BE_SEEN = (REPLY, TEXT, _MEET)
"""Deeds that other records of a docket tell of when they are done."""


class Told(NamedTuple):
    """One utterance: the record, what is kept of it, and the days by which it is due as the desk reckons them."""

    subject: str
    kept: CommitmentKept
    term: Term | None


class Position(NamedTuple):
    """Where a commitment stands: the state, why, since which day, and what settled or detached it."""

    state: CommitmentState
    reason: str
    since: date | None
    term: Term | None
    settled: Settlement | None
    detached: Settlement | None


@dataclass(frozen=True)
class Commitments:
    """The commitments of a docket as of ``today``."""

    live: Live
    deeds: Deeds
    reckoning: Reckoning
    today: date

    def position(self, matter: str, members: Sequence[str]) -> Position:
        """Where one commitment stands. ``members`` are the records that tell of it and count."""
        kept = self.live.commitments
        told = [Told(subject, kept[subject], self._term(kept[subject])) for subject in members]
        settled = self._settled_by_link(matter)
        detached = self._detached(matter)
        term = _holding(told)
        if settled is None:
            settled, term = self._suggest(told, term)
        conditional = detached is None and all(one.kept.conditional for one in told)
        doubtful = told[0].kept.deed == REPLY and (settled is None or settled.suggested)
        disputed = self._dispute(told) if doubtful else None
        if disputed is not None:
            return Position(CommitmentState.DISPUTED, disputed, None, term, settled, detached)
        state, reason, since = _stand(settled, conditional, term, self.today)
        if state is CommitmentState.OVERDUE:
            reason += self._gone_elsewhere(told)
        return Position(state, reason, since, term, settled, detached)

    def view(self, matter: str, members: Sequence[str]) -> CommitmentMatter:
        """One commitment, whole."""
        everyone = self.live.everyone(PART, matter)
        self.live.fetch(PART, everyone)
        utterances = tuple(self._utter(subject) for subject in everyone)
        counting = [one for one in utterances if one.report.subject in set(members)] or list(utterances)
        position = self.position(matter, [one.report.subject for one in counting])
        fullest = max(counting, key=lambda one: (one.creditor is not None, len(one.action.exact)))
        made = [one.made_on for one in counting if one.made_on is not None]
        return CommitmentMatter(
            id=matter,
            kind=MatterKind.COMMITMENT,
            reports=tuple(one.report for one in utterances),
            backing=firmest([one.report.backing for one in counting]),
            debtor=counting[0].debtor,
            creditor=fullest.creditor,
            action=fullest.action,
            condition=next((one.condition for one in counting if one.condition), None),
            made_on=min(made, key=lambda days: days.earliest or days.latest or date.max, default=None),
            utterances=utterances,
            dues=tuple(self._dues(matter, counting)),
            state=position.state,
            reason=position.reason,
            since=position.since,
            settled=position.settled,
            detached=position.detached,
            differs=tuple(_differences(counting)),
        )

    def _term(self, kept: CommitmentKept) -> Term | None:
        if not kept.dated:
            return None
        if self.reckoning == AS_SAID:
            return Term(kept.earliest, kept.latest)
        record = read_as(Commitment, self.live, kept)
        text = record.due.text if record.due else ""
        days = self._reckon(text, Interval(kept.earliest, kept.latest), record, kept.known)
        return Term(days.earliest, days.latest)

    def _reckon(self, text: str, days: Interval, record: Commitment | Utterance, known: datetime) -> Interval:
        parties = [actor.party for actor in (record.debtor, record.creditor) if actor and actor.party]
        return self.reckoning.reckon(text, days, last_day(record.made_on) or known.date(), parties)

    def _settled_by_link(self, matter: str) -> Settlement | None:
        if matter not in self.live.links:
            return None
        links = [link for link in self.live.links[matter] if link.relation in _SETTLES]
        if not links:
            return None
        link = links[-1]
        backing = Backing(Footing.ENTERED, link.by, link.at, link.reason)
        return Settlement(
            link.relation, link.subject, last_day(link.happened), backing, f"{link.by}: it {link.relation} this."
        )

    def _detached(self, matter: str) -> Settlement | None:
        for link in self.live.links.get(matter, ()):
            if link.relation is Relation.DETACHES:
                backing = Backing(Footing.ENTERED, link.by, link.at, link.reason)
                reason = f"{link.by}: its condition has happened."
                return Settlement(link.relation, link.subject, last_day(link.happened), backing, reason)
        return None

    def _dispute(self, told: Sequence[Told]) -> str | None:
        """Who says that a reply was given and who says that it was not, if two sides do so."""
        called = self.deeds.called
        for one in told:
            debtor = one.kept.debtor
            for stem in (REPLY, *_about(one.kept)):
                given = called.get((Standing.ANSWERED.value, stem), {})
                denied = [side for side in called.get((Standing.NOT_ANSWERED.value, stem), {}) if side != debtor]
                if debtor in given and denied:
                    return f"{debtor} calls it answered, {denied[0]} calls it not answered."
        return None

    def _suggest(self, told: list[Told], term: Term | None) -> tuple[Settlement | None, Term | None]:
        """What seems to discharge a commitment, and the term that it was to be done in. What is promised anew, for
        later days, after it was done is to be done again."""
        while (deed := self._find_deed(told, term)) is not None:
            anew = [one for one in told if _is_anew(one, deed.on)]
            if not anew:
                reason = f"The {deed.what} of {deed.on} seems to be what was promised; found, not confirmed."
                return Settlement(Relation.DISCHARGES, deed.subject, deed.on, Backing(Footing.FOUND), reason), term
            told, term = anew, _holding(anew)
        return None, term

    def _find_deed(self, told: list[Told], term: Term | None) -> Deed | None:
        first = told[0].kept
        if (
            first.deed not in _CAN_BE_SEEN
            or all(one.kept.conditional for one in told)
            or any(one.kept.refrains for one in told)
        ):
            return None
        made = min(one.kept.made or one.kept.known.date() for one in told)
        last = max(one.kept.known.date() for one in told)
        until = min(self.today, _later(max(last, term.latest) if term and term.latest else last))
        if first.deed == _MEET:
            deeds = self.deeds.meeting_of(first.debtor, made + timedelta(1), until)
        else:
            deeds = self.deeds.text_by(first.debtor, first.deed, made, until)
        creditors = _creditors(told)
        subjects = tuple(one.subject for one in told)
        fitting = (deed for deed in deeds if not self.live.verdicts.are_split(subjects, (deed.subject,)))
        return next((deed for deed in fitting if _is_for_any(deed, creditors)), None)

    def _gone_elsewhere(self, told: list[Told]) -> str:
        """What the side handed over since to others than was promised, in words that go on from a reason: whoever
        sees a promise overdue is to see what may have been taken for something else."""
        first = told[0].kept
        if first.deed not in (REPLY, TEXT):
            return ""
        made = min(one.kept.made or one.kept.known.date() for one in told)
        deed = next(self.deeds.text_by(first.debtor, first.deed, made, self.today), None)
        if deed is None or not deed.others or _is_for_any(deed, _creditors(told)):
            return ""
        return f" Its {deed.what} of {deed.on} went to {', '.join(sorted(deed.others))}, as it is told."

    def _utter(self, subject: str) -> Utterance:
        kept = self.live.commitments[subject]
        record = read_as(Commitment, self.live, kept)
        said = [self.live.statements[name] for name in record.statements if name in self.live.statements]
        return Utterance(
            report_of(self.live, subject, kept, record),
            record.debtor,
            record.creditor,
            record.action,
            record.condition,
            record.made_on,
            record.due,
            _names(said) or tuple(actor.name for actor in record.reported_by),
            tuple(dict.fromkeys(name for one in said for name in one.via)),
            next((one.venue for one in said if one.venue), None),
        )

    def _dues(self, matter: str, utterances: Sequence[Utterance]) -> list[DueSaid]:
        extended = any(link.relation is Relation.EXTENDS for link in self.live.links.get(matter, ()))
        dues: list[DueSaid] = []
        before: Interval | None = None
        for one in utterances:
            if one.due is None:
                continue
            known = one.report.known_at
            days = self._reckon(one.due.text, one.due.interval, one, known)
            change = change_of(before, days, extended)
            dues.append(DueSaid(one.due, days, last_day(one.made_on), known, one.report.subject, change))
            before = days
        return dues


def _holding(told: Sequence[Told]) -> Term | None:
    if len(told) == 1:
        return told[0].term
    return holding([one.term for one in told if one.term is not None])


def _about(kept: CommitmentKept) -> list[str]:
    """The stems of what a commitment is about, which stand in those of its keys that name no days."""
    keys = [key.split("|") for key in kept.keys.splitlines() if key[0] not in "~?"]
    return [key[2] for key in keys if len(key) == 3]


def _creditors(told: Sequence[Told]) -> frozenset[str]:
    """To whom it is promised, as any of its tellings has it."""
    return frozenset(one.kept.creditor for one in told if one.kept.creditor)


def _is_for_any(deed: Deed, sides: frozenset[str]) -> bool:
    """Whether something was done for or with one of these sides, so far as is told of it or of them."""
    return not sides or not deed.others or not sides.isdisjoint(deed.others)


def _names(said: Sequence[StatementKept]) -> tuple[str, ...]:
    """Who utters it, without those who are only described ("the two") and belong to no side."""
    return tuple(dict.fromkeys(one.name for one in said if one.name and (one.party or not one.name.islower())))


def _later(day: date) -> date:
    return day + _AFTER if day < date.max - _AFTER else date.max


def _is_anew(told: Told, on: date) -> bool:
    """Whether something was promised after a day, for days after it."""
    return told.kept.made is not None and told.kept.made > on and told.term is not None and told.term.latest is not None


def _differences(utterances: Sequence[Utterance]) -> list[str]:
    """In what the reports of one commitment differ."""
    creditors = {(one.creditor.party or one.creditor.name).casefold() for one in utterances if one.creditor}
    dues = {one.due.interval for one in utterances if one.due}
    conditions = {one.condition is None for one in utterances}
    found: Mapping[str, bool] = {
        "creditor": len(creditors) > 1,
        "due": len(dues) > 1,
        "condition": len(conditions) > 1,
    }
    return [name for name, differ in found.items() if differ]


def _stand(
    settled: Settlement | None, conditional: bool, term: Term | None, today: date
) -> tuple[CommitmentState, str, date | None]:
    if settled is not None:
        return _stand_settled(settled, term)
    if conditional:
        return _stand_conditional(term, today)
    if term is None:
        return CommitmentState.ACTIVE, "No day is named for it.", None
    if term.latest is not None and term.latest < today:
        reason = f"The latest reading of its date, {term.latest}, has passed."
        return CommitmentState.OVERDUE, reason, term.latest + timedelta(1)
    days = " ".join(f"{word} {day}" for word, day in (("from", term.earliest), ("until", term.latest)) if day)
    state = CommitmentState.DUE if term.runs(today) else CommitmentState.ACTIVE
    return state, f"It is due {days}.", term.earliest if state is CommitmentState.DUE else None


def _stand_conditional(term: Term | None, today: date) -> tuple[CommitmentState, str, date | None]:
    if term is not None and term.has_passed(today):
        reason = f"Its condition is not known to have happened by {term.latest}."
        return CommitmentState.LAPSED, reason, term.latest
    return CommitmentState.CONDITIONAL, "Its condition is not known to have happened.", None


def _stand_settled(settled: Settlement, term: Term | None) -> tuple[CommitmentState, str, date | None]:
    if settled.relation in _ENDS:
        return _ENDS[settled.relation], settled.reason, settled.on
    if settled.on is not None and term is not None and term.has_passed(settled.on):
        late = f"{settled.reason} It came after {term.latest}." if term.latest else settled.reason
        return CommitmentState.DISCHARGED_LATE, late, settled.on
    return CommitmentState.DISCHARGED, settled.reason, settled.on
