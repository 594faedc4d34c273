"""From statements to the business of a negotiation: promises, texts, meetings, moves, publication.

``find_business`` takes a story whose speakers are known (``told.Told``) and gives its ``Business``. Each kind of
record has a module of its own; they ask the same ``Told`` and do not ask one another.
"""

from rejoinder.reading.business.finding import find_business
from rejoinder.reading.business.told import Told

__all__ = ["Told", "find_business"]
