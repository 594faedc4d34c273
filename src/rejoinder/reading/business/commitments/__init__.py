"""From a told story to what is promised in it, and to the next steps that hang on something.

``lines`` gives the sentences in which somebody may be bound; ``clauses`` the verb groups in them, ``subjects`` whose
they are, ``extents`` how far they reach and on what they depend. ``binding`` decides which of them bind whom,
``dues`` and ``creditors`` add by when and to whom, ``merging`` makes one commitment of what is told several times.
"""

from rejoinder.reading.business.commitments.contingencies import find_contingencies
from rejoinder.reading.business.commitments.merging import find_commitments

__all__ = ["find_commitments", "find_contingencies"]
