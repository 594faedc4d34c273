"""A draft and a reply -> the matrix: for each item what of the reply answers it and how, and what it never mentions.

``kinds``           whether the reply is a holding, corrected or collective one
``foreign``         whether it answers another draft
``linking``         probabilities -> which passages answer which items
``wholes``          what is said of all items, or of all that are not named
``counter_drafts``  a reply that is a draft itself

Pure. What is said of meaning comes from the ``Embedder`` that is passed in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rejoinder.matching.align import Asked, Embedder, Said
from rejoinder.matching.align.signs import find_signs
from rejoinder.matching.align.weighing import Weights, weigh
from rejoinder.matching.dispositions import Judgement, Passed, counter_text, judge, settle
from rejoinder.matching.fitted import Fitted, shipped
from rejoinder.matching.matrix.counter_drafts import is_counter_draft, judge_wording, keep_nearest, without_numbers
from rejoinder.matching.matrix.foreign import answers_another
from rejoinder.matching.matrix.kinds import kind_of
from rejoinder.matching.matrix.linking import Answer, find_answers
from rejoinder.matching.matrix.wholes import answer_rest
from rejoinder.matching.outline import outline_text
from rejoinder.matching.reply import Unit, cut_reply
from rejoinder.matching.rows import Row, asked_of, rows_of
from rejoinder.model import (
    Disposition,
    ItemRow,
    Link,
    Matrix,
    Outline,
    Passage,
    Problem,
    ReplyKind,
    Severity,
)

__all__ = ["match_outline", "match_texts"]

UNSURE = 0.5


def match_texts(draft: str, reply: str, embedder: Embedder | None = None, fitted: Fitted | None = None) -> Matrix:
    """The matrix of the text of a draft and that of a reply. No text raises."""
    return match_outline(outline_text(draft), reply, embedder, fitted)


def match_outline(
    outline: Outline, reply: str, embedder: Embedder | None = None, fitted: Fitted | None = None
) -> Matrix:
    """The matrix of the outline of a draft and the text of a reply. ``fitted`` stands in for what the package has."""
    fitted = fitted or shipped(embedder is not None)
    rows = rows_of(outline)
    asked = [asked_of(row) for row in rows]
    units, around = cut_reply(reply)
    counter_draft = is_counter_draft([item.words for item in asked], [unit.passage.exact for unit in units], around)
    if counter_draft:
        units, around = cut_reply(reply, whole_sentences=True)
    kind, kind_words = kind_of(units, around)
    answers, problems = _answers(asked, units, kind, counter_draft, embedder, fitted.weights)
    links: dict[int, list[Link]] = defaultdict(list)
    passages = [answer.passage(reply, units) for answer in answers]
    told = _judge(
        [(each.exact, rows[answer.row]) for answer, each in zip(answers, passages, strict=True)],
        counter_draft,
        embedder,
        fitted,
    )
    for answer, passage, judgement in zip(answers, passages, told, strict=True):
        links[answer.row].append(_link(reply, passage, answer, judgement, counter_draft))
    if counter_draft:
        links = {at: keep_nearest(found, asked[at].words) for at, found in links.items()}
    item_rows = tuple(_item_row(row, tuple(links.get(at, ()))) for at, row in enumerate(rows))
    return Matrix(item_rows, _unlinked(reply, units, links.values()), kind, kind_words, tuple(problems))


def _answers(
    asked: Sequence[Asked],
    units: Sequence[Unit],
    kind: ReplyKind,
    counter_draft: bool,
    embedder: Embedder | None,
    weights: Weights,
) -> tuple[list[Answer], list[Problem]]:
    """The answers, and what is doubtful about them."""
    if not asked or not units:
        return [], []
    said = [Said(unit.passage.exact, unit.paragraph, unit.heading, unit.number, unit.last) for unit in units]
    if counter_draft:
        asked, said = [Asked(item.words, item.around) for item in asked], without_numbers(said)
    signs = find_signs(asked, said, embedder)
    if kind is not ReplyKind.HOLDING and answers_another(asked, said, signs, meaning=embedder is not None):
        return [], [_another_draft(units)]
    answers = find_answers(units, weigh(signs, weights), signs)
    return answers if counter_draft else answer_rest(asked, units, answers, kind), []


def _another_draft(units: Sequence[Unit]) -> Problem:
    message = "This reply has little in common with the draft: it seems to answer another one. Nothing was linked."
    return Problem("another-draft", message, units[0].passage.start, units[-1].passage.end, Severity.WARNING)


def _judge(
    passages: Sequence[tuple[str, Row]], counter_draft: bool, embedder: Embedder | None, fitted: Fitted
) -> list[Judgement]:
    """What each passage does with the item that it answers."""
    if counter_draft:
        return [judge_wording(words, row.asked) for words, row in passages]
    passed = [Passed(words, row.asked, row.is_question) for words, row in passages]
    return judge(passed, embedder, fitted.stances)


def _link(reply: str, passage: Passage, answer: Answer, told: Judgement, counter_draft: bool) -> Link:
    if counter_draft:
        counter = passage if told.disposition is not Disposition.ACCEPTED else None
    else:
        counter = counter_text(reply, passage) if _may_counter(told) else None
    return Link(passage, told.disposition, round(answer.score, 4), _reason(answer, told), counter)


def _may_counter(told: Judgement) -> bool:
    return told.disposition in (Disposition.COUNTERED, Disposition.ACCEPTED_WITH_CHANGE)


def _reason(answer: Answer, told: Judgement) -> str:
    doubt = "" if told.sure else " (unsure)"
    return f"{answer.reason[0].upper()}{answer.reason[1:]}; {told.reason}{doubt}."


def _item_row(row: Row, links: tuple[Link, ...]) -> ItemRow:
    return ItemRow(row.item, row.around, settle(links), links, row.introduces)


def _unlinked(reply: str, units: Sequence[Unit], links: Iterable[Sequence[Link]]) -> tuple[Passage, ...]:
    """The sentences that answer nothing; parts of one between semicolons are put together again."""
    starts = sorted({(link.passage.start, link.passage.end) for found in links for link in found})
    found: list[Passage] = []
    last, at = -1, 0
    for number, unit in enumerate(units):
        passage = unit.passage
        while at < len(starts) and starts[at][1] <= passage.start:
            at += 1
        if at < len(starts) and starts[at][0] <= passage.start:
            continue
        if last >= 0 and last == number - 1 and units[last].passage.exact.endswith(";"):
            found[-1] = Passage.of(reply, found[-1].start, passage.end)
        else:
            found.append(passage)
        last = number
    return tuple(found)
