"""``rejoinder publish DOCKET -o FOLDER``: a static site of what is public in a docket."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, Named, User, open_docket, telling

if TYPE_CHECKING:
    from rejoinder.desk.publishing import Public

LISTED = 100
LENGTH = 80


def publish(
    context: typer.Context,
    docket: Named,
    folder: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FOLDER", help="A new or empty folder, or a site.", show_default=False),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Write it; without this only what it would hold is told.")] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also",
            metavar="SOURCE",
            help="A source that is published, though it does not say so.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[str, typer.Option("--language", help="en, fr or ru.")] = "en",
    database: Database = None,
    user: User = None,
) -> None:
    """Write a site of what a docket holds that is public: confirmed by a person, from published sources, and under no
    embargo. What it will hold and what it leaves out is told first; it is written only with --yes."""
    if language not in ("en", "fr", "ru"):
        raise typer.BadParameter("The site can be in en, fr or ru.")
    with telling():
        from rejoinder.desk.publishing import choose_public
        from rejoinder.web.publishing import prepare, write_site

        prepare()
        desk, name = open_docket(context, docket, database, user)
        public = choose_public(desk, name, frozenset(also or ()))
        put("".join(f"{line}\n" for line in preview(public)))
        if not yes:
            put(f"\nNothing was written. To write this to {folder}, give --yes.\n")
            return
        pages = write_site(public, Path(folder), language)
    put(f"\n{pages} pages in {folder}: open {Path(folder) / 'index.html'}\n")


def preview(public: Public) -> list[str]:
    """What the site will hold, and what it leaves out and why."""
    lines = [f"PUBLIC  {len(public.matters)} matters of “{public.title}”, from {len(public.sources)} sources"]
    lines += [f"  {matter.kind.value:16} {_short(matter.words)}" for matter in public.matters[:LISTED]]
    lines += _further(len(public.matters))
    if public.partly:
        lines.append(f"  {public.partly} of these are told of by further records that are left out")
    lines += ["", f"LEFT OUT  {len(public.left_out)} matters"]
    reasons = Counter(item.why for item in public.left_out)
    lines += [f"  {count:4}  {why}" for why, count in reasons.most_common()]
    told = [item for item in public.left_out if reasons[item.why] < len(public.left_out)] or list(public.left_out)
    lines += [f"  {item.matter.kind.value:16} {_short(item.matter.words)}: {item.why}" for item in told[:LISTED]]
    return lines + _further(len(told))


def _further(count: int) -> list[str]:
    return [f"  … and {count - LISTED} more"] if count > LISTED else []


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LENGTH else f"{line[:LENGTH]}…"
