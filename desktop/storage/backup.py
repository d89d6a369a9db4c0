"""Copies of the workspace: made while it is in use, thinned as they age, restored only after they were proved sound.

What is kept follows Anki: all of the last 2 days, then 12 days, 10 weeks and 9 months, one each.
"""

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop.errors import (
    DatabaseDamaged,
    DatabaseTooNew,
    FileMissing,
    NoPermission,
    NotABackup,
    NotAllowed,
    ReadOnlyPlace,
    UserError,
)
from desktop.storage.checking import damage
from desktop.storage.connection import connect, translated
from desktop.storage.copying import copy_database, disk_error, flush, remove_database
from desktop.storage.kept_files import differing
from desktop.storage.lock import WorkspaceLock
from desktop.storage.migrations import STEPS
from desktop.storage.store import BACKUPS, FILE_NAME, LOCK_NAME, Clock, Store, now
from desktop.storage.upgrade import expected_schema, missing_steps, schema_of

_NAME = re.compile(r"(\d{8}-\d{6})-([a-z-]+)(?:-\d+)?\.db")
_MOMENT = "%Y%m%d-%H%M%S"
_ALL_OF = dt.timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_ENDINGS = ("", "-wal", "-journal")  # what makes up a database that was not closed properly


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy in the folder of copies. made: moment by the clock of this computer; reason: "daily", "manual", "before-import" ..."""

    path: Path
    made: dt.datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class Inside:
    """What a copy holds. office: name, "" where it was not told; the counts of things; newest: moment of the last change (ISO), None
    where nothing was ever changed."""

    office: str
    units: int
    plans: int
    tasks: int
    results: int
    newest: str | None = None


_COUNTED = ("unit", "plan", "task", "result")


def make(store: Store, reason: str = "manual", to: Path | None = None) -> Path:
    """Copy the workspace, all that is committed; returns the file.

    reason: a code of small letters and dashes; to: a file that is not there yet, or a folder; without it the workspace's own folder of
    copies. In the middle of a transaction (an import that is being recorded for `undo`) the copy is of what was before it. Raises
    `NotAllowed` "file_exists" (a copy on a stick is never overwritten), `DiskFull`, `DiskFailing`, `DatabaseDamaged`.
    """
    folder = store.home / BACKUPS if to is None else to
    if to is None:
        folder.mkdir(parents=True, exist_ok=True)
    target = _new_name(folder, reason, store.clock) if folder.is_dir() else folder
    if target.exists():
        raise NotAllowed("file_exists", path=target)
    with closing(connect(store.path, read_only=True)) as committed:
        copy_database(committed, target)
    return target


def list_backups(home: Path) -> list[Backup]:
    """The copies in the folder of copies, the newest first; other files are passed over."""
    found = []
    for path in (home / BACKUPS).glob("*.db"):
        told = _NAME.fullmatch(path.name)
        if told:
            made = dt.datetime.strptime(told[1], _MOMENT).astimezone()
            found.append(Backup(path, made, told[2], path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def thin(home: Path, clock: Clock = now) -> list[Path]:
    """Remove the copies that need not be kept any longer; returns them."""
    dropped = to_drop(list_backups(home), clock())
    for backup in dropped:
        backup.path.unlink(missing_ok=True)
    return [backup.path for backup in dropped]


def to_drop(backups: Iterable[Backup], moment: dt.datetime) -> list[Backup]:
    """Those to remove at `moment`. Copies dated after it (the clock was wrong once) are kept and push no other out."""
    dropped = []
    stages = iter(((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)))
    left, period = next(stages)
    last: Backup | None = None
    old = (backup for backup in backups if backup.made < moment - _ALL_OF)
    for backup in sorted(old, key=lambda backup: backup.made, reverse=True):
        while left == 0:
            left, period = next(stages, (-1, _day))
        if left > 0 and (last is None or period(backup) != period(last)):
            left, last = left - 1, backup
        else:
            dropped.append(backup)
    return dropped


def verify(path: Path) -> None:
    """Raise `NotABackup`, `DatabaseTooNew`, `FileMissing` unless the file is a sound workspace of ours, every page of it."""
    if not path.exists():
        raise FileMissing(path)
    _prove(path, path)


def _prove(file: Path, path: Path) -> None:
    """`verify` of `file`, with `path` as the name that errors tell."""
    try:
        with closing(connect(file, read_only=True)) as connection, translated(path):
            faults = _faults(connection, path)
    except DatabaseTooNew:
        raise
    except (DatabaseDamaged, UserError, OSError) as exc:
        raise NotABackup(path, str(exc)) from exc
    if faults:
        raise NotABackup(path, "; ".join(faults[:5]))


def _faults(connection: apsw.Connection, path: Path) -> list[str]:
    number = len(STEPS) - len(missing_steps(connection, path))
    if number == 0 or schema_of(connection) != expected_schema(STEPS[:number]):
        return ["other schema"]  # a foreign schema may hold anything: nothing of it is run
    orphans = [f"row of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return damage(connection) + orphans + [f"kept file {key}" for key in differing(connection)]


def inside(path: Path) -> Inside:
    """What a copy holds, after it was proved sound. Raises the errors of `verify`."""
    verify(path)
    return counted(path)


def counted(path: Path) -> Inside:
    """What a sound workspace or copy holds, as it is committed."""
    with closing(connect(path, read_only=True)) as connection, translated(path):
        units, plans, tasks, results = (
            connection.execute(f"SELECT count(*) FROM {table}").get for table in _COUNTED
        )
        office = connection.execute("SELECT value FROM setting WHERE key = 'office'").get
        newest = connection.execute("SELECT max(at) FROM audit").get
    told = json.loads(office) if office else {}
    return Inside(str(told.get("name", "")), units, plans, tasks, results, newest)


def newest_sound(home: Path) -> Backup | None:
    """The newest copy that passes `verify`, to be offered when the workspace is damaged."""
    return next((backup for backup in list_backups(home) if _is_sound(backup.path)), None)


def restore(path: Path, home: Path, clock: Clock = now) -> Path | None:
    """Put the copy `path` in place of the workspace in `home`, which must be closed; returns where the present one is kept.

    Until the last step, one rename, the present workspace is as it was. Raises `NotABackup`, `DatabaseTooNew`, `FileMissing`,
    `WorkspaceBusy`, `DiskFull`, `DiskFailing`.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = WorkspaceLock(home / LOCK_NAME)
    beside, place = home / f"{FILE_NAME}.restored.tmp", home / FILE_NAME
    try:
        _fetch(path, beside)
        _close_file(beside, path)
        _prove(beside, path)
        flush(beside)
        aside = _keep_aside(place, clock) if place.exists() else None
        for ending in (
            "-wal",
            "-shm",
            "-journal",
        ):  # what belongs to the old file must not be applied to the new one
            place.with_name(place.name + ending).unlink(missing_ok=True)
        beside.replace(place)
        flush(home)
    finally:
        remove_database(beside)
        lock.release()
    return aside


