"""The first rows of each sheet, as text a person can read."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.errors import FileEmpty
from desktop.readers import unit_glance


def test_every_sheet_is_seen_from_column_a_with_its_height(tmp_path: Path):
    book = Workbook()
    book.active.title = "Bìa"
    sheet = book.create_sheet("Danh sách")
    sheet["B2"] = "Tên đơn vị"
    for row in range(3, 90):
        sheet.cell(row, 2, f"Thôn {row}")
    book.save(tmp_path / "a.xlsx")
    _, found = unit_glance.read(tmp_path / "a.xlsx")
    assert (found.name, found.visible, found.height, len(found.rows)) == (
        "Danh sách",
        True,
        89,
        unit_glance.ROWS,
    )
    assert found.rows[1] == ("", "Tên đơn vị")


def test_text_in_an_old_encoding_is_read(tmp_path: Path):
    names = ["Tên đơn vị", "Phòng Kinh tế", "Trường Tiểu học Đông Hà", "Trạm Y tế xã", "Ủy ban nhân dân xã"]
    (tmp_path / "a.csv").write_bytes(
        "\n".join(f"{n},{name}" for n, name in enumerate(names)).encode("utf-16")
    )
    (sheet,) = unit_glance.read(tmp_path / "a.csv")
    assert [row[1] for row in sheet.rows] == names


def test_an_empty_file_is_refused(tmp_path: Path):
    (tmp_path / "a.xlsx").touch()
    with pytest.raises(FileEmpty):
        unit_glance.read(tmp_path / "a.xlsx")
