"""A piece of a story -> the messages and the form of the answer that an endpoint is asked for."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any

from rejoinder.learned.endpoint.pieces import Piece
from rejoinder.model import Document, Span
from rejoinder.reading.attribution.prepared import Prepared

NAMES = 80
"""How many names of a story are told beside each piece, at most."""
_TABLE, _SCHEMA = "prompt.toml", "answer.schema.json"


def messages(document: Document, names: Sequence[str], pieces: Sequence[Piece], number: int) -> list[dict[str, str]]:
    """What is asked about piece ``number`` (from 0) of a story: the rules, then the facts and the text."""
    table = _prompt()
    position = table["position"].format(number=number + 1, count=len(pieces)) if len(pieces) > 1 else ""
    story = table["story"].format(facts=_facts(document, names), position=position, text=pieces[number].text)
    return [
        {"role": "system", "content": table["system"].strip()},
        {"role": "user", "content": _sendable(story.strip())},
    ]


def forms() -> list[dict[str, Any]]:
    """What is added to a request, from the strictest form of the answer to none at all."""
    found: list[dict[str, Any]] = deepcopy(_prompt()["forms"])
    for form in found:
        if "json_schema" in form.get("response_format", {}):
            form["response_format"]["json_schema"]["schema"] = answer_schema()
    return found


def answer_schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    loaded: dict[str, Any] = json.loads(_read(_SCHEMA))
    return loaded


@cache
def prompt_digest() -> str:
    """``sha256:...`` of the prompt and the schema together."""
    return "sha256:" + hashlib.sha256((_read(_TABLE) + _read(_SCHEMA)).encode()).hexdigest()


def names_of(story: Prepared) -> list[str]:
    """The persons, bodies and sides that are named in a story, in their order."""
    return [actor.name for actor in story.cast.parties_in(Span(0, len(story.text)))]


def _facts(document: Document, names: Sequence[str]) -> str:
    known = {
        "title": document.title,
        "publisher": document.publisher,
        "place": document.place,
        "published": f"{document.published:%A} {document.published}" if document.published else None,
        "names": "; ".join(names[:NAMES]),
    }
    return "\n".join(f"{label}: {known[key]}" for key, label in _prompt()["facts"].items() if known[key])


def _sendable(text: str) -> str:
    """The text without what UTF-8 cannot hold (lone surrogates)."""
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _prompt() -> Mapping[str, Any]:
    return tomllib.loads(_read(_TABLE))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
