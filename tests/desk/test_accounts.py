"""Accounts as use cases: who may make and change them, which names and passwords will do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import override_settings

from rejoinder.desk.accounts import (
    Purpose,
    add_account,
    change_password,
    enable_account,
    give_token,
    has_accounts,
    holder_of,
    list_accounts,
    list_tokens,
    revoke_token,
    seat,
    sign_in,
)  # fmt: skip
from rejoinder.desk.dockets import list_dockets
from rejoinder.desk.judging import undo
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.model import AccessError, AskedError, StoreError
from tests.desk.desks import DOCKET, added, new_desk

PASSWORD = "nine grey herons"


@pytest.fixture(autouse=True)
def quick_hashes():
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request, tmp_path):
    address = tmp_path / "desk.db" if request.param == "sqlite" else request.getfixturevalue("server").new_database()
    opened = new_desk(address, user="the owner")
    yield opened
    opened.ledger.close()


def test_accounts_are_made_listed_and_disabled(desk):
    assert not has_accounts(desk)
    add_account(desk, "  Milo   Ostrander ", PASSWORD)
    add_account(desk, "Ada", PASSWORD)
    assert has_accounts(desk)
    enable_account(desk, "ADA", enabled=False)
    assert [(one.name, one.is_active) for one in list_accounts(desk)] == [("Ada", False), ("Milo Ostrander", True)]
    assert PASSWORD not in "".join(one.password for one in list_accounts(desk))


def test_a_name_is_given_once(desk):
    add_account(desk, "Ada", PASSWORD)
    with pytest.raises(StoreError, match="already"):
        add_account(desk, "ADA", PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "-", "a\tb\x00", "<b>", "x" * 101, "A\u202eB"])
def test_what_is_no_name(desk, name):
    with pytest.raises(AskedError, match="no name"):
        add_account(desk, name, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "password123", "1234567890", "Milo Ostrander", "x" * 1_001])
def test_what_is_no_good_password(desk, password):
    with pytest.raises(AskedError, match="password"):
        add_account(desk, "Milo Ostrander", password)
    assert not has_accounts(desk)


def test_an_account_may_do_all_in_dockets_and_nothing_to_the_desk(desk):
    added(desk)
    add_account(desk, "Ada", PASSWORD)
    add_account(desk, "Milo", PASSWORD)
    ada = seat(desk, "Ada")
    assert ada.user == "Ada"
    for deed in (Deed.ENTER, Deed.READ, Deed.ADD, Deed.JUDGE, Deed.RECORD, Deed.MAKE):
        ask(ada, deed, DOCKET)
    for deed in (Deed.COPY, Deed.MANAGE):
        with pytest.raises(AccessError, match="may not"):
            ask(ada, deed)
    for forbidden in (
        lambda: add_account(ada, "Eve", PASSWORD),
        lambda: enable_account(ada, "Ada", enabled=False),
        lambda: change_password(ada, "Milo", "ten brown otters"),
        lambda: change_password(ada, "Nobody", "ten brown otters"),
        lambda: list_tokens(ada, "Milo"),
        lambda: give_token(ada, "Milo", Purpose.API),
        lambda: list_accounts(ada),
    ):
        with pytest.raises(AccessError):
            forbidden()
    change_password(ada, "Ada", "ten brown otters")


def test_nobody_may_do_nothing(desk):
    added(desk)
    add_account(desk, "Ada", PASSWORD)
    nobody = seat(desk, None)
    assert list_dockets(nobody) == []
    for forbidden in (
        lambda: snapshot_as_of(nobody, DOCKET),
        lambda: undo(nobody, DOCKET),
        lambda: list_tokens(nobody, ""),
    ):
        with pytest.raises(AccessError, match="not signed in"):
            forbidden()


def test_a_disabled_account_may_nothing_at_once(desk):
    added(desk)
    add_account(desk, "Ada", PASSWORD)
    ada = seat(desk, "Ada")
    snapshot_as_of(ada, DOCKET)
    enable_account(desk, "Ada", enabled=False)
    with pytest.raises(AccessError, match="Ada may not read"):
        snapshot_as_of(ada, DOCKET)
    with pytest.raises(AccessError):
        list_tokens(ada, "Ada")


def test_tokens_are_for_one_purpose_and_docket(desk):
    add_account(desk, "Ada", PASSWORD)
    secret = give_token(desk, "Ada", Purpose.FEED, docket=DOCKET)
    assert holder_of(desk, secret, Purpose.FEED, DOCKET) == "Ada"
    assert holder_of(desk, secret, Purpose.FEED, "other") is None
    assert holder_of(desk, secret, Purpose.API) is None
    (token,) = list_tokens(desk, "Ada")
    revoke_token(desk, "Ada", token.id)
    assert holder_of(desk, secret, Purpose.FEED, DOCKET) is None
    with pytest.raises(AskedError, match="no token"):
        revoke_token(desk, "Ada", token.id)
    with pytest.raises(StoreError, match="no docket"):
        give_token(desk, "Ada", Purpose.FEED, docket="unheard")
    with pytest.raises(AskedError, match="no account"):
        give_token(desk, "Eve", Purpose.API)


def test_the_present_password_is_asked_for_where_it_is_given(desk):
    add_account(desk, "Ada", PASSWORD)
    with pytest.raises(AskedError, match="present password"):
        change_password(desk, "Ada", "ten brown otters", before="wrong")
    assert sign_in(desk, "ada", PASSWORD, "here").name == "Ada"


def test_a_desk_in_memory_has_no_accounts():
    desk = new_desk()
    assert not has_accounts(desk)
    assert list_accounts(desk) == ()
    assert seat(desk, None) is desk
    assert holder_of(desk, "x", Purpose.API) is None
    with pytest.raises(StoreError, match="in memory"):
        add_account(desk, "Ada", PASSWORD)
    with pytest.raises(StoreError, match="in memory"):
        give_token(replace(desk, user="Ada"), "Ada", Purpose.API)
