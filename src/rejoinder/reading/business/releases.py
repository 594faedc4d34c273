"""Releases: which text somebody wants public, whose consent it needs, where that stands, and what has leaked.

A told story goes in, its releases come out in the order of the text. A release is a word of publishing with a
text beside it ("make Washington's answers public", "the leaked draft", "publication of the letter") where somebody
wants, asks, promises or refuses it, or consent or a leak is spoken of; that a side published its own text is told by
the text itself. The words stand in tables/releases.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from rejoinder.model import Act, Actor, Consent, Publication, Release, Span, Statement
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

REACH = 9
"""Words between a word of publishing and the text at most."""
_MODALS = frozenset(["will", "would", "should", "shall", "must", "may", "can", "could", "to", "'ll"])
_PASSIVE = _MODALS | frozenset(
    ["be", "been", "being", "was", "were", "is", "are", "not", "never", "has", "have", "had"]
)
_BESIDE_VERB = frozenset(
    ["be", "not", "never", "also", "now", "probably", "then", "soon", "only", "publicly", "therefore"]
)


def _list(*keys: str) -> frozenset[str]:
    return word_set("releases", *keys)


@dataclass(frozen=True, slots=True)
class _Publishing:
    """A word of publishing with its text: the words of its sentence, the place of the word, the range of the text."""

    words: Words
    at: int
    of: tuple[int, int]

    def has(self, *keys: str) -> bool:
        """Whether an inflection of one of the words of a table stands in the sentence."""
        return self.words.has(_list(*keys))


def find_releases(told: Told) -> tuple[Release, ...]:
    """The releases of a story; of several that tell of one text with one state the first is kept."""
    found: dict[tuple[object, ...], Release] = {}
    sentences = told.story.sentences
    answer: Span | None = None
    for sentence, following in zip_longest(sentences, sentences[1:]):
        for publishing in _publishings(told.words_in(sentence)):
            wish = _record(told, publishing)
            if wish is not None and sentence != answer:
                release = _answered(told, wish, following)
                answer = following if release is not wish else answer
                found.setdefault(_identity(release), release)
    return tuple(sorted(found.values(), key=lambda release: release.passage.start))


def _identity(release: Release) -> tuple[object, ...]:
    """What makes two releases one: the state, the publication and who is named in it."""
    sides = (actor and (actor.party or actor.name) for actor in (release.wanted_by, release.consent_of))
    return release.state, release.publication, *sides


def _answered(told: Told, release: Release, following: Span | None) -> Release:
    """The release with the answer that the next sentence gives to a wish: granted, granted for the gist, refused."""
    if release.state is not Consent.ASKED or following is None:
        return release
    words = told.words_in(following)
    refused = words.has(_list("consent", "refusing")) or words.low(words.first + 1) in ("turned", "rejected")
    granted = words.has(_list("consent", "granting")) or words.has(frozenset(["promise", "undertake"]))
    if not (refused or granted):
        return release
    gist = words.has(_list("publish", "gist"))
    state = Consent.REFUSED if refused else Consent.GRANTED_GIST_ONLY if gist else Consent.GRANTED
    owner = release.consent_of or next(iter(told.named_in(following)), None)
    return replace(release, state=state, consent_of=owner, reason=_reason_of(release, state, owner))


def _publishings(words: Words) -> Iterator[_Publishing]:
    """At most one for a sentence: the first word of publishing that has a text beside it."""
    for at in range(words.first, words.last):
        of = _text_beside(words, at)
        if of is not None:
            yield _Publishing(words, at, of)
            return


def _text_beside(words: Words, at: int) -> tuple[int, int] | None:
    """The text that the word ``at`` publishes, if it is a word of publishing."""
    if words.is_one_of(at, _list("publish", "verbs")) and not words.all[at].capital:
        return _object(words, at + 1, words.last) or _subject(words, at) or _behind_of(words, at)
    if words.low(at) in _list("publish", "public"):
        return _made_public(words, at)
    if words.low(at) in _list("publish", "nouns"):
        return _behind_of(words, at)
    if words.low(at) in _list("publish", "adjectives") and words.has(_list("publish", "out")):
        return _object(words, at, words.last) or _subject(words, at)
    return None


def _made_public(words: Words, at: int) -> tuple[int, int] | None:
    """The text before "public": between "make" and it, or the subject of "made"."""
    for made in range(at - 1, max(words.first, at - REACH) - 1, -1):
        if _is_making(words, made):
            return (_object(words, made + 1, at) if made + 1 < at else None) or _subject(words, made)
    return None


def _is_making(words: Words, at: int) -> bool:
    return words.is_one_of(at, _list("publish", "make"))


def _object(words: Words, begin: int, limit: int) -> tuple[int, int] | None:
    """The text whose noun phrase begins at a word and ends before ``limit``."""
    if words.low(begin) in _list("texts", "pronouns"):
        other = words.is_one_of(begin - 1, _list("publish", "other"))
        return None if other and _text_in(words, words.first, begin) is None else (begin, begin + 1)
    return _text_in(words, begin, min(words.phrase_end(begin), limit))


def _subject(words: Words, verb: int) -> tuple[int, int] | None:
    """The text that is the subject of a passive verb: "the answer would be made public"."""
    end = verb
    while end > words.first and words.low(end - 1) in _PASSIVE:
        end -= 1
    begin = words.phrase_begin(end)
    return _text_in(words, begin, end) if end < verb else None


def _behind_of(words: Words, at: int) -> tuple[int, int] | None:
    """The text behind "publication of"."""
    return _object(words, at + 2, words.last) if words.low(at + 1) == "of" else None


def _text_in(words: Words, begin: int, end: int) -> tuple[int, int] | None:
    """The part of a noun phrase, from its beginning on, that means a text: up to the last noun of the table."""
    for at in range(end - 1, begin - 1, -1):
        if words.low(at) in _list("texts", "nouns"):
            return begin, at + 1
    return None


def _record(told: Told, found: _Publishing) -> Release | None:
    """The release that a sentence tells of; None where a text was simply published."""
    speech = told.speech_at(found.words.all[found.at].start)
    state, publication = _state(found, speech), _publication(found)
    if state is None and publication is None:
        return None
    span = _around(told, found, speech)
    of = told.passage(found.words.span(*found.of))
    release = Release(
        of=of,
        wanted_by=_wanted_by(told, found, speech, state) if publication is None else None,
        consent_of=_consent_of(told, found, speech, state),
        state=state or Consent.NOT_ASKED,
        passage=told.passage(span),
        reason="",
        publication=publication,
    )
    return replace(release, reason=_reason(release, found))


def _reason_of(release: Release, state: Consent, owner: Actor | None) -> str:
    """The reason of a wish that the next sentence answers."""
    whose = f" of {owner.name}" if owner else ""
    of = release.of.exact if release.of else "a text"
    return f"“{of}” is to be made public; the consent{whose} is {state.value.replace('_', ' ')} in the next sentence."


def _state(found: _Publishing, speech: Statement | None) -> Consent | None:
    """Where the consent stands, as the sentence tells it; None where nobody's wish or consent is spoken of."""
    consent = found.has("consent", "nouns") or found.has("consent", "secrecy")
    if consent and found.has("consent", "lapsing"):
        return Consent.LAPSED
    if found.has("publish", "gist") and (speech is None or speech.act is not Act.REJECT):
        return Consent.GRANTED_GIST_ONLY if found.has("consent", "granting") else Consent.NOT_ASKED
    if _is_refused(found, speech):
        return Consent.REFUSED
    return _state_of_wish(found, speech, consent=consent)


