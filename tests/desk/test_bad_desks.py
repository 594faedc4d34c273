"""A desk that is locked, read-only or full: one clear error, and nothing lost or written by half."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from django.db import connections

from rejoinder.desk.adding import Added, add_sources
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.verifying import verify_desk
from rejoinder.model import StoreError
from rejoinder.store import connecting, open_ledger
from tests.desk.desks import DOCKET, add, new_desk


def test_a_locked_desk_says_so_and_is_added_to_later(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting, "PATIENCE", 0.1)
    desk = new_desk(tmp_path / "desk.db")
    add(desk, "A: one")
    other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert desk.ledger.head(DOCKET).seq == 2
    with pytest.raises(StoreError, match=r"in use by another program\. Wait"):
        add(desk, "B: two")
    other.execute("ROLLBACK")
    other.close()
    assert isinstance(add(desk, "B: two")[0], Added)
    assert list(verify_desk(desk)) == []
    desk.ledger.close()


def test_a_full_desk_keeps_what_it_has_acknowledged(tmp_path):
    desk = new_desk(tmp_path / "desk.db")
    add(desk, "A: one")
    with connections[desk.ledger.alias].cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        ((pages,),) = cursor.fetchall()
        cursor.execute(f"PRAGMA max_page_count = {pages + 8}")
    outcomes = []
    texts = [f"A: story {number}\n{'The river runs. ' * 600}" for number in range(20)]
    inputs = [Gathered(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    with pytest.raises(StoreError, match=r"no room left .* Make room"):
        outcomes.extend(iter_into(outcomes, add_sources(desk, DOCKET, inputs)))
    desk.ledger.close()
    again = replace(desk, ledger=open_ledger(tmp_path / "desk.db"))
    kept = {outcome.source for outcome in outcomes}
    assert kept <= {entry.entered.subject for entry in again.ledger.entries(DOCKET)}
    assert list(verify_desk(again)) == []
    assert sum(isinstance(outcome, Added) for outcome in add_sources(again, DOCKET, inputs)) == 20 - len(kept)
    again.ledger.close()


def iter_into(outcomes, told):
    for outcome in told:
        outcomes.append(outcome)
    return []
