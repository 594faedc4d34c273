"""One matter, record or source for people: what it is, its words in context, its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from rich.text import Text

from rejoinder.cli.brief.page import NARROWEST, flow
from rejoinder.cli.brief.wording import clean, shown_actor, shown_day, shown_days
from rejoinder.cli.standing.items import answer_facts, item_facts
from rejoinder.cli.standing.meetings import meeting_facts
from rejoinder.cli.standing.moves import contingency_facts, referral_facts
from rejoinder.cli.standing.phrases import in_quotes, shown_backing, shown_sides
from rejoinder.cli.standing.promises import promise_facts
from rejoinder.cli.standing.published import release_facts, text_facts
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import (
    AnswerMatter,
    CommitmentMatter,
    ContingencyMatter,
    ItemMatter,
    Matter,
    MeetingMatter,
    ReferralMatter,
    ReleaseMatter,
    TextMatter,
)
from rejoinder.model import Actor, Interval, Passage

if TYPE_CHECKING:
    from rejoinder.desk.contexts import InContext
    from rejoinder.desk.history import Event
    from rejoinder.desk.reviewing import Finding
    from rejoinder.desk.showing import Shown

_UNTOLD = ("id", "parts", "reason", "score", "mentions", "statements")


def render_shown(shown: Shown, today: date, width: int) -> Iterator[Text]:
    """The lines of what stands under an id."""
    sheet = Sheet.of(width, today)
    yield Text.assemble((_kind(shown), "bold"), f"  {shown.id}")
    if shown.matter is not None:
        yield from _facts(sheet, shown.matter)
    elif shown.record is not None:
        yield from _wrapped(sheet.width, record_facts(shown.record))
    for source in shown.sources.values():
        named = [
            source.publisher,
            source.title or source.name,
            shown_day(source.published) if source.published else None,
        ]
        yield from _wrapped(sheet.width, ["source: " + " · ".join(clean(part) for part in named if part)])
    if shown.evidence:
        yield Text()
        yield Text("EVIDENCE", "bold")
    for subject, place in shown.evidence:
        yield from render_context(shown.sources, subject, place, sheet.width)
    yield Text()
    yield Text("HISTORY", "bold")
    for event in shown.history:
        yield from _event(sheet, event)


def _kind(shown: Shown) -> str:
    return (shown.id.partition(":")[0] if not shown.id.startswith("sha256:") else "source").upper()


def _facts(sheet: Sheet, matter: Matter) -> Iterator[Text]:
    yield from _wrapped(sheet.width, [what_it_is(matter)], "bold")
    yield from _wrapped(sheet.width, [*(fact for fact in told(matter, sheet) if fact), shown_backing(matter.backing)])


def _wrapped(width: int, facts: list[str], style: str = "") -> Iterator[Text]:
    for fact in facts:
        for row in flow([(fact, style)], (width - 2, width - 4), 8):
            yield Text("  ").append_text(row)


def what_it_is(matter: Matter) -> str:
    """A matter in a line: who and what."""
    if isinstance(matter, CommitmentMatter):
        return f"{shown_sides(matter.debtor, [matter.creditor])}: {clean(matter.action.exact)}"
    if isinstance(matter, MeetingMatter):
        return ", ".join(shown_actor(actor) for actor in matter.participants) or clean(matter.forum or "nobody named")
    if isinstance(matter, AnswerMatter):
        return f"{shown_actor(matter.by) if matter.by else 'somebody'} on {in_quotes(matter.wording.exact)}"
    return in_quotes(matter.words)


@singledispatch
def told(matter: Matter, sheet: Sheet) -> list[str | None]:
    """What is known of a matter, fact by fact."""
    del matter, sheet
    return []


@told.register
def _(matter: CommitmentMatter, sheet: Sheet) -> list[str | None]:
    since = f" since {shown_day(matter.since)}" if matter.since else ""
    return [f"{matter.state.value}{since}: {clean(matter.reason)}", *promise_facts(sheet, matter)]


@told.register
def _(matter: MeetingMatter, sheet: Sheet) -> list[str | None]:
    return [matter.status.value, *meeting_facts(sheet, matter)]


@told.register
def _(matter: TextMatter, sheet: Sheet) -> list[str | None]:
    return text_facts(sheet, matter)


@told.register
def _(matter: ItemMatter, sheet: Sheet) -> list[str | None]:
    return item_facts(sheet, matter)


@told.register
def _(matter: ReferralMatter, sheet: Sheet) -> list[str | None]:
    del sheet
    return referral_facts(matter)


@told.register
def _(matter: ReleaseMatter, sheet: Sheet) -> list[str | None]:
    del sheet
    return release_facts(matter)


@told.register
def _(matter: ContingencyMatter, sheet: Sheet) -> list[str | None]:
    return contingency_facts(sheet, matter)


@told.register
def _(matter: AnswerMatter, sheet: Sheet) -> list[str | None]:
    return answer_facts(sheet, matter)


def record_facts(record: Any) -> list[str]:
    """The fields of a record that say something, each on a line."""
    facts = []
    for part in fields(record):
        value = getattr(record, part.name)
        if part.name not in _UNTOLD and value not in (None, (), "", False):
            facts.append(f"{part.name.replace('_', ' ')}: {shown_value(value)}")
    return facts


@singledispatch
def shown_value(value: Any) -> str:
    """A field's value in short words."""
    interval = getattr(value, "interval", None)
    if isinstance(interval, Interval):
        words = getattr(value, "text", None)
        return shown_value(interval) + (f" (“{clean(words)}”)" if words else "")
    return clean(str(getattr(value, "value", value))) if value is not None else "–"


