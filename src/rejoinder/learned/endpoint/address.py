"""An endpoint as the user names it: an address, a model, a key -> an ``Endpoint`` that can be shown without the key."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit, urlunsplit

from rejoinder.model import EndpointError

TIMEOUT = 300.0
"""Seconds that an answer may take by default: a model on a desk machine is slow."""
_COMPLETIONS = "/chat/completions"
_REMEDY = "Give it as https://HOST/v1, or http://127.0.0.1:PORT/v1 for a server on this machine."


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A chat endpoint in the manner of OpenAI's ``/chat/completions``.

    ``url``      the address to which stories are sent; ``named`` makes it from what the user gave
    ``model``    the model that the endpoint is asked for
    ``key``      sent as a bearer token; None for an endpoint that wants none. It is in no message and no ``repr``
    ``timeout``  the seconds that one answer may take
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = TIMEOUT

    @classmethod
    def named(cls, address: str, model: str, key: str | None = None, timeout: float = TIMEOUT) -> Endpoint:
        """The endpoint under an address: the base of its API, or the whole address of its chat completions.

        EndpointError for what is no address of the web, for one with a password in it, for a key that cannot be sent.
        """
        parts = _split(address.strip())
        path = parts.path.rstrip("/")
        path = path if path.endswith(_COMPLETIONS) else path + _COMPLETIONS
        url = urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))
        return cls(url, model, _checked_key(key), timeout)

    @property
    def shown(self) -> str:
        """The address for people: without its query, where some services carry a key."""
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix(_COMPLETIONS), "", ""))

    @property
    def title(self) -> str:
        """``MODEL at ADDRESS``: who reads."""
        return f"{self.model} at {self.shown}"

    @property
    def is_here(self) -> bool:
        """Whether the address is this machine's own."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def is_open(self) -> bool:
        """Whether what is sent can be read on the way: no encryption, and another machine."""
        return urlsplit(self.url).scheme == "http" and not self.is_here


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits or not address.isprintable() or " " in address:
        raise EndpointError("endpoint-address", "The address of the endpoint is no address of the web.", _REMEDY)
    if "@" in parts.netloc:
        message = "The address of the endpoint holds a name or a password."
        raise EndpointError("endpoint-address", message, "Take it out, and name the variable that holds the key.")
    return parts


def _checked_key(key: str | None) -> str | None:
    if key is None or not key.strip():
        return None
    bare = key.strip()
    if not (bare.isascii() and bare.isprintable()):
        message = "The key of the endpoint has characters that cannot be sent."
        raise EndpointError("endpoint-key", message, "Copy the key again, without line breaks or other signs.")
    return bare
