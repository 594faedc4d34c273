"""Releases: which text a sentence wants public, whose consent it needs, and where that stands."""

from __future__ import annotations

import pytest

from rejoinder.model import Act, Consent, Publication
from rejoinder.reading.business.releases import find_releases
from tests.reading.business.building import told

ACTS = {
    "would publish": Act.PROMISE,
    "make public": Act.REQUEST,
    "should publish": Act.REQUEST,
    "urged": Act.REQUEST,
    "must not": Act.REJECT,
    "agreed to the publication": Act.AGREE,
    "gist": Act.AGREE,
    "nothing of": Act.REJECT,
}


def row(words: str) -> list[tuple[object, ...]]:
    return [
        (
            item.of and item.of.exact,
            item.wanted_by and item.wanted_by.name,
            item.consent_of and item.consent_of.name,
            item.state,
            item.publication,
        )
        for item in find_releases(told(words, ACTS))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "[[France]] {{said}} <<it was right to make Spain's answers public, and it would ask Spain for consent>>.",
            ("Spain's answers", "France", "Spain", Consent.NOT_ASKED, None),
        ),
        (
            "[[France]] {{said}} <<it would publish the letter>>.",
            ("the letter", "France", None, Consent.NOT_ASKED, None),
        ),
        (
            "France will publish the letter once Spain has given its consent.",
            ("the letter", "France", "Spain", Consent.NOT_ASKED, None),
        ),
        (
            "France has asked Spain for permission to publish the letter.",
            ("the letter", "France", "Spain", Consent.ASKED, None),
        ),
        (
            "France will seek permission to publish the letter.",
            ("the letter", "France", None, Consent.NOT_ASKED, None),
        ),
        (
            "Spain has given France permission and allows the publication of the letter.",
            ("the letter", "Spain", None, Consent.GRANTED, None),
        ),
        (
            "[[Spain]] {{agreed}} <<to the publication of the letter>>.",
            ("the letter", "Spain", "Spain", Consent.GRANTED, None),
        ),
        (
            "[[Spain]] {{agreed}} <<to publish the gist of the letter>>.",
            ("the gist of the letter", "Spain", "Spain", Consent.GRANTED_GIST_ONLY, None),
        ),
        (
            "[[Spain]] {{said}} <<the substance of the answer would be made known>>.",
            ("the substance of the answer", "Spain", None, Consent.NOT_ASKED, None),
        ),
        (
            "Spain has asked France not to make the reply public.",
            ("the reply", None, "Spain", Consent.REFUSED, None),
        ),
        ("Spain won't publish the reply.", ("the reply", None, "Spain", Consent.REFUSED, None)),
        ("[[Spain]] {{said}} <<the reply must not be released>>.", ("the reply", None, "Spain", Consent.REFUSED, None)),
        (
            "The permission of Spain to publish the letter lapsed in May.",
            ("the letter", "Spain", None, Consent.LAPSED, None),
        ),
        (
            "[[France]] {{said}} <<Spain should publish the minutes>>.",
            ("the minutes", "France", "Spain", Consent.ASKED, None),
        ),
        (
            "[[France]] {{urged}} <<Spain to publish the minutes>>. It rained.",
            ("the minutes", "France", "Spain", Consent.ASKED, None),
        ),
        (
            "[[France]] {{urged}} <<Spain to publish the minutes>>. It agreed.",
            ("the minutes", "France", "Spain", Consent.GRANTED, None),
        ),
        (
            "[[France]] {{urged}} <<Spain to publish the minutes>>. It agreed to publish a summary.",
            ("the minutes", "France", "Spain", Consent.GRANTED_GIST_ONLY, None),
        ),
        (
            "[[France]] {{urged}} <<that the minutes be published>>. Spain refused.",
            ("the minutes", "France", "Spain", Consent.REFUSED, None),
        ),
        (
            "[[France]] {{urged}} <<that the minutes be published>>. Nobody agreed.",
            ("the minutes", "France", None, Consent.GRANTED, None),
        ),
        (
            "A newspaper printed the confidential reply.",
            ("confidential reply", None, None, Consent.NOT_ASKED, Publication.LEAKED),
        ),
        (
            "Somebody has leaked the annex to the press.",
            ("the annex", None, None, Consent.NOT_ASKED, Publication.LEAKED),
        ),
        ("The draft was leaked on Monday.", ("The draft", None, None, Consent.NOT_ASKED, Publication.LEAKED)),
        (
            "[[France]] {{said}} <<it would publish the letters unless Spain objected>>.",
            ("the letters", "France", "Spain", Consent.NOT_ASKED, None),
        ),
        (
            "[[France]] {{said}} <<it would publish the letters unless Spain objected>>. Spain has asked it not to.",
            ("the letters", "France", "Spain", Consent.REFUSED, None),
        ),
        (
            "[[France]] {{said}} <<it would publish the letters>>. Spain has asked it not to.",
            ("the letters", "France", "Spain", Consent.REFUSED, None),
        ),
        ("France will publish the letters if objected.", ("the letters", "France", None, Consent.NOT_ASKED, None)),
        ("France published its drafts on Monday.", None),
        ("France has never published its drafts.", None),
        ("France released the prisoners.", None),
        ("Spain urged France to release them.", None),
        ("The report is out, and France should release it.", ("it", "France", None, Consent.NOT_ASKED, None)),
        ("The two will make peace in public.", None),
        ("It was public.", None),
        ("The public waits.", None),
        ("Spain refused to publish the letter.", ("the letter", None, "Spain", Consent.REFUSED, None)),
        ("The letters of France will be made public.", ("The letters", None, None, Consent.NOT_ASKED, None)),
        ("France will soon publish the letter.", ("the letter", "France", None, Consent.NOT_ASKED, None)),
        ("Replies will not be published.", ("Replies", None, None, Consent.REFUSED, None)),
        ("The publication was a success.", None),
        ("Published on Monday.", None),
        ("The reply is confidential.", None),
        ("Confidential talks go on.", None),
    ],
)
def test_a_sentence_and_its_release(words, expected):
    assert row(words) == ([expected] if expected else [])


def test_one_release_is_told_once_and_opens_at_what_is_said():
    words = (
        "[[France]] {{said}} <<that it would publish the letter>>. France will publish the letter. "
        "Spain will publish the letter."
    )
    releases = find_releases(told(words, ACTS))
    assert [item.passage.exact for item in releases] == [
        "it would publish the letter",
        "Spain will publish the letter",
    ]
    assert releases[0].reason == "“publish” speaks of making “the letter” public; the consent is not asked."


def test_the_reason_of_a_leak_and_of_a_refusal():
    leak, refusal = find_releases(told("The draft was leaked on Monday. Spain will not publish the reply.", ACTS))
    assert leak.reason == "“leaked” says that “The draft” has come out without its owner."
    assert refusal.reason == "“publish” speaks of making “the reply” public; the consent of Spain is refused."
