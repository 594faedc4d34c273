"""The files of the package that the recipe writes: where they are, and the digests by which they are known."""

from __future__ import annotations

import hashlib
from pathlib import Path

MODEL = Path("src/rejoinder/learned/model")


def digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
