"""What is asked -> the words of the answer. The only module that opens a connection, and to one address only.

Redirects are not followed, and for a server on this machine no proxy is used. Whatever goes wrong is an EndpointError
with a remedy; the key and the words of a server that refused it are in none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rejoinder.learned.endpoint.address import Endpoint
from rejoinder.learned.endpoint.asking import forms
from rejoinder.model import EndpointError

if TYPE_CHECKING:
    import httpx2

LARGEST = 4_000_000
"""The bytes of an answer that are taken, at most."""
CONNECT = 10.0
"""Seconds in which a connection must stand."""
WAITS = (2.0, 8.0)
"""Seconds before a busy server is asked again, where it does not say how many itself."""
LONGEST_WAIT = 60.0
_BUSY = (429, 502, 503, 529)
_FORM_REFUSED = (400, 422)
_ASK_AGAIN = "Read this story again; if it goes on, try another model."
_LASTING = ("endpoint-key-refused", "endpoint-unknown")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent: its status, its bytes, and how many seconds it asks to wait, if it does."""

    status: int
    body: bytes
    wait: float | None


@dataclass(slots=True)
class Terms:
    """What was learned of an endpoint: which form of answer it takes, and a refusal after which asking is no use."""

    form: int = 0
    refusal: EndpointError | None = None


