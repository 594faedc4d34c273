"""A text that was tabled -> its numbered parts, each with its label, its key and its words.

``lines``      text -> blocks (paragraphs, headings, loose lines), without the furniture of pages
``numerals``   a number as printed -> the ways to read it
``marks``      a block -> the numbers and words at its head that could open items
``inner``      a block -> the marks of lists that run on within it
``contents``   which blocks are a table of contents
``levels``     a mark and the open items -> where it belongs
``headings``   which words are headings
``framing``    title, preamble, introduction, signatures
``drafts``     an item while the outline is built
``building``   blocks and marks -> the tree of drafts
``unnumbered`` the same for a text without numbers
``naming``     labels and keys
``finishing``  the tree -> an Outline

Pure, and linear in the length of the text.
"""

from __future__ import annotations

from rejoinder.matching.outline.building import Builder
from rejoinder.matching.outline.contents import find_contents
from rejoinder.matching.outline.finishing import finish_outline
from rejoinder.matching.outline.inner import inner_marks
from rejoinder.matching.outline.lines import cut_blocks
from rejoinder.matching.outline.marks import marks_of
from rejoinder.matching.outline.unnumbered import build_unnumbered
from rejoinder.model import Outline

__all__ = ["outline_text"]


def outline_text(text: str) -> Outline:
    """The parts of ``text``. No text raises; one without numbers gives its paragraphs, and a problem says so."""
    blocks = cut_blocks(text)
    heads = [marks_of(text, at, block) for at, block in enumerate(blocks)]
    marks = [
        (*head, *inner_marks(text, at, block, head)) for at, (block, head) in enumerate(zip(blocks, heads, strict=True))
    ]
    contents = find_contents(text, blocks, marks)
    built = Builder(text, blocks, marks, contents).build()
    if not built.numbered:
        built = build_unnumbered(text, blocks, marks, contents)
    return finish_outline(text, built)
