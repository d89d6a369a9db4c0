"""Lines of print joined to paragraphs: where one ends, and where a mark is none."""

import pytest
from written import joined, read

from desktop.readers.blocks import Block
from desktop.readers.directive.lines import Line, prepare
from desktop.readers.directive.marks import Depth, mark_of
from desktop.readers.directive.paragraphs import join


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["II. MỤC", "ĐÍCH, YÊU CẦU"], ["II. MỤC ĐÍCH, YÊU CẦU"]),
        (["1.", "Sở Y tế:", "", "- Chủ trì triển khai"], ["1. Sở Y tế:", "- Chủ trì triển khai"]),
        (["Đảm bảo nâng", "", "cao nhận thức."], ["Đảm bảo nâng cao nhận thức."]),
        (["Theo đề nghị của", "", "Sở Y tế."], ["Theo đề nghị của Sở Y tế."]),
        (
            ["phát triển kinh tế", "- xã hội của các vùng dân tộc thiểu số và miền núi trên địa bàn tỉnh"],
            None,
        ),
        (["giai đoạn 2026", "- 2030 của tỉnh"], ["giai đoạn 2026 - 2030 của tỉnh"]),
        (
            ["1.1. Giao Sở Xây dựng", "Theo dõi, đôn đốc các xã thực hiện", "đầy đủ."],
            ["1.1. Giao Sở Xây dựng", "Theo dõi, đôn đốc các xã thực hiện đầy đủ."],
        ),
        (["Thực hiện như sau:", "Họp thôn."], ["Thực hiện như sau:", "Họp thôn."]),
        (["- Thời gian:", "Tháng 9/2026."], ["- Thời gian: Tháng 9/2026."]),
        (["Triển khai kế hoạch;", "", "bố trí kinh phí."], ["Triển khai kế hoạch; bố trí kinh phí."]),
        (
            ["THÔNG BÁO LỊCH TRỰC TẾT", "Ủy ban nhân dân xã"],
            ["THÔNG BÁO LỊCH TRỰC TẾT", "Ủy ban nhân dân xã"],
        ),
        (["tại khoản", "1. của Điều 3"], ["tại khoản 1. của Điều 3"]),
    ],
)
def test_joining(lines: list[str], texts: list[str] | None) -> None:
    assert [p.text for p in joined(*lines)] == (texts or [" ".join(lines)])


def test_a_page_number_inside_a_sentence_is_dropped() -> None:
    assert [p.text for p in joined("Các phòng, ban", "2", "và các thôn.")] == ["Các phòng, ban và các thôn."]


def test_a_number_in_the_middle_of_nothing_stays() -> None:
    assert [p.text for p in joined("Hết.", "", "12", "", "Mới.")] == ["Hết.", "12", "Mới."]


def test_whole_paragraphs_are_not_joined() -> None:
    assert len(joined("Sở Y tế", "Sở Nội vụ", broken=False)) == 2


def test_one_dash_behind_an_unfinished_sentence_is_its_rest() -> None:
    long = "1. Sở Khoa học theo dõi việc thực hiện và tham mưu Ủy ban báo cáo kết quả triển khai hằng tháng về Cục "
    long += "Cảnh sát quản lý hành chính về trật tự xã hội"
    found = joined(long, "", "- Cơ quan thường trực của Tổ công tác.", "", "2. Các đơn vị.")
    assert [p.mark for p in found] == ["1.", "2."]


def test_words_that_only_say_by_when_belong_to_what_stands_before() -> None:
    found = joined(
        "- Rà soát danh sách.", "", "Thời gian hoàn thành trước ngày 31 tháng 12 năm 2025.", broken=False
    )
    assert len(found) == 1


