"""What a file handed to the program is for."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.services import dropped
from desktop.services.dropped import Kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cong-van.DOCX", Kind.DIRECTIVE),
        ("ke-hoach.pdf", Kind.DIRECTIVE),
        ("trang.html", Kind.DIRECTIVE),
        ("danh-sach.xls", Kind.UNIT_LIST),
        ("danh-sach.csv", Kind.UNIT_LIST),
        ("goi.skh", Kind.PACKAGE),
        ("phim.mp4", None),
        ("khong-duoi", None),
    ],
)
def test_the_ending_says_what_a_file_is_for(name: str, kind: Kind | None) -> None:
    assert dropped.kind_of(Path(name)) is kind


def test_a_workbook_that_is_no_form_is_a_unit_list(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Tên đơn vị"
    book.save(tmp_path / "don-vi.xlsx")
    assert dropped.kind_of(tmp_path / "don-vi.xlsx") is Kind.UNIT_LIST


def test_a_workbook_that_cannot_be_opened_is_a_unit_list_whose_reader_says_why(tmp_path: Path) -> None:
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert dropped.kind_of(tmp_path / "hong.xlsx") is Kind.UNIT_LIST
    assert dropped.kind_of(tmp_path / "khong-co.xlsx") is Kind.UNIT_LIST
