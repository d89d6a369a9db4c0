"""Every hostile or odd file of the corpus ends as it must: never a crash, a hang, or harm taken for data."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import errors
from desktop.progress import SILENT
from desktop.readers import text as text_reader
from desktop.readers import unit_list, workbook
from desktop.readers.gate import DOCUMENTS, gate

_LONGEST = 60.0  # seconds for one file on a busy machine; the guard itself stops at 30
_ROWS = {
    "00_good": 51,
    "08_bomb_in_media": 4,
    "18_sst_unique_4e9": 1,
    "30_dimension_claim": 4,
    "33_cell_A1048576": 6,
    "35_trailing_blank_rows": 11,
    "45_conditional_formats": 4,
    "50_injection_text": 14,
    "53_nfd": 4,
    "58_dates_1904": 2,
    "60_duplicates": 41,
    "62_control_chars": 9,
    "68_20000_rows": 20001,
    "76_styles_60000": 4,
    "78_macro": 4,
    "04_xlsx_inside": 51,
}


@pytest.fixture(scope="module")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run(
        [sys.executable, str(shared / "tools/make_hostile.py"), "--outdir", str(folder)],
        check=True,
        capture_output=True,
    )
    return folder


def cases(corpus: Path, *folders: str) -> Iterator[tuple[Path, str]]:
    """(file, what must happen) of the folders."""
    for line in (corpus / "gen_expect.tsv").read_text("utf-8").splitlines()[1:]:
        name, _, expected = line.split("\t")
        if name.split("/")[0] in folders:
            yield corpus / name, expected


def end_of(read: object, path: Path) -> str:
    """ "read", or the name of the error; anything else is raised."""
    start = time.monotonic()
    try:
        read(path)  # type: ignore[operator]
    except errors.FileProblem as error:
        end = type(error).__name__
    else:
        end = "read"
    assert time.monotonic() - start < _LONGEST, path.name
    return end


@pytest.mark.timeout(280)
def test_every_workbook_is_read_or_refused_as_it_must(corpus: Path) -> None:
    ends = {
        path.name: (end_of(unit_list.read, path), expected) for path, expected in cases(corpus, "xlsx", "xls")
    }
    assert len(ends) > 100
    wrongly_read = [
        name
        for name, (end, expected) in ends.items()
        if end == "read" and expected.startswith(("refuse", "limit"))
    ]
    assert wrongly_read == []


@pytest.mark.timeout(280)
def test_sound_workbooks_among_them_come_with_all_their_rows(corpus: Path) -> None:
    found = {}
    for path, expected in cases(corpus, "xlsx", "xls"):
        name = path.stem.removeprefix("gen__")
        if name in _ROWS:
            assert expected.startswith("ok")
            visible = next(sheet for sheet in workbook.read(path).sheets if sheet.visible)
            found[name] = len(visible.rows)
    assert found == _ROWS


def read_document(path: Path) -> None:
    text_reader.guarded(path, gate(path, DOCUMENTS), SILENT)


@pytest.mark.timeout(280)
def test_every_document_is_read_or_refused_as_it_must(corpus: Path) -> None:
    ends = {
        path.name: (end_of(read_document, path), expected) for path, expected in cases(corpus, "docx", "pdf")
    }
    assert len(ends) > 60
    wrongly_read = [
        name
        for name, (end, expected) in ends.items()
        if end == "read" and expected.startswith(("refuse", "limit"))
    ]
    wrongly_refused = [
        name for name, (end, expected) in ends.items() if end != "read" and expected in {"ok", "ok in time"}
    ]
    assert (wrongly_read, wrongly_refused) == ([], [])


def test_a_tracked_deadline_is_read_as_it_was_changed(corpus: Path) -> None:
    path = corpus / "docx/gen__17_tracked.docx"
    text = text_reader.guarded(path, gate(path, DOCUMENTS), SILENT)
    assert [block.text for block in text.blocks] == ["trước ngày 15/03/2025"]
    assert "tracked_changes" in {problem.code for problem in text.problems}
