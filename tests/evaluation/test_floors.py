"""Floors: what fails a check, how they rise, and that they go down only with a reason."""

from pathlib import Path

import pytest

from evaluation.floors import (
    FLOORS,
    Floors,
    Lowered,
    LoweringError,
    Section,
    failures,
    load_floors,
    main,
    raised,
    write_floors,
)
from evaluation.results import Measured, data_digest, load_results, table_of, write_results

FLOOR = Floors({"stories/dev": Section("sha256:a", {"speaker.f1": 75.0, "date.f1": 85.0})})


def measured(data: str = "sha256:a", **figures: float) -> list[Measured]:
    return [Measured("stories/dev", data, {name.replace("_", "."): value for name, value in figures.items()})]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (measured(speaker_f1=75.0, date_f1=99.0), []),
        (measured(speaker_f1=74.9, date_f1=85.0), ["speaker.f1 is 74.9, under its floor of 75.0"]),
        (measured(speaker_f1=80.0), ["date.f1 was not measured; its floor is 85.0"]),
        (measured("sha256:b", speaker_f1=80.0, date_f1=90.0), ["measured on other data (sha256:b)"]),
        ([Measured("polnear/dev", "sha256:c", {"whole": 1.0})], []),
        ([], []),
    ],
    ids=["at the floor", "under it", "figure gone", "other data", "no floors yet", "not measured"],
)
def test_what_fails_a_check(results, expected):
    found = list(failures(FLOOR, results))
    assert len(found) == len(expected)
    assert all(words in sentence for words, sentence in zip(expected, found, strict=True))


def test_floors_follow_the_figures_up_less_a_margin():
    after = raised(FLOOR, measured(speaker_f1=80.0, date_f1=85.1, act=81.2))
    assert after.sections["stories/dev"].floors == {"speaker.f1": 79.7, "date.f1": 85.0, "act": 80.9}
    assert after.lowered == ()


def test_new_data_take_the_section_over_where_nothing_falls():
    after = raised(FLOOR, measured("sha256:b", speaker_f1=76.0, date_f1=86.0))
    assert after.sections["stories/dev"].data == "sha256:b"


@pytest.mark.parametrize(
    "results",
    [measured(speaker_f1=70.0, date_f1=90.0), measured("sha256:b", speaker_f1=70.0, date_f1=90.0)],
    ids=["same data", "other data"],
)
def test_lowering_needs_a_reason_and_keeps_it(results):
    with pytest.raises(LoweringError, match=r"stories/dev speaker\.f1"):
        raised(FLOOR, results)
    after = raised(FLOOR, results, "harder stories came in")
    assert after.sections["stories/dev"].floors == {"speaker.f1": 69.7, "date.f1": 89.7}
    assert after.lowered == (Lowered("stories/dev", "speaker.f1", 75.0, 69.7, "harder stories came in"),)


def test_a_figure_that_is_no_longer_measured_is_a_lowering_too():
    with pytest.raises(LoweringError):
        raised(FLOOR, measured(speaker_f1=80.0))
    after = raised(FLOOR, measured(speaker_f1=80.0), "dates are scored elsewhere")
    assert after.sections["stories/dev"].floors == {"speaker.f1": 79.7}
    assert after.lowered[0].after is None


def test_floors_and_results_survive_their_files(tmp_path):
    lowered = (Lowered("a", "b", 2.0, None, "why"),)
    write_floors(Floors(FLOOR.sections, lowered), tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == Floors(FLOOR.sections, lowered)
    results = [Measured("timex", "sha256:d", {"value F1": 80.0}, {"timexy": {"value F1": 60.0}})]
    write_results(tmp_path / "new" / "results.json", results)
    assert load_results(tmp_path / "new" / "results.json") == results


def test_the_command_checks_raises_and_refuses(tmp_path, capsys):
    floors, results = tmp_path / "floors.json", tmp_path / "results.json"
    write_floors(FLOOR, floors)

    def run(command: str, *options: str) -> int:
        return main(["--floors", str(floors), command, str(results), *options])

    write_results(results, measured(speaker_f1=70.0, date_f1=90.0))
    assert run("check") == 1
    assert run("raise") == 1
    assert load_floors(floors) == FLOOR
    assert run("raise", "--lower-deliberately", "other conventions") == 0
    assert load_floors(floors).lowered[0].reason == "other conventions"
    assert run("check") == 0
    assert "All floors hold." in capsys.readouterr().out


def test_other_json_is_no_result(tmp_path):
    path = tmp_path / "other.json"
    path.write_text("{}")
    with pytest.raises(ValueError, match="does not hold results"):
        load_results(path)


def test_the_digest_is_of_names_and_contents_in_any_order(tmp_path):
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("x")
    other.write_text("y")
    first = data_digest([one, other])
    assert first == data_digest([other, one])
    other.write_text("z")
    assert data_digest([one, other]) != first


def test_a_table_shows_ours_the_peers_and_the_floor():
    section = Measured("timex", "sha256:d", {"value F1": 80.0}, {"timexy": {}})
    assert [line.split() for line in table_of(section, {"value F1": 77.0}).splitlines()] == [
        ["timex", "rejoinder", "timexy", "floor"],
        ["value", "F1", "80.0", "77.0"],
    ]


def test_the_committed_floors_can_be_read():
    assert isinstance(FLOORS, Path)
    assert all(each.data.startswith("sha256:") for each in load_floors().sections.values())
