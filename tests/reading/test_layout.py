"""The parts of a story: whole stories in small, with each part named beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.blocks import find_blocks
from rejoinder.reading.layout import find_layout

BODY = "The two delegations will meet again in the spring, the mediator said on Tuesday."
MORE = "Neither of them would say whether the harbour dues had been raised at the table."

# A story is a list of (part, words); the parts are joined by blank lines and must be found as named.
STORIES = {
    "an agency from the east": [
        ("furniture", "All news"),
        ("headline", "Mediator sees talks going on — Ivanova"),
        ("sub", "Another round is due in the spring, the mediator stressed"),
        ("dateline", "MOSCOW, January 26. /TASS/."),
        ("body", BODY),
        ("body", MORE),
    ],
    "an agency from London": [
        ("headline", "UPDATE 2-Velden: no deal without dues"),
        ("sub", "* Talks to go on in spring"),
        ("sub", "* Dues not raised, says mediator"),
        ("furniture", "(Adds mediator, background)"),
        ("byline", "By Ann Maris and Pavel Ostrov"),
        ("dateline", "VELDEN, Oct 3 (Reuters) -"),
        ("body", BODY),
        ("body", MORE),
        ("furniture", "($1 = 88.4 tavors)"),
        ("furniture", "(Reporting by Ann Maris; Editing by Hugh Brandt)"),
    ],
    "an agency from New York": [
        ("headline", "Talks to go on, mediator says"),
        ("byline", "By ANN MARIS, Associated Press"),
        ("dateline", "VELDEN, Norland (AP) —"),
        ("body", BODY),
        ("furniture", "___"),
        ("furniture", "Associated Press writer Lena Strand in Lisk contributed to this report."),
    ],
    "an agency from Paris": [
        ("headline", "Talks to go on"),
        ("dateline", "Geneva, Jan 10, 2022 (AFP) -"),
        ("body", BODY),
        ("furniture", "bur-lh/dv"),
        ("furniture", "© 2022 AFP"),
    ],
    "an agency from Ankara": [
        ("headline", "Talks to go on, mediator says"),
        ("sub", "Harbour dues not raised at the table, delegations say"),
        ("byline", "By Selin Aydemir"),
        ("furniture", "11.10.2022"),
        ("dateline", "ANKARA"),
        ("body", BODY),
        ("furniture", "* Writing by Selin Aydemir in Ankara"),
    ],
    "a broadcaster": [
        ("headline", "Harbour talks: What we know so far"),
        ("furniture", "Published 14:05, 3 May 2021"),
        ("furniture", "Share this"),
        ("body", BODY),
        ("furniture", "Image source, Getty Images"),
        ("furniture", "Why it matters"),
        ("body", MORE),
        ("furniture", "Related stories"),
        ("furniture", "What are harbour dues?"),
        ("furniture", "The mediator nobody knew"),
    ],
    "a newspaper": [
        ("furniture", "THE MERSEY COURIER"),
        ("headline", "Mediator plays down talk of breakthrough"),
        ("byline", "By Jane Haddow, Political Correspondent"),
        ("furniture", "Friday 24 February 2023"),
        ("body", BODY),
        ("furniture", "Read more: What are harbour dues?"),
    ],
    "a newspaper without By": [
        ("headline", "A long road to Lisk"),
        ("sub", "A week ago the talks were dead. On Friday night a handshake raised them."),
        ("byline", "Frances Oldacre in Lisk"),
        ("furniture", "Saturday 17 December 2022"),
        ("body", BODY),
        ("furniture", "5 min read"),
    ],
    "a ministry": [
        ("furniture", "REPUBLIC OF MARUNA"),
        ("furniture", "MINISTRY OF NATIONAL RECONCILIATION"),
        ("furniture", "Press release 17/2021"),
        ("headline", "Ministry answers the Envoy's proposal"),
        ("dateline", "Port Selwyn, 12 April 2021"),
        ("body", BODY),
        ("furniture", "Note to editors: The press office is open until four."),
        ("furniture", "ENDIT"),
    ],
    "a union's newsletter": [
        ("furniture", "PICKET BULLETIN No. 12"),
        ("furniture", "The newsletter of the Dockers' Alliance, East Coast branch"),
        ("headline", "WHAT THEY SENT, AND WHAT WE SENT BACK"),
        ("furniture", "Thursday, June 29, 2023"),
        ("furniture", "Friends,"),
        ("body", BODY),
    ],
    "a trade letter": [
        ("furniture", "HARBOUR DAILY | 08:15 CET, Tuesday 4 February 2020"),
        ("headline", "MEDIATOR: NO CHEAP BERTHS"),
        ("body", BODY),
        ("furniture", "-0-"),
    ],
    "a local paper with a picture": [
        ("headline", "Pilots set strike date"),
        ("byline", "By Tamsin Orr"),
        ("furniture", "The Bay Courier"),
        ("furniture", "Published Aug. 8, 2024, at 6:42 p.m."),
        ("furniture", '[Photo: Pilots picket the port. A sign reads, "Rest." (Bay Courier/Luis Amado)]'),
        ("dateline", "PORT BENNING —"),
        ("body", BODY),
        ("body", MORE),
    ],
    "a caption with a credit": [
        ("headline", "Talks to go on"),
        ("furniture", "Delegates leave the hall in Velden (AP Photo/Lena Strand)"),
        ("dateline", "VELDEN (AP) —"),
        ("body", BODY),
    ],
    "no headline": [("dateline", "BEIJING, March 3 (Xinhua) --"), ("body", BODY), ("furniture", "Enditem")],
    "a body alone": [("body", f"{BODY} {MORE}"), ("body", MORE)],
    "a question for a headline": [("headline", "Who pays the dues?"), ("body", BODY)],
    "a list in the body": [("body", "They ask for three things:"), ("body", "Lower dues"), ("body", BODY)],
    "a live page": [
        ("headline", "LIVE: Harbour talks, day 36"),
        ("furniture", "Monday 30 October 2023"),
        ("body", BODY),
        ("furniture", "@harbourtalks"),
    ],
    "a quotation with a source": [
        ("headline", "Talks to go on"),
        ("body", '"We will meet again," the mediator told Lisk Radio. "In the spring." (Reuters)'),
        ("body", BODY),
    ],
    "a sentence in brackets": [
        ("body", BODY),
        ("body", "(More than ninety ships were turned away in the first month.)"),
    ],
}


def write(story: list[tuple[str, str]], between: str = "\n\n") -> str:
    """The story's text: its parts with ``between`` between them, a dateline on its paragraph's line."""
    text = ""
    for part, words in story:
        runs_on = part == "dateline" and words[-1] in "-—."
        text += words + (" " if runs_on else between)
    return text


def read(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The parts as found, in the order of the text."""
    layout = find_layout(text, title)
    found = [("sub", span) for span in layout.subheadlines] + [("body", span) for span in layout.paragraphs]
    found += [("furniture", span) for span in layout.furniture if span != layout.byline]
    found += [("headline", layout.headline)] if layout.headline else []
    found += [("byline", layout.byline)] if layout.byline else []
    if layout.dateline and layout.dateline.span not in [span for _, span in found]:
        found += [("dateline", layout.dateline.span)]
    return [(part, text[slice(*span)].strip()) for part, span in sorted(found, key=lambda each: each[1])]


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\r\n", "\n \t\n"])
@pytest.mark.parametrize("name", STORIES)
def test_the_parts_of_a_story_are_found(name: str, between: str) -> None:
    story = STORIES[name]
    expected = [part for part in story if part[0] != "dateline"]
    assert [part for part in read(write(story, between)) if part[0] != "dateline"] == expected


