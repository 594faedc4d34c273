"""Word documents: the numbers that a reader sees, tracked changes, comments, notes, tables; and files that are refused."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rejoinder
from rejoinder.formats import document_from_bytes
from rejoinder.formats.word.numbers import format_number
from rejoinder.model import Document, InputError
from tests.formats.building_word import definition, docx, numbered, paragraph, relations, restart, rooted

LEGAL = definition("1", ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def read(body: str, **parts: str) -> Document:
    return document_from_bytes(docx(body, **parts), "draft.docx")


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).text.split("\n\n")


def test_paragraphs_are_parted_by_blank_lines_and_the_title_is_that_of_the_file() -> None:
    document = read(paragraph("One.") + paragraph() + paragraph("Two."))
    assert document.text == "One.\n\nTwo."
    assert document.title == "The Compact"
    assert document.source.media_type.endswith("wordprocessingml.document")


def test_lists_count_by_levels_and_begin_anew_below_the_next_number() -> None:
    body = "".join(
        paragraph(words, "1", level)
        for words, level in [("one", 0), ("a", 1), ("b", 1), ("i", 2), ("two", 0), ("a again", 1), ("three", 0)]
    )
    assert lines(body, numbering=LEGAL + numbered("1", "1")) == [
        *("1. one", "(a) a", "(b) b", "(i) i", "2. two", "(a) a again", "3. three"),
    ]


def test_lists_share_their_counts_unless_an_override_restarts_one() -> None:
    body = paragraph("one", "1") + paragraph("two", "2") + paragraph("anew", "3") + paragraph("on", "3")
    lists = numbered("1", "1") + numbered("2", "1") + numbered("3", "1", restart(0, 5))
    assert lines(body, numbering=LEGAL + lists) == ["1. one", "2. two", "5. anew", "6. on"]


def test_a_level_shows_the_numbers_above_it_as_legal_ones_if_it_says_so() -> None:
    levels = [("upperRoman", "Article %1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")]
    plain = definition("1", *levels) + numbered("1", "1")
    legal = definition("1", *levels, extra="<w:isLgl/>") + numbered("1", "1")
    body = paragraph("Scope", "1") + paragraph("Data", "1", 1) + paragraph("Gauges", "1", 2)
    assert lines(body, numbering=plain) == ["Article I Scope", "I.1 Data", "I.1.1 Gauges"]
    assert lines(body, numbering=legal) == ["Article 1 Scope", "1.1 Data", "1.1.1 Gauges"]


def test_a_style_can_name_the_list_and_the_level() -> None:
    styles = (
        "<w:style w:styleId='Top'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Below'><w:basedOn w:val='Top'/></w:style>"
        "<w:style w:styleId='Second'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Circle'><w:basedOn w:val='Circle'/></w:style>"
    )
    body = paragraph("one", style="Top") + paragraph("a", style="Second") + paragraph("two", style="Below")
    body += paragraph("none", "0", style="Top") + paragraph("plain", style="Circle") + paragraph("b", "1", 1)
    found = lines(body, numbering=LEGAL + numbered("1", "1"), styles=styles)
    assert found == ["1. one", "(a) a", "2. two", "none", "plain", "(a) b"]


def test_a_level_that_names_a_style_is_the_level_of_that_style() -> None:
    held = (
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:pStyle w:val='Two'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>"
    )
    styles = "<w:style w:styleId='Two'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    assert lines(paragraph("a", style="Two"), numbering=held + numbered("1", "1"), styles=styles) == ["(a) a"]


def test_a_definition_can_be_a_link_to_a_list_style() -> None:
    link = "<w:abstractNum w:abstractNumId='9'><w:numStyleLink w:val='L'/></w:abstractNum>"
    styles = "<w:style w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    held = LEGAL + link + numbered("1", "1") + numbered("2", "9")
    assert lines(paragraph("one", "2"), numbering=held, styles=styles) == ["1. one"]


def test_an_override_can_put_another_level_in_place() -> None:
    other = "<w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='upperLetter'/><w:suff w:val='nothing'/><w:lvlText w:val='%1) '/></w:lvl></w:lvlOverride>"
    assert lines(paragraph("cee", "1"), numbering=LEGAL + numbered("1", "1", other)) == ["C)cee"]


@pytest.mark.parametrize(("restarts", "expected"), [("0", "(b) on"), ("1", "(a) on")])
def test_a_level_can_go_on_counting_below_the_next_number(restarts: str, expected: str) -> None:
    held = (
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
        f"<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlRestart w:val='{restarts}'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>"
    )
    body = paragraph("one", "1") + paragraph("a", "1", 1) + paragraph("two", "1") + paragraph("on", "1", 1)
    assert lines(body, numbering=held + numbered("1", "1"))[-1] == expected


def test_bullets_and_lists_that_are_not_there() -> None:
    held = definition("1", ("bullet", "\uf0b7"), ("none", "")) + numbered("1", "1") + numbered("2", "77")
    body = paragraph("dot", "1") + paragraph("bare", "1", 1) + paragraph("lost", "2") + paragraph("deep", "1", 8)
    assert lines(body, numbering=held) == ["• dot", "bare", "lost", "deep"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "decimal", "4"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (0, "upperRoman", "0"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (2, "ordinal", "2nd"),
        (13, "ordinal", "13th"),
        (3, "cardinalText", "Three"),
        (2, "ordinalText", "Second"),
        (99, "ordinalText", "99"),
        (5, "chineseCounting", "5"),
    ],
)
def test_counts_are_shown_as_their_format_says(count: int, form: str, shown: str) -> None:
    assert format_number(count, form) == shown


INSERTED = "<w:ins w:author='Ilse Varga'><w:r><w:t> every hour</w:t></w:r></w:ins>"
DELETED = "<w:del w:author='Jan Reuter'><w:r><w:delText> every day</w:delText></w:r><w:r><w:delText> at noon</w:delText></w:r></w:del>"


def test_the_text_is_the_current_one_and_tracked_changes_are_told_with_their_places() -> None:
    document = read(paragraph("Data are shared", inner=DELETED + INSERTED + "<w:r><w:t>.</w:t></w:r>"))
    assert document.text == "Data are shared every hour."
    deletion, insertion = document.problems
    assert (deletion.code, deletion.start, deletion.end) == ("tracked-deletion", 15, 15)
    assert "Jan Reuter" in deletion.message
    assert "“every day at noon”" in deletion.message
    assert document.text[insertion.start : insertion.end] == " every hour"


def test_a_deleted_paragraph_counts_for_nothing_and_a_deleted_mark_joins_two() -> None:
    gone = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:author='x'/></w:rPr></w:pPr>"
        "<w:del w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    half = "<w:p><w:pPr><w:rPr><w:del w:author='x'/></w:rPr></w:pPr><w:r><w:t>One and </w:t></w:r></w:p>"
    body = paragraph("one", "1") + gone + paragraph("two", "1") + half + paragraph("the same.", "1")
    assert lines(body, numbering=LEGAL + numbered("1", "1")) == ["1. one", "2. two", "One and the same."]


def test_comments_and_footnotes_are_notes_beside_the_text() -> None:
    inner = (
        "<w:commentRangeStart w:id='3'/><w:r><w:t> the weirs</w:t></w:r><w:commentRangeEnd w:id='3'/>"
        "<w:r><w:commentReference w:id='3'/></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r>"
    )
    comments = "<w:comment w:id='3' w:author='Jan Reuter'><w:p><w:r><w:t>Which ones?</w:t></w:r></w:p></w:comment>"
    notes = (
        "<w:footnote w:id='1' w:type='separator'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>All nine.</w:t></w:r></w:p></w:footnote>"
    )
    document = read(paragraph("Survey", inner=inner), comments=comments, footnotes=notes)
    assert document.text == "Survey the weirs."
    comment, note = document.problems
    assert document.text[comment.start : comment.end] == " the weirs"
    assert "Jan Reuter" in comment.message
    assert "Which ones?" in comment.message
    assert (note.code, note.start) == ("footnote", 16)
    assert "All nine." in note.message


def test_tables_frames_breaks_and_hidden_words() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Left')}</w:tc><w:tc>{paragraph('Right')}</w:tc></w:tr></w:tbl>"
    frame = f"<w:r><w:pict><w:txbxContent>{paragraph('In a frame')}</w:txbxContent></w:pict></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    broken = "<w:r><w:br/><w:t>second</w:t><w:tab/><w:t>end</w:t><w:br w:type='page'/><w:noBreakHyphen/></w:r>"
    body = table + paragraph("Around", inner=frame + hidden) + paragraph("first", inner=broken)
    assert lines(body) == ["Left", "Right", "Around", "In a frame", "first\nsecond\tend-"]


def test_a_draft_in_word_is_outlined_by_the_numbers_that_are_shown() -> None:
    held = definition("1", ("decimal", "Article %1."), ("decimal", "%2."), ("lowerLetter", "(%3)")) + numbered("1", "1")
    body = "".join(
        paragraph(words, "1", level)
        for words, level in [
            ("Data", 0),
            ("Data are shared.", 1),
            ("Each side:", 1),
            ("keeps its gauges;", 2),
            ("Term", 0),
        ]
    )
    found = rejoinder.outline(read(body + paragraph("Ten years."), numbering=held).text)
    assert [item.label for item in found.walk()] == [
        *("art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_a", "art_2"),
    ]


def rezipped(data: bytes, **changed: bytes | None) -> bytes:
    """A DOCX with parts replaced, or left out where None is given; ``__`` in a name stands for a slash."""
    buffer = io.BytesIO()
    names = {name.replace("__", "/").replace("DOT", "."): content for name, content in changed.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, content in names.items():
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


SOUND = docx(paragraph("Some words that are sound."))
ENTITIES = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (SOUND[:200], "docx-broken"),
        (SOUND[:-40], "docx-broken"),
        (rezipped(SOUND, word__documentDOTxml=b"<w:document"), "docx-broken"),
        (rezipped(SOUND, word__documentDOTxml=None), "docx-broken"),
        (rezipped(SOUND, word__documentDOTxml=ENTITIES), "xml-entities"),
        (rezipped(SOUND, word__documentDOTxml=b"<a>" + b" " * (49 * 1024 * 1024) + b"</a>"), "too-large"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (docx(""), "empty"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_a_remedy(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(data, "draft.docx")
    assert raised.value.code == code
    assert "draft.docx" in raised.value.message
    assert raised.value.remedy.endswith(".")


def test_nothing_outside_the_file_and_no_macro_is_touched() -> None:
    outside = relations({"numbering": "https://example.org/numbering.xml", "styles": "file:///etc/passwd"}, "External")
    inside = relations({"footnotes": "../../../etc/passwd", "vbaProject": "vbaProject.bin"})
    for held in (outside, inside):
        data = rezipped(SOUND, word___rels__documentDOTxmlDOTrels=held.encode(), word__vbaProjectDOTbin=b"\0" * 100)
        assert document_from_bytes(data, "draft.docm").text == "Some words that are sound."


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = rooted("document", f"<w:body>{paragraph('Strict words.')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert document_from_bytes(rezipped(SOUND, word__documentDOTxml=strict.encode()), "a.docx").text == "Strict words."


def test_a_long_document_is_read_whole() -> None:
    data = docx(
        "".join(paragraph(f"Words {at}", "1", at % 3) for at in range(20_000)), numbering=LEGAL + numbered("1", "1")
    )
    text = document_from_bytes(data, "long.docx").text
    assert text.count("Words ") == 20_000


@settings(max_examples=60)
@given(st.integers(0, len(SOUND)), st.binary(max_size=6))
def test_any_damage_gives_a_document_or_an_input_error(at: int, put: bytes) -> None:
    with contextlib.suppress(InputError):
        assert document_from_bytes(SOUND[:at] + put + SOUND[at + len(put) :], "damaged.docx").text
