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
    ("Spain's letter arrived on Monday.", "letter by Spain to France on 2022-05-16"),
    ("A plan drawn up by France was sent to Spain on May 9.", "proposal by France to Spain on 2022-05-09"),
    ("Ortega wrote to Berg on May 9.", "letter by Luis Ortega to Anna Berg on 2022-05-09"),
    ("On May 9 Ortega wrote again to Berg.", "letter by Luis Ortega to Anna Berg on 2022-05-09"),
    ("Ortega wrote back on May 9.", "reply by Luis Ortega to France on 2022-05-09"),
    ("Spain responded on May 9 with a counter-draft.", "counter by Spain to France on 2022-05-09"),
    ("France asked Spain in writing not to fish.", "letter by France to Spain"),
    ("Spain answered France in writing on May 9.", "reply by Spain to France on 2022-05-09"),
    ("Spain replied to the French letter on May 9.", "reply by Spain to France on 2022-05-09"),
    ("Berg, in a letter to Spain, offered fish.", "letter by Anna Berg to Spain"),
    ("In a 14-page note, Anna Berg called for fish.", "letter by Anna Berg to Spain"),
    ("In its reply to France, Spain said no.", "reply by Spain to France"),
    ("The French embassy handed over a note on May 9.", "note verbale by French embassy to Spain on 2022-05-09"),
    ("Spain handed over a note verbale on May 9.", "note verbale by Spain to France on 2022-05-09"),
    ("Spain responded with a counter-proposal on May 9.", "counter by Spain to France on 2022-05-09"),
    ("France tabled a list of demands.", "proposal by France to Spain"),
    ("Spain sent its latest set of proposals.", "proposal by Spain to France"),
    ("Spain rejected France's plan for the sea.", "proposal by France to Spain"),
    ("The French proposal of May 9 is long.", "proposal by France to Spain on 2022-05-09"),
    ("Spain accepted a proposal by France.", "proposal by France to Spain"),
    ("They smiled over a letter from France.", "letter by France to Spain"),
    ("Spain read a list of demands drawn up by its neighbour France.", None),
    ("A 62-page draft lies on the table.", "draft by nobody"),
    ("A paper called 'The Way' lies there.", "proposal by nobody"),
    ("They read an agreed text.", "draft by nobody"),
    ("France sent Spain new text.", "draft by France to Spain"),
    ("Berg with Ortega sent a draft.", "draft by Anna Berg to Spain"),
    ("Norway and France sent a draft.", "draft by Norway to France & Spain"),
    ("Norway sent a draft, [[Berg]] {{said}} <<that it was short>>.", "draft by Norway to France & Spain"),
    ("[[Berg]] {{said}} <<Spain had sent its reply>>.", "reply by Spain to France"),
    ("France published drafts of sea agreements Spain expects.", "draft by France"),
    ("Yesterday's demands are old. France unveiled a five-point plan.", "proposal by France to Spain"),
    ("France made an offer of 4 per cent.", "proposal by France to Spain"),
    ("A letter was handed to the French ambassador in Madrid on May 9.", "letter by Spain to Anna Berg on 2022-05-09"),
    (
        "The reply was handed to the Spanish foreign ministry on Monday.",
        "reply by France to Spanish foreign ministry on 2022-05-16",
    ),
    ("The ministry has sent a note of protest to France.", "note verbale by ministry to France"),
    (
        "In a three-page letter dated May 9, Berg asked Ortega to open talks.",
        "letter by Anna Berg to Spain on 2022-05-09",
    ),
    ("Ortega replied in a letter on Monday that fish were few.", "reply by Luis Ortega to France on 2022-05-16"),
    ("Ortega sent a letter in reply to France.", "reply by Luis Ortega to France"),
    ("The letter of refusal was sent by Spain on Monday.", "reply by Spain to France on 2022-05-16"),
    ("France and Spain exchanged written proposals on May 9.", "proposal by France to Spain on 2022-05-09"),
    ("The two sides exchanged drafts on Monday.", "draft by France to Spain on 2022-05-16"),
    ("Spain's reply is due on Friday.", "reply by Spain to France"),
    ("The union rejected a 4% pay offer from France.", "proposal by France to Spain"),
    ("Spain's price proposal, $201 per ton, lapses soon.", "proposal by Spain to France"),
    ("Spain turned down France's latest offer.", "proposal by France to Spain"),
    (
        "Norway's mediator presented both sides with a draft on May 9.",
        "draft by Norway's mediator to France & Spain on 2022-05-09",
    ),
    ("A Norwegian paper proposes a joint fleet.", "proposal by Norway to France & Spain"),
    (
        "According to the draft, which France handed over on Monday, trawlers are banned.",
        "draft by France to Spain on 2022-05-16",
    ),
    ("A draft treaty prepared by France was published on Monday.", "draft by France on 2022-05-16"),
    ("Under a French proposal, the fleet would be halved.", "proposal by France to Spain"),
    ("The letter, which Berg signed on Monday, asks for talks.", "letter by Anna Berg to Spain on 2022-05-16"),
    ("Berg signed a letter to Spain on May 9.", "letter by Anna Berg to Spain on 2022-05-09"),
    ("Spain kept the paper Berg had sent on May 9.", "proposal by Anna Berg to Spain on 2022-05-09"),
    (
        "The draft was circulated by the French presidency on Monday.",
        "draft by French presidency to Spain on 2022-05-16",
    ),
    ("Berg flew to Madrid with an offer of 612 pence.", "proposal by Anna Berg to Spain"),
    ("Berg came with a plan drawn up by Norway.", "proposal by Norway to France & Spain"),
    ("France regrets this, is sad, and has also sent Spain a draft.", "draft by France to Spain"),
    ("France has put forward 4 per cent over two years and a joint fleet.", "proposal by France to Spain"),
    ("Spain answered in May with a demand of its own.", "counter by Spain to France on 2022-05-01..2022-05-31"),
    ("Spain countered with an offer of 5 per cent.", "counter by Spain to France"),
    ("Spain tabled a rival draft.", "counter by Spain to France"),
    ("They read a harmonised plan.", "draft by nobody"),
    ("Norway's report recommends a joint fleet.", "proposal by Norway to France & Spain"),
    ("Berg promised to inform Spain by letter of the ban.", "letter by Anna Berg to Spain"),
    ("Spain got two letters from France.", "letter by France to Spain"),
    ("France received a letter on May 9.", "letter by Spain to France on 2022-05-09"),
    ("Spain sent its comments on May 9.", "reply by Spain to France on 2022-05-09"),
    ("The French offer of 4 per cent stands. The offer remains on the table.", "proposal by France to Spain"),
    ("France's proposal is old.", "proposal by France to Spain"),
    ("France has agreed to send a paper to the Spanish government.", "proposal by France to Spanish government"),
    ("Spain met France, the Norwegian ministry said in a paper, which it published.", "proposal by Norwegian ministry"),
    ("Spain received the reply of Norway to the drafts that it had published.", "reply by Norway to Spain"),
    ("France lodged a pay claim on May 9.", "proposal by France to Spain on 2022-05-09"),
    ("France handed its demands to Spain on May 9.", "proposal by France to Spain on 2022-05-09"),
    ("France sent Spain a text to replace the treaty signed in 2019.", "draft by France to Spain"),
    ("Norway circulated a draft code to members on May 9.", "draft by Norway to members on 2022-05-09"),
    ("France handed Spain a common platform of 15 proposals.", "proposal by France to Spain"),
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
    "Berg called on both governments of the island to publish the draft.",
    "The union asks the state, and to publish the draft is bold.",
    "France sent an e-mail to reporters.",
    "France issued a note of thanks.",
    "France said in its Telegram channel that fish are few.",
    "France published the full text.",
    "A report said so. France sent a report.",
    "Spain made remarks. Spain's remarks to reporters were short.",
    "France signed a draft.",
    "France welcomed Norway's offer to mediate.",
    "France put forward a joint fleet. France put forward. France put forward a plan of 4 points.",
    "Berg came with the paper. With a plan, all is well. They walked with a draft.",
    "Spain had yet to receive a reply.",
    "“We regret it” and has sent a draft.",
    "Somebody rejected a proposal.",
    "Spain served notice of a strike.",
    "Spain gave notice.",
    "Spain rejected the claim that fish are few.",
    "Spain repeated its demands. Spain rejected the demands of France.",
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
        ["the end of the ban", "a joint fund", "a new line"],
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
    ("France sent Spain a plan, calling for (at last) a fund, ; (and) nets.", ["at last) a fund", "nets"]),
    ("France sent Spain a draft because fish are few.", []),
    ("France sent Spain a draft. It would not be read. They have sung.", []),
    ("France sent Spain a draft. Nobody read it; they slept.", []),
    ("France sent Spain a plan for the sea. It will cost 5 euros and $6.", ["cost 5 euros", "$6"]),
    ("France sent Spain a draft including.", []),
    ("France sent Spain a plan calling for next week.", []),
    ("France sent Spain a letter asking it to be fair.", []),
    ("France sent Spain drafts. They would bar nets and would limit pots.", ["bar nets", "limit pots"]),
    ("France sent Spain a plan calling for setting out how nets go.", []),
    (
        "France sent Spain a list of 12 demands, among them safe nets, paid breaks and an end to night fishing.",
        ["safe nets", "paid breaks", "an end to night fishing"],
    ),
    (
        "France sent Spain a draft calling for new money, simpler access, and a review every two years.",
        ["new money", "simpler access", "a review every two years"],
    ),
    (
        "France sent Spain a draft setting out the terms on which it would return: small nets, weekly pay and limits.",
        ["small nets", "weekly pay", "limits"],
    ),
    (
        "France sent Spain a draft calling for a ban on nets in Lisk, Vigo and Brest.",
        ["a ban on nets in Lisk, Vigo and Brest"],
    ),
    (
        "France sent Spain a draft calling for better pay for skippers, cooks and deckhands.",
        ["better pay for skippers, cooks and deckhands"],
    ),
    (
        "France sent Spain a draft calling for fish, fees that are low and nets.",
        ["fish, fees that are low and nets"],
    ),
    ("France sent Spain a draft calling for fish, and nets, pots.", ["fish", "nets, pots"]),
    ("France sent Spain a draft. It contains 20 provisions, including a ban and a fund.", ["a ban", "a fund"]),
    (
        "France sent Spain a reply, accepting four of the 12 points and putting off three others until after the summer.",
        [],
    ),
    ("France sent Spain a letter. The letter, seen by Reuters, offers a fund and says nothing on nets.", ["a fund"]),
    ("France sent Spain a letter. The letter - nobody read it.", []),
    ("France sent Spain a draft with seven demands to the owners.", []),
    ("France sent Spain a draft. It offers Spain talks on nets.", ["talks on nets"]),
    ("France sent Spain a draft. It offers Spain and Norway talks.", ["Spain and Norway talks"]),
    ("France sent Spain a draft. It would be read. It says that nets will go.", []),
    ("The French offer to halve the duty was rejected by Spain.", ["halve the duty"]),
    ("The French proposal that nets be banned was rejected by Spain.", ["nets be banned"]),
    ("Spain rejected the French offer to halve the duty that was agreed.", ["halve the duty that was agreed"]),
    ("Spain rejected the French proposal to the owners in Vigo.", []),
    ("France sent Spain a draft. It bars trawlers. It also limits nets.", ["trawlers", "nets"]),
    ("France sent Spain a draft. They bar trawlers. [[Ortega]] {{said}} <<“it bars trawlers”>>.", []),
]


