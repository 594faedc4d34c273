"""The one set of routes to which ``reading`` and ``entering`` add theirs: one address is one route."""

from __future__ import annotations

from ninja import Router

router = Router()
