"""Whom the words of a source mean: stories and expected actors side by side."""

from __future__ import annotations

import pytest

from rejoinder.model import Actor, Span
from rejoinder.reading.actors import Resolved, find_cast

TALKS = """MOSCOW, January 26. /TASS/. Russia will wait, Russian Foreign Minister Sergey Lavrov told the State Duma.

US Secretary of State Antony Blinken said Washington had sent its reply. Kremlin spokesman Dmitry Peskov declined
to comment.

Maria Zakharova, the ministry's spokeswoman, said NATO was silent. The alliance met in Brussels. "We will wait," a
senior US official said, adding that the Kremlin had asked for time. A spokesman for the union, which he did not
name, agreed.

The Russian Foreign Ministry published both drafts. Sergei Ryabkov, deputy foreign minister, met Chinese counterpart
Ma Zhaoxu.
"""

HALVERN = """Ostmark and Lower Halvern resume river talks

VARN, 3 May (Reuters) - The Ostmark government rejected a plan to share the river, and Ilse Varga, the water minister
of Lower Halvern, called that a mistake. Ostmark's chief negotiator, Jan Reuter, blamed the Halvernian side.

The National Union of Harbour Workers (NUHW) said its members were waiting. The union's president, Ana Cole, who speaks
for the crews, met Northline Rail. Northline said it had an offer. The company has 900 workers.

Dockers' leader Tom Reuter disagreed with Reuter. Its prime minister, Pia Holm, spoke for Ostmark in Geneva.
"""


def place(text: str, words: str, nth: int = 1) -> Span:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def ask(text: str, words: str, *before: Actor, nth: int = 1) -> Resolved:
    return find_cast(text).resolve(place(text, words, nth), before=before)


def said(text: str, words: str, *before: Actor, nth: int = 1) -> tuple[str | None, str | None]:
    actor = ask(text, words, *before, nth=nth).actor
    return (actor.name, actor.party) if actor is not None else (None, None)


LAVROV = Actor("Sergey Lavrov", "Foreign Minister", "Russia")
BLINKEN = Actor("Antony Blinken", "Secretary of State", "United States")
OFFICIAL = Actor("senior US official", "senior official", "United States", named=False)


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("Russian Foreign Minister Sergey Lavrov", "Sergey Lavrov", "Russia"),
        ("Lavrov", "Sergey Lavrov", "Russia"),
        ("Antony Blinken", "Antony Blinken", "United States"),
        ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov", "Russia"),
        ("Maria Zakharova, the ministry's spokeswoman,", "Maria Zakharova", "Russia"),
        ("Washington", "Washington", "United States"),
        ("the Kremlin", "Kremlin", "Russia"),
        ("NATO", "NATO", "NATO"),
        ("The alliance", "NATO", "NATO"),
        ("the State Duma", "State Duma", "Russia"),
        ("The Russian Foreign Ministry", "Russian Foreign Ministry", "Russia"),
        ("the ministry", "Russian Foreign Ministry", "Russia"),
        ("a\nsenior US official", "senior US official", "United States"),
        ("Sergei Ryabkov, deputy foreign minister,", "Sergei Ryabkov", "Russia"),
    ],
)
def test_a_story_of_the_tables(words: str, name: str, party: str) -> None:
    assert said(TALKS, words) == (name, party)


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("The Ostmark government", "Ostmark government", "Ostmark"),
        ("Ilse Varga, the water minister\nof Lower Halvern,", "Ilse Varga", "Lower Halvern"),
        ("Ostmark's chief negotiator, Jan Reuter,", "Jan Reuter", "Ostmark"),
        ("the Halvernian side", "Halvernian side", "Lower Halvern"),
        ("NUHW", "National Union of Harbour Workers", "National Union of Harbour Workers"),
        ("The union's president, Ana Cole,", "Ana Cole", "National Union of Harbour Workers"),
        ("Northline said", "Northline Rail", "Northline Rail"),
        ("The company", "Northline Rail", "Northline Rail"),
        ("Ostmark", "Ostmark", "Ostmark"),
    ],
)
def test_an_invented_story(words: str, name: str, party: str) -> None:
    assert said(HALVERN, words) == (name, party)


