"""Entries -> where things stand as of a moment. Pure: no files, clock, environment, network or database.

A docket's entries are folded to a snapshot, which is kept and continued; views make of it what the pages show:

    snapshot = fold(ledger.entries("guarantees", known_until=end_of_day))
    standing = where_it_stands(snapshot, day)            # open, due, quiet, newly public, changed
    matter = find_matter(snapshot, "commitment:0f3a...", day)   # one matter, with its history

``matters``   what a docket is about, as it is shown: the types. Read this first
``standing``  a snapshot and a day -> where things stand
``snapshot``  entries -> a snapshot, to be continued; to bytes and back
``kept``      what a snapshot keeps of each entry
``weighty``   text -> the stems of the words that carry a matter
``payloads``  what entries say, to and from canonical JSON
``chain``     the hashes that tie the entries of a docket together, and their check
``ledger``    the port to wherever entries are kept
"""

from rejoinder.docket.snapshot import EMPTY, PROJECTION, Snapshot, decode_snapshot, encode_snapshot, fold
from rejoinder.docket.standing import Since, Standing, all_matters, find_matter, where_it_stands

__all__ = [
    "EMPTY",
    "PROJECTION",
    "Since",
    "Snapshot",
    "Standing",
    "all_matters",
    "decode_snapshot",
    "encode_snapshot",
    "find_matter",
    "fold",
    "where_it_stands",
]
