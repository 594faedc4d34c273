"""To whom, where and on which day: stories with their attributions marked, and what is read from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Actor, Document, Interval, SaidOn, Span
from rejoinder.reading.attribution.circumstances import Circumstances, find_circumstances
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.reader import prepare
from tests.growth import grows_in_proportion
from tests.reading.attribution.marked import circumstances_of

MONDAY, TUESDAY = date(2022, 1, 10), date(2022, 1, 11)
CAST = "Prime Minister Jan Reuter of Hungary met Foreign Minister Ilse Varga of Norway.\n\n"


def on(text: str, day: date) -> SaidOn:
    return SaidOn(text, Interval.day(day))


HEARERS = [
    ("{Reuter} <told> reporters [that it was over].", "reporters"),
    ("{Reuter} <told> reporters Monday [that it was over].", "reporters"),
    ("{Reuter} <told> the State Duma [that it was over].", "State Duma"),
    ("{Reuter} <told> members of Parliament [that it was over].", "members of Parliament"),
    ("{Reuter} <told> leaders of the United Nations [it was over].", "leaders of the United Nations"),
    ("{Reuter} <told> Varga and Russia [it was over].", "Ilse Varga and Russia"),
    ("{Reuter} <told> a news conference [that it was over].", "a news conference"),
    ("{Reuter} <told> the news conference [that it was over].", "news conference"),
    ('["It is over,"] {Reuter} <said> at a weekly news conference.', "a weekly news conference"),
    ('["It is over,"] {Reuter} <said> at his house.', None),
    ("{Reuter} <told> Varga [that it was over].", "Ilse Varga"),
    ("{Reuter} <told> both leaders [that it was over].", "both leaders"),
    ("{Reuter} <told> each of them [that it was over].", None),
    ("{Reuter} <told> them [that it was over].", None),
    ("{Reuter} <told> himself [that it was over].", None),
    ('["It is over,"] {Reuter} <said> at', None),
    ('["It is over,"] {Reuter} <said> once, twice, three times, then four times, then five times.', None),
    ("{Reuter} <demanded> [that Hungary withdraw].", None),
    ("{Reuter} <told> me [that it was over].", "me"),
    ("{Reuter} <told> his own [that it was over].", None),
    ("{Reuter} <told> [it was over].", None),
    ("{Reuter} <said> [it was over] and went home.", None),
    ("{Reuter} <urged> Russia [to withdraw].", "Russia"),
    ("{Reuter} <urges> US [to withdraw].", "US"),
    ("{Reuter} <called on> the Russian government [to withdraw].", "Russia"),
    ("{Reuter} <called> loudly on Russia [to withdraw].", "Russia"),
    ("{Reuter} <called> [the idea a trick].", None),
    ("{Reuter} <asked> how [it was done].", None),
    ("{Reuter} had <pushed> back on [the plan].", None),
    ("{Reuter} <said> to Varga [that it was over].", "Ilse Varga"),
    ("{Reuter} <wrote> in a letter to members [that it was over].", "members"),
    ("{Reuter} <wrote> in a letter to that effect [that it was over].", None),
    ("{Reuter} <said> in an interview with the Courier [that it was over].", "Courier"),
    ("{Reuter} <said> in an interview with [nobody at all].", None),
    ("{Reuter} <said> in an interview [that it was over].", "Upland Wire"),
    ("{Reuter} <said> in the interview [that it was over].", None),
    ('["It is over,"] {Reuter} was <quoted as saying> by the Hetk portal.', "Hetk"),
    ('["It is over,"] {Reuter} was <quoted as saying> by aides.', None),
    ('["It is over,"] {Reuter} was <quoted as saying> at home.', None),
    ("{Reuter} <demanded> [that Russia withdraw its troops].", "Russia"),
    ("{Reuter} <demanded> [that the troops be withdrawn].", None),
    ("{Reuter} <wants> [Russia to withdraw].", "Russia"),
    ("{Reuter} <said> [Russia must withdraw].", "Russia"),
    ("{Reuter} <said> [Russia would withdraw].", None),
    ("{Reuter} <rejected> [Russia's latest offer].", "Russia"),
    ("{Reuter} <rejected> [the Russian proposals].", "Russia"),
    ("{Reuter} <accepted> [amendments requested by Russia].", "Russia"),
    ("{Reuter} <rejected> [the plan].", None),
    ("{Reuter} <rejected> [a war].", None),
    ("{Reuter} <promised> [to send a paper to Russia].", "Russia"),
    ("{Reuter} <promised> [to lend Russia his car].", "Russia"),
    ("{Reuter} <promised> [to give a paper].", None),
    ("{Reuter} <promised> [to work with Russian officers].", None),
    ("{Reuter} <agreed> [to share data with Russian customs officers].", "Russia"),
    ("{Varga} <2:x> [2:it was bad]. {Reuter} <told> her [that it was over].", "Ilse Varga"),
]


@pytest.mark.parametrize(("marked", "hearer"), HEARERS)
def test_the_hearer_is_whoever_is_spoken_to(marked: str, hearer: str | None) -> None:
    assert circumstances_of(CAST + marked, publisher="Upland Wire")[0].addressee == hearer


PLACES = [
    ("{Reuter} <told> reporters in Geneva [that it was over].", "Geneva"),
    ("{Reuter} <said> on Monday at the White House [that it was over].", "White House"),
    ("{Reuter} <told> reporters on the steps of the Old Customs House [it was over].", "Old Customs House"),
    ("{Reuter} <said> on the day of reckoning [it was over].", None),
    ("{Reuter} <told> a forum in the Hungarian capital [that it was over].", "Geneva"),
    ("{Reuter} <told> a lunch here [that it was over].", "Geneva"),
    ("{Reuter} <said> in the capital Ankara [that it was over].", "Ankara"),
    ("In Washington, {Reuter} <said> [that it was over].", "Washington"),
    ("In Washington {Reuter} <said> [that it was over].", None),
    ("{Reuter} in Geneva <said> [that it was over].", "Geneva"),
    ("{Reuter}, at a meeting in Geneva, <said> [that it was over].", "Geneva"),
    ("{Reuter} <said> in Reykjavik Ilse Varga [was late].", "Reykjavik"),
    ("{Reuter} <said> in January [that it was over].", None),
    ("{Reuter} <said> in Lent [that it was over].", "Lent"),
    ("{Reuter} <said> at the opening ceremony [that it was over].", "the opening ceremony"),
    ("{Reuter} <said> after talks in Geneva [that it was over].", None),
    ("{Reuter} <said> in [Geneva it was over].", None),
    ("{Reuter} <told> the State Duma [that it was over].", "State Duma"),
    ("{Reuter} <told> parliament [that it was over].", None),
    ("{Reuter} <said> in a statement [that it was over].", None),
]


@pytest.mark.parametrize(("marked", "place"), PLACES)
def test_the_place_is_named_beside_the_cue(marked: str, place: str | None) -> None:
    assert circumstances_of("GENEVA, Jan 12 (Upland Wire) - " + CAST + marked)[0].venue == place


def test_without_a_dateline_here_is_nowhere() -> None:
    assert circumstances_of(CAST + "{Reuter} <told> a lunch here [that it was over].")[0].venue is None


DAYS = [
    ("{Reuter} <said> Monday [that it was over].", on("Monday", MONDAY)),
    ("On Monday {Reuter} <said> [that it was over].", on("Monday", MONDAY)),
    ("{Reuter} <said> in Monday's session [that it was over].", on("Monday", MONDAY)),
    ("{Reuter} <said> of Monday's strike [that it was over].", None),
    ("{Reuter} <said> [it was over on Monday].", None),
    ("{Reuter}, who met her on Monday, <said> [it was over].", None),
    ("{Reuter}, who met her on Monday, <said> on Tuesday [it was over].", on("Tuesday", TUESDAY)),
    ("{Reuter} <wants> a truce until Friday [and no more].", None),
    ("{Reuter} <said> for three days [it was over].", None),
    ("{Reuter} <said> recently [it was over].", None),
    ("{Reuter} <said> on January 20 [it was over].", None),
    ("Norway imposed a duty on Monday after <accusing> {Hungary} [of fraud].", None),
    ("{Reuter} <blamed> [Russia] and {2:he} <2:refused> on Monday [2:to attend].", None),
]


@pytest.mark.parametrize(("marked", "day"), DAYS)
def test_the_day_stands_in_the_sentence_of_the_cue(marked: str, day: SaidOn | None) -> None:
    assert circumstances_of(CAST + marked)[0].said_on == day


UNDATED = [("on Thursday", "Thursday"), ("recently", None)]


@pytest.mark.parametrize(("words", "day"), UNDATED)
def test_a_story_without_a_day_keeps_the_words_of_the_day(words: str, day: str | None) -> None:
    found = circumstances_of(CAST + f"{{Reuter}} <said> {words} [it was over].", published=None)[0].said_on
    assert (found.text if found else None) == day


def test_speech_inside_speech_has_only_the_day_that_stands_within() -> None:
    outer, inner, other = circumstances_of(
        CAST + "{Reuter} <said> on Tuesday [that {2:Varga} on Monday <2:promised> Russia [2:to go]]. "
        "{3:He} <3:added> [3:that {4:she} <4:refused> [4:to stay]]."
    )[:3]
    assert outer.said_on == on("Tuesday", TUESDAY)
    assert inner == Circumstances("Russia", None, on("Monday", MONDAY))
    assert other.said_on == on("Tuesday", TUESDAY)


INHERITED = [
    (
        "who goes on speaks to the same audience in the same place on the same day",
        "{Reuter} <told> reporters in Geneva on Monday [it was over]. {2:He} <2:added> [2:that it was late].",
        Circumstances("reporters", "Geneva", on("Monday", MONDAY)),
    ),
    (
        "a demand is made to whom it is made, on the same occasion",
        "{Reuter} <told> reporters in Geneva on Monday [it was over]. {2:He} <2:urged> Russia [2:to go].",
        Circumstances("Russia", "Geneva", on("Monday", MONDAY)),
    ),
    (
        "after somebody else spoke, reporters and place are gone and the day remains",
        (
            "{Reuter} <told> reporters in Geneva on Monday [it was over]. {3:Varga} <3:agreed> [3:with it]. "
            "{2:Reuter} <2:said> [2:it was late]."
        ),
        Circumstances(None, None, on("Monday", MONDAY)),
    ),
    (
        "a news conference is one",
        (
            "{Reuter} <told> a news conference on Monday [it was over]. {3:Varga} <3:agreed> [3:with it]. "
            "{2:Reuter} <2:said> [2:it was late]."
        ),
        Circumstances("a news conference", None, on("Monday", MONDAY)),
    ),
    (
        "who has no name has one occasion",
        (
            "{A source} <told> Interfax on Monday [it was over]. {3:Varga} <3:agreed> [3:with it]. "
            "{2:The source} <2:said> [2:it was late]."
        ),
        Circumstances("Interfax", None, on("Monday", MONDAY)),
    ),
    (
        "another audience is another occasion",
        "{Reuter} <told> reporters on Monday [it was over]. {2:He} <2:told> Varga [2:it was late].",
        Circumstances("Ilse Varga", None, None),
    ),
    (
        "a position has no day and no audience",
        "{Reuter} <told> reporters on Monday [it was over]. {2:He} <2:wants> [2:it to be late].",
        Circumstances(None, None, None),
    ),
    (
        "nor has what was said before",
        "{Reuter} <told> reporters on Monday [it was over]. {2:He} had <2:said> [2:it would be late].",
        Circumstances(None, None, None),
    ),
    (
        "a month is background and goes no further",
        "{Reuter} <said> last month [it was over]. {2:He} <2:said> [2:it was late].",
        Circumstances(None, None, None),
    ),
    (
        "a day holds for the rest of its sentence, whoever speaks, and an answer for its participle",
        "{Reuter} on Monday <rejected> [Russia's offer], <2:calling> [2:it a trick].",
        Circumstances("Russia", None, on("Monday", MONDAY)),
    ),
    (
        "a request is answered to whoever made it",
        "{Varga} <asked> [to see the draft]. {2:Reuter} <2:turned down> [2:the request].",
        Circumstances("Norway", None, None),
    ),
    (
        "also where it is reported by somebody else",
        "{3:Reuter} <3:said> [3:{Varga} <asked> for [a delay]]. {2:Reuter} <2:turned down> [2:the request].",
        Circumstances("Norway", None, None),
    ),
    (
        "but not by the side that made it",
        "{Varga} <asked> [to see the draft]. {2:Varga} <2:rejected> [2:the request].",
        Circumstances(None, None, None),
    ),
]


@pytest.mark.parametrize(("rule", "marked", "expected"), INHERITED, ids=[row[0] for row in INHERITED])
def test_later_statements_inherit(rule: str, marked: str, expected: Circumstances) -> None:
    assert circumstances_of(CAST + marked)[1] == expected, rule


LEADS = [
    ("a minister of a state that speaks in the lead", "{Russia} on Monday <rejected> [the plan].", "said", "Monday"),
    ("one who gave it to a news medium", "{Russia} on Monday <rejected> [the plan].", "told Interfax", None),
    ("one whose side only answers to another day", "{Russia} <rejected> [the plan].", "said", None),
    ("one whose side is another", "{Ukraine} on Monday <rejected> [the plan].", "said", None),
    ("several together", "{Both Russia and Ukraine} on Monday <rejected> [the plan].", "said", "Monday"),
    ("an event of the day", "Russia and Ukraine opened talks on Monday.", "said", "Monday"),
    ("none, where others speak of several", "{Two officials} on Monday <said> [Russia rejected it].", "said", None),
    ("the one who is not named there", "{A top official} on Monday <said> [the plan was dead].", "said", "Monday"),
    ("who speaks in public next", "{Two officials} on Monday <said> [the plan was dead].", "told reporters", "Monday"),
    (
        "what the lead reports",
        "[Russia and Ukraine agreed Tuesday to go], {an envoy} <said>.",
        "told reporters",
        "Tuesday",
    ),
    ("what it reports, for nobody else", "[Russia and Ukraine agreed Tuesday to go], {two men} <said>.", "said", None),
    ("no day to come", "[Russia and Ukraine will meet Friday], {an envoy} <said>.", "told reporters", None),
    ("no content behind", "{An envoy} <said> [Russia and Ukraine agreed Monday to meet].", "told reporters", None),
]


@pytest.mark.parametrize(("rule", "lead", "cue", "day"), LEADS, ids=[row[0] for row in LEADS])
def test_the_day_of_the_lead_holds_for_those_who_speak_for_its_sides(
    rule: str, lead: str, cue: str, day: str | None
) -> None:
    body = f"\n\nForeign Minister {{2:Sergey Lavrov}} of Russia <2:{cue}> [2:that it was over].\n\nIt went on."
    found = circumstances_of(lead + body)[-1].said_on
    assert (found.text if found else None) == day, rule


RELEASES = [
    ("{The Ministry of Transport} <welcomes> [the plan].", "2022-01-12"),
    ("{The Norwegian government} <accepts> [the plan].", "2022-01-12"),
    ("{The Norwegian government} <accepted> [the plan].", None),
    ("{Denmark} <rejects> [the plan].", None),
    ("{Nobody} <rejects> [the plan].", None),
    ("{The Ministry of Transport} on Sunday <says> [it is late].", "2022-01-09"),
]


@pytest.mark.parametrize(("words", "day"), RELEASES)
def test_a_release_speaks_for_its_publisher_on_its_day(words: str, day: str | None) -> None:
    lead = "The roads of Norway were bad.\n\n{8:The Norwegian Ministry of Transport} <8:confirms> [8:this].\n\n"
    said = circumstances_of(lead + words, publisher="Norwegian Ministry of Transport")[0].said_on
    assert (str(said.interval.earliest) if said else None) == day


HEADLINES = [
    ("takes all from the statement that it repeats", "{Lavrov} <stressed> [that the talks were over]", "a briefing"),
    ("takes the day of its speaker's first statement", "{Lavrov} <sees> [no reason for hope at all]", None),
    ("takes the day of the lead, if its side speaks there", "{Russia}: [no reason for hope]", None),
]


@pytest.mark.parametrize(("rule", "headline", "hearer"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_a_headline_takes_the_day_of_what_it_anticipates(rule: str, headline: str, hearer: str | None) -> None:
    body = (
        "\n\nForeign Minister {2:Sergey Lavrov} of Russia <2:told> a briefing on Monday [2:that the talks were over]."
    )
    found = circumstances_of(headline + body + "\n\nIt went on and on.")
    assert (found[0].said_on, found[0].addressee) == (on("Monday", MONDAY), hearer), rule


def test_a_headline_of_others_has_no_day() -> None:
    body = "\n\nForeign Minister {2:Sergey Lavrov} of Russia <2:said> on Monday [2:that the talks were over]."
    found = circumstances_of("{Ukraine}: [Lavrov <3:refuses> [3:all talks]]" + body + "\n\nIt went on and on.")
    assert [item.said_on for item in found] == [None, on("Monday", MONDAY), None]


PIECES = (  # noqa: SIM905
    "told|said|to|urged|reporters|Russia|the|Lavrov|in|at|Geneva|an interview|with|on|Monday|quoted as saying|by|portal"
    "|'s|,|.|“|”|that|must|rejected|offer|promised|send|her|us|US|news conference|and|of|of the|called|letter|request"
    "|here|capital|\n\n| |—|until|each|own|GENEVA, Jan 12 (Reuters) -|\ufeff|ß"
).split("|")
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[str, list[Spoken]]:
    """A text with drafts at any places of it, some of them within others."""
    text = draw(texts)
    spans = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda pair: Span(min(pair), max(pair)))
    actors = st.sampled_from([None, Actor("Sergey Lavrov", "minister", "Russia"), Actor("official", named=False)])
    drafts: list[Draft] = []
    for _ in range(draw(st.integers(0, 5))):
        parts = tuple(draw(st.lists(spans, min_size=1, max_size=2).map(sorted)))
        outer = draw(st.sampled_from([None, *drafts]))
        drafts.append(Draft(draw(st.none() | spans), draw(st.none() | spans), parts, 1.0, outer=outer))
    return text, [Spoken(draft, draw(actors), "drawn", None) for draft in drafts]


@given(scenes(), st.sampled_from([None, date(2022, 1, 12)]))
def test_no_text_and_no_spans_raise(scene: tuple[str, list[Spoken]], day: date | None) -> None:
    text, spoken = scene
    found = find_circumstances(prepare(Document(text), date(2022, 1, 12), day), spoken)
    assert len(found) == len(spoken)
    assert all(item.said_on is None or item.said_on.text in text for item in found)


def test_a_content_far_from_its_cue_is_not_looked_at() -> None:
    far = "{Reuter} <rejected> it, " + "and went on, " * 50 + "[Russia's offer]. {2:He} <2:left> [2:late]."
    assert circumstances_of(CAST + far)[0].addressee is None


def _find_in(count: int) -> Callable[[], object]:
    """The work of a sentence that goes on for so many statements."""
    text = "Lavrov said it, " * count
    spoken = [
        Spoken(Draft(Span(at, at + 6), Span(at + 7, at + 11), (Span(at + 12, at + 14),), 1.0), None, "drawn", None)
        for at in range(0, 16 * count, 16)
    ]
    story = prepare(Document(text), date(2022, 1, 12), date(2022, 1, 12))
    assert len(find_circumstances(story, spoken)) == count
    return partial(find_circumstances, story, spoken)


def test_the_time_grows_with_the_length_alone() -> None:
    """Each statement looks no further than some words around it, in a sentence without an end as well."""
    assert grows_in_proportion(_find_in, 800)
