"""The workspace as a whole: where it may lie, who may open it, what a crash leaves, how errors are told."""

import errno
import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import apsw
import pytest

from desktop import errors
from desktop.progress import Cancelled
from desktop.storage import tables
from desktop.storage.backup import list_backups
from desktop.storage.connection import connect, translated
from desktop.storage.migrations import NEWEST, STEPS
from desktop.storage.places import Place
from desktop.storage.store import FILE_NAME, Store, existing_workspace

ROOT = Path(__file__).resolve().parents[2]


def add_setting(store: Store, key: str) -> None:
    store.run("INSERT INTO setting(key, value) VALUES (?, '1')", (key,))


def add_and_cancel(store: Store, key: str) -> None:
    with store.transaction():
        add_setting(store, key)
        raise Cancelled


def settings_in(home: Path) -> list[str]:
    with Store.open(home) as store:
        return [key for (key,) in store.rows("SELECT key FROM setting ORDER BY key")]


def test_a_new_workspace_is_made_and_opens_again(home: Path) -> None:
    with Store.open(home / "deep" / "down") as store:
        add_setting(store, "a")
    assert settings_in(home / "deep" / "down") == ["a"]


def test_the_settings_that_lose_nothing_are_on(store: Store) -> None:
    told = {
        name: store.value(f"PRAGMA {name}")
        for name in ("journal_mode", "synchronous", "foreign_keys", "cell_size_check")
    }
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "cell_size_check": 1}
    assert store.connection().open_vfs == "cksmvfs"
    assert store.connection().reserve_bytes(reserve=-1) == 8


def test_what_a_part_of_a_transaction_may_take_back_is_kept_in_a_file(store: Store) -> None:
    in_a_file = 1  # of SQLite; in memory each statement of a part walks all pages that were written before it
    assert store.value("PRAGMA temp_store") == in_a_file


def test_the_schema_number_is_that_of_the_last_step(store: Store) -> None:
    assert store.value("PRAGMA user_version") == NEWEST


def test_every_table_is_as_peewee_is_told(store: Store) -> None:
    for table in tables.ALL:
        made = {row[1] for row in store.rows(f"PRAGMA table_info({table.called()})")}
        assert made == set(table._meta.columns), table.called()


def test_a_second_program_is_told_who_has_it_open(home: Path) -> None:
    with Store.open(home), pytest.raises(errors.WorkspaceBusy) as busy:
        Store.open(home)
    assert str(os.getpid()) in busy.value.owner


def test_a_workspace_that_was_closed_was_not_killed(home: Path) -> None:
    Store.open(home).close()
    with Store.open(home) as store:
        assert not store.was_killed


@pytest.mark.parametrize("place", [Place.SHARE, Place.REMOVABLE])
def test_a_share_or_a_stick_is_refused(home: Path, place: Place) -> None:
    with pytest.raises(errors.WorkspaceElsewhere):
        Store.open(home, probe=lambda _: place)
    assert list(home.iterdir()) == []


def test_a_file_of_no_bytes_is_damaged(home: Path) -> None:
    (home / FILE_NAME).touch()
    with pytest.raises(errors.DatabaseDamaged):
        Store.open(home)


def test_a_file_that_is_no_database_is_damaged_and_the_lock_is_let_go(home: Path) -> None:
    (home / FILE_NAME).write_bytes(b"not a database" * 1000)
    for _ in range(2):
        with pytest.raises(errors.DatabaseDamaged):
            Store.open(home)


def test_a_database_without_checksums_is_damaged(home: Path) -> None:
    plain = apsw.Connection(str(home / FILE_NAME), vfs="unix" if os.name == "posix" else "win32")
    plain.execute("CREATE TABLE t(a)")
    plain.close()
    with pytest.raises(errors.DatabaseDamaged, match="no checksums"):
        Store.open(home)


def test_a_newer_workspace_is_refused_and_not_touched(home: Path) -> None:
    with Store.open(home) as store:
        store.run(f"PRAGMA user_version = {NEWEST + 1}")
    before = (home / FILE_NAME).read_bytes()
    with pytest.raises(errors.DatabaseTooNew) as refused:
        Store.open(home)
    assert (refused.value.found, refused.value.known) == (NEWEST + 1, NEWEST)
    assert (home / FILE_NAME).read_bytes() == before


