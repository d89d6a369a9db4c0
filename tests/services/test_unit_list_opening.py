"""A list is opened: columns found, told by the person, remembered for lists of the same shape."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.errors import FileEncrypted, FileProblem
from desktop.services import unit_list_blank, unit_list_opening, unit_lists
from desktop.services.unit_list_opening import open_list, remember


def listed(folder: Path, head: str, *rows: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((head, *rows)), encoding="utf-8")
    return path


def test_columns_are_found_by_their_names(workspace, tmp_path):
    found = open_list(workspace, listed(tmp_path, "STT,Tên đơn vị,Điện thoại", "1,Thôn Đông,0912345678"))
    assert found.seen.head.columns == {"name": "B", "phone": "C"}
    assert (found.mapping, found.was_remembered) == ({}, False)
    assert found.sheet.rows[1] == ("1", "Thôn Đông", "0912345678")


def test_a_list_without_a_column_of_names_is_opened_for_telling(workspace, tmp_path):
    path = listed(tmp_path, "Thứ,Chỗ,Việc", "hai,Bến Hạ,quét dọn", "ba,Đồng Sen,trồng cây")
    found = open_list(workspace, path)
    assert found.seen is None
    assert found.sheet.rows[0] == ("Thứ", "Chỗ", "Việc")
    told = open_list(workspace, path, mapping={"name": "B"})
    assert [row.name for row in told.seen.rows][-2:] == ["Bến Hạ", "Đồng Sen"]


def test_what_was_told_is_remembered_for_lists_of_that_shape_only(workspace, tmp_path):
    path = listed(tmp_path, "STT,Tên đơn vị,Số,Điện thoại", "1,Thôn Đông,7,0912345678")
    remember(workspace, open_list(workspace, path, mapping={"code": "C", "phone": ""}))
    again = open_list(workspace, listed(tmp_path, "STT,Tên đơn vị,Số,Điện thoại", "1,Thôn Bến,9,0912345679"))
    assert again.was_remembered
    assert again.seen.head.columns == {"name": "B", "code": "C"}
    assert (again.seen.rows[0].code, again.seen.rows[0].phone) == ("9", None)
    other = open_list(workspace, listed(tmp_path, "STT,Tên đơn vị,Điện thoại", "1,Thôn Bến,0912345679"))
    assert not other.was_remembered


def test_the_newest_word_counts_and_nothing_told_forgets(workspace, tmp_path):
    path = listed(tmp_path, "STT,Tên đơn vị,Số", "1,Thôn Đông,7")
    remember(workspace, open_list(workspace, path, mapping={"code": "C"}))
    remember(workspace, open_list(workspace, path, mapping={}))
    assert not open_list(workspace, path).was_remembered


def test_a_remembered_column_that_is_gone_is_not_insisted_on(workspace, tmp_path):
    path = listed(tmp_path, "STT,Tên đơn vị,Số", "1,Thôn Đông,7")
    opened = open_list(workspace, path, mapping={"code": "C"})
    remember(
        workspace, unit_list_opening.Opened(path, opened.sheets, opened.sheet, opened.seen, {"code": "ZZ"})
    )
    found = open_list(workspace, path)
    assert found.seen.head.columns == {"name": "B"}


def test_what_cannot_be_opened_says_why(workspace, tmp_path):
    path = tmp_path / "a.xls"
    path.write_text("<html><table><tr><td>Tên đơn vị</td></tr></table></html>", encoding="utf-8")
    with pytest.raises(FileProblem) as told:
        open_list(workspace, path)
    assert not isinstance(told.value, FileEncrypted)


FILLED = ("Thôn Đông", "TĐ", "Các thôn", "Lê Lan", "Trưởng thôn", "0912345678", "a@b.vn", "Đường 1", "mới")


def test_the_blank_list_is_read_back_once_it_is_filled(workspace, tmp_path):
    path = unit_list_blank.save(tmp_path / "mau.xlsx")
    book = load_workbook(path)
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[1].value == "Tên đơn vị")
    for cell, value in zip(head[1:], FILLED, strict=True):
        sheet.cell(head[0].row + 1, cell.column, value)
    book.save(path)
    seen = unit_lists.preview(workspace, path)
    row = seen.rows[0]
    told = (row.name, row.abbreviation, row.group, row.contact, row.position, row.phone)
    assert (*told, row.email, row.address, row.note) == FILLED
    assert (len(seen.rows), seen.counts["skipped"]) == (1, 0)
