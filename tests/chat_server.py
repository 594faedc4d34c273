"""A chat endpoint on this machine for the tests: replies made beforehand, and what was asked kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Scripted:
    """One reply: a status, headers, bytes. ``stall`` holds the bytes back until the server ends."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    stall: bool = False
    cut: bool = False


@dataclass
class Chat:
    """A running server: its address and what it was asked, with the headers."""

    address: str
    asked: list[dict[str, Any]]
    headers: list[dict[str, str]]
    paths: list[str]

    def user_words(self, at: int = 0) -> str:
        return self.asked[at]["messages"][1]["content"]


def saying(content: Any, ended: str | None = "stop") -> Scripted:
    """A reply in the manner of OpenAI whose words are ``content``, or its JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    return Scripted(json.dumps({"choices": [{"message": {"content": words}, "finish_reason": ended}]}).encode())


@contextmanager
def chat_server(replies: Sequence[Scripted]) -> Iterator[Chat]:
    """A server that gives the replies one after the other, the last one again and again."""
    over = threading.Event()
    chat = Chat("", [], [], [])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply = replies[min(len(chat.asked), len(replies) - 1)]
            body = self.rfile.read(int(self.headers["Content-Length"]))
            chat.asked.append(json.loads(body))
            chat.headers.append(dict(self.headers))
            chat.paths.append(self.path)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.cut))
            self.end_headers()
            if reply.stall:
                over.wait(10)
            self.wfile.write(reply.body)
            self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """The tests say what was asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a client that has gone is no failure
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    chat.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield chat
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()
