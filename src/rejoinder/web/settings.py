"""What Django is told where the pages are served. Nothing is read here; addresses and secrets are passed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rejoinder.store import settings as store

LANGUAGES = [("en", "English"), ("fr", "Français"), ("ru", "Русский")]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of every page: nothing from elsewhere, nothing inline."""
A_WEEK = 7 * 24 * 60 * 60
"""So many seconds a browser stays signed in."""
MAX_UPLOAD = 64 * 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "waitress.queue": {"level": "ERROR"},
    },
}
"""What went wrong is told on the standard error; who looks at what is not written down."""
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "rejoinder.web.callers.person"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "rejoinder.web.templatetags.desk",
            ],
        },
    }
]
INSTALLED_APPS = [
    # Of these two only the code is used: accounts, sessions and tokens are tables of the store.
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django_htmx",
    "rejoinder.store",
    "rejoinder.web",
]
MIDDLEWARE = [
    "rejoinder.web.middleware.guard_answers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "rejoinder.web.middleware.speak_json",
    "django_htmx.middleware.HtmxMiddleware",
    "rejoinder.web.middleware.know_who",
    "django.middleware.csrf.CsrfViewMiddleware",
    "rejoinder.web.middleware.tell_errors",
]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the pages are served.

    ``secret``  signs forms and sessions
    ``hosts``   the names under which the pages are asked for; others are refused
    ``secure``  whether the pages are asked for by https
    """

    secret: str
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    secure: bool = False


def settings_for(serving: Serving) -> dict[str, Any]:
    """Django's settings for the pages."""
    return {
        "SECRET_KEY": serving.secret,
        "ALLOWED_HOSTS": list(serving.hosts),
        "INSTALLED_APPS": INSTALLED_APPS,
        "MIDDLEWARE": MIDDLEWARE,
        "ROOT_URLCONF": "rejoinder.web.urls",
        "TEMPLATES": TEMPLATES,
        "AUTH_USER_MODEL": store.AUTH_USER_MODEL,
        "AUTHENTICATION_BACKENDS": ["rejoinder.web.callers.Backend"],
        "LOGIN_URL": "sign-in",
        "DATABASE_ROUTERS": ["rejoinder.web.serving.ServedDatabase"],
        "SESSION_ENGINE": "rejoinder.store.sessions",
        "SESSION_COOKIE_AGE": A_WEEK,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": serving.secure,
        "CSRF_COOKIE_SECURE": serving.secure,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_FAILURE_VIEW": "rejoinder.web.pages.errors.form_expired",
        "LANGUAGE_CODE": "en",
        "LANGUAGES": LANGUAGES,
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
        "LANGUAGE_COOKIE_AGE": 365 * 24 * 60 * 60,
        "LOGGING": LOGGING,
        "USE_I18N": True,
        "STATIC_URL": "/static/",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": MAX_UPLOAD,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": MAX_UPLOAD,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 1_000,
        "DEFAULT_AUTO_FIELD": store.DEFAULT_AUTO_FIELD,
        "USE_TZ": store.USE_TZ,
        "TIME_ZONE": store.TIME_ZONE,
        "DATABASES": store.DATABASES,
    }
