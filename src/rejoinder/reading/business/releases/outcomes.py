"""What has become of a publishing: whether it is still to come, is denied, or the text has come out, and how."""

from __future__ import annotations

from rejoinder.model import Publication
from rejoinder.reading.business.releases.publishing import (
    MODALS,
    REACH,
    Publishing,
    Way,
    is_making,
    is_out_near,
    is_willed_at,
    listed,
)

_DENIED = frozenset(["had", "has", "have", "did", "was", "were", "do", "does"])
_NEAR = 4


def publication_of(found: Publishing) -> Publication | None:
    """How the text has come to be known: leaked, where it is said to be, or is confidential and yet out."""
    if found.way is Way.OUT:
        return Publication.LEAKED
    leaks = found.words.is_one_of(found.at, listed("publish", "leak")) and not is_willed(found)
    secret = found.words.low(found.at) in listed("publish", "adjectives") and is_out_near(found.words, found.at)
    return Publication.LEAKED if leaks or secret or _is_printed(found) else None


def _is_printed(found: Publishing) -> bool:
    """Whether a newspaper or a broadcaster publishes it: "documents published by a Spanish newspaper"."""
    words, at = found.words, found.at
    if found.way is not Way.PUBLISH or is_willed(found) or not words.is_one_of(at, listed("publish", "verbs")):
        return False
    by = next((place for place in range(at + 1, at + _NEAR) if words.low(place) == "by"), None)
    if by is not None:
        publisher = range(by + 1, words.phrase_end(by + 1))
    else:  # "A newspaper on Monday published"
        first = max(words.first, at - 2 * _NEAR)
        marks = (place for place in range(at - 1, first - 1, -1) if words.low(place) in (",", "that", "whether"))
        publisher = range(next(marks, first), at)
    return any(words.low(place) in listed("publish", "press") for place in publisher)


def is_made_public(found: Publishing) -> bool:
    """Whether somebody has published a text: "published the reply", "and made the answer public"."""
    words, at = found.words, found.at
    if found.way is not Way.PUBLISH or is_willed(found):
        return False
    verb = verb_of(found)
    return words.is_one_of(at, listed("publish", "verbs") | listed("publish", "public")) and (
        words.low(verb).endswith("ed") or words.low(verb) == "made"
    )


def verb_of(found: Publishing) -> int:
    """The verb of a publishing: "made" in "made it public"."""
    words, at = found.words, found.at
    if words.low(at) not in listed("publish", "public"):
        return at
    return next(back for back in range(at - 1, words.first - 1, -1) if is_making(words, back))


def is_denied(found: Publishing) -> bool:
    """Whether it is only said not to have happened: "had not made the document public", "didn't leak a comma"."""
    words, at = found.words, found.at
    before = [words.low(place) for place in range(max(words.first, at - REACH), at)]
    negated = any(word in ("not", "never", "nothing") or word.endswith(("n't", "n’t")) for word in before)
    done = any(word.removesuffix("n't").removesuffix("n’t") in _DENIED for word in before)
    return negated and done and MODALS.isdisjoint(before)


def is_left_to(found: Publishing) -> bool:
    """As in "it was for Brussels to release it"."""
    words = found.words
    for at in range(found.at - 1, max(words.first, found.at - REACH), -1):
        if words.low(at) == "for":
            return words.low(at - 1) in ("is", "was") and words.low(at - 2) == "it"
    return False


def is_willed(found: Publishing) -> bool:
    """Whether the publishing is still to come: "will publish", "to be made public", "should release"."""
    return is_willed_at(found.words, verb_of(found))
