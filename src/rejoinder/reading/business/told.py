"""What a story tells and who tells it: the ground on which all business records are found.

A prepared story, its statements and its dates go in; who speaks at a place, whom words mean there and
which days stand there come out. Built once for a story; every question is answered in logarithmic time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rejoinder.model import Actor, Passage, Span, Statement, TimeExpression
from rejoinder.reading.attribution.drafts import OPENING, without_marks
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.business.opposites import opposed_parties, third_party
from rejoinder.reading.business.phrases import Words

_CLOSING = "\"”’»'.,;"
RECENT = 12
"""How many speakers back a pronoun or a role may reach."""
NEAR = 4
"""How many cues or statements back one may reach over a place."""
_LEAD = 7
"""Spaces that a lead has at least; a byline has fewer."""
BESIDE = 300
"""How far from a quotation its speaker may have spoken."""


@dataclass(frozen=True)
class Told:
    """A story whose speakers are known.

    ``statements``  in the order of their content
    ``dates``       in the order of the text, those in speech resolved from the day of speaking
    ``given``       who is known from elsewhere: the author of a letter, and to whom it goes
    """

    story: Prepared
    statements: tuple[Statement, ...]
    dates: tuple[TimeExpression, ...]
    given: tuple[Actor, ...] = ()

    @property
    def text(self) -> str:
        return self.story.text

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def words_in(self, span: Span) -> Words:
        """The words that a span touches, with what can be asked of them."""
        return Words.within(self.story.cast.story.page.words, span)

    @cached_property
    def _sentences(self) -> list[tuple[Words, frozenset[str]]]:
        """The words of each sentence, and the base forms of all of them."""
        return [(words, words.all_bases()) for words in map(self.words_in, self.story.sentences)]

    def sentences_with(self, bases: frozenset[str]) -> Iterator[tuple[int, Words]]:
        """The sentences in which an inflection of one of these base forms stands, each with its number: what no word
        of a kind of record stands in need not be looked at again."""
        for number, (words, held) in enumerate(self._sentences):
            if not bases.isdisjoint(held):
                yield number, words

    def passage(self, span: Span) -> Passage:
        """The span as a passage."""
        return Passage.of(self.text, *span)

    @cached_property
    def _speech(self) -> tuple[list[int], list[tuple[Statement, ...]]]:
        """Where who is speaking changes, and the statements around each stretch from there on, outermost first."""
        pieces = sorted(
            (piece.span, -index)
            for index, statement in enumerate(self.statements)
            for piece in (statement.parts or (statement.content,))
        )
        cuts = sorted({edge for span, _ in pieces for edge in span})
        around: list[tuple[Statement, ...]] = []
        coming, open_now = 0, list[tuple[Span, int]]()
        for cut in cuts:
            open_now = [piece for piece in open_now if piece[0].end > cut]
            while coming < len(pieces) and pieces[coming][0].start == cut:
                open_now.append(pieces[coming])
                coming += 1
            ordered = sorted(open_now, key=lambda piece: -piece[0].length)
            around.append(tuple(self.statements[-index] for _, index in ordered))
        return cuts, around

    def speech_around(self, offset: int) -> tuple[Statement, ...]:
        """The statements in whose content an offset stands, the outermost first; none in the story's own voice."""
        cuts, around = self._speech
        index = bisect_right(cuts, offset) - 1
        return around[index] if index >= 0 else ()

    def speech_at(self, offset: int) -> Statement | None:
        """The innermost statement in whose content an offset stands."""
        return next(reversed(self.speech_around(offset)), None)

    def speeches_in(self, span: Span) -> Sequence[Statement]:
        """The statements whose content begins within a span, in the order of the text."""
        first = bisect_left(self.statements, span.start, key=lambda item: item.content.start)
        last = bisect_left(self.statements, span.end, key=lambda item: item.content.start)
        return self.statements[first:last]

    def trimmed(self, span: Span) -> Span:
        """The span without white space, quotation marks, a leading "that" and a full stop at its edges."""
        start, end = without_marks(self.text, span)
        while start < end and self.text[start] in OPENING:
            start += 1
        while start < end and self.text[end - 1] in _CLOSING:
            end -= 1
        if self.text[start : start + 5].lower() == "that ":
            start = min(start + 5, end)
        return Span(start, end)

    @cached_property
    def _cues(self) -> tuple[list[Span], list[Statement]]:
        """The cues in the order of the text, with their statements."""
        rows = [(statement.cue.span, statement) for statement in self.statements if statement.cue is not None]
        rows.sort(key=lambda row: row[0])
        return [span for span, _ in rows], [statement for _, statement in rows]

    def cued_at(self, offset: int) -> tuple[Statement, ...]:
        """The statements in whose cue an offset stands."""
        spans, statements = self._cues
        last = bisect_right(spans, (offset, len(self.text) + 1))
        near = range(max(0, last - NEAR), last)
        return tuple(statements[at] for at in near if spans[at].holds_at(offset))

    def direct_speaker_near(self, offset: int) -> Actor | None:
        """Who speaks the quotation of a statement that ends just before an offset, or begins just behind it."""
        at = bisect_right(self.statements, offset, key=lambda statement: statement.content.start)
        for statement in reversed(self.statements[max(0, at - NEAR) : at + 1]):
            gap = max(offset - statement.content.end, statement.content.start - offset)
            if statement.direct and statement.speaker is not None and gap <= BESIDE:
                return statement.speaker
        return None

    @cached_property
    def lead(self) -> Span | None:
        """The sentence with which the story proper begins: the first of several words that is no heading."""
        bodies = (each for each in self.story.sentences if not self.story.in_headings(each.start))
        return next((each for each in bodies if self.words(each).count(" ") >= _LEAD), None)

    @cached_property
    def sides(self) -> tuple[Actor, ...]:
        """Who acts in the story: the persons, bodies and sides that stand in it as such, each once."""
        return tuple({entry.actor.name: entry.actor for entry in self.story.cast.story.entries}.values())

    @cached_property
    def main_sides(self) -> tuple[Actor, ...]:
        """The two sides of which a story speaks most, the more often named first, those that host and mediate last;
        fewer where it has no two. A side is an actor named by its party."""
        parties = opposed_parties(self.story.cast.story, self.statements)
        return tuple(Actor(party, None, party) for party in parties)

    @cached_property
    def meeting_sides(self) -> tuple[Actor, ...]:
        """The main sides of a story, with a third one where it says that they are three."""
        third = third_party(self.story.cast.story, self.main_sides)
        return self.main_sides if third is None else (*self.main_sides, Actor(third, None, third))

    @cached_property
    def _speakers(self) -> tuple[list[int], list[Actor]]:
        """The speakers in the order of the text, with the places where they are named or begin to speak."""
        rows = [
            ((statement.mention or statement.content).start, statement.speaker)
            for statement in self.statements
            if statement.speaker is not None and not self.story.in_headings(statement.content.start)
        ]
        rows.sort(key=lambda row: row[0])
        return [at for at, _ in rows], [actor for _, actor in rows]

    def speakers_before(self, offset: int) -> tuple[Actor, ...]:
        """Who was named as a speaker before an offset, the most recent last."""
        places, actors = self._speakers
        index = bisect_left(places, offset)
        return tuple(actors[max(0, index - RECENT) : index])

    def whom(self, span: Span) -> Actor | None:
        """Whom the words of a span mean where they stand; None where that is nobody, or not clear.

        In somebody's speech "we" is the speaker's side, and "he" or "it" the speaker where nobody else fits.
        """
        given = self.given_by(span)
        if given is not None:
            return given
        speech = self.speech_at(span.start)
        speaker = speech.speaker if speech else None
        before = self.speakers_before(span.start)
        before = (*(actor for actor in before if actor != speaker), speaker) if speaker else before
        return self.story.cast.resolve(span, before=before, speaker=speaker).actor

    def given_by(self, span: Span) -> Actor | None:
        """Who is ``given`` by the very words of a span."""
        words = _bare(self.words(span)) if self.given else ""
        return next((actor for actor in self.given if _bare(actor.name) == words), None)

    def named_in(self, span: Span) -> tuple[Actor, ...]:
        """The persons, bodies and sides that are named within a span, in order, each once."""
        return self.story.cast.parties_in(span)

    def dates_in(self, span: Span) -> Sequence[TimeExpression]:
        """The time expressions that lie within a span."""
        first = bisect_left(self.dates, span.start, key=lambda item: item.start)
        last = bisect_right(self.dates, span.end, key=lambda item: item.start)
        return [item for item in self.dates[first:last] if item.end <= span.end]

    def sentence_at(self, offset: int) -> Span:
        """The sentence in which an offset stands; an empty span where it stands in none."""
        return self.story.sentence_at(offset)


def _bare(name: str) -> str:
    return " ".join(name.split()).lower().removeprefix("the ")
