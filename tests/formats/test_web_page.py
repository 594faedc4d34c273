"""Web pages: the article without its furniture, and what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.formats import document_from_bytes
from rejoinder.model import InputError

LEAD = (
    "GENEVA, March 3. The two delegations will exchange written replies within ten days, the mediator said on Thursday."
)
SECOND = (
    "“We will answer every point,” the head of the northern delegation said, adding that the café talks were useful."
)
THIRD = "The next round is due to open in Vienna on Monday, officials of both sides confirmed to reporters."
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Delegations to exchange replies - The Lake Courier</title>
<meta property="og:site_name" content="The Lake Courier">
<meta property="article:published_time" content="2022-03-03T23:30:00+01:00">
<script>document.write("<p>A script must never become part of the story, whatever it writes.</p>")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Delegations to exchange replies</h1>
<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article></main>
<footer><p>Copyright 2022 The Lake Courier. All rights reserved. Write to us at any time.</p></footer></body></html>"""


def test_the_article_is_read_without_furniture_under_its_title() -> None:
    document = document_from_bytes(PAGE.encode(), "page.html")
    assert document.text == f"Delegations to exchange replies\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}"
    assert document.title == "Delegations to exchange replies"
    assert document.publisher == "The Lake Courier"
    assert document.language == "en-GB"
    assert document.source.media_type == "text/html"


def test_the_day_is_the_one_in_the_page_s_own_zone_with_its_basis() -> None:
    document = document_from_bytes(PAGE.encode(), "page.html")
    assert document.published == date(2022, 3, 3)
    assert document.published_basis == "metadata: article:published_time"


META = '<meta property="article:published_time" content="2022-03-03T23:30:00+01:00">'


@pytest.mark.parametrize(
    ("instead", "day", "basis"),
    [
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],'
                ' "datePublished": "2021-12-17T10:00:00Z"}]}</script>'
            ),
            date(2021, 12, 17),
            "metadata: JSON-LD datePublished",
        ),
        ('<meta name="DC.date.issued" content="2021-12-17">', date(2021, 12, 17), "metadata: dc.date.issued"),
        ('<meta name="date" content="December 17, 2021">', date(2021, 12, 17), "metadata: date"),
        ('<meta itemprop="datePublished" content="2021-12-17">', date(2021, 12, 17), "metadata: datepublished"),
        ('<meta name="date" content="last Friday">', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
        ("", None, None),
    ],
)
def test_the_day_comes_from_the_metadata_or_stays_unknown(instead: str, day: date | None, basis: str | None) -> None:
    document = document_from_bytes(PAGE.replace(META, instead).encode(), "page.html")
    assert (document.published, document.published_basis) == (day, basis)


def test_the_time_element_of_the_article_gives_the_day() -> None:
    page = PAGE.replace(META, "").replace("<article>", '<article><time datetime="2022-03-04T08:00">4 March</time>')
    document = document_from_bytes(page.encode(), "page.html")
    assert (document.published, document.published_basis) == (date(2022, 3, 4), "metadata: <time>")


def test_a_title_that_the_article_lacks_is_its_first_paragraph() -> None:
    page = PAGE.replace("<h1>Delegations to exchange replies</h1>", "")
    document = document_from_bytes(page.encode(), "page.html")
    assert document.text.startswith("Delegations to exchange replies\n\nGENEVA")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_is_decoded_as_it_declares(encoding: str) -> None:
    document = document_from_bytes(PAGE.replace("utf-8", encoding).encode(encoding), "page.html")
    assert SECOND in document.text


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (PAGE[: PAGE.index("head of the northern")], "html-truncated"),
        (PAGE[: PAGE.index("</article>")], "html-truncated"),
        (PAGE[: PAGE.index("og:site_name")], "html-truncated"),
        ("<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>", "html-without-article"),
        ("<!DOCTYPE html><html><head><title>x</title></head><body></body></html>", "html-without-article"),
        ("<html><body><div id='app'></div><script>render()</script></body></html>", "html-without-article"),
    ],
)
def test_a_page_that_breaks_off_or_has_no_article_is_refused(page: str, code: str) -> None:
    with pytest.raises(InputError) as raised:
        document_from_bytes(page.encode(), "page.html")
    assert raised.value.code == code
    assert "page.html" in raised.value.message


def test_end_tags_that_html_lets_one_omit_are_no_truncation() -> None:
    page = f"<!DOCTYPE html><title>Replies due</title><p>{LEAD}<p>{SECOND}<p>{THIRD}"
    assert LEAD in document_from_bytes(page.encode(), "page.html").text


def test_a_page_with_very_many_elements_is_read_whole() -> None:
    page = PAGE.replace("</article>", f"<p>{THIRD}</p>" * 21_000 + "</article>")
    assert document_from_bytes(page.encode(), "page.html").text.count(THIRD) == 21_001


def test_a_page_cut_in_its_last_tag_is_still_whole() -> None:
    assert THIRD in document_from_bytes(PAGE[:-4].encode(), "page.html").text


def test_an_encoding_that_is_guessed_is_noted_for_pages_too() -> None:
    page = f"<html><body><p>{LEAD} El se\xf1or habl\xf3.</p></body></html>".encode("latin-1")
    document = document_from_bytes(page, "page.html")
    assert "El señor habló." in document.text
    assert [problem.code for problem in document.problems] == ["encoding-guessed"]
