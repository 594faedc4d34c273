"""What the tagger finds in a story whose headings it reads apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rejoinder.model import Act, Document, Span
from rejoinder.reading.attribution.tagged_story import shifted, tag_stories
from rejoinder.reading.reader import prepare
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan
from tests.reading.marked import TODAY

TEXT = "Denmark rejects tolls\n\nOSLO, March 3, 2022 (Reuters) - Denmark has rejected the tolls.\n"


@dataclass(frozen=True)
class Echo:
    """Finds "rejects" or "rejected", and tells the words it is asked for in the act's place."""

    text: str
    asked: list[tuple[str, str | None]]

    @property
    def attributions(self) -> tuple[TaggedAttribution, ...]:
        at = self.text.find("reject")
        return (TaggedAttribution(TaggedSpan(at, at + 6, 0.9), None, ()), TaggedAttribution(None, None, ()))

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        self.asked.append((self.text[slice(*content)], cue and self.text[slice(*cue)]))
        return {Act.REJECT: 1.0}


@dataclass(frozen=True)
class EchoTagger:
    asked: list[tuple[str, str | None]]
    digest: str = "sha256:echo"

    def tag(self, texts: Sequence[str]) -> list[Echo]:
        return [Echo(text, self.asked) for text in texts]


def test_each_part_is_asked_in_its_own_offsets() -> None:
    asked: list[tuple[str, str | None]] = []
    (found,) = tag_stories([prepare(Document(TEXT), TODAY, None)], EchoTagger(asked))
    cues = [item.cue for item in found.attributions if item.cue]
    assert [TEXT[cue.start : cue.end + 2] for cue in cues] == ["rejects ", "rejected"]
    heading, body = Span(16, 21), Span(TEXT.index("the tolls"), TEXT.index("the tolls") + 9)
    for content, cue in ((heading, Span(8, 15)), (heading, None), (heading, body), (body, heading)):
        assert found.acts(content, cue) == {Act.REJECT: 1.0}
    assert asked == [("tolls", "rejects"), ("tolls", None), ("tolls", None), ("the tolls", "     ")]


def test_an_attribution_moves_with_all_its_spans() -> None:
    span = TaggedSpan(1, 2, 0.5)
    assert shifted(TaggedAttribution(span, span, (span,), 0.2, 0.3), 4) == TaggedAttribution(
        TaggedSpan(5, 6, 0.5), TaggedSpan(5, 6, 0.5), (TaggedSpan(5, 6, 0.5),), 0.2, 0.3
    )


def test_no_stories_ask_nothing() -> None:
    assert tag_stories([], EchoTagger([])) == []
