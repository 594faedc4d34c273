"""Where it stands: promises due and overdue first, items, meetings, what is quiet, newly public, and what changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.narrowing import Asked, choices_as_of
from rejoinder.desk.snapshots import end_of, narrowed_as_of, standing_as_of, views_as_of
from rejoinder.desk.stories import next_to_review
from rejoinder.docket import Since, Standing
from rejoinder.docket.matters import (
    AnswerMatter,
    CommitmentMatter,
    CommitmentState,
    ItemMatter,
    MeetingMatter,
    TextMatter,
)
from rejoinder.web.page import Page, open_page, show_page

Looks = dict[str, list[str | None]]
"""By docket and person: when the visit before ended, and when it was looked at last."""
FILTERS = ("party", "forum", "words", "state")
LOOKED = "looked"
MOST_LOOKS = 20
A_YEAR = 365 * 24 * 60 * 60
A_VISIT = timedelta(hours=1)
A_WEEK = timedelta(days=7)
SETTLED = 12
CHANGES = 40
ALL = 400
LISTED = 100
MOST = 40
"""So many lines of each part are shown; where all are asked for, so many as a page holds (``ALL``)."""
_KEPT = (CommitmentState.DISCHARGED, CommitmentState.DISCHARGED_LATE)


@dataclass(frozen=True, slots=True)
class Strip:
    """The four facts on top: of each the first, and how many there are."""

    overdue: CommitmentMatter | None
    overdue_count: int
    due: CommitmentMatter | None
    due_count: int
    kept: CommitmentMatter | None
    kept_count: int
    meeting: MeetingMatter | None
    meeting_count: int


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The page."""
    page = open_page(request, docket)
    snapshot = page.snapshot()
    asked = _asked(request, page)
    looks = _looks(request)
    since = _week_before(page) if page.past else _last_look(looks, _key_of(page), page.desk.clock())
    every = bool(request.GET.get("all"))
    most, listed = (None, ALL) if every else (MOST, LISTED)
    narrowed = asked.confirmed or asked.at_all
    # Of a past day nothing is kept from before: no more is worked out than is shown.
    whole = standing_as_of(page.desk, docket, page.at, since, MOST if page.past else LISTED)
    standing = standing_as_of(page.desk, docket, page.at, most=listed) if every else whole
    if narrowed:
        standing = replace(narrowed_as_of(page.desk, docket, asked, page.at, listed), changed=whole.changed)
    promises = len(standing.promises) if narrowed else _open_promises(whole)
    items = len(standing.items) if narrowed else whole.counts["open items"]
    context: dict[str, Any] = {
        "standing": standing,
        "most": most,
        "promises": standing.promises[:most],
        "open_promises": promises,
        "open_items": items,
        "most_promises": min(promises, ALL),
        "most_items": min(items, ALL),
        "strip": strip_of(page, standing, asked),
        "settled": standing.settled[:SETTLED],
        "texts": items_by_text(page, standing.items[:most]),
        "answers": answers_to(page, standing.items[:most]),
        "asked": asked,
        "narrowed": {name: getattr(asked, name) for name in FILTERS},
        "cut": narrowed and listed in (len(standing.promises), len(standing.items)),
        "choices": choices_as_of(page.desk, docket, page.at, MOST if page.past else LISTED),
        "since": since,
        "changed": whole.changed[-CHANGES:][::-1],
        "to_review": None if page.past else next_to_review(page.desk, docket),
        "empty": not snapshot.sources,
        "silent": {quiet.item.id: quiet for quiet in standing.quiet},
    }
    response = show_page(request, page, "where_it_stands", "where-it-stands", **context)
    if not page.past:
        _keep_looks(response, looks)
    return response


