"""What replies in hand do with items: what counts in a docket in, each answer whole, and those of each item, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rejoinder.docket.kept import AnswerKept
from rejoinder.docket.live import Live
from rejoinder.docket.matters import AnswerMatter, MatterKind
from rejoinder.docket.reports import backing_of, read_as
from rejoinder.docket.telling import tell
from rejoinder.model import Answer, Disposition, TabledText

PART = "answers"
_CLOSING = (
    Disposition.ACCEPTED,
    Disposition.ACCEPTED_WITH_CHANGE,
    Disposition.DECLINED,
    Disposition.COUNTERED,
)
"""What a reply does with an item that waits for no answer any more. One that is put off, sent elsewhere or only noted
still does."""


@dataclass(frozen=True)
class Answers:
    """The answers of a docket."""

    live: Live

    @cached_property
    def of_items(self) -> dict[str, tuple[str, ...]]:
        """Items -> their answers that count, in the order in which the replies were handed over."""
        found: dict[str, list[tuple[date, str]]] = {}
        for _, members in self.live.matters(PART):
            for subject in members:
                kept = self.live.answers[subject]
                found.setdefault(self.live.matter_of(kept.item), []).append((self.day_of(kept), subject))
        return {item: tuple(subject for _, subject in sorted(answers)) for item, answers in found.items()}

    @cached_property
    def rejected(self) -> dict[str, tuple[str, ...]]:
        """Items -> the answers that a person rejected, of replies that still answer their text."""
        found: dict[str, list[str]] = {}
        for subject, kept in self.live.answers.items():
            if self.live.verdicts.rejected(subject) and self.live.is_tied(kept):
                found.setdefault(self.live.matter_of(kept.item), []).append(subject)
        return {item: tuple(subjects) for item, subjects in found.items()}

    def day_of(self, kept: AnswerKept) -> date:
        """The day on which the reply was handed over, else that from which on it was known."""
        return self.live.texts[kept.reply].on or kept.known.date()

    def closing(self, item: str) -> list[str]:
        """The answers of an item after which it waits for none, as far as a named person stands behind them."""
        own = self.of_items.get(item, ())
        return [
            subject
            for subject in own
            if self.live.answers[subject].disposition in _CLOSING and backing_of(self.live, subject).confirmed
        ]

    def view(self, matter: str) -> AnswerMatter:
        """One answer, whole."""
        told = tell(self.live, PART, Answer, matter)
        answer = told.counting[0].record
        texts = self.live.texts
        reply = read_as(TabledText, self.live, texts[answer.reply])
        return AnswerMatter(
            id=matter,
            kind=MatterKind.ANSWER,
            reports=told.reports,
            backing=told.backing,
            item=self.live.matter_of(answer.item),
            text=self.live.matter_of(answer.text),
            reply=self.live.matter_of(answer.reply),
            by=reply.by,
            on=reply.when,
            disposition=answer.disposition,
            links=answer.links,
            wording=answer.wording,
            tabled_in=texts[answer.text].source,
            reason=answer.reason,
            reply_kind=answer.kind,
        )
