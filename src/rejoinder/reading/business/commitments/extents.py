"""How far what is promised reaches, and on what it depends: a clause goes in, ranges of words come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rejoinder.reading.actors.words import words_within
from rejoinder.reading.business.commitments.clauses import Clause, is_in_ly, is_verb, modal_at
from rejoinder.reading.business.commitments.subjects import Range
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import load_table, word_set

_TABLE = "commitments"
_LONGEST = 70
"""Words that a promise, or a condition, has at most."""
_REACH = 24
"""Words behind a verb or noun of promising that may tell by when."""
_DUE = 10
"""Words that a due date between commas has at most."""
_SPEAKER = 8
"""Words within which a verb of saying shows that "..., the minister said" begins behind a comma."""


def room_of(told: Told, words: Words, at: int) -> Words:
    """The words of the sentence that belong to the same piece of speech as the word ``at``, or to none."""
    offset = words.all[at].start
    speech = told.speech_at(offset)
    if speech is None:
        return words
    pieces = [piece.span for piece in speech.parts or (speech.content,)]
    piece = next(piece for piece in pieces if piece.holds_at(offset))
    first, last = words_within(words.all, piece)
    if _is_cut_short(told, words, last):
        last = words.last
    return Words(words.all, max(words.first, first), min(words.last, last))


def _is_cut_short(told: Told, words: Words, last: int) -> bool:
    """Whether a piece of speech ends before a word that goes on with its clause: no mark between, no cue behind."""
    if (
        not words.first < last < words.last
        or not words.low(last).isalpha()
        or not words.all[last - 1].text[-1].isalnum()
    ):
        return False
    return not told.cued_at(words.all[last].start) and not words.all[last].capital


def action_end(told: Told, words: Words, clause: Clause, others: frozenset[int]) -> int:
    """Where what is promised ends: before a condition, an aside, another clause or its subject (``others``: where
    such begin), a verb that goes on behind "and"."""
    room = room_of(told, words, clause.begin)
    stop = min(room.last, clause.begin + _LONGEST)
    quoted = bool(told.story.quoted[words.all[clause.begin].start])
    at = clause.verb + 1
    while at < stop and at not in others:
        behind = _behind_due(told, room, at)
        if behind is None and _ends_action(told, room, at, quoted, clause):
            break
        at = behind if behind is not None and behind < stop else at + 1
    while at > clause.verb + 1 and _hangs_over(words, at - 1):
        at -= 1
    return with_closing(words, clause.begin, max(at, min(clause.verb + 1, room.last)))


def _behind_due(told: Told, words: Words, at: int) -> int | None:
    """Where a promise goes on behind a due date between commas: "to reply, before the year is out, to a proposal"."""
    if words.low(at) != "," or words.low(at + 1) not in word_set(_TABLE, "due", "aside"):
        return None
    close = next((end for end in range(at + 2, at + _DUE) if words.low(end) == ","), None)
    if close is None or not words.low(close + 1).isalpha() or words.low(close + 1) in word_set(_TABLE, "due", "not_on"):
        return None
    inside = range(at + 1, close)
    said = any(words.is_one_of(word, word_set(_TABLE, "saying", "verbs")) for word in inside)
    dated = bool(told.dates_in(words.span(at + 1, close))) or words.low(close - 1) in ("out", "over", "up", "days")
    return None if said or not dated or opener_at(told, words, close + 1) is not None else close + 1


def _ends_action(told: Told, room: Words, at: int, quoted: bool, clause: Clause) -> bool:
    """Whether what is promised ends before a word; "or" goes on with what is not done."""
    if clause.negated and room.low(at) == "or":
        return False
    return _ends(told, room, at, quoted) or _goes_on_alike(room, at, clause)


def reach_end(told: Told, words: Words, clause: Clause) -> int:
    """Where the words end that may tell by when a thing is due that was promised."""
    at = clause.cue or 0
    room = room_of(told, words, at)
    at += 1
    while at < min(room.last, (clause.cue or 0) + _REACH) and room.low(at) not in (";", ":", "—", "but", "while", "as"):
        at += 1
    return at


def _hangs_over(words: Words, at: int) -> bool:
    """Whether a word at the end of a range belongs to what follows: a mark, "and"."""
    word = words.all[at]
    mark = not (word.text[0].isalnum() or word.owner or word.text in "%$")
    return mark or word.low in ("and", "but", "that")


def with_closing(words: Words, first: int, end: int) -> int:
    """The end of a range, with the mark that closes a quotation which was opened in it: 'a "mechanism"'."""
    if end >= words.last or words.all[end].start != words.all[end - 1].end:
        return end
    marks = [word.text for word in words.all[first:end] if word.text in '"“”']
    closes = words.all[end].text in ('"', "”") and bool(marks) and (marks[-1] == "“" or len(marks) % 2 == 1)
    return end + 1 if closes else end


def _ends(told: Told, words: Words, at: int, quoted: bool) -> bool:
    low = words.low(at)
    if low in word_set(_TABLE, "ends", "quotes"):
        return quoted
    if low in word_set(_TABLE, "ends", "anywhere") or low in word_set(_TABLE, "ends", "marks"):
        return True
    if low == "." and (at + 1 >= words.last or words.all[at + 1].opens):
        return True
    if low == ",":
        inner = not quoted and bool(told.story.quoted[words.all[at].start])
        return not inner and _aside(told, words, at + 1)
    if low in ("and", "or"):
        return goes_on(words, at) is not None or _new_clause(words, at + 1)
    return opener_at(told, words, at) is not None


def _aside(told: Told, words: Words, at: int) -> bool:
    """Whether what stands behind a comma is no part of the promise any more."""
    low = words.low(at)
    if low in word_set(_TABLE, "ends", "after_comma") or opener_at(told, words, at) is not None:
        return True
    if low.endswith("ing") and low != "including":
        return True
    if any(item.end == words.all[at - 2].end for item in told.dates_in(words.span(at - 2, at - 1))):
        return True
    for word in range(at, min(at + _SPEAKER, words.last)):
        if words.low(word) == ",":
            return False
        noun = words.low(word - 1) in word_set("titles", "edges", "determiners")
        if not noun and words.is_one_of(word, word_set(_TABLE, "saying", "verbs")):
            return True
    return False


def goes_on(words: Words, at: int) -> int | None:
    """The first word of a second thing promised behind "and": "and (will) (also) raise", "and to raise"; else None."""
    at += 1
    while words.low(at) in ("also", "then", "not", "in", "turn", "return") or is_in_ly(words.low(at)):
        at += 1
    low = words.low(at)
    if modal_at(words, at) is not None or (low == "to" and is_verb(words, at + 1)):
        return at
    there = low == "be" and words.low(at + 1) in word_set(_TABLE, "verbs", "be_there")
    return at if there or (low in word_set(_TABLE, "verbs", "coordinated") and not words.all[at].capital) else None


def _new_clause(words: Words, at: int) -> bool:
    """Whether "and" goes on with another subject or a past tense: "and it refused", "and thanked it"."""
    low = words.low(at)
    past = (
        low.endswith("ed")
        and not low.endswith("eed")
        and words.low(at + 1) in word_set("titles", "edges", "determiners") | {"it", "them", "that", "to"}
    )
    return (
        low in ("it", "he", "she", "they", "we", "i", "that", "had", "has", "was", "were", "is", "are", "then") or past
    )


@cache
def _openers() -> dict[str, tuple[tuple[str, ...], ...]]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_table(_TABLE)["conditions"]["openers"]:
        words = tuple(phrase.split())
        rows.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in rows.items()}


def opener_at(told: Told, words: Words, at: int, *, head: bool = False) -> int | None:
    """Where the words that open a condition end, if they begin at ``at``; ``head``: at the head of its sentence."""
    for phrase in _openers().get(words.low(at), ()):
        if tuple(words.low(at + step) for step in range(len(phrase))) == phrase:
            return at + len(phrase) if _opens(told, words, at, phrase, head=head) else None
    return None


def _opens(told: Told, words: Words, at: int, phrase: tuple[str, ...], *, head: bool) -> bool:
    """Whether words that can open a condition do: not "as if", "when" only before a clause, "until" before no day."""
    after, before = at + len(phrase), words.low(at - 1)
    if phrase == ("if",) and before in word_set(_TABLE, "conditions", "no_if"):
        return False
    if phrase[0] in word_set(_TABLE, "conditions", "head_only"):
        return head
    if phrase == ("when",):
        return before != "," and _clause_follows(words, after)
    after += 2 * (words.low(after) == "at" and words.low(after + 1) == "least")
    day = phrase[-1] in ("until", "once") and (words.low(after).isdigit() or _date_at(told, words, after))
    return not day and words.low(after) not in ("possible", "more", "again")


def _clause_follows(words: Words, at: int) -> bool:
    low = words.low(at)
    return low in word_set(_TABLE, "subjects", "pronouns") or low in word_set("titles", "edges", "determiners")


def _date_at(told: Told, words: Words, at: int) -> bool:
    end = min(at + 4, words.last)
    return at < end and bool(told.dates_in(words.span(at, end)))


def condition_of(told: Told, words: Words, clause: Clause, begin: int, end: int) -> Range | None:
    """The words of the condition of a clause whose subject begins at ``begin`` and whose action ends before ``end``."""
    room = room_of(told, words, clause.begin)
    return _after(told, room, end) or _ahead(told, room, begin) or _between(told, room, begin, clause.begin)


def _after(told: Told, words: Words, end: int) -> Range | None:
    """A condition behind the action, a comma or the words of a date between them."""
    for at in range(end, min(end + 8, words.last)):
        if opener_at(told, words, at) is not None:
            return at, _condition_end(told, words, at)
        if words.low(at) in (";", "—", "and", "but", "."):
            return None
    return None


def _condition_end(told: Told, words: Words, at: int) -> int:
    end = at + 1
    while end < min(words.last, at + _LONGEST) and not _ends_condition(told, words, end):
        end += 1
    while end > at + 1 and not (words.all[end - 1].text[0].isalnum() or words.all[end - 1].text in "%'’"):
        end -= 1
    return with_closing(words, at, end)


def _ends_condition(told: Told, words: Words, at: int) -> bool:
    low = words.low(at)
    if low in word_set(_TABLE, "ends", "marks") or (low == "." and (at + 1 >= words.last or words.all[at + 1].opens)):
        return low not in ("(", ")")
    return low == "," and (_aside(told, words, at + 1) or modal_at(words, at + 2) is not None)


def _ahead(told: Told, words: Words, begin: int) -> Range | None:
    """A condition before the subject: "If X does, we will"; it ends at a comma or at the subject."""
    for at in range(begin - 1, max(words.first, begin - _LONGEST) - 1, -1):
        head = at == words.first or not words.low(at - 1).isalnum() or words.low(at - 1) in ("and", "but", "that")
        if opener_at(told, words, at, head=head) is not None and head:
            return at, _trimmed(words, at, begin)
        if words.low(at) in (";", ":", "—"):
            return None
    return None


def _between(told: Told, words: Words, begin: int, end: int) -> Range | None:
    """A condition between subject and verb, in commas: "Russia, if asked, would"."""
    for at in range(begin, end):
        if opener_at(told, words, at) is not None and words.low(at - 1) == ",":
            return at, _trimmed(words, at, end)
    return None


def _trimmed(words: Words, at: int, end: int) -> int:
    """The end without marks; a verb of saying and its subject in commas are left out ("Without X, she warned, Y")."""
    comma = next((word for word in range(end - 1, at, -1) if words.low(word) == ","), None)
    if comma is not None:
        said = any(words.is_one_of(word, word_set(_TABLE, "saying", "verbs")) for word in range(comma - 3, comma))
        earlier = next((word for word in range(comma - 1, at, -1) if words.low(word) == ","), None)
        end = earlier if said and earlier is not None and comma - earlier < 6 else comma
    return end


def _goes_on_alike(words: Words, at: int, clause: Clause) -> bool:
    return words.low(at) == "and" and _same_form(words, at, clause) is not None


def _same_form(words: Words, at: int, clause: Clause) -> int | None:
    """The verb behind "and (to)" that has the form of the first: "committed to keeping it and to making no cuts"."""
    verb = at + 1 + (words.low(at + 1) == "to")
    forms = words.low(clause.verb).endswith("ing") and words.low(verb).endswith("ing")
    return verb if forms and clause.begin == clause.verb else None


def second_actions(words: Words, clause: Clause, end: int) -> Iterator[Clause]:
    """What is promised in the same breath behind "and" ("will pay a sum and raise the rates")."""
    at = end
    while at < min(end + 12, words.last):
        if words.low(at) == "and" or (words.low(at) == "or" and not clause.negated):
            begin = goes_on(words, at) or _same_form(words, at, clause)
            if begin is not None and modal_at(words, begin) is None:
                verb = begin + 1 if words.low(begin) == "to" else begin
                yield Clause(clause.modal, clause.cue, begin, verb, words.low(begin - 1) == "not", clause.subject)
            return
        if words.low(at) in (";", ".", "—", '"', "”") or modal_at(words, at) is not None:
            return
        at += 1
