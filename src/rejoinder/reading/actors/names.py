"""Names in a story: words go in; the names of persons, bodies and sides and the nouns for posts come out.

What a name stands for is settled later: here it is only found where it begins and ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rejoinder.reading.actors.parties import Form, Known, known_body, match_body, own_nouns, state_nouns
from rejoinder.reading.actors.words import Word
from rejoinder.reading.knowledge import load_table, word_set

_LONGEST_NAME = 8
_ARTICLE = re.compile(r"^(?:the|an?|another|one)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_POSSESSIVE = re.compile(r"['’]s?$")


class Name(NamedTuple):
    """A name at the words ``first`` to ``last`` (exclusive). ``known`` what the tables say; ``body`` whether
    its own words show that it is a body ("Northline Rail", "National Union of Dockers")."""

    first: int
    last: int
    text: str
    known: Known | None = None
    body: bool = False


class Head(NamedTuple):
    """The noun of a post ("minister", "secretary of state") or of a body ("ministry") at its words.
    ``sort`` is the class of the post, or the common noun of the body."""

    first: int
    last: int
    sort: str
    body: bool


class Found(NamedTuple):
    """The names and heads of a story, each in the order of the text."""

    names: list[Name]
    heads: list[Head]


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """Phrases for posts and bodies by first word, longest first: words, class, whether a body."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    titles = load_table("titles")
    found = [(phrase, sort, False) for phrase, sort in (titles["heads"] | titles["phrases"]).items()]
    found += [(phrase, phrase, True) for phrase in sorted(state_nouns() | own_nouns())]
    found += [(_plural(phrase), phrase, True) for phrase in ("ministry", "foreign ministry", "government")]
    for phrase, sort, body in found:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, sort, body))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in table.items()}


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def match_head(words: Sequence[Word], at: int) -> Head | None:
    """The longest noun phrase for a post or a body that begins at the word ``at``."""
    for phrase, sort, body in _phrases().get(words[at].low, ()):
        end = at + len(phrase)
        if tuple(word.low for word in words[at:end]) == phrase:
            return Head(at, end, sort, body)
    return None


@cache
def first_names() -> Mapping[str, str]:
    """Common first names -> "male" or "female"."""
    table = load_table("people_nouns")["names"]
    return {name: gender for gender in ("male", "female") for name in table[gender]}


@cache
def address_words() -> frozenset[str]:
    """Forms of address that stand before a name."""
    return frozenset().union(*(word_set("people_nouns", "address", key) for key in ("male", "female", "either")))


@cache
def _body_words() -> frozenset[str]:
    return word_set("bodies", "words", "state") | word_set("bodies", "words", "own")


def is_body_name(words: Sequence[str]) -> bool:
    """Whether the words of a name show that it is a body of its own rather than a person."""
    if len(words) < 2:
        return False
    heads = _body_words()
    return words[-1] in heads or any(
        word in heads and words[at + 1] in ("of", "for") for at, word in enumerate(words[:-1])
    )


def find_names(text: str, words: Sequence[Word]) -> Found:
    """The names and the nouns for posts and bodies of a story, in one pass."""
    found = Found([], [])
    at = 0
    while at < len(words):
        at = _read_at(text, words, at, found)
    return found


def _read_at(text: str, words: Sequence[Word], at: int, found: Found) -> int:
    """Read what begins at the word ``at`` into ``found``; the index of the next word to look at."""
    word = words[at]
    match = match_body(words, at) if word.text[0].isalnum() else None
    if match is not None and not _is_person_after_all(words, at, match):
        end, known = match
        found.names.append(Name(at, end, text[word.start : words[end - 1].end], known))
        return end
    head = match_head(words, at)
    if head is not None and not (word.capital and _begins_body(words, at, head)):
        found.heads.append(head)
        return head.last
    if _may_begin_name(words, at):
        return _read_run(text, words, at, found)
    return at + 1


def _is_person_after_all(words: Sequence[Word], at: int, match: tuple[int, Known]) -> bool:
    """As in "Jordan Bardella", "Georgia Meloni": a one-word country that is somebody's first name."""
    end, known = match
    follows = end < len(words) and _goes_on(words, end) and words[end].text not in _body_words()
    if known.form is not Form.NAME or end - at > 1 or not follows:
        return False
    return words[at].text in word_set("people_nouns", "openers", "also_first")