@pytest.mark.parametrize(("words", "expected"), ITEMS)
def test_the_parts_that_the_story_lists(words, expected):
    (text, *_) = find_texts(told(CAST + words))
    assert outlined(text.items) == expected


MORE = [
    (
        "Berg had written on May 9 to the foreign ministers of the coast.",
        [("letter by Anna Berg to foreign ministers on 2022-05-09", [])],
    ),
    ("Berg wrote to her counterparts on May 9.", [("letter by Anna Berg to Luis Ortega on 2022-05-09", [])]),
    ("Ortega wrote back to Berg.", [("reply by Luis Ortega to Anna Berg", [])]),
    ("France presented its plan to investors.", [("proposal by France to investors", [])]),
    ("Berg gave the two leaders a paper.", [("proposal by Anna Berg to two leaders", [])]),
    ("Berg sent both parties a letter.", [("letter by Anna Berg to both parties", [])]),
    ("France sent a paper to its ministry.", [("proposal by France to Spain", [])]),
    ("France expects to hand over its written answer this week.", [("reply by France to Spain", [])]),
    ("[[Ortega]] {{said}} <<that a ten-page answer to France was ready>>.", [("reply by Luis Ortega to France", [])]),
    ("A ten-page answer to France was ready.", [("reply by Spain to France", [])]),
    ("Spain's reply is on its way.", [("reply by Spain to France", [])]),
    (
        "Spain, which accepted the conditions in a letter of May 9, is glad.",
        [("letter by Spain to France on 2022-05-09", [])],
    ),
    ("The city tabled its draft on May 9.", [("draft by city on 2022-05-09", [])]),
    (
        "France will host the talks and is to submit a draft operating manual to Spain.",
        [("draft by France to Spain", [])],
    ),
    ("Spain has not reacted, but an answer was promised by Friday.", [("reply by Spain to France", [])]),
    (
        "France and Spain had agreed to tabling, by May 30, their comments on a European proposal which was sent to both in May.",
        [("reply by France to Spain", []), ("reply by Spain to France", [])],
    ),
    (
        "Berg said in Brussels that the European Union waited. Spain rejected a European proposal.",
        [("proposal by European Union to France & Spain", [])],
    ),
    ("France assured Spain of a revised offer on nets.", [("proposal by France to Spain", [])]),
    ("France assured Spain of its love.", []),
    (
        "France put forward a plan in 2021. It provides for a ban.",
        [("proposal by France to Spain on 2021-01-01..2021-12-31", ["a ban"])],
    ),
    (
        "The reply of the Republic of France had been received on May 9.",
        [("reply by Republic of France to Spain on 2022-05-09", [])],
    ),
    (
        "France tabled a draft on May 9. France would put forward a bridging text.",
        [("draft by France to Spain on 2022-05-09", []), ("draft by France to Spain", [])],
    ),
    ("The text of the letter was sent by France on May 9.", [("letter by France to Spain on 2022-05-09", [])]),
    (
        "France sent Spain its own draft of a treaty and considers the old one dead.",
        [("counter by France to Spain", [])],
    ),
    ("In the letter, [[Berg]] {{said}} <<Ortega asked for fish>>.", [("letter by Anna Berg to Spain", ["fish"])]),
    (
        "Ortega wrote to Berg on May 9. In the letter, Berg said, he asked for fish.",
        [("letter by Luis Ortega to Anna Berg on 2022-05-09", ["fish"])],
    ),
    (
        "[[Berg]] {{wrote}} on May 9 <<“I replied on behalf of the coast”>>.",
        [("reply by Anna Berg to Spain on 2022-05-09", [])],
    ),
    ("Berg wrote for Norway and asked for fish.", [("letter by Anna Berg to Spain", [])]),
    ("Berg wrote on behalf of the coast.", [("letter by Anna Berg to Spain", [])]),
    ("Berg wrote for fish.", []),
    ("Spain asked France in a letter to leave.", [("letter by Spain to France", [])]),
    ("[[Spain]] {{asked}} France in a letter <<to leave>>.", [("letter by Spain to France", [])]),
    ("France will respond to the Spanish timetable by May 30.", [("reply by France to Spain", [])]),
    (
        "Spain would answer the letter of France only later.",
        [("reply by Spain to France", []), ("letter by France to Spain", [])],
    ),
    ("Berg, a former judge, sent a paper.", [("proposal by Anna Berg to Spain", [])]),
    (
        "The paper, four pages long, was given to Spain on May 9 by Berg.",
        [("proposal by Anna Berg to Spain on 2022-05-09", [])],
    ),
    ("Their host carried papers from one to the other, came closer.", []),
    ("In a letter to members dated May 9, Berg asked for fish.", []),
    (
        "The offer was set out in a letter that was sent to Spain on May 9.",
        [("proposal by France to Spain on 2022-05-09", []), ("letter by France to Spain on 2022-05-09", [])],
    ),
    (
        "The press published a letter. The ministry released the letter on May 9.",
        [("letter by ministry on 2022-05-09", [])],
    ),
    (
        "Spain sent a letter on May 6. Spain released the letter on May 9.",
        [("letter by Spain on 2022-05-06 public 2022-05-09", [])],
    ),
    (
        "France said that it could not sign their latest offer of 4 per cent.",
        [("proposal by Spain to France", ["4 per cent"])],
    ),
    (
        "Norway's envoy told the council that France had received no reply to its proposals of May 9.",
        [("proposal by France to Spain on 2022-05-09", [])],
    ),
    ("Norway's envoy told Spain that it had lost its draft.", [("draft by Spain to France", [])]),
    (
        "France's minister has written to Spain. In her letter, Anna Berg asks for fish.",
        [("letter by Anna Berg to Spain", ["fish"])],
    ),
    ("The owners of the coast tabled a paper.", [("proposal by owners", [])]),
    ("The owners’s friends tabled a paper. The sea tabled a paper.", []),
    (
        "France handed Spain an offer of 4%, tabled in March, and left.",
        [("proposal by France to Spain on 2022-03-01..2022-03-31", ["4%"])],
    ),
    (
        "Spain tabled a plan. Under the plan, handed over on May 9, boats would stay, nets would go and pots would rest.",
        [("proposal by Spain to France on 2022-05-09", ["boats would stay", "nets would go", "pots would rest"])],
    ),
    ("Spain tabled a plan. Under the plan, boats stay.", [("proposal by Spain to France", [])]),
    (
        "Spain tabled a plan. Under the plan, boats would stay and nets would go.",
        [("proposal by Spain to France", ["boats would stay and nets would go"])],
    ),
    (
        "Spain sent a letter. In the letter, Ortega made two requests: small nets, and pots.",
        [("letter by Spain to France", ["small nets", "pots"])],
    ),
    ("France sent Spain a draft under which nets would go.", [("draft by France to Spain", ["nets would go"])]),
    (
        "France sent Spain a paper which sets a quota and caps fees.",
        [("proposal by France to Spain", ["a quota", "caps fees"])],
    ),
    (
        "France made a proposal that it sent to Spain. France made a proposal that Berg has made on nets.",
        [("proposal by France to Spain", [])],
    ),
    (
        "France sent Spain a paper to the point in May that would bar nets.",
        [("proposal by France to Spain on 2022-05-01..2022-05-31", ["bar nets"])],
    ),
    (
        "The French reply sets out how nets go. The French reply sets out a way forward.",
        [("reply by France to Spain", [])],
    ),
    ("The French plan would be fair. The French plan would be. The French plan would next week go.", []),
    ("France sent Spain a paper and made it public.", [("proposal by France to Spain", [])]),
    (
        "Blinken hails French paper\n\nLISK, May 20, 2022 (Reuters) - France sent Spain its written answer.\n",
        [("reply by France to Spain", [])],
    ),
    (
        "Spain sent a draft. Spain tabled a mark-up of the draft on 2 May.",
        [("draft by Spain to France on 2022-05-02", []), ("counter by Spain to France on 2022-05-02", [])],
    ),
    ("Spain tabled an outline of the draft. Spain left an outline with France.", []),
    ("Spain sent the paper and considers it done.", [("proposal by Spain to France", [])]),
    ("France sent Spain a message on X.", []),
    ("France regrets this, is sad, and is to submit a draft to Spain.", [("draft by France to Spain", [])]),
    ("France sent a draft on", [("draft by France to Spain", [])]),
    ("France sent Spain a letter setting this out.", [("letter by France to Spain", [])]),
    ("Spain rejected the French offer to be short.", []),
    ("Under a French proposal, boats stay.", [("proposal by France to Spain", [])]),
    (
        "France and Spain had agreed to tabling, no later than May 30, their comments on nets.",
        [("reply by France to Spain", []), ("reply by Spain to France", [])],
    ),
    ("Berg handed over France's draft to Spain.", [("draft by Anna Berg to Spain", [])]),
    ("Spain read France's comments on the proposal which was sent to Norway on May 9.", []),
    ("Berg has since written to Ortega on May 9.", [("letter by Anna Berg to Luis Ortega on 2022-05-09", [])]),
    (
        "Berg has also now answered the French letter in writing.",
        [("reply by Anna Berg to Spain", []), ("letter by France to Spain", [])],
    ),
    (
        "Norway's envoy Dahl said that France would hand Norway its written reply to the Spanish paper.",
        [("reply by France to Spain", [])],
    ),
    ("Spain rejected a proposal by France to bring both sides together.", []),
]


