"""The releases of a story: the words of publishing, who wants it, whose consent it needs and where that stands put
together; what is told twice is one release."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from rejoinder.model import Actor, Consent, Publication, Release, Span, Statement
from rejoinder.reading.business.doers import opening_actor
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.releases.asking import asks_not_to, consent_at
from rejoinder.reading.business.releases.outcomes import is_denied, is_left_to, is_made_public, publication_of
from rejoinder.reading.business.releases.publishing import (
    Publishing,
    find_publishings,
    listed,
    points_back,
    text_before,
    triggers,
)
from rejoinder.reading.business.releases.sides import consent_of, leaked_from, owner_of_consent, publisher_of, wanted_by
from rejoinder.reading.business.releases.states import state_next, state_of
from rejoinder.reading.business.told import Told

_MOST = 6
_FAR = 10
"""Words of a sentence within which it only answers the wish of the one before."""
_BACK = 2
"""Sentences back in which a text is named that a pronoun stands for."""


def find_releases(told: Told) -> tuple[Release, ...]:
    """The releases of a story; of several that tell of one text with one state the first is kept."""
    found: dict[tuple[object, ...], Release] = {}
    sentences = (*told.story.sentences, None)
    answer = -1
    for number, words in told.sentences_with(triggers()):
        publishing, wish = next(_wishes(told, words), (None, None))
        if publishing is None or wish is None or (number == answer and _only_answers(publishing)):
            continue
        release = _answered(told, wish, sentences[number + 1])
        answer = number + 1 if release is not wish else answer
        _keep(told, found, release)
    return tuple(sorted(found.values(), key=lambda release: release.passage.start))


def _wishes(told: Told, words: Words) -> Iterator[tuple[Publishing, Release]]:
    """The words of publishing in a sentence by which it tells of a release, with it."""
    for publishing in islice(find_publishings(words), _MOST):
        release = _record(told, publishing)
        if release is not None:
            yield publishing, release


def _only_answers(found: Publishing) -> bool:
    """Whether a sentence that answers the wish of the one before tells of no other."""
    return found.at - found.words.first < _FAR or points_back(found)


def _keep(told: Told, found: dict[tuple[object, ...], Release], release: Release) -> None:
    """Keep the first of several releases that are one; of a leak the one that tells most, not the headline."""
    if release.publication is not None:
        same = next((key for key, one in found.items() if one.publication is None and _same_text(one, release)), None)
        if same is not None:  # "was never asked whether it could be made public. After it turned up online ..."
            found[same] = replace(found[same], publication=release.publication)
            return
    key = _identity(release)
    held = found.setdefault(key, release)
    if release.publication is None or held is release:
        return
    says_more = held.state is Consent.NOT_ASKED and release.state is not Consent.NOT_ASKED
    if says_more or told.story.in_headings(held.passage.start):
        found[key] = release


def _same_text(one: Release, other: Release) -> bool:
    return one.of is not None and other.of is not None and one.of.exact.lower() == other.of.exact.lower()


def _identity(release: Release) -> tuple[object, ...]:
    """What makes two releases one: the state, the publication and who is named in it."""
    if release.publication is not None:
        return (release.publication,)
    sides = (actor and (actor.party or actor.name) for actor in (release.wanted_by, release.consent_of))
    return release.state, release.publication, *sides


def _answered(told: Told, release: Release, following: Span | None) -> Release:
    """The release with the answer that the next sentence gives to a wish: asked, granted, for the gist, refused."""
    if release.state not in (Consent.ASKED, Consent.NOT_ASKED) or following is None:
        return release
    words = told.words_in(following)
    if asks_not_to(words):
        return _with_state(told, release, Consent.REFUSED, words)
    state = state_next(words)
    wished = release.state is Consent.ASKED or consent_at(words) is not None
    again = state is Consent.REFUSED and _publishes_it(words)
    if state is None or not (wished or again):
        return release
    return _with_state(told, release, state, words)


def _publishes_it(words: Words) -> bool:
    """As in "Ministers have so far refused to release it"."""
    verbs, pronouns = listed("publish", "verbs"), listed("texts", "pronouns")
    return any(words.is_one_of(at, verbs) and words.low(at + 1) in pronouns for at in range(words.first, words.last))


def _with_state(told: Told, release: Release, state: Consent, words: Words) -> Release:
    """The release as the next sentence leaves it."""
    owner = owner_of_consent(told, words) or release.consent_of
    owner = owner or opening_actor(told, words)
    return replace(release, state=state, consent_of=owner, reason=_reason_of(release, state, owner))


def _record(told: Told, found: Publishing) -> Release | None:
    """The release that a sentence tells of; None where a text was simply published."""
    speech = told.speech_at(found.words.all[found.at].start)
    state, publication = state_of(found, speech), publication_of(found)
    meant = _text_meant(told, found)
    if state is None and is_denied(found):
        return None
    if state is None and publication is None and is_made_public(found) and _goes_between(told.words_in(meant)):
        publication = Publication.UNILATERAL
    unknown = points_back(found) and meant == found.words.span(*found.of)
    if (state is None and publication is None) or is_left_to(found) or unknown:
        return None
    whole = publication is not None and (speech is None or not speech.direct)
    span = _around(told, found, None if whole else speech)
    of = told.passage(meant)
    wanted = wanted_by(told, found, speech, state) if publication is None else publisher_of(told, found, publication)
    owner = consent_of(told, found, speech, state) or leaked_from(told, found, publication)
    own = owner is not None and owner == wanted
    release = Release(
        of=of,
        wanted_by=None if own and state is Consent.NOT_ASKED else wanted,
        consent_of=None if own and state is Consent.ASKED else owner,
        state=state or Consent.NOT_ASKED,
        passage=told.passage(span),
        reason="",
        publication=publication,
    )
    return replace(release, reason=_reason(release, found))


def _text_meant(told: Told, found: Publishing) -> Span:
    """The words for the text: those given, or, for a pronoun, the last that name one in this sentence and before."""
    given = found.words.span(*found.of)
    if not points_back(found):
        return given
    here = text_before(found.words, found.of[0])
    if here is not None:
        return found.words.span(*here)
    sentences = told.story.sentences
    at = bisect_left(sentences, given.start, key=lambda sentence: sentence.end)
    for sentence in reversed(sentences[max(0, at - _BACK) : at]):
        words = told.words_in(sentence)
        before = text_before(words, words.last)
        if before is not None:
            return words.span(*before)
    return given


def _goes_between(words: Words) -> bool:
    """Whether a text is one that goes from one side to another: a reply, a letter."""
    return any(words.low(at) in listed("texts", "between") for at in range(words.first, words.last))


def _reason_of(release: Release, state: Consent, owner: Actor | None) -> str:
    """The reason of a wish that the next sentence answers."""
    whose = f" of {owner.name}" if owner else ""
    of = release.of.exact if release.of else "a text"
    return f"“{of}” is to be made public; the consent{whose} is {state.value.replace('_', ' ')} in the next sentence."


def _around(told: Told, found: Publishing, speech: Statement | None) -> Span:
    """The words that tell of it: what is said of it in its sentence, without who says so."""
    sentence = found.words.span(found.words.first, found.words.last)
    if speech is None:
        return told.trimmed(sentence)
    start = max(sentence.start, speech.content.start)
    inside = [item.content.end for item in told.speeches_in(Span(start, sentence.end))]
    end = max([min(speech.content.end, sentence.end), *inside])
    return told.trimmed(Span(start, end))


def _reason(release: Release, found: Publishing) -> str:
    word = found.words.all[found.at].text
    of = release.of.exact if release.of else "a text"
    if release.publication is Publication.LEAKED:
        return f"“{word}” says that “{of}” has come out without its owner."
    if release.publication is Publication.UNILATERAL:
        return f"“{word}” says that “{of}” was made public; no consent is spoken of."
    whose = f" of {release.consent_of.name}" if release.consent_of else ""
    return f"“{word}” speaks of making “{of}” public; the consent{whose} is {release.state.value.replace('_', ' ')}."
