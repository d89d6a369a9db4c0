"""PDF files in reading order, made by a printer of our own for each case."""

from pathlib import Path

import papers
import pytest
from papers import FREEDOM, MOTTO, Print, body_lines, pdf

from desktop.domain.draft import Problem
from desktop.errors import FileDamaged, FileEncrypted, FileTooLarge, ScanWithoutText
from desktop.readers.blocks import Block
from desktop.readers.gate import Kind
from desktop.readers.text import pdf_glyphs as text_pdf_glyphs
from desktop.readers.text.extract import extract
from desktop.readers.text.pdf import read_pdf
from desktop.workers import limits

HEAD: list[Print] = [
    (105, 60, "ỦY BAN NHÂN DÂN", "", 13),
    (270, 60, MOTTO, "b", 13),
    (140, 76, "XÃ TÂN PHÚ", "b", 13),
    (318, 78, FREEDOM, "b", 13),
    (120, 104, "Số: 12/UBND-VX", "", 13),
    (330, 106, "Tân Phú, ngày 3 tháng 4 năm 2026", "i", 13),
    (110, 120, "V/v rà soát hộ nghèo", "", 12),
]
CLOSING: list[Print] = [
    (85, 500, "Nơi nhận:", "bi", 12),
    (340, 498, "TM. ỦY BAN NHÂN DÂN", "b", 13),
    (85, 514, "- Như trên;", "", 11),
    (380, 515, "CHỦ TỊCH", "b", 13),
    (85, 528, "- Lưu: VT.", "", 11),
    (365, 600, "Nguyễn Văn An", "b", 14),
]


def blocks(path: Path) -> tuple[Block, ...]:
    return extract(path, Kind.PDF).blocks


def texts(folder: Path, *pages: list[Print], **more: int) -> list[str]:
    return papers.words_of(blocks(pdf(folder / "a.pdf", *pages, **more)))


def test_the_head_comes_left_column_first(tmp_path: Path) -> None:
    found = texts(tmp_path, [*HEAD, (220, 160, "Kính gửi: Các thôn")])
    assert found[:4] == ["ỦY BAN NHÂN DÂN", "XÃ TÂN PHÚ", "Số: 12/UBND-VX", "V/v rà soát hộ nghèo"]
    assert found[4:] == [MOTTO, FREEDOM, "Tân Phú, ngày 3 tháng 4 năm 2026", "Kính gửi: Các thôn"]


def test_a_head_whose_left_column_begins_lower_is_parted_too(tmp_path: Path) -> None:
    found = texts(tmp_path, [*HEAD[1:2], *HEAD[3:], *body_lines(3, 160)])
    assert found[:3] == ["Số: 12/UBND-VX", "V/v rà soát hộ nghèo", MOTTO]


def test_a_motto_alone_over_the_paper_is_no_column(tmp_path: Path) -> None:
    found = texts(tmp_path, [(170, 60, MOTTO), (85, 80, "Số: 1"), *body_lines(3)])
    assert found[:2] == [MOTTO, "Số: 1"]
    right = texts(tmp_path, [(270, 60, MOTTO, "b"), *body_lines(3)])
    assert right[0] == MOTTO


def test_words_too_near_the_motto_are_no_column(tmp_path: Path) -> None:
    words = f"Mẫu {MOTTO}"
    assert texts(tmp_path, [(85, 60, words), *body_lines(3)])[0] == words


def test_a_title_in_the_middle_of_the_paper_ends_the_head(tmp_path: Path) -> None:
    found = texts(tmp_path, [*HEAD[:6], (255, 140, "LỊCH CÔNG TÁC", "b"), *body_lines(3, 180)])
    assert found[6:8] == ["LỊCH CÔNG TÁC", body_lines(1)[0][2]]


def test_those_addressed_stand_below_the_words_before_them(tmp_path: Path) -> None:
    listed: list[Print] = [
        (230, 160 + 18 * i, words) for i, words in enumerate(("- Sở Y tế;", "- Sở Nội vụ;", "- Các xã."))
    ]
    found = texts(tmp_path, [*HEAD, *listed, (150, 178, "Kính gửi:"), *body_lines(3, 240)])
    assert found[7:11] == ["Kính gửi:", "- Sở Y tế;", "- Sở Nội vụ;", "- Các xã."]
    beside = texts(tmp_path, [*HEAD, (150, 160, "Kính gửi:"), *listed, *body_lines(3, 240)])
    assert beside[7:9] == ["Kính gửi: - Sở Y tế;", "- Sở Nội vụ;"]


def test_the_number_of_a_list_is_parted_from_its_words(tmp_path: Path) -> None:
    assert texts(tmp_path, [(85, 60, "II."), (101.5, 60, "NHIỆM VỤ"), *body_lines(3)])[0] == "II. NHIỆM VỤ"


def test_the_signature_block_comes_recipients_first(tmp_path: Path) -> None:
    found = texts(tmp_path, [*body_lines(20), *CLOSING])[20:]
    assert found == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
    ]


