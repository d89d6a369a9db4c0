"""What is copied onto a stick is whole and compared, or is not there at all."""

from pathlib import Path

import pytest

from desktop.errors import DiskFailing, DiskFull, NoPermission, StickRemoved
from desktop.progress import Cancelled
from desktop.writers import stick

NAME = "ke-hoach-15"


class Acting:
    """A progress that does something once, at the first step of a kind."""

    def __init__(self, at: str, act) -> None:
        self._at, self._act, self.steps = at, act, []

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.steps.append((done, total, what))
        if what == self._at and self._act is not None:
            act, self._act = self._act, None
            act()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Two papers, one of them in a folder and longer than what is read at once."""
    folder = tmp_path / "may"
    (folder / "bieu").mkdir(parents=True)
    (folder / "ke-hoach.pdf").write_bytes(b"pdf")
    (folder / "bieu" / "thon-dong.xlsx").write_bytes(bytes(range(256)) * 5000)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The stick."""
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def cancel() -> None:
    raise Cancelled


def test_all_files_are_there_under_a_new_folder(papers: Path, place: Path) -> None:
    folder = stick.copy(papers, place, NAME)
    assert folder == place / NAME
    assert content(folder) == content(papers)
    assert list(place.iterdir()) == [folder]


def test_nothing_is_ever_overwritten(papers: Path, place: Path) -> None:
    stick.copy(papers, place, NAME)
    assert stick.copy(papers, place, NAME).name == f"{NAME}-2"


def test_progress_counts_the_bytes_written_and_those_read_back(papers: Path, place: Path) -> None:
    told = Acting("", None)
    stick.copy(papers, place, NAME, told)
    total = 2 * (3 + 256 * 5000)
    assert {step[1] for step in told.steps} == {total}
    assert [what for *_, what in told.steps] == ["copying"] * 3 + ["comparing"] * 3
    assert [done for done, *_ in told.steps] == sorted(done for done, *_ in told.steps)


@pytest.mark.parametrize("when", ["copying", "comparing"])
def test_a_cancelled_copy_leaves_nothing(papers: Path, place: Path, when: str) -> None:
    with pytest.raises(Cancelled):
        stick.copy(papers, place, NAME, Acting(when, cancel))
    assert list(place.iterdir()) == []


def test_what_reads_back_differently_is_refused_and_removed(papers: Path, place: Path) -> None:
    spoil = Acting("comparing", lambda: (place / NAME / "ke-hoach.pdf").write_bytes(b"pdg"))
    with pytest.raises(DiskFailing) as failed:
        stick.copy(papers, place, NAME, spoil)
    assert failed.value.path == place / NAME / "ke-hoach.pdf"
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("when", ["copying", "comparing"])
def test_a_stick_pulled_out_is_said_to_be_so(papers: Path, place: Path, when: str) -> None:
    away = place.with_name("rut")
    with pytest.raises(StickRemoved):
        stick.copy(papers, place, NAME, Acting(when, lambda: place.rename(away)))
    assert [path.name for path in away.iterdir()] == [NAME]
    assert (away / NAME / stick.UNFINISHED).is_file()


def test_a_place_that_is_not_there_is_said(papers: Path, tmp_path: Path) -> None:
    with pytest.raises(StickRemoved):
        stick.copy(papers, tmp_path / "khong-co", NAME)


def test_a_stick_without_room_is_refused_before_anything_is_written(tmp_path: Path, place: Path) -> None:
    source = tmp_path / "lon"
    source.mkdir()
    with (source / "lon.pdf").open("wb") as file:
        file.truncate(1 << 43)  # 8 TiB of nothing: a file with a hole
    with pytest.raises(DiskFull) as full:
        stick.copy(source, place, NAME)
    assert full.value.needed > 1 << 43 > full.value.free
    assert list(place.iterdir()) == []


def test_what_the_system_refuses_is_an_error_with_a_meaning(papers: Path, place: Path) -> None:
    with pytest.raises(NoPermission):
        stick.copy(papers, place, "x" * 300)


def test_single_files_join_others_in_a_folder(papers: Path, place: Path) -> None:
    (place / "ke-hoach.pdf").write_bytes(b"older")
    made = stick.put(papers, place)
    assert made == [place / "ke-hoach-2.pdf"]
    assert content(place) == {"ke-hoach.pdf": b"older", "ke-hoach-2.pdf": b"pdf"}


@pytest.mark.parametrize("at", ["copying", "comparing"])
def test_single_files_are_all_gone_after_a_cancel(papers: Path, place: Path, at: str) -> None:
    with pytest.raises(Cancelled):
        stick.put(papers / "bieu", place, Acting(at, cancel))
    assert list(place.iterdir()) == []


def test_a_single_file_that_reads_back_differently_is_told_and_gone(papers: Path, place: Path) -> None:
    def spoil() -> None:
        with (place / "thon-dong.xlsx").open("ab") as file:
            file.write(b"bad")

    with pytest.raises(DiskFailing):
        stick.put(papers / "bieu", place, Acting("comparing", spoil))
    assert list(place.iterdir()) == []


def test_single_files_for_a_stick_that_is_not_there_are_refused(papers: Path, place: Path) -> None:
    with pytest.raises(StickRemoved):
        stick.put(papers, place / "khac")


def test_a_single_file_that_the_system_refuses_is_no_folder_that_is_a_file(
    tmp_path: Path, place: Path
) -> None:
    source = tmp_path / "dai"
    source.mkdir()
    (source / ("x" * 250)).write_bytes(b"1")  # too long a name with what is put behind it
    with pytest.raises(NoPermission) as refused:
        stick.put(source, place)
    assert refused.value.path.parent == place
    assert list(place.iterdir()) == []
