"""The Django application of the store."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Its name and label."""

    name = "rejoinder.store"
    label = "store"
    verbose_name = "Dockets"