def _begins_body(words: Sequence[Word], at: int, head: Head) -> bool:
    """Whether a capitalised noun goes on into a proper name ("Union of Dockers", "Farmers' Union")."""
    after = head.last
    if after >= len(words):
        return False
    if not head.body:
        return _begins_general(words, at) or (_is_plural_owner(words[after]) and _particles(words, after) > 0)
    if words[after].low in ("of", "for") and words[at].text in _body_words():
        after += 2 if words[after + 1 : after + 2] and words[after + 1].low == "the" else 1
        return after < len(words) and words[after].capital and match_body(words, after) is None
    if words[after].opens or words[after].sentence != words[at].sentence:
        return False
    return words[after].capital and _goes_on(words, after) and words[after].text not in address_words()


def _begins_general(words: Sequence[Word], at: int) -> bool:
    """As in "General Command", "General Border Committee": the rank begins the name of a body."""
    ahead = words[at + 1 : at + 3]
    if words[at].text != "General" or not ahead or not ahead[0].capital:
        return False
    own = word_set("bodies", "words", "own")
    return ahead[0].text in own or (len(ahead) > 1 and ahead[1].text in own)


def _may_begin_name(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.capital or (
        word.text.removesuffix("s") in word_set("people_nouns", "openers", "calendar") and not _is_first_name(words, at)
    ):
        return False
    if (
        (word.text in address_words() and not _begins_general(words, at))
        or word.text.startswith(("I'", "I’"))
        or is_compound(word)
    ):
        return False
    functional = word.opens or word.text.isupper() or is_function_word(word)
    return not (functional and word.text.capitalize() in word_set("people_nouns", "openers", "words"))


def _is_first_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word of the calendar is a first name here: "Jan Reuter"."""
    return words[at].text in first_names() and at + 1 < len(words) and _goes_on(words, at + 1)


def is_compound(word: Word) -> bool:
    """Whether a capital only opens an adjective of two words: "Saudi-led", "London-listed"."""
    _, hyphen, last = word.text.rpartition("-")
    return bool(hyphen) and last in word_set("people_nouns", "openers", "compounds")


def is_function_word(word: Word) -> bool:
    """Determiners, prepositions, auxiliaries, in whatever case: "The", "OF"."""
    return word.low in word_set("titles", "edges", "determiners") or word.low in word_set("titles", "edges", "stops")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether the word ``at`` may be a further word of a name."""
    word, before = words[at], words[at - 1]
    if not word.capital or word.sentence != before.sentence or word.opens or is_compound(word):
        return False
    if word.text in word_set("people_nouns", "openers", "calendar") or (word.text.isupper() and is_function_word(word)):
        return False
    known = match_body(words, at)
    own = known is not None and known[0] == at + 1 and word.text in _body_words() and known[1].form is Form.NAME
    return (known is None or own) and (match_head(words, at) is None or word.text in _body_words())


def _read_run(text: str, words: Sequence[Word], at: int, found: Found) -> int:
    """Read a run of capitalised words as a name, less the words of a post or body that end it."""
    end = at + 1
    while end < len(words) and end - at < _LONGEST_NAME:
        step = _step(words, at, end)
        if not step:
            break
        end += step
    return _settle_run(text, words, at, end, found)


def _step(words: Sequence[Word], at: int, end: int) -> int:
    """How many words the name at ``at`` takes on from ``end``: 0 where it ends."""
    word = words[end]
    if _goes_on(words, end):
        return 1
    rest = words[end + 1 : end + 3]
    if not rest or rest[0].sentence != word.sentence:
        return 0
    initial = word.text == "." and len(words[end - 1].text) == 1
    if (initial or word.text == "&") and _goes_on(words, end + 1):
        return 2
    if word.low in word_set("people_nouns", "names", "particles") or (word.owner and word.text in "'’"):
        lower = word.owner or not word.capital
        return _particles(words, end) if lower else 0
    if word.owner and words[end - 1].text in word_set("bodies", "words", "people") and _goes_on(words, end + 1):
        return 2
    numbered = word.text.isdigit() and words[end - 1].text in word_set("bodies", "words", "numbered")
    joined = _joined_body(words, at, end) if word.low in ("and", "&") else int(numbered)
    return joined or _linked(words, at, end)


def _linked(words: Sequence[Word], at: int, end: int) -> int:
    """As in "Union of the Dockers": the words from "of", "for" or "and" on, where the name is that of a body."""
    word, rest = words[end], words[end + 1 : end + 3]
    if word.low not in ("of", "for", "and", "&") or not any(w.text in _body_words() for w in words[at:end]):
        return 0
    skip = 1 if rest[0].low == "the" and len(rest) > 1 and word.low in ("of", "for") else 0
    follows = word.low in ("of", "for") or is_joined(words, at, end)
    return 2 + skip if rest[skip].capital and follows and match_body(words, end + 1 + skip) is None else 0


def _is_plural_owner(word: Word) -> bool:
    return word.owner and word.text in "'’"


def _joined_body(words: Sequence[Word], at: int, end: int) -> int:
    """As in "the Harbour and Dock Workers' Union": how many words from the "and" at ``end`` on belong to a name that
    began with the article before it; 0 where that was a name for itself ("the Northern Compact and ...")."""
    if not at or words[at - 1].low != "the" or end - at > 2 or any(w.text in _body_words() for w in words[at:end]):
        return 0
    limit = min(len(words), end + _LONGEST_NAME)
    last = next((k for k in range(end + 1, limit) if not (_is_plural_owner(words[k]) or _goes_on(words, k))), limit)
    union = word_set("bodies", "words", "union")
    return last - end if last - end > 2 and words[last - 1].text in union else 0


def is_joined(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether "and" at ``end`` is inside the name of a body ("Ministry of Trade and Industry")."""
    return any(word.low in ("of", "for") for word in words[at:end])


def _particles(words: Sequence[Word], end: int) -> int:
    """The particles from ``end`` and the name after them ("von der Leyen", "workers' Union"): how many words."""
    after = end + 1
    skipped = ("and",) if words[end].owner else word_set("people_nouns", "names", "particles")
    if after < len(words) and words[after].low in skipped:
        after += 1
    return after - end + 1 if after < len(words) and _goes_on(words, after) else 0


def _settle_run(text: str, words: Sequence[Word], at: int, end: int, found: Found) -> int:
    """Put the run into ``found``: as a body, or as the name that is left without the words of a post."""
    said = [word.text for word in words[at:end]]
    state = word_set("bodies", "words", "state")
    if said[-1] in state or (said[0] in state and len(said) > 1):
        return _settle_state_body(text, words, at, end, found)
    if _is_portfolio(words, at, end):
        return end
    at = _behind_portfolio(words, at, end, found)
    said = said[at - end :]
    cut = _post_begins(words, at, end)
    if cut == end and (is_body_name(said) or said[-1].isdigit() or "&" in said):
        found.names.append(Name(at, end, text[words[at].start : words[end - 1].end], None, True))
        return end
    stop = cut
    if stop > at and not (stop == at + 1 and said[0] in word_set("people_nouns", "openers", "things")):
        found.names.append(Name(at, stop, text[words[at].start : words[stop - 1].end]))
    return end


def _is_portfolio(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a run of capitals is what a minister is "of": "the Minister of Fisheries"."""
    if (
        at < 2
        or words[at - 1].low not in ("of", "for")
        or not words[at - 2].low.startswith(("minister", "secretary", "director"))
    ):
        return False
    modifiers = word_set("titles", "modifiers", "words")
    return all(word.low in modifiers or word.low in ("and", "of") for word in words[at:end])


def _behind_portfolio(words: Sequence[Word], at: int, end: int, found: Found) -> int:
    """Where the name begins in "High Commissioner for Peace Rodrigo Acosta": behind what the post is for."""
    post = found.heads[-1] if found.heads else None
    if (
        post is None
        or (post.body and post.sort != "state")
        or post.last != at - 1
        or words[at - 1].low not in ("of", "for")
    ):
        return at
    modifiers = word_set("titles", "modifiers", "words")
    begin = next((cut for cut in range(at, end) if words[cut].low not in modifiers), at)
    return begin if end - begin > 1 else at


def _post_begins(words: Sequence[Word], at: int, end: int) -> int:
    """Where the words of a post begin in a run of capitals that its noun follows: "Osmerian | Water Minister"; the
    end of the run where none follows."""
    head = match_head(words, end) if end < len(words) and not words[end - 1].text.isdigit() else None
    modifiers = word_set("titles", "modifiers", "words")
    if head is None or (head.body and is_body_name([word.text for word in words[at:end]])):
        return end
    return next((cut for cut in range(at, end) if words[cut].low in modifiers), end)


def _settle_state_body(text: str, words: Sequence[Word], at: int, end: int, found: Found) -> int:
    """As in "Ostmark Foreign Ministry": the name of a state, if there is one, then the body as a head."""
    state = word_set("bodies", "words", "state")
    modifiers = word_set("titles", "modifiers", "words")
    if words[end - 1].text not in state:
        begin = _governed_begins(words, at, end)
        found.heads.append(Head(at, at + 1 if begin < end else end, words[at].low, True))
        if begin < end:
            found.names.append(Name(begin, end, text[words[begin].start : words[end - 1].end]))
        return end
    cut = at
    while cut < end - 1 and words[cut].low not in modifiers:
        cut += 1
    if cut == end - 1 and _is_armed_body(words, at, end):
        found.names.append(Name(at, end, text[words[at].start : words[end - 1].end], None, True))
        return end
    if cut > at:
        found.names.append(Name(at, cut, text[words[at].start : words[cut - 1].end]))
    found.heads.append(Head(end - 1, end, words[end - 1].low, True))
    return end


def _is_armed_body(words: Sequence[Word], at: int, end: int) -> bool:
    """As in "Rapid Support Forces", "Arakan Army (AA)": forces of no state, by two words before or letters behind."""
    lettered = end + 1 < len(words) and words[end].text == "(" and words[end + 1].text.isupper()
    return words[end - 1].text in word_set("bodies", "words", "armed") and (end - at > 2 or lettered)


def _governed_begins(words: Sequence[Word], at: int, end: int) -> int:
    """Where in "Government of the Cook Islands" the name of the state begins; the end where it is a portfolio."""
    begin = at + 3 if words[at + 2 : at + 3] and words[at + 2].low == "the" else at + 2
    governs = words[at].low in word_set("titles", "of_state", "organs") - {"ministry"} and words[at + 1].low == "of"
    portfolio = begin < end and words[begin].low in word_set("titles", "modifiers", "words")
    return begin if governs and begin < end and not portfolio else end


def surname_keys(name: str) -> tuple[str, ...]:
    """The short forms under which a full name may return: its last word, its last words from a particle on,
    and those without an Arabic article. Lower case."""
    parts = name.lower().split()
    particles = word_set("people_nouns", "names", "particles")
    keys = [parts[-1]]
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in particles:
        start -= 1
        keys.append(" ".join(parts[start:]))
    keys += [key[3:] for key in keys if key.startswith(("al-", "el-"))]
    return tuple(dict.fromkeys(keys))


def strip_article(phrase: str) -> str:
    """``phrase`` without a leading article, "another" kept, and without a possessive ending."""
    stripped = phrase.strip(" ,;:\"'“”‘’—–-()")
    if not _INITIALS.search(stripped):
        stripped = stripped.strip(" ,;:.\"'“”‘’—–-()")
    bare = re.sub(r"^(?:the|an?|one(?!\s+of\b))\s+", "", stripped, flags=re.IGNORECASE)
    return _POSSESSIVE.sub("", " ".join(bare.split())) or phrase


def normalise_name(name: str) -> str:
    """A name as it is compared for scoring: without case, accents, articles, forms of address and possessive
    ending; the names, capitals and abbreviations of a country or organisation are one name."""
    bare = _ARTICLE.sub("", strip_article(name))
    known = known_body(bare)  # an organ ("Kremlin") stays apart from its side
    parts = [part for part in (known.name if known else bare).replace(".", " ").split() if part not in address_words()]
    folded = unicodedata.normalize("NFKD", " ".join(parts))
    return "".join(sign for sign in folded if not unicodedata.combining(sign)).casefold().replace("’", "'")
