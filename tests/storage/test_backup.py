"""Copies: made in use, thinned, proved, restored."""

import datetime as dt
import os
import shutil
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import errors
from desktop.domain.plan import Plan
from desktop.storage import backup, plans
from desktop.storage.backup import Backup
from desktop.storage.connection import connect
from desktop.storage.copying import copy_database, disk_error, flush
from desktop.storage.migrations import NEWEST
from desktop.storage.store import FILE_NAME, Store

NOW = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)


def filled(home: Path, *keys: str) -> None:
    with Store.open(home) as store:
        for key in keys:
            store.run("INSERT INTO setting(key, value) VALUES (?, '1')", (key,))


def keys_in(home: Path) -> list[str]:
    with Store.open(home) as store:
        return [key for (key,) in store.rows("SELECT key FROM setting ORDER BY key")]


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def test_a_copy_is_one_sound_file_with_all_that_is_committed(store: Store) -> None:
    store.run("INSERT INTO setting VALUES ('only in the wal', '1')")
    path = backup.make(store)
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]
    backup.verify(path)
    copy = connect(path, read_only=True)
    assert copy.execute("SELECT key FROM setting").get == "only in the wal"
    copy.close()


def test_a_copy_in_the_middle_of_a_transaction_is_of_what_was_before_it(store: Store) -> None:
    with store.transaction():
        store.run("INSERT INTO setting VALUES ('not yet', '1')")
        path = backup.make(store, "before-import")
    copy = connect(path, read_only=True)
    assert copy.execute("SELECT count(*) FROM setting").get == 0
    copy.close()


def test_copies_of_one_second_have_names_of_their_own(store: Store) -> None:
    made = [backup.make(store, "before-import") for _ in range(3)]
    assert len({path.name for path in made}) == 3
    assert [copy.reason for copy in backup.list_backups(store.home)] == ["before-import"] * 3


def test_a_copy_goes_to_a_folder_or_a_new_file_but_never_over_another(store: Store, tmp_path: Path) -> None:
    assert backup.make(store, to=tmp_path).parent == tmp_path
    wanted = tmp_path / "bản sao.db"
    assert backup.make(store, to=wanted) == wanted
    with pytest.raises(errors.NotAllowed, match="file_exists"):
        backup.make(store, to=wanted)


def test_copies_are_listed_the_newest_first_and_other_files_passed_over(store: Store) -> None:
    assert backup.list_backups(store.home) == []
    path = backup.make(store)
    (path.parent / "notes.db").touch()
    shutil.copy(path, path.with_name("20250101-000000-daily.db"))
    listed = backup.list_backups(store.home)
    assert [copy.reason for copy in listed] == ["manual", "daily"]
    assert (listed[0].made, listed[0].size) == (NOW, path.stat().st_size)


def at(days_ago: float) -> Backup:
    made = NOW - dt.timedelta(days=days_ago)
    return Backup(Path(f"{days_ago}.db"), made, "daily", 1)


def test_all_of_two_days_then_days_weeks_and_months_are_kept() -> None:
    every_six_hours = [at(step / 4) for step in range(4 * 800)]
    dropped = set(backup.to_drop(every_six_hours, NOW))
    kept = [copy for copy in every_six_hours if copy not in dropped]
    assert len([copy for copy in kept if copy.made >= NOW - dt.timedelta(days=2)]) == 9
    assert len(kept) == 9 + 12 + 10 + 9
    assert max(NOW - copy.made for copy in kept) > dt.timedelta(days=300)


def test_copies_of_the_future_push_no_other_out() -> None:
    future = [at(-day) for day in range(1, 400)]
    old = [at(day) for day in range(3, 10)]
    assert backup.to_drop(future + old, NOW) == []


@given(st.lists(st.floats(-30, 900), unique=True, max_size=60))
def test_thinning_twice_drops_nothing_more_and_keeps_the_newest(ages: list[float]) -> None:
    copies = [at(age) for age in ages]
    dropped = backup.to_drop(copies, NOW)
    kept = [copy for copy in copies if copy not in dropped]
    assert not copies or max(copies, key=lambda copy: copy.made) in kept
    assert backup.to_drop(kept, NOW) == []


def test_thinning_removes_the_files(store: Store) -> None:
    path = backup.make(store)
    old = [
        path.with_name(f"202401{day:02}-{hour:02}0000-daily.db") for day in range(1, 31) for hour in (8, 16)
    ]
    for copy in old:
        copy.touch()
    gone = backup.thin(store.home, store.clock)
    assert len(gone) + len(backup.list_backups(store.home)) == len(old) + 1
    assert gone
    assert path.exists()
    assert not any(copy.exists() for copy in gone)


def test_a_copy_is_restored_and_what_was_there_is_kept(home: Path) -> None:
    filled(home, "old")
    with Store.open(home) as store:
        copy = backup.make(store)
    filled(home, "new")
    aside = backup.restore(copy, home)
    assert keys_in(home) == ["old"]
    assert aside is not None
    assert backup.restore(aside, home) is not None
    assert keys_in(home) == ["new", "old"]
    assert not list(home.glob("*.tmp*"))


