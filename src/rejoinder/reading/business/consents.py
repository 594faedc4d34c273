"""Where the consent to a publication stands, and whose it is: a sentence that speaks of publishing goes in."""

from __future__ import annotations

from rejoinder.model import Act, Actor, Consent, Statement
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.publishing import MODALS, REACH, Publishing, is_willed, listed
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set


def state_of(found: Publishing, speech: Statement | None) -> Consent | None:
    """Where the consent stands, as the sentence tells it; None where nobody's wish or consent is spoken of."""
    consent = found.has("consent", "nouns") or found.has("consent", "secrecy")
    if consent and found.has("consent", "lapsing"):
        return Consent.LAPSED
    if found.has("publish", "gist") and (speech is None or speech.act is not Act.REJECT):
        return Consent.GRANTED_GIST_ONLY if found.has("consent", "granting") else Consent.NOT_ASKED
    if _is_refused(found, speech):
        return Consent.REFUSED
    return _state_of_wish(found, speech, consent=consent)


def _is_refused(found: Publishing, speech: Statement | None) -> bool:
    """Whether the publishing is refused or asked against: not where a story only tells that it has not happened."""
    words = found.words
    first = max(words.first, min(found.at, found.of[0]) - 5)
    before = [words.low(at) for at in range(first, found.at)]
    shortened = any(word.endswith(("n't", "n’t")) for word in before)
    negated = not listed("consent", "negations").isdisjoint(before)
    willed = not MODALS.isdisjoint(before) or found.has("consent", "asking")
    rejected = speech is not None and speech.act is Act.REJECT
    refusing = _refusing_word(words) is not None and _objector(words) is None
    return rejected or shortened or (negated and willed) or refusing


def _refusing_word(words: Words) -> int | None:
    """The first word of refusing in a sentence."""
    refusing = listed("consent", "refusing")
    return next((at for at in range(words.first, words.last) if words.is_one_of(at, refusing)), None)


def _objector(words: Words) -> tuple[int, int] | None:
    """As in "unless Skarra objects", "if nobody objects": who may refuse, as a range of words."""
    at = _refusing_word(words)
    if at is None:
        return None
    for back in range(at - 1, max(words.first, at - REACH) - 1, -1):
        if words.low(back) in listed("consent", "conditions"):
            return back + 1, at
    return None


def _state_of_wish(found: Publishing, speech: Statement | None, *, consent: bool) -> Consent | None:
    """Where the consent stands when somebody wants the text public."""
    if (consent and _is_to_come(found)) or _objector(found.words) is not None:
        return Consent.NOT_ASKED
    if consent and found.has("consent", "asking"):
        return Consent.ASKED if _has_asked(found) else Consent.NOT_ASKED
    if (consent and found.has("consent", "verbs")) or (speech is not None and speech.act is Act.AGREE):
        return Consent.GRANTED
    if speech is not None and speech.act is Act.REQUEST and not consent:
        return Consent.ASKED
    return Consent.NOT_ASKED if consent or is_willed(found) else None


def _is_to_come(found: Publishing) -> bool:
    """Whether the consent is a condition: "once she has given her consent"."""
    words = found.words
    at = next((at for at in range(words.first, words.last) if words.is_one_of(at, listed("consent", "nouns"))), None)
    return at is not None and any(
        words.low(back) in listed("consent", "conditions") for back in range(max(words.first, at - REACH), at)
    )


def _has_asked(found: Publishing) -> bool:
    """Whether consent has been asked for: "asked", not "would ask", "will seek"."""
    words = found.words
    asking = (at for at in range(words.first, words.last) if words.is_one_of(at, listed("consent", "asking")))
    return any(words.low(at).endswith("ed") or words.low(at) == "sought" for at in asking)


def wanted_by(told: Told, found: Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Who wants it public: who says so, or is named before it; nobody where it is refused, or only leaked."""
    if state is None or state is Consent.REFUSED:
        return None
    if speech is not None:
        return speech.speaker
    return _first_named(told, found, min(found.at, found.of[0]))


def _first_named(told: Told, found: Publishing, before: int) -> Actor | None:
    """Who is named first in the sentence before a word."""
    if before <= found.words.first:
        return None
    return next(iter(told.named_in(found.words.span(found.words.first, before))), None)


def consent_of(told: Told, found: Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Whose consent it needs: who is asked for it, whose it is said to be, or who refuses or grants it."""
    words = found.words
    at = next((at for at in range(words.first, words.last) if words.low(at) in listed("consent", "nouns")), None)
    if at is not None:
        return _asked(told, words, at) or _owner(told, words, at)
    objector = _objector(words)
    if objector is not None:
        return next(iter(told.named_in(words.span(*objector))), None) if objector[0] < objector[1] else None
    if state is Consent.ASKED:
        return _called_on(told, words, found.at)
    if state not in (Consent.REFUSED, Consent.GRANTED, Consent.GRANTED_GIST_ONLY):
        return None
    return speech.speaker if speech is not None else _first_named(told, found, min(found.at, found.of[0]))


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


def asks_not_to(words: Words) -> bool:
    """As in "The ministry has asked him not to."."""
    ends = [words.low(at) for at in range(max(words.first, words.last - 4), words.last)]
    return words.has(listed("consent", "asking")) and ends[-3:-1] == ["not", "to"]
