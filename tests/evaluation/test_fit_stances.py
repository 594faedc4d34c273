"""Numbers for dispositions, fitted on sentences."""

import tomllib

import numpy as np

from evaluation.fit_stances import fit_stances, load_sentences, sections_of
from rejoinder.matching.dispositions import Passed, judge
from rejoinder.matching.dispositions.stances import STANCES, Stances
from rejoinder.matching.dispositions.traits import PHRASES, TRAITS


def test_sentences_are_learned_and_written(tmp_path):
    path = tmp_path / "replies.toml"
    path.write_text(
        '[accepted]\nsentences = ["We agree.", "We accept it.", "Agreed."]\n'
        '[declined]\nsentences = ["We refuse.", "We cannot accept it.", "We reject it."]\n'
        '[answered]\nsentences = ["It was found at four."]\n',
        encoding="utf-8",
    )
    told = load_sentences(None, path)
    fitted = fit_stances([told])
    passed = [Passed("We agree to this.", ""), Passed("We reject this.", "")]
    assert [str(each.disposition) for each in judge(passed, stances=fitted)] == ["accepted", "declined"]
    assert fitted.traits[PHRASES.index("accepted.strong"), 0] >= 0
    again = Stances.read(tomllib.loads(sections_of("here", fitted))["here"])
    assert np.abs(again.traits - fitted.traits).max() <= 0.005
    assert again.meaning.shape == (0, len(STANCES))
    assert again.traits.shape[0] == len(TRAITS)
