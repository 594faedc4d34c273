"""PUBLIC: what came to be known, leaks among it; CONSENT: about whose publication the sides are not done."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import clean, shown_actor, shown_day
from rejoinder.cli.standing.phrases import confirmed_among, facts_of, in_quotes, shown_interval, shown_sides
from rejoinder.cli.standing.sheet import Sheet, shown_id
from rejoinder.docket import Standing
from rejoinder.docket.matters import ReleaseMatter, TextMatter
from rejoinder.model import Publication

# The sign and the colour of each way of becoming public; the word is the way itself.
WAYS: dict[Publication | None, tuple[str, str]] = {
    Publication.LEAKED: ("!", "bold red"),
    Publication.PUBLIC: ("●", "green"),
    Publication.GIST_PUBLIC: ("◐", "green"),
    Publication.UNILATERAL: ("▲", "yellow"),
    None: ("○", "cyan"),
}


def public(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """What came to be public, the latest first."""
    if standing.public:
        yield sheet.heading("PUBLIC", confirmed_among(standing.public))
    width = padded([_way(matter) for matter in standing.public])
    for matter in standing.public:
        sign, style = WAYS[matter.publication]
        facts = text_facts(sheet, matter) if isinstance(matter, TextMatter) else [_public_since(sheet, matter)]
        label = Text(f"{sign} {_way(matter):<{width}}  ", style)
        yield from sheet.row(label, [(name_of(matter), "bold")], facts_of(matter, facts, sheet.today), matter.id)


def text_facts(sheet: Sheet, matter: TextMatter) -> list[str | None]:
    """Between whom, when it was handed over, since when it is public, what answers it."""
    handed = shown_interval(matter.handed_over, sheet.today)
    answered = ", ".join(shown_id(item) for item in matter.answered_by)
    return [
        shown_sides(matter.by, matter.to) or None,
        f"handed over {handed}" if handed else None,
        _public_since(sheet, matter),
        f"answered by {answered}" if answered else None,
    ]


def _public_since(sheet: Sheet, matter: TextMatter | ReleaseMatter) -> str | None:
    return f"since {shown_day(matter.public_on, sheet.today)}" if matter.public_on else None


def releases(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """Texts that somebody wants public, with the consent that they need."""
    if standing.releases:
        yield sheet.heading("CONSENT", confirmed_among(standing.releases))
    for matter in standing.releases:
        facts = facts_of(matter, release_facts(matter), sheet.today)
        yield from sheet.row(Text("○ ", "cyan"), [(name_of(matter), "bold")], facts, matter.id)


def release_facts(matter: ReleaseMatter) -> list[str | None]:
    """Who wants it public, and where whose consent stands."""
    wanted = f"wanted by {shown_actor(matter.wanted_by)}" if matter.wanted_by else None
    whose = f" of {shown_actor(matter.consent_of)}" if matter.consent_of else ""
    return [wanted, f"consent{whose}: {matter.state.value.replace('_', ' ')}"]


def name_of(matter: TextMatter | ReleaseMatter) -> str:
    """What a text is called, in the words of a source."""
    if isinstance(matter, ReleaseMatter):
        return in_quotes(matter.of.exact if matter.of else matter.words)
    title = in_quotes(matter.titles[0]) if matter.titles else ""
    return f"{matter.text_kind.value} {title}".strip()


def _way(matter: TextMatter | ReleaseMatter) -> str:
    return clean(matter.publication.value) if matter.publication else "public"
