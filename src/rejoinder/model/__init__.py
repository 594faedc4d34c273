"""What things are: the frozen types that the rest of the program is made of. Read this first.

``passages``    Span, Passage, Document, Problem: text and places in it
``days``        Interval, TimeExpression: calendar days, as said and as read
``actors``      Actor: who acts, and for which side
``statements``  Act, SaidOn, Statement: attributed speech acts
``reading``     Reading: all that one document was found to say
``errors``      RejoinderError and its kinds: bad input, never bad text

Standard library only. Offsets are Unicode code points, half open. Days are calendar days.
"""

from rejoinder.model.actors import Actor
from rejoinder.model.days import Interval, TimeExpression, TimexType
from rejoinder.model.errors import InputError, ModelError, RejoinderError
from rejoinder.model.passages import Document, Passage, Problem, Severity, Source, Span
from rejoinder.model.reading import Reading
from rejoinder.model.statements import Act, SaidOn, Statement

__all__ = [
    "Act",
    "Actor",
    "Document",
    "InputError",
    "Interval",
    "ModelError",
    "Passage",
    "Problem",
    "Reading",
    "RejoinderError",
    "SaidOn",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "TimeExpression",
    "TimexType",
]
