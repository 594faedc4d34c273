"""What a row of a docket's table says, in short words: whose text, who replied, who says what, on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

from rejoinder.docket.claims import Claim, ClaimKind
from rejoinder.docket.dispositions import DISPOSITIONS
from rejoinder.docket.matters import AnswerMatter, Backing, Footing, TextMatter
from rejoinder.docket.sameness import last_day
from rejoinder.docket.table import TableRow
from rejoinder.formats.exports.matching.naming import KINDS, one_line
from rejoinder.formats.exports.matching.view import TableView
from rejoinder.model import Actor, Disposition, ReplyKind

_ACTS = {
    "agree": "accepts",
    "reject": "rejects",
    "propose": "proposes",
    "promise": "promises",
    "support": "supports",
}
AS_TOLD = "as told"
NOBODY = "somebody who is not named"


def name_row(row: TableRow) -> str:
    """What people call the item: by its place in the text in hand, else that it is only told of."""
    name = row.wordings[0].name
    return name or AS_TOLD


def name_text(text: TextMatter) -> str:
    """A text in a line: its kind, between whom, from which day; its title is told apart."""
    sides = " → ".join(part for part in (_side(text.by), ", ".join(_side(actor) for actor in text.to)) if part)
    day = shown_day(last_day(text.handed_over))
    return ", ".join(part for part in (text.text_kind.value, sides, day) if part)


def name_reply(answer: AnswerMatter) -> str:
    """``United States, reply of 26 Jan 2022``."""
    kind = "reply" if answer.reply_kind is ReplyKind.FULL else KINDS[answer.reply_kind]
    day = shown_day(last_day(answer.on))
    return ", ".join(part for part in (_side(answer.by) or NOBODY, f"{kind} of {day}" if day else kind) if part)


def tell_answer(answer: AnswerMatter) -> str:
    """``declined: United States, reply of 26 Jan 2022 (found, not confirmed)``."""
    _, words = DISPOSITIONS[answer.disposition]
    return f"{words}: {name_reply(answer)} ({told_backing(answer.backing)})"


def tell_silence(answer: AnswerMatter) -> str:
    """What is told of a reply that does not address an item."""
    return f"{name_reply(answer)}: {one_line(answer.reason)} ({told_backing(answer.backing)})"


def tell_claim(claim: Claim) -> str:
    """Who says what of an item: ``Russia, 27 Jan 2022, calls it not answered (found, not confirmed)``."""
    who = " ".join(part for part in (_person(claim.by) or "the source", f"on {shown_day(claim.on)}") if part)
    return f"{who} {_deed(claim)} ({told_backing(claim.backing)})"


def _deed(claim: Claim) -> str:
    if claim.kind is ClaimKind.CALLED:
        return f"calls it {claim.what}"
    if claim.kind is ClaimKind.SAID:
        return _ACTS[claim.what]
    agrees = {True: ", its author agrees", False: ", its author does not agree", None: ""}[claim.agrees]
    return f"moves it to {claim.what or 'another forum'}{agrees}"


def told_backing(backing: Backing) -> str:
    """ "found, not confirmed", "confirmed by Ilse Varga"."""
    if backing.footing is Footing.FOUND:
        return "found, not confirmed"
    return f"{backing.footing.value}{' by' if backing.confirmed else ', says'} {backing.by}"


def shown_day(day: date | None) -> str:
    """A day for people: ``26 Jan 2022``."""
    return f"{day.day} {day:%b %Y}" if day is not None else ""


def name_source(view: TableView, source: str) -> str:
    """A source as cells cite it: its publisher and title, or the name of its file."""
    kept = view.sources.get(source)
    if kept is None:
        return "entered by hand"
    title = kept.title or PurePath(kept.name).name
    return one_line(f"{kept.publisher}: {title}" if kept.publisher else PurePath(kept.name).name)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """``4 not addressed, 3 declined``."""
    return ", ".join(f"{count} {words}" for words, count in counts if count)


def addressed(row: TableRow) -> tuple[AnswerMatter, ...]:
    """The replies that say something of the item."""
    return tuple(answer for answer in row.answers if answer.disposition is not Disposition.NOT_ADDRESSED)


def _side(actor: Actor | None) -> str:
    return (actor.party or actor.name) if actor is not None else ""


def _person(actor: Actor | None) -> str:
    if actor is None:
        return ""
    return f"{actor.name} ({actor.party})" if actor.party and actor.party != actor.name else actor.name
