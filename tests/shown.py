"""What the documents and the golden files show of the program, made anew.

``python -m tests.shown`` (``make shown``) writes the golden briefs of the invented story, then every block of a
document that stands between ``<!-- output: ... -->`` and ``<!-- end of output -->``: what a command prints in a pipe
(``rejoinder read ...``), what it prints of the docket
that the tutorial makes (``example table ...``), or a golden file (``golden brief-80``). tests/test_docs.py asks that nothing would change.
"""

from __future__ import annotations

import atexit
import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from typer.testing import CliRunner

from rejoinder.cli.app import app
from rejoinder.cli.brief import render_brief
from tests.halvern import reading

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "cli" / "brief" / "golden"
WIDTHS = (60, 80, 120)
BLOCK = re.compile(r"(<!-- output: ([^\n]+) -->\n```text\n)(.*?)(```\n<!-- end of output -->)", re.DOTALL)


def golden_briefs() -> Iterator[tuple[Path, str]]:
    """The golden files and what should stand in them: the invented story at each width, and once with its reasons."""
    for width in WIDTHS:
        yield GOLDEN / f"brief-{width}.txt", brief(width)
    yield GOLDEN / "why-80.txt", brief(80, why=True)


def brief(width: int, *, why: bool = False) -> str:
    return "".join(f"{line.plain}\n" for line in render_brief(reading(), width, why=why))


@cache
def output_of(source: str) -> str:
    """What a block shows: the output of a command, or a golden file."""
    kind, *arguments = shlex.split(source)
    if kind == "golden":
        return (GOLDEN / f"{arguments[0]}.txt").read_text(encoding="utf-8")
    return run(*arguments, "--db", example_desk()) if kind == "example" else run(*arguments)


def run(*arguments: str) -> str:
    """What a command prints; paths are those of the repository."""
    ended = CliRunner().invoke(app, [str(ROOT / item) if "/" in item else item for item in arguments], env=PIPED)
    assert ended.exit_code == 0, ended.output
    return ended.stdout


@cache
def example_desk() -> str:
    """A desk with the docket that the tutorial makes, step by step: its address."""
    address = str(Path(mkdtemp(prefix="rejoinder-shown-")) / "desk.db")
    atexit.register(shutil.rmtree, Path(address).parent, ignore_errors=True)
    lines = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8").splitlines()
    for line in lines:
        words = shlex.split(line) if line.startswith(("rejoinder new ", "rejoinder add ")) else []
        if words:
            run(*words[1:], "--db", address, *(["--user", "Ilse"] if words[1] == "add" else []))
    return address


PIPED: dict[str, str | None] = {"COLUMNS": None}


def renewed(page: str) -> str:
    """A document with its blocks made anew."""
    return BLOCK.sub(lambda block: f"{block[1]}{output_of(block[2])}{block[4]}", page)


def documents() -> list[Path]:
    """The documents that have such blocks."""
    pages = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
    return [page for page in pages if BLOCK.search(page.read_text(encoding="utf-8"))]


def main() -> None:
    for path, text in golden_briefs():
        path.write_text(text, encoding="utf-8")
    for path in documents():
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
