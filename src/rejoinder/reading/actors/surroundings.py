"""What stands around a word of a story: a place goes in; the post, the scene, the names of its sentence come out."""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.reading.actors.names import Name
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.actors.posts import PLACING, Description, Page, describe
from rejoinder.reading.knowledge import load_table, word_set

_FURTHEST = 30


def _sentence_start(page: Page, at: int) -> int:
    """The first word of the sentence of the word ``at``, or one thirty words before it."""
    first = at
    while first > max(0, at - _FURTHEST) and page.words[first - 1].sentence == page.words[at].sentence:
        first -= 1
    return first


def role_in_sentence(page: Page, at: int) -> Description | None:
    """The last post before "his" or "her" in its sentence, if it has no name: "the minister agrees, his aide"."""
    posts = [head for head in page.heads_in(_sentence_start(page, at), at) if not head.body]
    if not posts or page.names_in(posts[-1].last, posts[-1].last + 2):
        return None
    return describe(page, posts[-1], ceiling=at)


def role_brought_in(page: Page, found: Description) -> Description | None:
    """The post as which "a Houthi official" brings in whom the story then calls "the official, Yahya Nasser"."""
    if found.determiner != "the" or found.link is not None:
        return None
    sorts = (found.head.sort, *load_table("titles")["covers"].get(found.head.sort, []))
    before = [head for head in page.heads_in(max(0, found.first - 60), found.first) if head.sort in sorts]
    earlier = [describe(page, head) for head in reversed(before)]
    same = (role for role in earlier if role.head.sort == found.head.sort and role.determiner in ("a", "an", "one"))
    named = (role for role in earlier if role.names and not page.names_in(role.head.last, role.head.last + 1))
    return next(same, None) or (next(named, None) if not found.names else None)


def state_opening(page: Page, at: int) -> str | None:
    """The country of the capital in which a sentence sets its scene: "In Beijing, the foreign ministry said"."""
    first = _sentence_start(page, at)
    if page.words[first].low != "in":
        return None
    known = next((name.known for name in page.names_in(first + 1, min(at, first + 2))), None)
    return known.party if known is not None and known.state and known.form is Form.SEAT else None


def state_of_paragraph(page: Page, at: int) -> str | None:
    """The country with which a sentence before it in the same paragraph opens: "Ukraine, for its part, brushed aside
    the offer. Infrastructure Minister", "Iran's account was different. Deputy Foreign Minister"."""
    first = _sentence_start(page, at)
    while first > 0 and not _opens_paragraph(page, first):
        first = _sentence_start(page, first - 1)
        known = next((name.known for name in page.names_in(first, first + 1 + (page.words[first].low == "the"))), None)
        if known is not None and known.state and known.form in (Form.NAME, Form.SEAT):
            return known.party
    return None


def _opens_paragraph(page: Page, at: int) -> bool:
    return "\n" in page.text[page.words[at - 1].end : page.words[at].start]


def names_of_first_post(page: Page, at: int) -> Iterator[Name]:
    """The names of the posts with which a sentence opens: "A Spanish official said the ministry would answer"; not
    that of somebody who comes to his host's: "The US ambassador was called to the ministry"."""
    first = _sentence_start(page, at)
    if not word_set("people_nouns", "openers", "comes").isdisjoint(
        word.low for word in page.words[max(first, at - 3) : at]
    ):
        return
    for head in page.heads_in(first, min(at, first + 6)):
        if not head.body:
            yield from describe(page, head, first, at).names[:1]


def names_apart(page: Page, at: int) -> Iterator[Name]:
    """The unknown names before the word ``at`` in its sentence and the one before, the last first: those that neither
    are places nor stand before a noun."""
    words = page.words
    for name in reversed(page.names_in(max(0, at - 40), at)):
        if words[name.first].sentence < words[at].sentence - 1:
            return
        after = words[name.last]
        placed = name.first > 0 and words[name.first - 1].low in PLACING - {"to", "from"}
        apart = not after.text[0].isalnum() or after.low in word_set("people_nouns", "openers", "speaks")
        if name.known is None and apart and not placed:
            yield name
