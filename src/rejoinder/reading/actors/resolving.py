"""Whom the words of a source mean: a range of words goes in, an actor or a problem comes out, with the rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rejoinder.model import Actor, Problem
from rejoinder.reading.actors.antecedents import Asked, Resolved, counterpart_of, doubt, pronoun, role
from rejoinder.reading.actors.names import Head, Name, address_words, is_function_word, strip_article
from rejoinder.reading.actors.parties import Form, joint_nouns
from rejoinder.reading.actors.posts import Description, describe
from rejoinder.reading.actors.story import Story
from rejoinder.reading.actors.words import Word
from rejoinder.reading.knowledge import word_set

__all__ = ["Asked", "Resolved", "read_source"]

_LEADS = frozenset(["according", "to", "by", "from", "says", "said", "per", "as", "and", "but", "even", "also"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "said", "says"])


class _Core(NamedTuple):
    """The noun phrase that a source opens with, at the words ``first`` to ``last``, and what it ends in."""

    first: int
    last: int
    name: Name | None
    head: Head | None


def read_source(story: Story, asked: Asked) -> Resolved:
    """Whom the words that ``asked`` gives mean. Never raises; no words give no actor and no problem."""
    asked = _trim(story, asked)
    if asked.first >= asked.last:
        return Resolved(None, None, "no words")
    found = pronoun(story, asked) or _joint(story, asked)
    return found or _read_phrase(story, asked)


def _trim(story: Story, asked: Asked) -> Asked:
    """Without marks at the edges, "according to" before, a possessive ending after; a cut name made whole."""
    words, first, last = story.page.words, asked.first, asked.last
    while first < last and (not words[first].text[0].isalnum() or words[first].low in _LEADS):
        first += 1
    while (
        last > first
        and (not words[last - 1].text[0].isalnum() or words[last - 1].low in _REFLEXIVE)
        and last - first > 1
    ):
        last -= 1
    cut = story.page.name_over(first) if first < last else None
    first = cut.first if cut is not None else first
    return Asked(first, last, asked.before, asked.speaker)


def _joint(story: Story, asked: Asked) -> Resolved | None:
    """As in "both sides", "Paris and The Hague": several at once, who keep the words as their name."""
    text = " ".join(story.page.slice(asked.first, asked.last).split())
    if text.lower() in joint_nouns() or text.lower().startswith("both "):
        return Resolved(Actor(strip_article(text), None, None), None, "several sides at once")
    actors = [_joined_actor(story, first, last) for first, last in _members(story, asked)]
    if len(actors) < 2 or None in actors:
        return None
    parties = {actor.party for actor in actors if actor is not None}
    spoken = [actor.name for actor in actors if actor is not None]
    name = f"{', '.join(spoken[:-1])} and {spoken[-1]}"
    return Resolved(Actor(name, None, parties.pop() if len(parties) == 1 else None), None, "several named together")


def _members(story: Story, asked: Asked) -> list[tuple[int, int]]:
    """The ranges of words between "and" and commas, if there is an "and" outside every name; else none."""
    words = story.page.words
    names, heads = story.page.names_in(asked.first, asked.last), story.page.heads_in(asked.first, asked.last)
    inside = {at for name in names for at in range(name.first, name.last)}
    inside |= {at for head in heads for at in range(head.first, head.last)}
    cuts = [at for at in range(asked.first, asked.last) if words[at].low in ("and", ",", "&") and at not in inside]
    listed = len(cuts) == 1 and len(names) == 2 and all(name.known is not None and name.known.state for name in names)
    listed = listed and names[1].last == asked.last
    if not any(words[at].low != "," for at in cuts) and not listed:
        return []
    edges = [asked.first - 1, *cuts, asked.last]
    return [(left + 1, right) for left, right in pairwise(edges) if right > left + 1]


def _joined_actor(story: Story, first: int, last: int) -> Actor | None:
    """The actor that one member of "A and B" is, if it is no more than a name or a body."""
    begins_name = any(name.first == first for name in story.page.names_in(first, last))
    if not begins_name and story.page.words[first].low in word_set("titles", "edges", "determiners"):
        first += 1
    names, heads = story.page.names_in(first, last), story.page.heads_in(first, last)
    if len(names) == 1 and (names[0].first, names[0].last) == (first, last):
        return story.actor_of_name(names[0])
    if heads and not heads[-1].body and names and names[-1].last == last and story.persons_named(names[-1]):
        return story.actor_of_name(names[-1])
    if heads and heads[-1].body and heads[-1].last == last:
        return story.actor_of_body(heads[-1], first, last)
    if names or heads or not all(word.capital for word in story.page.words[first:last]):
        return None
    side = story.sides.side_called(story.page.slice(first, last))
    return Actor(side.name, None, side.party)


def _read_phrase(story: Story, asked: Asked) -> Resolved:
    core = _core(story, asked)
    if core.name is not None:
        return _named(story, asked, core.name)
    if core.head is not None:
        return _described(story, asked, core.head)
    names = story.page.names_in(asked.first, asked.last)
    heads = story.page.heads_in(asked.first, asked.last)
    if (
        core.last < asked.last
        and heads
        and story.page.words[core.first].low in word_set("titles", "edges", "determiners")
    ):
        return _part_of(story, asked, heads[0])
    if names and names[0].first == core.first and not _names_a_group(story, core, names[0]):
        return _named(story, asked, names[0])
    return _unknown(story, asked, core)


def _names_a_group(story: Story, core: _Core, name: Name) -> bool:
    """As in "Tavoria bondholders", "NHS managers": a name that only says which people are meant."""
    last = story.page.words[core.last - 1]
    return name.last < core.last and not last.capital and last.low.endswith("s") and not story.persons_named(name)


def _core(story: Story, asked: Asked) -> _Core:
    """The leading noun phrase: up to a comma, a preposition, a relative pronoun or the end."""
    words, end = story.page.words, asked.first + 1
    names = {name.last: name for name in story.page.names_in(asked.first, asked.last)}
    heads = {head.last: head for head in story.page.heads_in(asked.first, asked.last)}
    inside = {at for name in names.values() for at in range(name.first + 1, name.last)}
    inside |= {at for head in heads.values() for at in range(head.first + 1, head.last)}
    while end < asked.last and (end in inside or _continues(words, end)):
        end += 1
    return _Core(asked.first, end, names.get(end), heads.get(end))


def _continues(words: Sequence[Word], at: int) -> bool:
    """Whether the word ``at`` goes on with the noun phrase: no comma, no preposition, but "Gen." and "'s"."""
    word = words[at]
    if word.text == "." and words[at - 1].text in address_words():
        return True
    return word.low not in word_set("titles", "edges", "links") and (word.text[0].isalnum() or word.owner)


def _named(story: Story, asked: Asked, name: Name) -> Resolved:
    """A source that is a name: a person's, or that of a side or body."""
    persons = story.persons_named(name)
    if len(persons) > 1:
        return doubt(story, asked, sorted(person.name for person in persons))
    if persons:
        return Resolved(story.actor_of_person(persons[0]), None, "a person of the story")
    if name.known is not None and name.known.form is Form.ADJECTIVE and story.page.words[asked.first].low == "the":
        one = next((actor for actor in reversed(asked.before) if actor.party == name.known.party and actor.post), None)
        if one is not None:
            return Resolved(one, None, "the speaker of that country")
    actor = story.actor_of_name(name)
    if actor is None:
        return Resolved(Actor(strip_article(story.page.slice(name.first, name.last))), None, "a name that is no side")
    seat = name.known is not None and name.known.form is Form.SEAT
    return Resolved(actor, None, "a seat that stands for its side" if seat else "a side or body by name")


