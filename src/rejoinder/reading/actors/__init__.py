"""Who acts in a story: a text goes in, its cast comes out, and given words of it are resolved to actors.

``words``        the words of the text, with sentence and quotation
``names``        names of persons, bodies and sides; nouns for posts and bodies
``parties``      countries, organisations and organs of the tables
``posts``        descriptions: the noun phrase around a post or a body
``people``       the persons of a story, each once
``sides``        the sides and bodies of a story, the invented ones too
``story``        persons and sides put together: who stands where
``antecedents``  pronouns and roles
``resolving``    whom the words of a source mean
``cast``         the two verbs: ``find_cast`` and ``Cast.resolve``
"""

from rejoinder.reading.actors.cast import Cast, Resolved, find_cast
from rejoinder.reading.actors.names import normalise_name

__all__ = ["Cast", "Resolved", "find_cast", "normalise_name"]