class Line:
    """The line to one endpoint.

    ``terms`` are kept from one line to the next; ``pause`` waits some seconds; ``clock`` tells seconds from any start.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        client: httpx2.Client,
        terms: Terms,
        pause: Callable[[float], None],
        clock: Callable[[], float],
    ) -> None:
        self.endpoint = endpoint
        self._client = client
        self._terms = terms
        self._pause = pause
        self._clock = clock

    def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """The words of the answer. EndpointError if there is none, or if an earlier refusal holds for all."""
        if self._terms.refusal is not None:
            raise self._terms.refusal
        for form, added in list(enumerate(forms()))[self._terms.form :]:
            reply = self._send({"messages": messages, **added})
            if reply.status not in _FORM_REFUSED:
                self._terms.form = form
                break
        if reply.status != 200:
            error = _refusal(self.endpoint, reply)
            self._terms.refusal = error if error.code in _LASTING else None
            raise error
        return words_of(reply.body)

    def _send(self, asked: dict[str, Any]) -> Reply:
        """The reply, after asking a busy server again a few times."""
        body = json.dumps({"model": self.endpoint.model, "stream": False, **asked}).encode()
        reply = self._post(body)
        for wait in WAITS:
            seconds = wait if reply.wait is None else reply.wait
            if reply.status not in _BUSY or seconds > LONGEST_WAIT:
                break
            self._pause(seconds)
            reply = self._post(body)
        return reply

    def _post(self, body: bytes) -> Reply:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self.endpoint.key is not None:
            headers["Authorization"] = f"Bearer {self.endpoint.key}"
        with _told(self.endpoint), self._client.stream("POST", self.endpoint.url, content=body, headers=headers) as got:
            return Reply(got.status_code, self._taken(got), _seconds(got.headers.get("Retry-After")))

    def _taken(self, response: httpx2.Response) -> bytes:
        """The bytes of a response, as far as they are taken; one that is packed could be of any size."""
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise EndpointError("endpoint-no-answer", "The endpoint packs its answer, unasked.", _ASK_AGAIN)
        until = self._clock() + self.endpoint.timeout
        taken = bytearray()
        for chunk in response.iter_raw():
            taken += chunk
            if len(taken) > LARGEST:
                message = f"The endpoint's answer is longer than {LARGEST // 1_000_000} MB."
                raise EndpointError("endpoint-too-large", message, _ASK_AGAIN)
            if self._clock() > until:
                raise _too_slow(self.endpoint)
        return bytes(taken)


@contextmanager
def open_line(
    endpoint: Endpoint, terms: Terms, pause: Callable[[float], None], clock: Callable[[], float]
) -> Iterator[Line]:
    """A line to an endpoint, closed in the end. Nothing is sent before something is asked."""
    httpx = load_client()
    timeout = httpx.Timeout(endpoint.timeout, connect=min(CONNECT, endpoint.timeout))
    with httpx.Client(timeout=timeout, follow_redirects=False, trust_env=not endpoint.is_here) as client:
        yield Line(endpoint, client, terms, pause, clock)


def load_client() -> Any:
    """The library that speaks HTTP. EndpointError if the extra ``llm`` is not installed."""
    try:
        import httpx2
    except ImportError as error:
        message = "An endpoint can be asked only with the extra llm, which is not installed."
        raise EndpointError("endpoint-extra", message, "Install it: pip install 'rejoinder[llm]'.") from error
    return httpx2


def words_of(body: bytes) -> str:
    """The words in the reply of a chat endpoint. EndpointError where they are missing, refused or cut off."""
    try:
        choice = json.loads(body)["choices"][0]
        content, ended = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        message = "What the endpoint sent is no answer of a chat endpoint."
        remedy = "Check its address: it must serve /chat/completions in the manner of OpenAI."
        raise EndpointError("endpoint-no-answer", message, remedy) from error
    if ended == "length":
        message = "The endpoint's answer was cut off at its limit of length."
        raise EndpointError("endpoint-cut-off", message, "Let the server answer at greater length, or split the story.")
    if not isinstance(content, str) or not content.strip():
        message = "The endpoint gave an answer without words, as models do that refuse to read a text."
        raise EndpointError("endpoint-no-answer", message, _ASK_AGAIN)
    return content


@contextmanager
def _told(endpoint: Endpoint) -> Iterator[None]:
    """Turns what goes wrong on the line into an EndpointError."""
    httpx = load_client()
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        message = f"There is no connection to {endpoint.shown}."
        raise EndpointError("endpoint-unreachable", message, "Check the address, and that its server runs.") from error
    except httpx.TimeoutException as error:
        raise _too_slow(endpoint) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        message = f"The connection to {endpoint.shown} broke off before an answer was there."
        raise EndpointError("endpoint-broken", message, _ASK_AGAIN) from error


def _too_slow(endpoint: Endpoint) -> EndpointError:
    message = f"{endpoint.shown} gave no answer within {endpoint.timeout:g} seconds."
    return EndpointError("endpoint-timeout", message, "Give it longer with --endpoint-timeout, or a smaller model.")


def _refusal(endpoint: Endpoint, reply: Reply) -> EndpointError:
    """What a status other than 200 means."""
    at, status = endpoint.shown, reply.status
    if status in (401, 403):
        message = f"{at} refuses the key, or wants one (status {status})."
        return EndpointError("endpoint-key-refused", message, "Name a variable with the right key: --endpoint-key-env.")
    if status == 404:
        message = f"{at} does not know the address or the model (status 404)."
        return EndpointError("endpoint-unknown", message, "Check --endpoint and --endpoint-model.")
    if status in _BUSY:
        until = f" and asks to wait {reply.wait:g} seconds" if reply.wait is not None else ""
        message = f"{at} is busy or has reached its limit (status {status}){until}."
        return EndpointError("endpoint-busy", message, "Read this story again later.")
    if 300 <= status < 400:
        message = f"{at} sends elsewhere (status {status}), where you did not send the story."
        return EndpointError("endpoint-moved", message, "Name the new address, if you trust it.")
    said = _said(endpoint, reply.body)
    message = f"{at} refused to read (status {status})" + (f": “{said}”." if said else ".")
    return EndpointError("endpoint-refused", message, "Check the model and its limits, or ask who runs the server.")


def _said(endpoint: Endpoint, body: bytes) -> str:
    """A little of what a server says of its refusal, on one line; nothing where the key is in it."""
    words = "".join(mark if mark.isprintable() else " " for mark in body[:2_000].decode("utf-8", "replace"))
    if endpoint.key is not None and endpoint.key in words:
        return ""
    return " ".join(words.split())[:200]


def _seconds(header: str | None) -> float | None:
    """The seconds of a ``Retry-After``; None where it is missing, or a date."""
    if header is None or not header.strip().isdecimal() or len(header.strip()) > 6:
        return None
    return float(header)
