"""Texts that are tabled: sentences, and the drafts, proposals, replies and letters that they tell of."""

from __future__ import annotations

import pytest

from rejoinder.reading.business.texts import find_texts
from tests.reading.business.building import told

CAST = (
    "France's foreign minister Anna Berg said the door was open. Spain's foreign minister Luis Ortega said it was shut. "
    "France was ready, said France. Spain was not, said Spain. "
)


def shown(text) -> str:
    """A text on one line: kind, by whom, to whom, when, published when."""

    def day(interval):
        return "..".join(str(edge) for edge in dict.fromkeys((interval.earliest, interval.latest)))

    parts = [
        f"{text.kind.value} by {text.by.name if text.by else 'nobody'}",
        *(f"to {' & '.join(actor.name for actor in text.to)}" for _ in range(bool(text.to))),
        *(f"on {day(text.when)}" for _ in range(text.when is not None)),
        *(f"public {day(text.published)}" for _ in range(text.published is not None)),
    ]
    return " ".join(parts)


def outlined(items) -> list:
    """The parts of a text: words, or words with the words of their parts."""
    return [(item.wording.exact, outlined(item.items)) if item.items else item.wording.exact for item in items]


def texts(words: str) -> list[str]:
    return [shown(text) for text in find_texts(told(CAST + words))]


TABLED = [
    ("France sent Spain a new draft on Monday.", "draft by France to Spain on 2022-05-16"),
    ("Berg handed to Spain her written reply on May 9.", "reply by Anna Berg to Spain on 2022-05-09"),
    ("On May 9 France published drafts of two agreements.", "draft by France on 2022-05-09"),
    ("Spain received the replies of France and of Norway on May 9.", "reply by France to Spain on 2022-05-09"),
    ("The drafts of France were published on May 9.", "draft by France on 2022-05-09"),
    ("The replies that Norway and France handed to Spain are long.", "reply by Norway to Spain"),
    ("Spain's letter arrived on Monday.", "letter by Spain on 2022-05-16"),
    ("A plan drawn up by France was sent to Spain on May 9.", "proposal by France to Spain on 2022-05-09"),
    ("Ortega wrote to Berg on May 9.", "letter by Luis Ortega to Anna Berg on 2022-05-09"),
    ("On May 9 Ortega wrote again to Berg.", "letter by Luis Ortega to Anna Berg on 2022-05-09"),
    ("Ortega wrote back on May 9.", "reply by Luis Ortega to France on 2022-05-09"),
    ("Spain responded on May 9 with a counter-draft.", "counter by Spain on 2022-05-09"),
    ("France asked Spain in writing not to fish.", "letter by France to Spain"),
    ("Spain answered France in writing on May 9.", "reply by Spain to France on 2022-05-09"),
    ("Spain replied to the French letter on May 9.", "reply by Spain to France on 2022-05-09"),
    ("Berg, in a letter to Spain, offered fish.", "letter by Anna Berg to Spain"),
    ("In a 14-page note, Anna Berg called for fish.", "letter by Anna Berg"),
    ("In its reply to France, Spain said no.", "reply by Spain to France"),
    ("The French embassy handed over a note on May 9.", "note verbale by French embassy on 2022-05-09"),
    ("Spain handed over a note verbale on May 9.", "note verbale by Spain on 2022-05-09"),
    ("Spain responded with a counter-proposal on May 9.", "counter by Spain on 2022-05-09"),
    ("France tabled a list of demands.", "proposal by France"),
    ("Spain sent its latest set of proposals.", "proposal by Spain"),
    ("Spain rejected France's plan for the sea.", "proposal by France"),
    ("The French proposal of May 9 is long.", "proposal by France on 2022-05-09"),
    ("Spain accepted a proposal by France.", "proposal by France"),
    ("They smiled over a letter from France.", "letter by France"),
    ("Spain read a list of demands drawn up by its neighbour France.", None),
    ("A 62-page draft lies on the table.", "draft by nobody"),
    ("A paper called 'The Way' lies there.", "proposal by nobody"),
    ("They read an agreed text.", "draft by nobody"),
    ("France sent Spain new text.", "draft by France to Spain"),
    ("Berg with Ortega sent a draft.", "draft by Anna Berg"),
    ("Norway and France sent a draft.", "draft by Norway"),
    ("Norway sent a draft, [[Berg]] {{said}} <<that it was short>>.", "draft by Norway"),
    ("[[Berg]] {{said}} <<Spain had sent its reply>>.", "reply by Spain to France"),
    ("France published drafts of sea agreements Spain expects.", "draft by France"),
    ("Yesterday's demands are old. France unveiled a five-point plan.", "proposal by France"),
    ("France made an offer of 4 per cent.", "proposal by France"),
]


@pytest.mark.parametrize(("words", "expected"), TABLED)
def test_what_is_tabled(words, expected):
    assert texts(words)[:1] == ([expected] if expected else [])


ANNOUNCED = [
    ("Spain promised an answer by June 3.", "reply by Spain to France"),
    ("Spain will send its reply on June 3.", "reply by Spain to France"),
    ("Spain agreed to reply in writing.", "reply by Spain to France"),
    ("Spain said it would answer it.", "reply by Spain to France"),
    ("Spain promised to reply on June 3.", "reply by Spain to France"),
    ("Spain's reply would be sent to France on Monday.", "reply by Spain to France"),
]


