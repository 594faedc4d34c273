"""A matrix or a comparison and a width in, styled lines out. What was passed over or dropped comes first.

``matrices``     a draft against its reply
``comparisons``  two versions of a text
``words``        wordings cut to the width, and diffs of words
"""

from __future__ import annotations

from rejoinder.cli.matching.comparisons import render_comparison
from rejoinder.cli.matching.matrices import render_matrix

__all__ = ["render_comparison", "render_matrix"]
