"""``rejoinder add`` for texts in hand, and ``rejoinder table``: for people, as JSON and as files."""

from __future__ import annotations

import csv
import io
import json

import pytest
from docx import Document as Paper
from openpyxl import load_workbook
from typer.testing import CliRunner

from rejoinder.cli.app import app
from tests.desk.desks import DOCKET, read
from tests.desk.texts import ANSWER, LATER, LENN

SIDES = ("--by", "Ostmark", "--to", "Norland")
OTHERS = ("--by", "Norland", "--to", "Ostmark")


def run(*arguments):
    environment = {"COLUMNS": "100", "XDG_DATA_HOME": None}
    return CliRunner().invoke(app, [str(item) for item in arguments], obj=read, env=environment)


@pytest.fixture
def files(tmp_path):
    for name, words in {"draft.txt": LENN, "later.txt": LATER, "reply.txt": ANSWER}.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    return tmp_path


@pytest.fixture
def place(files):
    """The address of a docket that holds the draft and the reply to it."""
    place = f"{files / 'desk.db'}#{DOCKET}"
    assert run("new", place, "--title", "The river Lenn").exit_code == 0
    draft = run("add", place, files / "draft.txt", "--draft", *SIDES, "--tabled", "2022-05-02", "--user", "Ilse")
    assert draft.exit_code == 0, draft.output
    told = ("--reply-to", files / "draft.txt", *OTHERS, "--tabled", "2022-05-10", "--user", "Ilse")
    reply = run("add", place, files / "reply.txt", *told)
    assert reply.exit_code == 0, reply.output
    return place


def test_a_text_in_hand_is_added_and_told(files, place):
    again = run("add", place, files / "reply.txt", "--reply-to", files / "draft.txt", *OTHERS, "--tabled", "2022-05-10")
    lines = again.stdout.splitlines()
    assert lines[0].startswith("held   ")
    assert ": reply  [" in lines[0]
    assert lines[1].startswith("       matched, not confirmed: 2 not addressed, 1 declined")
    later = run("add", place, files / "later.txt", "--version-of", files / "draft.txt", *SIDES, "--title", "Lenn II")
    assert "draft, 4 items" in later.stdout
    loose = files / "loose.txt"
    loose.write_text("Norland opens the dam.\n\nOstmark pays.\n", encoding="utf-8")
    counter = run("add", place, loose, "--draft", "--reply-to", files / "draft.txt", *OTHERS)
    assert "counter, 2 items" in counter.stdout
    assert "no numbered items" in counter.stdout
    note = run("add", place, files / "desk.db", "--kind", "note verbale", *OTHERS)
    assert note.exit_code == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--draft",), "whose text it is"),
        (("--by", "Ostmark"), "add --draft or --reply-to"),
        (("--draft", "--by", " "), "whose text it is"),
        (("--draft", "--by", "Ostmark", "--version-of", "\0"), "no record"),
    ],
)
def test_what_is_missing_is_said(files, place, options, words):
    ended = run("add", place, files / "later.txt", *options)
    assert ended.exit_code == 2
    assert words in " ".join(ended.output.replace("│", " ").split())


def test_a_text_in_hand_is_one_file(files, place):
    ended = run("add", place, files / "draft.txt", files / "later.txt", "--draft", *SIDES)
    assert ended.exit_code == 2
    assert "give one PATH" in " ".join(ended.output.replace("│", " ").split())


def test_the_table_for_people(place):
    ended = run("table", place)
    assert ended.exit_code == 0, ended.output
    lines = ended.stdout.splitlines()
    assert lines[0].startswith("The river Lenn  as of ")
    assert lines[1].strip().startswith("5 items: 2 not addressed by the replies in hand, 1 declined")
    assert "NOT ADDRESSED BY THE REPLIES IN HAND  2" in lines
    first = lines.index("DECLINED  1")
    assert lines[first + 1].startswith("  ✕ Article 1  draft, Ostmark → Norland, 2 May 2022")
    assert "    ✕ declined: Norland, reply of 10 May 2022 (found, not confirmed)" in lines
    assert "ANSWER NO ITEM" in ended.stdout
    assert max(map(len, lines)) <= 100


