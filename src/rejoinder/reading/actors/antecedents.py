"""Pronouns and roles: words that point back go in, the actor of the story they point to comes out.

Ambiguous means unresolved: where two fit equally well the answer is no actor and a ``Problem`` that names both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rejoinder.model import Actor, Problem
from rejoinder.reading.actors.entries import Entry
from rejoinder.reading.actors.names import first_names, match_head, strip_article
from rejoinder.reading.actors.people import Person
from rejoinder.reading.actors.posts import Description, distinguishing, phrase_text
from rejoinder.reading.actors.story import Story
from rejoinder.reading.actors.words import split_words
from rejoinder.reading.knowledge import load_table, word_set

_FURTHEST = 4
_MOST = 40


class Asked(NamedTuple):
    """What is asked: the words ``first`` to ``last`` (exclusive) and what is known beside them."""

    first: int
    last: int
    before: tuple[Actor, ...] = ()
    speaker: Actor | None = None


class Resolved(NamedTuple):
    """Whom words mean, or why that is in doubt; ``rule`` says in plain words how it was found."""

    actor: Actor | None
    problem: Problem | None
    rule: str


def doubt(story: Story, asked: Asked, names: Sequence[str]) -> Resolved:
    """No actor, and a problem that names those between whom it is in doubt."""
    words = story.page.slice(asked.first, asked.last)
    who = " or ".join(names[:5]) if names else "nobody in the story for certain"
    message = f'"{words}" may mean {who}.'
    start, end = story.page.words[asked.first].start, story.page.words[asked.last - 1].end
    return Resolved(None, Problem("ambiguous-speaker", message, start, end), "ambiguous")


def pronoun(story: Story, asked: Asked) -> Resolved | None:
    """Whom a pronoun means; None if the words are not a pronoun."""
    if asked.last - asked.first != 1:
        return None
    word = story.page.words[asked.first].low
    kinds = load_table("people_nouns")["pronouns"]
    kind = next((kind for kind, words in kinds.items() if word in words), None)
    if kind is None:
        return None
    if kind == "hearer" or (kind == "self" and asked.speaker is None):
        return doubt(story, asked, [])
    if kind == "self":
        return Resolved(asked.speaker, None, f"{word} in a quotation")
    if kind in ("male", "female"):
        return person_before(story, asked, kind)
    return body_before(story, asked, plural=kind == "plural")


def gender_of(story: Story, actor: Actor) -> str | None:
    """The gender of an actor as the story or the name tells it."""
    person = story.people.full.get(actor.name.lower())
    if person is not None and person.gender is not None:
        return person.gender
    words = set(f"{actor.name} {actor.post or ''}".lower().split())
    for gender in ("male", "female"):
        if words & word_set("titles", "gender", gender):
            return gender
    return first_names().get(actor.name.split()[0])


def is_person(story: Story, actor: Actor) -> bool:
    """Whether an actor is one person, named or not, rather than a body, a side or several people."""
    if actor.name.lower() in story.people.full:
        return True
    last = (actor.post or actor.name).lower().split()
    plural = word_set("titles", "plural", "heads")
    described = actor.post is not None or not actor.named
    return described and not any(word in plural for word in last) and class_of(actor) is not None


def class_of(actor: Actor) -> str | None:
    """The class of the post of an actor, from its post or else from a name that is a description."""
    words = split_words(actor.post or actor.name, ())
    found: str | None = None
    at = 0
    while at < len(words):
        head = match_head(words, at)
        if head is not None and not head.body:
            found = head.sort
            at = head.last
            if at < len(words) and words[at].low in ("of", "for", "in", "at", "from", "to", "with"):
                break
        else:
            at += 1
    return found


def person_before(story: Story, asked: Asked, gender: str) -> Resolved:
    """Whom "he" or "she" means: the subject of the nearest sentence, else who spoke last."""
    scores = _Scores({}, {})
    persons = [actor for actor in reversed(asked.before) if is_person(story, actor)]
    recent = {actor.name: actor for actor in persons if gender_of(story, actor) in (gender, None)}
    for weight, actor in zip((3.0, 1.0), recent.values(), strict=False):
        scores.add(actor, weight)
    for weight, entry in _subjects(story, asked, gender):
        scores.add(entry.actor, weight)
    if story.page.words[asked.first].quoted and asked.speaker is not None:
        scores.points.pop(asked.speaker.name, None)
    for name, actor in scores.actors.items():
        if name in scores.points and gender_of(story, actor) == gender:
            scores.points[name] += 1.0
    return _best(story, asked, scores, "the last person spoken of")


class _Scores(NamedTuple):
    """How well each of several actors fits, by name."""

    points: dict[str, float]
    actors: dict[str, Actor]

    def add(self, actor: Actor, weight: float) -> None:
        self.points[actor.name] = self.points.get(actor.name, 0.0) + weight
        self.actors.setdefault(actor.name, actor)


def _best(story: Story, asked: Asked, scores: _Scores, rule: str) -> Resolved:
    top = max(scores.points.values(), default=0.0)
    best = [name for name, score in scores.points.items() if score == top]
    if len(best) != 1:
        return doubt(story, asked, sorted(best))
    return Resolved(scores.actors[best[0]], None, rule)


def _subjects(story: Story, asked: Asked, gender: str) -> Iterable[tuple[float, Entry]]:
    """The persons of the nearest sentence that has any, its subject first; then those of the one before."""
    weights = [(0.5, 0.1), (4.0, 0.5)]
    for group in _sentences_before(story, asked.first):
        fitting = [e for e in group if e.kind in ("person", "role") and e.gender in (gender, None) and not e.quoted]
        if not fitting or not weights:
            continue
        high, low = weights.pop()
        subject = next((entry for entry in fitting if entry.subject), None)
        for entry in {entry.actor.name: entry for entry in fitting}.values():
            yield high if subject is not None and entry.actor.name == subject.actor.name else low, entry


def _sentences_before(story: Story, at: int) -> Iterable[list[Entry]]:
    """The entries before the word ``at``, sentence by sentence, the nearest first, each in reading order."""
    where = bisect_left(story.entries, at, key=lambda entry: entry.at)
    sentence = story.page.words[at].sentence
    group: list[Entry] = []
    for entry in reversed(story.entries[max(0, where - _MOST) : where]):
        if entry.sentence < sentence - _FURTHEST:
            break
        if group and entry.sentence != group[-1].sentence:
            yield group[::-1]
            group = []
        group.append(entry)
    if group:
        yield group[::-1]


def body_before(story: Story, asked: Asked, *, plural: bool) -> Resolved:
    """Which body or side "it" or "they" means: the subject of this sentence or of the nearest one before."""
    last = asked.before[-1] if asked.before else None
    if plural and last is not None and not is_person(story, last):
        return Resolved(last, None, "those who spoke last")
    sentence = story.page.words[asked.first].sentence
    for group in _sentences_before(story, asked.first):
        fitting = [entry for entry in group if entry.kind in ("side", "body") and not entry.quoted]
        spoke = any(entry.actor == last for entry in fitting)
        if spoke and last is not None and group[0].sentence == sentence - 1:
            return Resolved(last, None, "the body that spoke in the sentence before")
        subject = next((entry for entry in fitting if entry.subject), None)
        if subject is not None:
            return Resolved(subject.actor, None, "the body that is the subject of the nearest sentence")
        if any(entry.actor == last for entry in fitting) and last is not None:
            return Resolved(last, None, "the body that spoke last")
    if last is not None and not is_person(story, last):
        return Resolved(last, None, "the body that spoke last")
    return doubt(story, asked, [])


def _covered(sort: str) -> tuple[str, ...]:
    """The classes of posts to which a role of the class ``sort`` may refer, itself first."""
    return (sort, *load_table("titles")["covers"].get(sort, []))


def role(story: Story, asked: Asked, found: Description) -> Resolved:
    """Whom a role means: somebody not named if it is indefinite, else the one of the story whom it fits."""
    if _is_withheld(story, found):
        return Resolved(_unnamed(story, asked, found), None, "a person whose name is withheld")
    party = story.party_of(found)
    spoke = [actor for actor in reversed(asked.before) if _fits_actor(story, actor, found, party)]
    exact = [actor for actor in spoke if class_of(actor) == found.head.sort]
    if exact or spoke:
        return Resolved((exact or spoke)[0], None, "the last speaker with that role")
    people = [
        person for person in story.people.holding(_covered(found.head.sort)) if _fits_person(person, found, party)
    ]
    people = [person for person in people if person.sort == found.head.sort] or people
    if len(people) > 1:
        people = _nearest_people(story, asked, people)
    if len(people) == 1:
        return Resolved(story.actor_of_person(people[0]), None, "the person of the story with that post")
    if people:
        return doubt(story, asked, sorted(person.name for person in people))
    earlier = _brought_in(story, asked, found, party)
    if earlier is not None:
        return Resolved(earlier, None, "a person brought in before without a name")
    return _without_post(story, asked, found, party) or Resolved(story.unnamed(found), None, "a post without a name")


def _brought_in(story: Story, asked: Asked, found: Description, party: str | None) -> Actor | None:
    """The last person without a name before the words whom the role fits."""
    where = bisect_left(story.entries, asked.first, key=lambda entry: entry.at)
    for entry in reversed(story.entries[max(0, where - _MOST) : where]):
        if entry.kind == "role" and _fits_actor(story, entry.actor, found, party):
            return entry.actor
    return None


def _is_withheld(story: Story, found: Description) -> bool:
    """Whether the words bring somebody in without a name: "a senior official", "sources", "EU diplomat"."""
    noun = story.page.words[found.head.last - 1].low
    if noun in word_set("titles", "plural", "heads"):
        return found.determiner not in ("the", "these", "those") or bool(found.names or found.link)
    if found.determiner in word_set("titles", "edges", "indefinite"):
        return True
    bare = found.determiner is None and found.head.last - found.head.first == 1 and "'s" not in found.words
    return bare and "’s" not in found.words and noun in word_set("titles", "withheld", "heads")


def _unnamed(story: Story, asked: Asked, found: Description) -> Actor:
    """The unnamed actor; "another official" is of the party of the unnamed one before."""
    actor = story.unnamed(found)
    words = story.page.words
    end = next((at for at in range(found.last, asked.last) if words[at].text == ","), asked.last)
    if end > found.last:
        actor = Actor(strip_article(story.page.slice(asked.first, end)), actor.post, actor.party, named=False)
    if actor.party is not None or found.determiner not in ("another", "other"):
        return actor
    earlier = [other.party for other in reversed(asked.before) if not other.named and other.party]
    return Actor(actor.name, actor.post, earlier[0] if earlier else None, named=False)


def _fits_actor(story: Story, actor: Actor, found: Description, party: str | None) -> bool:
    if not is_person(story, actor) or class_of(actor) not in _covered(found.head.sort):
        return False
    if party is not None and actor.party not in (party, None):
        return False
    return _same_office(distinguishing(found), (actor.post or actor.name).lower(), deputy=found.deputy, found=found)


def _fits_person(person: Person, found: Description, party: str | None) -> bool:
    if party is not None and person.party not in (party, None):
        return False
    return _same_office(distinguishing(found), (person.post or "").lower(), deputy=found.deputy, found=found)


def _same_office(told: frozenset[str], post: str, *, deputy: bool, found: Description) -> bool:
    """Whether the words of a role are among those of a post; a full title does not fit the deputy."""
    if told - set(post.split()) and found.head.sort not in ("official", "diplomat"):
        return False
    full_title = found.head.last - found.head.first > 1
    return deputy or not full_title or not post.startswith(("deputy", "vice", "assistant", "former"))


def _nearest_people(story: Story, asked: Asked, people: list[Person]) -> list[Person]:
    """Of several persons those who stand nearest before the words, if one stands in a nearer sentence."""
    place = story.page.words
    here = place[asked.first].sentence
    distance: dict[int, list[Person]] = {}
    for person in people:
        where = bisect_left(person.at, asked.first) - 1
        if where >= 0:
            distance.setdefault(here - place[person.at[where]].sentence, []).append(person)
    return distance[min(distance)] if distance else people


def _without_post(story: Story, asked: Asked, found: Description, party: str | None) -> Resolved | None:
    """As in "The prime minister" right after a person of whom no post was said."""
    last = asked.before[-1] if asked.before else None
    free = last is not None and last.post is None and last.name.lower() in story.people.full
    if last is None or not free or found.determiner != "the" or (party and last.party not in (party, None)):
        return None
    return Resolved(last, None, "the last speaker, of whom no post was said")


def counterpart_of(story: Story, asked: Asked, found: Description) -> Resolved:
    """Whom "his counterpart", "her Chinese counterpart" mean: another person in the same office."""
    owner = _owner(story, asked, found)
    party = story.party_of(found)
    names = {story.actor_of_name(name) for name in found.names}
    if owner in names and len(found.names) == 1:
        party = None
    own_class = class_of(owner) if owner is not None else None
    own_party = owner.party if owner is not None else None
    others = [p for p in story.people.holding(story.people.holders) if owner is None or p.name != owner.name]
    fitting = [p for p in others if (p.party == party if party is not None else p.party != own_party)]
    exact = [p for p in fitting if p.sort == own_class] or fitting
    if len(exact) == 1:
        return Resolved(story.actor_of_person(exact[0]), None, "the other person in the same office")
    if exact:
        return doubt(story, asked, sorted(person.name for person in exact))
    post = owner.post if owner is not None else None
    return Resolved(
        Actor(phrase_text(story.page, found), post, party, named=False), None, "a counterpart without a name"
    )


def _owner(story: Story, asked: Asked, found: Description) -> Actor | None:
    """Whose counterpart: a name before the noun, the person of the pronoun, or who spoke last."""
    for name in found.names:
        if story.persons_named(name):
            return story.actor_of_name(name)
    gender = {"his": "male", "her": "female"}.get(found.determiner or "")
    if gender is not None:
        return person_before(story, Asked(found.first, found.first + 1, asked.before), gender).actor
    return next((actor for actor in reversed(asked.before) if is_person(story, actor)), None)
