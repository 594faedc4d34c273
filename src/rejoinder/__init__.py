"""Rejoinder keeps the docket of a negotiation. The verbs of the program; nothing else.

``read(text, published)``  a wire story -> who said what to whom, and when (a ``rejoinder.model.Reading``)
``outline(text)``          a draft, a letter, a resolution -> its numbered parts (a ``rejoinder.model.Outline``)
``align(items, passages)``  passages of a reply -> for each the items that it answers, with probabilities
``match(draft, reply)``     a draft and its reply -> what of it is answered, and how (a ``rejoinder.model.Matrix``)

Nothing heavy is imported before a verb is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rejoinder._version import __version__

if TYPE_CHECKING:
    from datetime import date

    from rejoinder.model import Matrix, Outline, Reading
    from rejoinder.reading.tagging import Tagger

__all__ = ["__version__", "align", "match", "outline", "read"]


def read(
    text: str,
    published: date | str | None = None,
    *,
    title: str | None = None,
    tagger: Tagger | None = None,
    today: date | None = None,
) -> Reading:
    """Read one story. Offsets in the Reading are code points into ``text``, half open.

    ``published``  the day of publication, as a date or YYYY-MM-DD; None to find it in the dateline
    ``title``      the headline, where it is known from outside the text
    ``tagger``     another tagger than the shipped one
    ``today``      the day after which no story can be; that of the clock by default

    No text raises; what is doubtful in it is in ``Reading.problems``. ValueError for a ``published`` that is no
    day; ``rejoinder.model.ModelError`` if the shipped tagger is missing or damaged.
    """
    from datetime import date

    from rejoinder.desk.reading import read_text

    day = date.fromisoformat(published) if isinstance(published, str) else published
    return read_text(text, day, title, tagger, today)


def outline(text: str) -> Outline:
    """The numbered parts of a text that was tabled: articles, paragraphs, points, annexes, each with its words.

    Offsets are code points into ``text``, half open. Each item has a ``label`` in the style of Akoma Ntoso
    (``art_4__para_2``), and a ``key`` from its wording that stays the same when it is renumbered. No text raises: one
    without numbers gives its paragraphs as items, and ``problems`` says so.
    """
    from rejoinder.matching.outline import outline_text

    return outline_text(text)


def match(draft: str, reply: str) -> Matrix:
    """What of the draft the reply answers, item by item: accepted, countered, declined, put off, sent elsewhere,
    noted, or not addressed, each with the words.

    Offsets of items are code points into ``draft``, those of passages into ``reply``. No text raises: that a reply
    answers another draft, for example, is in ``problems``. ``rejoinder.model.ModelError`` if the shipped tagger is
    missing or damaged.
    """
    from rejoinder.desk.matching import match_two_texts

    return match_two_texts(draft, reply)


def align(items: list[str], passages: list[str]) -> list[list[tuple[int, float]]]:
    """For each passage of a reply the items that it answers, as (index, probability), best first; empty for one that
    answers none.

    Both stand in the order of their texts; a number at the head of one is heeded. ``rejoinder.model.ModelError`` if
    the shipped tagger is missing or damaged.
    """
    from rejoinder.desk.matching import align_texts

    return align_texts(items, passages)
