"""Web pages of legal portals and of Word."""

from pathlib import Path

import papers
import pytest
from papers import FREEDOM, MOTTO

from desktop.domain.draft import Problem
from desktop.errors import FileHostile, NothingInside
from desktop.readers.blocks import Block, Text
from desktop.readers.gate import Kind
from desktop.readers.text.extract import extract


def read(folder: Path, page: str | bytes) -> Text:
    path = folder / "a.html"
    path.write_bytes(page if isinstance(page, bytes) else f'<meta charset="utf-8">{page}'.encode())
    return extract(path, Kind.HTML)


def texts(folder: Path, page: str | bytes) -> list[str]:
    return papers.words_of(read(folder, page).blocks)


def rows(folder: Path, page: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in read(folder, page).blocks if block.rows)


def test_paragraphs_come_in_order_with_their_look(tmp_path: Path) -> None:
    page = (
        "<p align=center><b>KẾ HOẠCH</b></p><div>Căn cứ\n  Luật <i>A</i>;</div>rời<center><em>x</em></center>"
    )
    assert read(tmp_path, page).blocks == (
        Block("KẾ HOẠCH", bold=True, italic=False, centred=True),
        Block("Căn cứ Luật A;", bold=False, italic=False, centred=False),
        Block("rời", bold=False, italic=False, centred=False),
        Block("x", bold=False, italic=True, centred=True),
    )


@pytest.mark.parametrize(
    ("style", "bold", "italic", "centred"),
    [
        ("text-align:center", True, True, True),
        ("font-weight: 700; font-style:normal", True, False, False),
        ("font-weight:400; font-style: oblique", False, True, False),
        ("color:red", True, True, False),
    ],
)
def test_styles_give_the_look(tmp_path: Path, style: str, bold: bool, italic: bool, centred: bool) -> None:
    page = f'<div style="font-weight:bold;font-style:italic"><p style="{style}">x</p></div>'
    block = read(tmp_path, page).blocks[0]
    assert (block.bold, block.italic, block.centred) == (bold, italic, centred)


def test_the_head_and_the_signature_block_are_columns(tmp_path: Path) -> None:
    first = f"<tr><td>UBND XÃ A<br>VĂN PHÒNG<br>-----</td><td>{MOTTO}<br>{FREEDOM}</td></tr>"
    head = f"<table>{first}<tr><td>Số: 1</td><td>A, ngày 1</td></tr></table>"
    end = "<table><tbody><tr><td>Nơi nhận:<br>- A;</td><td>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br>Lê A</td></tr></tbody></table>"
    found = texts(tmp_path, head + "<p>KẾ HOẠCH</p>" + end)
    assert found[:6] == ["UBND XÃ A", "VĂN PHÒNG", "Số: 1", MOTTO, FREEDOM, "A, ngày 1"]
    assert found[6:] == ["KẾ HOẠCH", "Nơi nhận:", "- A;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê A"]


def test_only_the_paper_is_read_when_it_can_be_found(tmp_path: Path) -> None:
    paper = f"<div id=c><p><span>{MOTTO}</span></p><p>KẾ HOẠCH</p><table><tr><td>Nơi nhận:</td><td>CHỦ TỊCH</td></tr></table></div>"
    page = f"<div>Trang chủ</div><div>{paper}</div><p>Bình luận</p>"
    assert texts(tmp_path, page) == [MOTTO, "KẾ HOẠCH", "Nơi nhận:", "CHỦ TỊCH"]


def test_a_paper_inside_a_table_of_the_page_is_found(tmp_path: Path) -> None:
    page = f"<table><tr><td>menu</td><td>{MOTTO}<br>Nơi nhận: A</td></tr></table>"
    assert texts(tmp_path, page) == ["menu", MOTTO, "Nơi nhận: A"]


def test_what_is_plainly_not_the_paper_is_dropped(tmp_path: Path) -> None:
    page = "<script>a</script><nav>b</nav><p style='display:none'>c</p><p hidden>d</p><!-- e --><p>f<del>g</del><ins>h</ins></p>"
    assert texts(tmp_path, page) == ["fh"]