def _is_refused(found: _Publishing, speech: Statement | None) -> bool:
    """Whether the publishing is refused or asked against: not where a story only tells that it has not happened."""
    words = found.words
    first = max(words.first, min(found.at, found.of[0]) - 5)
    before = [words.low(at) for at in range(first, found.at)]
    shortened = any(word.endswith(("n't", "n’t")) for word in before)
    negated = not _list("consent", "negations").isdisjoint(before)
    willed = not _MODALS.isdisjoint(before) or found.has("consent", "asking")
    return (
        shortened
        or (negated and willed)
        or found.has("consent", "refusing")
        or (speech is not None and speech.act is Act.REJECT)
    )


def _state_of_wish(found: _Publishing, speech: Statement | None, *, consent: bool) -> Consent | None:
    """Where the consent stands when somebody wants the text public."""
    if consent and _is_to_come(found):
        return Consent.NOT_ASKED
    if consent and found.has("consent", "asking"):
        return Consent.ASKED if _has_asked(found) else Consent.NOT_ASKED
    if (consent and found.has("consent", "verbs")) or (speech is not None and speech.act is Act.AGREE):
        return Consent.GRANTED
    if speech is not None and speech.act is Act.REQUEST and not consent:
        return Consent.ASKED
    return Consent.NOT_ASKED if consent or _is_willed(found) else None