@pytest.mark.parametrize("name", [name for name in STORIES if "dateline" in dict(STORIES[name])])
def test_the_dateline_stands_before_the_body(name: str) -> None:
    text = write(STORIES[name])
    dateline = find_layout(text).dateline
    assert dateline is not None
    assert dict(STORIES[name])["dateline"] == text[slice(*dateline.span)].strip()


# name of a story above | place | publisher
SOURCES = [
    ("an agency from the east", "Moscow", "TASS"),
    ("an agency from New York", "Velden", "AP"),
    ("an agency from Ankara", "Ankara", None),
    ("a newspaper", None, "The Mersey Courier"),
    ("a newspaper without By", "Lisk", None),
    ("a ministry", "Port Selwyn", "Ministry of National Reconciliation"),
    ("a union's newsletter", None, "Dockers' Alliance"),
    ("a trade letter", None, "Harbour Daily"),
    ("a local paper with a picture", "Port Benning", "The Bay Courier"),
]


@pytest.mark.parametrize(("name", "place", "publisher"), SOURCES)
def test_place_and_publisher_of_a_story(name: str, place: str | None, publisher: str | None) -> None:
    dateline = find_layout(write(STORIES[name])).dateline
    assert dateline is not None
    assert (dateline.place, dateline.publisher) == (place, publisher)