def test_a_copy_is_restored_into_an_empty_home(home: Path, tmp_path: Path) -> None:
    filled(home, "a")
    with Store.open(home) as store:
        copy = backup.make(store, to=tmp_path / "copy.db")
    assert backup.restore(copy, tmp_path / "other") is None
    assert keys_in(tmp_path / "other") == ["a"]


def test_a_workspace_that_was_not_closed_is_restored_with_its_wal(home: Path, tmp_path: Path) -> None:
    with Store.open(home) as store:
        store.run("INSERT INTO setting VALUES ('in the wal', '1')")
        for ending in ("", "-wal"):
            shutil.copy(f"{store.path}{ending}", f"{tmp_path / 'moved.db'}{ending}")
    backup.restore(tmp_path / "moved.db", tmp_path / "other")
    assert keys_in(tmp_path / "other") == ["in the wal"]


def test_a_damaged_workspace_is_kept_aside_and_replaced(home: Path) -> None:
    filled(home, "a")
    with Store.open(home) as store:
        copy = backup.make(store)
    (home / FILE_NAME).write_bytes(b"rubbish" * 1000)
    (home / f"{FILE_NAME}-wal").write_bytes(b"rubbish")
    aside = backup.restore(copy, home)
    assert aside is not None
    assert aside.suffix == ".damaged"
    assert aside.read_bytes() == b"rubbish" * 1000
    assert keys_in(home) == ["a"]


def test_a_workspace_in_use_is_not_replaced(store: Store) -> None:
    with pytest.raises(errors.WorkspaceBusy):
        backup.restore(backup.make(store), store.home)


def broken(home: Path, kind: str) -> Path:
    filled(home, "a")
    with Store.open(home) as store:
        path = backup.make(store)
        if kind == "schema":
            store.run("CREATE TRIGGER hostile AFTER INSERT ON unit BEGIN DELETE FROM plan; END")
            path = backup.make(store)
        if kind == "orphan":
            store.run("PRAGMA foreign_keys = 0")
            store.run("INSERT INTO plan_body VALUES (77, '')")
            path = backup.make(store)
        if kind == "kept file":
            plans.keep_pdf(store, plans.add(store, Plan(0, "", "A")).id, b"%PDF")
            store.run("UPDATE kept_file SET content = x'00'")
            path = backup.make(store)
    if kind == "flipped":
        damage(path)
    if kind in ("empty", "text"):
        path.write_bytes(b"" if kind == "empty" else b"x" * 9000)
    return path


@pytest.mark.parametrize("kind", ["flipped", "empty", "text", "schema", "orphan", "kept file"])
def test_what_is_no_sound_copy_is_refused_and_nothing_changes(home: Path, kind: str) -> None:
    path = broken(home, kind)
    before = (home / FILE_NAME).read_bytes()
    with pytest.raises(errors.NotABackup):
        backup.restore(path, home)
    assert (home / FILE_NAME).read_bytes() == before


def test_a_database_of_another_program_is_refused(home: Path, tmp_path: Path) -> None:
    other = connect(tmp_path / "other.db", create=True)
    other.execute("CREATE TABLE t(a)")
    other.close()
    with pytest.raises(errors.NotABackup, match="other schema"):
        backup.verify(tmp_path / "other.db")


def test_a_copy_of_a_newer_program_is_refused(store: Store) -> None:
    path = backup.make(store)
    newer = connect(path)
    newer.pragma("user_version", NEWEST + 1)
    newer.close()
    with pytest.raises(errors.DatabaseTooNew):
        backup.verify(path)


@pytest.mark.parametrize(
    "ask", [lambda home: backup.verify(home / "x.db"), lambda home: backup.restore(home / "x.db", home)]
)
def test_a_copy_that_is_not_there_is_told(home: Path, ask) -> None:
    with pytest.raises(errors.FileMissing):
        ask(home)


def test_the_newest_sound_copy_is_found_behind_damaged_ones(store: Store) -> None:
    assert backup.newest_sound(store.home) is None
    good, bad = backup.make(store), backup.make(store)
    damage(bad)
    found = backup.newest_sound(store.home)
    assert found is not None
    assert found.path == good


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights of POSIX, which do not bind root")
def test_a_copy_that_may_not_be_read_is_told(store: Store, tmp_path: Path) -> None:
    path = backup.make(store)
    path.chmod(0)
    with pytest.raises(errors.DiskFailing):
        backup.restore(path, tmp_path / "other")


def test_a_copy_that_turns_out_damaged_is_not_put_in_place(store: Store, tmp_path: Path) -> None:
    source = apsw.Connection(":memory:")
    with pytest.raises(errors.AppError):
        copy_database(source, tmp_path / "no folder" / "x.db")
    source.close()


def test_flushing_what_is_gone_is_a_failing_disk(tmp_path: Path) -> None:
    with pytest.raises(errors.DiskFailing):
        flush(tmp_path / "gone")
    assert isinstance(disk_error(OSError(28, "no room"), tmp_path), errors.DiskFull)
