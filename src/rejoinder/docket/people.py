"""Who speaks in a docket: its statements in, the persons and bodies of each side and the posts they are told to hold
out, from the first mention to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rejoinder.docket.kept import StatementKept
from rejoinder.docket.matters import Footing, PostHeld
from rejoinder.docket.views import Views


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body of a side: the posts it is told to hold, how many statements are its own, from when to when,
    and the ``latest`` of them with its ``source``."""

    party: str | None
    name: str
    posts: tuple[PostHeld, ...]
    statements: int
    first: date
    last: date
    latest: str
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post of a side with those who are told to have held it, by the day of first mention."""

    party: str | None
    post: str
    holders: tuple[PostHeld, ...]

    @property
    def changes(self) -> tuple[tuple[PostHeld, PostHeld], ...]:
        """The one before and the one after, for each change of holder: where the one is not named with the post any
        more when the other is. Two who are named in turn hold it side by side, and no change is told."""
        pairs = zip(self.holders, self.holders[1:], strict=False)
        return tuple((before, after) for before, after in pairs if before.last < after.first)


Told = tuple[str, StatementKept]


def speakers_of(views: Views, *, confirmed: bool = False) -> tuple[Speaker, ...]:
    """Who speaks, by side, the most heard first; those of no side last."""
    said: dict[tuple[str | None, str], list[Told]] = {}
    for subject, kept in _statements(views, confirmed=confirmed):
        said.setdefault((kept.party, kept.name or ""), []).append((subject, kept))
    found = [_speaker(party, name, told) for (party, name), told in said.items()]
    return tuple(sorted(found, key=lambda one: (one.party is None, one.party or "", -one.statements, one.name)))


def offices_of(speakers: Iterable[Speaker]) -> tuple[Office, ...]:
    """The posts of all sides with their holders, by side and post. A post is the same however its letters are
    written; its first spelling is shown."""
    held: dict[tuple[str, str], list[PostHeld]] = {}
    for speaker in speakers:
        for post in speaker.posts:
            held.setdefault((post.party or "", post.post.casefold()), []).append(post)
    ordered = (sorted(posts, key=lambda post: (post.first, post.last, post.name)) for _, posts in sorted(held.items()))
    return tuple(Office(posts[0].party, posts[0].post, tuple(posts)) for posts in ordered)


def _statements(views: Views, *, confirmed: bool) -> Iterator[Told]:
    live = views.live
    superseded, backings = live.superseded, live.verdicts.backings
    for subject, kept in live.statements.items():
        if kept.name and kept.source not in superseded:
            judged = backings.get(subject)
            if judged is None:
                counts = not confirmed or kept.by is not None
            else:
                counts = judged.confirmed or (not confirmed and judged.footing is not Footing.REJECTED)
            if counts:
                yield subject, kept


def _speaker(party: str | None, name: str, told: list[Told]) -> Speaker:
    days: dict[str, list[tuple[date, str]]] = {}
    for _, kept in told:
        if kept.post and name != party:
            days.setdefault(kept.post.casefold(), []).append((kept.on, kept.post))
    posts = (PostHeld(party, min(named)[1], name, min(named)[0], max(named)[0]) for named in days.values())
    latest, last = max(told, key=lambda one: (one[1].on, one[1].seq, one[0]))
    ordered = tuple(sorted(posts, key=lambda post: (post.first, post.post)))
    first = min(kept.on for _, kept in told)
    return Speaker(party, name, ordered, len(told), first, last.on, latest, last.source)