def test_an_older_workspace_is_copied_and_brought_up_to_date(home: Path) -> None:
    Store.open(home).close()
    steps = (*STEPS, lambda db: db.execute("CREATE TABLE newer(a INTEGER) STRICT"))
    with Store.open(home, steps=steps) as store:
        assert store.rows("SELECT * FROM newer") == []
    assert [one.reason for one in list_backups(home)] == ["before-upgrade"]


def test_a_step_that_fails_leaves_the_workspace_as_it_was(home: Path) -> None:
    def broken(db: object) -> None:
        db.execute("CREATE TABLE newer(a)")  # type: ignore[attr-defined]
        raise Cancelled

    Store.open(home).close()
    with pytest.raises(Cancelled):
        Store.open(home, steps=(*STEPS, broken))
    with Store.open(home) as store:
        assert store.row("SELECT 1 FROM sqlite_schema WHERE name = 'newer'") is None


def test_a_workspace_without_a_schema_is_damaged(home: Path) -> None:
    connect(home / "x.db", create=True).close()
    made = connect(home / FILE_NAME, create=True)
    made.execute("CREATE TABLE t(a)")
    made.close()
    with pytest.raises(errors.DatabaseDamaged, match="no schema"):
        Store.open(home)


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    with pytest.raises(Cancelled):
        add_and_cancel(store, "a")
    assert store.rows("SELECT * FROM setting") == []


def test_an_inner_transaction_fails_alone(store: Store) -> None:
    with store.transaction():
        add_setting(store, "kept")
        with pytest.raises(Cancelled):
            add_and_cancel(store, "lost")
    assert store.rows("SELECT key FROM setting") == [("kept",)]


def test_much_is_written_with_a_larger_cache_that_is_given_back(store: Store) -> None:
    usual = store.value("PRAGMA cache_size")
    with store.bulk():
        with store.bulk():
            assert store.value("PRAGMA cache_size") < usual
        assert store.value("PRAGMA cache_size") < usual
    assert store.value("PRAGMA cache_size") == usual


def test_a_row_that_is_not_there_cannot_be_changed_or_removed(store: Store) -> None:
    with pytest.raises(errors.NotFound) as missing:
        store.update(tables.Unit, 7, {"name": "X"})
    assert (missing.value.noun, missing.value.key) == ("unit", 7)
    with pytest.raises(errors.NotFound):
        store.delete(tables.UnitGroup, 7)


def test_a_value_of_no_row_is_none(store: Store) -> None:
    assert store.value("SELECT value FROM setting WHERE key = 'none'") is None


def test_each_thread_has_a_connection_of_its_own_and_all_are_closed(home: Path) -> None:
    seen = []
    with Store.open(home) as store:
        other = threading.Thread(target=lambda: seen.append(store.value("SELECT count(*) FROM unit")))
        other.start()
        other.join()
        opened = list(store._database._opened)
    assert seen == [0]
    assert len(opened) == 2
    for connection in opened:
        with pytest.raises(apsw.ConnectionClosedError):
            connection.execute("SELECT 1")


def test_a_disk_that_is_full_is_told_and_work_goes_on(store: Store) -> None:
    pages = store.value("PRAGMA page_count")
    store.run(f"PRAGMA max_page_count = {pages}")
    rows = [(f"k{number}", "x" * 2000) for number in range(1000)]
    with pytest.raises(errors.DiskFull), store.transaction():
        store.run_many("INSERT INTO setting VALUES (?, ?)", rows)
    store.run(f"PRAGMA max_page_count = {pages + 1000}")
    add_setting(store, "after")
    assert store.rows("SELECT key FROM setting") == [("after",)]


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.NotAFolder):
        Store.open(tmp_path / "file" / "home")


def test_a_disk_that_refuses_a_home_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_values: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(errors.DiskFailing):
        Store.open(tmp_path / "home")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights of POSIX, which do not bind root")
def test_a_home_that_may_not_be_made_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(errors.ReadOnlyPlace):
        Store.open(tmp_path / "home")


def test_left_overs_of_a_killed_program_are_removed(home: Path) -> None:
    (home / "backups").mkdir()
    left = (home / f"{FILE_NAME}.tmp-wal", home / "backups" / "x.db.tmp")
    for path in left:
        path.touch()
    Store.open(home).close()
    assert not any(path.exists() for path in left)


