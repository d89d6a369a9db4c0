"""What a file is, and whether it may be opened."""

import os
import stat
import zipfile
from pathlib import Path

import foreign
import pytest

from desktop import errors
from desktop.readers import gate as gate_module
from desktop.readers import limits
from desktop.readers.gate import DOCUMENTS, WORKBOOKS, Kind, gate
from desktop.workers.opening import opening_error

EVERYTHING = WORKBOOKS | DOCUMENTS


def at(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ({}, Kind.XLSX),
        ({"xl/vbaProject.bin": b"x"}, Kind.XLSM),
        ({"xl/workbook.bin": b"x"}, Kind.XLSB),
        ({"XL\\Worksheets\\Sheet1.xml": b"x"}, Kind.XLSX),
    ],
)
def test_workbooks_are_told_apart_by_their_parts(tmp_path: Path, extra: dict[str, bytes], kind: Kind) -> None:
    path = foreign.zipped(tmp_path / "a.dat", foreign.workbook_parts(**extra))
    assert gate(path, WORKBOOKS) is kind


def test_a_word_document_is_known_whatever_its_name(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": "", "_rels/.rels": "", "word/document.xml": ""}
    assert gate(foreign.zipped(tmp_path / "a.xlsx", parts), DOCUMENTS) is Kind.DOCX


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("spreadsheet", Kind.ODS),
        ("spreadsheet-template", Kind.ODS),
        ("text", Kind.ODT),
        ("graphics", Kind.ZIP),
    ],
)
def test_open_documents_are_told_apart_by_their_mime_type(tmp_path: Path, mime: str, kind: Kind) -> None:
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{mime}", "content.xml": ""}
    assert gate(foreign.zipped(tmp_path / "a.ods", parts), frozenset(Kind)) is kind


def test_an_open_document_whose_first_part_is_damaged_is_damaged(tmp_path: Path) -> None:
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    path = foreign.zipped(tmp_path / "a.ods", {"mimetype": mime, "content.xml": ""}, stored=True)
    path.write_bytes(path.read_bytes().replace(b"application", b"applicatioN", 1))
    with pytest.raises(errors.FileDamaged):
        gate(path, WORKBOOKS)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", Kind.PDF),
        (b"junk first\n%PDF-1.4\n", Kind.PDF),
        (b"{\\rtf1 x}", Kind.RTF),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"BM\x00\x01\x02", Kind.IMAGE),
        (b"MZ\x90\x00\x03", Kind.PROGRAM),
        (b"\x00\x01\x02\xff" * 9, Kind.UNKNOWN),
        (b"<!DOCTYPE html><p>x", Kind.HTML),
        (b"\xef\xbb\xbf  <table><tr>", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', Kind.HTML),
        (b'<?xml version="1.0"?><Workbook><Table>', Kind.XML),
    ],
)
def test_other_files_are_told_apart_by_their_first_bytes(tmp_path: Path, data: bytes, kind: Kind) -> None:
    assert gate(at(tmp_path, "a.bin", data), frozenset(Kind)) is kind


@pytest.mark.parametrize(
    "data",
    [
        "STT;Tên đơn vị\n1;Phòng Kinh tế\n".encode(),
        "STT;Tên đơn vị".encode("utf-8-sig"),
        "STT\tTên đơn vị".encode("utf-16"),
        b"\xfe\xff" + "STT\tTên đơn vị".encode("utf-16-be"),
        "BM;STT;Ten don vi;;;;;;;;;;".encode("utf-16-le"),
        b"BM;MZ",
        b"V\xa8n ph\xdfng H\xa7ND",
    ],
)
def test_text_in_any_encoding_is_a_list_where_a_list_is_wanted(tmp_path: Path, data: bytes) -> None:
    assert gate(at(tmp_path, "a.txt", data), WORKBOOKS) is Kind.CSV


@pytest.mark.parametrize(("name", "kind"), [("a.txt", Kind.TEXT), ("a.csv", Kind.CSV), ("a", Kind.TEXT)])
def test_where_both_are_wanted_the_extension_decides_between_text_and_list(
    tmp_path: Path, name: str, kind: Kind
) -> None:
    assert gate(at(tmp_path, name, b"a;b"), EVERYTHING) is kind


def test_a_kind_that_is_not_wanted_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.WrongKind) as caught:
        gate(at(tmp_path, "a.xls", b"<html><table>"), WORKBOOKS)
    assert caught.value.found == "html"


