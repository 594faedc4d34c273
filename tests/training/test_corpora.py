"""Labelled text beside the word pieces and targets that the tagger learns from."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation.stories import ACTS, Story
from rejoinder.model import Act
from rejoinder.reading.cues import read_cue
from tests.learned.test_features import TOKENIZER
from training.corpora import (
    LABELS,
    Article,
    Attribution,
    is_validation,
    read_acts,
    read_polnear,
    read_story,
    shift,
    to_example,
    unambiguous_cues,
    unmark,
)

TEXT = "the talks said the. said talks"
HE_SAID = Attribution(((0, 3),), ((10, 14),), ((15, 18),), "promise")


def labels(*attributions: Attribution) -> str:
    example = to_example(Article("a", TEXT, attributions), TOKENIZER)
    return " ".join(LABELS[label] for label in example.labels)


@pytest.mark.parametrize(
    ("attributions", "expected"),
    [
        ((), "O O O O O O O O O"),
        ((HE_SAID,), "B-source O O B-cue B-content O O O O"),
        (
            (Attribution(((0, 9),), (), ((15, 18), (20, 30))),),
            "B-source I-source I-source O B-content O B-content I-content I-content",
        ),
        # a span that ends within a piece takes the whole piece; one beyond the text takes none
        ((Attribution((), ((1, 2),), ((99, 120),)),), "B-cue O O O O O O O O"),
    ],
)
def test_a_label_a_piece(attributions: tuple[Attribution, ...], expected: str) -> None:
    assert labels(*attributions) == expected


def test_a_cue_is_linked_to_its_source_and_to_every_content_that_shares_it() -> None:
    again = Attribution(((0, 3),), ((10, 14),), ((20, 30),), "state")
    without = Attribution((), (), ((15, 18),), "request")
    example = to_example(Article("a", TEXT, (HE_SAID, again, without)), TOKENIZER)
    ((cue, source, content),) = example.links
    assert (cue, source.tolist(), content.tolist()) == (3, [0], [4, 6, 7, 8])
    assert [(cue.tolist(), content.tolist(), ACTS[act]) for cue, content, act in example.acts] == [
        ([3], [4], "promise"),
        ([3], [6, 7, 8], "state"),
        ([], [4], "request"),
    ]


def test_articles_of_polnear_bring_the_acts_of_cues_that_leave_no_choice(tmp_path: Path) -> None:
    def spans(*words: str) -> list[list[int]]:
        return [[text.index(word), text.index(word) + len(word)] for word in words]

    text = "He promised to go. She said no. They left."
    rows = [
        {"source": spans("He"), "cue": spans("promised"), "content": spans("to go")},
        {"source": [], "cue": spans("said"), "content": spans("no")},
        {"source": spans("They"), "cue": [], "content": spans("left")},
        {"source": spans("They"), "cue": spans("left"), "content": []},
    ]
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a1", "text": text, "attributions": rows}) + "\n")
    (article,) = read_polnear(path)
    assert (article.name, article.text, article.complete) == ("a1", text, True)
    assert [(text[slice(*item.cue[0])], item.act) for item in article.attributions] == [
        ("promised", "promise"),
        ("said", None),
    ]


def test_cues_that_leave_no_choice_agree_with_those_of_the_reader() -> None:
    cues = unambiguous_cues()
    assert set(cues.values()) <= set(ACTS)
    decided = {form: read_cue(form).act for form in cues}
    contrary = {form for form, act in decided.items() if act not in (None, Act(cues[form]))}
    assert len(contrary) < 0.1 * len(cues), contrary


def test_a_fixed_twentieth_is_kept_for_validation() -> None:
    kept = [is_validation(f"article-{number}") for number in range(2000)]
    assert kept == [is_validation(f"article-{number}") for number in range(2000)]
    assert 60 < sum(kept) < 150


def record(start: int, end: int, act: str, *, cue: tuple[int, int] | None, source: tuple[int, int] | None) -> dict:
    return {
        "speaker": {"name": "X", "mention": source and {"start": source[0], "end": source[1]}},
        "cue": cue and {"start": cue[0], "end": cue[1]},
        "content": {"start": start, "end": end},
        "act": act,
    }


def test_a_story_is_learned_with_its_contents_as_texts_of_their_own() -> None:
    text = "Berg said that Denmark refused to sign. She left, she said."
    outer = record(10, 38, "state", cue=(5, 9), source=(0, 4))
    inner = record(31, 38, "reject", cue=(23, 30), source=(15, 22))
    parts = record(40, 48, "announce", cue=(54, 58), source=None)
    parts["content"]["parts"] = [{"start": 40, "end": 43}, {"start": 44, "end": 48}]
    unsaid = record(10, 38, "state", cue=None, source=None)
    story = Story("n", Path("n.txt"), text, {"statements": [outer, inner, parts, unsaid]}, None)
    whole, first, last, again = read_story(story)
    assert (whole.name, whole.text) == ("n", text)
    assert [item.act for item in whole.attributions] == ["state", "announce", "state"]
    assert whole.attributions[1].content == ((40, 43), (44, 48))
    assert (first.name, first.text) == ("n:10", text[10:38])
    assert first.attributions[0] == Attribution(((5, 12),), ((13, 20),), ((21, 28),), "reject")
    assert [item.act for item in first.attributions] == ["reject"]
    assert (last.text, last.attributions) == ("She left", ())
    assert again.text == first.text


def test_what_would_start_before_the_text_is_left_out() -> None:
    moved = shift(Attribution(((0, 3),), ((10, 14),), ((15, 18),), "state"), -10)
    assert moved == Attribution((), ((0, 4),), ((5, 8),), "state")


@pytest.mark.parametrize(
    ("sentence", "text", "marked"),
    [
        ("[[He]] {{said}} <<no>>.", "He said no.", {"[": ("He",), "{": ("said",), "<": ("no",)}),
        ("<<No>>, [[he]] {{said}}, <<no>>.", "No, he said, no.", {"[": ("he",), "{": ("said",), "<": ("No", "no")}),
        ("Nobody (1 < 2) said [a].", "Nobody (1 < 2) said [a].", {"[": (), "{": (), "<": ()}),
        ("", "", {"[": (), "{": (), "<": ()}),
    ],
)
def test_marks_are_taken_out_of_a_sentence(sentence: str, text: str, marked: dict[str, tuple[str, ...]]) -> None:
    found, spans = unmark(sentence)
    assert found == text
    assert {key: tuple(text[slice(*span)] for span in places) for key, places in spans.items()} == marked


def test_sentences_by_act_are_read_from_a_table(tmp_path: Path) -> None:
    path = tmp_path / "acts-a.tsv"
    path.write_text("# act\tsentence\n\npromise\t[[He]] {{vowed}} <<to go>>.\n", encoding="utf-8")
    (article,) = read_acts(path)
    assert (article.name, article.text) == ("acts-a:2", "He vowed to go.")
    assert article.attributions == (Attribution(((0, 2),), ((3, 8),), ((9, 14),), "promise"),)


def test_the_sentences_by_act_of_the_recipe_are_whole() -> None:
    folder = Path(__file__).parents[2] / "training" / "stories"
    for path in sorted(folder.glob("*.tsv")):
        for article in read_acts(path):
            (item,) = article.attributions
            assert item.act in ACTS, article
            assert item.content, article
