"""CHANGED: what is new, was moved, settled or judged since the moment that was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import shown_day
from rejoinder.cli.standing.phrases import in_quotes
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket import Standing

MOST = 20
"""How many changes are shown: the latest."""


def changed(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """The changes, as they are told."""
    if standing.changed:
        yield sheet.heading("CHANGED", str(len(standing.changed)))
    shown = standing.changed[-MOST:]
    width = padded([item.what for item in shown])
    if len(shown) < len(standing.changed):
        yield Line(Text(f"  … {len(standing.changed) - len(shown)} earlier ones: --json has them all", "dim"))
    for item in shown:
        kind = item.matter.partition(":")[0]
        facts = [f"known {shown_day(item.known_at.date(), sheet.today)}"]
        label = Text(f"{item.what:<{width}}  ", "cyan")
        yield from sheet.row(label, [(kind, "bold"), (in_quotes(item.words), "")], facts, item.matter)
