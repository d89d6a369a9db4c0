"""Bring a workspace to the newest schema: a copy first, then each step and its number in one transaction. Writes no SQL of its own."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import apsw

from desktop.errors import DatabaseDamaged, DatabaseTooNew
from desktop.storage.connection import all_or_nothing, translated
from desktop.storage.copying import copy_database
from desktop.storage.migrations import STEPS, Executes

Steps = Sequence[Callable[[Executes], None]]


def schema_number(connection: apsw.Connection) -> int:
    """The number of the last step that was run on the file."""
    return int(connection.pragma("user_version"))


def missing_steps(connection: apsw.Connection, path: Path, steps: Steps = STEPS) -> Steps:
    """The steps that the file lacks. Raises `DatabaseTooNew`; changes nothing."""
    with translated(path):
        found = schema_number(connection)
    if found > len(steps):
        raise DatabaseTooNew(path, found, len(steps))
    return steps[found:]


def upgrade(connection: apsw.Connection, path: Path, copy_to: Path | None, steps: Steps = STEPS) -> None:
    """Run the steps that the file lacks.

    copy_to: where the file is copied before it is changed, None for one just made. Raises `DatabaseTooNew` with nothing changed,
    `DatabaseDamaged` for a file without a schema.
    """
    missing = missing_steps(connection, path, steps)
    before = len(steps) - len(missing)
    if copy_to is not None and missing:
        if before == 0:
            raise DatabaseDamaged(path, "no schema")
        copy_to.parent.mkdir(parents=True, exist_ok=True)
        copy_database(connection, copy_to)
    for number, step in enumerate(missing, before + 1):
        with translated(path), all_or_nothing(connection):
            step(connection)
            connection.pragma("user_version", number)


Schema = frozenset[tuple[str, str, str | None]]


def schema_of(connection: apsw.Connection) -> Schema:
    """Kind, name and statement of everything in the schema, statistics apart."""
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    return frozenset(tuple(row) for row in connection.execute(sql))


def expected_schema(steps: Steps) -> Schema:
    """What a file has after these steps."""
    with closing(apsw.Connection(":memory:")) as connection:
        for step in steps:
            step(connection)
        return schema_of(connection)
