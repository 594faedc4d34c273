"""The languages of the pages: nothing is missing in a catalogue, nothing is left in it that is not said, and pages speak
the language that is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation.template import templatize

import rejoinder.web
from rejoinder.docket.course import MarkKind
from rejoinder.docket.matters import Change, CommitmentState, ItemState, MatterKind
from rejoinder.docket.news import NewsKind
from rejoinder.docket.table import RowStanding
from rejoinder.model import (
    Act,
    Consent,
    Disposition,
    MeetingStatus,
    Publication,
    RecordKind,
    Relation,
    Standing,
    TextKind,
)
from rejoinder.web import facts
from tests.desk.desks import added
from tests.web.pages import HOME, matter, read, text_of

WEB = Path(rejoinder.web.__file__).parent
LANGUAGES = ("fr", "ru")
PLAIN = {"gettext", "gettext_lazy", "gettext_noop", "_"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
Said = tuple[str | None, str, str | None]


def calls(code: str) -> Iterator[Said]:
    """The messages (context, words, plural) of calls with constant words."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            words = [item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            if name in PLAIN and len(words) == 1:
                yield None, words[0], None
            elif name in PLURAL and len(words) == 2:
                yield None, words[0], words[1]
            elif name in CONTEXT and len(words) == 2:
                yield words[0], words[1], None


def said() -> set[Said]:
    """All messages of the code and the templates of the pages."""
    found: set[Said] = set()
    for path in WEB.rglob("*.py"):
        found.update(calls(path.read_text("utf-8")))
    for path in WEB.rglob("*.html"):
        code = templatize(path.read_text("utf-8"), origin=str(path))
        for call in re.findall(
            r"""\b(?:n|p)?gettext\((?:[^()'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)|\b_\((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)""",
            code,
        ):
            found.update(calls(re.sub(r"\bu(?=['\"])", "", call)))
    return found


def catalogue(language: str) -> dict[str, str]:
    """What the compiled catalogue that is shipped holds: key -> words (of a plural its forms, a line each)."""
    with (WEB / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        held = GNUTranslations(file)._catalog
    forms: dict[str, str] = {}
    for key, words in held.items():
        name = key[0] if isinstance(key, tuple) else key
        forms[name] = f"{forms[name]}\n{words}" if name in forms else words
    return {key: words for key, words in forms.items() if key}


def key_of(message: Said) -> str:
    context, words, _ = message
    return f"{context}\x04{words}" if context else words


def test_the_code_says_something():
    found = said()
    assert len(found) > 400
    assert (None, "Skip to the content", None) in found
    assert any(plural for _, _, plural in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_is_missing(language):
    held = catalogue(language)
    assert [message for message in said() if not held.get(key_of(message), "").strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_is_left_over(language):
    assert set(catalogue(language)) - {key_of(message) for message in said()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_for_names_and_numbers_is_kept(language):
    held = catalogue(language)
    for message in said():
        _, words, plural = message
        forms = held[key_of(message)].split("\n") if plural else [held[key_of(message)]]
        places = [set(PLACE.findall(form)) for form in forms]
        # "told once" needs no number.
        assert places[-1] == set(PLACE.findall(plural or words)), message
        assert all(found <= places[-1] for found in places), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_all_its_forms(language):
    forms = {"fr": 2, "ru": 4}[language]
    held = catalogue(language)
    assert all(len(held[key_of(message)].split("\n")) == forms for message in said() if message[2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_pages_show_is_a_word_of_the_language(language):
    kinds = {
        "act": Act, "called": Standing, "consent": Consent, "mark": MarkKind, "meeting": MeetingStatus,
        "disposition": Disposition, "news": NewsKind, "publication": Publication, "relation": Relation, "row": RowStanding,
        "text": TextKind,
    }  # fmt: skip
    several = {
        "kind": (RecordKind, MatterKind),
        "change": (Change, Relation),
        "state": (CommitmentState, ItemState, MeetingStatus, Consent, Publication),
    }
    held = catalogue(language)
    for context, enumerations in {**{name: (kind,) for name, kind in kinds.items()}, **several}.items():
        for enumeration in enumerations:
            for value in enumeration:
                assert held.get(f"{context}\x04{value.value.replace('_', ' ')}"), (context, value)
                with translation.override(language):
                    assert facts.word(context, value)


def test_a_page_speaks_the_language_of_the_browser(desk, client):
    added(desk)
    page = read(client.get(HOME, headers={"Accept-Language": "fr"}))
    assert page.get("lang") == "fr"
    assert "repéré, non confirmé" in text_of(page)
    page = read(client.get(HOME, headers={"Accept-Language": "ru"}))
    assert page.get("lang") == "ru"
    assert "найдено, не подтверждено" in text_of(page)
    assert read(client.get(HOME, headers={"Accept-Language": "tlh"})).get("lang") == "en"


def test_the_language_is_chosen_at_the_foot_of_a_page_and_kept(desk, client):
    added(desk)
    page = read(client.get(HOME))
    assert page.xpath("//footer//button[@name='language']/@value") == ["en", "fr", "ru"]
    answer = client.post("/language/setlang/", {"language": "ru", "next": f"{HOME}people"})
    assert answer["Location"] == f"{HOME}people"
    assert "Лица и должности" in text_of(read(client.get(f"{HOME}people")))
    away = client.post("/language/setlang/", {"language": "fr", "next": "https://evil.example/"})
    assert "evil" not in away["Location"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address", ["", "timeline", "mentions", "people", "sources", "search?q=river", "changes", "import"]
)
def test_every_page_is_whole_in_every_language(desk, client, address, language):
    added(desk)
    page = read(client.get(f"{HOME}{address}", headers={"Accept-Language": language}))
    assert page.xpath("//h1")
    read(client.get(f"{HOME}{matter(desk, 'point by point').id}", headers={"Accept-Language": language}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_in_pictures_are_written_with_points(desk, client, language):
    added(desk)
    page = read(client.get(f"{HOME}timeline", headers={"Accept-Language": language}))
    places = page.xpath("//figure//svg/@x | //figure//rect/@width | //figure//line/@x1")
    assert places
    assert not any("," in place for place in places)
