"""Drafts: what the tagger marks beside the attributions that come of it, with their edges mended."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.attribution.drafts import (
    Draft,
    absorb,
    adopt,
    find_drafts,
    is_direct,
    mend_content,
    without_marks,
    without_overlaps,
)
from rejoinder.reading.attribution.places import Places, QuotationEdges
from rejoinder.reading.blocks import find_blocks
from rejoinder.reading.quotations import find_quotations, inside_quotes
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan
from tests.reading.marked import Marked, marked


def drafts_of(story: Marked) -> tuple[list[Draft], list[Span]]:
    """The drafts and loose contents of a story whose blocks are set off by blank lines."""
    blocks = find_blocks(story.text)
    return find_drafts(story.text, story.outer, QuotationEdges(find_quotations(story.text, blocks)), blocks)


def shown(text: str, draft: Draft) -> tuple[str | None, str | None, list[str]]:
    source, cue = (span and text[slice(*span)] for span in (draft.source, draft.cue))
    return source, cue, [text[slice(*part)] for part in draft.parts]


# story | source, cue and pieces of the content of its one draft
JOINED = [
    ("[[He]] {{said}} <<it was over>>.", ("He", "said", ["it was over"])),
    ("{{according to}} <<it was over>>.", (None, "according to", ["it was over"])),
    # white space and stray punctuation fall off
    ("[[ He, ]] {{said:}} <<, it was over. >>", ("He", "said", ["it was over"])),
    ("[[,]] {{said}} <<it was over>>", (None, "said", ["it was over"])),
    # quotation marks and a leading "that" belong to the content
    ('[[He]] {{said}}, "<<It is over>>."', ("He", "said", ['"It is over."'])),
    ("[[He]] {{said}} “<<It is over>>”.", ("He", "said", ["“It is over”"])),
    ("“<<Is it over?>>” [[he]] {{asked}}.", ("he", "asked", ["“Is it over?”"])),
    ("[[He]] {{said}} that <<it is over>>.", ("He", "said", ["that it is over"])),
    ("[[He]] {{said}} that “<<it is over>>”.", ("He", "said", ["that “it is over”"])),
    ("[[He]] {{said}} only That\n<<it is over>>.", ("He", "said", ["That\nit is over"])),
    ("[[He]] {{said}} <<it is “over>>” now", ("He", "said", ["it is “over”"])),
    # pieces stay apart where source or cue stand between them, else they are one
    ("“<<We go>>,” [[he]] {{said}}. “<<Now>>.”", ("he", "said", ["“We go,”", "“Now.”"])),
    ("[[He]] {{said}} <<it was>> <<over>>, <<at last>>.", ("He", "said", ["it was over, at last"])),
    ("[[He]] {{said}} <<it was>>; <<over>>.", ("He", "said", ["it was", "over"])),
    # no piece is a single sign, none goes over the edge of a paragraph; the cue's paragraph goes before others
    ("[[He]] {{said}} <<it was over>> <<a>>.", ("He", "said", ["it was over"])),
    ("[[He]] {{said}} <<it was over.\n\nThey left>>.", ("He", "said", ["it was over"])),
    ("<1<They left. He was tired.>1>\n\n[1[He]1] {1{said}1} <1<it was over.>1>", ("He", "said", ["it was over"])),
    ("<1<They left.\n\nIt was over>1>.\n\n[1[He]1] {1{said}1} so.", ("He", "said", ["They left", "It was over"])),
]


@pytest.mark.parametrize(("words", "expected"), JOINED)
def test_an_attribution_with_its_edges(words: str, expected: tuple[str | None, str | None, list[str]]) -> None:
    story = marked(words)
    (draft,), loose = drafts_of(story)
    assert shown(story.text, draft) == expected
    assert loose == []


@pytest.mark.parametrize(
    ("words", "loose"),
    [
        ("“<<We go on>>.”", ["“We go on.”"]),
        ("{{,}} <<we go on>>", ["we go on"]),
        ("[[He]] {{said}} <<,>>", []),
        ("[[He]] {{said}} so", []),
        ("[[He]] spoke", []),
    ],
)
def test_a_content_without_cue_is_loose_and_a_cue_without_content_is_nothing(words: str, loose: list[str]) -> None:
    story = marked(words)
    drafts, found = drafts_of(story)
    assert drafts == []
    assert [story.text[slice(*span)] for span in found] == loose


def test_a_draft_is_as_sure_as_its_least_sure_span_and_its_links() -> None:
    spans = [TaggedSpan(0, 2, 0.9), TaggedSpan(3, 7, 0.8), TaggedSpan(8, 15, 0.7)]
    sure = TaggedAttribution(spans[1], spans[0], (spans[2],))
    unsure = TaggedAttribution(spans[1], spans[0], (spans[2],), source_score=0.25, content_score=0.25)
    found, _ = find_drafts("He said they go", [sure, unsure], QuotationEdges([]), [Span(0, 15)])
    assert [draft.score for draft in found] == pytest.approx([0.7, 0.175])


@pytest.mark.parametrize(
    ("words", "left"),
    [("  a b ", "a b"), (",;:. a —(", "a"), (") a (", "a"), ("“a.”", "“a.”"), ("a?", "a?"), ("", ""), (" ., ", "")],
)
def test_what_is_trimmed(words: str, left: str) -> None:
    assert words[slice(*without_marks(words, Span(0, len(words))))] == left


def test_nothing_is_mended_where_nothing_is_left() -> None:
    assert mend_content("a ... b", Span(1, 6), QuotationEdges([])).length == 0


# story | the content that goes on into what no cue claims; nothing where it does not
ADOPTED = [
    ("“<<We go>>,” [[he]] {{said}}.\n\n“<<And we come>>.”", ["“We go,”", "“And we come.”"]),
    (
        "“<<We go>>,” [[he]] {{said}}. <2<“And we come.”>2> He left. <3<“Now.”>3>",
        ["“We go,”", "“And we come.”", "“Now.”"],
    ),
    ("“<<We go>>,” [[he]] {{said}}.\n\n<<“One.”>>\n\n<<“Two.”>>", ["“We go,”", "“One.”", "“Two.”"]),
    ("“<<We go>>,” [[he]] {{said}}.\n\nHe left.\n\n“<<And we come>>.”", ["“We go,”"]),
    ("“<<We go>>,” [[he]] {{said}}.\n\n<<They come too>>.", ["“We go,”"]),
    ("[[He]] {{said}} <<they would go>>.\n\n“<<And we come>>.”", ["they would go"]),
    ("“<<One comes>>.”\n\n“<<We go>>,” [[he]] {{said}}.", ["“We go,”"]),
]


@pytest.mark.parametrize(("words", "expected"), ADOPTED)
def test_a_quotation_without_cue_goes_on_where_one_ended(words: str, expected: list[str]) -> None:
    story = marked(words)
    drafts, loose = drafts_of(story)
    (draft,) = adopt(story.text, drafts, loose, find_blocks(story.text))
    assert shown(story.text, draft)[2] == expected


def test_a_loose_quotation_goes_to_the_last_that_ended_before_it() -> None:
    story = marked("“<<One>>,” [[he]] {{said}}.\n\n“<<Two>>,” [[she]] {{said}}.\n\n“<<Three>>.”")
    drafts, loose = drafts_of(story)
    found = adopt(story.text, drafts, loose, find_blocks(story.text))
    assert [shown(story.text, draft)[2] for draft in found] == [["“One,”"], ["“Two,”", "“Three.”"]]


def test_a_loose_quotation_goes_to_the_one_around_a_shorter_one() -> None:
    text = "“We “go” on.” “Now.”"
    around, within = (Draft(None, Span(0, 1), (Span(*span),), 0.9) for span in ((0, 13), (4, 8)))
    found = adopt(text, [around, within], [Span(14, 20)], [Span(0, 20)])
    assert [item.parts for item in found] == [((0, 13), (14, 20)), ((4, 8),)]


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“We go on,”", True),
        ("that “we go on and on and on”", True),
        ("that they “go on”", False),
        ("“We ‘go on’ at ‘home’,”", True),
        ("they ‘“go” on’", False),
        ("they go", False),
    ],
)
def test_a_content_is_direct_when_most_of_it_is_quoted(text: str, direct: bool) -> None:
    whole = Span(0, len(text))
    assert is_direct([whole], bytes(inside_quotes(find_quotations(text, [whole]), len(text)))) is direct


def draft(start: int, end: int, score: float, outer: Draft | None = None) -> Draft:
    return Draft(None, Span(0, 1), (Span(start, end),), score, outer=outer)


OUTER = draft(0, 100, 0.5)


@pytest.mark.parametrize(
    ("drafts", "kept"),
    [
        ([draft(0, 10, 0.5), draft(20, 30, 0.4)], [(0, 10), (20, 30)]),
        ([draft(0, 10, 0.5), draft(4, 14, 0.9)], [(4, 14)]),
        ([draft(0, 10, 0.5), draft(5, 15, 0.9)], [(0, 10), (5, 15)]),
        ([draft(0, 100, 0.5), draft(40, 45, 0.4)], [(0, 100)]),
        ([draft(0, 10, 0.9), draft(4, 14, 0.8), draft(8, 18, 0.7)], [(0, 10), (8, 18)]),
        ([draft(20, 30, 0.5), draft(0, 10, 0.4)], [(0, 10), (20, 30)]),
        ([OUTER, draft(40, 45, 0.4, OUTER)], [(0, 100), (40, 45)]),
    ],
)
def test_of_two_drafts_that_overlap_by_half_the_surer_stays(drafts: list[Draft], kept: list[tuple[int, int]]) -> None:
    assert [item.content for item in without_overlaps(drafts)] == kept


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.floats(0, 1)), max_size=12))
def test_what_is_kept_never_lies_across(drawn: list[tuple[int, int, float]]) -> None:
    drafts = [draft(start, start + length, score) for start, length, score in drawn]
    kept = without_overlaps(drafts)
    assert kept == sorted(kept, key=lambda item: item.content)
    for one, other in pairwise(kept):
        shared = one.content.end - other.content.start
        assert 2 * shared <= min(one.content.length, other.content.length)
    assert all(item in kept for item in drafts if item.score > max((o.score for o in drafts if o != item), default=0))


@pytest.mark.parametrize(
    ("span", "of", "hold", "touch", "cut"),
    [
        (Span(0, 1), -1, False, False, []),
        (Span(0, 3), -1, False, True, [Span(2, 3)]),
        (Span(2, 5), 0, True, True, [Span(2, 5)]),
        (Span(4, 12), 0, False, True, [Span(4, 5), Span(10, 12)]),
        (Span(6, 8), 0, False, False, []),
        (Span(6, 11), 0, False, True, [Span(10, 11)]),
        (Span(25, 26), 1, False, False, []),
    ],
)
def test_spans_and_the_blocks_they_stand_in(span: Span, of: int, hold: bool, touch: bool, cut: list[Span]) -> None:
    places = Places([Span(2, 5), Span(10, 20)])
    assert (places.of(span.start), places.hold(span), places.touch(span), places.cut(span)) == (of, hold, touch, cut)


def draft_in(text: str, source: str | None, cue: str | None, content: str) -> Draft:
    """The draft with these words."""
    found = [
        None if words is None else Span(text.find(words), text.find(words) + len(words)) for words in (source, cue)
    ]
    return Draft(*found, (Span(text.find(content), text.find(content) + len(content)),), 0.9)


# text | source, cue and content of its drafts | the contents that are left
ABSORBED = [
    # a clause goes on over the cue and content that follow it without a break
    (
        "He said that Orlov promised to go.",
        [("He", "said", "that Orlov"), (None, "promised", "to go")],
        ["that Orlov promised to go"],
    ),
    (
        "He said that Orlov had agreed to go.",
        [("He", "said", "that"), ("Orlov", "had agreed", "to go")],
        ["that Orlov had agreed to go"],
    ),
    # a mark or a word between them ends it
    (
        "He said he would stay, adding that Orlov left.",
        [("He", "said", "he would stay"), (None, "adding", "that Orlov left")],
        ["he would stay", "that Orlov left"],
    ),
    (
        "He said he would stay and Orlov promised to go.",
        [("He", "said", "he would stay"), ("Orlov", "promised", "to go")],
        ["he would stay", "to go"],
    ),
    # so does a quotation mark; and what stands before its cue, or has none, goes on over nothing
    ("He said “no” promising to go.", [("He", "said", "“no”"), (None, "promising", "to go")], ["“no”", "to go"]),
    ("It is over he said to go.", [("he", "said", "It is over"), (None, None, "to go")], ["It is over", "to go"]),
]


@pytest.mark.parametrize(("text", "drafts", "contents"), ABSORBED)
def test_an_indirect_content_goes_on_to_the_end_of_its_clause(
    text: str, drafts: list[tuple[str | None, str | None, str]], contents: list[str]
) -> None:
    kept, _ = absorb(text, [draft_in(text, *words) for words in drafts], [])
    assert [shown(text, draft)[2][0] for draft in kept] == contents


def test_a_loose_content_that_is_taken_up_is_loose_no_more() -> None:
    text = "He said that he would stay forever, they hope."
    kept, left = absorb(text, [draft_in(text, "He", "said", "that he would stay")], [Span(27, 34), Span(36, 45)])
    assert [shown(text, draft)[2][0] for draft in kept] == ["that he would stay forever"]
    assert left == [Span(36, 45)]
