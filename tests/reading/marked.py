"""Stories with marks: a text, and a tagger that finds in it exactly what is marked.

``[[The minister]] {{said}} <<he would go>>``    source, cue and content: those of one paragraph belong together
``[1[She]1] {1{added}1} <1<that he had gone>1>`` those of one number belong together, wherever they stand
``<<[a[Berg]a] {a{refused}a} <a<to go>a> >>``    those of one letter are found only when the content around them is
                                                 read as a text of its own: speech inside speech

A content without a cue is one that no cue claims.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rejoinder.model import Act, Document, Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.reader import attribute, prepare
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan, TaggedText

TODAY = date(2022, 12, 31)
_MARK = re.compile(r"(?P<open>[\[{<])(?P<label>\w?)(?P=open)|(?P<close>[\]}>])(?P<closed>\w?)(?P=close)")
_LAYERS = {"[": "source", "{": "cue", "<": "content", "]": "source", "}": "cue", ">": "content"}


@dataclass(frozen=True)
class Marked:
    """A text without its marks, what was marked in it, and the act of words (of any others
    the tagger knows no more than that most are bare assertions)."""

    text: str
    outer: tuple[TaggedAttribution, ...]
    inner: tuple[TaggedAttribution, ...]
    acts: Mapping[str, Act] = field(default_factory=dict)

    def span(self, words: str, nth: int = 1) -> Span:
        """The place of the words, at their nth occurrence."""
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))


@dataclass(frozen=True)
class MarkedText:
    """What is marked in one text (a ``reading.tagging.TaggedText``)."""

    attributions: tuple[TaggedAttribution, ...]
    story: Marked

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        words = self.story.text[slice(*content)]
        right = next((act for told, act in self.story.acts.items() if told in words), None)
        if right is None:
            return {act: 0.91 if act is Act.STATE else 0.01 for act in Act}
        return {act: 0.991 if act is right else 0.001 for act in Act}


@dataclass(frozen=True)
class MarkedTagger:
    """A tagger (``reading.tagging.Tagger``) that knows its stories, and the contents within them."""

    stories: Sequence[Marked]
    digest: str = "sha256:marked"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        return [self._find(text) for text in texts]

    def _find(self, text: str) -> MarkedText:
        for story in self.stories:
            if len(text) == len(story.text) and all(a in (b, " ") for a, b in zip(text, story.text, strict=True)):
                return MarkedText(
                    tuple(item for item in story.outer if not text[first(item) : last(item)].isspace()), story
                )
        story = next(story for story in self.stories if text in story.text)
        within = Span(story.text.index(text), story.text.index(text) + len(text))
        return MarkedText(
            tuple(
                moved(item, -within.start)
                for item in (*story.outer, *story.inner)
                if within.holds((first(item), last(item)))
            ),
            story,
        )


def marked(words: str, acts: Mapping[str, Act] | None = None, score: float = 0.95) -> Marked:
    """The story without its marks. ``score``: how sure the tagger is of every span."""
    text, paragraph, at = "", 0, 0
    opened: dict[tuple[str, str], tuple[int, str]] = {}
    found: dict[str, dict[str, list[TaggedSpan]]] = {}
    for mark in _MARK.finditer(words):
        text += words[at : mark.start()]
        paragraph += words[at : mark.start()].count("\n\n")
        at = mark.end()
        layer, label = _LAYERS[mark["open"] or mark["close"]], mark["label"] or mark["closed"] or ""
        if mark["open"]:
            opened[layer, label] = len(text), label or f"paragraph {paragraph}"
        else:
            start, group = opened.pop((layer, label))
            found.setdefault(group, {}).setdefault(layer, []).append(TaggedSpan(start, len(text), score))
    assert not opened, f"not closed: {opened}"
    levels: dict[bool, list[TaggedAttribution]] = {True: [], False: []}
    for label, spans in found.items():
        cue, source = (spans.get(layer, [None])[0] for layer in ("cue", "source"))
        is_inner = len(label) == 1 and label.isalpha()
        levels[is_inner].append(TaggedAttribution(cue, source, tuple(spans.get("content", ()))))
    return Marked(text + words[at:], *(tuple(sorted(levels[inner], key=first)) for inner in (False, True)), acts or {})


def first(item: TaggedAttribution) -> int:
    return min(span.start for span in (item.cue, item.source, *item.content) if span)


def last(item: TaggedAttribution) -> int:
    return max(span.end for span in (item.cue, item.source, *item.content) if span)


def moved(item: TaggedAttribution, by: int) -> TaggedAttribution:
    def move(span: TaggedSpan) -> TaggedSpan:
        return TaggedSpan(span.start + by, span.end + by, span.score)

    cue, source = (span and move(span) for span in (item.cue, item.source))
    return TaggedAttribution(cue, source, tuple(map(move, item.content)), item.source_score, item.content_score)


def attributed(story: Marked, published: date | None = None) -> tuple[Prepared, list[Draft], TaggedText]:
    """The story with its drafts at both levels and what the tagger found: what ``statements`` is given."""
    (entry,) = attribute([prepare(Document(story.text), TODAY, published)], MarkedTagger([story]))
    return entry
