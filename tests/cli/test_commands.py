"""The commands: what they print, where errors go, and the exit codes."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import rejoinder
from rejoinder.cli import main
from rejoinder.cli.app import app
from rejoinder.cli.brief import render_brief
from rejoinder.cli.output import put
from rejoinder.formats.contract import schema
from rejoinder.model import Document, ModelError, Reading
from tests.halvern import TEXT, reading
from tests.shown import GOLDEN

SOURCE = Path(rejoinder.__file__).parents[1]


def read_as_halvern(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
    """A reader that finds in every document what stands in the invented story."""
    found = reading()
    day = published or found.document.published
    return [replace(found, document=replace(found.document, path=item.path, published=day)) for item in documents]


def broken(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
    raise ModelError("model-damaged", "The tagger's file is damaged.", "Install Rejoinder again.")


def run(
    *arguments: object, reader: object = read_as_halvern, stdin: bytes | None = None, columns: str | None = None
) -> Result:
    environment = {"COLUMNS": columns}
    return CliRunner().invoke(app, [str(item) for item in arguments], obj=reader, input=stdin, env=environment)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "halvern.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_brief_without_a_flag_plain_and_100_wide_in_a_pipe(story: Path) -> None:
    result = run("read", story)
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Upland Wire · Brennau · Fri 20 May 2022 (year from the weekday)\nLower Halvern says"
    )
    assert "\x1b" not in result.stdout
    assert 90 < max(len(line) for line in result.stdout.splitlines()) <= 100
    assert "halvern.txt" not in result.stdout


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("20", 60), ("140", 140), ("0", 100), ("many", 100)])
def test_a_pipe_is_as_wide_as_the_environment_says(story: Path, columns: str, width: int) -> None:
    lines = run("read", story, columns=columns).stdout.splitlines()
    assert lines == [line.plain for line in render_brief(reading(), width)]


def test_why_tells_the_reason_of_each_record(story: Path) -> None:
    lines = run("read", story, "--why", columns="80").stdout
    assert lines == (GOLDEN / "why-80.txt").read_text(encoding="utf-8")


def test_briefs_of_several_stories_are_parted_and_named(story: Path) -> None:
    result = run("read", story, story)
    assert result.stdout.count(f"{story}"[:60]) == 2
    assert "\n\n\n" in result.stdout


def test_json_is_one_object(story: Path) -> None:
    result = run("read", story, "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["schema"], found["document"]["path"]) == (0, "rejoinder.reading/1", str(story))


def test_jsonl_is_a_line_for_each_input_in_order_the_failed_one_too(story: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    result = run("read", story, gone, story, "--jsonl")
    first, second, third = (json.loads(line) for line in result.stdout.splitlines())
    assert (result.exit_code, first, result.stderr) == (2, third, "")
    assert list(second) == ["path", "error"]
    assert (second["path"], second["error"]["code"]) == (str(gone), "not-found")
    assert second["error"]["message"] == f"There is no file {gone}. Check the path."


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_an_error_goes_to_the_standard_error_with_its_remedy(flags: list[str], tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    result = run("read", gone, *flags)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"rejoinder: There is no file {gone}. Check the path.\n"


def test_the_others_go_on(story: Path, tmp_path: Path) -> None:
    result = run("read", tmp_path / "gone.txt", story)
    assert result.exit_code == 2
    assert "SAID  3 found, not confirmed" in result.stdout


def test_a_damaged_tagger_is_one_error(story: Path) -> None:
    result = run("read", story, story, reader=broken)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "rejoinder: The tagger's file is damaged. Install Rejoinder again.\n"


def test_the_standard_input(story: Path) -> None:
    assert json.loads(run("read", "-", "--json", stdin=TEXT.encode()).stdout)["document"]["path"] == "-"
    assert run("text", "-", stdin=b"\xef\xbb\xbfA\r\nb").stdout_bytes == "\ufeffA\r\nb".encode()


def test_the_day_is_passed_on(story: Path) -> None:
    found = json.loads(run("read", story, "--json", "--published", "2022-05-21").stdout)
    assert found["document"]["published"] == "2022-05-21"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument"),
        (["read", "a.txt", "b.txt", "--json"], "--jsonl"),
        (["read", "a.txt", "--json", "--jsonl"], "do not go together"),
        (["read", "a.txt", "--json", "--why"], "without --json"),
        (["read", "a.txt", "--jsonl", "--why"], "without --json"),
        (["read", "a.txt", "--published", "21 May"], "--published"),
        (["recite"], "recite"),
    ],
)
def test_wrong_usage_says_what_to_do(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_text_is_printed_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("Ein Brief\r\nund “Worte”\n\n".encode())
    assert run("text", path).stdout_bytes == path.read_bytes()
    gone = run("text", tmp_path / "gone.txt")
    assert (gone.exit_code, "There is no file" in gone.stderr) == (2, True)


def test_a_lone_surrogate_is_escaped_in_json_and_one_character_in_text(
    story: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return [Reading(replace(item, title="A \ud800 b"), (), (), (), "test") for item in documents]

    assert json.loads(run("read", story, "--json", reader=read).stdout)["document"]["title"] == "A \ud800 b"
    put("A \ud800 b")
    assert capfdbinary.readouterr().out == b"A ? b"


def test_schema_and_version() -> None:
    assert json.loads(run("schema").stdout) == schema()
    assert run("--version").stdout == f"rejoinder {rejoinder.__version__}\n"


def test_help_names_the_commands_and_completion() -> None:
    shown = run("--help").stdout
    assert all(word in shown for word in ("read", "text", "schema", "--install-completion", "--version"))


def python(
    *arguments: str, environment: dict[str, str] | None = None, stdout: int, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """A process of its own; nothing of this one's terminal reaches it."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "HOME")}
    paths = os.pathsep.join([str(SOURCE), str(SOURCE.parent)])
    whole = {**kept, "PYTHONPATH": paths, **(environment or {})}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=whole, check=False, stdout=stdout, stderr=stderr)  # noqa: S603 - this program


