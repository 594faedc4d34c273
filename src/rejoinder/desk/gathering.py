"""What a person names (files, folders, ``-``, web archives, addresses) -> names with the bytes behind them, one by one.

An input that cannot be had is told in its place and stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.desk.archives import is_archive, read_archive
from rejoinder.desk.feeds import FeedItem, read_feed
from rejoinder.desk.fetching import Fetched, fetch
from rejoinder.formats import read_bytes
from rejoinder.model import InputError

SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Gathered:
    """One input: its name (a path or an address) and its bytes, or the error that stopped it."""

    name: str
    data: bytes | InputError


Fetch = Callable[[str], Fetched]


def is_address(text: str) -> bool:
    """Whether a text is an address on the web."""
    return text.lower().startswith(SCHEMES)


def always(item: FeedItem) -> bool:
    """Take every item of a feed."""
    del item
    return True


def gather(
    inputs: Iterable[str], fetch_page: Fetch = fetch, wanted: Callable[[FeedItem], bool] = always
) -> Iterator[Gathered]:
    """The inputs in the order given: a folder gives its files (hidden ones left out), a web archive its pages, a feed
    those pages of it that are ``wanted``."""
    for text in inputs:
        if is_address(text):
            yield from _gather_address(text, fetch_page, wanted)
        elif text != "-" and Path(text).is_dir():
            yield from _gather_folder(Path(text))
        else:
            yield from _gather_file(text)


def count_inputs(inputs: Sequence[str]) -> int | None:
    """How many files are named, as far as can be told beforehand; None where an address or archive is among them."""
    if any(is_address(text) or is_archive(text) for text in inputs):
        return None
    return sum(len(files_in(Path(text))) if text != "-" and Path(text).is_dir() else 1 for text in inputs)


def files_in(folder: Path) -> list[Path]:
    """The files of a folder and of those within it, by path, without hidden ones."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _gather_folder(folder: Path) -> Iterator[Gathered]:
    for path in files_in(folder):
        yield from _gather_file(str(path))


def _gather_file(name: str) -> Iterator[Gathered]:
    if is_archive(name):
        yield from (Gathered(*page) for page in read_archive(name))
        return
    try:
        yield Gathered(name, read_bytes(name))
    except InputError as error:
        yield Gathered(name, error)


def _gather_address(address: str, fetch_page: Fetch, wanted: Callable[[FeedItem], bool]) -> Iterator[Gathered]:
    try:
        page = fetch_page(address)
    except InputError as error:
        yield Gathered(address, error)
        return
    items = read_feed(page)
    if items is None:
        yield Gathered(page.address, page.data)
        return
    for item in items:
        if wanted(item):
            yield _gather_page(item.address, fetch_page)


def _gather_page(address: str, fetch_page: Fetch) -> Gathered:
    """A page that a feed names, under the name that the feed gives it."""
    try:
        return Gathered(address, fetch_page(address).data)
    except InputError as error:
        return Gathered(address, error)