@pytest.mark.parametrize(
    ("text", "words", "name", "party"),
    [
        ("Wang Yi of China spoke. He left.", "Wang Yi", "Wang Yi", "China"),
        ("China's Liu Bo and France's Luc Roy met.", "France's Luc Roy", "Luc Roy", "France"),
        ("UPDATE 2-UK tells EU to wait", "UK", "UK", "United Kingdom"),
        ("Britain refused the Sudanese proposal.", "Sudanese", "Sudan", "Sudan"),
        ("The Russians have offered more.", "The Russians", "Russia", "Russia"),
        ("A ban, Paris and The Hague said.", "Paris and The Hague", "Paris and The Hague", None),
        ("A ban, Paris, Rome and the Kremlin said.", "Paris, Rome and the Kremlin", "Paris, Rome and Kremlin", None),
        ("A ban, Moscow and the Kremlin said.", "Moscow and the Kremlin", "Moscow and Kremlin", "Russia"),
        (
            "Ford and the transport ministry agreed.",
            "Ford and the transport ministry",
            "Ford and transport ministry",
            None,
        ),
        ("Both sides agreed.", "Both sides", "Both sides", None),
        ("Both ministries agreed.", "Both ministries", "Both ministries", None),
        ("Sources close to the talks agreed.", "Sources close to the talks", "Sources close to the talks", None),
        (
            "A person familiar with the talks in Bonn, who left, said so.",
            "A person familiar with the talks in Bonn, who left",
            "person familiar with the talks in Bonn",
            None,
        ),
        ("One of Russia's envoys said so.", "One of Russia's envoys", "One of Russia's envoys", "Russia"),
        ("The DUP met. One of its MPs said so.", "One of its MPs", "One of its MPs", "Democratic Unionist Party"),
        (
            "Some in the French parliament said so.",
            "Some in the French parliament",
            "Some in the French parliament",
            "France",
        ),
        (
            "Tavoria bondholders said so. Tavoria's debt grew.",
            "Tavoria bondholders",
            "Tavoria bondholders",
            "Tavoria bondholders",
        ),
        ("Those present agreed.", "Those present", "Those present", None),
        ("Ottawa (Reuters) - The Finance Ministry said no.", "The Finance Ministry", "Finance Ministry", "Canada"),
        (
            "The ministry of trade of Norway said no.",
            "The ministry of trade of Norway",
            "ministry of trade of Norway",
            "Norway",
        ),
        (
            "An adviser to Lavrov said no. Lavrov, Russia's minister, left.",
            "An adviser to Lavrov",
            "adviser to Lavrov",
            "Russia",
        ),
        ("The pilots' union VdP said no.", "The pilots' union VdP", "VdP", "VdP"),
        ("The pilots' union, VdP, said no.", "The pilots' union", "VdP", "VdP"),
        (
            "The creditor committee said no. The committee left.",
            "The committee",
            "creditor committee",
            "creditor committee",
        ),
        ("The union said no.", "The union", "union", None),
        # letters that only stand before the post of a leader are the name of the union
        ("Bluejet wrote to its cabin union. ABC president Ana Cole said no.", "its cabin union", "ABC", "ABC"),
        ("Bluejet wrote to its cabin union. ABC said no.", "its cabin union", "its cabin union", "Bluejet"),
        ("Their union said no. It left.", "Their union", "Their union", None),
        ("A colleague said the Act was dead.", "the Act", "Act", None),
        (
            "ORVANE WINS BIG CASE AGAINST STATE\n\nOrvane Therapeutics said so. Orvane has won.",
            "ORVANE",
            "Orvane Therapeutics",
            "Orvane Therapeutics",
        ),
        ("Doctors agreed.", "Doctors", "Doctors", "Doctors"),
        ("President Bo Lind of Norway left. President Lind said so.", "President Lind", "Bo Lind", "Norway"),
        ("Georgia Meloni, the Italian premier, left.", "Georgia Meloni", "Georgia Meloni", "Italy"),
        ("Mr. Boll, a Norwegian envoy, left. Boll said no.", "Boll said", "Boll", "Norway"),
        ("Russia's foreign minister, Lavrov, said so. Lavrov herself left.", "Lavrov herself", "Lavrov", "Russia"),
        ("Ana Cole, who leads the Teachers Federation, left.", "Ana Cole", "Ana Cole", "Teachers Federation"),
        ("The Port Agency met. Ana Cole, who runs the agency, left.", "Ana Cole", "Ana Cole", "Port Agency"),
        ("Ana Cole, who left early, said no.", "Ana Cole", "Ana Cole", None),
        (
            "BEIJING - The Ministry of Commerce (MOC) met. MOC spokesman Gao Feng left.",
            "MOC spokesman",
            "Gao Feng",
            "China",
        ),
        (
            "PORT SELWYN, Maruna, April 19 (UPI) - The finance ministry said no.",
            "The finance ministry",
            "finance ministry",
            "Maruna",
        ),
        ("Brexit minister Ann Foss left.", "Ann Foss", "Ann Foss", "United Kingdom"),
        ("MOSCOW - Economist Ana Cole left.", "Ana Cole", "Ana Cole", None),
        ("MOSCOW - Minister Ana Cole left.", "Ana Cole", "Ana Cole", "Russia"),
        ("MOSCOW (AP) - Foreign ministry spokesman Al Dahl left.", "Al Dahl", "Al Dahl", "Russia"),
        ("Director Ana Cole left.", "Ana Cole", "Ana Cole", None),
        ("Vladimir Putin left.", "Vladimir Putin", "Vladimir Putin", "Russia"),
        ("John F. Kennedy left.", "Kennedy", "John F. Kennedy", None),
        ("Ursula von der Leyen left.", "von der Leyen", "Ursula von der Leyen", "European Union"),
        ("The Port Authority of the north left.", "The Port Authority", "Port Authority", "Port Authority"),
        (
            "The Porters' and Cleaners' Association left.",
            "The Porters' and Cleaners' Association",
            "Porters' and Cleaners' Association",
            "Porters' and Cleaners' Association",
        ),
        ("The Ostmark Border Police said no.", "The Ostmark Border Police", "Ostmark Border Police", "Ostmark"),
        ("Central Bank Holdings said no.", "Central Bank Holdings", "Central Bank Holdings", "Central Bank Holdings"),
        ("Orvane Kilmore said no. Later Orvane left.", "Orvane left", "Orvane Kilmore", "Orvane Kilmore"),
        ("Joe Lee Biden, a Norwegian envoy, met Joe Biden.", "Joe Biden", "Joe Lee Biden", "Norway"),
        ("Ford and others left.", "Ford and others", "Ford and others", None),
        ("Envoy Gen. Boll left, Russian Gen. Lind said.", "Gen. Lind", "Lind", "Russia"),
        ("Ships in the Black Sea left.", "the Black Sea", "Black Sea", None),
        ("A Green leader of the Greens left.", "Green", "Greens", "Greens"),
        ("We met Orvane's chief executive in Bonn. Orvane left.", "Orvane", "Orvane", "Orvane"),
        ("We met Ostmark in private with ministers.", "Ostmark", "Ostmark", "Ostmark"),
        ("Norway met. Its ministry's envoy left.", "Its ministry's envoy", "Its ministry's envoy", "Norway"),
        ("The Ministry of Magic and Love left.", "The Ministry of Magic and Love", "Ministry of Magic and Love", None),
        ("A source in the union left.", "A source in the union", "source in the union", None),
        (
            "MOSCOW (AP) - The Russian Foreign Ministry met. The Foreign Ministry left.",
            "The Foreign Ministry",
            "Russian Foreign Ministry",
            "Russia",
        ),
        ("China's Commerce Ministry left.", "China's Commerce Ministry", "Commerce Ministry", "China"),
        (
            "MOSCOW (AP) - Sources in the government left.",
            "Sources in the government",
            "Sources in the government",
            "Russia",
        ),
        ("Norway met. A spokesman left.", "A spokesman", "spokesman", "Norway"),
        ("The union (ABC) met and he (ABD) left with his ministry or so (ABE).", "ABD", "ABD", "ABD"),
        ("The ministry of Trada left.", "The ministry of Trada", "ministry of Trada", "Trada"),
        ("The Port Authority of Norway left.", "The Port Authority of Norway", "Port Authority of Norway", "Norway"),
        ("The National Union of Norway left.", "The National Union", "National Union", "National Union"),
        # a portfolio is no name, a minister of an unknown state stands for no company
        ("The Minister of Fisheries, Ada Holm, met Northline Rail.", "Ada Holm", "Ada Holm", None),
        ("Northline Rail waits. Labor Minister Ada Holm waited too.", "Ada Holm", "Ada Holm", None),
        ("Osmeria's army met Osmerian Water Minister Serdar Yildar.", "Yildar", "Serdar Yildar", "Osmeria"),
        # a state beside a body that has its name
        (
            "The Vesmark Boatowners' Association met. Vesmark's minister spoke to the Vesmark Boatowners' Association.",
            "Vesmark's minister",
            "Vesmark's minister",
            "Vesmark",
        ),
        (
            "The Tarvian Water Agency met Tarvia's army. A Tarvian envoy spoke.",
            "Tarvian envoy",
            "Tarvian envoy",
            "Tarvia",
        ),
        # an adjective that only opens sentences; a port that bears the name of its state
        ("Officials of Sorvia met. Sorvian Minister Anton Kirev spoke.", "Kirev", "Anton Kirev", "Sorvia"),
        (
            "In Port Sudria rain fell. The Sudrian minister spoke of Sudria.",
            "Sudrian minister",
            "Sudrian minister",
            "Sudria",
        ),
        # among whom somebody is named
        ("Ernesto Quijano, one of the Spanish negotiators, spoke.", "Quijano", "Ernesto Quijano", "Spain"),
        ("Luis Carrasco, of the Cuban delegation, spoke.", "Carrasco", "Luis Carrasco", "Cuba"),
        # a country in an adjective of two words, in the name of a union; names with "and" and possessives
        ("British Medical Association leader Ada Holm spoke.", "Ada Holm", "Ada Holm", "British Medical Association"),
        ("The Saudi-led coalition spoke.", "The Saudi-led coalition", "Saudi-led coalition", "Saudi-led coalition"),
        (
            "The Dock and Rail Workers' Union left.",
            "The Dock and Rail Workers' Union",
            "Dock and Rail Workers' Union",
            "Dock and Rail Workers' Union",
        ),
        (
            "The Farmers' and Greens' List left.",
            "The Farmers' and Greens' List",
            "Farmers' and Greens' List",
            "Farmers' and Greens' List",
        ),
        ("Ada Holm of Lisk Women's University spoke.", "Ada Holm", "Ada Holm", "Lisk Women's University"),
        (
            "The Dock Workers' Union met. Dock union rejects it.",
            "Dock union",
            "Dock Workers' Union",
            "Dock Workers' Union",
        ),
        # the halves of a country
        ("North Jorin agreed. The South said no.", "The South", "South Jorin", "South Jorin"),
        ("North Korean envoys left. The North said no.", "The North", "North Korea", "North Korea"),
        ("South African envoys left, in the South it rained, South winds grew.", "South winds", "South winds", None),
        (
            "North Korean envoys left. They went North on foot.",
            "North Korean envoys",
            "North Korean envoys",
            "North Korea",
        ),
        ("South Sudan agreed. The North left.", "South Sudan", "South Sudan", "South Sudan"),
        ("Norway joined what was the Union", "Norway", "Norway", "Norway"),
        ("Rain fell on Lisk, yes. It was wet. It grew. Its minister left.", "Its minister", "Its minister", None),
        ("The committee of Lisk left.", "The committee of Lisk", "committee of Lisk", "committee of Lisk"),
        ("Norwegian envoy Omar al-Bashir left.", "al-Bashir", "Omar al-Bashir", "Norway"),
        # an adjective of which the country stands nowhere; a public body; a branch with a number
        ("The Dorvani government left.", "The Dorvani government", "Dorvani government", "Dorvan"),
        ("The Tarvian side met the Lurbek side.", "The Tarvian side", "Tarvian side", "Tarvia"),
        ("The Lurbek side left.", "The Lurbek side", "Lurbek side", "Lurbek"),
        ("The Russian Energy Agency left.", "The Russian Energy Agency", "Russian Energy Agency", "Russia"),
        ("The Tarvian Water Agency met Tarvia's army.", "Tarvian Water Agency", "Tarvian Water Agency", "Tarvia"),
        ("The Lisk Water Agency left.", "The Lisk Water Agency", "Lisk Water Agency", "Lisk Water Agency"),
        ("The Norway Water Agency left.", "The Norway Water Agency", "Norway Water Agency", "Norway"),
        ("Local 1187 President Ada Holm spoke.", "Ada Holm", "Ada Holm", "Local 1187"),
        ("Local 1187 left.", "Local 1187", "Local 1187", "Local 1187"),
        # offices of those who govern; whom "the official" was before; among whom somebody is
        ("Norway waited. The president's office left.", "The president's office", "president's office", "Norway"),
        ("Norway waited. A Houthi official spoke. The official, Ada Holm, left.", "Ada Holm", "Ada Holm", "Houthis"),
        ("An official spoke. The official, Ada Holm, left.", "Ada Holm", "Ada Holm", None),
        ("The Dockers' Union met. Ada Holm, one of its delegates, spoke.", "Ada Holm", "Ada Holm", "Dockers' Union"),
        # states by name behind their government; offices of one country
        (
            "The Government of Vesmark met. The Director of Fisheries, Ada Holm, spoke.",
            "Ada Holm",
            "Ada Holm",
            "Vesmark",
        ),
        ("Rear Adm. John Vance, who commands the US site, spoke.", "John Vance", "John Vance", "United States"),
        ("The United States met. Sen. Walt Dreyer spoke.", "Walt Dreyer", "Walt Dreyer", "United States"),
        ("The health secretary left. The Treasury said no.", "The Treasury", "Treasury", "United Kingdom"),
        ("Norway waited. In Beijing, the foreign ministry left.", "the foreign ministry", "foreign ministry", "China"),
        ("Norway waited. In Lisk, the foreign ministry left.", "the foreign ministry", "foreign ministry", "Norway"),
        (
            "MOSCOW — Russia waited.\n\nThe US ambassador was summoned to the foreign ministry.",
            "the foreign ministry",
            "foreign ministry",
            "Russia",
        ),
        (
            "Norway waited. The foreign ministers of both countries left.",
            "The foreign ministers of both countries",
            "foreign ministers of both countries",
            None,
        ),
        # those who work for a company are of their union's side
        (
            "The Dockers' Union met Northline Rail. Northline Rail crews left.",
            "Northline Rail crews",
            "Northline Rail crews",
            "Dockers' Union",
        ),
        ("Northline Rail met. Northline Rail crews left.", "Northline Rail crews", "Northline Rail crews", None),
        ("Norway met. Norwegian crews left.", "Norwegian crews", "Norwegian crews", "Norway"),
        # a post of the sentence before, of "his" chief, of a paper's own union, of rebels, of a company
        ("The leader of Lisk Council left.\n\nAda Holm told us no.", "Ada Holm", "Ada Holm", "Lisk Council"),
        ("The leader of Lisk Council, Bo Lind, left.\n\nAda Holm told us no.", "Ada Holm", "Ada Holm", None),
        ("A Chinese minister agreed, his spokesman, Bo Lind, said.", "Bo Lind", "Bo Lind", "China"),
        ("The Dockers' Union met. Our general secretary, Ada Holm, spoke.", "Ada Holm", "Ada Holm", "Dockers' Union"),
        ("Our general secretary, Ada Holm, spoke.", "Ada Holm", "Ada Holm", None),
        ("Insurgents met Renamo. The rebel spokesman Ada Holm spoke.", "Ada Holm", "Ada Holm", "Renamo"),
        ("The rebel spokesman Ada Holm spoke.", "Ada Holm", "Ada Holm", None),
        (
            "Northline Rail left. The Dockers' Guild left. Chief Executive Ada Holm spoke.",
            "Ada Holm",
            "Ada Holm",
            "Northline Rail",
        ),
        (
            "It was according to LinkTram, the builder. Its managing director, Ada Holm, spoke.",
            "Ada Holm",
            "Ada Holm",
            "LinkTram",
        ),
        # whom somebody belongs to by the words around
        ("Mira Tov of the pressure group Tide Watch spoke.", "Mira Tov", "Mira Tov", "Tide Watch"),
        (
            "The head of the Russian delegation at the bilateral talks, Ada Holm, spoke.",
            "Ada Holm",
            "Ada Holm",
            "Russia",
        ),
        (
            "The Taliban left. Ada Holm, a member of the insurgents' delegation, spoke.",
            "Ada Holm",
            "Ada Holm",
            "Taliban",
        ),
        ("Ada Holm, a member of the insurgents' delegation, spoke.", "Ada Holm", "Ada Holm", "insurgents"),
        (
            "The bondholders' committee left.",
            "The bondholders' committee",
            "bondholders' committee",
            "bondholders' committee",
        ),
        ("A fans' association left.", "A fans' association", "fans' association", None),
        # a portfolio that is also a noun for companies; a union's officers; states that host others' talks
        ("British Haldane Group met. Business Minister Bo Lind left.", "Bo Lind", "Bo Lind", "United Kingdom"),
        ("The Pilots Union met Harbor Air. Regional officer Bo Lind left.", "Bo Lind", "Bo Lind", "Pilots Union"),
        (
            "OSLO, May 2 - Sri Lanka rejected it. Sri Lanka's army left. Government negotiator Bo Lind left.",
            "Bo Lind",
            "Bo Lind",
            "Sri Lanka",
        ),
        # seats stand for whom the story names instead; a word that often acts at the head of sentences is a name
        ("The Soviet Union left. Moscow said no.", "Moscow", "Moscow", "Soviet Union"),
        ("Greek Cypriots met them. Nicosia said no.", "Nicosia", "Nicosia", "Greek Cypriots"),
        ("Zambara on Tuesday left. Zambara threatens rain.", "Zambara", "Zambara", "Zambara"),
        ("It rained. Zambara said so. Then: Zambara", "Zambara", "Zambara", "Zambara"),
        # a minister is of the state that acts most, never of the European Union
        (
            "Greece left. Greece said so. Germany met Brussels.\n\nDeputy minister Bo Lind left.",
            "Bo Lind",
            "Bo Lind",
            "Greece",
        ),
    ],
)
def test_single_rules(text: str, words: str, name: str, party: str | None) -> None:
    assert said(text, words) == (name, party)


