"""Why a clause binds somebody, and whom: a clause and its subject go in, the ground of an undertaking comes out.

A side that says it will do something is bound, and who promises, agrees, pledges or threatens to; what others are
said to do, what is hoped, asked or predicted binds nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from rejoinder.model import Act, Actor, Span, Statement
from rejoinder.reading.business.commitments.clauses import (
    Clause,
    binding_verbs,
    ends_with_terms,
    giver_before,
    is_duty,
    is_in_ly,
    is_noun,
    opens_with_agreement,
)
from rejoinder.reading.business.commitments.extents import room_of
from rejoinder.reading.business.commitments.subjects import (
    Range,
    first_subject,
    is_agent,
    is_joint,
    is_known,
    pronoun_of,
    side_of,
    sides_named,
    subject_before,
    whom,
)
from rejoinder.reading.business.commitments.verbs import is_deed
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import base_forms, words_of
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_CLAUSE = 16
"""Words behind "was promised" that may tell by whom."""
_OWN = 2
_OPENING = 8
"""Words with which a sentence may open before its subject: "On 11 May,"."""
_GOVERNOR = 8
"""Words between a verb of saying and its "that": "told reporters in Vienna that"."""
_HIS = frozenset(["his", "her", "its", "their", "a", "an", "the", "'s", "’s", "my", "our"])


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a clause binds.

    ``debtor``    who is bound; ``named`` where the words for him stand
    ``binds``     the words that bind
    ``speech``    the statement by which he is bound, or None in the story's own voice
    ``firm``      it is a promise, which also binds to refrain
    ``governor``  the verb that brings in the clause within its sentence ("has promised that it will"), or None
    ``whole``     the first word of a clause whose subject is another than who is bound ("pensions will rise"), or None
    ``others``    who is bound to the same with him
    """

    debtor: Actor
    binds: str
    speech: Statement | None
    named: Span | None = None
    firm: bool = False
    governor: int | None = None
    whole: int | None = None
    others: tuple[Actor, ...] = ()


def ground_of(told: Told, words: Words, clause: Clause, subject: Range | None) -> Ground | None:
    offset = words.all[clause.begin].start
    speech = told.speech_at(offset)
    speaker = speech.speaker if speech is not None else quoted_speaker(told, offset)
    if clause.cue is not None:
        given = _given(told, words, clause, speech)
        passive = clause.modal == "passive"
        return given if given is not None or passive else _promised(told, words, clause, subject, speech)
    there = words.low(clause.subject - 1) == "there"
    relative = words.low(clause.subject - 1) in word_set(_TABLE, "subjects", "relative")
    if relative and is_duty(words, clause):
        subject = subject_before(told, words, clause.subject - 1 - (words.low(clause.subject - 2) == ","))
        related = subject is None
    else:
        related = there or relative
    subject = subject or first_subject(told, room_of(told, words, clause.begin), clause.subject)
    if related or subject is None or _asks(words, subject[0] - 1) or _is_content(words, clause, subject[0] - 1):
        return _there_will_be(words, clause, speech) if there else None
    doer = whom(told, words, subject, speaker)
    if clause.modal == "duty":
        return _under_duty(told, words, clause, subject, doer, speech)
    governor = _governor(words, subject)
    scene = _Scene(words, clause, subject, doer, speech, speaker)
    if governor is not None and not brings_in(words, governor, speech):
        return _reported(told, scene, governor)
    if speech is None and speaker is None:
        return _in_own_voice(scene)
    return _spoken(scene)


def _asks(words: Words, at: int) -> bool:
    """Whether a word before a subject opens a question: "whether it would", "say when it would", not "Friday, when"."""
    low = words.low(at)
    return low in ("whether", "how", "why", "what", "if") or (low in ("when", "where") and words.low(at - 1) != ",")


def _is_content(words: Words, clause: Clause, at: int) -> bool:
    """Whether the words before a subject tell of what a text says: "a contract under which Spain would pay"."""
    prepositions = word_set(_TABLE, "subjects", "prepositions")
    return clause.modal == "would" and words.low(at) == "which" and words.low(at - 1) in prepositions


def _there_will_be(words: Words, clause: Clause, speech: Statement | None) -> Ground | None:
    """The ground of "there will be an amnesty", said as a promise or a threat."""
    if speech is None or speech.speaker is None or speech.act not in (Act.PROMISE, Act.THREATEN):
        return None
    binds = words.all[clause.begin].text
    known = is_known(speech.speaker)
    return Ground(side_of(speech.speaker), binds, speech, firm=True, whole=clause.subject - 1) if known else None


