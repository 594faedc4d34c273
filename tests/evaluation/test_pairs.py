"""Drafts and replies, old and new texts: what is expected of them, and what is wrong with an expectation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.pairs import (
    PairError,
    check_pair,
    check_versions,
    load_all_versions,
    load_pair,
    load_pairs,
    load_versions,
    main,
)

DRAFT = "Draft\n\nArticle 1\n1. The ferry runs\ndaily. 2. The fare is five crowns.\nArticle 2\nBoth ports stay open.\n"
REPLY = "We thank you. The ferry may run daily. The fare is refused. We thank you.\n"
MATCHING = Path(__file__).parents[1] / "matching"
ITEMS = [
    {"label": "art_1__para_1", "number": "1.", "starts": "The ferry runs daily."},
    {"label": "art_1__para_2", "number": "2.", "starts": "The fare is five crowns."},
    {"label": "art_2", "number": "Article 2", "starts": "Both ports stay open."},
]
LINKS = [
    {"item": "art_1__para_1", "exact": "The ferry may run daily.", "disposition": "accepted"},
    {"item": "art_1__para_2", "exact": "The fare is refused.", "disposition": "declined"},
]


def expected(**changes: Any) -> dict[str, Any]:
    return {
        "style": "diplomatic_note",
        "reply_kind": "full",
        "same_draft": True,
        "items": ITEMS,
        "links": LINKS,
        "not_addressed": ["art_2"],
        "unlinked": [{"exact": "We thank you."}, {"exact": "We thank you.", "nth": 2}],
    } | changes


def test_a_pair_that_fits() -> None:
    assert check_pair(DRAFT, REPLY, expected()) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"style": "sonnet"}, "unknown style 'sonnet'"),
        ({"reply_kind": "half"}, "unknown kind of reply 'half'"),
        ({"same_draft": "yes"}, "same_draft is neither true nor false"),
        ({"same_draft": False}, "a reply to another draft has links"),
        ({"links": [*LINKS, LINKS[0] | {"disposition": "liked"}]}, "art_1__para_1: unknown disposition 'liked'"),
        ({"links": [*LINKS, LINKS[0] | {"exact": "never"}]}, "occurrence 1 of 'never' is not in the text"),
        ({"links": [*LINKS, LINKS[0] | {"item": "art_9"}]}, "no item has the label art_9"),
        ({"links": [*LINKS, LINKS[0] | {"item": "art_2"}]}, "art_2 is both answered and not addressed"),
        ({"not_addressed": []}, "art_2 is neither answered nor not addressed"),
        ({"unlinked": [{"exact": "run daily"}]}, "'run daily' is both linked and unlinked"),
        ({"items": [*ITEMS[:2], ITEMS[2] | {"number": "Article 3"}]}, "'Article 3' does not stand before its wording"),
        ({"items": [ITEMS[1], ITEMS[0], ITEMS[2]]}, "'The ferry runs daily.' does not follow the item before it"),
        ({"items": [*ITEMS, ITEMS[2] | {"number": None}]}, "label art_2 stands 2 times"),
        ({"items": [*ITEMS, ITEMS[2] | {"label": "Article 2"}]}, "label 'Article 2' is not one"),
    ],
)
def test_what_is_wrong_with_a_pair(changes: dict[str, Any], message: str) -> None:
    assert any(message in problem for problem in check_pair(DRAFT, REPLY, expected(**changes)))


OLD = "1. The ferry runs.\n2. The fare is five.\n"
NEW = "1. The fare is six.\n2. Dogs travel free.\n"


def changes(**parts: Any) -> dict[str, Any]:
    old = [
        {"label": "para_1", "number": "1.", "starts": "The ferry runs."},
        {"label": "para_2", "number": "2.", "starts": "The fare is five."},
    ]
    new = [
        {"label": "para_1", "number": "1.", "starts": "The fare is six."},
        {"label": "para_2", "number": "2.", "starts": "Dogs travel free."},
    ]
    found = [
        {"old": "para_1", "new": None, "kind": "dropped"},
        {"old": "para_2", "new": "para_1", "kind": "changed"},
        {"old": None, "new": "para_2", "kind": "new"},
    ]
    return {"items": {"old": old, "new": new}, "changes": found} | parts


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"old": "para_1", "new": "para_1", "kind": "bent"}, "unknown kind of change 'bent'"),
        ({"old": "para_1", "new": None, "kind": "kept"}, "kept with old para_1 and new None"),
        ({"old": "para_1", "new": "para_2", "kind": "new"}, "new with old para_1 and new para_2"),
        ({"old": "para_7", "new": "para_1", "kind": "kept"}, "old: no item has the label para_7"),
    ],
)
def test_what_is_wrong_with_a_change(change: dict[str, Any], message: str) -> None:
    assert check_versions(OLD, NEW, changes()) == []
    assert message in check_versions(OLD, NEW, changes(changes=[*changes()["changes"], change]))


def test_an_item_without_a_change_is_named() -> None:
    wrong = check_versions(OLD, NEW, changes(changes=changes()["changes"][:1]))
    assert wrong == ["old: para_2 has no change", "new: para_1 has no change", "new: para_2 has no change"]


def write(folder: Path, texts: dict[str, str], record: object) -> Path:
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    (folder / "expected.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


PAIR = {"draft.txt": DRAFT, "reply.txt": REPLY}
VERSIONS = {"old.txt": OLD, "new.txt": NEW}


def test_a_pair_is_loaded_with_the_places_of_its_passages(tmp_path: Path) -> None:
    write(tmp_path / "b", PAIR, expected())
    write(tmp_path / "a", PAIR | {"reply.txt": REPLY.replace("\n", "\r\n")}, expected())
    first, second = load_pairs(tmp_path)
    assert (first.name, second.name) == ("a", "b")
    assert first.reply.endswith("\r\n")
    assert first.expected["unlinked"][1] == {"start": 60, "end": 73, "exact": "We thank you."}


def test_versions_are_loaded(tmp_path: Path) -> None:
    write(tmp_path / "a", VERSIONS, changes())
    assert [(found.name, found.old, found.new) for found in load_all_versions(tmp_path)] == [("a", OLD, NEW)]


def test_what_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    with pytest.raises(PairError, match="a: FileNotFoundError"):
        load_versions(write(tmp_path / "a", {}, changes()))
    with pytest.raises(PairError, match="b: KeyError"):
        load_pair(write(tmp_path / "b", PAIR, {}))
    with pytest.raises(PairError, match="c: unknown style"):
        load_pair(write(tmp_path / "c", PAIR, expected(style="sonnet")))
    with pytest.raises(PairError, match="d: old: para_1 has no change"):
        load_versions(write(tmp_path / "d", VERSIONS, changes(changes=[])))


def test_folders_are_checked_and_what_is_wrong_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a", PAIR, expected())
    write(tmp_path / "b", VERSIONS, changes())
    write(tmp_path / "c", PAIR, expected(style="sonnet"))
    (tmp_path / "README.md").write_text("", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == "c: unknown style 'sonnet'\n3 pairs, 1 wrong\n"


@pytest.mark.parametrize("part", ["dev", "heldout"])
def test_the_pairs_and_versions_of_the_project_fit(part: str) -> None:
    pairs = list(load_pairs(MATCHING / "pairs" / part))
    assert len(pairs) >= 10
    assert {pair.expected["style"] for pair in pairs} >= {"diplomatic_note", "press_reply", "different_draft"}
    assert len(list(load_all_versions(MATCHING / "versions" / part))) >= 2
