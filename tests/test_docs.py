"""What the documents show is so: commands parse, targets and files exist, links resolve, public names are described."""

import inspect
import re
import shlex
from pathlib import Path

import pytest
import typer

import rejoinder
import rejoinder.model
from rejoinder.cli.app import app
from tests.shown import documents, renewed

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/*.md"), *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_of(*languages: str) -> list[tuple[str, str]]:
    """(document, line) of every line in the fenced blocks of these languages, without comments."""
    return [
        (named(path), bare)
        for path in DOCUMENTS
        for language, block in FENCE.findall(path.read_text(encoding="utf-8"))
        if language in languages
        for line in block.splitlines()
        if (bare := re.sub(r"\s+#.*", "", line).removeprefix("$ ").strip())
    ]


COMMANDS = sorted({line for line in lines_of("sh", "console", "bash") if line[1].startswith("rejoinder ")})
TARGETS = sorted({line for line in lines_of("sh", "console", "bash") if line[1].startswith("make ")})
LINKS = [(named(path), target) for path in DOCUMENTS for target in LINK.findall(path.read_text(encoding="utf-8"))]
PROGRAMS = [
    (named(path), block)
    for path in DOCUMENTS
    for language, block in FENCE.findall(path.read_text(encoding="utf-8"))
    if language == "python"
]
PUBLIC = [
    (module.__name__, name)
    for module in (rejoinder, rejoinder.model)
    for name in module.__all__
    if not name.startswith("__")
]


def test_there_is_something_to_test():
    assert {"README.md", "docs/tutorial.md"} <= {document for document, _ in COMMANDS}
    assert TARGETS
    assert LINKS
    assert PROGRAMS
    assert PUBLIC


@pytest.mark.parametrize(("document", "line"), COMMANDS)
def test_commands_parse(document, line):
    words = shlex.split(re.split(r"\s[<>|]", line)[0])[1:]
    group = typer.main.get_command(app)
    with group.make_context("rejoinder", list(words), resilient_parsing=True) as context:
        if words[0].startswith("--"):
            assert words[0] in {option for parameter in group.get_params(context) for option in parameter.opts}
            return
        name, command, rest = group.resolve_command(context, words)
        assert command.make_context(name, rest, parent=context)


@pytest.mark.parametrize(("document", "line"), COMMANDS)
def test_examples_that_are_named_exist(document, line):
    for path in re.findall(r"\bexamples/\S+", line):
        assert list(ROOT.glob(path))


@pytest.mark.parametrize(("document", "line"), TARGETS)
def test_targets_are_in_the_makefile(document, line):
    assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("document", "target"), LINKS)
def test_links_resolve(document, target):
    if target.startswith(("https://", "mailto:")):
        return
    path, _, heading = target.partition("#")
    linked = ROOT / document if not path else (ROOT / document).parent / path
    assert linked.exists()
    if heading:
        titles = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", documents(), ids=named)
def test_what_the_program_is_shown_to_print_it_prints(path):
    page = path.read_text(encoding="utf-8")
    assert page == renewed(page), "make shown writes it anew"


@pytest.mark.parametrize(("document", "source"), PROGRAMS)
def test_programs_compile(document, source):
    assert compile(source, document, "exec")


@pytest.mark.parametrize(("module", "name"), PUBLIC)
def test_public_names_are_described(module, name):
    thing = getattr(rejoinder.model if module == "rejoinder.model" else rejoinder, name)
    written = inspect.getdoc(thing) or ""
    assert written
    assert not written.startswith(f"{name}("), "this is what a dataclass says by itself"


def test_every_module_stands_in_the_story_of_the_code():
    told = set(re.findall(r"\w+", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")))
    package = ROOT / "src" / "rejoinder"
    modules = [
        path
        for path in package.rglob("*.py")
        if "__" not in path.name and path.parent.name not in ("cli", "migrations")
    ]
    assert len(modules) > 60
    assert [named(path) for path in modules if path.stem not in told and not path.stem.startswith("_")] == []


@pytest.mark.parametrize("package", ["model", "reading/actors", "reading/attribution", "cli/brief"])
def test_a_package_lists_its_modules(package):
    folder = ROOT / "src" / "rejoinder" / package
    listed = set(re.findall(r"^``(\w+)``", (folder / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_every_decision_is_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert all(f"({path.name})" in listed for path in folder.glob("0*.md"))
