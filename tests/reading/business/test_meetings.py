"""Meetings and calls: sentences, and the occasions that they tell."""

from __future__ import annotations

import pytest

from rejoinder.reading.business.meetings import find_meetings
from tests.reading.business.building import told

CAST = (
    "France's foreign minister Anna Berg said the door was open. Spain's foreign minister Luis Ortega said it was shut. "
    "France was ready, said France. Spain was not, said Spain. "
)


def shown(meeting) -> str:
    """A meeting on one line: status, who, where, when, from when."""

    def days(interval):
        return "..".join(str(day) if day else "" for day in dict.fromkeys((interval.earliest, interval.latest)))

    parts = [
        meeting.status.value,
        " & ".join(actor.name for actor in meeting.participants),
        *(f"in {meeting.place}" for _ in range(meeting.place is not None)),
        *(f"at {meeting.forum}" for _ in range(meeting.forum is not None)),
        *(f"on {days(meeting.when)}" for _ in range(meeting.when is not None)),
        *(f"from {days(meeting.moved_from)}" for _ in range(meeting.moved_from is not None)),
    ]
    return " ".join(parts)


def meetings(words: str) -> list[tuple[str, str]]:
    return [(shown(meeting), meeting.passage.exact) for meeting in find_meetings(told(CAST + words))]


HELD = [
    ("Berg and Ortega met in Geneva on May 9.", "held Anna Berg & Luis Ortega in Geneva on 2022-05-09", None),
    (
        "Berg met her Spanish counterpart in Geneva on Monday.",
        "held Anna Berg & Luis Ortega in Geneva on 2022-05-16",
        None,
    ),
    (
        "The two ministers met for three hours on May 9.",
        "held Anna Berg & Luis Ortega on 2022-05-09",
        "The two ministers met for three hours on May 9",
    ),
    ("On May 9 the two sides talked for six hours.", "held France & Spain on 2022-05-09", None),
    (
        "The Porters' Union, which speaks for 4,000 crew, met France on May 9.",
        "held Porters' Union & France on 2022-05-09",
        None,
    ),
    (
        "Berg spoke with Ortega by telephone on Thursday.",
        "held Anna Berg & Luis Ortega on 2022-05-19",
        "Berg spoke with Ortega by telephone on Thursday",
    ),
    (
        "Talks between Berg and Ortega in Oslo ended on May 9 without a deal.",
        "held Anna Berg & Luis Ortega in Oslo on 2022-05-09",
        "Talks between Berg and Ortega in Oslo ended on May 9",
    ),
    (
        "A four-day round of talks opened in the capital on May 9.",
        "held Spain & France in Lisk on 2022-05-09",
        None,
    ),
    ("Nobody smiled after Wednesday's session.", "held France & Spain on 2022-05-18", "after Wednesday's session"),
    (
        "Ortega, who leads the Spanish team, met Berg here on May 9.",
        "held Luis Ortega & Anna Berg in Lisk on 2022-05-09",
        None,
    ),
    (
        "The French negotiator, who met both delegations in February, left.",
        "held French negotiator & Spain on 2022-02-01..2022-02-28",
        None,
    ),
    (
        "A video call between Berg and Ortega on May 9 lasted an hour.",
        "held Anna Berg & Luis Ortega on 2022-05-09",
        "A video call between Berg and Ortega on May 9 lasted",
    ),
    (
        "The first session was held on the island of Aru on May 9.",
        "held Spain & France in Aru on 2022-05-09",
        None,
    ),
    ("The NATO-Russia Council met in Brussels on May 9.", "held NATO & Russia in Brussels on 2022-05-09", None),
    (
        "Spain raised it with France during a meeting at the Nordic Council on May 9.",
        "held Spain & France at Nordic Council on 2022-05-09",
        None,
    ),
    (
        "Russian and French negotiators met in Oslo on May 9.",
        "held Russia & French negotiators in Oslo on 2022-05-09",
        None,
    ),
    ("Berg consulted Ortega on May 9.", "held Anna Berg & Luis Ortega on 2022-05-09", "Berg consulted Ortega on May 9"),
    ("Berg was tired, slept, and met Ortega in Oslo in Norway.", "held Anna Berg & Luis Ortega in Oslo", None),
    (
        "After eight hours of talks in Sa'dabad Old Palace on May 9 they left.",
        "held France & Spain in Sa'dabad Old Palace on 2022-05-09",
        "After eight hours of talks in Sa'dabad Old Palace on May 9",
    ),
    (
        "Berg (a lawyer by training) met Ortega outside the Spanish capital on May 9.",
        "held Anna Berg & Luis Ortega on 2022-05-09",
        None,
    ),
    (
        "A meeting of Berg, Ortega and Petra Lind took place at Spain's house on May 9.",
        "held Anna Berg & Luis Ortega & Petra Lind on 2022-05-09",
        None,
    ),
    ("Neither side smiled after the talks on May 9.", "held Spain & France on 2022-05-09", None),
    ("Talks aimed at averting next week's strike ended.", "held France & Spain", None),
    ("Since May 9, the talks in Oslo have broken records and ended.", "held France & Spain in Oslo", None),
    ("They wept as the talks in Oslo ended.", "held France & Spain in Oslo", None),
    ("The two presidents met in Oslo.", "held France & Spain in Oslo", None),
    ("The French foreign minister, Anna Berg, met Ortega.", "held Anna Berg & Luis Ortega", None),
    ("On May 9 France agreed to hold talks in Oslo.", "planned France & Spain in Oslo", None),
]