@pytest.mark.parametrize(
    ("text", "words", "name", "party"),
    [
        # bodies by their names
        (
            "The Rapid Support Forces (RSF) left.",
            "The Rapid Support Forces",
            "Rapid Support Forces",
            "Rapid Support Forces",
        ),
        ("The Arakan Army (AA) left.", "The Arakan Army", "Arakan Army", "Arakan Army"),
        ("It asked the General Command to wait.", "the General Command", "General Command", "General Command"),
        ("A note by Holt & Byrne was read.", "Holt & Byrne", "Holt & Byrne", "Holt & Byrne"),
        (
            "The China Securities Regulatory Commission left.",
            "The China Securities Regulatory Commission",
            "China Securities Regulatory Commission",
            "China",
        ),
        (
            "The Boundary Commission met. The Commission asked for maps.",
            "The Commission",
            "Boundary Commission",
            "Boundary Commission",
        ),
        (
            "The Government of National Accord (GNA) left. The GNA said so.",
            "The GNA",
            "Government of National Accord",
            "Government of National Accord",
        ),
        (
            "The guerrillas of the Eastern Front (FLO) left. FLO said so.",
            "FLO",
            "Eastern Front",
            "Eastern Front",
        ),
        (
            "The board of the Coastal Fund wound up its work.",
            "The board of the Coastal Fund",
            "board of the Coastal Fund",
            "Coastal Fund",
        ),
        ("The board of the Coastal Fund met. The secretariat left.", "The secretariat", "secretariat", "Coastal Fund"),
        ("The unions' committee left.", "The unions' committee", "unions' committee", "unions' committee"),
        ("The ministry will (ABC) wait. ABC said so.", "ABC", "ABC", "ABC"),
        ("Lost (ABC) again. ABC said so.", "ABC", "ABC", "ABC"),
        # posts and the names behind them
        ("High Commissioner for Peace Bo Lind left.", "High Commissioner for Peace Bo Lind", "Bo Lind", None),
        ("Peru left. Peru's army left. Commissioner Bo Lind met Orvane Group.", "Bo Lind", "Bo Lind", "Peru"),
        ("The head of the Dutch delegation, General Bo Lind, left.", "Bo Lind", "Bo Lind", "Netherlands"),
        ("The UN left. Ann Cole, the Deputy Special Representative, left.", "Ann Cole", "Ann Cole", "United Nations"),
        (
            "The African Union met. Former Nigerian President Bo Lind, the lead mediator, left.",
            "Bo Lind",
            "Bo Lind",
            "African Union",
        ),
        ("For the European Union, Bo Lind said so.", "Bo Lind", "Bo Lind", "European Union"),
        ("Then, Bo Lind said so.", "Bo Lind", "Bo Lind", None),
        ("In Sweden, Bo Lind said so.", "Bo Lind", "Bo Lind", None),
        ("The board of the Coastal Fund met. Co-chair Bo Lind, a Dane, left.", "Bo Lind", "Bo Lind", "Coastal Fund"),
        ("The Coastal Fund met. Co-chair Bo Lind left.", "Bo Lind", "Bo Lind", "Coastal Fund"),
        (
            "Minister of Foreign Affairs of Djibouti Abdi Robleh left.",
            "Minister of Foreign Affairs of Djibouti Abdi Robleh",
            "Abdi Robleh",
            "Djibouti",
        ),
        ("The head of the Atomic Energy Organization of Iran, Bo Lind, left.", "Bo Lind", "Bo Lind", "Iran"),
        (
            "The Scottish Teachers' Association left.",
            "The Scottish Teachers' Association",
            "Scottish Teachers' Association",
            "Scottish Teachers' Association",
        ),
        # whose
        (
            "The creditors' committee, whose secretary, Bo Lind, met them, left.",
            "Bo Lind",
            "Bo Lind",
            "creditors' committee",
        ),
        ("Sweden, whose envoy, Bo Lind, met them, left.", "Bo Lind", "Bo Lind", "Sweden"),
        ("They left it to one whose envoy, Bo Lind, met them.", "Bo Lind", "Bo Lind", None),
        # the scene of a paragraph, hosts, those across
        (
            "ANKARA, May 2 - Turkey met Ukraine.\n\nUkraine waited. Finance Minister Bo Lind said so.",
            "Bo Lind",
            "Bo Lind",
            "Ukraine",
        ),
        (
            "MUSCAT, May 2 - Iran met Peru. Peru left. Iran said no. An Omani mediator left.\n\nThe foreign ministry left.",
            "The foreign ministry",
            "foreign ministry",
            "Iran",
        ),
        (
            "Peru met the Red Front. Red Front negotiator Bo Lind left. Peru said no. His counterpart, Ann Cole, stayed.",
            "Ann Cole",
            "Ann Cole",
            "Peru",
        ),
        ("His counterpart, Ann Cole, stayed.", "Ann Cole", "Ann Cole", None),
        (
            "The American mediator met them.\n\nLebanon left. Lebanon waited. The envoy, Bo Lind, left.",
            "Bo Lind",
            "Bo Lind",
            "United States",
        ),
        # nobody's: those who only work somewhere; somebody's: aides
        ("The Pilots Union met. Bo Lind, a stunt coordinator, left.", "Bo Lind", "Bo Lind", None),
        ("Peru waited. A presidential aide left.", "A presidential aide", "presidential aide", "Peru"),
        # mastheads
        ("THE CAPITAL LEDGER\n\nMinisters left. Sweden said so.", "Ministers", "Ministers", "Sweden"),
        ("REPUBLIC OF MARUNA\n\nThe Government accepts.", "The Government", "Government", "MARUNA"),
        # the state that acts most; no plural, no firm of two words
        (
            "Sweden left. British Treasury officials left. Whitehall waited. Ministers left.",
            "Ministers",
            "Ministers",
            "United Kingdom",
        ),
        # several persons with their posts; an apposition is no second body
        (
            "Thai Minister Bo Lind and Premier Ann Cole agreed.",
            "Thai Minister Bo Lind and Premier Ann Cole",
            "Bo Lind and Ann Cole",
            "Thailand",
        ),
        (
            "Cheong Wa Dae, the South Korean office",
            "Cheong Wa Dae, the South Korean office",
            "Cheong Wa Dae",
            "South Korea",
        ),
    ],
)
def test_rules_of_sides(text: str, words: str, name: str, party: str | None) -> None:
    assert said(text, words) == (name, party)


