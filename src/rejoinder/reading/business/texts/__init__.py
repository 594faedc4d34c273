"""What is tabled: a told story goes in, one record per text comes out, with the parts that the story lists.

``nouns``     noun phrases that name a text; ``edges`` where they begin and end
``owners``    whose a text is by its noun phrase
``acts``      verbs of handing over, writing and publishing: who does it, to whom, done or announced
``tabling``   what is done with such a text: by whom it is handed over, published, announced or written, and to whom
``standing``  whether a text that is only spoken of is on the table
``contents``  the parts of a text, as they are listed behind its noun or in the sentence after; ``lists`` parts them
``tellings``  both put together: one telling of a text, by a noun or by a verb of writing
``merging``   several tellings of one text -> one record
"""

from rejoinder.reading.business.texts.merging import find_authors, find_texts

__all__ = ["find_authors", "find_texts"]
