"""Texts and items: what counts in a docket in, each text with its days and answers, each item with its life out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from rejoinder.docket.answers import Answers
from rejoinder.docket.deeds import Deed, Deeds
from rejoinder.docket.live import ITEMS, Live
from rejoinder.docket.matters import (
    Backing,
    Footing,
    ItemEvent,
    ItemMatter,
    ItemState,
    MatterKind,
    Report,
    TextMatter,
    Worded,
)
from rejoinder.docket.releases import CameOut, Releases
from rejoinder.docket.reports import backing_of, firmest, make_report, read_as
from rejoinder.docket.sameness import REPLY, TEXT, last_day, side_of, text_sort
from rejoinder.docket.spoken import Spoken
from rejoinder.docket.telling import tell
from rejoinder.model import Interval, ItemPlace, Passage, Publication, Relation, TabledText

PART = "texts"
_LIFE = {
    Relation.ANSWERS: ItemState.ANSWERED,
    Relation.SUPERSEDES: ItemState.AMENDED,
    Relation.WITHDRAWS: ItemState.WITHDRAWN,
    Relation.AGREES: ItemState.AGREED,
}
_ANSWERING = timedelta(120)
"""Within which time a reply is taken to answer a text, where nobody has said so."""


@dataclass(frozen=True)
class Texts:
    """The texts of a docket and their items."""

    live: Live
    deeds: Deeds
    releases: Releases
    spoken: Spoken
    answers: Answers
    _read: dict[str, TabledText] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[str, dict[str, ItemPlace]] = field(default_factory=dict, repr=False, compare=False)

    def view(self, matter: str) -> TextMatter:
        """One text, whole."""
        told = tell(self.live, PART, TabledText, matter)
        in_hand = [one for one in told.counting if one.record.in_hand]
        best = [*in_hand, *(one for one in told.counting if not one.record.in_hand)]
        days = [one.record.when for one in in_hand or told.counting if one.record.when]
        handed_over = min(days, key=lambda days: days.earliest or days.latest or date.max, default=None)
        published: Interval | None = told.first("published")
        publication, public_on = self._publication(matter, published)
        members = tuple(one.report.subject for one in told.counting)
        to = max((one.record.to for one in told.counting), key=len)
        by, kind = told.first("by"), best[0].record.kind
        on = last_day(handed_over)
        return TextMatter(
            id=matter,
            kind=MatterKind.TEXT,
            reports=told.reports,
            backing=told.backing,
            by=by,
            to=to,
            text_kind=kind,
            titles=tuple(dict.fromkeys(one.record.title for one in best if one.record.title)),
            handed_over=handed_over,
            published=published,
            items=self._items(members),
            answers=self._answers(matter, side_of(by), [side_of(actor) for actor in to], text_sort(kind), on),
            answered_by=self._answered_by(matter, side_of(by), text_sort(kind), on),
            supersedes=self._superseded(matter),
            superseded_by=self._superseding(matter),
            publication=publication,
            public_on=public_on,
            in_hand=tuple(one.report.subject for one in in_hand),
        )

    def view_all(self, matters: Sequence[str]) -> tuple[TextMatter, ...]:
        """Several texts, whole, of which the records are asked for together."""
        self.live.fetch(PART, [name for matter in matters for name in self.live.everyone(PART, matter)])
        return tuple(self.view(matter) for matter in matters)

    def view_item(self, matter: str) -> ItemMatter:
        """One item, whole."""
        reports = [self._item_report(subject) for subject in self.live.everyone(ITEMS, matter)]
        counting = [report for report in reports if report.out is None] or reports
        in_hand = self._versions(counting)
        text = self.live.items[(in_hand or counting)[-1 if in_hand else 0].subject].text
        life = tuple(
            sorted(
                self._life(matter, in_hand or counting), key=lambda event: (event.on is not None, event.on or date.min)
            )
        )
        return ItemMatter(
            id=matter,
            kind=MatterKind.ITEM,
            reports=tuple(reports),
            backing=firmest([report.backing for report in counting]),
            text=self.live.matter_of(text),
            by=self.read(text).by,
            wordings=tuple({report.passage.exact: report.passage for report in counting}.values()),
            life=life,
            state=life[-1].state,
            since=life[-1].on,
            place=self.place_of(in_hand[-1].subject) if in_hand else None,
            answers=self.answers.of_items.get(matter, ()),
        )

    def read(self, text: str) -> TabledText:
        """The record of a text, whole."""
        if text not in self._read:
            self._read[text] = read_as(TabledText, self.live, self.live.texts[text])
        return self._read[text]

    def place_of(self, item: str) -> ItemPlace | None:
        """Where the item with this very id stands in its text; None for one that a story tells of."""
        text = self.live.items[item].text
        if not self.live.texts[text].in_hand:
            return None
        if text not in self._places:
            places = (part.place for part in self.read(text).items if part.place is not None)
            self._places[text] = {place.key: place for place in places}
        return self._places[text].get(item.rpartition(".")[2])

    def wordings(self, matter: str) -> tuple[Worded, ...]:
        """The wordings of an item, the latest first: those of texts in hand alone, where there are any."""
        found: dict[str, Worded] = {}
        names = self.live.members(ITEMS, matter)
        in_hand = [name for name in names if self.live.texts[self.live.items[name].text].in_hand]
        for name in sorted(in_hand, key=lambda name: self.age(self.live.items[name].text), reverse=True) or names:
            worded = self._worded(name)
            words = (worded.passage.exact, *(passage.exact for passage in worded.further))
            found.setdefault(" ".join(words), worded)
        return tuple(found.values())

    def _worded(self, name: str) -> Worded:
        part = self.live.items[name]
        text, place = self.live.texts[part.text], self.place_of(name)
        words = Passage(part.start, part.end, part.exact)
        further = place.further if place else ()
        return Worded(words, further, text.source, part.text, place.name if place else None, text.in_hand, text.on)

    def age(self, text: str) -> tuple[date, int]:
        """The place of a text among the versions of it: by the day on which it was handed over."""
        kept = self.live.texts[text]
        return kept.on or kept.known.date(), kept.seq

    def _versions(self, reports: list[Report]) -> list[Report]:
        """The reports of texts in hand, the earliest handed over first."""
        texts = self.live.texts
        found = [report for report in reports if texts[self.live.items[report.subject].text].in_hand]
        return sorted(found, key=lambda report: (self._day_of(report) or date.min, report.known_at))

    def closed_items(self) -> set[str]:
        """The items that wait for nothing any more, by what persons have said."""
        ends = (Relation.ANSWERS, Relation.WITHDRAWS, Relation.AGREES)
        links = self.live.links
        closed = {
            name for name in links if name.startswith("item:") and any(link.relation in ends for link in links[name])
        }
        return closed | {item for item in self.answers.of_items if self.answers.closing(item)}

    def published(self) -> dict[str, CameOut]:
        """The texts of which it is told on which day they were published."""
        texts = self.live.texts
        found: dict[str, CameOut] = {}
        for matter, members in self.live.matters(PART):
            days = [texts[name].published_on for name in members if texts[name].published]
            if days:
                found[matter] = CameOut(matter, matter, Publication.PUBLIC, days[0])
        return found

    def _item_report(self, subject: str) -> Report:
        item = self.live.items[subject]
        passage = Passage(item.start, item.end, item.exact)
        return make_report(self.live, subject, self.live.parts[PART][item.text], passage, ())

    def _life(self, matter: str, reports: list[Report]) -> Iterator[ItemEvent]:
        first, *later = reports
        wordings = {first.passage.exact}
        yield ItemEvent(ItemState.TABLED, self._day_of(first), first.subject, first.backing)
        for report in later:
            if report.passage.exact not in wordings and self._is_new_text(first, report):
                yield ItemEvent(ItemState.AMENDED, self._day_of(report), report.subject, report.backing)
            wordings.add(report.passage.exact)
        for link in self.live.links.get(matter, ()):
            if link.relation in _LIFE:
                backing = Backing(Footing.ENTERED, link.by, link.at, link.reason)
                yield ItemEvent(_LIFE[link.relation], last_day(link.happened), link.subject, backing)
        for answer in self.answers.closing(matter):
            day = self.answers.day_of(self.live.answers[answer])
            yield ItemEvent(ItemState.ANSWERED, day, answer, backing_of(self.live, answer))
        for referral in self.referred.get(matter, ()):
            day = self.live.parts["referrals"][referral].known.date()
            yield ItemEvent(ItemState.REFERRED, day, referral, backing_of(self.live, referral))

    def _day_of(self, report: Report) -> date | None:
        return self.live.texts[self.live.items[report.subject].text].on

    def _is_new_text(self, first: Report, later: Report) -> bool:
        one, other = (self.live.items[report.subject].text for report in (first, later))
        return self.live.matter_of(one) != self.live.matter_of(other)

    @cached_property
    def referred(self) -> dict[str, list[str]]:
        """Items -> the referrals that speak of them."""
        found: dict[str, list[str]] = {}
        for matter, members in self.live.matters("referrals"):
            what = next((what for name in members if (what := self.live.referrals[name].what)), "")
            for item in self.spoken.find(what.split("\n")):
                found.setdefault(item, []).append(matter)
        return found

    def _items(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        names = [name for text in texts for name in self._items_of.get(text, ())]
        return tuple(dict.fromkeys(self.live.matter_of(name) for name in names))

    @cached_property
    def _items_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, item in self.live.items.items():
            found.setdefault(item.text, []).append(name)
        return found

    def _publication(self, matter: str, published: Interval | None) -> tuple[Publication | None, date | None]:
        told = self.releases.of_text.get(matter)
        if told is not None:
            return told.publication, told.public_on
        return (Publication.PUBLIC, last_day(published)) if published else (None, None)

    def _answers(
        self, matter: str, by: str | None, to: list[str | None], sort: str, on: date | None
    ) -> tuple[str, ...]:
        """The texts that a reply answers: those that a person tied to it, else the latest one of its addressees."""
        links = self.live.links_from.get(matter, ())
        linked = [self.live.matter_of(link.object) for link in links if link.relation is Relation.ANSWERS]
        if linked or sort != REPLY or on is None:
            return tuple(linked)
        found = [self.deeds.last_text_by(side, TEXT, _before(on), on, by) for side in to if side]
        return tuple(dict.fromkeys(deed.matter for deed in found if deed))

    def _answered_by(self, matter: str, by: str | None, sort: str, on: date | None) -> tuple[str, ...]:
        links = self.live.links.get(matter, ())
        linked = [self.live.matter_of(link.subject) for link in links if link.relation is Relation.ANSWERS]
        if linked or sort != TEXT or on is None:
            return tuple(linked)
        sides = {side for side, sort in self.deeds.texts if sort == REPLY} - {by}
        found = [self._first_reply(matter, by, side, on) for side in sides]
        return tuple(dict.fromkeys(deed.matter for deed in sorted(filter(None, found))))

    def _first_reply(self, matter: str, by: str | None, side: str, on: date) -> Deed | None:
        """The first reply of a side that answers the text: by then no later one had gone to that side."""
        for deed in self.deeds.text_by(side, REPLY, on, _after(on), by):
            last = self.deeds.last_text_by(by or "", TEXT, _before(deed.on), deed.on, side)
            if by in deed.others and last is not None and last.matter == matter:
                return deed
        return None

    def _superseded(self, matter: str) -> str | None:
        links = self.live.links_from.get(matter, ())
        return next((self.live.matter_of(link.object) for link in links if link.relation is Relation.SUPERSEDES), None)

    def _superseding(self, matter: str) -> str | None:
        links = self.live.links.get(matter, ())
        return next((self.live.matter_of(link.subject) for link in links if link.relation is Relation.SUPERSEDES), None)


def _before(day: date) -> date:
    return day - _ANSWERING if day > date.min + _ANSWERING else date.min


def _after(day: date) -> date:
    return day + _ANSWERING if day < date.max - _ANSWERING else date.max
