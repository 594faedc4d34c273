"""``rejoinder search DOCKET WORDS...``: places in the sources, with who speaks there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put, rendered, screen
from rejoinder.cli.place import Database, Named, User, open_docket, telling
from rejoinder.model import Act

if TYPE_CHECKING:
    from rich.text import Text

    from rejoinder.desk.searching import Hit

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", show_default=False)]


def search(
    context: typer.Context,
    docket: Named,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="All of them must stand there.", show_default=False)
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="A name, post or side, or a part of it.", show_default=False)
    ] = None,
    act: Annotated[Act | None, typer.Option("--act", help="What is done with the words.", show_default=False)] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Said on this day or later."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Said on this day or before."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many places at most.")] = 20,
    database: Database = None,
    user: User = None,
) -> None:
    """Find words in the sources of a docket, or what a speaker said."""
    with telling():
        from rejoinder.desk.searching import Narrowed
        from rejoinder.desk.searching import search as search_in

        if not (words or speaker or act or first or last):
            raise typer.BadParameter("Give words, or --speaker, --act, --from or --to.")
        desk, name = open_docket(context, docket, database, user)
        narrowed = Narrowed(speaker, act, first.date() if first else None, last.date() if last else None)
        hits = search_in(desk, name, " ".join(words or ()), narrowed, limit)
    if not hits:
        typer.echo("Nothing found.", err=True)
        return
    console = screen()
    put(rendered((line for hit in hits for line in _lines(hit, console.width)), console))


def _lines(hit: Hit, width: int) -> Iterator[Text]:
    """Who says it, when and in which source; then the words."""
    from rich.text import Text

    from rejoinder.cli.brief.page import flow
    from rejoinder.cli.brief.wording import clean, shown_day
    from rejoinder.cli.standing.sheet import shown_id

    said, source = hit.said, hit.source
    who = (
        clean(said.name or "somebody") + (f" ({clean(said.party)})" if said.party and said.party != said.name else "")
        if said
        else ""
    )
    facts = [f"{who} · {said.act} · {shown_day(said.on)}"] if said else []
    facts.append(clean(source.title or source.name) if source else "source not known")
    yield Text(f"{' · '.join(facts)}  ", "bold").append(f"{shown_id(hit.id)}", "dim")
    words = clean(hit.place.passage.exact) if not hit.place.broken else f"({hit.place.broken})"
    for row in flow([(words, "")], (width - 2, width - 2), 4):
        yield Text("  ").append_text(row)