def test_the_file_of_a_workspace_is_found_only_where_there_is_one(home: Path) -> None:
    with pytest.raises(errors.FileMissing):
        existing_workspace(home)
    Store.open(home).close()
    assert existing_workspace(home) == home / FILE_NAME


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.storage.store import Store
store = Store.open(Path(sys.argv[1]))
store.run("INSERT INTO setting(key, value) VALUES ('acknowledged', '1')")
with store.transaction():
    store.run_many("INSERT INTO setting(key, value) VALUES (?, '1')", [(f"half{n}",) for n in range(5000)])
    print("now", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_killed_program_leaves_all_or_nothing_and_its_lock_is_taken_over(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(home)], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == -9, done.stderr
    with Store.open(home) as store:
        assert store.was_killed
        assert store.rows("SELECT key FROM setting") == [("acknowledged",)]
        assert store.value("PRAGMA integrity_check") == "ok"


HALF_WRITTEN = """
import os, signal, sys
from pathlib import Path
from desktop.storage.connection import connect
base = connect(Path(sys.argv[1]))
base.execute("PRAGMA journal_mode=delete").fetchall()
base.execute("BEGIN IMMEDIATE")
base.executemany("INSERT INTO setting VALUES (?, '1')", [(f"half{n}",) for n in range(5000)])
base.cache_flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_what_a_kill_left_half_written_is_recovered(home: Path) -> None:
    """As after a kill while a restored copy changes to WAL: only a writer may roll back, a look at the schema number may not."""
    Store.open(home).close()
    path = home / FILE_NAME
    subprocess.run([sys.executable, "-c", textwrap.dedent(HALF_WRITTEN), str(path)], cwd=ROOT, check=False)
    assert path.with_name(f"{FILE_NAME}-journal").exists()
    assert settings_in(home) == []


def test_a_flipped_byte_is_noticed_when_the_page_is_read(home: Path) -> None:
    with Store.open(home) as store:
        store.run_many("INSERT INTO setting VALUES (?, ?)", [(f"k{n:05}", "x" * 500) for n in range(500)])
    path = home / FILE_NAME
    data = bytearray(path.read_bytes())
    data[data.index(b"k00250") + 100] ^= 1
    path.write_bytes(bytes(data))
    with Store.open(home) as store, pytest.raises(errors.DatabaseDamaged):
        store.rows("SELECT * FROM setting")


def io_error(result: int) -> apsw.Error:
    error = apsw.IOError("disk")
    error.extendedresult = result  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("raised", "ours"),
    [
        (apsw.FullError(), errors.DiskFull),
        (apsw.CorruptError(), errors.DatabaseDamaged),
        (apsw.NotADBError(), errors.DatabaseDamaged),
        (apsw.ReadOnlyError(), errors.ReadOnlyPlace),
        (apsw.CantOpenError(), errors.NoPermission),
        (apsw.BusyError(), errors.WorkspaceBusy),
        (apsw.LockedError(), errors.WorkspaceBusy),
        (io_error(apsw.SQLITE_IOERR_DATA), errors.DatabaseDamaged),
        (io_error(apsw.SQLITE_IOERR_READ), errors.DiskFailing),
        (io_error(apsw.SQLITE_IOERR_WRITE), errors.DiskFailing),
    ],
)
def test_errors_of_sqlite_become_ours(
    tmp_path: Path, raised: apsw.Error, ours: type[errors.AppError]
) -> None:
    with pytest.raises(ours), translated(tmp_path / "x.db"):
        raise raised


def test_writing_to_a_disk_that_is_gone_is_told_as_a_failing_disk(tmp_path: Path) -> None:
    with pytest.raises(errors.DiskFailing), translated(tmp_path / "gone" / "x.db"):
        raise io_error(apsw.SQLITE_IOERR_WRITE)


def test_writing_to_a_disk_without_room_is_told_as_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10}))
    with pytest.raises(errors.DiskFull) as full, translated(tmp_path / "x.db"):
        raise io_error(apsw.SQLITE_IOERR_WRITE)
    assert full.value.free == 10


def test_a_defect_of_the_program_stays_what_it_is(store: Store) -> None:
    with pytest.raises(apsw.SQLError):
        store.rows("SELECT no_such_column FROM unit")
