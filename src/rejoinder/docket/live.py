"""What counts in a docket: a snapshot in, its records as they stand after all judgements and corrections out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from rejoinder.docket.clustering import Card, ClaimsOf
from rejoinder.docket.judging import Verdicts, judge_all
from rejoinder.docket.kept import (
    AnswerKept,
    CommitmentKept,
    ItemKept,
    LinkKept,
    MeetingKept,
    RecordKept,
    ReferralKept,
    ReleaseKept,
    TextKept,
    amend_record,
    amend_statement,
    keep_items,
    read_claims,
)
from rejoinder.docket.sameness import ITEM_WINDOW, RULES, Claims
from rejoinder.docket.shelves import Statements
from rejoinder.docket.snapshot import Snapshot
from rejoinder.docket.sources import KILLED, find_superseded
from rejoinder.model import RecordKind, Relation

ITEMS = "items"
UNTIED = "the reply is not held to answer this text any more"
PARTS = {
    "commitment": "commitments",
    "contingency": "contingencies",
    "meeting": "meetings",
    "text": "texts",
    "item": ITEMS,
    "referral": "referrals",
    "release": "releases",
    "characterisation": "characterisations",
    "answer": "answers",
}
"""What the id of a record begins with -> the part of a snapshot in which it is."""


def _claims_reader(kind: RecordKind) -> ClaimsOf | None:
    """What reads from what is kept of records of a kind in what two of them may differ; None where they cannot."""
    if kind is RecordKind.COMMITMENT:
        return _claims_of_commitment
    return None if RULES[kind].claims is None else read_claims


def _claims_of_commitment(kept: RecordKept) -> Claims:
    creditor = kept.creditor if isinstance(kept, CommitmentKept) else None
    return {"creditor": frozenset([creditor])} if creditor else {}


TOGETHER: dict[str, tuple[int, ClaimsOf | None]] = {
    part: (RULES[RecordKind(kind)].window, _claims_reader(RecordKind(kind))) if part != ITEMS else (ITEM_WINDOW, None)
    for kind, part in PARTS.items()
}
"""By what the records of a part are put together: within how many days, and what reads their claims."""


def part_of(subject: str) -> str | None:
    """The part of a snapshot in which a record is, by its id; None for a statement or a source."""
    return PARTS.get(subject.partition(":")[0])


@dataclass(frozen=True)
class Live:
    """What is kept, as it stands after all judgements: amended records in the place of those that were found."""

    snapshot: Snapshot
    _matters: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def verdicts(self) -> Verdicts:
        return judge_all(self.snapshot.judgements)

    @cached_property
    def superseded(self) -> Mapping[str, str]:
        """The ids of sources that do not count, and why."""
        return find_superseded(self.snapshot.sources)

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, RecordKept]]:
        """The records of each kind of business, by subject."""
        parts: dict[str, dict[str, RecordKept]] = {
            part: getattr(self.snapshot, part) for part in PARTS.values() if part != ITEMS
        }
        for subject, amended in self.verdicts.amended.items():
            part = part_of(subject) or ""
            if subject in parts.get(part, ()):
                own = getattr(self.snapshot, part)
                parts[part] = dict(own) if parts[part] is own else parts[part]
                kind = RecordKind(subject.partition(":")[0])
                parts[part][subject] = amend_record(own[subject], kind, amended)
        return parts

    @cached_property
    def statements(self) -> Statements:
        """The statements, by subject."""
        own = self.snapshot.statements
        amended = {
            subject: amend_statement(own[subject], payload)
            for subject, payload in self.verdicts.amended.items()
            if subject in own
        }
        return own.with_others(amended) if amended else own

    @cached_property
    def commitments(self) -> Mapping[str, CommitmentKept]:
        """The commitments, by subject."""
        return cast("Mapping[str, CommitmentKept]", self.parts["commitments"])

    @cached_property
    def meetings(self) -> Mapping[str, MeetingKept]:
        """The meetings, by subject."""
        return cast("Mapping[str, MeetingKept]", self.parts["meetings"])

    @cached_property
    def texts(self) -> Mapping[str, TextKept]:
        """The texts, by subject."""
        return cast("Mapping[str, TextKept]", self.parts["texts"])

    @cached_property
    def answers(self) -> Mapping[str, AnswerKept]:
        """What replies in hand do with items, by subject."""
        return cast("Mapping[str, AnswerKept]", self.parts["answers"])

    @cached_property
    def referrals(self) -> Mapping[str, ReferralKept]:
        """The referrals, by subject."""
        return cast("Mapping[str, ReferralKept]", self.parts["referrals"])

    @cached_property
    def releases(self) -> Mapping[str, ReleaseKept]:
        """The releases, by subject."""
        return cast("Mapping[str, ReleaseKept]", self.parts["releases"])

    @cached_property
    def items(self) -> Mapping[str, ItemKept]:
        """The parts of all texts, by subject."""
        own = self.snapshot.items
        amended = {subject for subject in self.verdicts.amended if subject in self.snapshot.texts}
        if not amended:
            return own
        texts = self.parts["texts"]
        kept = {name: item for name, item in own.items() if item.text not in amended}
        anew = (pair for subject in sorted(amended) for pair in keep_items(subject, self.payload(texts[subject])))
        return {**kept, **dict(anew)}

    @cached_property
    def _all_count(self) -> bool:
        """Whether nothing was judged and no source was superseded, so that every record counts, save an answer whose
        reply is tied to nothing."""
        return not self.superseded and not self.verdicts.backings

    def fetch(self, part: str, subjects: Sequence[str]) -> None:
        """Ask together for what is about to be read whole."""
        kept = self.parts[part]
        self.snapshot.payloads.fetch([kept[subject].seq for subject in subjects])

    def payload(self, kept: RecordKept) -> str:
        """The whole record, as canonical JSON."""
        return self.snapshot.payloads.of(kept.seq) if kept.amended is None else kept.amended

    def is_gone(self, subject: str, source: str) -> bool:
        """Whether a record is no longer thought to tell of anything: rejected, or of a source that was killed."""
        return self.superseded.get(source) == KILLED or self.verdicts.rejected(subject)

    def cards(self, part: str) -> Iterator[Card]:
        """The records of a part as they are put together."""
        if part == ITEMS:
            yield from self._item_cards()
            return
        plain = self._all_count
        for subject, kept in self.parts[part].items():
            if plain or not self.is_gone(subject, kept.source):
                yield Card(kept.known, kept.source, kept.start, subject, kept.day, kept.keys, kept)

    def _item_cards(self) -> Iterator[Card]:
        texts, plain = self.parts["texts"], self._all_count
        for subject, item in self.items.items():
            text = texts[item.text]
            if plain or not (self.is_gone(subject, text.source) or self.verdicts.rejected(item.text)):
                yield Card(text.known, text.source, item.start, subject, text.day, item.keys, apart=item.text)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The subject of each record that is of one matter with others -> the id of that matter."""
        matters = self.snapshot.matters.values()
        return {member: name for part in matters for name, members in part.items() for member in members}

    @cached_property
    def links(self) -> Mapping[str, list[LinkKept]]:
        """The links that hold, by the ids of the matters that they bear on, the last made last."""
        links: dict[str, list[LinkKept]] = {}
        for seq in sorted(self.snapshot.links):
            if seq not in self.verdicts.undone:
                link = self.snapshot.links[seq]
                links.setdefault(self.matter_of(link.object), []).append(link)
        return links

    @cached_property
    def links_from(self) -> Mapping[str, list[LinkKept]]:
        """The same links by the ids of the matters that bear on others."""
        links: dict[str, list[LinkKept]] = {}
        for made in self.links.values():
            for link in made:
                links.setdefault(self.matter_of(link.subject), []).append(link)
        return links

    @cached_property
    def replies(self) -> frozenset[tuple[str, str]]:
        """The pairs of texts that persons tied: the reply, and what it answers."""
        tied = ((name, link) for name, made in self.links.items() for link in made)
        return frozenset(
            (self.matter_of(link.subject), name) for name, link in tied if link.relation is Relation.ANSWERS
        )

    def everyone(self, part: str, matter: str) -> tuple[str, ...]:
        """The subjects of all records that tell of a matter, also of those that do not count."""
        return self.snapshot.matters.get(part, {}).get(matter, (matter,))

    def matter_of(self, subject: str) -> str:
        """The id of the matter that a record tells of."""
        return self.aliases.get(subject, subject)

    def kept(self, subject: str) -> RecordKept | None:
        """A record of business, or the text that an item is part of; None if there is none."""
        part = part_of(subject)
        if part == ITEMS:
            item = self.items.get(subject)
            return self.parts["texts"].get(item.text) if item else None
        return self.parts[part].get(subject) if part else None

    def members(self, part: str, matter: str) -> tuple[str, ...]:
        """The subjects of the records that tell of a matter and count, the earliest known first; none if no record
        does: all were rejected, or of sources that do not count."""
        return tuple(subject for subject in self.everyone(part, matter) if self.counts(subject))

    def counts(self, subject: str) -> bool:
        """Whether a record counts."""
        kept = self.kept(subject)
        return kept is not None and self.why_out(subject, kept) is None

    def why_out(self, subject: str, kept: RecordKept) -> str | None:
        """Why a record does not count, or None if it does."""
        if self.verdicts.backings and (self.verdicts.rejected(subject) or self._of_rejected(subject)):
            return "rejected"
        if isinstance(kept, AnswerKept) and not self.is_tied(kept):
            return UNTIED
        return self.superseded.get(kept.source)

    def is_tied(self, answer: AnswerKept) -> bool:
        """Whether the reply and the text of an answer count, and the one is still held to answer the other."""
        reply, text = self.matter_of(answer.reply), self.matter_of(answer.text)
        return (reply, text) in self.replies and self.counts(answer.reply) and self.counts(answer.text)

    def matters(self, part: str) -> Sequence[tuple[str, tuple[str, ...]]]:
        """The matters of a part, with the records that tell of them and count."""
        if part not in self._matters:
            self._matters[part] = list(self._find_matters(part))
        return self._matters[part]

    def _find_matters(self, part: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        groups = self.snapshot.matters.get(part, {})
        grouped = {member for members in groups.values() for member in members[1:]}
        plain = self._all_count and part != "answers"
        for subject in self.items if part == ITEMS else self.parts[part]:
            if subject not in grouped:
                own = groups.get(subject, (subject,))
                members = own if plain else tuple(member for member in own if self.counts(member))
                if members:
                    yield subject, members

    def _of_rejected(self, subject: str) -> bool:
        item = self.items.get(subject)
        return item is not None and self.verdicts.rejected(item.text)
