"""The draft of an outline: text, blocks and marks in, a tree of drafts out.

Block by block: a mark that has a place opens an item there; other words go to the item that is open, or to one around
it where a list within it is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rejoinder.matching.outline import framing
from rejoinder.matching.outline.drafts import LISTED, ROOT, Draft
from rejoinder.matching.outline.headings import cross_heads, run_in_heading, split_heading
from rejoinder.matching.outline.levels import Levels, Place, is_attached, rank_kinds
from rejoinder.matching.outline.lines import Block, is_heading
from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.outline.numerals import is_first
from rejoinder.model import ItemKind, Problem, Severity, Span
from rejoinder.reading.blocks import trim

_UPPER = ("LETTER", "ROMAN")
_CONTAINERS = frozenset(
    (
        *(ItemKind.PROTOCOL, ItemKind.ANNEX, ItemKind.SCHEDULE, ItemKind.APPENDIX, ItemKind.BOOK, ItemKind.PART),
        *(ItemKind.TITLE, ItemKind.CHAPTER, ItemKind.SECTION, ItemKind.SUBSECTION),
    )
)
_WITHIN = frozenset((ItemKind.PARAGRAPH, ItemKind.CLAUSE, *LISTED))
_DOUBTS = {
    "gap": ("number-gap", "Numbers are missing before “{}”.", Severity.NOTE),
    "repeated": ("number-repeated", "The number “{}” stands twice in one list.", Severity.DOUBT),
    "restarted": ("number-restarted", "The numbers begin anew at “{}” without a heading.", Severity.DOUBT),
}
_HEAD_LINES = 3
_SIBLINGS = 4


@dataclass(frozen=True, slots=True)
class Built:
    """A tree of drafts under ``root``, the title, and what is odd in the numbers."""

    root: Draft
    title: Span | None
    problems: tuple[Problem, ...]
    numbered: bool


@dataclass(slots=True)
class Builder:
    """Goes through the blocks of a text once and keeps the path of open items."""

    text: str
    blocks: Sequence[Block]
    marks: Sequence[tuple[Mark, ...]]
    skipped: frozenset[int]
    problems: list[Problem] = field(default_factory=list)
    path: list[Draft] = field(default_factory=lambda: [Draft(None, ROOT)])

    def build(self) -> Built:
        """The tree of the text."""
        heads = cross_heads(self.text, self.blocks, self.marks, self.skipped)
        flat = [mark for at, marks in enumerate(self.marks) if at not in self.skipped for mark in marks]
        levels = Levels(flat, rank_kinds(flat))
        ordinals = {id(mark): at for at, mark in enumerate(flat)}
        body = self._body_start(heads)
        title = framing.title_end(self.text, self.blocks, min(body, *self.skipped) if self.skipped else body)
        self._frame(title, body)
        attached = [bool(marks) and is_attached(marks[0]) for marks in self.marks]
        free = framing.closings(self.blocks, self.marks, attached)
        at = body
        while at < len(self.blocks):
            if at in self.skipped:
                at += 1
            elif self._signing(at, attached, free):
                self._sign(at)
                at += 1
            elif heads.get(at):
                at = self._open_section(at)
            else:
                at = self._take(at, levels, ordinals, loose=at in heads)
        name_sections(self.path[0])
        shown = Span(self.blocks[0].start, self.blocks[title - 1].end) if title else None
        return Built(self.path[0], shown, tuple(self.problems), bool(levels.seen))

    def _body_start(self, heads: dict[int, bool]) -> int:
        """The block with which the items begin."""
        bare = worded = len(self.blocks)
        for at in range(len(self.blocks) - 1, -1, -1):
            mark = self.marks[at][0] if self.marks[at] and at not in self.skipped else None
            if heads.get(at):
                worded = at
            elif mark and mark.kind in (None, ItemKind.QUESTION, ItemKind.SECTION):
                bare = at if not mark.weak else bare
            opens = mark is not None and any(map(is_first, mark.readings))
            if mark and mark.kind and mark.number and (opens or not mark.weak) and not is_attached(mark):
                worded = at
        if worded < len(self.blocks) and (bare >= worded or self._is_preamble(bare, worded)):
            return worded
        first = min(bare, worded)
        if first < len(self.blocks):
            return first
        return next((at for at, marks in enumerate(self.marks) if marks and at not in self.skipped), len(self.blocks))

    def _is_preamble(self, bare: int, worded: int) -> bool:
        """Whether numbers before the first article count the clauses of a preamble."""
        words = [self._words(at) for at in range(worded) if at not in self.skipped]
        return any(framing.opens_preamble(each) or framing.closes_preamble(each) for each in words) and worded > bare

    def _words(self, at: int) -> str:
        return self.text[self.blocks[at].start : self.blocks[at].end]

    def _frame(self, title: int, body: int) -> None:
        """The preamble with its clauses, or the introduction: what stands between the title and the first item."""
        before = [at for at in range(title, body) if at not in self.skipped]
        words = {at: self._words(at) for at in before}
        if not any(not is_heading(each) for each in words.values()):
            return
        ceremonial = any(
            framing.opens_preamble(each) or framing.closes_preamble(each) or framing.opens_recital(each)
            for each in words.values()
        )
        kind = ItemKind.PREAMBLE if ceremonial else ItemKind.INTRODUCTION
        frame = Draft(kind, (str(kind), "frame"), start=self.blocks[before[0]].start)
        self.path[0].items.append(frame)
        for at in before:
            self._frame_block(frame, at, words[at])

    def _frame_block(self, frame: Draft, at: int, words: str) -> None:
        block = self.blocks[at]
        if frame.end == 0 and is_heading(words) and framing.opens_preamble(words):
            frame.heading, frame.end = block.span, block.end
            return
        mark = next((mark for mark in self.marks[at][:1] if mark.readings and mark.kind is None), None)
        recital = frame.kind is ItemKind.PREAMBLE and (framing.opens_recital(words) or mark is not None)
        goes_on = bool(frame.items) and frame.items[-1].end >= frame.end and words[:1].islower()
        frame.end = block.end
        if recital:
            begin = mark.end if mark else block.start
            draft = Draft(
                ItemKind.RECITAL, ("recital", "frame"), (), block.start, block.end, mark, lead=[Span(begin, block.end)]
            )
            frame.items.append(draft)
        elif goes_on and not framing.closes_preamble(words):
            frame.items[-1].add(block.span)
        else:
            frame.add(block.span)

    def _signing(self, at: int, attached: Sequence[bool], free: Sequence[bool]) -> bool:
        if attached[at] or not free[at]:
            return False
        return self._in_signatures() or (not self.marks[at] and framing.opens_signatures(self._words(at)))

    def _in_signatures(self) -> bool:
        return self.path[-1].kind is ItemKind.SIGNATURES

    def _sign(self, at: int) -> None:
        """Take a block into the signatures, which it opens if they are not open yet."""
        block = self.blocks[at]
        if not self._in_signatures():
            del self.path[next((d for d in range(1, len(self.path)) if not self._is_attachment(d)), len(self.path)) :]
            last = self._trailing()
            start = last[0].start if last else block.start
            draft = Draft(ItemKind.SIGNATURES, ("signatures", "frame"), start=start, end=block.end, lead=last)
            self.path[-1].items.append(draft)
            self.path.append(draft)
        self.path[-1].add(block.span)

    def _trailing(self) -> list[Span]:
        """The paragraphs after the last item of a letter that are none of its words: no other has more than one."""
        items = [item for item in self.path[-1].items if item.kind is ItemKind.PARAGRAPH]
        if len(items) < 2 or any(len(item.own) > 1 or item.heading for item in items[:-1]) or items[-1].items:
            return []
        last = items[-1]
        taken = last.lead[1:]
        if last.heading or not taken:
            return []
        del last.lead[1:]
        last.end = last.lead[0].end
        return taken

    def _is_attachment(self, depth: int) -> bool:
        mark = self.path[depth].mark
        return mark is not None and self.path[depth].worded and is_attached(mark)

    def _open_section(self, at: int) -> int:
        """Open a section that has a heading and no number."""
        block = self.blocks[at]
        depth = next((d for d in range(1, len(self.path)) if not self._is_attachment(d)), len(self.path))
        draft = Draft(
            ItemKind.SECTION, ("section", "head"), start=block.start, end=block.end, heading=block.span, worded=True
        )
        self._open(Place(depth, draft.style, ()), draft)
        return at + 1

    def _take(self, at: int, levels: Levels, ordinals: dict[int, int], *, loose: bool) -> int:
        """Take in a block; the place of the next one, after what headings it has."""
        block, marks = self.blocks[at], self.marks[at]
        opened: list[Draft] = []
        cut = block.start
        owner = self._owner(block) if not marks or marks[0].inner else None
        for mark in marks:
            if owner is not None and not opened and not mark.inner:
                continue
            place = levels.place(ordinals[id(mark)], self.path)
            if place is not None:
                self._words_until(Span(cut, mark.start), opened[-1] if opened else owner)
                opened.append(self._open_mark(mark, place))
                cut = mark.end
            elif not opened and owner is None:
                owner = self._owner(block)
        if opened:
            self._words_until(Span(cut, block.end), opened[-1])
            return self._head(at, opened)
        if owner is not None and not loose:
            owner.add(block.span)
        return at + 1

    def _words_until(self, span: Span, owner: Draft | None) -> None:
        """Give an item the words between two marks."""
        words = trim(self.text, *span)
        if words.length and owner is not None:
            owner.add(words)

    def _open_mark(self, mark: Mark, place: Place) -> Draft:
        parent = self.path[place.depth - 1]
        beside = next((item for item in reversed(parent.items) if item.style == place.style), None)
        kind = mark.kind or (
            beside.kind if beside else _kind_of(self.text, mark, place, parent, self.blocks[mark.block])
        )
        worded = mark.kind is not None and place.style[1] == "word"
        draft = Draft(kind, place.style, place.value, mark.start, mark.end, mark, worded=worded)
        if place.doubt:
            self._doubt(mark, place)
        self._open(place, draft)
        return draft

    def _open(self, place: Place, draft: Draft) -> None:
        del self.path[place.depth :]
        self.path[-1].items.append(draft)
        self.path.append(draft)

    def _doubt(self, mark: Mark, place: Place) -> None:
        shown = self.text[slice(*mark.shown)]
        code, message, severity = _DOUBTS[place.doubt or ""]
        self.problems.append(Problem(code, message.format(shown), *mark.shown, severity))

    def _owner(self, block: Block) -> Draft:
        """The open item to which a block without a mark belongs: the last, or one around it where its list is over."""
        depth = len(self.path) - 1
        while depth > 1 and self.path[depth].kind in LISTED and self._is_over(depth, block):
            depth -= 1
        del self.path[depth + 1 :]
        if depth == 0 and not self.path[0].items:
            return self.path[0]
        return self.path[depth]

    def _is_over(self, depth: int, block: Block) -> bool:
        """Whether words after a list are those of the item around it: set further out, or after its full stop."""
        last = self.path[depth]
        indent = _indent_of(self.blocks, last)
        if block.indent != indent:
            return block.indent < indent
        own = last.own
        closing = self.text[own[-1].end - 1] if own else ":"
        lower = self.text[block.start].islower()
        siblings = [item for item in self.path[depth - 1].items[-_SIBLINGS:-1] if item.style == last.style]
        semicolons = any(self._ends_open(item) for item in siblings)
        if lower:
            return closing in ";,." and last.kind is not ItemKind.DEFINITION
        return closing == "." and (semicolons or last.kind is ItemKind.INDENT)

    def _ends_open(self, item: Draft) -> bool:
        own = item.own
        words = self.text[own[-1].start : own[-1].end].rstrip() if own else ""
        return words.endswith((";", ",", "; and", "; or", ", and", ", or"))

    def _head(self, at: int, opened: list[Draft]) -> int:
        """Find the heading of what was opened last: on the line of its number, or below it."""
        draft, after = opened[-1], at + 1
        if draft.mark is None or draft.kind in (ItemKind.INDENT, ItemKind.DEFINITION):
            return after
        if draft.kind in LISTED and draft.style[0] != "decimal":
            if draft.lead and draft.kind is not ItemKind.ALTERNATIVE:
                run_in_heading(self.text, draft)
            return after
        if draft.lead:
            following = self._follows(after, draft)
            split_heading(self.text, draft, following) or run_in_heading(self.text, draft)
            return after if draft.kind not in _CONTAINERS or draft.lead else self._more_heading(after, draft)
        if not draft.worded or any(mark.inner for mark in self.marks[at]):
            return after
        return self._heading_below(after, draft)

    def _heading_below(self, at: int, draft: Draft) -> int:
        """Take the next block as the heading if it is one."""
        if at >= len(self.blocks) or at in self.skipped or self.marks[at] or not is_heading(self._words(at)):
            return at
        if framing.opens_signatures(self._words(at)):
            return at
        draft.heading = self.blocks[at].span
        draft.end = self.blocks[at].end
        return self._more_heading(at + 1, draft)

    def _more_heading(self, at: int, draft: Draft) -> int:
        """Take in further lines of a heading of a chapter or an annex, or of one that is set in capitals."""
        for _ in range(_HEAD_LINES):
            if at >= len(self.blocks) or at in self.skipped or self.marks[at] or draft.heading is None:
                break
            words, above = self._words(at), self.text[slice(*draft.heading)]
            goes_on = (
                is_heading(words) and (words.isupper() or draft.kind in _CONTAINERS) and self._follows(at + 1) != "end"
            )
            if not goes_on or framing.opens_signatures(words) or (above.isupper() != words.isupper()):
                break
            draft.heading = Span(draft.heading.start, self.blocks[at].end)
            draft.end = self.blocks[at].end
            at += 1
        return at

    def _follows(self, at: int, draft: Draft | None = None) -> str:
        """What stands at a block: ``mark``, ``nested`` (a mark like 1.1 below the draft 1), ``words`` or ``end``."""
        if at >= len(self.blocks):
            return "end"
        if not self.marks[at]:
            return "words"
        readings = self.marks[at][0].readings
        decimal = bool(readings) and readings[0].family == "decimal"
        return "nested" if decimal and draft is not None and draft.style[0] == "number" else "mark"


def name_sections(root: Draft) -> None:
    """Call numbers that only head further numbers sections ("4. Pay" over 4.1), and those in them paragraphs."""
    waiting = [root]
    while waiting:
        draft = waiting.pop()
        waiting.extend(draft.items)
        listed = [item for item in draft.items if item.kind is ItemKind.PARAGRAPH and item.heading]
        if any(_heads_numbers(item) for item in listed):
            for item in listed:
                item.kind = ItemKind.SECTION
                for inner in item.items:
                    inner.kind = ItemKind.PARAGRAPH if inner.kind is ItemKind.SUBPARAGRAPH else inner.kind


def _heads_numbers(draft: Draft) -> bool:
    numbered = [item for item in draft.items if item.kind is ItemKind.SUBPARAGRAPH]
    return not draft.own and len(numbered) == len(draft.items) > 0


def _kind_of(text: str, mark: Mark, place: Place, parent: Draft, block: Block) -> ItemKind:
    """What a number without a word is called, by its form and by what it stands in."""
    if place.style[0] in _UPPER and (parent.kind in _CONTAINERS or parent.kind is None):
        return ItemKind.SECTION if is_heading(text[mark.end : block.end] or "A") else ItemKind.PARAGRAPH
    if place.style[0] in ("letter", "roman"):
        return ItemKind.POINT
    return ItemKind.SUBPARAGRAPH if parent.kind in _WITHIN else ItemKind.PARAGRAPH


def _indent_of(blocks: Sequence[Block], draft: Draft) -> int:
    return blocks[draft.mark.block].indent if draft.mark else 0
