"""What is exported: a docket's matters as of a day, with the sources they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Matter


@dataclass(frozen=True, slots=True)
class DocketView:
    """A docket as it stands at the end of ``today``.

    ``matters``      in the order in which they are to be shown
    ``sources``      those that the matters rest on, by id
    ``recorded``     the moment of the record that is shown, where it is a past one
    ``confirmed``    whether only what a named person stands behind is in it
    """

    docket: str
    title: str
    today: date
    matters: Sequence[Matter]
    sources: Mapping[str, SourceKept]
    recorded: datetime | None = None
    confirmed: bool = False