def _under_duty(
    told: Told, words: Words, clause: Clause, subject: Range, doer: Actor | None, speech: Statement | None
) -> Ground | None:
    """The ground of a duty that an agreement lays on a side: "the deal obliges Spain to pay"."""
    if words.low(subject[1] - 1) == "them":
        signed = _opening_subject(told, words) or first_subject(told, words, clause.begin)
        subject, doer = signed or subject, whom(told, words, signed, None) if signed is not None else None
    if doer is None:
        return None
    return Ground(doer, words.all[clause.begin].text, speech, words.span(*subject), firm=True)


def _opening_subject(told: Told, words: Words) -> Range | None:
    """The subject behind the words with which a sentence opens: "On 11 May, both sides signed"."""
    comma = next((at for at in range(words.first, words.first + _OPENING) if words.low(at) == ","), None)
    if comma is None:
        return None
    ends = range(comma + 2, min(words.last, comma + 2 + _OPENING))
    return next(((comma + 1, end) for end in ends if is_agent(told, words, (comma + 1, end))), None)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A clause with what is known of it: its subject, whom that means, and who speaks."""

    words: Words
    clause: Clause
    subject: Range
    doer: Actor | None
    speech: Statement | None
    speaker: Actor | None

    @property
    def binds(self) -> str:
        """The words that bind: the modal and its verb."""
        return " ".join(word.text for word in self.words.all[self.clause.begin : self.clause.verb + 1])

    @property
    def is_deed(self) -> bool:
        speech = self.speech
        promised = speech is not None and speech.act in (Act.PROMISE, Act.THREATEN)
        return is_deed(self.words, self.clause, self.subject, promised=promised)

    @property
    def is_passive(self) -> bool:
        """Whether the verb tells what will be done, not by whom: "the text will be published"."""
        low = self.words.low(self.clause.verb + 1)
        participle = low.endswith(("ed", "en", "wn")) or low in word_set(_TABLE, "verbs", "participles")
        return participle and "be" in self.words.bases(self.clause.verb)

    @property
    def is_conditional(self) -> bool:
        """Whether a condition opens in the sentence: "the letter would be published once the court consents"."""
        lows = {self.words.low(at) for at in range(self.words.first, self.words.last)}
        return not lows.isdisjoint(word_set(_TABLE, "conditions", "clear"))

    @property
    def is_done_to_thing(self) -> bool:
        """Whether the verb tells what is done to a thing rather than to somebody: "it will be published"."""
        return self.words.is_one_of(self.clause.verb + 1, word_set(_TABLE, "verbs", "done_to_things"))

    @property
    def nobody(self) -> bool:
        """Whether the subject is nobody or none: "no soldier will come nearer"."""
        return self.words.low(self.subject[0]) in word_set(_TABLE, "subjects", "none")

    @property
    def is_occasion(self) -> bool:
        """Whether the subject is a meeting, which is no commitment: "the next round will be held", but not "a date for
        the next round"."""
        held = word_set(_TABLE, "verbs", "occasions")
        lows = [self.words.low(at) for at in range(*self.subject)]
        return not held.isdisjoint(lows) and "for" not in lows

    @property
    def proceeds(self) -> bool:
        """Whether a thing begins, goes on or ends ("deliveries will start"), or nothing and nobody does something."""
        there = "be" in self.words.bases(self.clause.verb) and self.words.low(self.clause.verb + 1) in (
            "in",
            "on",
            "at",
        )
        return self.nobody or there or self.words.is_one_of(self.clause.verb, word_set(_TABLE, "verbs", "proceeds"))

    def ground(self, doer: Actor, speech: Statement | None, governor: int | None = None) -> Ground:
        """The ground on which the doer is bound."""
        return Ground(doer, self.binds, speech, self.words.span(*self.subject), governor=governor)

    def firmly(self, promiser: Actor, binds: str, speech: Statement | None, governor: int | None = None) -> Ground:
        """The ground on which somebody is bound who promises what he or another will do."""
        own = self.doer if same_side(self.doer, promiser) else None
        whole = self.subject[0] if own is None else None
        named = self.words.span(*self.subject) if own is not None else None
        return Ground(own or promiser, binds, speech, named, firm=True, governor=governor, whole=whole)


def quoted_speaker(told: Told, offset: int) -> Actor | None:
    """Who speaks a quotation that no statement holds: the speaker of the nearest statement of the same paragraph or
    the one before."""
    if not told.story.quoted[offset]:
        return None
    return told.direct_speaker_near(offset)


