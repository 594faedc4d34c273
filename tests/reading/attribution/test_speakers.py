"""Who speaks: stories with what the tagger finds, and the speaker of each draft with the rule that gave it."""

from __future__ import annotations

import pytest

from rejoinder.reading.attribution.speakers import Spoken, resolve_speakers
from tests.reading.marked import attributed, marked

OPENING = (
    "OSLO, March 3, 2022 (Reuters) - [[Norwegian Foreign Minister Anna Berg]] {{said}} on Monday <<the talks failed>>"
)


def spoken_in(words: str) -> list[Spoken]:
    story, drafts, _ = attributed(marked(words))
    return resolve_speakers(story, drafts)


def names(spoken: list[Spoken]) -> list[str | None]:
    return [item.actor and item.actor.name for item in spoken]


# the story after its opening | who speaks in it, in order
SPEAKERS = [
    (".\n\n[[She]] {{added}} <<that they would go on>>.", ["Anna Berg"]),
    (".\n\n[[Denmark]] {{denied}} <<it>>. [1[She]1] {1{laughed}1} <1<at that>1>.", ["Denmark", "Anna Berg"]),
    (".\n\n[[Nobody of note]] left, {{saying}} <<that it was late>>.", ["Nobody of note"]),
    # a cue without a source goes on with the speaker before it in its sentence
    (", {1{adding}1} <1<that nobody had won>1>.", ["Anna Berg"]),
    (", {1{adding}1} <1<that nobody had won>1>, {2{and that}2} <2<nobody would>2>.", ["Anna Berg", "Anna Berg"]),
    # the principal whose words a spokesperson or an office relays
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}} <<that she would go>>.", ["Anna Berg"]),
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}} <<that the minister would go>>.", ["Anna Berg"]),
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}} <<that Ms Berg would go>>.", ["Anna Berg"]),
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}} <<that>>.", ["Jan Lind"]),
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}} <<rain would come>>.", ["Jan Lind"]),
    (".\n\n[[Berg's spokesman Jan Lind]] {{said}}: “<<Berg would go>>”.", ["Jan Lind"]),
    (".\n\n[[The minister's spokesman]] {{said}} <<that Berg would go>>.", ["Anna Berg"]),
    (".\n\n[[Her office]] {{said}} <<that Berg regretted it>>.", ["Anna Berg"]),
    (".\n\n[[Its office]] {{said}} <<that Sweden regretted it>>.", ["Its office"]),
    (".\n\n[[A Norwegian spokesman]] {{said}} <<that Berg hoped to go>>.", ["Anna Berg"]),
    (".\n\n[[A Norwegian spokesman]] {{said}} <<that Berg was ill>>.", ["Norwegian spokesman"]),
    (".\n\n[[A Danish spokesman]] {{said}} <<that Berg hoped to go>>.", ["Danish spokesman"]),
    (".\n\n[[Oslo's spokesman]] {{said}} <<that the minister would go>>.", ["Oslo's spokesman"]),
    (". {1{Adding}1} <1<that nobody had won>1> was hard.", [None]),
    (". The lot, {1{it was said}1}, <1<was cast>1>, {2{and}2} <2<that was that>2>.", [None, None]),
    # the name behind a comma tells who it is
    (".\n\n[[Her man in Oslo, Jan Lind]], {{said}} <<he was tired>>.", ["Jan Lind"]),
    (
        ".\n\n[[A small union, the Norwegian Teachers' League]], {{said}} <<it was tired>>.",
        ["Norwegian Teachers' League"],
    ),
    (".\n\n[[A friend of Jan Lind]] {{said}} <<he was tired>>.", ["friend of Jan Lind"]),
    # a document speaks for its author: who is named with it, whose it is, or who spoke last
    (".\n\n[[A letter from Denmark]] {{said}} <<so>>.", ["Denmark"]),
    (".\n\n[[Her statement]] {{said}} <<so>>.", ["Anna Berg"]),
    (".\n\n[[His statement]] {{said}} <<so>>.", ["Anna Berg"]),
    (".\n\n[[The statement]] {{said}} <<so>>.", ["Anna Berg"]),
    # a relative pronoun is the one named before it
    (".\n\nJan Lind, [[who]] {{said}} <<he was tired>>, left.", ["Jan Lind"]),
    (".\n\nIn Denmark the companies, [[which]] {{said}} <<they were tired>>, left.", ["Denmark"]),
    (".\n\nDenmark met it, [[which]] {{said}} <<they were tired>>, left.", ["Denmark"]),
    (".\n\nDenmark left (early), [[which]] {{said}} <<they were tired>>.", ["Denmark"]),
    (".\n\nThose [[who]] {{said}} <<they were tired>> left.", [None]),
]


