"""All that one document was found to say."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model.commitments import Commitment, Contingency
from rejoinder.model.days import TimeExpression
from rejoinder.model.meetings import Meeting
from rejoinder.model.passages import Document, Problem
from rejoinder.model.statements import Statement
from rejoinder.model.texts import Characterisation, Referral, Release, TabledText


@dataclass(frozen=True, slots=True)
class Business:
    """The business of a negotiation, as one document tells it: records in the order of the text."""

    commitments: tuple[Commitment, ...] = ()
    contingencies: tuple[Contingency, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    texts: tuple[TabledText, ...] = ()
    referrals: tuple[Referral, ...] = ()
    releases: tuple[Release, ...] = ()
    characterisations: tuple[Characterisation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of one document, in the order of the text, and the doubts beside them.

    ``document`` carries the title, place and day as the reading found them. ``produced_by`` is the
    digest of the tagger's weights (``sha256:...``). Where somebody else's model read it, ``read_by`` names that model
    and its address, and ``produced_by`` adds the digest of what it was asked.
    """

    document: Document
    statements: tuple[Statement, ...]
    dates: tuple[TimeExpression, ...]
    problems: tuple[Problem, ...]
    produced_by: str
    business: Business = Business()
    read_by: str | None = None
