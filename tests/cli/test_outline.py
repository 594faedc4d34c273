"""``rejoinder outline``: the indented outline for people, the JSON, and where errors go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rejoinder.cli.app import app

DRAFT = """DRAFT COMPACT

Article 1
Data

1. Data are shared every hour.
2. Each side:
(a) keeps its gauges; and
(c) repairs them.
"""
SHOWN = """DRAFT COMPACT
Article 1  Data                                                                                art_1
  1.  “Data are shared every hour.”                                                    art_1__para_1
  2.  “Each side:”                                                                     art_1__para_2
    (a)  “keeps its gauges; and”                                              art_1__para_2__point_a
    (c)  “repairs them.”                                                      art_1__para_2__point_c

DOUBTS
  [9:1]  Numbers are missing before “(c)”.
"""


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["outline", *(str(each) for each in arguments)], input=stdin)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_each_item_stands_under_the_one_that_holds_it(draft: Path) -> None:
    assert run(draft).stdout == SHOWN


def test_the_json_has_the_keys_of_the_contract(draft: Path) -> None:
    found = json.loads(run(draft, "--json").stdout)
    (article,) = found["items"]
    assert set(article) == {"label", "kind", "number", "heading", "start", "end", "items"}
    assert [article[key] for key in ("label", "kind", "number", "heading")] == ["art_1", "article", "1", "Data"]
    assert DRAFT[article["start"] : article["end"]].endswith("(c) repairs them.")
    assert article["items"][0]["heading"] is None


def test_long_words_are_cut_at_a_space() -> None:
    shown = run("-", stdin=f"1. {'word ' * 60}and so on.\n2. Short.\n").stdout
    assert "word…”" in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "There is no file" in result.stderr


def test_a_draft_is_written_as_akoma_ntoso(draft: Path) -> None:
    written = run(draft, "--akn").stdout
    assert written.startswith("<?xml")
    assert '<article eId="art_1">' in written
    assert "/draft" in written
    assert run(draft, "--akn", "--json").exit_code == 2
