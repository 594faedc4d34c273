"""Entries become append-only, by triggers of the database, and the table of paragraphs is made (``store/sql``)."""

from __future__ import annotations

from importlib.resources import files

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def refuse_changes(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Run the statements for this kind of database, one by one."""
    script = files("rejoinder.store") / "sql" / f"append_only_{editor.connection.vendor}.sql"
    for block in script.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("--")]
        if lines:
            editor.execute("\n".join(lines))


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("store", "0001_tables")]
    operations = [migrations.RunPython(refuse_changes)]
