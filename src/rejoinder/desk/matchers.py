"""What holds a draft against a reply: the outline of the one and the text of the other in, their matrix out. A desk is
given one; that of the package asks its tagger for the meaning of sentences."""

from __future__ import annotations

from collections.abc import Callable

from rejoinder.model import Matrix, Outline

Matcher = Callable[[Outline, str], Matrix]


def shipped_matcher(outline: Outline, reply: str) -> Matrix:
    """The matrix by the package's own means. ModelError if the tagger's files are missing or damaged."""
    from rejoinder.desk.matching import shipped_embedder
    from rejoinder.matching.matrix import match_outline

    return match_outline(outline, reply, shipped_embedder())