def _described(story: Story, asked: Asked, head: Head) -> Resolved:
    """A source that is a description: a body, somebody named beside it, or a role."""
    if head.body:
        return Resolved(story.actor_of_body(head, asked.first, asked.last), None, "a body by its common noun")
    found = describe(story.page, head, asked.first, asked.last)
    beside = _name_after(story, asked, found)
    if beside is not None:
        return _named(story, asked, beside)
    if head.sort == "counterpart":
        return counterpart_of(story, asked, found)
    return role(story, asked, found)


def _name_after(story: Story, asked: Asked, found: Description) -> Name | None:
    """The name that follows a description after a comma: "Ostmark's chief negotiator, Jan Reuter"."""
    after = found.head.last if found.link is None else found.last
    if after >= asked.last or story.page.words[after].text not in ",—–(":
        return None
    return next((name for name in story.page.names_in(after, asked.last) if story.persons_named(name)), None)


def _part_of(story: Story, asked: Asked, head: Head) -> Resolved:
    """As in "one of its MPs", "some in the ministry": the words are the name, the party is that of the whole."""
    found = describe(story.page, head, asked.first, asked.last)
    party = story.actor_of_body(head, asked.first, asked.last).party if head.body else story.party_of(found)
    text = " ".join(_up_to_comma(story, asked).split())
    return Resolved(Actor(text, None, party, named=False), None, "a part of a body")


def _up_to_comma(story: Story, asked: Asked) -> str:
    """The words without what a comma adds to them: "One of them, who has followed the talks"."""
    words = story.page.words
    end = next((at for at in range(asked.first + 1, asked.last) if words[at].text == ","), asked.last)
    return story.page.slice(asked.first, end)


def _unknown(story: Story, asked: Asked, core: _Core) -> Resolved:
    """Words in which nothing is a name or a known noun: somebody who is not named."""
    text = strip_article(_up_to_comma(story, asked))
    names = story.page.names_in(asked.first, asked.last)
    whole = core.last == asked.last and not is_function_word(story.page.words[core.first])
    if not names and whole and all(word.capital for word in story.page.words[core.first : core.last]):
        side = story.sides.side_called(strip_article(story.page.slice(core.first, core.last)))
        return Resolved(Actor(side.name, None, side.party), None, "a name that stands nowhere else")
    party = next((party for name in names if (party := story.party_of_name(name)) is not None), None)
    if not any(sign.isalpha() for sign in text):
        return Resolved(None, Problem("no-speaker", "The words name nobody.", *_place(story, asked)), "no name")
    return Resolved(Actor(text, None, party, named=False), None, "words that name nobody known")


def _place(story: Story, asked: Asked) -> tuple[int, int]:
    return story.page.words[asked.first].start, story.page.words[asked.last - 1].end
