"""The benchmark of dockets, on a small one: what it measures is there, and a missed target fails where asked to."""

from __future__ import annotations

import sys

from evaluation import docket_benchmark


def test_a_small_docket_is_measured(capsys, monkeypatch):
    monkeypatch.setattr(
        docket_benchmark, "status", lambda path, *arguments, times, first: 0.4 if "whole" in path.name else 0.3
    )
    monkeypatch.setattr(sys, "argv", ["docket_benchmark", "--entries", "400", "--times", "1"])
    assert docket_benchmark.main() == 0
    shown = capsys.readouterr().out
    assert "entries appended a second" in shown
    assert "status now, growth" in shown
    assert "search, slowest" in shown


def test_a_missed_target_fails(monkeypatch):
    monkeypatch.setattr(docket_benchmark, "status", lambda path, *arguments, times, first: 9.0)
    monkeypatch.setattr(sys, "argv", ["docket_benchmark", "--entries", "400", "--times", "1", "--check"])
    assert docket_benchmark.main() == 1