def test_output_that_nobody_reads_ends_quietly(story: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = python("-m", "rejoinder", "text", str(story), stdout=writer)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_an_interruption_ends_quietly(story: Path) -> None:
    def interrupted(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        raise KeyboardInterrupt

    result = run("read", story, reader=interrupted)
    assert (result.exit_code, result.output) == (130, "")


def test_an_interruption_before_the_command_is_there_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rejoinder.cli.app.app", interrupted)
    assert main() == 130


LIST_MODULES = """
import sys
from rejoinder.cli import main
sys.argv = ["rejoinder", "--help"]
try:
    main()
except SystemExit:
    print(*sys.modules)
"""


def test_help_loads_nothing_heavy() -> None:
    ended = python("-c", LIST_MODULES, stdout=subprocess.PIPE)
    loaded = {name.partition(".")[0] for name in ended.stdout.decode().split()}
    assert "rejoinder" in loaded
    assert not loaded & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "holidays", "rich", "httpx2"}


READ_AS_HALVERN = """
import sys
from rejoinder.cli.app import app
from rejoinder.cli.brief import render_brief
from tests.cli.test_commands import read_as_halvern
app(sys.argv[1:], obj=read_as_halvern)
"""


def on_terminal(stream: str, *arguments: str, **environment: str) -> tuple[str, str]:
    """What a terminal of 80 columns that is the stream ``stdout`` or ``stderr`` shows, and what the other one gives."""
    terminal, end = pty.openpty()
    termios.tcsetwinsize(end, (40, 80))
    environment = {"TERM": "xterm-256color", **environment}
    other = "stderr" if stream == "stdout" else "stdout"
    ended = python("-c", READ_AS_HALVERN, *arguments, environment=environment, **{stream: end, other: subprocess.PIPE})
    os.close(end)
    shown = b""
    with contextlib.suppress(OSError):  # Linux reports the closed other end as an error.
        while piece := os.read(terminal, 65536):
            shown += piece
    os.close(terminal)
    return shown.decode(), getattr(ended, other).decode()


def test_a_terminal_shows_colours_over_its_whole_width(story: Path) -> None:
    shown, _ = on_terminal("stdout", "read", str(story))
    assert "\x1b[31m✕ rejects" in shown
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    assert bare == (GOLDEN / "brief-80.txt").read_text(encoding="utf-8")


def test_no_colour_where_none_is_wanted(story: Path) -> None:
    shown, _ = on_terminal("stdout", "read", str(story), NO_COLOR="1")
    assert "✕ rejects" in shown
    assert "\x1b[31m" not in shown


@pytest.mark.parametrize(("count", "bar"), [(4, False), (5, True)])
def test_a_bar_for_many_stories_that_go_elsewhere(story: Path, count: int, bar: bool) -> None:
    shown, printed = on_terminal("stderr", "read", "--jsonl", *[str(story)] * count)
    assert ("Reading" in shown) is bar
    assert len(printed.splitlines()) == count
