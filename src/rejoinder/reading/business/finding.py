"""A told story -> its business: the one place where the finders of each kind of record are called."""

from __future__ import annotations

from rejoinder.model import Business
from rejoinder.reading.business.characterisations import find_characterisations
from rejoinder.reading.business.commitments import find_commitments, find_contingencies
from rejoinder.reading.business.matters import find_matters
from rejoinder.reading.business.meetings import find_meetings
from rejoinder.reading.business.referrals import find_referrals
from rejoinder.reading.business.releases import find_releases
from rejoinder.reading.business.texts import find_texts
from rejoinder.reading.business.told import Told


def find_business(told: Told) -> Business:
    """The records of the negotiation in a story, each kind in the order of the text. Never raises on any text."""
    matters = find_matters(told)
    return Business(
        commitments=find_commitments(told),
        contingencies=find_contingencies(told),
        meetings=find_meetings(told),
        texts=find_texts(told),
        referrals=find_referrals(told, matters),
        releases=find_releases(told),
        characterisations=find_characterisations(told, matters),
    )
