"""``rejoinder read PATH...``: stories in, a brief for people or the contract's JSON out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.endpoint import Address, KeyVariable, ModelName, Seconds, chosen_endpoint, warn_of_sending
from rejoinder.cli.output import complain, put, put_json, rendered, screen
from rejoinder.model import Reading, RejoinderError

if TYPE_CHECKING:
    from rejoinder.desk.reading import Outcome, Reader
    from rejoinder.learned.endpoint import Endpoint

MANY = 5


def read(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Stories; - for the standard input.", show_default=False)
    ],
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day of publication, where it is known from elsewhere.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for one story.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, for each story in order.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Under each record of the brief, why it is there.")] = False,
    endpoint: Address = None,
    endpoint_model: ModelName = None,
    endpoint_key_env: KeyVariable = None,
    endpoint_timeout: Seconds = None,
) -> None:
    """Read wire stories: who promised and said what to whom, what was tabled, who met, and when.

    Prints a brief for people, or JSON. Plain text, HTML, Word, PDF, ninjs, NewsML-G2, e-mail and Akoma Ntoso are
    read. A story that cannot be read stops no other; the exit code is then 2. Nothing leaves this machine unless
    --endpoint names an address.
    """
    show = _form(len(paths), as_json, as_jsonl, why)
    day = published.date() if published else None
    try:
        elsewhere = chosen_endpoint(endpoint, endpoint_model, endpoint_key_env, endpoint_timeout)
        with _reader(context, elsewhere, len(paths)) as (reader, side_by_side):
            failures = _show_all(_read(reader, paths, day, side_by_side), show)
    except RejoinderError as error:
        complain(error)
        failures = 1
    if failures:
        raise typer.Exit(2)


def _form(count: int, as_json: bool, as_jsonl: bool, why: bool) -> Callable[[Outcome], None]:
    """What shows an outcome, by the flags. BadParameter for flags that do not go together."""
    if as_json and as_jsonl:
        raise typer.BadParameter("--json and --jsonl do not go together: give one of them.")
    if why and (as_json or as_jsonl):
        raise typer.BadParameter("--why is for the brief: give it without --json and --jsonl.")
    if as_json and count > 1:
        raise typer.BadParameter(f"--json is for one story, and {count} are given: use --jsonl, one object a line.")
    if as_jsonl:
        return _show_line
    return _show_object if as_json else _brief_shower(count, why)


@contextmanager
def _reader(context: typer.Context, endpoint: Endpoint | None, count: int) -> Iterator[tuple[Reader, int]]:
    """The reader of ``count`` inputs, and how many batches it reads ahead: the endpoint if one is named, with a
    warning; else the context's object where a caller has put one there. An endpoint does not read ahead: whoever stops
    the command stops the sending."""
    from rejoinder.desk.reading import SIDE_BY_SIDE, endpoint_reader, shipped_reader, shipped_tagger

    if endpoint is not None:
        warned = endpoint_reader(endpoint)
        warn_of_sending(endpoint)
        yield warned, 0
    elif context.obj or count < MANY:
        yield context.obj or shipped_reader(), SIDE_BY_SIDE
    else:
        from rejoinder.desk.processes import reader_for

        with reader_for(count, shipped_tagger()) as (reader, processes):
            yield reader, max(SIDE_BY_SIDE, processes + 1)


def _read(reader: Reader, paths: Sequence[str], published: date | None, side_by_side: int) -> Iterator[Outcome]:
    """The outcomes of ``paths``, with progress."""
    from rejoinder.desk.reading import read_inputs, today_here

    with _progress(len(paths)) as advance:
        for outcome in read_inputs(paths, published, reader, today_here(), side_by_side):
            yield outcome
            advance()


def _show_all(outcomes: Iterable[Outcome], show: Callable[[Outcome], None]) -> int:
    """Show each outcome as it comes; how many of them failed."""
    failures = 0
    for outcome in outcomes:
        show(outcome)
        failures += isinstance(outcome.result, RejoinderError)
    return failures


def _show_line(outcome: Outcome) -> None:
    from rejoinder.formats.contract import reading_to_json

    if isinstance(outcome.result, Reading):
        put_json(reading_to_json(outcome.result))
    else:
        error = {"code": outcome.result.code, "message": str(outcome.result)}
        put_json({"path": outcome.path, "error": error})


def _show_object(outcome: Outcome) -> None:
    from rejoinder.formats.contract import reading_to_json

    if isinstance(outcome.result, Reading):
        put_json(reading_to_json(outcome.result), indent=2)
    else:
        complain(outcome.result)


def _brief_shower(count: int, why: bool) -> Callable[[Outcome], None]:
    """What shows outcomes as briefs, with an empty line between them and the path over each if there are several."""
    shown = 0

    def show(outcome: Outcome) -> None:
        nonlocal shown
        if isinstance(outcome.result, RejoinderError):
            complain(outcome.result)
            return
        put(("\n\n" if shown else "") + _brief(outcome.result, outcome.path if count > 1 else None, why))
        shown += 1

    return show


def _brief(reading: Reading, path: str | None, why: bool) -> str:
    """The brief as it goes to the standard output: as wide as a terminal and coloured on one, else plain."""
    from rejoinder.cli.brief import render_brief

    console = screen()
    return rendered(render_brief(reading, console.width, path, why=why), console)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on the standard error for many stories, if that is a terminal and the stories go elsewhere."""
    if total < MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("Reading", total=total)
        yield lambda: progress.advance(task)
