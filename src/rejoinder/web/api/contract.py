"""The whole API as OpenAPI: the questions as django-ninja knows them, the answers as msgspec describes their types."""

from __future__ import annotations

from typing import Any

import msgspec
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from rejoinder.web.api.shapes import ANSWERS, MATTERS, RECORDS

_REF = "#/components/schemas/{name}"


class Api(NinjaAPI):
    """An API whose contract describes its answers: each operation names its type in ``answers``."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The contract."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schema["components"].setdefault("schemas", {}).update(answer_schemas())
        return schema


def answer_schemas() -> dict[str, Any]:
    """The JSON Schema of every answer, by the name of its type."""
    _, schemas = msgspec.json.schema_components([*ANSWERS, *MATTERS, *RECORDS], ref_template=_REF)
    matter, record = _one_of(MATTERS), _one_of(RECORDS)
    for name, part in (("MattersShown", "matters"), ("StandingShown", "public")):
        schemas[name]["properties"][part]["items"] = matter
    shown = schemas["RecordShown"]["properties"]
    shown["matter"], shown["record"] = ({"anyOf": [*one["anyOf"], {"type": "null"}]} for one in (matter, record))
    return schemas


def _one_of(types: tuple[type, ...]) -> dict[str, Any]:
    return {"anyOf": [{"$ref": _REF.format(name=one.__name__)} for one in types]}


def answers(name: type, status: int = 200) -> dict[str, Any]:
    """What an operation answers, for its ``openapi_extra``."""
    return {"responses": {status: _told(name), "4XX": _told_by_name("Failure", "What is wrong and what to do")}}


def _told(name: type) -> dict[str, Any]:
    return _told_by_name(name.__name__, (name.__doc__ or "").partition("\n\n")[0])


def _told_by_name(name: str, words: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REF.format(name=name)}}}
    return {"description": " ".join(words.split()), "content": content}