def test_an_under_secretary_of_state_is_not_the_secretary() -> None:
    actor = ask("Norway met. Under Secretary of State Ada Holm spoke.", "Ada Holm").actor
    assert actor is not None
    assert (actor.post, actor.party) == ("Under Secretary of State", "Norway")


@pytest.mark.parametrize(
    ("text", "words", "before", "name"),
    [
        ("Bo Lind met the press. He said so.", "He", (LAVROV, OFFICIAL), "Bo Lind"),
        (TALKS, "Washington had", (), "Washington"),
        ("Lavrov met Maria Zakharova. She left.", "She", (LAVROV,), "Maria Zakharova"),
        ("Blinken spoke. He added a word.", "He", (LAVROV, BLINKEN), "Antony Blinken"),
        ("Russia spoke. It left.", "It", (), "Russia"),
        ("China is slow, Russia said. It left.", "It", (Actor("Russia", None, "Russia"),), "Russia"),
        ("Russia spoke.\n\nWords fell. China is slow. It left.", "It", (Actor("Russia", None, "Russia"),), "China"),
        ("Officials spoke. They left.", "They", (Actor("officials", None, "Russia", named=False),), "officials"),
        ("In talks with Russia it rained. It said so.", "It said", (Actor("Russia", None, "Russia"),), "Russia"),
        ("Nobody spoke. It left.", "It", (Actor("Russia", None, "Russia"),), "Russia"),
        ("A Norwegian official spoke. The official left.", "The official", (), "Norwegian official"),
        ("The prime minister left.", "The prime minister", (Actor("Bo Lind", "prime minister", "Norway"),), "Bo Lind"),
        ("Rain fell on France. It was wet. Later its ships left.", "its", (Actor("France", None, "France"),), "France"),
        ("Bo Lind said so. The prime minister left.", "The prime minister", (Actor("Bo Lind"),), "Bo Lind"),
        (TALKS + "Russia's top diplomat left.", "Russia's top diplomat", (), "Sergey Lavrov"),
        (TALKS + "The American said no.", "The American", (LAVROV, BLINKEN), "Antony Blinken"),
        (TALKS + "The American plan.", "The American", (), "US"),
        (TALKS + "Another official said no.", "Another official", (OFFICIAL,), "Another official"),
        (TALKS + "His counterpart said no.", "His counterpart", (BLINKEN, LAVROV), "Antony Blinken"),
        (TALKS + "His US counterpart said no.", "His US counterpart", (LAVROV,), "Antony Blinken"),
        (TALKS + "Lavrov's counterpart said no.", "Lavrov's counterpart", (), "Antony Blinken"),
        (TALKS + "The counterpart said no.", "The counterpart", (BLINKEN, LAVROV), "Antony Blinken"),
        ("His counterpart said no.", "His counterpart", (), "His counterpart"),
        (
            "The source left.",
            "The source",
            (Actor("source in the French ministry", named=False),),
            "source in the French ministry",
        ),
        (
            "The French minister left.",
            "The French minister",
            (Actor("Bo Lind", "minister", "Norway"),),
            "French minister",
        ),
        ("The water minister left.", "The water minister", (Actor("Bo Lind", "finance minister"),), "water minister"),
        ("The prime minister left.", "The prime minister", (), "prime minister"),
        (
            "The foreign minister left.",
            "The foreign minister",
            (Actor("Bo Lind", "deputy foreign minister"),),
            "foreign minister",
        ),
        ("His counterpart said no.", "His counterpart", (LAVROV,), "His counterpart"),
    ],
)
def test_pronouns_and_roles(text: str, words: str, before: tuple[Actor, ...], name: str) -> None:
    assert said(text, words, *before)[0] == name


