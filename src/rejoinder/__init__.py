"""Rejoinder keeps the docket of a negotiation. The verbs of the program; nothing else."""

from rejoinder._version import __version__

__all__ = ["__version__"]
