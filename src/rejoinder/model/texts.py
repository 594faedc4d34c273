"""What is tabled: drafts, proposals and replies with their items, as a story lists them or as they stand in the text
itself; where they go, who may read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actors import Actor
from rejoinder.model.days import Interval
from rejoinder.model.passages import Passage


class TextKind(StrEnum):
    """The kinds of text that sides hand to one another."""

    DRAFT = "draft"
    PROPOSAL = "proposal"
    REPLY = "reply"
    COUNTER = "counter"
    LETTER = "letter"
    NON_PAPER = "non-paper"
    NOTE_VERBALE = "note verbale"


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where a part stands in a text that is itself in hand.

    ``key``         names the part in every version of the text, however it is numbered there
    ``label``       Akoma Ntoso style, as this version numbers it: ``art_4__para_2``
    ``name``        as people cite it in this version: ``Article 4, paragraph 2``
    ``heading``     its heading, or None
    ``further``     its own words beside ``TextItem.wording``: those that stand after a part in it
    ``introduces``  whether it does no more than introduce the parts in it
    """

    key: str
    label: str
    name: str
    heading: str | None = None
    further: tuple[Passage, ...] = ()
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class TextItem:
    """One part of a text, with the parts that it includes. ``place`` is None for one that a story only tells of."""

    wording: Passage
    items: tuple[TextItem, ...] = ()
    place: ItemPlace | None = None


@dataclass(frozen=True, slots=True)
class TabledText:
    """One text, however often the story speaks of it.

    ``by``         who tabled it, or will; None where the story does not say
    ``to``         to whom it goes
    ``title``      what the story calls it, or None
    ``when``       when it was handed over, else when it was published; None for one that is only announced
    ``published``  when it was published, where the story tells both days, or None
    ``items``      its parts, as far as the story lists them
    ``passage``    the words that tell of it
    ``reason``     why it is there, in a sentence for people
    ``in_hand``    whether its source is the text itself; ``line`` is then the id of the first version of it that is in
                   hand, None where it is that itself
    """

    by: Actor | None
    to: tuple[Actor, ...]
    kind: TextKind
    title: str | None
    when: Interval | None
    items: tuple[TextItem, ...]
    passage: Passage
    reason: str
    published: Interval | None = None
    in_hand: bool = False
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """An item that is moved, or is to be moved, from one forum to another.

    ``what``           the words for what is moved, or None
    ``origin``         the forum that it leaves, or None where none is named
    ``destination``    the forum to which it goes, or None where none is named
    ``by``             who moves it, or None
    ``tabler_agrees``  whether the side that tabled it agrees; None where the story does not say
    ``reason``         why it is there, in a sentence for people
    """

    what: Passage | None
    origin: str | None
    destination: str | None
    by: Actor | None
    tabler_agrees: bool | None
    passage: Passage
    reason: str


class Consent(StrEnum):
    """Where the consent of the other side to a publication stands."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GRANTED = "granted"
    GRANTED_GIST_ONLY = "granted_gist_only"
    REFUSED = "refused"
    LAPSED = "lapsed"


class Publication(StrEnum):
    """How a text, or what it says, has come to be known."""

    PUBLIC = "public"
    GIST_PUBLIC = "gist public"
    LEAKED = "leaked"
    UNILATERAL = "published unilaterally"


@dataclass(frozen=True, slots=True)
class Release:
    """Whether a text may be made public, and who must consent.

    ``of``           the words for the text in question, or None
    ``wanted_by``    who wants it public, or None
    ``consent_of``   whose consent it needs, or None
    ``state``        where that consent stands
    ``publication``  how the text has come to be known, or None while it is not
    ``reason``       why it is there, in a sentence for people
    """

    of: Passage | None
    wanted_by: Actor | None
    consent_of: Actor | None
    state: Consent
    passage: Passage
    reason: str
    publication: Publication | None = None


class Standing(StrEnum):
    """What a side says of an item or a text: that it was answered or not, that it is being played down, that it is the
    main one or a lesser one."""

    ANSWERED = "answered"
    NOT_ANSWERED = "not answered"
    PLAYED_DOWN = "played down"
    MAIN = "main"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Characterisation:
    """How a side characterises an item, by its own words. The program itself characterises nothing.

    ``by``         who says so; None where the story tells it in its own voice
    ``of``         the words for the item or text, or None
    ``words``      the words that characterise it
    ``statement``  the id of the statement in which they stand, or None
    """

    standing: Standing
    by: Actor | None
    of: Passage | None
    words: Passage
    statement: str | None
    reason: str
