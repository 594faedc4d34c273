"""What a person decides about a finding, by a key or a form: one more entry, and the finding as it stands then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from rejoinder.desk.candidates import likely_matters
from rejoinder.desk.correcting import correct, form_of
from rejoinder.desk.judging import Tie, Verdict, link
from rejoinder.desk.judging import judge as enter_judgement
from rejoinder.desk.judging import undo as enter_undo
from rejoinder.desk.snapshots import views_as_of
from rejoinder.desk.stories import Finding, StoryRead, story_of, story_with
from rejoinder.docket.matters import AnswerMatter
from rejoinder.model import AskedError, Decision, Interval, Relation
from rejoinder.web.page import Page, day_given, number_given, open_page, show_page
from rejoinder.web.pages.story import current_of, shown_findings

RECORD = "record"
MATRIX = "matrix"
FORMS = ("amend", "merge")
FIELD = "field-"


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, docket: str, subject: str) -> HttpResponse:
    """A decision about a record; asked for with ``form`` the fields to amend it, or the matters to merge it with."""
    page = open_page(request, docket)
    if request.method != "POST":
        return _show_form(request, page, subject, request.GET.get("form", ""))
    verdict = _verdict(request, page, subject)
    enter_judgement(page.desk, docket, subject, verdict)
    return _answer(request, page, subject)


@require_POST
def undo(request: HttpRequest, docket: str) -> HttpResponse:
    """Take back the entry with the number that is posted, or the last judgement of who asks."""
    page = open_page(request, docket)
    seq = request.POST.get("seq")
    entry = enter_undo(page.desk, docket, number_given(seq, 0) if seq else None)
    return _answer(request, page, entry.entered.subject)


@require_POST
def tie(request: HttpRequest, docket: str, subject: str) -> HttpResponse:
    """Tie another record to this one: it discharges it, cancels it ..."""
    page = open_page(request, docket)
    other = request.POST.get("other", "").strip() or request.POST.get("chosen", "").strip()
    if not other:
        raise AskedError("tie-incomplete", "No record was chosen.", "Choose what discharges it, or give its id.")
    day = day_given(request.POST.get("on", "").strip())
    relation = _one_of(Relation, request.POST.get("relation", ""))
    made = Tie(other, relation, subject, Interval.day(day) if day else None, _reason(request))
    link(page.desk, docket, made)
    return HttpResponseRedirect(page.address(RECORD, subject))


def _one_of(kinds: Callable[[str], Any], value: str) -> Any:
    try:
        return kinds(value)
    except ValueError:
        raise AskedError("value-unknown", f"“{value}” cannot be chosen.", "Choose one of those offered.") from None


def _reason(request: HttpRequest) -> str | None:
    return " ".join(request.POST.get("reason", "").split()) or None


def _verdict(request: HttpRequest, page: Page, subject: str) -> Verdict:
    decision = _one_of(Decision, request.POST.get("decision", ""))
    others = tuple(other for other in request.POST.getlist("other") if other)
    if decision is not Decision.AMEND:
        return Verdict(decision, _reason(request), others)
    story, finding = _found(page, subject)
    typed = {name.removeprefix(FIELD): str(value) for name, value in request.POST.items() if name.startswith(FIELD)}
    return Verdict(decision, _reason(request), amended=correct(finding.record, typed, story.text))


def _found(page: Page, subject: str) -> tuple[StoryRead, Finding]:
    """A record with the story in which it stands. AskedError for one without a source, or none at all."""
    source = story_with(page.desk, page.docket, subject)
    story = story_of(page.desk, page.docket, source, page.at) if source else None
    finding = next((item for item in story.findings if item.subject == subject), None) if story else None
    if story is None or finding is None:
        raise AskedError("id-unknown", f"No source holds a record {subject}.", "Open it from the page of its source.")
    return story, finding


def _show_form(request: HttpRequest, page: Page, subject: str, form: str) -> HttpResponse:
    if form not in FORMS:
        form = FORMS[0]
    story, finding = _found(page, subject)
    context: dict[str, Any] = {"finding": finding, "story": story, "form": form, "current": subject}
    context["back"] = MATRIX if request.GET.get("back") == MATRIX else ""
    if form == "amend":
        context["inputs"] = form_of(finding.record)
    else:
        context["candidates"] = likely_matters(page.desk, page.docket, subject)
    if getattr(request, "htmx", False):
        return render(request, "rejoinder/parts/judge_form.html", {"page": page, **context})
    return show_page(request, page, "judge", "sources", **context)


def _answer(request: HttpRequest, page: Page, subject: str) -> HttpResponse:
    """The finding as it stands now, or the page from which it was judged."""
    if request.POST.get("back") == MATRIX:
        return _answer_in_matrix(request, page, subject)
    if request.POST.get("back") == RECORD:
        return HttpResponseRedirect(page.address(RECORD, subject))
    source = story_with(page.desk, page.docket, subject)
    if source is None:
        return HttpResponseRedirect(page.address(RECORD, subject))
    story = story_of(page.desk, page.docket, source, page.at)
    if getattr(request, "htmx", False):
        return _part(request, page, story, subject)
    following = _next_open(page, story, subject)
    return HttpResponseRedirect(f"{page.address('story', source, mark=following)}#finding-{following}")


def _answer_in_matrix(request: HttpRequest, page: Page, subject: str) -> HttpResponse:
    """The answer alone; after an amendment, and for any other record, the browser is sent to the whole table."""
    answer = views_as_of(page.desk, page.docket, page.at).find(subject)
    address = page.address(MATRIX, mark=subject)
    if not getattr(request, "htmx", False):
        return HttpResponseRedirect(f"{address}#finding-{subject}")
    if request.POST.get("decision") == Decision.AMEND or not isinstance(answer, AnswerMatter):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = address
        return response
    context = {"page": page, "answer": answer, "judged": True, "current": "", "sources": page.snapshot().sources}
    return _in_place(render(request, "rejoinder/parts/answer.html", context), subject)


def _in_place(part: HttpResponse, subject: str) -> HttpResponse:
    """A part that takes the place of the finding that was judged."""
    part.headers["HX-Retarget"], part.headers["HX-Reswap"] = f'[data-finding="{subject}"]', "outerHTML"
    return part


def _part(request: HttpRequest, page: Page, story: StoryRead, subject: str) -> HttpResponse:
    """The finding alone; on another page than that of its story, the browser is sent there."""
    if story.source not in (request.headers.get("HX-Current-URL") or "").replace("%3A", ":"):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = page.address("story", story.source, mark=subject)
        return response
    finding = next(item for item in story.findings if item.subject == subject)
    part = render(
        request,
        "rejoinder/parts/finding.html",
        {"page": page, "finding": finding, "story": story, "judged": True, "sources": page.snapshot().sources},
    )
    return _in_place(part, subject)


def _next_open(page: Page, story: StoryRead, subject: str) -> str:
    """The next finding that nobody has judged, behind this one or else before it; this one if none is left."""
    shown = shown_findings(page, story)
    at = next((place for place, item in enumerate(shown) if item.subject == subject), 0)
    behind = next((item.subject for item in shown[at + 1 :] if item.open and item.out is None), None)
    return behind or current_of(shown, "") or subject
