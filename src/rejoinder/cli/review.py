"""``rejoinder review DOCKET``: findings one by one, with their words in context, to be judged with single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.keys import END, Keys, keys_here
from rejoinder.cli.output import complain, put, rendered, screen
from rejoinder.cli.place import Database, Named, User, open_docket, telling
from rejoinder.model import Decision, RejoinderError

if TYPE_CHECKING:
    from rejoinder.desk.reviewing import Finding, Review

KEYS = "y confirm · e amend · n reject · m merge · u unsure · z undo · s skip · q quit · ? help"
HELP = """
  y  confirm: it is so, and you stand behind it
  e  amend: it is nearly so; type what is to be otherwise
  n  reject: it is not so
  m  merge: it is the same matter as another
  u  unsure: you cannot tell
  z  undo: take back what you did last
  s  skip: leave it for another time
  q  quit; all that you decided is kept
"""


def review(
    context: typer.Context,
    docket: Named,
    statements: Annotated[
        bool, typer.Option("--statements", help="Go through single statements too, after promises, texts and meetings.")
    ] = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Go through what was found and nobody has judged: confirm, amend, reject, merge.

    Every decision is kept at once, under your name. Where no terminal is, a letter a line is read.
    """
    with telling():
        from rejoinder.desk.reviewing import Review

        desk, name = open_docket(context, docket, database, user)
        put(f"Judging as {desk.user}.  {KEYS}\n")
        _go_through(Review(desk, name, statements=statements), keys_here())


def _go_through(sitting: Review, keys: Keys) -> None:
    """Ask for a judgement of each finding until none is left or the person leaves."""
    done = 0
    finding = sitting.next_finding()
    _show(finding)
    while finding is not None:
        key = keys.key()
        if key in ("q", END):
            break
        try:
            done += _DEEDS.get(key, _help)(sitting, finding, keys)
        except RejoinderError as error:
            complain(error)
            continue
        if key in _DEEDS and key != "?":
            finding = sitting.next_finding()
            _show(finding)
    left = finding.left if finding else 0
    put(f"{done} decided, {left} left.\n")


def _show(finding: Finding | None) -> None:
    if finding is None:
        put("Nothing is left to be judged.\n")
        return
    from rejoinder.cli.standing.single import render_finding

    console = screen()
    put("\n" + rendered(render_finding(finding, console.width), console))
    put(f"{finding.left} left. y e n m u z s q ? ")
    put("\n")


def _decide(decision: Decision) -> Callable[[Review, Finding, Keys], int]:
    def deed(sitting: Review, finding: Finding, keys: Keys) -> int:
        from rejoinder.desk.judging import Verdict

        del keys
        sitting.decide(finding.subject, Verdict(decision))
        return 1

    return deed


def _reject(sitting: Review, finding: Finding, keys: Keys) -> int:
    from rejoinder.desk.judging import Verdict

    reason = keys.line("Why not (Enter for no reason): ")
    sitting.decide(finding.subject, Verdict(Decision.REJECT, reason or None))
    return 1


def _amend(sitting: Review, finding: Finding, keys: Keys) -> int:
    """Ask for a field and its value until none is named."""
    from rejoinder.cli.standing.single import shown_value
    from rejoinder.desk.amending import FIELDS, amend
    from rejoinder.desk.judging import Verdict

    record = finding.record
    fields = FIELDS[type(record)]
    for number, known in enumerate(fields, start=1):
        put(f"  {number} {known.name.replace('_', ' ')}: {shown_value(getattr(record, known.name))}\n")
    while chosen := keys.line("Number of what is to be amended (Enter when done): "):
        field = fields[int(chosen) - 1] if chosen.isdecimal() and 0 < int(chosen) <= len(fields) else None
        name = field.name if field else chosen
        try:
            record = amend(record, name, keys.line(f"  {field.typed}: " if field else "  value: "))
        except RejoinderError as error:
            complain(error)
    if record == finding.record:
        put("Nothing is amended.\n")
        return 0
    sitting.decide(finding.subject, Verdict(Decision.AMEND, amended=record))
    return 1


def _merge(sitting: Review, finding: Finding, keys: Keys) -> int:
    from rejoinder.cli.standing.sheet import shown_id
    from rejoinder.cli.standing.single import what_it_is
    from rejoinder.desk.judging import Verdict

    alike = sitting.alike(finding)[:9]
    for number, matter in enumerate(alike, start=1):
        put(f"  {number} {what_it_is(matter)}  {shown_id(matter.id)}\n")
    chosen = keys.line("The same as (number or id, Enter for none): ")
    if not chosen:
        return 0
    is_number = chosen.isdecimal() and 0 < int(chosen) <= len(alike)
    other = alike[int(chosen) - 1].id if is_number else sitting.find(chosen)
    sitting.decide(finding.subject, Verdict(Decision.MERGE, others=(other,)))
    return 1


def _undo(sitting: Review, finding: Finding, keys: Keys) -> int:
    del finding, keys
    put(f"Taken back: {sitting.undo()}\n")
    return 0


def _skip(sitting: Review, finding: Finding, keys: Keys) -> int:
    del keys
    sitting.skip(finding.subject)
    return 0


def _help(sitting: Review, finding: Finding, keys: Keys) -> int:
    del sitting, finding, keys
    put(HELP)
    return 0


_DEEDS: dict[str, Callable[[Review, Finding, Keys], int]] = {
    "y": _decide(Decision.CONFIRM),
    "e": _amend,
    "n": _reject,
    "m": _merge,
    "u": _decide(Decision.UNSURE),
    "z": _undo,
    "s": _skip,
    "?": _help,
}