@pytest.mark.parametrize(("words", "expected", "passage"), HELD)
def test_what_was_held(words, expected, passage):
    found = meetings(words)
    assert [line for line, _ in found] == [expected]
    assert passage is None or found[0][1] == passage


PLANNED = [
    ("Another meeting between Berg and Ortega is due.", "planned Anna Berg & Luis Ortega"),
    ("Berg and Ortega are to meet again on Monday.", "planned Anna Berg & Luis Ortega on 2022-05-23"),
    ("Berg will meet Ortega in Geneva.", "planned Anna Berg & Luis Ortega in Geneva"),
    ("Berg proposed a meeting in Europe next week.", "planned Anna Berg & Spain in Europe on 2022-05-23..2022-05-29"),
    ("Talks resume Monday.", "planned France & Spain on 2022-05-23"),
    ("The next round will take place in Oslo.", "planned France & Spain in Oslo"),
    (
        "Berg invited Ortega to a meeting here before the end of June.",
        "planned Anna Berg & Luis Ortega in Lisk on ..2022-06-30",
    ),
    (
        "Ministers are nervous in Brussels on May 23, when the NATO-Russia Council holds its first session.",
        "planned NATO & Russia in Brussels on 2022-05-23",
    ),
    ("Spain left, and a session is planned for May 23.", "planned Spain & France on 2022-05-23"),
    ("Berg is expected to see Ortega on Monday.", "planned Anna Berg & Luis Ortega on 2022-05-23"),
    ("The committee of France will meet as planned on June 3.", "planned committee of France on 2022-06-03"),
]


@pytest.mark.parametrize(("words", "expected"), PLANNED)
def test_what_is_planned(words, expected):
    assert [line for line, _ in meetings(words)][:1] == ([expected] if expected else [])


