"""The links of an item -> where the item stands."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.model import Disposition, Link

_WEIGHT = {
    Disposition.COUNTERED: 7,
    Disposition.DEFLECTED: 6,
    Disposition.DECLINED: 5,
    Disposition.DEFERRED: 4,
    Disposition.ACCEPTED_WITH_CHANGE: 3,
    Disposition.ACCEPTED: 2,
    Disposition.NOTED: 1,
}


def settle(links: Sequence[Link]) -> Disposition:
    """Not addressed without links; accepted with change where one link accepts and another declines or counters; else
    the weightiest of what the links say."""
    said = {link.disposition for link in links}
    if not said:
        return Disposition.NOT_ADDRESSED
    if Disposition.ACCEPTED in said and said & {Disposition.COUNTERED, Disposition.DECLINED}:
        return Disposition.ACCEPTED_WITH_CHANGE
    return max(said, key=_WEIGHT.__getitem__)
