"""Accounts on the command line, and a desk that is served to others only with them."""

from __future__ import annotations

from functools import partial

import pytest
from django.test import override_settings
from typer.testing import CliRunner

from rejoinder.cli.app import app
from rejoinder.cli.place import shown_address
from rejoinder.cli.serve import is_here, serving_at
from rejoinder.model import AskedError
from tests.desk.desks import DOCKET, read

PASSWORD = "nine grey herons\n"


@pytest.fixture(autouse=True)
def quick_hashes():
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def run(tmp_path):
    """The command on a desk with a docket."""
    place = str(tmp_path / "desk.db")

    def run(*arguments, stdin=None):
        environment = {"XDG_DATA_HOME": str(tmp_path)}
        return CliRunner().invoke(app, [*arguments, "--db", place], obj=read, input=stdin, env=environment)

    assert run("new", DOCKET).exit_code == 0
    return run


def test_from_the_first_account_to_the_last_token(run):
    assert run("account", "list").output == ""
    assert run("account", "add", "Ilse Varga", stdin=PASSWORD).output == "Ilse Varga may sign in now.\n"
    told = run("account", "list").output
    assert told.startswith("Ilse Varga: since ")
    assert told.endswith(", never signed in\n")
    assert "disabled" in run("account", "disable", "ilse varga").output
    assert run("account", "list").output.endswith(", disabled\n")
    assert "again" in run("account", "enable", "Ilse Varga").output
    assert "another password" in run("account", "password", "Ilse Varga", stdin="ten brown otters\n").output
    secret = run("account", "token", "Ilse Varga", "--label", "nightly").output.strip()
    assert len(secret) > 40
    feed, calendar = run("account", "feed", "Ilse Varga", DOCKET).output.splitlines()
    assert feed.startswith(f"/d/{DOCKET}/feed.atom?key=")
    assert calendar.startswith(f"/d/{DOCKET}/calendar.ics?key=")
    lines = run("account", "tokens", "Ilse Varga").output.splitlines()
    assert sorted(line.partition("  ")[2].partition(",")[0] for line in lines) == ["API (nightly)", f"feed of {DOCKET}"]
    assert secret not in "".join(lines)
    assert "lets nobody in" in run("account", "revoke", "Ilse Varga", lines[0].split()[0]).output
    assert len(run("account", "tokens", "Ilse Varga").output.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("add", "Ilse"), "", "No password was given."),
        (("add", "Ilse"), "short\n", "easy to guess"),
        (("add", "<b>"), PASSWORD, "is no name for an account"),
        (("disable", "Nobody"), None, "There is no account “Nobody”."),
        (("token", "Nobody"), None, "There is no account “Nobody”."),
    ],
)
def test_what_will_not_do_is_one_line(run, arguments, stdin, words):
    result = run("account", *arguments, stdin=stdin)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def prompted(typed, text, *, hide_input, confirmation_prompt, err):
    """What is typed, as click asks for it."""
    assert (hide_input, confirmation_prompt, err) == (True, True, True)
    while (first := next(typed)) != next(typed):
        pass
    return first


def test_a_password_is_asked_for_twice_on_a_terminal(run, monkeypatch):
    typed = iter(["nine grey herons", "something else", "nine grey herons", "nine grey herons"])
    monkeypatch.setattr("rejoinder.cli.account.on_terminal", lambda: True)
    monkeypatch.setattr("rejoinder.cli.account.typer.prompt", partial(prompted, typed))
    assert "may sign in now" in run("account", "add", "Ilse").output
    assert list(typed) == []


@pytest.mark.parametrize(
    "option", [("--host", "0.0.0.0"), ("--host", "192.0.2.1"), ("--address", "https://desk.example.org")]
)
def test_without_accounts_a_desk_answers_to_nobody_else(run, option):
    result = run("serve", "--no-open", "--port", "0", *option)
    assert result.exit_code == 2
    assert "has no accounts" in result.stderr
    assert "rejoinder account add NAME --db" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_how_it_is_served():
    assert serving_at("127.0.0.1", None, "x").hosts == ("127.0.0.1", "localhost", "[::1]", "127.0.0.1")
    assert serving_at("0.0.0.0", None, "x").hosts == ("*",)
    behind = serving_at("127.0.0.1", "https://desk.example.org/", "x")
    assert behind.secure
    assert "desk.example.org" in behind.hosts
    assert "*" not in serving_at("0.0.0.0", "https://desk.example.org", "x").hosts
    assert not serving_at("127.0.0.1", "http://desk.example.org:8000", "x").secure
    for wrong in ("desk.example.org", "ftp://desk.example.org", "https://desk.example.org/desk", "https://"):
        with pytest.raises(AskedError, match="no address of a desk"):
            serving_at("127.0.0.1", wrong, "x")


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("desk", False),
    ],
)
def test_which_names_mean_this_machine_alone(host, here):
    assert is_here(host) is here


def test_a_password_in_an_address_is_not_shown():
    assert shown_address("postgresql://desk:secret@db/desk") == "postgresql://desk:...@db/desk"
    assert shown_address("postgresql://desk@db/desk") == "postgresql://desk@db/desk"
    assert shown_address("talks.db") == "talks.db"
