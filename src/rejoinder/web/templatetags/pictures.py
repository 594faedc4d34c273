"""What templates say of marks and bars: their sign, their colour, their name for those who do not see them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.translation import gettext, pgettext

from rejoinder.docket.course import Mark, MarkKind
from rejoinder.web import facts
from rejoinder.web.drawing import LANES
from rejoinder.web.page import Page
from rejoinder.web.templatetags.desk import SIGNS

register = template.Library()
OWN_SIGNS: dict[MarkKind, str] = {MarkKind.STATEMENT: "“", MarkKind.TEXT: "§"}
"""The signs of what has no state of its own."""
_WORDS = {MarkKind.STATEMENT: "act", MarkKind.TEXT: "text", MarkKind.PUBLIC: "publication", MarkKind.MEETING: "meeting"}


@register.filter
def sign(mark: Mark) -> str:
    """The sign of a mark: how it stands, or what it is."""
    return OWN_SIGNS.get(mark.kind) or SIGNS.get(mark.state, ("·", "none"))[0]


@register.filter
def colour(mark: Mark) -> str:
    """The class of colour of a mark."""
    return "none" if mark.kind in OWN_SIGNS else SIGNS.get(mark.state, ("·", "none"))[1]


@register.filter
def mark_kind(kind: MarkKind) -> str:
    """What a mark stands for, as a word."""
    return pgettext("mark", kind.value)


@register.filter
def mark_state(mark: Mark) -> str:
    """How a mark stands, as a word: the act of a statement, the state of a promise."""
    return facts.word(_WORDS.get(mark.kind, "state"), mark.state)


@register.filter
def mark_days(mark: Mark) -> str:
    """The day of a mark, or its days."""
    first, last = facts.shown_day(mark.on), facts.shown_day(mark.until)
    return first if mark.on == mark.until else f"{first} – {last}"


@register.filter
def mark_name(mark: Mark) -> str:
    """A mark in a line, for its tooltip and for a screen reader."""
    who = mark.who or gettext("somebody who is not clear")
    head = f"{mark_days(mark)}, {mark_kind(mark.kind)}, {mark_state(mark)}: {who}"
    on_whose_word = "" if mark.backing.confirmed else f" ({gettext('found, not confirmed')})"
    return f"{head}, “{facts.short(mark.words)[:160]}”{on_whose_word}"


@register.filter
def shade(number: int) -> int:
    """The shade of the side with this number: they come round again after the last."""
    return number % LANES


@register.simple_tag(takes_context=True)
def link_all(context: dict[str, Any], name: str, several: list[tuple[str, str]] | None, **asked: object) -> str:
    """The address of a page of this docket, as of the same moment, with values that may come more than once."""
    page: Page = context["page"]
    given = {key: str(value) for key, value in asked.items() if value is not None}
    address = page.address(name, **given)
    return f"{address}{'&' if '?' in address else '?'}{urlencode(several)}" if several else address