@pytest.mark.parametrize(
    ("names", "kind"), [(("Root Entry", "Workbook"), Kind.XLS), (("Root Entry", "Book"), Kind.XLS)]
)
def test_old_workbooks_are_known_by_their_stream(tmp_path: Path, names: tuple[str, ...], kind: Kind) -> None:
    assert gate(at(tmp_path, "a.xls", foreign.ole(*names)), WORKBOOKS) is kind


def test_an_old_word_file_under_another_name_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(errors.OldWordFile):
        gate(at(tmp_path, "a.xls", foreign.ole("Root Entry", "WordDocument")), WORKBOOKS)


def test_an_ole_file_without_directory_is_an_old_word_file_where_documents_are_wanted(tmp_path: Path) -> None:
    path = at(tmp_path, "a.docx", foreign.OLE_MAGIC + b"\0" * 5000)
    with pytest.raises(errors.OldWordFile):
        gate(path, DOCUMENTS)


@pytest.mark.parametrize(
    "data", [foreign.OLE_MAGIC + b"\0" * 600, foreign.OLE_MAGIC, foreign.ole("Root Entry", table=0)]
)
def test_an_ole_file_that_is_no_workbook_is_damaged_where_workbooks_are_wanted(
    tmp_path: Path, data: bytes
) -> None:
    with pytest.raises(errors.FileDamaged):
        gate(at(tmp_path, "a.xls", data), WORKBOOKS)


def test_the_directory_of_an_ole_file_may_go_on_in_another_sector(tmp_path: Path) -> None:
    data = foreign.ole("Root Entry", table=2) + foreign.ole("Workbook")[512:1024]
    assert gate(at(tmp_path, "a.xls", data), WORKBOOKS) is Kind.XLS


def test_a_sector_table_beyond_the_end_of_the_file_ends_the_chain(tmp_path: Path) -> None:
    path = at(tmp_path, "a.xls", foreign.ole("Root Entry", "Workbook", table=2)[:1024])
    assert gate(path, WORKBOOKS) is Kind.XLS


def test_a_workbook_with_a_password_is_called_so(tmp_path: Path) -> None:
    path = at(tmp_path, "a.xlsx", foreign.ole("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    with pytest.raises(errors.FileEncrypted):
        gate(path, WORKBOOKS)


def test_a_missing_file_an_empty_one_and_a_folder_are_named(tmp_path: Path) -> None:
    cases = {"none.xlsx": errors.FileMissing, "empty.xlsx": errors.FileEmpty, "folder.xlsx": errors.NotAFile}
    (tmp_path / "empty.xlsx").touch()
    (tmp_path / "folder.xlsx").mkdir()
    for name, error in cases.items():
        with pytest.raises(error):
            gate(tmp_path / name, WORKBOOKS)
    with pytest.raises(errors.FileMissing):
        gate(tmp_path / "a\0b.xlsx", WORKBOOKS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(errors.NotAFile):
        gate(tmp_path / "pipe.xlsx", WORKBOOKS)


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (PermissionError(13, "no"), errors.NoPermission),
        (IsADirectoryError(21, "dir"), errors.NotAFile),
        (NotADirectoryError(20, "x"), errors.FileMissing),
        (OSError(5, "input/output"), errors.FileDamaged),
    ],
)
def test_what_the_system_says_becomes_an_error_of_the_program(error: OSError, ours: type[Exception]) -> None:
    assert type(opening_error(Path("a.xlsx"), error)) is ours


def test_a_file_held_by_another_program_on_windows_is_in_use() -> None:
    error = PermissionError(13, "held")
    error.winerror = 32  # type: ignore[attr-defined]
    assert type(opening_error(Path("a.xlsx"), error)) is errors.FileInUse


def test_a_file_over_the_limit_of_its_kind_is_too_large(tmp_path: Path) -> None:
    path = at(tmp_path, "a.csv", b"a;b\n" * (limits.OFFICE_FILE // 4 + 1))
    with pytest.raises(errors.FileTooLarge) as caught:
        gate(path, WORKBOOKS)
    assert caught.value.limit == limits.OFFICE_FILE


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels"])
def test_a_workbook_without_its_table_of_contents_is_damaged(tmp_path: Path, missing: str) -> None:
    parts = foreign.workbook_parts()
    del parts[missing]
    with pytest.raises(errors.FileDamaged):
        gate(foreign.zipped(tmp_path / "a.xlsx", parts), WORKBOOKS)


@pytest.mark.parametrize("name", ["xl/../../evil.txt", "/etc/x", "C:\\x", "..\\x"])
def test_a_zip_with_climbing_names_is_hostile(tmp_path: Path, name: str) -> None:
    with pytest.raises(errors.FileHostile):
        gate(foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts(**{name: "x"})), WORKBOOKS)


def test_a_zip_with_names_that_differ_only_in_case_or_form_is_hostile(tmp_path: Path) -> None:
    for pair in (("xl/A.xml", "xl/a.xml"), ("xl/ho\u00e0.xml", "xl/hoa\u0300.xml")):
        path = foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts(**dict.fromkeys(pair, "x")))
        with pytest.raises(errors.FileHostile):
            gate(path, WORKBOOKS)


def test_a_zip_with_a_link_is_hostile(tmp_path: Path) -> None:
    path = foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts())
    link = zipfile.ZipInfo("xl/link")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(errors.FileHostile):
        gate(path, WORKBOOKS)


