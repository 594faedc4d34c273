"""``rejoinder schema``: the JSON Schema of what ``rejoinder read --json`` prints."""

from __future__ import annotations

from rejoinder.cli.output import put_json


def schema() -> None:
    """Print the JSON Schema of what read prints as JSON."""
    from rejoinder.formats.contract import schema as contract_schema

    put_json(contract_schema(), indent=2)
