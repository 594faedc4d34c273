"""The runtime with a network made by hand: windows, findings, and files that are not as they should be."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rejoinder.learned.decoding import LABELS
from rejoinder.learned.runtime import WINDOW, LearnedTagger
from rejoinder.model import Act, ModelError, Span
from rejoinder.reading.tagging import TaggedAttribution
from tests.learned.test_features import TOKENIZER

CARD = {
    "version": "2",
    "files": {"tagger.onnx": "sha256:0", "tokenizer.json": "sha256:0"},
    "chain": {"transitions": np.zeros((7, 7)).tolist(), "starts": np.zeros(7).tolist()},
}
LABEL_OF = {1: "B-source", 2: "B-cue", 4: "B-cue", 8: "O"}


class Network:
    """A stand-in for the session: the label of a piece is given by its number in the tiny vocabulary of the tests,
    its act by its place in the window, and every link is likely. It notes what it is fed."""

    def __init__(self) -> None:
        self.fed: list[Mapping[str, np.ndarray]] = []

    def run(self, outputs: Sequence[str], fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        self.fed.append(fed)
        assert list(outputs) == ["spans", "queries", "keys", "acts"]
        shape = fed["ids"].shape
        spans = np.zeros((*shape, len(LABELS)), dtype=np.float32)
        for number, label in LABEL_OF.items():
            spans[..., LABELS.index(label)] += 5.0 * (fed["ids"] == number)
        ones = np.ones((*shape, 128), dtype=np.float32)
        acts = np.zeros((*shape, 2 * len(Act)), dtype=np.float32)
        acts[..., list(Act).index(Act.PROMISE)] = 3.0 * (fed["ids"] == 4)
        acts[..., len(Act) + list(Act).index(Act.REQUEST)] = 2.0 * (fed["ids"] == 1)
        return [spans, ones, ones, acts]


def tagger(threads: int = 1) -> LearnedTagger:
    made = LearnedTagger(Path("nowhere"), threads)
    made.__dict__.update(card=CARD, session=Network(), tokenizer=TOKENIZER)
    return made


def test_sources_and_cues_are_found_and_joined() -> None:
    (found,) = tagger().tag(["the talks said."])
    (attribution, _) = sorted(found.attributions, key=lambda item: -item.cue.start)
    assert (attribution.source.start, attribution.source.end) == (0, 3)
    assert (attribution.cue.start, attribution.cue.end) == (10, 14)
    assert found.spans["cue"] == ((4, 8), (10, 14))
    assert found.spans["content"] == ()


def test_the_act_is_read_from_the_content_and_from_the_cue() -> None:
    (found,) = tagger().tag(["the talks said."])

    def likeliest(content: Span, cue: Span | None) -> Act:
        acts = found.acts(content, cue)
        assert sum(acts.values()) == pytest.approx(1, abs=1e-5)
        return max(acts, key=lambda act: acts[act])

    assert likeliest(Span(0, 3), None) is Act.REQUEST
    assert likeliest(Span(0, 3), Span(10, 14)) is Act.PROMISE
    assert likeliest(Span(4, 9), Span(10, 14)) is Act.PROMISE


def test_words_without_pieces_leave_all_acts_alike() -> None:
    empty, found = tagger().tag(["", "the  talks"])
    for text, span in ((empty, Span(0, 0)), (found, Span(4, 4))):
        assert list(text.acts(span, None).values()) == pytest.approx([0.1] * len(Act))


def test_the_empty_text_has_no_attributions_and_no_texts_no_findings() -> None:
    (empty, blank) = tagger().tag(["", " \n"])
    assert (empty.attributions, blank.attributions) == ((), ())
    assert tagger().tag([]) == []


@pytest.mark.parametrize("threads", [1, 3])
def test_texts_of_any_length_are_read_together_as_they_are_alone(threads: int) -> None:
    texts = ["the talks said. " * 150, "said", "", "the talks said.\n\n" * 90, "talks"]
    together = [found.attributions for found in tagger(threads).tag(texts)]
    assert together == [tagger().tag([text])[0].attributions for text in texts]
    assert [len(attributions) for attributions in together] == [300, 1, 0, 180, 1]


def test_every_window_is_fed_alone_between_its_special_pieces() -> None:
    made = tagger()
    made.tag(["the talks said.\n\n" * 500, "said"])
    fed = made.session.fed
    assert len(fed) > 10
    for window in fed:
        rows, length = window["ids"].shape
        assert (rows, window["marks"].shape, sorted(window)) == (1, (1, length), ["ids", "marks"])
        assert length <= WINDOW + 2
        assert (window["ids"][0, 0], window["ids"][0, -1]) == (101, 102)
        assert (window["marks"][0, 0], window["marks"][0, -1]) == (0, 0)
    assert fed[-1]["ids"].tolist() == [[101, 4, 102]]


def test_a_tagger_is_asked_by_several_at_a_time() -> None:
    made = tagger(2)
    texts = ["the talks said. " * 40 * number for number in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: made.tag([text])[0].attributions, texts))
    assert found == [tagger().tag([text])[0].attributions for text in texts]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_process_that_was_forked_tags_as_its_parent() -> None:
    made = tagger(2)
    expected = made.tag(["the talks said."])[0].attributions
    with get_context("fork").Pool(1) as pool:
        assert pool.apply_async(attributions_of, (made.session, "the talks said.")).get(timeout=60) == expected


def attributions_of(session: Network, text: str) -> tuple[TaggedAttribution, ...]:
    made = tagger(2)
    made.__dict__["session"] = session
    return made.tag([text])[0].attributions


def folder_with(tmp_path: Path, card: Any, **files: bytes) -> Path:
    (tmp_path / "card.json").write_bytes(card if isinstance(card, bytes) else json.dumps(card).encode())
    for name, data in files.items():
        (tmp_path / name.replace("_", ".")).write_bytes(data)
    return tmp_path


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.parametrize(
    ("card", "code", "message"),
    [
        (b"{", "model-damaged", "The tagger's card is damaged: "),
        (b"\xff\xfe\xff", "model-damaged", "The tagger's card is damaged: "),
        ([], "model-foreign", "The tagger's card is not one of version 2."),
        ({"version": "1", "files": {}, "chain": {}}, "model-foreign", "The tagger's card is not one of version 2."),
        ({"version": "2"}, "model-foreign", "The tagger's card is not one of version 2."),
    ],
)
def test_a_card_that_is_none(tmp_path: Path, card: Any, code: str, message: str) -> None:
    with pytest.raises(ModelError) as caught:
        _ = LearnedTagger(folder_with(tmp_path, card)).digest
    assert (caught.value.code, caught.value.remedy) == (
        code,
        "Install Rejoinder again: the file belongs to the package.",
    )
    assert caught.value.message.startswith(message)


def test_a_missing_card(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="The tagger's card cannot be read") as caught:
        _ = LearnedTagger(tmp_path).digest
    assert caught.value.code == "model-missing"


@pytest.mark.parametrize(("name", "part"), [("tagger.onnx", "session"), ("tokenizer.json", "tokenizer")])
def test_a_file_that_is_missing_or_not_the_one_of_the_card(tmp_path: Path, name: str, part: str) -> None:
    made = LearnedTagger(folder_with(tmp_path, CARD))
    with pytest.raises(ModelError, match=f"The tagger's file {name} cannot be read") as missing:
        getattr(made, part)
    (tmp_path / name).write_bytes(b"cut short")
    with pytest.raises(ModelError, match=f"The tagger's file {name} is not the one its card names") as damaged:
        getattr(made, part)
    assert (missing.value.code, damaged.value.code) == ("model-missing", "model-damaged")


def test_a_file_of_the_card_is_used(tmp_path: Path) -> None:
    data = TOKENIZER.to_str().encode()
    card = CARD | {"files": {"tagger.onnx": "sha256:abc", "tokenizer.json": digest(data)}}
    made = LearnedTagger(folder_with(tmp_path, card, tokenizer_json=data))
    assert made.tokenizer.encode("talks").tokens == ["talk", "##s"]
    assert made.digest == "sha256:abc"


def test_the_shipped_model_is_the_default_and_nothing_is_read_before_it_is_asked() -> None:
    made = LearnedTagger()
    assert {"card", "session", "tokenizer"}.isdisjoint(vars(made))
    assert made.threads >= 1
    assert (made.folder / "card.json").is_file()
