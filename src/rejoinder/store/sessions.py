"""Sessions of browsers in the database of the desk: Django's, with a table of ours, so that signing out ends them."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.base_session import AbstractBaseSession

from rejoinder.store import models


class SessionStore(InDatabase):
    """What ``SESSION_ENGINE`` names."""

    @classmethod
    def get_model_class(cls) -> type[AbstractBaseSession]:
        """The table."""
        return models.Session
