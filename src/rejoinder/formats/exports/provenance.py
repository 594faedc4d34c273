"""Matters -> JSON-LD: who says what, by PROV-O; in which words of which source, by Web Annotation selectors."""

from __future__ import annotations

from typing import Any

import msgspec

from rejoinder.docket.matters import Matter, Report
from rejoinder.formats.exports.rows import row_of, tell
from rejoinder.formats.exports.view import DocketView

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_provenance(view: DocketView) -> bytes:
    """A graph of sources and matters."""
    graph = [*(_source(view, id_) for id_ in view.sources), *(_matter(view, item) for item in view.matters)]
    whole = {"@context": CONTEXT, "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _urn(id_: str) -> str:
    return f"urn:rejoinder:{id_}"


def _source(view: DocketView, id_: str) -> dict[str, Any]:
    kept = view.sources[id_]
    found: dict[str, Any] = {
        "@id": _urn(id_),
        "@type": "prov:PrimarySource",
        "dcterms:title": kept.title or kept.name,
        "prov:generatedAtTime": {"@value": kept.known.isoformat(), "@type": "xsd:dateTime"},
    }
    if kept.publisher:
        found["dcterms:publisher"] = kept.publisher
    if kept.published:
        found["dcterms:issued"] = {"@value": kept.published.isoformat(), "@type": "xsd:date"}
    return found


def _matter(view: DocketView, matter: Matter) -> dict[str, Any]:
    row = row_of(matter, view)
    told = tell(matter)
    found: dict[str, Any] = {
        "@id": _urn(matter.id),
        "@type": ["prov:Entity", _urn(matter.kind.value)],
        "dcterms:description": " ".join(told.what.split()),
        "prov:value": row.standing,
        "prov:wasQuotedFrom": [_quotation(report) for report in matter.reports if report.source],
    }
    names = sorted({name for report in matter.reports for name in report.reported_by} | set(filter(None, [row.by])))
    found["prov:wasAttributedTo"] = [{"@type": "prov:Agent", "dcterms:title": name} for name in names]
    if matter.backing.by:
        found["prov:wasInfluencedBy"] = {"@type": "prov:Person", "dcterms:title": matter.backing.by}
    return found


def _quotation(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": _urn(report.source)},
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": report.passage.start, "oa:end": report.passage.end},
            {"@type": "oa:TextQuoteSelector", "oa:exact": report.passage.exact},
        ],
    }
    if report.out:
        found["prov:wasInvalidatedBy"] = report.out
    return found
