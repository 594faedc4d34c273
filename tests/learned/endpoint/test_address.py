"""Addresses and keys as users give them."""

from __future__ import annotations

import pytest

from rejoinder.learned.endpoint import Endpoint
from rejoinder.model import EndpointError


@pytest.mark.parametrize(
    ("given", "url", "shown"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080/v1"),
        (" https://host.example/v1/ ", "https://host.example/v1/chat/completions", "https://host.example/v1"),
        ("https://h.example/v1/chat/completions", "https://h.example/v1/chat/completions", "https://h.example/v1"),
        (
            "https://h.example/a?api-version=1&key=x#f",
            "https://h.example/a/chat/completions?api-version=1&key=x",
            "https://h.example/a",
        ),
        ("http://[::1]:9/v1", "http://[::1]:9/v1/chat/completions", "http://[::1]:9/v1"),
    ],
)
def test_the_base_or_the_whole_address(given: str, url: str, shown: str) -> None:
    endpoint = Endpoint.named(given, "m")
    assert (endpoint.url, endpoint.shown, endpoint.title) == (url, shown, f"m at {shown}")


@pytest.mark.parametrize(
    "given",
    ["", "host", "ftp://host/v1", "http://", "file:///etc/passwd", "http://h:99999/", "http://a b/", "http://h/\n/"],
)
def test_what_is_no_address_of_the_web(given: str) -> None:
    with pytest.raises(EndpointError) as raised:
        Endpoint.named(given, "m")
    assert raised.value.code == "endpoint-address"


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(EndpointError) as raised:
        Endpoint.named("https://me:hunter2@host.example/v1", "m")
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(("given", "key"), [(None, None), (" \n", None), (" sk-1 \n", "sk-1")])
def test_a_key_without_the_space_around_it(given: str | None, key: str | None) -> None:
    assert Endpoint.named("https://h.example", "m", given).key == key


@pytest.mark.parametrize("given", ["sk-1\r\nX-Other: 1", "sk-ключ"])
def test_a_key_that_cannot_be_sent_is_not_repeated(given: str) -> None:
    with pytest.raises(EndpointError) as raised:
        Endpoint.named("https://h.example", "m", given)
    assert raised.value.code == "endpoint-key"
    assert "sk-" not in str(raised.value)


def test_the_key_is_in_no_representation() -> None:
    assert "secret" not in repr(Endpoint.named("https://h.example", "m", "secret"))


@pytest.mark.parametrize(
    ("given", "here", "bare"),
    [
        ("http://localhost:1/v1", True, False),
        ("http://127.1.2.3/v1", True, False),
        ("http://[::1]/v1", True, False),
        ("http://10.0.0.8/v1", False, True),
        ("http://localhost.example/v1", False, True),
        ("https://host.example/v1", False, False),
    ],
)
def test_which_addresses_are_this_machine_and_which_are_not_encrypted(given: str, here: bool, bare: bool) -> None:
    endpoint = Endpoint.named(given, "m")
    assert (endpoint.is_here, endpoint.is_open) == (here, bare)
