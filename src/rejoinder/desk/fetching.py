"""Addresses on the web -> bytes, within limits: only http and https, a size, a time, and no machine of the inner
network unless that is asked for. Every redirect is checked as the first address is."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from rejoinder._version import __version__
from rejoinder.formats import MAX_BYTES
from rejoinder.model import InputError

AGENT = f"rejoinder/{__version__}"
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address (the one to which redirects led): its bytes and the media type that its server says."""

    address: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How long (seconds) and how large (bytes) a page may be, and whether machines of the inner network are asked."""

    seconds: float = 30
    size: int = MAX_BYTES
    private: bool = False


class _RefusedError(OSError):
    """An address that may not be asked."""


def fetch(address: str, limits: Limits = Limits()) -> Fetched:
    """What stands at an address. InputError ``unreachable``, ``refused``, ``too-large``, ``too-slow``, ``address``."""
    if urlsplit(address).scheme.lower() not in ("http", "https"):
        raise _error(address, "address", "is no address of the web", "Give one that begins with http:// or https://.")
    request = urllib.request.Request(address, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})  # noqa: S310 - checked above
    try:
        with _opener(limits).open(request, timeout=limits.seconds) as response:
            data = b"".join(_chunks(response, address, limits))
            return Fetched(response.url, data, response.headers.get_content_type())
    except HTTPError as error:
        error.close()
        message = f"gives no page: its server says {error.code} {error.reason}".rstrip()
        raise _error(address, "refused", message, "Check the address.") from None
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(address, error) from None


def _chunks(response: Any, address: str, limits: Limits) -> Iterator[bytes]:
    """The body, as long as it keeps within the limits."""
    end = time.monotonic() + limits.seconds
    size = 0
    while chunk := response.read1(CHUNK):
        size += len(chunk)
        if size > limits.size:
            remedy = "Fetch it by hand and split it into its stories."
            raise _error(address, "too-large", f"is larger than {limits.size // 1024 // 1024} MB", remedy)
        if time.monotonic() > end:
            message = f"did not come within {limits.seconds:g} seconds"
            raise _error(address, "too-slow", message, "Try again later.")
        yield chunk


def _unreachable(address: str, error: Exception) -> InputError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, _RefusedError):
        return _error(address, "private", f"is not asked: {reason}", "If it is meant, allow it with --private.")
    told = getattr(reason, "strerror", None) or " ".join(str(reason).split()).rstrip(".") or type(error).__name__
    return _error(address, "unreachable", f"cannot be reached: {told}", "Check the address and the network.")


def _error(address: str, code: str, message: str, remedy: str) -> InputError:
    return InputError(address, code, f"{address} {message}.", remedy)


def _opener(limits: Limits) -> urllib.request.OpenerDirector:
    """Opens http and https alone: no files, no proxies of the environment, and checks where each connection goes."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        _Plain(limits),
        _Secure(limits),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).scheme.lower() not in ("http", "https"):
            fp.close()
            raise _RefusedError(f"it leads to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_connection(http.client.HTTPConnection, self._limits), req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def https_open(self, req: urllib.request.Request) -> Any:
        made = _connection(http.client.HTTPSConnection, self._limits)
        return self.do_open(made, req, context=ssl.create_default_context())


def _connection(base: type[http.client.HTTPConnection], limits: Limits) -> Any:
    """A kind of connection that goes to no other machine than the one that was checked."""

    class Checked(base):  # type: ignore[misc, valid-type]  # a class of either kind
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._create_connection = lambda where, wait, source=None: _connect(where, wait, source, limits)

    return Checked


def _connect(where: tuple[str, int], wait: float, source: Any, limits: Limits) -> socket.socket:
    """A connection to the first machine of that name that may be asked and answers."""
    found = socket.getaddrinfo(*where, type=socket.SOCK_STREAM)
    allowed = [(str(place[4][0]), int(place[4][1])) for place in found if limits.private or is_public(str(place[4][0]))]
    if not allowed:
        raise _RefusedError(f"{where[0]} is a machine of the inner network")
    for place in allowed[:-1]:
        try:
            return socket.create_connection(place, wait, source)
        except OSError:
            continue
    return socket.create_connection(allowed[-1], wait, source)


def is_public(address: str) -> bool:
    """Whether a machine's address is one of the public internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(number, "ipv4_mapped", None) or number
    return bool(inner.is_global) and not inner.is_multicast
