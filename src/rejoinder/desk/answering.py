"""What replies in hand do with items: the ties of a docket between texts in hand in, a finding for each item out.

A finding goes by its item and its reply, whatever is found: worked out anew it takes the place of the one before,
unless a named person has judged that one. Nothing here stands as confirmed until somebody has confirmed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rejoinder.desk.desk import Desk
from rejoinder.desk.items import keys_by_start, wording_of
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.renewing import Renewed
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket.entering import passages_of, subject_of
from rejoinder.docket.live import Live
from rejoinder.docket.reports import read_as
from rejoinder.model import (
    Answer,
    Disposition,
    Evidence,
    ItemRow,
    Matrix,
    NewEntry,
    Passage,
    Problem,
    RecordKind,
    TabledText,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """A text and a reply to it that were held against each other.

    ``counts``    how many items stand how; those that only introduce others are not counted as not addressed
    ``entries``   how many findings are new or differ from those before
    ``judged``    how many were left as a person judged them
    ``problems``  what is doubtful; their places are in the reply
    """

    text: str
    reply: str
    counts: Mapping[Disposition, int]
    entries: int
    judged: int
    problems: tuple[Problem, ...]

    @property
    def told(self) -> tuple[tuple[Disposition, int], ...]:
        """How many items stand how, as far as any do."""
        return tuple((each, count) for each, count in self.counts.items() if count)


def match_pairs(desk: Desk, docket: str, text: str | None = None) -> tuple[Matched, ...]:
    """Hold every reply in hand against the texts in hand that it answers, or those alone that concern ``text``."""
    ask(desk, Deed.ADD, docket)
    live = Live(snapshot_as_of(desk, docket))
    found = []
    for asked, reply in _pairs(live):
        if text is None or text in (asked, reply):
            matched = _match(desk, docket, live, asked, reply)
            if matched is not None:
                found.append(matched)
    return tuple(found)


def _pairs(live: Live) -> Iterator[tuple[str, str]]:
    """The records in hand of texts and of the replies that persons tied to them."""
    in_hand: dict[str, list[str]] = {}
    for name, kept in live.texts.items():
        if kept.in_hand and live.counts(name):
            in_hand.setdefault(live.matter_of(name), []).append(name)
    for reply, text in sorted(live.replies):
        yield from ((one, other) for one in in_hand.get(text, ()) for other in in_hand.get(reply, ()))


def _match(desk: Desk, docket: str, live: Live, text: str, reply: str) -> Matched | None:
    from rejoinder.matching.outline import outline_text

    tabled, replied = (desk.ledger.source(live.texts[name].source) for name in (text, reply))
    if tabled is None or replied is None or tabled.text is None or replied.text is None:
        return None
    record = read_as(TabledText, live, live.texts[text])
    matrix = desk.matcher(outline_text(tabled.text), replied.text)
    pair = _Pair(live, text, reply, record, read_as(TabledText, live, live.texts[reply]).passage, tabled.text)
    new, judged = pair.findings(matrix, desk.user)
    if new:
        desk.ledger.append(docket, new, desk.clock())
    return Matched(text, reply, _counts(matrix), len(new), judged, matrix.problems)


def _counts(matrix: Matrix) -> Mapping[Disposition, int]:
    return Counter({each: len(list(matrix.with_disposition(each))) for each in Disposition})


@dataclass(frozen=True, slots=True)
class _Pair:
    """A text and a reply: their records, and the words at the head of the reply."""

    live: Live
    text: str
    reply: str
    record: TabledText
    head: Passage
    words: str

    def findings(self, matrix: Matrix, user: str) -> tuple[list[NewEntry], int]:
        """The findings that are new or differ from those before, and how many a person has judged."""
        keys = keys_by_start(self.record.items)
        new: list[NewEntry] = []
        judged = 0
        for row in matrix.rows:
            wording = wording_of(self.words, row.item)
            if wording.start in keys:
                answer = self._answer(row, wording, keys[wording.start], matrix)
                subject = subject_of(RecordKind.ANSWER, self.live.texts[self.reply].source, (), answer.item)
                judged += subject in self.live.verdicts.backings
                new += self._entry(subject, answer, user)
        return new, judged

    def _answer(self, row: ItemRow, wording: Passage, key: str, matrix: Matrix) -> Answer:
        passage = row.links[0].passage if row.links else self.head
        item = f"item:{self.text.partition(':')[2]}.{key}"
        reason = _reason(row, matrix)
        return Answer(item, self.text, self.reply, row.disposition, row.links, wording, passage, reason, matrix.kind)

    def _entry(self, subject: str, answer: Answer, user: str) -> Iterator[NewEntry]:
        asked, replied = self.live.texts[self.text], self.live.texts[self.reply]
        passages = [Evidence(replied.source, passage) for passage in passages_of(answer)]
        found = Renewed(
            subject=subject,
            record=answer,
            happened=read_as(TabledText, self.live, replied).when,
            known=max(asked.known, replied.known),
            evidence=(*passages, Evidence(asked.source, answer.wording)),
        )
        return found.entry(self.live, user)


def _reason(row: ItemRow, matrix: Matrix) -> str:
    if row.links:
        return row.links[0].reason if len(row.links) == 1 else "Several passages answer it."
    if row.introduces:
        return "It only introduces the items in it."
    doubts = [problem.message for problem in matrix.problems if problem.code == "another-draft"]
    return doubts[0] if doubts else "The reply does not mention it."
