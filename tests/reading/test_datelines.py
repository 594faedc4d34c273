"""Datelines of many houses: the opening of a story, and what it says of place, day and publisher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.datelines import parse_dateline, place_name

# opening | where the story begins | place | (month, day, year, weekday) | publisher
DATELINES = [
    ("MOSCOW, January 26. /TASS/. The ministry", "The ministry", "Moscow", (1, 26, None, None), "TASS"),
    ("MOSCOW, January 26 /TASS/. The ministry", "The ministry", "Moscow", (1, 26, None, None), "TASS"),
    ("ST. PETERSBURG, June 5. /TASS/. Two envoys", "Two envoys", "St. Petersburg", (6, 5, None, None), "TASS"),
    ("GENEVA (AP) — Negotiators met", "Negotiators", "Geneva", (None, None, None, None), "AP"),
    ("GENEVA (AP) _ Negotiators met", "Negotiators", "Geneva", (None, None, None, None), "AP"),
    ("KHARTOUM, Sudan (AP) — Sudan said", "Sudan said", "Khartoum", (None, None, None, None), "AP"),
    ("WASHINGTON, D.C. (AP) -- Both sides", "Both sides", "Washington", (None, None, None, None), "AP"),
    ("PORT-AU-PRINCE, Haiti (AP) – The envoy", "The envoy", "Port-au-Prince", (None, None, None, None), "AP"),
    ("GENEVA, Monday, Jan. 10 (AP) — Talks", "Talks", "Geneva", (1, 10, None, 0), "AP"),
    ("GENEVA, Jan 10 (Reuters) - Moscow insisted", "Moscow insisted", "Geneva", (1, 10, None, None), "Reuters"),
    ("GENEVA/MOSCOW, Jan 10 (Reuters) - Moscow", "Moscow", "Geneva", (1, 10, None, None), "Reuters"),
    ("UNITED NATIONS, Jan 10 (Reuters) - Four", "Four", "United Nations", (1, 10, None, None), "Reuters"),
    ("RIO DE JANEIRO, Nov 6 (Reuters) - Four", "Four", "Rio de Janeiro", (11, 6, None, None), "Reuters"),
    ("Geneva, Jan 10, 2022 (AFP) - Talks opened", "Talks", "Geneva", (1, 10, 2022, None), "AFP"),
    ("Geneva (AFP) – “No,” she said", "“No", "Geneva", (None, None, None, None), "AFP"),
    ("BEIJING, March 3 (Xinhua) -- China will", "China", "Beijing", (3, 3, None, None), "Xinhua"),
    ("WASHINGTON, June 5 (UPI) -- The U.S. side", "The U.S.", "Washington", (6, 5, None, None), "UPI"),
    ("MOSCOW. Feb 1 (Interfax) - Russia has", "Russia", "Moscow", (2, 1, None, None), "Interfax"),
    ("MOSCOW, 26 Jan - RIA Novosti. Russia has", "Russia", "Moscow", (1, 26, None, None), "RIA Novosti"),
    ("MOSCOW (Sputnik) — Russia has", "Russia", "Moscow", (None, None, None, None), "Sputnik"),
    ("Berlin (dpa) - Der Rat, the council", "Der", "Berlin", (None, None, None, None), "dpa"),
    ("(Bloomberg) -- Russia and the union", "Russia", None, (None, None, None, None), "Bloomberg"),
    ("TOKYO, March 3, Kyodo - Japan asked", "Japan", "Tokyo", (3, 3, None, None), "Kyodo"),
    ("SEOUL, March 3 (Yonhap) -- South Korea", "South Korea", "Seoul", (3, 3, None, None), "Yonhap"),
    ("(ANSA) - ROME, MAR 3 - Italy offered", "Italy", "Rome", (3, 3, None, None), "ANSA"),
    ("(ANSA) ROME The talks", "ROME The", None, (None, None, None, None), "ANSA"),
    ("Madrid, 3 Mar (EFE).- The strike", "The strike", "Madrid", (3, 3, None, None), "EFE"),
    ("New Delhi, Mar 3 (PTI) India said", "India", "New Delhi", (3, 3, None, None), "PTI"),
    ("New Delhi [India], March 3 (ANI): India", "India", "New Delhi", (3, 3, None, None), "ANI"),
    ("TEHRAN, Jan. 26 (MNA) – Iran said", "Iran", "Tehran", (1, 26, None, None), "Mehr"),
    ("Tehran, IRNA – Iran said", "Iran", "Tehran", (None, None, None, None), "IRNA"),
    ("London (CNN) — Talks ended", "Talks", "London", (None, None, None, None), "CNN"),
    ("VELDEN, Oct 3 (Upland Wire) - The dam", "The dam", "Velden", (10, 3, None, None), "Upland Wire"),
    ("VELDEN (Upland Wire) The dam", "The dam", "Velden", (None, None, None, None), "Upland Wire"),
    ("(Upland Wire) - The dam", "The dam", None, (None, None, None, None), "Upland Wire"),
    ("Nicosia (Levant Press) – The envoy", "The envoy", "Nicosia", (None, None, None, None), "Levant Press"),
    ("NEW YORK, March 3, 2022 /PRNewswire/ -- The", "The", "New York", (3, 3, 2022, None), "PR Newswire"),
    ("BRUSSELS — The bloc will", "The bloc", "Brussels", (None, None, None, None), None),
    ("Brussels — The bloc will", "The bloc", "Brussels", (None, None, None, None), None),
    ("Doha, Qatar - Talks on", "Talks", "Doha", (None, None, None, None), None),
    ("DUBAI: The sides met", "The sides", "Dubai", (None, None, None, None), None),
    ("GENEVA, 12 March 2022 – The Ministry", "The Ministry", "Geneva", (3, 12, 2022, None), None),
    ("NEW DELHI, January 27, 2023: India has", "India", "New Delhi", (1, 27, 2023, None), None),
    ("Port Selwyn, 12 April 2021", "", "Port Selwyn", (4, 12, 2021, None), None),
    ("12 March 2022 – The Ministry said", "The Ministry", None, (3, 12, 2022, None), None),
    ("GENEVA, 14:05 GMT (Reuters) - Talks", "Talks", "Geneva", (None, None, None, None), "Reuters"),
    ("PORT BENNING — Harbor Air's pilots will walk off the job on the 30th.", "Har", "Port Benning", (None,) * 4, None),
    ("ANKARA", "", "Ankara", (None, None, None, None), None),
    ("London, May 3 (Reuters) - d'Estaing said", "d'Estaing", "London", (5, 3, None, None), "Reuters"),
]

NO_DATELINES = [
    "John Smith (Labour) said",
    "John Smith (Labour) - the member",
    "The Labour Party (LAB) - which",
    "(the third this year) - The talks",
    "UPDATE 2-UK tells EU: drop court role",
    "EXCLUSIVE - Both sides to free tankers, and so forth, people familiar with the matter say.",
    "Talks over - Lavrov",
    "Moscow: no deal",
    "Moscow-born Ivanov said",
    "NATO - Russia talks end",
    "WAR — and so it went on, said the people in the street, who had seen it coming.",
    "DOUBTFUL HARBOUR CLAIMS — The delegations said nothing of the harbour dues on Tuesday.",
    "Jan 10, no deal",
    "BRUSSELS — where it began",
    "New Delhi [India has said it",
    "Ankara and others",
    "In Geneva, 12 March 2022 was",
    "Lisk, Velden, Orvane, Ostrov, Marran, Tavoria",
    "A B C D E F G H - The",
    "The de la de la de la (AP",
    "10:05 1 May 10:06 Monday 10:07 Tuesday 10:08 Friday 10:09",
    "",
]


@pytest.mark.parametrize(("opening", "begins", "place", "day", "publisher"), DATELINES)
def test_a_dateline_says_where_when_and_who(
    opening: str, begins: str, place: str | None, day: tuple[int | None, ...], publisher: str | None
) -> None:
    found = parse_dateline(opening, Span(0, len(opening)))
    assert found is not None
    assert opening[found.span.end :].startswith(begins)
    assert (found.place, found.publisher) == (place, publisher)
    assert (found.month, found.day, found.year, found.weekday) == day


@pytest.mark.parametrize("opening", NO_DATELINES)
def test_what_is_no_dateline_is_left_alone(opening: str) -> None:
    assert parse_dateline(opening, Span(0, len(opening))) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Geneva", "Geneva"),
        ("THE HAGUE", "The Hague"),
        ("WASHINGTON D.C.", "Washington D.C."),
        ("SANTIAGO DE CHILE", "Santiago de Chile"),
        ("GENEVA and MOSCOW", "Geneva"),
        ("N'DJAMENA", "N'Djamena"),
    ],
)
def test_a_place_is_named_in_ordinary_capitals(words: str, name: str) -> None:
    assert place_name(words) == name


@given(st.text(alphabet="MOSCOWgeneva ,./()[]-—:_126JanTASSap\n|and", max_size=80))
def test_a_dateline_lies_at_the_start_of_its_block(text: str) -> None:
    found = parse_dateline(text, Span(0, len(text)))
    if found is not None:
        inner = (found.place_span, found.date_span, found.publisher_span)
        assert found.span.start == 0 < found.span.end <= len(text)
        assert all(found.span.holds(span) and span.length for span in inner if span is not None)