def test_the_table_as_of_a_day_anew_and_with_versions(files, place):
    early = run("table", place, "--as-of", "2022-05-03")
    assert "5 items: 5 no reply in hand, nothing said of it" in early.stdout
    assert run("table", place, "--as-of", "2022-05-01").stdout.splitlines()[1].strip() == "no items"
    assert "as recorded" in run("table", place, "--recorded", "2022-05-01").stdout
    assert run("table", place, "--anew").exit_code == 0
    run("add", place, files / "later.txt", "--version-of", files / "draft.txt", *SIDES, "--tabled", "2022-05-20")
    told = run("table", place, "--all").stdout
    assert "in the version of 2 May 2022:" in told
    assert "not in: draft, Ostmark → Norland, 20 May 2022" in told
    assert json.loads(run("table", place, "--by", "Norland", "--json").stdout)["items"] == []


def test_the_table_as_json(place):
    told = json.loads(run("table", place, "--json").stdout)
    assert (told["schema"], told["count"], len(told["items"])) == ("rejoinder.table/1", 5, 5)
    declined = next(item for item in told["items"] if item["standing"] == "declined")
    assert (declined["name"], declined["label"]) == ("Article 1", "art_1")
    (answer,) = declined["answers"]
    link = answer["links"][0]
    assert ANSWER[link["start"] : link["end"]] == link["exact"]
    assert answer["footing"] == {"footing": "found", "by": None}
    wording = declined["wordings"][0]
    assert LENN[wording["start"] : wording["end"]] == wording["exact"]
    assert told["unlinked"][0]["source"] == answer["source"]


def test_the_table_as_files(files, place):
    for suffix in ("docx", "xlsx", "csv", "html", "json"):
        path = files / f"table.{suffix}"
        assert run("table", place, "-o", path).stdout == f"5 items, in {path}.\n"
    rows = list(csv.reader(io.StringIO((files / "table.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0][::2] == ["Item", "Wording tabled", "Reply", "Where it stands"]
    assert "not addressed by the replies in hand" in rows[1][6]
    assert "draft.txt, characters" in rows[1][3]
    assert load_workbook(files / "table.xlsx").worksheets[0]["A1"].value == "Item"
    paper = Paper(str(files / "table.docx"))
    assert "Not addressed by the replies in hand: 2" in paper.tables[0].rows[1].cells[0].text
    page = (files / "table.html").read_text(encoding="utf-8")
    assert "<q>On Article 1: Norland cannot accept this." in page or "Norland cannot accept this" in page
    assert json.loads((files / "table.json").read_text(encoding="utf-8"))["count"] == 5
    assert run("table", place, "-o", files / "table.odt").exit_code == 2
    both = run("table", place, "--json", "-o", files / "t.csv")
    assert both.exit_code == 2


def test_one_answer_is_shown_under_its_id(place):
    told = json.loads(run("table", place, "--json").stdout)
    declined = next(item for item in told["items"] if item["standing"] == "declined")
    shown = run("show", place, declined["answers"][0]["id"]).stdout
    assert shown.startswith("ANSWER  answer:")
    assert "Norland on “Norland shall release" in shown
    assert "declined" in shown
    item = run("show", place, declined["id"]).stdout
    assert "Article 1" in item
    short = f"{declined['id'].partition(':')[2][:18]}"
    assert run("show", place, short).stdout == item


def test_status_says_what_the_replies_in_hand_do_with_an_item(place):
    told = " ".join(run("status", place).stdout.split())
    assert "declined by the reply of Tue 10 May" in told
    assert "not addressed in the reply of Tue 10 May" in told
    answers = json.loads(run("status", place, "--json").stdout)["answers"]
    assert {answer["disposition"] for answer in answers} >= {"declined", "not_addressed"}
