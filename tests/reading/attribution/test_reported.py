"""What grammar adds to the tagger's findings: sources, leads, papers, and acts within contents."""

from __future__ import annotations

import pytest

from rejoinder.reading.attribution.speakers import resolve_speakers
from tests.reading.marked import attributed, marked

OPENING = "OSLO, March 3, 2022 (Reuters) - "
NAMES = "\n\nAnna Berg of Norway met Jan Lind of Denmark.\n"


def drafts_of(words: str) -> list[tuple[str | None, str | None, str, bool]]:
    """Source, cue, content of each draft, and whether it is speech inside speech."""
    story, drafts, _ = attributed(marked(OPENING + words + NAMES))

    def said(span: tuple[int, int] | None) -> str | None:
        return story.text[slice(*span)] if span else None

    return [
        (said(draft.source), said(draft.cue), str(said(draft.content)), draft.outer is not None) for draft in drafts
    ]


OUTER = [
    # a cue without a source has the subject of its clause
    ("Denmark on Monday {{welcomed}} <<the ruling>>.", [("Denmark", "welcomed", "the ruling", False)]),
    ("{{Welcomed}} <<was the ruling>>.", [(None, "Welcomed", "was the ruling", False)]),
    ("It would then be {{seen}} <<whether they came>>.", [(None, "seen", "whether they came", False)]),
    ("It rained, {{as was said}} <<then>>.", [(None, "as was said", "then", False)]),
    (
        "<<Denmark's ruling>> {{was said}} <<to be>> wrong.",
        [(None, "was said", "Denmark's ruling was said to be", False)],
    ),
    # a source that begins within a word is the name at its end
    ("After the Berg-[[Lind talks in Oslo Norway]] {{agreed}} <<to go>>.", [("Norway", "agreed", "to go", False)]),
    ("After the Berg-[[Lind talks]] {{agreed}} <<to go>>.", [("Lind talks", "agreed", "to go", False)]),
    # a lead of two sentences is whole
    (
        "Norway has signed. <<It will pay in May>>, [[Berg]] {{said}}.",
        [("Berg", "said", "Norway has signed", False), ("Berg", "said", "It will pay in May", False)],
    ),
    (
        "[1[Lind]1] {1{said}1} <1<Norway signed>1>. <<It will pay in May>>, [[Berg]] {{said}}.",
        [("Lind", "said", "Norway signed", False), ("Berg", "said", "It will pay in May", False)],
    ),
    ("Norway has “signed”. <<It will pay>>, [[Berg]] {{said}}.", [("Berg", "said", "It will pay", False)]),
    ("Norway signed. It was May. <<It will pay>>, [[Berg]] {{said}}.", [("Berg", "said", "It will pay", False)]),
    ("<<It will pay>>, [[Berg]] {{said}}.", [("Berg", "said", "It will pay", False)]),
    # what a paper envisages is put forward by those whose paper it is
    (
        "The draft treaty - of May - envisages, among other things, [[Norway's]] {{pledge}} <<to go>>.",
        [("The draft", "envisages", "Norway's pledge to go", False)],
    ),
    (
        "The draft envisages peace and envisages trade.",
        [("The draft", "envisages", "peace and envisages trade", False)],
    ),
    ("The draft, [[Berg]] {{said}}, <<envisages peace>>.", [("Berg", "said", "envisages peace", False)]),
    ("He who envisages peace in a draft is wise.", []),
    ("The draft “envisages” peace.", []),
    ("The draft envisages.", []),
]


@pytest.mark.parametrize(("words", "expected"), OUTER)
def test_what_grammar_adds_at_the_level_of_the_story(
    words: str, expected: list[tuple[str | None, str | None, str, bool]]
) -> None:
    assert drafts_of(words) == expected


INNER = [
    # an act that the tagger does not find
    (
        "[[Berg]] {{said}} <<that Denmark had promised Norway to go>>.",
        [("Denmark", "had promised", "to go", True)],
    ),
    # where both find it, grammar tells its edges
    (
        "[[Berg]] {{said}} <<that [a[Denmark]a] had {a{promised}a} <a<Norway to go>a>>>.",
        [("Denmark", "promised", "to go", True)],
    ),
    (
        "[[Berg]] {{said}} <<[a[Jan]a] {a{alone}a} <a<knew>a>, and Denmark had promised to go>>.",
        [("Jan", "alone", "knew", True), ("Denmark", "had promised", "to go", True)],
    ),
    # told by a noun; under a cue of an act of its own it stands beside it
    (
        "[[Berg]] {{said}} <<it was the demand by Denmark for peace>>.",
        [("Denmark", "the demand", "for peace", True)],
    ),
    ("[[Berg]] {{rejected}} <<an offer by Denmark to pay>>.", [("Denmark", "an offer", "to pay", False)]),
    ("[[Berg]] {{said}} <<that we had promised to go>>.", []),
    ("[[Berg]] {{said}} <<that US envoys had promised to go>>.", [("US envoys", "had promised", "to go", True)]),
    ("“<<Denmark had promised to go.>>”", []),
    ("The draft envisages a pledge by Norway to go.", []),
]


@pytest.mark.parametrize(("words", "expected"), INNER)
def test_acts_of_others_within_a_content(words: str, expected: list[tuple[str | None, str | None, str, bool]]) -> None:
    outer = 0 if words.startswith("“") else 1
    assert drafts_of(words)[outer:] == expected


def test_whose_paper_it_is_says_what_it_envisages() -> None:
    words = "[[Norway]] {{presented}} <<a draft treaty>>. The draft treaty envisages peace."
    story, drafts, _ = attributed(marked(OPENING + words + NAMES))
    speakers = [item.actor and item.actor.name for item in resolve_speakers(story, drafts)]
    assert speakers == ["Norway", "Norway"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Oslo talks: Norway rejects the plan", ["the plan"]), ("Norway: we will not sign", ["we will not sign"])],
)
def test_a_heading_that_tells_who_does_what_claims_nothing_for_its_topic(heading: str, said: list[str]) -> None:
    story, drafts, _ = attributed(marked(f"{heading}\n\n{OPENING}Norway met Denmark.\n"))
    assert [story.text[slice(*draft.content)] for draft in drafts] == said


def test_a_story_without_paragraphs_has_no_lead() -> None:
    assert attributed(marked("Talks fail"))[1] == []
