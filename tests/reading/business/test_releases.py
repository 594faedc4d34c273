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
            ("the letter", "Spain", "Spain", Consent.GRANTED, None),
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
            ("the letter", "Spain", "Spain", Consent.LAPSED, None),
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
            ("the confidential reply", None, None, Consent.NOT_ASKED, Publication.LEAKED),
        ),
        (
            "Somebody has leaked the annex to the press.",
            ("the annex", None, None, Consent.NOT_ASKED, Publication.LEAKED),
        ),
        (
            "The secret reply has appeared there.",
            ("The secret reply", None, None, Consent.NOT_ASKED, Publication.LEAKED),
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
        ("The report is out, and France should release it.", ("The report", "France", None, Consent.NOT_ASKED, None)),
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
        ("Spain will Release the letter.", None),
    ],
)
def test_a_sentence_and_its_release(words, expected):
    assert row(words) == ([expected] if expected else [])


MORE = [
    (
        "France would put the letter on its website once Spain, which has been asked, consents.",
        [("the letter", "France", "Spain", Consent.ASKED, None)],
    ),
    (
        "[[France]] {{said}} <<the letter, it hoped, would be posted online>>.",
        [("the letter", "France", None, Consent.NOT_ASKED, None)],
    ),
    (
        "Both letters appeared in the newspaper El Dia.",
        [("Both letters", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "Pages of the draft turned up on social media.",
        [("Pages of the draft", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "Spain was never asked whether the letter could be made public. Pages of it turned up online.",
        [("the letter", None, "Spain", Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "Spain was never asked whether the letter could be made public. The letter surfaced online.",
        [("the letter", None, "Spain", Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "The draft was leaked. Spain has refused its consent.",
        [("The draft", None, "Spain", Consent.REFUSED, Publication.LEAKED)],
    ),
    (
        "France has asked to see the draft. Spain turned down the request.",
        [("the draft", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "France demanded sight of the draft. The ministry will think.",
        [("the draft", "France", None, Consent.ASKED, None)],
    ),
    (
        "France demanded sight of the draft; Spain said that it was confidential and would remain so.",
        [("the draft", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "France called for the minutes to be laid in parliament. That needed the blessing of Spain, which had yet to be approached.",
        [("the minutes", "France", "Spain", Consent.NOT_ASKED, None)],
    ),
    (
        "The minutes were laid in parliament.",
        [],
    ),
    (
        "Spain asked France to keep the letter private.",
        [("the letter", None, "Spain", Consent.REFUSED, None)],
    ),
    (
        "If Spain asked for the letter to be kept confidential, France would not publish it.",
        [("the letter", None, "Spain", Consent.NOT_ASKED, None)],
    ),
    (
        "The letter must remain secret.",
        [("The letter", None, None, Consent.REFUSED, None)],
    ),
    (
        "They keep the letter in May.",
        [],
    ),
    (
        "They will keep the letter in May.",
        [],
    ),
    (
        "Spain would not object if France published the letter.",
        [("the letter", "Spain", "Spain", Consent.GRANTED, None)],
    ),
    (
        "Spain has no objection to the publication of the letter.",
        [("the letter", "Spain", "Spain", Consent.GRANTED, None)],
    ),
    (
        "The letter will be published with the consent of Spain.",
        [("The letter", None, "Spain", Consent.GRANTED, None)],
    ),
    (
        "France demanded that the letter be published. The ministry said this would require the consent of Spain, which had not been sought.",
        [("the letter", "France", "Spain", Consent.NOT_ASKED, None)],
    ),
    (
        "France demanded that the letter be published. It has asked Spain for its consent.",
        [("the letter", "France", "Spain", Consent.ASKED, None)],
    ),
    (
        "France demanded that the letter be published. It would ask Spain for its consent.",
        [("the letter", "France", "Spain", Consent.NOT_ASKED, None)],
    ),
    (
        "France demanded that the letter be published. Spain has given its consent.",
        [("the letter", "France", "Spain", Consent.GRANTED, None)],
    ),
    (
        "France demanded that the letter be published. Spain's consent is a matter of days.",
        [("the letter", "France", None, Consent.ASKED, None)],
    ),
    (
        "France demanded that the letter be published. It rained.",
        [("the letter", "France", None, Consent.ASKED, None)],
    ),
    (
        "France will publish the letter. Spain has so far refused to release it.",
        [("the letter", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "France will publish the letter. It would ask Spain for its consent.",
        [("the letter", "France", "Spain", Consent.NOT_ASKED, None)],
    ),
    (
        "France would publish a plan of its own.",
        [],
    ),
    (
        "France would publish Spain's letter.",
        [("Spain's letter", "France", None, Consent.NOT_ASKED, None)],
    ),
    (
        "France has asked Spain to publish the letter, and Spain has turned the request down.",
        [("the letter", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "Spain brushed aside a request from France to see the draft.",
        [("the draft", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "Spain brushed aside a request from the press.",
        [],
    ),
    (
        "France published the reply on Monday.",
        [("the reply", "France", None, Consent.NOT_ASKED, Publication.UNILATERAL)],
    ),
    (
        "France sent Spain a reply to the paper and made it public within hours.",
        [("a reply", "France", None, Consent.NOT_ASKED, Publication.UNILATERAL)],
    ),
    (
        "France published its draft.",
        [],
    ),
    (
        "France had not made the letter public.",
        [],
    ),
    (
        "It was for Spain to release the letter.",
        [],
    ),
    (
        "France wants both letters published.",
        [("both letters", "France", None, Consent.NOT_ASKED, None)],
    ),
    (
        "The text of the letter is long. France will release copies of it.",
        [],
    ),
    (
        "Spain has asked us not to publish the letter.",
        [("the letter", None, "Spain", Consent.REFUSED, None)],
    ),
    (
        "A Spanish newspaper published the letter.",
        [("the letter", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "The letter was published by a Spanish newspaper.",
        [("The letter", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "The letter was published by Spain.",
        [("The letter", "Spain", None, Consent.NOT_ASKED, Publication.UNILATERAL)],
    ),
    (
        "Spain refused to say whether the leaked letter was its own.",
        [("the leaked letter", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "Spain declined to comment on the leaked letter, which a newspaper printed.",
        [("the leaked letter", None, None, Consent.NOT_ASKED, Publication.LEAKED)],
    ),
    (
        "Groups in Dili have asked that the minutes be published.",
        [("the minutes", "Groups", None, Consent.ASKED, None)],
    ),
    (
        "[[France]] {{said}} <<“we asked them to publish the letter, but Spain has withheld its consent”>>.",
        [("the letter", "France", "Spain", Consent.REFUSED, None)],
    ),
    (
        "[[France]] {{said}} <<“they will publish the letter if they consent”>>.",
        [("the letter", "France", None, Consent.NOT_ASKED, None)],
    ),
    (
        "The teachers on Monday demanded to see the draft.",
        [("the draft", "teachers", None, Consent.ASKED, None)],
    ),
    (
        "France will publish the letter after consulting. It. France will release it. ",
        [("the letter", "France", None, Consent.NOT_ASKED, None)],
    ),
    (
        "France will publish the draft in May. Spain agreed to publish the summary of the reply in the weeks to come and to read it.",
        [
            ("the draft", "France", None, Consent.NOT_ASKED, None),
            ("the summary of the reply", "Spain", "Spain", Consent.GRANTED_GIST_ONLY, None),
        ],
    ),
    (
        "“France will publish it.”",
        [],
    ),
    (
        "Rain fell. It rained. It rained again. France will publish it.",
        [],
    ),
    (
        "The summary will be made public.",
        [("The summary", None, None, Consent.NOT_ASKED, None)],
    ),
    (
        "France has asked Spain to publish a summary.",
        [("a summary", "France", "Spain", Consent.ASKED, None)],
    ),
    (
        "The permission of Spain to publish it lapsed.",
        [],
    ),
    (
        "Spain gave its word, and the agreement of Norway will be published.",
        [("the agreement", "Spain", None, Consent.NOT_ASKED, None)],
    ),
    (
        "The consent was sought to publish the letter.",
        [("the letter", None, "sought", Consent.ASKED, None)],
    ),
    (
        "France and asked that the letter be published.",
        [("the letter", "France", None, Consent.ASKED, None)],
    ),
]


@pytest.mark.parametrize(("words", "expected"), MORE)
def test_asked_for_refused_kept_or_come_out(words, expected):
    assert row(words) == expected


def test_the_text_that_a_pronoun_means_is_sought_two_sentences_back():
    words = "The reply of Spain came. It rained. Berg left. Spain wants it published."
    assert [item[0] for item in row(words)] == []
    assert [item[0] for item in row(words.replace("Berg left. ", ""))] == ["The reply"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Spain has a reply to the paper. This will be published.", "a reply"),
        ("They fell out over the release of the paper. Spain wanted to keep it confidential.", "the paper"),
        ("Spain has no reply to the paper. France will publish it.", "no reply"),
    ],
)
def test_what_a_pronoun_stands_for(words, expected):
    assert [item[0] for item in row(words)] == [expected]


def test_of_several_leaks_that_with_more_of_the_consent_is_kept():
    words = "The draft was leaked on Monday. The reply of Norway was leaked, though Spain refused. "
    assert [item[0] for item in row(words)] == ["The draft"]
    assert row(words + "The letter surfaced online. Spain has withheld its consent.") == [
        ("The letter", None, "Spain", Consent.REFUSED, Publication.LEAKED)
    ]


@pytest.mark.parametrize(
    ("words", "publisher"),
    [
        ("The letter was published on Monday.", None),
        ("The letter was published by.", None),
        ("France sent a letter and published it.", "France"),
    ],
)
def test_who_made_a_text_public(words, publisher):
    (release,) = find_releases(told(words, ACTS))
    assert (release.wanted_by and release.wanted_by.name) == publisher


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("A newspaper printed the confidential reply of Spain.", "Spain"),
        ("Spain said nothing of its leaked reply, which a newspaper printed.", "Spain"),
        ("A newspaper printed the confidential reply.", None),
    ],
)
def test_whose_text_has_leaked(words, owner):
    (release,) = find_releases(told(words, ACTS))
    assert (release.consent_of and release.consent_of.name) == owner


def test_the_reason_of_a_text_that_was_made_public():
    (release,) = find_releases(told("France published the reply on Monday.", ACTS))
    assert release.reason == "“published” says that “the reply” was made public; no consent is spoken of."


def test_of_a_leak_that_the_headline_tells_the_story_is_kept():
    story = (
        "Paper prints secret reply\n\nLISK, May 20, 2022 (Reuters) - France and Spain met.\n\n"
        "A newspaper on Monday published the confidential reply of Spain.\n"
    )
    (release,) = find_releases(told(story))
    assert release.passage.exact == "A newspaper on Monday published the confidential reply of Spain"


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
