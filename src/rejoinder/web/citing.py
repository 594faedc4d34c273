"""What stands under an address -> a citation to be pasted: the words, who said them where, how to find them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from rejoinder.desk.contexts import InContext
from rejoinder.docket.kept import SourceKept
from rejoinder.web.facts import shown_day
from rejoinder.web.page import Page


def cite(page: Page, place: InContext, sources: Mapping[str, SourceKept], speaker: str, url: str) -> str:
    """“The words”, said by whom, publisher, “title”, day; docket, as known on a day; digest and offsets; address."""
    kept = sources.get(place.source)
    words = " ".join(place.passage.exact.split()).strip('“”"')
    told = [f"“{words}”"]
    if speaker:
        told.append(speaker)
    if kept is not None:
        told += [part for part in (kept.publisher, f"“{kept.title or kept.name}”", shown_day(kept.published)) if part]
    lines = [", ".join(told) + "."]
    lines.append(gettext("Docket “{title}”, as known on {day}.").format(title=page.title, day=shown_day(page.day)))
    if place.source:
        offsets = gettext("characters {start}–{end}").format(start=place.passage.start, end=place.passage.end)
        lines.append(f"{place.source}, {offsets}.")
    return " ".join([*lines, url])
