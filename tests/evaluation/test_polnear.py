"""The scorers of PolNeAR: pieces beside pieces, and the peer's labels, features and joining."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation.attributions import Attribution, Count, Tally, count, covered, matches, read_articles
from evaluation.crf import features, joined, labelled_paragraphs, nearest, shape, spans_of
from evaluation.polnear import from_tagged, score_tagger
from rejoinder.model import Span
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan

TEXT = "He said no, and left."
WORDS = [(0, 2), (3, 7), (8, 10), (10, 11), (12, 15), (16, 20), (20, 21)]
SAID = Attribution(((0, 2),), ((3, 7),), ((8, 20),))


@pytest.mark.parametrize(
    ("got", "same"),
    [
        (SAID, True),
        (Attribution(((0, 1),), (), ((8, 14),)), True),
        (Attribution(((0, 2),), (), ((8, 13),)), False),
        (Attribution(((0, 2),), (), ((0, 33),)), False),
        (Attribution((), (), ((8, 20),)), False),
        (Attribution(((5, 6),), (), ((8, 20),)), False),
        (Attribution(((0, 2),), (), ()), False),
    ],
)
def test_attributions_match_whose_contents_and_sources_overlap(got: Attribution, same: bool) -> None:
    assert matches(SAID, got) is same


def test_attributions_without_source_match_each_other() -> None:
    without = Attribution((), ((3, 7),), ((8, 20),))
    assert matches(without, without)


def test_an_article_is_counted_by_words_by_spans_and_whole() -> None:
    tally = Tally()
    got = Attribution(((0, 2),), ((3, 10),), ((10, 20),))
    spans = {"source": [Span(0, 2)], "cue": [Span(3, 10)], "content": [Span(10, 20), Span(20, 21)]}
    count(tally, TEXT, [SAID], [got], spans)
    figures = tally.figures()
    assert figures == {
        "token.source": 100.0,
        "token.cue": 66.7,
        "token.content": 75.0,
        "exact.source": 100.0,
        "exact.cue": 0.0,
        "exact.content": 0.0,
        "overlap.source": 100.0,
        "overlap.cue": 100.0,
        "overlap.content": 66.7,
        "whole": 100.0,
    }


def test_nothing_expected_and_nothing_found_is_no_score() -> None:
    assert Count().f1 == 0.0
    assert set(Tally().figures().values()) == {0.0}


def test_the_words_that_pieces_cover() -> None:
    assert covered(WORDS, {(0, 4), (12, 20)}) == {(0, 2), (3, 7), (12, 15), (16, 20)}
    assert covered(WORDS, {(0, 21), (3, 7)}) == set(WORDS)
    assert covered(WORDS, {(2, 3)}) == set()


def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl.gz"
    row = {"id": "a", "text": TEXT, "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 20]]}]}
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    return path


def test_articles_are_read_from_their_file(tmp_path: Path) -> None:
    assert read_articles(corpus(tmp_path)) == [("a", TEXT, [SAID])]


def test_a_tagger_is_scored_on_a_file(tmp_path: Path) -> None:
    class Found:
        attributions = (TaggedAttribution(TaggedSpan(3, 7, 1), TaggedSpan(0, 2, 1), (TaggedSpan(8, 20, 1),)),)
        spans = {"source": (Span(0, 2),), "cue": (Span(3, 7),), "content": (Span(8, 20),)}  # noqa: RUF012 - never changed

    class Oracle:
        def tag(self, texts: list[str]) -> list[Found]:
            assert texts == [TEXT]
            return [Found()]

    assert set(score_tagger(Oracle(), corpus(tmp_path)).values()) == {100.0}


def test_what_the_tagger_found_takes_the_shape_that_is_scored() -> None:
    cue, content = TaggedSpan(3, 7, 0.9), TaggedSpan(8, 20, 0.9)
    assert from_tagged(TaggedAttribution(cue, None, (content,))) == Attribution((), ((3, 7),), ((8, 20),))
    assert from_tagged(TaggedAttribution(None, None, (content,))) == Attribution((), (), ((8, 20),))


def test_the_peer_learns_labels_paragraph_by_paragraph() -> None:
    text = f"{TEXT}\n\nNo."
    (first, second) = labelled_paragraphs(text, [SAID])
    assert first == (WORDS, ["B-source", "B-cue", "B-content", "I-content", "I-content", "I-content", "O"])
    assert second == ([(23, 25), (25, 26)], ["O", "O"])
    assert labelled_paragraphs("", []) == []


def test_the_peer_sees_a_word_its_shape_its_quotes_and_its_neighbours() -> None:
    first, quote, second, _ = features('He "NO" ', [(0, 2), (3, 4), (4, 6), (6, 7)])
    assert first[:4] == ["w=he", "s=Xx", "x=he", "q=False"]
    assert quote[3] == "q=True"
    assert second[:4] == ["w=no", "s=X", "x=no", "q=True"]
    assert "-1=edge" in first
    assert "1w=no" in quote
    assert '0b=w=he|w="' in first
    assert [shape(form) for form in ("NO", "No", "12", "no", ".", "a1")] == ["X", "Xx", "d", "x", ".", "."]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (
            "B-source B-cue B-content I-content I-content I-content O",
            [Attribution(((0, 2),), ((3, 7),), ((8, 20),))],
        ),
        ("O B-cue I-content I-content O O O", [Attribution((), ((3, 7),), ((8, 11),))]),
        ("B-source O O O B-content O O", []),
        (
            "B-content B-cue O O B-cue B-content O",
            [Attribution((), ((3, 7),), ((0, 2),)), Attribution((), ((12, 15),), ((16, 20),))],
        ),
        ("O O O O O O O", []),
    ],
)
def test_the_peer_joins_what_is_nearest(labels: str, expected: list[Attribution]) -> None:
    assert joined(spans_of(WORDS, labels.split())) == expected


def test_the_nearest_span_is_that_with_the_smallest_gap() -> None:
    assert nearest((10, 12), [(0, 9), (14, 20)]) == (0, 9)
    assert nearest((10, 12), [(0, 7), (14, 20)]) == (14, 20)