def _in_state(
    page: Page, standing: Standing, asked: Asked, state: CommitmentState
) -> tuple[CommitmentMatter | None, int]:
    """The first promise in a state, and how many are listed in it. It may stand behind all that are listed."""
    listed = standing.promises if state.open else standing.settled
    found = [one for one in listed if one.state is state]
    if found or not standing.counts.get(state.value) or asked.state or len(listed) < MOST:
        return (found[0], len(found)) if found else (None, 0)
    behind = narrowed_as_of(page.desk, page.docket, replace(asked, state=state.value), page.at, 1)
    first = next(iter((*behind.promises, *behind.settled)), None)
    return first, int(first is not None)


def _asked(request: HttpRequest, page: Page) -> Asked:
    return Asked(**{name: request.GET.get(name, "").strip() for name in FILTERS}, confirmed=page.confirmed)


def _open_promises(standing: Standing) -> int:
    """All of them, also those that are not listed."""
    return sum(standing.counts.get(state.value, 0) for state in CommitmentState if state.open)


def strip_of(page: Page, standing: Standing, asked: Asked) -> Strip:
    """The four facts."""
    overdue = _in_state(page, standing, asked, CommitmentState.OVERDUE)
    due = _in_state(page, standing, asked, CommitmentState.DUE)
    active = _in_state(page, standing, asked, CommitmentState.ACTIVE)
    coming = due if due[0] is not None else active if active[0] is not None and active[0].due is not None else (None, 0)
    # What only the machine suggests to be kept is no fact yet; it stands in the list, marked as found.
    kept = [_in_state(page, standing, asked, state) for state in _KEPT]
    latest = max((one for one, _ in kept if one is not None), key=lambda one: one.since or date.min, default=None)
    return Strip(
        *overdue,
        *coming,
        latest,
        sum(count for _, count in kept),
        standing.meetings[0] if standing.meetings else None,
        len(standing.meetings),
    )


def items_by_text(page: Page, items: tuple[ItemMatter, ...]) -> list[tuple[TextMatter | None, list[ItemMatter]]]:
    """The items, each text's together."""
    views = views_as_of(page.desk, page.docket, page.at)
    groups: list[tuple[TextMatter | None, list[ItemMatter]]] = []
    for name, own in groupby(items, key=lambda item: item.text):
        text = views.find(name)
        groups.append((text if isinstance(text, TextMatter) else None, list(own)))
    return groups


def answers_to(page: Page, items: tuple[ItemMatter, ...]) -> dict[str, AnswerMatter]:
    """What replies in hand do with the items, by the ids of the answers."""
    views = views_as_of(page.desk, page.docket, page.at)
    found = (views.answers.view(name) for item in items for name in item.answers)
    return {answer.id: answer for answer in found if answer.backing.confirmed or not page.confirmed}


def _week_before(page: Page) -> Since:
    return Since(known=end_of(page.day - A_WEEK))


def _key_of(page: Page) -> str:
    """What the looks of a person at a docket are kept under."""
    return sha256(f"{page.docket}\n{page.desk.user}".encode()).hexdigest()[:12]


def _looks(request: HttpRequest) -> Looks:
    """When which docket was looked at with this browser, by whoever asks."""
    try:
        kept: object = json.loads(request.get_signed_cookie(LOOKED, "{}") or "{}")
    except (BadSignature, ValueError):
        kept = {}
    return dict(kept) if isinstance(kept, dict) else {}


def _last_look(looks: Looks, key: str, now: datetime) -> Since | None:
    """Since when changes are told: from the end of the last visit with this browser. Looks that follow one another
    within an hour are one visit, so that changes stay to be read."""
    since, last = looks.pop(key, None) or (None, None)
    if last is not None and now - datetime.fromisoformat(last) > A_VISIT:
        since = last
    looks[key] = [since, now.isoformat()]
    return Since(recorded=datetime.fromisoformat(since)) if since else None


def _keep_looks(response: HttpResponse, looks: Looks) -> None:
    """Keep the latest looks in a cookie of the browser, as many as it holds for sure."""
    latest = dict(list(looks.items())[-MOST_LOOKS:])
    response.set_signed_cookie(
        LOOKED,
        json.dumps(latest, separators=(",", ":")),
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
