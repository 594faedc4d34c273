"""The lock: hashes for all, no addresses, nothing that only training needs, one version of each package."""

import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parents[1] / "requirements").glob("*.txt"))
PACKAGE = re.compile(r"^([a-z0-9.-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def packages_of(path: Path) -> set[tuple[str, str, str]]:
    return set(PACKAGE.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_has_hashes_and_no_addresses(path):
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    assert packages_of(path)
    assert all(PACKAGE.match(line) or re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?", line) for line in lines)


def test_the_locks_agree():
    by_name = {path.stem: packages_of(path) for path in LOCKS}
    assert set(by_name) == {"build", "run", "test", "evaluation"}
    names = {name: {package for package, _, _ in packages} for name, packages in by_name.items()}
    assert names["run"] <= names["test"] <= names["evaluation"]
    versions = {name: {(package, version) for package, version, _ in found} for name, found in by_name.items()}
    assert versions["run"] <= versions["test"] <= versions["evaluation"]
    assert not {"torch", "onnx", "safetensors"} & names["evaluation"]
