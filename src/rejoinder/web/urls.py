"""Addresses -> pages. A record has one stable address: ``/d/DOCKET/ID``."""

from __future__ import annotations

from django.urls import include, path

from rejoinder.web.api.wiring import api as programs
from rejoinder.web.pages import (
    account,
    api,
    changes,
    dockets,
    downloads,
    errors,
    importing,
    judging,
    matrix,
    mentions,
    outlets,
    people,
    record,
    search,
    sources,
    story,
    timeline,
    where_it_stands,
)

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed

urlpatterns = [
    path("", dockets.list_dockets, name="dockets"),
    path("sign-in", account.sign_in, name="sign-in"),
    path("sign-out", account.sign_out, name="sign-out"),
    path("account", account.show, name="account"),
    path("account/password", account.change_password, name="account-password"),
    path("account/tokens", account.give_token, name="account-tokens"),
    path("account/tokens/<str:token>", account.revoke_token, name="account-revoke"),
    path("language/", include("django.conf.urls.i18n")),
    path("d/<str:docket>/", where_it_stands.show, name="where-it-stands"),
    path("api/", api.show, name="api"),
    path("api/", programs.urls),
    path("d/<str:docket>/feed.atom", outlets.changes, name="feed"),
    path("d/<str:docket>/calendar.ics", outlets.calendar, name="calendar"),
    path("d/<str:docket>/timeline", timeline.show, name="timeline"),
    path("d/<str:docket>/mentions", mentions.show, name="mentions"),
    path("d/<str:docket>/matrix", matrix.show, name="matrix"),
    path("d/<str:docket>/matrix/export/<str:suffix>", matrix.export, name="matrix-export"),
    path("d/<str:docket>/people", people.show, name="people"),
    path("d/<str:docket>/sources", sources.show, name="sources"),
    path("d/<str:docket>/search", search.show, name="search"),
    path("d/<str:docket>/changes", changes.show, name="changes"),
    path("d/<str:docket>/import", importing.show, name="import"),
    path("d/<str:docket>/import/<str:job>", importing.progress, name="import-progress"),
    path("d/<str:docket>/export/<str:suffix>", downloads.export, name="export"),
    path("d/<str:docket>/story/<str:source>", story.show, name="story"),
    path("d/<str:docket>/judge/<str:subject>", judging.judge, name="judge"),
    path("d/<str:docket>/tie/<str:subject>", judging.tie, name="tie"),
    path("d/<str:docket>/undo", judging.undo, name="undo"),
    path("d/<str:docket>/<str:record>", record.show, name="record"),
]
