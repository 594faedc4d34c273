"""The benchmark's stories and its lines (the measuring itself is `make benchmark`)."""

import pytest

from evaluation.benchmark import WORDS, Line, write_stories


def test_stories_have_five_hundred_words_and_differ(tmp_path):
    texts = [path.read_text(encoding="utf-8") for path in write_stories(tmp_path, 6)]
    assert all(WORDS <= len(text.split()) < WORDS + 120 for text in texts)
    assert len(set(texts)) == 6


@pytest.mark.parametrize(("met", "expected"), [(True, False), (False, True)])
def test_a_line_shows_the_ratio_and_what_is_missed(met, expected):
    shown = str(Line("start", 0.6, "s", 0.2, "python -c pass", "< 0.3", met))
    assert " 3.00 x " in shown
    assert ("MISSED" in shown) is expected
