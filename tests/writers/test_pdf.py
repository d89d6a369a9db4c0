"""Papers as PDF: the legal form, the words, the pages."""

import importlib.util
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pdf_reading
import pdfplumber
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapes import LONG, PLAN, SHAPES, body, counts, kind_of, tasks

from desktop.documents.as_text import plain_text
from desktop.documents.form import legal_form
from desktop.documents.model import (
    Appendix,
    Column,
    Document,
    Head,
    Paragraph,
    Run,
    Signature,
    Style,
    Table,
    paragraph,
)
from desktop.errors import FileMissing
from desktop.progress import Cancelled
from desktop.writers import pdf

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
S = Style


@pytest.fixture(scope="module")
def checker(shared: Path) -> ModuleType:
    """The checker of the legal form."""
    spec = importlib.util.spec_from_file_location("check_form", shared / "tools" / "check_form.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(document: Document, folder: Path) -> Path:
    path = folder / "paper.pdf"
    pdf.write(document, path)
    return path


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def bare(text: str) -> list[str]:
    """The words of plain text without the marks of looks and cells."""
    return text.replace("*", "").replace(" | ", " ").split()


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "slip"])
def test_every_shape_of_paper_has_the_legal_form(name: str, checker: ModuleType, tmp_path: Path) -> None:
    with pdfplumber.open(made(SHAPES[name], tmp_path)) as opened:
        rows = checker.check(opened, kind_of(name))
    assert [(row["check"], row["seen"]) for row in rows if not row["ok"]] == []


@pytest.mark.parametrize("name", ["plan", "letter", "report_with_table"])
def test_places_are_those_of_the_golden_file(name: str, tmp_path: Path, update_golden: bool) -> None:
    text = pdf_reading.as_text(made(SHAPES[name], tmp_path))
    kept = GOLDEN / f"{name}.pdf.txt"
    if update_golden:
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "document",
    [
        *(SHAPES[name] for name in ("plan", "draft_letter", "letter_to_one", "plan_of_four_pages", "slip")),
        replace(PLAN, appendices=(Appendix("Danh mục", (tasks(3),)),)),
    ],
)
def test_words_come_out_in_reading_order(document: Document, tmp_path: Path) -> None:
    assert pdf_reading.words(made(document, tmp_path)) == bare(plain_text(document))


TEXTS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyỳạẩữỢĂĐƯ0123456789.,;:()/-–“”%& "), max_size=120
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_any_text_comes_out_word_for_word(parts: list[tuple[str, bool, bool]], tmp_path: Path) -> None:
    runs = tuple(Run(text, bold, italic) for text, bold, italic in parts)
    document = replace(
        PLAN, blocks=(Paragraph(S.BODY, runs), paragraph(S.DASH, "".join(text for text, *_ in parts)))
    )
    expected = "".join(plain_text(document).replace("*", "").split())
    assert "".join(pdf_reading.words(made(document, tmp_path))) == unicodedata.normalize("NFC", expected)


def test_more_letters_than_one_subset_holds_come_out_too(tmp_path: Path) -> None:
    odd = "".join(
        chr(code)
        for code in (*range(0x410, 0x450), *range(0x391, 0x3C9), *range(0x1EA0, 0x1EFA))
        if code != 0x3A2
    )
    cyrillic = " ".join(odd[at : at + 8] for at in range(0, len(odd), 8))
    document = replace(PLAN, blocks=(paragraph(S.BODY, f"{LONG} {cyrillic} {LONG}"),))
    assert cyrillic in " ".join(pdf_reading.words(made(document, tmp_path)))


def test_tick_boxes_are_drawn_and_the_words_round_them_stay_in_place(tmp_path: Path) -> None:
    document = replace(PLAN, blocks=(paragraph(S.BODY, "☐ Có ☑ Không ☒ Khác ✓ ◐ ◉ 漢 xong"),))
    path = made(document, tmp_path)
    words = pdf_reading.words(path)
    assert words[words.index("Có") :][:4] == ["Có", "Không", "Khác", "xong"]
    with pdfplumber.open(path) as opened:
        assert len(opened.pages[0].rects) == 4
        assert len(opened.pages[0].curves) == 6