def test_a_signature_block_over_two_pages_stays_in_columns(tmp_path: Path) -> None:
    later: list[Print] = [(85, 60, "- Lưu: VT.", "", 11), (365, 90, "Nguyễn Văn An", "b", 14)]
    appendix: list[Print] = [(285, 60, "PHỤ LỤC", "b"), *body_lines(2)]
    found = texts(tmp_path, [*body_lines(20), *CLOSING[:4]], later, appendix)[20:]
    assert found[:6] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
    ]
    assert found[6] == "PHỤ LỤC"


@pytest.mark.parametrize("signer", [("GIÁM ĐỐC SỞ", ""), ("Giám đốc Sở", "b")])
def test_the_right_column_is_known_by_capitals_or_bold_too(tmp_path: Path, signer: tuple[str, str]) -> None:
    closing: list[Print] = [CLOSING[0], (360, 500, signer[0], signer[1], 13), CLOSING[2], CLOSING[4]]
    found = texts(tmp_path, [*body_lines(5), *closing])
    assert found[5:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", signer[0]]


def test_recipients_without_a_signature_beside_them_stay_as_they_are(tmp_path: Path) -> None:
    found = texts(tmp_path, [*body_lines(5), CLOSING[0], CLOSING[2]])
    assert found[5:] == ["Nơi nhận:", "- Như trên;"]


def test_lines_that_surely_go_on_are_one_paragraph(tmp_path: Path) -> None:
    lines = [*body_lines(4, mark=""), (85, 172, "hiện kế hoạch này."), (114, 190, "Giao các thôn rà soát.")]
    found = blocks(pdf(tmp_path / "a.pdf", lines))
    assert [block.text[-10:] for block in found] == ["hoạch này.", "n rà soát."]
    assert not any(block.broken for block in found)


def test_a_paragraph_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    found = blocks(pdf(tmp_path / "a.pdf", body_lines(4, mark=""), [(85, 60, "thực hiện."), *body_lines(2)]))
    assert found[0].text.endswith("tổ chức thực hiện.")


def test_lines_that_only_may_go_on_are_broken(tmp_path: Path) -> None:
    bold: list[Print] = [(85, 172, "hiện xong trước tháng 6.", "b")]
    found = blocks(
        pdf(tmp_path / "a.pdf", [*body_lines(4, mark="")[3:], *bold, *body_lines(3, 190, mark="")])
    )
    assert [block.broken for block in found] == [True, False, False]
    ended: list[Print] = [
        (85, y, f"{line[2]}.") for y, line in zip((100, 118), body_lines(2, mark=""), strict=True)
    ]
    assert [block.broken for block in blocks(pdf(tmp_path / "b.pdf", ended))] == [True, False]


def test_a_full_line_before_an_indented_one_ends_its_paragraph(tmp_path: Path) -> None:
    words = "Giao các thôn tổ chức thực hiện, báo cáo kết quả về xã"
    begins: list[Print] = [
        (114, 80, "Ủy ban nhân dân xã giao các phòng, ban, ngành, đoàn thể và các thôn"),
        *body_lines(3, 98, ""),
    ]
    found = blocks(pdf(tmp_path / "a.pdf", [*begins, (114, 152, words), (114, 170, words)]))
    assert [block.broken for block in found] == [False, False, False]
    assert found[0].text.startswith("Ủy ban")
    assert found[1].text == words


def test_a_title_over_two_full_lines_is_one(tmp_path: Path) -> None:
    title = "VỀ VIỆC RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO TRÊN ĐỊA"
    lines = [
        papers.in_the_middle(60, title),
        papers.in_the_middle(78, "PHƯƠNG NĂM 2026"),
        *body_lines(5, mark=""),
    ]
    found = blocks(pdf(tmp_path / "a.pdf", lines))
    assert found[0].text == f"{title} PHƯƠNG NĂM 2026"
    assert found[0].centred


def test_wide_room_above_a_line_is_a_gap_and_centred_lines_are_known(tmp_path: Path) -> None:
    found = blocks(
        pdf(tmp_path / "a.pdf", [papers.in_the_middle(60, "KẾ HOẠCH"), *body_lines(6), (85, 240, "Hết.")])
    )
    assert [block.gap for block in found] == [False, True, False, False, False, False, False, True]
    assert (found[0].centred, found[0].bold, found[1].centred, found[1].bold) == (True, True, False, False)


def test_page_numbers_and_running_heads_are_dropped(tmp_path: Path) -> None:
    def page(number: int) -> list[Print]:
        return [
            (300, 40, str(number)),
            (85, 55, f"Kế hoạch năm 2026 - trang {number}"),
            *body_lines(3),
            (280, 800, "Trang 1/3"),
        ]

    assert texts(tmp_path, page(1), page(2), page(3)) == [line[2] for line in body_lines(3)] * 3


def test_numbers_that_are_no_page_numbers_stay(tmp_path: Path) -> None:
    page: list[Print] = [(85, 40, "2026"), *body_lines(3), (85, 770, "Điều 3")]
    assert texts(tmp_path, page)[0] == "2026"
    assert texts(tmp_path, page)[-1] == "Điều 3"


def test_footnotes_and_their_marks_are_left_out_units_stay(tmp_path: Path) -> None:
    page: list[Print] = [
        *body_lines(10),
        (85, 300, "Theo Luật Đất đai"),
        (190, 295, "1", "", 8),
        (200, 300, "có 5 m"),
        (236, 295, "2", "", 8),
        (85, 700, "1", "", 7),
        (92, 703, "Luật số 31/2024/QH15.", "", 10),
        (85, 716, "Thông qua ngày 18.", "", 10),
    ]
    assert texts(tmp_path, page)[10:] == ["Theo Luật Đất đai có 5 m2"]
    assert read_pdf(tmp_path / "a.pdf")[1] == [Problem(0, None, "footnotes_left_out")]


def test_small_letters_at_the_foot_that_are_no_note_stay(tmp_path: Path) -> None:
    page: list[Print] = [
        *body_lines(10),
        (85, 700, "1", "", 7),
        (92, 703, "Bảng kê", "", 10),
        (85, 730, "Chữ lớn ở dưới."),
    ]
    assert texts(tmp_path, page)[10:] == ["1 Bảng kê", "Chữ lớn ở dưới."]


def test_the_stamp_of_signing_software_is_dropped(tmp_path: Path) -> None:
    stamp: list[Print] = [
        (420, 30, "Người ký: Ủy ban nhân dân xã", "", 7),
        (420, 40, "Email: x@y.vn", "", 7),
        (85, 240, "nhỏ", "", 7),
    ]
    assert texts(tmp_path, [*stamp, *body_lines(5)]) == [*[line[2] for line in body_lines(5)], "nhỏ"]


def test_letters_moved_apart_are_one_word_and_words_without_spaces_are_parted(tmp_path: Path) -> None:
    apart: list[Print] = [(85, 60, "the"), (104.5, 60, "o"), (125, 60, "dõi"), (160, 60, "xã hội")]
    assert texts(tmp_path, [*apart, *body_lines(3)])[0] == "theo dõi xã hội"


def test_words_parted_at_a_hyphen_are_whole_again(tmp_path: Path) -> None:
    full = "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân và Thông tư số 08/TT-"
    found = texts(tmp_path, [(85, 60, full), (85, 78, "BXD của Bộ Xây dựng."), *body_lines(3)])
    assert found[0] == full + "BXD của Bộ Xây dựng."
    alone = texts(tmp_path, [(85, 60, full), (85, 78, "BXD"), *body_lines(3)])
    assert alone[0] == full + "BXD"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_read_as_they_are_shown(tmp_path: Path, turn: int) -> None:
    from reportlab.pdfgen.canvas import Canvas

    pdf(tmp_path / "x.pdf", [])
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.translate(297, 421)
    canvas.rotate(turn)
    canvas.setFont("Serif", 14)
    for place, words in enumerate(("Dòng một", "Dòng hai")):
        canvas.drawString(-200, 100 - 20 * place, words)
    canvas.rotate(45)
    canvas.drawString(0, 0, "nền")
    canvas.save()
    assert papers.words_of(blocks(tmp_path / "a.pdf")) == ["Dòng một", "Dòng hai"]


def test_words_in_an_old_font_are_converted_and_it_is_said(tmp_path: Path) -> None:
    old = papers.in_tcvn3("ủy ban nhân dân xã báo cáo")
    found = extract(pdf(tmp_path / "a.pdf", [(85, 60, old)]), Kind.PDF)
    assert papers.words_of(found.blocks) == ["ủy ban nhân dân xã báo cáo"]
    assert found.problems == (Problem(0, None, "legacy_font", "tcvn3"),)


def test_pages_without_letters_are_a_scan(tmp_path: Path) -> None:
    with pytest.raises(ScanWithoutText):
        read_pdf(pdf(tmp_path / "a.pdf", [], rules=[(1, 1, 9, 9)]))


def test_too_many_pages_or_letters_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "a.pdf", body_lines(2), body_lines(2))
    monkeypatch.setattr(text_pdf_glyphs, "MOST_CHARACTERS", 5)
    with pytest.raises(FileTooLarge) as refused:
        read_pdf(path)
    assert refused.value.unit == "character"
    monkeypatch.setattr(limits, "USUAL", limits.Limits(pages=1))
    with pytest.raises(FileTooLarge) as refused:
        read_pdf(path)
    assert refused.value.unit == "page"


def test_damaged_files_and_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(FileDamaged):
        read_pdf(path)
    data = pdf(path, body_lines(2)).read_bytes()
    path.write_bytes(data.replace(b"/Type /Page\n", b"/Type /Xage\n"))
    with pytest.raises(FileDamaged):
        read_pdf(path)


def test_a_file_under_a_password_is_refused(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="123456")
    canvas.drawString(85, 60, "x")
    canvas.save()
    with pytest.raises(FileEncrypted):
        read_pdf(tmp_path / "a.pdf")
