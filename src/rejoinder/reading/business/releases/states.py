"""Where the consent to a publication stands: a sentence that speaks of publishing goes in, or the one after it."""

from __future__ import annotations

from rejoinder.model import Act, Consent, Statement
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.releases.asking import (
    asking_at,
    consent_at,
    consenter,
    grants,
    has_asked,
    has_been_asked,
    is_passive,
    never_asked,
    no_objection_at,
    objector,
    refusing_at,
)
from rejoinder.reading.business.releases.outcomes import is_denied, is_willed, publication_of
from rejoinder.reading.business.releases.publishing import MODALS, Publishing, Way, listed
from rejoinder.reading.knowledge import word_set

_STAY = frozenset(["stay", "remain"])
_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_PROMISING = frozenset(["promise", "undertake"])
_UNGIVEN = frozenset(["not", "yet"])
_NEAR = 6
_BACK = 5


def state_of(found: Publishing, speech: Statement | None) -> Consent | None:
    """Where the consent stands, as the sentence tells it; None where nobody's wish or consent is spoken of."""
    words = found.words
    if found.way is Way.KEEP:
        return _state_of_keeping(found)
    if _is_consent_told(found) and found.has("consent", "lapsing"):
        return Consent.LAPSED
    if no_objection_at(words) is not None:
        return Consent.GRANTED
    if never_asked(words):
        return Consent.NOT_ASKED
    return None if is_denied(found) else _state_of_will(found, speech)


def _is_consent_told(found: Publishing) -> bool:
    return consent_at(found.words) is not None or found.has("consent", "secrecy")


def _state_of_keeping(found: Publishing) -> Consent | None:
    """Asked to keep it private, a side refuses; if it should ask so, nothing is refused yet."""
    words = found.words
    asked = asking_at(words, found.at) is not None
    if asked and any(words.low(at) == "if" for at in range(words.first, found.at)):
        return Consent.NOT_ASKED
    return Consent.REFUSED if asked or is_willed(found) else None


def _state_of_will(found: Publishing, speech: Statement | None) -> Consent | None:
    """Where the consent stands by what somebody wants or refuses."""
    words = found.words
    if _is_refused(found, speech):
        return Consent.REFUSED
    if found.has("publish", "gist"):
        asked = asking_at(words, found.at) is not None and has_asked(words)
        return Consent.GRANTED_GIST_ONLY if grants(words) else Consent.ASKED if asked else Consent.NOT_ASKED
    if consenter(words) is not None or objector(words) is not None:
        return Consent.ASKED if has_been_asked(words) else Consent.NOT_ASKED
    return _state_of_wish(found, speech)


def _is_refused(found: Publishing, speech: Statement | None) -> bool:
    """Whether the publishing is refused or asked against: not where a story only tells that it has not happened."""
    words = found.words
    if publication_of(found) is not None:
        return False
    if found.has("consent", "secrecy") and any(words.is_one_of(at, _STAY) for at in range(found.at, words.last)):
        return True  # "demanded sight of it; the ministry said that it was confidential and would stay so"
    before = [words.low(at) for at in range(max(words.first, min(found.at, found.of[0]) - _BACK), found.at)]
    shortened = any(word.endswith(("n't", "n’t")) for word in before)
    negated = not listed("consent", "negations").isdisjoint(before)
    willed = not MODALS.isdisjoint(before) or found.has("consent", "asking")
    rejected = speech is not None and speech.act is Act.REJECT
    refusing = refusing_at(words) is not None and objector(words) is None
    return rejected or shortened or (negated and willed) or refusing


def _state_of_wish(found: Publishing, speech: Statement | None) -> Consent | None:
    """Where the consent stands when somebody wants the text public."""
    words, act = found.words, speech.act if speech is not None else None
    consent = _is_consent_told(found)
    if consent and found.has("consent", "asking"):
        return Consent.ASKED if has_asked(words) else Consent.NOT_ASKED
    if found.way is not Way.ACCESS:
        agreed = consent and (found.has("consent", "verbs") or consent_at(words) is not None)
        if agreed or act is Act.AGREE:
            return Consent.GRANTED
    asked_for = _is_asked_for(found)
    if found.way is Way.ACCESS or (act is Act.REQUEST and not consent) or (asked_for and has_asked(words)):
        return Consent.ASKED
    wished = is_willed(found) or asked_for
    return Consent.NOT_ASKED if consent or (wished and _is_definite(found)) else None


def _is_asked_for(found: Publishing) -> bool:
    """As in "demanded that the protocol be published", "want both drafts published"."""
    asked = asking_at(found.words, found.at)
    return asked is not None and not is_passive(found.words, asked)


def _is_definite(found: Publishing) -> bool:
    """Whether a text is meant that is there: not in "would publish a plan of its own"."""
    words, low = found.words, found.words.low(found.of[0])
    definite = _POINTING | listed("texts", "pronouns") | word_set("speakers", "possessives")
    return low in definite or any(words.all[at].owner for at in range(*found.of))


def state_next(words: Words) -> Consent | None:
    """Where the consent stands by what the next sentence says of it; None where it says nothing of it."""
    consent, refusing = consent_at(words), refusing_at(words)
    if never_asked(words):
        return Consent.NOT_ASKED
    if refusing is not None and (consent is not None or refusing < words.first + _NEAR):
        return Consent.REFUSED
    if consent is not None:
        if words.has(listed("consent", "asking")):
            return Consent.ASKED if has_asked(words) else Consent.NOT_ASKED
        given = words.has(listed("consent", "giving")) and not words.has(_UNGIVEN)
        return Consent.GRANTED if given else None
    if not (grants(words) or words.has(_PROMISING)):
        return None
    return Consent.GRANTED_GIST_ONLY if words.has(listed("publish", "gist")) else Consent.GRANTED
