"""What a passage of a reply does with the item that it answers: its words in, a disposition with its reason out.

``cues``      the phrases that tell, with negation, from ``tables/dispositions.toml``
``traits``    cues and what else tells, as numbers
``stances``   what each of them counts for each disposition, from ``tables/stances.toml``
``judging``   traits and meaning -> the disposition of a passage
``settling``  the links of an item -> where the item stands
``counters``  the words that a passage puts in the place of the item's
"""

from __future__ import annotations

from rejoinder.matching.dispositions.counters import counter_text
from rejoinder.matching.dispositions.judging import Judgement, judge
from rejoinder.matching.dispositions.settling import settle
from rejoinder.matching.dispositions.traits import Passed

__all__ = ["Judgement", "Passed", "counter_text", "judge", "settle"]