def _promised(
    told: Told, words: Words, clause: Clause, subject: Range | None, speech: Statement | None
) -> Ground | None:
    """The ground of "X promised to do": X, who is the speaker of the statement that the verb brings in. A pledge
    that a draft envisages is none yet, nor one that somebody hopes or asks for ("proposes that both commit")."""
    cue = clause.cue or 0
    at = words.all[cue].start
    around = told.speech_at(at)
    if around is not None and around.act is Act.PROPOSE and is_noun(words, cue):
        return None
    brought = next(iter(told.cued_at(at)), None)
    debtor = brought.speaker if brought is not None else None
    subject = subject or first_subject(told, room_of(told, words, cue), cue)
    governor = _governor(words, subject) if subject is not None else None
    if governor is not None and words.is_one_of(governor, word_set(_TABLE, "saying", "hoping")):
        return None
    together = sides_named(told, words.span(*subject)) if subject is not None else ()
    if subject is not None and together:
        names = " and ".join(actor.name for actor in together)
        return Ground(Actor(names, None, None), words.all[cue].text, brought or speech, words.span(*subject))
    if subject is not None and (debtor is None or not debtor.named):
        told_by = around.speaker if around is not None else quoted_speaker(told, at)
        found = whom(told, words, subject, told_by, described=debtor is None)
        debtor = found or debtor
    if debtor is None:
        return None
    named = brought.mention.span if brought is not None and brought.mention is not None else None
    if named is None and subject is not None:
        named = words.span(*subject)
    return Ground(debtor, words.all[cue].text, brought or speech, named)


def _given(told: Told, words: Words, clause: Clause, speech: Statement | None) -> Ground | None:
    """The ground of "a pledge from X to do", of "an answer was promised by X": X; without him the one with whom the
    sentence begins ("Oslo is silent, but an answer was promised")."""
    if clause.giver is None and clause.modal != "passive":
        return None
    cue = clause.cue or 0
    around = told.speech_at(words.all[cue].start)
    if around is not None and around.act is Act.PROPOSE and is_noun(words, cue):
        return None
    speaker = speech.speaker if speech is not None else None
    behind = range(cue + 1, min(words.last, cue + _CLAUSE))
    phrases = [(at + 1, words.phrase_end(at + 1)) for at in behind if words.low(at) == "by"]
    parts = [clause.giver] if clause.giver is not None else phrases
    dated = [part for part in parts if part[1] > part[0] and not told.dates_in(words.span(*part))]
    named = next((part for part in dated if is_agent(told, words, part)), None)
    if named is None and clause.giver is None:
        named = first_subject(told, room_of(told, words, clause.begin), clause.begin)
    doer = whom(told, words, named, speaker, described=True) if named is not None else None
    if doer is None or named is None:
        return None
    return Ground(doer, words.all[cue].text, speech, words.span(*named), firm=True)


def brings_in(words: Words, governor: int, speech: Statement | None) -> bool:
    """Whether the verb that governs a clause is the one that brings in the speech around it."""
    if speech is None or speech.cue is None:
        return False
    return speech.cue.span.overlaps(words.all[governor][:2])


def _reported(told: Told, scene: _Scene, governor: int) -> Ground | None:
    """The ground of "X said it would do", told by the story or within somebody else's speech."""
    words = scene.words
    bases = frozenset(words.bases(governor))
    if bases & word_set(_TABLE, "saying", "hoping"):
        return None
    giver = giver_before(words, governor) if scene.doer is None or scene.is_passive else None
    sayer = subject_before(told, words, _verb_group(words, giver if giver is not None else governor))
    firm = bool(bases & (word_set(_TABLE, "binding", "firm") | word_set(_TABLE, "binding", "nouns")))
    who = whom(told, words, sayer, scene.speaker, described=firm) if sayer else None
    if sayer is not None and who is not None and _means_sayer(words, scene.subject):
        scene = replace(scene, doer=who, subject=sayer)
    agreed = bool(bases & word_set(_TABLE, "binding", "to_thing")) and scene.doer is None and who is not None
    if firm or agreed:
        promiser = who or scene.doer
        if promiser is None:
            return None
        return scene.firmly(promiser, words.all[governor].text, None, governor)
    if not scene.is_deed or scene.doer is None:
        return None
    if who is None or who.party is None or same_side(who, scene.doer):
        return scene.ground(scene.doer, None, governor)
    return None


def _means_sayer(words: Words, subject: Range) -> bool:
    """Whether a subject is the side of the one who says so: "it", "they", "his side"."""
    own = words.low(subject[0]) in ("his", "her", "its", "their") and subject[1] - subject[0] == _OWN
    sides = word_set(_TABLE, "subjects", "own_sides")
    return pronoun_of(words, subject) in ("it", "they") or (own and words.low(subject[1] - 1) in sides)