@pytest.mark.parametrize(("words", "expected"), SPEAKERS)
def test_who_speaks(words: str, expected: list[str | None]) -> None:
    assert names(spoken_in(OPENING + words)) == ["Anna Berg", *expected]


def test_who_goes_on_speaking_lends_the_words_that_name_them() -> None:
    _, first, second = spoken_in(OPENING + ", {1{it was added}1} <1<that nobody won>1>, {2{and}2} <2<nobody would>2>.")
    assert first.draft.source == second.draft.source
    assert first.draft.source is not None
    assert (first.rule, second.rule) == ("goes on speaking", "goes on speaking")


def test_a_headline_speaks_before_nobody() -> None:
    words = (
        "Talks will go on in May — Ilse Varga\n\nOSLO, March 3, 2022 (Reuters) - [[She]] {{said}} <<so on Monday>>.\n"
    )
    claim, body = spoken_in(words)
    assert claim.actor is not None
    assert claim.actor.name == "Ilse Varga"
    assert body.rule != "the speaker before"


def test_drafts_come_in_the_order_of_their_sources_the_inner_ones_last() -> None:
    words = ".\n\n<<That [a[Denmark]a] {a{had refused}a} <a<to sign>a> in May was clear, [b[Sweden]b] {b{demanded}b} <b<peace>b>>> [[she]] {{said}}."
    spoken = spoken_in(OPENING + words)
    assert names(spoken) == ["Anna Berg", "Anna Berg", "Denmark", "Sweden"]


@pytest.mark.parametrize(
    ("words", "reporter"),
    [
        (".\n\n[[Jan Lind]] {{said}} <<that [a[Denmark]a] {a{had refused}a} <a<to sign>a> the treaty>>.", "Jan Lind"),
        (", {1{adding}1} <1<that [a[Denmark]a] {a{had refused}a} <a<to sign>a> the treaty>1>.", "Anna Berg"),
        (".\n\n[[He]] {{said}} <<that [a[Denmark]a] {a{had refused}a} <a<to sign>a> the treaty>>.", None),
    ],
)
def test_who_reports_speech_inside_speech(words: str, reporter: str | None) -> None:
    inner = spoken_in(OPENING + words)[-1]
    assert inner.actor is not None
    assert inner.actor.name == "Denmark"
    assert (inner.reporter and inner.reporter.name) == reporter


def test_a_document_before_anybody_has_spoken_speaks_for_itself() -> None:
    (spoken,) = spoken_in("OSLO, March 3, 2022 (Reuters) - [[The statement]] {{said}} <<the talks failed>>.")
    assert spoken.rule != "the author of the document"


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [("Talks will go on in May - Norwegian official", "Norway"), ("Talks will go on in May — Norway", "Norway")],
)
def test_a_headline_that_withholds_a_name_claims_for_the_side_it_names(heading: str, speaker: str) -> None:
    claim, *_ = spoken_in(f"{heading}\n\n{OPENING}.")
    assert claim.actor is not None
    assert claim.actor.name == speaker


def test_nobody_goes_on_speaking_where_nobody_spoke() -> None:
    assert names(spoken_in("OSLO, March 3, 2022 (Reuters) - Too late, {{adding}} <<that nobody won>>.")) == [None]
