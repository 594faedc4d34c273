"""Hostile stories: scripts in titles and texts, formulas, marks that turn the writing round. They are shown, and do
nothing."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from lxml import html
from openpyxl import load_workbook

from rejoinder.desk.adding import add_sources
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, add, added
from tests.web.pages import HOME, matter, read

SCRIPT = "<script>alert(1)</script>"
HANDLER = "\"><img src=x onerror=alert(1)>'"
ROUND = "\u202egpj.exe\u2066"
FORMULA = '=HYPERLINK("http://evil.example","x")'
HOSTILE = [
    SCRIPT,
    HANDLER,
    ROUND,
    FORMULA,
    "{{ 7|add:7 }}{% now 'Y' %}",
    "</bdi></mark></article><h1>x</h1>",
]


def every_page(desk, client, source):
    snapshot = snapshot_as_of(desk, DOCKET)
    subjects = [*(one.id for one in all_matters(snapshot, desk.today)), *snapshot.statements]
    asked = [
        "",
        "timeline",
        "mentions",
        "people",
        "sources",
        "changes",
        f"story/{source}",
        "search?q=alert",
        "search?q=river",
        *subjects,
    ]
    asked += [
        f"judge/{subject}?form={form}"
        for subject in subjects
        for form in ("amend", "merge")
        if not subject.startswith("item")
    ]
    for address in asked:
        yield address, client.get(f"{HOME}{address}")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text_and_nothing_else(desk, client, words):
    story = f"Wire {words}: the river {words}\n\n{words} again"
    (outcome,) = add_sources(
        desk, DOCKET, [Gathered(f"{words}.txt".replace("/", "|"), story.encode("utf-8", "replace"))]
    )
    statement = next(iter(snapshot_as_of(desk, DOCKET).statements))
    judge(desk, DOCKET, statement, Verdict(Decision.CONFIRM, words))
    for address, answer in every_page(desk, client, outcome.source):
        page = read(answer)
        assert not page.xpath("//script[not(@src)] | //img | //@onerror"), address
        assert len(page.xpath("//h1")) == 1, address
    page = read(client.get(f"{HOME}story/{outcome.source}"))
    assert words in page.xpath("//article")[0].text_content()


def test_words_from_addresses_are_text_too(desk, client):
    added(desk)
    for address in (
        f"search?q={SCRIPT}",
        f"search?speaker={SCRIPT}",
        f"?party={SCRIPT}",
        f"?words={HANDLER}",
        f"sources?words={SCRIPT}",
        f"?as_of={SCRIPT}",
        f"{SCRIPT}",
        f"?recorded={SCRIPT}",
        "story/x?mark={SCRIPT}",
    ):
        page = html.fromstring(client.get(f"{HOME}{address}").content.decode())
        assert not page.xpath("//script[not(@src)] | //img | //@onerror"), address


def test_marks_that_turn_the_writing_round_end_with_the_words_of_others(desk, client):
    """Each stands in an element of its own that isolates its direction."""
    (outcome,) = add(desk, f"{ROUND}: the river {ROUND}")
    for address in ("", "sources", "changes", f"story/{outcome.source}", "search?q=river"):
        page = read(client.get(f"{HOME}{address}"))
        for place in page.xpath("//body//text()[contains(., '\u202e')]"):
            assert any(
                part.tag in ("bdi", "option", "textarea")
                for part in (place.getparent(), *place.getparent().iterancestors())
            ), address


def test_no_cell_of_a_download_is_a_formula(desk, client, monkeypatch):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    form = {"decision": "amend", "field-debtor": '=cmd|"/c calc"!A1', "back": "record"}
    assert client.post(f"{HOME}judge/{promise.id}", form).status_code == 302
    table = client.get(f"{HOME}export/csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(table)) for cell in row]
    assert any("=cmd" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    book = load_workbook(BytesIO(client.get(f"{HOME}export/xlsx").content))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    "address",
    [
        "story/..%2f..%2fetc%2fpasswd",
        "%00",
        "judge/%00",
        "?as_of=99999-01-01",
        "?recorded=9999-12-31",
        "changes?until=99999999999999999999",
        "sources?from=-5",
        "story/sha256:0?from=99999999999",
        "search?q=%00%22*(",
        "?as_of=0001-01-01",
    ],
)
def test_odd_addresses_give_a_page_and_no_fault(desk, client, address):
    added(desk)
    assert client.get(f"{HOME}{address}").status_code < 500
