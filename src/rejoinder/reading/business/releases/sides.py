"""Who wants a text public, and whose consent it needs: a sentence that speaks of publishing goes in."""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.model import Actor, Consent, Publication, Statement
from rejoinder.reading.business.doers import first_named, meant, subject_of
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.releases.asking import (
    asking_at,
    consent_at,
    consenter,
    is_passive,
    never_asked,
    no_objection_at,
    objector,
    refusing_at,
)
from rejoinder.reading.business.releases.outcomes import is_willed, verb_of
from rejoinder.reading.business.releases.publishing import MODALS, REACH, Publishing, Way, listed
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

_BY = 5
_WILL = frozenset(["will", "would"])
_SETTLED = frozenset({Consent.REFUSED, Consent.GRANTED, Consent.GRANTED_GIST_ONLY})
_HELPERS = frozenset(["been", "was", "were", "never", "not", "yet", "has", "had", "have", "be", "to"])

# Who wants it


def wanted_by(told: Told, found: Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Who wants it public: who asks for it, says so, or is named before it; nobody where it is only refused."""
    if state is None or found.way is Way.KEEP:
        return None
    asker = _asker(told, found, state) or _requester(told, found.words)
    if asker is not None or state is Consent.REFUSED:
        return asker
    return _publisher(told, found) or _who_says(told, found, speech)


def _asker(told: Told, found: Publishing, state: Consent) -> Actor | None:
    """Who asks that it be public: not who asks against it, nor who is asked."""
    words = found.words
    asking = asking_at(words, found.at if consent_at(words) is None else words.last)
    if asking is None or is_passive(words, asking):
        return None
    against = any(words.low(at) in listed("consent", "negations") for at in range(asking, found.at))
    return None if state is Consent.REFUSED and against else subject_of(told, words, asking)


def _requester(told: Told, words: Words) -> Actor | None:
    """As in "a request from the senators to see it"."""
    for at in range(words.first, words.last - 1):
        if words.low(at) in listed("consent", "requests") and words.low(at + 1) in ("from", "by"):
            end = words.phrase_end(at + 2)
            return told.whom(words.span(at + 2, end)) if end > at + 2 else None
    return None


def _publisher(told: Told, found: Publishing) -> Actor | None:
    """Who will publish it: "the General Command would publish it"."""
    if not is_willed(found) or found.words.low(found.at - 1) not in _WILL:
        return None
    publisher = subject_of(told, found.words, found.at)
    return publisher if publisher is not None and publisher.party is not None else None


def _who_says(told: Told, found: Publishing, speech: Statement | None) -> Actor | None:
    if speech is not None:
        return speech.speaker
    return first_named(told, found.words, min(found.at, found.of[0]))


def publisher_of(told: Told, found: Publishing, publication: Publication) -> Actor | None:
    """Who has made a text public by himself; nobody where it has leaked."""
    if publication is not Publication.UNILATERAL:
        return None
    words, verb = found.words, verb_of(found)
    if found.of[1] <= verb and is_passive(words, verb):  # "the letter was published by the ministry"
        begin = next((at + 1 for at in range(verb, verb + _BY) if words.low(at) == "by"), None)
        end = words.phrase_end(begin) if begin is not None else 0
        return told.whom(words.span(begin, end)) if begin is not None and end > begin else None
    return subject_of(told, words, verb) or first_named(told, words, found.at)


# Whose consent it needs


def leaked_from(told: Told, found: Publishing, publication: Publication | None) -> Actor | None:
    """Whose text has leaked, by its own words: "the confidential replies of the union", "its confidential answer"."""
    if publication is not Publication.LEAKED:
        return None
    words, (first, last) = found.words, found.of
    named = told.named_in(words.span(first, max(last, words.phrase_end(first))))
    owned = words.low(first) in word_set("speakers", "possessives")
    return named[0] if named else told.whom(words.span(first, first + 1)) if owned else None


def consent_of(told: Told, found: Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Whose consent it needs: who is asked for it, whose it is said to be, or who refuses or grants it."""
    words = found.words
    if found.way is Way.KEEP:
        asking = asking_at(words, found.at)
        return subject_of(told, words, asking) if asking is not None else None
    consent = consent_at(words)
    told_whose = next(_told_owners(told, words), None)
    if told_whose is not None or (consent is not None and words.low(consent + 1) == "of"):
        return told_whose
    conditional = objector(words) or consenter(words)
    if conditional is not None:
        return _named_or_meant(told, words, conditional)
    if state is Consent.ASKED:
        return _called_on(told, words, found.at)
    return _who_settles(told, found, speech) if state in _SETTLED else None


def _told_owners(told: Told, words: Words) -> Iterator[Actor]:
    """Those whose consent a sentence tells of: the owner of it, who would not object, who was never asked."""
    owner = owner_of_consent(told, words)
    objecting = no_objection_at(words)
    found = [owner]
    if objecting is not None:
        found.append(subject_of(told, words, objecting - (words.low(objecting - 1) == "no")))
    elif never_asked(words):
        asking = asking_at(words, words.last)
        found.append(subject_of(told, words, _before_helpers(words, asking)) if asking is not None else None)
    yield from (actor for actor in found if actor is not None)


def _before_helpers(words: Words, at: int) -> int:
    while words.low(at - 1) in _HELPERS:
        at -= 1
    return at


def _who_settles(told: Told, found: Publishing, speech: Statement | None) -> Actor | None:
    """Who refuses or grants it: the subject of the refusing, or who says so."""
    refusing = refusing_at(found.words)
    refuser = subject_of(told, found.words, refusing) if refusing is not None else None
    if refusing is None and found.has("consent", "secrecy"):  # "demanded to see it; the ministry said it was secret"
        refuser = next(iter(told.named_in(found.words.span(found.at, found.words.last))), None)
    return refuser or _who_says(told, found, speech)


def owner_of_consent(told: Told, words: Words) -> Actor | None:
    """Whose consent a sentence speaks of: who is asked for it, or whose it is."""
    at = consent_at(words)
    if at is None:
        return None
    owner = _asked(told, words, at) or _owner(told, words, at)
    if owner is not None or words.low(at + 1) == "of":
        return owner or _behind_of(told, words, at)
    conditional = consenter(words)
    return _named_or_meant(told, words, conditional) if conditional is not None else None


def _named_or_meant(told: Told, words: Words, stretch: tuple[int, int]) -> Actor | None:
    """Who is named between a condition and the consent, or is meant by a pronoun there."""
    first, last = stretch
    if first >= last:
        return None
    named = told.named_in(words.span(first, last))
    end = words.phrase_end(first)
    if named or end > first + 1:
        return named[0] if named else told.whom(words.span(first, end))
    return meant(told, words, first)


def _called_on(told: Told, words: Words, verb: int) -> Actor | None:
    """As in "both governments to publish": who stands before the verb that somebody is asked to do."""
    if words.low(verb - 1) not in MODALS:
        return None
    begin = words.phrase_begin(verb - 1)
    return told.whom(words.span(begin, verb - 1)) if begin < verb - 1 else None


def _asked(told: Told, words: Words, consent: int) -> Actor | None:
    """ "ask Blinken for consent": who stands between the asking and the consent."""
    for at in range(consent - 1, max(words.first, consent - REACH) - 1, -1):
        if words.is_one_of(at, listed("consent", "asking")):
            return next(iter(told.named_in(words.span(at + 1, consent))), None) if at + 1 < consent else None
    return None


def _owner(told: Told, words: Words, consent: int) -> Actor | None:
    """ "Washington's consent", "the envoy has given her consent": whose it is."""
    begin = words.phrase_begin(consent)
    if words.low(begin) in word_set("speakers", "possessives") and begin > words.first:
        named = told.named_in(words.span(words.first, begin))
        return named[-1] if named else told.whom(words.span(begin, begin + 1))
    is_owned = begin < consent and words.all[consent - 1].owner
    return told.whom(words.span(begin, consent - 1)) if is_owned else None


def _behind_of(told: Told, words: Words, consent: int) -> Actor | None:
    """As in "would require the consent of the Bank"."""
    end = words.phrase_end(consent + 2)
    return told.whom(words.span(consent + 2, end)) if end > consent + 2 else None