@pytest.mark.parametrize(("words", "expected"), ANNOUNCED)
def test_what_is_only_announced_has_no_day(words, expected):
    (text,) = find_texts(told(CAST + words))
    assert shown(text) == expected
    assert "announced" in text.reason


NONE = [
    "Spain gave no reply.",
    "France wants Spain to send a reply.",
    "France asked Spain to send its reply.",
    "Spain refused to publish the draft.",
    "Spain gave an answer.",
    "Spain gave the paper a cool welcome.",
    "A list of names was sent.",
    "Spain plans to fish.",
    "They answer.",
    "The reply that came was short.",
    "The French treaty was read.",
    "The newspaper El Dia printed a draft.",
    "Neither France nor Spain published its draft.",
    "France renewed its offer of help.",
    "France put forward an offer.",
    "Letters were written to Spain. He may have to answer.",
    "Spain wrote to nobody.",
    "France said Spain should answer in writing.",
    "Spain will respond.",
    "A draft should be sent.",
    "A draft; a paper that was sent.",
    "The paper that fell was sent. The paper that Spain and France read is long.",
    "The draft treaty is long.",
    "Spain read it in Moscow's draft sea plan.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_text(words):
    assert texts(words) == []


ITEMS = [
    (
        (
            "The drafts of France were published. The two proposed treaties - with Spain and Norway - envisage, among other"
            " things, a pledge to leave the sea, including the abrogation of fishing plans, and also limits on trawlers,"
            " including old ones."
        ),
        [
            ("a pledge to leave the sea", ["the abrogation of fishing plans"]),
            ("limits on trawlers", ["old ones"]),
        ],
    ),
    ("France sent Spain a draft that would bar trawlers and limit nets.", ["bar trawlers", "limit nets"]),
    (
        "France sent Spain a plan, calling for the end of the ban; a joint fund; and a new line.",
        ["end of the ban", "a joint fund", "a new line"],
    ),
    (
        (
            "The French offer had been sent to Spain on May 9 and contained three parts: a duty of 15 per cent, a joint "
            "audit of the works, and a review."
        ),
        ["a duty of 15 per cent", "a joint audit of the works", "a review"],
    ),
    ("Spain rejected the French offer to halve the duty.", ["halve the duty"]),
    (
        "Spain rejected an offer by France to halve the duty, calling it a trick.",
        ["halve the duty, calling it a trick"],
    ),
    ("Spain rejected the French offer of 612 pence a share.", ["612 pence a share"]),
    ("Spain rejected the French offer, worth 4% over two years.", ["4% over two years"]),
    ("Spain rejected the French offer worth 4% a year.", ["4% a year"]),
    ("Spain rejected the French proposal that cars be taxed, as well as the list.", ["cars be taxed", "the list"]),
    ("Ortega wrote to Berg, asking her to open the sea.", ["open the sea"]),
    ("France sent Spain a 62-page draft. It bars trawlers and cuts the quota.", ["trawlers", "cuts the quota"]),
    ("France sent Spain a draft. It was long. It would bar trawlers.", ["bar trawlers"]),
    ("France sent Spain a draft, urging Spain to leave the sea, because fish are few.", ["leave the sea"]),
    ("France sent Spain a plan, calling for (at last) a fund, ; (and) nets.", ["at last) a fund", "and) nets"]),
    ("France sent Spain a draft because fish are few.", []),
    ("France sent Spain a draft. It would not be read. They have sung.", []),
    ("France sent Spain a draft. Nobody read it; they slept.", []),
    ("France sent Spain a plan for the sea. It will cost 5 euros and $6.", ["cost 5 euros", "$6"]),
    ("France sent Spain a draft including.", []),
]


@pytest.mark.parametrize(("words", "expected"), ITEMS)
def test_the_parts_that_the_story_lists(words, expected):
    (text, *_) = find_texts(told(CAST + words))
    assert outlined(text.items) == expected


def test_one_text_told_several_times_is_one_record():
    words = (
        "On May 9 France published its drafts of two agreements, after it had handed over the drafts on May 6. "
        "Spain is reading the French proposals. The paper is long."
    )
    (text,) = find_texts(told(CAST + words))
    assert shown(text) == "draft by France on 2022-05-06 public 2022-05-09"
    assert text.title == "drafts of two agreements"
    assert "spoken of" in text.reason


def test_two_texts_stay_two():
    words = (
        "France sent Spain a letter. Spain tabled a draft. The reply came on Thursday. Norway handed over its reply."
    )
    assert texts(words) == [
        "letter by France to Spain",
        "draft by Spain",
        "reply by Spain to France on 2022-05-19",
        "reply by Norway",
    ]


def test_the_reply_to_nobody_is_nobodys():
    assert texts("The reply came on Thursday.") == []


def test_the_headline_says_whose_a_text_is():
    story = (
        "EU reads French papers on the sea\n\nLISK, May 20, 2022 (Reuters) - France and Spain met.\n\n"
        "The non-papers arrived on Thursday.\n"
    )
    assert [shown(text) for text in find_texts(told(story))] == ["non-paper by France on 2022-05-19"]
