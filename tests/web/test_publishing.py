"""The public site: plain pages whose links work from a disk, without scripts, and without what is not public."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from lxml import html
from typer.testing import CliRunner

from rejoinder.cli.app import app
from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.publishing import choose_public
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.model import Decision, InputError
from rejoinder.web.publishing import OURS, site_pages, write_site
from tests.desk.desks import DOCKET, add, added, new_desk
from tests.web.pages import text_of

NOTE = "an internal note"


def confirm(desk, *words):
    for matter in all_matters(snapshot_as_of(desk, DOCKET), desk.today):
        if matter.kind != "item" and any(word in matter.words for word in words or ("",)):
            judge(desk, DOCKET, matter.id, Verdict(Decision.CONFIRM, NOTE))


@pytest.fixture
def site(desk, tmp_path):
    added(desk)
    confirm(desk)
    write_site(choose_public(desk, DOCKET), tmp_path / "site")
    return tmp_path / "site"


def pages(site: Path):
    return [(path, html.fromstring(path.read_text("utf-8"))) for path in sorted(site.rglob("*.html"))]


def test_every_link_leads_to_a_file_of_the_site(site):
    for path, page in pages(site):
        for link in [*page.xpath("//a/@href"), *page.xpath("//link/@href")]:
            if not link.startswith("#"):
                assert (path.parent / link.partition("#")[0]).is_file(), link


def test_there_is_a_page_for_every_matter_and_none_needs_a_script(site):
    assert len(pages(site)) == len(list((site / "m").iterdir())) + 1 > 10
    for _, page in pages(site):
        assert not page.xpath("//script | //style | //*[@style] | //iframe | //form")
        assert page.get("lang") == "en"


def test_a_page_quotes_and_says_where(site):
    (page,) = [
        page for path, page in pages(site) if "point by point" in path.read_text("utf-8") and path.parent.name == "m"
    ]
    words = text_of(page)
    assert "“will answer the draft compact point by point”" in words
    assert "Upland Wire: " in words
    assert "“the first days of June”" in words


def test_nobody_who_judged_is_named(site):
    whole = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert NOTE not in whole
    assert "confirmed by Ilse" not in whole
    assert "not confirmed" not in whole


def test_what_is_not_confirmed_is_nowhere(desk, tmp_path):
    added(desk)
    confirm(desk, "point by point")
    write_site(choose_public(desk, DOCKET), tmp_path / "site")
    whole = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "sluices" not in whole
    assert "winter releases" not in whole


def test_an_empty_site_says_so(desk):
    ((_, index), *_) = site_pages(choose_public(desk, DOCKET))
    assert "Nothing is public yet." in index


def test_a_site_is_written_anew_and_what_is_gone_is_gone(desk, site):
    first = next((site / "m").iterdir())
    write_site(choose_public(new_desk(), DOCKET), site)
    assert not first.exists()
    assert (site / "index.html").is_file()


def test_a_folder_with_other_files_is_left_alone(desk, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(InputError) as refused:
        write_site(choose_public(desk, DOCKET), tmp_path)
    assert refused.value.code == "folder-not-empty"
    assert (tmp_path / "letter.txt").read_text() == "mine"
    (tmp_path / "link").symlink_to(tmp_path)
    for place in ("letter.txt", "link"):
        with pytest.raises(InputError):
            write_site(choose_public(desk, DOCKET), tmp_path / place)


def test_a_folder_that_cannot_be_made_is_said(desk):
    with pytest.raises(InputError) as refused:
        write_site(choose_public(desk, DOCKET), Path("/proc/nowhere/site"))
    assert refused.value.code == "unwritable"


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "{{ 7|add:7 }}", '"><img src=x onerror=alert(1)>', "\u202egpj"]
)
def test_hostile_words_are_text(desk, tmp_path, words):
    desk.ledger.create("hostile", words, desk.clock())
    pages = dict(site_pages(choose_public(desk, "hostile")))
    page = html.fromstring(pages["index.html"])
    assert not page.xpath("//script | //img | //*[@onerror]")
    assert words in page.xpath("//h1")[0].text_content()
    assert pages[OURS] == "hostile\n"


def test_an_address_that_is_no_web_address_is_no_link(desk):
    added(desk)
    confirm(desk, "point by point")
    public = choose_public(desk, DOCKET)
    for uri, linked in (("javascript:alert(1)", False), ("https://wire.example/1", True)):
        sources = {name: msgspec.structs.replace(kept, uri=uri) for name, kept in public.sources.items()}
        found = "".join(text for _, text in site_pages(replace(public, sources=sources)))
        assert (f'href="{uri}"' in found) is linked


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    path = tmp_path / "desk.db"
    desk = new_desk(path)
    added(desk)
    add(desk, "Jan Reuter: the river is low")
    confirm(desk, "point by point")
    desk.ledger.close()

    def run(*arguments):
        return CliRunner().invoke(app, ["publish", str(path), "-o", str(tmp_path / "site"), *arguments])

    return run


def test_the_command_tells_what_it_would_write_and_writes_nothing(run, tmp_path):
    told = run()
    assert told.exit_code == 0, told.output
    assert "PUBLIC  1 matters" in told.output
    assert "found, not confirmed by anybody" in told.output
    assert "Nothing was written." in told.output
    assert not (tmp_path / "site").exists()


def test_the_command_writes_with_yes(run, tmp_path):
    told = run("--yes", "--language", "fr")
    assert told.exit_code == 0, told.output
    assert "2 pages in" in told.output
    assert (tmp_path / "site" / "index.html").is_file()
    assert 'lang="fr"' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_the_command_knows_three_languages(run):
    assert run("--language", "tlh").exit_code == 2
