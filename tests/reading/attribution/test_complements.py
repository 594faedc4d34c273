"""Where what is asked, promised or refused begins and ends."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import said

CASES = [
    # the hearer is left out
    ("[[Norway]] {{urged}} <<Denmark to sign>>.", ["to sign"]),
    ("[[Norway]] {{urged}} <<Denmark not to sign>>.", ["not to sign"]),
    ("[[Norway]] {{told}} <<Denmark that it would go>>.", ["that it would go"]),
    ("[[Norway]] {{asked}} <<for it to be signed>>.", ["for it to be signed"]),
    ("[[Norway]] {{asked}} <<whether it was to sign>>.", ["whether it was to sign"]),
    ("[[Norway]] {{demanded}} <<peace>>.", ["peace"]),
    ("[[Norway]] {{urged}} on Monday <<Denmark to sign>>.", ["Denmark to sign"]),
    ("[[Norway]] {{urged}} <<“Denmark to sign”>>.", ["“Denmark to sign”"]),
    ("[[Norway]] {{said}} <<Denmark to sign>>.", ["Denmark to sign"]),
    ("<<Denmark to sign>>, [[Norway]] {{urged}}.", ["Denmark to sign"]),
    ("[[Norway]] {{urged}} <<his counterpart, Jan Lind, to sign>>.", ["to sign"]),
    ("[[Norway]] {{urged}} <<his men, in May, to sign>>.", ["his men, in May, to sign"]),
    ("[[Norway]] {{called on}} <<the others to sign>>.", ["to sign"]),
    ("[[Norway]] {{urged}} <<Denmark who went to sign>>.", ["Denmark who went to sign"]),
    # so are the particle of the cue, and the day
    ("[[Norway]] {{rules}} <<out arms>>.", ["arms"]),
    ("[[Norway]] {{rules}} today <<out arms>>.", ["out arms"]),
    ("[[Norway]] {{went}} <<out there>>.", ["out there"]),
    ("[[Norway]] {{agreed}} <<Monday in Oslo to sign>>.", ["to sign"]),
    ("[[Norway]] {{agreed}} <<on Monday not to sign>>.", ["not to sign"]),
    ("[[Norway]] {{agreed}} <<on Monday and left>>.", ["on Monday and left"]),
    ("[[Norway]] {{agreed}} <<on Monday “in Oslo to sign”>>.", ["on Monday “in Oslo to sign”"]),
    ("[[Norway]] {{said}} <<Monday was the day to sign>>.", ["Monday was the day to sign"]),
    # the next clause is another matter
    ("[[Norway]] {{hopes}} <<for a deal; Denmark sees none>>.", ["for a deal"]),
    ("[[Norway]] {{hopes}} <<for “a deal; or peace”>>.", ["for “a deal; or peace”"]),
    ("[[Norway]] {{said}} <<that it was late; that it was cold>>.", ["that it was late; that it was cold"]),
    # parts in another sentence than the cue's
    ("[1[Norway]1] {1{says}1} <1<that it is late>1>. There <1<is a road>1>.", ["that it is late"]),
    ("[1[Norway]1] {1{says}1}. <1<It is late>1>. <1<There is a road>1>.", ["It is late | There is a road"]),
    ("<1<“It is late,”>1> [1[Berg]1] {1{said}1}. <1<“So late.”>1>", ["“It is late,” | “So late.”"]),
    # what its speaker goes on to do
    ("[[Norway]] {{has urged}} <<Denmark to buy but wants the jobs saved>>.", ["to buy", "the jobs saved"]),
    ("[[Norway]] {{wants}} <<a list and has urged Denmark not to leave>>.", ["a list", "to leave"]),
    ("[[Norway]] {{wants}} <<peace and guarantees for its boats>>.", ["peace and guarantees for its boats"]),
    ("[[Norway]] {{wants}} <<a list and then was asked to go>>.", ["a list and then was asked to go"]),
    ("[[Norway]] {{wants}} <<a list and has>>.", ["a list and has"]),
    ("[[Norway]] {{wants}} <<a list and wants>>.", ["a list and wants"]),
    ("[[Norway]] {{wants}} <<that it leave and asked Denmark to go>>.", ["that it leave and asked Denmark to go"]),
    ("[[Norway]] {{wants}} <<a “list and asked Denmark to go”>>.", ["a “list and asked Denmark to go”"]),
]


@pytest.mark.parametrize(("words", "contents"), CASES)
def test_where_contents_begin_and_end(words: str, contents: list[str]) -> None:
    assert [content for _, _, content in said(words)] == contents
