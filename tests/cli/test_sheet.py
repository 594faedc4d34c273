"""What a heading says where not all of a part is shown."""

from __future__ import annotations

from rejoinder.cli.standing.sheet import first_shown


def test_a_heading_says_how_many_are_shown_and_how_to_see_the_others():
    assert first_shown(20, 3_204) == ["the first 20 shown (--all)"]
    assert first_shown(3, 3) == []
