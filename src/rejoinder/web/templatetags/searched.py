"""What was searched for, marked where it stands: words and a query in, safe HTML out."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

LONGEST = 600
BEFORE = 200


@register.filter
def searched(words: str, query: str) -> SafeString:
    """Words on one line with each word of the query marked, cut around the first of them where they are very long;
    marked as a whole where no word was asked for or none stands as it was written."""
    line = " ".join(words.split())
    asked = [re.escape(word) for word in re.findall(r"\w+", query)]
    pattern = re.compile(rf"\b(?:{'|'.join(asked)})\b", re.IGNORECASE) if asked else None
    first = pattern.search(line) if pattern is not None else None
    if pattern is None or first is None:
        return format_html("<mark>{}</mark>", _cut(line, 0))
    line = _cut(line, max(0, first.start() - BEFORE))
    ends = [0, *(at for found in pattern.finditer(line) for at in found.span()), len(line)]
    pieces = [(line[a:b], line[b:c]) for a, b, c in zip(ends[::2], ends[1::2], [*ends[2::2], len(line)], strict=False)]
    return format_html_join("", "{}{}", ((plain, _marked(found)) for plain, found in pieces))


def _marked(words: str) -> SafeString | str:
    return format_html("<mark>{}</mark>", words) if words else ""


def _cut(line: str, start: int) -> str:
    """So much of a line as is shown, from the word at ``start``."""
    start = line.rfind(" ", 0, start) + 1 if start else 0
    end = start + LONGEST
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
