"""The open workspace: one object, passed, never global. Runs what the modules of the nouns ask for; knows no noun itself."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import apsw

from desktop.errors import FileMissing, NotAFolder, NotFound, ReadOnlyPlace, WorkspaceElsewhere
from desktop.storage import places
from desktop.storage.connection import all_or_nothing, connect, large_cache, translated
from desktop.storage.copying import TEMPORARY, disk_error, flush, remove_database
from desktop.storage.lock import WorkspaceLock
from desktop.storage.migrations import STEPS
from desktop.storage.upgrade import Steps, missing_steps, upgrade

if TYPE_CHECKING:
    from desktop.storage.tables import Table

FILE_NAME = "workspace.db"
LOCK_NAME = "workspace.lock"
BACKUPS = "backups"

Value = str | int | float | bytes | None
Row = tuple[Any, ...]
Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """This moment in UTC: the clock of a store that is given no other."""
    return dt.datetime.now(dt.UTC)


class _Database:
    """The connections to a file, one a thread. peewee only words statements here: it is imported at the first one (`Store.insert`), since
    the window reads without it and its import costs a third of a bare window's start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: list[apsw.Connection] = []
        self._guard = threading.Lock()
        self._of_thread = threading.local()

    def connection(self) -> apsw.Connection:
        """That of this thread, opened at the first call."""
        found = getattr(self._of_thread, "connection", None)
        if found is None:
            found = self._of_thread.connection = connect(self._path)
            with self._guard:
                self._opened.append(found)
        return found

    def close_all(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            self._of_thread = threading.local()


class Store:
    """A workspace that is open and locked. Use `Store.open`; `close` it, or use it as a context manager.

    home: its folder; path: the database; clock: gives the moment that is written beside changes (UTC);
    was_killed: the program that had it before did not end properly; person: who works, for the audit.
    """

    def __init__(self, path: Path, lock: WorkspaceLock, clock: Clock) -> None:
        """For `open` only: `path` exists, has the newest schema, and `lock` is held."""
        self.path, self.home, self.clock, self.person = path, path.parent, clock, ""
        self.was_killed = lock.was_killed
        self._of_thread = threading.local()
        self._lock = lock
        self._database = _Database(path)

    @classmethod
    def open(
        cls, home: Path, *, clock: Clock = now, probe: places.Probe = places.probe, steps: Steps = STEPS
    ) -> Self:
        """Open the workspace in the folder `home`; folder and database are made when they are not there.

        Raises `NotAFolder`, `WorkspaceElsewhere` (share or stick), `WorkspaceBusy` (with its owner), `DatabaseDamaged` (0 bytes included),
        `DatabaseTooNew` (the file is left byte for byte), `ReadOnlyPlace`, `NoPermission`, `DiskFull`.
        """
        _make_home(home)
        if probe(home) is not places.Place.OWN_DISK:
            raise WorkspaceElsewhere(home)
        lock = WorkspaceLock(home / LOCK_NAME)
        path = home / FILE_NAME
        with ExitStack() as if_it_fails:
            if_it_fails.callback(lock.release)
            _remove_leftovers(home)
            if path.exists():
                _bring_up_to_date(path, clock, steps)
            else:
                _make_database(path, steps)
            store = cls(path, lock, clock)
            store.connection()
            if_it_fails.pop_all()
        return store

    def close(self) -> None:
        """Close all connections and let the next program in."""
        try:
            with translated(self.path):
                self._database.close_all()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def connection(self) -> apsw.Connection:
        """The connection of this thread, opened at the first call."""
        return self._database.connection()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; may be nested. Whatever is raised inside undoes what was done inside, `Cancelled` too."""
        with translated(self.path), all_or_nothing(self.connection()):
            yield

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """A transaction that writes much: with a larger cache."""
        with large_cache(self.connection()), self.transaction():
            yield

    @property
    def recording(self) -> object | None:
        """The step of `undo` that what this thread changes now belongs to."""
        return getattr(self._of_thread, "recording", None)

    @recording.setter
    def recording(self, step: object | None) -> None:
        """What this thread changes from now on belongs to `step`; None: to none."""
        self._of_thread.recording = step

    def rows(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> list[Row]:
        """All rows of a query as tuples."""
        with translated(self.path):
            return list(self.connection().execute(sql, values))

    def row(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        with translated(self.path):
            return next(iter(self.connection().execute(sql, values)), None)

    def value(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> Any:
        """The only value of the only row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def run(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> int:
        """Run one statement; returns how many rows it changed itself (those of triggers do not count)."""
        with translated(self.path):
            self.connection().execute(sql, values)
            return int(self.connection().changes())

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one prepared statement for each row: the way to write much."""
        with translated(self.path):
            self.connection().executemany(sql, rows)

    def insert(self, table: "type[Table]", values: Mapping[str, Value]) -> int:
        """Add one row; returns its id."""
        self._query(table.insert(**values))
        return int(self.connection().last_insert_rowid())

    def update(self, table: "type[Table]", key: int, values: Mapping[str, Value]) -> None:
        """Change the row of that id. Raises `NotFound` with the table's name as noun."""
        if not self._query(table.update(**values).where(table.id_column() == key)):
            raise NotFound(table.called(), key)

    def delete(self, table: "type[Table]", key: int) -> None:
        """Remove the row of that id with all that belongs to it. Raises `NotFound`."""
        if not self._query(table.delete().where(table.id_column() == key)):
            raise NotFound(table.called(), key)

    def next_id(self, table: str) -> int:
        """The first id never used in `table`, for rows that are written in bulk with explicit ids."""
        ever = f"SELECT max(id) AS id FROM {table} UNION ALL SELECT seq FROM sqlite_sequence WHERE name = ?"
        return int(self.value(f"SELECT coalesce(max(id), 0) + 1 FROM ({ever})", (table,)))

    def stamp(self) -> str:
        """The moment as it is written beside changes."""
        return self.clock().isoformat(timespec="seconds")

    def _query(self, query: Any) -> int:
        sql, values = query.sql()
        return self.run(sql, tuple(values))


def _make_home(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as exc:
        raise NotAFolder(home, str(exc)) from exc
    except PermissionError as exc:
        raise ReadOnlyPlace(home) from exc
    except OSError as exc:
        raise disk_error(exc, home) from exc


def _remove_leftovers(home: Path) -> None:
    """Half-made files of our own, left by a program that was killed."""
    for folder in (home, home / BACKUPS):
        for path in folder.glob(f"*{TEMPORARY}*"):
            path.unlink(missing_ok=True)


def _make_database(path: Path, steps: Steps) -> None:
    """A new database is finished under another name, so that a crash leaves none rather than a half-made one."""
    beside = path.with_name(path.name + TEMPORARY)
    remove_database(beside)
    with closing(connect(beside, create=True)) as connection:
        upgrade(connection, beside, None, steps)
        connection.execute("PRAGMA journal_mode=delete")
    flush(beside)
    beside.rename(path)
    flush(path.parent)


def _bring_up_to_date(path: Path, clock: Clock, steps: Steps) -> None:
    """Looked at read-only first, so that the file of a newer program is not touched at all. What a crash left to be recovered only a
    writer may recover: then the look is the writer's own first one."""
    with suppress(ReadOnlyPlace), closing(connect(path, read_only=True)) as connection:
        if not missing_steps(connection, path, steps):
            return
    copy = path.parent / BACKUPS / f"{clock().astimezone():%Y%m%d-%H%M%S}-before-upgrade.db"
    with closing(connect(path)) as connection:
        upgrade(connection, path, copy, steps)


def existing_workspace(home: Path) -> Path:
    """The database file in `home`. Raises `FileMissing`."""
    path = home / FILE_NAME
    if not path.exists():
        raise FileMissing(path)
    return path
