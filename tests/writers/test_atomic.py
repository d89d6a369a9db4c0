"""A file is written whole or not at all, and the system's refusals have a meaning."""

import errno
from pathlib import Path

import pytest

from desktop.errors import (
    AppError,
    DiskFull,
    FileInUse,
    FileMissing,
    NoPermission,
    NotAFile,
    ReadOnlyPlace,
    StickRemoved,
)
from desktop.writers import atomic
from desktop.writers.atomic import replacing, translated


def refuse(code: int, name: str = "") -> OSError:
    return OSError(code, "refused", name)


def write_half(target: Path, error: Exception) -> None:
    with replacing(target) as beside:
        beside.write_text("half")
        raise error


def from_windows(code: int, kind: type[OSError] = OSError) -> OSError:
    error = kind(errno.EACCES, "refused")
    error.winerror = code  # type: ignore[attr-defined]
    return error


def test_what_is_written_beside_takes_the_place(tmp_path: Path) -> None:
    target = tmp_path / "kế hoạch.pdf"
    target.write_text("old")
    with replacing(target) as beside:
        assert beside.parent == tmp_path
        beside.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_text("old")
    with pytest.raises(ValueError, match="halfway"):
        write_half(target, ValueError("halfway"))
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_written_is_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(AppError), replacing(tmp_path / "a.pdf"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_very_long_name_still_has_room_for_the_part_file(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 240 + ".pdf")
    with replacing(target) as beside:
        beside.write_text("new")
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnlyPlace),
        (errno.ENODEV, StickRemoved),
        (errno.EIO, StickRemoved),
        (errno.EBUSY, FileInUse),
        (errno.EACCES, NoPermission),
        (errno.ENOENT, FileMissing),
        (errno.ENOTDIR, FileMissing),
    ],
)
def test_each_refusal_has_its_meaning(tmp_path: Path, code: int, kind: type[AppError]) -> None:
    with pytest.raises(kind):
        write_half(tmp_path / "a.pdf", refuse(code))


@pytest.mark.parametrize(
    ("code", "kind"),
    [(32, FileInUse), (33, FileInUse), (112, DiskFull), (19, ReadOnlyPlace), (1167, StickRemoved)],
)
def test_refusals_of_windows_have_theirs(tmp_path: Path, code: int, kind: type[AppError]) -> None:
    assert isinstance(translated(from_windows(code), tmp_path / "a.pdf"), kind)


def test_access_denied_on_windows_to_a_file_that_is_there_means_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic.sys, "platform", "win32")
    target = tmp_path / "a.pdf"
    assert isinstance(translated(from_windows(5, PermissionError), target), NoPermission)
    target.write_text("open in Word")
    assert isinstance(translated(from_windows(5, PermissionError), target), FileInUse)


def test_a_folder_in_the_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NotAFile), replacing(tmp_path / "a.pdf") as beside:
        beside.write_text("new")


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught, replacing(tmp_path / "gone" / "a.pdf") as beside:
        beside.write_text("new")
    assert caught.value.path == tmp_path / "gone"
