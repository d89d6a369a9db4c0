"""Plain text and what web editors leave in it."""

import unicodedata
from pathlib import Path

import papers
import pytest

from desktop.domain.draft import Problem
from desktop.errors import FileTooLarge, NothingInside, WrongKind
from desktop.readers.blocks import Block
from desktop.readers.gate import Kind
from desktop.readers.text.extract import extract
from desktop.readers.text.lines import finish
from desktop.readers.text.plain import read_plain
from desktop.workers import limits


def texts(words: str) -> list[str]:
    return papers.words_of(finish(read_plain(words)))


def test_every_line_may_go_on_and_empty_lines_are_gaps() -> None:
    assert finish(read_plain("\nỦy ban\r\nnhân dân\n\n---\nxã A")) == (
        Block("Ủy ban", broken=True),
        Block("nhân dân", broken=True),
        Block("xã A", broken=True, gap=True),
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("## KẾ HOẠCH ##", "KẾ HOẠCH"),
        ("**1. Chủ đề:** Ngày hội", "1. Chủ đề: Ngày hội"),
        ("***Nơi nhận:***", "Nơi nhận:"),
        ("(*qua Phòng Y tế*) **trước ngày 14/4**", "(qua Phòng Y tế) trước ngày 14/4"),
        ("ỦY BAN NHÂN DÂN  ", "ỦY BAN NHÂN DÂN"),
        ("> 1\\. Sở Y tế", "1. Sở Y tế"),
        ("* Ghi chú: 2*3*4", "* Ghi chú: 2*3*4"),
    ],
)
def test_signs_of_markdown_are_taken_off(line: str, text: str) -> None:
    assert texts(line) == [text]


def test_lines_that_are_strong_as_a_whole_are_bold() -> None:
    found = finish(read_plain("# A\n**B**\n**C** d\ne"))
    assert [block.bold for block in found] == [True, True, None, None]


def test_a_table_of_bars_becomes_rows() -> None:
    words = "Bảng:\n| TT | Việc |\n|----|:---:|\n| 1 | Họp<br>Báo cáo |\nHết"
    found = finish(read_plain(words))
    assert found[1].rows == (("TT", "Việc"), ("1", "Họp\nBáo cáo"))
    assert [found[0].text, found[2].text] == ["Bảng:", "Hết"]


def test_a_table_pasted_with_tabs_becomes_rows() -> None:
    found = finish(read_plain("TT\tViệc\tHạn\n1\tHọp\t3/4\nxong"))
    assert found[0].rows == (("TT", "Việc", "Hạn"), ("1", "Họp", "3/4"))
    assert texts("a\tb\tc") == ["a b c"]


def test_a_file_in_an_old_code_is_converted_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(papers.in_tcvn3("ủy ban nhân dân xã báo cáo trước ngày 3").encode("latin-1"))
    found = extract(path, Kind.TEXT)
    assert papers.words_of(found.blocks) == ["ủy ban nhân dân xã báo cáo trước ngày 3"]
    assert found.problems == (Problem(0, None, "legacy_font", "tcvn3"),)


def test_letters_taken_apart_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(unicodedata.normalize("NFD", "Ke hoach\nxã Hòa"), encoding="utf-8")
    found = extract(path, Kind.TEXT)
    assert found.problems == (Problem(0, None, "decomposed", "xã"),)
    assert papers.words_of(found.blocks)[1] == "xã Hòa"


def test_a_file_in_unicode_has_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kế hoạch", encoding="utf-16")
    assert extract(path, Kind.TEXT).problems == ()


def test_a_file_without_words_and_other_kinds_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("--- \n ***", encoding="utf-8")
    with pytest.raises(NothingInside):
        extract(path, Kind.TEXT)
    with pytest.raises(WrongKind):
        extract(path, Kind.XLSX)


def test_a_text_of_too_many_lines_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\nb\nc", encoding="utf-8")
    monkeypatch.setattr(limits, "USUAL", limits.Limits(paragraphs=2))
    with pytest.raises(FileTooLarge):
        extract(path, Kind.TEXT)
