"""Hypothesis for all tests: no deadline, since a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("rejoinder", deadline=None)
settings.load_profile("rejoinder")
