"""Stories -> what the tagger finds in them: the paragraphs are read as one text, each heading as one of its own.

A heading has no full stop at its end: read together with what follows, the tagger takes the words of a heading and
of the paragraph after it for one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.model import Act, Span
from rejoinder.reading.attribution.prepared import Prepared, masked_text
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan, TaggedText, Tagger


@dataclass(frozen=True, slots=True)
class TaggedStory:
    """The findings for a story's parts as those for the whole (a ``reading.tagging.TaggedText``).

    ``parts``  each heading with what was found in it; ``body`` what was found in the paragraphs
    """

    parts: tuple[tuple[Span, TaggedText], ...]
    body: TaggedText

    @property
    def attributions(self) -> tuple[TaggedAttribution, ...]:
        within = [shifted(item, span.start) for span, found in self.parts for item in found.attributions]
        return tuple(sorted([*within, *self.body.attributions], key=_first))

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        for span, found in self.parts:
            if span.holds(content):
                inside = cue if cue is not None and span.holds(cue) else None
                return found.acts(_moved(content, -span.start), _moved(inside, -span.start) if inside else None)
        return self.body.acts(content, cue)


def tag_stories(stories: Sequence[Prepared], tagger: Tagger) -> list[TaggedStory]:
    """What the tagger finds in each story; one call of the tagger for all."""
    texts = [text for story in stories for text in _texts(story)]
    found = iter(tagger.tag(texts) if texts else [])
    return [_take(story, found) for story in stories]


def _texts(story: Prepared) -> list[str]:
    return [masked_text(story.text, story.layout.paragraphs), *(story.text[slice(*span)] for span in story.headings)]


def _take(story: Prepared, found: Iterator[TaggedText]) -> TaggedStory:
    body = next(found)
    return TaggedStory(tuple((span, next(found)) for span in story.headings), body)


def shifted(item: TaggedAttribution, by: int) -> TaggedAttribution:
    """The attribution with all its offsets moved."""
    return TaggedAttribution(
        _shifted(item.cue, by) if item.cue else None,
        _shifted(item.source, by) if item.source else None,
        tuple(_shifted(span, by) for span in item.content),
        item.source_score,
        item.content_score,
    )


def _shifted(span: TaggedSpan, by: int) -> TaggedSpan:
    return TaggedSpan(span.start + by, span.end + by, span.score)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _first(item: TaggedAttribution) -> int:
    return min((span.start for span in (item.cue, item.source, *item.content) if span), default=0)
