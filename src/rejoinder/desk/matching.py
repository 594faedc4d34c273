"""Drafts, replies and versions by their paths: files in, a matrix or a comparison with both documents out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rejoinder.formats import open_document
from rejoinder.formats.exports.matching import ComparisonView, MatrixView
from rejoinder.model import Document, InputError, Matrix

if TYPE_CHECKING:
    from rejoinder.matching.align import Embedder

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Two:
    """Two documents that are held against each other."""

    first: Document
    second: Document


def match_files(draft: str, reply: str) -> MatrixView:
    """The matrix of the draft and the reply in two files; ``-`` is the standard input, for one of them.

    InputError for what cannot be read; ModelError if the tagger's files are missing or damaged.
    """
    from rejoinder.matching.matrix import match_texts

    two = _open_two(draft, reply)
    matrix = match_texts(two.first.text, two.second.text, shipped_embedder())
    return MatrixView(two.first, two.second, matrix)


def compare_files(old: str, new: str) -> ComparisonView:
    """What became of each item of the file ``old`` in the file ``new``. InputError for what cannot be read."""
    from rejoinder.matching.versions import compare_texts

    two = _open_two(old, new)
    return ComparisonView(two.first, two.second, compare_texts(two.first.text, two.second.text))


def match_two_texts(draft: str, reply: str) -> Matrix:
    """The matrix of two bare texts."""
    from rejoinder.matching.matrix import match_texts

    return match_texts(draft, reply, shipped_embedder())


def align_texts(items: Sequence[str], passages: Sequence[str]) -> list[list[tuple[int, float]]]:
    """For each passage the items that it answers, best first."""
    from rejoinder.matching.align import align

    return align(items, passages, shipped_embedder())


def _open_two(first: str, second: str) -> Two:
    if first == second == STDIN:
        raise InputError(
            STDIN, "one-stream", "Both inputs cannot be the standard input.", "Give the path of one of them."
        )
    return Two(open_document(first), open_document(second))


@cache
def shipped_embedder() -> Embedder:
    """The sentence vectors of the package's tagger, loaded once in a process. ModelError if its files are damaged."""
    from rejoinder.learned.embedding import LearnedEmbedder
    from rejoinder.learned.runtime import LearnedTagger

    return LearnedEmbedder(LearnedTagger())
