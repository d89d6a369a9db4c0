"""Lists of units in hundreds of lay-outs, file kinds and encodings come out exactly as they were made."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import list_files
import pytest
import unit_lists
from reading_here import Answer, read_here
from unit_lists import Sheet

WRITERS: dict[str, Callable[[Path, Sheet], Path]] = {
    "xlsx": list_files.xlsx,
    "xls": list_files.xls,
    "ods": list_files.ods,
    "csv": list_files.delimited,
    "tsv": lambda path, sheet: list_files.delimited(path, sheet, "\t", "utf-16"),
    "txt": lambda path, sheet: list_files.delimited(path, sheet, "|", "utf-8"),
}


def assert_as_made(answer: Answer, sheet: Sheet) -> None:
    found = [
        {field: row[field] for field in truth} for row, truth in zip(answer.rows, sheet.truth, strict=False)
    ]
    assert [row["name"] for row in answer.rows] == [truth["name"] for truth in sheet.truth]
    assert found == sheet.truth
    assert answer.head["header_row"] == sheet.header_row


@pytest.mark.parametrize("seed", range(120))
def test_a_workbook_in_any_layout_comes_out_exactly(seed: int, tmp_path: Path) -> None:
    sheet = unit_lists.make(seed)
    assert_as_made(read_here(list_files.xlsx(tmp_path / "a.xlsx", sheet)), sheet)


@pytest.mark.parametrize("kind", sorted(set(WRITERS) - {"xlsx"}))
@pytest.mark.parametrize("seed", range(200, 215))
def test_every_kind_of_file_gives_the_same(seed: int, kind: str, tmp_path: Path) -> None:
    sheet = unit_lists.make(seed)
    assert_as_made(read_here(WRITERS[kind](tmp_path / f"a.{kind}", sheet)), sheet)


@pytest.mark.parametrize("seed", range(300, 306))
def test_the_second_library_gives_the_same(seed: int, tmp_path: Path) -> None:
    sheet = unit_lists.make(seed)
    assert_as_made(read_here(list_files.xlsx(tmp_path / "a.xlsx", sheet), engine="openpyxl"), sheet)


def typed(sheet: Sheet, how: Callable[[Any], Any], column: int | None) -> Sheet:
    """The sheet with all cells, or those of one column, in another encoding."""
    sheet.cells = [[how(v) if column in {None, i} else v for i, v in enumerate(row)] for row in sheet.cells]
    return sheet


ENCODINGS = {"unicode": unit_lists.to_nfd, "tcvn3": unit_lists.to_tcvn3, "vni": unit_lists.to_vni}


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
@pytest.mark.parametrize("seed", range(400, 425))
def test_a_whole_sheet_in_an_old_encoding_comes_out_in_unicode(
    seed: int, encoding: str, tmp_path: Path
) -> None:
    sheet = typed(unit_lists.make(seed), ENCODINGS[encoding], None)
    answer = read_here(list_files.xlsx(tmp_path / "a.xlsx", sheet))
    assert_as_made(answer, sheet)
    assert answer.head["encoding"] == encoding
    assert ("legacy_text" in answer.codes()) == (encoding != "unicode")


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
@pytest.mark.parametrize("seed", range(500, 520))
def test_one_column_in_an_old_encoding_comes_out_in_unicode(seed: int, encoding: str, tmp_path: Path) -> None:
    sheet = unit_lists.make(seed)
    column = random.Random(seed).randrange(len(sheet.cells[0]))
    typed(sheet, ENCODINGS[encoding], column)
    assert_as_made(read_here(list_files.xlsx(tmp_path / "a.xlsx", sheet)), sheet)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("seed", range(600, 608))
def test_delimited_text_in_an_old_encoding_comes_out_in_unicode(
    seed: int, encoding: str, tmp_path: Path
) -> None:
    sheet = typed(unit_lists.make(seed), ENCODINGS[encoding], None)
    sheet.cells = [[v.replace("\n", " ") if isinstance(v, str) else v for v in row] for row in sheet.cells]
    answer = read_here(list_files.delimited(tmp_path / "a.csv", sheet, ";", "latin-1"))
    assert [row["name"].lower() for row in answer.rows] == [truth["name"].lower() for truth in sheet.truth]
    assert answer.head["encoding"] == encoding