@pytest.mark.parametrize(("words", "expected"), MORE)
def test_who_tables_what_to_whom_and_what_it_holds(words, expected):
    assert [(shown(text), outlined(text.items)) for text in find_texts(told(CAST + words))] == expected


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
        "draft by Spain to France",
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


SPOKEN_OF_LAST = (
    "On May 9 France published drafts of two agreements. On Monday France received the replies of Spain and of Norway. "
)


def with_items(words: str) -> list[str]:
    return [shown(text) for text in find_texts(told(CAST + SPOKEN_OF_LAST + words)) if text.items]


def test_the_document_is_the_text_spoken_of_last():
    assert with_items("The document offers a joint fleet.") == ["reply by Norway to France on 2022-05-16"]


def test_of_two_texts_told_together_the_document_is_that_of_the_side_which_speaks():
    assert with_items("[[Ortega]] {{said}} <<the document offers a joint fleet>>.") == [
        "reply by Spain to France on 2022-05-16"
    ]
    assert with_items("[[Berg]] {{said}} <<the document offers a joint fleet>>.") == [
        "reply by Norway to France on 2022-05-16"
    ]


def test_the_paper_does_not_put_on_the_table_what_was_only_spoken_of():
    assert texts("Spain awaits France's proposals. The paper would set out a joint fleet.") == []