# lines around a body | place | publisher | (year, month, day)
AROUND = [
    (["Talks go on", "By Jane Roe in Geneva", "12 March 2022", BODY], "Geneva", None, (2022, 3, 12)),
    (["Talks go on", "By Our Europe correspondent, Brussels", BODY], "Brussels", None, (None, None, None)),
    (["Talks go on", "By Jane Roe, health reporter, Lisk Radio", BODY], None, "Lisk Radio", (None,) * 3),
    (["Talks go on", "By Jane Roe, chess reporter, Lisk", BODY], None, None, (None,) * 3),
    (["Talks go on", "By Reuters Staff", BODY], None, "Reuters", (None,) * 3),
    (["Talks go on", BODY, "(c) 2022 AFP"], None, "AFP", (None,) * 3),
    (["Talks go on", BODY, "Copyright 2022 The Lisk Post. All rights reserved."], None, "The Lisk Post", (None,) * 3),
    (["Talks go on", BODY, "Copyright 2022, all rights reserved"], None, None, (None,) * 3),
    (["Talks go on", BODY, "Source: Xinhua"], None, "Xinhua", (None,) * 3),
    (["Talks go on", BODY, "They meet in May, a diplomat told NorthNet."], None, "NorthNet", (None,) * 3),
    (["Talks go on", BODY, "They meet in May, a diplomat told Ivanova."], None, None, (None,) * 3),
    (["Talks go on", "PHOTO: The hall (Lisk Courier/L. Finch)", BODY], None, "Lisk Courier", (None,) * 3),
    (["Talks go on", "PHOTO: The hall (Ostrov/L. Finch)", BODY], None, None, (None,) * 3),
    (["MEDTRADE DAILY", "Talks go on", BODY, "It was MedTrade Daily that knew."], None, "MedTrade Daily", (None,) * 3),
    (["THE WARD ROUND", "News for members of the union", "Talks go on", BODY], None, "The Ward Round", (None,) * 3),
    (["Ministry of Health, Kirkmoor", "Talks go on", BODY], "Kirkmoor", "Ministry of Health", (None,) * 3),
    (["Talks go on", "14 Jan", "GENEVA, 14 January – " + BODY], "Geneva", None, (None, 1, 14)),
    (["Talks go on", "14 Jan 2022", "GENEVA, 14 January – " + BODY], "Geneva", None, (2022, 1, 14)),
    (["Talks go on", "15 Jan 2022", "GENEVA, 14 January – " + BODY], "Geneva", None, (None, 1, 14)),
    (["Talks go on", "3/4/2022", BODY], None, None, (2022, None, None)),
    (["Talks go on", "26/1/2022 14:05", BODY], None, None, (2022, 1, 26)),
    (["Talks go on", "1/26/2022", BODY], None, None, (2022, 1, 26)),
    (["Talks go on", "2022-01-26T14:05Z", BODY], None, None, (2022, 1, 26)),
    (["Talks go on", "Sept. 3rd, 2022 | 3 min read", BODY], None, None, (2022, 9, 3)),
    (["Talks go on", "14:05 GMT", BODY], None, None, None),
    (["Talks go on", "14:05 GMT, 31 February 2022", BODY], None, None, None),
    (["Talks go on", BODY, "Copyright 2022 the upland post"], None, None, None),
    (["AFP", "Talks go on", BODY], None, "AFP", (None,) * 3),
    (["Talks go on", "The Lisk Herald", "Friday 3 February 2023", BODY], None, "The Lisk Herald", (2023, 2, 3)),
    (["Talks go on", "3 February 2023", "Lisk Wave", BODY], None, "Lisk Wave", (2023, 2, 3)),
    (["Talks go on", "3 February 2023", "Mara Lisk", BODY], None, None, (2023, 2, 3)),
    (["Talks go on", "Lisk Weekly, 12 June 2024", BODY], None, "Lisk Weekly", (2024, 6, 12)),
    (
        ["Talks go on", "By Jane Roe | Lisk Tidende, Thursday 25 November 2021", BODY],
        None,
        "Lisk Tidende",
        (2021, 11, 25),
    ),
    (["Talks go on", "By Jane Roe | Lisk", BODY], "Lisk", None, (None,) * 3),
    (["Talks go on", "Thursday 11 May 2023 18:22, UK", BODY], None, None, (2023, 5, 11)),
    (["LISK WEEKLY", "Issue 31 | Friday 4 August 2023", "TALKS GO ON", BODY], None, "Lisk Weekly", (2023, 8, 4)),
    (["United Mission in Lisk", "Press release", "Talks go on", BODY], None, "United Mission in Lisk", (None,) * 3),
    (["Guild of Pilots", "Press release", "Talks go on", BODY], None, "Guild of Pilots", (None,) * 3),
    (["THE DOCK", "Newsletter of the Union, 20 March 2026", "TALKS GO ON", BODY], None, "Union", (2026, 3, 20)),
    (["Talks go on", BODY, "This report was first published Nov. 18, 2025."], None, None, (2025, 11, 18)),
    (["Talks go on", BODY, "They meet in May, he tells Hull & Lisk Weekly."], None, "Hull & Lisk Weekly", (None,) * 3),
]


