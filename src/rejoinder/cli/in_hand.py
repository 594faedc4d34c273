"""The options of ``rejoinder add`` for a text in hand -> what a person says of it; the lines of what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import open_docket, telling
from rejoinder.model import Actor, TextKind

if TYPE_CHECKING:
    from rejoinder.desk.answering import Matched
    from rejoinder.desk.tabling import SaidOfText, Tabled

IN_HAND = "A text in hand"
Draft = Annotated[bool, typer.Option("--draft", help="The file is a draft that was tabled.", rich_help_panel=IN_HAND)]
ReplyTo = Annotated[
    list[str] | None,
    typer.Option(
        "--reply-to",
        metavar="ID",
        help="The file is a reply to this text: the id of the text or of its source, or its file.",
        show_default=False,
        rich_help_panel=IN_HAND,
    ),
]
VersionOf = Annotated[
    str | None,
    typer.Option(
        "--version-of",
        metavar="ID",
        help="The file is a later version of this text; its items stay the same items.",
        show_default=False,
        rich_help_panel=IN_HAND,
    ),
]
Kind = Annotated[
    TextKind | None,
    typer.Option("--kind", help="What kind of text the file is.", show_default=False, rich_help_panel=IN_HAND),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="SIDE", help="Whose text it is.", show_default=False, rich_help_panel=IN_HAND),
]
To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="SIDE", help="To whom it goes.", show_default=False, rich_help_panel=IN_HAND),
]
TabledOn = Annotated[
    datetime | None,
    typer.Option(
        "--tabled",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day on which it was handed over.",
        show_default=False,
        rich_help_panel=IN_HAND,
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", help="What it is called.", show_default=False, rich_help_panel=IN_HAND),
]


@dataclass(frozen=True, slots=True)
class SaidHere:
    """The options as they are given."""

    draft: bool
    reply_to: list[str] | None
    version_of: str | None
    kind: TextKind | None
    by: str | None
    to: list[str] | None
    tabled: datetime | None
    title: str | None

    @property
    def text_kind(self) -> TextKind | None:
        """What kind of text the file is; None where it is a story."""
        if self.kind is not None:
            return self.kind
        if self.reply_to:
            return TextKind.COUNTER if self.draft else TextKind.REPLY
        return TextKind.DRAFT if self.draft or self.version_of else None


def said_of_text(here: SaidHere) -> SaidOfText | None:
    """What a person says of a text in hand; None where nothing is said of one, so that the inputs are stories."""
    kind = here.text_kind
    about = (here.by, here.to, here.tabled, here.title)
    if kind is None and not any(about):
        return None
    if kind is None:
        raise typer.BadParameter("--by, --to, --tabled and --title are said of a text: add --draft or --reply-to.")
    if not (here.by and here.by.strip()):
        raise typer.BadParameter("Say whose text it is: --by SIDE")
    from rejoinder.desk.tabling import SaidOfText

    return SaidOfText(
        kind,
        Actor(here.by.strip(), None, here.by.strip()),
        tuple(Actor(name.strip(), None, name.strip()) for name in here.to or ()),
        here.title,
        here.tabled.date() if here.tabled else None,
        tuple(text_named(text) for text in here.reply_to or ()),
        text_named(here.version_of) if here.version_of else None,
    )


def text_named(text: str) -> str:
    """A text by its id; one that is named by its file by the digest of that."""
    try:
        path = Path(text)
        return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" if path.is_file() else text
    except (OSError, ValueError):
        return text


def add_text(
    context: typer.Context,
    place: tuple[str, str | None, str | None],
    paths: list[str],
    said: SaidOfText,
    published: date | None,
) -> None:
    """Enter one text in hand and tell what became of it."""
    with telling():
        from rejoinder.desk.gathering import gather
        from rejoinder.desk.tabling import table_text

        desk, name = open_docket(context, *place)
        gathered = list(gather(paths))
        if len(gathered) != 1:
            raise typer.BadParameter("What is said of a text is said of one file: give one PATH.")
        tell_tabled(table_text(desk, name, gathered[0], said, published))


def tell_tabled(tabled: Tabled) -> None:
    """The lines of a text in hand: what it is, and where its items stand by each reply."""
    from rejoinder.cli.brief.wording import clean

    done = "added " if tabled.entries else "held  "
    items = f", {counted(tabled.parts, 'item')}" if tabled.parts else ""
    items += f", {counted(tabled.promises, 'promise')}" if tabled.promises else ""
    put(f"{done} {clean(tabled.name)}: {tabled.kind.value}{items}  [{tabled.text.partition(':')[2]}]\n")
    for problem in tabled.problems:
        put(f"       {clean(problem.message)}\n")
    for matched in tabled.matched:
        _tell_matched(matched)


def _tell_matched(matched: Matched) -> None:
    from rejoinder.cli.brief.wording import clean
    from rejoinder.docket.dispositions import DISPOSITIONS

    told = [f"{matched.counts[each]} {words}" for each, (_, words) in DISPOSITIONS.items() if matched.counts[each]]
    kept = f"; {counted(matched.judged, 'row')} as judged" if matched.judged else ""
    put(f"       matched, not confirmed: {', '.join(told)}{kept}\n")
    for problem in matched.problems:
        put(f"       {clean(problem.message)}\n")


def counted(count: int, word: str) -> str:
    """``3 meetings``, ``1 contingency``."""
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{count} {word if count == 1 else plural}"
