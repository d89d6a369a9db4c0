"""Whole workbooks as cells, delimited text, and what .ods files tell."""

import datetime as dt
import random
import zipfile
from pathlib import Path

import list_files
import openpyxl
import pytest
from unit_lists import Sheet

from desktop import errors
from desktop.readers import (
    book_task,
    delimited,
    engines,
    open_document,
    parts_task,
    unit_list,
    workbook,
)
from desktop.readers.gate import Kind
from desktop.readers.parts import SheetFacts
from desktop.workers import wire
from desktop.workers.limits import USUAL, Limits


def filled(path: Path) -> Path:
    """A workbook with one cell of every sort, a hidden sheet, merged and hidden rows, not beginning in A1."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Biểu 1"
    values = [
        "Hoa\u0300  bình",
        12,
        1.5,
        True,
        dt.date(2026, 3, 5),
        dt.datetime(2026, 3, 5, 8, 30),
        dt.time(8, 5),
        None,
        "#N/A",
    ]
    for i, value in enumerate(values):
        page.cell(3, 2 + i).value = value
    page.merge_cells("B5:C6")
    page.row_dimensions[3].hidden = True
    book.create_sheet("ẩn").sheet_state = "hidden"
    book["ẩn"]["A1"] = "mã"
    book.save(path)
    return path


def test_every_sheet_comes_with_its_cells_where_they_are(tmp_path: Path) -> None:
    found = workbook.read(filled(tmp_path / "a.xlsx"))
    first, hidden = found.sheets
    expected = (
        "Hoà bình",
        12,
        1.5,
        True,
        dt.date(2026, 3, 5),
        dt.datetime(2026, 3, 5, 8, 30),
        dt.time(8, 5),
        None,
        None,
    )
    assert first.rows == ((None,) * 10, (None,) * 10, (None, *expected))
    assert (first.merged, first.hidden_rows) == (((4, 1, 5, 2),), {2})
    assert (hidden.visible, hidden.rows) == (False, (("mã",),))
    assert ("cell_error", "1") in {(problem.code, problem.value) for problem in found.problems}


def said(path: Path, kind: Kind, engine: str, limits: Limits = USUAL) -> list[wire.Message]:
    return list(
        book_task.messages(wire.Request("desktop.readers.book_task", path, kind, {"engine": engine}, limits))
    )


@pytest.mark.parametrize("engine", ["calamine", "openpyxl"])
def test_both_libraries_tell_the_same(tmp_path: Path, engine: str) -> None:
    messages = said(filled(tmp_path / "a.xlsx"), Kind.XLSX, engine)
    cells = [message[1] for message in messages if message[0] == "cells"]
    assert cells[0][2][1:5] == ["Hoà bình", 12, 1.5, True]
    assert cells[1] == [["mã"]]


def test_the_parts_alone_are_looked_through_by_a_task_of_their_own(tmp_path: Path) -> None:
    request = wire.Request("desktop.readers.parts_task", filled(tmp_path / "a.xlsx"), Kind.XLSX)
    assert list(parts_task.messages(request)) == [["facts", {"Biểu 1": [[3], 0, 1], "ẩn": [[], 0, 0]}]]


def test_too_many_rows_or_columns_are_too_large(tmp_path: Path) -> None:
    sheet = Sheet(cells=[["a", "b", "c"]] * 9)
    for path, kind in (
        (list_files.xls(tmp_path / "a.xls", sheet), Kind.XLS),
        (list_files.delimited(tmp_path / "a.csv", sheet), Kind.CSV),
    ):
        for limits in (Limits(rows=5), Limits(columns=2)):
            with pytest.raises(errors.FileTooLarge):
                said(path, kind, "calamine", limits)


def test_a_workbook_that_only_the_second_library_reads_is_read(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    content[sheet] = content[sheet].replace(b"#N/A", b"#GETTING_DATA")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    assert workbook.read(path).sheets[0].rows[2][1] == "Hoà bình"


def test_a_workbook_that_no_library_reads_is_damaged(tmp_path: Path) -> None:
    path = list_files.xls(tmp_path / "a.xls", Sheet(cells=[["a"]]))
    path.write_bytes(path.read_bytes()[:1800])
    with pytest.raises(errors.FileDamaged):
        workbook.read(path)


def test_an_old_workbook_with_a_password_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(errors.FileEncrypted):
        workbook.read(list_files.xls_with_password(tmp_path / "a.xls"))


def test_a_workbook_under_another_name_is_read_by_its_content(tmp_path: Path) -> None:
    assert workbook.read(filled(tmp_path / "a.xls")).sheets[1].rows == (("mã",),)
    assert workbook.read(list_files.xls(tmp_path / "b.xlsx", Sheet(cells=[["a"]]))).sheets[0].rows == (
        ("a",),
    )


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A list of units of more than 1 MiB, with a hidden row and an error cell."""
    draw = random.Random(1)
    rows = [[f"Thôn {i}", draw.randbytes(300).hex()] for i in range(1, 5001)]
    rows[9][1] = "#N/A"
    return list_files.xlsx(
        tmp_path / "large.xlsx", Sheet(cells=[["Tên đơn vị", "Ghi chú"], *rows], hidden={7})
    )


