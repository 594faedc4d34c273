"""Sentences of the desk in the words of the reader's language: reasons, history lines and errors are made in English,
from fixed patterns. A sentence comes in, and where its pattern is known it goes out translated, with the names, days
and quotations in it as they are; any other goes out as it came.
"""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.translation import gettext, gettext_noop, pgettext

PATTERNS = (
    gettext_noop("found"),
    gettext_noop("found anew"),
    gettext_noop("confirmed"),
    gettext_noop("amended"),
    gettext_noop("rejected"),
    gettext_noop("merged with"),
    gettext_noop("split from"),
    gettext_noop("left unsure"),
    gettext_noop("undone"),
    gettext_noop("took entry {number} back"),
    gettext_noop("received as {name}"),
    gettext_noop("bytes withdrawn"),
    gettext_noop("entered by hand"),
    gettext_noop("a later version of the source took its place"),
    gettext_noop("the source was killed"),
    gettext_noop("the source was withdrawn"),
    gettext_noop("entered without a source"),
    gettext_noop("anchor broken: the words do not stand there"),
    gettext_noop("{who}: it {relation} this."),
    gettext_noop("{who}: its condition has happened."),
    gettext_noop("{who}: this has happened."),
    gettext_noop("{side} calls it answered, {other} calls it not answered."),
    gettext_noop("The {what} of {day} seems to be what was promised; found, not confirmed."),
    gettext_noop("Its {what} of {day} went to {others}, as it is told."),
    gettext_noop("No day is named for it."),
    gettext_noop("The latest reading of its date, {day}, has passed."),
    gettext_noop("It is due from {day} until {last}."),
    gettext_noop("It is due from {day}."),
    gettext_noop("It is due until {day}."),
    gettext_noop("It came after {day}."),
    gettext_noop("Its condition is not known to have happened by {day}."),
    gettext_noop("Its condition is not known to have happened."),
    gettext_noop("“{name}” is no name for an account."),
    gettext_noop("The present password is not right."),
    gettext_noop("{name} has no token {token}."),
    gettext_noop("This password is too long."),
    gettext_noop("This password is easy to guess."),
    gettext_noop("The two new passwords are not the same."),
    gettext_noop("This desk has no accounts."),
    gettext_noop("This token lets nobody in."),
    gettext_noop("There is no {name} to amend."),
    gettext_noop("“{typed}” is no {name}."),
    gettext_noop("Nothing was changed in it."),
    gettext_noop("“{words}” does not stand in the source."),
    gettext_noop("A passage that answers an item does something with it."),
    gettext_noop("“{name}” is no name for a docket."),
    gettext_noop("There is no judgement to undo."),
    gettext_noop("To {decision} needs what it is merged with, split from or amended to, and no more."),
    gettext_noop("“{words}” does not stand at {place} in {name}."),
    gettext_noop("There is no record {subject} in the docket."),
    gettext_noop("There is no record {subject} in the docket then."),
    gettext_noop("{asked} could be {some}."),
    gettext_noop("The docket does not hold this source then."),
    gettext_noop("{name} may not {deed} docket “{docket}”."),
    gettext_noop("{name} may not {deed} this desk."),
    gettext_noop("There is a docket “{docket}” already."),
    gettext_noop("There is no docket “{docket}” here."),
    gettext_noop("Docket “{docket}” has gone on meanwhile: its last entry is number {found}, not {expected}."),
    gettext_noop("The desk {address} is in use by another program."),
    gettext_noop("The desk {address} cannot be written to."),
    gettext_noop("There is no room left for the desk {address}."),
    gettext_noop("The desk {address} is damaged."),
    gettext_noop("The desk {address} does not answer: {why}."),
    gettext_noop("There is no such work."),
    gettext_noop("The program made an error while it read."),
    gettext_noop("“{words}” is no day."),
    gettext_noop("“{words}” is no moment."),
    gettext_noop("No export is called .{suffix}."),
    gettext_noop("There is nothing to read in."),
    gettext_noop("“{address}” is no address on the web."),
    gettext_noop("No record was chosen."),
    gettext_noop("No source holds a record {subject}."),
    gettext_noop("“{value}” cannot be chosen."),
    gettext_noop("A text neither answers nor replaces itself."),
    gettext_noop("{name} is empty."),
    gettext_noop("{name} cannot be read: {reason}."),
    gettext_noop("Take letters, digits and blanks, at most 100: {example}"),
    gettext_noop("Take letters and digits, and at most 100 of them: {example}"),
    gettext_noop("Try again; nothing was changed."),
    gettext_noop("See the list of tokens."),
    gettext_noop("Take at most {number} characters."),
    gettext_noop("Take ten characters or more that are no common word, not only digits, and not like the name."),
    gettext_noop("Type them again."),
    gettext_noop("Whoever keeps it makes them: rejoinder account add NAME"),
    gettext_noop("Make another; this one may have been revoked."),
    gettext_noop("Change a field, or confirm it as it is."),
    gettext_noop("Copy the words as they stand there."),
    gettext_noop("Give that; to take a judgement back, use undo."),
    gettext_noop("Take an id from its status."),
    gettext_noop("Give more of its digits."),
    gettext_noop("See the list of sources."),
    gettext_noop("See the list of all dockets."),
    gettext_noop("Ask the owner of the docket for the right to."),
    gettext_noop("Add to it, or take another name."),
    gettext_noop("Look at what was entered, and try again."),
    gettext_noop("Wait until it is done, and try again."),
    gettext_noop("Make room on the disk."),
    gettext_noop("Check the address and that it runs."),
    gettext_noop("See what it printed where it runs."),
    gettext_noop("Write it as 2022-01-26."),
    gettext_noop("Take one of {known}."),
    gettext_noop("Choose files, paste a text, or give a page."),
    gettext_noop("Begin it with https://"),
    gettext_noop("Choose what discharges it, or give its id."),
    gettext_noop("Open it from the page of its source."),
    gettext_noop("Choose one of those offered."),
    gettext_noop("Check its permissions and that the disk is there."),
    gettext_noop("Check that the file was saved or sent in full."),
)
"""The fixed part of each sentence; what stands in braces is different every time."""
LONGEST = 2_000
_OURS = ("relation",)
"""The holes that hold a word of the docket."""
_HOLE = re.compile(r"\\{(\w+)\\}")
_END = re.compile(r"(?<=\.) (?=[A-Z])")


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(_HOLE.sub(r"(?P<\1>.+?)", re.escape(pattern)), re.DOTALL)


def _by_fixed_part(pattern: str) -> int:
    return len(re.sub(r"\{\w+\}", "", pattern))


_SHAPES = tuple((one, _shape(one)) for one in sorted(PATTERNS, key=_by_fixed_part, reverse=True) if "{" in one)
"""Those with most words of their own first: “soon” is no day, before it is no something."""


def told(words: str | None) -> str:
    """A sentence, or several, in the reader's language."""
    if not words or len(words) > LONGEST:
        return words or ""
    if _fit(words) is not None:
        return _translated(words)
    return " ".join(_translated(part) for part in _END.split(words))


def _translated(sentence: str) -> str:
    fit = _fit(sentence)
    if fit is None:
        return sentence
    holes = {name: pgettext(name, held) if name in _OURS else held for name, held in fit[1]}
    return gettext(fit[0]).format(**holes)


@lru_cache(maxsize=4_096)
def _fit(sentence: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The pattern of a sentence, and what stands in its holes. One without holes goes before others."""
    if sentence in PATTERNS:
        return sentence, ()
    for pattern, shape in _SHAPES:
        if found := shape.fullmatch(sentence):
            return pattern, tuple(found.groupdict().items())
    return None
