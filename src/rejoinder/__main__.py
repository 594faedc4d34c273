"""``python -m rejoinder``: the same as the command ``rejoinder``."""

from rejoinder.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
