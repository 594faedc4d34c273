"""PDF: columns, words parted at line ends, page numbers and heads, paragraphs that go on overleaf; files that are refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rejoinder
from rejoinder.formats import document_from_bytes
from rejoinder.formats.pdf import pages as pdf_pages
from rejoinder.model import InputError, Severity
from tests.formats.building_pdf import Placed, column, pdf

LEFT = (
    *("1. Each side informs the other of all", "releases from the upper dam without de-"),
    *("lay, and of every circumstance that could", "endanger navigation on the river."),
    *("2. The Commission meets twice a year in", "the seat of the side that presides, and as"),
)
RIGHT = (
    *("often as one of them asks for it in writing", "and gives its reasons for asking this."),
    *("3. Each side bears the costs of its own", "gauges, and half of those of the common"),
    *("ones, which are read by a well-known firm", "of surveyors that both of them have named."),
)


def paragraphs(*pages: list[Placed]) -> list[str]:
    return document_from_bytes(pdf(*pages), "draft.pdf").text.split("\n\n")


def test_columns_are_read_one_after_the_other_and_parted_words_are_whole() -> None:
    found = paragraphs(column(60, 700, *LEFT) + column(310, 700, *RIGHT))
    assert found == [whole(*LEFT[:4]), whole(*LEFT[4:], *RIGHT[:2]), whole(*RIGHT[2:])]


def whole(*lines: str) -> str:
    """The lines as one paragraph, with the one word that is parted made whole."""
    return " ".join(lines).replace("de- lay", "delay")


def test_columns_that_the_file_gives_line_by_line_are_read_the_same() -> None:
    mixed = [line for pair in zip(column(60, 700, *LEFT), column(310, 700, *RIGHT), strict=True) for line in pair]
    assert paragraphs(mixed) == paragraphs(column(60, 700, *LEFT) + column(310, 700, *RIGHT))


def test_what_spans_both_columns_stands_between_them() -> None:
    top = column(60, 760, "A heading that spans both of the columns of this page of the draft, as titles do")
    assert paragraphs(top + column(60, 700, *LEFT) + column(310, 700, *RIGHT))[0].startswith("A heading")


def page(number: int, *lines: str, step: float = 14) -> list[Placed]:
    return [(60, 800, "Draft of 3 May 2022"), *column(60, 700, *lines, step=step), (290, 40, f"- {number} -")]


def test_heads_and_page_numbers_are_left_out_and_paragraphs_go_on_overleaf() -> None:
    found = paragraphs(
        page(1, "The Parties shall keep the releases of winter on the table and shall inform each", "other of them in"),
        page(
            2,
            "good time. They shall meet once a year in the seat of the side that presides over it.",
            "They part.",
            step=40,
        ),
        page(3, "The end."),
    )
    assert found[0].startswith("The Parties shall keep the releases")
    assert "inform each other of them in good time. They shall meet" in found[0]
    assert found[1:] == ["They part.", "The end."]


def test_a_hyphen_stays_in_a_word_that_is_written_so_elsewhere() -> None:
    first, second = "The side-letter stands, and it binds both sides as this text does; the side-", "letter is short."
    assert paragraphs(column(60, 700, first, second)) == [f"{first[:-5]}side-{second}"]


def test_gaps_numbers_and_short_lines_part_paragraphs() -> None:
    lines = column(60, 700, "Article 1", "Scope", "The Compact binds both sides.", "(a) It lasts.", "(b) It can end.")
    found = paragraphs([*lines, (60, 600, "And far below there stands a word more.")])
    assert found == [each for _, _, each in lines] + ["And far below there stands a word more."]


def test_the_outline_of_a_pdf_is_that_of_its_text() -> None:
    lines = column(60, 700, "ARTICLE 1", "Data", "1. Data are shared.", "2. They are free.", step=24)
    found = rejoinder.outline(document_from_bytes(pdf(lines), "draft.pdf").text)
    assert [item.label for item in found.walk()] == ["art_1", "art_1__para_1", "art_1__para_2"]


def test_a_page_without_text_among_others_is_told() -> None:
    document = document_from_bytes(pdf(column(60, 700, "Some words."), []), "draft.pdf")
    (problem,) = document.problems
    assert problem.code == "pages-without-text"
    assert problem.severity is Severity.WARNING
    assert "page 2" in problem.message


SOUND = pdf(column(60, 700, "Some words that are sound."))


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (pdf([], []), "pdf-scanned", "OCR"),
        (pdf(column(60, 700, "Words"), encrypted=True), "encrypted", "password"),
        (SOUND[:60], "pdf-broken", "damaged"),
        (b"%PDF-1.7\n" + bytes(900), "pdf-broken", "damaged"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_a_remedy(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "draft.pdf")
    assert raised.value.code == code
    assert said in str(raised.value)
    assert raised.value.remedy.endswith(".")


@pytest.mark.parametrize(("limit", "value"), [("MAX_PAGES", 1), ("MAX_CHARACTERS", 10)])
def test_pages_or_letters_without_end_are_refused(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, limit, value)
    with pytest.raises(InputError) as raised:
        document_from_bytes(pdf(column(60, 700, "Some words."), column(60, 700, "More.")), "draft.pdf")
    assert raised.value.code == "too-large"


@settings(max_examples=60)
@given(st.integers(10, len(SOUND)), st.binary(max_size=6))
def test_any_damage_gives_a_document_or_an_input_error(at: int, put: bytes) -> None:
    with contextlib.suppress(InputError):
        assert document_from_bytes(SOUND[:at] + put + SOUND[at + len(put) :], "damaged.pdf").text
