"""Blocks: which lines belong together, and what of a page is no text."""

from __future__ import annotations

import pytest

from rejoinder.matching.outline.lines import cut_blocks, is_heading


def blocks(text: str) -> list[str]:
    return [" ".join(text[block.start : block.end].split()) for block in cut_blocks(text)]


def test_a_number_like_2_1_begins_a_block_even_where_the_lines_are_wrapped() -> None:
    text = (
        "1.1 Ships lie at the quays for as long as the harbour\n"
        "master allows, and they leave when he asks them to do.\n"
        "1.2 Boats lie at the steps where there is room for it\n"
        "and at the buoys that are white, at a rate of about\n"
        "2.5 Crowns for each day that they lie there in summer.\n"
    )
    assert [block[:10] for block in blocks(text)] == ["1.1 Ships ", "1.2 Boats "]


def test_a_line_that_ends_within_a_sentence_goes_on_in_the_next() -> None:
    assert blocks("As agreed in paragraph\n4. It binds.") == ["As agreed in paragraph 4. It binds."]
    assert blocks("Barter points\n2.1 One day.") == ["Barter points", "2.1 One day."]
    assert blocks("They undertake to\n(a) pay.") == ["They undertake to", "(a) pay."]


def test_page_numbers_and_what_stands_beside_them_on_each_page_are_left_out() -> None:
    pages = [f"Draft of May\n\nWords of leaf {number}.\n\n- {number} -\n\n\f" for number in ("one", "two", "three")]
    text = "".join(page.replace("one", "1").replace("two", "2").replace("three", "3") for page in pages)
    assert blocks(text) == ["Words of leaf 1.", "Words of leaf 2.", "Words of leaf 3."]
    assert blocks("Page 3 of 10\n\nWords.\n\n[page 4]") == ["Words."]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Scope", True),
        ("RELEASES FROM THE DAM.", True),
        ("(Scope)", True),
        ("Who pays?", True),
        ("Scope.", False),
        ("scope", False),
        ("The Parties shall meet", False),
        ("", False),
        ("***", False),
        ("Word " * 30, False),
        ("word " * 50, False),
    ],
)
def test_what_can_be_a_heading(words: str, heading: bool) -> None:
    assert is_heading(words) is heading