def test_a_part_that_unpacks_too_far_is_hostile_unless_it_is_never_unpacked(tmp_path: Path) -> None:
    blown = b"\0" * (limits.ZIP_RATIO_FROM + 1)
    path = foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts(**{"xl/worksheets/sheet1.xml": blown}))
    with pytest.raises(errors.FileHostile):
        gate(path, WORKBOOKS)
    path = foreign.zipped(tmp_path / "b.xlsx", foreign.workbook_parts(**{"xl/media/image1.png": blown}))
    assert gate(path, WORKBOOKS) is Kind.XLSX


def patched(path: Path, old: bytes, new: bytes) -> Path:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return path


def central(field: str, value: int, path: Path) -> Path:
    """Write `value` into every directory entry: offset and length of the field after PK 1 2."""
    offset, length = {"flag": (8, 2), "method": (10, 2), "size": (24, 4)}[field]
    data = bytearray(path.read_bytes())
    found = data.find(b"PK\x01\x02")
    while found >= 0:
        data[found + offset : found + offset + length] = value.to_bytes(length, "little")
        found = data.find(b"PK\x01\x02", found + 4)
    path.write_bytes(bytes(data))
    return path


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("flag", 1, errors.FileEncrypted),
        ("method", 99, errors.FileDamaged),
        ("size", 100 << 20, errors.FileHostile),
    ],
)
def test_a_directory_that_tells_of_harm_is_refused(
    tmp_path: Path, field: str, value: int, error: type[Exception]
) -> None:
    path = central(field, value, foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts()))
    with pytest.raises(error):
        gate(path, WORKBOOKS)


def test_sizes_that_add_up_to_too_much_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_TOLD", 10)
    with pytest.raises(errors.FileTooLarge):
        gate(foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts()), WORKBOOKS)


def test_a_zip_with_too_many_entries_is_too_large(tmp_path: Path) -> None:
    parts = {f"xl/{number}": b"" for number in range(limits.ZIP_ENTRIES + 1)}
    path = foreign.zipped(tmp_path / "a.xlsx", parts)
    with pytest.raises(errors.FileTooLarge):
        gate(path, WORKBOOKS)
    end = path.read_bytes().rfind(b"PK\x05\x06")
    data = bytearray(path.read_bytes())
    data[end + 8 : end + 12] = b"\1\0\1\0"  # a count that lies
    path.write_bytes(bytes(data))
    with pytest.raises(errors.FileTooLarge):
        gate(path, WORKBOOKS)


def test_a_zip_whose_directory_is_huge_is_hostile(tmp_path: Path) -> None:
    path = foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts())
    data = bytearray(path.read_bytes())
    data[-10:-6] = (5 << 20).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    with pytest.raises(errors.FileHostile):
        gate(path, WORKBOOKS)


def test_a_zip_cut_off_or_empty_is_damaged(tmp_path: Path) -> None:
    whole = foreign.zipped(tmp_path / "a.xlsx", foreign.workbook_parts()).read_bytes()
    broken = bytearray(whole)
    broken[whole.rfind(b"PK\x01\x02")] = 0
    for data in (
        whole[:-30],
        whole[:9],
        bytes(broken),
        foreign.zipped(tmp_path / "e.zip", {}).read_bytes() + b"PK",
    ):
        with pytest.raises(errors.FileDamaged):
            gate(at(tmp_path, "b.xlsx", data), WORKBOOKS)
    empty = at(tmp_path, "c.xlsx", b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(errors.FileDamaged):
        gate(empty, WORKBOOKS)


def test_a_file_of_zero_bytes_only_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(errors.FileDamaged):
        gate(at(tmp_path, "a.xlsx", b"\0" * 5000), WORKBOOKS)


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind.value for kind in gate_module.Kind}) == len(gate_module.Kind)