def test_the_same_paper_is_the_same_bytes(tmp_path: Path) -> None:
    first = made(SHAPES["plan_with_appendices"], tmp_path).read_bytes()
    assert made(SHAPES["plan_with_appendices"], tmp_path).read_bytes() == first


def test_fonts_are_embedded_and_helvetica_is_not_named(tmp_path: Path) -> None:
    data = made(PLAN, tmp_path).read_bytes()
    assert data.count(b"/FontFile2") == 4
    assert b"Helvetica" not in data


def test_the_file_says_its_title_author_and_language(tmp_path: Path) -> None:
    path = made(PLAN, tmp_path)
    with pypdfium2.PdfDocument(path) as opened:
        facts = opened.get_metadata_dict()
    assert facts["Title"] == "Kế hoạch Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam năm 2026"
    assert facts["Author"] == "Ủy ban nhân dân xã Sơn Tây Hạ"
    assert b"/Lang (vi-VN)" in path.read_bytes()


def test_pages_are_numbered_from_the_second_and_appendices_on_their_own_i_i_7(tmp_path: Path) -> None:
    table = Appendix("Danh mục", (tasks(25),), landscape=True)
    path = made(
        replace(PLAN, blocks=body(2), appendices=(table, Appendix("Chỉ tiêu", (counts(),)))), tmp_path
    )
    numbers: dict[int, str] = {
        line.page: line.text for line in pdf_reading.read(path) if pdf_reading.is_number(line)
    }
    with pdfplumber.open(path) as opened:
        landscape = [page.page_number for page in opened.pages if page.width > page.height]
    first = landscape[0]
    assert numbers == {n: str(n) for n in range(2, first)} | {n: str(n - first + 1) for n in landscape[1:]}


def test_the_head_of_a_table_comes_again_on_each_page(tmp_path: Path) -> None:
    path = made(replace(PLAN, appendices=(Appendix("Danh mục", (tasks(40),)),)), tmp_path)
    heads = [line.page for line in pdf_reading.read(path) if line.text.startswith("STT")]
    assert len(heads) >= 3
    assert heads == list(range(heads[0], pages(path) + 1))


def test_a_row_is_not_cut_by_a_page(tmp_path: Path) -> None:
    path = made(replace(PLAN, appendices=(Appendix("Danh mục", (tasks(40),)),)), tmp_path)
    with pdfplumber.open(path) as opened:
        for page in opened.pages:
            bottom = max((rect["bottom"] for rect in page.rects), default=0)
            assert bottom <= (297 - 20) * 72 / 25.4 + 1


def test_a_row_taller_than_a_page_goes_over_several(tmp_path: Path) -> None:
    table = tasks(1)
    tall = replace(
        table, rows=(("1", " ".join([LONG] * 12), "", "", "", ""),), groups=frozenset(), total=False
    )
    path = made(replace(PLAN, appendices=(Appendix("Danh mục", (tall,)),)), tmp_path)
    assert pages(path) > 3
    assert "".join(pdf_reading.words(path)).count("Tổchứctọađàm") >= 12


def test_empty_lines_of_a_cell_are_room_to_write_in(tmp_path: Path) -> None:
    heights = []
    for text in ("", "\n\n\n"):
        table = Table((Column(("Người nhận",), 1), Column(("Ngày",), 1)), ((text, ""),))
        path = tmp_path / "room.pdf"
        pdf.write(replace(PLAN, blocks=(table,), appendices=()), path)
        with pdfplumber.open(path) as opened:
            heights.append(max(box["height"] for box in opened.pages[0].rects))
    assert heights[1] > 2.5 * heights[0]


def test_headings_stay_with_their_text(tmp_path: Path) -> None:
    for extra in range(20):
        blocks = (*(paragraph(S.BODY, "Một dòng.") for _ in range(18 + extra)), *body(1)[3:])
        lines = [
            one
            for one in pdf_reading.read(made(replace(PLAN, blocks=blocks), tmp_path))
            if not pdf_reading.is_number(one)
        ]
        for one, after in pairwise(lines):
            if one.text in {"I. NỘI DUNG", "1. Mục đích"}:
                assert one.page == after.page


