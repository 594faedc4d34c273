"""A reader elsewhere: stories go to a chat endpoint that the user names, and what comes back is checked word by word.

Nothing is sent unless somebody makes an ``EndpointReader`` with an ``Endpoint``. The modules, in the order in which
a story meets them:

``address``    the endpoint: its address, its model, its key
``pieces``     a long story cut at its paragraphs
``asking``     a piece -> what is asked (``prompt.toml``, ``answer.schema.json``)
``sending``    what is asked -> the words of the answer, or an EndpointError; the only module that opens a connection
``answers``    the words of the answer -> its JSON, and each value in it checked for its type
``locating``   words as they were given back -> the one place in the story where they stand
``ground``     what a record may rest on: the places, names and days of the story
``speech``     the answer's statements -> Statements
``dealings``   the answer's commitments, meetings, texts, referrals and releases -> Business
``reader``     all of it, in order: documents -> Readings
"""

from rejoinder.learned.endpoint.address import Endpoint
from rejoinder.learned.endpoint.reader import EndpointReader

__all__ = ["Endpoint", "EndpointReader"]
