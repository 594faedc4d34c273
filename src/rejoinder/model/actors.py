"""Who acts: persons and bodies, and the side they stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body of a story.

    ``name``    the fullest form in the story ("Sergey Lavrov", "Russian Foreign Ministry")
    ``post``    the office held, without its country ("Foreign Minister"), or None
    ``party``   the side in its common English name ("Russia", "European Union"), or None if not known
    ``named``   False when the story withholds the name ("a senior official")
    """

    name: str
    post: str | None = None
    party: str | None = None
    named: bool = True
