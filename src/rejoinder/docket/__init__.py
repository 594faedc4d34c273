"""Entries -> where things stand as of a moment. Pure: no files, clock, environment, network or database.

A docket's entries are folded to a snapshot, which is kept and continued; views make of it what the pages show:

    snapshot = fold(ledger.entries("guarantees", known_until=end_of_day))
    standing = where_it_stands(snapshot, day)            # open, due, quiet, newly public, changed
    matter = find_matter(snapshot, "commitment:0f3a...", day)   # one matter, with its history

``matters``    what a docket is about, as it is shown: the types. Read this first
``standing``   a snapshot and a day -> where things stand; with ``changes`` since a moment
``views``      a snapshot and a day -> any matter by its id, and all of them: ``commitments`` (with ``dues``),
               ``meetings``, ``texts``, ``releases``, ``next_steps``, ``actors``; ``quiet`` items
``folding``    entries -> a ``snapshot``, to be continued; ``kept`` and ``short`` are what stays of each entry
``past``       a snapshot and a moment -> what was known then
``live``       what of it counts after all judgements (``judging``) and corrections (``sources``)
``grouping``   which records tell of one matter: ``sameness``, ``weighty`` words, ``clustering``
``deeds``      who handed over what and met whom on which day; ``spoken``: of which items some words speak
``telling``    the records of a matter read whole; ``reports``: how each is shown, on whose word it stands
``calendars``  working days, holidays and time zones
``entering``   a reading -> new entries
``payloads``   what entries say, to and from canonical JSON
``chain``      the hashes that tie the entries of a docket together, and their check
``ledger``     the port to wherever entries are kept
"""

from rejoinder.docket.calendars import Reckoning
from rejoinder.docket.changes import Changed, Since
from rejoinder.docket.folding import fold
from rejoinder.docket.snapshot import EMPTY, PROJECTION, Snapshot, decode_snapshot, encode_snapshot
from rejoinder.docket.standing import Standing, where_it_stands
from rejoinder.docket.views import Views, all_matters, find_matter

__all__ = [
    "EMPTY",
    "PROJECTION",
    "Changed",
    "Reckoning",
    "Since",
    "Snapshot",
    "Standing",
    "Views",
    "all_matters",
    "decode_snapshot",
    "encode_snapshot",
    "find_matter",
    "fold",
    "where_it_stands",
]
