"""A static site of what is public in a docket: what may be shown in, plain pages in a folder out.

The pages need no script and no server: links are relative, so they work from a disk. The folder is written whole beside
its place and then put there; one that is not ours, or not empty, is left alone.
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import django
from django.conf import settings
from django.template import Context, Engine
from django.utils import translation

from rejoinder.desk.publishing import Public
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Matter
from rejoinder.model import InputError
from rejoinder.web import facts
from rejoinder.web.settings import Serving, settings_for

OURS = ".rejoinder-site"
"""The file by which a folder is known to have been written here."""
_HERE = Path(__file__).parent
_LIBRARIES = ("django.templatetags.i18n", "rejoinder.web.templatetags.desk", "rejoinder.web.templatetags.public")


def prepare() -> None:
    """Settle Django for templates and languages, where that was not done: to be called before a desk is opened."""
    if not settings.configured:
        settings.configure(**settings_for(Serving(secrets.token_urlsafe(50))))
        django.setup(set_prefix=False)


def write_site(public: Public, folder: Path, language: str = "en") -> int:
    """Write the site, and say how many pages it has. InputError where the folder cannot be written or is not ours."""
    pages = dict(site_pages(public, language))
    _check(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".rejoinder-") as made:
            beside = Path(made) / "site"
            _write(pages, beside)
            if folder.exists():
                folder.replace(Path(made) / "before")
            beside.replace(folder)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            str(folder),
            "unwritable",
            f"{folder} cannot be written: {why}.",
            "Check the folder and the room on the disk.",
        ) from error
    return sum(name.endswith(".html") for name in pages)


def site_pages(public: Public, language: str = "en") -> Iterator[tuple[str, str]]:
    """(path, text) of each page and of the style sheet."""
    engine = Engine(dirs=[str(_HERE / "templates")], builtins=[*_LIBRARIES])
    shared = {"public": public, "sources": public.sources, "language": language}
    with translation.override(language):
        kinds = [(kind, list(some)) for kind, some in groupby(public.matters, key=lambda matter: matter.kind)]
        index = engine.get_template("rejoinder/public/index.html")
        yield "index.html", index.render(Context({**shared, "kinds": kinds, "top": ""}))
        page = engine.get_template("rejoinder/public/matter.html")
        for matter in public.matters:
            yield page_of(matter), page.render(Context({**shared, **_of_matter(matter, public.sources), "top": "../"}))
    yield "style.css", (_HERE / "static" / "rejoinder" / "desk.css").read_text("utf-8")
    yield OURS, f"{public.docket}\n"


def page_of(matter: Matter) -> str:
    """The path of the page of a matter, good in any file system."""
    return f"m/{matter.id.replace(':', '-')}.html"


def _of_matter(matter: Matter, sources: Mapping[str, SourceKept]) -> dict[str, object]:
    quoted = [(report, sources[report.source]) for report in matter.reports if report.source in sources]
    return {"matter": matter, "headline": facts.headline(matter), "quoted": quoted}


def _check(folder: Path) -> None:
    """InputError for a place that holds something else."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InputError(str(folder), "not-a-folder", f"{folder} is no folder.", "Give a new or empty folder.")
    if folder.exists() and not (folder / OURS).is_file() and any(folder.iterdir()):
        message = f"{folder} holds other files, which would be lost."
        raise InputError(str(folder), "folder-not-empty", message, "Give a new or empty folder.")


def _write(pages: Mapping[str, str], folder: Path) -> None:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", errors="replace")
    # What a temporary folder hands down is for its owner alone; a site is for all.
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
