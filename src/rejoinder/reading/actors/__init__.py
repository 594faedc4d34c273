"""Who acts in a story: a text goes in, its cast comes out, and given words of it are resolved to actors.

``words``        the words of the text, with sentence and quotation
``names``        names of persons, bodies and sides; nouns for posts and bodies
``openers``      which of them are names, and not only words with a capital that open a sentence
``wholes``       names of which the story says only a part, made whole
``parties``      countries, organisations and organs of the tables
``posts``        descriptions: the noun phrase around a post or a body, and how it is recorded
``appositions``  the descriptions that stand beside the name of a person
``people``       the persons of a story, each once
``sides``        the sides and bodies of a story, the invented ones too
``surroundings`` what stands around a word in its sentence
``belonging``    the side of those of whom no words tell it
``bodies``       whom a common noun ("the ministry") means at a place
``entries``      who stands where, and who was spoken of last
``story``        all of these put together
``settling``     what is worked out of a story before anybody asks
``antecedents``  pronouns and roles
``resolving``    whom the words of a source mean
``cast``         the two verbs: ``find_cast`` and ``Cast.resolve``
"""

from rejoinder.reading.actors.cast import Cast, Resolved, find_cast
from rejoinder.reading.actors.names import normalise_name

__all__ = ["Cast", "Resolved", "find_cast", "normalise_name"]
