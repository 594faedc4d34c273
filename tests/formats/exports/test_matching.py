"""Matrices and comparisons as tables: cited cells, what is silent first, and nothing that a spreadsheet would run."""

import csv
import io
import json

import docx
import openpyxl
import pytest

from rejoinder.formats.exports.matching import ComparisonView, MatrixView, export_table
from rejoinder.formats.exports.matching.filled import comparison_sheet, matrix_sheet
from rejoinder.formats.exports.matching.naming import name_item, wording_of
from rejoinder.matching.matrix import match_texts
from rejoinder.matching.outline import outline_text
from rejoinder.matching.versions import compare_texts
from rejoinder.model import ChangeKind, Document, InputError, ItemChange

DRAFT = """Draft on the ferry

Article 1
Timetable
The ferry shall cross the lake twice a day in summer.

Article 2
=HYPERLINK("x") The masters shall publish a table of <depths> & tides:
(a) every year;

Article 3
Bicycles travel free of charge.
"""
REPLY = """Article 1 should read: "The ferry shall cross the lake once a day in summer."

=1+1 We agree to Article 2\x07, points (a) <b>.

Please accept the assurances of my highest consideration.
"""


def matrix_view():
    return MatrixView(Document(DRAFT, path="in/draft.txt"), Document(REPLY), match_texts(DRAFT, REPLY))


def comparison_view():
    new = DRAFT.replace("shall cross", "may cross").replace(
        "Article 3\nBicycles travel free of charge.", "Article 4\nDogs stay ashore."
    )
    new = new.replace("(a) every year;", "(a) every year, within 9 days;")
    return ComparisonView(Document(DRAFT, path="-"), Document(new, path="new.txt"), compare_texts(DRAFT, new))


def test_what_is_not_addressed_comes_first():
    sheet = matrix_sheet(matrix_view())
    assert [band.title for band in sheet.bands] == ["Not addressed: 1, and 1 that only introduce others", "Answered: 2"]
    first, second = sheet.bands[0].lines
    assert first.cells[2].text == "only introduces the items in it\n[reply]"
    assert [cell.text for cell in second.cells] == [
        "Article 3\n[draft.txt, art_3]",
        "Bicycles travel free of charge.\n[draft.txt, characters 203–234]",
        "The reply does not mention it.\n[reply]",
        "○ not addressed",
    ]
    assert ("Items", "1 not addressed, 1 accepted with a change, 1 accepted") in sheet.about
    assert sheet.below[0][0] == "Sentences of the reply that answer no item: 1"


def test_answers_are_quoted_with_their_reasons():
    line = matrix_sheet(matrix_view()).bands[1].lines[0]
    assert line.cells[0].text == "Article 1\nTimetable\n[draft.txt, art_1]"
    assert "Instead: The ferry shall cross the lake once a day in summer." in line.cells[3].text


def test_a_reply_that_answers_nothing():
    view = MatrixView(Document(DRAFT), Document(""), match_texts(DRAFT, ""))
    sheet = matrix_sheet(view)
    assert [len(band.lines) for band in sheet.bands] == [4]
    assert sheet.below == ()
    assert matrix_sheet(MatrixView(Document(""), Document(""), match_texts("", ""))).bands == ()


def test_changes_are_marked():
    sheet = comparison_sheet(comparison_view())
    assert sheet.about[0] == ("Before", "old")
    assert ("Items", "1 dropped, 1 new, 2 changed, 1 kept") in sheet.about
    changed = next(band for band in sheet.bands if band.title.startswith("Changed"))
    assert (
        changed.lines[0]
        .cells[1]
        .text.startswith("The ferry [-shall-] {+may+} cross the lake twice a day in summer.\n[old, ")
    )
    assert "“shall” became “may”." in changed.lines[0].cells[3].text
    dropped = sheet.bands[0].lines[0]
    assert [cell.text.splitlines()[0] for cell in dropped.cells] == [
        "Article 3",
        "[-Bicycles travel free of charge.-]",
        "none",
        "− dropped",
    ]


def test_doubts_are_told():
    text = "The boats sail.\n\nThe nets are dry.\n"
    assert any(
        name == "Doubt"
        for name, _ in comparison_sheet(ComparisonView(Document(text), Document(text), compare_texts(text, text))).about
    )


def test_a_change_is_of_some_item():
    change = ItemChange(ChangeKind.NEW, None, None)
    view = comparison_view()
    comparison = type(view.comparison)((change,))
    with pytest.raises(ValueError, match="of an item"):
        comparison_sheet(ComparisonView(view.old, view.new, comparison))


@pytest.mark.parametrize("view", [matrix_view, comparison_view])
def test_spreadsheets_hold_text_alone(tmp_path, view):
    path = tmp_path / "table.xlsx"
    export_table(view(), path)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert book.sheetnames[-1] == "About"
    assert any("characters" in str(cell.value) for cell in cells)


def test_csv_has_the_source_of_each_cell(tmp_path):
    path = tmp_path / "table.csv"
    export_table(matrix_view(), path)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert rows[0][:4] == ["Item", "Item: source", "Wording tabled", "Wording tabled: source"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert {len(row) for row in rows} == {7}


@pytest.mark.parametrize("view", [matrix_view, comparison_view])
def test_a_document_for_a_word_processor(tmp_path, view):
    path = tmp_path / "table.docx"
    export_table(view(), path)
    paper = docx.Document(path)
    table = paper.tables[0]
    assert [cell.text for cell in table.rows[0].cells][1].startswith("Wording")
    assert "[draft.txt, art_3]" in table.rows[3].cells[0].text or "Article 3" in table.rows[2].cells[0].text


@pytest.mark.parametrize("view", [matrix_view, comparison_view])
def test_a_page_needs_nothing_from_outside(tmp_path, view):
    path = tmp_path / "table.html"
    export_table(view(), path)
    page = path.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")
    assert "&lt;depths&gt; &amp; tides" in page
    assert "\x07" not in page


@pytest.mark.parametrize(
    ("view", "keys"),
    [(matrix_view, {"items", "unlinked", "reply_kind", "problems"}), (comparison_view, {"changes", "problems"})],
)
def test_json(tmp_path, view, keys):
    path = tmp_path / "table.json"
    export_table(view(), path)
    assert set(json.loads(path.read_bytes())) == keys


@pytest.mark.parametrize(("name", "code"), [("table.odt", "export-format"), ("none/table.csv", "unwritable")])
def test_what_cannot_be_written(tmp_path, name, code):
    with pytest.raises(InputError) as caught:
        export_table(matrix_view(), tmp_path / name)
    assert caught.value.code == code


def test_names_of_items():
    items = {item.label: item for item in outline_text(DRAFT).walk()}
    around = (items["art_2"],)
    assert name_item(items["art_2__point_a"], around) == "Article 2, point (a)"
    assert wording_of(items["art_1"]) == "The ferry shall cross the lake twice a day in summer."
    (paragraph,) = outline_text("The boats sail.\n").items
    assert name_item(paragraph) == "Para 1"
