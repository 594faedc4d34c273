"""One record or matter under its stable address: what it is, its words in context, its history, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from rejoinder.desk.candidates import settling_matters
from rejoinder.desk.contexts import InContext
from rejoinder.desk.mentioning import mentions_of
from rejoinder.desk.showing import Shown
from rejoinder.desk.showing import show as show_record
from rejoinder.desk.snapshots import views_as_of
from rejoinder.desk.wordings import Stretch, compare_wordings
from rejoinder.docket import Views
from rejoinder.docket.matters import CommitmentMatter, ItemMatter, Matter, TextMatter, Worded
from rejoinder.docket.reports import backing_of
from rejoinder.model import Relation, Statement
from rejoinder.web.citing import cite
from rejoinder.web.facts import shown_actor
from rejoinder.web.page import Page, open_page, show_page

TIES = (
    Relation.DISCHARGES,
    Relation.PARTLY_DISCHARGES,
    Relation.EXTENDS,
    Relation.CANCELS,
    Relation.RELEASES,
    Relation.DETACHES,
)


@require_safe
def show(request: HttpRequest, docket: str, record: str) -> HttpResponse:
    """The page of whatever stands under an id."""
    page = open_page(request, docket)
    shown = show_record(page.desk, docket, record, page.at)
    if shown.id.startswith("sha256:"):
        return HttpResponseRedirect(page.address("story", shown.id))
    url = request.build_absolute_uri(page.address("record", shown.id))
    snapshot = page.snapshot()
    undone = {item.undoes for item in snapshot.judgements.values() if item.undoes is not None}
    matter = shown.matter
    context: dict[str, Any] = {
        "shown": shown,
        "matter": matter,
        "backings": {report.subject: report for report in matter.reports} if matter else {},
        "citation": _citation(page, shown, url),
        "undoable": {*snapshot.judgements, *snapshot.links} - undone,
        **_own(page, matter),
    }
    return show_page(request, page, "record", "record", **context)


def _own(page: Page, matter: Matter | None) -> dict[str, Any]:
    """What the page of one kind of matter shows beside what all show."""
    if isinstance(matter, CommitmentMatter):
        return {"ties": TIES, "candidates": () if page.past else settling_matters(page.desk, page.docket)}
    if isinstance(matter, ItemMatter):
        views = views_as_of(page.desk, page.docket, page.at)
        return {
            "text": views.find(matter.text),
            "versions": versions_of(views.texts.wordings(matter.id)),
            "answers": [views.answers.view(name) for name in matter.answers if _is_shown(views, name, page)],
            "claims": (views.confirmed_claims if page.confirmed else views.claims).last(matter.id, MOST_CLAIMS)[0],
            "mentions": mentions_of(page.desk, page.docket, matter.id, page.at),
        }
    if isinstance(matter, TextMatter):
        views = views_as_of(page.desk, page.docket, page.at)
        related = (*matter.answers, *matter.answered_by, matter.supersedes, matter.superseded_by)
        return {
            "items": [views.find(item) for item in matter.items],
            "named": {name: views.find(name) for name in related if name},
        }
    return {}


MOST_CLAIMS = 20
"""So many of the things said of an item are listed on its page, the latest."""


@dataclass(frozen=True, slots=True)
class Version:
    """A wording, and what differs from the one before it; nothing for the first."""

    worded: Worded
    change: tuple[Stretch, ...]


def versions_of(wordings: Sequence[Worded]) -> list[Version]:
    """The wordings of an item, given the latest first, from the first on."""
    texts = [" ".join((one.passage.exact, *(more.exact for more in one.further))) for one in wordings[::-1]]
    changes = [(), *(compare_wordings(before, after) for before, after in pairwise(texts))]
    return [Version(one, change) for one, change in zip(wordings[::-1], changes, strict=True)]


def _is_shown(views: Views, answer: str, page: Page) -> bool:
    return not page.confirmed or backing_of(views.live, answer).confirmed


def _citation(page: Page, shown: Shown, url: str) -> str:
    _, place = shown.evidence[0] if shown.evidence else ("", None)
    return cite(page, place, shown.sources, _speaker(shown), url) if isinstance(place, InContext) else ""


def _speaker(shown: Shown) -> str:
    if isinstance(shown.record, Statement):
        return shown_actor(shown.record.speaker)
    if isinstance(shown.matter, CommitmentMatter):
        names = dict.fromkeys(name for utterance in shown.matter.utterances for name in utterance.speakers)
        return ", ".join(names)
    return ""
