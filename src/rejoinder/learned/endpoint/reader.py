"""Documents -> readings by an endpoint: what can be known without it, what it answers, and what of that holds.

The day, the title, the publisher and all dates are those of the program's own stages, so that no day in a reading was
worked out elsewhere. A document whose reading fails anywhere is an error: half a reading would look like a whole one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, Protocol, TypeVar

from rejoinder.learned.endpoint.address import Endpoint
from rejoinder.learned.endpoint.answers import Unfit, parse_answer, shown
from rejoinder.learned.endpoint.asking import answer_schema, messages, names_of, prompt_digest
from rejoinder.learned.endpoint.dealings import Asked, find_dealings
from rejoinder.learned.endpoint.ground import Ground, Known
from rejoinder.learned.endpoint.locating import fold
from rejoinder.learned.endpoint.pieces import PIECE, Piece, cut_pieces
from rejoinder.learned.endpoint.sending import Line, Terms, load_client, open_line
from rejoinder.learned.endpoint.speech import Heard, find_speech
from rejoinder.model import (
    Act,
    Business,
    Document,
    EndpointError,
    Passage,
    Problem,
    Reading,
    RejoinderError,
    Severity,
    Span,
    Statement,
)
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.statements import number
from rejoinder.reading.quotations import quotation_problems
from rejoinder.reading.reader import described, prepare, spoken_dates

LONGEST = 200_000
"""The code points of a story that are sent, at most."""
_OURS = ("schema", "document", "dates", "problems")


@dataclass(frozen=True, slots=True)
class Answered:
    """One piece of a story with the answer to it and what was heard in it."""

    ground: Ground
    answer: Mapping[str, Any]
    heard: list[Heard]


class EndpointReader:
    """Reads documents by asking an endpoint about each (a ``desk.reading.Reader``); nothing is sent before.

    EndpointError at once if the extra ``llm`` is not installed. ``pause`` waits some seconds for a server that is
    busy; ``clock`` tells seconds; ``size`` is how many code points of a story are sent at once.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        size: int = PIECE,
    ) -> None:
        load_client()
        self.endpoint = endpoint
        self._pause = pause
        self._clock = clock
        self._size = size
        self._terms = Terms()

    def __call__(
        self, documents: Sequence[Document], published: date | None, today: date
    ) -> Iterator[Reading | RejoinderError]:
        """The reading of each document, or the error that stopped it, as soon as it is there."""
        with open_line(self.endpoint, self._terms, self._pause, self._clock) as line:
            for document in documents:
                try:
                    yield self._read(line, prepare(document, today, published))
                except EndpointError as error:
                    yield _named(error, document.path)

    def _read(self, line: Line, story: Prepared) -> Reading:
        pieces = cut_pieces(story.text, story.blocks, self._size)
        length = sum(len(piece.text) for piece in pieces)
        if length > LONGEST:
            message = f"The story has {length:,} characters; an endpoint is sent {LONGEST:,} at most."
            raise EndpointError("endpoint-story-too-long", message, "Split it into its stories and give those.")
        document, names, known = described(story), names_of(story), Known(story)
        reason = f"Read by {self.endpoint.title}."
        answered = []
        for index, piece in enumerate(pieces):
            answer = parse_answer(line.ask(messages(document, names, pieces, index)))
            answered.append(_heard(story, known, piece, answer, reason))
        return _reading(story, document, answered, self.endpoint)


def _heard(story: Prepared, known: Known, piece: Piece, answer: Mapping[str, Any], reason: str) -> Answered:
    """The statements of an answer; a doubt for each list of a kind of record that there is not."""
    ground = Ground(story, fold(story.text, piece.blocks), piece.span, known)
    expected = (*answer_schema()["properties"], *_OURS)
    for key in [key for key in answer if key not in expected][:1]:
        ground.doubt(Unfit("endpoint-unknown-kind", f"The endpoint gives records of an unknown kind: {shown(key)}."))
    return Answered(ground, answer, find_speech(ground, answer.get("statements"), reason))


def _reading(story: Prepared, document: Document, answered: Sequence[Answered], endpoint: Endpoint) -> Reading:
    """The reading of a story from the answers to its pieces."""
    statements, ids = _numbered(answered)
    dates = spoken_dates(story, statements)
    reason = f"Read by {endpoint.title}."
    business = _joined(
        [
            find_dealings(Asked(item.ground, named, dates, reason), item.answer)
            for item, named in zip(answered, ids, strict=True)
        ]
    )
    doubts = chain.from_iterable(item.ground.doubts for item in answered)
    own = (*story.document.problems, *story.day.problems, *quotation_problems(story.quotations))
    problems = [_note(endpoint), *own, *doubts]
    return Reading(
        document=document,
        statements=tuple(statements),
        dates=dates,
        problems=tuple(sorted(problems, key=lambda problem: problem.start)),
        produced_by=f"{endpoint.title}, asked with {prompt_digest()}",
        business=business,
        read_by=endpoint.title,
    )


def _numbered(answered: Sequence[Answered]) -> tuple[list[Statement], list[dict[str, Statement]]]:
    """All statements in the order of the text, each once, numbered; and for each answer those of its own ids."""
    heard = [(index, item) for index, piece in enumerate(answered) for item in piece.heard]
    heard.sort(key=lambda row: (row[1].statement.content.start, -row[1].statement.content.end))
    first = {_key(item.statement): item.statement for _, item in reversed(heard)}
    order = dict.fromkeys(_key(item.statement) for _, item in heard)
    numbered = dict(zip(order, number([first[key] for key in order]), strict=True))
    ids: list[dict[str, Statement]] = [{} for _ in answered]
    for index, item in heard:
        if item.given_id is not None:
            ids[index].setdefault(item.given_id, numbered[_key(item.statement)])
    return list(numbered.values()), ids


def _key(statement: Statement) -> tuple[Span, Act, str | None]:
    """What makes two statements the same one, given twice."""
    return statement.content.span, statement.act, statement.speaker.name if statement.speaker else None


def _joined(found: Sequence[Business]) -> Business:
    """The business of all pieces, each kind in the order of the text and each record once."""
    commitments = dict.fromkeys(item for business in found for item in business.commitments)
    ordered = sorted(commitments, key=lambda item: item.action.span)
    return Business(
        commitments=tuple(replace(item, id=f"c{index}") for index, item in enumerate(ordered, start=1)),
        meetings=_in_order(item for business in found for item in business.meetings),
        texts=_in_order(item for business in found for item in business.texts),
        referrals=_in_order(item for business in found for item in business.referrals),
        releases=_in_order(item for business in found for item in business.releases),
    )


class _Placed(Protocol):
    """A record with a passage."""

    @property
    def passage(self) -> Passage: ...


_Record = TypeVar("_Record", bound=_Placed)


def _in_order(records: Iterable[_Record]) -> tuple[_Record, ...]:
    return tuple(sorted(dict.fromkeys(records), key=lambda item: item.passage.span))


def _note(endpoint: Endpoint) -> Problem:
    """What every reader of the records must know of them."""
    message = f"Read by {endpoint.title}: every passage was found in the text, how often it is right was not measured."
    return Problem("endpoint-read", message, 0, 0, Severity.NOTE)


def _named(error: EndpointError, path: str | None) -> EndpointError:
    """The error with the name of the input that it stopped."""
    if path is None:
        return error
    return EndpointError(error.code, f"{path} was not read: {error.message}", error.remedy)
