"""Import: files dropped, text pasted, addresses given; then how far the reading has come, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from rejoinder.desk.adding import Added, Failed, HeldAlready, Outcome
from rejoinder.desk.archives import is_archive, read_archive
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered, gather, is_address
from rejoinder.desk.receiving import received_since
from rejoinder.desk.tables import texts_as_of
from rejoinder.desk.tabling import SaidOfText, Tabled
from rejoinder.model import Actor, AskedError, TextKind
from rejoinder.web.jobs import JOBS, Begun, Job
from rejoinder.web.page import day_given, open_page, show_page
from rejoinder.web.serving import served_desk

MOST_TEXTS = 100
"""So many texts are offered as those that a text answers."""
SOON = 1.5
"""So many seconds an answer waits for the work to be done, before it shows how far it has come."""


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The form; what is posted is read in by a thread of its own."""
    page = open_page(request, docket)
    if request.method != "POST":
        return show_page(
            request, page, "import", "import", kinds=tuple(TextKind), texts=texts_as_of(page.desk, docket, MOST_TEXTS)
        )
    files = [(_name(upload), upload.read()) for upload in _uploads(request)]
    text = request.POST.get("text", "")
    addresses = request.POST.get("addresses", "").split()
    _check(addresses)
    if text.strip():
        name = " ".join(request.POST.get("name", "").split()) or f"pasted {page.desk.clock():%Y-%m-%d %H.%M.%S}.txt"
        files.append((name, text.replace("\r\n", "\n").encode("utf-8", "replace")))
    if not files and not addresses:
        raise AskedError("nothing-given", "There is nothing to read in.", "Choose files, paste a text, or give a page.")
    day, said = day_given(request.POST.get("published")), _said_of_text(request)
    opener = partial(_desk_for, page.desk)
    if said is not None:
        job = JOBS.start_text(opener, docket, _only(files, addresses), said, day)
    else:
        one_by_one = not addresses and not any(is_archive(name) for name, _ in files)
        job = JOBS.start(opener, docket, _gather(files, addresses), len(files) if one_by_one else None, day)
    job.wait(SOON)
    return HttpResponseRedirect(page.address("import-progress", job.id))


def _said_of_text(request: HttpRequest) -> SaidOfText | None:
    """What a person says of a text in hand; None where it is a story. AskedError where it is not said whose it is."""
    kind = request.POST.get("kind", "")
    if not kind:
        return None
    by = " ".join(request.POST.get("by", "").split())
    if not by:
        raise AskedError("side-unknown", "It is not said whose text it is.", "Give the side that tabled it.")
    if kind not in set(TextKind):
        raise AskedError("value-unknown", f"“{kind}” cannot be chosen.", "Choose one of those offered.")
    to = [" ".join(name.split()) for name in request.POST.get("to", "").split(",")]
    return SaidOfText(
        TextKind(kind),
        Actor(by, None, by),
        tuple(Actor(name, None, name) for name in to if name),
        " ".join(request.POST.get("title", "").split()) or None,
        day_given(request.POST.get("tabled")),
        tuple(text for text in request.POST.getlist("answers") if text),
        request.POST.get("replaces") or None,
    )


def _only(files: list[tuple[str, bytes]], addresses: list[str]) -> Gathered:
    """The one file of which something is said."""
    if len(files) != 1 or addresses:
        message = "What is said of a text is said of one file."
        raise AskedError("text-unclear", message, "Give one file, or paste one text.")
    name, data = files[0]
    return Gathered(name, data)


@require_safe
def progress(request: HttpRequest, docket: str, job: str) -> HttpResponse:
    """How far it has come; a browser with a script asks for the part alone, again and again until it is done."""
    page = open_page(request, docket)
    found = JOBS.find(docket, job)
    context: dict[str, Any] = {"job": found}
    if isinstance(found, Begun):
        context["gone"] = True
        context["entered"] = received_since(page.desk, docket, found.after)
    else:
        context["outcomes"] = _shown(found)
    if getattr(request, "htmx", False):
        return render(request, "rejoinder/parts/progress.html", {"page": page, **context})
    return show_page(request, page, "import_progress", "import", **context)


def _desk_for(asking: Desk) -> Desk:
    """The desk in another thread, for whoever asks in this one."""
    return replace(served_desk(), user=asking.user, permission=asking.permission)


def _shown(job: Job) -> list[tuple[str, Outcome | Tabled, list[tuple[str, int]]]]:
    """Each outcome with its kind, and how many records of each kind were found."""
    kinds = {Added: "added", HeldAlready: "held", Failed: "failed", Tabled: "tabled"}
    return [
        (kinds[type(one)], one, list(one.found.items()) if isinstance(one, Added) else [])
        for one in tuple(job.outcomes)
    ]


def _uploads(request: HttpRequest) -> Sequence[UploadedFile[Any]]:
    return [upload for upload in request.FILES.getlist("files") if isinstance(upload, UploadedFile)]


def _name(upload: UploadedFile[Any]) -> str:
    return PurePosixPath((upload.name or "unnamed").replace("\\", "/")).name or "unnamed"


def _check(addresses: list[str]) -> None:
    """AskedError for what is no address on the web: a path would be read on the machine that serves."""
    for address in addresses:
        if not is_address(address):
            raise AskedError("address-unclear", f"“{address}” is no address on the web.", "Begin it with https://")


def _gather(files: list[tuple[str, bytes]], addresses: list[str]) -> Iterator[Gathered]:
    for name, data in files:
        if is_archive(name):
            yield from _unpack(name, data)
        else:
            yield Gathered(name, data)
    yield from gather(addresses)


def _unpack(name: str, data: bytes) -> Iterator[Gathered]:
    with TemporaryDirectory(prefix="rejoinder-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        for address, page in read_archive(str(path)):
            yield Gathered(address, page)