def test_lists_get_the_numbers_a_browser_prints(tmp_path: Path) -> None:
    page = "<ol start=3><li>A<li>B</ol><ol type=a><li>C</ol><ul><li>D</ul><ol start=x><li></li></ol>"
    assert texts(tmp_path, page) == ["3. A", "4. B", "a. C", "- D"]
    plain = "<ul style='list-style:none'><li>1. A</ul><ul><li style='list-style:none'>B</ul><li>C"
    assert texts(tmp_path, plain) == ["1. A", "B", "- C"]


def test_a_real_table_becomes_rows_with_merged_cells(tmp_path: Path) -> None:
    page = (
        "<table border=1><thead><tr><th>TT<th>Việc<th colspan=2>Đơn vị</tr></thead>"
        "<tr><td rowspan=2>1<td>A<td>B<td>C</tr><tr><td>D<td>E<td>F</tr><tr>x</tr></table>"
    )
    assert rows(tmp_path, page) == (("TT", "Việc", "Đơn vị", ""), ("1", "A", "B", "C"), ("", "D", "E", "F"))


@pytest.mark.parametrize(
    ("table", "cell", "real"),
    [
        ("border=1", "", True),
        ("border=0", "", False),
        ("", "border:solid windowtext 1.0pt", True),
        ("border=1", "border:none", False),
        ("border=1px", "border-radius:3px", True),
        ("", "border:0", False),
    ],
)
def test_lines_between_the_cells_tell_a_table(tmp_path: Path, table: str, cell: str, real: bool) -> None:
    pair = f"<tr><td style='{cell}'>a</td><td style='{cell}'>b</td></tr>"
    blocks = read(tmp_path, f"<table {table}>{pair * 2}</table>").blocks
    assert bool(blocks[0].rows) is real


@pytest.mark.parametrize("span", ["2000000000", "x", "0", "-3"])
def test_wild_spans_do_no_harm(tmp_path: Path, span: str) -> None:
    page = f"<table border=1><tr><td colspan={span} rowspan={span}>a<td>b</tr><tr><td>c<td>d</tr></table>"
    assert "a" in rows(tmp_path, page)[0] if span != "2000000000" else texts(tmp_path, page) == ["a"]


def test_marks_of_notes_are_dropped_units_are_kept(tmp_path: Path) -> None:
    assert texts(tmp_path, "<p>Luật<sup>[1]</sup> A, 5 m<sup>2</sup>, <sup>3</sup>x<sup>th</sup></p>") == [
        "Luật A, 5 m2, xth"
    ]


def test_kept_lines_stay_lines(tmp_path: Path) -> None:
    assert texts(tmp_path, "<pre>KẾ HOẠCH\n- A</pre>") == ["KẾ HOẠCH", "- A"]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=windows-1258><p>Kế</p>".replace("ế", "ê\u0301").encode("cp1258"),
        '<?xml version="1.0" encoding="utf-8"?><html><p>Kế</p></html>'.encode(),
        '<meta http-equiv=Content-Type content="text/html; charset=unicode"><p>Kế</p>'.encode("utf-16"),
        "<meta charset=unicode><p>Kế</p>".encode(),
        "<meta charset=no-such-code><p>Kế</p>".encode(),
        "<meta charset=ascii><p>Kế</p>".encode(),
    ],
)
def test_pages_are_read_in_the_code_they_declare_or_are_in(tmp_path: Path, data: bytes) -> None:
    assert texts(tmp_path, data) == ["Kế"]


def test_a_page_in_an_old_font_is_converted_and_it_is_said(tmp_path: Path) -> None:
    old = papers.in_tcvn3("ủy ban nhân dân xã báo cáo trước ngày 3")
    found = read(tmp_path, f"<meta charset=windows-1252><p>{old}</p>".encode("latin-1"))
    assert papers.words_of(found.blocks) == ["ủy ban nhân dân xã báo cáo trước ngày 3"]
    assert found.problems == (Problem(0, None, "legacy_font", "tcvn3"),)


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    for page in (b"<html></html>", b"   ", b"<!-- x -->"):
        with pytest.raises(NothingInside):
            read(tmp_path, page)


def test_a_page_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileHostile):
        read(tmp_path, "<div><span>" * 110 + "a" + "</span></div>" * 110)
