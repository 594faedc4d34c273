"""What the pages of a public site say of matters and sources. No name of anybody who judged stands on them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext

from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Matter, MatterKind
from rejoinder.web import facts

register = template.Library()


@register.filter
def page_name(matter: Matter) -> str:
    """The name of the page of a matter."""
    return f"{matter.id.replace(':', '-')}.html"


@register.filter
def head(matter: Matter) -> facts.Headline:
    """What a matter is, in a line."""
    return facts.headline(matter)


@register.filter
def standing(matter: Matter) -> Any:
    """How a matter stands, where it has a state that rests on its own records."""
    return getattr(matter, "state", None) or getattr(matter, "status", None)


@register.filter
def published_at(source: SourceKept) -> str:
    """The address of a source on the web, if it has one."""
    return source.uri if source.uri and source.uri.lower().startswith(("https://", "http://")) else ""


@register.filter
def kinds(kind: MatterKind) -> str:
    """The heading over matters of a kind."""
    return {
        MatterKind.COMMITMENT: gettext("Promises"),
        MatterKind.CONTINGENCY: gettext("Next steps that hang on something"),
        MatterKind.MEETING: gettext("Meetings"),
        MatterKind.TEXT: gettext("Texts"),
        MatterKind.ITEM: gettext("Items"),
        MatterKind.REFERRAL: gettext("Moved to another forum"),
        MatterKind.RELEASE: gettext("Whether a text may be public"),
        MatterKind.CHARACTERISATION: gettext("Called main, secondary or answered"),
        MatterKind.ANSWER: gettext("What replies do with items"),
    }[kind]
