"""Whether the Akoma Ntoso that is written is valid: ``python -m evaluation.akn --schema FILE.xsd [FOLDER...]``.

FILE.xsd is akomantoso30.xsd as OASIS publishes it, with xml.xsd beside it. All ``.txt`` files under the folders (by
default the drafts of the tests) are outlined, written and checked. The exit status is 1 where one is not valid.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from lxml import etree

from rejoinder.formats.akoma_ntoso import write_akoma_ntoso
from rejoinder.matching.outline import outline_text

FOLDERS = (Path("tests/matching"), Path("examples"))
DAY = date(2022, 1, 26)


def invalid_files(schema: Path, folders: Sequence[Path]) -> Iterator[tuple[Path, str | None]]:
    """Every file, with the first complaint of the schema, or None where what is written of it is valid."""
    rules = etree.XMLSchema(etree.parse(str(schema)))
    for path in sorted(each for folder in folders for each in folder.rglob("*.txt")):
        outline = outline_text(path.read_text(encoding="utf-8"))
        written = etree.fromstring(write_akoma_ntoso(outline, f"/akn/un/bill/{DAY.isoformat()}/draft", DAY))
        valid = rules.validate(written)
        yield path, None if valid else str(rules.error_log.last_error)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is not valid, and how many are."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.akn", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--schema", type=Path, required=True)
    parser.add_argument("folders", type=Path, nargs="*", default=FOLDERS)
    chosen = parser.parse_args(arguments)
    checked = list(invalid_files(chosen.schema, chosen.folders))
    wrong = [(path, complaint) for path, complaint in checked if complaint]
    for path, complaint in wrong:
        print(f"{path}: {complaint}")
    print(f"{len(checked) - len(wrong)} of {len(checked)} are valid.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
