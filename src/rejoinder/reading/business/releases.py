"""Releases: which text somebody wants public, whose consent it needs, where that stands, and what has leaked.

A told story goes in, its releases come out in the order of the text. A release is a word of publishing with a
text beside it ("make Washington's answers public", "the leaked draft", "publication of the letter") where somebody
wants, asks, promises or refuses it, or consent or a leak is spoken of; that a side published its own text is told by
the text itself. ``publishing`` finds the words, ``consents`` where the consent stands.
"""

from __future__ import annotations

from dataclasses import replace

from rejoinder.model import Actor, Consent, Publication, Release, Span, Statement
from rejoinder.reading.business.consents import asks_not_to, consent_of, state_of, wanted_by
from rejoinder.reading.business.publishing import Publishing, find_publishings, listed, publication_of, triggers
from rejoinder.reading.business.told import Told


def find_releases(told: Told) -> tuple[Release, ...]:
    """The releases of a story; of several that tell of one text with one state the first is kept."""
    found: dict[tuple[object, ...], Release] = {}
    sentences = (*told.story.sentences, None)
    answer = -1
    for number, words in told.sentences_with(triggers()):
        for publishing in find_publishings(words):
            wish = _record(told, publishing)
            if wish is not None and number != answer:
                release = _answered(told, wish, sentences[number + 1])
                answer = number + 1 if release is not wish else answer
                found.setdefault(_identity(release), release)
    return tuple(sorted(found.values(), key=lambda release: release.passage.start))


def _identity(release: Release) -> tuple[object, ...]:
    """What makes two releases one: the state, the publication and who is named in it."""
    sides = (actor and (actor.party or actor.name) for actor in (release.wanted_by, release.consent_of))
    return release.state, release.publication, *sides


def _answered(told: Told, release: Release, following: Span | None) -> Release:
    """The release with the answer that the next sentence gives to a wish: granted, granted for the gist, refused."""
    if release.state not in (Consent.ASKED, Consent.NOT_ASKED) or following is None:
        return release
    words = told.words_in(following)
    if asks_not_to(words):
        owner = release.consent_of or next(iter(told.named_in(following)), None)
        return replace(
            release, state=Consent.REFUSED, consent_of=owner, reason=_reason_of(release, Consent.REFUSED, owner)
        )
    if release.state is Consent.NOT_ASKED:
        return release
    refused = words.has(listed("consent", "refusing")) or words.low(words.first + 1) in ("turned", "rejected")
    granted = words.has(listed("consent", "granting")) or words.has(frozenset(["promise", "undertake"]))
    if not (refused or granted):
        return release
    gist = words.has(listed("publish", "gist"))
    state = Consent.REFUSED if refused else Consent.GRANTED_GIST_ONLY if gist else Consent.GRANTED
    owner = release.consent_of or next(iter(told.named_in(following)), None)
    return replace(release, state=state, consent_of=owner, reason=_reason_of(release, state, owner))


def _record(told: Told, found: Publishing) -> Release | None:
    """The release that a sentence tells of; None where a text was simply published."""
    speech = told.speech_at(found.words.all[found.at].start)
    state, publication = state_of(found, speech), publication_of(found)
    if state is None and publication is None:
        return None
    span = _around(told, found, speech)
    of = told.passage(found.words.span(*found.of))
    release = Release(
        of=of,
        wanted_by=wanted_by(told, found, speech, state) if publication is None else None,
        consent_of=consent_of(told, found, speech, state),
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
    whose = f" of {release.consent_of.name}" if release.consent_of else ""
    return f"“{word}” speaks of making “{of}” public; the consent{whose} is {release.state.value.replace('_', ' ')}."
