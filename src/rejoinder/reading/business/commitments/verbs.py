"""What somebody will do: the verb behind "will" goes in, whether it is a deed that can be undertaken comes out."""

from __future__ import annotations

from rejoinder.reading.business.commitments.clauses import Clause
from rejoinder.reading.business.commitments.subjects import Range, pronoun_of
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_WORDS = frozenset(["word", "promise", "promises"])
"""What is kept is promised already: "we will keep our word"."""


def is_deed(words: Words, clause: Clause, subject: Range | None, *, promised: bool = False) -> bool:
    """Whether the verb after "will" tells what somebody undertakes rather than what is so or befalls him;
    ``promised`` where he says it as a promise."""
    bases = frozenset(words.bases(clause.verb)[:1])
    own = promised or (
        subject is not None
        and (pronoun_of(words, subject) is not None or words.low(subject[0]) in ("its", "our", "his", "her", "their"))
    )
    if words.low(clause.verb + 1) in ("our", "its", "his", "her", "their") and words.low(clause.verb + 2) in _WORDS:
        return False
    if _meets(words, clause) or _holds_meeting(words, clause):
        return False
    if "be" in bases:
        after = words.low(clause.verb + 1)
        forced = after in ("forced", "obliged", "compelled") and words.low(clause.verb + 2) == "to"
        return forced or after in word_set(_TABLE, "verbs", "be_there") or (after.endswith("ing") and own)
    if not bases & word_set(_TABLE, "verbs", "no_deed"):
        return True
    if bases & word_set(_TABLE, "verbs", "agent_deed"):
        return True
    return own and bool(bases & word_set(_TABLE, "verbs", "own_deed"))


def _meets(words: Words, clause: Clause) -> bool:
    """Whether what will be done is to meet or to speak again; only who agrees to it undertakes it."""
    bases = frozenset(words.bases(clause.verb)[:1])
    if bases & {"speak", "talk", "sit"}:
        return words.low(clause.verb + 1) in ("again", "down")
    return bool(bases & (word_set(_TABLE, "verbs", "meets") | {"meet"}))


def _holds_meeting(words: Words, clause: Clause) -> bool:
    """Whether what will be done is to hold a meeting; only who agrees to it undertakes it."""
    near = {words.low(at) for at in range(clause.verb, min(clause.verb + 8, words.last))}
    return words.low(clause.verb) == "hold" and not near.isdisjoint(word_set(_TABLE, "verbs", "occasions"))
