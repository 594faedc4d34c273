"""The options that name an endpoint: nothing is sent without them, and what is sent where is said before."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rejoinder.cli.app import app
from rejoinder.cli.endpoint import warn_of_sending
from rejoinder.learned.endpoint import Endpoint
from rejoinder.model import Document, Reading
from tests.chat_server import Scripted, chat_server, saying
from tests.halvern import TEXT

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

CONTENT = {"exact": "“a fair account.”", "before": "", "after": "", "parts": []}
REUTER = {"name": "Jan Reuter", "post": None, "party": "Ostmark", "mention": None}
ANSWER = {"statements": [{"id": "s1", "speaker": REUTER, "act": "agree", "content": CONTENT}]}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "halvern.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object, reader: object = None, **environment: str) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], obj=reader, env=environment)


def test_the_brief_says_who_read_and_the_error_stream_where_the_story_went(story: Path) -> None:
    with chat_server([saying(ANSWER)]) as chat:
        result = run(story, "--endpoint", chat.address, "--endpoint-model", "toy")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == f"read by toy at {chat.address}"
    assert "agrees     “a fair account.”" in result.stdout
    assert "unsure" not in result.stdout
    assert result.stderr == (
        f"rejoinder: The stories are sent to {chat.address}, a server on this machine, to be read by toy.\n"
    )


def test_the_key_comes_from_the_variable_and_appears_nowhere(story: Path) -> None:
    with chat_server([saying(ANSWER)]) as chat:
        options = ("--endpoint", chat.address, "--endpoint-model", "toy", "--endpoint-key-env", "MY_KEY")
        result = run(story, "--json", *options, "--endpoint-timeout", "30", MY_KEY="sk-hush")
    assert chat.headers[0]["Authorization"] == "Bearer sk-hush"
    assert "sk-hush" not in result.output
    told = json.loads(result.stdout)
    assert told["statements"][0]["reason"] == f"Read by toy at {chat.address}."
    assert told["problems"][0]["code"] == "endpoint-read"


def test_an_input_that_fails_stops_no_other(story: Path, tmp_path: Path) -> None:
    with chat_server([Scripted(b"", 500), saying(ANSWER)]) as chat:
        paths = (story, tmp_path / "gone.txt", story)
        result = run(*paths, "--jsonl", "--endpoint", chat.address, "--endpoint-model", "toy")
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["error"]["code"], second["error"]["code"]) == ("endpoint-refused", "not-found")
    assert (len(third["statements"]), result.exit_code) == (1, 2)


def test_each_story_is_shown_before_the_next_is_sent(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    with chat_server([saying(ANSWER)]) as chat:
        monkeypatch.setattr("rejoinder.cli.read.put_json", lambda _: sent.append(len(chat.asked)))
        run(*[story] * 6, "--jsonl", "--endpoint", chat.address, "--endpoint-model", "toy")
    assert sent == [1, 2, 3, 4, 5, 6]


def test_without_the_options_nothing_is_sent(story: Path) -> None:
    def reader(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return [Reading(document, (), (), (), "test") for document in documents]

    result = run(story, reader=reader)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "read by" not in result.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--endpoint", "http://127.0.0.1:1/v1"], "--endpoint-model"),
        (["--endpoint", "http://127.0.0.1:1/v1", "--endpoint-model", " "], "--endpoint-model"),
        (["--endpoint-model", "toy"], "--endpoint"),
        (["--endpoint-key-env", "HOME"], "--endpoint"),
        (["--endpoint-timeout", "9"], "--endpoint"),
        (["--endpoint", "localhost", "--endpoint-model", "toy"], "no address of the web"),
        (
            ["--endpoint", "http://127.0.0.1:1", "--endpoint-model", "toy", "--endpoint-timeout", "0"],
            "--endpoint-timeout",
        ),
    ],
)
def test_wrong_options_say_what_to_do_and_send_nothing(story: Path, options: list[str], said: str) -> None:
    result = run(story, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_key_given_in_the_place_of_its_variable_is_not_repeated(story: Path) -> None:
    options = ("--endpoint", "http://127.0.0.1:1/v1", "--endpoint-model", "toy", "--endpoint-key-env", "sk-hush")
    result = run(story, *options)
    assert result.exit_code == 2
    assert "not set" in result.stderr
    assert "sk-hush" not in result.output
    assert "sk-hush" not in os.environ


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "https://host.example/v1?key=k",
            "The stories leave this machine: they are sent to https://host.example/v1 to be",
        ),
        (
            "http://10.0.0.8/v1",
            "The stories leave this machine without encryption: they are sent to http://10.0.0.8/v1",
        ),
    ],
)
def test_the_warning_says_that_stories_leave(address: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    warn_of_sending(Endpoint.named(address, "toy"))
    assert capsys.readouterr().err.startswith(f"rejoinder: {said}")
