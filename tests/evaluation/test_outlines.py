"""How found items are counted, on a folder made here; and that the drafts of the pairs are outlined well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.outlines import bare_number, found_items, load_expected, score_outlines

DRAFT = "Article 1\nScope\nThe Compact binds both sides.\n\nArticle 2\nIt lasts for ten years.\n"


def write(folder: Path, draft: str, *items: tuple[str | None, str]) -> None:
    (folder / "pair").mkdir()
    (folder / "pair" / "draft.txt").write_text(draft, encoding="utf-8")
    expected = {"items": [{"label": "x", "number": number, "starts": starts} for number, starts in items]}
    (folder / "pair" / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


@pytest.mark.parametrize(
    ("printed", "bare"), [("Article 4", "4"), ("2.", "2"), ("(a)", "a"), ("1.2", "1.2"), ("Q3:", "q3"), (None, "")]
)
def test_numbers_are_compared_bare(printed: str | None, bare: str) -> None:
    assert bare_number(printed) == bare


def test_an_item_is_found_by_its_number_and_first_words(tmp_path: Path) -> None:
    write(tmp_path, DRAFT, ("Article 1", "The Compact binds"), ("Article 3", "It lasts"))
    (expected,) = load_expected(tmp_path)
    missed, left = found_items(expected)
    assert missed == [("3", "it lasts")]
    assert [item.label for item in left] == ["art_2"]
    assert score_outlines([tmp_path]) == {"items.found": 50, "items.precision": 50}


def test_the_drafts_of_the_pairs_have_their_items() -> None:
    figures = score_outlines([Path("tests/matching/pairs/dev")])
    assert figures["items.found"] >= 95
    assert figures["items.precision"] >= 95
