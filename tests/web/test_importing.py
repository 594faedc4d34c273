"""Import: what is dropped, pasted or named is read in, by a thread of its own; what cannot be read is said."""

from __future__ import annotations

import gzip
import threading
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from rejoinder.desk.gathering import Gathered
from rejoinder.desk.memory import Memory
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.model import AskedError, StoreError
from rejoinder.web import jobs
from rejoinder.web.serving import settle
from rejoinder.web.settings import Serving
from tests.desk.desks import DOCKET, add, new_desk
from tests.desk.desks import read as read_stories
from tests.desk.test_gathering import record as warc_record
from tests.desk.texts import ANSWER, LATER, LENN
from tests.halvern import TEXT, TITLE
from tests.web.pages import HOME, links, read, text_of

IMPORT = f"{HOME}import"


def send(client, *files, **fields):
    """What the form sends; the page to which it leads."""
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return read(client.get(client.post(IMPORT, {"files": uploads, **fields})["Location"]))


def test_files_are_read_in_and_lead_to_their_stories(desk, client):
    page = send(client, ("halvern.txt", TEXT.encode()), ("empty.txt", b" "))
    told = text_of(page)
    assert "Done." in told
    assert TITLE in told
    assert "6 × statement, 3 × promise" in told
    assert "not read empty.txt" in told
    source = next(iter(snapshot_as_of(desk, DOCKET).sources))
    assert f"{HOME}story/{source}" in links(page)
    assert "held already halvern.txt" in text_of(send(client, ("halvern.txt", TEXT.encode())))


def test_a_name_with_a_path_loses_it(desk, client):
    send(client, ("../../etc/halvern.txt", TEXT.encode()))
    assert [kept.name for kept in snapshot_as_of(desk, DOCKET).sources.values()] == ["halvern.txt"]


def test_a_pasted_text_is_read_in_with_its_day(desk, client):
    send(client, text="Reuter: we wait.\r\nNo more.", name="Note of the desk", published="2022-05-03")
    (kept,) = snapshot_as_of(desk, DOCKET).sources.values()
    assert kept.name == "Note of the desk"
    assert kept.published.isoformat() == "2022-05-03"
    send(client, text="Reuter: again.")
    assert any(kept.name.startswith("pasted 2022-05-21") for kept in snapshot_as_of(desk, DOCKET).sources.values())


