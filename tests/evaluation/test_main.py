"""The whole evaluation: what it prints and writes, and when it fails (the scorers have tests of their own)."""

import pytest

import evaluation.__main__ as whole
from evaluation.floors import Floors, Section
from evaluation.results import Measured, load_results

RESULTS = [
    Measured("stories/dev", "sha256:a", {"speaker.f1": 78.0}),
    Measured("polnear/dev", "sha256:b", {"whole": 71.0}, {"CRF": {"whole": 40.0}}),
]


@pytest.mark.parametrize(("floor", "status"), [(77.0, 0), (79.0, 1)])
def test_it_fails_where_a_floor_does(floor, status, monkeypatch, tmp_path, capsys):
    floors = Floors({"stories/dev": Section("sha256:a", {"speaker.f1": floor})})
    monkeypatch.setattr(whole, "load_floors", lambda: floors)
    monkeypatch.setattr(whole, "measure_all", lambda data, peers: iter(RESULTS))
    path = tmp_path / "results.json"
    assert whole.main(["--results", str(path)]) == status
    assert load_results(path) == RESULTS
    shown = capsys.readouterr().out
    assert "CRF" in shown
    assert ("under its floor" in shown) is bool(status)


def test_the_stories_are_measured_folder_by_folder_and_the_corpora_only_if_given(monkeypatch, tmp_path):
    for name in ("dev", "heldout"):
        (tmp_path / name).mkdir()
    (tmp_path / "tota").mkdir()
    (tmp_path / "disapere").mkdir()
    monkeypatch.setattr(whole, "STORIES", tmp_path)
    (tmp_path / "tota" / "dev").mkdir()
    monkeypatch.setattr(whole, "PAIRS", tmp_path / "tota")
    for name in ("stories", "polnear", "timex", "outlines", "matching", "crosswise", "tota", "aligning"):
        monkeypatch.setattr(whole, f"measure_{name}", lambda folder, peers=None: (folder.name, peers))
    assert list(whole.measure_all(None, peers=True)) == [
        ("dev", None),
        ("disapere", None),
        ("heldout", None),
        ("tota", None),
        ("dev", None),
        ("dev", True),
        ("dev", None),
    ]
    corpora = [("tota", None), ("disapere", False), ("timex", False), ("polnear", False)]
    assert list(whole.measure_all(tmp_path, peers=False))[7:] == corpora
