"""Quotations of all styles: paragraphs, and the quotations in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.quotations import (
    Quotation,
    find_quotations,
    inside_quotes,
    quotation_problems,
)
from tests.growth import grows_in_proportion


def find(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text whose lines are its paragraphs."""
    return find_quotations(text, lines_of(text))


def lines_of(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return [span for span in spans if span.length]


# text | the quotations; one that has no closing mark ends in "<"
QUOTED = [
    ('"We go," he said, "now."', ['"We go,"', '"now."']),
    ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
    ("‘We reject the workers’ demands,’ he said. ‘No.’", ["‘We reject the workers’ demands,’", "‘No.’"]),
    ("'We don't,' she said. The workers' demands were '90s.", ["'We don't,'"]),
    ("the 'peace talks' ended, and the workers' union left", ["'peace talks'"]),
    ("the workers' demands and the drivers' pay", []),
    ("rock 'n' roll, 'tis said, in the ’90s and the ‘80s", []),
    ("“A “B” C” d", ["“A “B” C”", "“B”"]),
    ("„Nein“, sagte er. «Oui» »Ja« ‹si› ›da‹", ["„Nein“", "«Oui»", "»Ja«", "‹si›", "›da‹"]),
    ("”Nej,” sade han. ‚Nein‘, sagte er", ["”Nej,”", "‚Nein‘"]),
    ("``We go,'' he said, ''now.''", ["``We go,''", "''now.''"]),
    ('He said "no and left. "We go," he said.', ['"no and left.<', '"We go,"']),
    ('"We ("the group") accept," he said.', ['"We ("the group") accept,"', '"the group"']),
    ("\"He called it 'nonsense',\" she said", ["\"He called it 'nonsense',\"", "'nonsense'"]),
    ("‘He told me “no” and left,’ she said.", ["‘He told me “no” and left,’", "“no”"]),
    ('said:"We go"', ['"We go"']),
    ('6\'2" tall and 5" wide', []),
    ("“We go“ he said, „ja”", ["“We go“", "„ja”"]),
    ('"Unclosed to the end\nnext', ['"Unclosed to the end<']),
    ('"Para one.\n"Para two.\n"Para three," he said. "And."', ['"Para one.\n"Para two.\n"Para three,"', '"And."']),
    ("'Para one.\n'Para two,' he said.", ["'Para one.\n'Para two,'"]),
    (
        "‘All that was put to us in May by the harbour workers’ union\n‘No,’ he said.",
        ["‘All that was put to us in May by the harbour workers’ union\n‘No,’"],
    ),
    ("‘Peace talks’ failed.\n‘No,’ he said.", ["‘Peace talks’", "‘No,’"]),
    ('He said: "One.\n"Two.\nHe left.', ['"One.\n"Two.<']),
    ('He said: "One.\nHe said: "Two."', ['"One.<', '"Two."']),
    ('"One. "Two\n"Three."', ['"One.<', '"Two\n"Three."']),
    ('"One «two" three» four"', ['"One «two"']),
    ('«One "two» three', ['«One "two»']),
    ("‘One ‘two’ three", ["‘One<", "‘two’"]),
    ("‘One", ["‘One<"]),
    ("'One", []),
    ("\"'No,' she said\" and left", ["\"'No,' she said\"", "'No,'"]),
    ('He said " well " and left', []),
    ('letters"in"words stay', []),
    ('no, "', []),
    ("no, “", []),
    ('""', []),
    ('"" and "a"', ['"a"']),
    ("stray” and stray» and stray'", []),
    ("»«", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_are_found_in_every_style(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [text[slice(*each.span)] + ("" if each.closed else "<") for each in found] == expected


def test_a_quotation_over_paragraphs_has_a_piece_in_each() -> None:
    text = '"One.\n"Two," he said.'
    (quotation,) = find(text)
    assert [text[slice(*piece)] for piece in quotation.pieces] == ['"One.', '"Two,"']
    assert text[slice(*quotation.inner)] == 'One.\n"Two,'


def test_the_mask_marks_what_is_quoted_with_its_marks() -> None:
    text = 'a "b\n"c ‘d’" e'
    marked = inside_quotes(find(text), len(text))
    assert "".join("x" if byte else "." for byte in marked) == "..xx.xxxxxxx.."[: len(text)]


def test_a_missing_closing_mark_is_a_doubt() -> None:
    problems = quotation_problems(find('"We go" and "we stay'))
    assert [(problem.code, problem.start) for problem in problems] == [("quotation-unclosed", 12)]


ALPHABET = "ab sS.,\n\"'“”‘’«»„‚`(5-"


@given(st.text(alphabet=ALPHABET, max_size=60))
@example("“\n”a”")
def test_quotations_lie_within_their_paragraphs_and_in_each_other(text: str) -> None:
    paragraphs = lines_of(text)
    open_ends: list[int] = []
    for quotation in find(text):
        assert quotation.span.start < quotation.inner.start <= quotation.inner.end <= quotation.span.end <= len(text)
        assert all(any(paragraph.holds(piece) for paragraph in paragraphs) for piece in quotation.pieces)
        assert (quotation.pieces[0].start, quotation.pieces[-1].end) == quotation.span
        open_ends = [end for end in open_ends if end > quotation.span.start]
        assert quotation.depth == len(open_ends)
        assert all(quotation.span.end <= end for end in open_ends)
        open_ends.append(quotation.span.end)


@pytest.mark.parametrize("unit", ['"', '" ', '"a', "“", "'a ", '«"', "“a ‘b ", "'a s' "])
def test_time_is_in_proportion_to_the_number_of_marks(unit: str) -> None:
    def prepare(marks: int) -> Callable[[], object]:
        text = unit * (marks // len(unit))
        return lambda: find_quotations(text, [Span(0, len(text))])

    assert grows_in_proportion(prepare, 25_000)
