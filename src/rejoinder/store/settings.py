"""What Django needs to know where the store is used without a web application. Databases are added when they are
opened (``connecting``); this module reads nothing."""

from __future__ import annotations

from typing import Any

INSTALLED_APPS = ["rejoinder.store"]
AUTH_USER_MODEL = "store.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
DATABASES: dict[str, dict[str, Any]] = {}
