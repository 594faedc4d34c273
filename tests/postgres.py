"""A PostgreSQL of the tests' own, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg

NUMBERS = count(1)


def find_server() -> Path | None:
    """The folder of PostgreSQL's own programs, the newest; None where it is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = folders[-1] if folders else Path(on_path) if on_path else None
    return found.parent if found else None


class Server:
    """A PostgreSQL that listens on a socket in a folder of its own, without a network."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="rejoinder-pg-"))
        # PostgreSQL refuses to run as root; the package makes this user.
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self.programs / program), *arguments],
            check=True,
            user=self.user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )

    def start(self) -> None:
        self.run(
            "initdb", "--pgdata=data", "--username=desk", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"
        )
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        self.run("pg_ctl", "--pgdata=data", "--wait", "--log=log", f"--options={options}", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "--pgdata=data", "--mode=immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"desk{next(NUMBERS)}"
        with psycopg.connect(f"postgresql://desk@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://desk@/{name}?host={self.folder}"