CANCELLED = [
    ("A session planned for Monday was called off.", "cancelled France & Spain on 2022-05-23"),
    ("Spain refused to attend a meeting in Oslo that had been set for Monday.", "cancelled Spain & France in Oslo on 2022-05-23"),
    ("Spain broke off the talks with France on May 9.", "cancelled Spain & France on 2022-05-09"),
    ("The talks in Vienna were suspended in March.", "cancelled France & Spain in Vienna on 2022-03-01..2022-03-31"),
    ("Berg had been due to see Ortega at Windsor on Monday, but the audience was called off.",
     "cancelled Anna Berg & Luis Ortega in Windsor on 2022-05-23"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CANCELLED)
def test_what_is_cancelled(words, expected):
    assert [line for line, _ in meetings(words)] == [expected]


MOVED = [
    ("The session is moved from May 23 to May 25.", "planned France & Spain on 2022-05-25 from 2022-05-23"),
    ("The session planned for May 23 was postponed until May 25.", "planned France & Spain on 2022-05-25 from 2022-05-23"),
    ("The session was put off until May 25.", "planned France & Spain on 2022-05-25"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), MOVED)
def test_what_is_put_off_to_another_day(words, expected):
    assert [line for line, _ in meetings(words)] == [expected]


NONE = [
    "Any movement of troops on Monday would meet a swift and united response.",
    "Berg told a news conference on Monday that it was over.",
    "There will be no meeting on Monday.",
    "The two sides have met five times.",
    "The ministers have met for two years.",
    "The committee of France meets every Tuesday.",
    "Three rounds of talks were held.",
    "The talks are difficult.",
    "A source close to the talks told reporters on Thursday that it was over.",
    "Berg, who leads France in the talks, was tired on Monday.",
    "France has the briefing on the talks.",
    "The last round of cuts was held in May.",
    "Hundreds died in the latest round.",
    "The Strategic Talks Treaty was signed on May 9.",
    "The call for a truce was heard on May 9.",
    "Spain asked him to open talks.",
    "The next round could take place in either country.",
    "The conference is due to close on Monday.",
    "France is ready to meet Spain.",
    "Spain did not meet Berg.",
    "Nothing is signed until the ministers meet.",
    "The target was met on May 9.",
    "The proposal met with silence.",
    "Berg called a meeting room.",
    "The banks, meeting in London, agreed.",
    "Berg told a lunch on Monday that it was over.",
    "Talks began in 1986 after a war.",
    "Berg telephoned.",
    "Berg sat there. Berg spoke.",
    "Berg told Ortega by telephone that it was over.",
    "Berg may want to meet Ortega.",
    "Ministers meet.",
    "The target to meet the deadline was missed.",
    "The meeting was long.",
    "The session ended.",
    "Talks could end soon.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_occasion(words):
    assert meetings(words) == []


def test_one_occasion_told_several_times_is_one_meeting():
    words = (
        "Berg told reporters after a meeting with Ortega in Geneva that it was over. "
        "The two ministers met on May 9. The meeting lasted three hours. "
        "Another meeting between Berg and Ortega is due."
    )
    found = find_meetings(told(CAST + words))
    assert [shown(meeting) for meeting in found] == [
        "held Anna Berg & Luis Ortega in Geneva on 2022-05-09",
        "planned Anna Berg & Luis Ortega",
    ]
    assert "three times" in found[0].reason or "3 times" in found[0].reason
    assert found[1].reason.endswith("tells of an occasion that is to come.")


def test_two_occasions_stay_two():
    words = (
        "Berg met Ortega in Oslo. Berg met Ortega in Geneva. Berg met Ivan Petrov of Russia. Berg telephoned Ortega."
    )
    assert [line for line, _ in meetings(words)] == [
        "held Anna Berg & Luis Ortega in Oslo",
        "held Anna Berg & Luis Ortega in Geneva",
        "held Anna Berg & Ivan Petrov",
        "held Anna Berg & Luis Ortega",
    ]


def test_one_who_telephones_two_makes_two_calls():
    words = "Petra Lind of Norway telephoned Berg and Ortega on Thursday."
    assert [line for line, _ in meetings(words)] == [
        "held Petra Lind & Anna Berg on 2022-05-19",
        "held Petra Lind & Luis Ortega on 2022-05-19",
    ]
    assert [line for line, _ in meetings("Petra Lind of Norway congratulated the two ministers by telephone.")] == [
        "held Petra Lind & Anna Berg",
        "held Petra Lind & Luis Ortega",
    ]


def test_who_speaks_of_a_meeting_took_part_in_it():
    words = "[[Ortega]] {{stressed}} <<that Berg at a meeting in Geneva on May 9 promised a reply>>."
    assert [line for line, _ in meetings(words)] == ["held Luis Ortega & Anna Berg in Geneva on 2022-05-09"]


def test_the_day_of_saying_is_not_that_of_the_meeting():
    words = "[[Berg]] {{said}} on Thursday <<that talks with Ortega in Geneva had ended>>."
    assert [line for line, _ in meetings(words)] == ["held Anna Berg & Luis Ortega in Geneva"]
    words = "[[Spain]] {{insisted}} on Thursday <<on its fish>>, as eight hours of talks ended in Oslo."
    assert [line for line, _ in meetings(words)] == ["held Spain & France in Oslo on 2022-05-19"]


def test_the_headline_tells_no_meeting_of_its_own():
    story = "Berg meets Ortega in Oslo on Monday\n\nLISK, May 20, 2022 (Reuters) - Anna Berg of France was tired.\n"
    assert find_meetings(told(story)) == ()


def test_a_story_without_two_sides_tells_whom_it_can():
    assert find_meetings(told("Talks ended on May 9.")) == ()


TOLD_OTHERWISE = [
    # verbs and nouns
    ("Berg received Ortega in Oslo on May 9.", "held Anna Berg & Luis Ortega in Oslo on 2022-05-09"),
    ("Berg will be received by Ortega on Monday.", "planned Anna Berg & Luis Ortega on 2022-05-23"),
    ("Berg called on Luis Ortega on Monday.", "held Anna Berg & Luis Ortega on 2022-05-16"),
    ("The ministers are to reconvene in Oslo on Monday.", "planned Anna Berg & Luis Ortega in Oslo on 2022-05-23"),
    ("France is to consult Spain on Monday.", "planned France & Spain on 2022-05-23"),
    ("Their appointment on May 9 was cancelled.", "cancelled France & Spain on 2022-05-09"),
    ("A round table in Oslo opened on May 9.", "held France & Spain in Oslo on 2022-05-09"),
    ("A second cycle of talks is to open in Oslo on Monday.", "planned France & Spain in Oslo on 2022-05-23"),
    ("They held three rounds. The next is due in Oslo on Monday.", "planned France & Spain in Oslo on 2022-05-23"),
    ("The round failed. It will be held in Oslo on Monday.", "planned France & Spain in Oslo on 2022-05-23"),
    # who takes part
    ("Berg left after talks with Ortega in Oslo on May 9.", "held Anna Berg & Luis Ortega in Oslo on 2022-05-09"),
    ("Berg and Prime Minister Luis Ortega, who met on May 9, left.", "held Anna Berg & Luis Ortega on 2022-05-09"),
    ("The two sides met on May 9 in Oslo with a mediator, Petra Lind.", "held France & Spain & Petra Lind in Oslo on 2022-05-09"),
    ("Talks open in Oslo on Monday with Norway in attendance.", "planned France & Spain & Norway in Oslo on 2022-05-23"),
    ("Talks open in Oslo on Monday with Norway in the room.", "planned France & Spain & Norway in Oslo on 2022-05-23"),
    ("Norway, which convened the talks in Oslo on May 9, left.", "held France & Spain & Norway in Oslo on 2022-05-09"),
    ("The two ministers wept as they came from a session in Oslo on May 9.", "held Anna Berg & Luis Ortega in Oslo on 2022-05-09"),
    ("Meeting in Oslo on May 9, Berg and Ortega agreed.", "held Anna Berg & Luis Ortega in Oslo on 2022-05-09"),
    ("The board wound up its three-day meeting in Oslo on Friday.", "held board in Oslo on 2022-05-18"),
    ("Norway hosts the Joint Border Committee's session on May 23.", "planned France & Spain on 2022-05-23"),
    ("Berg will hold a meeting with officials of Spain, NATO and Norway on Monday.",
     "planned Anna Berg & officials of Spain & NATO & Norway on 2022-05-23"),
    ("Berg met Ivan Lind and Ortega on May 9.", "held Anna Berg & Ivan Lind & Luis Ortega on 2022-05-09"),
    ("Berg is expected in Oslo on Monday for talks with Ortega.", "planned Anna Berg & Luis Ortega in Oslo on 2022-05-23"),
    # when and where
    ("France agreed on Thursday after talks in Oslo.", "held France & Spain in Oslo on 2022-05-19"),
    ("France agreed after two days of talks on fish in Oslo.", "held France & Spain in Oslo on 2022-05-19"),
    ("France agreed, after 3 days of talks in Oslo.", "held France & Spain in Oslo on 2022-05-18"),
    ("France agreed, after 99 days of talks in Oslo.", "held France & Spain in Oslo"),
    ("France agreed after two days of talks in Oslo in May.", "held France & Spain in Oslo on 2022-05-01..2022-05-31"),
    ("The Luis Ortega meeting took place on May 9.", "held Luis Ortega & France on 2022-05-09"),
    ("It was sunny for those who met in Oslo on May 9.", "held France & Spain in Oslo on 2022-05-09"),
    ("The two sides met on Friday.", "held France & Spain in Lisk on 2022-05-20"),
    ("The Geneva talks ended on May 9.", "held France & Spain in Geneva on 2022-05-09"),
    ("Their Singapore summit opened on May 9.", "held France & Spain in Singapore on 2022-05-09"),
    ("The two sides, who met on May 9 in Oslo, are to meet there on Monday.", "planned France & Spain in Oslo on 2022-05-23"),
    ("The two sides are to meet there on Monday.", "planned France & Spain on 2022-05-23"),
    ("France left the talks after four hours of the NATO-Russia Council.", "held NATO & Russia"),
    # shifts
    ("A session planned for Wednesday did not take place.", "cancelled France & Spain on 2022-05-18"),
    ("The session set for May 23 in Oslo will now be held on May 25 in Bergen.",
     "planned France & Spain in Bergen on 2022-05-25 from 2022-05-23"),
    ("The session set for May 23 in Oslo was moved to Bergen, where it will open on May 25.",
     "planned France & Spain in Bergen on 2022-05-25 from 2022-05-23"),
    ("A round of talks set for May 23 in Oslo was moved online.", "planned France & Spain on 2022-05-23"),
    ("The session set for Monday was pushed back to Thursday.", "planned France & Spain on 2022-05-26 from 2022-05-23"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), TOLD_OTHERWISE)
def test_what_is_told_in_other_ways(words, expected):
    assert [line for line, _ in meetings(words)][:1] == [expected]


NO_MORE = [
    "There is no date for the next meeting on Monday.",
    "Berg called on Luis Ortega to leave on Monday.",
    "The video call on Luis Ortega was heard.",
    "The letter was received by Spain on Monday.",
    "Berg hopes to see Ortega by the summer.",
    "His appointment as minister on May 9 was cheered.",
    "A table in Oslo was laid on May 9.",
    "It will be held in Oslo on Monday.",
    "France lost hours of sleep. France lost hours of the Spanish sun.",
    "The winter session opened on May 9.",
    "[[Berg]] {{said}} <<that Spain had asked for silence during the talks>>.",
]


@pytest.mark.parametrize("words", NO_MORE)
def test_what_is_no_occasion_either(words):
    assert meetings(words) == []


def test_the_next_meeting_is_of_those_of_the_one_before():
    words = "Norway and Peru met in Oslo on May 9. The next meeting is due on Monday."
    assert [line for line, _ in meetings(words)] == [
        "held Norway & Peru in Oslo on 2022-05-09",
        "planned Norway & Peru on 2022-05-23",
    ]


def test_three_who_deal_with_each_other_meet_as_three():
    words = "Norway was late, said Norway. Norway waited. The three countries met on May 9."
    assert [line for line, _ in meetings(words)] == ["held France & Spain & Norway on 2022-05-09"]
    assert [line for line, _ in meetings("Trilateral talks opened on May 9.")] == ["held France & Spain on 2022-05-09"]


def test_two_of_different_days_stay_two():
    words = f"A session in Oslo ended. {'It was so cold. ' * 30}France and Spain met on May 9 in Bergen."
    assert len(meetings(words)) == 2
    words = f"A session ended early. {'It was so cold. ' * 30}France and Spain met on May 9 in Bergen."
    assert len(meetings(words)) == 2
