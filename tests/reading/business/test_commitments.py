"""Commitments: a text with its attributions marked, and what it is read to promise.

A row: who is bound, to do what, to whom, on what condition, by when (days of May and June 2022 as MM-DD), undertaken when.
The stories are of Friday 20 May 2022.
"""

from __future__ import annotations

import pytest

from rejoinder.model import Act, Commitment
from rejoinder.reading.business.commitments import find_commitments
from tests.reading.business.building import told

CAST = "LISK, May 20, 2022 (Reuters) - France met Spain.\n\n"


def day(value):
    return value.isoformat()[5:] if value else None


def row(item: Commitment) -> tuple[object, ...]:
    due = item.due and f"{item.due.text}: {day(item.due.interval.earliest)}..{day(item.due.interval.latest)}"
    made = item.made_on and f"{day(item.made_on.earliest)}..{day(item.made_on.latest)}"
    creditor = item.creditor and item.creditor.name
    return item.debtor.name, item.action.exact, creditor, item.condition and item.condition.exact, due, made


def rows(words, acts=None):
    return [row(item) for item in find_commitments(told(words, acts))]


def deeds(words):
    return [(item.debtor.name, item.action.exact) for item in find_commitments(told(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "[[France]] {{said}} on Thursday <<it will hand Spain a draft by Monday>>.",
            ("France", "will hand Spain a draft", "Spain", None, "by Monday: None..05-23", "05-19..05-19"),
        ),
        (
            "[[France]] {{promised}} Spain on Tuesday <<to reply in writing this week>>.",
            ("France", "to reply in writing", "Spain", None, "this week: 05-16..05-22", "05-17..05-17"),
        ),
        (
            "Under the accord, Spain will open its ports from June 1.",
            ("Spain", "will open its ports", "France", None, "from June 1: 06-01..None", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it would close its ports before June 1 unless France withdraws the tariff>>.",
            (
                "Spain",
                "would close its ports",
                "France",
                "unless France withdraws the tariff",
                "before June 1: None..05-31",
                "05-20..05-20",
            ),
        ),
        (
            '<<"If France votes against us, we will respond within 48 hours,">> [[Spain]] {{said}} on Thursday.',
            (
                "Spain",
                "will respond",
                "France",
                "If France votes against us",
                "within 48 hours: None..05-21",
                "05-19..05-19",
            ),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list within 90 days of signature>>.",
            (
                "Spain",
                "will publish the list",
                "France",
                None,
                "within 90 days of signature: None..None",
                "05-20..05-20",
            ),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list in due course>>.",
            ("Spain", "will publish the list", "France", None, "in due course: None..None", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list within two weeks>>.",
            ("Spain", "will publish the list", "France", None, "within two weeks: None..06-03", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<its team will be in Geneva from Monday to Wednesday>>.",
            ("Spain", "will be in Geneva", "France", None, "from Monday to Wednesday: 05-23..05-25", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will send the May list in early June>>.",
            ("Spain", "will send the May list", "France", None, "in early June: 06-01..06-10", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will hand over Friday's list every month>>.",
            ("Spain", "will hand over Friday's list every month", "France", None, None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will pay the sum due on June 1>>.",
            ("Spain", "will pay the sum", "France", None, "on June 1: 06-01..06-01", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will publish a list of last week>>.",
            ("Spain", "will publish a list of last week", "France", None, None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list during the winter of its years>>.",
            ("Spain", "will publish the list during the winter of its years", "France", None, None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list, once the court has ruled, and nothing else>>.",
            (
                "Spain",
                "will publish the list",
                "France",
                "once the court has ruled, and nothing else",
                None,
                "05-20..05-20",
            ),
        ),
        (
            "<<Depending on the contents of that reply, we will send a letter to Anna Berg of France,>> [[Spain]] {{said}}.",
            (
                "Spain",
                "will send a letter to Anna Berg of France",
                "Anna Berg",
                "Depending on the contents of that reply",
                None,
                "05-20..05-20",
            ),
        ),
        (
            "[[Spain]] {{told}} France <<it will publish the list when the court has ruled>>.",
            ("Spain", "will publish the list", "France", "when the court has ruled", None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{told}} reporters <<it will publish the list on Monday, when the court meets>>.",
            ("Spain", "will publish the list", "France", None, "on Monday: 05-23..05-23", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will ask itself and its court until June 1>>.",
            ("Spain", "will ask itself and its court", "France", None, "until June 1: None..06-01", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will publish the list from Monday to everybody>>.",
            (
                "Spain",
                "will publish the list from Monday to everybody",
                "France",
                None,
                "from Monday: 05-23..None",
                "05-20..05-20",
            ),
        ),
        (
            "[[Spain]] {{said}} <<it will send the list to a town, to rain and to France already next week>>.",
            (
                "Spain",
                "will send the list to a town, to rain and to France",
                "France",
                None,
                "next week: 05-23..05-29",
                "05-20..05-20",
            ),
        ),
        (
            "[[Spain]] {{said}} <<it will sell and by Monday>>.",
            ("Spain", "will sell", "France", None, "by Monday: None..05-23", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will sell the list within 9000 years>>.",
            ("Spain", "will sell the list", "France", None, "within 9000 years: None..None", "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it will sell the list within the hour>>.",
            ("Spain", "will sell the list within the hour", "France", None, None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<Spain, if (as it should be) asked by France, will sell the list>>.",
            ("Spain", "will sell the list", "France", "if (as it should be) asked by France", None, "05-20..05-20"),
        ),
        (
            '<<"Without trackers, he said, we will sell the list,">> [[Anna Berg of Spain]] {{warned}}.',
            ("Spain", "will sell the list", "France", "Without trackers", None, "05-20..05-20"),
        ),
        (
            "[[Spain]] {{said}} <<it would sell the list without trackers, as if asked, if possible>>.",
            ("Spain", "would sell the list without trackers", "France", None, None, "05-20..05-20"),
        ),
        (
            "Spain agreed in March to sell the list.",
            ("Spain", "to sell the list", "France", None, None, "03-01..03-31"),
        ),
        (
            "[[Spain]] {{said}} on Monday <<it would sell the list at the end of the day if asked>>.",
            ("Spain", "would sell the list at the end of the day", "France", "if asked", None, "05-16..05-16"),
        ),
    ],
)
def test_a_promise_with_its_creditor_condition_and_days(words, expected):
    assert rows(CAST + words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # what somebody says of his own side
        ("[[Spain]] {{said}} <<it would answer France>>.", [("Spain", "would answer France")]),
        ('<<"We\'ll answer,">> [[Anna Berg of Spain]] {{said}}.', [("Spain", "We'll answer")]),
        ('<<"I will answer,">> [[Anna Berg of Spain]] {{said}}.', [("Anna Berg", "will answer")]),
        ("[[Anna Berg of Spain]] {{said}} <<she would answer>>.", [("Anna Berg", "would answer")]),
        ("[[Anna Berg of Spain]] {{said}} <<her team would answer>>.", [("Spain", "would answer")]),
        ("[[A Spanish official]] {{said}} <<the ministry would answer>>.", [("Spain", "would answer")]),
        ("[[A source]] {{said}} <<the Spanish government would answer>>.", [("Spanish government", "would answer")]),
        ("[[A source]] {{said}} <<it would answer>>.", []),
        ("[[Spain]] {{declined}} <<to say when it would answer>>.", []),
        ("[[Spain]] {{said}} <<it would meet on Friday, when it would answer>>.", [("Spain", "would answer")]),
        (
            "[[A source]] {{said}} <<the 27 EU states would send one answer>>.",
            [("European Union", "would send one answer")],
        ),
        ("[[Spain]] {{said}} <<it has read the letter and would answer>>.", [("Spain", "would answer")]),
        ("[[Spain]] {{said}} <<that reading takes time and would help>>.", []),
        (
            "[[Spain]] {{said}} <<it would certainly also in return publish its list>>.",
            [("Spain", "would certainly also in return publish its list")],
        ),
        # what the story says, and what it says that somebody said
        ("Spain will hand over a list.", [("Spain", "will hand over a list")]),
        ("Spain, for its part, will hand over a list.", [("Spain", "will hand over a list")]),
        ("Spain would hand over a list.", []),
        ("Its lawyer will hand over a list.", [("France", "will hand over a list")]),
        ("Spain has said it will hand over a list.", [("Spain", "will hand over a list")]),
        ("Spain said on Monday that France would hand over a list.", []),
        ("Spain hopes that it will get a list.", []),
        ("In return, Spain has given its word that it will hand over a list.", [("Spain", "will hand over a list")]),
        ("Spain was told by people in the town that rain will fall.", []),
        ("Will Spain sign?", []),
        ("Will Young of Spain met them.", []),
        ("Spain is to present a list.", [("Spain", "is to present a list")]),
        (
            "Spain and France will present a list.",
            [("Spain", "will present a list"), ("France", "will present a list")],
        ),
        # whoever else will do something binds nobody by it
        ("[[Spain]] {{said}} <<France would hand over a list>>.", []),
        ("[[Spain]] {{hopes}} <<it will hand over a list>>.", []),
        ("[[Spain]] {{said}} <<the talks would be hard>>.", []),
        ("[[Spain]] {{said}} <<it would win>>.", []),
        ("[[Spain]] {{said}} <<it will hold talks in Geneva>>.", []),
        ("[[Spain]] {{said}} <<it will be heard>>.", []),
        ("[[Spain]] {{said}} <<it will be forced to answer>>.", [("Spain", "will be forced to answer")]),
        ("[[Spain]] {{said}} <<it will not answer>>.", []),
        ("[[Spain]] {{said}} <<it won't answer>>.", []),
        ("[[Spain]] {{said}} <<it will neither answer nor ask>>.", []),
        ("[[Spain]] {{said}} <<it will accept neither list>>.", []),
        ("[[Spain]] {{said}} <<it will not pay if France does not answer>>.", [("Spain", "will not pay")]),
        ("[[Spain]] {{said}} <<it made proposals that would help and that will cut costs>>.", []),
        ("[[Spain]] {{said}} <<it will, 5>>.", []),
        # promises
        ("[[Spain]] {{has agreed}} <<to open a port>>.", [("Spain", "to open a port")]),
        ("Spain agreed to open a port.", [("Spain", "to open a port")]),
        ("Spain agreed in principle to a joint appeal.", [("Spain", "to a joint appeal")]),
        ("Spain agreed to lists.", []),
        ("Spain agreed on Monday with the list.", []),
        ("Spain pledged a large loan.", [("Spain", "a large loan")]),
        ("Spain pledged support.", []),
        ("Spain, pledging a large loan, went home.", []),
        ("Spain promised them the list.", [("Spain", "the list")]),
        ("Spain promised.", []),
        ("Spain has not agreed to open a port.", []),
        ("Spain was promised to be heard.", []),
        ("Spain is considering the offer to open a port.", []),
        ("Spain went home, promising to open a port.", [("Spain", "to open a port")]),
        ("They went home promising to open a port.", []),
        ("Spain repeated its pledge to open a port.", [("Spain", "to open a port")]),
        ("A pledge to open a port was read.", []),
        ("Spain promised that the pension would not be touched.", [("Spain", "the pension would not be touched")]),
        (
            "[[Spain]] {{promised}} <<that the pension would not be touched>>.",
            [("Spain", "the pension would not be touched")],
        ),
        ("[[Spain]] {{pledged}} <<not to open a port>>.", [("Spain", "not to open a port")]),
        ("Spain is committed to opening a port.", [("Spain", "opening a port")]),
        ("Spain is not committed to opening a port.", []),
        ("Nobody promised to open a port.", []),
        ("The rebels promised to open a port.", [("rebels", "to open a port")]),
        ("[[Both sides]] {{agreed}} <<to open a port>>.", [("France", "to open a port"), ("Spain", "to open a port")]),
        ("The two sides agreed to open a port.", [("France", "to open a port"), ("Spain", "to open a port")]),
        (
            "[[France and Spain]] {{agreed}} <<to open a port>>.",
            [("France", "to open a port"), ("Spain", "to open a port")],
        ),
        ("Spain and its pilots have agreed to open a port.", [("Spain", "to open a port")]),
        ("[[France]] {{recalled}} <<that Spain had promised to open a port>>.", [("Spain", "to open a port")]),
        ("[[France]] {{said}} <<Spain said it would open a port>>.", [("Spain", "would open a port")]),
        ("France cited Spain's pledge to open a port.", [("Spain", "to open a port")]),
        ("Spain has given its word on a port.", []),
        ("Spain promised to.", []),
        ("Spain promised that to open a port is wise.", []),
        ("Spain pledging a large loan.", []),
        ("Spain and France will, it is hoped, answer.", []),
        ("Spain will also, now answer.", []),
        (
            "Spain will also now then only just still always answer.",
            [("Spain", "will also now then only just still always answer")],
        ),
        ("Spain also really will answer.", [("Spain", "will answer")]),
        ("The minister from Spain will answer.", [("minister", "will answer")]),
        ("The town that met with Spain will answer.", []),
        ("The pilots of Harbor Air will answer.", [("pilots of Harbor Air", "will answer")]),
        ("The next week Spain will answer.", [("Spain", "will answer")]),
        ("In Geneva Spain will answer.", [("Spain", "will answer")]),
        ("The letter from Spain will answer.", []),
        ("[[Anna Berg of Spain]] {{said}} <<we and our team will answer>>.", [("Spain", "will answer")]),
        ("[[Anna Berg of Spain]] {{said}} <<the fire brigade commanders will answer>>.", [("Spain", "will answer")]),
        ('<<"It is over,">> [[Anna Berg of Spain]] {{said}}. "We will answer."', [("Spain", "will answer")]),
        ("Spain said in the town it will hand over a list.", [("Spain", "will hand over a list")]),
        ("It rained that Spain will hand over a list.", [("Spain", "will hand over a list")]),
        ("A list of rain of wind of snow of Spain will answer.", []),
        (
            "[[The Spanish minister]] {{said}} <<it will answer; if asked, it will pay>>.",
            [("Spain", "will answer"), ("Spain", "will pay")],
        ),
        ("[[Spain]] {{said}} <<it will pay a>> sum of money.", [("Spain", "will pay a sum of money")]),
        (
            "[[France and Spain]] {{agreed}} <<to pay if asked: it is so, and so is that>>.",
            [("France", "to pay"), ("Spain", "to pay")],
        ),
        (
            "Spain will pay a sum for the whole of the first year of the long war, which rain and snow and rain.",
            [("Spain", "will pay a sum for the whole of the first year of the long war")],
        ),
        ("If it rains; Spain will answer.", [("Spain", "will answer")]),
        (
            "Spain will pay a sum if asked by the people of a place far off in the hills of the north.",
            [("Spain", "will pay a sum")],
        ),
        ("The man in a town near the sea behind the hill with snow will answer.", []),
        ('<<"We will pay if asked,">> [[Anna Berg of Spain]] {{said}}.', [("Spain", "will pay")]),
        # where the action ends, and what follows behind "and"
        (
            "Spain will pay a sum and raise the tax and also cut the fee.",
            [("Spain", "will pay a sum"), ("Spain", "raise the tax")],
        ),
        ("Spain agreed to pay a sum and to raise the tax.", [("Spain", "to pay a sum"), ("Spain", "to raise the tax")]),
        (
            "Spain will pay a sum, and France will raise the tax.",
            [("Spain", "will pay a sum"), ("France", "will raise the tax")],
        ),
        ("Spain will pay a sum and thanked the town.", [("Spain", "will pay a sum")]),
        ("Spain will pay a sum, according to France.", [("Spain", "will pay a sum")]),
        ("Spain will pay a sum, raising hopes.", [("Spain", "will pay a sum")]),
        ("Spain will pay a sum, its lawyer said.", [("Spain", "will pay a sum")]),
        ("Spain will pay for bread, butter, milk and meat.", [("Spain", "will pay for bread, butter, milk and meat")]),
        (
            "Spain will pay for bread, butter and the milk of all its towns.",
            [("Spain", "will pay for bread, butter and the milk of all its towns")],
        ),
        ("Spain will pay by Monday, the first of many days.", [("Spain", "will pay")]),
        ("Spain will pay 30%.", [("Spain", "will pay 30%")]),
        ('Spain will set up a "mechanism".', [("Spain", 'will set up a "mechanism"')]),
        ("Spain will set up a “mechanism” in the south.", [("Spain", "will set up a “mechanism” in the south")]),
        ('<<"We will pay." "Soon,">> [[Anna Berg of Spain]] {{said}}.', [("Spain", "will pay")]),
        ("Spain will pay. France slept.", [("Spain", "will pay")]),
        ("France on Tuesday promised to pay.", [("France", "to pay")]),
        ("[[Anna Berg of Spain]] {{said}} <<that we promised to pay in full>>.", [("Spain", "to pay in full")]),
        (
            "Spain gave us its word in January that the cases would be looked at one by one.",
            [("Spain", "the cases would be looked at one by one")],
        ),
        ("Spain gave its word that France would pay.", [("France", "would pay")]),
        (
            "Anna Berg of Spain said Spain had agreed that the ports would be opened.",
            [("Spain", "the ports would be opened")],
        ),
        (
            "[[Spain]] {{agreed}} <<that at least half of the money will go to the towns>>.",
            [("Spain", "at least half of the money will go to the towns")],
        ),
        (
            "Spain had committed itself to “neutralise” the rebels.",
            [("Spain", "to “neutralise” the rebels")],
        ),
        (
            "Spain had promised to reply “point by point, in writing” by Friday.",
            [("Spain", "to reply “point by point, in writing”")],
        ),
        ("Under its terms Spain was to move the ships. Spain was to sleep.", [("Spain", "was to move the ships")]),
        ("Spain threatens winter strikes.", [("Spain", "winter strikes")]),
        ("Spain is threatening France with a price of $418.", [("Spain", "a price of $418")]),
        ("Spain announced a protest for Sunday.", [("Spain", "a protest")]),
        ("Spain announced a plan. Spain announced to reporters. Spain threatens that. Spain threatens peace.", []),
        # days and asides between "will" and its verb
        ("Spain will, by Friday, send a list.", [("Spain", "will, by Friday, send a list")]),
        ("Spain will on June 2 close the port.", [("Spain", "will on June 2 close the port")]),
        ("Spain will by the end of the month close it.", [("Spain", "will by the end of the month close it")]),
        ("Spain will, in the end.", []),
        # what is accepted, agreed on, promised to somebody
        ("Spain has accepted an invitation to return.", [("Spain", "to return")]),
        ("Spain has accepted money to return. Spain accepted a list.", []),
        (
            "Spain did consent to a joint list. At none of them did Spain agree to answer.",
            [("Spain", "to a joint list")],
        ),
        (
            "France and Spain agreed on the release of all men.",
            [("France", "on the release of all men"), ("Spain", "on the release of all men")],
        ),
        ("France agreed on the need of haste.", []),
        ("Spain promised Albania an answer.", [("Spain", "an answer")]),
        (
            "Spain promised aid. Spain pledged $40 million. Spain pledged £50,000 each.",
            [("Spain", "aid"), ("Spain", "$40 million"), ("Spain", "£50,000 each")],
        ),
        ("Spain vowed nothing.", []),
        (
            "Spain has committed itself to keeping the port and to making no cuts.",
            [("Spain", "keeping the port"), ("Spain", "making no cuts")],
        ),
        # duties under an agreement
        (
            "Under the deal, Spain must open a port and France has to pay a sum.",
            [("Spain", "must open a port"), ("France", "has to pay a sum")],
        ),
        ("Spain must open a port. Spain has to pay a sum. Spain will have to pay under the deal.", []),
        (
            "France was to pay a sum as part of the accord.",
            [("France", "was to pay a sum as part of the accord")],
        ),
        ("The accord commits Spain to opening a port.", [("Spain", "opening a port")]),
        ("The deal, which obliges France to pay a sum, was signed.", [("France", "to pay a sum")]),
        (
            "The accord requires Spain, it is said, to pay. The law requires Spain to pay. The deal calls for rain to ice.",
            [],
        ),
        (
            "Spain has until Friday to reply to France. Spain has until Friday.",
            [("Spain", "has until Friday to reply to France")],
        ),
        (
            '<<"We are going to publish it and are not going to wait,">> [[Anna Berg of Spain]] {{said}}.',
            [("Spain", "are going to publish it")],
        ),
        ("Spain was going to publish it.", []),
        ("The treaty of 1997 requires Spain to pay.", []),
        ("Spain is committed and will pay. There will be snow.", [("Spain", "will pay")]),
        (
            "[[Spain]] {{said}} <<it will not strike for as long as talks last, and will not pay until June>>.",
            [("Spain", "will not strike")],
        ),
        ("[[Anna Berg of Spain]] {{told}} state radio <<that Spain would leave>>.", [("Spain", "would leave")]),
        # those who are described
        ("Two hedge funds vowed to stop the payment.", [("Two hedge funds", "to stop the payment")]),
        (
            "[[Two hedge funds]] {{said}} <<they would stop the payment>>.",
            [("Two hedge funds", "would stop the payment")],
        ),
        ("[[Two sources]] {{said}} <<they would stop the payment>>.", []),
        (
            "The council gave residents an assurance that the town would not be closed.",
            [("council", "the town would not be closed")],
        ),
        (
            "[[Anna Berg of Spain]] {{said}} <<the buyer would pay>>. [[Anna Berg of Spain]] {{said}} <<the army would leave>>.",
            [("Spain", "would leave")],
        ),
        (
            "The leaders of the two communities undertook to refrain.",
            [("France", "to refrain"), ("Spain", "to refrain")],
        ),
        ("The Spanish and French governments agreed to pay.", [("Spain", "to pay"), ("France", "to pay")]),
        (
            "[[Spain and Albania]] {{agreed}} <<that a port will be opened>>.",
            [("Spain", "a port will be opened"), ("Albania", "a port will be opened")],
        ),
        ("France's Spanish soldiers promised to leave.", [("Spain", "to leave")]),
        ("[[A mediator]] {{said}} <<Spain would leave>>.", [("Spain", "would leave")]),
        ("[[The United Nations]] {{said}} <<France would pay>>.", [("France", "would pay")]),
        (
            "[[Anna Berg of Spain]] {{said}} <<Spain and Albania are to open talks on steel>>.",
            [("Spain", "are to open talks on steel"), ("Albania", "are to open talks on steel")],
        ),
        ("The accord binds the old and the new towns of the hills to pay.", []),
        ("The accord binds rain to pay. Rain has given its word that snow will fall.", []),
        ("[[France]] {{declined}} <<to say whether it would pay>>.", []),
        ("Spain will end the ban.", [("Spain", "will end the ban")]),
        ("Spain will sign the accord. It will do so in June.", [("Spain", "will sign the accord")]),
    ],
)
def test_who_is_bound_to_what(words, expected):
    assert deeds(CAST + words) == expected


def test_what_will_be_done_is_promised_by_who_says_it_as_a_promise():
    words = "[[Spain]] {{said}} <<the list will be published>>. [[Witnesses]] {{said}} <<the map will be published>>."
    acts = {"the list": Act.PROMISE, "the map": Act.PROMISE}
    assert [item[:2] for item in rows(CAST + words, acts)] == [("Spain", "the list will be published")]
    assert rows(CAST + words, dict.fromkeys(acts, Act.STATE)) == []
    assert rows(CAST + "[[An official]] {{said}} <<the list will be published>>.", acts) == []


@pytest.mark.parametrize(
    ("words", "act", "expected"),
    [
        ("the money will be paid", Act.PROMISE, "the money will be paid"),
        ("the money will be paid", Act.ANNOUNCE, "the money will be paid"),
        ("the next round will be held", Act.ANNOUNCE, None),
        ("deliveries will start soon", Act.PROMISE, "deliveries will start"),
        ("the talks will continue", Act.PROMISE, "the talks will continue"),
        ("the map will help", Act.PROMISE, None),
        ("no soldier will come nearer", Act.PROMISE, "will come nearer"),
        ("the towns will burn", Act.THREATEN, None),
        ("the map will be in your hands", Act.PROMISE, "the map will be in your hands"),
        ("our members will be asked", Act.PROMISE, "will be asked"),
        ("it will be asked", Act.PROMISE, None),
        ("the army will stay away", Act.PROMISE, "will stay away"),
        ("the army will stay away", Act.STATE, None),
        ("there will be an amnesty", Act.PROMISE, "there will be an amnesty"),
        ("there will be an amnesty", Act.STATE, None),
        ("the spies will be tried", Act.THREATEN, "the spies will be tried"),
    ],
)
def test_what_is_promised_of_a_thing(words, act, expected):
    found = find_commitments(told(f"{CAST}[[Anna Berg of Spain]] {{{{said}}}} <<{words}>>.", {words: act}))
    assert [(item.debtor.name, item.action.exact) for item in found] == ([("Spain", expected)] if expected else [])


def test_a_threat_that_nobody_will_do_something_binds_who_makes_it():
    words = "[[Anna Berg of Spain]] {{warned}} <<nobody will play on if they sign>>."
    found = find_commitments(told(CAST + words, {"nobody will play on": Act.THREATEN}))
    assert [(item.debtor.name, item.action.exact) for item in found] == [("Spain", "nobody will play on")]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("By June 2, Spain will reply.", "By June 2: None..06-02"),
        ("By June 2 Spain will reply.", "By June 2: None..06-02"),
        ("Spain on June 2 will reply.", "on June 2: 06-02..06-02"),
        ("In Geneva on June 2 and in Rome Spain will reply.", None),
        ("The June 2 list is here, Spain will reply.", None),
        ("Spain will reply by dawn on Friday.", "by dawn on Friday: None..05-20"),
        ("Spain will reply at dawn on Friday.", "at dawn on Friday: 05-20..05-20"),
        ("Spain will reply no later than 30 days after the vote.", "no later than 30 days after the vote: None..None"),
        ("Spain will reply in 90 days.", "in 90 days: None..08-18"),
        ("Spain will pay two weeks.", None),
        ("Spain will reply by then.", "by then: None..None"),
        ("Spain will reply within two hours.", "within two hours: None..None"),
        ("Spain will cut the taxes that it had raised on May 25.", None),
        ("Spain will keep it open until at least 2025.", None),
    ],
)
def test_by_when(words, due):
    (found,) = rows(CAST + words)
    assert found[4] == due


@pytest.mark.parametrize(
    ("cast", "words", "debtor"),
    [
        ("Harbor Air met the Pilots Federation.", "The pilots promised to fly.", "Pilots Federation"),
        (
            "Harbor Air met the Pilots Federation.",
            "Its crews met. Junior doctors promised to work.",
            "Pilots Federation",
        ),
        (
            "Harbor Air met the Pilots Federation and the Nurses Union.",
            "Junior doctors promised to work.",
            "Junior doctors",
        ),
        ("France's minister met them in a town of France.", "The soldiers promised to leave.", "France"),
    ],
)
def test_a_group_acts_for_the_one_side_that_has_such_people(cast, words, debtor):
    found = find_commitments(told(f"LISK, May 20, 2022 (Reuters) - {cast}\n\n{words}"))
    assert [item.debtor.name for item in found] == [debtor]


def test_what_stands_in_a_headline_alone_is_no_record_of_its_own():
    text = "Spain to close a port, France agrees to pay\n\nLISK, May 20, 2022 (Reuters) - France met Spain. France agreed to pay."
    (found,) = find_commitments(told(text))
    assert [mention.exact for mention in found.mentions] == ["to pay", "to pay"]
    assert find_commitments(told(text.replace("France agreed to pay.", ""))) == ()


def test_a_side_without_a_name_promises_in_nobodys_name():
    words = "[[Two sources]] {{said}} <<there will be an amnesty>>."
    assert rows(CAST + words, {"there will": Act.PROMISE}) == []


def test_a_pledge_that_a_draft_envisages_is_none_yet():
    words = "[[Spain]] {{proposed}} <<Albania's pledge to leave the town>>."
    assert rows(CAST + words) == []


def test_a_body_with_and_in_its_name_is_one():
    words = "The Ministry of Health and Care will pay the sum."
    assert deeds(CAST + words) == [("Ministry of Health and Care", "will pay the sum")]


def test_several_utterances_of_one_promise_are_one_commitment():
    text = """Blinken: a reply to Spain this week

LISK, May 20, 2022 (Reuters) - <<France will provide its replies to the proposals this week>>, [[Anna Berg of Spain]] {{said}}.

[1[She]1] {1{recalled}1} <1<that France on Tuesday promised that it would hand to Spain its item-by-item replies in writing this week>1>.

France also agreed to reply to the proposals in writing. France will close its ports by June 10."""
    first, second = find_commitments(told(text))
    assert row(first) == (
        "France",
        "would hand to Spain its item-by-item replies in writing",
        "Spain",
        None,
        "this week: 05-16..05-22",
        "05-17..05-17",
    )
    assert [mention.exact for mention in first.mentions] == [
        "would hand to Spain its item-by-item replies in writing",
        "to reply to the proposals in writing",
    ]
    assert first.reason == "“would hand” binds France; it is told 2 times, by Anna Berg."
    assert (first.id, second.id, first.statements) == ("c1", "c2", ("s3",))
    assert second.reason == "“will close” binds France; it is told once, in the story's own words."


def test_promises_with_different_days_are_two():
    assert len(rows(CAST + "Spain will pay the sum by Monday. Spain will pay the sum from June 1.")) == 2
    assert len(rows(CAST + "Spain will pay the sum from June 1. Spain will pay the sum by Monday.")) == 2
    assert len(rows(CAST + "Spain will pay the sum from May 23. Spain will pay the sum by Monday.")) == 1


def test_days_that_cannot_be_worked_out_are_kept_as_words():
    undated = "LISK (Reuters) - France met Spain.\n\n"
    assert rows(undated + "Spain will pay the sum on Monday.") == [
        ("Spain", "will pay the sum", "France", None, "on Monday: None..None", None)
    ]
    assert rows(undated + "Spain will pay the sum within two weeks.") == [
        ("Spain", "will pay the sum", "France", None, "within two weeks: None..None", None)
    ]
    assert rows(undated + "Spain will pay the sum for two weeks, said Monday.")[0][4] is None
    assert rows(CAST + "Spain will pay the sum last week.")[0][4] is None


def test_both_of_two_sides_are_bound_where_one_is_named_by_the_other():
    words = "[[Greece and its northern neighbour]] {{have agreed}} <<to pay if asked . – and so it is>>."
    found = find_commitments(told("LISK, May 20, 2022 (Reuters) - Greece met Albania.\n\n" + words))
    assert {item.debtor.name for item in found} == {"Greece", "Albania"}