def test_a_large_workbook_is_looked_through_while_it_is_read(large: Path) -> None:
    assert large.stat().st_size > 1 << 20
    draft = unit_list.read(large)
    assert (len(draft.rows), draft.rows[9].note) == (5000, None)
    assert {("hidden_row", 8), ("cell_error", 0)} == {
        (problem.code, problem.row) for problem in draft.problems
    }


@pytest.mark.parametrize("sheet", ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_harm_in_a_large_workbook_is_told_before_anything_that_was_read(large: Path, sheet: str) -> None:
    with zipfile.ZipFile(large) as archive:
        data = archive.read(sheet)
    changed(large, sheet, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + data[data.find(b"<", 5) :])
    with pytest.raises(errors.FileHostile):
        unit_list.read(large)


def test_a_large_workbook_that_the_first_library_gives_up_is_read_by_the_second(large: Path) -> None:
    with zipfile.ZipFile(large) as archive:
        data = archive.read("xl/worksheets/sheet1.xml")
    changed(large, "xl/worksheets/sheet1.xml", data.replace(b"#N/A", b"#GETTING_DATA"))
    assert len(unit_list.read(large).rows) == 5000


class Silent:
    """Progress for nobody."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Nothing."""


def test_an_error_after_both_libraries_is_that_of_the_second(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    request = wire.Request("desktop.readers.book_task", tmp_path / "a.xlsx", Kind.XLSX)
    with pytest.raises(errors.FileDamaged):
        list(engines.run(request, Silent()))


def test_a_workbook_of_empty_sheets_has_nothing_inside(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(errors.NothingInside):
        workbook.read(tmp_path / "a.xlsx")


# --- delimited text -----------------------------------------------------------------------------------------------


def rows_of(tmp_path: Path, data: bytes) -> delimited.Delimited:
    (tmp_path / "a.csv").write_bytes(data)
    return delimited.read(tmp_path / "a.csv", USUAL)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_delimiter_and_encoding_is_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = "\r\n".join(
        delimiter.join(row) for row in [["STT", "Tên đơn vị"], ["1", "Phòng Kinh tế"], ["2", "Hội"]]
    )
    assert rows_of(tmp_path, text.encode(encoding)).rows == [
        ["STT", "Tên đơn vị"],
        ["1", "Phòng Kinh tế"],
        ["2", "Hội"],
    ]


def test_commas_inside_words_do_not_cut_a_list_that_has_another_delimiter(tmp_path: Path) -> None:
    found = rows_of(tmp_path, "Tên;Nhóm\nPhòng A;Các phòng, ban, ngành\nPhòng B;Các phòng, ban\n".encode())
    assert (found.delimiter, found.rows[1]) == (";", ["Phòng A", "Các phòng, ban, ngành"])


def test_what_excel_says_of_the_delimiter_is_believed(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"sep=|\na|b;c\n").rows[0] == ["a", "b;c"]


def test_quoted_cells_may_hold_line_ends_and_delimiters(tmp_path: Path) -> None:
    assert rows_of(tmp_path, '"Tên\nđơn vị";"a;b"\n"x";""\n'.encode()).rows[:2] == [
        ["Tên\nđơn vị", "a;b"],
        ["x", ""],
    ]


def test_a_list_of_one_column_has_no_delimiter(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "Tên đơn vị\nPhòng A\n".encode()).rows[:2] == [["Tên đơn vị"], ["Phòng A"]]


def test_a_text_of_tcvn3_is_told_with_its_encoding(tmp_path: Path) -> None:
    found = rows_of(tmp_path, "Tªn ®¬n vÞ;Nhãm\nV¨n phßng x·;C¸c phßng\n".encode("latin-1"))
    assert (found.encoding, found.rows[1]) == ("tcvn3", ["Văn phòng xã", "Các phòng"])


# --- .ods ---------------------------------------------------------------------------------------------------------


def test_merged_and_hidden_rows_of_an_ods_are_found(tmp_path: Path) -> None:
    sheet = Sheet(
        cells=[["a", None, "b"], [None, None, "c"], ["d", None, None]], merged=[(0, 0, 1, 1)], hidden={2}
    )
    assert open_document.facts(list_files.ods(tmp_path / "a.ods", sheet)) == {
        "Danh sách": SheetFacts([(0, 0, 1, 1)], {2})
    }


def test_an_ods_without_merged_cells_is_not_looked_at_twice(tmp_path: Path) -> None:
    assert open_document.facts(list_files.ods(tmp_path / "a.ods", Sheet(cells=[["a"]]))) == {}


def changed(path: Path, name: str, data: bytes | None) -> Path:
    """The zip with one part replaced, or left out (None)."""
    with zipfile.ZipFile(path) as archive:
        content = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for one, old in content.items():
            if one != name or data is not None:
                archive.writestr(one, old if one != name else data or b"")
    return path


def test_an_ods_with_a_password_is_called_so(tmp_path: Path) -> None:
    path = list_files.ods(tmp_path / "a.ods", Sheet(cells=[["a"]]))
    with pytest.raises(errors.FileEncrypted):
        open_document.facts(changed(path, "META-INF/manifest.xml", b"<manifest:encryption-data/>"))


@pytest.mark.parametrize("content", [None, b"<a table:visibility='x'"])
def test_an_ods_without_sound_content_is_damaged(tmp_path: Path, content: bytes | None) -> None:
    path = changed(list_files.ods(tmp_path / "a.ods", Sheet(cells=[["a"]])), "content.xml", content)
    with pytest.raises(errors.FileDamaged):
        open_document.facts(path)


def test_rows_repeated_a_million_times_are_counted_not_made(tmp_path: Path) -> None:
    names = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    row = '<table:table-row table:visibility="filter" table:number-rows-repeated="9999999"/>'
    content = f'<a {names}><table:table table:name="S">{row * 3}</table:table></a>'.encode()
    path = changed(list_files.ods(tmp_path / "a.ods", Sheet(cells=[["a"]])), "content.xml", content)
    assert open_document.facts(path)["S"].hidden_rows == set()


def test_a_very_large_ods_is_not_asked_for_merged_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = list_files.ods(tmp_path / "a.ods", Sheet(cells=[["a", "b"]], merged=[(0, 0, 0, 1)]))
    monkeypatch.setattr(open_document, "_LARGEST", 10)
    assert open_document.facts(path) == {}


def test_a_very_large_ods_is_looked_through_beside_its_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet(cells=[["Tên đơn vị", "Mã đơn vị"], ["Trạm Y tế", "Y1"], ["Phòng Kinh tế", "K1"]])
    path = list_files.ods(tmp_path / "a.ods", sheet)
    assert not open_document.is_large(path)
    monkeypatch.setattr(open_document, "_LARGEST", 10)
    assert open_document.is_large(path)
    assert [row.name for row in unit_list.read(path).rows] == ["Trạm Y tế", "Phòng Kinh tế"]
    with zipfile.ZipFile(path) as archive:
        data = archive.read("content.xml")
    changed(path, "content.xml", data.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1))
    with pytest.raises(errors.FileHostile):
        unit_list.read(path)


def test_what_is_no_zip_is_no_large_ods(tmp_path: Path) -> None:
    (tmp_path / "a.ods").write_bytes(b"PK\x03\x04")
    assert not open_document.is_large(tmp_path / "a.ods")
