"""Whether the machine can set the letters of a PDF, and the mark of tests that need it."""

from __future__ import annotations

import importlib

import pytest


def sets_letters() -> bool:
    """Whether Pango is there."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return False
    return True


needs_pango = pytest.mark.skipif(not sets_letters(), reason="Pango, which sets the letters of a PDF, is not installed")


def marked(suffixes: tuple[str, ...]) -> list[object]:
    """The endings of exports, that of a PDF with the mark."""
    return [pytest.param(one, marks=needs_pango) if one.endswith("pdf") else one for one in suffixes]
