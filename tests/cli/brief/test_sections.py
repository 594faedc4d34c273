"""What a line of each section says: one record beside its words on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len

from rejoinder.cli.brief import render_brief
from rejoinder.cli.brief.met import STATUSES
from rejoinder.cli.brief.public import CONSENTS, WAYS
from rejoinder.model import (
    Actor,
    Business,
    Consent,
    Due,
    Interval,
    MeetingStatus,
    Passage,
    Publication,
    Standing,
    TextItem,
)
from tests.halvern import HALVERN, OSTMARK, REUTER, TEXT, VARGA, business, on, passage, reading

LEDGER = Actor("Morning Ledger")
STORY = business()


def shown(found: Business, width: int = 150) -> list[str]:
    """The lines of the business, without the places, on a page that is wide enough for everything."""
    story = replace(reading([]), business=found, problems=())
    lines = [line.plain for line in render_brief(story, width)][3:]
    bare = [line.rpartition("  [")[0].rstrip() if line.endswith("]") else line for line in lines]
    return [line for line in bare if line != "SAID  nothing found"]


def promise(**changes: Any) -> list[str]:
    """The lines of the first promise of the story with some changes, below its title."""
    return shown(Business(commitments=(replace(STORY.commitments[0], **changes),)))[1:4]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (
            Due("the first days of June", Interval(date(2022, 6, 1), date(2022, 6, 10))),
            "due 1–10 Jun 2022 (“the first days of June”)",
        ),
        (Due("by Monday", Interval(None, date(2022, 5, 23))), "due by Mon 23 May 2022 (“by Monday”)"),
        (Due("on Monday", on(5, 23)), "due Mon 23 May 2022 (“on Monday”)"),
        (Due("in due course", Interval(None, None)), "due “in due course” (no day known)"),
        (None, "no date"),
    ],
)
def test_by_when_as_read_and_as_said(due: Due | None, words: str) -> None:
    assert promise(due=due)[1].strip().startswith(f"{words} · said by")


@pytest.mark.parametrize(
    ("reporters", "made_on", "words"),
    [
        ((VARGA,), on(5, 20), "said by Ilse Varga, Fri 20 May"),
        ((VARGA,), None, "said by Ilse Varga"),
        ((VARGA, REUTER), on(5, 20), "said by Ilse Varga, Fri 20 May · also told by Jan Reuter"),
        ((REUTER,), on(5, 18), "made Wed 18 May · reported by Jan Reuter only"),
        ((REUTER, LEDGER), None, "reported by Jan Reuter and Morning Ledger only"),
        ((Actor("Ada Quist", None, "Basin Council"),), None, "reported by Ada Quist (Basin Council) only"),
        ((), on(5, 20), "made Fri 20 May · told by the story"),
        ((), None, "told by the story"),
    ],
)
def test_who_says_so_and_since_when(reporters: tuple[Actor, ...], made_on: Interval | None, words: str) -> None:
    told = promise(reported_by=reporters, made_on=made_on, due=None)[1]
    assert told == f"      no date · {words} (told 2 times)"


def test_a_condition_stands_on_its_own_line_under_the_promise() -> None:
    words = promise(condition=passage("if the survey finds them sound"), debtor=VARGA, creditor=None)
    assert words[0] == "  Ilse Varga (Lower Halvern)   answer the draft compact point by point"
    assert words[1] == "      if the survey finds them sound"


def meeting(**changes: Any) -> str:
    return shown(Business(meetings=(replace(STORY.meetings[0], **changes),)))[1]


def test_meetings() -> None:
    both = "Ilse Varga (Lower Halvern), Jan Reuter (Ostmark)"
    assert meeting() == f"  ✓ held  {both}   Brennau · Fri 20 May 2022"
    planned = meeting(status=MeetingStatus.PLANNED, when=on(6, 14), moved_from=on(6, 7), place=None)
    assert planned == f"  ○ planned  {both}   Tue 14 Jun 2022 · moved from Tue 7 Jun 2022"
    council = meeting(participants=(), forum="Basin Council", status=MeetingStatus.CANCELLED, when=None, place=None)
    assert council == "  ✕ cancelled  Basin Council   no date"
    assert meeting(participants=(), when=None) == "  ✓ held  nobody named   Brennau · no date"
    assert meeting(forum="Basin Council").endswith("Brennau · Basin Council · Fri 20 May 2022")


def test_every_status_consent_and_way_of_publishing_has_its_words() -> None:
    assert set(STATUSES) == set(MeetingStatus)
    assert set(CONSENTS) == set(Consent)
    assert set(WAYS) == {None, *Publication}
    assert len({words for _, words, _ in WAYS.values()}) == len(WAYS)


def test_texts_with_both_days_and_items_within_items() -> None:
    draft = STORY.texts[1]
    items = draft.items
    for _ in range(9):
        items = (TextItem(passage("flow data"), items),)
    lines = shown(Business(texts=(replace(draft, by=None, published=on(5, 12), items=items),)))
    title = "by nobody named → Lower Halvern   “draft compact”   Mon 9 May 2022 · published Thu 12 May 2022"
    assert lines[1] == f"  draft  {title}"
    assert [line.index("flow") for line in lines[2:8]] == [11, 13, 15, 17, 19, 19]
    assert shown(Business(texts=(replace(draft, to=(), title=None, when=None, items=()),)))[1].endswith(
        "Ostmark   no date"
    )


def moved(**changes: Any) -> list[str]:
    return shown(Business(referrals=(replace(STORY.referrals[0], **changes),)))[1:2]


def test_referrals() -> None:
    assert moved() == ["  → Basin Council   “the winter releases”   its author does not agree"]
    changed = moved(origin="Basin Council", destination="High Court", by=OSTMARK, tabler_agrees=True)
    assert changed == ["  Basin Council → High Court   “the winter releases”   by Ostmark · its author agrees"]
    (bare,) = moved(what=None, destination=None, tabler_agrees=None)
    assert bare.startswith("  → elsewhere   “would not have")


def public(**changes: Any) -> str:
    return shown(Business(releases=(replace(STORY.releases[0], **changes),)))[1]


def test_releases_and_leaks() -> None:
    wanted = "wanted by Jan Reuter (Ostmark)"
    assert public() == f"  ○ not public  “the answer”   {wanted} · consent of Ilse Varga (Lower Halvern): asked"
    assert public(consent_of=None, state=Consent.NOT_ASKED).endswith(f"{wanted} · consent: not asked")
    leak = {"wanted_by": None, "consent_of": None, "publication": Publication.LEAKED}
    assert public(**leak, state=Consent.NOT_ASKED) == "  ! leaked  “the answer”"
    assert public(**leak, state=Consent.REFUSED) == "  ! leaked  “the answer”   consent: refused"
    assert public(of=None, publication=Publication.UNILATERAL).startswith("  ▲ published by one side  “He wants")


def test_what_hangs_on_what() -> None:
    step = replace(STORY.contingencies[0], actors=(), decider=None)
    _, trigger, then = shown(Business(contingencies=(step,)))
    assert (trigger, then) == ("  Depending on the answer", "    → nobody named   prepare a counter-draft")


def called(**changes: Any) -> str:
    return shown(Business(characterisations=(replace(STORY.characterisations[1], **changes),)))[1]


def test_what_a_side_calls_it_in_its_own_words() -> None:
    by = "by Jan Reuter (Ostmark)"
    assert called() == f"  not answered  {by}   “his letter of March”: “had not been answered”"
    assert called(of=None) == f"  not answered  {by}   “had not been answered”"
    assert called(of=passage("answered")) == f"  not answered  {by}   “had not been answered”"
    whole = passage("his letter of March had not been answered")
    assert called(of=whole, by=None) == f"  not answered  by the story   “{whole.exact}”"
    assert called(standing=Standing.SECONDARY).startswith("  secondary  by")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    "name",
    ["川の協定に関する水資源大臣会合の代表団", "المجلس الأعلى للمياه", "המועצה העליונה", "Z\u0301o\u0308e\u0301"],
)
def test_names_in_wide_letters_and_from_the_right_keep_the_column_of_places(name: str, width: int) -> None:
    who = Actor(name, None, name)
    found = Business(meetings=(replace(STORY.meetings[0], participants=(who, HALVERN)), STORY.meetings[2]))
    lines = [line.plain for line in render_brief(replace(reading([]), business=found), width)]
    placed = [line for line in lines if line.endswith("]")]
    assert len({cell_len(line) for line in placed}) == 1
    assert all(cell_len(line) <= width for line in lines)


def test_a_place_behind_words_from_the_right_is_kept_in_order() -> None:
    found = Business(meetings=(replace(STORY.meetings[0], participants=(), forum="המועצה"),))
    lines = [line.plain for line in render_brief(replace(reading([]), business=found), 80)]
    assert [line.count("\u200e[") for line in lines if line.endswith("]")] == [1, 0]


def test_hostile_characters_are_taken_out_of_every_name() -> None:
    evil = "\x1b[2J\u202eMallory\r\n"
    who = Actor(evil, None, evil)
    text = Passage.of(TEXT + evil, len(TEXT), len(TEXT) + len(evil))
    found = Business(
        meetings=(replace(STORY.meetings[0], participants=(who,), place=evil, forum=evil),),
        texts=(replace(STORY.texts[0], by=who, to=(who,), title=evil, passage=text),),
        referrals=(replace(STORY.referrals[0], origin=evil, destination=evil, by=who),),
    )
    document = replace(reading().document, text=TEXT + evil)
    lines = render_brief(replace(reading([]), document=document, business=found), 80, why=True)
    assert not any(sign in line.plain for line in lines for sign in "\x1b\u202e\r\n")
    assert any("[2JMallory" in line.plain for line in lines)
