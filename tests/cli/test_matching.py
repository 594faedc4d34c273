"""``rejoinder match`` and ``rejoinder compare`` on files, and their verbs in Python."""

import json

import pytest
from typer.testing import CliRunner

import rejoinder
from rejoinder.cli.app import app
from rejoinder.model import Disposition

DRAFT = (
    "Draft\n\n1. The ferry shall cross the lake twice a day.\n2. The fare shall be five crowns.\n3. Dogs travel free.\n"
)
REPLY = 'We agree to paragraph 1.\n\nParagraph 2 should read: "The fare shall be six crowns."\n\nPlease accept the assurances of my highest consideration.\n'
NEW = DRAFT.replace("shall be five", "should be five").replace("3. Dogs travel free.", "3. Cats pay double.")


@pytest.fixture
def files(tmp_path):
    for name, text in {"draft.txt": DRAFT, "reply.txt": REPLY, "new.txt": NEW, "empty.txt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin, env={"COLUMNS": "90"})


def test_match_for_people(files):
    ended = run("match", files / "draft.txt", files / "reply.txt")
    assert ended.exit_code == 0
    lines = ended.stdout.splitlines()
    assert lines[0] == "draft.txt  answered by  reply.txt  (reply)"
    assert lines[1].startswith("3 items: 1 not addressed")
    assert lines[4:6] == ["NOT ADDRESSED  1", "  ○ Paragraph 3"]
    assert "      instead:   “The fare shall be six crowns.”" in lines
    assert "ANSWER NO ITEM  1 sentences" in lines


def test_match_tells_doubts(files):
    ended = run(
        "match",
        files / "new.txt",
        "-",
        stdin="The boats sail.\n\nThe grid is up.\n\nVoltage is high.\n\nThe relays hum.\n",
    )
    assert "DOUBTS  1" in ended.stdout


def test_match_of_nothing(files):
    (files / "title.txt").write_text("Yours sincerely,\n", encoding="utf-8")
    ended = run("match", files / "draft.txt", files / "title.txt")
    assert "3 items: 3 not addressed" in ended.stdout


def test_match_as_json(files):
    ended = run("match", files / "draft.txt", files / "reply.txt", "--json")
    found = json.loads(ended.stdout)
    assert [item["disposition"] for item in found["items"]] == ["accepted", "countered", "not_addressed"]
    link = found["items"][0]["links"][0]
    assert REPLY[link["start"] : link["end"]] == link["exact"] == "We agree to paragraph 1."
    assert [passage["exact"] for passage in found["unlinked"]] == [
        "Please accept the assurances of my highest consideration."
    ]


def test_compare_for_people(files):
    ended = run("compare", files / "draft.txt", files / "new.txt")
    lines = ended.stdout.splitlines()
    assert lines[1] == "1 dropped, 1 new, 1 changed, 1 kept"
    assert any(line.startswith("      The fare [-shall-] {+should+} be five crowns.") for line in lines)
    assert "    · “shall” became “should”." in lines


def test_compare_as_json(files):
    found = json.loads(run("compare", files / "draft.txt", files / "new.txt", "--json").stdout)
    assert [change["kind"] for change in found["changes"]] == ["kept", "changed", "dropped", "new"]
    assert found["changes"][1]["notes"][0]["after"]["exact"] == "should"
    assert found["changes"][2]["new"] is None


@pytest.mark.parametrize(("command", "second"), [("match", "reply.txt"), ("compare", "new.txt")])
def test_tables_are_written(files, command, second):
    ended = run(command, files / "draft.txt", files / second, "-o", files / "table.html")
    assert ended.exit_code == 0
    assert "table.html" in ended.stdout
    assert (files / "table.html").read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize("command", ["match", "compare"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["draft.txt", "none.txt"], "There is no file"),
        (["draft.txt", "empty.txt"], "is empty"),
        (["-", "-"], "Both inputs cannot be the standard input"),
        (["draft.txt", "reply.txt", "-o", "table.odt"], "No export is called .odt"),
        (["draft.txt", "reply.txt", "--json", "-o", "table.csv"], "give one of them"),
    ],
)
def test_what_cannot_be_done_is_said(files, command, arguments, message):
    ended = run(command, *(files / each if each.endswith("txt") else each for each in arguments))
    assert ended.exit_code == 2
    assert message in ended.stderr.replace("\n", " ")


def test_the_verbs():
    matrix = rejoinder.match(DRAFT, REPLY)
    assert [row.disposition for row in matrix.rows][:2] == [Disposition.ACCEPTED, Disposition.COUNTERED]
    found = rejoinder.align(DRAFT.splitlines()[2:], ["Dogs can travel free.", "The fare of five crowns is fine."])
    assert [row[0][0] for row in found] == [2, 1]
