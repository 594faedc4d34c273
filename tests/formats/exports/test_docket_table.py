"""The table of a docket as a sheet: bands, cells with their sources, claims with who makes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from rejoinder.docket import Views
from rejoinder.docket.table import table_of
from rejoinder.formats.exports.matching.tabled import table_sheet
from rejoinder.formats.exports.matching.view import TableView, Unlinked
from rejoinder.model import Act, Decision, Disposition, Passage, Relation, Standing, TextKind
from tests.docket.dockets import Docket

DAY = date(2022, 3, 20)
FISH = "Both Parties shall keep the fish ladders at the weirs open from March to May"
TOLLS = "No tolls shall be charged on barges that pass the lower locks"


def view(docket, recorded=None, confirmed=False):
    views = Views(docket.fold(), DAY)
    table = table_of(views)
    unlinked = tuple(
        Unlinked(reply, "sha256:2", (Passage(0, 6, "Thanks"), Passage(6, 7, " "))) for reply in table.replies
    )
    return TableView("lenn", "The river Lenn", DAY, recorded, confirmed, table, views.snapshot.sources, unlinked)


def filled():
    docket = Docket()
    draft = docket.story("2022-03-01")
    headings, further = {"f": "Fish ladders"}, {"t": ["or on rafts"]}
    text = draft.in_hand(
        "Ostmark",
        ["Norland"],
        TextKind.DRAFT,
        "2022-03-01",
        (("f", FISH), ("t", TOLLS)),
        headings=headings,
        further=further,
    )
    reply = docket.story("2022-03-10")
    letter = reply.in_hand("Norland", [], TextKind.REPLY, None)
    docket.link(letter, Relation.ANSWERS, text)
    reply.answer("item:1.f", text, Disposition.COUNTERED, "From April to June.")
    story = docket.story("2022-03-12")
    for day in range(11, 17):
        story.say("Ada Lind, Norland", "the fish ladders at the weirs stay shut", f"2022-03-{day}", act=Act.REJECT)
    story.call(None, Standing.NOT_ANSWERED, "tolls charged on barges at the locks", "no word")
    story.refer("tolls on barges that pass the lower locks", "the River Board", "Norland", True)
    story.refer("tolls on barges that pass the locks", None, None)
    story.text("Norland", [], TextKind.LETTER, None, ["ten boats of the harbour police"])
    doubted = story.say("Norland", "tolls on barges at the lower locks will go", "2022-03-12", act=Act.PROMISE)
    docket.judge(doubted, Decision.UNSURE)
    return docket


def texts(sheet):
    return [[cell.text for cell in line.cells] for band in sheet.bands for line in band.lines]


def test_bands_and_cells():
    sheet = table_sheet(view(filled()))
    assert [band.title for band in sheet.bands] == [
        "No reply in hand; what is said of it: 1",
        "No reply in hand, nothing said of it: 1",
        "Countered: 1",
    ]
    tolls, police, fish = texts(sheet)
    assert fish[0].splitlines() == ["Article 1", "Fish ladders", "draft, Ostmark → Norland, 1 Mar 2022", "[item:1.f]"]
    assert fish[1].startswith(FISH)
    assert "Norland, reply:" in fish[2]
    assert "From April to June." in fish[2]
    assert "and 2 earlier" in fish[2]
    assert "Ada Lind (Norland) on 16 Mar 2022 rejects (found, not confirmed)" in fish[2]
    assert "⇄ countered: Norland, reply (found, not confirmed)" in fish[3]
    assert tolls[1].startswith(f"{TOLLS} or on rafts")
    assert "the source on 12 Mar 2022 calls it not answered" in tolls[2]
    assert "Norland on 12 Mar 2022 moves it to the River Board, its author agrees" in tolls[2]
    assert "the source on 12 Mar 2022 moves it to another forum" in tolls[2]
    assert "Norland on 12 Mar 2022 promises (unsure, says Ilse)" in tolls[2]
    assert tolls[2] != tolls[3]
    assert police[1].startswith("told as: ten boats")
    assert "No reply is in hand" in police[2]
    assert [title for title, _ in sheet.below] == ["Sentences that answer no item, in the reply, Norland: 1"]


def test_what_the_table_is_stands_above_it():
    moment = datetime(2022, 3, 20, 9, tzinfo=UTC)
    sheet = table_sheet(view(filled(), moment, confirmed=True))
    about = dict(sheet.about)
    assert about["As of"] == "20 Mar 2022"
    assert about["Record of"].startswith("2022-03-20 09:00")
    assert about["What is in it"] == "confirmed records only"
    assert about["Reply in hand"].endswith("without a title")
    assert table_sheet(view(Docket())).bands == ()


def test_a_record_without_a_source_is_cited_as_such():
    docket = filled()
    sheet = table_sheet(TableView("lenn", "Lenn", DAY, None, False, table_of(Views(docket.fold(), DAY)), {}, ()))
    assert any("entered by hand" in cell for line in texts(sheet) for cell in line)
