"""Runs the shipped model with onnxruntime and tokenizers alone: loads lazily, checks its digest."""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from rejoinder.learned.decoding import (
    LABELS,
    PieceScores,
    Run,
    barred_transitions,
    best_paths,
    find_runs,
    link,
    mean,
    softmax,
    spans_by_layer,
)
from rejoinder.learned.features import Encoded, encode_all, windows
from rejoinder.model import Act, ModelError, Span
from rejoinder.reading.tagging import TaggedAttribution

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WINDOW = 192
LINK = 64
"""The width of a query or key of a link."""
VERSION = "2"
"""The version of the model's inputs and outputs that this program understands."""
CLS, SEP = 101, 102
_REMEDY = "Install Rejoinder again: the file belongs to the package."
Cut = tuple[int, int, int]
"""A window: the number of its text, and the pieces where it begins and ends."""
_ACTS = tuple(Act)
R = TypeVar("R")
_OUTPUTS = ("spans", "queries", "keys", "acts")


@dataclass(frozen=True)
class LearnedText:
    """The findings for one text (a ``reading.tagging.TaggedText``).

    ``runs``  all spans in word pieces, those that no attribution took up among them
    """

    attributions: tuple[TaggedAttribution, ...]
    scores: PieceScores
    runs: tuple[Run, ...]

    @property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """All spans of each layer (source, cue, content)."""
        return spans_by_layer(self.scores, self.runs)

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Where each piece begins, and where it ends."""
        return self.scores.offsets[:, 0].tolist(), self.scores.offsets[:, 1].tolist()

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        """The probability of each act, from the mean of the content's pieces and that of the cue's."""
        total = self._mean(content, 1)
        if cue is not None:
            total = total + self._mean(cue, 0)
        return dict(zip(_ACTS, softmax(total).tolist(), strict=True))

    def _mean(self, span: Span, head: int) -> NDArray[np.float32]:
        starts, ends = self._edges
        rows = self.scores.acts[bisect_right(ends, span.start) : bisect_left(starts, span.end), head]
        return mean(rows) if len(rows) else np.zeros(len(Act), dtype=np.float32)


class LearnedTagger:
    """The shipped tagger (a ``reading.tagging.Tagger``).

    ``folder`` holds ``tagger.onnx``, ``tokenizer.json`` and ``card.json``; by default those of the package.
    Nothing is read before the first text. ModelError if a file is missing, damaged or of another version.
    ``threads`` windows run side by side, by default one a core of this process, whoever asks: a tagger may be asked
    from several threads at a time.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self.folder = folder or Path(str(resources.files("rejoinder.learned") / "model"))
        self.threads = threads or available_cores()
        self._loading = Lock()

    @cached_property
    def card(self) -> dict[str, Any]:
        """The model's card: data, licences, scores, and the digests of its files."""
        path = self.folder / "card.json"
        try:
            card = json.loads(path.read_bytes())
        except OSError as error:
            raise ModelError("model-missing", f"The tagger's card cannot be read: {error}.", _REMEDY) from error
        except ValueError as error:
            raise ModelError("model-damaged", f"The tagger's card is damaged: {error}.", _REMEDY) from error
        if not isinstance(card, dict) or card.get("version") != VERSION or not {"files", "chain"} <= card.keys():
            raise ModelError("model-foreign", f"The tagger's card is not one of version {VERSION}.", _REMEDY)
        return card

    @property
    def digest(self) -> str:
        return str(self.card["files"]["tagger.onnx"])

    def _checked(self, name: str) -> bytes:
        """The bytes of a file of the model; ModelError unless its digest is the card's."""
        path = self.folder / name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ModelError("model-missing", f"The tagger's file {name} cannot be read: {error}.", _REMEDY) from error
        if f"sha256:{hashlib.sha256(data).hexdigest()}" != self.card["files"][name]:
            raise ModelError("model-damaged", f"The tagger's file {name} is not the one its card names.", _REMEDY)
        return data

    @cached_property
    def tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        return Tokenizer.from_str(self._checked("tokenizer.json").decode("utf-8"))

    @cached_property
    def session(self) -> InferenceSession:
        import onnxruntime

        data = self._checked("tagger.onnx")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _chain(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        chain = self.card["chain"]
        return barred_transitions(np.array(chain["transitions"], dtype=np.float32)), np.array(
            chain["starts"], dtype=np.float32
        )

    def load(self) -> tuple[Tokenizer, InferenceSession]:
        """Load what is needed to tag, unless it is there. ModelError as above."""
        with self._loading:
            return self.tokenizer, self.session

    def tag(self, texts: Sequence[str]) -> list[LearnedText]:
        """The findings for each text, in order."""
        tokenizer, session = self.load()
        scores = self.score(encode_all(list(texts), tokenizer), session)
        paths = best_paths([item.labels for item in scores], *self._chain)
        found = []
        for item, path in zip(scores, paths, strict=True):
            runs = find_runs(path, softmax(item.labels)) if len(path) else []
            found.append(LearnedText(tuple(link(item, runs)), item, tuple(runs)))
        return found

    def score(self, texts: Sequence[Encoded], session: InferenceSession) -> list[PieceScores]:
        """What the network says of each text. Windows of all texts run side by side, each alone: in a batch the int8
        network would round a window by its neighbours, and a story would read otherwise among others. Where two
        windows overlap each piece takes the window in which it stands farther from the edge."""
        cuts = [(row, *window) for row, text in enumerate(texts) for window in windows(text.marks, WINDOW)]
        results = [_Canvas(len(text.ids)) for text in texts]
        said = self.run_all(partial(run_window, session, texts), cuts)
        for (row, start, end), outputs in zip(cuts, said, strict=True):
            results[row].lay(start, end, outputs)
        return [canvas.scores(text.offsets) for canvas, text in zip(results, texts, strict=True)]

    def run_all(self, run: Callable[[Cut], R], cuts: Sequence[Cut]) -> Iterable[R]:
        """What ``run`` makes of each window, in order; with one thread, whoever asks runs them."""
        return map(run, cuts) if self.threads == 1 else window_pool(os.getpid(), self.threads).map(run, cuts)


@cache
def window_pool(process: int, threads: int) -> ThreadPoolExecutor:
    """The threads of a process that run windows; a process that was forked from another needs its own."""
    return ThreadPoolExecutor(threads, thread_name_prefix=f"windows-{process}")


def run_window(session: InferenceSession, texts: Sequence[Encoded], cut: Cut) -> list[NDArray[np.float32]]:
    """The network's outputs for the pieces of one window."""
    row, start, end = cut
    ids, marks = np.full((1, end - start + 2), SEP, dtype=np.int64), np.zeros((1, end - start + 2), dtype=np.int64)
    ids[0, 0], ids[0, 1:-1], marks[0, 1:-1] = CLS, texts[row].ids[start:end], texts[row].marks[start:end]
    fed = {"ids": ids, "marks": marks}
    return [output[0, 1:-1] for output in session.run(list(_OUTPUTS), fed)]


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Canvas:
    """The scores of one text, put together from its windows."""

    def __init__(self, length: int) -> None:
        self.depth = np.zeros(length, dtype=np.int64)
        self.layers = [
            np.zeros((length, width), dtype=np.float32) for width in (len(LABELS), 2 * LINK, 2 * LINK, 2 * len(Act))
        ]

    def lay(self, start: int, end: int, outputs: Sequence[NDArray[np.float32]]) -> None:
        """Lay a window down where its pieces stand deeper in it than in the windows laid so far."""
        index = np.arange(end - start)
        depth = np.minimum(index, end - start - 1 - index) + 1
        deeper = depth > self.depth[start:end]
        better = slice(None) if deeper.all() else deeper  # most windows lie over no other: to copy them whole is faster
        self.depth[start:end][better] = depth[better]
        for layer, output in zip(self.layers, outputs, strict=True):
            layer[start:end][better] = output[better]

    def scores(self, offsets: NDArray[np.int64]) -> PieceScores:
        labels, queries, keys, acts = self.layers
        length = len(labels)
        return PieceScores(
            labels,
            queries.reshape(length, 2, LINK),
            keys.reshape(length, 2, LINK),
            acts.reshape(length, 2, len(Act)),
            offsets,
        )
