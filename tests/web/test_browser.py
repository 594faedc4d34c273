"""The whole workflow in a real browser, as a person would: drop a story, judge it by keyboard, see the promise, open its
words, go back a day, take the table along. Nothing is asked of another machine, and axe finds no fault in any page.

Screenshots of what it saw are kept in build/screenshots.
"""

from __future__ import annotations

import shutil
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings
from playwright.sync_api import sync_playwright

from rejoinder.desk.accounts import add_account
from rejoinder.desk.desk import Desk
from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.memory import Memory
from rejoinder.desk.publishing import choose_public
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from rejoinder.model import Decision
from rejoinder.store import open_ledger
from rejoinder.web.publishing import write_site
from rejoinder.web.serving import listen, settle
from rejoinder.web.settings import Serving
from tests.desk.desks import DOCKET, Clock, added, new_desk, read
from tests.desk.texts import ANSWER, LATER, LENN, answered, drafted
from tests.halvern import TEXT, TITLE
from tests.web.pages import HOME, matter

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: install the package chromium to run these"),
]


@pytest.fixture
def served(tmp_path, monkeypatch):
    """The address of a desk that is served to a real browser, and the desk."""
    # Playwright keeps a loop of events in this thread; Django would refuse to be used beside it.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    path, clock, memory = tmp_path / "desk.db", Clock(), Memory()
    desk = replace(new_desk(path), clock=clock)
    application = settle(
        lambda: Desk(open_ledger(path), "Ilse Varga", clock, read, memory=memory, matcher=desk.matcher), Serving("")
    )
    listener = listen("127.0.0.1", 0)
    server = waitress.create_server(application, sockets=[listener], threads=4)

    def run():
        # At the end the socket is closed under it.
        with suppress(OSError):
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", desk
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(10)
    desk.ledger.close()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """A page of a browser that notes what it asks of which machine, and what goes wrong in it."""

    def __init__(self, browser, address, **options):
        self.context = browser.new_context(accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.address = address
        self.elsewhere = []
        self.wrong = []
        self.page.on("request", self._note)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None
        )

    def _note(self, request):
        if not request.url.startswith((self.address, "data:")):
            self.elsewhere.append(request.url)

    def keep(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def close(self):
        self.context.close()
        assert self.elsewhere == []
        assert self.wrong == []


@pytest.fixture
def seen(browser, served):
    watched = Watched(browser, served[0], viewport={"width": 1280, "height": 900})
    yield watched
    watched.close()


def drop(page, name, text):
    """Drop a file on the page of imports."""
    files = page.evaluate_handle(
        "([name, text]) => { const files = new DataTransfer(); files.items.add(new File([text], name)); return files; }",
        [name, text],
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": files})


def test_from_a_dropped_story_to_a_table_that_is_taken_along(served, seen):
    address, desk = served
    page = seen.page

    # An empty docket says what to do.
    page.goto(f"{address}{HOME}")
    page.get_by_role("link", name="Read in the first story").click()
    drop(page, "halvern.txt", TEXT)
    page.get_by_role("link", name="Judge what was found").wait_for()
    seen.keep("1-read-in")
    page.get_by_role("link", name="Judge what was found").click()

    # The first finding is under the eye; keys judge it, and the next one comes.
    current = page.locator(".finding.current")
    current.wait_for()
    seen.keep("2-story")
    judged = []
    for key in ("y", "n"):
        subject = current.get_attribute("data-finding")
        judged.append((key, subject))
        page.keyboard.press(key)
        page.wait_for_function("id => document.querySelector('.finding.current').dataset.finding !== id", arg=subject)
    page.keyboard.press("z")
    undone = judged.pop()[1]
    page.wait_for_function("id => document.querySelector('.finding.current').dataset.finding === id", arg=undone)
    assert current.get_attribute("data-open") == "1"

    # j and k step; the promise is found, amended and confirmed.
    promise = matter(desk, "will answer the draft compact")
    for _ in range(30):
        if current.get_attribute("data-finding") == promise.id:
            break
        page.keyboard.press("j")
    assert "will answer the draft compact point by point" in "".join(page.locator("mark.here").all_text_contents())
    page.keyboard.press("e")
    field = page.get_by_label("due")
    field.wait_for()
    assert field.input_value() == "2022-06-01..2022-06-10"
    page.keyboard.press("Escape")
    field.wait_for(state="detached")
    page.keyboard.press("m")
    page.get_by_role("radio").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    card = page.locator(f"[data-finding='{promise.id}']")
    card.get_by_text("confirmed by Ilse Varga").first.wait_for()
    page.locator(f".finding.current:not([data-finding='{promise.id}'])").wait_for()
    seen.keep("3-judged")

    # The promise stands on the first page, on the record.
    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url(f"{address}{HOME}")
    row = page.locator("table.promises tr", has_text="will answer the draft compact")
    assert "confirmed by Ilse Varga" in row.text_content()
    seen.keep("4-where-it-stands")

    # One click leads to the exact words, in their context.
    row.locator("a.src").click()
    page.locator("mark.here").first.wait_for()
    words = "".join(page.locator("mark.here").all_text_contents())
    assert "will answer the draft compact point by point" in words
    assert page.locator("mark.here").first.is_visible()
    assert TITLE in page.locator("h1").text_content()
    page.go_back()

    # The day before the story nothing of it was known; the address and a band say so.
    slider = page.get_by_role("slider", name="As of day")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2022-05-20")
    assert page.get_by_text("will answer the draft compact").first.is_visible()
    page.keyboard.press("[")
    page.wait_for_url("**as_of=2022-05-19")
    assert page.get_by_text("As known on Thu 19 May 2022").is_visible()
    assert page.get_by_text("will answer the draft compact").count() == 0
    seen.keep("5-the-day-before")
    page.get_by_role("link", name="Back to today").click()

    # The table is taken along.
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Excel").click()
    assert taken.value.suggested_filename == "lenn-2022-05-21.xlsx"
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")


def test_the_reply_arrives_and_is_held_against_the_draft(served, seen):
    address, _ = served
    page = seen.page

    def hand_in(name, words, **said):
        page.goto(f"{address}{HOME}import")
        page.get_by_text("It is a text itself").click()
        for field, value in said.items():
            place = page.locator(f"details.said [name={field}]")
            place.select_option(**value) if isinstance(value, dict) else place.fill(value)
        drop(page, name, words)
        page.get_by_role("button", name="Read in").click()
        page.get_by_role("link", name="See the matrix").wait_for()

    # The draft, then the reply to it; what the reply does is told at once.
    hand_in("draft.txt", LENN, kind={"value": "draft"}, by="Ostmark", to="Norland", tabled="2022-05-02")
    replied = {"kind": {"value": "reply"}, "answers": {"index": 1}}
    hand_in("reply.txt", ANSWER, by="Norland", to="Ostmark", tabled="2022-05-10", **replied)
    assert page.get_by_text("not addressed").is_visible()
    seen.keep("6-the-reply")

    # What the reply never mentions comes first, under the eye; keys judge it, and the next one comes.
    page.get_by_role("link", name="See the matrix").click()
    current = page.locator(".finding.current")
    current.wait_for()
    assert "not addressed" in current.text_content()
    first = current.get_attribute("data-finding")
    seen.keep("7-matrix")
    page.keyboard.press("y")
    page.locator(f"[data-finding='{first}']").get_by_text("confirmed by Ilse Varga").first.wait_for()
    page.locator(f".finding.current:not([data-finding='{first}'])").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator("select[name=field-disposition]").select_option("deferred")
    page.get_by_role("button", name="Amend", exact=True).click()
    page.get_by_text("amended by Ilse Varga").first.wait_for()
    page.keyboard.press("z")
    page.wait_for_function("() => !document.body.textContent.includes('amended by Ilse Varga')")

    # The passage beside the item opens in the letter.
    page.locator("tr", has_text="cannot accept this").first.locator("td").nth(2).locator("a.src").first.click()
    page.locator("mark#words, mark.here").first.wait_for()
    assert "Norland cannot accept this" in "".join(page.locator("mark#words, mark.here").all_text_contents())
    page.go_back()

    # The day before the letter came nothing of it was known.
    page.goto(f"{address}{HOME}matrix?as_of=2022-05-09")
    assert page.get_by_text("cannot accept this").count() == 0
    page.goto(f"{address}{HOME}matrix")

    # The table is taken along to Word.
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Word", exact=True).click()
    assert taken.value.suggested_filename == "lenn-table-2022-05-21.docx"
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")


def test_it_works_without_a_script(browser, served):
    address, desk = served
    story = added(desk)
    seen = Watched(browser, address, java_script_enabled=False)
    page = seen.page
    page.goto(f"{address}{HOME}story/{story.source}")
    first = page.locator(".finding.current").get_attribute("data-finding")
    page.locator(".finding.current button[value=confirm]").click()
    page.wait_for_url("**/story/**mark=**")
    assert page.locator(".finding.current").get_attribute("data-finding") != first
    page.get_by_label("Known on").fill("2022-05-20")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_text("As known on Fri 20 May 2022").is_visible()
    seen.close()


def addresses(desk, source):
    records = {}
    for one in all_matters(snapshot_as_of(desk, DOCKET), desk.today):
        records.setdefault(one.kind.value, one.id)
    promise, reply = records["commitment"], records["answer"]
    return {
        "dockets": "/", "where": HOME, "past": f"{HOME}?as_of=2022-05-20", "record-only": f"{HOME}?confirmed=1",
        "story": f"{HOME}story/{source}", "sources": f"{HOME}sources", "search": f"{HOME}search?q=winter",
        "timeline": f"{HOME}timeline", "timeline-week": f"{HOME}timeline?zoom=week&on=2022-05-20",
        "matrix": f"{HOME}matrix", "matrix-past": f"{HOME}matrix?as_of=2022-05-05",
        "amend-answer": f"{HOME}judge/{reply}?form=amend&back=matrix", "mentions": f"{HOME}mentions", "people": f"{HOME}people", "programs": "/api/",
        "changes": f"{HOME}changes", "import": f"{HOME}import", "amend": f"{HOME}judge/{promise}?form=amend",
        "merge": f"{HOME}judge/{promise}?form=merge", **{f"record-{kind}": f"{HOME}{name}" for kind, name in records.items()},
    }  # fmt: skip


def exchanged(desk):
    """The story, and beside it two versions of a draft in hand with a reply to the first; the id of the story."""
    story = added(desk)
    draft = drafted(desk)
    drafted(desk, LATER, "later.txt", when=date(2022, 5, 14), replaces=draft.text)
    answered(desk, answers=(draft.text,))
    return story.source


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")])
def test_no_page_has_a_fault_that_axe_finds_or_scrolls_sideways(browser, served, width, scheme):
    address, desk = served
    source = exchanged(desk)
    seen = Watched(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    faults = []
    for name, place in addresses(desk, source).items():
        seen.page.goto(f"{address}{place}")
        seen.keep(f"{name}-{width}-{scheme}")
        found = Axe().run(seen.page).response["violations"]
        faults += [(name, fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]
        if seen.page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append((name, "scrolls sideways", ""))
    seen.close()
    assert faults == []


def test_a_mark_of_the_timeline_opens_its_exact_words(served, seen):
    address, desk = served
    added(desk)
    page = seen.page
    page.goto(f"{address}{HOME}timeline")
    mark = page.locator("figure a[aria-label*='promise'][aria-label*='point by point']").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    words = "".join(page.locator("mark.here").all_text_contents())
    assert "will answer the draft compact point by point" in words
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/timeline")
    page.get_by_role("link", name="Week", exact=True).click()
    page.get_by_role("link", name="The week after").click()
    assert page.get_by_text("Nothing in these days.").or_(page.locator("tbody tr").first).is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_marks_of_the_timeline_do_not_cover_one_another(browser, served, width):
    address, desk = served
    added(desk)
    seen = Watched(browser, address, viewport={"width": width, "height": 900})
    seen.page.goto(f"{address}{HOME}timeline")
    script = "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right, box.top, box.bottom])"
    boxes = seen.page.locator("figure .shape").evaluate_all(script)
    seen.close()
    assert len(boxes) > 10
    assert all(left >= 0 and right <= width for left, right, _, _ in boxes)
    for at, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = right <= other[0] + 2 or other[1] <= left + 2 or bottom <= other[2] + 2 or other[3] <= top + 2
            assert apart, (boxes[at], other)


def test_the_timeline_prints_with_its_table(served, seen):
    address, desk = served
    added(desk)
    seen.page.goto(f"{address}{HOME}timeline")
    seen.page.emulate_media(media="print")
    assert seen.page.locator("figure > svg").is_visible()
    assert seen.page.locator("tbody tr").first.is_visible()
    assert not seen.page.locator("nav.main").is_visible()


def test_the_language_is_changed_without_a_script(browser, served):
    address, desk = served
    added(desk)
    seen = Watched(browser, address, java_script_enabled=False)
    seen.page.goto(f"{address}{HOME}")
    seen.page.get_by_role("button", name="Русский").click()
    assert seen.page.get_by_role("heading", level=1).is_visible()
    assert seen.page.get_by_role("link", name="Лица и должности").is_visible()
    seen.close()


@pytest.mark.parametrize("language", ["fr", "ru"])
@pytest.mark.parametrize("width", [390, 1280])
def test_longer_words_of_other_languages_fit(browser, served, language, width):
    address, desk = served
    source = exchanged(desk)
    seen = Watched(browser, address, viewport={"width": width, "height": 900}, locale=language)
    wide = []
    for name, place in addresses(desk, source).items():
        seen.page.goto(f"{address}{place}")
        seen.keep(f"{name}-{width}-{language}")
        if seen.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    seen.close()
    assert wide == []


def test_a_public_site_works_from_a_disk(browser, served, tmp_path):
    _, desk = served
    added(desk)
    judge(desk, DOCKET, matter(desk, "will answer the draft compact").id, Verdict(Decision.CONFIRM))
    write_site(choose_public(desk, DOCKET), tmp_path / "site")
    seen = Watched(browser, "file://", viewport={"width": 390, "height": 900})
    page = seen.page
    page.goto(f"file://{tmp_path}/site/index.html")
    seen.keep("public-site")
    page.get_by_role("link", name="will answer the draft compact").click()
    assert page.get_by_role("blockquote").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('blockquote')).borderLeftStyle") == "solid"
    page.get_by_role("link", name="The river Lenn").click()
    page.wait_for_url("**/site/index.html")
    seen.close()


def test_a_story_is_seen_from_its_top_until_a_finding_is_asked_for(browser, served):
    address, desk = served
    source = added(desk).source
    seen = Watched(browser, address, viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    seen.page.goto(f"{address}{HOME}story/{source}")
    seen.page.wait_for_selector("[data-finding].current")
    assert seen.page.evaluate("window.scrollY") == 0
    seen.page.keyboard.press("j")
    assert seen.page.evaluate("window.scrollY") > 0
    seen.close()


def test_the_help_opens_with_its_key_and_closes(served, seen):
    address, _ = served
    page = seen.page
    page.goto(f"{address}{HOME}")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keyboard").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog", name="Keyboard").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("winter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=winter")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")])
def test_who_has_an_account_signs_in_works_and_signs_out(browser, served, width, scheme):
    address, desk = served
    added(desk)
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        add_account(desk, "Milo Ostrander", "nine grey herons")
        seen = Watched(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
        page, faults = seen.page, []

        def look(name):
            seen.keep(f"{name}-{width}-{scheme}")
            faults.extend((name, fault["id"]) for fault in Axe().run(page).response["violations"])
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append((name, "scrolls sideways"))

        page.goto(f"{address}{HOME}timeline")
        look("sign-in")
        page.get_by_label("Name").fill("Milo Ostrander")
        page.get_by_label("Password").fill("nine grey herons")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{HOME}timeline")
        look("signed-in")
        page.get_by_role("link", name="Milo Ostrander").click()
        look("account")
        page.get_by_role("button", name="Make secret addresses").click()
        page.get_by_text("They are shown this once").wait_for()
        look("account-addresses")
        page.get_by_role("button", name="Revoke").click()
        page.get_by_text("None yet.").wait_for()
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in")
        seen.close()
    assert faults == []