def test_an_archive_gives_its_pages(desk, client):
    pages = [f"http://wire.example/{number}" for number in range(2)]
    packed = b"".join(
        gzip.compress(warc_record(page, "200 OK", "text/plain", b"Reuter: " + page.encode())) for page in pages
    )
    page = send(client, ("pages.warc.gz", packed))
    assert len(page.xpath("//li[contains(., 'added')]")) == 2
    assert "no whole web archive" in text_of(send(client, ("broken.warc", b"nothing")))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "There is nothing to read in."),
        ({"addresses": "/etc/passwd"}, "is no address on the web"),
        ({"text": "A: b", "published": "soon"}, "is no day"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_kept(desk, client, fields, said):
    assert said in text_of(read(client.post(IMPORT, fields), 400))
    assert not snapshot_as_of(desk, DOCKET).sources


def test_addresses_are_asked_through_the_network_alone(desk, client, monkeypatch):
    asked = []

    def gather(addresses):
        asked.extend(addresses)
        return [Gathered(address, b"Reuter: from afar") for address in addresses]

    monkeypatch.setattr("rejoinder.web.pages.importing.gather", gather)
    page = send(client, addresses="https://example.org/a https://example.org/b")
    assert asked == ["https://example.org/a", "https://example.org/b"]
    assert "Reuter: from afar" in text_of(page)


@pytest.fixture
def slow(monkeypatch):
    """A desk whose reader waits until it is let go."""
    go = threading.Event()

    def read_slowly(documents, published, today):
        assert go.wait(20)
        return read_stories(documents, published, today)

    opened = replace(new_desk(), memory=Memory(), reader=read_slowly)
    settle(lambda: opened, Serving(""))
    monkeypatch.setattr("rejoinder.web.pages.importing.SOON", 0)
    yield go
    go.set()


def test_long_work_shows_how_far_it_has_come(client, slow):
    page = send(client, ("halvern.txt", TEXT.encode()))
    assert "0 of 1 read" in text_of(page)
    assert page.xpath("//noscript/meta[@http-equiv='refresh']")
    (address,) = page.xpath("//*[@id='progress']/@hx-get")
    job = jobs.JOBS.find(DOCKET, address.rpartition("/")[2])
    slow.set()
    assert job.wait(20)
    part = read(client.get(address, headers={"HX-Request": "true"}))
    assert part.get("id") == "progress"
    assert part.get("hx-get") is None
    assert TITLE in text_of(part, "/*")
    assert client.get(f"/d/other/import/{job.id}").status_code == 404


def test_what_stops_the_work_is_said_and_what_was_kept_stays(desk, client, monkeypatch):
    def stop(*_arguments):
        raise StoreError("store-full", "The disk is full.", "Make room.")
        yield

    monkeypatch.setattr("rejoinder.web.jobs.add_sources", stop)
    told = text_of(send(client, text="A: b"))
    assert "The disk is full." in told
    assert "Make room." in told


def test_old_jobs_are_forgotten(monkeypatch):
    monkeypatch.setattr(jobs, "KEPT", 2)
    opened = new_desk()
    kept = jobs.Jobs()
    made = []
    for _ in range(4):
        job = kept.start(lambda: opened, DOCKET, [], 0, None)
        assert job.wait(20)
        made.append(job)
    assert kept.find(DOCKET, made[-1].id) is made[-1]
    assert kept.find(DOCKET, made[0].id) == jobs.Begun(0, None)
    with pytest.raises(AskedError, match="no such work"):
        kept.find("other", made[-1].id)


def test_after_a_restart_the_page_says_what_became_of_the_work(desk, client, monkeypatch):
    add(desk, "Reuter: before")
    answer = client.post(
        IMPORT, {"files": [SimpleUploadedFile("a.txt", b"Reuter: low"), SimpleUploadedFile("b.txt", b" ")]}
    )
    monkeypatch.setattr("rejoinder.web.pages.importing.JOBS", jobs.Jobs())
    page = read(client.get(answer["Location"]))
    told = text_of(page)
    assert "was started anew" in told
    assert "Entered since by you: 1; given were 2." in told
    assert len([link for link in links(page) if "/story/" in link]) == 1
    part = client.get(answer["Location"], headers={"HX-Request": "true"}).content.decode()
    assert "was started anew" in part
    assert "hx-get" not in part
    for odd in ("nonsense", "1-2-short", "1-2-" + "/" * 16):
        assert client.get(f"{IMPORT}/{odd}").status_code == 404


def test_an_archive_of_which_the_end_is_not_known_says_no_count(desk, client, monkeypatch):
    data = warc_record("https://wire.example/a", "200 OK", "text/plain", b"Reuter: low")
    answer = client.post(IMPORT, {"files": [SimpleUploadedFile("pages.warc", data)]})
    monkeypatch.setattr("rejoinder.web.pages.importing.JOBS", jobs.Jobs())
    told = text_of(read(client.get(answer["Location"])))
    assert "Entered since by you:" in told
    assert "given were" not in told


def test_a_text_in_hand_is_taken_in_and_held_against_what_it_answers(desk, client):
    said = {"kind": "draft", "by": " Ostmark ", "to": "Norland, River Board", "tabled": "2022-05-02", "title": "Lenn"}
    page = send(client, ("draft.txt", LENN.encode()), **said)
    assert "draft, 5 items" in text_of(page)
    (draft,) = snapshot_as_of(desk, DOCKET).texts
    offered = read(client.get(IMPORT)).xpath("//select[@name='answers']/option/@value")
    assert offered == ["", draft]
    reply = send(client, text=ANSWER, kind="reply", by="Norland", answers=draft)
    assert "not addressed 2" in text_of(reply)
    assert f"{HOME}matrix" in links(reply)
    again = send(client, ("draft.txt", LENN.encode()), **said)
    assert "held already" in text_of(again)
    later = send(client, ("later.txt", LATER.encode()), **{**said, "replaces": draft, "title": ""})
    assert "draft, 4 items" in text_of(later)


@pytest.mark.parametrize(
    ("files", "fields", "words"),
    [
        (1, {"kind": "draft"}, "whose text it is"),
        (1, {"kind": "poem", "by": "Ostmark"}, "cannot be chosen"),
        (2, {"kind": "draft", "by": "Ostmark"}, "said of one file"),
    ],
)
def test_what_is_said_of_a_text_must_be_whole(desk, client, files, fields, words):
    uploads = [SimpleUploadedFile(f"{number}.txt", LENN.encode()) for number in range(files)]
    assert words in text_of(read(client.post(IMPORT, {"files": uploads, **fields}), 400))


def test_a_text_that_answers_what_is_not_there_is_said_to(desk, client):
    page = send(client, ("reply.txt", ANSWER.encode()), kind="reply", by="Norland", answers="text:none")
    assert "There is no record text:none" in text_of(page)
