"""Exports of a docket: one invented view with every kind of matter, in every format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import icalendar
import msgspec
import openpyxl
import pypdfium2
import pytest

from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import (
    Backing,
    Change,
    CharacterisationMatter,
    CommitmentMatter,
    CommitmentState,
    ContingencyMatter,
    DueSaid,
    Footing,
    ItemMatter,
    ItemState,
    Matter,
    MatterKind,
    MeetingMatter,
    MeetingSaid,
    ReferralMatter,
    ReleaseMatter,
    Report,
    Settlement,
    TextMatter,
)
from rejoinder.formats.exports import SUFFIXES, DocketView, export_docket
from rejoinder.formats.exports.rows import rows_of
from rejoinder.formats.exports.sheets.prints import fetch_nothing
from rejoinder.formats.exports.tables import write_csv, write_xlsx
from rejoinder.model import (
    Actor,
    Consent,
    Due,
    InputError,
    Interval,
    MeetingStatus,
    Passage,
    Publication,
    Relation,
    Standing,
    TextKind,
)
from tests.pango import marked, needs_pango

FRIDAY = date(2022, 5, 20)
KNOWN = datetime(2022, 5, 20, tzinfo=UTC)
HALVERN, OSTMARK = Actor("Lower Halvern", None, "Lower Halvern"), Actor("Ostmark", None, "Ostmark")
VARGA = Actor("Ilse Varga", "water minister", "Lower Halvern")
WORDS = Passage(10, 37, "answer the\ncompact in <June>")
SOURCE = SourceKept(1, KNOWN, "story.txt", "=Answer in June", "Upland Wire", FRIDAY, None, None, "usable", None, None)
FOUND = Backing(Footing.FOUND)
JUNE = Interval(date(2022, 6, 1), date(2022, 6, 10))
JULY = Interval(date(2022, 7, 4), date(2022, 7, 4))


def report(subject: str, **others: object) -> Report:
    return replace(Report(subject, "sha256:a", WORDS, KNOWN, ("Ilse Varga",), FOUND), **others)


def base(
    kind: MatterKind, number: int = 1, backing: Backing = FOUND
) -> tuple[str, MatterKind, tuple[Report, ...], Backing]:
    return f"{kind.value}:{number}", kind, (report(f"{kind.value}:{number}"),), backing


CONFIRMED = Backing(Footing.CONFIRMED, "Jan Reuter", KNOWN)
PROMISE = CommitmentMatter(
    *base(MatterKind.COMMITMENT, 1, CONFIRMED),
    HALVERN,
    OSTMARK,
    WORDS,
    Passage(50, 60, "if it asks"),
    Interval.day(FRIDAY),
    (),
    (
        DueSaid(Due("in June", JUNE), JUNE, FRIDAY, KNOWN, "commitment:1", Change.FIRST),
        DueSaid(Due("by 4 July", JULY), JULY, FRIDAY, KNOWN, "commitment:2", Change.SLIPPED),
    ),
    CommitmentState.DUE,
    "the days run",
    FRIDAY,
    None,
    None,
    (),
)
MEETING = MeetingMatter(
    *base(MatterKind.MEETING),
    (VARGA, Actor("Jan Reuter", None, "Ostmark")),
    "Brennau",
    "River Council",
    JULY,
    MeetingStatus.PLANNED,
    (
        MeetingSaid(JUNE, MeetingStatus.PLANNED, KNOWN, "meeting:1", Change.FIRST),
        MeetingSaid(JULY, MeetingStatus.PLANNED, KNOWN, "meeting:2", Change.SLIPPED),
    ),
    1,
)
DRAFT = TextMatter(
    *base(MatterKind.TEXT),
    OSTMARK,
    (HALVERN,),
    TextKind.DRAFT,
    ("draft compact",),
    Interval.day(FRIDAY),
    None,
    ("item:1",),
    (),
    (),
    None,
    None,
    Publication.LEAKED,
    FRIDAY,
)
MATTERS: tuple[Matter, ...] = (
    PROMISE,
    replace(
        PROMISE,
        id="commitment:9",
        creditor=None,
        condition=None,
        dues=(),
        state=CommitmentState.DISCHARGED,
        reports=(report("commitment:9", source="", out="rejected"),),
        backing=Backing(Footing.UNSURE, "Jan Reuter", KNOWN),
    ),
    replace(PROMISE, id="commitment:8", dues=PROMISE.dues[1:], state=CommitmentState.DISCHARGED),
    replace(PROMISE, id="commitment:7", dues=PROMISE.dues[1:], state=CommitmentState.LAPSED),
    MEETING,
    replace(MEETING, id="meeting:8", when=None, forum=None, place=None, slipped=2),
    replace(
        MEETING, id="meeting:7", when=Interval(None, JULY.latest), forum=None, participants=(), place=None, slipped=0
    ),
    DRAFT,
    replace(DRAFT, id="text:8", answered_by=("text:9",), titles=(), handed_over=None, publication=None, by=None),
    replace(DRAFT, id="text:7", superseded_by="text:9"),
    ItemMatter(*base(MatterKind.ITEM), "text:1", OSTMARK, (WORDS,), (), ItemState.TABLED, FRIDAY),
    ReferralMatter(*base(MatterKind.REFERRAL), WORDS, "Council", "Court", OSTMARK, False, contested=True),
    ReferralMatter(*base(MatterKind.REFERRAL, 2), None, None, None, None, None, contested=False),
    ReleaseMatter(
        *base(MatterKind.RELEASE), WORDS, "text:1", HALVERN, OSTMARK, Consent.NOT_ASKED, Publication.LEAKED, FRIDAY, ()
    ),
    ReleaseMatter(*base(MatterKind.RELEASE, 2), None, None, None, None, Consent.REFUSED, None, None, ()),
    ContingencyMatter(
        *base(MatterKind.CONTINGENCY),
        WORDS,
        WORDS,
        (VARGA,),
        OSTMARK,
        Settlement(Relation.DETACHES, "text:1", FRIDAY, FOUND, "came"),
    ),
    ContingencyMatter(*base(MatterKind.CONTINGENCY, 2), WORDS, WORDS, (), None, None),
    CharacterisationMatter(*base(MatterKind.CHARACTERISATION), Standing.MAIN, VARGA, None, WORDS, None),
    Matter(*base(MatterKind.ITEM, 5)),
)
VIEW = DocketView("lenn", "The river *Lenn*", FRIDAY, MATTERS, {"sha256:a": SOURCE})


def test_every_matter_is_a_row_with_its_words_and_place():
    rows = list(rows_of(VIEW))
    assert [row.id for row in rows] == [matter.id for matter in MATTERS]
    first = rows[0]
    assert (first.by, first.to, first.said, first.latest) == ("Lower Halvern", "Ostmark", "by 4 July", date(2022, 7, 4))
    assert (first.words, first.start, first.source) == (
        "answer the compact in <June>",
        10,
        "Upland Wire: =Answer in June",
    )
    assert (first.standing, first.on_whose_word) == ("due", "confirmed by Jan Reuter")
    assert (rows[1].source, rows[1].on_whose_word) == ("entered by hand", "unsure, says Jan Reuter")
    assert rows[2].on_whose_word == "confirmed by Jan Reuter"
    assert [row.standing for row in rows if row.kind == "text"] == ["tabled", "answered", "superseded"]
    assert [row.note for row in rows if row.kind == "meeting"] == ["moved once", "moved 2 times", ""]
    assert [row.note for row in rows if row.kind == "referral"] == ["its author does not agree; contested", ""]


def test_a_source_that_is_not_there_is_named_by_its_id():
    (row,) = rows_of(replace(VIEW, matters=[PROMISE], sources={}))
    assert (row.source, row.published) == ("sha256:a", None)


@pytest.mark.parametrize("suffix", marked(SUFFIXES))
def test_every_format_is_written_whole(tmp_path, suffix):
    path = tmp_path / f"lenn{suffix}"
    path.write_bytes(b"what stood here before")
    export_docket(VIEW, path)
    assert len(path.read_bytes()) > 500
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    export_docket(replace(VIEW, matters=(), sources={}, recorded=KNOWN, confirmed=True), path)


def test_no_cell_is_a_formula():
    title = msgspec.structs.replace(SOURCE, publisher=None)
    view = replace(VIEW, sources={"sha256:a": title})
    cells = [cell for row in csv.reader(io.StringIO(write_csv(view).decode("utf-8-sig"))) for cell in row]
    assert "'=Answer in June" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(view)))
    values = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in values} <= {"s", "d", "n"}
    assert any(cell.value == "=Answer in June" for cell in values)


def test_a_workbook_has_a_sheet_for_each_kind_and_takes_any_character():
    wild = replace(PROMISE, action=Passage(0, 3, "a\x07b\ud800"))
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(replace(VIEW, matters=(wild, *MATTERS)))))
    assert book.sheetnames[:3] == ["About", "Promises", "Texts"]
    sheet = book["Promises"]
    assert [cell.value for cell in sheet[1]][:4] == ["Id", "By", "To", "What"]
    assert sheet["D2"].value == "ab"
    assert sheet.freeze_panes == "B2"


def test_promises_and_meetings_stand_in_a_calendar(tmp_path):
    export_docket(VIEW, tmp_path / "lenn.ics")
    calendar = icalendar.Calendar.from_ical((tmp_path / "lenn.ics").read_bytes())
    todos = {str(item["uid"]): item for item in calendar.walk("VTODO")}
    events = {str(item["uid"]): item for item in calendar.walk("VEVENT")}
    promise = todos["commitment:1@lenn.rejoinder"]
    assert (promise["sequence"], promise.decoded("due"), str(promise["status"])) == (
        1,
        date(2022, 7, 4),
        "NEEDS-ACTION",
    )
    assert "Before: “in June” (2022-06-01 to 2022-06-10)" in str(promise["description"])
    assert {str(item["status"]) for item in todos.values()} == {"NEEDS-ACTION", "COMPLETED", "CANCELLED"}
    meeting = events["meeting:1@lenn.rejoinder"]
    assert (meeting["sequence"], str(meeting["status"]), str(meeting["location"])) == (1, "TENTATIVE", "Brennau")
    assert "Before: 2022-06-01 to 2022-06-10" in str(meeting["description"])
    assert len(events) == 2


def test_a_promise_of_several_days_begins_and_ends(tmp_path):
    span = replace(PROMISE, dues=PROMISE.dues[:1])
    export_docket(replace(VIEW, matters=[span]), tmp_path / "lenn.ics")
    (todo,) = icalendar.Calendar.from_ical((tmp_path / "lenn.ics").read_bytes()).walk("VTODO")
    assert (todo.decoded("dtstart"), todo.decoded("due"), todo["sequence"]) == (date(2022, 6, 1), date(2022, 6, 10), 0)


def test_a_chronology_goes_by_days_and_takes_no_markup(tmp_path):
    export_docket(VIEW, tmp_path / "lenn.md")
    text = (tmp_path / "lenn.md").read_text(encoding="utf-8")
    assert text.startswith("# The river \\*Lenn\\*\n\nAs of 20 May 2022.\n")
    assert text.index("## 20 May 2022") < text.index("## 4 July 2022")
    assert "“answer the compact in \\<June\\>” (Upland Wire: =Answer in June, characters 10–37) `commitment:1`" in text


def test_provenance_and_entities_lead_back_to_the_words(tmp_path):
    for suffix in (".jsonld", ".ftm", ".json", ".jsonl"):
        export_docket(VIEW, tmp_path / f"lenn{suffix}")
    graph = {item["@id"]: item for item in json.loads((tmp_path / "lenn.jsonld").read_text())["@graph"]}
    promise = graph["urn:rejoinder:commitment:1"]
    assert promise["prov:wasQuotedFrom"][0]["oa:hasSelector"][1]["oa:exact"] == WORDS.exact
    assert promise["prov:wasInfluencedBy"]["dcterms:title"] == "Jan Reuter"
    entities = [json.loads(line) for line in (tmp_path / "lenn.ftm").read_text().splitlines()]
    assert {item["schema"] for item in entities} == {"Document", "Organization", "Person", "Event"}
    assert all(isinstance(value, list) for item in entities for value in item["properties"].values())
    whole = json.loads((tmp_path / "lenn.json").read_text())
    assert [item["id"] for item in whole["matters"]] == [matter.id for matter in MATTERS]
    assert len((tmp_path / "lenn.jsonl").read_text().splitlines()) == len(MATTERS)


def test_what_is_invalidated_says_why(tmp_path):
    out = replace(PROMISE, reports=(report("commitment:1", out="the source was killed"),), backing=FOUND)
    bare = msgspec.structs.replace(SOURCE, publisher=None, published=None)
    export_docket(replace(VIEW, matters=[out], sources={"sha256:a": bare}), tmp_path / "lenn.jsonld")
    assert "the source was killed" in (tmp_path / "lenn.jsonld").read_text()


def test_questions_can_be_asked_in_sql(tmp_path):
    export_docket(VIEW, tmp_path / "lenn.sqlite")
    with sqlite3.connect(tmp_path / "lenn.sqlite") as database:
        asked = (
            "SELECT matters.words, judged_by FROM matters JOIN reports ON matter = matters.id WHERE standing = 'due'"
        )
        assert database.execute(asked).fetchone()[0] == "answer the compact in <June>"
        assert database.execute("SELECT said, change FROM dates_said WHERE matter = 'commitment:1'").fetchall() == [
            ("in June", "first"),
            ("by 4 July", "slipped"),
        ]
    database.close()


@pytest.mark.parametrize(("name", "code"), [("lenn.odt", "export-format"), ("lenn", "export-format")])
def test_an_unknown_format_names_those_that_there_are(tmp_path, name, code):
    with pytest.raises(InputError, match=r"\.csv, \.xlsx") as caught:
        export_docket(VIEW, tmp_path / name)
    assert caught.value.code == code


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        export_docket(VIEW, tmp_path / "gone" / "lenn.csv")


def rows_of_paper(path):
    """The lines of the table of a document for a word processor, each as the texts of its cells."""
    (table,) = docx.Document(str(path)).tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_a_paper_has_what_is_due_first_and_cites_every_line(tmp_path):
    export_docket(VIEW, tmp_path / "lenn.docx")
    rows = rows_of_paper(tmp_path / "lenn.docx")
    assert rows[0] == ("When", "Who and what", "In which words", "Where it stands")
    assert rows[1] == ("Promises (4)",) * 4
    assert rows[2][0] == "4 Jul 2022\n“by 4 July”"
    assert rows[2][1] == "Lower Halvern → Ostmark\nif: if it asks"
    assert rows[2][2].startswith("answer the compact in <June>\n[Upland Wire: =Answer in June, 20 May 2022, characters")
    assert rows[2][3] == "due 20 May 2022\nthe days run\nconfirmed by Jan Reuter"
    assert [row[0] for row in rows if len(set(row)) == 1][1:3] == ["Texts (3)", "Items (2)"]
    meetings = [row for row in rows if "planned" in row[3]]
    assert [row[0] for row in meetings] == ["4 Jul 2022", "by 4 Jul 2022", "no date"]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2022, 6, 1), date(2022, 6, 10), "1 Jun 2022 – 10 Jun 2022"),
        (date(2022, 6, 1), None, "from 1 Jun 2022"),
        (None, date(2022, 6, 10), "by 10 Jun 2022"),
    ],
)
def test_days_are_told_as_they_are_known(tmp_path, first, last, shown):
    meeting = replace(MEETING, when=Interval(first, last), reports=(report("meeting:1"), report("meeting:2")))
    export_docket(replace(VIEW, matters=[meeting]), tmp_path / "lenn.docx")
    line = rows_of_paper(tmp_path / "lenn.docx")[2]
    assert line[0] == shown
    assert line[2].endswith("; told in 2 places]")


@needs_pango
def test_a_print_holds_every_word_in_any_script(tmp_path):
    wild = replace(PROMISE, reports=(report("commitment:1", passage=Passage(0, 9, "ответит на всё")),))
    export_docket(replace(VIEW, matters=[wild]), tmp_path / "lenn.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "lenn.pdf")
    text = pages[0].get_textpage().get_text_bounded()
    assert "The river *Lenn*: where it stands" in text
    assert "ответит на всё" in text


def test_a_machine_that_sets_no_letters_is_told_what_it_lacks(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(InputError, match="No PDF can be set") as caught:
        export_docket(VIEW, tmp_path / "lenn.pdf")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("pdf-unavailable", [])


def test_a_print_fetches_nothing():
    with pytest.raises(ValueError, match="nothing is fetched"):
        fetch_nothing("https://example.org/")
