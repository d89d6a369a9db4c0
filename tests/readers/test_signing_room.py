"""Where the signing block leaves room: found between office and name, never guessed."""

from dataclasses import replace
from pathlib import Path

import pytest
from shapes import LETTER, PLAN, SHAPES, tasks
from signing_papers import turn

from desktop.documents.model import Appendix, Document, Signature, Style, paragraph
from desktop.documents.signing import Room
from desktop.errors import FileDamaged, FileMissing, SecretDocument, WrongKind
from desktop.readers import room_task, signing_room
from desktop.readers.gate import Kind
from desktop.readers.signing_room import room_on
from desktop.readers.text.print import Page, Word
from desktop.workers import wire
from desktop.writers import pdf

MM = 72 / 25.4


def found_in(document: Document, folder: Path) -> Room | None:
    """What the worker's side says, in this process."""
    path = folder / "a.pdf"
    pdf.write(document, path)
    return told(path)


def told(path: Path) -> Room | None:
    said = list(room_task.messages(wire.Request("desktop.readers.room_task", path, Kind.PDF)))
    return Room(*said[0][1]) if said else None


def words(*lines: tuple[float, float, str], bold: bool = True) -> Page:
    """A page of A4 with lines centred at x, standing on y."""
    made = [Word(x - 5 * len(text) / 2, y, x + 5 * len(text) / 2, 14, text, bold) for x, y, text in lines]
    return Page(595.0, 842.0, tuple(made))


def test_the_room_of_a_plan_is_between_its_office_and_its_name(tmp_path: Path) -> None:
    room = found_in(PLAN, tmp_path)
    assert room is not None
    assert room.page == pdf.page_count(PLAN) - 1
    assert room.middle == pytest.approx((210 - 20 - 87 / 2) * MM, abs=0.5)
    assert 26 * MM < room.top - room.bottom < 30 * MM


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_paper_of_ours_has_its_room(tmp_path: Path, name: str) -> None:
    assert found_in(SHAPES[name], tmp_path) is not None


def test_the_room_is_that_of_the_main_text_though_appendices_follow(tmp_path: Path) -> None:
    long = replace(PLAN, appendices=(Appendix("Danh mục", (tasks(60),), landscape=True),))
    room = found_in(long, tmp_path)
    assert room is not None
    assert room.page < pdf.page_count(long) - 3


@pytest.mark.parametrize("signature", [Signature(()), Signature(("CHỦ TỊCH",))], ids=["none", "no name"])
def test_a_paper_without_a_name_has_no_room(tmp_path: Path, signature: Signature) -> None:
    assert found_in(replace(LETTER, signature=signature), tmp_path) is None


def test_a_turned_page_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdf.write(LETTER, path)
    turn(path)
    assert told(path) is None


def test_words_between_office_and_name_leave_no_room() -> None:
    office, name = (400, 500, "CHỦ TỊCH"), (400, 580, "Nguyễn Văn An")
    assert room_on(words(office, name), 0) is not None
    assert room_on(words(office, (400, 540, "đã ký"), name), 0) is None
    assert room_on(words(office, (120, 540, "- Lưu: VT."), name), 0) is not None


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ((400, 500, "Chủ tịch"), (400, 580, "Nguyễn Văn An")),
        ((200, 500, "CHỦ TỊCH"), (200, 580, "Nguyễn Văn An")),
        ((400, 500, "CHỦ TỊCH"), (400, 530, "Nguyễn Văn An")),
        ((400, 500, "CHỦ TỊCH"), (400, 780, "Nguyễn Văn An")),
        ((400, 500, "CHỦ TỊCH"), (430, 580, "Nguyễn Văn An")),
        ((400, 500, "CHỦ TỊCH"), (400, 580, "NGUYỄN VĂN AN")),
        ((400, 500, "CHỦ TỊCH"), (400, 580, "có 3 đơn vị")),
    ],
)
def test_what_only_looks_like_a_signing_block_is_none(
    office: tuple[float, float, str], name: tuple[float, float, str]
) -> None:
    assert room_on(words(office, name), 0) is None


def test_light_letters_count_only_under_a_known_office() -> None:
    name = (400, 580, "Nguyễn Văn An")
    assert room_on(words((400, 500, "KT. CHỦ TỊCH"), name, bold=False), 0) is not None
    assert room_on(words((400, 500, "SỐ LƯỢNG"), name, bold=False), 0) is None


def test_a_worker_of_its_own_finds_the_same(tmp_path: Path) -> None:
    room = found_in(PLAN, tmp_path)
    assert signing_room.find(tmp_path / "a.pdf") == room


def test_a_paper_without_room_is_told_so_by_the_worker(tmp_path: Path) -> None:
    pdf.write(replace(LETTER, signature=Signature(())), tmp_path / "a.pdf")
    assert signing_room.find(tmp_path / "a.pdf") is None


def test_a_secret_paper_is_refused(tmp_path: Path) -> None:
    secret = replace(LETTER, addressees=(), blocks=(paragraph(Style.BODY, "TỐI MẬT"), *LETTER.blocks))
    pdf.write(secret, tmp_path / "a.pdf")
    with pytest.raises(SecretDocument):
        signing_room.find(tmp_path / "a.pdf")


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kế hoạch", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\nnothing behind")
    for name, error in (("a.txt", WrongKind), ("b.pdf", FileDamaged), ("c.pdf", FileMissing)):
        with pytest.raises(error):
            signing_room.find(tmp_path / name)
