"""PROMISES: who owes what to whom, by when, and where it stands; SETTLED: what no longer is open."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, padded
from rejoinder.cli.brief.wording import clean, listed, shown_day, shown_undertaking
from rejoinder.cli.standing.phrases import facts_of, shown_backing, shown_interval, shown_sides
from rejoinder.cli.standing.sheet import Sheet, first_shown, shown_id
from rejoinder.docket import Standing
from rejoinder.docket.matters import Change, CommitmentMatter, CommitmentState, DueSaid

# The sign and the colour of each state; the word is the state itself.
STATES: dict[CommitmentState, tuple[str, str]] = {
    CommitmentState.OVERDUE: ("!", "bold red"),
    CommitmentState.DUE: ("●", "bold yellow"),
    CommitmentState.ACTIVE: ("○", "cyan"),
    CommitmentState.CONDITIONAL: ("◇", "cyan"),
    CommitmentState.DISPUTED: ("≠", "magenta"),
    CommitmentState.PART_DISCHARGED: ("◐", "yellow"),
    CommitmentState.DISCHARGED: ("✓", "green"),
    CommitmentState.DISCHARGED_LATE: ("✓", "yellow"),
    CommitmentState.LAPSED: ("–", "dim"),
    CommitmentState.CANCELLED: ("✕", "red"),
    CommitmentState.RELEASED: ("–", "dim"),
}
_MOVED = (Change.SLIPPED, Change.EXTENDED, Change.ADVANCED)


def promised(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """The open commitments: overdue and due first."""
    promises, counts = standing.promises, standing.counts
    if promises:
        still = sum(counts.get(state.value, 0) for state in CommitmentState if state.open)
        pressing = [
            f"{counts[state.value]} {state.value}"
            for state in (CommitmentState.OVERDUE, CommitmentState.DUE)
            if counts.get(state.value)
        ]
        told = [f"{still} open", *pressing, *first_shown(len(promises), still)]
        yield sheet.heading("PROMISES", ", ".join(told))
    yield from _rows(sheet, promises)


def settled(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """The commitments that were settled, the latest first."""
    if standing.settled:
        count = sum(standing.counts.get(state.value, 0) for state in CommitmentState if not state.open)
        yield sheet.heading("SETTLED", ", ".join([str(count), *first_shown(len(standing.settled), count)]))
    yield from _rows(sheet, standing.settled)


def _rows(sheet: Sheet, promises: tuple[CommitmentMatter, ...]) -> Iterator[Line]:
    width = padded([promise.state.value for promise in promises])
    for promise in promises:
        sign, style = STATES[promise.state]
        label = Text(f"{sign} {promise.state.value:<{width}}  ", style)
        who = shown_sides(promise.debtor, [promise.creditor])
        pieces = [(who, "bold"), (shown_undertaking(promise.action), "")]
        yield from sheet.row(label, pieces, facts_of(promise, promise_facts(sheet, promise), sheet.today), promise.id)


def promise_facts(sheet: Sheet, promise: CommitmentMatter) -> list[str | None]:
    """By when, how that has changed, on what it depends, what settles it, who says so."""
    return [
        _due(sheet, promise.due),
        _moved(sheet, promise),
        f"condition: {clean(promise.condition.exact)}" if promise.condition else None,
        _settled(sheet, promise),
        _speakers(promise),
        f"reports differ on {listed(promise.differs)}" if promise.differs else None,
    ]


def _due(sheet: Sheet, said: DueSaid | None) -> str:
    if said is None:
        return "no date"
    days = shown_interval(said.reckoned, sheet.today)
    return f"due {days} (“{clean(said.due.text)}”)" if days else f"due “{clean(said.due.text)}” (no day known)"


def _moved(sheet: Sheet, promise: CommitmentMatter) -> str | None:
    """The date before the one that holds, where it was another; else in which other words it was said."""
    for earlier, later in zip(reversed(promise.dues[:-1]), reversed(promise.dues[1:]), strict=True):
        if later.change in _MOVED:
            return f"{later.change.value} from {shown_interval(earlier.reckoned, sheet.today) or 'no day'}"
    held = promise.due
    also = dict.fromkeys(clean(item.due.text) for item in promise.dues if held and item.due.text != held.due.text)
    return f"also said {listed([f'“{words}”' for words in also])}" if also else None


def _settled(sheet: Sheet, promise: CommitmentMatter) -> str | None:
    done = promise.settled
    if done is None:
        return None
    day = f"on {shown_day(done.on, sheet.today)} " if done.on else ""
    return f"{day}by {shown_id(done.by_record)}, {shown_backing(done.backing)}"


def _speakers(promise: CommitmentMatter) -> str | None:
    names = dict.fromkeys(name for utterance in promise.utterances for name in utterance.speakers)
    return f"said by {listed([clean(name) for name in list(names)[:3]])}" if names else None