def test_another_official_is_of_the_party_of_the_one_before() -> None:
    text = "Another official said no."
    assert said(text, "Another official", OFFICIAL) == ("Another official", "United States")
    assert said(text, "Another official") == ("Another official", None)


@pytest.mark.parametrize(
    ("text", "words", "before", "candidates"),
    [
        (HALVERN, "Reuter.", (), ("Jan Reuter", "Tom Reuter")),
        ("He left.", "He", (), ("nobody",)),
        ("It left.", "It", (), ("nobody",)),
        ("We left.", "We", (), ("nobody",)),
        ("They met in talks with Russia. It left.", "It", (), ("nobody",)),
        ("Minister Bo Lind met Minister Jo Rask. The minister left.", "The minister", (), ("Bo Lind", "Jo Rask")),
        ("The minister left. Minister Bo Lind met Minister Jo Rask.", "The minister", (), ("Bo Lind", "Jo Rask")),
        (
            "Norwegian minister Bo Lind, Danish minister Jo Rask, Swedish minister Al Dahl met. His counterpart left.",
            "His counterpart",
            (Actor("Bo Lind", "minister", "Norway"),),
            ("Al Dahl", "Jo Rask"),
        ),
    ],
)
def test_what_is_ambiguous_stays_unresolved(
    text: str, words: str, before: tuple[Actor, ...], candidates: tuple[str, ...]
) -> None:
    answer = ask(text, words, *before)
    assert answer.actor is None
    assert answer.problem is not None
    assert answer.problem.code == "ambiguous-speaker"
    assert all(candidate in answer.problem.message for candidate in candidates)


