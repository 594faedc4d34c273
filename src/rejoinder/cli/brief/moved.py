"""MOVED: what is sent, or is to be sent, from one forum to another, by whom, and whether its author agrees."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page
from rejoinder.cli.brief.wording import clean, shown_actor
from rejoinder.model import Referral


def moved(page: Page) -> Iterator[Line]:
    """The referrals of the story: from where to where, what, by whom."""
    referrals = page.reading.business.referrals
    if referrals:
        yield page.heading("MOVED", len(referrals))
    for referral in referrals:
        what = referral.what or referral.passage
        pieces = [(_way(referral), "bold"), (f"“{clean(what.exact)}”", "")]
        yield from page.row(Text(), pieces, _facts(referral), referral.passage.start)
        yield from page.reason(referral.reason)


def _way(referral: Referral) -> str:
    destination = clean(referral.destination) if referral.destination else "elsewhere"
    return f"{clean(referral.origin)} → {destination}" if referral.origin else f"→ {destination}"


def _facts(referral: Referral) -> list[str]:
    """By whom, and what the side that tabled it says; where the story tells neither, nothing."""
    facts = [f"by {shown_actor(referral.by)}"] if referral.by else []
    if referral.tabler_agrees is not None:
        facts.append("its author agrees" if referral.tabler_agrees else "its author does not agree")
    return facts