@pytest.mark.parametrize("count", range(26, 34))
def test_no_single_line_is_left_alone(count: int, tmp_path: Path) -> None:
    blocks = (
        *(paragraph(S.BODY, "Một dòng.") for _ in range(count)),
        paragraph(S.BODY, f"{LONG} {LONG}"),
        *body(1),
    )
    lines = [one for one in pdf_reading.read(made(replace(PLAN, blocks=blocks), tmp_path)) if one.size == 14]
    start = next(at for at, one in enumerate(lines) if one.text.startswith("Tổ chức tọa đàm, nói chuyện"))
    long = [lines[start]]
    for one in lines[start + 1 :]:
        if one.left > 35:
            break
        long.append(one)
    on_first = sum(one.page == long[0].page for one in long)
    assert on_first == len(long) or (on_first >= 2 and len(long) - on_first >= 2)


@pytest.mark.parametrize("count", range(14, 24))
def test_the_signing_block_is_whole_and_has_two_lines_of_text_with_it(count: int, tmp_path: Path) -> None:
    short = tuple(paragraph(S.BODY, f"{LONG[:80]} ({at}).") for at in range(count))
    lines = pdf_reading.read(made(replace(PLAN, blocks=short), tmp_path))
    sign = {
        one.page for one in lines if one.text in {"Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Nguyễn Thị Hồng Vân"}
    }
    assert len(sign) == 1
    with_it = [
        one
        for one in lines
        if one.page in sign and one.size == 14 and "Bold" not in one.font and one.right - one.left > 30
    ]
    assert len(with_it) >= 2


def test_a_list_of_recipients_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    names = (*(f"Cơ quan thứ {at} nhận văn bản này để biết và thực hiện" for at in range(90)), "Lưu: VT")
    path = made(replace(PLAN, recipients=names), tmp_path)
    lines = [one for one in pdf_reading.read(path) if one.text.startswith("- Cơ quan thứ")]
    assert len(lines) == 90
    assert max(one.bottom for one in lines) <= 277


def test_a_paper_without_recipients_signature_or_text(tmp_path: Path) -> None:
    empty = Document(PLAN.kind, Head((), "KH-UBND", "Hà Nội"), "", (), Signature(()), (), title="KẾ HOẠCH")
    words = pdf_reading.words(made(empty, tmp_path))
    assert words[-2:] == ["KẾ", "HOẠCH"]


def test_a_place_too_long_for_its_column_reaches_into_the_gap_and_then_breaks(tmp_path: Path) -> None:
    def date_lines(place: str) -> list[pdf_reading.Line]:
        head = replace(PLAN.head, place=place, day=29)
        return [
            one for one in pdf_reading.read(made(replace(PLAN, head=head), tmp_path)) if "Italic" in one.font
        ][:3]

    reaching = date_lines("Thành phố Hồ Chí Minh")[0]
    assert "năm 2026" in reaching.text
    assert reaching.left < 95 < reaching.right <= 190.1
    broken = date_lines("Phường Nguyễn Thị Minh Khai thuộc Thành phố Hồ Chí Minh")
    assert broken[2].text == "ngày 29 tháng 01 năm 2026"


def test_papers_of_a_series_go_into_one_file(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []

    class Watch:
        def step(self, done: int, total: int | None = None, what: str = "") -> None:
            seen.append((done, total))

    path = tmp_path / "slips.pdf"
    pdf.write_many([PLAN, SHAPES["letter"], PLAN], path, Watch())
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert pages(path) == 2 * pages(made(PLAN, tmp_path)) + 1


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    class Stop:
        def step(self, done: int, total: int | None = None, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf.write(PLAN, tmp_path / "a.pdf", Stop())
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        pdf.write(PLAN, tmp_path / "none" / "a.pdf")


def test_a_form_of_wider_lines_makes_longer_papers(tmp_path: Path) -> None:
    form = legal_form()
    wide = replace(form, body=replace(form.body, spacing=1.5))
    pdf.write(replace(PLAN, blocks=body(2)), tmp_path / "wide.pdf", form=wide)
    assert pages(tmp_path / "wide.pdf") > pages(made(replace(PLAN, blocks=body(2)), tmp_path))