@shown_value.register
def _(value: Actor) -> str:
    return shown_actor(value) + (f", {clean(value.post)}" if value.post else "")


@shown_value.register
def _(value: Passage) -> str:
    return in_quotes(value.exact)


@shown_value.register
def _(value: Interval) -> str:
    return shown_days(value, None) or "no day known"


@shown_value.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # of anything
    return ", ".join(dict.fromkeys(shown_value(item) for item in value))


def render_context(sources: Mapping[str, SourceKept], subject: str, place: InContext, width: int) -> Iterator[Text]:
    """The words of one record, marked within their paragraph, with source and place."""
    width = max(width, NARROWEST)
    source = sources.get(place.source)
    name = clean(source.publisher or source.name) if source else "no source"
    day = f", {shown_day(source.published)}" if source and source.published else ""
    where = f" [{place.line}:{place.column}]" if place.line else ""
    yield Text.assemble((f"  {name}{day}{where}", "dim"), f"  {subject}")
    if place.broken:
        yield Text(f"    {clean(place.broken)}: {in_quotes(place.passage.exact)}", "bold red")
        return
    before, close_before = _cut_off(place.before[::-1])
    after, close_after = _cut_off(place.after)
    marked = f"{close_before[::-1]}»{clean(place.passage.exact)}«{close_after}"
    pieces = [(clean(before[::-1]), ""), (marked, "bold"), (clean(after), "")]
    for row in flow([piece for piece in pieces if piece[0]], (width - 4, width - 4), 12, " "):
        yield Text("    ").append_text(row)


def _cut_off(words: str) -> tuple[str, str]:
    """Words without what stands close at their beginning (a comma, a quotation mark), and that."""
    close = words[
        : len(words) - len(words.lstrip("".join(c for c in words[:4] if not c.isspace() and not c.isalnum())))
    ]
    return words[len(close) :], close


def _event(sheet: Sheet, event: Event) -> Iterator[Text]:
    """One entry: when, what, by whom, why."""
    moment = f"{event.recorded_at.astimezone():%Y-%m-%d %H:%M}"
    others = f" {', '.join(event.others)}" if event.others else ""
    days = shown_days(event.happened, None) if event.happened and event.what != "found" else None
    facts = [
        f"{event.seq}  {moment}  {clean(event.what)}{others}",
        f"by {clean(event.by)}",
        f"({clean(event.reason)})" if event.reason else "",
        f"on {days}" if days else "",
        "taken back later" if event.undone else "",
        event.subject,
    ]
    for row in flow(
        [(" ".join(fact for fact in facts if fact), "strike" if event.undone else "")], (sheet.width - 2,) * 2, 4
    ):
        yield Text("  ").append_text(row)


def render_finding(finding: Finding, width: int) -> Iterator[Text]:
    """A finding that waits for a judgement: what it is, why it was found, its words in context."""
    width = max(width, NARROWEST)
    told_of = len([item for item in finding.matter.reports if item.out is None]) if finding.matter else 1
    more = f"  (one of {told_of} that tell of one matter)" if told_of > 1 else ""
    yield Text.assemble((finding.subject.partition(":")[0].upper(), "bold"), f"  {finding.subject}{more}")
    yield from _wrapped(width, record_facts(finding.record))
    reason = getattr(finding.record, "reason", "")
    yield from _wrapped(width, [f"why: {clean(reason)}"] if reason else [], "dim")
    yield Text()
    sources = {finding.place.source: finding.source} if finding.source else {}
    yield from render_context(sources, finding.subject, finding.place, width)
