"""A reply that is a draft itself: its clauses against those of the draft, by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from rejoinder.matching.align.sides import Said
from rejoinder.matching.dispositions import Judgement
from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.tables import table
from rejoinder.matching.words import words_of
from rejoinder.model import Disposition, Link, Passage

HEAD = 6
"""A reply that says so in one of its first so many lines calls itself a counter-draft."""


def is_counter_draft(wordings: Sequence[str], said: Sequence[str], around: Sequence[Passage]) -> bool:
    """Whether the reply calls itself one, or has much of the draft in nearly the same words."""
    titles = phrases_of("reply", "counter_drafts", "titles")
    if any(titles.search(plain(line.exact)) for line in around[:HEAD]):
        return True
    bounds = table("matrix")["counter_drafts"]
    whole = [" ".join(words_of(words)) for words in wordings if words]
    parts = [" ".join(words_of(words)) for words in said]
    again = sum(_found_again(words, parts, bounds["found_again"]) for words in whole)
    return bool(whole) and again >= bounds["least_found"] * len(whole)


def _found_again(words: str, parts: Sequence[str], bound: float) -> bool:
    return process.extractOne(words, parts, scorer=fuzz.ratio, score_cutoff=100 * bound) is not None


def without_numbers(said: Sequence[Said]) -> list[Said]:
    """The passages without the numbers at their heads, which are those of the counter-draft and cite nothing."""
    return [replace(each, number=None, last=None, heading=_unnumbered(each.heading)) for each in said]


def _unnumbered(heading: str) -> str:
    return " ".join(word for word in heading.split() if not any(sign.isdigit() for sign in word))


def keep_nearest(links: Sequence[Link], asked: str) -> list[Link]:
    """The link to the clause whose words are nearest, where one is the same clause; all, where each is another rule,
    if it is likely enough that they answer the item."""
    near = max(links, key=lambda link: nearness(link.passage.exact, asked))
    bounds = table("matrix")["counter_drafts"]
    if nearness(near.passage.exact, asked) >= bounds["changed"]:
        return [near]
    return [link for link in links if link.score >= bounds["another_rule"]]


def nearness(one: str, other: str) -> float:
    """From 0 to 1: how many words stand in both, in their order."""
    return fuzz.ratio(words_of(one), words_of(other)) / 100.0


def judge_wording(words: str, asked: str) -> Judgement:
    """What a clause of a counter-draft makes of an item, by how near the words are."""
    bounds = table("matrix")["counter_drafts"]
    near = nearness(words, asked)
    if near >= bounds["same"]:
        return Judgement(Disposition.ACCEPTED, "has the same words", sure=True)
    if near >= bounds["changed"]:
        return Judgement(Disposition.ACCEPTED_WITH_CHANGE, "has the clause with other words in it", sure=True)
    return Judgement(Disposition.COUNTERED, "has another rule in its place", sure=False)