@pytest.mark.parametrize(("lines", "place", "publisher", "day"), AROUND)
def test_what_stands_around_the_body_says_where_when_and_who(
    lines: list[str], place: str | None, publisher: str | None, day: tuple[int | None, ...] | None
) -> None:
    layout = find_layout("\n\n".join(lines))
    found = layout.dateline
    if day is None or not (place or publisher or any(day)):
        assert found is None
    else:
        assert found is not None
        assert (found.place, found.publisher, (found.year, found.month, found.day)) == (place, publisher, day)


@pytest.mark.parametrize("byline", ["By our Diplomatic Correspondent", "From our own correspondent"])
def test_a_byline_without_a_name_is_no_headline(byline: str) -> None:
    text = f"{byline}\n\nTalks go on\n\n{BODY}"
    layout = find_layout(text)
    assert layout.headline is not None
    assert text[slice(*layout.headline)] == "Talks go on"


def test_a_wrapped_text_is_put_together_again() -> None:
    text = (
        "Mediator sees talks on\n\nGENEVA, Jan 10 (Reuters) - The two delegations will\nmeet in the spring, "
        "the mediator said.\nNeither of them would say whether the\nharbour dues had been raised.\n\n   Nobody asked,\n"
        "she said, and\nno one told.\n   The end\n"
    )
    assert [text[slice(*span)].split(maxsplit=1)[0] for span in find_blocks(text)] == [
        "Mediator",
        "GENEVA,",
        "Nobody",
        "The",
    ]


def test_a_wrapped_list_keeps_its_points_apart() -> None:
    text = "They ask for three things, all of\nthem old and\nnone cheap,\nsaid she:\n- lower dues\n- a berth\nof ours"
    blocks = [text[slice(*span)] for span in find_blocks(text)]
    assert blocks[1:] == ["- lower dues", "- a berth\nof ours"]


def test_lines_of_any_width_that_begin_in_small_letters_are_paragraphs() -> None:
    text = "\n".join(["e" * 200] * 3)
    assert len(find_blocks(text)) == 3


@pytest.mark.parametrize(
    ("text", "title", "headline", "first"),
    [
        ("Talks go on MOSCOW, January 26. /TASS/. They met.", None, "Talks go on", "They met."),
        ("Talks go on They met in May.", "Talks go on", "Talks go on", "They met in May."),
        ("Talks go on in MOSCOW, said all.", None, None, "Talks go on in MOSCOW, said all."),
        ("GENEVA (AP) — They met.", None, None, "They met."),
        ("Talks go on", None, None, "Talks go on"),
        (f"Talks go on.\n\n{BODY}", "Talks go on. - The Post", "Talks go on.", BODY),
        (f"A round ends\n\nTalks go on in May\n\n{BODY}", "Talks go on in May | Post", "Talks go on in May", BODY),
        (f"Something else\n\n{BODY}", "Talks go on in May", None, BODY),
        (f"A\n\nB\n\nC\n\nD\n\nE\n\nF\n\n{BODY}", " ", "A", "E"),
        ("Talks\n\nGENEVA", None, "Talks", None),
        ("All news", None, None, None),
        ("***\n\n---", None, None, None),
        ("", "Talks", None, None),
        (f"{BODY} Enditem", None, None, BODY),
        (f"{BODY} (END).", None, None, BODY),
        ("They met at the West End -0-", None, None, "They met at the West End -0-"),
    ],
)
def test_headline_and_first_paragraph(text: str, title: str | None, headline: str | None, first: str | None) -> None:
    layout = find_layout(text, title)
    assert (layout.headline and text[slice(*layout.headline)]) == headline
    assert (text[slice(*layout.paragraphs[0])] if layout.paragraphs else None) == first


PARTS = st.sampled_from(
    [words for story in STORIES.values() for _, words in story]
    + ["\n", " ", "\r\n", '"', "(", "| ", "By ", "\u2028", "\ufeff", "é"]
)


@given(st.one_of(st.text(max_size=300), st.lists(PARTS, max_size=14).map("\n".join)), st.none() | st.text(max_size=20))
@example("\ufeff\n\x85\u2028", None)
def test_any_text_has_a_layout_whose_parts_do_not_overlap(text: str, title: str | None) -> None:
    layout = find_layout(text, title)
    spans = [*layout.subheadlines, *layout.paragraphs, *layout.furniture]
    spans += [layout.headline] if layout.headline else []
    spans.sort()
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(text[slice(*span)] == text[slice(*span)].strip() for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert list(layout.paragraphs) == sorted(layout.paragraphs)
    if layout.dateline is not None:
        inner = (layout.dateline.place_span, layout.dateline.date_span, layout.dateline.publisher_span)
        assert all(Span(0, len(text)).overlaps(span) for span in (layout.dateline.span, *inner) if span)
    if layout.byline:
        assert layout.byline in layout.furniture
