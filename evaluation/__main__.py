"""All scores in one run, held against their floors: ``python -m evaluation [--data DIR] [--results FILE]``.

Without --data the reader is scored on the stories of the tests, and outlines and matrices on the pairs. With it, the
beginnings of articles on DIR/tota, the alignment of replies on DIR/disapere, the tagger on DIR/polnear and the dates
on DIR/timex as well, beside their peers (BM25, rapidfuzz; a CRF; dateparser, timexy) on the same data. The results
are written to FILE, from which ``python -m evaluation.floors raise FILE`` takes new floors. The exit status is 1
where a floor fails.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.floors import load_floors, run_check
from evaluation.results import Measured, data_digest, table_of, write_results

STORIES = Path("tests/stories")
PAIRS = Path("tests/matching/pairs")
HELD_OUT = "heldout"
RESULTS = Path("build/evaluation.json")


def measure_stories(folder: Path) -> Measured:
    """The reader on the stories of one folder: its statements and dates, and the business records in them."""
    from evaluation import business, reader
    from evaluation.running import read_stories

    files = (path for path in folder.iterdir() if path.name.endswith((".txt", ".expected.json")))
    figures = reader.score_folders([folder], read_stories).figures()
    figures |= business.score_folders([folder], read_stories).figures()
    return Measured(f"stories/{folder.name}", data_digest(files), figures)


def measure_polnear(folder: Path, peers: bool) -> Measured:
    """The tagger on PolNeAR's dev part, and a CRF trained on its train part."""
    from evaluation.crf import score_crf
    from evaluation.polnear import score_tagger
    from rejoinder.learned.runtime import LearnedTagger

    dev, train = folder / "dev.jsonl.gz", folder / "train.jsonl.gz"
    others = {"CRF": score_crf(train, dev)} if peers else {}
    return Measured("polnear/dev", data_digest([dev]), score_tagger(LearnedTagger(), dev), others)


def measure_timex(folder: Path, peers: bool) -> Measured:
    """The dates on the held-out part of TimeBank and AQUAINT, and two readers of dates of others."""
    from evaluation import timex

    held_out = [each for each in timex.load_marked(folder) if timex.is_held_out(each.name)]
    makers = {"dateparser": timex.make_dateparser, "timexy": timex.make_timexy} if peers else {}
    others = {name: timex.score_reader(make(), held_out) for name, make in makers.items()}
    return Measured("timex/held-out", data_digest([folder / timex.ARCHIVE]), timex.score_timex(folder), others)


def measure_outlines(folder: Path) -> Measured:
    """The items of the drafts in one folder of pairs: found with the right number."""
    from evaluation.outlines import score_outlines

    return Measured(f"outlines/{folder.name}", data_digest(folder.glob("*/*.*")), score_outlines([folder]))


def measure_tota(folder: Path) -> Measured:
    """Where the articles of trade agreements begin."""
    from evaluation import tota

    figures = tota.score_agreements(list(tota.load_agreements(folder)))
    return Measured("tota", data_digest([folder / tota.ARCHIVE]), figures)


def measure_matching(folder: Path, peers: bool) -> Measured:
    """Matrices on the pairs of one folder and comparisons on the versions beside it, and BM25 and rapidfuzz."""
    from evaluation import matching

    return matching.measure(folder, peers=peers)


def measure_crosswise(folder: Path) -> Measured:
    """Matrices on the pairs of one folder, each with numbers that were fitted on the others."""
    from evaluation import crosswise

    return crosswise.measure(folder)[0]


def measure_aligning(folder: Path, peers: bool) -> Measured:
    """Which sentences of reviews the sentences of rebuttals answer, and BM25 and rapidfuzz."""
    from evaluation import aligning

    return aligning.measure(folder, peers=peers)


def measure_all(data: Path | None, peers: bool) -> Iterator[Measured]:
    """Every section that can be measured here, as it is ready."""
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        yield measure_stories(folder)
    for folder in sorted(path for path in PAIRS.iterdir() if path.is_dir()):
        yield measure_outlines(folder)
        yield measure_matching(folder, peers)
        if folder.name != HELD_OUT:
            yield measure_crosswise(folder)
    if data is not None:
        if (data / "tota").is_dir():
            yield measure_tota(data / "tota")
        if (data / "disapere").is_dir():
            yield measure_aligning(data / "disapere", peers)
        yield measure_timex(data / "timex", peers)
        yield measure_polnear(data / "polnear", peers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write, check."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="a folder with the corpora polnear/ and timex/")
    parser.add_argument("--results", type=Path, default=RESULTS, help=f"where the results go ({RESULTS})")
    parser.add_argument("--no-peers", action="store_true", help="leave the other programs out")
    chosen = parser.parse_args(arguments)
    warnings.simplefilter("ignore")  # those of the peers
    floors, results = load_floors(), []
    for section in measure_all(chosen.data, not chosen.no_peers):
        results.append(section)
        known = floors.sections.get(section.name)
        print(table_of(section, known and known.floors), end="\n\n", flush=True)
    write_results(chosen.results, results)
    return run_check(results, floors)


if __name__ == "__main__":
    sys.exit(main())
