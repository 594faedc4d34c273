"""Meetings and calls: a told story goes in, one record per occasion comes out.

``occasions``     the nouns and verbs that tell of one occasion, each with its clause
``certainty``     whether an occasion is planned, held or cancelled
``participants``  who meets
``places``        where, in which forum
``days``          on which day, and from which it was moved
``spans``         the first day of what took several
``merging``       several tellings of one occasion -> one meeting
"""

from rejoinder.reading.business.meetings.merging import find_meetings

__all__ = ["find_meetings"]
