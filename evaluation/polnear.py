"""The tagger against PolNeAR dev, beside a CRF trained on the same data in the same run.

``python -m evaluation.polnear --data DATA [--no-peer]`` prints, for source, cue and content, the F1 of
tokens, of exact spans and of overlapping spans, and the F1 of whole attributions (the content overlaps by
half both ways and the source overlaps). Figures are percentages.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evaluation.attributions import Attribution, Tally, count, read_articles
from evaluation.crf import score_crf
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.reading.tagging import TaggedAttribution


def from_tagged(item: TaggedAttribution) -> Attribution:
    """The tagger's attribution in the shape that is scored."""
    return Attribution(
        *(
            tuple((span.start, span.end) for span in spans if span)
            for spans in ((item.source,), (item.cue,), item.content)
        )
    )


def score_tagger(tagger: LearnedTagger, path: Path) -> dict[str, float]:
    """The figures of the tagger on a PolNeAR file."""
    articles = read_articles(path)
    tally = Tally()
    for (_, text, wanted), tagged in zip(articles, tagger.tag([text for _, text, _ in articles]), strict=True):
        count(tally, text, wanted, [from_tagged(item) for item in tagged.attributions], tagged.spans)
    return tally.figures()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.data / "polnear"
    rows = {"tagger": score_tagger(LearnedTagger(arguments.model), folder / "dev.jsonl.gz")}
    if not arguments.no_peer:
        rows["CRF"] = score_crf(folder / "train.jsonl.gz", folder / "dev.jsonl.gz")
    for name in rows["tagger"]:
        print(f"{name:18}", *(f"{label} {figures[name]:5.1f}" for label, figures in rows.items()))


if __name__ == "__main__":
    main()
