"""What a person names -> bytes: files, folders, web archives, pages and feeds; and what is never asked."""

from __future__ import annotations

import gzip
import http.server
import io
import sys
import threading
from datetime import UTC, datetime

import pytest

from rejoinder.desk.archives import read_archive
from rejoinder.desk.feeds import FeedItem, read_feed
from rejoinder.desk.fetching import Fetched, Limits, fetch, is_public
from rejoinder.desk.gathering import Gathered, count_inputs, gather
from rejoinder.model import InputError

FEED = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Upland Wire</title>
<item><title>One</title><link>/one.html</link><pubDate>Fri, 20 May 2022 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>http://wire.example/two.html</link></item>
<item><title>One again</title><link>/one.html</link></item>
<item><title>No link</title></item>
</channel></rss>"""


def told(gathered):
    return [(item.name, item.data if isinstance(item.data, bytes) else item.data.code) for item in gathered]


def test_files_and_folders_come_in_order_and_hidden_ones_stay_away(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    gone = str(tmp_path / "gone.txt")
    found = told(gather([str(tmp_path), gone, str(tmp_path / "b.txt")]))
    assert [name.removeprefix(f"{tmp_path}/") for name, _ in found] == [
        "a.txt", "b.txt", "deep/c.txt", "gone.txt", "b.txt",
    ]  # fmt: skip
    assert found[3] == (gone, "not-found")
    assert count_inputs([str(tmp_path), gone]) == 4
    assert count_inputs(["https://wire.example/"]) is None


def test_the_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"from a pipe")))
    assert told(gather(["-"])) == [("-", b"from a pipe")]
    assert count_inputs(["-"]) == 1


def record(address, status, kind, data):
    """One response as it stands in an archive."""
    body = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2022-05-20T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def archive(path, pages):
    records = [record(*page) for page in pages]
    packed = [gzip.compress(item) for item in records] if path.suffix == ".gz" else records
    path.write_bytes(b"".join(packed))
    return str(path)


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_the_pages_of_a_web_archive(tmp_path, name):
    pages = [
        ("http://wire.example/one", "200 OK", "text/html; charset=utf-8", b"<p>One</p>"),
        ("http://wire.example/logo", "200 OK", "image/png", b"\x89PNG"),
        ("http://wire.example/gone", "404 Not Found", "text/html", b"gone"),
        ("http://wire.example/two", "200 OK", "application/json", b"{}"),
    ]
    assert told(gather([archive(tmp_path / name, pages)])) == [
        ("http://wire.example/one", b"<p>One</p>"),
        ("http://wire.example/two", b"{}"),
    ]


def test_an_archive_that_is_none_is_one_error(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"this is no archive at all")
    ((name, error),) = read_archive(str(tmp_path / "a.warc"))
    assert (name, error.code) == (str(tmp_path / "a.warc"), "archive-broken")
    assert told(gather([str(tmp_path / "gone.warc")])) == [(str(tmp_path / "gone.warc"), "not-found")]


def test_a_broken_record_is_one_error_without_its_bytes(tmp_path, capsys):
    archive(tmp_path / "a.warc", [("http://wire.example/one", "200 OK", "text/html", b"<p>One</p>")])
    whole = (tmp_path / "a.warc").read_bytes()
    for broken in (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100\r\n\r\nHTTP/1.1",
        whole + b"\x1b[31m\x00\xff rubbish \xc3\n",
        whole.replace(b"WARC-Target-URI", b"WARC-Target-URL"),
    ):
        (tmp_path / "a.warc").write_bytes(broken)
        *pages, (name, error) = read_archive(str(tmp_path / "a.warc"))
        assert len(pages) <= 1
        assert (name, error.code) == (str(tmp_path / "a.warc"), "archive-broken")
        assert str(error).isprintable()
    assert capsys.readouterr() == ("", "")


def test_a_feed_with_addresses_and_days_that_are_none():
    feed = FEED.replace(b"http://wire.example/two.html", b"http://[two").replace(b"20 May 2022", b"20 May 0000")
    (item,) = read_feed(Fetched("http://wire.example/feed", feed, "application/rss+xml"))
    assert item.address == "http://wire.example/one.html"


def test_a_feed_names_its_pages_once_each():
    page = Fetched("http://wire.example/feed", FEED, "application/rss+xml")
    first = datetime(2022, 5, 20, 10, tzinfo=UTC)
    assert read_feed(page) == [
        FeedItem("http://wire.example/one.html", first),
        FeedItem("http://wire.example/two.html", None),
    ]
    assert read_feed(Fetched("http://wire.example/", b"<html><p>x</p></html>", "text/html")) is None
    assert read_feed(Fetched("http://wire.example/x", b'<?xml version="1.0"?><newsItem/>', "text/xml")) is None


def test_a_feed_gives_the_pages_that_are_wanted():
    def fetch_page(address):
        if address.endswith("feed"):
            return Fetched(address, FEED, "text/xml")
        if address.endswith("two.html"):
            raise InputError(address, "unreachable", "It cannot be reached.", "Try again.")
        return Fetched(address, b"page", "text/html")

    feed = ["http://wire.example/feed"]
    assert told(gather(feed, fetch_page)) == [
        ("http://wire.example/one.html", b"page"),
        ("http://wire.example/two.html", "unreachable"),
    ]
    assert told(gather(feed, fetch_page, lambda item: item.changed is None)) == [
        ("http://wire.example/two.html", "unreachable")
    ]
    assert list(gather(["http://wire.example/page"], fetch_page)) == [Gathered("http://wire.example/page", b"page")]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:4001:80b::200e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),  # noqa: S104 - an address that is asked about
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_which_machines_are_public(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://wire.example/a", "javascript:alert(1)", "wire"])
def test_only_the_web_is_asked(address):
    with pytest.raises(InputError) as caught:
        fetch(address)
    assert caught.value.code == "address"


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        self.send_response(200 if self.path == "/page" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"x" * 5000)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


INNER = Limits(seconds=10, private=True)


@pytest.mark.enable_socket
def test_a_page_is_fetched_and_redirects_are_followed(site):
    assert fetch(f"{site}/page", INNER) == Fetched(f"{site}/page", b"x" * 5000, "text/html")
    assert fetch(f"{site}/to//page", INNER).address == f"{site}/page"


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("path", "limits", "code"),
    [
        ("/page", Limits(), "private"),
        ("/gone", INNER, "refused"),
        ("/page", Limits(private=True, size=100), "too-large"),
        ("/to/file:///etc/passwd", INNER, "private"),
        ("/to/ftp://wire.example/", INNER, "private"),
    ],
)
def test_what_is_not_fetched_is_one_error(site, path, limits, code):
    with pytest.raises(InputError) as caught:
        fetch(site + path, limits)
    assert caught.value.code in (code, "refused")
    assert site in str(caught.value)


@pytest.mark.enable_socket
def test_a_site_that_does_not_answer_is_named(site):
    with pytest.raises(InputError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/", INNER)
