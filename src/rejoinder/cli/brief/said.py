"""SAID: who said what to whom, the statements of one speaker in one setting together.

What the section on promises tells already (``told_above``) is left out, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from rejoinder.cli.brief.page import GAP, Line, Page
from rejoinder.cli.brief.utterances import Folded, Group, fold_repeats, group_utterances, told_above
from rejoinder.cli.brief.wording import ELLIPSIS, fill, shown_words
from rejoinder.model import Act

UNSURE_BELOW = 0.5

# The sign, the verb and the colour of each act.
ACTS: dict[Act, tuple[str, str, str]] = {
    Act.STATE: ("·", "says", ""),
    Act.ANNOUNCE: ("•", "announces", ""),
    Act.PROPOSE: ("+", "proposes", "cyan"),
    Act.REQUEST: ("?", "asks", "cyan"),
    Act.PROMISE: ("→", "promises", "yellow"),
    Act.AGREE: ("✓", "agrees", "green"),
    Act.SUPPORT: ("✓", "supports", "green"),
    Act.REJECT: ("✕", "rejects", "red"),
    Act.ACCUSE: ("!", "accuses", "magenta"),
    Act.THREATEN: ("▲", "threatens", "red"),
}
VERB_WIDTH = max(len(verb) for _, verb, _ in ACTS.values())


def said(page: Page) -> Iterator[Line]:
    """The statements of the story by speaker and setting."""
    utterances = fold_repeats(page.reading.statements)
    above = told_above(utterances, page.reading.business.commitments)
    shown = [folded for folded in utterances if folded.statement.id not in above]
    yield _title(page, len(shown), len(above))
    for group in group_utterances(shown, page.home):
        yield from _heading(page, group)
        for folded in group.utterances:
            yield from _utterance(page, folded)


def _title(page: Page, count: int, above: int) -> Line:
    if not count and above:
        return Line(Text.assemble(("SAID", "bold"), ("  nothing but the promises above", "dim")))
    line = page.heading("SAID", count)
    if above:
        line.text.append(f"; {above} more told as {'a promise' if above == 1 else 'promises'} above", "dim")
    return line


def _heading(page: Page, group: Group) -> Iterator[Line]:
    """Who speaks; beside it, or under it where the line is too short, to whom, where, when and by whose report."""
    about = f" ({group.about})" if group.about and group.first else ""
    who = fill(group.name + about, page.width - 2, 2)
    setting = " · ".join(group.setting)
    for index, words in enumerate(who):
        line = Text("  ")
        name = max(0, len(group.name) - sum(len(before) + 1 for before in who[:index]))
        line.append(words[:name], "bold").append(words[name:])
        if index == len(who) - 1 and setting and line.cell_len + GAP + cell_len(setting) <= page.width:
            line.append(f"  {setting}", "dim")
            setting = ""
        yield Line(line)
    for words in fill(setting, page.width - 6, 3):
        yield Line(Text(f"      {words}", "dim"))


def _utterance(page: Page, folded: Folded) -> Iterator[Line]:
    """The act and the words: on one line of a wide screen, on two of a narrow one."""
    statement = folded.statement
    sign, verb, style = ACTS[statement.act]
    words, quoted = shown_words(statement)
    tail = _tail(folded)
    indent = 4 + 2 + VERB_WIDTH + GAP
    lines = fill(
        f"“{words}”" if quoted else words,
        page.beside(indent),
        1 if page.is_wide else 2,
        cut=f"{ELLIPSIS}”" if quoted else ELLIPSIS,
        tail=tail,
    )
    for index, shown in enumerate(lines):
        last = index == len(lines) - 1
        line = Text("    ").append(f"{sign} {verb:<{VERB_WIDTH}}" if index == 0 else " " * (2 + VERB_WIDTH), style)
        end = len(shown) - len(tail) if last and tail else len(shown)
        line.append("  ").append(shown[:end]).append(shown[end:], "dim")
        yield Line(line, page.places.at(statement.content.start) if last else "")
    yield from page.reason(statement.reason)


def _tail(folded: Folded) -> str:
    """What stands behind the words: how often the story says it, and whether the reader is unsure of it."""
    marks = [f"{folded.times} times"] if folded.times > 1 else []
    score = folded.statement.score
    if score is not None and score < UNSURE_BELOW:
        marks.append("unsure")
    return f"({', '.join(marks)})" if marks else ""
