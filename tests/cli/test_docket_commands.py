"""The commands of a docket: what they print, what they refuse, and that errors are one line."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import rejoinder
import rejoinder.store
from rejoinder.cli.app import app
from rejoinder.cli.place import default_database, is_place, moment_of, name_of_user, split_place
from rejoinder.cli.watch import seconds_of
from rejoinder.desk.fetching import Fetched
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.docket.matters import MatterKind
from rejoinder.model import AskedError, Decision
from tests.desk.desks import DOCKET, new_desk, read
from tests.halvern import TEXT

ROOT = Path(__file__).parents[2]


def run(*arguments, stdin=None, home=None):
    environment = {"COLUMNS": "100", "XDG_DATA_HOME": str(home) if home else None}
    return CliRunner().invoke(app, [str(item) for item in arguments], obj=read, input=stdin, env=environment)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "stories" / "halvern.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path, story):
    """The address of a docket that holds the story."""
    place = f"{tmp_path / 'desk.db'}#{DOCKET}"
    assert run("new", place, "--title", "The river Lenn").exit_code == 0
    assert run("add", place, story, "--user", "Ilse").exit_code == 0
    return place


def snapshot(place):
    desk = new_desk()
    path, _, docket = place.partition("#")
    ledger = rejoinder.store.open_ledger(path)
    found = snapshot_as_of(type(desk)(ledger, "Ilse", desk.clock, read), docket)
    ledger.close()
    return found


def test_a_docket_by_its_name_stands_in_the_folder_for_data(tmp_path, story):
    made = run("new", "lenn", home=tmp_path / "data")
    assert made.stdout == f"Docket “lenn” is made, in {tmp_path / 'data' / 'rejoinder' / 'desk.db'}.\n"
    added = run("add", "lenn", story, home=tmp_path / "data")
    assert re.fullmatch(
        rf"added  {story}: 6 statements, 3 commitments, 2 characterisations, 1 contingency, 3 meetings, 2 texts, "
        r"1 referral, 2 releases  \[[0-9a-f]{12}\]\n",
        added.stdout,
    )
    assert run("add", "lenn", story, home=tmp_path / "data").stdout.startswith(f"held   {story}: ")


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data"),
        ({"XDG_DATA_HOME": "data"}, "linux", "/home/ilse/.local/share"),
        ({}, "linux", "/home/ilse/.local/share"),
        ({}, "darwin", "/home/ilse/Library/Application Support"),
        ({"LOCALAPPDATA": "/c/local"}, "win32", "/c/local"),
        ({}, "win32", "/home/ilse/AppData/Local"),
    ],
)
def test_the_folder_for_data_is_that_of_the_platform(environment, platform, folder):
    assert default_database(environment, platform, Path("/home/ilse")) == Path(folder) / "rejoinder" / "desk.db"


@pytest.mark.parametrize(
    ("named", "database", "expected"),
    [
        ("lenn", None, (None, "lenn")),
        ("lenn", "other.db", ("other.db", "lenn")),
        ("desk.db", None, ("desk.db", None)),
        ("desk.db#lenn", None, ("desk.db", "lenn")),
        ("./desk", None, ("./desk", None)),
        ("postgresql://db.example/desk#lenn", None, ("postgresql://db.example/desk", "lenn")),
    ],
)
def test_a_docket_is_a_name_or_a_path(named, database, expected):
    assert split_place(named, database) == expected


def test_a_path_and_a_desk_do_not_go_together(tmp_path):
    with pytest.raises(typer.BadParameter, match="without --db"):
        split_place("desk.db#lenn", "other.db")
    (tmp_path / "desk").write_bytes(b"")
    assert is_place(str(tmp_path / "desk"))


def test_a_day_of_the_record_ends_with_the_day(monkeypatch):
    at = moment_of(datetime(2022, 1, 22), datetime(2022, 1, 23))  # noqa: DTZ001 - as typer gives it
    assert str(at.known) == "2022-01-22"
    assert at.recorded.strftime("%d %H:%M:%S") == "23 23:59:59"
    assert moment_of(None, datetime(2022, 1, 23, 12)).recorded.hour == 12  # noqa: DTZ001


def test_a_person_has_a_name(monkeypatch):
    assert name_of_user("Ilse") == "Ilse"
    monkeypatch.setattr("getpass.getuser", lambda: "ilse")
    assert name_of_user(None) == "ilse"

    def unknown():
        raise KeyError("LOGNAME")

    monkeypatch.setattr("getpass.getuser", unknown)
    with pytest.raises(AskedError, match="--user NAME"):
        name_of_user(None)


def test_where_it_stands_says_as_of_when(place):
    now = run("status", place)
    assert now.exit_code == 0
    assert now.stdout.startswith("The river Lenn\nas of ")
    assert "THE PAST" not in now.stdout
    past = run("status", place, "--as-of", "2022-05-19").stdout
    assert "THE PAST: only what was out by the end of Thu 19 May 2022, with today's record of it." in past
    record = run("status", place, "--recorded", "2022-06-01").stdout
    assert "THE PAST: our record as it was at Wed 1 Jun 2022 23:59." in record


def test_where_it_stands_as_json(place):
    told = json.loads(run("status", place, "--as-of", "2022-05-21", "--json").stdout)
    assert {"schema": "rejoinder.standing/1", "docket": DOCKET, "title": "The river Lenn"}.items() <= told.items()
    assert told["as_of"] == "2022-05-21"
    assert told["past"] is True
    assert isinstance(told["promises"], list)
    assert set(json.loads(run("due", place, "--json").stdout)) == {
        "schema", "docket", "title", "as_of", "past", "recorded", "seq", "counts", "promises",
    }  # fmt: skip


def test_one_record_with_its_words_in_context_and_its_history(place):
    subject = next(iter(snapshot(place).statements))
    shown = run("show", place, subject.partition(":")[2][:8])
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"STATEMENT  {subject}\n")
    assert "EVIDENCE" in shown.stdout
    assert "»answer on river compact will come in early June«" in shown.stdout
    assert re.search(r"\n  2 \d{4}-\d\d-\d\d \d\d:\d\d found by Ilse statement:", shown.stdout)
    told = json.loads(run("show", place, subject, "--json").stdout)
    assert (told["id"], told["record"]["act"]) == (subject, "promise")


def test_a_source_is_shown_too(place):
    source = next(iter(snapshot(place).sources))
    shown = run("show", place, source[:20])
    assert shown.stdout.startswith(f"SOURCE  {source}\n")
    assert "received as" in shown.stdout


def test_an_id_that_is_none_and_one_that_could_be_several(place):
    unknown = run("show", place, "ffffffffffff")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert unknown.stderr == (
        "rejoinder: There is no record ffffffffffff in the docket then. Take an id from its status.\n"
    )
    several = run("show", place, "statement:")
    assert several.exit_code == 2


def test_words_are_found_and_narrowed(place):
    found = run("search", place, "archipelago")
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "Nothing found.\n")
    found = run("search", place, "winter", "releases").stdout
    assert "winter releases on the table" in found
    assert re.search(
        r"^Ilse Varga \(Lower Halvern\) · promise · \w{3} \d+ \w{3} 2022 · .*\[[0-9a-f]{12}\]$", found, re.MULTILINE
    )
    assert run("search", place, "--speaker", "lower halvern", "--act", "reject").stdout.count("[") == 1
    assert run("search", place, "--act", "accuse").stderr == "Nothing found.\n"
    assert run("search", place, "--from", "2022-05-21").stderr == "Nothing found.\n"
    assert run("search", place).exit_code == 2


def test_a_docket_goes_to_a_file(place, tmp_path):
    told = run("export", place, "-o", tmp_path / "lenn.csv")
    assert told.exit_code == 0
    assert (tmp_path / "lenn.csv").is_file()
    wrong = run("export", place, "-o", tmp_path / "lenn.odt")
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)
    assert ".xlsx" in wrong.stderr


def test_a_whole_desk_is_verified_copied_and_restored(place, tmp_path):
    path = place.partition("#")[0]
    told = run("verify", place).stdout
    assert re.fullmatch(rf"{DOCKET}: nothing is changed; 21 entries, the last one with hash [0-9a-f]{{64}}\.\n", told)
    assert run("verify", "--db", path).stdout == told
    backup = run("backup", tmp_path / "copy.db", "--db", path)
    assert backup.stdout == f"{DOCKET}: 21 entries, checked.\nWhole in {tmp_path / 'copy.db'}.\n"
    assert run("backup", tmp_path / "copy.db", "--db", path).stderr.startswith("rejoinder: There is a file")
    assert run("restore", tmp_path / "copy.db", "--db", tmp_path / "again.db").exit_code == 0
    assert run("verify", f"{tmp_path / 'again.db'}").stdout == told
    assert run("restore", tmp_path / "copy.db", "--db", path).exit_code == 2


def test_a_change_is_told_and_the_exit_code_is_one(place):
    path = place.partition("#")[0]
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER store_entry_no_update")
        other.execute("UPDATE store_entry SET recorded_by = 'Jan' WHERE seq = 3")
    other.close()
    told = run("verify", place)
    assert told.exit_code == 1
    assert "The guard store_entry_no_update against changes is missing.  [store-damaged]" in told.stdout
    assert re.search(r"lenn: Entry 3 \(.*\) has been changed\.  \[entry-changed\]", told.stdout)
    assert told.stdout.endswith("2 changed or damaged. Restore a backup: rejoinder restore BACKUP\n")


def foreign(path):
    path.write_text("my notes, and nothing else in here at all", encoding="utf-8")


def newer(path):
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_later', '2030-01-01')")
    other.close()


def damaged(path):
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x00" * (len(data) - 4096)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (foreign, "is not a desk of Rejoinder"),
        (newer, "newer version"),
        (damaged, "damaged"),
        (os.remove, "no desk at"),
    ],
)
@pytest.mark.parametrize("command", ["add", "status", "search", "verify"])
def test_a_file_that_is_no_desk_is_one_clear_error_and_stays_as_it_is(place, story, spoil, said, command):
    path = Path(place.partition("#")[0])
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    arguments = {"add": [story], "search": ["reply"]}.get(command, [])
    told = run(command, place, *arguments)
    assert told.exit_code in (1, 2)
    assert said in told.stderr + told.stdout
    assert told.stderr.count("\n") <= 1
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status", "gone"], "There is no desk at"),
        (["new", "lenn.db#a/b"], "is no name for a docket"),
        (["new", "lenn", "--user", " "], "--user"),
        (["status", "lenn", "--as-of", "yesterday"], "--as-of"),
    ],
)
def test_wrong_usage_says_what_to_do(tmp_path, arguments, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = run(*arguments, home=tmp_path / "data")
    assert told.exit_code == 2
    assert said in told.stderr


def test_a_desk_with_several_dockets_asks_which(place):
    path = place.partition("#")[0]
    assert run("status", path).exit_code == 0
    run("new", f"{path}#dock")
    told = run("status", path)
    assert told.stderr == f"rejoinder: {path} holds dock, lenn. Say which: {path}#dock\n"
    assert "no docket “gone” here" in run("status", f"{path}#gone").stderr
    assert "is a docket “lenn” already" in run("new", place).stderr


def test_a_source_that_cannot_be_read_stops_no_other(place, tmp_path):
    (tmp_path / "stories" / "new.txt").write_text("A: one more", encoding="utf-8")
    told = run("add", place, tmp_path / "gone.txt", tmp_path / "stories")
    assert told.exit_code == 2
    assert told.stderr == f"rejoinder: There is no file {tmp_path / 'gone.txt'}. Check the path.\n"
    assert [line.split()[0] for line in told.stdout.splitlines()] == ["held", "added"]


def test_the_standard_input(place):
    assert run("add", place, "-", stdin=b"A: from a pipe").stdout.startswith("added  -: 1 statement")


@pytest.mark.parametrize(("every", "seconds"), [("15m", 900), ("30s", 30), ("2h", 7200), ("1d", 86_400)])
def test_how_often_is_a_time(every, seconds):
    assert seconds_of(every) == seconds


@pytest.mark.parametrize("every", ["5s", "often", "", "15"])
def test_what_is_no_time_or_too_short(every):
    with pytest.raises(typer.BadParameter):
        seconds_of(every)


def judged(place):
    return [(item.decision, item.subject, item.by) for item in snapshot(place).judgements.values()]


def test_a_review_in_a_pipe_reads_a_letter_a_line(place):
    told = run("review", place, "--statements", "--user", "Ilse", stdin="?\ny\nu\nn\nit is no promise\nx\ns\nz\nz\nq\n")
    assert told.exit_code == 0
    assert "confirm: it is so" in told.stdout
    decisions = [decision for decision, _, _ in judged(place)]
    assert decisions[:3] == [Decision.CONFIRM, Decision.UNSURE, Decision.REJECT]
    assert decisions[3:] == [Decision.UNDO]
    assert {by for _, _, by in judged(place)} == {"Ilse"}
    assert "3 decided" in told.stdout


def test_a_review_ends_where_the_input_ends(place):
    assert "0 decided" in run("review", place, "--statements", stdin="").stdout


def test_what_is_amended_is_asked_for_field_by_field(place):
    read = snapshot(place)
    business = "s\n" * sum(matter.kind is not MatterKind.ITEM for matter in all_matters(read, date(2022, 5, 20)))
    told = run("review", place, "--statements", stdin=f"{business}e\nact\nsing\nact\nstate\n\nq\n")
    assert "“sing” is no act. Type state, propose" in told.stderr
    assert [decision for decision, _, _ in judged(place)][-1:] == [Decision.AMEND]


REVIEW = """
import sys
from rejoinder.cli.app import app
app(sys.argv[1:])
"""


def test_a_review_on_a_terminal_takes_single_keys(place):
    master, end = pty.openpty()
    source = Path(rejoinder.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(source), "TERM": "dumb", "NO_COLOR": "1"}
    command = [sys.executable, "-c", REVIEW, "review", place, "--statements", "--user", "Ilse"]
    os.write(master, b"yyzq")
    ended = subprocess.run(command, env=environment, stdin=end, capture_output=True, check=False, timeout=60)  # noqa: S603
    os.close(end)
    os.close(master)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [decision for decision, _, _ in judged(place)] == [Decision.CONFIRM, Decision.CONFIRM, Decision.UNDO]


def test_what_is_kept_is_kept_for_the_next_command(place, tmp_path):
    """A copy of the file alone, with nothing of a running program beside it, holds everything."""
    path = Path(place.partition("#")[0])
    shutil.copy(path, tmp_path / "moved.db")
    assert "21 entries" in run("verify", tmp_path / "moved.db").stdout


FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><link>http://wire.example/one</link></item><item><link>http://wire.example/two</link></item></channel></rss>"""


@pytest.fixture
def wire(monkeypatch):
    """A feed with two pages, without a network; what was asked for."""
    asked = []

    def fetch(address, limits):
        asked.append(address)
        data = FEED if address.endswith("feed") else f"A: this is {address}".encode()
        return Fetched(address, data, "text/xml" if address.endswith("feed") else "text/plain")

    monkeypatch.setattr("rejoinder.desk.fetching.fetch", fetch)
    return asked


def test_a_feed_is_watched_and_a_page_that_is_held_is_not_asked_for_again(place, wire):
    told = run("watch", place, "http://wire.example/feed", "--once")
    assert (told.exit_code, told.stdout.count("added ")) == (0, 2)
    assert run("watch", place, "http://wire.example/feed", "--once").stdout == ""
    assert [address.rpartition("/")[2] for address in wire] == ["feed", "one", "two", "feed"]


def test_watching_ends_quietly_with_ctrl_c(place, wire, monkeypatch):
    def interrupt(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", interrupt)
    told = run("watch", place, "http://wire.example/feed")
    assert told.exit_code == 130
    assert told.stdout.endswith("again in 15m. Ctrl-C ends.\n")
    assert told.stderr == ""