ANSWERED = [
    ("France sent Spain a reply to its draft.", "draft by Spain to France"),
    ("France wrote to Spain, asking for two weeks to examine its draft.", "draft by Spain to France"),
    ("France said the draft was long, and rejected its proposal.", "proposal by Spain to France"),
    ("France received Spain's reply to its draft.", "draft by France to Spain"),
    ("France received a reply to its draft.", "draft by France to Spain"),
    ("France stands by its draft.", "draft by France to Spain"),
    ("Fish are few, and they rejected its draft.", "draft by Spain to France"),
]


@pytest.mark.parametrize(("words", "expected"), ANSWERED)
def test_nobody_answers_a_text_of_his_own(words, expected):
    assert expected in texts(words)


def test_the_day_of_an_answer_is_not_that_of_what_it_answers():
    assert texts("France on Monday sent Spain a reply to its draft.") == [
        "reply by France to Spain on 2022-05-16",
        "draft by Spain to France",
    ]


def test_a_reply_that_came_as_a_letter_is_one_text():
    assert texts("Spain replied to the French draft, but its letter says nothing on nets.")[:1] == [
        "reply by Spain to France"
    ]
    assert texts("Spain sent its reply on May 9. The letter offers a fund.") == [
        "reply by Spain to France on 2022-05-09"
    ]


def test_nobody_receives_his_own_text():
    assert texts("Spain's reply will be sent. Spain received the document.")[0] == "reply by Spain to France"
