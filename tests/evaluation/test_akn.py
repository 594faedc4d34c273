"""The check against the schema, with a schema of our own that knows only the root."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.akn import main

SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="{name}" elementFormDefault="qualified">
<xsd:element name="akomaNtoso"><xsd:complexType><xsd:sequence>
<xsd:any processContents="skip" minOccurs="{least}" maxOccurs="{least}"/></xsd:sequence></xsd:complexType></xsd:element></xsd:schema>"""


@pytest.mark.parametrize(("least", "status"), [(1, 0), (2, 1)])
def test_what_is_not_valid_is_named(
    least: int, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "schema.xsd"
    name = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    schema.write_text(SCHEMA.format(name=name, least=least), encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Article 1\nIt binds.\n", encoding="utf-8")
    assert main(["--schema", str(schema), str(tmp_path)]) == status
    assert f"{1 - status} of 1 are valid." in capsys.readouterr().out
