"""Copies finished files onto a stick so that it may be pulled out: new names, flushed, read back and compared. Knows no formats.

What a stick needs is more than a disk needs: on FAT a file that takes the place of an older one was lost in one of three measured power
cuts, and a folder that was renamed once it was full in one of five. Therefore nothing is overwritten or renamed: a file in the folder
says that it is not finished, and goes last. Single files that join others in a folder are flushed again once they have their name: renamed
without that, one in six was not whole.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.errors import DiskFailing, DiskFull, StickRemoved
from desktop.progress import SILENT, Progress
from desktop.writers.atomic import flush_folder, is_folder, translated

UNFINISHED = "CHUA-CHEP-XONG.txt"
"""The empty file in a folder that is being written: what a stick holds that was pulled out in the middle."""

HALF = ".dang-chep"
"""What the name of a single file ends with until all of it is flushed."""

_CHUNK = 1 << 20
_CLUSTER = 64 * 1024
"""A file takes whole clusters of the stick: so much more than its bytes at most."""


class _Meter:
    """Bytes done of those to write and to read back."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def step(self, count: int, what: str) -> None:
        """Tell `count` bytes more. Raises `Cancelled`."""
        self._progress.step(self._done, self._total, what)
        self._done += count


class _Stick:
    """The drive at `place`: a folder may still be there when the drive under it is gone (a mount point), so its number is kept."""

    def __init__(self, place: Path) -> None:
        """Raises `StickRemoved` where there is no folder."""
        if not is_folder(place):
            raise StickRemoved(place)
        self._place, self._device = place, _device(place)

    def check(self) -> None:
        """Raises `StickRemoved` where another drive is there now, or none."""
        if self._device is None or _device(self._place) != self._device:
            raise StickRemoved(self._place)

    @contextmanager
    def told(self, path: Path, needed: int) -> Iterator[None]:
        """The system's refusals to write at `path` as errors with a meaning; needed: bytes, said where there is no room."""
        try:
            yield
        except OSError as error:
            self.check()
            meant = translated(error, path)
            if isinstance(meant, DiskFull):
                meant = DiskFull(self._place, needed)
            raise meant from error


def _device(place: Path) -> int | None:
    try:
        return place.stat().st_dev
    except OSError:
        return None


def copy(source: Path, place: Path, name: str, progress: Progress = SILENT) -> Path:
    """Copy all files under the folder `source` into a new folder of `place` and give it: `name`, or `name`-2 where that is taken.

    When it returns, every file was flushed, read back from the stick and found the same. Anything else leaves nothing behind, as far
    as the stick is still there. progress counts bytes: "copying", then "comparing"; its `Cancelled` ends the copy.

    Raises `StickRemoved` (the place is not there, or went away meanwhile), `DiskFull` with what is needed, `ReadOnlyPlace`,
    `NoPermission`, `DiskFailing` (it gives back something else than was written).
    """
    stick = _Stick(place)
    files = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    size = sum((source / file).stat().st_size for file in files)
    needed = size + _CLUSTER * (len(files) + 2)
    with stick.told(place / name, needed):
        _need(place, needed)
        folder = _free(place, name)
    meter = _Meter(2 * size, progress)
    with stick.told(folder, needed), _nothing_half(folder):
        folder.mkdir()
        flush_folder(place)
        with (folder / UNFINISHED).open("xb") as unfinished:
            os.fsync(unfinished.fileno())
        _make_folders(folder, files)
        _flush_folders(folder)
        marks = {file: _write(source / file, folder / file, meter) for file in files}
        _flush_folders(folder)
        for file, mark in marks.items():
            _compare(folder / file, mark, meter)
        (folder / UNFINISHED).unlink()
        flush_folder(folder)
        stick.check()
    return folder


def put(source: Path, place: Path, progress: Progress = SILENT) -> list[Path]:
    """Put the files in the folder `source` into the folder `place`, each under its name, or name-2 where that is taken; gives them.

    When it returns, every file was flushed under its name, read back and found the same. Anything else leaves none of them, as far as the
    place is still there. progress and what is raised: as `copy`.
    """
    stick = _Stick(place)
    files = sorted(path for path in source.iterdir() if path.is_file())
    size = sum(path.stat().st_size for path in files)
    needed = size + _CLUSTER * (len(files) + 1)
    made: list[Path] = []
    meter = _Meter(2 * size, progress)
    with stick.told(place / files[0].name if files else place, needed), _none_of(made):
        _need(place, needed)
        marks = [_put(path, place, made, meter) for path in files]
        flush_folder(place)
        for path, mark in zip(made, marks, strict=True):
            _compare(path, mark, meter)
        stick.check()
    return made


def _put(source: Path, place: Path, made: list[Path], meter: _Meter) -> bytes:
    """Write one file; `made` grows by what is there of it, last by its own name."""
    target = _free_file(place, source)
    half = target.with_name(target.name + HALF)
    half.unlink(missing_ok=True)
    made.append(half)
    mark = _write(source, half, meter)
    half.rename(target)
    made[-1] = target
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return mark


def _free_file(place: Path, source: Path) -> Path:
    """A path of that name in `place` where nothing is."""
    number, path = 1, place / source.name
    while path.exists():
        number += 1
        path = place / f"{source.stem}-{number}{source.suffix}"
    return path


def _need(place: Path, needed: int) -> None:
    free = shutil.disk_usage(place).free
    if free < needed:
        raise DiskFull(place, needed, free)


def _free(place: Path, name: str) -> Path:
    """A folder of that name that is not there."""
    number, folder = 1, place / name
    while folder.exists():
        number += 1
        folder = place / f"{name}-{number}"
    return folder


def _make_folders(top: Path, files: Iterable[Path]) -> None:
    """One by one, never those above: the place of a stick that was pulled out must not be made anew."""
    for folder in sorted({parent for file in files for parent in file.parents} - {Path()}):
        (top / folder).mkdir()


def _write(source: Path, target: Path, meter: _Meter) -> bytes:
    """Write one file and flush it; gives the SHA-256 of what was read on the way."""
    mark = hashlib.sha256()
    with source.open("rb") as old, target.open("xb") as new:
        while block := old.read(_CHUNK):
            meter.step(len(block), "copying")
            mark.update(block)
            new.write(block)
        new.flush()
        os.fsync(new.fileno())
    return mark.digest()


def _compare(path: Path, mark: bytes, meter: _Meter) -> None:
    """Read a file back and compare it with what was written."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        _forget(file.fileno())
        while block := file.read(_CHUNK):
            meter.step(len(block), "comparing")
            found.update(block)
    if found.digest() != mark:
        raise DiskFailing(path, "read back differently")


def _forget(handle: int) -> None:
    """Have the system read it from the stick and not from its memory, where it can be asked to."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush_folders(folder: Path) -> None:
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        flush_folder(path)


@contextmanager
def _none_of(made: list[Path]) -> Iterator[None]:
    """Whatever ends it early removes the files in `made`."""
    is_whole = False
    try:
        yield
        is_whole = True
    finally:
        if not is_whole:
            for path in made:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


@contextmanager
def _nothing_half(folder: Path) -> Iterator[None]:
    """Whatever ends the copy early removes what was made of it."""
    is_whole = False
    try:
        yield
        is_whole = True
    finally:
        if not is_whole:
            shutil.rmtree(folder, ignore_errors=True)
