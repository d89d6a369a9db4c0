"""Evidence: taken in when it is what it seems, kept with the newest result, given out as a copy that cannot be written to."""

import os
import stat
import zipfile
from pathlib import Path

import pytest
from story import DIVISION, issued, settle

from desktop.domain.assignment import Status
from desktop.errors import FileTooLarge, NotAllowed, NotFound, WrongKind
from desktop.services import evidence, following, undoing
from desktop.services.workspace import Workspace
from desktop.storage import kept_files

PDF = b"%PDF-1.4\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
JPG = b"\xff\xd8\xff\xe0" + b"\x00" * 20


@pytest.fixture
def plan(workspace: Workspace) -> int:
    """An issued plan."""
    settle(workspace)
    return issued(workspace).id


@pytest.fixture
def assignment(workspace: Workspace, plan: int) -> int:
    """The work of the division."""
    row = next(row for row in following.load(workspace, plan).rows if row.name == DIVISION)
    return row.ids[0]


def _file(folder: Path, name: str, content: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _office(folder: Path, name: str, inside: str) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for part in ("[Content_Types].xml", "_rels/.rels", inside):
            archive.writestr(part, "<x/>")
    return path


def test_files_of_every_kind_are_kept_with_their_names(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    paths = [
        _file(tmp_path, "Biên bản tọa đàm.pdf"),
        _file(tmp_path, "ảnh.PNG", PNG),
        _file(tmp_path, "ảnh 2.jpeg", JPG),
        _office(tmp_path, "báo cáo.docx", "word/document.xml"),
        _office(tmp_path, "số liệu.xlsx", "xl/workbook.xml"),
    ]
    kept = evidence.add(workspace, plan, assignment, paths)
    assert [one.name for one in kept] == [path.name for path in paths]
    assert kept_files.content(workspace.store, kept[0].file) == PDF
    assert kept[0].size == len(PDF)


def test_a_unit_that_reported_nothing_has_reported_with_its_file(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    evidence.add(workspace, plan, assignment, [_file(tmp_path, "a.pdf")])
    newest = following.newest(workspace, assignment)
    assert newest is not None
    assert newest.status is Status.NOT_STARTED


def test_the_same_file_twice_is_one(workspace: Workspace, plan: int, assignment: int, tmp_path: Path) -> None:
    path = _file(tmp_path, "a.pdf")
    evidence.add(workspace, plan, assignment, [path])
    assert len(evidence.add(workspace, plan, assignment, [path])) == 1


@pytest.mark.parametrize(
    "name", ["a.exe.pdf", "a.docm.docx", "hoa\u202efdp.pdf", "a\u200b.pdf", "a.pdf         .pdf"]
)
def test_names_that_deceive_are_refused(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path, name: str
) -> None:
    with pytest.raises(NotAllowed, match="evidence_name"):
        evidence.add(workspace, plan, assignment, [_file(tmp_path, name)])


@pytest.mark.parametrize(
    ("name", "content"), [("a.docx", PDF), ("a.jpg", PNG), ("a.pdf", JPG), ("a.png", b"GIF89a" + b"\0" * 9)]
)
def test_content_of_another_kind_than_the_name_says_is_refused(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path, name: str, content: bytes
) -> None:
    with pytest.raises(NotAllowed, match="evidence_kind"):
        evidence.add(workspace, plan, assignment, [_file(tmp_path, name, content)])


def test_a_program_is_refused_and_nothing_of_the_others_is_kept(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    paths = [_file(tmp_path, "a.pdf"), _file(tmp_path, "b.pdf", b"MZ\x90\x00" + b"\x00" * 60)]
    with pytest.raises(WrongKind):
        evidence.add(workspace, plan, assignment, paths)
    assert following.newest(workspace, assignment) is None


def test_a_file_that_is_too_large_is_refused(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    path = _file(tmp_path, "a.png", PNG)
    os.truncate(path, evidence.LARGEST + 1)
    with pytest.raises(FileTooLarge):
        evidence.add(workspace, plan, assignment, [path])


def test_a_copy_to_look_at_cannot_be_written_to(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    (kept,) = evidence.add(workspace, plan, assignment, [_file(tmp_path, "a.pdf")])
    copy = evidence.copy_out(workspace, kept.id)
    assert (copy.name, copy.read_bytes()) == ("a.pdf", PDF)
    assert not copy.stat().st_mode & stat.S_IWUSR


def test_a_removed_file_comes_back_by_undo(
    workspace: Workspace, plan: int, assignment: int, tmp_path: Path
) -> None:
    (kept,) = evidence.add(workspace, plan, assignment, [_file(tmp_path, "a.pdf")])
    with undoing.doing(workspace, "Bỏ tệp"):
        evidence.remove(workspace, kept.id)
    with pytest.raises(NotFound):
        evidence.copy_out(workspace, kept.id)
    undoing.undo(workspace)
    assert evidence.copy_out(workspace, kept.id).read_bytes() == PDF


def test_a_name_is_one_that_files_have_everywhere(tmp_path: Path) -> None:
    assert evidence.checked_name(tmp_path / 'Ảnh "hội trường": 1*.png') == "Ảnh -hội trường-- 1-.png"


def test_a_very_long_name_keeps_its_ending(tmp_path: Path) -> None:
    name = evidence.checked_name(tmp_path / f"{'báo cáo ' * 30}x.pdf".replace("  ", " "))
    assert len(name) <= 120
    assert name.endswith(".pdf")
