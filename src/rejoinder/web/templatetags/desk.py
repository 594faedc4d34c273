"""What templates say of matters: signs and words for states, days, addresses, exact words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rejoinder.desk.contexts import InContext
from rejoinder.desk.showing import Shown
from rejoinder.docket.matters import Backing, Footing, Matter, Report
from rejoinder.formats.exports import SUFFIXES
from rejoinder.model import Passage
from rejoinder.web import facts
from rejoinder.web.downloading import formats_offered
from rejoinder.web.page import Page
from rejoinder.web.sentences import told

register = template.Library()

# How something stands: its sign, its class of colour.
SIGNS: dict[str, tuple[str, str]] = {
    "conditional": ("◇", "none"),
    "active": ("○", "none"),
    "due": ("◔", "soon"),
    "overdue": ("!", "late"),
    "discharged": ("✓", "good"),
    "discharged late": ("✓", "soon"),
    "part discharged": ("◐", "soon"),
    "lapsed": ("–", "none"),
    "cancelled": ("✕", "late"),
    "released": ("–", "none"),
    "disputed": ("?", "off"),
    "planned": ("○", "soon"),
    "held": ("✓", "good"),
    "tabled": ("○", "none"),
    "amended": ("±", "change"),
    "answered": ("✓", "good"),
    "referred": ("↗", "away"),
    "withdrawn": ("–", "none"),
    "agreed ad referendum": ("✓", "good"),
    "not_asked": ("○", "none"),
    "asked": ("◔", "soon"),
    "granted": ("✓", "good"),
    "granted_gist_only": ("◐", "soon"),
    "refused": ("✕", "late"),
    "public": ("✓", "good"),
    "gist public": ("◐", "soon"),
    "leaked": ("!", "late"),
    "published unilaterally": ("!", "off"),
    "accepted": ("✓", "good"),
    "accepted_with_change": ("±", "change"),
    "countered": ("⇄", "soon"),
    "declined": ("✕", "late"),
    "deferred": ("…", "off"),
    "deflected": ("↗", "away"),
    "noted": ("·", "none"),
    "not_addressed": ("∅", "nil"),
}


register.filter("day", facts.shown_day)
register.filter("days", facts.shown_days)
register.filter("actor", facts.shown_actor)
register.filter("actors", facts.shown_actors)
register.filter("side", facts.side)
register.filter("facts", facts.facts_of)
register.filter("words_of", facts.words_of)
register.filter("short", facts.short)
register.filter("told", told)
register.filter("claimed", facts.shown_claim)
register.filter("silence", facts.shown_silence)


@register.filter
def state(value: object) -> SafeString:
    """A state as a sign with its word."""
    sign, colour = SIGNS.get(str(getattr(value, "value", value)), ("·", "none"))
    words = facts.word("state", value)
    return format_html('<span class="state {}"><i aria-hidden="true">{}</i>{}</span>', colour, sign, words)


ROWS = {
    "untold": ("?", "off"),
    "claimed": ("?", "off"),
    "no_reply": ("∅", "nil"),
    "introduces": (":", "none"),
    "agreed": ("✓", "good"),
    "dropped": ("–", "none"),
}
"""Where an item stands that no disposition says: its sign, its class of colour."""


@register.filter
def row(value: object) -> SafeString:
    """Where an item of the table stands, as a sign with its words."""
    return _signed("row", value)


@register.filter
def disposition(value: object) -> SafeString:
    """What a reply does with an item, as a sign with its words."""
    return _signed("disposition", value)


def _signed(context: str, value: object) -> SafeString:
    name = str(getattr(value, "value", value))
    sign, colour = ROWS.get(name) or SIGNS.get(name, ("·", "none"))
    words = facts.word(context, value)
    return format_html('<span class="state {}"><i aria-hidden="true">{}</i>{}</span>', colour, sign, words)


@register.filter
def footing(backing: Backing) -> SafeString:
    """On whose word something stands: a dashed mark for a finding, a solid one with a name for a record."""
    if backing.footing is Footing.FOUND:
        return format_html('<span class="tag">{}</span>', gettext("found, not confirmed"))
    words = {
        Footing.CONFIRMED: gettext("confirmed by {who}"),
        Footing.AMENDED: gettext("amended by {who}"),
        Footing.ENTERED: gettext("entered by {who}"),
        Footing.UNSURE: gettext("unsure, says {who}"),
        Footing.REJECTED: gettext("rejected by {who}"),
    }[backing.footing]
    firm = " firm" if backing.confirmed else ""
    return format_html('<span class="tag{}">{}</span>', firm, words.format(who=backing.by or ""))


@register.filter
def moment(value: datetime | None) -> str:
    """A moment in the zone of the machine: 26 Jan 2022, 16:04."""
    return formats.date_format(value.astimezone(), "j M Y, H:i") if value is not None else ""


@register.filter
def kind(value: object) -> str:
    """The kind of a record or matter, as a word."""
    return facts.word("kind", value)


@register.filter
def word(value: object, context: str) -> str:
    """A value of the docket as a word."""
    return facts.word(context, value)


@register.filter
def done(what: str) -> str:
    """What an entry did: a line of history, or a tie."""
    return told(what) if told(what) != what else facts.word("relation", what)


@register.filter
def label(item: str) -> str:
    """The number of an item in its text: 2.1."""
    return item.partition(".")[2] or item


@register.filter
def of_source(kept: Any) -> str:
    """What a source is called: Upland Wire: No reply yet."""
    if kept is None:
        return gettext("source not known")
    return ": ".join(part for part in (kept.publisher, kept.title or kept.name) if part)


@register.inclusion_tag("rejoinder/parts/headline.html", takes_context=True)
def matter(context: dict[str, Any], one: Matter) -> dict[str, Any]:
    """What a matter is, with the link to its page."""
    return {"page": context["page"], "matter": one, "headline": facts.headline(one)}


@register.simple_tag
def headline_of(one: Matter) -> SafeString:
    """What a matter is, without a link."""
    told = facts.headline(one)
    return format_html('<bdi class="who">{}</bdi> <q class="words"><bdi>{}</bdi></q>', told.who, told.words)


@register.filter
def plain_headline(one: Matter) -> str:
    """What a matter is, as bare text."""
    told = facts.headline(one)
    return f"{told.who} “{told.words}”".strip()


@register.filter
def last_of(wordings: tuple[Passage, ...]) -> str:
    """The words of the last wording."""
    return wordings[-1].exact if wordings else ""


@register.filter
def brief(subject: str) -> str:
    """An id as it is shown in a line: its kind and a few digits."""
    kind_, _, digits = subject.partition(":")
    return f"{facts.word('kind', 'source' if kind_ == 'sha256' else kind_)} {digits[:8]}"


@register.filter
def record_kind(shown: Shown) -> str:
    """The kind of what stands under an id."""
    return shown.id.partition(":")[0]


@register.simple_tag
def offered() -> list[tuple[str, str]]:
    """The formats of exports: endings and names."""
    return formats_offered(SUFFIXES)


@register.simple_tag(takes_context=True)
def place_link(context: dict[str, Any], place: InContext) -> str:
    """The address of words by their offsets."""
    page: Page = context["page"]
    span = f"{place.passage.start}-{place.passage.end}"
    return f"{page.address('story', place.source, place=span)}#words"


@register.simple_tag(takes_context=True)
def more_link(context: dict[str, Any]) -> str:
    """The address that was asked for, with all that is found."""
    asked = context["request"].GET.copy()
    asked["all"] = "1"
    return f"?{asked.urlencode()}"


@register.simple_tag(takes_context=True)
def link(context: dict[str, Any], name: str, *parts: str, **asked: object) -> str:
    """The address of a page of this docket, as of the same moment."""
    page: Page = context["page"]
    given = {key: str(value) for key, value in asked.items() if value is not None}
    return page.address(name, *map(str, parts), **given)


@register.simple_tag(takes_context=True)
def link_part(context: dict[str, Any], name: str, *parts: str) -> str:
    """The same, of what the page is narrowed to."""
    page: Page = context["page"]
    narrowed: dict[str, str] = context.get("narrowed") or {}
    return page.address(name, *parts, **narrowed)


@register.inclusion_tag("rejoinder/parts/words.html", takes_context=True)
def exact(context: dict[str, Any], report: Report) -> dict[str, Any]:
    """The exact words of a report, with the link that opens them in their context."""
    return {"page": context["page"], "report": report, "kept": context["sources"].get(report.source)}


@register.inclusion_tag("rejoinder/parts/source.html", takes_context=True)
def source(context: dict[str, Any], report: Report) -> dict[str, Any]:
    """Where the words of a report stand, with the link that opens them in their context."""
    return {"page": context["page"], "report": report, "kept": context["sources"].get(report.source)}


@register.inclusion_tag("rejoinder/parts/place_source.html", takes_context=True)
def place_source(context: dict[str, Any], source_id: str, passage: Passage) -> dict[str, Any]:
    """Where some words stand, with the link that opens them in their context."""
    kept = context["sources"].get(source_id)
    place = f"{passage.start}-{passage.end}"
    return {"page": context["page"], "source": source_id, "kept": kept, "place": place}


@register.filter
def first_of(every: tuple[Any, ...], most: int | None) -> tuple[Any, ...]:
    """So many of them; all where no number is given."""
    return every[:most]


@register.filter
def of(mapping: Any, key: object) -> Any:
    """What a mapping holds under a key."""
    return mapping.get(key)
