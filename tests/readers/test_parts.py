"""The parts of a zipped workbook: what is refused before a library sees it, and what is noticed on the way."""

import zipfile
from pathlib import Path

import foreign
import pytest

from desktop import errors
from desktop.readers import parts
from desktop.workers.limits import USUAL, Limits

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="{}"/></Relationships>'
)
BOOK = '<workbook xmlns="urn:m" xmlns:r="urn:r"><sheets><sheet name="Trang" r:id="rId1"/></sheets></workbook>'


def book(
    folder: Path, sheet: str | bytes, target: str = "worksheets/sheet1.xml", **more: str | bytes
) -> Path:
    """A workbook of one sheet with the given XML between <sheetData>."""
    if isinstance(sheet, str):
        sheet = f"<worksheet><sheetData>{sheet}</sheetData></worksheet>".encode()
    content = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": "<r/>",
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(target),
        "xl/worksheets/sheet1.xml": sheet,
        **more,
    }
    return foreign.zipped(folder / "a.xlsx", {name: data for name, data in content.items() if data != "-"})


def facts(path: Path, limits: Limits = USUAL) -> parts.SheetFacts:
    return parts.look_through(path, limits)["Trang"]


def test_hidden_rows_and_merged_cells_are_noticed(tmp_path: Path) -> None:
    rows = '<row r="3" hidden="1"/><row hidden="true" r="5"/><row r="6" hidden="0"/>'
    after = (
        '</sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="AA10:AB11"/></mergeCells><sheetData>'
    )
    found = facts(book(tmp_path, rows + after))
    assert found.hidden_rows == {2, 4}
    assert found.merged == [(0, 0, 1, 2), (9, 26, 10, 27)]


def test_formulas_without_value_and_error_cells_are_counted_once(tmp_path: Path) -> None:
    cell = '<c r="A1"><f>A2</f></c><c r="A2" t="e"><v>#REF!</v></c><c r="A3"><f>A2</f><v>1</v></c>'
    found = facts(book(tmp_path, cell * 40_000))
    assert (found.uncalculated, found.errors) == (40_000, 40_000)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ('<c r="XFD1048576"><v>1</v></c>', errors.FileHostile),
        ('<c s="1" r="ZZZZZ99999999" t="n"><v>1</v></c>', errors.FileHostile),
        ('<c r="A1048576"><v>1</v></c>', errors.FileTooLarge),
        ("<c r='B300001'><v>1</v></c>", errors.FileTooLarge),
        ('<c r="KP7"><v>1</v></c>', errors.FileTooLarge),
        ('<c r="ABC7"><v>1</v></c>', errors.FileTooLarge),
    ],
)
def test_a_value_in_a_far_cell_is_refused(tmp_path: Path, cell: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        facts(book(tmp_path, cell))


@pytest.mark.parametrize(
    "cell", ['<c r="XFD1048576" s="1"/>', '<c r="A1048576" s="1"></c>', '<c r="KN200000"><v>1</v></c>']
)
def test_a_far_cell_that_is_only_formatted_and_the_last_one_allowed_do_no_harm(
    tmp_path: Path, cell: str
) -> None:
    assert facts(book(tmp_path, cell)).merged == []


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', errors.FileHostile),
        (b"<worksheet>\0</worksheet>", errors.FileDamaged),
        (b"<worksheet>\xff\xfe</worksheet>", errors.FileDamaged),
        (b"<worksheet>\xe1\xba", errors.FileDamaged),
    ],
)
def test_a_part_with_a_document_type_or_that_is_no_utf_8_is_refused(
    tmp_path: Path, part: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        facts(book(tmp_path, part))


@pytest.mark.parametrize("target", ["../../etc/passwd", "file:///etc/passwd", "worksheets/sheet9.xml"])
def test_a_sheet_that_is_not_in_the_file_is_damage(tmp_path: Path, target: str) -> None:
    with pytest.raises(errors.FileDamaged):
        facts(book(tmp_path, "", target))


def test_a_sheet_may_be_named_from_the_root_and_with_backslashes(tmp_path: Path) -> None:
    for target in ("/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "WORKSHEETS/Sheet1.xml"):
        assert facts(book(tmp_path, "", target)).hidden_rows == set()


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_without_its_book_or_relations_is_damaged(tmp_path: Path, missing: str) -> None:
    with pytest.raises(errors.FileDamaged):
        parts.look_through(book(tmp_path, "", **{missing: "-"}), USUAL)


def test_relations_that_are_no_xml_are_damage(tmp_path: Path) -> None:
    with pytest.raises(errors.FileDamaged):
        facts(book(tmp_path, "", **{"xl/_rels/workbook.xml.rels": "<Relationships"}))


def test_a_sheet_of_another_sort_is_passed_over(tmp_path: Path) -> None:
    chart = BOOK.replace("<sheets>", '<sheets><sheet name="Biểu đồ" r:id="rId2"/><sheet name="Không"/>')
    assert set(parts.look_through(book(tmp_path, "", **{"xl/workbook.xml": chart}), USUAL)) == {"Trang"}


def test_a_workbook_of_another_kind_has_no_facts_but_is_looked_through(tmp_path: Path) -> None:
    assert parts.look_through(foreign.zipped(tmp_path / "a.ods", {"content.xml": "<x/>"}), USUAL) == {}
    assert parts.look_through(foreign.zipped(tmp_path / "a.xlsb", {"xl/workbook.bin": b"\0"}), USUAL) == {}


def test_more_than_may_be_unpacked_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        facts(book(tmp_path, "x" * 5000), Limits(inflated=1000))


def test_pictures_are_never_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path, "", **{"xl/media/image1.png": b"\0" * 100, "xl/leer/": b""})
    assert facts(path, Limits(inflated=2000)).merged == []


def test_damage_in_the_compressed_data_is_damage(tmp_path: Path) -> None:
    path = book(tmp_path, "x" * 5000)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    data[entry.header_offset + 60] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(errors.FileDamaged):
        facts(path)


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16383)])
def test_letters_of_columns_and_their_numbers(letters: str, number: int) -> None:
    assert parts.column_number(letters) == number
    assert parts.column_letters(number) == letters