def _fetch(path: Path, beside: Path) -> None:
    """Onto our own disk first: the stick may be write-protected, or be pulled out."""
    if not path.is_file():
        raise FileMissing(path)
    remove_database(beside)
    _copy_as_it_is(path, beside)


def _copy_as_it_is(path: Path, target: Path) -> None:
    try:
        for ending in _ENDINGS:
            part = path.with_name(path.name + ending)
            if part.exists():
                shutil.copyfile(part, target.with_name(target.name + ending))
    except OSError as exc:
        raise disk_error(exc, path) from exc


def _close_file(file: Path, path: Path) -> None:
    """Make one file of what was not closed; nothing of its schema is run by that. Errors tell `path`."""
    try:
        with closing(connect(file)) as connection, translated(file):
            connection.execute("PRAGMA journal_mode=delete")
    except (DatabaseDamaged, NoPermission, ReadOnlyPlace) as exc:
        raise NotABackup(path, str(exc)) from exc


def _keep_aside(place: Path, clock: Clock) -> Path:
    folder = place.parent / BACKUPS
    folder.mkdir(exist_ok=True)
    target = _new_name(folder, "before-restore", clock)
    try:
        with closing(connect(place)) as connection:
            copy_database(connection, target)
    except DatabaseDamaged:
        target = target.with_suffix(".damaged")
        _copy_as_it_is(place, target)
    return target


def _is_sound(path: Path) -> bool:
    try:
        verify(path)
    except UserError:
        return False
    return True


def _new_name(folder: Path, reason: str, clock: Clock) -> Path:
    stem = f"{clock().astimezone():{_MOMENT}}-{reason}"
    names = (folder / f"{stem}{'' if again == 0 else f'-{again}'}.db" for again in range(1000))
    return next(path for path in names if not path.exists())


def _day(backup: Backup) -> object:
    return backup.made.date()


def _week(backup: Backup) -> object:
    return backup.made.isocalendar()[:2]


def _month(backup: Backup) -> object:
    return backup.made.year, backup.made.month