def test_a_table_stays_a_paragraph_of_its_own() -> None:
    found = join([Line("Họp"), Line("", rows=(("a", "b"),)), Line("xong.")])
    assert [bool(p.rows) for p in found] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "mark", "depth"),
    [
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", Depth.PART),
        ("Chương II. Quy định", "Chương II.", Depth.CHAPTER),
        ("A. MỤC ĐÍCH", "A.", Depth.CAPITAL),
        ("II. NỘI DUNG", "II.", Depth.ROMAN),
        ("II- NỘI DUNG", "II-", Depth.ROMAN),
        ("Điều 3. Thi hành", "Điều 3.", Depth.ARTICLE),
        ("1. Sở Y tế", "1.", Depth.NUMBER),
        ("1- Các chi bộ", "1-", Depth.NUMBER),
        ("1.2. Sở Y tế", "1.2.", Depth.NUMBER_2),
        ("1.2 Sở Y tế", "1.2", Depth.NUMBER_2),
        ("1) Sở Y tế", "1)", Depth.NUMBER_4),
        ("a) Chủ trì", "a)", Depth.LETTER),
        ("đ. Chủ trì", "đ.", Depth.LETTER),
        ("(1) Rà soát", "(1)", Depth.BRACKET),
        ("(1). Rà soát", "(1).", Depth.BRACKET),
        ("* Các thôn", "*", Depth.STAR),
        ("- Họp", "-", Depth.DASH),
        ("• Họp", "•", Depth.DASH),
        ("+ Họp", "+", Depth.PLUS),
    ],
)
def test_marks_and_their_depth(text: str, mark: str, depth: Depth) -> None:
    found = mark_of(text)
    assert found is not None
    assert (found.text, found.depth) == (mark, depth)


@pytest.mark.parametrize(
    "text", ["1.000 người", "V/v triển khai", "Sở Y tế", "2025 là năm", "1.5 triệu", "a. m.", "Điều tra"]
)
def test_what_is_no_mark(text: str) -> None:
    assert mark_of(text) is None


def test_markup_rulers_and_bars_are_made_plain() -> None:
    typed = ("## **KẾ HOẠCH**", "-------", "*Nơi nhận:*", "|", "ỦY BAN | CỘNG HÒA |", "Vũ", "Văn An")
    blocks = tuple(Block(line, broken=True, gap=line == "Vũ") for line in typed)
    assert [line.text for line in prepare(blocks)] == [
        "KẾ HOẠCH",
        "Nơi nhận:",
        "ỦY BAN",
        "CỘNG HÒA",
        "Vũ Văn An",
    ]


def test_a_real_table_keeps_its_rows() -> None:
    assert prepare((Block("", rows=((" a ", "b"),)),))[0].rows == (("a", "b"),)


def test_a_narrow_first_line_behind_a_full_stop_begins_a_paragraph() -> None:
    got = joined(
        "Thời gian qua, việc đọc sách tại các xã vùng cao trên địa bàn tỉnh",
        "còn gặp nhiều khó khăn do thiếu sách và thiếu người phụ trách thư viện xã.",
        "Căn cứ chỉ đạo của Tổng",
        "Bí thư tại thông báo số 9, Ủy ban nhân dân tỉnh yêu cầu các xã khẩn trương",
        "kiện toàn thư viện trước ngày khai giảng năm học mới của các trường trong xã.",
    )
    assert [paragraph.text[:21] for paragraph in got] == ["Thời gian qua, việc đ", "Căn cứ chỉ đạo của Tổ"]


def test_a_list_of_names_goes_on_behind_a_semicolon() -> None:
    got = joined(
        "Thủ tướng Chính phủ yêu cầu các bộ, ngành và địa phương khẩn trương thực hiện như sau:",
        "3. Các bộ, cơ quan ngang bộ;",
        "Ủy ban nhân dân các tỉnh căn cứ chức năng, nhiệm vụ được giao triển khai ngay.",
    )
    assert len(got) == 2


def test_a_dash_alone_on_its_line_is_the_mark_of_the_next() -> None:
    tasks = read(
        "UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\nI. TỔ CHỨC THỰC HIỆN\n1. Đoàn xã:\n- Trồng cây.\n-\nTưới nước.\n"
    ).tasks
    assert [task.text for task in tasks] == ["Trồng cây.", "Tưới nước."]