def _spoken(scene: _Scene) -> Ground | None:
    """The ground of what somebody says that his own side, or says as one who is not named that some side, will do."""
    speech, speaker, doer = scene.speech, scene.speaker, scene.doer
    cue = bases_of(speech.cue.exact) if speech is not None and speech.cue is not None else frozenset()
    if cue & word_set(_TABLE, "saying", "hoping") and not cue & word_set(_TABLE, "binding", "firm"):
        return None
    if cue & word_set(_TABLE, "binding", "firm") and speaker is not None:
        return scene.firmly(speaker, scene.binds, speech)
    if doer is None:
        return _thing_of_speaker(scene, cue)
    if not scene.is_deed:
        pronoun = pronoun_of(scene.words, scene.subject)
        thing = pronoun is None or (pronoun == "it" and scene.is_done_to_thing)
        theirs = thing and same_side(doer, speaker)
        return _thing_of_speaker(scene, cue) if scene.is_passive and theirs else None
    withheld = speaker is None or (speaker.party is None and not speaker.named) or _mediates(speaker)
    named = scene.words.low(scene.subject[0]) not in word_set(_TABLE, "subjects", "pronouns")
    if same_side(doer, speaker) or (withheld and named) or _is_one_of(scene, speaker):
        return scene.ground(doer, speech)
    return None


def _mediates(speaker: Actor) -> bool:
    """Whether a speaker stands between the sides, so that what he says they will do is no mere guess."""
    words = f"{speaker.name} {speaker.post or ''}".lower().split()
    return speaker.party in word_set("scenes", "groups", "hosts") or not word_set(
        _TABLE, "saying", "between"
    ).isdisjoint(words)


def _is_one_of(scene: _Scene, speaker: Actor | None) -> bool:
    """Whether a speaker's side is among several who act together: "Labour and the Greens will", "both sides will"."""
    doer = scene.doer
    if doer is None or doer.party is not None:
        return False
    named = speaker is not None and speaker.party is not None and speaker.party in doer.name.split(" and ")
    return is_joint(doer) or named


def _thing_of_speaker(scene: _Scene, cue: frozenset[str]) -> Ground | None:
    """The ground of what a speaker promises, or agrees to, of a thing: "the text will be published"."""
    speech, speaker = scene.speech, scene.speaker
    if speech is None or speaker is None or not is_known(speaker):
        return None
    its_own = scene.words.low(scene.subject[0]) in ("its", "our", "their", "his", "her") and scene.is_passive
    acts = speech.act in (Act.PROMISE, Act.ANNOUNCE) or scene.is_conditional
    told_so = acts and (scene.is_passive or scene.proceeds)
    own_act = told_so or its_own
    held = scene.is_occasion and (scene.is_passive or speech.act is Act.ANNOUNCE)
    promised = (own_act and not held) or (speech.act is Act.THREATEN and (scene.nobody or scene.is_passive))
    agreed = bool(cue & word_set(_TABLE, "binding", "to_thing"))
    return scene.firmly(side_of(speaker), scene.binds, speech) if promised or agreed else None


@lru_cache(1024)
def bases_of(cue: str) -> frozenset[str]:
    """The base forms of the words of a cue."""
    return frozenset(form for word in words_of(cue) for form in base_forms(word))


def _in_own_voice(scene: _Scene) -> Ground | None:
    """The story itself says what a side will do."""
    if scene.doer is None or not scene.is_deed:
        return None
    agreed = under_agreement(scene.words, scene.clause)
    if scene.clause.modal == "would" and not agreed:
        return None
    return replace(scene.ground(scene.doer, None), firm=agreed)


def _verb_group(words: Words, at: int) -> int:
    while words.low(at - 1) in word_set(_TABLE, "binding", "auxiliaries") or is_in_ly(words.low(at - 1)):
        at -= 1
    return at


def under_agreement(words: Words, clause: Clause) -> bool:
    """Whether a sentence begins with "under the deal", "as part of the agreement", or ends with such words."""
    return opens_with_agreement(words, clause.begin) or ends_with_terms(words, clause.verb)


def _governor(words: Words, subject: Range) -> int | None:
    """The verb (or noun of promising) that brings in a clause whose subject begins at a word."""
    at = subject[0]
    verbs = word_set(_TABLE, "saying", "verbs") | word_set(_TABLE, "saying", "hoping") | binding_verbs()
    nouns = word_set(_TABLE, "binding", "nouns")
    at = next((back for back in range(at, at - 3, -1) if words.low(back - 1) == "that"), at)
    if words.low(at - 1) == "that":
        for back in range(at - 2, max(words.first, at - 2 - _GOVERNOR) - 1, -1):
            noun = words.low(back) in nouns and words.low(back - 1) in _HIS
            name = words.all[back].capital and not words.all[back].opens
            verb = words.low(back) != "state" and not name and not is_noun(words, back)
            if noun or (verb and words.is_one_of(back, verbs)):
                return back
            if words.low(back) == "let" and words.low(at - 2) == "know":
                return back
        return None
    verb = at - 1 >= words.first and words.is_one_of(at - 1, verbs) and not is_noun(words, at - 1)
    return at - 1 if verb else None


def same_side(one: Actor | None, other: Actor | None) -> bool:
    """Whether two actors are one, or of one party."""
    return bool(one and other and (one.name == other.name or (one.party and one.party == other.party)))
