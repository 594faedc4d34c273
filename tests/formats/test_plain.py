"""Files of plain text: every encoding is named, and the text is the file's, code point for code point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.formats import document_from_bytes
from rejoinder.model import InputError

RUSSIAN = (
    "МОСКВА, 26 января. Министр заявил, что ответ ожидается на этой неделе.\r\nПереговоры продолжатся в Женеве.\r\n"
)
FRENCH = "Le ministre a déclaré que la réponse était attendue « cette semaine », à Genève – où l’été s’achève.\n"
GERMAN = (
    "Der Außenminister erklärte, die Gespräche würden nächste Woche in Zürich fortgeführt, und man prüfe “alles”.\n"
)
POLISH = "Minister oświadczył, że odpowiedź będzie gotowa w przyszłym tygodniu, a rozmowy będą się toczyć w Łodzi.\n"
GREEK = "Ο υπουργός δήλωσε ότι η απάντηση αναμένεται αυτή την εβδομάδα και οι συνομιλίες θα συνεχιστούν.\n"
ENGLISH = "The minister said: “We’ll reply this week” — no earlier.\n"


@pytest.mark.parametrize(
    ("text", "written_as", "named"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (ENGLISH, "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (GREEK, "cp1253", "cp1253"),
        ("A café.\n" * 12, "latin-1", "cp1252"),
    ],
)
def test_the_encoding_is_found_and_the_text_kept(text: str, written_as: str, named: str) -> None:
    document = document_from_bytes(text.encode(written_as), "story.txt")
    assert document.source.encoding == named
    assert document.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_stays_in_the_text(encoding: str) -> None:
    document = document_from_bytes(("\ufeff" + RUSSIAN).encode(encoding), "story.txt")
    assert document.source.encoding == encoding
    assert document.text == "\ufeff" + RUSSIAN


def test_a_doubtful_encoding_is_a_note_that_names_it() -> None:
    document = document_from_bytes("El señor habló.".encode("latin-1"), "story.txt")
    (problem,) = document.problems
    assert (problem.code, problem.severity) == ("encoding-guessed", "note")
    assert "cp1252" in problem.message


def test_a_sure_encoding_is_no_problem() -> None:
    assert document_from_bytes(ENGLISH.encode(), "story.txt").problems == ()
    assert document_from_bytes(ENGLISH.encode("cp1252"), "story.txt").problems == ()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        ("Déjà vu à Genève".encode()[:-3] + b"\xff\n", "undecodable", "byte"),
        (b"\xff\xfea\x00b", "undecodable", "utf-16-le"),
        (b"line one\nline two \xc3\xa9 \xc3\xa8 \xc3\xa9 \xc3\xa8 \xc3\xa9\nand \xfa\n", "undecodable", "line 3"),
        (b"text\x00with\x00zeros and more", "binary", "not text"),
        (bytes(range(32)) * 9, "binary", "not text"),
    ],
)
def test_what_is_damaged_or_no_text_is_refused_with_its_place(data: bytes, code: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "story.txt")
    assert raised.value.code == code
    assert said in raised.value.message


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda text: text.strip("\ufeff \n\r\t"))
)
def test_any_text_in_utf8_comes_back_exactly(text: str) -> None:
    text = "Story: " + text
    document = document_from_bytes(text.encode(), "story.txt")
    assert document.text == text
    assert document.source.encoding == "utf-8"


def test_a_letter_that_hungarian_and_portuguese_write_alike_is_a_doubt() -> None:
    document = document_from_bytes(("As negociações seguem, afirmou. " * 9).encode("cp1252"), "story.txt")
    assert "negociações" in document.text
    assert [problem.code for problem in document.problems] == ["encoding-guessed"]
