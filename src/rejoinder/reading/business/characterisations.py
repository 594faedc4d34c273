"""What each side calls answered, not answered, played down, main or secondary: quoted, never judged by the program.

A told story and the matters that it names go in; the characterisations in what is said, and what the story itself
tells a text to pass over, come out in the order of the text. ``claims`` finds their words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.model import Actor, Characterisation, Span, Standing
from rejoinder.reading.business.claims import Claim, find_claims, listed, triggers
from rejoinder.reading.business.matters import Matters, find_matters
from rejoinder.reading.business.texts.edges import noun_words
from rejoinder.reading.business.told import Told

_OPENING = 6


def find_characterisations(told: Told, matters: Matters | None = None) -> tuple[Characterisation, ...]:
    """The characterisations in what is said; of one side's of one matter, or with the same words, the first."""
    matters = find_matters(told) if matters is None else matters
    found: dict[tuple[Standing, str | None, str], Characterisation] = {}
    for _, sentence in told.sentences_with(triggers()):
        for claim in find_claims(sentence):
            speech = told.speech_at(sentence.all[claim.first].start)
            by = speech.speaker if speech is not None else None
            if by is None and (speech is not None or not _is_passed_over(claim)):
                continue
            record = _record(told, claim, matters, by, speech.id if speech is not None else None)
            found.setdefault(_key(record), record)
    return tuple(sorted(_without_headings(told, list(found.values())), key=lambda record: record.words.start))


def _without_headings(told: Told, records: Sequence[Characterisation]) -> list[Characterisation]:
    """The characterisations without those of the headline that the story tells in its own words."""
    headed = [told.story.in_headings(one.words.start) for one in records]
    below = {(one.standing, _side_of(one)) for one, above in zip(records, headed, strict=True) if not above}
    below |= {(standing, None) for standing, _ in below}
    return [
        one
        for one, above in zip(records, headed, strict=True)
        if not above or (one.standing, _side_of(one)) not in below
    ]


def _side_of(record: Characterisation) -> str | None:
    return (record.by.party or record.by.name) if record.by is not None else None


def _key(record: Characterisation) -> tuple[Standing, str | None, str]:
    """By what a characterisation is known again: whose it is, and the words for the matter, or else its own."""
    words = record.of or record.words
    return record.standing, _side_of(record), " ".join(words.exact.lower().split())


def _is_passed_over(claim: Claim) -> bool:
    """Whether the story itself tells what a text passes over: "The reply makes no mention of pay"."""
    words = claim.words
    opening = {words.low(at) for at in range(words.first, min(claim.first, words.first + _OPENING))}
    about_text = not noun_words().isdisjoint(opening) or words.low(words.first) == "it"
    said = {words.low(at) for at in range(claim.first, claim.last)}
    mentions = not listed("of", "mentioning").isdisjoint(said)
    return claim.standing is Standing.NOT_ANSWERED and about_text and claim.of is not None and mentions


def _record(told: Told, claim: Claim, matters: Matters, by: Actor | None, statement: str | None) -> Characterisation:
    words = claim.words
    place = Span(claim.first, claim.last)
    quoted = told.passage(words.span(*place))
    of = matters.meant(words, claim.of)
    matter = f" of “{' '.join(told.words(of).split())}”" if of is not None and not of.overlaps(quoted.span) else ""
    speaks = f"{by.name} says" if by is not None else "The story tells"
    return Characterisation(
        standing=claim.standing,
        by=by,
        of=told.passage(of) if of is not None else None,
        words=quoted,
        statement=statement,
        reason=f"{speaks} “{quoted.exact}”{matter}.",
    )
