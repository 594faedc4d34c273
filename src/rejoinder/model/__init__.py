"""What things are: the frozen types that the rest of the program is made of. Read this first.

``passages``    Span, Passage, Document, Problem: text and places in it
``days``        Interval, TimeExpression: calendar days, as said and as read
``actors``      Actor: who acts, and for which side
``statements``  Act, SaidOn, Statement: attributed speech acts
``commitments`` Due, Commitment, Contingency: what is promised, and what hangs on what
``meetings``    MeetingStatus, Meeting
``texts``       TextKind, TextItem, ItemPlace, TabledText, Referral, Release and Consent, Publication, Characterisation
``outlines``    ItemKind, Item, Outline: a tabled text as its numbered parts
``matrices``    Disposition, Link, ItemRow, Matrix: a draft against its reply
``answers``     Answer: what a reply in hand does with one item
``versions``    ChangeKind, ItemChange, Comparison: two versions of a text
``reading``     Reading and its Business: all that one document was found to say
``entries``     Entry, NewEntry, Evidence and the kinds of what they hold: what a docket is made of
``errors``      RejoinderError and its kinds: bad input, never bad text

Standard library only. Offsets are Unicode code points, half open. Days are calendar days.
"""

from rejoinder.model.actors import Actor
from rejoinder.model.answers import Answer
from rejoinder.model.commitments import Commitment, Contingency, Due
from rejoinder.model.days import Interval, TimeExpression, TimexType
from rejoinder.model.entries import Decision, Entry, EntryKind, Evidence, NewEntry, RecordKind, Relation
from rejoinder.model.errors import (
    AccessError,
    AskedError,
    EndpointError,
    EntryError,
    InputError,
    ModelError,
    RejoinderError,
    StoreError,
)
from rejoinder.model.matrices import Disposition, ItemRow, Link, Matrix, ReplyKind
from rejoinder.model.meetings import Meeting, MeetingStatus
from rejoinder.model.outlines import Item, ItemKind, Outline
from rejoinder.model.passages import Document, Passage, Problem, Severity, Source, Span
from rejoinder.model.reading import Business, Reading
from rejoinder.model.statements import Act, SaidOn, Statement
from rejoinder.model.texts import (
    Characterisation,
    Consent,
    ItemPlace,
    Publication,
    Referral,
    Release,
    Standing,
    TabledText,
    TextItem,
    TextKind,
)
from rejoinder.model.versions import ChangeKind, Comparison, ItemChange, WordChange, WordingNote, Words

__all__ = [
    "AccessError",
    "Act",
    "Actor",
    "Answer",
    "AskedError",
    "Business",
    "ChangeKind",
    "Characterisation",
    "Commitment",
    "Comparison",
    "Consent",
    "Contingency",
    "Decision",
    "Disposition",
    "Document",
    "Due",
    "EndpointError",
    "Entry",
    "EntryError",
    "EntryKind",
    "Evidence",
    "InputError",
    "Interval",
    "Item",
    "ItemChange",
    "ItemKind",
    "ItemPlace",
    "ItemRow",
    "Link",
    "Matrix",
    "Meeting",
    "MeetingStatus",
    "ModelError",
    "NewEntry",
    "Outline",
    "Passage",
    "Problem",
    "Publication",
    "Reading",
    "RecordKind",
    "Referral",
    "RejoinderError",
    "Relation",
    "Release",
    "ReplyKind",
    "SaidOn",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "StoreError",
    "TabledText",
    "TextItem",
    "TextKind",
    "TimeExpression",
    "TimexType",
    "WordChange",
    "WordingNote",
    "Words",
]
