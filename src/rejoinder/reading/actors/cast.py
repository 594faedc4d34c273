"""The cast of a story: a text goes in; who acts in it, and whom given words of it mean, come out.

``find_cast`` reads the story once; ``Cast.resolve`` then says whom the source of an attribution means:
a person by the fullest name, a body, a side, or somebody whose name is withheld. What could mean several
stays unresolved, with a ``Problem``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model import Actor, Span
from rejoinder.reading.actors.names import Head, Name, find_names
from rejoinder.reading.actors.openers import drop_openers
from rejoinder.reading.actors.people import find_people, settle_posts
from rejoinder.reading.actors.posts import Page
from rejoinder.reading.actors.resolving import Asked, Resolved, read_source
from rejoinder.reading.actors.settling import settle_story
from rejoinder.reading.actors.sides import find_sides
from rejoinder.reading.actors.story import Story
from rejoinder.reading.actors.wholes import make_whole, own_bodies
from rejoinder.reading.actors.words import split_words, words_within

__all__ = ["Cast", "Resolved", "find_cast"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in a story."""

    story: Story

    def resolve(
        self,
        span: Span,
        *,
        before: Sequence[Actor] = (),
        speaker: Actor | None = None,
    ) -> Resolved:
        """Whom the words of ``span`` mean as the source of an attribution.

        ``before``     the speakers resolved earlier in the story, the most recent last
        ``speaker``    who speaks the quotation that the words stand in ("we")
        """
        first, last = words_within(self.story.page.words, span)
        return read_source(self.story, Asked(first, last, tuple(before[-12:]), speaker))

    def parties_in(self, span: Span) -> tuple[Actor, ...]:
        """The persons, bodies and sides that are named within ``span``, in order, each once."""
        first, last = words_within(self.story.page.words, span)
        found: dict[str, Actor] = {}
        for name in self.story.page.names_in(first, last):
            actor = self.story.actor_of_name(name)
            if actor is not None:
                found.setdefault(actor.name, actor)
        for head in self.story.page.heads_in(first, last):
            actor = self.story.actor_of_body(head) if head.body else None
            if actor is not None and not found:
                found.setdefault(actor.name, actor)
        return tuple(found.values())

    def mentions_in(self, span: Span) -> list[tuple[Span, Actor]]:
        """The names of persons, bodies and sides within ``span`` and the nouns for bodies ("the ministry"), in order,
        and whom each means."""
        words, (first, last) = self.story.page.words, words_within(self.story.page.words, span)
        heads = [head for head in self.story.page.heads_in(first, last) if head.body]
        found: list[tuple[Name | Head, Actor | None]]
        found = [(name, self.story.actor_of_name(name)) for name in self.story.page.names_in(first, last)]
        taken = {at for name, _ in found for at in range(name.first, name.last)}
        found += [(head, self.story.actor_of_body(head)) for head in heads if head.first not in taken]
        placed = [
            (Span(words[each.first].start, words[each.last - 1].end), actor)
            for each, actor in found
            if actor is not None
        ]
        return sorted(placed, key=lambda mention: mention[0])


def find_cast(text: str, paragraphs: Sequence[Span] = ()) -> Cast:
    """The cast of the story ``text``; ``paragraphs`` are the spans of its paragraphs, in order. Never raises."""
    words = split_words(text, paragraphs)
    found = find_names(text, words)
    page = Page(text, words, own_bodies(make_whole(text, words, drop_openers(words, found.names))), found.heads)
    people = find_people(page)
    settle_posts(page, people)
    taken = frozenset(name.text for name in page.names if people.find(name.text))
    story = Story(page, people, find_sides(page, taken))
    settle_story(story)
    return Cast(story)
