"""The statements of a story, as a page tells them: repeats folded, by speaker and by setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rejoinder.cli.brief.wording import clean, shown_said_on
from rejoinder.model import Act, Actor, Commitment, Passage, Statement


@dataclass(frozen=True, slots=True)
class Folded:
    """One utterance: the statement that says most about it, and how often the story reports it."""

    statement: Statement
    times: int


@dataclass(frozen=True, slots=True)
class Group:
    """What one speaker says in one setting (to whom, where, on which day, by whose report).

    ``first`` is whether it is the speaker's first group, which names post and party.
    """

    name: str
    about: str | None
    setting: tuple[str, ...]
    utterances: tuple[Folded, ...]
    first: bool


def group_utterances(utterances: Sequence[Folded], home: date | None) -> list[Group]:
    """Utterances in groups: speakers in the order in which they first speak, and settings likewise.

    ``home`` is the day of the story; its year is left out of the days of speaking.
    """
    speakers: dict[tuple[str, str | None], dict[tuple[str, ...], list[Folded]]] = {}
    for folded in utterances:
        settings = speakers.setdefault(_speaker_key(folded.statement), {})
        settings.setdefault(_setting(folded.statement, home), []).append(folded)
    groups = []
    for (name, _), settings in speakers.items():
        about = _about([folded.statement for said in settings.values() for folded in said])
        for index, (setting, said) in enumerate(settings.items()):
            groups.append(Group(name, about, setting, tuple(said), first=index == 0))
    return groups


def fold_repeats(statements: Sequence[Statement]) -> list[Folded]:
    """Statements of one utterance as one, in the place of the first of them."""
    first: dict[str, str] = {}
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        root = first.get(statement.repeats, statement.id) if statement.repeats else statement.id
        first[statement.id] = root
        told.setdefault(root, []).append(statement)
    return [Folded(max(group, key=_fullness), len(group)) for group in told.values()]


def told_above(utterances: Sequence[Folded], commitments: Sequence[Commitment]) -> set[str]:
    """The ids of those statements that are told as promises: they undertake something and say little besides."""
    uttered: dict[str, list[Passage]] = {}
    for commitment in commitments:
        words = [*commitment.mentions, *([commitment.condition] if commitment.condition else [])]
        for statement in commitment.statements:
            uttered.setdefault(statement, []).extend(words)
    found = (folded.statement for folded in utterances)
    return {statement.id for statement in found if _is_told(statement, uttered.get(statement.id, []))}


def _is_told(statement: Statement, words: Sequence[Passage]) -> bool:
    """Whether at least half of what a promise or an agreement says stands in the words of a commitment."""
    if statement.act not in (Act.PROMISE, Act.AGREE):
        return False
    start, end = statement.content.span
    shared = sum(max(0, min(end, passage.end) - max(start, passage.start)) for passage in words)
    return 2 * shared >= end - start


def _fullness(statement: Statement) -> tuple[bool, int, bool]:
    """How much a statement tells: of reports that tell as much the first is taken."""
    known = (statement.addressee, statement.venue, statement.said_on)
    return statement.speaker is not None, sum(item is not None for item in known), statement.direct


def _speaker_key(statement: Statement) -> tuple[str, str | None]:
    if statement.speaker is not None:
        return clean(statement.speaker.name), statement.speaker.party
    return (f"“{clean(statement.mention.exact)}”" if statement.mention else "Nobody named"), None


def _about(statements: Sequence[Statement]) -> str | None:
    """Post and party, as far as they are known and are not the name itself."""
    actors = [statement.speaker for statement in statements if statement.speaker is not None]
    if not actors:
        return "not clear who" if statements[0].mention else None
    known = [_first_post(actors), actors[0].party]
    return ", ".join(clean(item) for item in known if item and item != actors[0].name) or None


def _first_post(actors: Sequence[Actor]) -> str | None:
    return next((actor.post for actor in actors if actor.post), None)


def _setting(statement: Statement, home: date | None) -> tuple[str, ...]:
    """To whom, where, when and by whose report, in words; what is not known is left out."""
    parts = []
    if statement.addressee:
        parts.append(f"to {clean(statement.addressee)}")
    if statement.venue and statement.venue != statement.addressee:
        parts.append(clean(statement.venue))
    if day := shown_said_on(statement.said_on, home):
        parts.append(day)
    if statement.via:
        parts.append("as reported by " + ", citing ".join(clean(actor.name) for actor in statement.via))
    return tuple(parts)
