"""Sentences in which certain words stand, with who is named and which days are told in each: a story goes in.

Who is named in a sentence is a ``Mention``: a person, a body or side, a role or a pronoun that is resolved, a
group ("the two ministers"), or an adjective of a side ("the American paper").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rejoinder.model import Actor, Interval, Span, TimexType
from rejoinder.reading.actors.names import Head, Name
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.actors.posts import describe, is_told
from rejoinder.reading.actors.words import Word, words_within
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

_PLACING = frozenset(["in", "at", "near", "outside", "inside"])
_PRONOUNS = frozenset(["i", "he", "she", "it", "they", "we", "him", "her", "them", "us", "his", "its", "their", "our"])
_MOST_BACK = 60
_LONGEST = 120
"""Words of a sentence that are looked at, so that an endless one costs no more than a long one."""


class Mention(NamedTuple):
    """Somebody at the words ``first`` to ``last`` (exclusive). ``kind`` is person, side, role, pronoun, group or
    adjective; a group has no actor of its own."""

    first: int
    last: int
    actor: Actor | None
    kind: str


class Day(NamedTuple):
    """A time expression with known days, at the words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Scene:
    """The words ``first`` to ``last`` of one sentence among the ``words`` of the story, with the mentions and the days
    in them, in their order.

    ``cue_ends``  the words right behind the cues of statements
    ``edges``     the words at which somebody's speech begins or ends
    """

    told: Told
    words: Sequence[Word]
    first: int
    last: int
    mentions: tuple[Mention, ...]
    days: tuple[Day, ...]
    cue_ends: tuple[int, ...]
    edges: tuple[int, ...]

    def low(self, at: int) -> str:
        """The word ``at`` in lower case; nothing outside of the sentence."""
        return self.words[at].low if self.first <= at < self.last else ""

    def lows(self, first: int, last: int) -> list[str]:
        """The words of a range within the sentence, in lower case save for the month of May."""
        words = self.words[max(first, self.first) : min(last, self.last)]
        return [word.text if word.text == "May" else word.low for word in words]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one word up to another."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def text(self, first: int, last: int) -> str:
        """The words of a range as they stand, on one line."""
        return " ".join(self.told.words(self.span(first, last)).split())

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that lie within a range of words."""
        return [mention for mention in self.mentions if first <= mention.first and mention.last <= last]


def find_scenes(told: Told, wanted: Container[str], *, headline: bool = False) -> Iterator[Scene]:
    """The sentences in which at least one wanted word (in lower case) stands; those of the headline if asked for."""
    words, title = told.story.cast.story.page.words, told.story.layout.headline
    parts = [part.span for item in told.statements for part in item.parts or (item.content,)]
    edges = sorted({edge for span in parts for edge in span})
    cue_ends = sorted(item.cue.end for item in told.statements if item.cue)
    for sentence in told.story.sentences:
        if title is not None and not headline and title.holds_at(sentence.start):
            continue
        first, last = words_within(words, sentence)
        last = min(last, first + _LONGEST)
        if any(word.low in wanted for word in words[first:last]):
            yield Scene(
                told,
                words,
                first,
                last,
                tuple(_find_mentions(told, first, last)),
                tuple(_find_days(told, first, last)),
                tuple(bisect_left(words, end, key=lambda word: word.start) for end in _within(cue_ends, sentence)),
                tuple(bisect_left(words, edge, key=lambda word: word.start) for edge in _within(edges, sentence)),
            )


def _within(places: Sequence[int], span: Span) -> Sequence[int]:
    """Those of some offsets, in their order, that lie in a span."""
    return places[bisect_left(places, span.start) : bisect_left(places, span.end)]


def _find_days(told: Told, first: int, last: int) -> Iterator[Day]:
    words = told.story.cast.story.page.words
    for item in told.dates_in(Span(words[first].start, words[last - 1].end)):
        if item.type in (TimexType.DATE, TimexType.TIME) and item.interval is not None:
            yield Day(*words_within(words, item.span), item.interval)


# Who is named


def _find_mentions(told: Told, first: int, last: int) -> list[Mention]:
    """Who is named in a range of words, in the order of the text."""
    page = told.story.cast.story.page
    found = list(_groups(told, first, last))
    covered = {at for mention in found for at in range(mention.first, mention.last)}
    for head in reversed(page.heads_in(first, last)):
        if head.first not in covered:
            begin, end, actor = _of_head(told, head, first, last)
            covered.update(range(begin, end))
            found += [Mention(begin, end, actor, "side" if head.body else "role")] if actor is not None else []
    for name in page.names_in(first, last):
        if name.first not in covered and (named := _of_name(told, name)) is not None:
            found.append(named)
    for at in range(first, last):
        word = page.words[at]
        if word.low in _PRONOUNS and at not in covered and (word.low == "i" or not word.text.isupper()):
            found.append(Mention(at, at + 1, told.whom(Span(word.start, word.end)), "pronoun"))
    found.sort(key=lambda mention: mention.first)
    following = [*found[1:], None][: len(found)]
    return [one for one, after in zip(found, following, strict=True) if not _is_title(page.words, one, after)]


def _is_title(words: Sequence[Word], mention: Mention, after: Mention | None) -> bool:
    """Whether a side only tells whose office-holder follows: "U.S. Sen. Clay Hargrove"."""
    if after is None or after.kind != "person" or mention.kind not in ("side", "adjective"):
        return False
    between = words[mention.last : after.first]
    return 0 < len(between) < 4 and all(word.text == "." or word.capital for word in between)


def _of_name(told: Told, name: Name) -> Mention | None:
    """The person or side of a name; None where it is a place or a thing."""
    story = told.story.cast.story
    actor = story.actor_of_name(name)
    if actor is None:
        return None
    if story.persons_named(name):
        return Mention(name.first, name.last, actor, "person")
    if name.known is not None and name.known.form is Form.ADJECTIVE:
        return Mention(name.first, name.last, Actor(actor.party or actor.name, None, actor.party), "adjective")
    placed = name.first > 0 and story.page.words[name.first - 1].low in _PLACING and not name.body
    if placed and (name.known is None or name.known.form is Form.SEAT or name.known.state):
        return None
    acts = actor.name in story.sides.acting or actor.name in story.standing.states
    return Mention(name.first, name.last, actor, "side") if name.known is not None or name.body or acts else None


def _of_head(told: Told, head: Head, first: int, last: int) -> tuple[int, int, Actor | None]:
    """The words of a role or body and whom they mean: nobody where the name of the holder stands beside them,
    or where they are only counted ("4,000 crew")."""
    page = told.story.cast.story.page
    found = describe(page, head, first, last)
    if _has_name_beside(told, head, last):
        return found.first, head.last, None
    end = found.last if found.link in ("of", "for") and found.of_names else head.last
    vague = head.body and (found.determiner in ("a", "an") or (found.determiner is None and not is_told(found)))
    vague = vague or (head.sort == "worker" and page.words[head.first - 1].text.isdigit())
    span = Span(page.words[found.first].start, page.words[end - 1].end)
    return found.first, end, None if vague else told.whom(span)


def _has_name_beside(told: Told, head: Head, last: int) -> bool:
    """As in "Foreign Minister Sergey Lavrov", "the chief negotiator, Michel Barnier"."""
    comma = head.last < last and told.story.cast.story.page.words[head.last].text == ","
    return _is_person_at(told, head.last) or (comma and _is_person_at(told, head.last + 1))


def _is_person_at(told: Told, at: int) -> bool:
    story = told.story.cast.story
    return any(story.persons_named(name) for name in story.page.names_in(at, at + 1))


def _groups(told: Told, first: int, last: int) -> Iterator[Mention]:
    """As in "the two sides", "both ministers", "neither side": not where their names follow."""
    words = told.story.cast.story.page.words
    nouns, before = word_set("scenes", "groups", "nouns"), word_set("scenes", "groups", "before")
    for at in range(first, last):
        if words[at].low == "side" and at > first and words[at - 1].low in word_set("scenes", "groups", "single"):
            yield Mention(at - 1, at + 1, None, "group")
        elif words[at].low in nouns and words[min(at + 1, last - 1)].low not in nouns - {words[at].low}:
            begin = at
            while begin > first and words[begin - 1].low in before:
                begin -= 1
            named = at + 2 < last and words[at + 1].text == "," and _is_person_at(told, at + 2)
            if not named and (at - begin > 1 or (begin < at and words[begin].low in ("the", "both", "their"))):
                yield Mention(begin, at + 1, None, "group")


# The story as a whole


def persons_before(told: Told, at: int, count: int, sort: str | None = None) -> tuple[Actor, ...]:
    """The last ``count`` persons of different sides who are named before the word ``at``; none where they are fewer.

    ``sort`` a word that their posts hold
    """
    entries = told.story.cast.story.entries
    where = bisect_left(entries, at, key=lambda entry: entry.at)
    found: dict[str | None, Actor] = {}
    for entry in reversed(entries[max(0, where - _MOST_BACK) : where]):
        if entry.kind == "person" and (sort is None or sort in (entry.actor.post or "").lower()):
            found.setdefault(entry.actor.party, entry.actor)
        if len(found) == count:
            return tuple(reversed(found.values()))
    return ()
