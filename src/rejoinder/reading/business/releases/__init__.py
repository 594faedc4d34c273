"""Releases: which text somebody wants public, whose consent it needs, where that stands, and what has leaked.

A told story goes in, its releases come out in the order of the text. A release is a word of publishing with a
text beside it ("make Washington's answers public", "the leaked draft", "asked to see the draft") where somebody wants,
asks, promises or refuses it, or consent or a leak is spoken of; that a side published its own text is told by the text
itself, but for what goes from one side to another ("made the answer public").

``publishing``  words of publishing, seeing, keeping private and coming out, with the text that they speak of
``outcomes``    whether it is still to come, is denied, or has come out, and how
``asking``      words of asking, refusing and consenting in a sentence, and the conditions before them
``states``      where the consent stands, by the sentence itself and by the next one
``sides``       who wants it public, and whose consent it needs
``finding``     all put together
"""

from rejoinder.reading.business.releases.finding import find_releases

__all__ = ["find_releases"]
