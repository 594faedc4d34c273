"""The API for people: what can be asked and entered, and what is answered, from the contract itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rejoinder.web.api.wiring import api


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked: its method and address, what it does, its parameters
    with what they say, its answer."""

    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[tuple[str, str], ...]
    posted: str
    answer: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The page."""
    schema = api.get_openapi_schema(path_prefix="/api/")
    operations = [
        _operation(method, path, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "rejoinder/api.html", {"operations": operations, "words": schema["info"]["description"]})


def _operation(method: str, path: str, told: dict[str, Any]) -> Operation:
    answered = next(told["responses"][status] for status in told["responses"] if str(status).startswith("2"))
    posted = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return Operation(
        method.upper(),
        path,
        told.get("summary", ""),
        told.get("description", ""),
        tuple(_parameter(one) for one in told.get("parameters", ())),
        _name(posted),
        _name(answered.get("content", {}).get("application/json", {}).get("schema", {})),
    )


def _parameter(told: dict[str, Any]) -> tuple[str, str]:
    schema = told.get("schema", {})
    words = told.get("description") or schema.get("description") or ""
    return str(told["name"]), str(words)


def _name(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]
