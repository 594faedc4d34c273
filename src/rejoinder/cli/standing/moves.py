"""MOVED: items on their way to another forum; NEXT: what hangs on what; CALLED: what each side calls it, quoted."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import clean, shown_actor, shown_day
from rejoinder.cli.standing.phrases import confirmed_among, facts_of, in_quotes
from rejoinder.cli.standing.sheet import Sheet, shown_id
from rejoinder.docket import Standing
from rejoinder.docket.matters import ContingencyMatter, ReferralMatter

_AGREES = {True: "its author agrees", False: "its author does not agree", None: None}


def moved(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Referrals, contested ones first."""
    if standing.referrals:
        yield sheet.heading("MOVED", confirmed_among(standing.referrals))
    for matter in standing.referrals:
        facts = facts_of(matter, referral_facts(matter), sheet.today)
        what = in_quotes(matter.what.exact if matter.what else matter.words)
        yield from sheet.row(Text("→ ", "yellow"), [(what, "")], facts, matter.id)


def referral_facts(matter: ReferralMatter) -> list[str | None]:
    """From where to where, by whom, and whether its author agrees."""
    way = " → ".join(clean(part) for part in (matter.origin, matter.destination) if part)
    by = f"by {shown_actor(matter.by)}" if matter.by else None
    return [way or None, by, _AGREES[matter.tabler_agrees], "contested" if matter.contested else None]


def hanging(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Next steps that hang on something."""
    if standing.contingencies:
        yield sheet.heading("NEXT", confirmed_among(standing.contingencies))
    for matter in standing.contingencies:
        pieces = [(clean(matter.trigger.exact), "italic"), (f"→ {clean(matter.step.exact)}", "")]
        facts = facts_of(matter, contingency_facts(sheet, matter), sheet.today)
        yield from sheet.row(Text("◇ ", "cyan"), pieces, facts, matter.id)


def contingency_facts(sheet: Sheet, matter: ContingencyMatter) -> list[str | None]:
    """Who acts, who decides, and what made the trigger happen."""
    actors = ", ".join(shown_actor(actor) for actor in matter.actors)
    decider = f"{shown_actor(matter.decider)} decides" if matter.decider else None
    done = matter.happened
    happened = None
    if done is not None:
        day = f" on {shown_day(done.on, sheet.today)}" if done.on else ""
        happened = f"happened{day} by {shown_id(done.by_record)}" + (", not confirmed" if done.suggested else "")
    return [actors or None, decider, happened]


def called(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """What each side calls answered, main or secondary."""
    if standing.characterised:
        yield sheet.heading("CALLED", confirmed_among(standing.characterised))
    width = padded([matter.standing.value for matter in standing.characterised])
    for matter in standing.characterised:
        label = Text(f"{matter.standing.value:<{width}}  ")
        of = in_quotes(matter.of.exact) if matter.of else ""
        words = in_quotes(matter.quoted.exact)
        pieces = [(of, ""), (words if words != of else "", "")]
        by = f"by {shown_actor(matter.by)}" if matter.by else "told by the story"
        yield from sheet.row(label, pieces, facts_of(matter, [by], sheet.today), matter.id)