def test_words_of_a_quotation_mean_its_speaker_or_somebody_else() -> None:
    text = '"We gave you time, and he knows it," Lavrov said of Bo Lind.'
    cast = find_cast(text)
    assert cast.resolve(place(text, "We"), speaker=LAVROV).actor == LAVROV
    assert cast.resolve(place(text, "you"), speaker=LAVROV).actor is None
    assert cast.resolve(place(text, "he"), before=(BLINKEN, LAVROV), speaker=LAVROV).actor == BLINKEN


def test_words_that_name_nobody() -> None:
    cast = find_cast("... 14 said.")
    assert cast.resolve(Span(0, 3)) == Resolved(None, None, "no words")
    answer = cast.resolve(Span(4, 6))
    assert answer.actor is None
    assert answer.problem is not None
    assert answer.problem.code == "no-speaker"


def test_the_cast_lists_who_is_named() -> None:
    cast = find_cast(TALKS)
    assert {"Sergey Lavrov", "Antony Blinken", "NATO", "State Duma"} <= {
        actor.name for actor in cast.parties_in(Span(0, len(TALKS)))
    }
    assert [actor.name for actor in cast.parties_in(place(TALKS, "told the State Duma"))] == ["State Duma"]
    assert [actor.party for actor in cast.parties_in(place(TALKS, "The alliance met"))] == ["NATO"]
    assert [actor.name for actor in find_cast("NATO and the ministry").parties_in(Span(0, 21))] == ["NATO"]
    shared = find_cast("Reuter met Jan Reuter and Tom Reuter, who left.")
    assert shared.parties_in(Span(0, 6)) == ()
    assert [actor.name for actor in shared.parties_in(Span(0, 47))] == ["Jan Reuter", "Tom Reuter"]


def test_the_cast_lists_mentions_with_their_places() -> None:
    text = "NATO and the ministry of Norway met Reuter. Jan Reuter and Tom Reuter left."
    mentions = find_cast(text).mentions_in(Span(0, 43))
    assert [(text[slice(*span)], actor.party) for span, actor in mentions] == [
        ("NATO", "NATO"),
        ("ministry", "Norway"),
        ("Norway", "Norway"),
    ]


def test_many_names_of_one_stem_are_kept_apart() -> None:
    text = " ".join(f"In Halv{letter} it rained." for letter in "abcdefghijklmnopqrstuvwxyz")
    assert said(text, "Halvz") == ("Halvz", "Halvz")
