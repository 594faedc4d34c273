"""Drafts of all kinds in cases/NAME.txt and what is found in them in cases/NAME.outline, side by side; and what holds for
any text: items nest, do not overlap, and their passages are exact."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rejoinder
from rejoinder.model import Item, Outline
from tests.growth import grows_in_proportion
from tests.matching.outline.showing import shown

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
PIECES = [
    *(
        "ARTICLE 1",
        "Article 2. Scope",
        "Art. IV",
        "PART II",
        "Chapter 1",
        "Section A",
        "ANNEX A",
        "Schedule 1",
        "Appendix",
    ),
    *(
        "1.",
        "2. The Parties shall meet.",
        "(a) one;",
        "(b) two;",
        "(i)",
        "(h) x",
        "I.",
        "A. Forces",
        "1.1 Scope",
        "1.2.3",
        "§ 4",
    ),
    *("- a bullet", "Q3. Who?", "Option A: more", '"dam" means a wall;', "Recalling its resolution,", "Have agreed:"),
    *(
        "The Parties,",
        "Dear Minister,",
        "Yours sincerely,",
        "Done at Brennau",
        "CONTENTS",
        "Scope ....... 4",
        "12",
        "\f",
    ),
    *(
        "We ask: (a) for data; (b) for a meeting; and (c) for a reply.",
        "[Article 5",
        "it lasts.]",
        "]",
        "[",
        "",
        "   indented",
    ),
]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_draft_is_outlined(path: Path) -> None:
    found = rejoinder.outline(path.read_text(encoding="utf-8"))
    problems = "".join(f"\n! {problem.code}" for problem in found.problems)
    assert shown(found) + problems + "\n" == path.with_suffix(".outline").read_text(encoding="utf-8")


def check(text: str, found: Outline) -> None:
    """Items stand within the text in its order, hold those in them, and own the words that they say."""
    _check_within(found.items, 0, len(text))
    labels = [item.label for item in found.walk()]
    keys = [item.key for item in found.walk()]
    assert len(set(labels)) == len(labels)
    assert len(set(keys)) == len(keys)
    for item in found.walk():
        own = [passage for passage in (item.mark, item.wording, *item.further, *item.bracketed) if passage]
        assert all(passage.holds_in(text) and item.span.holds(passage.span) for passage in own)
        said = [passage for passage in (item.wording, *item.further) if passage]
        assert all(not passage.span.overlaps(inner.span) for passage in said for inner in item.items)
        assert all(before.end <= after.start for before, after in pairwise(said))


def _check_within(items: tuple[Item, ...], start: int, end: int) -> None:
    for item in items:
        assert start <= item.start < item.end <= end
        _check_within(item.items, item.start, item.end)
        start = item.end


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " ", "\r\n", "\n    "]))))
def test_items_of_any_draft_nest_and_their_passages_are_exact(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + end for piece, end in pieces)
    check(text, rejoinder.outline(text))


@pytest.mark.parametrize(
    "text",
    [
        "1. x\nContents\nRule 7",
        "Rule 7\n- dash\nAnnex A\nContents\nAnnex A\nWe ask.",
        "(a) u; (c) v; (x) w\n(c) q (d) r (a) s\nand (c) more; (d) less\nWe ask (a) that; and (b) this.",
    ],
)
def test_odd_drafts_nest_and_their_passages_are_exact(text: str) -> None:
    """A list of contents among the items, an annex named a second time, points out of their order."""
    check(text, rejoinder.outline(text))


@settings(max_examples=200)
@given(st.text())
def test_no_text_raises(text: str) -> None:
    check(text, rejoinder.outline(text))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_all_words_but_the_title_the_contents_and_the_pages_are_held(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = rejoinder.outline(text)
    check(text, found)
    # Tables of contents are held by no item, nor is a heading between numbers that go on.
    if "CONTENTS" in text or path.stem in ("leaders", "qlist"):
        return
    left = text[found.title.end if found.title else 0 : found.items[0].start]
    left += "".join(text[before.end : after.start] for before, after in pairwise(found.items))
    left += text[found.items[-1].end :]
    assert re.sub(r"[\s\d–-]", "", left) == ""


def test_a_key_stays_when_items_are_renumbered_and_a_label_does_not() -> None:
    before = "Article 1\nData are shared under Article 2.\n\nArticle 2\nWeirs are surveyed.\n"
    after = (
        "Article 1\nNotice is given.\n\nArticle 2\nData are shared under Article 3.\n\nArticle 3\nWeirs are surveyed.\n"
    )
    old, new = rejoinder.outline(before).items, rejoinder.outline(after).items
    assert [item.key for item in old] == [item.key for item in new[1:]]
    assert [item.label for item in old] != [item.label for item in new[1:]]


def test_items_of_the_same_words_have_keys_of_their_own() -> None:
    found = rejoinder.outline("1. Deleted.\n2. Deleted.\n3. Deleted.\n4. Deleted.\n")
    assert len({item.key for item in found.items}) == 4


def test_what_is_in_square_brackets_is_told() -> None:
    (article,) = rejoinder.outline("Article 1\nThe Parties [shall] [should] meet [once [or twice]] a year.\n").items
    assert [passage.exact for passage in article.bracketed] == ["[shall]", "[should]", "[once [or twice]]"]


def test_an_item_is_found_by_its_label_or_its_key() -> None:
    found = rejoinder.outline("Article 1\n1. One.\n2. Two.\n")
    item = found.item("art_1__para_2")
    assert item is not None
    assert item.own_words == "Two."
    assert found.item(item.key) is item
    assert found.item("art_9") is None


def test_some_items_stand_around_what_is_tabled() -> None:
    found = rejoinder.outline(
        "The Parties,\n\nRecalling the Compact,\n\nHave agreed as follows:\n\nArticle 1\nThey meet.\n"
    )
    assert [item.label for item in found.walk() if not item.kind.frames] == ["art_1"]


def long_draft(articles: int) -> str:
    words = (
        "The Parties shall keep the releases on the table and inform: (a) in winter; (b) in summer; and (c) at night."
    )
    paragraphs = "\n\n".join(f"{number}. {words}" for number in range(1, 9))
    return "\n\n".join(f"Article {number}\nScope\n\n{paragraphs}" for number in range(1, articles + 1))


HOSTILE = {
    "articles": long_draft,
    "letters": lambda n: "(i) x\n" * (n * 40),
    "first numbers": lambda n: "1. x\n" * (n * 40),
    "headings": lambda n: "Article 1\n" * (n * 40),
    "contents": lambda n: "\n".join(f"Article {each}" for each in range(n * 40)),
    "brackets": lambda n: "[" * (n * 200) + "]" * (n * 200),
    "one paragraph": lambda n: "1. We ask: " + "(a) x; (b) y; " * (n * 40),
    "page heads": lambda n: "Draft of May\n\n12\n\n" * (n * 20),
    "bullets": lambda n: "- x\n" * (n * 40),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_in_proportion_to_length(name: str) -> None:
    assert grows_in_proportion(lambda size: partial(rejoinder.outline, HOSTILE[name](size)), 50)


def test_an_agreement_of_two_hundred_pages_is_outlined_whole() -> None:
    text = long_draft(560)
    assert len(text) > 200 * 2500
    assert len(rejoinder.outline(text).items) == 560
