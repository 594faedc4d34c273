"""What a reply does with an item, in the words that people are shown: by the command that tells where things stand,
which is to load nothing that writes files, and by the tables that are written."""

from __future__ import annotations

from rejoinder.model import Disposition

DISPOSITIONS = {
    Disposition.NOT_ADDRESSED: ("○", "not addressed"),
    Disposition.DECLINED: ("✕", "declined"),
    Disposition.DEFLECTED: ("→", "sent elsewhere"),
    Disposition.DEFERRED: ("…", "put off"),
    Disposition.NOTED: ("·", "noted"),
    Disposition.COUNTERED: ("⇄", "countered"),
    Disposition.ACCEPTED_WITH_CHANGE: ("±", "accepted with a change"),
    Disposition.ACCEPTED: ("✓", "accepted"),
}
"""The sign and the words of each, in the order in which they are told."""