def _is_to_come(found: _Publishing) -> bool:
    """Whether the consent is a condition: "once she has given her consent"."""
    words = found.words
    at = next((at for at in range(words.first, words.last) if words.is_one_of(at, _list("consent", "nouns"))), None)
    return at is not None and any(
        words.low(back) in _list("consent", "conditions") for back in range(max(words.first, at - REACH), at)
    )


def _has_asked(found: _Publishing) -> bool:
    """Whether consent has been asked for: "asked", not "would ask", "will seek"."""
    words = found.words
    asking = (at for at in range(words.first, words.last) if words.is_one_of(at, _list("consent", "asking")))
    return any(words.low(at).endswith("ed") or words.low(at) == "sought" for at in asking)


def _is_willed(found: _Publishing) -> bool:
    """Whether the publishing is still to come: "will publish", "to be made public", "should release"."""
    words, at = found.words, found.at
    if words.low(at) in _list("publish", "public"):
        at = next(back for back in range(at - 1, words.first - 1, -1) if _is_making(words, back))
    while words.low(at - 1) in _BESIDE_VERB:
        at -= 1
    return words.low(at - 1) in _MODALS


def _publication(found: _Publishing) -> Publication | None:
    """How the text has come to be known: leaked, where it is said to be, or is confidential and yet out."""
    leaks = found.words.is_one_of(found.at, _list("publish", "leak")) and not _is_willed(found)
    secret = found.words.low(found.at) in _list("publish", "adjectives") and found.has("publish", "out")
    return Publication.LEAKED if leaks or secret else None


def _around(told: Told, found: _Publishing, speech: Statement | None) -> Span:
    """The words that tell of it: what is said of it in its sentence, without who says so."""
    sentence = found.words.span(found.words.first, found.words.last)
    if speech is None:
        return told.trimmed(sentence)
    start = max(sentence.start, speech.content.start)
    inside = [item.content.end for item in told.speeches_in(Span(start, sentence.end))]
    end = max([min(speech.content.end, sentence.end), *inside])
    return told.trimmed(Span(start, end))


def _wanted_by(told: Told, found: _Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Who wants it public: who says so, or is named before it; nobody where it is refused, or only leaked."""
    if state is None or state is Consent.REFUSED:
        return None
    if speech is not None:
        return speech.speaker
    return _first_named(told, found, min(found.at, found.of[0]))


def _first_named(told: Told, found: _Publishing, before: int) -> Actor | None:
    """Who is named first in the sentence before a word."""
    if before <= found.words.first:
        return None
    return next(iter(told.named_in(found.words.span(found.words.first, before))), None)


def _consent_of(told: Told, found: _Publishing, speech: Statement | None, state: Consent | None) -> Actor | None:
    """Whose consent it needs: who is asked for it, whose it is said to be, or who refuses or grants it."""
    words = found.words
    at = next((at for at in range(words.first, words.last) if words.low(at) in _list("consent", "nouns")), None)
    if at is not None:
        return _asked(told, words, at) or _owner(told, words, at)
    if state is Consent.ASKED:
        return _called_on(told, words, found.at)
    if state not in (Consent.REFUSED, Consent.GRANTED, Consent.GRANTED_GIST_ONLY):
        return None
    return speech.speaker if speech is not None else _first_named(told, found, min(found.at, found.of[0]))


def _called_on(told: Told, words: Words, verb: int) -> Actor | None:
    """As in "both governments to publish": who stands before the verb that somebody is asked to do."""
    if words.low(verb - 1) not in _MODALS:
        return None
    begin = words.phrase_begin(verb - 1)
    return told.whom(words.span(begin, verb - 1)) if begin < verb - 1 else None


def _asked(told: Told, words: Words, consent: int) -> Actor | None:
    """ "ask Blinken for consent": who stands between the asking and the consent."""
    for at in range(consent - 1, max(words.first, consent - REACH) - 1, -1):
        if words.is_one_of(at, _list("consent", "asking")):
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


def _reason(release: Release, found: _Publishing) -> str:
    word = found.words.all[found.at].text
    of = release.of.exact if release.of else "a text"
    if release.publication is Publication.LEAKED:
        return f"“{word}” says that “{of}” has come out without its owner."
    whose = f" of {release.consent_of.name}" if release.consent_of else ""
    return f"“{word}” speaks of making “{of}” public; the consent{whose} is {release.state.value.replace('_', ' ')}."
