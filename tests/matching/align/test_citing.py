"""What replies cite, and which items that is."""

import pytest

from rejoinder.matching.align.cited import Citable, plain_number
from rejoinder.matching.align.citing import find_citations
from rejoinder.matching.align.sides import Asked, Step


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("On Article 4 (2)", ["article 4/2"]),
        ("Article 3, paragraph 2", ["article 3/paragraph 2"]),
        ("paragraph 2 of Article 4", ["article 4/paragraph 2"]),
        ("Article 4, paragraphs 1 and 3", ["article 4/paragraph 1", "article 4/paragraph 3"]),
        ("Article 1 is fine; Article 2 is not", ["article 1", "article 2"]),
        ("Article 1, Article 2", ["article 1", "article 2"]),
        ("paragraphs 3 to 5", ["paragraph 3", "paragraph 4", "paragraph 5"]),
        ("points (a) to (c)", ["point a", "point b", "point c"]),
        ("Articles I to III", ["article i", "article iii"]),
        ("Articles 2 and 7 respectively", ["article 2", "article 7"]),
        ("points (a), (b) and (d)", ["point a", "point b", "point d"]),
        ("Section 3(a) and (b)", ["section 3/a", "section 3/b"]),
        ("article (b)", ["b"]),
        ("operative paragraph 3 (a)", ["paragraph 3/a"]),
        ("your point (c)", ["point c"]),
        ("your (c)", ["c"]),
        ("the second question", ["question #2"]),
        ("the last two points", ["point #-2", "point #-1"]),
        ("Question A", ["question a"]),
        ("the request a colleague made", []),
        ("the comment i made", []),
        ("a civic item, part of it", []),
        ("2.5% on July 1", []),
    ],
)
def test_citations(words, cited):
    found = [
        "/".join(f"{step.kind or ''} {step.number}".strip() for step in citation.path)
        for citation in find_citations(words)
    ]
    assert found == cited


def asked(*ways):
    return [Asked("words", path=tuple(Step(*step.split()) for step in way.split("/"))) for way in ways]


TREATY = asked(
    "article 1/paragraph 1", "article 1/paragraph 2", "article 2/paragraph 1", "article IV", "article 5/item 5.1"
)


@pytest.mark.parametrize(
    ("words", "within", "items"),
    [
        ("Article 1", (), [0, 1]),
        ("Article 1 (2)", (), [1]),
        ("paragraph 1", (), [0, 2]),
        ("paragraph 1", (2,), [2]),
        ("point 2", (), [1]),
        ("chapter 1", (), []),
        ("Article 4", (), [3]),
        ("Article 5.1", (), [4]),
        ("Article 5(1)", (), [4]),
        ("Article 9", (), []),
        ("the second article", (), [2]),
        ("the last article", (), [4]),
        ("the ninth article", (), []),
        ("Article 9(9)", (), []),
    ],
)
def test_items_that_are_cited(words, within, items):
    (citation,) = find_citations(words)
    assert Citable(TREATY).find(citation, within) == items


@pytest.mark.parametrize(("number", "items"), [("(1)", [0, 1, 2]), ("1 (2)", [1]), ("5.1", [4]), ("9", [])])
def test_numbers_at_the_head(number, items):
    assert Citable(TREATY).find_number(number) == items


@pytest.mark.parametrize(("number", "bare"), [("IV", "4"), ("(a)", "a"), ("xii", "12"), ("i", "1"), ("C", "c")])
def test_plain_numbers(number, bare):
    assert plain_number(number) == bare
