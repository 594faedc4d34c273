"""PUBLIC: which text has come out or somebody wants out, whose consent that needs, and where the consent stands."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page, padded
from rejoinder.cli.brief.wording import clean, shown_actor
from rejoinder.model import Consent, Publication, Release

# The sign, the words and the colour of each way in which a text has come to be known; None while it is not.
WAYS: dict[Publication | None, tuple[str, str, str]] = {
    None: ("○", "not public", ""),
    Publication.PUBLIC: ("●", "public", "green"),
    Publication.GIST_PUBLIC: ("◐", "gist public", "cyan"),
    Publication.LEAKED: ("!", "leaked", "magenta"),
    Publication.UNILATERAL: ("▲", "published by one side", "red"),
}
CONSENTS: dict[Consent, str] = {
    Consent.NOT_ASKED: "not asked",
    Consent.ASKED: "asked",
    Consent.GRANTED: "granted",
    Consent.GRANTED_GIST_ONLY: "granted for the gist only",
    Consent.REFUSED: "refused",
    Consent.LAPSED: "lapsed",
}


def public(page: Page) -> Iterator[Line]:
    """The releases of the story: how a text stands, who wants it public, and the other side's consent."""
    releases = page.reading.business.releases
    if releases:
        yield page.heading("PUBLIC", len(releases))
    width = padded([WAYS[release.publication][1] for release in releases])
    for release in releases:
        sign, way, style = WAYS[release.publication]
        label = Text(f"{sign} {way:<{width}}  ", style)
        what = release.of or release.passage
        pieces = [(f"“{clean(what.exact)}”", "")]
        yield from page.row(label, pieces, _facts(release), release.passage.start)
        yield from page.reason(release.reason)


def _facts(release: Release) -> list[str]:
    """Who wants it, and the consent. A leak is without consent: that nobody was asked needs no words."""
    facts = [f"wanted by {shown_actor(release.wanted_by)}"] if release.wanted_by else []
    if release.publication is Publication.LEAKED and release.state is Consent.NOT_ASKED:
        return facts
    whose = f" of {shown_actor(release.consent_of)}" if release.consent_of else ""
    return [*facts, f"consent{whose}: {CONSENTS[release.state]}"]
